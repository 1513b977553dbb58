//! How letters are taken over LMTP, and that an answer of 250 is a promise.

use bus::Carrier;
use chrono::TimeDelta;
use host::testing::{KINDS, Kind};

use super::post::{MAILBOX, Post};
use super::world::*;
use crate::receiving::reading::LARGEST;
use crate::receiving::{self, taking_in};
use crate::store::received;
use crate::{IncomingLetter, NotTaken};

const LETTER: &str = "From: Ola <ola@x.example>\r\nSubject: Hei\r\n\r\n.Hei\r\n..\r\n";

#[tokio::test]
async fn what_is_answered_for_is_on_the_disk_and_whole() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        // Nothing reads it: what was promised is there all the same.
        let mut talk = post.connect().await;
        let answers = talk.hand_over("ola@x.example", &[MAILBOX, MAILBOX], LETTER).await;
        assert_eq!(answers, ["250 2.0.0 kept", "250 2.0.0 kept"], "one for each receiver");
        let kept = post.received().await;
        assert_eq!(kept.len(), 1);
        if let Some(raw) = &kept[0].raw {
            assert_eq!(String::from_utf8_lossy(raw), LETTER);
        }
        // The same conversation goes on.
        let again = talk.hand_over("", &[MAILBOX], "Subject: Two\r\n\r\nTwo\r\n").await;
        assert_eq!(again, ["250 2.0.0 kept"]);
        post.dealt().await;
    }
}

#[tokio::test]
async fn only_letters_to_us_are_taken() {
    for kind in KINDS {
        let post = Post::with(kind, |settings| settings.mailboxes = vec!["Kurs@Etat.example".to_owned()]).await;
        let mut talk = post.connect().await;
        assert!(talk.say("RCPT TO:<x@y.example>").await.starts_with("503"));
        assert!(talk.say("MAIL FROM:<>").await.starts_with("250"));
        for (to, code) in [
            ("nobody@distriktssenteret.example", "550"),
            ("ARRANGEMENT@Distriktssenteret.example", "250"),
            ("kurs@etat.example", "250"),
            ("retur-00@etat.example", "550"),
        ] {
            let answer = talk.say(&format!("RCPT TO:<{to}>")).await;
            assert!(answer.starts_with(code), "{to}: {answer}");
        }
        assert!(talk.say("RSET").await.starts_with("250"));
        assert!(talk.say("DATA").await.starts_with("503"));
        assert!(talk.say("QUIT").await.starts_with("221"));
        assert!(post.received().await.is_empty());
    }
}

#[tokio::test]
async fn mistakes_are_answered_and_do_not_last_for_ever() {
    let post = Post::new(Kind::Sqlite).await;
    let mut talk = post.connect().await;
    for (line, code) in [
        ("EHLO x", "500"),
        ("HELLO", "500"),
        ("MAIL FROM: nobody", "501"),
        ("MAIL FROM:<a@x.example> SIZE=99999999", "552"),
        ("VRFY x", "252"),
        ("NOOP", "250"),
        ("STARTTLS", "502"),
        ("AUTH PLAIN", "50"),
        ("BDAT 3 LAST", "502"),
    ] {
        let answer = talk.say(line).await;
        assert!(answer.starts_with(code), "{line}: {answer}");
    }
    let mut last = String::new();
    for _ in 0..20 {
        last = talk.say("WHAT").await;
        if last.starts_with("421") {
            break;
        }
    }
    assert!(last.starts_with("421"), "{last}");
}

#[tokio::test]
async fn a_letter_that_is_too_large_is_refused_and_the_next_one_taken() {
    let post = Post::new(Kind::Sqlite).await;
    let mut talk = post.connect().await;
    let large = format!("Subject: Large\r\n\r\n{}", "x".repeat(70).to_owned() + "\r\n").repeat(LARGEST / 60);
    let answers = talk.hand_over("a@x.example", &[MAILBOX], &large).await;
    assert_eq!(answers, ["552 5.3.4 larger than we take"]);
    assert_eq!(talk.hand_over("a@x.example", &[MAILBOX], LETTER).await, ["250 2.0.0 kept"]);
    assert_eq!(post.received().await.len(), 1);
}

