use super::visitor::{MEETING, PATH, SECRET, events, released, visitor};
use super::world::organisation;
use crate::store::{Words, conference, speaker};
use crate::timetable::example::{self, occurrence_id, session_id, speaker_id};
use axum::http::{StatusCode, header};
use host::testing::{KINDS, Kind};
use icalendar::{Calendar, Component};
use proto::Language;
use proto::organisation::OrganisationChanged;
use proto::registration::{PoolPlaces, SignupChanged};
use serde_json::Value;

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
