//! Receiving domains that take only so much.

use std::num::NonZeroU32;

use chrono::TimeDelta;
use host::testing::KINDS;
use host::{Receiver, Settings};
use proto::registration::Registration;

use super::sink::Mode;
use super::world::*;
use crate::purpose::Purpose;

/// One letter each ten seconds to one domain.
fn seldom(settings: &mut Settings) {
    let per_minute = NonZeroU32::new(6).unwrap();
    settings.receiver.insert("seldom.example".to_owned(), Receiver { per_minute });
}

fn at(mailbox: &str, number: u128) -> Registration {
    Registration { email: format!("{mailbox}{number}@{mailbox}.example"), ..person(number) }
}

fn to(world: &World, mailbox: &str) -> usize {
    world.sink.taken().iter().filter(|letter| letter.to.starts_with(mailbox)).count()
}

#[tokio::test]
async fn a_domain_gets_no_more_than_its_limit_however_many_send_and_nobody_else_waits() {
    for kind in KINDS {
        let mut world = World::with(kind, Mode::Fine, seldom).await;
        // Two programs.
        world.start();
        world.publish(&event()).await;
        for number in 0..20 {
            world.admit(&at("seldom", number)).await;
        }
        for number in 50..70 {
            world.admit(&person(number)).await;
        }
        world.settle().await;
        assert_eq!((to(&world, "seldom"), to(&world, "ase")), (1, 20), "{kind:?}");
        for seconds in 1..=3 {
            world.advance(TimeDelta::seconds(10)).await;
            assert_eq!(to(&world, "seldom"), 1 + seconds, "{kind:?}");
        }
        // One that is started anew goes on where the others were.
        world.kill();
        world.start();
        world.advance(TimeDelta::seconds(5)).await;
        assert_eq!(to(&world, "seldom"), 4, "{kind:?}");
        for _ in 0..16 {
            world.advance(TimeDelta::seconds(10)).await;
        }
        assert_eq!(to(&world, "seldom"), 20, "{kind:?}: everybody has one in the end");
    }
}

#[tokio::test]
async fn a_receipt_goes_before_the_reminders_that_wait_for_the_same_domain() {
    for kind in KINDS {
        let world = World::with(kind, Mode::Fine, |_| {}).await;
        let event = event();
        world.publish(&event).await;
        for number in 0..6 {
            world.admit(&at("seldom", number)).await;
        }
        world.settle().await;
        let mut settings = (*world.host.settings).clone();
        seldom(&mut settings);
        let world = world.with_settings(settings);
        world.until(event.starts_at - TimeDelta::days(7)).await;
        assert_eq!(to(&world, "seldom"), 6 + 1, "{kind:?}: one reminder");
        world.admit(&at("seldom", 9)).await;
        world.settle().await;
        assert_eq!(to(&world, "seldom"), 7, "{kind:?}: the limit holds for all");
        world.advance(TimeDelta::seconds(10)).await;
        let taken = world.sink.taken();
        assert_eq!((taken.len(), taken[7].to.as_str()), (8, "seldom9@seldom.example"), "{kind:?}");
    }
}

#[tokio::test]
async fn a_domain_that_asks_for_patience_is_left_in_peace_and_then_tried_with_one_letter() {
    for kind in KINDS {
        let world = World::with(kind, Mode::Crowded, |_| {}).await;
        world.publish(&event()).await;
        for number in 0..4 {
            world.admit(&at("crowded", number)).await;
        }
        world.settle().await;
        let first = world.sink.asked("crowded");
        assert!((1..=4).contains(&first), "{kind:?}");
        for number in 4..20 {
            world.admit(&at("crowded", number)).await;
        }
        world.admit(&person(50)).await;
        world.advance(TimeDelta::seconds(50)).await;
        assert_eq!((world.sink.asked("crowded"), to(&world, "ase")), (first, 1), "{kind:?}: it is left in peace");
        world.advance(TimeDelta::seconds(15)).await;
        assert_eq!(world.sink.asked("crowded"), first + 1, "{kind:?}: one is tried");
        world.advance(TimeDelta::seconds(70)).await;
        assert_eq!(world.sink.asked("crowded"), first + 1, "{kind:?}: the second pause is longer");
        world.sink.behave(Mode::Fine);
        world.advance(TimeDelta::seconds(60)).await;
        world.advance(TimeDelta::minutes(10)).await;
        assert_eq!(to(&world, "crowded"), 20, "{kind:?}: everybody has one");
        assert!(
            world.letters().await.iter().filter(|l| l.purpose == Purpose::Confirmation).all(|l| l.trouble.is_none())
        );
    }
}
