//! What happens because time passes.

use crate::world::{World, at, choosing, form, id, on_both, session, webinar};
use chrono::TimeDelta;
use proto::event::Event;
use proto::registration::SignupChanged;
use proto::{EventId, PoolId};
use registration::clock::{say, sweep, turn};
use registration::store::snapshot;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

on_both! {
    async fn the_opening_and_the_close_of_sign_up_are_said(kind) {
        let mut event = webinar(Some(2));
        event.sign_up.opens_at = Some(at("2027-02-01T11:00:00Z"));
        let world = World::with(kind, &event).await;
        let open = || async {
            turn(world.host.host.clone(), world.desk.clone()).await.expect("a turn");
            let said = bus::testing::said_of::<SignupChanged>(&world.host.db).await;
            said.iter().map(|fact| fact.open).collect::<Vec<_>>()
        };
        assert_eq!(open().await, [false]);
        world.set("2027-02-01T11:00:00Z");
        assert_eq!(open().await, [false, true]);
        assert_eq!(open().await, [false, true]);
        world.host.clock.set(event.sign_up.closes_at);
        assert_eq!(open().await, [false, true, false]);
        world.host.clock.set(event.ends_at);
        assert_eq!(open().await, [false, true, false]);
    }

    /// Everybody who hears it keeps every pool.
    async fn where_there_are_many_pools_what_is_left_is_said_once_a_second(kind) {
        let mut event = webinar(Some(9));
        event.sign_up.pools.extend((200..260).map(|n| session(n, Some(5))));
        let world = World::with(kind, &event).await;
        let said = || async {
            say(world.host.host.clone(), world.desk.clone()).await.expect("a turn");
            let said = bus::testing::said_of::<SignupChanged>(&world.host.db).await;
            said.iter().map(|fact| (fact.revision, fact.open, fact.places_left)).collect::<Vec<_>>()
        };
        let at_first = (1, true, Some(9));
        for name in ["a", "b", "c"] {
            world.one(&event, name).await;
        }
        assert_eq!(said().await, [at_first]);
        world.host.clock.advance(TimeDelta::seconds(1));
        let after = (2, true, Some(6));
        assert_eq!(said().await, [at_first, after], "what was held back, by itself");
        world.host.clock.advance(TimeDelta::seconds(1));
        assert_eq!(said().await, [at_first, after], "nothing else");
        let pool = |said: &SignupChanged| said.pools.iter().find(|pool| pool.pool_id.0 == id(201)).map(|pool| pool.taken);
        world.sign_up(&event, form(&[choosing("d", &[201])])).await;
        let last = bus::testing::said_of::<SignupChanged>(&world.host.db).await.pop().expect("said at once");
        assert_eq!((last.places_left, pool(&last)), (Some(5), Some(1)));

        // That it is closed does not wait.
        world.one(&event, "e").await;
        event.revision += 1;
        event.sign_up.closes_at = world.now();
        world.publish(&event).await;
        let last = bus::testing::said_of::<SignupChanged>(&world.host.db).await.pop().expect("said at once");
        assert_eq!((last.open, last.places_left), (false, Some(4)));
    }

    async fn a_clock_that_is_set_back_keeps_nobody_quiet(kind) {
        let mut event = webinar(Some(9));
        event.sign_up.pools.extend((200..260).map(|n| session(n, Some(5))));
        let world = World::with(kind, &event).await;
        let left = || async {
            let said = bus::testing::said_of::<SignupChanged>(&world.host.db).await;
            said.last().and_then(|fact| fact.places_left)
        };
        world.host.clock.advance(TimeDelta::minutes(1));
        world.one(&event, "a").await;
        world.one(&event, "b").await;
        assert_eq!(left().await, Some(8));
        world.host.clock.advance(TimeDelta::minutes(-1));
        say(world.host.host.clone(), world.desk.clone()).await.expect("a turn");
        assert_eq!(left().await, Some(7), "what was held back");
        world.host.clock.advance(TimeDelta::minutes(1));
        world.one(&event, "c").await;
        world.host.clock.advance(TimeDelta::minutes(-1));
        world.one(&event, "d").await;
        assert_eq!(left().await, Some(5), "what happens next");
    }

    async fn an_event_that_cannot_be_read_holds_up_no_other(kind) {
        let mut event = webinar(Some(1));
        event.sign_up.pools.extend((200..260).map(|n| session(n, Some(5))));
        let world = World::with(kind, &event).await;
        let other = elsewhere(&event);
        world.publish(&other).await;
        let last = || async {
            let said = bus::testing::said_of::<SignupChanged>(&world.host.db).await;
            said.into_iter().rev().find(|fact| fact.event_id == other.id).map(|fact| (fact.open, fact.waiting))
        };
        for event in [&event, &other] {
            for name in ["a", "b", "c"] {
                world.one(event, name).await;
            }
        }
        let unreadable = snapshot::ActiveModel { revision: Set(2), snapshot: Set(Some(json!({}))), ..Default::default() };
        let broken = snapshot::Entity::update_many().set(unreadable).filter(snapshot::Column::Id.eq(event.id.0));
        broken.exec(&world.host.db.write).await.expect("a database");

        assert_eq!(last().await, Some((true, Some(0))));
        world.host.clock.advance(TimeDelta::seconds(1));
        say(world.host.host.clone(), world.desk.clone()).await.expect("a turn");
        assert_eq!(last().await, Some((true, Some(2))));
        sweep(world.host.host.clone(), world.desk.clone()).await.expect("a turn");
        world.host.clock.set(other.sign_up.closes_at);
        turn(world.host.host.clone(), world.desk.clone()).await.expect("a turn");
        assert_eq!(last().await, Some((false, Some(2))));
    }
}

/// Another event, with an id after this one's.
fn elsewhere(event: &Event) -> Event {
    let mut other = event.clone();
    other.id = EventId(id(2));
    other.slug.push_str("-to");
    for pool in &mut other.sign_up.pools {
        pool.id = PoolId(id(pool.id.0.as_u128() + 1_000));
    }
    other
}
