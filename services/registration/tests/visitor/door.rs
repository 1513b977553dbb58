//! The door, as whoever stands at it meets it.

use crate::world::{Answer, DINNER, WALK, World, event, right};
use axum::http::StatusCode;
use chrono::TimeDelta;
use futures::future::join_all;
use host::testing::KINDS;
use proto::account::{EventRole, Role};
use proto::event::WaitingMode;
use proto::registration::{RegistrationAttended, RegistrationMissed};
use registration::store::audit::{self, Action};
use registration::store::{door_mark, session_attendance};
use sea_orm::{EntityTrait, PaginatorTrait};
use uuid::Uuid;

const DOOR: &str = "/arrangor/dor/levande-sentrum";
const LIST: &str = "/arrangor/dor/levande-sentrum/liste";
const LATE: &str = "/arrangor/dor/levande-sentrum/merke";
const NEW: &str = "/arrangor/dor/levande-sentrum/ny";

/// The value of the hidden field with this name in the form whose button has this value.
fn hidden<'a>(page: &'a Answer, button: &str, name: &str) -> &'a str {
    let button = format!("value=\"{button}\"");
    let form = page.body.split("<form").find(|form| form.contains(&button)).expect("a form with this button");
    let field = form.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("the field");
    field.split('"').next().expect("a value")
}

impl World {
    async fn door(&self, fields: &[(&str, &str)]) -> Answer {
        self.post_as(DOOR, "distriktssenteret", Role::Door, fields).await
    }

    /// Searches for somebody, and presses the button beside the name.
    async fn press(&self, path: &str, who: &str, button: &str) -> Answer {
        let found = self.post_as(path, "distriktssenteret", Role::Door, &[("sok", who)]).await;
        let fields = [
            ("gjer", button),
            ("id", hidden(&found, button, "id")),
            ("merke", hidden(&found, button, "merke")),
            ("sok", who),
        ];
        self.post_as(path, "distriktssenteret", Role::Door, &fields).await
    }

    async fn marks(&self) -> u64 {
        door_mark::Entity::find().count(&self.host.db.read).await.expect("an answer")
    }
}

#[tokio::test]
async fn whoever_may_stand_at_the_door_sees_it_and_nobody_else_is_told_that_there_is_one() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        for role in [Role::Door, Role::Editor, Role::Owner] {
            let door = world.get_as(DOOR, "distriktssenteret", role).await;
            assert_eq!(door.status, StatusCode::OK, "{role:?}");
            door.says("Kari Nordmann");
            door.says("0 av 1 har kome");
            door.says_not("kari@kommune.no");
            door.says_not("vegetar");
        }
        let id = world.rows().await[0].id.to_string();
        let press = [("gjer", "kom"), ("id", &*id), ("merke", "0193f000-0000-7000-8000-000000000001")];
        let new = [("name", "Ola"), ("email", "ola@x.no")];
        let others =
            [("distriktssenteret", Role::Reader), ("distriktssenteret", Role::Numbers), ("byliv", Role::Owner)];
        for (organisation, role) in others {
            for path in [DOOR, NEW, LIST] {
                let seen = world.get_as(path, organisation, role).await;
                assert_eq!(seen.status, StatusCode::NOT_FOUND, "{organisation} {role:?}");
            }
            assert_eq!(world.post_as(DOOR, organisation, role, &press).await.status, StatusCode::NOT_FOUND);
            assert_eq!(world.post_as(NEW, organisation, role, &new).await.status, StatusCode::NOT_FOUND);
            assert_eq!(
                world.post_as(LATE, organisation, role, &[("marker", "[]")]).await.status,
                StatusCode::NOT_FOUND
            );
        }
        let here = EventRole { event: event().id, organisation: "distriktssenteret".to_owned(), role: Role::Door };
        let elsewhere = EventRole { event: proto::EventId(Uuid::from_u128(4711)), ..here.clone() };
        assert_eq!(world.post_at(DOOR, &elsewhere, &press).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.rows().await[0].attended_at, None);
        assert_eq!(world.post_at(DOOR, &here, &press).await.status, StatusCode::SEE_OTHER);
        assert!(world.rows().await[0].attended_at.is_some());
        for path in [format!("{DOOR}?okt=tull"), format!("{DOOR}?okt={}", Uuid::from_u128(1)), format!("{DOOR}x")] {
            let none = world.get_as(&path, "distriktssenteret", Role::Owner).await;
            assert_eq!(none.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}

#[tokio::test]
async fn people_are_found_by_name_and_by_where_they_come_from() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Åse Ødegård", "a@x.no").await;
        let berit = right(&[("name", "Berit"), ("email", "b@x.no"), ("q-municipality", "Stad")]);
        world.post(crate::world::FORM, &berit).await;
        for (typed, found, other) in
            [("ødeg", "Åse Ødegård", "Berit"), ("STAD", "Berit", "Åse"), ("vold", "Åse", "Berit")]
        {
            let page = world.door(&[("sok", typed)]).await;
            page.says(found);
            page.says_not(other);
        }
        world.door(&[("sok", "%")]).await.says("Vi fann ingen.");
        let looks = audit::of_event(&world.host.db.read, event().id).await.unwrap();
        assert!(looks.iter().all(|look| look.action == Action::Search) && looks.len() == 4);
    }
}

