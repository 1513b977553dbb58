//! Seats that are kept for delegations, and people who are named for them, in any order of messages.

use crate::world::{World, details, done, form, person, session, webinar};
use bus::Hears;
use host::testing::KINDS;
use proto::event::{Attendance, Event, Form, Pool};
use proto::gathering::{
    DelegationAllotted, DelegationSeatCleared, DelegationSeatNamed, RegistrationSeated, RoleSeats, Seating,
};
use proto::registration::{RegistrationWaitlisted, RegistrationWithdrawn, State, Withdrawal};
use proto::{DelegationId, Language, Message, PoolId, RegistrationId, SeatId};
use registration::desk::errand::{Details, Errand, Outcome};
use registration::hears::Registrations;
use registration::store;
use uuid::Uuid;

const NAMDAL: u128 = 700;
const ELECTED: PoolId = PoolId(Uuid::from_u128(701));

fn allotted(event: &Event, revision: u32, seats: u32, elected: u32) -> DelegationAllotted {
    DelegationAllotted {
        delegation_id: DelegationId(Uuid::from_u128(NAMDAL)),
        event_id: event.id,
        revision,
        seats,
        roles: vec![RoleSeats { pool_id: ELECTED, seats: elected }],
    }
}

fn named(allotted: &DelegationAllotted, seat: u128, name: &str) -> DelegationSeatNamed {
    DelegationSeatNamed {
        seat_id: SeatId(Uuid::from_u128(seat)),
        allotted: allotted.clone(),
        cleared: Vec::new(),
        role: Some(ELECTED),
        name: name.to_owned(),
        email: person(name).email,
        language: Language::Nb,
        member: "Region Namdal".to_owned(),
    }
}

fn cleared(allotted: &DelegationAllotted, seat: u128) -> DelegationSeatCleared {
    DelegationSeatCleared {
        seat_id: SeatId(Uuid::from_u128(seat)),
        delegation_id: allotted.delegation_id,
        event_id: allotted.event_id,
    }
}

impl World {
    async fn hear<M: Message>(&self, message: M)
    where
        Registrations: Hears<M>,
    {
        bus::testing::hear(&Registrations, &self.host, message).await.expect("it is heard");
    }

    async fn seated(&self) -> Vec<(Option<RegistrationId>, Seating)> {
        let all = bus::testing::said_of::<RegistrationSeated>(&self.host.db).await;
        all.into_iter().map(|seated| (seated.registration_id, seated.outcome)).collect()
    }

    /// Taken of: the event, the delegation, its role.
    async fn taken(&self, event: &Event) -> (i32, i32, i32) {
        let pools = store::pool::of_events(&self.host.db.read, &[event.id.0]).await.expect("pools");
        let of = |id: Uuid| pools.iter().find(|pool| pool.id == id).map_or(-1, |pool| pool.taken);
        (of(event.sign_up.pools[0].id.0), of(Uuid::from_u128(NAMDAL)), of(ELECTED.0))
    }
}

#[tokio::test]
async fn kept_seats_are_for_those_who_are_named_and_for_nobody_else() {
    for kind in KINDS {
        let event = webinar(Some(3));
        let world = World::with(kind, &event).await;
        let kept = allotted(&event, 1, 2, 1);
        world.hear(kept.clone()).await;
        assert_eq!(world.one(&event, "kari").await.state, State::Admitted);
        assert_eq!(world.one(&event, "ola").await.state, State::Waiting, "two of three are kept");

        world.hear(named(&kept, 1, "mari")).await;
        world.hear(named(&kept, 1, "mari")).await;
        world.hear(named(&kept, 2, "nils")).await;
        let elsewhere = DelegationSeatNamed { role: None, ..named(&kept, 3, "liv") };
        world.hear(elsewhere).await;
        world.hear(DelegationSeatNamed { role: None, ..named(&kept, 4, "jon") }).await;
        let outcomes: Vec<Seating> = world.seated().await.into_iter().map(|(_, outcome)| outcome).collect();
        assert_eq!(outcomes, [Seating::Seated, Seating::Full, Seating::Seated, Seating::Full]);
        assert_eq!(world.taken(&event).await, (3, 2, 1));
        let mari = world.seated().await[0].0.unwrap();
        let standing = world.standing(mari).await;
        assert_eq!((standing.registration.state, standing.registration.choices.len()), (State::Admitted, 0));
        world.check(&event).await;
    }
}

