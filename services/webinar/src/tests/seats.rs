use super::world::{registration, world};
use crate::store::seat::{self, SeatState};
use crate::store::{attendance, participant, webinar};
use host::testing::KINDS;
use proto::registration::{
    Change, RegistrationAdmitted, RegistrationChanged, RegistrationErased, RegistrationOffered, RegistrationWaitlisted,
    RegistrationWithdrawn, SignupChanged, State, Withdrawal,
};
use proto::{EventId, RegistrationId};
use uuid::Uuid;

#[tokio::test]
async fn a_seat_follows_the_newest_word_whatever_arrives_first() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.published().await;
        let mut person = registration(event.id, 1, State::Waiting);
        world.hear(RegistrationWaitlisted { registration: person.clone(), position: 1 }).await;
        let seat = async || seat::find(&world.host.db.read, person.id.0).await.unwrap().unwrap();
        assert_eq!(seat().await.state, SeatState::Waiting);

        (person.revision, person.state) = (3, State::Admitted);
        world.hear(RegistrationAdmitted { registration: person.clone(), from_waiting_list: true }).await;
        let answer_before = world.host.clock.now();
        (person.revision, person.state) = (2, State::Offered);
        world.hear(RegistrationOffered { registration: person.clone(), answer_before }).await;
        assert_eq!((seat().await.state, seat().await.revision), (SeatState::Admitted, 3));

        (person.revision, person.state, person.generation) = (4, State::Admitted, 2);
        world.hear(RegistrationChanged { registration: person.clone(), what: Change::Details }).await;
        assert_eq!(seat().await.generation, 2);

        (person.revision, person.state) = (5, State::Withdrawn);
        world
            .hear(RegistrationWithdrawn { registration: person.clone(), why: Withdrawal::ByPerson, declined: None })
            .await;
        assert_eq!(seat().await.state, SeatState::Withdrawn);
        assert_eq!(seat::admitted(&world.host.db.read, event.id.0).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn what_is_erased_stays_erased_and_the_number_of_those_who_came_stays_true() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.published().await;
        let person = world.admitted(event.id).await;
        attendance::count(&world.host.db.write, person.id.0, event.id.0, world.host.clock.now()).await.unwrap();
        let erased = RegistrationErased { registration_id: person.id, event_id: event.id };
        world.hear(erased.clone()).await;
        world.hear(erased).await;
        let mut late = person.clone();
        late.revision = 9;
        world.hear(RegistrationAdmitted { registration: late, from_waiting_list: false }).await;
        let seat = seat::find(&world.host.db.read, person.id.0).await.unwrap().unwrap();
        assert_eq!(seat.state, SeatState::Erased);
        assert_eq!(attendance::joined(&world.host.db.read, event.id.0).await.unwrap(), 0);
        let webinar = webinar::by_slug(&world.host.db.read, &event.slug).await.unwrap().unwrap();
        assert_eq!(webinar.joined_erased, 1);

        // Somebody of whom nothing was heard before that.
        let early = registration(event.id, 1, State::Admitted);
        world.hear(RegistrationErased { registration_id: early.id, event_id: event.id }).await;
        world.hear(RegistrationAdmitted { registration: early.clone(), from_waiting_list: false }).await;
        world.hear(RegistrationChanged { registration: early.clone(), what: Change::Details }).await;
        let seat = seat::find(&world.host.db.read, early.id.0).await.unwrap().unwrap();
        assert_eq!((seat.state, seat.generation), (SeatState::Erased, 0));
        assert_eq!(participant::find(&world.host.db.read, early.id.0).await.unwrap(), None);
        let webinar = webinar::by_slug(&world.host.db.read, &event.slug).await.unwrap().unwrap();
        assert_eq!(webinar.joined_erased, 1, "who did not come is not counted");
    }
}

#[tokio::test]
async fn other_services_events_are_left_alone() {
    for kind in KINDS {
        let world = world(kind).await;
        let other = EventId(Uuid::now_v7());
        let person = registration(other, 1, State::Admitted);
        world.hear(RegistrationAdmitted { registration: person.clone(), from_waiting_list: false }).await;
        world.hear(RegistrationErased { registration_id: RegistrationId(Uuid::now_v7()), event_id: other }).await;
        let told = SignupChanged {
            event_id: other,
            revision: 1,
            open: true,
            places_left: Some(1),
            waiting: None,
            pools: Vec::new(),
        };
        world.hear(told).await;
        assert_eq!(seat::find(&world.host.db.read, person.id.0).await.unwrap(), None);
    }
}
