//! Waiting lists that give places at once.

use crate::world::{World, choosing, details, done, form, id, on_both, person, refused, session, webinar};
use chrono::TimeDelta;
use proto::PoolId;
use proto::event::{Event, WaitingMode, WaitingOrder};
use proto::registration::{ClaimState, RegistrationAdmitted, RegistrationChanged, State};
use registration::desk::errand::{Errand, Refusal};
use registration::store::registration::State as Kept;

fn with_order(capacity: u32, order: WaitingOrder) -> Event {
    let mut event = webinar(Some(capacity));
    event.sign_up.waiting_list.order = order;
    event
}

on_both! {
    /// Peers free the places of a whole group and let one person in (fault 5).
    async fn three_leave_and_three_move_up(kind) {
        let event = webinar(Some(3));
        let world = World::with(kind, &event).await;
        let party = world.sign_up(&event, form(&[person("a"), person("b"), person("c")])).await;
        let mut waiting = Vec::new();
        for name in ["d", "e", "f", "g"] {
            waiting.push(world.one(&event, name).await);
        }
        assert_eq!(waiting.iter().map(|one| one.position).collect::<Vec<_>>(), [Some(1), Some(2), Some(3), Some(4)]);
        let leaving = party.iter().map(|one| world.withdraw(&event, one.id));
        futures::future::join_all(leaving).await;
        for one in &waiting[..3] {
            assert_eq!(world.state(one.id).await, State::Admitted);
        }
        assert_eq!(world.standing(waiting[3].id).await.position, Some(1));
        let up: Vec<_> = bus::testing::said_of::<RegistrationAdmitted>(&world.host.db).await;
        assert_eq!(up.iter().filter(|fact| fact.from_waiting_list).count(), 3);
        world.check(&event).await;
    }

    async fn a_party_waits_together_and_nobody_passes_it(kind) {
        let event = with_order(2, WaitingOrder::Strict);
        let world = World::with(kind, &event).await;
        let first = world.one(&event, "a").await;
        let pair = world.sign_up(&event, form(&[person("b"), person("c")])).await;
        assert!(pair.iter().all(|one| one.state == State::Waiting));
        let last = world.one(&event, "d").await;
        assert_eq!(last.state, State::Waiting, "one place is free, but not for somebody who comes after");
        world.withdraw(&event, first.id).await;
        assert_eq!(world.state(pair[0].id).await, State::Admitted);
        assert_eq!(world.state(pair[1].id).await, State::Admitted);
        assert_eq!(world.state(last.id).await, State::Waiting);
        world.check(&event).await;
    }

    async fn where_holes_are_filled_the_first_that_fits_gets_the_place(kind) {
        let event = with_order(2, WaitingOrder::Fill);
        let world = World::with(kind, &event).await;
        let a = world.one(&event, "a").await;
        world.one(&event, "b").await;
        let pair = world.sign_up(&event, form(&[person("c"), person("d")])).await;
        let last = world.one(&event, "e").await;
        world.withdraw(&event, a.id).await;
        assert_eq!(world.state(last.id).await, State::Admitted);
        assert_eq!(world.state(pair[0].id).await, State::Waiting);
        world.check(&event).await;
    }

    async fn a_party_larger_than_the_event_is_refused_rather_than_made_to_wait(kind) {
        let event = webinar(Some(2));
        let world = World::with(kind, &event).await;
        let three = form(&[person("a"), person("b"), person("c")]);
        assert_eq!(
            refused(world.ask(&event, Errand::SignUp(three)).await),
            Refusal::PartyTooLarge { limit: 2 }
        );
    }

    async fn more_places_are_given_out_when_they_are_there(kind) {
        let mut event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        world.one(&event, "a").await;
        let mut waiting = Vec::new();
        for name in ["b", "c", "d"] {
            waiting.push(world.one(&event, name).await);
        }
        event.revision = 2;
        event.sign_up.pools[0].capacity = Some(3);
        world.publish(&event).await;
        assert_eq!(world.count(&event, Kept::Admitted).await, 3);
        assert_eq!(world.standing(waiting[2].id).await.position, Some(1));
        // Heard again, and an older one late: nothing changes.
        world.publish(&event).await;
        event.revision = 1;
        event.sign_up.pools[0].capacity = Some(100);
        world.publish(&event).await;
        assert_eq!(world.count(&event, Kept::Admitted).await, 3);
        world.check(&event).await;
    }

    async fn fewer_places_take_nothing_from_anybody(kind) {
        let mut event = webinar(Some(3));
        let world = World::with(kind, &event).await;
        let mut people = Vec::new();
        for name in ["a", "b", "c", "d"] {
            people.push(world.one(&event, name).await);
        }
        event.revision = 2;
        event.sign_up.pools[0].capacity = Some(1);
        world.publish(&event).await;
        assert_eq!(world.count(&event, Kept::Admitted).await, 3);
        // Two leave: still as many as there are places. The third makes room.
        world.withdraw(&event, people[0].id).await;
        world.withdraw(&event, people[1].id).await;
        assert_eq!(world.state(people[3].id).await, State::Waiting);
        world.withdraw(&event, people[2].id).await;
        assert_eq!(world.state(people[3].id).await, State::Admitted);
        world.check(&event).await;
    }

    /// Peers hand out places of an event that is being cancelled (fault 5).
    async fn a_cancelled_event_gives_nothing_to_anybody(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        let holder = world.one(&event, "a").await;
        let waiting = world.one(&event, "b").await;
        world.cancel(&event).await;
        assert_eq!(refused(world.withdraw(&event, holder.id).await), Refusal::Cancelled);
        let another = Errand::SignUp(form(&[person("c")]));
        assert_eq!(refused(world.ask(&event, another).await), Refusal::Cancelled);
        let mut larger = event.clone();
        larger.revision = 5;
        larger.sign_up.pools[0].capacity = Some(100);
        world.publish(&larger).await;
        registration::clock::sweep(world.host.host.clone(), world.desk.clone()).await.expect("a turn");
        assert_eq!(world.state(waiting.id).await, State::Waiting);
        assert_eq!(world.said().await, ["registration.admitted.v1", "registration.waitlisted.v1"]);
    }

    async fn nothing_moves_once_the_event_has_begun(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        world.one(&event, "a").await;
        let waiting = world.one(&event, "b").await;
        world.host.clock.set(event.starts_at);
        let mut larger = event.clone();
        larger.revision = 2;
        larger.sign_up.pools[0].capacity = Some(100);
        world.publish(&larger).await;
        assert_eq!(world.state(waiting.id).await, State::Waiting);
    }

    async fn the_list_stops_with_sign_up_where_the_event_says_so(kind) {
        let mut event = webinar(Some(1));
        event.sign_up.waiting_list.after_deadline = false;
        let world = World::with(kind, &event).await;
        let holder = world.one(&event, "a").await;
        let waiting = world.one(&event, "b").await;
        world.host.clock.set(event.sign_up.closes_at);
        done(world.withdraw(&event, holder.id).await);
        assert_eq!(world.state(waiting.id).await, State::Waiting);
    }

    async fn the_list_goes_on_after_sign_up_where_the_event_says_so(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        let holder = world.one(&event, "a").await;
        let waiting = world.one(&event, "b").await;
        world.host.clock.set(event.sign_up.closes_at + TimeDelta::hours(1));
        done(world.withdraw(&event, holder.id).await);
        assert_eq!(world.state(waiting.id).await, State::Admitted);
    }

    async fn without_a_list_full_is_full(kind) {
        let mut event = webinar(Some(1));
        event.sign_up.waiting_list.mode = WaitingMode::None;
        event.sign_up.pools.push(session(200, Some(0)));
        let world = World::with(kind, &event).await;
        let full_session = Errand::SignUp(form(&[choosing("b", &[200])]));
        assert_eq!(refused(world.ask(&event, full_session).await), Refusal::ChoiceFull(PoolId(id(200))));
        world.one(&event, "a").await;
        assert_eq!(refused(world.ask(&event, Errand::SignUp(form(&[person("b")]))).await), Refusal::Full);
        assert_eq!(world.rows(&event).await.len(), 1);
    }

    async fn a_full_session_can_be_waited_for_with_a_place_in_the_event(kind) {
        let mut event = webinar(Some(10));
        event.sign_up.pools.push(session(200, Some(1)));
        let world = World::with(kind, &event).await;
        let first = world.sign_up(&event, form(&[choosing("a", &[200])])).await.remove(0);
        let second = world.sign_up(&event, form(&[choosing("b", &[200])])).await.remove(0);
        assert_eq!((second.state, second.choices[0].state), (State::Admitted, ClaimState::Waiting));
        // The first one chooses something else: the seat in the session goes to the second, who is told.
        let change = Errand::Change { registration: first.id, details: details("a", &[]) };
        assert!(done(world.ask(&event, change).await).registration.choices.is_empty());
        assert_eq!(world.standing(second.id).await.registration.choices[0].state, ClaimState::Held);
        let changed = bus::testing::said_of::<RegistrationChanged>(&world.host.db).await;
        assert_eq!(changed.iter().map(|fact| fact.registration.id).collect::<Vec<_>>(), [first.id, second.id]);
        assert_eq!(changed[1].registration.revision, 2);
        world.check(&event).await;
    }

    /// Peers pass over whoever waited longest because what they had chosen is no longer offered (fault 11).
    async fn nobody_is_passed_over_because_a_choice_closed(kind) {
        let mut event = webinar(Some(1));
        event.sign_up.pools.push(session(200, Some(10)));
        let world = World::with(kind, &event).await;
        let holder = world.one(&event, "a").await;
        let longest = world.sign_up(&event, form(&[choosing("b", &[200])])).await.remove(0);
        let after = world.one(&event, "c").await;
        event.revision = 2;
        event.sign_up.pools.truncate(1);
        world.publish(&event).await;
        world.withdraw(&event, holder.id).await;
        let longest = world.standing(longest.id).await.registration;
        assert_eq!((longest.state, longest.choices[0].state), (State::Admitted, ClaimState::Released));
        assert_eq!(world.state(after.id).await, State::Waiting);
        world.check(&event).await;
    }

    async fn nobody_is_passed_over_because_a_session_is_full(kind) {
        let mut event = webinar(Some(2));
        event.sign_up.pools.push(session(200, Some(1)));
        let world = World::with(kind, &event).await;
        world.sign_up(&event, form(&[choosing("a", &[200])])).await;
        let b = world.one(&event, "b").await;
        let longest = world.sign_up(&event, form(&[choosing("c", &[200])])).await.remove(0);
        let after = world.one(&event, "d").await;
        world.withdraw(&event, b.id).await;
        let longest = world.standing(longest.id).await.registration;
        assert_eq!((longest.state, longest.choices[0].state), (State::Admitted, ClaimState::Waiting));
        assert_eq!(world.state(after.id).await, State::Waiting);
        world.check(&event).await;
    }

    async fn clashing_and_unknown_choices_are_refused(kind) {
        let mut event = webinar(None);
        for (n, hour) in [(200, 9), (201, 9), (202, 10)] {
            let starts_at = event.starts_at + TimeDelta::hours(hour - 9);
            let mut session = session(n, None);
            session.starts_at = Some(starts_at);
            session.ends_at = Some(starts_at + TimeDelta::hours(1));
            event.sign_up.pools.push(session);
        }
        let world = World::with(kind, &event).await;
        let ask = |choices: &[u128]| world.ask(&event, Errand::SignUp(form(&[choosing("a", choices)])));
        assert_eq!(
            refused(ask(&[200, 201]).await),
            Refusal::ClashingChoices(PoolId(id(200)), PoolId(id(201)))
        );
        assert_eq!(refused(ask(&[999]).await), Refusal::UnknownChoice(PoolId(id(999))));
        assert_eq!(refused(ask(&[100]).await), Refusal::UnknownChoice(PoolId(id(100))), "everybody has that anyway");
        let placed = world.sign_up(&event, form(&[choosing("a", &[200, 202, 200])])).await.remove(0);
        assert_eq!(placed.choices.len(), 2);
    }
}
