//! Letters of which nobody knows whether they arrived, and programs that are killed between the dot and the answer.

use std::collections::BTreeMap;
use std::time::Duration;

use bus::testing::{eventually, said_of};
use chrono::TimeDelta;
use host::testing::{KINDS, Kind};
use proto::mail::MailUndeliverable;
use sea_orm::ConnectionTrait;

use super::faults::one_letter;
use super::sink::Mode;
use super::world::*;
use crate::purpose::{Purpose, State as Fate};
use crate::sending::Limits;

/// Longer than any test waits for a server that says nothing.
const PATIENT: Limits = Limits { step: Duration::from_secs(60), dot: Duration::from_secs(60) };

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

/// A letter that the server took twice, from two programs that died before it could answer.
async fn twice_in_doubt(kind: Kind) -> World {
    let mut world = World::with(kind, Mode::HangAfterDot, |_| {}).await;
    world.kill();
    world.publish(&event()).await;
    world.admit(&person(1)).await;
    for copies in 1..=2 {
        world.start_within(PATIENT);
        eventually("the server has a copy", async || world.sink.taken().len() == copies).await;
        world.kill();
        assert_eq!(world.letter(Purpose::Confirmation).await.state, Fate::DotWritten, "{kind:?}");
        world.host.clock.advance(TimeDelta::minutes(13));
    }
    world.sink.behave(Mode::Fine);
    world
}

/// The copies are the same, there is no third, and people are told that it is uncertain.
async fn left_to_a_person(world: &World, kind: Kind) {
    let taken = world.taken().await;
    assert_eq!((taken.len(), taken[0].data == taken[1].data), (2, true), "{kind:?}");
    let letter = world.letter(Purpose::Confirmation).await;
    assert_eq!((letter.state, letter.next_at), (Fate::Uncertain, None), "{kind:?}");
    assert!(letter.trouble.is_some() && letter.raw.is_some(), "{kind:?}: it can be asked for again");
    let said: Vec<MailUndeliverable> = said_of(&world.host.db).await;
    assert_eq!((said.len(), said[0].registration_id), (1, person(1).id), "{kind:?}");
}

#[tokio::test]
async fn a_letter_that_may_have_arrived_twice_is_not_sent_a_third_time_however_often_the_program_dies() {
    for kind in KINDS {
        let mut world = twice_in_doubt(kind).await;
        world.start();
        world.advance(TimeDelta::days(1)).await;
        left_to_a_person(&world, kind).await;
    }
}

#[tokio::test]
async fn neither_is_it_when_the_program_finds_it_at_its_start() {
    for kind in KINDS {
        let mut world = twice_in_doubt(kind).await;
        let (bus, _) = crate::listed(&world.mail, &bus::Carrier::in_process()).start();
        let work = bus.begin().await.unwrap();
        crate::taking::take_back_all(&work, TimeDelta::minutes(10)).await.unwrap();
        work.commit().await.unwrap();
        world.start();
        world.advance(TimeDelta::days(1)).await;
        left_to_a_person(&world, kind).await;
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
            assert!(
                copies.len() <= 2 && copies.iter().all(|copy| *copy == copies[0]),
                "{kind:?}: {to}: {}",
                copies.len()
            );
        }
        let twice = copies.values().filter(|copies| copies.len() == 2).count();
        assert!(twice <= 6, "{kind:?}: only letters in doubt are sent again, and with the same Message-ID: {twice}");
        assert!(world.fates(Purpose::Confirmation).await.iter().all(|fate| *fate == Fate::Sent));
    }
}

/// Makes the database refuse, or take again, to note that letters were sent.
async fn refuse_noting(world: &World, kind: Kind, refuse: bool) {
    let statement = match (kind, refuse) {
        (Kind::Postgres, true) => "ALTER TABLE letter ADD CONSTRAINT refused CHECK (state <> 'sent') NOT VALID",
        (Kind::Postgres, false) => "ALTER TABLE letter DROP CONSTRAINT refused",
        (Kind::Sqlite, true) => {
            "CREATE TRIGGER refused BEFORE UPDATE ON letter WHEN NEW.state = 'sent' \
             BEGIN SELECT RAISE(ABORT, 'refused'); END"
        }
        (Kind::Sqlite, false) => "DROP TRIGGER refused",
    };
    world.host.db.write.execute_unprepared(statement).await.unwrap();
}

#[tokio::test]
async fn what_the_server_took_is_noted_as_soon_as_it_can_be_and_not_sent_again() {
    for kind in KINDS {
        let mut world = World::new(kind).await;
        world.publish(&event()).await;
        // All are planned before the first is sent: while what happened cannot be noted, nothing new is begun.
        world.kill();
        refuse_noting(&world, kind, true).await;
        for number in 0..3 {
            world.admit(&person(number)).await;
        }
        world.start();
        eventually("the server has the letters", async || world.sink.taken().len() == 3).await;
        eventually("the dots are noted", async || world.fates(Purpose::Confirmation).await == [Fate::DotWritten; 3])
            .await;
        refuse_noting(&world, kind, false).await;
        eventually("the letters are noted", async || world.fates(Purpose::Confirmation).await == [Fate::Sent; 3]).await;
        world.advance(TimeDelta::hours(1)).await;
        assert_eq!(world.taken().await.len(), 3, "{kind:?}");
    }
}
