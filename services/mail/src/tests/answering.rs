//! Every row of what an answer from a calendar means, and what must hold for all of them.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use calendar::{Method, Reply, ReplyAnswer};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use proto::registration::State;

use super::world::*;
use crate::receiving::answering::{Case, News, Order, Sender, Verdict, Why, decide, sender};
use crate::receiving::reading::{self, Content, Ours};
use crate::store::reply::{self, Answer};

fn now() -> DateTime<Utc> {
    host::testing::beginning()
}

fn reply(answer: ReplyAnswer) -> Reply {
    Reply {
        method: Method::Reply,
        uid: "uid".to_owned(),
        sequence: Some(0),
        stamp: Some(now() - TimeDelta::minutes(1)),
        attendee: "ase1@kommune.example".to_owned(),
        answer,
        comment: None,
    }
}

fn before(answer: Answer, sequence: i64, minutes_ago: i64) -> reply::Model {
    reply::Model {
        registration: person(1).id.0,
        revision: 1,
        answer,
        proven: true,
        sequence: Some(sequence),
        stamp: Some(now() - TimeDelta::minutes(minutes_ago)),
        at: now(),
    }
}

fn noted(answer: Answer, proven: bool, letter: Option<News>) -> Verdict {
    let stamp = Some(now() - TimeDelta::minutes(1));
    Verdict::Noted { answer, proven, order: Order { sequence: Some(0), stamp }, letter }
}

#[test]
fn who_sent_it_is_known_only_when_our_server_vouches_for_the_domain() {
    let registered = "ase1@kommune.example";
    let kommune = Some("kommune.example");
    for (from, vouched, expected) in [
        (Some("ase1@kommune.example"), kommune, Sender::Person),
        (Some("ASE1@Kommune.Example"), kommune, Sender::Person),
        (Some("ase.oy@kommune.example"), kommune, Sender::Colleague),
        (Some("ase1@kommune.example"), None, Sender::Anybody),
        (Some("ase1@kommune.example"), Some("evil.example"), Sender::Anybody),
        (Some("ase1@evil.example"), Some("evil.example"), Sender::Anybody),
        (Some("ase1@sky.kommune.example"), Some("sky.kommune.example"), Sender::Anybody),
        (Some("ase1"), kommune, Sender::Anybody),
        (None, kommune, Sender::Anybody),
    ] {
        assert_eq!(sender(from, vouched, registered), expected, "{from:?} {vouched:?}");
    }
}

#[test]
fn every_answer_has_its_verdict() {
    use ReplyAnswer::{Accepted, Declined, Delegated, NeedsAction, Other, Tentative};
    use Sender::{Anybody, Colleague, Person};
    let (event, person) = (event(), person(1));
    let to_ola = || Delegated { to: Some("ola@kommune.example".to_owned()) };
    for (answer, sender, verdict) in [
        (Accepted, Person, noted(Answer::Accepted, true, None)),
        (Accepted, Colleague, noted(Answer::Accepted, true, None)),
        (Accepted, Anybody, noted(Answer::Accepted, false, None)),
        (Tentative, Person, noted(Answer::Tentative, true, None)),
        (Tentative, Anybody, noted(Answer::Tentative, false, None)),
        (Declined, Person, noted(Answer::Declined, true, None)),
        (Declined, Colleague, noted(Answer::Declined, false, Some(News::Unproven))),
        (Declined, Anybody, noted(Answer::Declined, false, Some(News::Unproven))),
        (to_ola(), Person, noted(Answer::Delegated, true, Some(News::Substitute))),
        (to_ola(), Anybody, noted(Answer::Delegated, false, Some(News::Substitute))),
        (NeedsAction, Person, Verdict::Ignored(Why::Nothing)),
        (Other, Person, Verdict::Ignored(Why::Nothing)),
    ] {
        let reply = reply(answer);
        let case = Case {
            reply: &reply,
            sender,
            registration: &person,
            event: &event,
            cancelled: false,
            moved: None,
            before: None,
            at: now(),
        };
        assert_eq!(decide(case), verdict, "{:?} {sender:?}", reply.answer);
    }
}