#[tokio::test]
async fn two_doors_agree_and_what_was_a_mistake_is_taken_back() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let own = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let before = world.get_as(DOOR, "distriktssenteret", Role::Door).await;
        let again = world.get_as(DOOR, "distriktssenteret", Role::Door).await;
        let press = |page: &Answer, what: &str| {
            [
                ("gjer", what.to_owned()),
                ("id", hidden(page, what, "id").to_owned()),
                ("merke", hidden(page, what, "merke").to_owned()),
            ]
        };
        let send = async |fields: &[(&str, String); 3]| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            world.door(&fields).await
        };
        let first = press(&before, "kom");
        let done = send(&first).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        let shown = world.get_as(done.location(), "distriktssenteret", Role::Door).await;
        shown.says("1 av 1 har kome");
        shown.says("av deg.");
        world.host.clock.advance(TimeDelta::minutes(3));
        let noted = world.rows().await[0].attended_at;
        let second = send(&press(&again, "kom")).await;
        second.says("Det er registrert frå før.");
        second.says("Registrert");
        assert_eq!((world.rows().await[0].attended_at, world.marks().await), (noted, 1), "the first counts");
        // Another account sees that somebody else did it.
        let here = EventRole { event: event().id, organisation: "distriktssenteret".to_owned(), role: Role::Door };
        let other = world.post_by(7, DOOR, &here, &[("sok", "kari")]).await;
        other.says("av ein annan i døra.");

        let shown = world.get_as(done.location(), "distriktssenteret", Role::Door).await;
        let undo = press(&shown, "kom-ikkje");
        send(&undo).await;
        assert_eq!(world.rows().await[0].attended_at, None);
        // What was sent before, once more, by a phone that had lost the network: it was done then, and not now.
        for old in [&first, &undo] {
            send(old).await.says("Det er registrert frå før.");
        }
        assert_eq!(world.rows().await[0].attended_at, None);
        world.press(DOOR, "kari", "kom").await.says("1 av 1 har kome");
        assert_eq!(world.marks().await, 3);
        let db = &world.host.db;
        assert_eq!(bus::testing::said_of::<RegistrationAttended>(db).await.len(), 2);
        assert_eq!(bus::testing::said_of::<RegistrationMissed>(db).await.len(), 1);

        // The certificate is of the same attendance.
        world.host.clock.set(event().ends_at);
        assert_eq!(world.get_file(&format!("{own}/kursbevis.pdf")).await.0.status, StatusCode::OK);
        world.press(DOOR, "kari", "kom-ikkje").await;
        assert_eq!(world.get_file(&format!("{own}/kursbevis.pdf")).await.0.status, StatusCode::NOT_FOUND);
    }
}

