use super::world::{FILE, SLUG, World, at, organisation, world};
use crate::standing::{Standing, standing};
use crate::store::webinar;
use axum::http::{StatusCode, header};
use host::testing::{KINDS, Kind};
use icalendar::{Calendar, CalendarComponent, Component};
use proto::organisation::OrganisationChanged;
use proto::registration::SignupChanged;
use proto::{EventId, Language};

fn path() -> String {
    format!("/webinar/{SLUG}")
}

#[test]
fn every_page_renders_in_every_language() {
    let text = crate::templates(&text::Text::new());
    let pages = host::testing::render_all(&text, &crate::pages());
    assert_eq!(pages.len(), (14 + 12 + 1 + 7 + 9 + 2 + 3 + 6 + 4 + 2 + 3 + 4 + 6 + 4) * 4);
}

async fn says(world: &World, key: &str, args: &[(&str, text::Arg<'_>)]) -> bool {
    let page = world.get(&path()).await;
    assert_eq!(page.status, StatusCode::OK);
    page.text.contains(&world.host.text.word(Language::Nn, key, args))
}

fn signup(event: EventId, revision: u64, open: bool, places_left: Option<u32>) -> SignupChanged {
    SignupChanged { event_id: event, revision, open, places_left, waiting: Some(3), pools: Vec::new() }
}

#[tokio::test]
async fn what_is_no_slug_is_not_found_on_either_database() {
    for kind in KINDS {
        let world = world(kind).await;
        for slug in ["%00", "Tomme-Lokale", "tomme%00lokale"] {
            assert_eq!(world.get(&format!("/webinar/{slug}")).await.status, StatusCode::NOT_FOUND, "{slug}");
        }
    }
}

#[tokio::test]
async fn the_page_follows_what_registration_says() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.published().await;
        assert!(says(&world, "webinar-early", &[("when", "tysdag 12. januar 2027 kl. 08.00".into())]).await);
        world.host.clock.set(at("2027-01-20T09:00:00Z"));
        assert!(says(&world, "webinar-sign-up", &[]).await);
        world.hear(signup(event.id, 5, true, Some(1))).await;
        world.hear(signup(event.id, 4, true, Some(2))).await;
        assert!(says(&world, "webinar-places-left", &[("count", 1_i64.into())]).await);
        world.hear(signup(event.id, 6, true, Some(0))).await;
        assert!(says(&world, "webinar-full-with-list", &[("waiting", 3_i64.into())]).await);
        assert!(says(&world, "webinar-wait", &[]).await);
        world.hear(signup(event.id, 7, false, Some(4))).await;
        assert!(says(&world, "webinar-closed", &[]).await);
        world.host.clock.set(at("2027-03-17T09:00:00Z"));
        assert!(says(&world, "webinar-over", &[]).await);
        assert!(!world.get(&path()).await.text.contains("/pamelding/"));
    }
}

#[tokio::test]
async fn the_standing_turns_at_its_moments() {
    let world = world(Kind::Sqlite).await;
    world.import(&FILE.replace("mode = \"offer\"\nworking_hours = 16", "mode = \"none\"")).await;
    let stored = webinar::by_slug(&world.host.db.read, SLUG).await.unwrap().unwrap();
    let told = |open: Option<bool>, left: Option<i64>| {
        let mut row = stored.clone();
        (row.signup_open, row.places_left) = (open, left);
        row
    };
    let check =
        |row: &webinar::Model, now: &str, expected: Standing| assert_eq!(standing(row, at(now)), expected, "{now}");
    let opens_at = at("2027-01-12T07:00:00Z");
    check(&told(Some(true), Some(9)), "2027-01-12T06:59:59Z", Standing::Early { opens_at });
    check(&told(Some(true), Some(9)), "2027-01-12T07:00:00Z", Standing::Open { places_left: Some(9) });
    check(&told(None, None), "2027-02-01T07:00:00Z", Standing::Open { places_left: None });
    check(&told(Some(true), Some(0)), "2027-02-01T07:00:00Z", Standing::Full);
    check(&told(Some(true), Some(9)), "2027-03-15T11:00:00Z", Standing::Closed);
    check(&told(Some(false), Some(9)), "2027-02-01T07:00:00Z", Standing::Closed);
    check(&told(Some(true), Some(9)), "2027-03-16T09:00:00Z", Standing::Now);
    check(&told(Some(true), Some(9)), "2027-03-16T10:30:00Z", Standing::Over);
    let mut cancelled = told(Some(true), Some(9));
    cancelled.cancelled = true;
    check(&cancelled, "2027-02-01T07:00:00Z", Standing::Cancelled);
}

#[tokio::test]
async fn a_cancelled_webinar_says_so_with_the_reason() {
    for kind in KINDS {
        let world = world(kind).await;
        world.published().await;
        let reason = "[cancel_reason]\nnn = \"Innleiaren er sjuk.\"\nnb = \"Innlederen er syk.\"\n";
        world.import(&format!("cancelled = true\n{FILE}{reason}")).await;
        let page = world.get(&path()).await;
        assert!(page.text.contains("Webinaret er avlyst.") && page.text.contains("Innleiaren er sjuk."));
        assert!(page.text.contains("https://schema.org/EventCancelled"));
        assert!(!page.text.contains("/pamelding/"));
        let ics = world.get(&format!("{}.ics", path())).await;
        assert!(ics.text.contains("STATUS:CANCELLED"));
    }
}

