//! What people get when they sign off and when it is cancelled.

use chrono::TimeDelta;
use host::testing::KINDS;

use super::sink::Mode;
use super::world::*;
use crate::purpose::{Purpose, State as Fate};

#[tokio::test]
async fn whoever_withdraws_gets_a_receipt_that_clears_the_calendar_and_nothing_more() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        world.withdraw(&person(1)).await;
        world.publish(&moved(&event(), TimeDelta::hours(1))).await;
        // A letter in hand when the clock leaps would be taken back, and sent once more.
        world.settle().await;
        world.until(event().starts_at).await;
        let taken = world.taken().await;
        assert_eq!(world.subjects().await, ["Du er påmeld: Tomme lokale", "Du er meld av: Tomme lokale"]);
        let cancel = ics(&taken[1]).unwrap();
        assert_eq!((property(&cancel, "METHOD"), property(&cancel, "SEQUENCE")), ("CANCEL".to_owned(), "1".to_owned()));
        assert!(taken[1].text().contains("avlysing.ics"));
    }
}

#[tokio::test]
async fn whoever_withdraws_before_the_letter_left_is_never_invited() {
    for kind in KINDS {
        let world = World::with(kind, Mode::PutOffReceiver, |_| {}).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        assert_eq!(world.fates(Purpose::Confirmation).await, [Fate::Deferred]);
        world.withdraw(&person(1)).await;
        world.sink.behave(Mode::Fine);
        world.advance(TimeDelta::hours(1)).await;
        world.until(event().starts_at).await;
        let taken = world.taken().await;
        assert_eq!(world.subjects().await, ["Du er meld av: Tomme lokale"]);
        assert!(ics(&taken[0]).is_none(), "there is nothing to take out of the calendar");
    }
}

#[tokio::test]
async fn a_cancelled_event_invites_and_reminds_nobody_however_late_the_news_come() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.cancel(&event()).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.until(event().starts_at).await;
        assert_eq!(world.subjects().await, ["Avlyst: Tomme lokale"]);
        assert!(ics(&world.taken().await[0]).is_none());
    }
}

#[tokio::test]
async fn whoever_signs_off_while_the_news_of_a_cancellation_waits_still_has_the_entry_taken_out_once() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        world.sink.behave(Mode::PutOffReceiver);
        world.cancel(&event()).await;
        world.settle().await;
        world.withdraw(&person(1)).await;
        world.sink.behave(Mode::Fine);
        world.advance(TimeDelta::hours(1)).await;
        let methods: Vec<_> =
            world.taken().await.iter().map(|letter| property(&ics(letter).unwrap(), "METHOD")).collect();
        assert_eq!(methods, ["REQUEST", "CANCEL"], "{kind:?}");
    }
}
