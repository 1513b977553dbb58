use crate::browser::Browser;
use crate::world::{cancel, event, organisations, publish, release, signup};
use axum::http::StatusCode;
use chrono::TimeDelta;
use host::testing::{KINDS, host};
use icalendar::{Calendar, CalendarComponent, Component};
use proto::event::EventKind;
use proto::{Language, Localised};

/// Where something stands in what people see.
fn place(page: &str, what: &str) -> usize {
    let main = page.split("<main").nth(1).expect("a main part");
    main.find(what).unwrap_or_else(|| panic!("{what} is not shown"))
}

#[tokio::test]
async fn the_soonest_comes_first_with_its_places_in_words() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let [soon, later, over, full] =
            [event(1, "snart", 1), event(2, "seinare", 9), event(3, "over", -1), event(4, "fullt", 2)];
        for event in [&later, &over, &soon, &full] {
            publish(&host, event).await;
        }
        signup(&host, &soon, 1, Some(1), Some(0)).await;
        signup(&host, &full, 1, Some(0), Some(7)).await;
        let mut browser = Browser::new(&host).await;
        let page = browser.get("/").await.text;
        assert!(place(&page, "/webinar/snart") < place(&page, "/webinar/fullt"));
        assert!(place(&page, "/webinar/fullt") < place(&page, "/webinar/seinare"));
        assert!(!page.contains("/webinar/over"));
        assert!(page.contains("1 ledig plass<") && page.contains("Fullt. Du kan setje deg på venteliste."));
        assert!(page.contains("tysdag 12. januar 2027 kl. 10.00–11.30"));
        assert!(page.contains("Distriktssenteret"));

        cancel(&host, &soon, 2).await;
        assert!(browser.get("/").await.text.contains("Avlyst"));
        host.clock.advance(TimeDelta::days(20));
        assert!(browser.get("/").await.text.contains("Det er ingen arrangement på veg akkurat no"));
    }
}

#[tokio::test]
async fn the_list_is_filtered_and_searched_and_an_empty_result_is_said_in_words() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        let mut webinar = event(1, "lokale", 1);
        webinar.title = Localised::from([(Language::Nn, "Tomme lokale i Ålesund"), (Language::Sv, "Tomma lokaler")]);
        let mut gathering = event(2, "samling", 2);
        gathering.kind = EventKind::Gathering;
        publish(&host, &webinar).await;
        publish(&host, &gathering).await;
        let mut browser = Browser::new(&host).await;
        let only = browser.get("/?slag=gathering").await.text;
        assert!(only.contains("/samling/samling") && !only.contains("/webinar/lokale"));
        assert!(only.contains("Eitt arrangement passar"));
        let found = browser.get("/?slag=&sok=ALESUND").await.text;
        assert!(found.contains("/webinar/lokale") && !found.contains("/samling/samling"));
        let nothing = browser.get("/?sok=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").await;
        assert_eq!(nothing.status, StatusCode::OK);
        assert!(nothing.text.contains("Vi fann ingen komande arrangement"));
        assert!(!nothing.text.contains("<script>alert"));
        for odd in ["/?sok=%FF%FE", "/?sok", "/?&&==&sok=%", "/?slag=%00", "/?sok=a&sok=b"] {
            assert_eq!(browser.get(odd).await.status, StatusCode::OK, "{odd}");
        }
    }
}

const HOSTILE: &str =
    "</script><script>alert(1)</script>&\"' \u{7}\u{b}\r\nATTENDEE:mailto:x@example.org]]> {{ lang }} \u{202e}";

