use super::world::{FILE, organisation, registration, world};
use crate::store::{self, participant};
use host::testing::KINDS;
use proto::event::Form;
use proto::organisation::OrganisationChanged;
use proto::registration::{
    Claim, ClaimState, PoolPlaces, RegistrationAdmitted, RegistrationErased, RegistrationReplanned,
    RegistrationWithdrawn, SignupChanged, State,
};
use proto::{EventId, Language, PoolId};
use uuid::Uuid;

#[tokio::test]
async fn a_participant_is_kept_with_form_and_choices_and_the_newest_word_counts() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.import(FILE).await.event;
        let pool = world.event().await.sign_up.pools[3].id;
        let mut signed_up = registration(event, 2, State::Admitted);
        signed_up.form = Some(Form::InPerson);
        signed_up.choices = vec![
            Claim { pool_id: pool, state: ClaimState::Held },
            Claim { pool_id: PoolId(Uuid::now_v7()), state: ClaimState::Waiting },
        ];
        let id = signed_up.id;
        world.hear(RegistrationAdmitted { registration: signed_up.clone(), from_waiting_list: false }).await;
        let older = proto::registration::Registration { revision: 1, choices: Vec::new(), ..signed_up.clone() };
        world.hear(RegistrationAdmitted { registration: older, from_waiting_list: false }).await;
        let kept = participant::find(&world.host.db.read, id.0).await.unwrap().unwrap();
        assert_eq!(kept.form, Some(participant::FormColumn::InPerson));
        assert_eq!(kept.choices.holds().collect::<Vec<_>>(), [pool]);

        let again = proto::registration::Registration { revision: 3, choices: Vec::new(), ..signed_up.clone() };
        world
            .hear(RegistrationReplanned {
                registration: again,
                version: Some(2),
                moved: Vec::new(),
                gone: Vec::new(),
                clashes: Vec::new(),
                answer_before: None,
                form_before: None,
            })
            .await;
        assert_eq!(participant::find(&world.host.db.read, id.0).await.unwrap().unwrap().choices.holds().count(), 0);
        assert_eq!(participant::choices(&world.host.db.read, event.0).await.unwrap().len(), 1);
        assert_eq!(participant::admitted(&world.host.db.read, event.0).await.unwrap(), 1);
        let gone = proto::registration::Registration { revision: 4, state: State::Withdrawn, ..signed_up };
        world
            .hear(RegistrationWithdrawn {
                registration: gone,
                why: proto::registration::Withdrawal::ByPerson,
                declined: None,
            })
            .await;
        assert_eq!(participant::choices(&world.host.db.read, event.0).await.unwrap().len(), 0);
    }
}

#[tokio::test]
async fn an_erased_participant_does_not_come_back_and_the_number_of_those_who_came_stays() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.import(FILE).await.event;
        let signed_up = registration(event, 1, State::Admitted);
        world.hear(RegistrationAdmitted { registration: signed_up.clone(), from_waiting_list: false }).await;
        let now = world.host.clock.now();
        assert!(participant::join(&world.host.db.write, signed_up.id.0, now).await.unwrap());
        assert!(!participant::join(&world.host.db.write, signed_up.id.0, now).await.unwrap(), "once is enough");
        for _ in 0..2 {
            world.hear(RegistrationErased { registration_id: signed_up.id, event_id: event }).await;
        }
        world.hear(RegistrationAdmitted { registration: signed_up.clone(), from_waiting_list: false }).await;
        let kept = participant::find(&world.host.db.read, signed_up.id.0).await.unwrap().unwrap();
        assert_eq!((kept.state, kept.joined_at), (participant::Standing::Erased, None));
        assert_eq!(participant::joined(&world.host.db.read, event.0).await.unwrap(), 0);
        assert_eq!(world.stored().await.joined_erased, 1);

        // Somebody of whom nothing was heard before that.
        let mut early = registration(event, 1, State::Admitted);
        early.choices = vec![Claim { pool_id: PoolId(Uuid::now_v7()), state: ClaimState::Held }];
        world.hear(RegistrationErased { registration_id: early.id, event_id: event }).await;
        world.hear(RegistrationAdmitted { registration: early.clone(), from_waiting_list: false }).await;
        let kept = participant::find(&world.host.db.read, early.id.0).await.unwrap().unwrap();
        assert_eq!((kept.state, kept.choices.0.len(), kept.generation), (participant::Standing::Erased, 0, 0));
        assert_eq!(world.stored().await.joined_erased, 1, "who did not come is not counted");
    }
}

#[tokio::test]
async fn registrations_of_other_kinds_of_event_are_none_of_our_business() {
    for kind in KINDS {
        let world = world(kind).await;
        let elsewhere = registration(EventId(Uuid::now_v7()), 1, State::Admitted);
        world.hear(RegistrationAdmitted { registration: elsewhere.clone(), from_waiting_list: false }).await;
        world.hear(RegistrationErased { registration_id: elsewhere.id, event_id: elsewhere.event_id }).await;
        assert_eq!(participant::find(&world.host.db.read, elsewhere.id.0).await.unwrap(), None);
    }
}

#[tokio::test]
async fn places_of_each_pool_are_kept_and_an_older_word_changes_nothing() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.import(FILE).await.event;
        let pool_id = world.event().await.sign_up.pools[3].id;
        for (revision, left) in [(5, 0), (4, 9)] {
            let pools = vec![PoolPlaces { pool_id, left: Some(left), taken: 12 - left, waiting: 3 }];
            world
                .hear(SignupChanged {
                    event_id: event,
                    revision,
                    open: true,
                    places_left: Some(left),
                    waiting: None,
                    pools,
                })
                .await;
        }
        let row = world.stored().await;
        assert_eq!((row.places_left, row.places.0[0].left, row.places.0[0].waiting), (Some(0), Some(0), 3));
        // A file that is imported later leaves it as it is.
        world.import(&FILE.replace("capacity = 200", "capacity = 201")).await;
        assert_eq!(world.stored().await.places, row.places);
    }
}

#[tokio::test]
async fn an_organisation_is_kept_as_it_was_told_last() {
    for kind in KINDS {
        let world = world(kind).await;
        let mut newer = organisation("bylivsenteret", &[Language::Sv]);
        newer.revision = 3;
        let older = organisation("bylivsenteret", &[Language::En]);
        world.hear(OrganisationChanged { organisation: newer.clone() }).await;
        world.hear(OrganisationChanged { organisation: older }).await;
        let kept = store::organisation::named(&world.host.db.read, &["bylivsenteret"]).await.unwrap();
        assert_eq!(kept, [newer]);
    }
}
