//! Whatever a batch of errands frees in a session goes to those who wait for it, also where few of them were looked at.

use crate::world::{World, choosing, details, form, id, person, session, webinar};
use host::testing::{KINDS, Kind};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use proto::event::Event;
use proto::{EventId, PoolId, RegistrationId};
use registration::desk::errand::Errand;
use registration::desk::{Order, decide_in};
use registration::store::registration::State;
use registration::store::snapshot::Events;
use registration::store::{claim, pool};
use std::sync::atomic::{AtomicU32, Ordering};
use uuid::Uuid;

const CASES: u32 = 8;
/// More people than places, and sessions of which some are full soon, some later and one never.
const PLACES: u32 = 9;
const SESSIONS: [Option<u32>; 5] = [Some(1), Some(1), Some(2), Some(4), None];

#[derive(Clone, Debug)]
enum Step {
    SignUp(u8, u8),
    Withdraw(usize),
    Change(usize, u8),
    HandOver(usize, u8),
}

fn step() -> impl Strategy<Value = Step> {
    let choices = || 0u8..1 << SESSIONS.len();
    prop_oneof![
        4 => (0u8..30, choices()).prop_map(|(who, choices)| Step::SignUp(who, choices)),
        2 => (0usize..30).prop_map(Step::Withdraw),
        3 => (0usize..30, choices()).prop_map(|(who, choices)| Step::Change(who, choices)),
        1 => (0usize..30, 0u8..30).prop_map(|(who, to)| Step::HandOver(who, to)),
    ]
}

struct Trial<'w> {
    world: &'w World,
    event: Event,
    first: u128,
    forms: u32,
}

impl<'w> Trial<'w> {
    async fn begin(world: &'w World, number: u32) -> Self {
        let first = u128::from(number + 1) * 10_000;
        let mut event = webinar(Some(PLACES));
        event.id = EventId(id(first));
        event.slug = format!("webinar-{number}");
        event.sign_up.pools[0].id = PoolId(id(first + 99));
        event.sign_up.pools.extend((first + 1..).zip(SESSIONS).map(|(n, capacity)| session(n, capacity)));
        world.publish(&event).await;
        let mut trial = Self { world, event, first, forms: 0 };
        // So many that there is a list for the event, and for what they all want.
        for who in 0..12 {
            trial.decide(&[Step::SignUp(who, 0b0_1111)]).await;
        }
        trial
    }

    fn choices(&self, bits: u8) -> Vec<u128> {
        (0..SESSIONS.len()).filter(|n| bits & (1 << n) != 0).map(|n| self.first + 1 + n as u128).collect()
    }

    fn order(&mut self, step: &Step, known: &[RegistrationId]) -> Order {
        let of = |at: &usize| known.get(at % known.len().max(1)).copied().unwrap_or(RegistrationId(id(0)));
        Order::Errand(match step {
            Step::SignUp(who, bits) => {
                let mut form = form(&[choosing(&format!("p{who}"), &self.choices(*bits))]);
                self.forms += 1;
                form.key = format!("{} {}", self.event.slug, self.forms);
                Errand::SignUp(form)
            }
            Step::Withdraw(at) => Errand::Withdraw { registration: of(at) },
            Step::Change(at, bits) => {
                Errand::Change { registration: of(at), details: details("p", &self.choices(*bits)) }
            }
            Step::HandOver(at, to) => Errand::HandOver { registration: of(at), to: person(&format!("p{to}")) },
        })
    }

    /// Decides all of these together, and looks whether anybody was passed over.
    async fn decide(&mut self, steps: &[Step]) {
        let known: Vec<RegistrationId> = self.world.rows(&self.event).await.iter().map(|row| row.id()).collect();
        let orders: Vec<Order> = steps.iter().map(|step| self.order(step, &known)).collect();
        let orders: Vec<(EventId, &Order)> = orders.iter().map(|order| (self.event.id, order)).collect();
        let work = self.world.bus.begin().await.expect("a transaction");
        let decided = decide_in(&work, &Events::default(), &orders, true).await.expect("a database");
        assert!(decided.is_some(), "everybody was looked up");
        work.commit().await.expect("a database");
        self.world.check(&self.event).await;

        let db = &self.world.host.db.read;
        let rows = self.world.rows(&self.event).await;
        let admitted: Vec<Uuid> = rows.iter().filter(|row| row.state == State::Admitted).map(|row| row.id).collect();
        let claims = claim::of_registrations(db, &admitted).await.expect("claims");
        for pool in pool::of_events(db, &[self.event.id.0]).await.expect("pools") {
            if pool.capacity.is_none_or(|capacity| pool.taken < capacity) {
                let waits = claims.iter().any(|claim| claim.pool_id == pool.id && claim.state == claim::State::Waiting);
                assert!(!waits, "there is room, and somebody waits for it: {pool:?}, after {steps:?}");
            }
        }
    }
}

fn nobody_is_passed_over(kind: Kind) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let world = runtime.block_on(World::new(kind));
    let tried = AtomicU32::new(0);
    let config = Config { cases: CASES, max_shrink_iters: 100, failure_persistence: None, ..Config::default() };
    let batches = proptest::collection::vec(proptest::collection::vec(step(), 1..6), 3..10);
    let found = TestRunner::new(config).run(&batches, |batches| {
        let number = tried.fetch_add(1, Ordering::Relaxed);
        runtime.block_on(async {
            let mut trial = Trial::begin(&world, number).await;
            for batch in &batches {
                trial.decide(batch).await;
            }
        });
        Ok(())
    });
    if let Err(found) = found {
        panic!("{found}");
    }
}

#[test]
fn what_a_batch_frees_goes_to_those_who_wait_for_it() {
    KINDS.into_iter().for_each(nobody_is_passed_over);
}
