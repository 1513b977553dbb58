//! Letters to those who speak, and to those who have proposed something, that an organiser sends again.

use axum::http::StatusCode;
use chrono::TimeDelta;
use host::testing::{KINDS, Kind};
use proto::account::Role;
use proto::conference::{ProposalAnswer, ProposalAnswered, SpeakerErased};
use proto::{Language, ProposalId};
use uuid::Uuid;

use super::again::{ask_again_about, page_about};
use super::programme::*;
use super::sink::Mode;
use super::world::*;
use crate::purpose::{Purpose, State as Fate};
use crate::store::letter;

const SLUG: &str = "byliv";

async fn refused(world: &World) -> letter::Model {
    let mut all = world.letters().await;
    all.retain(|letter| crate::again::can_be_asked_for(letter.state, letter.next_at.is_some()));
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// The editor sees to whom it was, asks for it, and is told that it goes.
async fn goes_again(world: &World) {
    let page = page_about(world, SLUG, Role::Editor, "").await;
    assert!(page.contains("Send på nytt") && page.contains("liv@example.no"), "{page}");
    let id = refused(world).await.id;
    let (status, to) = ask_again_about(world, SLUG, "distriktssenteret", Role::Editor, id, None).await;
    assert_eq!((status, to), (StatusCode::SEE_OTHER, format!("/arrangor/brev/{SLUG}?igjen=ja")));
    assert!(!page_about(world, SLUG, Role::Reader, "").await.contains("Send på nytt"));
}

async fn in_mode(kind: Kind, mode: Mode) -> World {
    let world = World::with(kind, mode, |_| {}).await;
    world.publish(&conference()).await;
    world
}

fn here(hour: u32) -> proto::conference::SpeakerSlot {
    slot(LOKALE, "Tomme lokale", at(11, hour), "Storsalen")
}

#[tokio::test]
async fn an_invitation_to_speak_that_was_refused_goes_again_whole() {
    for kind in KINDS {
        let world = in_mode(kind, Mode::RefuseReceiver).await;
        world.hear(speaker(1, vec![here(10)])).await;
        world.settle().await;
        assert_eq!(refused(&world).await.purpose, Purpose::Speaking);
        world.sink.behave(Mode::Fine);
        goes_again(&world).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 1, "{kind:?}");
        let ics = ics(&taken[0]).unwrap();
        assert_eq!((property(&ics, "METHOD"), property(&ics, "SEQUENCE")), ("REQUEST".into(), "1".into()));
        let text = mail(&taken[0].data).body_text(0).unwrap().into_owned();
        assert!(text.contains("kl. 10.00–11.00, Storsalen") && !text.contains("før:"), "{text}");
        assert_eq!(world.fates(Purpose::Speaking).await, [Fate::Sent]);
        assert!(world.long_after(Purpose::Speaking).await.facts.is_none());
        assert!(!page_about(&world, SLUG, Role::Editor, "").await.contains("Send på nytt"));
    }
}

#[tokio::test]
async fn what_was_moved_or_dropped_is_told_when_the_refused_letter_goes_again() {
    for kind in KINDS {
        let world = in_mode(kind, Mode::Fine).await;
        world.hear(speaker(1, vec![here(10)])).await;
        assert_eq!(world.taken().await.len(), 1);
        for (revision, slots, says, method) in [
            (2, vec![here(12)], "(før: tysdag 11. mai 2027 kl. 10.00–11.00, Storsalen)", "REQUEST"),
            (3, Vec::new(), "Tomme lokale", "CANCEL"),
        ] {
            world.sink.behave(Mode::RefuseContent);
            world.hear(speaker(revision, slots)).await;
            world.advance(TimeDelta::minutes(11)).await;
            let before = world.sink.taken().len();
            world.sink.behave(Mode::Fine);
            goes_again(&world).await;
            let taken = world.taken().await;
            assert_eq!(taken.len(), before + 1, "{kind:?} {method}: {:?}", world.subjects().await);
            let letter = taken.last().unwrap();
            let text = mail(&letter.data).body_text(0).unwrap().into_owned();
            assert!(text.contains(says), "{text}");
            assert_eq!(property(&ics(letter).unwrap(), "METHOD"), method);
        }
        let numbers: Vec<String> =
            world.taken().await.iter().map(|letter| property(&ics(letter).unwrap(), "SEQUENCE")).collect();
        assert!(numbers.is_sorted(), "no number is used twice: {numbers:?}");
    }
}

#[tokio::test]
async fn a_letter_to_a_speaker_in_doubt_goes_again_with_the_same_bytes() {
    for kind in KINDS {
        let world = in_mode(kind, Mode::CloseAfterDot).await;
        world.hear(speaker(1, vec![here(10)])).await;
        world.settle().await;
        world.advance(TimeDelta::minutes(10)).await;
        assert_eq!((world.taken().await.len(), refused(&world).await.state), (2, Fate::Uncertain));
        world.sink.behave(Mode::Fine);
        goes_again(&world).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 3, "{kind:?}");
        assert!(taken.iter().all(|copy| copy.data == taken[0].data), "whoever has it already sees it once");
        let letter = world.long_after(Purpose::Speaking).await;
        assert_eq!((letter.state, letter.raw, letter.facts), (Fate::Sent, None, None));
    }
}

