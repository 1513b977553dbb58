//! What organisers see of people beyond the list: all about one, files, and what the kitchen needs.

use crate::world::{FORM, World, event, right};
use axum::http::StatusCode;
use host::testing::KINDS;
use proto::EventId;
use proto::account::{EventRole, Role};
use proto::event::{AnswerType, Event};
use registration::store::audit::{self, Action};
use std::io::{Cursor, Read};
use uuid::Uuid;

const LIST: &str = "/arrangor/pameldingar/levande-sentrum";
const OWN: &str = "distriktssenteret";
const HOSTILE: &str = "=1+1;\u{202e}<script>alert(1)</script>";

/// The event, which also asks where people work.
fn asking() -> Event {
    let mut event = event();
    let mut question = event.sign_up.questions[5].clone();
    "work".clone_into(&mut question.key);
    question.answer = AnswerType::Organisation;
    event.sign_up.questions.push(question);
    event
}

async fn with_people(kind: host::testing::Kind) -> World {
    let world = World::with(kind, &asking()).await;
    for (name, email, work, kitchen) in [
        (HOSTILE, "a@x.no", "@SUM(1)", "Glutenfri"),
        ("Berit", "b@x.no", "Volda kommune", "glutenfri."),
        ("Cato", "c@x.no", "Ørsta", "Egg"),
    ] {
        let fields = right(&[("name", name), ("email", email), ("q-work", work), ("q-kitchen", kitchen)]);
        assert_eq!(world.post(FORM, &fields).await.status, StatusCode::SEE_OTHER);
    }
    world
}

