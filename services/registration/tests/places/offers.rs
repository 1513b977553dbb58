//! Waiting lists that offer places.

use crate::world::{World, at, done, form, on_both, person, refused, webinar};
use proto::event::{Event, WaitingMode};
use proto::registration::{
    RegistrationAdmitted, RegistrationChanged, RegistrationOffered, RegistrationWithdrawn, State, Withdrawal,
};
use registration::clock::turn;
use registration::desk::errand::{Errand, Refusal};

/// Somebody who is offered a place has so many working hours to answer.
fn with_offers(capacity: u32, working_hours: u16) -> Event {
    let mut event = webinar(Some(capacity));
    event.starts_at = at("2027-06-16T09:00:00Z");
    event.ends_at = at("2027-06-16T10:00:00Z");
    event.sign_up.closes_at = at("2027-06-15T09:00:00Z");
    event.sign_up.withdraw_until = at("2027-06-16T07:00:00Z");
    event.sign_up.waiting_list.mode = WaitingMode::Offer { working_hours };
    event
}

on_both! {
    async fn a_free_place_is_offered_and_kept_until_it_is_answered(kind) {
        let event = with_offers(1, 4);
        let world = World::with(kind, &event).await;
        let holder = world.one(&event, "a").await;
        let next = world.one(&event, "b").await;
        let after = world.one(&event, "c").await;
        world.withdraw(&event, holder.id).await;
        // Monday 10:00 in Oslo and four working hours.
        let offer = world.standing(next.id).await;
        assert_eq!((offer.registration.state, offer.offered_until), (State::Offered, Some(at("2027-01-11T13:00:00Z"))));
        let said = bus::testing::said_of::<RegistrationOffered>(&world.host.db).await;
        assert_eq!(said[0].answer_before, at("2027-01-11T13:00:00Z"));
        // The place is taken meanwhile.
        assert_eq!(world.one(&event, "d").await.state, State::Waiting);
        let accepted = done(world.ask(&event, Errand::AcceptOffer { registration: next.id }).await);
        assert_eq!((accepted.registration.state, accepted.offered_until), (State::Admitted, None));
        assert_eq!(world.state(after.id).await, State::Waiting);
        let admitted = bus::testing::said_of::<RegistrationAdmitted>(&world.host.db).await;
        assert!(admitted.iter().any(|fact| fact.registration.id == next.id && fact.from_waiting_list));
        assert_eq!(
            refused(world.ask(&event, Errand::AcceptOffer { registration: next.id }).await),
            Refusal::NoOffer
        );
        world.check(&event).await;
    }

    /// Friday 14 May 2027 at three; then a weekend, and Monday is both Constitution Day and Whit Monday.
    async fn an_offer_lasts_over_a_weekend_and_a_holiday(kind) {
        let event = with_offers(1, 2);
        let world = World::with(kind, &event).await;
        let holder = world.one(&event, "a").await;
        let next = world.one(&event, "b").await;
        let after = world.one(&event, "c").await;
        world.set("2027-05-14T13:00:00Z");
        world.withdraw(&event, holder.id).await;
        let until = at("2027-05-18T07:00:00Z");
        assert_eq!(world.standing(next.id).await.offered_until, Some(until));

        world.set("2027-05-18T06:59:59Z");
        turn(world.host.host.clone(), world.desk.clone()).await.expect("a turn");
        assert_eq!(world.state(next.id).await, State::Offered);

        world.host.clock.set(until);
        let late = world.ask(&event, Errand::AcceptOffer { registration: next.id }).await;
        assert_eq!(refused(late), Refusal::OfferLapsed);
        turn(world.host.host.clone(), world.desk.clone()).await.expect("a turn");
        assert_eq!(world.state(next.id).await, State::Withdrawn);
        assert_eq!(world.state(after.id).await, State::Offered);
        let withdrawn = bus::testing::said_of::<RegistrationWithdrawn>(&world.host.db).await;
        assert_eq!(withdrawn.last().map(|fact| (fact.registration.id, fact.why)), Some((next.id, Withdrawal::OfferLapsed)));
        // Another turn finds nothing to do.
        let said = world.said().await;
        turn(world.host.host.clone(), world.desk.clone()).await.expect("a turn");
        assert_eq!(world.said().await, said);
        world.check(&event).await;
    }

    async fn an_offer_that_is_declined_goes_to_the_next(kind) {
        let event = with_offers(1, 8);
        let world = World::with(kind, &event).await;
        let holder = world.one(&event, "a").await;
        let next = world.one(&event, "b").await;
        let after = world.one(&event, "c").await;
        world.withdraw(&event, holder.id).await;
        let declined = done(world.ask(&event, Errand::DeclineOffer { registration: next.id }).await);
        assert_eq!(declined.registration.state, State::Withdrawn);
        assert_eq!(world.state(after.id).await, State::Offered);
        world.check(&event).await;
    }

    async fn a_party_is_offered_together_and_one_yes_holds_for_all(kind) {
        let event = with_offers(2, 8);
        let world = World::with(kind, &event).await;
        let a = world.one(&event, "a").await;
        let b = world.one(&event, "b").await;
        let pair = world.sign_up(&event, form(&[person("c"), person("d")])).await;
        world.withdraw(&event, a.id).await;
        assert_eq!(world.state(pair[0].id).await, State::Waiting, "one place is not enough for two");
        world.withdraw(&event, b.id).await;
        assert_eq!(world.state(pair[1].id).await, State::Offered);
        done(world.ask(&event, Errand::AcceptOffer { registration: pair[0].id }).await);
        assert_eq!(world.state(pair[1].id).await, State::Admitted);
        world.check(&event).await;
    }

    async fn no_offer_lasts_beyond_the_beginning(kind) {
        let event = with_offers(1, 40);
        let world = World::with(kind, &event).await;
        let holder = world.one(&event, "a").await;
        let next = world.one(&event, "b").await;
        world.set("2027-06-15T13:00:00Z");
        world.withdraw(&event, holder.id).await;
        assert_eq!(world.standing(next.id).await.offered_until, Some(event.starts_at));
    }

    async fn open_offers_end_when_the_event_is_cancelled(kind) {
        let event = with_offers(1, 8);
        let world = World::with(kind, &event).await;
        let holder = world.one(&event, "a").await;
        let next = world.one(&event, "b").await;
        world.withdraw(&event, holder.id).await;
        let mut said = world.said().await;
        world.cancel(&event).await;
        said.push("registration.changed.v1".to_owned());
        let changed = bus::testing::said_of::<RegistrationChanged>(&world.host.db).await;
        assert_eq!((changed[0].registration.state, changed[0].registration.revision), (State::Waiting, 3));
        assert_eq!(world.standing(next.id).await.registration, changed[0].registration);
        assert_eq!(
            refused(world.ask(&event, Errand::AcceptOffer { registration: next.id }).await),
            Refusal::Cancelled
        );
        world.set("2027-06-01T09:00:00Z");
        turn(world.host.host.clone(), world.desk.clone()).await.expect("a turn");
        assert_ne!(world.state(next.id).await, State::Offered);
        assert_eq!(world.said().await, said, "the letter about a cancellation is the event's");
        world.check(&event).await;
    }
}
