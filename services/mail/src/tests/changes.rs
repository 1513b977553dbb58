//! What people are told when something is not as they were told before.

use chrono::TimeDelta;
use host::testing::KINDS;
use proto::registration::State;
use proto::{Language, Localised};

use super::world::*;
use crate::purpose::{Purpose, Skip, State as Fate};

#[tokio::test]
async fn an_event_that_moves_twice_within_minutes_brings_one_letter_with_the_first_and_the_last_time() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let first = event();
        world.publish(&first).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let second = moved(&first, TimeDelta::days(1));
        world.publish(&second).await;
        world.advance(TimeDelta::minutes(5)).await;
        let third = edited(&moved(&second, TimeDelta::days(1)), |event| {
            event.title = proto::Localised::from([(Language::Nn, "Fulle lokale")]);
        });
        world.publish(&third).await;
        world.advance(TimeDelta::minutes(4)).await;
        assert_eq!(world.taken().await.len(), 1, "nothing leaves before the ten minutes are over");
        world.advance(TimeDelta::minutes(2)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 2);
        let letter = mail(&taken[1].data);
        let text = letter.body_text(0).unwrap();
        assert!(text.contains("onsdag 20. januar 2027") && text.contains("fredag 22. januar 2027"), "{text}");
        assert!(!text.contains("torsdag 21. januar"), "{text}");
        assert!(text.contains("Fulle lokale (før: Tomme lokale)"), "{text}");
        let (old, new) = (ics(&taken[0]).unwrap(), ics(&taken[1]).unwrap());
        assert_eq!(property(&old, "UID"), property(&new, "UID"));
        assert_eq!((property(&old, "SEQUENCE"), property(&new, "SEQUENCE")), ("0".to_owned(), "1".to_owned()));
        assert!(property(&old, "ATTENDEE").contains("PARTSTAT=ACCEPTED"));
        assert!(property(&new, "ATTENDEE").contains("PARTSTAT=NEEDS-ACTION"));
        // Reminders follow the event, and nobody is reminded of the old time.
        let reminders: Vec<_> = world.letters().await.into_iter().filter(|l| l.purpose == Purpose::Reminder).collect();
        assert_eq!(reminders.len(), 3);
        for reminder in reminders {
            assert_eq!((reminder.computed_for, reminder.state), (third.starts_at, Fate::Pending));
        }
    }
}

#[tokio::test]
async fn what_is_changed_back_in_time_brings_no_letter_and_neither_does_what_does_not_matter() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let first = event();
        world.publish(&first).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let second = moved(&first, TimeDelta::hours(2));
        world.publish(&second).await;
        let third = moved(&second, TimeDelta::hours(-2));
        world.publish(&third).await;
        let fourth =
            edited(&third, |event| event.description = proto::Localised::from([(Language::Nn, "Betre tekst.")]));
        world.publish(&fourth).await;
        world.advance(TimeDelta::hours(1)).await;
        assert_eq!(world.taken().await.len(), 1);
        let change = world.letter(Purpose::Change).await;
        assert_eq!((change.state, change.skip), (Fate::Withdrawn, Some(Skip::NothingChanged)));
    }
}

#[tokio::test]
async fn invitation_update_and_cancellation_are_one_entry_with_rising_numbers() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let second = moved(&event(), TimeDelta::hours(1));
        world.publish(&second).await;
        world.advance(TimeDelta::minutes(10)).await;
        world.cancel(&second).await;
        let taken = world.taken().await;
        let all: Vec<String> = taken.iter().map(|letter| ics(letter).unwrap()).collect();
        let of = |name: &str| all.iter().map(|ics| property(ics, name)).collect::<Vec<_>>();
        assert_eq!(of("METHOD"), ["REQUEST", "REQUEST", "CANCEL"]);
        assert_eq!(of("SEQUENCE"), ["0", "1", "2"]);
        assert_eq!(of("DTSTAMP"), ["20270111T090000Z", "20270111T091000Z", "20270111T091000Z"]);
        let uids = of("UID");
        assert!(uids[0] == uids[1] && uids[1] == uids[2] && uids[0].ends_with("@127.0.0.1"), "{uids:?}");
        assert!(all.iter().all(|ics| ics.contains("BEGIN:VTIMEZONE")));
        assert!(of("ORGANIZER").iter().all(|o| o.ends_with("mailto:arrangement@distriktssenteret.example")));
        assert!(all[2].contains("STATUS:CANCELLED"));
        // As last told, or calendars would not find it.
        assert_eq!(property(&all[2], "DTSTART"), property(&all[1], "DTSTART"));
        assert_eq!(world.fates(Purpose::Reminder).await, [Fate::Withdrawn; 3]);
        assert!(mail(&taken[2].data).body_text(0).unwrap().contains("Grunnen: Uvêr"));
    }
}

#[tokio::test]
async fn other_choices_are_told_after_a_while() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        world.change(&choosing(&person(1))).await;
        world.advance(TimeDelta::minutes(10)).await;
        let taken = world.taken().await;
        let letter = mail(&taken[1].data);
        assert!(letter.body_text(0).unwrap().contains("Du har valt: Gruppearbeid (før: ingenting)"));
        let ics = ics(&taken[1]).unwrap();
        assert!(property(&ics, "ATTENDEE").contains("PARTSTAT=ACCEPTED"));
    }
}

#[tokio::test]
async fn a_change_is_told_even_when_a_letter_with_new_links_has_passed_it() {
    for kind in KINDS {
        for back in [false, true] {
            let world = World::new(kind).await;
            world.publish(&event()).await;
            world.admit(&person(1)).await;
            world.settle().await;
            let later = moved(&event(), TimeDelta::days(1));
            world.publish(&later).await;
            let mut renewed = next(&person(1), State::Admitted);
            renewed.generation += 1;
            world.change(&renewed).await;
            let link = world.taken().await.pop().unwrap();
            assert!(property(&ics(&link).unwrap(), "DTSTART").contains("20270121T"), "the calendar has it already");
            // Everything is planned anew, because of something that does not matter, or because it is moved back.
            let again = match back {
                true => moved(&later, TimeDelta::days(-1)),
                false => edited(&later, |event| event.description = Localised::from([(Language::Nn, "Betre tekst.")])),
            };
            world.publish(&again).await;
            world.advance(TimeDelta::minutes(10)).await;
            let subjects = world.subjects().await;
            assert_eq!(subjects[2..], ["Endring: Tomme lokale"], "{kind:?}, back {back}: {subjects:?}");
            let change = world.taken().await.pop().unwrap();
            let text = mail(&change.data).body_text(0).unwrap().into_owned();
            let (old, new) = if back { ("torsdag 21.", "onsdag 20.") } else { ("onsdag 20.", "torsdag 21.") };
            let line = text.lines().find(|line| line.starts_with("- Når:")).unwrap();
            assert!(line.find(new).unwrap() < line.find(old).unwrap(), "{line}");
            let calendar = ics(&change).unwrap();
            assert_eq!(property(&calendar, "SEQUENCE"), "2");
            assert!(property(&calendar, "ATTENDEE").contains("PARTSTAT=NEEDS-ACTION"));
            world.advance(TimeDelta::hours(1)).await;
            assert_eq!(world.taken().await.len(), 3, "and once");
        }
    }
}
