//! `docs/messages.md` tells of every message: who says it, who hears it, what it carries.

use proto::asyncapi::{KINDS, document};
use std::path::PathBuf;

/// The sections of the page: their headings and what stands below.
fn sections() -> Vec<(String, String)> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/messages.md");
    let page = std::fs::read_to_string(&file).unwrap_or_else(|_| panic!("{} is missing", file.display()));
    let told = page.split("\n## ").skip(1);
    told.map(|section| section.split_once('\n').expect("a heading and what it is about"))
        .map(|(name, text)| (name.trim().to_owned(), text.trim().to_owned()))
        .collect()
}

#[test]
fn every_message_is_told_of_once_and_in_order() {
    let told: Vec<String> = sections().into_iter().map(|(name, _)| name).collect();
    let mut names: Vec<&str> = KINDS.iter().map(|kind| kind.name).collect();
    names.sort_unstable();
    assert_eq!(told, names, "docs/messages.md has one section for each message, by name");
}

#[test]
fn its_speakers_and_hearers_are_the_true_ones() {
    let words = |names: &[&str]| if names.is_empty() { "nobody".to_owned() } else { names.join(", ") };
    for (name, text) in sections() {
        let Some(kind) = KINDS.iter().find(|kind| kind.name == name) else { continue };
        let wanted = format!("{} → {}", words(kind.said_by), words(kind.heard_by));
        assert_eq!(text.lines().next(), Some(wanted.as_str()), "below {name} in docs/messages.md");
    }
}

#[test]
fn everything_that_it_carries_is_named() {
    let document = document();
    for (name, text) in sections() {
        let message = &document["components"]["messages"][name.replace('.', "_")];
        let shape = message["payload"]["properties"]["data"]["$ref"].as_str().unwrap_or_default();
        let properties = document.pointer(&format!("{}/properties", shape.trim_start_matches('#')));
        let properties =
            properties.and_then(serde_json::Value::as_object).unwrap_or_else(|| panic!("{name} has a shape"));
        for field in properties.keys() {
            assert!(text.contains(&format!("`{field}`")), "{name} carries `{field}`; docs/messages.md does not say so");
        }
    }
}