#[test]
fn other_methods_ask_or_propose_and_change_nothing() {
    let (event, person) = (event(), person(1));
    let withdrawn = next(&person, State::Withdrawn);
    let method = |method| Reply { method, ..reply(ReplyAnswer::Tentative) };
    let (counter, refresh) = (method(Method::Counter), method(Method::Refresh));
    let request = method(Method::Other("REQUEST".to_owned()));
    let case = |reply| Case {
        reply,
        sender: Sender::Person,
        registration: &person,
        event: &event,
        cancelled: false,
        moved: None,
        before: None,
        at: now(),
    };
    assert_eq!(decide(case(&counter)), noted(Answer::Proposed, true, None));
    assert_eq!(decide(case(&refresh)), Verdict::Written(News::Invitation));
    assert_eq!(decide(case(&request)), Verdict::Ignored(Why::Nothing));
    assert_eq!(decide(Case { registration: &withdrawn, ..case(&refresh) }), Verdict::Ignored(Why::Nothing));
    assert_eq!(decide(Case { cancelled: true, ..case(&refresh) }), Verdict::Ignored(Why::Nothing));
}

#[test]
fn what_is_over_is_noted_and_a_late_no_is_answered_by_letter() {
    let (event, person) = (event(), person(1));
    let no = Reply { stamp: None, ..reply(ReplyAnswer::Declined) };
    let case = Case {
        reply: &no,
        sender: Sender::Person,
        registration: &person,
        event: &event,
        cancelled: false,
        moved: None,
        before: None,
        at: now(),
    };
    let letter = |case: Case<'_>| match decide(case) {
        Verdict::Noted { answer: Answer::Declined, proven: true, letter, .. } => letter,
        other => panic!("{other:?}"),
    };
    let last = event.sign_up.withdraw_until;
    assert_eq!(letter(Case { at: last - TimeDelta::seconds(1), ..case }), None);
    assert_eq!(letter(Case { at: last, ..case }), Some(News::TooLate));
    assert_eq!(letter(Case { at: event.ends_at, ..case }), None);
    assert_eq!(letter(Case { cancelled: true, ..case }), None);
    // Whoever only waits may leave until the end.
    let waiting = next(&person, State::Waiting);
    assert_eq!(letter(Case { at: last, registration: &waiting, ..case }), None);
}

#[test]
fn a_yes_from_somebody_who_is_signed_off_signs_nobody_on() {
    let (event, person) = (event(), next(&person(1), State::Withdrawn));
    for (answer, cancelled, verdict) in [
        (ReplyAnswer::Accepted, false, Verdict::Written(News::SignedOff)),
        (ReplyAnswer::Accepted, true, Verdict::Ignored(Why::AlreadySo)),
        (ReplyAnswer::Declined, false, Verdict::Ignored(Why::AlreadySo)),
        (ReplyAnswer::Tentative, false, Verdict::Ignored(Why::AlreadySo)),
    ] {
        let reply = reply(answer);
        let case = Case {
            reply: &reply,
            sender: Sender::Person,
            registration: &person,
            event: &event,
            cancelled,
            moved: None,
            before: None,
            at: now(),
        };
        assert_eq!(decide(case), verdict, "{:?}", reply.answer);
    }
}

#[test]
fn answers_are_put_in_order_and_repetitions_change_nothing() {
    let (event, person) = (event(), person(1));
    let (yes, no) = (reply(ReplyAnswer::Accepted), reply(ReplyAnswer::Declined));
    let is_late = |reply: &Reply, known: &reply::Model| {
        let case = Case {
            reply,
            sender: Sender::Person,
            registration: &person,
            event: &event,
            cancelled: false,
            moved: None,
            before: Some(known),
            at: now(),
        };
        decide(case) == Verdict::Ignored(Why::Late)
    };
    assert!(is_late(&no, &before(Answer::Declined, 0, 1)), "the same once more");
    assert!(is_late(&no, &before(Answer::Accepted, 0, 0)), "a newer one is here");
    assert!(!is_late(&no, &before(Answer::Accepted, 0, 2)), "it is newer");
    assert!(!is_late(&no, &before(Answer::Accepted, 7, 2)), "newer, with a number that was not kept right");
    let numbered = Reply { sequence: Some(1), ..no.clone() };
    assert!(!is_late(&numbered, &before(Answer::Accepted, 0, 0)), "the answer to a newer invitation");
    let plain = Reply { stamp: None, ..yes };
    assert!(is_late(&plain, &before(Answer::Accepted, 0, 5)), "the same, as far as one can tell");
    assert!(!is_late(&plain, &before(Answer::Declined, 0, 5)), "another answer");
    // A stamp in the future must not hide what comes after it.
    let future = Reply { stamp: Some(now() + TimeDelta::days(300)), ..no };
    let case = Case {
        reply: &future,
        sender: Sender::Anybody,
        registration: &person,
        event: &event,
        cancelled: false,
        moved: None,
        before: None,
        at: now(),
    };
    let Verdict::Noted { order, .. } = decide(case) else { panic!("not noted") };
    assert_eq!(order.stamp, Some(now()));
}

