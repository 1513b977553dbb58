//! Letters that an organiser sends again.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use bus::testing::said_of;
use chrono::TimeDelta;
use host::testing::{KINDS, Kind, visitor};
use proto::account::Role;
use proto::event::Event;
use proto::mail::{MailDelivered, MailUndeliverable};
use proto::registration::{RegistrationOffered, RegistrationWaitlisted};
use uuid::Uuid;

use super::faults::one_letter;
use super::pages::{ask, body, signed_in};
use super::sink::Mode;
use super::world::*;
use crate::again::{Again, Case, again};
use crate::made_of::MadeOf;
use crate::purpose::{Purpose, Skip, State};
use crate::store::letter;

#[test]
fn only_what_may_have_arrived_and_is_still_true_is_sent_as_it_was() {
    let event = event();
    let of = |event: &Event| MadeOf::of(event, &person(1), &organisation(), None);
    let (then, later) = (of(&event), of(&moved(&event, TimeDelta::hours(1))));
    let now = event.starts_at - TimeDelta::hours(14);
    let yesterday = now - TimeDelta::days(1);
    for (purpose, state, waits, dot_at, now_of, expected) in [
        (Purpose::Confirmation, State::Uncertain, false, Some(yesterday), &then, Some(Again::Same)),
        (Purpose::Confirmation, State::Uncertain, false, Some(yesterday), &later, Some(Again::Anew)),
        (Purpose::Confirmation, State::Uncertain, true, Some(yesterday), &then, None),
        (Purpose::Confirmation, State::Failed, false, None, &then, Some(Again::Anew)),
        (Purpose::Confirmation, State::Failed, false, Some(yesterday), &then, Some(Again::Same)),
        (Purpose::Reminder, State::Uncertain, false, Some(now), &then, Some(Again::Same)),
        (Purpose::Reminder, State::Uncertain, false, Some(yesterday), &then, Some(Again::Anew)),
        (Purpose::Confirmation, State::Sent, false, None, &then, None),
        (Purpose::Confirmation, State::Pending, true, None, &then, None),
        (Purpose::Confirmation, State::DotWritten, false, Some(now), &then, None),
        (Purpose::Confirmation, State::Withdrawn, false, None, &then, None),
    ] {
        let case = Case { purpose, state, waits, dot_at, made_of: Some(&then), now_of, event: &event, now };
        assert_eq!(again(case), expected, "{purpose:?} {state:?}");
    }
    let lost = Case {
        purpose: Purpose::Confirmation,
        state: State::Uncertain,
        waits: false,
        dot_at: Some(now),
        made_of: None,
        now_of: &then,
        event: &event,
        now,
    };
    assert_eq!(again(lost), Some(Again::Anew), "without its bytes it cannot be the same");
}

/// What somebody is answered who asks for a letter again, and where they are led.
async fn ask_again(
    world: &World,
    organisation: &str,
    role: Role,
    letter: Uuid,
    csrf: Option<&str>,
) -> (StatusCode, String) {
    ask_again_about(world, "tomme-lokale", organisation, role, letter, csrf).await
}

/// The same about an event with this slug.
pub(super) async fn ask_again_about(
    world: &World,
    slug: &str,
    organisation: &str,
    role: Role,
    letter: Uuid,
    csrf: Option<&str>,
) -> (StatusCode, String) {
    let (cookie, genuine) = visitor(&world.host);
    let csrf = csrf.unwrap_or(&genuine);
    let request = Request::post(format!("/arrangor/brev/{slug}/pa-nytt"))
        .header(header::COOKIE, format!("{cookie}; {}", signed_in(world, organisation, role)))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("csrf={csrf}&letter={letter}")))
        .unwrap();
    let answer = ask(world, request).await;
    let to = answer.headers().get(header::LOCATION).map_or("", |to| to.to_str().unwrap()).to_owned();
    (answer.status(), to)
}