#[tokio::test]
async fn what_comes_back_after_it_was_sent_goes_again_to_those_who_contribute() {
    for kind in KINDS {
        for purpose in [Purpose::Speaking, Purpose::Proposal] {
            let world = in_mode(kind, Mode::Fine).await;
            match purpose {
                Purpose::Speaking => world.hear(speaker(1, vec![here(10)])).await,
                _ => world.hear(accepted()).await,
            }
            assert_eq!(world.taken().await.len(), 1);
            let id = world.letter(purpose).await.id;
            letter::came_back(&world.host.db.write, id, "550 5.2.2 full").await.unwrap();
            goes_again(&world).await;
            assert_eq!(world.taken().await.len(), 2, "{kind:?} {purpose:?}");
            assert_eq!(world.fates(purpose).await, [Fate::Sent]);
        }
    }
}

#[tokio::test]
async fn nothing_is_kept_of_a_speaker_who_is_erased_although_a_letter_was_in_doubt() {
    for kind in KINDS {
        let world = in_mode(kind, Mode::CloseAfterDot).await;
        world.hear(speaker(1, vec![here(10)])).await;
        world.settle().await;
        world.advance(TimeDelta::minutes(10)).await;
        let id = refused(&world).await.id;
        world.hear(SpeakerErased { speaker_id: SPEAKER, event_id: conference().id }).await;
        let all = world.letters().await;
        let letter = all.iter().find(|letter| letter.id == id).unwrap();
        let kept = (letter.speaker, &letter.raw, &letter.facts, &letter.made_of);
        assert_eq!(kept, (None, &None, &None, &None));
        // It may have arrived, so what it brought into their calendar is taken out again.
        let last = all.iter().find(|letter| letter.method.as_deref() == Some("CANCEL")).unwrap();
        assert_eq!((last.speaker, &last.facts), (None, &None));
        let (_, to) = ask_again_about(&world, SLUG, "distriktssenteret", Role::Editor, id, None).await;
        assert!(to.ends_with("?igjen=nei"), "{to}");
        assert!(!page_about(&world, SLUG, Role::Editor, "").await.contains("Send på nytt"));
    }
}

fn accepted() -> ProposalAnswered {
    ProposalAnswered {
        proposal_id: ProposalId(Uuid::from_u128(700)),
        event_id: conference().id,
        revision: 1,
        generation: 1,
        name: "Liv Døme".to_owned(),
        email: "liv@example.no".to_owned(),
        language: Language::Nn,
        title: "Butikken".to_owned(),
        answer: ProposalAnswer::Accepted,
        note: None,
    }
}

#[tokio::test]
async fn an_answer_to_a_proposal_goes_again_and_is_forgotten_when_it_has_arrived() {
    for kind in KINDS {
        let world = in_mode(kind, Mode::RefuseReceiver).await;
        world.hear(accepted()).await;
        world.settle().await;
        world.sink.behave(Mode::Fine);
        goes_again(&world).await;
        assert_eq!(world.subjects().await, ["Framlegget ditt er med: Butikken"], "{kind:?}");
        let letter = world.long_after(Purpose::Proposal).await;
        assert_eq!((letter.state, letter.raw, letter.facts), (Fate::Sent, None, None));
        assert!(!page_about(&world, SLUG, Role::Editor, "").await.contains("liv@example.no"));
    }
}

#[tokio::test]
async fn who_proposed_something_is_forgotten_when_the_conference_is_over() {
    for kind in KINDS {
        for mode in [Mode::RefuseReceiver, Mode::CloseAfterDot] {
            let world = in_mode(kind, mode).await;
            world.hear(accepted()).await;
            world.settle().await;
            world.advance(TimeDelta::minutes(10)).await;
            let forget = async || {
                let bus = crate::listed(&world.mail, &bus::Carrier::in_process()).start().0;
                crate::forgetting::turn(world.host.clone(), bus).await.unwrap();
                world.letter(Purpose::Proposal).await
            };
            assert!(forget().await.facts.is_some(), "it can still be sent again");
            world.host.clock.set(conference().ends_at);
            let letter = forget().await;
            assert_eq!(
                (letter.facts, letter.raw, letter.made_of, letter.trouble),
                (None, None, None, None),
                "{kind:?}"
            );
            let page = page_about(&world, SLUG, Role::Editor, "").await;
            assert!(!page.contains("Send på nytt") && !page.contains("liv@example.no"), "{page}");
            let (_, to) = ask_again_about(&world, SLUG, "distriktssenteret", Role::Editor, letter.id, None).await;
            assert!(to.ends_with("?igjen=nei"), "{to}");
        }
    }
}
