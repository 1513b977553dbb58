//! Everybody comes at twelve o'clock.

use crate::world::{World, form, on_both, open_desk, person, webinar};
use chrono::TimeDelta;
use host::Clock;
use proto::registration::{RegistrationAdmitted, RegistrationWaitlisted, State};
use registration::desk::errand::{Errand, Outcome, Placed, Unavailable};
use registration::desk::{Desk, Order, decide_in};
use registration::store;
use registration::store::snapshot::Events;
use std::collections::BTreeSet;

/// Lets so many people come at once, from so many sides.
async fn rush(desks: &[Desk], event: &proto::event::Event, people: usize) -> Vec<Placed> {
    let coming: Vec<_> = (0..people)
        .map(|n| {
            let (desk, event) = (desks[n % desks.len()].clone(), event.id);
            let errand = Errand::SignUp(form(&[person(&format!("p{n}"))]));
            tokio::spawn(async move { desk.ask(event, errand).await })
        })
        .collect();
    let mut all = Vec::with_capacity(people);
    for one in coming {
        match one.await.expect("no panic").expect("the desk answers") {
            Outcome::SignedUp(placed) => all.extend(placed),
            other => panic!("signed up, but got {other:?}"),
        }
    }
    all
}

/// Places in order of arrival, each once, each told the truth, one message each.
async fn check_rush(world: &World, event: &proto::event::Event, answers: &[Placed], places: usize) {
    world.check(event).await;
    let rows = world.rows(event).await;
    assert_eq!(rows.len(), answers.len());
    for row in &rows {
        let has_place = usize::try_from(row.seq).is_ok_and(|seq| seq <= places);
        assert_eq!(row.state == registration::store::registration::State::Admitted, has_place, "number {}", row.seq);
        let answer = answers.iter().find(|answer| answer.id == row.id()).expect("everybody was answered");
        assert_eq!(answer.state == State::Admitted, has_place);
        assert_eq!(i64::from(answer.seq), row.seq);
        let position = i64::try_from(places).map(|places| row.seq - places).expect("a number");
        assert_eq!(answer.position.map(i64::from), (!has_place).then_some(position));
    }
    let admitted = bus::testing::said_of::<RegistrationAdmitted>(&world.host.db).await;
    let waitlisted = bus::testing::said_of::<RegistrationWaitlisted>(&world.host.db).await;
    let told: BTreeSet<_> = admitted
        .iter()
        .map(|fact| fact.registration.id)
        .chain(waitlisted.iter().map(|fact| fact.registration.id))
        .collect();
    assert_eq!((admitted.len(), waitlisted.len()), (places, answers.len() - places));
    assert_eq!(told.len(), answers.len(), "everybody is told once");
}

