//! Mail servers that fail in every way.

use std::time::Duration;

use bus::testing::{eventually, said_of};
use chrono::TimeDelta;
use host::testing::{KINDS, Kind};
use proto::event::EventPublished;
use proto::mail::MailUndeliverable;

use super::sink::Mode;
use super::world::*;
use crate::purpose::{Purpose, State as Fate};
use crate::sending::{Limits, Ways};

/// One letter to a server that behaves like this: how it ends, and how many copies the server took.
pub(super) async fn one_letter(kind: Kind, mode: Mode) -> (World, Fate, usize) {
    let world = World::with(kind, mode, |_| {}).await;
    world.publish(&event()).await;
    world.admit(&person(1)).await;
    eventually("the letter was tried", async || {
        let letter = world.letter(Purpose::Confirmation).await;
        !matches!(letter.state, Fate::Pending | Fate::Leased | Fate::DotWritten) || letter.trouble.is_some()
    })
    .await;
    let state = world.letter(Purpose::Confirmation).await.state;
    let taken = world.sink.taken().len();
    (world, state, taken)
}

#[tokio::test]
async fn each_fault_of_a_server_has_its_fate() {
    for kind in KINDS {
        for (mode, state, taken) in [
            (Mode::Fine, Fate::Sent, 1),
            (Mode::Slow, Fate::Sent, 1),
            (Mode::OneEach, Fate::Sent, 1),
            (Mode::TurnAway, Fate::Pending, 0),
            (Mode::NoGreeting, Fate::Pending, 0),
            (Mode::NeedsSignIn, Fate::Pending, 0),
            (Mode::RefuseReceiver, Fate::Failed, 0),
            (Mode::RefuseContent, Fate::Failed, 0),
            (Mode::PutOffReceiver, Fate::Deferred, 0),
            (Mode::PutOffContent, Fate::Deferred, 0),
            (Mode::HangAfterData, Fate::Pending, 0),
            (Mode::CloseInData, Fate::Pending, 0),
            (Mode::CloseAt("EHLO"), Fate::Pending, 0),
            (Mode::CloseAt("MAIL"), Fate::Pending, 0),
            (Mode::CloseAt("RCPT"), Fate::Pending, 0),
            (Mode::CloseAt("DATA"), Fate::Pending, 0),
            (Mode::Nonsense, Fate::Pending, 0),
            (Mode::CloseAfterDot, Fate::Uncertain, 1),
            (Mode::HangAfterDot, Fate::Uncertain, 1),
            (Mode::NonsenseAfterDot, Fate::Uncertain, 1),
            (Mode::Late, Fate::Uncertain, 1),
        ] {
            let (_world, became, took) = one_letter(kind, mode).await;
            assert_eq!((became, took), (state, taken), "{kind:?}: {mode:?}");
        }
    }
}

#[tokio::test]
async fn after_the_fault_is_mended_everybody_has_one_letter() {
    for kind in KINDS {
        for (mode, wait) in [
            (Mode::TurnAway, 1),
            (Mode::NeedsSignIn, 1),
            (Mode::CloseInData, 1),
            (Mode::CloseAt("RCPT"), 1),
            (Mode::CloseAt("DATA"), 1),
            (Mode::PutOffReceiver, 1),
            (Mode::PutOffContent, 1),
        ] {
            let (world, _, _) = one_letter(kind, mode).await;
            world.sink.behave(Mode::Fine);
            world.advance(TimeDelta::minutes(wait)).await;
            assert_eq!(world.taken().await.len(), 1, "{kind:?}: {mode:?}");
            let letter = world.letter(Purpose::Confirmation).await;
            assert_eq!((letter.state, letter.trouble), (Fate::Sent, None), "{kind:?}: {mode:?}");
        }
    }
}

#[tokio::test]
async fn only_a_letter_that_may_have_arrived_comes_twice_and_then_it_is_the_same() {
    for kind in KINDS {
        for mode in [Mode::CloseAfterDot, Mode::NonsenseAfterDot, Mode::Late] {
            let (world, _, _) = one_letter(kind, mode).await;
            world.sink.behave(Mode::Fine);
            world.advance(TimeDelta::minutes(11)).await;
            let taken = world.taken().await;
            assert_eq!(taken.len(), 2, "{kind:?}: {mode:?}");
            assert_eq!(taken[0].data, taken[1].data, "{kind:?}: {mode:?}");
            assert_eq!(world.letter(Purpose::Confirmation).await.state, Fate::Sent, "{kind:?}: {mode:?}");
        }
    }
}

