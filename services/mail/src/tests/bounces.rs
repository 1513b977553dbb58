//! Letters that come back, in the forms that mail servers give it.

use bus::testing::said_of;
use chrono::TimeDelta;
use host::Settings;
use host::testing::KINDS;
use proto::account::Role;
use proto::mail::{MailDelivered, MailUndeliverable};

use super::again::ask_again_about;
use super::post::{MAILBOX, Post};
use super::world::*;
use crate::purpose::{Purpose, Skip, State as Fate};
use crate::store::registration;

const BOUNCES: &str = "retur-{token}@svar.distriktssenteret.example";

async fn signed_up(post: &Post) {
    post.world.publish(&event()).await;
    post.world.admit(&person(1)).await;
    assert_eq!(post.world.taken().await.len(), 1, "the invitation");
}

#[tokio::test]
async fn every_way_of_saying_it_is_understood() {
    for kind in KINDS {
        for name in ["bounce_postfix", "bounce_exim", "bounce_qmail", "bounce_exchange"] {
            let post = Post::new(kind).await;
            signed_up(&post).await;
            let report = post.sample(name, 1).await.replace("{action}", "failed").replace("{status}", "5.1.1");
            assert_eq!(post.deliver("", MAILBOX, &report).await, "bounced", "{name}");
            let letter = post.world.letter(Purpose::Confirmation).await;
            assert_eq!(letter.state, Fate::Failed, "{name}");
            let trouble = letter.trouble.unwrap();
            assert!(trouble.contains("5.1.1") && !trouble.contains('@'), "{name}: {trouble}");
            let said = said_of::<MailUndeliverable>(&post.world.host.db).await;
            assert_eq!((said.len(), said[0].registration_id), (1, person(1).id), "{name}");
            // The same report on another way changes nothing more.
            let again = format!("Received: from elsewhere.example\r\n{report}");
            post.deliver("", MAILBOX, &again).await;
            assert_eq!(said_of::<MailUndeliverable>(&post.world.host.db).await.len(), 1, "{name}");
        }
    }
}

#[tokio::test]
async fn whom_a_letter_reaches_that_had_come_back_is_written_to_again() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        signed_up(&post).await;
        let is_unreachable =
            async || registration::find(&post.world.host.db.write, person(1).id).await.unwrap().unwrap().unreachable;
        let report = post.sample("bounce_postfix", 1).await.replace("{action}", "failed").replace("{status}", "5.1.1");
        post.deliver("", MAILBOX, &report).await;
        assert!(is_unreachable().await);
        let letter = post.world.letter(Purpose::Confirmation).await.id;
        let (_, to) =
            ask_again_about(&post.world, "tomme-lokale", "distriktssenteret", Role::Editor, letter, None).await;
        assert!(to.ends_with("?igjen=ja"), "{to}");
        assert_eq!(post.world.taken().await.len(), 2);
        assert_eq!(said_of::<MailDelivered>(&post.world.host.db).await.len(), 1, "{kind:?}");
        assert!(!is_unreachable().await);
    }
}

#[tokio::test]
async fn a_letter_that_is_only_late_is_left_alone() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        signed_up(&post).await;
        for (action, status) in [("delayed", "4.4.1"), ("delivered", "2.0.0"), ("relayed", "2.1.9")] {
            let report = post.sample("bounce_postfix", 1).await.replace("{action}", action).replace("{status}", status);
            assert_eq!(post.deliver("", MAILBOX, &report).await, "reported", "{action}");
        }
        assert_eq!(post.world.fates(Purpose::Confirmation).await, [Fate::Sent]);
    }
}

#[tokio::test]
async fn each_letter_has_its_own_way_back_which_cannot_be_made_up() {
    for kind in KINDS {
        let post = Post::with(kind, |settings: &mut Settings| settings.bounce_address = Some(BOUNCES.to_owned())).await;
        signed_up(&post).await;
        let taken = post.world.taken().await;
        let back = &taken[0].from;
        assert!(back.starts_with("retur-") && back.ends_with("@svar.distriktssenteret.example"), "{back}");
        assert!(taken[0].header("From").unwrap().contains(MAILBOX), "people see the sender they know");
        // Nothing in the report says which letter it is but the address.
        let report = "From: MAILER-DAEMON@mx.kommune.example\r\nSubject: failure notice\r\n\r\n550 5.1.1 unknown\r\n";
        let made_up = back.replace("retur-", "retur-0");
        assert!(post.hand_over("", &[&made_up], report).await[0].starts_with("550"));
        assert_eq!(post.deliver("", back, report).await, "bounced");
        assert_eq!(post.world.fates(Purpose::Confirmation).await, [Fate::Failed]);
    }
}

#[tokio::test]
async fn a_full_mailbox_is_borne_with_until_the_third_letter_and_then_reminders_are_spared() {
    for kind in KINDS {
        let post = Post::with(kind, |settings: &mut Settings| settings.bounce_address = Some(BOUNCES.to_owned())).await;
        signed_up(&post).await;
        let report = "From: MAILER-DAEMON@mx.kommune.example\r\nSubject: failure\r\n\r\n552 5.2.2 mailbox full\r\n";
        let mut event = event();
        for round in 1..=3 {
            let taken = post.world.taken().await;
            let last = taken.last().unwrap();
            assert_eq!(post.deliver("", &last.from, report).await, "bounced");
            let said = said_of::<MailUndeliverable>(&post.world.host.db).await.len();
            assert_eq!(said, usize::from(round == 3), "after letter {round}");
            event = moved(&event, TimeDelta::hours(1));
            post.world.publish(&event).await;
            post.world.advance(TimeDelta::minutes(11)).await;
        }
        let known = registration::find(&post.world.host.db.write, person(1).id).await.unwrap().unwrap();
        assert!(known.unreachable);
        let before = post.world.taken().await.len();
        post.world.until(event.starts_at - TimeDelta::days(7)).await;
        assert_eq!(post.world.taken().await.len(), before, "no reminder");
        let reminders = post.world.letters().await.into_iter().filter(|letter| letter.purpose == Purpose::Reminder);
        assert!(reminders.into_iter().any(|letter| letter.skip == Some(Skip::Unreachable)));
    }
}

#[tokio::test]
async fn whoever_calls_a_letter_unwanted_gets_no_more_reminders() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        signed_up(&post).await;
        let id = post.world.letter(Purpose::Confirmation).await.message_id.unwrap();
        let report = format!(
            "From: <abuse@provider.example>\r\nSubject: FW: Hei\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n\
             --b\r\nContent-Type: text/plain\r\n\r\nThis is an abuse report.\r\n\
             --b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n\r\n\
             --b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: {id}\r\nSubject: Hei\r\n\r\nHei\r\n--b--\r\n"
        );
        assert_eq!(post.deliver("abuse@provider.example", MAILBOX, &report).await, "reported");
        let known = registration::find(&post.world.host.db.write, person(1).id).await.unwrap().unwrap();
        assert!(known.reminders_stopped);
        assert_eq!(post.world.fates(Purpose::Confirmation).await, [Fate::Sent]);
    }
}