on_both! {
    async fn two_thousand_come_for_five_hundred_places(kind) {
        let event = webinar(Some(500));
        let world = World::with(kind, &event).await;
        let answers = rush(std::slice::from_ref(&world.desk), &event, 2_000).await;
        check_rush(&world, &event, &answers, 500).await;
    }

    async fn two_processes_share_one_database(kind) {
        let event = webinar(Some(100));
        let world = World::with(kind, &event).await;
        let other = host::testing::open(&world.host.settings, registration::NAME, Clock::set_at(world.now())).await;
        let (_bus, second) = open_desk(&other);
        let answers = rush(&[world.desk.clone(), second], &event, 400).await;
        other.stop.cancel();
        check_rush(&world, &event, &answers, 100).await;
    }

    async fn many_small_events_share_a_batch(kind) {
        let world = World::new(kind).await;
        let events: Vec<_> = (0..20u128)
            .map(|n| {
                let mut event = webinar(Some(2));
                event.id = proto::EventId(crate::world::id(1_000 + n));
                event.slug = format!("nr-{n}");
                event.sign_up.pools[0].id = proto::PoolId(crate::world::id(2_000 + n));
                event
            })
            .collect();
        for event in &events {
            world.publish(event).await;
        }
        let rushes = events.iter().map(|event| rush(std::slice::from_ref(&world.desk), event, 5));
        futures::future::join_all(rushes).await;
        for event in &events {
            world.check(event).await;
            assert_eq!(world.count(event, registration::store::registration::State::Admitted).await, 2);
        }
    }

    async fn a_crash_before_the_commit_leaves_nothing(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        let order = Order::Errand(Errand::SignUp(form(&[person("kari")])));
        let work = world.bus.begin().await.expect("a transaction");
        let decided = decide_in(&work, &Events::default(), &[(event.id, &order)], false).await.expect("decided").expect("nothing was known");
        assert!(matches!(&decided.outcomes[0], Outcome::SignedUp(placed) if placed[0].state == State::Admitted));
        drop(work);

        assert!(world.rows(&event).await.is_empty());
        assert_eq!(world.said().await, Vec::<String>::new());
        // The place is free, and the same form gets it.
        assert_eq!(world.one(&event, "kari").await.state, State::Admitted);
        world.check(&event).await;
    }

    /// Peers hold places while people type (fault 12). Here only a decided sign-up takes one.
    async fn forms_that_are_not_sent_hold_nothing(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        for n in 0..50 {
            // Sent, but the reader left before it was begun: never polled, so it never reached the queue.
            drop(world.desk.ask(event.id, Errand::SignUp(form(&[person(&format!("left{n}"))]))));
        }
        world.host.clock.advance(TimeDelta::minutes(30));
        assert_eq!(world.one(&event, "kari").await.state, State::Admitted);
        assert_eq!(world.rows(&event).await.len(), 1);
    }

    async fn one_errand_that_the_database_refuses_does_not_take_others_with_it(kind) {
        let event = webinar(Some(10));
        let world = World::with(kind, &event).await;
        // PostgreSQL takes no zero bytes. SQLite does, and nobody is turned away there.
        let bad = person("nul\0");
        let asked = [person("a"), bad, person("b"), person("c")].map(|person| {
            let errand = Errand::SignUp(form(&[person]));
            world.desk.ask(event.id, errand)
        });
        let answers = futures::future::join_all(asked).await;
        let signed_up = |n: usize| matches!(&answers[n], Ok(Outcome::SignedUp(_)));
        assert!(signed_up(0) && signed_up(2) && signed_up(3));
        assert_eq!(signed_up(1), kind == host::testing::Kind::Sqlite);
        world.check(&event).await;
    }

    async fn a_commit_whose_answer_was_lost_can_be_found_again(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        let sign_up = Order::Errand(Errand::SignUp(form(&[person("kari")])));
        for order in [sign_up, Order::Errand(Errand::Withdraw { registration: world.one(&event, "ola").await.id })] {
            let work = world.bus.begin().await.expect("a transaction");
            let decided = decide_in(&work, &Events::default(), &[(event.id, &order)], false).await.expect("decided").expect("nothing was known");
            // Read beside the transaction, as after a lost answer.
            assert!(!decided.evidence.is_there(&world.host.db.read).await.expect("a database"));
            work.commit().await.expect("kept");
            assert!(decided.evidence.is_there(&world.host.db.read).await.expect("a database"));
        }
    }

    async fn while_the_database_is_stuck_nobody_is_promised_anything(kind) {
        let event = webinar(Some(10));
        let world = World::with(kind, &event).await;
        // Somebody else has the event, and does not let go of it.
        let stuck = world.host.db.begin().await.expect("a transaction");
        store::event::locked(&stuck, &[event.id]).await.expect("a lock");
        let ask = |n: usize| world.desk.ask(event.id, Errand::SignUp(form(&[person(&format!("p{n}"))])));
        let begun = std::time::Instant::now();
        let answers = futures::future::join_all((0..3).map(ask)).await;
        assert!(answers.iter().all(|answer| *answer == Err(Unavailable)));
        assert!(begun.elapsed() < std::time::Duration::from_secs(5));
        stuck.rollback().await.expect("let go");
        assert!(world.rows(&event).await.is_empty());
        // The same forms, once more.
        let answers = futures::future::join_all((0..3).map(ask)).await;
        assert!(answers.iter().all(|answer| matches!(answer, Ok(Outcome::SignedUp(_)))));
        world.check(&event).await;
    }

    async fn those_in_the_queue_are_served_before_the_program_stops(kind) {
        let event = webinar(None);
        let world = World::with(kind, &event).await;
        let mut asked: Vec<_> = (0..300)
            .map(|n| Box::pin(world.desk.ask(event.id, Errand::SignUp(form(&[person(&format!("p{n}"))])))))
            .collect();
        for one in &mut asked {
            assert!(futures::poll!(one).is_pending());
        }
        world.host.stop.cancel();
        let answers = futures::future::join_all(asked).await;
        assert!(answers.iter().all(|answer| matches!(answer, Ok(Outcome::SignedUp(_)))));
        assert_eq!(world.rows(&event).await.len(), 300);
        // Whoever comes later is sent away at once; wait until the door is shut.
        bus::testing::eventually("the desk is closed", || async {
            let late = Errand::SignUp(form(&[person("late")]));
            world.desk.ask(event.id, late).await == Err(Unavailable)
        })
        .await;
    }
}