/// The editor asks for it and is told that it goes.
async fn goes_again(world: &World) {
    let letter =
        world.letters().await.into_iter().find(|l| crate::again::can_be_asked_for(l.state, l.next_at.is_some()));
    let (status, to) = ask_again(world, "distriktssenteret", Role::Editor, letter.unwrap().id, None).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/arrangor/brev/tomme-lokale?igjen=ja"));
}

async fn page(world: &World, role: Role, query: &str) -> String {
    page_about(world, "tomme-lokale", role, query).await
}

pub(super) async fn page_about(world: &World, slug: &str, role: Role, query: &str) -> String {
    let request = Request::get(format!("/arrangor/brev/{slug}?sprak=nn{query}"))
        .header(header::COOKIE, signed_in(world, "distriktssenteret", role));
    body(ask(world, request.body(Body::empty()).unwrap()).await).await
}

#[tokio::test]
async fn a_letter_that_was_refused_goes_again_as_a_new_one_with_what_is_true_now() {
    for kind in KINDS {
        for mode in [Mode::RefuseReceiver, Mode::RefuseContent] {
            let (world, fate, _) = one_letter(kind, mode).await;
            assert_eq!(fate, State::Failed);
            let refused = world.letter(Purpose::Confirmation).await;
            assert!(page(&world, Role::Editor, "").await.contains("Send på nytt"));
            assert!(!page(&world, Role::Reader, "").await.contains("Send på nytt"), "a reader changes nothing");
            world.sink.behave(Mode::Fine);
            goes_again(&world).await;
            assert!(page(&world, Role::Editor, "&igjen=ja").await.contains("Brevet blir sendt på nytt."));
            let taken = world.taken().await;
            assert_eq!(taken.len(), 1, "{kind:?} {mode:?}");
            let sent = world.letter(Purpose::Confirmation).await;
            assert_eq!((sent.state, sent.trouble, sent.tries), (State::Sent, None, 1));
            assert_ne!(sent.message_id, refused.message_id);
            assert_eq!(taken[0].header("Message-ID"), sent.message_id);
            assert_eq!(property(&ics(&taken[0]).unwrap(), "SEQUENCE"), "1", "no number is used twice");
            // Whoever clicks twice sends nothing twice, and nothing is left to click.
            for letter in [refused.id, sent.id] {
                let (status, to) = ask_again(&world, "distriktssenteret", Role::Editor, letter, None).await;
                let gone = (StatusCode::NOT_FOUND, String::new());
                let not = (StatusCode::SEE_OTHER, "/arrangor/brev/tomme-lokale?igjen=nei".to_owned());
                assert_eq!((status, to), if letter == refused.id { gone } else { not });
            }
            assert!(page(&world, Role::Editor, "&igjen=nei").await.contains("blir ikkje sendt på nytt"));
            assert!(!page(&world, Role::Editor, "").await.contains("Send på nytt"));
            // Others know that the person is reached, and hear it once.
            let delivered: Vec<MailDelivered> = said_of(&world.host.db).await;
            let undeliverable: Vec<MailUndeliverable> = said_of(&world.host.db).await;
            assert_eq!((delivered.len(), undeliverable.len()), (1, 1));
            assert_eq!((delivered[0].registration_id, delivered[0].purpose.as_str()), (person(1).id, "confirmation"));
            assert!(undeliverable[0].at.is_some_and(|at| at <= delivered[0].at));
            world.advance(TimeDelta::hours(1)).await;
            assert_eq!(world.taken().await.len(), 1);
        }
    }
}

/// A letter that the server took twice without an answer.
async fn uncertain(kind: Kind) -> World {
    let (world, _, _) = one_letter(kind, Mode::CloseAfterDot).await;
    let letter = world.letter(Purpose::Confirmation).await;
    assert!(!page(&world, Role::Editor, "").await.contains("Send på nytt"), "it goes once more by itself");
    let (_, to) = ask_again(&world, "distriktssenteret", Role::Editor, letter.id, None).await;
    assert!(to.ends_with("?igjen=nei"), "{to}");
    world.advance(TimeDelta::minutes(10)).await;
    assert_eq!((world.taken().await.len(), world.letter(Purpose::Confirmation).await.next_at), (2, None));
    assert!(page(&world, Role::Editor, "").await.contains("Send på nytt"));
    world
}

