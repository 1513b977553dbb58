//! Badges and table signs, and the door that reads them.

use crate::world::{Answer, World, event, right};
use axum::http::StatusCode;
use host::testing::KINDS;
use proto::EventId;
use proto::account::{EventRole, Role};
use proto::event::{AnswerType, Event};
use registration::store::audit::{self, Action};
use std::io::Write;
use std::process::{Command, Stdio};
use uuid::Uuid;

const LIST: &str = "/arrangor/pameldingar/levande-sentrum";
const PAGE: &str = "/arrangor/pameldingar/levande-sentrum/skilt";
const DOOR: &str = "/arrangor/dor/levande-sentrum";
const OWN: &str = "distriktssenteret";

/// The event, which also asks about pictures.
fn asking() -> Event {
    let mut event = event();
    let mut question = event.sign_up.questions[5].clone();
    "photo".clone_into(&mut question.key);
    question.answer = AnswerType::YesNo;
    event.sign_up.questions.push(question);
    event
}

/// What pdftotext of poppler-utils reads in a file.
fn text_of(file: &[u8]) -> String {
    let reader =
        Command::new("pdftotext").args(["-raw", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut reader = reader.expect("pdftotext of poppler-utils");
    reader.stdin.take().expect("a way in").write_all(file).expect("written");
    let output = reader.wait_with_output().expect("read");
    String::from_utf8(output.stdout).expect("text").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl World {
    /// The text of the badges or signs that somebody with this role takes.
    async fn printed(&self, role: Role, fields: &[(&str, &str)]) -> String {
        let (status, file) = self.file_as(PAGE, role, fields).await;
        assert_eq!(status, StatusCode::OK);
        text_of(&file)
    }
}

#[tokio::test]
async fn many_are_for_those_who_have_the_list_and_one_for_the_door_too() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let id = world.rows().await[0].id.to_string();
        let of_one = format!("{PAGE}?person={id}");
        let (one, many) =
            ([("kva", "namneskilt"), ("why", "Nytt"), ("person", &*id)], [("kva", "tomme"), ("why", "x")]);
        for role in Role::ALL {
            for (path, fields, may) in [
                (PAGE, &many[..], role.includes(Role::Reader)),
                (&*of_one, &one[..], role.includes(Role::Reader) || role.includes(Role::Door)),
            ] {
                let wanted = if may { StatusCode::OK } else { StatusCode::NOT_FOUND };
                assert_eq!(world.get_as(path, OWN, role).await.status, wanted, "{path} {role:?}");
                assert_eq!(world.file_as(PAGE, role, fields).await.0, wanted, "{path} {role:?}");
                let at = |event, organisation: &str| EventRole { event, organisation: organisation.to_owned(), role };
                assert_eq!(world.get_at(path, &at(event().id, OWN)).await.status, wanted, "{path} {role:?} here");
                let elsewhere = at(EventId(Uuid::from_u128(4711)), OWN);
                assert_eq!(world.get_at(path, &elsewhere).await.status, StatusCode::NOT_FOUND, "{path} {role:?}");
                for other in ["byliv", "visit"] {
                    assert_eq!(world.get_as(path, other, role).await.status, StatusCode::NOT_FOUND, "{path} {other}");
                    let sent = world.post_as(PAGE, other, role, fields).await;
                    assert_eq!(sent.status, StatusCode::NOT_FOUND, "{path} {other} {role:?}");
                }
            }
        }
        assert!(world.get(PAGE).await.location().starts_with("/arrangor/logg-inn?til="));
        for person in ["x".to_owned(), Uuid::from_u128(1).to_string()] {
            let none = world.get_as(&format!("{PAGE}?person={person}"), OWN, Role::Owner).await;
            assert_eq!(none.status, StatusCode::NOT_FOUND, "{person}");
        }
    }
}

#[tokio::test]
async fn those_who_have_a_place_get_one_and_it_is_noted_what_for() {
    for kind in KINDS {
        let world = World::with(kind, &asking()).await;
        for (name, email, photo) in
            [("Åse Ødegård", "a@x.no", "yes"), ("Berit", "b@x.no", "no"), ("Cato", "c@x.no", "no")]
        {
            let fields = right(&[("name", name), ("email", email), ("q-photo", photo)]);
            assert_eq!(world.post(crate::world::FORM, &fields).await.status, StatusCode::SEE_OTHER);
        }
        let page = world.get_as(PAGE, OWN, Role::Reader).await;
        page.says("Skilt til 2 personar som har plass");
        let none = world.post_as(PAGE, OWN, Role::Reader, &[("kva", "namneskilt"), ("why", " ")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        none.says("<title>Feil: ");
        let all = world.printed(Role::Reader, &[("kva", "namneskilt"), ("why", "Innsjekk")]).await;
        for text in ["Åse Ødegård", "Berit", "Volda", "Levande sentrum"] {
            assert!(all.contains(text), "no {text}: {all}");
        }
        assert!(!all.contains("Cato") && !all.contains("vegetar") && !all.contains("@x.no"), "{all}");
        assert_eq!(all.matches("Ikkje foto").count(), 1, "{all}");
        let signs = world.printed(Role::Owner, &[("kva", "bordskilt"), ("why", "Bord"), ("sok", "berit")]).await;
        assert!(signs.contains("Berit") && !signs.contains("Åse"), "{signs}");
        let nobody = [("kva", "bordskilt"), ("why", "Bord"), ("status", "waiting")];
        let nobody = world.post_as(PAGE, OWN, Role::Owner, &nobody).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        nobody.says("Ingen i utvalet har plass");
        let blank = world.printed(Role::Reader, &[("kva", "tomme")]).await;
        assert_eq!(blank.matches("Levande sentrum").count(), 10);
        let looks = audit::of_event(&world.host.db.read, event().id).await.unwrap();
        let noted: Vec<_> = looks.iter().map(|l| (l.action, l.people, l.what.as_deref(), l.why.as_deref())).collect();
        let badges = |people, what, why| (Action::Badges, people, Some(what), Some(why));
        assert_eq!(noted, [badges(1, "signs", "Bord"), badges(2, "badges", "Innsjekk")]);
        let list = world.get_as(&format!("{LIST}?status=admitted"), OWN, Role::Reader).await;
        list.says(&format!("{PAGE}?status=admitted"));
        let searched = world.post_as(PAGE, OWN, Role::Reader, &[("sok", "berit")]).await;
        searched.says("name=\"sok\" value=\"berit\"");
        searched.says("Skilt til 1 person");
    }
}

#[tokio::test]
async fn a_door_knows_a_badge_by_its_code_and_makes_another_one() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Åse Ødegård", "a@x.no").await;
        world.signed_up("Berit", "b@x.no").await;
        let row = world.rows().await[0].clone();
        let id = row.id.to_string();
        let door = world.get_as(DOOR, OWN, Role::Door).await;
        door.says(&format!("href=\"{PAGE}?person={id}\""));
        let form = world.get_as(&format!("{PAGE}?person={id}"), OWN, Role::Door).await;
        form.says("<bdi>Åse Ødegård</bdi>");
        form.says("value=\"Nytt skilt\"");
        form.says_not("Berit");
        let fields = [("kva", "namneskilt"), ("why", "Nytt skilt"), ("person", &*id)];
        let badge = world.printed(Role::Door, &fields).await;
        assert!(badge.contains("Åse Ødegård") && !badge.contains("Berit"), "{badge}");
        assert_eq!(badge, world.printed(Role::Door, &fields).await, "the code stays the same");
        let code = badge.split(' ').find(|word| word.len() == 9 && word.as_bytes()[4] == b'-').expect("a code");
        // It is no part of what leads anywhere.
        assert!(!link.contains(code) && !id.to_uppercase().contains(&code.replace('-', "")));
        let found = |seen: &Answer| {
            seen.says("Åse Ødegård");
            seen.says_not("Berit");
        };
        // Only here may the page ask for the camera.
        assert!(door.header("permissions-policy").starts_with("camera=(self),"));
        assert!(form.header("permissions-policy").starts_with("camera=(),"));
        for typed in [code.to_owned(), code.replace('-', "").to_lowercase(), format!(" {code} ")] {
            found(&world.post_as(DOOR, OWN, Role::Door, &[("sok", &typed)]).await);
        }
        let other = if code.starts_with('A') { code.replacen('A', "B", 1) } else { format!("A{}", &code[1..]) };
        world.post_as(DOOR, OWN, Role::Door, &[("sok", &other)]).await.says("Vi fann ingen.");
        let looks = audit::of_event(&world.host.db.read, event().id).await.unwrap();
        let made: Vec<_> = looks.iter().filter(|look| look.action == Action::Badges).collect();
        assert!(made.len() == 2 && made.iter().all(|look| look.registration_id == Some(row.id)));
        world.post(&format!("{link}/meld-av"), &[]).await;
        let gone = world.file_as(PAGE, Role::Door, &fields).await;
        assert_eq!(gone.0, StatusCode::NOT_FOUND, "without a place there is no badge");
    }
}
