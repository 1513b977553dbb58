//! Events whose organisers decide about each who signs up: nobody has anything before that.

use crate::world::{World, choosing, details, done, form, id, on_both, person, refused, session, webinar};
use proto::event::{Event, WaitingMode};
use proto::registration::{
    ClaimState, Declined, RegistrationAdmitted, RegistrationWaitlisted, RegistrationWithdrawn, State, Withdrawal,
};
use proto::{AccountId, RegistrationId};
use registration::desk::errand::{Act, Errand, Outcome, Refusal};
use registration::store::registration::State as Kept;

fn approved(capacity: u32) -> Event {
    let mut event = webinar(Some(capacity));
    event.sign_up.approval = true;
    event
}

fn act(registration: RegistrationId, act: Act) -> Errand {
    Errand::Act { registration, act, by: AccountId(id(99)) }
}

async fn approve(world: &World, event: &Event, registration: RegistrationId) -> Outcome {
    world.ask(event, act(registration, Act::Approve)).await
}

on_both! {
    async fn nobody_holds_a_place_before_the_organisers_have_decided(kind) {
        let mut event = approved(1);
        event.sign_up.pools.push(session(200, Some(1)));
        let world = World::with(kind, &event).await;
        let party = world.sign_up(&event, form(&[choosing("a", &[200])])).await;
        let (a, b) = (party[0].clone(), world.one(&event, "b").await);
        assert_eq!((a.state, a.undecided, a.position), (State::Waiting, true, None));
        assert!(b.undecided, "places are not what counts");
        assert_eq!(world.count(&event, Kept::Undecided).await, 2);
        world.check(&event).await;
        let told = bus::testing::said_of::<RegistrationWaitlisted>(&world.host.db).await;
        assert!(told.iter().all(|fact| fact.registration.undecided && fact.position == 0) && told.len() == 2);
        // What they ask for can be changed, and still nothing is held.
        let change = Errand::Change { registration: b.id, details: details("b", &[200]) };
        assert!(done(world.ask(&event, change).await).registration.undecided);
        world.check(&event).await;

        let standing = done(approve(&world, &event, a.id).await);
        assert_eq!((standing.registration.state, standing.registration.undecided), (State::Admitted, false));
        assert_eq!(standing.registration.choices[0].state, ClaimState::Held);
        let standing = done(approve(&world, &event, b.id).await);
        assert_eq!((standing.registration.state, standing.position), (State::Waiting, Some(1)));
        assert!(!standing.registration.undecided);
        world.check(&event).await;
        done(world.withdraw(&event, a.id).await);
        let standing = world.standing(b.id).await;
        assert_eq!((standing.registration.state, standing.registration.choices[0].state), (State::Admitted, ClaimState::Held));
        world.check(&event).await;
        let told = bus::testing::said_of::<RegistrationAdmitted>(&world.host.db).await;
        assert_eq!(told.iter().map(|fact| fact.from_waiting_list).collect::<Vec<_>>(), [false, true]);
    }

    async fn two_who_decide_at_once_decide_once_and_the_last_place_is_given_once(kind) {
        let event = approved(1);
        let world = World::with(kind, &event).await;
        let (a, b) = (world.one(&event, "a").await, world.one(&event, "b").await);
        let yes = |id| approve(&world, &event, id);
        let outcomes = tokio::join!(yes(a.id), yes(b.id), yes(a.id), yes(b.id));
        for outcome in [outcomes.0, outcomes.1, outcomes.2, outcomes.3] {
            done(outcome);
        }
        assert_eq!((world.count(&event, Kept::Admitted).await, world.count(&event, Kept::Waiting).await), (1, 1));
        assert_eq!(bus::testing::said_of::<RegistrationAdmitted>(&world.host.db).await.len(), 1);
        world.check(&event).await;
    }

    async fn a_no_is_said_once_with_its_reason_and_the_address_is_free_again(kind) {
        let event = approved(5);
        let world = World::with(kind, &event).await;
        let a = world.one(&event, "a").await;
        let no = || act(a.id, Act::Decline { reason: Some("Berre for tilsette.".to_owned()) });
        done(world.ask(&event, no()).await);
        assert_eq!(refused(world.ask(&event, no()).await), Refusal::AlreadyWithdrawn);
        assert_eq!(refused(approve(&world, &event, a.id).await), Refusal::AlreadyWithdrawn);
        let told = bus::testing::said_of::<RegistrationWithdrawn>(&world.host.db).await;
        let said: Vec<_> = told.iter().map(|fact| (fact.why, fact.declined.clone())).collect();
        let reason = Some("Berre for tilsette.".to_owned());
        assert_eq!(said, [(Withdrawal::ByOrganiser, Some(Declined { reason }))]);
        let again = form(&[person("a")]);
        let again = world.sign_up(&event, registration::desk::errand::SignUp { key: "anew".to_owned(), ..again }).await;
        assert!(again[0].undecided && !again[0].repeated);
        done(approve(&world, &event, again[0].id).await);
        let late = act(again[0].id, Act::Decline { reason: None });
        assert_eq!(refused(world.ask(&event, late).await), Refusal::Decided);
        world.check(&event).await;
    }

    async fn where_it_is_full_and_nobody_can_wait_nobody_is_approved(kind) {
        let mut event = approved(1);
        event.sign_up.waiting_list.mode = WaitingMode::None;
        let world = World::with(kind, &event).await;
        let (a, b) = (world.one(&event, "a").await, world.one(&event, "b").await);
        done(approve(&world, &event, a.id).await);
        assert_eq!(refused(approve(&world, &event, b.id).await), Refusal::Full);
        assert_eq!(world.count(&event, Kept::Undecided).await, 1, "nothing is decided");
        assert_eq!(refused(world.ask(&event, Errand::SignUp(form(&[person("c")]))).await), Refusal::Full);
        done(world.withdraw(&event, a.id).await);
        done(approve(&world, &event, b.id).await);
        world.check(&event).await;
    }

    async fn each_of_those_who_signed_up_together_is_decided_about_alone(kind) {
        let event = approved(3);
        let world = World::with(kind, &event).await;
        let party = world.sign_up(&event, form(&[person("a"), person("b"), person("c")])).await;
        done(approve(&world, &event, party[1].id).await);
        done(world.ask(&event, act(party[0].id, Act::Decline { reason: None })).await);
        // A place that is given is a yes as well.
        done(world.ask(&event, act(party[2].id, Act::GivePlace)).await);
        let states: Vec<_> = world.rows(&event).await.iter().map(|row| row.state).collect();
        assert_eq!(states, [Kept::Withdrawn, Kept::Admitted, Kept::Admitted]);
        world.check(&event).await;
    }
}
