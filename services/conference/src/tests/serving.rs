//! How the public pages are served: files for other programs, what is made once, and what is not sent again.

use super::visitor::{Answer, PATH, Visitor, events, released, visitor};
use crate::programme::{Programme, SessionKind, Track, TrackId};
use crate::timetable::example::{self, occurrence_id, session_id, speaker_id};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use host::testing::{KINDS, Kind};
use icalendar::{Calendar, Component, EventLike};
use serde_json::Value;
use std::time::Instant;

#[tokio::test]
async fn another_reader_takes_the_calendar_files() {
    for kind in KINDS {
        let visitor = released(kind).await;
        let answer = visitor.get(&format!("{PATH}/program.ics")).await;
        assert_eq!(answer.header(header::CONTENT_TYPE), "text/calendar; charset=utf-8");
        let calendar: Calendar = answer.text.parse().unwrap();
        let all = events(&calendar);
        assert_eq!(all.len(), 7);
        let walk =
            all.iter().find(|event| event.get_uid() == Some(&format!("{}@127.0.0.1", occurrence_id(4)))).unwrap();
        assert_eq!(walk.get_summary(), Some("Byvandring på papir"));
        assert_eq!(walk.property_value("DTSTART"), Some("20270511T103000"));
        assert_eq!(walk.property_value("SEQUENCE"), Some("0"));
        let location = walk.get_location().unwrap();
        assert!(location.contains("Lesesalen, Biblioteket") && location.contains("Kyrkjevegen 4"), "{location}");
        assert!(answer.text.contains("BEGIN:VTIMEZONE") && answer.text.contains("TZID=Europe/Oslo"));
        assert!(!answer.text.contains("METHOD:") && !answer.text.contains("ATTENDEE"), "it is no invitation");

        let mut moved = example::programme();
        moved.occurrences[3].ends_at += chrono::TimeDelta::minutes(15);
        visitor.release(2, moved).await;
        let one: Calendar = visitor.page(&format!("/bolk/{}.ics", occurrence_id(4))).await.parse().unwrap();
        let again = events(&one)[0];
        assert_eq!(again.get_uid(), walk.get_uid(), "it is the same entry");
        assert_eq!(again.property_value("SEQUENCE"), Some("1"), "and a newer one");
        assert_eq!(again.property_value("DTEND"), Some("20270511T121500"));

        let whole: Calendar = visitor.page(".ics").await.parse().unwrap();
        let days = events(&whole)[0];
        assert_eq!(days.property_value("DTSTART"), Some("20270511"));
        assert_eq!(days.property_value("DTEND"), Some("20270513"), "the day after the last");
        assert_eq!(days.property_value("TRANSP"), Some("TRANSPARENT"), "nights are not taken");
    }
}

