//! The desk remembers an event that it has read, and nobody notices.

use crate::world::{World, choosing, form, on_both, open_desk, person, placed, refused, session, webinar};
use bus::Hears;
use chrono::TimeDelta;
use host::Clock;
use proto::event::{Event, EventPublished, WaitingMode};
use proto::registration::{ClaimState, State};
use registration::desk::errand::{Errand, Refusal};
use registration::hears::Registrations;

/// What becomes of it with its next revision.
fn next(event: &Event, edit: impl FnOnce(&mut Event)) -> Event {
    let mut next = event.clone();
    next.revision += 1;
    edit(&mut next);
    next
}

on_both! {
    /// What one process keeps, every other decides by from then on.
    async fn two_processes_decide_by_the_newest_revision(kind) {
        let event = webinar(Some(100));
        let world = World::with(kind, &event).await;
        let other = host::testing::open(&world.host.settings, registration::NAME, Clock::set_at(world.now())).await;
        let (_bus, second) = open_desk(&other);
        let desks = [world.desk.clone(), second];
        let ask = async |n: usize, name: &str| {
            desks[n].ask(event.id, Errand::SignUp(form(&[person(name)]))).await.expect("the desk answers")
        };
        for n in [0, 1] {
            assert_eq!(placed(ask(n, &format!("first{n}")).await)[0].state, State::Admitted);
        }

        let closed = next(&event, |event| event.sign_up.closes_at = world.now() - TimeDelta::hours(1));
        world.publish(&closed).await;
        for n in [0, 1] {
            assert_eq!(refused(ask(n, &format!("late{n}")).await), Refusal::Closed);
        }

        let chosen = next(&closed, |event| {
            event.sign_up.closes_at = world.now() + TimeDelta::hours(1);
            event.sign_up.waiting_list.mode = WaitingMode::None;
            event.sign_up.pools.push(session(201, Some(1)));
        });
        world.publish(&chosen).await;
        for (n, expected) in [(0, Ok(ClaimState::Held)), (1, Err(Refusal::ChoiceFull(chosen.sign_up.pools[1].id)))] {
            let errand = Errand::SignUp(form(&[choosing(&format!("again{n}"), &[201])]));
            let outcome = desks[n].ask(event.id, errand).await.expect("the desk answers");
            match expected {
                Ok(state) => assert_eq!(placed(outcome)[0].choices[0].state, state),
                Err(refusal) => assert_eq!(refused(outcome), refusal),
            }
        }

        // A cancellation is no new snapshot.
        world.cancel(&chosen).await;
        for n in [0, 1] {
            assert_eq!(refused(ask(n, &format!("last{n}")).await), Refusal::Cancelled);
        }
        other.stop.cancel();
        world.check(&event).await;
    }

    async fn a_revision_that_was_not_committed_is_never_decided_by(kind) {
        let event = webinar(Some(100));
        let world = World::with(kind, &event).await;
        world.one(&event, "first").await;
        let closed = next(&event, |event| event.sign_up.closes_at = world.now() - TimeDelta::hours(1));
        let work = world.bus.begin().await.expect("a transaction");
        Registrations.hear(&work, EventPublished { event: closed }).await.expect("heard");
        work.rollback().await;
        assert_eq!(world.one(&event, "second").await.state, State::Admitted);

        // Another with the same number.
        let renamed = next(&event, |event| event.sign_up.party_limit = 1);
        world.publish(&renamed).await;
        assert_eq!(world.one(&event, "third").await.state, State::Admitted);
        let pair = Errand::SignUp(form(&[person("fourth"), person("fifth")]));
        assert_eq!(refused(world.ask(&event, pair).await), Refusal::PartyTooLarge { limit: 1 });
        world.check(&event).await;
    }
}