/// Everything that is written by people, as bad as it can be.
const HOSTILE: &str = "</script><script>alert(1)</script>\\\"><img src=x onerror=alert(1)>{{ 7*7 }} å & ;,:\\\\n";

#[tokio::test]
async fn hostile_texts_stay_texts_in_every_language() {
    for kind in KINDS {
        let world = world(kind).await;
        let mut bad = organisation("distriktssenteret", 2, "x");
        let plain = HOSTILE.replace("\\\"", "\"").replace("\\\\", "\\");
        for language in Language::ALL {
            bad.name.0.insert(language, plain.clone());
        }
        world.hear(OrganisationChanged { organisation: bad }).await;
        let mut text = String::new();
        for line in FILE.lines() {
            let written = ["nn = \"", "nb = \"", "en = \""]
                .iter()
                .find(|start| line.starts_with(*start) && line.ends_with('"') && !line.ends_with("\"\"\""));
            match written {
                Some(start) => text.push_str(&format!("{start}{HOSTILE}\"\n")),
                None => text.push_str(&format!("{line}\n")),
            }
        }
        let text = text.replace("name = \"Kurskontoret\"", &format!("name = \"{HOSTILE}\""));
        world.import(&text).await;
        world.host.clock.set(at("2027-01-20T09:00:00Z"));
        for language in Language::ALL {
            let page = world.get(&format!("{}?sprak={language}", path())).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(!page.text.contains("<script>alert") && !page.text.contains("<img"), "{language}: {}", page.text);
            assert!(page.text.contains("{{ 7*7 }}") && !page.text.contains("49"), "{language}");
            let data = page.text.split("<script type=\"application/ld+json\">").nth(1).unwrap();
            let data = data.split("</script>").next().unwrap();
            let described: serde_json::Value = serde_json::from_str(data).unwrap();
            assert_eq!(described["name"], plain.trim());
            assert_eq!(described["organizer"][0]["name"], plain);
            assert_eq!(described["startDate"], "2027-03-16T10:00:00+01:00");

            let ics = world.get(&format!("{}.ics?sprak={language}", path())).await;
            let calendar: Calendar = ics.text.parse().unwrap();
            let events: Vec<_> = calendar.components.iter().filter_map(CalendarComponent::as_event).collect();
            assert_eq!(events.len(), 1);
            assert_eq!(events[0].get_summary(), Some(plain.trim()), "{language}");
        }
    }
}

#[tokio::test]
async fn another_reader_takes_the_calendar_entry() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.published().await;
        let answer = world.get(&format!("{}.ics", path())).await;
        assert_eq!(answer.header(header::CONTENT_TYPE), "text/calendar; charset=utf-8");
        let calendar: Calendar = answer.text.parse().unwrap();
        let found = calendar.components.iter().find_map(CalendarComponent::as_event).unwrap();
        assert_eq!(found.get_uid().unwrap(), format!("{}@127.0.0.1", event.id));
        assert_eq!(found.get_summary(), Some("Torget som arbeidsplass"));
        assert!(answer.text.contains("DTSTART;TZID=Europe/Oslo:20270316T100000"), "{}", answer.text);
        assert!(answer.text.contains("BEGIN:VTIMEZONE"));
        let whole = answer.text.replace("\r\n ", "");
        assert!(!whole.contains("mote.example.org") && !whole.contains("/delta/"), "the way in is personal");
        assert!(whole.contains(&format!("/webinar/{SLUG}")));
        assert_eq!(world.get("/webinar/finst-ikkje.ics").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_others_of_the_series_are_listed_as_long_as_they_lie_ahead() {
    for kind in KINDS {
        let world = world(kind).await;
        world.published().await;
        let other = |slug: &str, title: &str| {
            FILE.replace(SLUG, slug).replace("nn = \"Torget som arbeidsplass\"", &format!("nn = \"{title}\""))
        };
        world.import(&other("nummer-to", "Nummer to")).await;
        world.import(&other("utanfor", "Utanfor").replace("series = \"liv-i-sentrum\"", "")).await;
        let page = world.get(&path()).await;
        assert!(page.text.contains("href=\"/webinar/nummer-to\"") && page.text.contains("Nummer to"));
        assert!(!page.text.contains("utanfor"));
        world.import(&format!("cancelled = true\n{}", other("nummer-to", "Nummer to"))).await;
        assert!(!world.get(&path()).await.text.contains("nummer-to"));
    }
}

#[tokio::test]
async fn the_provider_stands_on_no_page_that_anybody_sees() {
    for kind in KINDS {
        let world = world(kind).await;
        world.published().await;
        for now in ["2027-01-11T09:00:00Z", "2027-02-01T09:00:00Z", "2027-03-16T09:10:00Z", "2027-03-17T09:00:00Z"] {
            world.host.clock.set(at(now));
            let page = world.get(&path()).await;
            assert!(!page.text.contains("mote.example.org"));
            assert!(page.text.contains("Kurskontoret"), "there is something that could leak it");
        }
    }
}