#[tokio::test]
async fn the_json_has_what_is_public_in_every_language() {
    for kind in KINDS {
        let visitor = released(kind).await;
        let answer = visitor.get(&format!("{PATH}/program.json")).await;
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/json");
        assert_eq!(answer.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
        let json: Value = serde_json::from_str(&answer.text).unwrap();
        assert_eq!((&json["version"], &json["conference"]["timezone"]), (&1.into(), &"Europe/Oslo".into()));
        let walk = &json["sessions"].as_array().unwrap()[3];
        assert_eq!((&walk["kind"], &walk["title"]["en"]), (&"workshop".into(), &"A town walk on paper".into()));
        assert_eq!(walk["occurrences"].as_array().unwrap().len(), 2);
        assert_eq!(walk["occurrences"][0]["starts_at"], "2027-05-11T08:30:00Z");
        assert_eq!(walk["occurrences"][0]["room"]["venue"]["nn"], "Biblioteket");
        assert_eq!(walk["speakers"][0]["id"], speaker_id(3).to_string());
        assert_eq!(json["speakers"].as_array().unwrap().len(), 3);
        assert_eq!(json["days"][0]["title"]["nn"], "Byen som møteplass");
    }
}

async fn again(visitor: &Visitor, below: &str, name: header::HeaderName, value: &str) -> Answer {
    let request = Request::get(format!("{PATH}{below}")).header(name, value);
    visitor.ask(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn what_somebody_has_is_not_sent_again_until_it_changes() {
    for kind in KINDS {
        let visitor = released(kind).await;
        for below in ["/program", "/program?vis=rom", "/program.ics", "/program.json", "/delebilete/nn.png"] {
            let first = visitor.get(&format!("{PATH}{below}")).await;
            let tag = first.header(header::ETAG).to_owned();
            assert!(!tag.is_empty(), "{below}");
            let second = again(&visitor, below, header::IF_NONE_MATCH, &tag).await;
            assert_eq!((second.status, second.text.as_str()), (StatusCode::NOT_MODIFIED, ""), "{below}");
            let since = first.header(header::LAST_MODIFIED).to_owned();
            if !since.is_empty() {
                let since = again(&visitor, below, header::IF_MODIFIED_SINCE, &since).await;
                assert_eq!(since.status, StatusCode::NOT_MODIFIED, "{below}");
            }
        }
        let other = again(&visitor, "/program?sprak=en", header::ACCEPT, "*/*").await;
        let tag = other.header(header::ETAG).to_owned();
        assert_eq!(again(&visitor, "/program", header::IF_NONE_MATCH, &tag).await.status, StatusCode::OK, "Nynorsk");
        let mut changed = example::programme();
        changed.sessions[0].title = example::text("Nytt namn", "New name");
        visitor.world.host.clock.advance(chrono::TimeDelta::hours(1));
        visitor.release(2, changed).await;
        assert_eq!(again(&visitor, "/program?sprak=en", header::IF_NONE_MATCH, &tag).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn it_is_compressed_once_for_those_who_take_it() {
    let visitor = released(Kind::Sqlite).await;
    let answer = again(&visitor, "/program", header::ACCEPT_ENCODING, "gzip, deflate, br").await;
    assert_eq!(answer.header(header::CONTENT_ENCODING), "gzip");
    assert_eq!(answer.header(header::CONTENT_TYPE), "text/html; charset=utf-8");
    assert!(answer.header(header::VARY).contains("accept-language"));
}

#[tokio::test]
async fn the_page_that_all_share_holds_nothing_of_one_of_them() {
    let visitor = released(Kind::Sqlite).await;
    let first = visitor.get(&format!("{PATH}/program")).await;
    let second = visitor.get(&format!("{PATH}/program")).await;
    assert_eq!(first.text, second.text);
    assert_ne!(first.header(header::SET_COOKIE), second.header(header::SET_COOKIE), "a visit of its own each");
    assert!(first.header(header::SET_COOKIE).contains("mp_visit="));
    assert!(!first.text.contains("csrf"));
}

#[tokio::test]
async fn search_engines_are_told_of_everything_that_is_given() {
    for kind in KINDS {
        let visitor = released(kind).await;
        let data = |page: &str| -> Value {
            let data = page.split("<script type=\"application/ld+json\">").nth(1).unwrap();
            serde_json::from_str(data.split("</script>").next().unwrap()).unwrap()
        };
        let event = data(&visitor.page("").await);
        assert_eq!((&event["@type"], &event["name"]), (&"Event".into(), &"Bylivdagane 2027".into()));
        assert_eq!(event["startDate"], "2027-05-11T09:00:00+02:00");
        assert_eq!(event["eventAttendanceMode"], "https://schema.org/MixedEventAttendanceMode");
        let programme = data(&visitor.page("/program").await);
        let parts = programme["subEvent"].as_array().unwrap();
        assert_eq!((parts.len(), &programme["@id"]), (7, &event["@id"]));
        let session = data(&visitor.page(&format!("/bolk/{}", session_id(4))).await);
        let given = session["@graph"].as_array().unwrap();
        assert_eq!((given.len(), &given[0]["performer"][0]["name"]), (2, &"Márjá Sárre".into()));
        assert_eq!(given[0]["superEvent"]["@id"], event["@id"]);
    }
}

#[tokio::test]
async fn a_page_that_is_shared_has_a_picture() {
    let visitor = released(Kind::Sqlite).await;
    for below in ["", "/program", &format!("/bolk/{}", session_id(1)), &format!("/innleiar/{}", speaker_id(1))] {
        let page = visitor.page(below).await;
        let at = page.split("property=\"og:image\" content=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(at.starts_with("http") && at.ends_with(&format!("{PATH}/delebilete/nn.png")), "{at}");
        assert!(page.contains("property=\"og:title\"") && page.contains("property=\"og:description\""));
    }
    let picture = visitor.get(&format!("{PATH}/delebilete/nn.png")).await;
    assert_eq!((picture.status, picture.header(header::CONTENT_TYPE)), (StatusCode::OK, "image/png"));
}

/// 400 sessions on three days in twenty rooms.
fn large() -> Programme {
    let mut programme = example::programme();
    programme.sessions.clear();
    programme.occurrences.clear();
    let hall = programme.venues[0].rooms[0].clone();
    programme.venues[0]
        .rooms
        .extend((20..40).map(|n| crate::programme::Room { id: example::room_id(n), ..hall.clone() }));
    programme.tracks = (0..8_u8)
        .map(|n| Track {
            id: TrackId(uuid::Uuid::from_u128(n.into())),
            name: example::text("Spor", "Track"),
            colour: n,
        })
        .collect();
    for n in 0..400_u128 {
        let (slot, room) = (n / 20, 20 + n % 20);
        let at = format!("2027-05-{:02}T{:02}:00:00Z", 11 + slot / 8, 7 + slot % 8);
        let title = example::text(&format!("Økt nummer {n} om å bu i sentrum"), &format!("Session {n} about towns"));
        example::add(&mut programme, SessionKind::Parallel, title, &[(&at, 45, Some(room))]);
        if let Some(session) = programme.sessions.last_mut() {
            session.track = Some(TrackId(uuid::Uuid::from_u128(n % 8)));
            session.chosen = n % 2 == 0;
            session.parts = vec![crate::programme::Part { speaker: speaker_id(1 + n % 3), moderates: false }];
        }
    }
    programme
}

#[tokio::test]
async fn a_large_programme_is_made_once_and_answered_from_memory() {
    for kind in KINDS {
        let visitor = visitor(kind).await;
        visitor.release(1, large()).await;
        for below in ["/program", "/program?vis=spor", "/program?vis=rom"] {
            let begun = Instant::now();
            let page = visitor.page(below).await;
            let making = begun.elapsed();
            assert_eq!(page.matches("<li class=\"mp-listing").count(), 400, "{below}");
            let begun = Instant::now();
            for _ in 0..10 {
                assert_eq!(visitor.page(below).await, page);
            }
            let given = begun.elapsed() / 10;
            assert!(given * 3 < making, "{kind:?} {below}: made in {making:?}, given in {given:?}");
        }
    }
}