#[tokio::test]
async fn slow_receivers_do_not_hold_up_the_others() {
    for kind in KINDS {
        // One in a domain with others, or so many in one that they could fill every connection many times.
        for (slow, domain) in [(1, "kommune.example"), (30, "slow.example")] {
            let mut world = World::with(kind, Mode::HangForSlow, |_| {}).await;
            world.kill();
            world.publish(&event()).await;
            for number in 0..slow + 11 {
                let mut person = person(number);
                if number < slow {
                    person.email = format!("slow{number}@{domain}");
                }
                world.admit(&person).await;
            }
            // Longer than the test: whoever waited for the slow ones would not be done.
            let patient = Limits { step: Duration::from_secs(120), dot: Duration::from_secs(120) };
            world.start_within(patient);
            eventually("the others have their letters", async || world.sink.taken().len() == 11).await;
            let asked = world.sink.asked("slow");
            assert!((1..=2).contains(&asked), "{kind:?}: {asked} connections wait for {domain}");
        }
    }
}

#[tokio::test]
async fn a_refused_letter_is_told_to_others_without_the_address_and_is_not_tried_again() {
    for kind in KINDS {
        let (world, _, _) = one_letter(kind, Mode::RefuseReceiver).await;
        let said: Vec<MailUndeliverable> = said_of(&world.host.db).await;
        assert_eq!(said.len(), 1, "{kind:?}");
        assert_eq!((said[0].registration_id, said[0].purpose.as_str()), (person(1).id, "confirmation"));
        assert!(said[0].reason.contains("550") && !said[0].reason.contains('@'), "{}", said[0].reason);
        world.sink.behave(Mode::Fine);
        world.advance(TimeDelta::hours(1)).await;
        assert_eq!(world.taken().await.len(), 0);
    }
}

#[tokio::test]
async fn one_who_cannot_be_reached_keeps_nobody_else_back() {
    for kind in KINDS {
        let world = World::with(kind, Mode::RefuseGone, |_| {}).await;
        world.publish(&event()).await;
        for number in 0..12 {
            let mut person = person(number);
            if number % 3 == 0 {
                person.email = format!("gone{number}@kommune.example");
            }
            if number == 1 {
                "no address".clone_into(&mut person.email);
            }
            world.admit(&person).await;
        }
        assert_eq!(world.taken().await.len(), 7, "{kind:?}");
        let failed = world.fates(Purpose::Confirmation).await.into_iter().filter(|fate| *fate == Fate::Failed).count();
        assert_eq!(failed, 5);
        assert!(world.sink.connections() <= 4, "a refusal costs no connection: {}", world.sink.connections());
    }
}

#[tokio::test]
async fn a_waiting_letter_says_what_is_true_when_it_leaves() {
    for kind in KINDS {
        let (world, _, _) = one_letter(kind, Mode::PutOffReceiver).await;
        world.publish(&moved(&event(), TimeDelta::hours(3))).await;
        world.sink.behave(Mode::Fine);
        world.advance(TimeDelta::hours(1)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 1, "no change to tell to somebody who has only heard the new time");
        assert!(mail(&taken[0].data).body_text(0).unwrap().contains("kl. 13.00"), "{}", taken[0].text());
    }
}

#[tokio::test]
async fn receipts_pass_reminders() {
    for kind in KINDS {
        let world = World::with(kind, Mode::TurnAway, |_| {}).await;
        let event = edited(&event(), |event| event.reminders = vec![9 * 24 * 60 - 10]);
        world.publish(&event).await;
        for number in 0..30 {
            // Each has had a confirmation, so that only reminders are left.
            world.admit(&person(number)).await;
        }
        world.sink.behave(Mode::Fine);
        world.advance(TimeDelta::minutes(1)).await;
        assert_eq!(world.taken().await.len(), 30);
        world.sink.behave(Mode::NeedsSignIn);
        world.host.clock.advance(TimeDelta::minutes(10));
        eventually("the reminders were tried", async || {
            world.letters().await.iter().any(|l| l.purpose == Purpose::Reminder && l.trouble.is_some())
        })
        .await;
        world.admit(&person(99)).await;
        world.sink.behave(Mode::Fine);
        world.advance(TimeDelta::minutes(1)).await;
        let taken = world.taken().await;
        let place = taken[30..].iter().position(|letter| letter.to == "ase99@kommune.example").unwrap();
        assert!(place < 10, "{kind:?}: the receipt was number {place} of {}", taken.len() - 30);
    }
}