#[tokio::test]
async fn hostile_texts_stay_texts_in_every_language_and_feed() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut event = event(1, "fiendtleg", 1);
        let everywhere = Localised(Language::ALL.into_iter().map(|language| (language, HOSTILE.to_owned())).collect());
        event.title = everywhere.clone();
        event.summary = everywhere.clone();
        event.venue = Some(everywhere);
        publish(&host, &event).await;
        let mut browser = Browser::new(&host).await;
        for language in Language::ALL {
            let page = browser.get(&format!("/?sprak={language}")).await.text;
            assert!(page.contains(&format!("<html lang=\"{language}\"")));
            assert!(!page.contains("<script>"), "{language}");
            assert_eq!(page.matches("</script>").count(), 1, "only the end of the data block");
            let data = page.split("ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next()).expect("data");
            let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
            assert_eq!(data["itemListElement"][0]["item"]["name"], HOSTILE);

            let feed = browser.get(&format!("/feed.atom?sprak={language}")).await;
            well_formed(&feed.text);
            assert!(feed.text.contains(&format!("xml:lang=\"{language}\"")));

            let ics = browser.get(&format!("/kalender.ics?sprak={language}")).await.text;
            let calendar: Calendar = ics.parse().expect("a calendar");
            let [CalendarComponent::Event(entry)] = events(&calendar)[..] else { panic!("one event") };
            assert!(entry.get_summary().expect("a title").contains("alert(1)"));
            assert!(!ics.contains("\nATTENDEE"));
        }
    }
}

fn events(calendar: &Calendar) -> Vec<&CalendarComponent> {
    calendar.iter().filter(|component| matches!(component, CalendarComponent::Event(_))).collect()
}

/// Every element that is begun is ended, in order, and nothing stands in it that XML cannot hold.
fn well_formed(xml: &str) {
    assert!(xml.starts_with("<?xml"));
    assert!(!xml.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t')), "control characters");
    let mut open = Vec::new();
    let mut rest = xml.split_once("?>").expect("a declaration").1;
    while let Some((text, tag)) = rest.split_once('<') {
        assert!(!text.replace("&lt;", "").replace("&gt;", "").contains('>'), "{text}");
        let (tag, after) = tag.split_once('>').expect("the end of a tag");
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        match (tag.strip_prefix('/'), tag.ends_with('/')) {
            (Some(name), _) => assert_eq!(open.pop(), Some(name)),
            (None, true) => {}
            (None, false) => open.push(tag.split_whitespace().next().expect("a name")),
        }
        rest = after;
    }
    assert!(open.is_empty(), "{open:?}");
}

#[tokio::test]
async fn the_feeds_tell_what_is_coming_and_are_fetched_again_only_when_something_is_new() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let (webinar, other) = (event(1, "snart", 1), event(2, "avlyst", 2));
        publish(&host, &webinar).await;
        publish(&host, &other).await;
        cancel(&host, &other, 2).await;
        let mut browser = Browser::new(&host).await;
        let first = browser.get("/kalender.ics").await;
        assert_eq!(first.header("content-type"), "text/calendar; charset=utf-8");
        let calendar: Calendar = first.text.parse().expect("a calendar");
        let listed = events(&calendar);
        assert_eq!(listed.len(), 2);
        assert!(
            first.text.contains("STATUS:CANCELLED") && first.text.contains("DTSTART;TZID=Europe/Oslo:20270112T100000")
        );
        assert!(first.text.contains("/webinar/snart") && !first.text.contains("METHOD"));

        let feed = browser.get("/feed.atom").await;
        well_formed(&feed.text);
        assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
        assert_eq!(feed.text.matches("<entry>").count(), 2);
        assert!(feed.text.contains("Avlyst: avlyst") && feed.text.contains("<id>urn:uuid:"));

        for path in ["/kalender.ics", "/feed.atom"] {
            let etag = browser.get(path).await.header("etag").to_owned();
            let unchanged = browser.get_with(path, &[("if-none-match", &etag)]).await;
            assert_eq!((unchanged.status, unchanged.text.as_str()), (StatusCode::NOT_MODIFIED, ""), "{path}");
            host.clock.advance(TimeDelta::minutes(1));
            let several = format!("\"other\", {etag}");
            assert_eq!(browser.get_with(path, &[("if-none-match", &several)]).await.status, StatusCode::NOT_MODIFIED);
        }
        let etags =
            [browser.get("/kalender.ics").await, browser.get("/feed.atom").await].map(|a| a.header("etag").to_owned());
        let mut moved = webinar.clone();
        moved.revision = 2;
        moved.starts_at += TimeDelta::hours(1);
        publish(&host, &moved).await;
        for (path, etag) in ["/kalender.ics", "/feed.atom"].into_iter().zip(etags) {
            let changed = browser.get_with(path, &[("if-none-match", &etag)]).await;
            assert_eq!(changed.status, StatusCode::OK, "{path}");
        }
    }
}

