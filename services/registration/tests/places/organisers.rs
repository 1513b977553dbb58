//! What organisers do about the sign-ups of others: deadlines do not bind them, the number of places does.

use crate::world::{World, choosing, done, form, id, on_both, person, placed, refused, session, webinar};
use chrono::TimeDelta;
use proto::event::{Event, WaitingMode};
use proto::registration::{ClaimState, RegistrationAdmitted, RegistrationWithdrawn, State, Withdrawal};
use proto::{AccountId, PoolId, RegistrationId};
use registration::desk::errand::{Act, Errand, Outcome, Refusal, SignUp};
use registration::store::audit::{self, Action};

fn me() -> AccountId {
    AccountId(id(99))
}

fn act(registration: RegistrationId, act: Act) -> Errand {
    Errand::Act { registration, act, by: me() }
}

fn add(name: &str) -> Errand {
    Errand::Add { form: form(&[person(name)]), by: me() }
}

/// What was noted about whom, first things first.
async fn noted(world: &World, event: &Event) -> Vec<(Action, Option<RegistrationId>)> {
    let mut rows = audit::of_event(&world.host.db.read, event.id).await.expect("a database");
    rows.reverse();
    assert!(rows.iter().all(|row| row.account_id == me().0));
    rows.into_iter().map(|row| (row.action, row.registration_id.map(RegistrationId))).collect()
}