#[tokio::test]
async fn a_letter_in_doubt_goes_again_with_the_same_bytes_and_no_more_often_than_it_is_asked_for() {
    for kind in KINDS {
        let world = uncertain(kind).await;
        goes_again(&world).await;
        world.advance(TimeDelta::days(1)).await;
        assert_eq!(world.taken().await.len(), 3, "{kind:?}: still no answer, and still no copy by itself");
        world.sink.behave(Mode::Fine);
        goes_again(&world).await;
        world.advance(TimeDelta::hours(1)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 4);
        assert!(taken.iter().all(|copy| copy.data == taken[0].data), "whoever has it already sees it once");
        let letter = world.letter(Purpose::Confirmation).await;
        assert_eq!((letter.state, letter.raw), (State::Sent, None));
        assert_eq!(said_of::<MailDelivered>(&world.host.db).await.len(), 1, "{kind:?}");
    }
}

#[tokio::test]
async fn of_letters_that_arrive_at_once_nothing_is_said() {
    for kind in KINDS {
        let (world, fate, _) = one_letter(kind, Mode::PutOffReceiver).await;
        assert_eq!(fate, State::Deferred);
        world.sink.behave(Mode::Fine);
        world.advance(TimeDelta::hours(1)).await;
        assert_eq!(world.letter(Purpose::Confirmation).await.state, State::Sent);
        assert!(said_of::<MailDelivered>(&world.host.db).await.is_empty(), "{kind:?}");
    }
}

#[tokio::test]
async fn what_is_no_longer_true_goes_again_as_a_new_letter_and_the_entry_can_still_be_taken_out() {
    for kind in KINDS {
        let world = uncertain(kind).await;
        world.publish(&moved(&event(), TimeDelta::days(1))).await;
        world.sink.behave(Mode::RefuseReceiver);
        goes_again(&world).await;
        world.settle().await;
        assert_eq!(world.letter(Purpose::Confirmation).await.state, State::Failed);
        world.sink.behave(Mode::Fine);
        goes_again(&world).await;
        let taken = world.taken().await;
        assert_ne!(taken[2].header("Message-ID"), taken[0].header("Message-ID"));
        assert!(mail(&taken[2].data).body_text(0).unwrap().contains("torsdag 21. januar"));
        world.withdraw(&person(1)).await;
        let cancel = world.taken().await.pop().unwrap();
        assert_eq!(property(&ics(&cancel).unwrap(), "METHOD"), "CANCEL");
    }
}

#[tokio::test]
async fn what_comes_back_after_it_was_sent_goes_again() {
    for kind in KINDS {
        for what in ["signed off", "on the list", "offered", "moved"] {
            let world = World::new(kind).await;
            world.publish(&event()).await;
            let purpose = match what {
                "signed off" => {
                    world.admit(&person(1)).await;
                    world.settle().await;
                    world.withdraw(&person(1)).await;
                    Purpose::Withdrawal
                }
                "on the list" => {
                    let registration = next(&person(1), proto::registration::State::Waiting);
                    world.hear(RegistrationWaitlisted { registration, position: 2 }).await;
                    Purpose::WaitingList
                }
                "offered" => {
                    let registration = next(&person(1), proto::registration::State::Offered);
                    let answer_before = world.host.clock.now() + TimeDelta::days(1);
                    world.hear(RegistrationOffered { registration, answer_before }).await;
                    Purpose::Offer
                }
                _ => {
                    world.admit(&person(1)).await;
                    world.settle().await;
                    world.publish(&moved(&event(), TimeDelta::days(1))).await;
                    world.advance(TimeDelta::minutes(11)).await;
                    Purpose::Change
                }
            };
            let before = world.taken().await.len();
            let letter = world.letter(purpose).await;
            assert_eq!(letter.state, State::Sent, "{what}");
            letter::came_back(&world.host.db.write, letter.id, "550 5.2.2 full").await.unwrap();
            goes_again(&world).await;
            let taken = world.taken().await;
            assert_eq!(taken.len(), before + 1, "{kind:?} {what}: {:?}", world.letter(purpose).await.trouble);
            assert_eq!(world.letter(purpose).await.state, State::Sent, "{what}");
            assert!(world.long_after(purpose).await.facts.is_none(), "{what}");
        }
    }
}

