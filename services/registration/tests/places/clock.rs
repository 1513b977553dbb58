//! What happens because time passes.

use crate::world::{World, at, on_both, webinar};
use proto::registration::SignupChanged;
use registration::clock::turn;

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
}