on_both! {
    async fn two_who_sign_somebody_off_do_it_once_and_the_next_moves_up(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        let (a, b) = (world.one(&event, "a").await, world.one(&event, "b").await);
        world.host.clock.set(event.sign_up.withdraw_until);
        assert_eq!(refused(world.withdraw(&event, a.id).await), Refusal::TooLateToWithdraw);
        let off = || world.ask(&event, act(a.id, Act::SignOff));
        let outcomes = tokio::join!(off(), off());
        assert!(matches!(&outcomes, (Outcome::Done(_), Outcome::Refused(Refusal::AlreadyWithdrawn))
            | (Outcome::Refused(Refusal::AlreadyWithdrawn), Outcome::Done(_))), "{outcomes:?}");
        assert_eq!((world.state(a.id).await, world.state(b.id).await), (State::Withdrawn, State::Admitted));
        let said = bus::testing::said_of::<RegistrationWithdrawn>(&world.host.db).await;
        assert_eq!(said.iter().map(|fact| (fact.registration.id, fact.why)).collect::<Vec<_>>(), [(a.id, Withdrawal::ByOrganiser)]);
        assert_eq!(noted(&world, &event).await, [(Action::SignedOff, Some(a.id))]);
        world.host.clock.set(event.ends_at);
        assert_eq!(refused(world.ask(&event, act(b.id, Act::SignOff)).await), Refusal::Over);
        world.check(&event).await;
    }

    async fn one_free_place_goes_to_one_of_those_who_wait_whoever_asks_for_it(kind) {
        let mut event = webinar(Some(1));
        event.sign_up.waiting_list.after_deadline = false;
        let world = World::with(kind, &event).await;
        let a = world.one(&event, "a").await;
        let (b, c) = (world.one(&event, "b").await, world.one(&event, "c").await);
        assert_eq!(refused(world.ask(&event, act(c.id, Act::GivePlace)).await), Refusal::Full);
        // The list has stopped, and the place that becomes free is for the organiser to give.
        world.host.clock.set(event.sign_up.closes_at);
        done(world.withdraw(&event, a.id).await);
        assert_eq!(world.state(b.id).await, State::Waiting);
        let give = |id| world.ask(&event, act(id, Act::GivePlace));
        let outcomes = tokio::join!(give(c.id), give(b.id));
        let is_full = |outcome: &Outcome| *outcome == Outcome::Refused(Refusal::Full);
        assert!(is_full(&outcomes.0) != is_full(&outcomes.1), "{outcomes:?}");
        let got = if is_full(&outcomes.0) { b.id } else { c.id };
        assert_eq!(done(give(got).await).registration.state, State::Admitted);
        let said = bus::testing::said_of::<RegistrationAdmitted>(&world.host.db).await;
        let last = said.last().map(|fact| (fact.registration.id, fact.from_waiting_list));
        assert_eq!((said.len(), last), (2, Some((got, true))));
        assert_eq!(noted(&world, &event).await, [(Action::GavePlace, Some(got))], "what was so already is noted by nobody");
        assert_eq!(refused(give(a.id).await), Refusal::AlreadyWithdrawn);
        world.check(&event).await;
    }

    async fn an_offer_is_taken_for_somebody_until_it_lapses(kind) {
        let mut event = webinar(Some(1));
        event.sign_up.waiting_list.mode = WaitingMode::Offer { working_hours: 8 };
        let world = World::with(kind, &event).await;
        let (a, b, c) = (world.one(&event, "a").await, world.one(&event, "b").await, world.one(&event, "c").await);
        done(world.withdraw(&event, a.id).await);
        assert_eq!(world.state(b.id).await, State::Offered);
        assert_eq!(refused(world.ask(&event, act(c.id, Act::GivePlace)).await), Refusal::Full, "it is kept for another");
        assert_eq!(done(world.ask(&event, act(b.id, Act::GivePlace)).await).registration.state, State::Admitted);
        done(world.ask(&event, act(b.id, Act::SignOff)).await);
        let until = world.standing(c.id).await.offered_until.expect("an offer");
        world.host.clock.set(until);
        assert_eq!(refused(world.ask(&event, act(c.id, Act::GivePlace)).await), Refusal::OfferLapsed);
        world.check(&event).await;
    }

    async fn somebody_is_moved_to_another_session_and_keeps_their_answers(kind) {
        let mut event = webinar(Some(5));
        event.sign_up.pools.extend([session(200, Some(1)), session(201, Some(1))]);
        let world = World::with(kind, &event).await;
        let kari = world.sign_up(&event, form(&[choosing("kari", &[200])])).await.remove(0);
        let ola = world.sign_up(&event, form(&[choosing("ola", &[200])])).await.remove(0);
        let to = |pools: &[u128]| Act::Move { form: None, choices: pools.iter().map(|n| PoolId(id(*n))).collect() };
        let before = world.standing(kari.id).await;
        let now = done(world.ask(&event, act(kari.id, to(&[201]))).await);
        assert_eq!((now.answers, now.registration.name), (before.answers, before.registration.name));
        assert_eq!(now.registration.choices.iter().map(|c| c.pool_id.0).collect::<Vec<_>>(), [id(201)]);
        assert_eq!(world.standing(ola.id).await.registration.choices[0].state, ClaimState::Held, "it was let go of");
        assert_eq!(refused(world.ask(&event, act(kari.id, to(&[999]))).await), Refusal::UnknownChoice(PoolId(id(999))));
        assert_eq!(noted(&world, &event).await, [(Action::Moved, Some(kari.id))]);
        world.check(&event).await;
    }

    async fn who_is_signed_up_by_hand_gets_a_place_or_waits_and_is_signed_up_once(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        world.host.clock.set(event.sign_up.closes_at);
        assert_eq!(refused(world.ask(&event, Errand::SignUp(form(&[person("kari")]))).await), Refusal::Closed);
        let twice = tokio::join!(world.ask(&event, add("kari")), world.ask(&event, add("kari")));
        let kari = placed(twice.0).remove(0);
        assert_eq!(placed(twice.1), std::slice::from_ref(&kari));
        assert_eq!((kari.state, kari.repeated), (State::Admitted, false));
        let other_form = SignUp { key: "another".to_owned(), ..form(&[person("kari")]) };
        let again = placed(world.ask(&event, Errand::Add { form: other_form, by: me() }).await).remove(0);
        assert_eq!((again.id, again.repeated), (kari.id, true), "organisers may know who is signed up");
        let ola = placed(world.ask(&event, add("ola")).await).remove(0);
        assert_eq!((ola.state, ola.position), (State::Waiting, Some(1)));
        assert_eq!(world.said().await, ["registration.admitted.v1", "registration.waitlisted.v1"]);
        assert_eq!(noted(&world, &event).await, [(Action::Added, Some(kari.id)), (Action::Added, Some(ola.id))]);
        world.host.clock.set(event.ends_at - TimeDelta::microseconds(1));
        placed(world.ask(&event, add("per")).await);
        world.host.clock.set(event.ends_at);
        assert_eq!(refused(world.ask(&event, add("eva")).await), Refusal::Over);
        world.check(&event).await;
    }

    async fn nobody_is_added_where_it_is_full_and_nobody_can_wait(kind) {
        let mut event = webinar(Some(1));
        event.sign_up.waiting_list.mode = WaitingMode::None;
        let world = World::with(kind, &event).await;
        let outcomes = futures::future::join_all((0..8).map(|n| {
            let errand = add(&format!("p{n}"));
            world.ask(&event, errand)
        })).await;
        assert_eq!(outcomes.iter().filter(|outcome| matches!(outcome, Outcome::SignedUp(_))).count(), 1);
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == Outcome::Refused(Refusal::Full)).count(), 7);
        world.check(&event).await;
    }
}
