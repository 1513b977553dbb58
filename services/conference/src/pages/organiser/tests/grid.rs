use super::planner::{Planner, World, world};
use crate::programme::{Occurrence, RoomId};
use crate::timetable::example::{self, occurrence_id, room_id, session_id};
use axum::http::{StatusCode, header};
use chrono::TimeDelta;
use host::testing::KINDS;
use proto::OccurrenceId;

const DAY: &str = "/program?dag=2027-05-11";

async fn placed(world: &World, id: OccurrenceId) -> Occurrence {
    world.draft().await.occurrence(id).cloned().unwrap_or_else(|| panic!("{id} is not there"))
}

fn clock(occurrence: &Occurrence) -> String {
    format!("{}–{}", occurrence.starts_at.format("%d %H:%M"), occurrence.ends_at.format("%H:%M"))
}

/// Presses a button in the cell of a page that was opened.
async fn press(
    planner: &Planner<'_>,
    page: &super::planner::Answer,
    id: OccurrenceId,
    button: &str,
) -> super::planner::Answer {
    let cell = format!("data-occurrence=\"{id}\"");
    let names = ["occurrence", "revision", "seen", "day", "date", "from", "to", "room"];
    let values = names.map(|name| page.hidden(&cell, name));
    let mut fields: Vec<(&str, &str)> = names.iter().copied().zip(values.iter().map(String::as_str)).collect();
    fields.push(("do", button));
    planner.send("/program", &fields).await
}

#[tokio::test]
async fn a_day_is_planned_with_buttons_alone() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let id = occurrence_id(3);
        assert_eq!(clock(&placed(&world, id).await), "11 08:30–09:15");
        let other = format!("room:{}", room_id(1).0);
        for (button, expected, room) in [
            ("later", "11 08:45–09:30", 2),
            ("longer", "11 08:45–09:45", 2),
            ("earlier", "11 08:30–09:30", 2),
            ("shorter", "11 08:30–09:15", 2),
            (other.as_str(), "11 08:30–09:15", 1),
        ] {
            let page = planner.get(DAY).await;
            let done = press(&planner, &page, id, button).await;
            assert_eq!(
                done.location(),
                format!("/arrangor/konferanse/byliv-2027/program?dag=2027-05-11&lagra=1#p-{id}"),
                "{button}"
            );
            let now = placed(&world, id).await;
            assert_eq!((clock(&now).as_str(), now.room), (expected, Some(room_id(room))), "{button}");
        }
        let page = planner.get(DAY).await;
        let copied = press(&planner, &page, id, "duplicate").await;
        let new: OccurrenceId = copied.location().rsplit_once("#p-").unwrap().1.parse().unwrap();
        assert_eq!(clock(&placed(&world, new).await), "11 09:15–10:00");
        let page = planner.get(DAY).await;
        press(&planner, &page, new, "remove").await;
        assert!(world.draft().await.occurrence(new).is_none());
        assert_eq!(world.stored().await.drafted_by, Some(planner.account));
    }
}

#[tokio::test]
async fn a_session_without_a_time_is_at_the_side_until_it_is_placed() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let session = session_id(6).to_string();
        planner.get(DAY).await.says(&format!("data-session=\"{session}\""));
        let form = planner.get(&format!("/plassering?bolk={session}&dag=2027-05-12&rom={}", room_id(1).0)).await;
        form.says(&format!("<option value=\"{session}\" selected>"));
        let room = room_id(1).0.to_string();
        let fields =
            [("session", session.as_str()), ("date", "2027-05-12"), ("from", "11"), ("to", "11.45"), ("room", &room)];
        let done = planner.send("/plassering", &fields).await;
        let id: OccurrenceId = done.location().rsplit_once("#p-").unwrap().1.parse().unwrap();
        assert_eq!(clock(&placed(&world, id).await), "12 09:00–09:45");
        planner.get(DAY).await.silent(&format!("data-session=\"{session}\""));
        // By mouse the same form is sent to the table.
        let drop = [
            ("do", "place"),
            ("day", "2027-05-12"),
            fields[0],
            fields[1],
            ("from", "13.00"),
            ("to", "14.00"),
            fields[4],
        ];
        assert!(planner.send("/program", &drop).await.location().contains("lagra=1"));
        assert_eq!(world.draft().await.occurrences.iter().filter(|one| one.session == Some(session_id(6))).count(), 2);
    }
}

