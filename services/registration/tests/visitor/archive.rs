//! What an owner takes out for the archive before people are deleted.

use crate::world::{FORM, World, event, right};
use axum::http::StatusCode;
use host::testing::KINDS;
use proto::account::Role;
use proto::conference::{OccurrenceChange, ProgrammeChange, ProgrammeReleased, Slot};
use proto::{Language, Localised, OccurrenceId, SessionId};
use registration::hears::Registrations;
use registration::store::audit::{self, Action};
use std::io::{Cursor, Read};

const ARCHIVE: &str = "/arrangor/pameldingar/levande-sentrum/arkiv";
const OWN: &str = "distriktssenteret";

/// The files of a package, by their names.
fn files(zip: Vec<u8>) -> Vec<(String, String)> {
    let mut bag = zip::ZipArchive::new(Cursor::new(zip)).expect("an archive");
    let count = bag.len();
    let read = |at| {
        let mut file = bag.by_index(at).expect("a file");
        let name = file.name().expect("a name").into_owned();
        let mut content = String::new();
        file.read_to_string(&mut content).expect("text");
        (name, content)
    };
    (0..count).map(read).collect()
}

/// A version in which the only session came, or went.
fn released(version: u32) -> ProgrammeReleased {
    let (starts_at, ends_at) = (event().starts_at, event().ends_at);
    let slot = Slot { starts_at, ends_at, room: Some(Localised::from([(Language::Nn, "Storsalen")])) };
    let what = match version {
        1 => OccurrenceChange::Added { now: slot },
        _ => OccurrenceChange::Removed { before: slot },
    };
    let change = ProgrammeChange {
        occurrence_id: OccurrenceId(uuid::Uuid::from_u128(1)),
        session_id: SessionId(uuid::Uuid::from_u128(2)),
        title: Localised::from([(Language::Nn, "=Torget")]),
        what,
    };
    ProgrammeReleased { event_id: event().id, version, released_at: starts_at, note: None, changes: vec![change] }
}

#[tokio::test]
async fn a_package_holds_the_event_and_its_numbers_and_people_only_when_they_are_wanted() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let fields = right(&[("name", "=Kari Nordmann"), ("email", "kari@kommune.no"), ("q-kitchen", "Glutenfri")]);
        assert_eq!(world.post(FORM, &fields).await.status, StatusCode::SEE_OTHER);

        let page = world.get_as(ARCHIVE, OWN, Role::Owner).await;
        page.says("1 person");
        page.says("Alt om alle deltakarane");
        let none = world.post_as(ARCHIVE, OWN, Role::Owner, &[("format", "zip"), ("personar", "ja")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        none.says("value=\"ja\" checked");

        let take = async |fields: &[(&str, &str)]| {
            let (status, zip) = world.file_as(ARCHIVE, Role::Owner, fields).await;
            assert_eq!(status, StatusCode::OK);
            files(zip)
        };
        let bare = take(&[("format", "zip"), ("why", "Sak 26/1")]).await;
        let names: Vec<_> = bare.iter().map(|(name, _)| name.strip_prefix("levande-sentrum/").unwrap()).collect();
        let payload = ["data/arrangement.json", "data/arrangement.html", "data/tal.csv", "data/sletta.csv"];
        assert_eq!(names, [&payload[..], &["bagit.txt", "bag-info.txt", "manifest-sha256.txt"]].concat());
        assert!(
            bare.iter().all(|(_, content)| !content.contains("Nordmann") && !content.contains("lutenfri")),
            "{bare:?}"
        );
        let told: proto::event::Event = serde_json::from_str(&bare[0].1).expect("the event");
        assert_eq!(told, event());
        assert!(bare[1].1.contains("<h1>Levande sentrum"), "{}", bare[1].1);

        // Both versions of the programme, whichever came first and however often.
        for version in [2, 1, 1] {
            bus::testing::hear(&Registrations, &world.host, released(version)).await.expect("heard");
        }
        world.get_as(ARCHIVE, OWN, Role::Owner).await.says("versjonane av programmet");
        let whole = take(&[("format", "zip"), ("why", "Sak 26/2"), ("personar", "ja")]).await;
        let (_, people) = whole.iter().find(|(name, _)| name.ends_with("deltakarar.csv")).expect("a list");
        assert!(people.contains("'=Kari Nordmann") && !people.contains("lutenfri"), "{people}");

        let file = |name: &str| whole.iter().find(|(own, _)| own.ends_with(name)).expect("a file").1.as_str();
        let told: Vec<ProgrammeReleased> = serde_json::from_str(file("data/program.json")).expect("versions");
        assert_eq!(told, [released(1), released(2)]);
        let lines: Vec<_> = file("data/program.csv").lines().skip(1).collect();
        assert!(lines[0].contains("Ny") && lines[0].contains("=Torget") && lines[1].contains("Fjerna"), "{lines:?}");
        let sum = "program.csv";
        assert!(file("manifest-sha256.txt").contains(sum), "{}", file("manifest-sha256.txt"));

        let looks = audit::of_event(&world.host.db.read, event().id).await.unwrap();
        let noted: Vec<_> = looks.iter().map(|l| (l.action, l.people, l.what.as_deref(), l.why.as_deref())).collect();
        let taken = |people, what, why| (Action::Archive, people, Some(what), Some(why));
        assert_eq!(noted, [taken(1, "archive+people", "Sak 26/2"), taken(0, "archive", "Sak 26/1")]);
        world
            .get_as("/arrangor/pameldingar/levande-sentrum/innsyn", OWN, Role::Owner)
            .await
            .says("Lasta ned arkivpakken");
        world.get_as("/arrangor/pameldingar/levande-sentrum", OWN, Role::Owner).await.says(ARCHIVE);
        for role in [Role::Editor, Role::Reader, Role::Door, Role::Numbers] {
            assert_eq!(world.get_as(ARCHIVE, OWN, role).await.status, StatusCode::NOT_FOUND, "{role:?}");
            let sent = world.post_as(ARCHIVE, OWN, role, &[("format", "zip"), ("why", "x")]).await;
            assert_eq!(sent.status, StatusCode::NOT_FOUND, "{role:?}");
        }
    }
}
