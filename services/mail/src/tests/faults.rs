//! Mail servers that fail in every way, and programs that are killed while they talk to them.

use std::collections::BTreeMap;

use bus::testing::{eventually, said_of};
use chrono::TimeDelta;
use host::testing::{KINDS, Kind};
use proto::mail::MailUndeliverable;

use super::sink::Mode;
use super::world::*;
use crate::purpose::{Purpose, State as Fate};

/// One letter to a server that behaves like this: how it ends, and how many copies the server took.
async fn one_letter(kind: Kind, mode: Mode) -> (World, Fate, usize) {
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
            (Mode::CloseAfterDot, Fate::Uncertain, 1),
            (Mode::HangAfterDot, Fate::Uncertain, 1),
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
async fn a_letter_in_doubt_is_sent_once_more_with_the_same_bytes_and_then_left_to_a_person() {
    for kind in KINDS {
        let (world, _, _) = one_letter(kind, Mode::CloseAfterDot).await;
        world.advance(TimeDelta::minutes(9)).await;
        assert_eq!(world.taken().await.len(), 1, "the server is given ten minutes");
        // The event changes meanwhile; what may have arrived stays what it is.
        world.publish(&moved(&event(), TimeDelta::hours(1))).await;
        world.advance(TimeDelta::minutes(1)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 2);
        assert_eq!(taken[0].data, taken[1].data);
        world.sink.behave(Mode::Fine);
        world.advance(TimeDelta::days(1)).await;
        let letter = world.letter(Purpose::Confirmation).await;
        assert_eq!((letter.state, letter.next_at), (Fate::Uncertain, None));
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
async fn a_program_killed_in_the_middle_of_a_run_sends_nobody_another_letter() {
    for kind in KINDS {
        let mut world = World::with(kind, Mode::Slow, |_| {}).await;
        world.publish(&event()).await;
        for number in 0..24 {
            world.admit(&person(number)).await;
        }
        for _ in 0..3 {
            let before = world.sink.taken().len();
            eventually("some were taken", async || world.sink.taken().len() >= before + 2).await;
            world.kill();
            let doubtful =
                world.fates(Purpose::Confirmation).await.into_iter().filter(|fate| *fate == Fate::DotWritten);
            assert!(doubtful.count() <= 2, "no more are in doubt than there are connections");
            world.start();
            // The leases of the dead run out.
            world.host.clock.advance(TimeDelta::minutes(13));
        }
        world.sink.behave(Mode::Fine);
        world.advance(TimeDelta::minutes(13)).await;
        let mut copies: BTreeMap<String, Vec<Vec<u8>>> = BTreeMap::new();
        for letter in world.taken().await {
            copies.entry(letter.to.clone()).or_default().push(letter.data);
        }
        assert_eq!(copies.len(), 24, "{kind:?}: everybody has a letter");
        for (to, copies) in &copies {
            assert!(copies.len() <= 2 && copies.iter().all(|copy| *copy == copies[0]), "{kind:?}: {to}");
        }
        let twice = copies.values().filter(|copies| copies.len() == 2).count();
        assert!(twice <= 6, "{kind:?}: only letters in doubt are sent again, and with the same Message-ID: {twice}");
        assert!(world.fates(Purpose::Confirmation).await.iter().all(|fate| *fate == Fate::Sent));
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
