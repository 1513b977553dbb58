//! Reminders that fit the time that is left, and follow the event.

use chrono::TimeDelta;
use tests::{WAYS, Webinar, World};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_signs_up_late_gets_only_the_reminders_that_lie_ahead() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.webinar(&Webinar::default()).await;
        world.pass(TimeDelta::days(62)).await;
        world.sign_up("torg", "Sein", "sein@example.no").await;
        world.pass(TimeDelta::days(1)).await;
        world.pass(TimeDelta::hours(23)).await;
        let subjects: Vec<String> = world.sink.to("sein@example.no").iter().map(tests::Received::subject).collect();
        assert_eq!(subjects.len(), 3, "{way:?}: the invitation, a day before, an hour before: {subjects:?}");
        world.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reminders_move_with_the_event() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.webinar(&Webinar::default()).await;
        world.sign_up("torg", "Kari", "kari@example.no").await;
        world.settle().await;
        // A week later than planned.
        let moved = Webinar { start: "2027-03-23T10:00:00", end: "2027-03-23T11:00:00", ..Webinar::default() };
        world.webinar(&moved).await;
        world.pass(TimeDelta::minutes(11)).await;
        assert_eq!(world.sink.to("kari@example.no").len(), 2, "{way:?}: the invitation and the change");
        // The week before the old day: nothing. The week before the new one: the reminder, with the new day in it.
        world.pass(TimeDelta::days(58)).await;
        assert_eq!(world.sink.to("kari@example.no").len(), 2, "{way:?}");
        world.pass(TimeDelta::days(7)).await;
        let letters = world.sink.to("kari@example.no");
        assert_eq!(letters.len(), 3, "{way:?}");
        assert!(letters[2].text().contains("23. mars 2027"), "{}", letters[2].text());
        world.end().await;
    }
}