#[test]
fn what_anybody_can_have_sent_does_not_take_the_place_of_what_is_proven() {
    let (event, person) = (event(), person(1));
    for (answer, sender, verdict) in [
        (ReplyAnswer::Accepted, Sender::Anybody, Verdict::Ignored(Why::Unproven)),
        (ReplyAnswer::Tentative, Sender::Anybody, Verdict::Ignored(Why::Unproven)),
        (ReplyAnswer::Declined, Sender::Anybody, Verdict::Written(News::Unproven)),
        (ReplyAnswer::Declined, Sender::Colleague, Verdict::Written(News::Unproven)),
        (ReplyAnswer::Accepted, Sender::Person, noted(Answer::Accepted, true, None)),
    ] {
        let (reply, known) = (reply(answer), before(Answer::Declined, 0, 5));
        let mut case = Case {
            reply: &reply,
            sender,
            registration: &person,
            event: &event,
            cancelled: false,
            moved: None,
            before: Some(&known),
            at: now(),
        };
        assert_eq!(decide(case), verdict, "{:?} {sender:?}", reply.answer);
        let unproven = reply::Model { proven: false, ..known.clone() };
        case.before = Some(&unproven);
        assert!(matches!(decide(case), Verdict::Noted { .. }), "{:?} {sender:?}", reply.answer);
    }
}

#[test]
fn a_yes_to_the_time_before_is_outdated_and_a_no_is_not() {
    let (event, person) = (event(), person(1));
    for (answer, moved, outdated) in [
        (ReplyAnswer::Accepted, Some(1), true),
        (ReplyAnswer::Tentative, Some(1), true),
        (ReplyAnswer::Declined, Some(1), false),
        (ReplyAnswer::Accepted, Some(0), false),
        (ReplyAnswer::Accepted, None, false),
    ] {
        let reply = reply(answer);
        let case = Case {
            reply: &reply,
            sender: Sender::Person,
            registration: &person,
            event: &event,
            cancelled: false,
            moved,
            before: None,
            at: now(),
        };
        assert_eq!(decide(case) == Verdict::Ignored(Why::Outdated), outdated, "{:?} {moved:?}", reply.answer);
    }
}

fn any_answer() -> impl Strategy<Value = ReplyAnswer> {
    prop_oneof![
        Just(ReplyAnswer::Accepted),
        Just(ReplyAnswer::Tentative),
        Just(ReplyAnswer::Declined),
        Just(ReplyAnswer::Delegated { to: None }),
        Just(ReplyAnswer::NeedsAction),
        Just(ReplyAnswer::Other),
    ]
}

