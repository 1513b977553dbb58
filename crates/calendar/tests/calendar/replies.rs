//! Answers in the forms that calendars give them, and what must not be taken for one.

use std::time::{Duration, Instant};

use calendar::{Method, Reply, ReplyAnswer, Unclear, read_reply};

use crate::samples::{entry, moment};

fn sample(name: &str) -> Vec<u8> {
    let text = match name {
        "apple" => include_str!("replies/apple.ics"),
        "delegated" => include_str!("replies/delegated.ics"),
        "exchange" => include_str!("replies/exchange.ics"),
        "exchange_counter" => include_str!("replies/exchange_counter.ics"),
        "google" => include_str!("replies/google.ics"),
        "nextcloud" => include_str!("replies/nextcloud.ics"),
        "thunderbird" => include_str!("replies/thunderbird.ics"),
        other => panic!("no sample {other}"),
    };
    text.replace('\n', "\r\n").into_bytes()
}

fn reply(stamp: &str, sequence: u32, answer: ReplyAnswer, comment: Option<&str>) -> Reply {
    Reply {
        method: Method::Reply,
        uid: entry().uid,
        sequence: Some(sequence),
        stamp: Some(moment(stamp)),
        attendee: "kari.nordmann@kommune.no".into(),
        answer,
        comment: comment.map(str::to_owned),
    }
}

fn check(name: &str, expected: Reply) {
    let sample = sample(name);
    assert_eq!(read_reply(&sample), Ok(expected.clone()), "{name}");
    let mut marked = b"\xef\xbb\xbf".to_vec();
    marked.extend(sample.iter().filter(|byte| **byte != b'\r'));
    assert_eq!(read_reply(&marked), Ok(expected), "{name} with a byte order mark and bare line feeds");
}

#[test]
fn google_puts_the_comment_beside_the_name() {
    let comment = "Er syk, dessverre: \"influensa\"";
    check("google", reply("2027-01-12T14:15:03Z", 2, ReplyAnswer::Declined, Some(comment)));
}

#[test]
fn exchange_names_no_organiser_and_adds_its_footer() {
    let comment = "Passer ikke, er på ferie.\n\nMed vennlig hilsen\nKari Nordmann\nrådgiver\nKommunen\\Stab\n\n\
                   Denne e-posten er bare til den den er til; er du en annen, så slett den.";
    let expected = reply("2027-01-12T14:15:20Z", 1, ReplyAnswer::Declined, Some(comment));
    check("exchange", Reply { attendee: "Kari.Nordmann@kommune.no".into(), ..expected });
}

#[test]
fn exchange_proposes_another_time() {
    let comment = "Kan vi ta det en time senere?";
    let expected = reply("2027-01-12T14:17:00Z", 0, ReplyAnswer::Tentative, Some(comment));
    check("exchange_counter", Reply { method: Method::Counter, ..expected });
}

#[test]
fn apple_puts_the_address_beside_one_of_its_own() {
    check("apple", reply("2027-01-12T14:15:30Z", 0, ReplyAnswer::Accepted, None));
}

#[test]
fn thunderbird_says_maybe() {
    check("thunderbird", reply("2027-01-12T14:15:40Z", 0, ReplyAnswer::Tentative, None));
}

#[test]
fn nextcloud_writes_plus_with_a_percent_sign() {
    let expected = reply("2027-01-12T14:15:50Z", 4, ReplyAnswer::Accepted, None);
    check("nextcloud", Reply { attendee: "kari.nordmann+kurs@kommune.no".into(), ..expected });
}

#[test]
fn somebody_else_is_to_come() {
    let to = Some("ola@kommune.no".into());
    check("delegated", reply("2027-01-12T14:16:00Z", 0, ReplyAnswer::Delegated { to }, None));
}