#[tokio::test]
async fn commands_may_come_all_at_once_and_in_pieces() {
    let post = Post::new(Kind::Sqlite).await;
    let mut talk = post.connect().await;
    let all = format!("MAIL FROM:<>\r\nRCPT TO:<{MAILBOX}>\r\nDATA\r\n");
    for piece in all.as_bytes().chunks(7) {
        talk.write_raw(std::str::from_utf8(piece).unwrap()).await;
    }
    for code in ["250", "250", "354"] {
        assert!(talk.answer().await.starts_with(code));
    }
    talk.write_raw("Subject: Hei\r\n\r\nHei\r\n.\r").await;
    talk.write_raw("\nQUIT\r\n").await;
    assert_eq!(talk.answer().await, "250 2.0.0 kept");
    assert!(talk.answer().await.starts_with("221"));
}

#[tokio::test]
async fn a_letter_that_breaks_off_is_not_taken() {
    let post = Post::new(Kind::Sqlite).await;
    let mut talk = post.connect().await;
    for line in ["MAIL FROM:<>", &format!("RCPT TO:<{MAILBOX}>"), "DATA"] {
        talk.say(line).await;
    }
    talk.write_raw("Subject: Hei\r\n\r\nHalf of").await;
    drop(talk);
    let whole = post.hand_over("", &[MAILBOX], LETTER).await;
    assert_eq!(whole, ["250 2.0.0 kept"]);
    assert_eq!(post.received().await.len(), 1);
}

#[tokio::test]
async fn a_pipe_hands_letters_over_too() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        let host = &post.world.host;
        post.world.publish(&event()).await;
        let letter = |recipients: &[&str], raw: &str| IncomingLetter {
            sender: "ola@x.example".to_owned(),
            recipients: recipients.iter().map(|address| (*address).to_owned()).collect(),
            raw: raw.as_bytes().to_vec(),
        };
        let stranger = crate::take_in(host, &letter(&["x@y.example"], LETTER)).await;
        assert!(matches!(stranger, Err(NotTaken::NotOurs)));
        let large = "x".repeat(LARGEST + 1);
        assert!(matches!(crate::take_in(host, &letter(&[], &large)).await, Err(NotTaken::TooLarge)));
        crate::take_in(host, &letter(&[MAILBOX], LETTER)).await.unwrap();
        // Without an envelope the fields tell to whom.
        let named = format!("To: Distriktssenteret <{MAILBOX}>\r\n{LETTER}");
        crate::take_in(host, &letter(&[], &named)).await.unwrap();
        post.dealt().await;
        let outcomes: Vec<_> = post.received().await.into_iter().filter_map(|row| row.outcome).collect();
        assert_eq!(outcomes, ["passed_on", "passed_on"]);
    }
}

#[tokio::test]
async fn a_pipe_that_names_no_sender_leaves_it_to_the_letter() {
    let post = Post::new(Kind::Sqlite).await;
    let host = &post.world.host;
    post.world.publish(&event()).await;
    let recipients = vec![MAILBOX.to_owned()];
    for (path, outcome) in [("<ola@x.example>", "passed_on"), ("<>", "machine")] {
        let raw = format!("Return-Path: {path}\r\n{LETTER}").into_bytes();
        let letter = IncomingLetter { sender: String::new(), recipients: recipients.clone(), raw };
        crate::take_in(host, &letter).await.unwrap();
        post.dealt().await;
        assert_eq!(post.received().await.pop().unwrap().outcome.as_deref(), Some(outcome), "{path}");
    }
}

#[tokio::test]
async fn a_letter_that_ends_the_program_is_tried_later_and_not_for_ever() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let (db, clock) = (&world.host.db, &world.host.clock);
        let letter = IncomingLetter {
            sender: String::new(),
            recipients: vec![MAILBOX.to_owned()],
            raw: LETTER.as_bytes().to_vec(),
        };
        receiving::keep(db, clock, &letter, receiving::Way::Lmtp).await.unwrap();
        let id = received::due(&db.write, clock.now(), 1).await.unwrap()[0];
        let (bus, _) = crate::listed(&world.mail, &Carrier::in_process()).start();
        for _ in 0..3 {
            // Taken up, and nothing more is heard of it.
            assert!(taking_in::take_up(&bus, id, clock.now()).await.unwrap());
            assert!(received::due(&db.write, clock.now(), 1).await.unwrap().is_empty(), "others come first");
            assert!(!taking_in::take_up(&bus, id, clock.now()).await.unwrap());
            clock.advance(TimeDelta::hours(1));
        }
        assert!(!taking_in::take_up(&bus, id, clock.now()).await.unwrap());
        assert_eq!(crate::incoming(db, clock.now()).await.unwrap(), (0, 1), "doctor tells of it");
    }
}
