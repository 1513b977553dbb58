//! A calendar that is built only from the letters that arrive equals the truth.

use chrono::TimeDelta;
use std::collections::BTreeMap;
use tests::visitor::local;
use tests::{Received, WAYS, Webinar, World};

/// What a calendar program holds after these letters: start by UID. It keeps the highest SEQUENCE.
fn calendar(letters: &[Received]) -> BTreeMap<String, String> {
    let mut entries: BTreeMap<String, (u32, Option<String>)> = BTreeMap::new();
    for letter in letters {
        let Some(method) = letter.method() else { continue };
        let uid = letter.property("UID").expect("every entry has a UID");
        assert!(letter.property("DTSTAMP").is_some(), "every entry has a DTSTAMP");
        let sequence: u32 = letter.property("SEQUENCE").expect("a SEQUENCE").parse().expect("a number");
        let calendar = letter.calendar().expect("a calendar");
        if calendar.contains("TZID=") {
            assert!(calendar.contains("BEGIN:VTIMEZONE"), "a zone is shipped with its rules");
        }
        let newer = entries.get(&uid).is_none_or(|(held, _)| sequence > *held);
        assert!(newer, "an update with an old number is passed over by calendar programs");
        let start = (method == "REQUEST").then(|| letter.property("DTSTART").expect("a start"));
        entries.insert(uid, (sequence, start));
    }
    entries.into_iter().filter_map(|(uid, (_, start))| Some((uid, start?))).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn moved_withdrawn_and_signed_up_again_the_calendar_holds_one_true_entry() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.webinar(&Webinar::default()).await;
        world.sign_up("torg", "Kari", "kari@example.no").await;
        world.settle().await;
        world
            .webinar(&Webinar { start: "2027-03-30T10:00:00", end: "2027-03-30T11:00:00", ..Webinar::default() })
            .await;
        world.pass(TimeDelta::minutes(11)).await;
        let letters = world.sink.to("kari@example.no");
        assert_eq!(calendar(&letters).into_values().collect::<Vec<_>>(), ["20270330T100000"], "{way:?}");

        let path = format!("{}/meld-av", local(&letters[0].link("/mi/").expect("a link")));
        world.visitor("nn").fill_in(&path, &path, &[]).await;
        world.settle().await;
        assert!(calendar(&world.sink.to("kari@example.no")).is_empty(), "{way:?}");

        world.sign_up("torg", "Kari", "kari@example.no").await;
        world.settle().await;
        let again = calendar(&world.sink.to("kari@example.no"));
        assert_eq!(again.into_values().collect::<Vec<_>>(), ["20270330T100000"], "{way:?}");
        world.end().await;
    }
}
