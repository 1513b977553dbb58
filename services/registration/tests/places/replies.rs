//! What people answer in their calendars, and what that does to their places.

use crate::world::{World, at, id, on_both, webinar};
use chrono::{DateTime, TimeDelta, Utc};
use proto::event::Event;
use proto::mail::{Answer, ReplyReceived};
use proto::registration::{RegistrationAdmitted, RegistrationWithdrawn, State, Withdrawal};
use proto::{EventId, PoolId, RegistrationId};
use registration::clock::leave;
use registration::hears::Registrations;
use registration::store;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

fn reply(event: &Event, id: RegistrationId, revision: u32, answer: Answer, at: DateTime<Utc>) -> ReplyReceived {
    ReplyReceived { registration_id: id, event_id: event.id, revision, answer, proven: true, at }
}

async fn hear(world: &World, message: ReplyReceived) {
    bus::testing::hear(&Registrations, &world.host, message).await.expect("heard");
}

/// Lets time pass, and the clock be looked at.
async fn pass(world: &World, minutes: i64) {
    world.host.clock.advance(TimeDelta::minutes(minutes));
    leave(world.host.host.clone(), world.bus.clone()).await.expect("a turn");
}

on_both! {
    async fn a_no_stands_for_five_minutes_before_the_next_gets_the_place(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        let holder = world.one(&event, "a").await;
        let next = world.one(&event, "b").await;
        let answered = reply(&event, holder.id, 1, Answer::Declined, world.now());
        for _ in 0..2 {
            hear(&world, answered.clone()).await;
        }
        pass(&world, 4).await;
        assert_eq!(world.state(holder.id).await, State::Admitted);
        for _ in 0..2 {
            pass(&world, 1).await;
        }
        assert_eq!(world.state(holder.id).await, State::Withdrawn);
        assert_eq!(world.state(next.id).await, State::Admitted);
        let said = bus::testing::said_of::<RegistrationWithdrawn>(&world.host.db).await;
        assert_eq!(said.iter().map(|fact| fact.why).collect::<Vec<_>>(), [Withdrawal::ByPerson]);
        let admitted = bus::testing::said_of::<RegistrationAdmitted>(&world.host.db).await;
        assert!(admitted.iter().any(|fact| fact.registration.id == next.id && fact.from_waiting_list));
        world.check(&event).await;
        // Heard late once more, it signs nobody off again.
        hear(&world, answered).await;
        pass(&world, 10).await;
        assert_eq!(bus::testing::said_of::<RegistrationWithdrawn>(&world.host.db).await.len(), 1);
    }

    async fn a_no_that_is_taken_back_in_time_changes_nothing(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        let holder = world.one(&event, "a").await;
        world.one(&event, "b").await;
        let (no, yes) = (Answer::Declined, Answer::Accepted);
        hear(&world, reply(&event, holder.id, 1, no, world.now())).await;
        pass(&world, 4).await;
        hear(&world, reply(&event, holder.id, 2, yes, world.now())).await;
        // The first once more, late.
        hear(&world, reply(&event, holder.id, 1, no, world.now())).await;
        pass(&world, 10).await;
        assert_eq!(world.state(holder.id).await, State::Admitted);
        let kept = store::reply::of(&world.host.db.read, holder.id.0).await.expect("a database").expect("an answer");
        assert_eq!((kept.answer, kept.leaves_at), (store::reply::Answer::Accepted, None));
    }

    async fn a_no_that_was_long_on_its_way_can_still_be_taken_back(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        let holder = world.one(&event, "a").await;
        let stays = reply(&event, holder.id, 1, Answer::Declined, world.now());
        let taken_back = reply(&event, holder.id, 2, Answer::Accepted, world.now() + TimeDelta::minutes(1));
        // Nothing was heard for a night, and the clock looks between the two.
        pass(&world, 8 * 60).await;
        hear(&world, stays).await;
        pass(&world, 0).await;
        pass(&world, 4).await;
        assert_eq!(world.state(holder.id).await, State::Admitted);
        hear(&world, taken_back).await;
        pass(&world, 10).await;
        assert_eq!(world.state(holder.id).await, State::Admitted);
    }

    async fn only_a_yes_or_a_maybe_that_is_proven_takes_a_no_back(kind) {
        for (answer, proven, stays) in [
            (Answer::Accepted, true, true),
            (Answer::Tentative, true, true),
            (Answer::Accepted, false, false),
            (Answer::Declined, false, false),
            (Answer::Proposed, true, false),
            (Answer::Delegated, true, false),
        ] {
            let event = webinar(Some(1));
            let world = World::with(kind, &event).await;
            let holder = world.one(&event, "a").await;
            hear(&world, reply(&event, holder.id, 1, Answer::Declined, world.now())).await;
            pass(&world, 1).await;
            let after = reply(&event, holder.id, 2, answer, world.now());
            hear(&world, ReplyReceived { proven, ..after }).await;
            pass(&world, 4).await;
            let state = if stays { State::Admitted } else { State::Withdrawn };
            assert_eq!(world.state(holder.id).await, state, "{answer:?} {proven}");
        }
    }

    async fn one_who_cannot_be_signed_off_holds_up_nobody(kind) {
        let numbered = |n: u128| {
            let mut event = Event { id: EventId(id(n)), slug: format!("nr-{n}"), ..webinar(Some(1)) };
            event.sign_up.pools[0].id = PoolId(id(100 + n));
            event
        };
        let (broken, unknown, sound) = (numbered(1), numbered(2), numbered(3));
        let world = World::new(kind).await;
        let mut holders = Vec::new();
        for event in [&broken, &unknown, &sound] {
            world.publish(event).await;
            let holder = world.one(event, "a").await;
            hear(&world, reply(event, holder.id, 1, Answer::Declined, world.now())).await;
            pass(&world, 1).await;
            holders.push(holder.id);
        }
        for (event, snapshot) in [(&broken, Some(serde_json::json!({}))), (&unknown, None)] {
            let row = store::snapshot::Entity::update_many().filter(store::snapshot::Column::Id.eq(event.id.0));
            let row = row.col_expr(store::snapshot::Column::Snapshot, Expr::value(snapshot));
            row.exec(&world.host.db.write).await.expect("an event");
        }
        pass(&world, 10).await;
        assert_eq!(world.state(holders[2]).await, State::Withdrawn);
        let leaving = store::reply::leaving(&world.host.db.read, world.now(), 10).await.expect("a database");
        let leaving: Vec<_> = leaving.iter().map(|row| row.registration_id).collect();
        assert_eq!(leaving, [holders[0].0], "the broken one is tried again, the unknown one is done with");
    }

    async fn what_is_not_proven_is_seen_and_takes_nothing_away(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        let holder = world.one(&event, "a").await;
        let unproven = reply(&event, holder.id, 1, Answer::Declined, world.now());
        hear(&world, ReplyReceived { proven: false, ..unproven }).await;
        pass(&world, 60).await;
        assert_eq!(world.state(holder.id).await, State::Admitted);
    }

    async fn whether_it_was_in_time_is_judged_by_when_it_arrived(kind) {
        let event = webinar(Some(2));
        let world = World::with(kind, &event).await;
        let (early, late) = (world.one(&event, "a").await, world.one(&event, "b").await);
        let last = event.sign_up.withdraw_until;
        world.host.clock.set(last - TimeDelta::minutes(1));
        hear(&world, reply(&event, early.id, 1, Answer::Declined, world.now())).await;
        world.host.clock.set(last + TimeDelta::minutes(1));
        hear(&world, reply(&event, late.id, 1, Answer::Declined, world.now())).await;
        pass(&world, 10).await;
        assert_eq!(world.state(early.id).await, State::Withdrawn);
        assert_eq!(world.state(late.id).await, State::Admitted);
        world.check(&event).await;
    }

    async fn an_answer_to_another_event_or_from_nobody_does_nothing(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        let holder = world.one(&event, "a").await;
        let elsewhere = EventId(uuid::Uuid::from_u128(77));
        hear(&world, ReplyReceived { event_id: elsewhere, ..reply(&event, holder.id, 1, Answer::Declined, world.now()) })
            .await;
        pass(&world, 10).await;
        assert_eq!(world.state(holder.id).await, State::Admitted);
        let nobody = RegistrationId(uuid::Uuid::from_u128(78));
        let unknown = reply(&event, nobody, 1, Answer::Declined, at("2027-01-11T09:00:00Z"));
        assert!(bus::testing::hear(&Registrations, &world.host, unknown).await.is_err(), "set aside");
    }
}
