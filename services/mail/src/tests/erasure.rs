//! What is left of people whose data are deleted, and what they still get.

use chrono::{DateTime, TimeDelta};
use host::testing::{KINDS, Kind};
use proto::registration::{RegistrationWaitlisted, State as Standing};
use uuid::Uuid;

use super::sink::Mode;
use super::world::*;
use crate::parting::{Last, Parting, last};
use crate::planning::Existing;
use crate::purpose::{Purpose, Skip, State};

fn letter(number: u128, purpose: Purpose, state: State, made: bool) -> Existing {
    let (rule, computed_for) = (String::new(), DateTime::UNIX_EPOCH);
    Existing {
        id: Uuid::from_u128(number),
        purpose,
        rule,
        computed_for,
        due: computed_for,
        state,
        skip: None,
        made,
        sent_at: None,
        since: None,
        replan: None,
    }
}

#[test]
fn the_letter_that_takes_the_entry_out_is_the_only_one_that_outlives_the_person() {
    let event = event();
    let now = event.starts_at - TimeDelta::days(1);
    let confirmation = letter(1, Purpose::Confirmation, State::Sent, false);
    let reminder = letter(2, Purpose::Reminder, State::Pending, false);
    let of = |state, made| [confirmation.clone(), reminder.clone(), letter(3, Purpose::Withdrawal, state, made)];
    let none = Parting { letters: &[], invited: true, taken_out: false, event: &event, cancelled: false, now };
    let third = Uuid::from_u128(3);
    for (letters, taken_out, expected) in [
        (of(State::Pending, false), false, Some(Last::Planned(third))),
        (of(State::Deferred, true), true, Some(Last::Made(third))),
        (of(State::Leased, true), true, Some(Last::Made(third))),
        (of(State::DotWritten, true), true, Some(Last::Made(third))),
        (of(State::Uncertain, true), true, Some(Last::Made(third))),
        (of(State::Sent, false), true, None),
        (of(State::Failed, false), true, None),
    ] {
        assert_eq!(last(Parting { letters: &letters, taken_out, ..none }), expected, "{letters:?}");
        assert_eq!(last(Parting { letters: &letters, taken_out, invited: false, ..none }), None);
        assert_eq!(last(Parting { letters: &letters, taken_out, now: event.ends_at, ..none }), None);
    }
    assert_eq!(last(none), Some(Last::Unplanned(Purpose::Withdrawal)));
    assert_eq!(last(Parting { cancelled: true, ..none }), Some(Last::Unplanned(Purpose::Cancellation)));
}

/// Somebody who has the entry in a calendar, and a program that sends nothing for now.
async fn invited(kind: Kind) -> World {
    let mut world = World::new(kind).await;
    world.publish(&event()).await;
    world.admit(&person(1)).await;
    world.settle().await;
    world.kill();
    world
}

/// Nothing about the person is left but what the letters that wait need to go out.
async fn only_letters_that_wait_are_left(world: &World, waiting: usize) {
    let db = &world.host.db.write;
    assert!(crate::store::registration::find(db, person(1).id).await.unwrap().is_none());
    assert!(crate::store::calendar_entry::find(db, person(1).id).await.unwrap().is_none());
    let letters = world.letters().await;
    for letter in &letters {
        assert!(letter.registration.is_none() && letter.message_id.is_none() && letter.facts.is_none(), "{letter:?}");
        assert!(letter.trouble.is_none() || letter.raw.is_none(), "{letter:?}");
    }
    let kept: Vec<_> = letters.iter().filter(|l| l.raw.is_some() || l.made_of.is_some()).collect();
    assert_eq!(kept.len(), waiting, "{kept:?}");
    assert!(kept.iter().all(|letter| letter.next_at.is_some()), "{kept:?}");
}

/// The server has the invitation and one letter that takes it out of the calendar again.
async fn taken_out(world: &World) {
    let taken = world.taken().await;
    assert_eq!(taken.len(), 2);
    assert_eq!(taken[1].to, "ase1@kommune.example");
    let (invitation, cancel) = (ics(&taken[0]).unwrap(), ics(&taken[1]).unwrap());
    assert_eq!(property(&cancel, "METHOD"), "CANCEL");
    assert_eq!(property(&cancel, "UID"), property(&invitation, "UID"));
    assert_eq!(property(&cancel, "SEQUENCE"), "1");
    only_letters_that_wait_are_left(world, 0).await;
}

#[tokio::test]
async fn whoever_withdraws_and_is_forgotten_at_once_still_has_the_entry_taken_out() {
    for kind in KINDS {
        let mut world = invited(kind).await;
        world.withdraw(&person(1)).await;
        world.erase(&person(1)).await;
        world.erase(&person(1)).await;
        only_letters_that_wait_are_left(&world, 1).await;
        // What others do meanwhile is no longer the person's concern.
        world.publish(&moved(&event(), TimeDelta::hours(1))).await;
        world.start();
        world.advance(TimeDelta::hours(1)).await;
        taken_out(&world).await;
    }
}

