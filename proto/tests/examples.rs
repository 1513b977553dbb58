//! Every message ever released has an example in `examples/`, and is still read and written back alike.

use proto::Envelope;
use proto::asyncapi::{KINDS, document};
use std::path::PathBuf;

fn place(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(file)
}

#[test]
fn every_example_is_read_and_written_back_alike() {
    for kind in &KINDS {
        let file = place("examples").join(format!("{}.json", kind.name));
        let written = std::fs::read_to_string(&file).unwrap_or_else(|_| panic!("{} is missing", file.display()));
        let value: serde_json::Value = serde_json::from_str(&written).unwrap();
        let envelope: Envelope = serde_json::from_value(value.clone()).unwrap();
        assert_eq!(envelope.name, kind.name);
        assert!(
            kind.said_by.iter().any(|service| envelope.source == format!("/moteplass/{service}")),
            "{}",
            envelope.source
        );
        assert_eq!(serde_json::to_value(&envelope).unwrap(), value, "the envelope of {}", kind.name);
        assert_eq!((kind.read_back)(&envelope.data).unwrap(), envelope.data, "the data of {}", kind.name);
    }
}

#[test]
fn a_field_that_is_not_known_yet_is_passed_over() {
    for kind in &KINDS {
        let written = std::fs::read_to_string(place("examples").join(format!("{}.json", kind.name))).unwrap();
        let mut envelope: Envelope = serde_json::from_str(&written).unwrap();
        let data = envelope.data.clone();
        envelope.data.as_object_mut().unwrap().insert("field_of_a_later_release".to_owned(), 1.into());
        assert_eq!((kind.read_back)(&envelope.data).unwrap(), data, "{}", kind.name);
    }
}

#[test]
fn no_example_is_left_without_its_message() {
    let mut files: Vec<String> = std::fs::read_dir(place("examples"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    let mut names: Vec<String> = KINDS.iter().map(|kind| format!("{}.json", kind.name)).collect();
    names.sort();
    assert_eq!(files, names);
}

/// `UPDATE=1 cargo test -p proto` writes the document anew.
#[test]
fn the_asyncapi_document_is_the_one_the_types_give() {
    let file = place("asyncapi.yaml");
    let wanted = format!("{}\n", serde_json::to_string_pretty(&document()).unwrap());
    if std::env::vars().any(|(name, _)| name == "UPDATE") {
        std::fs::write(&file, &wanted).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap(), wanted, "run `UPDATE=1 cargo test -p proto`");
}