#[tokio::test]
async fn a_change_that_was_refused_is_told_when_it_goes_again() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        world.publish(&moved(&event(), TimeDelta::days(1))).await;
        world.sink.behave(Mode::RefuseReceiver);
        world.advance(TimeDelta::minutes(10)).await;
        assert_eq!(world.letter(Purpose::Change).await.state, State::Failed);
        world.sink.behave(Mode::Fine);
        goes_again(&world).await;
        let text = mail(&world.taken().await[1].data).body_text(0).unwrap().into_owned();
        assert!(text.contains("onsdag 20. januar 2027") && text.contains("torsdag 21. januar 2027"), "{text}");
        assert!(world.long_after(Purpose::Change).await.facts.is_none(), "what was told before has no more use");
    }
}

#[tokio::test]
async fn what_is_no_longer_to_be_said_is_not_sent_again_and_says_why() {
    for kind in KINDS {
        let (world, _, _) = one_letter(kind, Mode::RefuseReceiver).await;
        world.sink.behave(Mode::Fine);
        world.host.clock.set(event().ends_at);
        goes_again(&world).await;
        assert_eq!(world.taken().await.len(), 0);
        assert_eq!(world.letter(Purpose::Confirmation).await.skip, Some(Skip::Over));
    }
}

#[tokio::test]
async fn only_editors_of_the_organisation_send_again_and_nothing_goes_to_those_who_are_forgotten() {
    for kind in KINDS {
        let (world, _, _) = one_letter(kind, Mode::RefuseReceiver).await;
        world.sink.behave(Mode::Fine);
        let letter = world.letter(Purpose::Confirmation).await.id;
        for (organisation, role, letter, csrf, status) in [
            ("distriktssenteret", Role::Editor, letter, Some("other"), StatusCode::FORBIDDEN),
            ("distriktssenteret", Role::Reader, letter, None, StatusCode::NOT_FOUND),
            ("ks", Role::Owner, letter, None, StatusCode::NOT_FOUND),
            ("distriktssenteret", Role::Editor, Uuid::from_u128(99), None, StatusCode::NOT_FOUND),
        ] {
            assert_eq!(ask_again(&world, organisation, role, letter, csrf).await.0, status, "{organisation} {role:?}");
        }
        let other = edited(&event(), |event| {
            event.id = proto::EventId(Uuid::from_u128(2));
            event.slug = "andre-lokale".to_owned();
        });
        world.publish(&other).await;
        let elsewhere = proto::registration::Registration { event_id: other.id, ..person(2) };
        world.sink.behave(Mode::RefuseReceiver);
        world.admit(&elsewhere).await;
        world.settle().await;
        world.sink.behave(Mode::Fine);
        let theirs =
            world.letters().await.into_iter().find(|l| l.event == Some(other.id.0) && l.state == State::Failed);
        let (status, _) = ask_again(&world, "distriktssenteret", Role::Editor, theirs.unwrap().id, None).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "a letter about another event");
        world.erase(&person(1)).await;
        let (_, to) = ask_again(&world, "distriktssenteret", Role::Editor, letter, None).await;
        assert!(to.ends_with("?igjen=nei"), "{to}");
        assert!(!page(&world, Role::Editor, "").await.contains("Send på nytt"));
        assert_eq!(world.taken().await.len(), 0);
    }
}