/// Marks as a phone sends them that had no network, each with how long ago it was made, in milliseconds; and what came of them.
async fn send_late(
    world: &World,
    account: u128,
    door: &str,
    marks: &[(u128, &str, i64)],
) -> Vec<(String, Option<String>)> {
    let here = EventRole { event: event().id, organisation: "distriktssenteret".to_owned(), role: Role::Door };
    let mark = |(id, whose, ago): &(u128, &str, i64)| {
        let field = if whose.len() == 8 { "code" } else { "person" };
        serde_json::json!({ "id": Uuid::from_u128(*id).to_string(), field: whose, "ago": ago })
    };
    let marks = serde_json::Value::from_iter(marks.iter().map(mark)).to_string();
    let own = Uuid::from_u128(account).to_string();
    let answer = world.post_by(account, door, &here, &[("marker", &marks), ("konto", &own)]).await;
    assert_eq!((answer.status, answer.header("cache-control")), (StatusCode::OK, "no-store"), "{}", answer.body);
    let told = answer.json();
    let word = |one: &serde_json::Value| {
        (one["outcome"].as_str().expect("a word").to_owned(), one["name"].as_str().map(ToOwned::to_owned))
    };
    told.as_array().expect("a list").iter().map(word).collect()
}

#[tokio::test]
async fn marks_that_waited_for_the_network_are_made_once_with_the_time_at_which_they_were_made() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Åse Ødegård", "a@x.no").await;
        let berit = world.signed_up("Berit", "b@x.no").await;
        world.signed_up("Cato", "c@x.no").await;
        let list = world.get_as(LIST, "distriktssenteret", Role::Door).await;
        assert_eq!(list.header("cache-control"), "no-store");
        list.says_not("a@x.no");
        list.says_not("vegetar");
        let list = list.json();
        let on_phone = list["people"].as_array().unwrap();
        let names: Vec<_> =
            on_phone.iter().map(|one| (one["name"].as_str().unwrap(), one["may"].as_str().unwrap())).collect();
        assert_eq!(names, [("Berit", "note"), ("Åse Ødegård", "note")], "who waits is not expected");
        let code = on_phone[1]["code"].as_str().unwrap();
        let ids: Vec<String> = world.rows().await.iter().map(|row| row.id.to_string()).collect();

        // Two phones without network, and somebody who signs off meanwhile.
        world.post(&format!("{berit}/meld-av"), &[]).await;
        let noted = ("noted".to_owned(), None);
        let told = |word: &str, name: &str| (word.to_owned(), Some(name.to_owned()));
        let first = [(1, code, 90_000), (2, &*ids[1], 60_000), (3, "ZZZZZZZZ", 5)];
        let came = send_late(&world, 1, LATE, &first).await;
        assert_eq!(came, [noted.clone(), told("anew", "Berit"), ("unknown".to_owned(), None)]);
        let now = world.host.clock.now();
        assert_eq!(world.rows().await[0].attended_at, Some(host::to_micros(now - TimeDelta::seconds(90))));
        world.host.clock.advance(TimeDelta::minutes(5));
        // The answer was lost, so it is sent again; the other phone marked the same person before.
        assert_eq!(send_late(&world, 1, LATE, &first[..1]).await, [noted]);
        assert_eq!(send_late(&world, 7, LATE, &[(4, &*ids[0], 900_000)]).await, [told("already", "Åse Ødegård")]);
        assert_eq!(world.rows().await[0].attended_at, Some(host::to_micros(now - TimeDelta::seconds(90))));
        assert_eq!(world.marks().await, 1);
        // A clock that is far off is no reason to lose the mark; Cato has moved up in Berit's place.
        let session = format!("{LATE}?okt={WALK}");
        assert_eq!(send_late(&world, 7, &session, &[(5, &*ids[2], i64::MAX)]).await, [("noted".to_owned(), None)]);
        let at = world.rows().await[2].attended_at.expect("came");
        assert_eq!(at, host::to_micros(world.host.clock.now() - TimeDelta::days(2)));
        let here = EventRole { event: event().id, organisation: "distriktssenteret".to_owned(), role: Role::Door };
        let own = Uuid::from_u128(1).to_string();
        for marks in ["", "x", "[{\"id\":1}]"] {
            let nothing = world.post_by(1, LATE, &here, &[("marker", marks), ("konto", &own)]).await;
            assert_eq!(nothing.status, StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test]
async fn marks_of_whoever_had_the_phone_before_are_not_made_by_whoever_has_it_now() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Åse Ødegård", "a@x.no").await;
        let id = world.rows().await[0].id.to_string();
        let here = EventRole { event: event().id, organisation: "distriktssenteret".to_owned(), role: Role::Door };
        let marks = serde_json::json!([{ "id": Uuid::from_u128(1).to_string(), "person": id, "ago": 5 }]).to_string();
        let before = Uuid::from_u128(1).to_string();
        for owner in [Some(&*before), Some("x"), None] {
            let fields: Vec<_> = [("marker", &*marks)].into_iter().chain(owner.map(|own| ("konto", own))).collect();
            let refused = world.post_by(7, LATE, &here, &fields).await;
            assert_eq!((refused.status, &*refused.body), (StatusCode::CONFLICT, "[]"));
        }
        assert_eq!((world.rows().await[0].attended_at, world.marks().await), (None, 0));
        assert_eq!(send_late(&world, 1, LATE, &[(1, &*id, 5)]).await, [("noted".to_owned(), None)]);
    }
}

