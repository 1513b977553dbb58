//! People who follow a network: its gatherings have seats that are kept for delegations.

use crate::world::{World, id, on_both, person, webinar};
use bus::Hears;
use proto::event::{Contact, Event};
use proto::gathering::{DelegationAllotted, DelegationSeatCleared, DelegationSeatNamed};
use proto::series::{Series, SeriesPublished};
use proto::{DelegationId, Language, Localised, Message, SeatId, SeriesId};
use registration::answers::Answers;
use registration::following::{self, Follow};
use registration::hears::Registrations;
use registration::store::registration::State::{self, Admitted, Waiting, Withdrawn};
use registration::store::{follower, series};
use sea_orm::EntityTrait;

/// A gathering with so many places, and seats that are kept for two delegations.
fn gathering(capacity: u32) -> Event {
    let mut event = webinar(Some(capacity));
    event.series = Some("nettverket".to_owned());
    event.sign_up.delegations = Some(2);
    event
}

fn allotted(event: &Event, delegation: u128, seats: u32) -> DelegationAllotted {
    DelegationAllotted {
        delegation_id: DelegationId(id(delegation)),
        event_id: event.id,
        revision: 1,
        seats,
        roles: Vec::new(),
    }
}

impl World {
    async fn told<M: Message>(&self, message: M)
    where
        Registrations: Hears<M>,
    {
        bus::testing::hear(&Registrations, &self.host, message).await.expect("it is heard");
    }

    /// A network that these people follow.
    async fn followed(kind: host::testing::Kind, names: &[&str]) -> Self {
        let world = Self::new(kind).await;
        let series = Series {
            id: SeriesId(id(500)),
            revision: 1,
            slug: "nettverket".to_owned(),
            organisation: "distriktssenteret".to_owned(),
            title: Localised::from([(Language::Nn, "Samlingane")]),
            summary: Localised::from([(Language::Nn, "To i året.")]),
            timezone: chrono_tz::Europe::Oslo,
            contact: Contact { name: "Kursdisken".to_owned(), email: "kurs@example.org".to_owned(), phone: None },
            page: Some("/nettverk/nettverket".to_owned()),
        };
        world.told(SeriesPublished { series }).await;
        let known = series::by_slug(&world.host.db.read, "nettverket").await.expect("an answer").expect("a series");
        for name in names {
            let (who, form) = (person(name), uuid::Uuid::now_v7());
            let (name, email) = (who.name, who.email);
            let wanted = Follow { form, name, email, language: Language::Nn, answers: Answers::default() };
            world.host.clock.advance(chrono::TimeDelta::seconds(1));
            let work = world.bus.begin().await.expect("an answer");
            following::follow(&work, &known, &wanted).await.expect("an answer");
            work.commit().await.expect("an answer");
        }
        world
    }

    async fn stands(&self, event: &Event) -> Vec<(String, State)> {
        self.rows(event).await.into_iter().map(|row| (row.name, row.state)).collect()
    }
}

fn of(stands: &[(String, State)]) -> Vec<(&str, State)> {
    stands.iter().map(|(name, state)| (name.as_str(), *state)).collect()
}

on_both! {
    async fn nobody_takes_a_seat_of_a_delegation_that_has_not_been_told_of(kind) {
        let world = World::followed(kind, &["kari", "ola"]).await;
        let event = gathering(4);
        world.publish(&event).await;
        following::catch_up(&world.bus, &world.host.db, world.now()).await.expect("an answer");
        world.told(allotted(&event, 700, 2)).await;
        assert_eq!(world.stands(&event).await, [], "what seems free may be kept for the other one");
        world.told(allotted(&event, 800, 1)).await;
        assert_eq!(of(&world.stands(&event).await), [("kari", Admitted), ("ola", Waiting)]);
        // Told of before the gathering itself, it is the same.
        let mut next = gathering(4);
        next.id = proto::EventId(id(601));
        next.slug = "neste".to_owned();
        next.sign_up.pools[0].id = proto::PoolId(id(602));
        world.told(allotted(&next, 701, 2)).await;
        world.told(allotted(&next, 801, 1)).await;
        world.publish(&next).await;
        assert_eq!(of(&world.stands(&next).await), [("kari", Admitted), ("ola", Waiting)]);
        world.check(&event).await;
        world.check(&next).await;
    }

    async fn whoever_is_named_comes_for_the_delegation_when_they_follow_no_more(kind) {
        let world = World::followed(kind, &["kari", "ola"]).await;
        let event = gathering(9);
        world.publish(&event).await;
        let kept = allotted(&event, 700, 2);
        world.told(allotted(&event, 800, 1)).await;
        let named = DelegationSeatNamed {
            seat_id: SeatId(id(900)),
            allotted: kept.clone(),
            cleared: Vec::new(),
            role: None,
            name: "kari".to_owned(),
            email: person("kari").email,
            language: Language::Nn,
            member: "Region Namdal".to_owned(),
        };
        world.told(kept.clone()).await;
        world.told(named).await;
        assert_eq!(of(&world.stands(&event).await), [("kari", Admitted), ("ola", Admitted)]);
        for follower in follower::Entity::find().all(&world.host.db.read).await.expect("an answer") {
            let work = world.bus.begin().await.expect("an answer");
            assert!(following::leave(&work, follower.id).await.expect("an answer"));
            work.commit().await.expect("an answer");
        }
        assert_eq!(of(&world.stands(&event).await), [("kari", Admitted), ("ola", Withdrawn)]);
        world.check(&event).await;
        // Taken back by the delegation, there is nothing left for which she would come.
        let cleared =
            DelegationSeatCleared { seat_id: SeatId(id(900)), delegation_id: kept.delegation_id, event_id: event.id };
        world.told(cleared).await;
        assert_eq!(of(&world.stands(&event).await), [("kari", Withdrawn), ("ola", Withdrawn)]);
        world.check(&event).await;
    }
}
