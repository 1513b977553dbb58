//! The same form twice, and the same person twice.

use crate::world::{World, form, on_both, person, placed, refused, webinar};
use proto::registration::{RegistrationRepeated, State};
use registration::desk::errand::{Errand, Outcome, Person, Refusal, SignUp};
use registration::store;

on_both! {
    async fn a_form_sent_twice_gets_the_same_answer(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        let first = world.sign_up(&event, form(&[person("kari")])).await;
        // Somebody else came in between, and Kari has left: the answer is still the one that was given.
        world.one(&event, "ola").await;
        world.withdraw(&event, first[0].id).await;
        assert_eq!(world.sign_up(&event, form(&[person("kari")])).await, first);
        assert_eq!(world.rows(&event).await.len(), 2);
    }

    async fn a_form_sent_many_times_at_once_gets_one_answer(kind) {
        let event = webinar(Some(10));
        let world = World::with(kind, &event).await;
        let asked = (0..50).map(|_| world.ask(&event, Errand::SignUp(form(&[person("kari")]))));
        let answers: Vec<_> = futures::future::join_all(asked).await.into_iter().map(placed).collect();
        assert!(answers.iter().all(|answer| *answer == answers[0]));
        assert_eq!(world.rows(&event).await.len(), 1);
        assert_eq!(world.said().await, ["registration.admitted.v1"]);
    }

    async fn the_same_key_with_other_content_is_turned_away(kind) {
        let event = webinar(None);
        let world = World::with(kind, &event).await;
        world.one(&event, "kari").await;
        let other = SignUp { content: [8; 32], ..form(&[person("kari")]) };
        assert_eq!(world.ask(&event, Errand::SignUp(other)).await, Outcome::SameKeyOtherContent);
    }

    async fn the_same_address_again_looks_like_anybody_new(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        let kari = world.one(&event, "kari").await;
        world.one(&event, "ola").await;
        let again = SignUp {
            key: "another form".to_owned(),
            ..form(&[Person { email: " KARI@Example.NO ".to_owned(), ..person("kari") }])
        };
        let answer = world.sign_up(&event, again.clone()).await.remove(0);
        assert!(answer.repeated);
        assert_eq!((answer.state, answer.position), (State::Waiting, Some(2)));
        assert_ne!(answer.id, kari.id);
        assert!(store::standing::standing(&world.host.db.read, answer.id).await.expect("a database").is_none());

        let repeated = bus::testing::said_of::<RegistrationRepeated>(&world.host.db).await;
        assert_eq!(repeated.len(), 1);
        assert_eq!(repeated[0].registration.id, kari.id);
        // The same form once more: the same answer, and no other letter.
        assert_eq!(world.sign_up(&event, again).await, [answer]);
        assert_eq!(bus::testing::said_of::<RegistrationRepeated>(&world.host.db).await.len(), 1);
        assert_eq!(world.rows(&event).await.len(), 2);
        world.check(&event).await;
    }

    async fn the_same_address_from_many_sides_at_once_is_signed_up_once(kind) {
        let event = webinar(Some(10));
        let world = World::with(kind, &event).await;
        let asked = (0..40).map(|n| {
            let form = SignUp { key: format!("form {n}"), ..form(&[person("kari")]) };
            world.ask(&event, Errand::SignUp(form))
        });
        let answers: Vec<_> = futures::future::join_all(asked).await.into_iter().flat_map(placed).collect();
        assert_eq!(answers.iter().filter(|answer| !answer.repeated).count(), 1);
        assert!(answers.iter().all(|answer| answer.state == State::Admitted));
        assert_eq!(world.rows(&event).await.len(), 1);
        assert_eq!(bus::testing::said_of::<RegistrationRepeated>(&world.host.db).await.len(), 39);
        world.check(&event).await;
    }

    async fn who_has_signed_off_can_come_back(kind) {
        let event = webinar(Some(5));
        let world = World::with(kind, &event).await;
        let first = world.one(&event, "kari").await;
        world.withdraw(&event, first.id).await;
        let back = world.sign_up(&event, SignUp { key: "back".to_owned(), ..form(&[person("kari")]) }).await.remove(0);
        assert!(!back.repeated && back.state == State::Admitted);
        assert_eq!(world.state(back.id).await, State::Admitted);
    }

    async fn in_a_party_only_those_are_signed_up_who_were_not(kind) {
        let event = webinar(Some(5));
        let world = World::with(kind, &event).await;
        world.one(&event, "kari").await;
        let answer = world.sign_up(&event, form(&[person("ola"), person("kari"), person("per")])).await;
        assert_eq!(answer.iter().map(|one| one.repeated).collect::<Vec<_>>(), [false, true, false]);
        assert!(answer.iter().all(|one| one.state == State::Admitted));
        assert_eq!(world.rows(&event).await.len(), 3);
        world.check(&event).await;
    }

    async fn one_address_cannot_stand_for_two_people(kind) {
        let event = webinar(Some(5));
        let world = World::with(kind, &event).await;
        let twice = form(&[person("kari"), Person { email: "KARI@example.no".to_owned(), ..person("ola") }]);
        assert_eq!(refused(world.ask(&event, Errand::SignUp(twice)).await), Refusal::SameAddressTwice);
        assert!(world.rows(&event).await.is_empty());
    }
}