#[tokio::test]
async fn many_marks_at_once_are_one_attendance() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let id = world.rows().await[0].id.to_string();
        let marks: Vec<String> = (1..=20_u128).map(|n| Uuid::from_u128(n).to_string()).collect();
        let fields: Vec<_> = marks.iter().map(|mark| [("gjer", "kom"), ("id", &*id), ("merke", &**mark)]).collect();
        let answers = join_all(fields.iter().map(|fields| world.door(fields))).await;
        let first = answers.iter().filter(|answer| answer.status == StatusCode::SEE_OTHER).count();
        let already = answers.iter().filter(|answer| answer.body.contains("Det er registrert frå før.")).count();
        assert_eq!((first, already), (1, 19));
        assert_eq!(world.marks().await, 1);
        assert_eq!(bus::testing::said_of::<RegistrationAttended>(&world.host.db).await.len(), 1);
    }
}

#[tokio::test]
async fn whoever_waits_or_has_signed_off_is_shown_so_and_is_not_let_in() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Åse", "a@x.no").await;
        for (name, email) in [("Berit", "b@x.no"), ("Cato", "c@x.no"), ("Dina", "d@x.no")] {
            world.signed_up(name, email).await;
        }
        world.post(&format!("{link}/meld-av"), &[]).await;
        let page = world.door(&[("sok", "dina")]).await;
        page.says("Nummer 1 på ventelista");
        world.door(&[("sok", "åse")]).await.says("Har meldt seg av.");
        for who in [0, 3] {
            let id = world.rows().await[who].id.to_string();
            let refused = world.door(&[("gjer", "kom"), ("id", &id)]).await;
            assert_eq!(refused.status, StatusCode::CONFLICT);
            refused.says("Personen har ikkje plass her");
        }
        assert_eq!(world.marks().await, 0);
        world.get_as(DOOR, "distriktssenteret", Role::Door).await.says("0 av 2 har kome");
    }
}