#[tokio::test]
async fn a_room_is_held_free_for_something_that_is_written_beside_it() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let room = room_id(3).0.to_string();
        let fields = |note: &'static str| {
            [("session", ""), ("note", note), ("date", "2027-05-11"), ("from", "7.00"), ("to", "8.00"), ("room", "")]
        };
        let bare = planner.send("/plassering", &fields(" ")).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        bare.says("Skriv kva tida er sett av til.");
        let mut held = fields("Rigging <av> scena");
        held[5].1 = &room;
        let id = planner.send("/plassering", &held).await.location().rsplit_once("#p-").unwrap().1.to_owned();
        let page = planner.get(DAY).await;
        page.says("Rigging &lt;av&gt; scena").silent("<av>").says("07.00");
        let own = planner.get(&format!("/plassering/{id}")).await;
        let revision = own.hidden("id=\"form\"", "revision");
        let mut again = held.to_vec();
        again.extend([("revision", revision.as_str())]);
        again[1].1 = "Lydprøve";
        again[4].1 = "8.30";
        planner.send(&format!("/plassering/{id}"), &again).await.location();
        let now = placed(&world, id.parse().unwrap()).await;
        assert_eq!((clock(&now).as_str(), now.note.get(proto::Language::Nn)), ("11 05:00–06:30", "Lydprøve"));
    }
}

#[tokio::test]
async fn impossible_times_are_told_beside_their_field_and_change_nothing() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let before = world.stored().await;
        let id = occurrence_id(3);
        let path = format!("/plassering/{id}");
        let room = room_id(2).0.to_string();
        for (date, from, to, field, words) in [
            ("2027-05-11", "10.30", "10.00", "to", "Slutten må vere etter byrjinga."),
            ("2027-05-11", "10.30", "halv tolv", "to", "Skriv tida slik: 09.30."),
            ("2027-05-11", "", "11.00", "from", "Skriv tida slik: 09.30."),
            ("2027-05-13", "10.30", "11.00", "date", "Dagen er ikkje ein av dagane i programmet."),
        ] {
            let fields = [("date", date), ("from", from), ("to", to), ("room", room.as_str()), ("revision", "1")];
            let answer = planner.send(&path, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{from}–{to}");
            answer.says(&format!("href=\"#{field}\"")).says(&format!("id=\"{field}-error\"")).says("<title>Feil:");
            assert_eq!(answer.text.matches(words).count(), 2, "in the summary and at the field");
        }
        let unknown = [("date", "2027-05-11"), ("from", "9"), ("to", "10"), ("room", "x"), ("revision", "1")];
        planner.send(&path, &unknown).await.says("id=\"room-error\"");
        assert_eq!(world.stored().await, before);
    }
}

#[tokio::test]
async fn two_who_move_the_same_at_once_are_shown_both_and_one_chooses() {
    for kind in KINDS {
        let world = world(kind).await;
        let (one, other) = (world.planner(), world.signed_in("distriktssenteret", proto::account::Role::Editor));
        let id = occurrence_id(3);
        let (first, second) = (one.get(DAY).await, other.get(DAY).await);
        press(&one, &first, id, "later").await.location();
        let conflict = press(&other, &second, id, &format!("room:{}", room_id(1).0)).await;
        assert_eq!(conflict.status, StatusCode::CONFLICT);
        conflict.says("kl. 10.45–11.30").says("kl. 10.30–11.15").says("Veslesalen").says("Storsalen");
        assert_eq!(clock(&placed(&world, id).await), "11 08:45–09:30", "nothing is written over");

        let names = ["occurrence", "revision", "day", "date", "from", "to", "room", "do"];
        let values = names.map(|name| conflict.hidden("id=\"form\"", name));
        let fields: Vec<(&str, &str)> = names.iter().copied().zip(values.iter().map(String::as_str)).collect();
        other.send("/program", &fields).await.location();
        let now = placed(&world, id).await;
        assert_eq!((clock(&now).as_str(), now.room), ("11 08:30–09:15", Some(room_id(1))));
    }
}

#[tokio::test]
async fn who_edits_beside_somebody_else_is_told_so() {
    for kind in KINDS {
        let world = world(kind).await;
        let (one, other) = (world.planner(), world.planner());
        let (first, second) = (one.get(DAY).await, other.get(DAY).await);
        let alone = press(&one, &first, occurrence_id(1), "longer").await;
        assert!(!alone.location().contains("andre=1"));
        let beside = press(&other, &second, occurrence_id(3), "later").await;
        assert!(beside.location().contains("andre=1"), "{}", beside.location());
        other.get("/program?dag=2027-05-11&lagra=1&andre=1").await.says("Nokon andre har òg endra programmet");
        let told = one.get("/utkast.json").await;
        assert_eq!((told.text.as_str(), told.header(header::CONTENT_TYPE)), ("{\"revision\":3}", "application/json"));
        assert_eq!(first.hidden("data-occurrence", "seen"), "1");
    }
}