#[tokio::test]
async fn a_conference_of_several_days_shows_its_dates_and_everybody_behind_it() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut conference = event(1, "byliv", 3);
        conference.kind = EventKind::Conference;
        conference.co_organisers = vec!["bylivsenteret".to_owned()];
        conference.ends_at = conference.starts_at + TimeDelta::hours(30);
        publish(&host, &conference).await;
        let mut browser = Browser::new(&host).await;
        let page = browser.get("/").await.text;
        assert!(page.contains("<dd>14.–15. januar 2027</dd>"), "{page}");
        assert!(page.contains("Distriktssenteret") && page.contains("BYLIVsenteret"));
        let ics = browser.get("/kalender.ics").await.text;
        assert!(ics.contains("DTSTART;VALUE=DATE:20270114") && ics.contains("DTEND;VALUE=DATE:20270116"), "{ics}");
        assert!(ics.contains("TRANSP:TRANSPARENT"));
    }
}

#[tokio::test]
async fn the_feed_tells_of_each_version_of_a_programme_once() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut conference = event(1, "byliv", 3);
        conference.kind = EventKind::Conference;
        // Before the event is known.
        release(&host, &conference, 1, None).await;
        let mut browser = Browser::new(&host).await;
        assert!(!browser.get("/feed.atom").await.text.contains("Programmet"));
        publish(&host, &conference).await;
        let first = browser.get("/feed.atom").await;
        well_formed(&first.text);
        assert!(first.text.contains("<title>Programmet for byliv er ute</title>"), "{}", first.text);
        assert!(first.text.contains("/konferanse/byliv/program\"/>") && first.text.contains("#programme-1</id>"));

        release(&host, &conference, 3, Some("Ein <bolk> er flytta.")).await;
        release(&host, &conference, 2, None).await;
        let third = browser.get("/feed.atom").await;
        well_formed(&third.text);
        assert_eq!(third.text.matches("<entry>").count(), 2);
        assert!(third.text.contains("Programmet for byliv er endra (versjon 3)"), "{}", third.text);
        assert!(third.text.contains("Ein &lt;bolk&gt; er flytta.") && third.text.contains("#programme-3</id>"));
        assert!(third.text.contains("2027-01-11T09:03:00Z"));
        cancel(&host, &conference, 9).await;
        assert!(!browser.get("/feed.atom").await.text.contains("Programmet"));
    }
}

#[tokio::test]
async fn the_small_files_and_pages_are_there() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut browser = Browser::new(&host).await;
        let robots = browser.get("/robots.txt").await;
        assert!(robots.status == StatusCode::OK && robots.text.contains("Disallow: /mi/"));
        let security = browser.get("/.well-known/security.txt").await;
        assert!(security.header("content-type").starts_with("text/plain"));
        assert!(security.text.starts_with("Contact: mailto:security@"));
        assert!(security.text.contains("\nExpires: 2027-07-10T09:00:00Z\n"));
        let privacy = browser.get("/personvern?sprak=sv").await.text;
        assert!(privacy.contains("7 dagar") && privacy.contains("https://byliv.example/personvern"));
        assert!(browser.get("/tilgjenge").await.text.contains("https://uustatus.no/nn/erklaringer/publisert/1"));
    }
}
