//! How long letters wait that should have been sent.

use bus::testing::eventually;
use chrono::TimeDelta;
use host::testing::KINDS;

use super::sink::Mode;
use super::world::*;
use crate::store::letter::oldest_overdue;

async fn waited(world: &World) -> Option<TimeDelta> {
    let now = world.host.clock.now();
    let due = oldest_overdue(&world.host.db.read, now, TimeDelta::hours(5)).await.unwrap();
    due.map(|due| now - due)
}

#[tokio::test]
async fn it_is_seen_how_long_a_letter_waits_that_nobody_sends() {
    for kind in KINDS {
        let mut world = World::with(kind, Mode::Fine, |_| {}).await;
        world.kill();
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.host.clock.advance(TimeDelta::minutes(40));
        assert_eq!(waited(&world).await, Some(TimeDelta::minutes(40)), "{kind:?}");
        world.start_within(LIMITS);
        eventually("the letter is sent, and those that are due later do not wait", async || {
            world.sink.taken().len() == 1 && waited(&world).await.is_none()
        })
        .await;
    }
}
