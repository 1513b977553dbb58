use super::visitor::{Answer, MEETING, PATH, SECRET, Visitor, released, visitor};
use super::world::organisation;
use crate::programme::{Programme, SessionKind, Track, TrackId};
use crate::store::{Words, conference, speaker};
use crate::timetable::example::{self, occurrence_id, session_id, speaker_id};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use host::testing::{KINDS, Kind};
use icalendar::{Calendar, CalendarComponent, Component, EventLike};
use proto::Language;
use proto::organisation::OrganisationChanged;
use proto::registration::{PoolPlaces, SignupChanged};
use serde_json::Value;
use std::time::Instant;

/// Every page but those of single sessions and people.
const PAGES: [&str; 8] =
    ["", "/program", "/program?vis=spor", "/program?vis=rom", "/no", "/endringar", "/program.json", "/program.ics"];

#[test]
fn every_page_renders_in_every_language() {
    let text = crate::templates(&text::Text::new());
    host::testing::render_all(&text, &crate::pages());
}

#[tokio::test]
async fn before_a_release_there_is_a_conference_and_no_programme() {
    for kind in KINDS {
        let visitor = visitor(kind).await;
        let none = visitor.says("conference-public-no-programme", &[]);
        for below in ["", "/program", "/no", "/endringar"] {
            assert!(visitor.page(below).await.contains(&none), "{below}");
        }
        let calendar: Calendar = visitor.page("/program.ics").await.parse().unwrap();
        assert!(events(&calendar).is_empty());
        let json: Value = serde_json::from_str(&visitor.page("/program.json").await).unwrap();
        assert_eq!((&json["version"], &json["sessions"]), (&Value::Null, &Value::Array(Vec::new())));
        for n in 1..9 {
            assert_eq!(visitor.get(&format!("{PATH}/bolk/{}", session_id(n))).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(visitor.get(&format!("{PATH}/innleiar/{}", speaker_id(1))).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn nothing_of_the_draft_or_of_the_planners_is_seen() {
    for kind in KINDS {
        let visitor = released(kind).await;
        let mut all = String::new();
        for below in PAGES {
            all.push_str(&visitor.page(below).await);
        }
        for n in [1, 2, 3, 4, 5, 7] {
            all.push_str(&visitor.page(&format!("/bolk/{}", session_id(n))).await);
        }
        for n in [1, 2, 3] {
            all.push_str(&visitor.page(&format!("/innleiar/{}", speaker_id(n))).await);
        }
        all.push_str(&visitor.page("/program?sok=hemmeleg").await.replace("«hemmeleg»", ""));
        assert!(all.contains("Velkomen") && all.contains("Ingunn Åkerholt"), "there is something that could leak it");
        for hidden in [SECRET, "Rigging", "Ikkje plassert", "Gøymd", "hemmeleg@innleiar", MEETING, "mote.example.org"]
        {
            assert!(!all.contains(hidden), "{hidden}");
        }
        for gone in [
            format!("/bolk/{}", session_id(6)),
            format!("/bolk/{}", session_id(99)),
            "/bolk/velkomen".to_owned(),
            format!("/bolk/{}.ics", occurrence_id(99)),
            format!("/bolk/{}.ics", session_id(1)),
            format!("/innleiar/{}", speaker_id(9)),
            "/innleiar/x".to_owned(),
            "/delebilete/de.png".to_owned(),
        ] {
            assert_eq!(visitor.get(&format!("{PATH}{gone}")).await.status, StatusCode::NOT_FOUND, "{gone}");
        }
        for slug in ["finst-ikkje", "%00", "Byliv-2027"] {
            for below in PAGES {
                let answer = visitor.get(&format!("/konferanse/{slug}{below}")).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{slug}{below}");
            }
        }
    }
}

#[tokio::test]
async fn pages_follow_releases_and_rolling_back() {
    for kind in KINDS {
        let visitor = released(kind).await;
        assert!(visitor.page("/program").await.contains("Velkomen"));
        let mut changed = example::programme();
        changed.sessions[0].title = example::text("Nytt namn", "New name");
        visitor.release(2, changed).await;
        let page = visitor.page("/program").await;
        assert!(page.contains("Nytt namn") && !page.contains("Velkomen"));
        assert!(visitor.page(&format!("/bolk/{}", session_id(1))).await.contains("Nytt namn"));
        visitor.release(3, example::programme()).await;
        assert!(visitor.page("/program").await.contains("Velkomen"));
        let log = visitor.page("/endringar").await;
        assert!(log.contains("Velkomne!") && log.contains(&visitor.says("conference-public-first-version", &[])));
        let older = visitor.page("/endringar?til=1").await;
        assert!(older.contains("utgave-1") && !older.contains("utgave-2"));
    }
}

#[tokio::test]
async fn who_takes_back_their_consent_is_gone_at_once() {
    for kind in KINDS {
        let visitor = released(kind).await;
        let (path, name) = (format!("{PATH}/innleiar/{}", speaker_id(1)), "Ingunn Åkerholt");
        assert!(visitor.get(&path).await.text.contains(name) && visitor.page("/program").await.contains(name));
        let db = &visitor.world.host.db.write;
        let row = speaker::find(db, speaker_id(1).0).await.unwrap().unwrap();
        assert!(speaker::update(db, speaker::Model { consented_at: None, ..row }, 1).await.unwrap());
        visitor.delete_speaker(speaker_id(2).0).await;
        assert_eq!(visitor.get(&path).await.status, StatusCode::NOT_FOUND);
        for below in PAGES {
            let page = visitor.page(below).await;
            assert!(!page.contains(name) && !page.contains("Tore Sjøli"), "{below}");
        }
        assert!(!visitor.page("/program?sok=akerholt").await.contains("Velkomen"));

        // Somebody else with the same revision takes the place of who was deleted.
        let other = speaker::find(db, speaker_id(3).0).await.unwrap().unwrap();
        visitor.delete_speaker(speaker_id(3).0).await;
        let fresh = speaker::Model { id: speaker_id(9).0, name: "Ny Person".to_owned(), ..other };
        visitor.delete_speaker(speaker_id(9).0).await;
        speaker::insert(db, fresh).await.unwrap();
        let page = visitor.page("/program").await;
        assert!(!page.contains("Márjá") && page.contains("Ny Person"));
    }
}

#[tokio::test]
async fn an_organisation_with_a_new_name_has_it_on_every_page() {
    for kind in KINDS {
        let visitor = released(kind).await;
        assert!(visitor.page("").await.contains("distriktssenteret"));
        let mut renamed = organisation("distriktssenteret", &[Language::Nn]);
        renamed.revision = 2;
        renamed.name = example::text("Nytt namn på huset", "New name of the house");
        visitor.world.hear(OrganisationChanged { organisation: renamed }).await;
        assert!(visitor.page("").await.contains("Nytt namn på huset"));
        assert!(visitor.page("/program.json").await.contains("Nytt namn på huset"));
    }
}

fn signup(revision: u64, open: bool, pools: &[(uuid::Uuid, Option<u32>, u32)]) -> SignupChanged {
    let places = |(id, left, waiting): &(uuid::Uuid, Option<u32>, u32)| PoolPlaces {
        pool_id: (*id).into(),
        left: *left,
        taken: 0,
        waiting: *waiting,
    };
    let event_id = example::event().id;
    let pools = pools.iter().map(places).collect();
    SignupChanged { event_id, revision, open, places_left: Some(9), waiting: Some(0), pools }
}

#[tokio::test]
async fn places_follow_what_registration_says() {
    for kind in KINDS {
        let visitor = released(kind).await;
        let full = visitor.says("conference-public-full-with-list-short", &[]);
        let opens = visitor.says("conference-public-early", &[("when", "tysdag 12. januar 2027 kl. 08.00".into())]);
        assert!(visitor.page("").await.contains(&opens));
        visitor.now("2027-01-20T09:00:00Z");
        let page = visitor.page("").await;
        assert!(page.contains("href=\"/pamelding/byliv-2027\"") && page.contains("350 ledige plassar"), "{page}");
        assert!(!visitor.page("/program").await.contains(&full));

        let (hall, walk) = (example::event().sign_up.pools[0].id.0, occurrence_id(4).0);
        visitor.world.hear(signup(5, true, &[(hall, Some(0), 12), (walk, Some(0), 2)])).await;
        visitor.world.hear(signup(4, true, &[(hall, Some(7), 0), (walk, Some(7), 0)])).await;
        let page = visitor.page("").await;
        assert!(page.contains(&visitor.says("conference-public-full-with-list", &[("waiting", 12_i64.into())])));
        assert!(page.contains("1 000 ledige plassar") || page.contains("1\u{a0}000 ledige plassar"), "{page}");
        assert!(visitor.page("/program").await.contains(&full));
        let session = visitor.page(&format!("/bolk/{}", session_id(4))).await;
        assert!(session.contains(&visitor.says("conference-public-full-with-list", &[("waiting", 2_i64.into())])));

        visitor.world.hear(signup(6, true, &[(walk, Some(1), 0)])).await;
        let page = visitor.page("/program?vis=rom").await;
        assert!(page.contains("1 ledig plass") && !page.contains(&full));
        visitor.world.hear(signup(7, false, &[(walk, Some(1), 0)])).await;
        let page = visitor.page("").await;
        assert!(page.contains(&visitor.says("conference-public-closed", &[])) && !page.contains("/pamelding/"));
        visitor.now("2027-05-11T09:00:00Z");
        let page = visitor.page("").await;
        assert!(page.contains(&visitor.says("conference-public-today", &[])) && page.contains(&format!("{PATH}/no")));
        visitor.now("2027-05-13T09:00:00Z");
        assert!(visitor.page("").await.contains(&visitor.says("conference-public-over", &[])));
        assert!(!visitor.page("/program").await.contains("1 ledig plass"), "it is no use any more");
    }
}

#[tokio::test]
async fn what_is_going_on_is_shown_on_the_day() {
    for kind in KINDS {
        let visitor = released(kind).await;
        assert!(visitor.page("/no").await.contains(&visitor.says("conference-public-not-begun", &[])));
        visitor.now("2027-05-11T07:10:00Z");
        let page = visitor.page("/no").await;
        let (now, next) = page.split_once(&format!(">{}<", visitor.says("conference-public-next", &[]))).unwrap();
        assert!(now.contains("Velkomen") && !now.contains("Byvandring"));
        assert!(next.contains("Pause") && next.contains("Byvandring") && !next.contains("Velkomen"));
        visitor.now("2027-05-12T13:10:00Z");
        assert!(visitor.page("/no").await.contains(&visitor.says("conference-public-last", &[])));
        visitor.now("2027-05-12T14:10:00Z");
        assert!(visitor.page("/no").await.contains(&visitor.says("conference-public-over", &[])));
    }
}

#[tokio::test]
async fn a_cancelled_conference_says_so_everywhere() {
    for kind in KINDS {
        let visitor = released(kind).await;
        assert!(visitor.page("/program").await.contains("EventScheduled"));
        visitor.set(conference::Column::Cancelled, true).await;
        visitor.set(conference::Column::Revision, 2_i64).await;
        let reason = Words(example::text("Huset er stengt.", "The building is closed."));
        visitor.set(conference::Column::CancelReason, reason).await;
        visitor.now("2027-01-20T09:00:00Z");
        for below in ["", "/program", "/program?vis=spor", "/program?sok=velkomen", "/no", "/endringar"] {
            let page = visitor.page(below).await;
            assert!(page.contains("Konferansen er avlyst.") && page.contains("Huset er stengt."), "{below}");
            assert!(!page.contains("/pamelding/"), "{below}");
        }
        assert!(visitor.page("").await.contains("https://schema.org/EventCancelled"));
        let session = visitor.page(&format!("/bolk/{}", session_id(4))).await;
        assert!(session.contains("Konferansen er avlyst.") && !session.contains("/pamelding/"));
        for below in [".ics".to_owned(), "/program.ics".to_owned(), format!("/bolk/{}.ics", occurrence_id(1))] {
            let calendar: Calendar = visitor.page(&below).await.parse().unwrap();
            assert!(!events(&calendar).is_empty());
            for event in events(&calendar) {
                assert_eq!(event.property_value("STATUS"), Some("CANCELLED"), "{below}");
            }
        }
        let json: Value = serde_json::from_str(&visitor.page("/program.json").await).unwrap();
        assert_eq!(json["conference"]["cancelled"], true);
    }
}

fn events(calendar: &Calendar) -> Vec<&icalendar::Event> {
    calendar.components.iter().filter_map(CalendarComponent::as_event).collect()
}

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
async fn an_address_with_more_behind_it_leads_to_the_one() {
    let visitor = released(Kind::Sqlite).await;
    for (typed, written) in
        [("?fbclid=abc", ""), ("?vis=dag&sok=", ""), ("?utm_source=x&vis=spor&sprak=sv", "?vis=spor&sprak=sv")]
    {
        let answer = visitor.get(&format!("{PATH}/program{typed}")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{typed}");
        assert_eq!(answer.header(header::LOCATION), format!("{PATH}/program{written}"));
    }
    let page = visitor.page("/program?vis=spor").await;
    assert!(page.contains(&format!("href=\"{PATH}/program?vis=spor&amp;sprak=en\"")), "the menu keeps the view");
}

#[tokio::test]
async fn the_programme_is_searched() {
    for kind in KINDS {
        let visitor = released(kind).await;
        let page = visitor.page("/program?sok=sarre+bibliotek").await;
        assert!(page.contains("1 treff på «sarre bibliotek»") && page.contains("Byvandring på papir"));
        assert!(!page.contains("Middag på kaia"));
        let nothing = visitor.page("/program?sok=%3Cscript%3E").await;
        assert!(nothing.contains(&visitor.says("conference-public-found-nothing", &[])));
        assert!(nothing.contains("&lt;script&gt;") && !nothing.contains("<script>"));
    }
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

/// Everything that is written by people, as bad as it can be.
const HOSTILE: &str = "</script><script>alert(1)</script>\"><img src=x onerror=alert(1)>{{ 7*7 }} å & ;,:\\";

#[tokio::test]
async fn hostile_texts_stay_texts_in_every_language() {
    for kind in KINDS {
        let visitor = visitor(kind).await;
        let bad = example::text(HOSTILE, HOSTILE);
        let mut programme = example::programme();
        for session in &mut programme.sessions {
            (session.title, session.description) = (bad.clone(), bad.clone());
        }
        programme.tracks.iter_mut().for_each(|track| track.name = bad.clone());
        programme.days.iter_mut().for_each(|day| day.title = bad.clone());
        for venue in &mut programme.venues {
            (venue.name, venue.address) = (bad.clone(), HOSTILE.to_owned());
            venue.rooms.iter_mut().for_each(|room| room.name = bad.clone());
        }
        visitor.release(1, programme).await;
        let db = &visitor.world.host.db.write;
        let row = speaker::find(db, speaker_id(1).0).await.unwrap().unwrap();
        let row = speaker::Model {
            name: HOSTILE.to_owned(),
            organisation: HOSTILE.to_owned(),
            role: Words(bad.clone()),
            biography: Words(bad),
            ..row
        };
        assert!(speaker::update(db, row, 1).await.unwrap());
        let single = [format!("/bolk/{}", session_id(1)), format!("/innleiar/{}", speaker_id(1))];
        for language in Language::ALL {
            for below in PAGES.into_iter().take(6).chain(single.iter().map(String::as_str)) {
                let sign = if below.contains('?') { '&' } else { '?' };
                let page = visitor.page(&format!("{below}{sign}sprak={language}")).await;
                assert!(!page.contains("<script>alert") && !page.contains("<img"), "{language} {below}");
                assert!(!page.contains(" 49 "), "{language} {below}");
            }
            let calendar: Calendar = visitor.page(&format!("/program.ics?sprak={language}")).await.parse().unwrap();
            assert_eq!(events(&calendar).len(), 7);
            assert_eq!(events(&calendar)[0].get_summary(), Some(HOSTILE));
        }
    }
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