/// A calendar with this in its event.
fn with(method: &str, event: &str) -> String {
    format!("BEGIN:VCALENDAR\r\n{method}\r\nBEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
}

fn read(event: &str) -> Result<Reply, Unclear> {
    read_reply(with("METHOD:REPLY", event).as_bytes())
}

#[test]
fn little_is_demanded() {
    let least = read("UID:1\r\nATTENDEE:mailto:a@x.no").expect("enough");
    assert_eq!((least.sequence, least.stamp, least.comment), (None, None, None));
    assert_eq!(least.answer, ReplyAnswer::NeedsAction);
}

#[test]
fn other_methods_are_told_apart() {
    for (method, expected) in [
        ("METHOD:REPLY", Method::Reply),
        ("method:reply ", Method::Reply),
        ("METHOD:REFRESH", Method::Refresh),
        ("METHOD:COUNTER", Method::Counter),
        ("METHOD:Publish", Method::Other("PUBLISH".into())),
    ] {
        let read = read_reply(with(method, "UID:1\r\nATTENDEE:mailto:a@x.no").as_bytes());
        assert_eq!(read.map(|reply| reply.method), Ok(expected), "{method}");
    }
    let inside = read_reply(with("X:y", "METHOD:REPLY\r\nUID:1\r\nATTENDEE:mailto:a@x.no").as_bytes());
    assert_eq!(inside.map(|reply| reply.method), Ok(Method::Reply), "in the event");
}

#[test]
fn capitals_do_not_matter() {
    let text = "begin:vcalendar\nmethod:Reply\nbegin:vevent\nuid:Ab\nattendee;partstat=declined:MAILTO:a@x.no\n\
                end:vevent\nend:vcalendar";
    let reply = read_reply(text.as_bytes()).expect("readable");
    assert_eq!((reply.uid.as_str(), reply.attendee.as_str()), ("Ab", "a@x.no"));
    assert_eq!(reply.answer, ReplyAnswer::Declined);
}

#[test]
fn numbers_and_stamps_that_are_none_are_left_out() {
    for (line, what) in [("SEQUENCE:-1", "negative"), ("SEQUENCE:99999999999", "too large"), ("SEQUENCE:x", "a word")] {
        let reply = read(&format!("UID:1\r\n{line}\r\nATTENDEE:mailto:a@x.no")).expect("readable");
        assert_eq!(reply.sequence, None, "{what}");
    }
    for stamp in ["20270112T141600", "2027", "20271332T996199Z"] {
        let reply = read(&format!("UID:1\r\nDTSTAMP:{stamp}\r\nATTENDEE:mailto:a@x.no")).expect("readable");
        assert_eq!(reply.stamp, None, "{stamp}");
    }
}

#[test]
fn unknown_answers_and_components_do_no_harm() {
    let event = "UID:1\r\nATTENDEE;PARTSTAT=X-KANSKJE:mailto:a@x.no\r\nBEGIN:PARTICIPANT\r\nUID:2\r\n\
                 ATTENDEE:mailto:b@x.no\r\nEND:PARTICIPANT\r\nBEGIN:X-NOE\r\nEND:X-NOE\r\nno line at all";
    let reply = read(event).expect("readable");
    assert_eq!((reply.uid.as_str(), reply.answer), ("1", ReplyAnswer::Other));
}

#[test]
fn wrong_octets_spoil_only_their_own_value() {
    let mut bytes = sample("exchange");
    for byte in &mut bytes {
        // As if written in Latin-1.
        if *byte == 0xc3 {
            *byte = 0xe5;
        }
    }
    let reply = read_reply(&bytes).expect("readable");
    assert_eq!(reply.uid, entry().uid);
    assert!(reply.comment.expect("a comment").contains('\u{fffd}'));
}

#[test]
fn comments_have_an_end_and_no_control_characters() {
    let long = "lang ".repeat(2_000);
    let reply = read(&format!("UID:1\r\nATTENDEE:mailto:a@x.no\r\nCOMMENT:\u{1b}[31m{long}")).expect("readable");
    let comment = reply.comment.expect("a comment");
    assert!(comment.starts_with("[31mlang"));
    assert!(comment.chars().count() <= 2_000);
}

#[test]
fn what_is_unclear_is_refused() {
    let attendee = "ATTENDEE:mailto:a@x.no";
    for (bytes, expected) in [
        (String::new(), Unclear::NotCalendar),
        ("Hei, jeg kan ikke komme.".into(), Unclear::NotCalendar),
        ("BEGIN:VCARD\r\nFN:Kari\r\nEND:VCARD\r\n".into(), Unclear::NotCalendar),
        ("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR".into(), Unclear::NoEvent),
        ("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT".into(), Unclear::Unbalanced),
        (with("METHOD:REPLY", attendee), Unclear::NoUid),
        (with("METHOD:REPLY", &format!("UID: \r\n{attendee}")), Unclear::NoUid),
        (with("METHOD:REPLY", "UID:1"), Unclear::NoAttendee),
        (with("METHOD:REPLY", &format!("UID:1\r\n{attendee}\r\n{attendee}")), Unclear::SeveralAttendees),
        (with("X:y", &format!("UID:1\r\n{attendee}")), Unclear::NoMethod),
        (
            with("METHOD:REPLY", &format!("UID:1\r\n{attendee}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\n{attendee}")),
            Unclear::SeveralEvents,
        ),
        (with("METHOD:REPLY", &format!("UID:1\r\n{attendee}")).repeat(2), Unclear::SeveralEvents),
        (with("METHOD:REPLY", &"BEGIN:VALARM\r\n".repeat(4_000)), Unclear::TooDeep),
        (with("METHOD:REPLY", &format!("UID:1\r\nX{}:y\r\n{attendee}", ";A=b".repeat(200_000))), Unclear::TooLarge),
    ] {
        assert_eq!(read_reply(bytes.as_bytes()), Err(expected), "{bytes:.80}");
    }
}

#[test]
fn the_limit_is_64_kilobytes_exactly() {
    let padded = |size: usize| {
        let short = with("METHOD:REPLY", "UID:1\r\nATTENDEE:mailto:a@x.no\r\nX:");
        short.replace("X:", &format!("X:{}", "y".repeat(size - short.len())))
    };
    assert!(read_reply(padded(65_536).as_bytes()).is_ok());
    assert_eq!(read_reply(padded(65_537).as_bytes()), Err(Unclear::TooLarge));
}

#[test]
fn the_worst_that_is_read_does_not_take_long() {
    let parameters = with("METHOD:REPLY", &format!("UID:1\r\nATTENDEE{}:mailto:a@x.no", ";A=b".repeat(16_000)));
    let started = Instant::now();
    assert!(read_reply(parameters.as_bytes()).is_ok());
    assert!(started.elapsed() < Duration::from_secs(10), "{:?}", started.elapsed());
}