#[tokio::test]
async fn somebody_who_is_offered_a_place_can_take_it_at_the_door() {
    for kind in KINDS {
        let mut offering = event();
        offering.sign_up.waiting_list.mode = WaitingMode::Offer { working_hours: 48 };
        let world = World::with(kind, &offering).await;
        let link = world.signed_up("Åse", "a@x.no").await;
        world.signed_up("Berit", "b@x.no").await;
        world.signed_up("Cato", "c@x.no").await;
        world.post(&format!("{link}/meld-av"), &[]).await;
        world.press(DOOR, "cato", "slepp-inn").await.says("Har kome");
        assert!(world.rows().await[2].attended_at.is_some());
        world.get_as(DOOR, "distriktssenteret", Role::Door).await.says("1 av 2 har kome");
    }
}

#[tokio::test]
async fn whoever_has_not_signed_up_comes_in_where_there_is_a_place() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Åse", "a@x.no").await;
        // Sign-up has closed.
        world.host.clock.set(event().starts_at);
        let form = world.get_as(NEW, "distriktssenteret", Role::Door).await;
        let submission = hidden_in(&form, "submission").to_owned();
        let send = async |name: &str, email: &str, submission: &str| {
            let fields = [("name", name), ("email", email), ("language", "sv"), ("submission", submission)];
            world.post_as(NEW, "distriktssenteret", Role::Door, &fields).await
        };
        let wrong = send("", "berit", &submission).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("value=\"berit\"");
        wrong.says("<title>Feil:");
        for _again in 0..2 {
            let done = send("Berit", "b@x.no", &submission).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER);
            let shown = world.get_as(done.location(), "distriktssenteret", Role::Door).await;
            shown.says("Berit");
            shown.says("1 av 2 har kome");
        }
        let rows = world.rows().await;
        assert_eq!((rows.len(), rows[1].attended_at, rows[1].language.as_str()), (2, Some(event().starts_at), "sv"));
        let again = send("Cato", "c@x.no", &submission).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "one form is about one person");
        let full = send("Cato", "c@x.no", &Uuid::now_v7().to_string()).await;
        assert_eq!(full.status, StatusCode::CONFLICT);
        full.says("Det er ingen ledige plassar");
        full.says("value=\"Cato\"");
        assert_eq!(world.rows().await.len(), 2, "nobody is put on the waiting list at the door");
        // Somebody who is signed up is found instead.
        let known = send("Åse Igjen", "A@x.no", &Uuid::now_v7().to_string()).await;
        let shown = world.get_as(known.location(), "distriktssenteret", Role::Door).await;
        shown.says("Åse");
        shown.says_not("Åse Igjen");
        assert_eq!(world.rows().await[0].attended_at, None, "the door sees who it is and presses the button");
        let looks = audit::of_event(&world.host.db.read, event().id).await.unwrap();
        assert_eq!(looks.iter().filter(|look| look.action == Action::LetIn).count(), 1);
        world.host.clock.set(event().ends_at);
        send("Dina", "d@x.no", &Uuid::now_v7().to_string()).await.says("Arrangementet er over");
    }
}

fn hidden_in<'a>(page: &'a Answer, name: &str) -> &'a str {
    let field = page.body.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("the field");
    field.split('"').next().expect("a value")
}

#[tokio::test]
async fn of_many_who_come_at_once_one_gets_the_last_place() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Åse", "a@x.no").await;
        let people: Vec<String> = (0..12).map(|n| format!("p{n}@x.no")).collect();
        let forms: Vec<_> = people.iter().map(|email| [("name", "Ny Person"), ("email", email.as_str())]).collect();
        let sent = forms.iter().map(|form| world.post_as(NEW, "distriktssenteret", Role::Door, form));
        let answers = join_all(sent).await;
        let let_in = answers.iter().filter(|answer| answer.status == StatusCode::SEE_OTHER).count();
        let turned_away = answers.iter().filter(|answer| answer.status == StatusCode::CONFLICT).count();
        assert_eq!((let_in, turned_away), (1, 11));
        let rows = world.rows().await;
        assert_eq!((rows.len(), rows.iter().filter(|row| row.attended_at.is_some()).count()), (2, 1));
    }
}

