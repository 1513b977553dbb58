//! A signature, verified by the rules of RFC 6376 and not by what made it.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use chrono::TimeDelta;
use ed25519_dalek::{Signature, SigningKey, Verifier};
use host::testing::Kind;
use host::{DkimAlgorithm, DkimKey};
use sha2::{Digest, Sha256};

use super::sink::{Mode, Received};
use super::world::*;

const SEED: [u8; 32] = [7; 32];

async fn signed() -> (World, Vec<Received>) {
    let world = World::with(Kind::Sqlite, Mode::Fine, |settings| {
        std::fs::create_dir_all(&settings.data).unwrap();
        let key_file = settings.data.join("dkim");
        std::fs::write(&key_file, BASE64_STANDARD.encode(SEED)).unwrap();
        let key = DkimKey {
            domain: "distriktssenteret.example".to_owned(),
            selector: "mp1".to_owned(),
            key_file,
            algorithm: DkimAlgorithm::Ed25519,
        };
        settings.dkim.insert("distriktssenteret".to_owned(), key);
    })
    .await;
    world.publish(&event()).await;
    world.admit(&person(1)).await;
    world.settle().await;
    world.until(event().starts_at - TimeDelta::days(7)).await;
    let taken = world.taken().await;
    assert_eq!(taken.len(), 2);
    (world, taken)
}

/// The fields as they stand, with their folds.
fn fields(head: &str) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    for line in head.split("\r\n") {
        match line.starts_with([' ', '\t']) {
            true => {
                let last = fields.last_mut().unwrap();
                last.push_str("\r\n");
                last.push_str(line);
            }
            false => fields.push(line.to_owned()),
        }
    }
    fields
}

/// 3.4.2: name in small letters, unfolded, each run of blanks one space, none at the ends of the value.
fn relaxed_field(field: &str) -> String {
    let (name, value) = field.split_once(':').unwrap();
    let value = value.replace("\r\n", "");
    let value: Vec<&str> = value.split([' ', '\t']).filter(|word| !word.is_empty()).collect();
    format!("{}:{}", name.trim_end().to_lowercase(), value.join(" "))
}

/// 3.4.4: no blanks at the ends of lines, one space for each run, no empty lines at the end.
fn relaxed_body(body: &str) -> String {
    let lines = body.split("\r\n").map(|line| {
        let leading = if line.starts_with([' ', '\t']) { " " } else { "" };
        let words: Vec<&str> = line.split([' ', '\t']).filter(|word| !word.is_empty()).collect();
        format!("{leading}{}", words.join(" ")).trim_end().to_owned()
    });
    let mut lines: Vec<String> = lines.collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.into_iter().map(|line| line + "\r\n").collect()
}

fn verify(letter: &Received) -> Result<Vec<String>, String> {
    let text = letter.text();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let fields = fields(head);
    let signature = fields.iter().find(|field| field.starts_with("DKIM-Signature:")).ok_or("not signed")?;
    let tag = |name: &str| {
        let flat = relaxed_field(signature);
        let (_, tags) = flat.split_once(':').unwrap();
        let value = tags.split(';').find_map(|tag| {
            let (own, value) = tag.trim().split_once('=')?;
            (own == name).then(|| value.replace(' ', ""))
        });
        value.unwrap_or_else(|| panic!("no {name}="))
    };
    assert_eq!((tag("v").as_str(), tag("a").as_str(), tag("c").as_str()), ("1", "ed25519-sha256", "relaxed/relaxed"));
    assert_eq!((tag("d").as_str(), tag("s").as_str()), ("distriktssenteret.example", "mp1"));
    let hash = BASE64_STANDARD.encode(Sha256::digest(relaxed_body(body)));
    if hash != tag("bh") {
        return Err(format!("body hash {hash} and not {}", tag("bh")));
    }
    let names: Vec<String> = tag("h").split(':').map(str::to_owned).collect();
    let mut signed = String::new();
    for name in &names {
        if let Some(field) = fields.iter().rfind(|field| field.split(':').next().unwrap().eq_ignore_ascii_case(name)) {
            signed.push_str(&relaxed_field(field));
            signed.push_str("\r\n");
        }
    }
    // The last tag is the signature, which does not sign itself.
    let at = signature.rfind("b=").unwrap();
    let (before, value) = (&signature[..at], &signature[at + 2..]);
    let unsigned = format!("{before}b=");
    signed.push_str(&relaxed_field(&unsigned));
    let value: String = value.chars().filter(|c| !c.is_whitespace()).collect();
    let value = Signature::from_slice(&BASE64_STANDARD.decode(value).unwrap()).unwrap();
    let key = SigningKey::from_bytes(&SEED).verifying_key();
    // RFC 8463: what is signed is the hash of the fields.
    key.verify(&Sha256::digest(signed.as_bytes()), &value).map_err(|error| error.to_string())?;
    Ok(names)
}

#[tokio::test]
async fn signatures_verify_and_cover_what_receivers_look_at() {
    let (_world, taken) = signed().await;
    let names = verify(&taken[0]).unwrap();
    for wanted in ["from", "to", "subject", "date", "message-id", "reply-to", "mime-version"] {
        assert!(names.contains(&wanted.to_owned()), "{wanted}");
    }
    assert!(!names.contains(&"content-type".to_owned()));
    let reminder = verify(&taken[1]).unwrap();
    assert!(
        reminder.contains(&"list-unsubscribe".to_owned()) && reminder.contains(&"list-unsubscribe-post".to_owned())
    );
}

#[tokio::test]
async fn whatever_is_changed_on_the_way_breaks_the_signature() {
    let (_world, taken) = signed().await;
    for (from, to) in [("Subject: ", "Subject: x"), ("To: ", "To: x"), ("\r\n\r\n", "\r\n\r\nx\r\n")] {
        let changed = taken[0].text().replacen(from, to, 1);
        let changed = Received { data: changed.into_bytes(), ..taken[0].clone() };
        assert!(verify(&changed).is_err(), "{from:?}");
    }
}

#[tokio::test]
async fn a_key_that_cannot_be_read_is_told_at_the_start() {
    let mut settings = host::Settings::defaults().unwrap();
    let key_file = std::path::PathBuf::from("/nowhere/dkim.pem");
    let key =
        DkimKey { domain: "x.example".to_owned(), selector: "s".to_owned(), key_file, algorithm: DkimAlgorithm::Rsa };
    settings.dkim.insert("distriktssenteret".to_owned(), key);
    let error = format!("{:#}", crate::try_out(&settings).await.unwrap_err());
    assert!(error.contains("distriktssenteret") && error.contains("/nowhere/dkim.pem"), "{error}");
}
