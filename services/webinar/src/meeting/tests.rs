//! Tokens as somebody else reads them.

use super::{Doors, Guest, Provider, Right, Room, Rooms};
use chrono::{DateTime, TimeDelta, Utc};
use host::testing::{Kind, host};
use host::{Host, Settings};
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;
use uuid::Uuid;

pub(crate) const SECRET: &str = "a secret that the rooms know as well";

pub(crate) fn with_rooms(settings: &mut Settings) {
    settings.rooms_url = Some("https://rom.example.org/lag/".parse().unwrap());
    settings.rooms_issuer = Some("moteplass".to_owned());
    settings.rooms_secret = Some(SECRET.to_owned());
}

/// What a program finds in an address that shares no code with ours.
pub(crate) fn read(address: &str, now: DateTime<Utc>, key: (&str, &str)) -> Value {
    let asked =
        json!({ "address": address, "now": now.timestamp(), "issuer": "moteplass", "audience": "jitsi", key.0: key.1 });
    // Debian's, which has Debian's packages, whatever else is first on the path.
    let mut reader = Command::new("/usr/bin/python3")
        .args(["-c", include_str!("reader.py")])
        .env_remove("PYTHONPATH")
        .env_remove("PYTHONHOME")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is there, with python3-jwt");
    reader.stdin.take().unwrap().write_all(asked.to_string().as_bytes()).unwrap();
    let told = reader.wait_with_output().unwrap();
    assert!(told.status.success());
    serde_json::from_slice(&told.stdout).unwrap()
}

async fn rooms(set: impl FnOnce(&mut Settings)) -> anyhow::Result<Option<Rooms>> {
    let test = host(Kind::Sqlite, crate::NAME).await;
    let mut settings = (*test.settings).clone();
    with_rooms(&mut settings);
    set(&mut settings);
    Rooms::of(&Host { settings: Arc::new(settings), ..test.host.clone() })
}

fn openssl(arguments: &[&str], input: &str) -> String {
    let mut command = Command::new("openssl");
    let mut run = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    run = run.env_remove("OPENSSL_CONF");
    let mut run = run.spawn().expect("openssl is there");
    run.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    String::from_utf8(run.wait_with_output().unwrap().stdout).unwrap()
}

const EVENT: Uuid = Uuid::from_u128(7);

fn way_in(rooms: &Rooms, event: Uuid, may: Right, now: DateTime<Utc>) -> String {
    let guest = Guest { id: Uuid::from_u128(9), name: Some("Åse Prøve"), may };
    let doors = Doors { from: now, until: now + TimeDelta::hours(2) };
    Room { rooms, event }.way_in(guest, doors, now).unwrap()
}

#[tokio::test]
async fn a_token_signed_with_a_secret_says_who_comes_in_where_and_until_when() {
    let rooms = rooms(|_| ()).await.unwrap().unwrap();
    let now = host::testing::beginning();
    let address = way_in(&rooms, EVENT, Right::TakePart, now);
    let read_at = |at| read(&address, at, ("secret", SECRET));
    let told = read_at(now);
    assert_eq!(told["refused"], Value::Null, "{told}");
    assert_eq!(told["otherwise"], json!([]), "{told}");
    assert_eq!(told["header"], json!({ "typ": "JWT", "alg": "HS256" }));
    let claims = &told["claims"];
    assert_eq!((&claims["aud"], &claims["iss"], &claims["sub"]), (&json!("jitsi"), &json!("moteplass"), &json!("lag")));
    assert_eq!((&claims["nbf"], &claims["exp"]), (&json!(now.timestamp() - 60), &json!(now.timestamp() + 7_200)));
    let user = &claims["context"]["user"];
    assert_eq!(
        (&user["name"], &user["moderator"], &user["affiliation"]),
        (&json!("Åse Prøve"), &json!("false"), &json!("member"))
    );
    let room = claims["room"].as_str().unwrap();
    assert_eq!(told["path"], format!("/lag/{room}"));
    assert!(
        room.len() == 32 && !address.contains(&EVENT.to_string()) && !address.contains(&EVENT.simple().to_string())
    );
    assert!(!claims.to_string().contains(&Uuid::from_u128(9).simple().to_string()));

    assert_eq!(read_at(now - TimeDelta::seconds(61))["refused"], "early");
    assert_eq!(read_at(now - TimeDelta::seconds(59))["refused"], Value::Null, "their clock may be behind");
    assert_eq!(read_at(now + TimeDelta::hours(2))["refused"], "expired");
    assert_eq!(read(&address, now, ("secret", "another secret, which is as long as that"))["refused"], "signature");
}

