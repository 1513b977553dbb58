//! Taking part in person or online: places, queues and letters of each.

use crate::world::{World, details, done, form, id, on_both, person, refused, session, webinar};
use bus::Failure;
use proto::event::{Attendance, Event, EventPublished, Form, Pool};
use proto::registration::{ClaimState, RegistrationAdmitted, RegistrationReplanned, RegistrationWaitlisted, State};
use proto::{PoolId, RegistrationId};
use registration::desk::errand::{Details, Errand, Placed, Refusal, SignUp};
use registration::hears::Registrations;

const ONLINE: PoolId = PoolId(uuid::Uuid::from_u128(101));

/// So many places in the hall, and so many online.
fn both(hall: u32, online: Option<u32>) -> Event {
    let mut event = webinar(Some(hall));
    event.attendance = Attendance::Both;
    event.sign_up.pools[0].form = Some(Form::InPerson);
    event.sign_up.pools.push(Pool { id: ONLINE, whole: true, form: Some(Form::Online), ..session(101, online) });
    event
}

fn attending(name: &str, how: Form) -> SignUp {
    SignUp { form: Some(how), ..form(&[person(name)]) }
}

async fn one(world: &World, event: &Event, name: &str, how: Form) -> Placed {
    world.sign_up(event, attending(name, how)).await.remove(0)
}

fn switch(registration: RegistrationId, to: Form) -> Errand {
    Errand::Change { registration, details: Details { form: Some(to), ..details("x", &[]) } }
}

async fn stands(world: &World, id: RegistrationId) -> (State, Option<Form>, Option<u32>) {
    let standing = world.standing(id).await;
    (standing.registration.state, standing.registration.form, standing.position)
}

