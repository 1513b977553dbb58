//! The same form twice, and the same person twice.

use crate::world::{World, choosing, form, on_both, person, placed, refused, session, webinar};
use proto::event::WaitingMode;
use proto::registration::{ClaimState, RegistrationRepeated, RegistrationWaitlisted, State};
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

    async fn a_form_sent_again_when_there_is_no_room_any_more_gets_the_answer_it_had(kind) {
        let mut event = webinar(Some(1));
        event.sign_up.waiting_list.mode = WaitingMode::None;
        let world = World::with(kind, &event).await;
        let first = world.sign_up(&event, form(&[person("kari")])).await;
        let ola = Errand::SignUp(form(&[person("ola")]));
        assert_eq!(refused(world.ask(&event, ola.clone()).await), Refusal::Full);
        assert_eq!(world.sign_up(&event, form(&[person("kari")])).await, first);
        // Nor when nobody can sign up any more.
        world.host.clock.set(event.ends_at);
        assert!(matches!(world.ask(&event, ola).await, Outcome::Refused(_)));
        assert_eq!(world.sign_up(&event, form(&[person("kari")])).await, first);
        assert_eq!(world.rows(&event).await.len(), 1);
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
        assert!(store::standing::standing(&world.host.db.read, &world.host.vault, answer.id).await.expect("a database").is_none());

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

    /// One place is left: too few for two, so the one who is new waits as well, or the page would tell about Kari.
    async fn a_party_with_somebody_known_is_answered_as_if_all_were_new(kind) {
        let event = webinar(Some(2));
        let world = World::with(kind, &event).await;
        world.one(&event, "kari").await;
        let answer = world.sign_up(&event, form(&[person("ola"), person("kari")])).await;
        assert_eq!(answer.iter().map(|one| (one.state, one.position)).collect::<Vec<_>>(),
            [(State::Waiting, Some(1)), (State::Waiting, Some(2))]);
        assert_eq!(world.standing(answer[0].id).await.registration.state, State::Waiting);
        world.check(&event).await;
    }

    async fn only_those_who_are_new_are_counted_in_the_queue(kind) {
        let event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        world.one(&event, "kari").await;
        let party = SignUp { key: "party".to_owned(), ..form(&[person("kari"), person("ola")]) };
        // A party larger than the event itself could never come in, so it is refused whoever is known.
        assert!(matches!(refused(world.ask(&event, Errand::SignUp(party)).await), Refusal::PartyTooLarge { .. }));
        let event = webinar(Some(3));
        let world = World::with(kind, &event).await;
        world.sign_up(&event, form(&[person("kari"), person("b"), person("c")])).await;
        let answer = world.sign_up(&event, form(&[person("ola"), person("kari"), person("per")])).await;
        let said = bus::testing::said_of::<RegistrationWaitlisted>(&world.host.db).await;
        assert_eq!(said.iter().map(|fact| fact.position).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(answer[1].position, Some(2), "what Kari would have been told");
        for (one, position) in [(&answer[0], 1), (&answer[2], 2)] {
            assert_eq!((one.position, world.standing(one.id).await.position), (Some(position), Some(position)));
        }
        world.check(&event).await;
    }

    /// Of two who chose the session, the first gets the last place in it: the answer says so for whoever stands second.
    async fn a_known_person_is_told_of_the_choices_of_their_own_turn(kind) {
        let mut event = webinar(Some(9));
        event.sign_up.pools.push(session(200, Some(1)));
        let world = World::with(kind, &event).await;
        world.one(&event, "kari").await;
        let answer = world.sign_up(&event, form(&[choosing("kari", &[200]), choosing("ola", &[200])])).await;
        assert!(answer[0].repeated && answer[0].choices[0].state == ClaimState::Held);
        let again = SignUp { key: "again".to_owned(), ..form(&[choosing("per", &[200]), choosing("kari", &[200])]) };
        let answer = world.sign_up(&event, again).await;
        assert_eq!(answer[1].choices.len(), 1);
        assert_eq!(answer[1].choices[0].state, ClaimState::Waiting);
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