#[tokio::test]
async fn two_programs_share_the_work_and_no_letter() {
    for kind in KINDS {
        let mut world = World::new(kind).await;
        world.start();
        world.publish(&event()).await;
        for number in 0..60 {
            world.admit(&person(number)).await;
        }
        let taken = world.taken().await;
        let mut to: Vec<_> = taken.iter().map(|letter| letter.to.clone()).collect();
        to.sort();
        to.dedup();
        assert_eq!((taken.len(), to.len()), (60, 60), "{kind:?}");
    }
}

/// A world whose mail server is reached at another address of the same sink.
async fn reached_at(mode: Mode, address: impl Fn(u16) -> String) -> World {
    let world = World::with(Kind::Sqlite, mode, |settings| {
        let port: u16 = settings.smtp.as_deref().and_then(|smtp| smtp.rsplit(':').next()?.parse().ok()).unwrap();
        settings.smtp = Some(address(port));
    })
    .await;
    world.publish(&event()).await;
    world.admit(&person(1)).await;
    world
}

const AUTHORITY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/tests/tls/ca.pem");

#[tokio::test]
async fn letters_go_through_tls_and_stop_at_the_gate_there_as_well() {
    for (mode, scheme, rest) in [(Mode::StartTls, "smtp", "tls=required&"), (Mode::Tls, "smtps", "")] {
        let world = reached_at(mode, |port| format!("{scheme}://localhost:{port}?{rest}ca={AUTHORITY}")).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 1, "{mode:?}: {:?}", world.letter(Purpose::Confirmation).await.trouble);
        let letter = world.letter(Purpose::Confirmation).await;
        assert_eq!(letter.state, Fate::Sent, "{mode:?}");
    }
}

#[tokio::test]
async fn nothing_is_sent_in_the_clear_or_to_somebody_else_when_tls_is_asked_for() {
    for (mode, scheme, rest, why) in [
        (Mode::Fine, "smtp", format!("tls=required&ca={AUTHORITY}"), "STARTTLS"),
        // The certificate is from an authority that nobody here trusts.
        (Mode::StartTls, "smtp", "tls=required".to_owned(), "STARTTLS"),
        (Mode::Tls, "smtps", String::new(), "TLS"),
    ] {
        let world = reached_at(mode, |port| format!("{scheme}://localhost:{port}?{rest}")).await;
        eventually("the letter was tried", async || world.letter(Purpose::Confirmation).await.trouble.is_some()).await;
        let letter = world.letter(Purpose::Confirmation).await;
        assert_eq!(letter.state, Fate::Pending, "{mode:?}");
        assert!(letter.trouble.as_deref().unwrap().contains(why), "{mode:?}: {:?}", letter.trouble);
        assert!(world.sink.taken().is_empty());
    }
}

#[tokio::test]
async fn a_reminder_that_was_put_off_past_midnight_does_not_speak_of_tomorrow() {
    for kind in KINDS {
        let world = World::with(kind, Mode::Fine, |_| {}).await;
        // At ten minutes to midnight where it takes place.
        let event = edited(&event(), |event| event.reminders = vec![610]);
        world.publish(&event).await;
        world.admit(&person(1)).await;
        world.settle().await;
        world.sink.behave(Mode::PutOffReceiver);
        world.until(event.starts_at - TimeDelta::minutes(610)).await;
        assert_eq!(world.letter(Purpose::Reminder).await.state, Fate::Deferred);
        world.sink.behave(Mode::Fine);
        world.advance(TimeDelta::minutes(20)).await;
        let taken = world.taken().await;
        let text = mail(&taken[1].data).body_text(0).unwrap().into_owned();
        assert!(text.contains("I dag er det klart") && !text.contains("I morgon"), "{text}");
    }
}