proptest! {
    /// Whatever comes in whatever state: nobody loses a place by an answer that is not known to be theirs, and whoever
    /// is written to is written to once.
    #[test]
    fn only_the_person_can_sign_the_person_off(
        answer in any_answer(),
        sent_by in prop_oneof![Just(Sender::Person), Just(Sender::Colleague), Just(Sender::Anybody)],
        state in prop_oneof![Just(State::Admitted), Just(State::Waiting), Just(State::Offered), Just(State::Withdrawn)],
        cancelled: bool,
        days in -1_i64..20,
        sequence in prop::option::of(0_u32..4),
        moved in prop::option::of(0_u32..4),
        minutes in prop::option::of(-10_i64..10),
        known in prop::option::of((0_i64..4, -10_i64..10)),
    ) {
        let (event, person) = (event(), next(&person(1), state));
        let at = now() + TimeDelta::days(days);
        let stamp = minutes.map(|minutes| at + TimeDelta::minutes(minutes));
        let reply = Reply { sequence, stamp, ..reply(answer) };
        let known = known.map(|(sequence, ago)| before(Answer::Accepted, sequence, ago));
        let case = Case {
            reply: &reply, sender: sent_by, registration: &person, event: &event, cancelled, moved,
            before: known.as_ref(), at,
        };
        let verdict = decide(case);
        prop_assert_eq!(&verdict, &decide(case));
        if let Verdict::Noted { answer, proven, order, letter } = verdict {
            prop_assert!(!proven || sent_by != Sender::Anybody);
            prop_assert!(!(answer == Answer::Declined && proven) || sent_by == Sender::Person);
            prop_assert!(state != State::Withdrawn);
            prop_assert!(order.stamp.is_none_or(|stamp| stamp <= at));
            if cancelled || at >= event.ends_at {
                prop_assert_eq!(letter, None);
            }
            // What was taken in once is not taken in again.
            let taken = reply::Model {
                registration: person.id.0, revision: 1, answer, proven,
                sequence: order.sequence.map(i64::from), stamp: order.stamp, at,
            };
            prop_assert_eq!(decide(Case { before: Some(&taken), ..case }), Verdict::Ignored(Why::Late));
        }
    }

    /// A letter that was broken on the way, or made to break something, is read or not, and does no harm.
    #[test]
    fn broken_letters_do_no_harm(
        name in prop_oneof![Just("google"), Just("exchange"), Just("apple"), Just("nextcloud"), Just("bounce_postfix"), Just("away")],
        cuts in prop::collection::vec((0.0_f64..1.0, 0.0_f64..1.0), 0..4),
        flips in prop::collection::vec((0.0_f64..1.0, any::<u8>()), 0..30),
    ) {
        let mut raw = super::post::encoded(&super::post::sample(name)).into_bytes();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a short text")]
        let place = |share: f64, length: usize| (share * length as f64) as usize;
        for (share, byte) in flips {
            let at = place(share, raw.len());
            raw[at] = byte;
        }
        for (from, to) in cuts {
            let (from, to) = (place(from.min(to), raw.len()), place(from.max(to), raw.len()));
            let piece = raw[from..to].to_vec();
            raw.splice(from..from, piece);
            raw.truncate(reading::LARGEST);
        }
        let ours = Ours { authserv_id: Some("mx.etat.example"), host: "127.0.0.1" };
        let read = reading::read(&raw, "", ours);
        prop_assert!(read.text.chars().count() <= 8_001 && !read.subject.contains('\n'));
    }
}

#[test]
fn what_is_too_complicated_is_not_read() {
    let ours = Ours { authserv_id: None, host: "127.0.0.1" };
    let nested = |deep: usize| {
        let mut letter = String::from("From: <a@x.no>\r\nMIME-Version: 1.0\r\n");
        for level in 0..deep {
            letter += &format!("Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n");
        }
        letter + "Content-Type: text/plain\r\n\r\nHei\r\n"
    };
    assert_eq!(reading::read(nested(4).as_bytes(), "a@x.no", ours).content, Content::Text);
    assert_eq!(reading::read(nested(6).as_bytes(), "a@x.no", ours).content, Content::Unreadable);
    assert_eq!(reading::read(nested(5_000).as_bytes(), "a@x.no", ours).content, Content::Unreadable);
    // Letters in each other are taken apart and taken down by recursion, which ends with the stack.
    let carried = "Content-Type: message/rfc822\r\n\r\n";
    let letter = |deep: usize| carried.repeat(deep) + "Subject: Hei\r\n\r\nHei\r\n";
    assert_eq!(reading::read(letter(1).as_bytes(), "a@x.no", ours).content, Content::Text);
    assert_eq!(reading::read(letter(8_000).as_bytes(), "a@x.no", ours).content, Content::Unreadable);
    let encoded = "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n".to_owned()
        + &BASE64_STANDARD.encode(letter(5_000));
    assert_eq!(reading::read(encoded.as_bytes(), "a@x.no", ours).content, Content::Unreadable);
    let wide = "From: <a@x.no>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".to_owned()
        + &"--b\r\nContent-Type: text/plain\r\n\r\nHei\r\n".repeat(30)
        + "--b--\r\n";
    assert_eq!(reading::read(wide.as_bytes(), "a@x.no", ours).content, Content::Unreadable);
    let large = "a".repeat(reading::LARGEST + 1);
    assert_eq!(reading::read(large.as_bytes(), "a@x.no", ours).content, Content::Unreadable);
    assert_eq!(reading::read(b"", "", ours).content, Content::Unreadable);
}

#[test]
fn a_letter_with_two_senders_is_from_nobody() {
    let ours = Ours { authserv_id: None, host: "127.0.0.1" };
    for head in ["From: <a@x.no>, <b@x.no>", "From: <a@x.no>\r\nFrom: <b@x.no>", "From: a", "Subject: Hei"] {
        let letter = format!("{head}\r\n\r\nHei\r\n");
        assert_eq!(reading::read(letter.as_bytes(), "a@x.no", ours).from, None, "{head}");
    }
}
