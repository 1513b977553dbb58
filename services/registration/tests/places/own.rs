//! What people do about their own sign-up.

use crate::world::{World, choosing, details, done, form, on_both, person, refused, session, webinar};
use chrono::TimeDelta;
use proto::registration::{
    ClaimState, RegistrationAdmitted, RegistrationChanged, RegistrationRepeated, RegistrationWithdrawn, State,
    Withdrawal,
};
use proto::{Language, RegistrationId};
use registration::desk::errand::{Details, Errand, Refusal};

on_both! {
    async fn one_can_sign_off_until_the_deadline_and_not_at_it(kind) {
        let event = webinar(Some(5));
        let world = World::with(kind, &event).await;
        let (a, b) = (world.one(&event, "a").await, world.one(&event, "b").await);
        world.host.clock.set(event.sign_up.withdraw_until - TimeDelta::microseconds(1));
        assert_eq!(done(world.withdraw(&event, a.id).await).registration.state, State::Withdrawn);
        world.host.clock.set(event.sign_up.withdraw_until);
        assert_eq!(refused(world.withdraw(&event, b.id).await), Refusal::TooLateToWithdraw);
        assert_eq!(refused(world.withdraw(&event, a.id).await), Refusal::AlreadyWithdrawn);
        let said = bus::testing::said_of::<RegistrationWithdrawn>(&world.host.db).await;
        assert_eq!(said.iter().map(|fact| (fact.registration.id, fact.why)).collect::<Vec<_>>(), [(a.id, Withdrawal::ByPerson)]);
        assert_eq!(said[0].registration.revision, 2);
        world.check(&event).await;
    }

    async fn one_can_leave_the_waiting_list_for_longer(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        world.one(&event, "a").await;
        let waiting = world.one(&event, "b").await;
        let behind = world.one(&event, "c").await;
        world.host.clock.set(event.sign_up.withdraw_until);
        done(world.withdraw(&event, waiting.id).await);
        assert_eq!(world.standing(behind.id).await.position, Some(1));
        world.check(&event).await;
    }

    async fn details_are_changed_in_one_step(kind) {
        let mut event = webinar(Some(5));
        event.sign_up.pools.extend([session(200, Some(5)), session(201, Some(5))]);
        let world = World::with(kind, &event).await;
        let kari = world.sign_up(&event, form(&[choosing("kari", &[200])])).await.remove(0);
        let change = Details { language: Language::Sv, ..details("Kari Nordmann", &[201]) };
        let standing = done(world.ask(&event, Errand::Change { registration: kari.id, details: change }).await);
        assert_eq!(standing.registration.name, "Kari Nordmann");
        assert_eq!(standing.registration.language, Language::Sv);
        let choices: Vec<_> = standing.registration.choices.iter().map(|claim| (claim.pool_id.0.as_u128(), claim.state)).collect();
        assert_eq!(choices, [(201, ClaimState::Held)]);
        let said = bus::testing::said_of::<RegistrationChanged>(&world.host.db).await;
        assert_eq!(said.iter().map(|fact| &fact.registration).collect::<Vec<_>>(), [&standing.registration]);
        world.check(&event).await;
    }

    async fn a_place_is_handed_over(kind) {
        let mut event = webinar(Some(1));
        event.sign_up.pools.push(session(200, Some(1)));
        let world = World::with(kind, &event).await;
        let kari = world.sign_up(&event, form(&[choosing("kari", &[200])])).await.remove(0);
        let waiting = world.one(&event, "ola").await;
        let new = done(world.ask(&event, Errand::HandOver { registration: kari.id, to: person("per") }).await);
        assert_ne!(new.registration.id, kari.id);
        assert_eq!((new.registration.state, new.registration.name.as_str()), (State::Admitted, "per"));
        assert_eq!(new.registration.choices[0].state, ClaimState::Held);
        assert_eq!(world.state(kari.id).await, State::Withdrawn);
        assert_eq!(world.state(waiting.id).await, State::Waiting, "a place that is handed over is not free");
        let said = bus::testing::said_of::<RegistrationWithdrawn>(&world.host.db).await;
        assert_eq!(said[0].why, Withdrawal::HandedOver);
        let admitted = bus::testing::said_of::<RegistrationAdmitted>(&world.host.db).await;
        assert_eq!(admitted.last().map(|fact| (fact.registration.id, fact.from_waiting_list)), Some((new.registration.id, false)));
        world.check(&event).await;
    }

    async fn only_a_place_is_handed_over_and_no_wait(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        world.one(&event, "a").await;
        let b = world.one(&event, "b").await;
        let to_e = Errand::HandOver { registration: b.id, to: person("e") };
        assert_eq!(refused(world.ask(&event, to_e).await), Refusal::NoPlace);
        assert_eq!(world.standing(b.id).await.position, Some(1));
        world.check(&event).await;
    }

    async fn handing_over_does_not_tell_who_is_signed_up_and_gives_nobody_a_second_place(kind) {
        let event = webinar(Some(5));
        let world = World::with(kind, &event).await;
        let kari = world.one(&event, "kari").await;
        let ola = world.one(&event, "ola").await;
        done(world.ask(&event, Errand::HandOver { registration: kari.id, to: person("ola") }).await);
        assert_eq!(world.state(kari.id).await, State::Admitted);
        assert_eq!(world.rows(&event).await.len(), 2);
        let told = bus::testing::said_of::<RegistrationRepeated>(&world.host.db).await;
        assert_eq!(told.iter().map(|fact| fact.registration.id).collect::<Vec<_>>(), [ola.id]);
        world.check(&event).await;
    }

    async fn sign_up_is_open_between_its_two_ends(kind) {
        let mut event = webinar(Some(5));
        event.sign_up.opens_at = Some(crate::world::at("2027-02-01T11:00:00Z"));
        let world = World::with(kind, &event).await;
        let ask = || world.ask(&event, Errand::SignUp(form(&[person("a")])));
        let opens_at = crate::world::at("2027-02-01T11:00:00Z");
        assert_eq!(refused(ask().await), Refusal::NotOpenYet { opens_at });
        world.host.clock.set(event.sign_up.closes_at);
        assert_eq!(refused(ask().await), Refusal::Closed);
        world.host.clock.set(event.ends_at);
        assert_eq!(refused(ask().await), Refusal::Over);
        world.host.clock.set(opens_at);
        assert_eq!(crate::world::placed(ask().await)[0].state, State::Admitted);
    }

    async fn strangers_are_refused(kind) {
        let event = webinar(Some(5));
        let world = World::with(kind, &event).await;
        let nobody = RegistrationId(crate::world::id(99));
        assert_eq!(refused(world.withdraw(&event, nobody).await), Refusal::UnknownRegistration);
        let kari = world.one(&event, "kari").await;
        let mut elsewhere = webinar(Some(5));
        elsewhere.id = proto::EventId(crate::world::id(2));
        assert_eq!(refused(world.withdraw(&elsewhere, kari.id).await), Refusal::UnknownEvent);
    }
}