#[tokio::test]
async fn replacing_signs_one_off_and_the_other_on_whatever_arrives_first() {
    for kind in KINDS {
        let event = webinar(Some(2));
        let world = World::with(kind, &event).await;
        let kept = allotted(&event, 1, 1, 1);
        world.hear(named(&kept, 1, "mari")).await;
        let mari = world.seated().await[0].0.unwrap();
        let second = DelegationSeatNamed { cleared: vec![SeatId(Uuid::from_u128(1))], ..named(&kept, 2, "nils") };
        world.hear(second).await;
        world.hear(cleared(&kept, 1)).await;
        let nils = world.seated().await[1].0.unwrap();
        assert_eq!((world.state(mari).await, world.state(nils).await), (State::Withdrawn, State::Admitted));
        let gone = bus::testing::said_of::<RegistrationWithdrawn>(&world.host.db).await;
        assert_eq!(gone.iter().map(|gone| gone.why).collect::<Vec<_>>(), [Withdrawal::ByDelegation]);

        // Cleared before anybody heard that she was named.
        world.hear(cleared(&kept, 9)).await;
        world.hear(named(&kept, 9, "liv")).await;
        assert_eq!(world.seated().await.len(), 2);
        assert_eq!(world.taken(&event).await, (1, 1, 1));
        world.check(&event).await;
    }
}

#[tokio::test]
async fn who_was_replaced_leaves_though_the_other_is_taken_back_before_anybody_heard_of_them() {
    for kind in KINDS {
        let event = webinar(Some(2));
        let world = World::with(kind, &event).await;
        let kept = allotted(&event, 1, 1, 1);
        world.hear(named(&kept, 1, "mari")).await;
        let mari = world.seated().await[0].0.unwrap();
        world.hear(cleared(&kept, 2)).await;
        let second = DelegationSeatNamed { cleared: vec![SeatId(Uuid::from_u128(1))], ..named(&kept, 2, "nils") };
        world.hear(second.clone()).await;
        assert_eq!((world.state(mari).await, world.seated().await.len()), (State::Withdrawn, 1));
        assert_eq!(world.taken(&event).await, (0, 0, 0));
        world.hear(second).await;
        world.check(&event).await;
    }
}

#[tokio::test]
async fn who_had_a_place_keeps_it_and_the_kept_one_stays_kept() {
    for kind in KINDS {
        let event = webinar(Some(2));
        let world = World::with(kind, &event).await;
        let kept = allotted(&event, 1, 1, 1);
        world.hear(kept.clone()).await;
        let kari = world.one(&event, "kari").await;
        let ola = world.one(&event, "ola").await;
        assert_eq!((kari.state, ola.state), (State::Admitted, State::Waiting));
        world.hear(named(&kept, 1, "kari")).await;
        assert_eq!(world.seated().await, [(Some(kari.id), Seating::Seated)]);
        assert_eq!(world.rows(&event).await.len(), 2);
        world.hear(named(&kept, 2, "liv")).await;
        assert_eq!(world.seated().await[1], (None, Seating::Full), "the delegation has one seat");

        world.hear(cleared(&kept, 1)).await;
        assert_eq!(world.state(kari.id).await, State::Admitted, "she had signed up by herself");
        assert_eq!(world.state(ola.id).await, State::Waiting, "the other place is kept");
        world.hear(named(&kept, 3, "mari")).await;
        assert_eq!(world.taken(&event).await, (2, 1, 1));
        world.check(&event).await;
    }
}

#[tokio::test]
async fn who_waited_waits_again_where_they_stood_when_they_are_taken_back() {
    for kind in KINDS {
        let event = webinar(Some(2));
        let world = World::with(kind, &event).await;
        let kept = allotted(&event, 1, 1, 1);
        world.hear(kept.clone()).await;
        let kari = world.one(&event, "kari").await;
        let ola = world.one(&event, "ola").await;
        let liv = world.one(&event, "liv").await;
        world.hear(named(&kept, 1, "liv")).await;
        assert_eq!(world.state(liv.id).await, State::Admitted);
        world.hear(cleared(&kept, 1)).await;
        let states = [world.state(ola.id).await, world.state(liv.id).await];
        assert_eq!(states, [State::Waiting, State::Waiting], "nobody passes others in the queue by being named");
        let told = bus::testing::said_of::<RegistrationWaitlisted>(&world.host.db).await;
        assert_eq!(told.last().map(|told| (told.registration.id, told.position)), Some((liv.id, 2)));
        world.hear(named(&kept, 2, "mari")).await;
        assert_eq!(world.taken(&event).await, (2, 1, 1), "the kept place is there for whoever is named instead");

        world.ask(&event, Errand::Withdraw { registration: kari.id }).await;
        assert_eq!([world.state(ola.id).await, world.state(liv.id).await], [State::Admitted, State::Waiting]);
        world.check(&event).await;
    }
}