#[tokio::test]
async fn letters_that_wait_for_something_keep_nobody_else_back() {
    for kind in KINDS {
        let world = World::new(kind).await;
        for number in 0..40 {
            let nowhere = proto::registration::Registration {
                event_id: proto::EventId(uuid::Uuid::from_u128(2)),
                ..person(number)
            };
            world.admit(&nowhere).await;
        }
        world.publish(&event()).await;
        world.admit(&person(99)).await;
        assert_eq!(world.taken().await.len(), 1, "{kind:?}");
        // And what they wait for is looked for less and less often.
        world.advance(TimeDelta::hours(1)).await;
        for letter in world.letters().await.into_iter().filter(|l| l.event == Some(uuid::Uuid::from_u128(2))) {
            let pause = letter.next_at.unwrap() - world.host.clock.now();
            assert!(pause > TimeDelta::minutes(1), "{pause}");
        }
    }
}

#[tokio::test]
async fn news_that_is_being_written_is_waited_for() {
    let world = World::new(Kind::Postgres).await;
    world.publish(&event()).await;
    let (bus, _) = crate::listed(&world.mail, &bus::Carrier::in_process()).start();
    let news = bus.begin().await.unwrap();
    crate::store::event::keep(&news.tx, &moved(&event(), TimeDelta::hours(3)), news.now).await.unwrap();
    // Planned before the news, so that only taking the letter in hand can see it.
    let planned = crate::planning::Planned {
        purpose: Purpose::Confirmation,
        rule: String::new(),
        computed_for: chrono::DateTime::UNIX_EPOCH,
        due: news.now,
        facts: None,
        skip: None,
    };
    let person = person(1);
    crate::store::registration::keep(&world.host.db.write, person.clone(), news.now).await.unwrap();
    let owner = crate::store::letter::Owner {
        speaker: None,
        registration: Some(person.id),
        event: Some(person.event_id),
        language: person.language,
    };
    let row = crate::store::letter::new(uuid::Uuid::from_u128(5), owner, planned, news.now).unwrap();
    crate::store::letter::insert(&world.host.db.write, vec![row]).await.unwrap();
    let work = bus.begin().await.unwrap();
    let mut room = Ways::read(&world.host.settings).unwrap().room();
    let takeable = crate::store::letter::Takeable::default();
    let taken = crate::taking::take(&work, &world.mail, &takeable, &mut room).await.unwrap();
    assert_eq!((taken.letters.len(), taken.looked_at), (0, 0), "the event is about to be another");
    work.commit().await.unwrap();
    news.commit().await.unwrap();
    world.mail.wake.notify_one();
    let taken = world.taken().await;
    assert!(mail(&taken[0].data).body_text(0).unwrap().contains("kl. 13.00"), "{}", taken[0].text());
}

#[tokio::test]
async fn letters_are_made_of_the_event_as_another_process_has_kept_it() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        assert!(mail(&world.taken().await[0].data).body_text(0).unwrap().contains("kl. 10.00"));
        let other = std::sync::Arc::new(crate::Mail::new(world.host.clone()).unwrap());
        let news = EventPublished { event: moved(&event(), TimeDelta::hours(3)) };
        bus::testing::hear(&other, &world.host, news).await.unwrap();
        world.admit(&person(2)).await;
        let letter = world.taken().await.pop().unwrap();
        assert!(mail(&letter.data).body_text(0).unwrap().contains("kl. 13.00"), "{kind:?}: {}", letter.text());
    }
}

#[tokio::test]
async fn two_letters_of_one_person_never_have_the_same_number() {
    let world = World::new(Kind::Postgres).await;
    world.publish(&event()).await;
    world.admit(&person(1)).await;
    world.settle().await;
    let (bus, _) = crate::listed(&world.mail, &bus::Carrier::in_process()).start();
    let (first, second) = (bus.begin().await.unwrap(), bus.begin().await.unwrap());
    let number = async |work: bus::Work| {
        let ids = [person(1).id.0];
        let entries = crate::store::calendar_entry::hold_all(&work.tx, &ids, String::new, work.now).await.unwrap();
        let mut entry = entries.into_iter().next().unwrap();
        let number = entry.next_sequence();
        entry.sequence = Some(i64::from(number));
        crate::store::calendar_entry::keep_all(&work.tx, vec![entry]).await.unwrap();
        tokio::task::yield_now().await;
        work.commit().await.unwrap();
        number
    };
    let (first, second) = tokio::join!(number(first), number(second));
    assert_eq!(first.min(second) + 1, first.max(second));
}
