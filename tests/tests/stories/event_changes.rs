//! What a change or a cancellation of the event does for the people in it.

use chrono::TimeDelta;
use tests::{WAYS, Webinar, World};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_edits_leave_as_one_letter_with_one_update_of_the_calendar() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.webinar(&Webinar::default()).await;
        world.sign_up("torg", "Kari", "kari@example.no").await;
        world.settle().await;
        for (start, end) in
            [("2027-03-16T12:00:00", "2027-03-16T13:00:00"), ("2027-03-29T09:00:00", "2027-03-29T10:00:00")]
        {
            world.webinar(&Webinar { start, end, ..Webinar::default() }).await;
            world.pass(TimeDelta::minutes(2)).await;
        }
        assert_eq!(world.sink.to("kari@example.no").len(), 1, "{way:?}: edits are gathered first");
        world.pass(TimeDelta::minutes(10)).await;
        let letters = world.sink.to("kari@example.no");
        assert_eq!(letters.len(), 2, "{way:?}");
        let (before, after) = (&letters[0], &letters[1]);
        assert_eq!(after.subject(), "Endring: Torget som møteplass");
        assert!(after.text().contains("29. mars 2027 kl. 09.00–10.00"), "{}", after.text());
        assert_eq!(after.method().as_deref(), Some("REQUEST"));
        assert_eq!(before.property("UID"), after.property("UID"));
        // Across the clock change: nine o'clock stays nine o'clock.
        assert_eq!(after.property("DTSTART").as_deref(), Some("20270329T090000"));
        let sequence = |letter: &tests::Received| letter.property("SEQUENCE").unwrap().parse::<u32>().unwrap();
        assert!(sequence(after) > sequence(before));
        assert!(after.calendar().unwrap().contains("PARTSTAT=NEEDS-ACTION"), "a new time asks anew");
        world.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_meeting_address_needs_no_letter() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.webinar(&Webinar::default()).await;
        world.sign_up("torg", "Kari", "kari@example.no").await;
        world.settle().await;
        world.webinar(&Webinar { meeting: "https://andre.example.org/rom", ..Webinar::default() }).await;
        world.pass(TimeDelta::minutes(15)).await;
        assert_eq!(world.sink.count(), 1, "{way:?}");
        world.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancelled_event_tells_everybody_once_and_hands_out_no_places() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.webinar(&Webinar { capacity: 1, ..Webinar::default() }).await;
        world.sign_up("torg", "Kari", "kari@example.no").await;
        world.sign_up("torg", "Per", "per@example.no").await;
        world.settle().await;
        world.webinar(&Webinar { capacity: 1, more: "cancelled = true", ..Webinar::default() }).await;
        world.pass(TimeDelta::minutes(1)).await;
        let (kari, per) = (world.sink.to("kari@example.no"), world.sink.to("per@example.no"));
        assert_eq!((kari.len(), per.len()), (2, 2), "{way:?}");
        assert_eq!(kari[1].subject(), "Avlyst: Torget som møteplass");
        assert_eq!(kari[1].method().as_deref(), Some("CANCEL"));
        assert_eq!(per[1].subject(), "Avlyst: Torget som møteplass");
        assert!(per[1].calendar().is_none(), "nothing was in their calendar");
        world.pass(TimeDelta::days(70)).await;
        assert_eq!(world.sink.count(), 4, "{way:?}: no reminder, no place from the list");
        let late = world.sign_up_refused("torg").await;
        assert!(late.contains("avlyst"), "{way:?}: {late}");
        world.end().await;
    }
}