#[tokio::test]
async fn seats_that_are_released_go_to_those_who_wait_and_older_news_changes_nothing() {
    for kind in KINDS {
        let event = webinar(Some(3));
        let world = World::with(kind, &event).await;
        let kept = allotted(&event, 1, 3, 2);
        world.hear(named(&kept, 1, "mari")).await;
        let ola = world.one(&event, "ola").await;
        assert_eq!(ola.state, State::Waiting);
        world.hear(allotted(&event, 2, 1, 1)).await;
        world.hear(kept).await;
        assert_eq!(world.state(ola.id).await, State::Admitted);
        assert_eq!(world.one(&event, "kari").await.state, State::Admitted);
        assert_eq!(world.taken(&event).await, (3, 1, 1));
        world.publish(&Event { revision: 2, ..event.clone() }).await;
        assert_eq!(world.taken(&event).await, (3, 1, 1), "a new revision of the event leaves the seats alone");
        world.check(&event).await;
    }
}

#[tokio::test]
async fn a_place_that_is_handed_over_takes_the_seat_along() {
    for kind in KINDS {
        let event = webinar(Some(3));
        let world = World::with(kind, &event).await;
        let kept = allotted(&event, 1, 1, 1);
        world.hear(named(&kept, 1, "mari")).await;
        let mari = world.seated().await[0].0.unwrap();
        let errand = Errand::HandOver { registration: mari, to: person("nils") };
        let Outcome::Done(nils) = world.ask(&event, errand).await else { panic!("handed over") };
        let nils = nils.registration.id;
        assert_eq!(world.seated().await[1], (Some(nils), Seating::HandedOver));
        let told = bus::testing::said_of::<RegistrationSeated>(&world.host.db).await;
        assert_eq!(told.iter().map(|seated| seated.revision).collect::<Vec<_>>(), [1, 2]);
        world.hear(cleared(&kept, 1)).await;
        assert_eq!(world.state(nils).await, State::Withdrawn);
        assert_eq!(world.taken(&event).await, (0, 0, 0));
        let again = world.sign_up(&event, form(&[person("ola")])).await;
        assert_eq!(again[0].state, State::Admitted);
        world.check(&event).await;
    }
}

#[tokio::test]
async fn a_seat_stays_whichever_way_the_person_takes_part() {
    for kind in KINDS {
        let mut event = webinar(Some(3));
        event.attendance = Attendance::Both;
        event.sign_up.pools[0].form = Some(Form::InPerson);
        event.sign_up.pools.push(Pool { whole: true, form: Some(Form::Online), ..session(101, None) });
        let world = World::with(kind, &event).await;
        let kept = allotted(&event, 1, 1, 1);
        world.hear(named(&kept, 1, "mari")).await;
        let mari = world.seated().await[0].0.unwrap();
        for to in [Form::Online, Form::InPerson] {
            let details = Details { form: Some(to), ..details("mari", &[]) };
            done(world.ask(&event, Errand::Change { registration: mari, details }).await);
            let (_, delegation, role) = world.taken(&event).await;
            assert_eq!((delegation, role), (1, 1), "{to:?}");
        }
        world.check(&event).await;
    }
}

#[tokio::test]
async fn it_is_told_who_has_a_place_of_their_own() {
    for kind in KINDS {
        let event = webinar(Some(3));
        let world = World::with(kind, &event).await;
        let kept = allotted(&event, 1, 2, 2);
        world.hear(kept.clone()).await;
        world.one(&event, "kari").await;
        world.hear(named(&kept, 1, "kari")).await;
        world.hear(named(&kept, 2, "liv")).await;
        let all = bus::testing::said_of::<RegistrationSeated>(&world.host.db).await;
        assert_eq!(all.iter().map(|seated| seated.own_place).collect::<Vec<_>>(), [true, false]);
    }
}