#[tokio::test]
async fn a_room_is_always_the_same_and_every_webinar_has_its_own() {
    let now = host::testing::beginning();
    let room = |rooms: &Rooms, event: u128| {
        way_in(rooms, Uuid::from_u128(event), Right::TakePart, now).split('?').next().unwrap().to_owned()
    };
    let ours = rooms(|_| ()).await.unwrap().unwrap();
    assert_eq!(room(&ours, 7), room(&rooms(|_| ()).await.unwrap().unwrap(), 7));
    assert_ne!(room(&ours, 7), room(&ours, 8));
}

#[tokio::test]
async fn a_token_signed_with_a_private_key_is_read_with_its_public_half() {
    let private = openssl(&["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"], "");
    let public = openssl(&["pkey", "-pubout"], &private);
    let set = |settings: &mut Settings| {
        settings.rooms_secret = None;
        settings.rooms_key = Some(private.clone());
        settings.rooms_key_id = Some("noekkel-1".to_owned());
        settings.rooms_url = Some("https://rom.example.org/Vpaas-1".parse().unwrap());
    };
    let rooms = rooms(set).await.unwrap().unwrap();
    let now = host::testing::beginning();
    let address = way_in(&rooms, EVENT, Right::Moderate, now);
    let told = read(&address, now, ("public_key", &public));
    assert_eq!(told["refused"], Value::Null, "{told}");
    assert_eq!(told["otherwise"], json!([]), "{told}");
    assert_eq!(told["header"], json!({ "typ": "JWT", "alg": "RS256", "kid": "noekkel-1" }));
    assert_eq!(told["claims"]["sub"], "vpaas-1");
    let user = &told["claims"]["context"]["user"];
    assert_eq!((&user["moderator"], &user["affiliation"]), (&json!("true"), &json!("owner")));
}

#[tokio::test]
async fn without_a_tenant_tokens_are_for_the_domain_and_what_the_settings_say_counts() {
    let now = host::testing::beginning();
    let told = async |set: fn(&mut Settings)| {
        let rooms = rooms(set).await.unwrap().unwrap();
        read(&way_in(&rooms, EVENT, Right::TakePart, now), now, ("secret", SECRET))
    };
    let at_root = told(|settings| settings.rooms_url = Some("https://Rom.example.org".parse().unwrap())).await;
    assert_eq!((&at_root["otherwise"], &at_root["refused"]), (&json!([]), &Value::Null), "{at_root}");
    assert_eq!(at_root["claims"]["sub"], "rom.example.org");
    let set = told(|settings| settings.rooms_subject = Some("anna".to_owned())).await;
    assert_eq!(set["claims"]["sub"], "anna");
    let other = told(|settings| settings.rooms_audience = "andre".to_owned()).await;
    assert_eq!(other["refused"], "InvalidAudienceError");
}

#[tokio::test]
async fn a_key_that_is_none_is_told_at_start() {
    let set = |settings: &mut Settings| {
        settings.rooms_secret = None;
        settings.rooms_key = Some("ikkje ein nøkkel".to_owned());
    };
    assert!(format!("{:#}", rooms(set).await.err().unwrap()).contains("rooms_key"));
    assert!(rooms(|settings| settings.rooms_url = None).await.unwrap().is_none());
}