#[tokio::test]
async fn each_page_is_for_those_whose_role_may() {
    for kind in KINDS {
        let world = with_people(kind).await;
        let person = format!("{LIST}/{}", world.rows().await[0].id);
        let export = format!("{LIST}/eksport");
        let needs = format!("{LIST}/behov");
        let note = format!("{person}/merknad");
        let gone = format!("{note}/slett");
        let file: &[(&str, &str)] = &[("why", "Namneskilt"), ("format", "csv")];
        let noted: &[(&str, &str)] = &[("note", "Kjem seint.")];
        let other_note: &[(&str, &str)] = &[("note", "00000000-0000-0000-0000-000000000001")];
        let sent = [(&export, file, Role::Reader), (&needs, file, Role::Editor), (&note, noted, Role::Editor)];
        let sent = sent.into_iter().chain([(&gone, other_note, Role::Editor)]);
        for role in Role::ALL {
            for (path, least) in [(&person, Role::Reader), (&export, Role::Reader), (&needs, Role::Editor)] {
                let may = role.includes(least);
                let wanted = if may { StatusCode::OK } else { StatusCode::NOT_FOUND };
                assert_eq!(world.get_as(path, OWN, role).await.status, wanted, "{path} {role:?}");
                let at = |event, organisation: &str| EventRole { event, organisation: organisation.to_owned(), role };
                assert_eq!(world.get_at(path, &at(event().id, OWN)).await.status, wanted, "{path} {role:?} here");
                let elsewhere = at(EventId(Uuid::from_u128(4711)), OWN);
                assert_eq!(world.get_at(path, &elsewhere).await.status, StatusCode::NOT_FOUND, "{path} {role:?}");
                for other in ["byliv", "visit"] {
                    assert_eq!(world.get_as(path, other, role).await.status, StatusCode::NOT_FOUND, "{path} {other}");
                }
            }
            for (path, fields, least) in sent.clone() {
                let may = role.includes(least);
                let status = world.post_as(path, OWN, role, fields).await.status;
                assert_eq!(status != StatusCode::NOT_FOUND, may, "{path} {role:?} {status}");
                for other in ["byliv", "visit"] {
                    let status = world.post_as(path, other, role, fields).await.status;
                    assert_eq!(status, StatusCode::NOT_FOUND, "{path} {other} {role:?}");
                }
            }
        }
        for path in [&person, &export, &needs] {
            assert!(world.get(path).await.location().starts_with("/arrangor/logg-inn?til="));
        }
        for path in
            [format!("{LIST}/x"), format!("{LIST}/{}", Uuid::from_u128(1)), "/arrangor/pameldingar/x/behov".into()]
        {
            assert_eq!(world.get_as(&path, OWN, Role::Owner).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}

#[tokio::test]
async fn a_file_says_what_it_is_for_and_works_nothing_out() {
    for kind in KINDS {
        let world = with_people(kind).await;
        let export = format!("{LIST}/eksport");
        let send = async |role, fields: &[(&str, &str)]| world.post_as(&export, OWN, role, fields).await;
        let none = send(Role::Reader, &[("format", "xlsx"), ("why", " ")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        none.says("Skriv kva fila skal brukast til");
        none.says("<title>Feil: ");
        let csv = send(Role::Reader, &[("format", "csv"), ("why", "Namneskilt"), ("behov", "ja")]).await;
        assert_eq!((csv.status, csv.header("content-type")), (StatusCode::OK, "text/csv; charset=utf-8"));
        assert_eq!(csv.header("content-disposition"), "attachment; filename=\"levande-sentrum-pameldingar.csv\"");
        assert!(csv.body.starts_with("\u{feff}Nr.;Namn;E-post;Status;"), "{}", csv.body);
        for cell in ["\"'=1+1;<script>alert(1)</script>\"", "'@SUM(1)", "Volda (Møre og Romsdal)"] {
            csv.says(cell);
        }
        csv.says_not("lutenfri");
        csv.says_not("\u{202e}");
        let searched =
            send(Role::Editor, &[("format", "csv"), ("why", "x"), ("behov", "ja"), ("sok", "VOLDA kom")]).await;
        searched.says("Berit");
        searched.says("glutenfri.");
        searched.says_not("Cato");
        let waiting = [("format", "xlsx"), ("why", "Ringje"), ("status", "waiting")];
        let (status, bytes) = world.file_as(&export, Role::Owner, &waiting).await;
        assert_eq!(status, StatusCode::OK);
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
        let mut strings = String::new();
        archive.by_name("xl/sharedStrings.xml").expect("text").read_to_string(&mut strings).expect("text");
        assert!(strings.contains("Cato") && !strings.contains("Berit"), "{strings}");

        let print = [("format", "pdf"), ("why", "Liste i døra"), ("behov", "ja"), ("sok", "berit")];
        let (status, bytes) = world.file_as(&export, Role::Reader, &print).await;
        assert!(status == StatusCode::OK && bytes.starts_with(b"%PDF-1.7"), "{status}");
        let looks = audit::of_event(&world.host.db.read, event().id).await.unwrap();
        let noted: Vec<_> = looks.iter().map(|l| (l.action, l.people, l.what.as_deref(), l.why.as_deref())).collect();
        let export = |people, what, why| (Action::Export, people, Some(what), Some(why));
        assert_eq!(
            noted,
            [
                export(1, "pdf", "Liste i døra"),
                export(1, "xlsx", "Ringje"),
                export(1, "csv+sensitive", "x"),
                export(3, "csv", "Namneskilt")
            ]
        );
        // What is searched for stands in no address on the way to the file.
        let found = world.post_as(LIST, OWN, Role::Reader, &[("sok", "berit")]).await;
        found.says("name=\"sok\" value=\"berit\"");
        found.says_not("eksport?");
        let form = world.post_as(&format!("{LIST}/eksport"), OWN, Role::Reader, &[("sok", "berit")]).await;
        form.says("Fila får med 1 person");
        world.get_as(&format!("{LIST}?status=waiting"), OWN, Role::Reader).await.says("eksport?status=waiting\"");
        let hostile = world.get_as(LIST, OWN, Role::Reader).await;
        hostile.says("<bdi>=1+1;&lt;script&gt;");
        hostile.says_not("\u{202e}");
    }
}

#[tokio::test]
async fn all_about_one_person_but_what_few_may_see_and_only_when_asked_for() {
    for kind in KINDS {
        let world = with_people(kind).await;
        let row = world.rows().await[2].clone();
        let person = format!("{LIST}/{}", row.id);
        let page = world.get_as(&person, OWN, Role::Reader).await;
        for text in ["<bdi>Cato</bdi>", "Ørsta", "Venteliste", "nummer 1", "kom på venteliste", "Volda"] {
            page.says(text);
        }
        assert_eq!(page.header("cache-control"), "no-store");
        page.says_not("Egg");
        page.says_not("/merknad");
        world.get_as(&format!("{person}?vis=behov"), OWN, Role::Reader).await.says_not("Egg");
        world.get_as(&person, OWN, Role::Editor).await.says_not("Egg");
        world.get_as(&format!("{person}?vis=behov"), OWN, Role::Editor).await.says("Egg");
        let looks = audit::of_event(&world.host.db.read, event().id).await.unwrap();
        let noted: Vec<_> = looks.iter().map(|look| (look.action, look.registration_id)).collect();
        let own = Some(row.id);
        assert_eq!(
            noted,
            [(Action::Sensitive, own), (Action::Person, own), (Action::Person, own), (Action::Person, own)]
        );

        let note = format!("{person}/merknad");
        let long = world.post_as(&note, OWN, Role::Editor, &[("note", &"å".repeat(2_001))]).await;
        assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
        long.says("Skriv merknaden med høgst 2");
        long.says(&"å".repeat(2_001));
        let kept = world.post_as(&note, OWN, Role::Editor, &[("note", "Ringde <b>.")]).await;
        assert_eq!((kept.status, kept.location()), (StatusCode::SEE_OTHER, &*format!("{person}#notes")));
        let page = world.get_as(&person, OWN, Role::Reader).await;
        page.says("Ringde &lt;b&gt;.");
        page.says("skriven av deg");
        // They are given to whoever they are about.
        world.get(&format!("{}/data.json", world.link(&row))).await.says("Ringde <b>.");
        let page = world.get_as(&person, OWN, Role::Editor).await;
        let id = page.body.split("name=\"note\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        for _ in 0..2 {
            let gone = world.post_as(&format!("{note}/slett"), OWN, Role::Editor, &[("note", id)]).await;
            assert_eq!(gone.status, StatusCode::SEE_OTHER);
        }
        world.get_as(&person, OWN, Role::Reader).await.says("Ingen har notert noko.");

        let link = world.link(&row);
        world.post(&format!("{link}/meld-av"), &[]).await;
        world.get_as(&person, OWN, Role::Reader).await.says("meldte seg av");
        world.post(&format!("{link}/slett"), &[]).await;
        assert_eq!(world.get_as(&person, OWN, Role::Owner).await.status, StatusCode::NOT_FOUND);
        let late = world.post_as(&note, OWN, Role::Editor, &[("note", "For seint")]).await;
        assert_eq!(late.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_kitchen_gets_numbers_and_no_names() {
    for kind in KINDS {
        let world = with_people(kind).await;
        let needs = format!("{LIST}/behov");
        let page = world.get_as(&needs, OWN, Role::Editor).await;
        // Two have places; what the third wrote is for nobody yet.
        page.says("Tala gjeld dei 2 som har plass");
        page.says("<bdi>Glutenfri</bdi>");
        for hidden in ["Egg", "Berit", "b@x.no"] {
            page.says_not(hidden);
        }
        let csv = world.post_as(&needs, OWN, Role::Editor, &[("format", "csv"), ("why", "Kjøkenet")]).await;
        csv.says("Kva må kjøkenet vite?;Glutenfri;2\r\n");
        csv.says("Ikkje svart;0");
        let none = world.post_as(&needs, OWN, Role::Editor, &[("format", "csv")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        let looks = audit::of_event(&world.host.db.read, event().id).await.unwrap();
        let noted: Vec<_> = looks.iter().map(|look| (look.action, look.people, look.why.as_deref())).collect();
        let seen = (Action::Needs, 2, None);
        assert_eq!(noted, [seen, (Action::NeedsExport, 2, Some("Kjøkenet")), seen]);
    }
}