on_both! {
    async fn each_form_has_a_queue_of_its_own(kind) {
        let event = both(1, Some(2));
        let world = World::with(kind, &event).await;
        assert_eq!(refused(world.ask(&event, Errand::SignUp(form(&[person("x")]))).await), Refusal::FormMissing);
        let a = one(&world, &event, "a", Form::InPerson).await;
        let b = one(&world, &event, "b", Form::InPerson).await;
        let c = one(&world, &event, "c", Form::Online).await;
        let d = one(&world, &event, "d", Form::InPerson).await;
        assert_eq!((a.state, b.position, c.state, d.position), (State::Admitted, Some(1), State::Admitted, Some(2)));
        one(&world, &event, "e", Form::Online).await;
        assert_eq!(one(&world, &event, "f", Form::Online).await.position, Some(1), "the first of those who wait online");
        // A place online is for those who wait online, though others have waited longer.
        done(world.withdraw(&event, c.id).await);
        assert_eq!(stands(&world, b.id).await, (State::Waiting, Some(Form::InPerson), Some(1)));
        done(world.withdraw(&event, a.id).await);
        assert_eq!(stands(&world, b.id).await, (State::Admitted, Some(Form::InPerson), None));
        assert_eq!(stands(&world, d.id).await, (State::Waiting, Some(Form::InPerson), Some(1)));
        world.check(&event).await;
    }

    async fn one_switches_with_the_sign_up_kept(kind) {
        let event = both(1, None);
        let world = World::with(kind, &event).await;
        let a = one(&world, &event, "a", Form::InPerson).await;
        let b = one(&world, &event, "b", Form::InPerson).await;
        let switched = done(world.ask(&event, switch(a.id, Form::Online)).await).registration;
        assert_eq!((switched.id, switched.state, switched.form), (a.id, State::Admitted, Some(Form::Online)));
        assert_eq!(stands(&world, b.id).await, (State::Admitted, Some(Form::InPerson), None), "the place goes to the next");
        // Back again, when it is full: nothing is changed.
        assert_eq!(refused(world.ask(&event, switch(a.id, Form::InPerson)).await), Refusal::FormFull);
        assert_eq!(stands(&world, a.id).await, (State::Admitted, Some(Form::Online), None));
        world.check(&event).await;
    }

    async fn who_waits_may_wait_for_the_other_form_at_the_end_or_get_it_at_once(kind) {
        let event = both(1, Some(1));
        let world = World::with(kind, &event).await;
        one(&world, &event, "a", Form::InPerson).await;
        let b = one(&world, &event, "b", Form::InPerson).await;
        let c = one(&world, &event, "c", Form::InPerson).await;
        done(world.ask(&event, switch(b.id, Form::Online)).await);
        assert_eq!(stands(&world, b.id).await, (State::Admitted, Some(Form::Online), None));
        let d = one(&world, &event, "d", Form::Online).await;
        done(world.ask(&event, switch(c.id, Form::Online)).await);
        assert_eq!(stands(&world, c.id).await, (State::Waiting, Some(Form::Online), Some(2)));
        let told = bus::testing::said_of::<RegistrationWaitlisted>(&world.host.db).await;
        assert_eq!(told.last().map(|fact| (fact.registration.id, fact.position)), Some((c.id, 2)));
        done(world.withdraw(&event, b.id).await);
        assert_eq!(stands(&world, d.id).await.0, State::Admitted);
        world.check(&event).await;
    }

    async fn when_everything_goes_online_everybody_moves_in_order(kind) {
        let event = both(3, Some(3));
        let world = World::with(kind, &event).await;
        let online = one(&world, &event, "online", Form::Online).await;
        let mut people = Vec::new();
        for name in ["a", "b", "c", "d"] {
            people.push(one(&world, &event, name, Form::InPerson).await);
        }
        let mut digital = event.clone();
        digital.revision = 2;
        digital.attendance = Attendance::Online;
        digital.sign_up.pools.remove(0);
        world.publish(&digital).await;
        let told = bus::testing::said_of::<RegistrationReplanned>(&world.host.db).await;
        let ids = |people: &[Placed]| people.iter().map(|one| one.id).collect::<Vec<_>>();
        assert_eq!(told.iter().map(|fact| fact.registration.id).collect::<Vec<_>>(), ids(&people));
        assert!(told.iter().all(|fact| fact.form_before == Some(Form::InPerson) && fact.version.is_none()));
        let mut now = Vec::new();
        for one in people.iter().chain([&online]) {
            now.push(stands(&world, one.id).await);
        }
        let (held, form) = (State::Admitted, Some(Form::Online));
        assert_eq!(now, [
            (held, form, None), (held, form, None),
            // No place for the third who had one; the fourth has waited all along.
            (State::Waiting, form, Some(1)), (State::Waiting, form, Some(2)),
            (held, form, None),
        ]);
        done(world.withdraw(&event, online.id).await);
        assert_eq!(stands(&world, people[2].id).await.0, held);
        world.check(&digital).await;
    }

    async fn a_form_that_is_added_changes_nothing_for_those_who_are_there(kind) {
        let event = webinar(Some(2));
        let world = World::with(kind, &event).await;
        let a = world.one(&event, "a").await;
        let mut more = both(2, None);
        more.revision = 2;
        world.publish(&more).await;
        assert_eq!(stands(&world, a.id).await, (State::Admitted, Some(Form::InPerson), None), "the hall is where they were");
        assert_eq!(world.said().await, ["registration.admitted.v1"]);
        done(world.ask(&event, switch(a.id, Form::Online)).await);
        assert_eq!(stands(&world, a.id).await, (State::Admitted, Some(Form::Online), None));
        world.check(&more).await;
    }

    async fn people_are_not_sent_where_nobody_can_tell(kind) {
        let event = webinar(Some(2));
        let world = World::with(kind, &event).await;
        world.one(&event, "a").await;
        let mut other = both(2, None);
        other.revision = 2;
        other.sign_up.pools[0].id = PoolId(id(300));
        let failure = bus::testing::hear(&Registrations, &world.host, EventPublished { event: other }).await;
        assert!(matches!(failure, Err(Failure::SetAside(_))), "two new ways, and nothing of the old one");
    }

    async fn what_is_for_one_form_goes_with_it(kind) {
        let mut event = both(2, None);
        event.sign_up.pools.push(Pool { form: Some(Form::InPerson), ..session(200, Some(1)) });
        let world = World::with(kind, &event).await;
        let lunch = |name: &str, how| {
            let mut sent = attending(name, how);
            sent.party[0].choices = vec![PoolId(id(200))];
            sent
        };
        let online = Errand::SignUp(lunch("b", Form::Online));
        assert_eq!(refused(world.ask(&event, online).await), Refusal::ChoiceOfOtherForm(PoolId(id(200))));
        let a = world.sign_up(&event, lunch("a", Form::InPerson)).await.remove(0);
        let b = world.sign_up(&event, lunch("b", Form::InPerson)).await.remove(0);
        assert_eq!(b.choices[0].state, ClaimState::Waiting);
        let switched = done(world.ask(&event, switch(a.id, Form::Online)).await).registration;
        assert!(switched.choices.is_empty());
        assert_eq!(world.standing(b.id).await.registration.choices[0].state, ClaimState::Held);
        let admitted = bus::testing::said_of::<RegistrationAdmitted>(&world.host.db).await;
        assert!(admitted.iter().all(|fact| !fact.from_waiting_list));
        world.check(&event).await;
    }
}