#[tokio::test]
async fn what_is_to_be_looked_at_is_listed_and_marked_in_words_at_its_cell() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let id = occurrence_id(3);
        let page = planner.get(DAY).await;
        press(&planner, &page, id, &format!("room:{}", room_id(1).0)).await.location();
        let fields = [
            ("date", "2027-05-11"),
            ("from", "9.15"),
            ("to", "9.45"),
            ("room", &room_id(1).0.to_string()),
            ("revision", "2"),
        ];
        planner.send(&format!("/plassering/{id}"), &fields).await.location();
        let page = planner.get(DAY).await;
        page.says("er i bruk til begge på same tid").says("rommet er i bruk");
        let flag = page.text.split("mp-slot-warning\"><a class=\"ds-link\" href=\"#").nth(1).unwrap();
        page.says(&format!("id=\"{}\"", flag.split('"').next().unwrap()));
    }
}

#[tokio::test]
async fn a_form_that_makes_no_sense_changes_nothing() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let before = world.stored().await;
        let id = occurrence_id(3).to_string();
        let gone = OccurrenceId(uuid::Uuid::from_u128(5)).to_string();
        for fields in [
            vec![("do", "explode"), ("occurrence", id.as_str()), ("revision", "1")],
            vec![("do", "move"), ("occurrence", "x"), ("revision", "1")],
            vec![("do", "move"), ("occurrence", &id), ("revision", "-1")],
            vec![
                ("do", "later"),
                ("occurrence", &id),
                ("revision", "1"),
                ("date", "2027-05-11"),
                ("from", "99"),
                ("to", ""),
            ],
            vec![("do", "duplicate"), ("occurrence", &gone), ("revision", "1")],
            vec![("do", "place"), ("session", &gone), ("date", "2027-05-11"), ("from", "9"), ("to", "10")],
            vec![],
        ] {
            let answer = planner.send("/program", &fields).await;
            let page = planner.get(answer.location().trim_start_matches("/arrangor/konferanse/byliv-2027")).await;
            page.says("Endringa vart ikkje gjord.");
        }
        for path in ["/plassering/x", "/plassering/00000000-0000-0000-0000-000000000005", "/bolk/x"] {
            assert_eq!(planner.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(planner.get("/program?dag=%00&feil=%3Cscript%3E").await.status, StatusCode::OK);
        assert_eq!(world.stored().await, before);
    }
}

#[tokio::test]
async fn a_large_conference_stays_usable() {
    let world = world(KINDS[0]).await;
    let mut draft = example::programme();
    let venue = draft.venues[0].clone();
    let rooms = (0..12)
        .map(|n| crate::programme::Room { id: RoomId(uuid::Uuid::from_u128(7_000 + n)), ..venue.rooms[0].clone() });
    draft.venues[0].rooms.extend(rooms);
    for n in 0..400_u128 {
        let mut session = draft.sessions[2].clone();
        session.id = proto::SessionId(uuid::Uuid::from_u128(8_000 + n));
        let speaker = proto::SpeakerId(uuid::Uuid::from_u128(10_000 + n / 2));
        session.parts = vec![crate::programme::Part { speaker, moderates: false }];
        // Twelve rooms for nine hours on each of two days.
        let (day, slot) = (i64::try_from(n / 200).unwrap(), i64::try_from(n % 200 / 12).unwrap());
        let starts_at = example::at("2027-05-11T06:00:00Z") + TimeDelta::days(day) + TimeDelta::minutes(slot * 30);
        draft.occurrences.push(Occurrence {
            id: OccurrenceId(uuid::Uuid::from_u128(9_000 + n)),
            revision: 1,
            session: Some(session.id),
            note: proto::Localised::default(),
            room: Some(RoomId(uuid::Uuid::from_u128(7_000 + n % 12))),
            starts_at,
            ends_at: starts_at + TimeDelta::minutes(30),
        });
        draft.sessions.push(session);
    }
    let row = world.stored().await;
    crate::store::conference::write_draft(&world.host.db.write, &row, draft, uuid::Uuid::nil()).await.unwrap();
    let page = world.planner().get(DAY).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.len() < 2 << 20, "{} bytes", page.text.len());
    page.says("Og ");
}