#[tokio::test]
async fn each_session_has_a_door_and_whoever_comes_to_one_is_at_the_event() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let dinner = DINNER.to_string();
        for (name, email, choice) in [("Åse", "a@x.no", Some(&*dinner)), ("Berit", "b@x.no", None)] {
            let mut form = right(&[("name", name), ("email", email)]);
            form.extend(choice.map(|choice| ("choice", choice)));
            world.post(crate::world::FORM, &form).await;
        }
        let came = async || {
            let sessions = session_attendance::Entity::find().count(&world.host.db.read).await.unwrap();
            (sessions, world.rows().await.iter().filter(|row| row.attended_at.is_some()).count())
        };
        let at_dinner = format!("{DOOR}?okt={DINNER}");
        let on_walk = format!("{DOOR}?okt={WALK}");
        let page = world.get_as(&at_dinner, "distriktssenteret", Role::Door).await;
        page.says("0 av 1 har kome");
        page.says_not("Berit");
        // The dinner is full; on the walk there is no end to the places.
        world
            .post_as(&at_dinner, "distriktssenteret", Role::Door, &[("sok", "berit")])
            .await
            .says("alle plassane er tekne");
        world.press(&at_dinner, "åse", "kom").await.says("1 av 1 har kome");
        world.press(&on_walk, "berit", "kom").await.says("Har kome");
        world.press(&on_walk, "åse", "kom").await;
        assert_eq!(came().await, (3, 2));
        world.get_as(DOOR, "distriktssenteret", Role::Door).await.says("2 av 2 har kome");
        // Who was noted at a wrong door is where they were otherwise; without any other, they were not there.
        world.press(&at_dinner, "åse", "kom-ikkje").await;
        world.press(&on_walk, "berit", "kom-ikkje").await;
        assert_eq!(came().await, (1, 1));
        world.press(DOOR, "åse", "kom-ikkje").await;
        assert_eq!(came().await, (0, 0));
        let missed = bus::testing::said_of::<RegistrationMissed>(&world.host.db).await;
        assert_eq!(missed.len(), 2);
    }
}

#[tokio::test]
async fn a_place_in_a_session_can_be_given_at_its_door_and_never_one_too_many() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Åse", "a@x.no").await;
        world.signed_up("Berit", "b@x.no").await;
        let at_dinner = format!("{DOOR}?okt={DINNER}");
        let ids: Vec<String> = world.rows().await.iter().map(|row| row.id.to_string()).collect();
        let both = ids.iter().map(|id| {
            let fields = vec![("gjer", "plass"), ("id", id.as_str())];
            let (world, at_dinner) = (&world, &at_dinner);
            async move { world.post_as(at_dinner, "distriktssenteret", Role::Door, &fields).await }
        });
        let answers = join_all(both).await;
        let given = answers.iter().filter(|answer| answer.status == StatusCode::SEE_OTHER).count();
        let full = answers.iter().filter(|answer| answer.body.contains("Den siste plassen er nettopp teken")).count();
        assert_eq!((given, full), (1, 1));
        world.get_as(&at_dinner, "distriktssenteret", Role::Door).await.says("1 av 1 har kome");
    }
}

#[tokio::test]
async fn what_was_marked_is_in_what_is_held_and_goes_with_the_person() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Åse", "a@x.no").await;
        world.press(&format!("{DOOR}?okt={WALK}"), "åse", "kom").await;
        let held = world.get(&format!("{link}/data.json")).await.json();
        assert_eq!(held["came_to"][0]["pool_id"], WALK.to_string());
        world.host.clock.set(event().ends_at + TimeDelta::days(1));
        world.post(&format!("{link}/slett"), &[]).await;
        assert_eq!(world.marks().await, 0);
        let gone = world.get_as(DOOR, "distriktssenteret", Role::Door).await;
        gone.says("1 av 1 har kome");
        gone.says_not("Åse");
    }
}
