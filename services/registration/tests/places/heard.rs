//! What is heard from other services.

use crate::world::{World, on_both, session, webinar};
use bus::{Failure, Hears};
use chrono::TimeDelta;
use proto::Message;
use proto::event::EventPublished;
use proto::mail::{MailDelivered, MailUndeliverable};
use proto::registration::{RegistrationAttended, SignupChanged};
use proto::webinar::WebinarJoined;
use registration::hears::Registrations;
use registration::store;

async fn hear<M: Message>(world: &World, message: M)
where
    Registrations: Hears<M>,
{
    bus::testing::hear(&Registrations, &world.host, message).await.expect("heard");
}

on_both! {
    async fn whoever_joins_took_part_once(kind) {
        let event = webinar(Some(5));
        let world = World::with(kind, &event).await;
        let kari = world.one(&event, "kari").await;
        world.host.clock.set(event.starts_at);
        let joined = WebinarJoined { registration_id: kari.id, event_id: event.id, at: event.starts_at };
        for _ in 0..2 {
            bus::testing::hear(&Registrations, &world.host, joined.clone()).await.expect("heard");
        }
        let said = bus::testing::said_of::<RegistrationAttended>(&world.host.db).await;
        assert_eq!(said.len(), 1);
        assert_eq!((said[0].registration.revision, said[0].at), (2, event.starts_at));
        assert_eq!(world.standing(kari.id).await.attended_at, Some(event.starts_at));
    }

    async fn organisers_see_whom_no_letter_reaches(kind) {
        let event = webinar(Some(5));
        let world = World::with(kind, &event).await;
        let kari = world.one(&event, "kari").await;
        for reason in ["550 no such user", "552 mailbox full"] {
            let message = MailUndeliverable {
                registration_id: kari.id,
                event_id: event.id,
                purpose: "confirmation".to_owned(),
                reason: reason.to_owned(),
                at: None,
            };
            bus::testing::hear(&Registrations, &world.host, message).await.expect("heard");
        }
        assert_eq!(world.rows(&event).await[0].undeliverable.as_deref(), Some("550 no such user"));
    }

    async fn whom_a_letter_has_reached_since_is_not_among_them(kind) {
        let event = webinar(Some(5));
        let world = World::with(kind, &event).await;
        let kari = world.one(&event, "kari").await;
        let minute = |n| world.now() + TimeDelta::minutes(n);
        let refused = |n| MailUndeliverable {
            registration_id: kari.id,
            event_id: event.id,
            purpose: "confirmation".to_owned(),
            reason: "552 mailbox full".to_owned(),
            at: Some(minute(n)),
        };
        let arrived = |n| MailDelivered {
            registration_id: kari.id,
            event_id: event.id,
            purpose: "confirmation".to_owned(),
            at: minute(n),
        };
        let shown = async || {
            let row = world.rows(&event).await.remove(0);
            assert_eq!(row.undeliverable.is_some(), row.undeliverable_at.is_some());
            row.undeliverable.is_some()
        };
        hear(&world, refused(1)).await;
        assert!(shown().await);
        hear(&world, arrived(2)).await;
        assert!(!shown().await);
        // The news comes twice, and late.
        hear(&world, refused(1)).await;
        hear(&world, arrived(2)).await;
        assert!(!shown().await);
        hear(&world, refused(3)).await;
        hear(&world, arrived(2)).await;
        assert!(shown().await, "the last letter did not arrive");
        hear(&world, arrived(5)).await;
        hear(&world, refused(4)).await;
        assert!(!shown().await, "in whichever order it is heard");
    }

    async fn a_cancellation_that_comes_first_holds(kind) {
        let event = webinar(Some(5));
        let world = World::new(kind).await;
        world.cancel(&event).await;
        world.publish(&event).await;
        let row = store::event::by_slug(&world.host.db.read, &event.slug).await.expect("a database").expect("an event");
        assert!(row.cancelled);
        let last = bus::testing::said_of::<SignupChanged>(&world.host.db).await.pop().expect("said");
        assert!(!last.open);
    }

    async fn sign_up_is_said_when_it_changes_and_not_otherwise(kind) {
        let event = webinar(Some(2));
        let world = World::with(kind, &event).await;
        for name in ["a", "b", "c"] {
            world.one(&event, name).await;
        }
        world.publish(&event).await;
        let said = bus::testing::said_of::<SignupChanged>(&world.host.db).await;
        let numbers: Vec<_> = said.iter().map(|fact| (fact.revision, fact.open, fact.places_left, fact.waiting)).collect();
        assert_eq!(
            numbers,
            [
                (1, true, Some(2), Some(0)),
                (2, true, Some(1), Some(0)),
                (3, true, Some(0), Some(0)),
                (4, true, Some(0), Some(1)),
            ]
        );
    }

    async fn the_places_that_all_need_cannot_be_swapped_under_people(kind) {
        let mut event = webinar(Some(2));
        let world = World::with(kind, &event).await;
        world.one(&event, "a").await;
        event.revision = 2;
        event.sign_up.pools[0].id = proto::PoolId(crate::world::id(300));
        let message = EventPublished { event: event.clone() };
        let failure = bus::testing::hear(&Registrations, &world.host, message).await.expect_err("set aside");
        assert!(matches!(failure, Failure::SetAside(_)));
        world.check(&event).await;
    }

    async fn another_event_with_the_same_address_is_set_aside(kind) {
        let event = webinar(Some(2));
        let world = World::with(kind, &event).await;
        let mut other = webinar(Some(2));
        other.id = proto::EventId(crate::world::id(2));
        other.sign_up.pools = vec![session(301, None)];
        let message = EventPublished { event: other };
        let failure = bus::testing::hear(&Registrations, &world.host, message).await.expect_err("set aside");
        assert!(matches!(failure, Failure::SetAside(_)));
    }
}