#[tokio::test]
async fn so_it_is_when_the_news_come_the_other_way_round() {
    for kind in KINDS {
        let mut world = invited(kind).await;
        world.erase(&person(1)).await;
        world.withdraw(&person(1)).await;
        world.start();
        world.advance(TimeDelta::hours(1)).await;
        taken_out(&world).await;
    }
}

#[tokio::test]
async fn so_it_is_when_the_event_was_cancelled() {
    for kind in KINDS {
        let mut world = invited(kind).await;
        world.cancel(&event()).await;
        world.erase(&person(1)).await;
        only_letters_that_wait_are_left(&world, 1).await;
        world.start();
        world.advance(TimeDelta::hours(1)).await;
        taken_out(&world).await;
    }
}

#[tokio::test]
async fn a_server_that_asks_for_patience_or_hangs_up_gets_the_last_letter_all_the_same() {
    for kind in KINDS {
        for mode in [Mode::PutOffReceiver, Mode::CloseInData] {
            let world = World::new(kind).await;
            world.publish(&event()).await;
            world.admit(&person(1)).await;
            world.settle().await;
            world.sink.behave(mode);
            world.withdraw(&person(1)).await;
            bus::testing::eventually("it was tried", async || {
                world.letter(Purpose::Withdrawal).await.trouble.is_some()
            })
            .await;
            world.erase(&person(1)).await;
            only_letters_that_wait_are_left(&world, 1).await;
            world.sink.behave(Mode::Fine);
            world.advance(TimeDelta::hours(1)).await;
            taken_out(&world).await;
        }
    }
}

#[tokio::test]
async fn in_doubt_the_last_letter_goes_once_more_and_is_then_deleted() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        world.sink.behave(Mode::CloseAfterDot);
        world.withdraw(&person(1)).await;
        world.settle().await;
        world.erase(&person(1)).await;
        world.advance(TimeDelta::minutes(10)).await;
        let taken = world.taken().await;
        assert_eq!((taken.len(), taken[1].data == taken[2].data), (3, true), "{kind:?}");
        assert_eq!(world.letter(Purpose::Withdrawal).await.state, State::Uncertain);
        only_letters_that_wait_are_left(&world, 0).await;
    }
}

#[tokio::test]
async fn a_last_letter_that_is_refused_or_too_late_is_deleted() {
    for kind in KINDS {
        let mut world = invited(kind).await;
        world.withdraw(&person(1)).await;
        world.erase(&person(1)).await;
        world.sink.behave(Mode::RefuseReceiver);
        world.start();
        world.settle().await;
        assert_eq!(world.letter(Purpose::Withdrawal).await.state, State::Failed);
        only_letters_that_wait_are_left(&world, 0).await;

        let mut world = invited(kind).await;
        world.withdraw(&person(1)).await;
        world.erase(&person(1)).await;
        world.host.clock.set(event().ends_at);
        world.start();
        world.settle().await;
        assert_eq!(world.taken().await.len(), 1);
        assert_eq!(world.letter(Purpose::Withdrawal).await.skip, Some(Skip::Over));
        only_letters_that_wait_are_left(&world, 0).await;
    }
}

#[tokio::test]
async fn whoever_has_nothing_in_a_calendar_hears_nothing_more() {
    for kind in KINDS {
        let mut world = World::new(kind).await;
        world.publish(&event()).await;
        let waiting = proto::registration::Registration { state: Standing::Waiting, ..person(1) };
        world.hear(RegistrationWaitlisted { registration: waiting.clone(), position: 3 }).await;
        world.settle().await;
        world.kill();
        world.withdraw(&waiting).await;
        world.erase(&waiting).await;
        only_letters_that_wait_are_left(&world, 0).await;
        world.start();
        world.advance(TimeDelta::hours(1)).await;
        assert_eq!(world.taken().await.len(), 1);
    }
}

#[tokio::test]
async fn an_erased_person_leaves_counts_and_nothing_else() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        world.withdraw(&person(1)).await;
        world.settle().await;
        world.erase(&person(1)).await;
        world.admit(&next(&person(1), Standing::Admitted)).await;
        world.until(event().starts_at).await;
        assert_eq!(world.taken().await.len(), 2);
        for letter in world.letters().await {
            assert!(letter.registration.is_none() && letter.raw.is_none() && letter.message_id.is_none());
            assert!(letter.made_of.is_none(), "{letter:?}");
        }
        let known = crate::store::registration::find(&world.host.db.write, person(1).id).await.unwrap();
        assert!(known.is_none());
    }
}
