//! Letters to people whom organisers invite by name.

use bus::testing::said_of;
use chrono::TimeDelta;
use host::Purpose as Link;
use host::testing::KINDS;
use proto::invitation::{Ending, InvitationEnded, InvitationIssued, InvitationMailed};
use proto::{InvitationId, Language};
use uuid::Uuid;

use super::post::{MAILBOX, Post, encoded, sample};
use super::sink::Mode;
use super::world::*;
use crate::purpose::{Purpose, Skip, State as Fate};

fn id(number: u128) -> InvitationId {
    InvitationId(Uuid::from_u128(800 + number))
}

fn issued(number: u128, revision: u32) -> InvitationIssued {
    InvitationIssued {
        invitation_id: id(number),
        event_id: event().id,
        revision,
        generation: 3,
        name: "Liv <b>Døme</b>".to_owned(),
        email: format!("ase{number}@kommune.example"),
        language: Language::Nn,
        reminder: revision > 1,
    }
}

fn ended(number: u128, revision: u32, why: Ending) -> InvitationEnded {
    InvitationEnded { invitation_id: id(number), event_id: event().id, revision, why }
}

/// What was said about letters with invitations: whether they arrived.
async fn arrived(world: &World) -> Vec<(InvitationId, bool)> {
    let all = said_of::<InvitationMailed>(&world.host.db).await;
    all.into_iter().map(|mailed| (mailed.invitation_id, mailed.trouble.is_none())).collect()
}

/// What became of each letter, and why some were not sent.
async fn fates(world: &World) -> Vec<(Fate, Option<Skip>)> {
    let letters = world.letters().await.into_iter().filter(|letter| letter.purpose == Purpose::Invitation);
    letters.map(|letter| (letter.state, letter.skip)).collect()
}

#[tokio::test]
async fn an_invitation_is_sent_once_with_a_link_of_its_own_and_reminded_of_once() {
    for kind in KINDS {
        let mut world = World::new(kind).await;
        world.publish(&event()).await;
        world.hear(issued(1, 1)).await;
        world.hear(issued(1, 1)).await;
        assert_eq!(world.taken().await.len(), 1, "{kind:?}");
        // Whoever sends is killed, and begins again.
        world.kill();
        world.start();
        world.hear(issued(1, 2)).await;
        world.hear(issued(1, 1)).await;
        let taken = world.taken().await;
        assert_eq!(world.subjects().await, ["Invitasjon: Tomme lokale", "Påminning om invitasjon: Tomme lokale"]);
        let token = world.host.keys.token(Link::Invitation, id(1).0, 3);
        for letter in &taken {
            assert_eq!(letter.to, "ase1@kommune.example");
            assert!(ics(letter).is_none(), "nobody is in a calendar who has not signed up");
            let letter = mail(&letter.data);
            let (text, html) = (letter.body_text(0).unwrap(), letter.body_html(0).unwrap());
            assert!(text.contains(&format!("/pamelding/tomme-lokale/invitert/{token}/nei")), "{text}");
            assert!(!html.contains("<b>Døme"), "{html}");
        }
        assert_eq!(arrived(&world).await, [(id(1), true), (id(1), true)]);
    }
}

#[tokio::test]
async fn what_was_taken_back_or_answered_before_it_was_sent_is_not_sent() {
    for kind in KINDS {
        let mut world = World::new(kind).await;
        // Nobody sends until all of it was heard, and before the event is known nothing can be written.
        world.kill();
        for number in 1..=4 {
            world.hear(issued(number, 1)).await;
        }
        world.hear(ended(1, 2, Ending::TakenBack)).await;
        world.hear(ended(2, 2, Ending::Answered)).await;
        // The end is heard first when messages overtake one another.
        world.hear(ended(5, 2, Ending::TakenBack)).await;
        world.hear(issued(5, 1)).await;
        world.hear(ended(3, 2, Ending::Erased)).await;
        world.publish(&event()).await;
        world.start();
        let taken = world.taken().await;
        assert_eq!(taken.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), ["ase4@kommune.example"]);
        let mut why: Vec<Skip> = fates(&world).await.into_iter().filter_map(|(_, why)| why).collect();
        why.sort();
        assert_eq!(why, [Skip::Answered, Skip::Erased, Skip::NotChosen], "{kind:?}");
        let gone = world.letters().await.into_iter().filter(|letter| letter.skip.is_some());
        assert!(gone.into_iter().all(|letter| letter.facts.is_none()), "names and addresses have no more use");
        // Invited anew, with another link.
        world.hear(InvitationIssued { generation: 4, ..issued(1, 3) }).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 2, "{kind:?}");
        let token = world.host.keys.token(Link::Invitation, id(1).0, 4);
        assert!(mail(&taken[1].data).body_text(0).unwrap().contains(&token));
    }
}

#[tokio::test]
async fn whoever_answers_before_the_reminder_is_sent_gets_none() {
    for kind in KINDS {
        let mut world = World::new(kind).await;
        world.publish(&event()).await;
        for number in 1..=3 {
            world.hear(issued(number, 1)).await;
        }
        assert_eq!(world.taken().await.len(), 3);
        world.kill();
        for number in 1..=3 {
            world.hear(issued(number, 2)).await;
        }
        world.hear(ended(2, 3, Ending::Answered)).await;
        world.start();
        let to: Vec<String> = world.taken().await.into_iter().skip(3).map(|letter| letter.to).collect();
        assert_eq!(to.len(), 2, "{kind:?}: {to:?}");
        assert!(!to.contains(&"ase2@kommune.example".to_owned()));
        // A reminder that is late by a day in which sign-up closed says nothing that is of use.
        world.kill();
        world.hear(issued(1, 3)).await;
        world.host.clock.set(event().sign_up.closes_at);
        world.start();
        assert_eq!(world.taken().await.len(), 5);
        assert!(fates(&world).await.contains(&(Fate::Withdrawn, Some(Skip::Expired))));
    }
}

#[tokio::test]
async fn organisers_are_told_when_no_letter_reaches_somebody_who_is_invited() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        let world = &post.world;
        world.publish(&event()).await;
        world.sink.behave(Mode::RefuseReceiver);
        world.hear(issued(2, 1)).await;
        world.settle().await;
        assert_eq!(arrived(world).await, [(id(2), false)], "{kind:?}: it was refused at once");
        world.sink.behave(Mode::Fine);
        world.hear(issued(1, 1)).await;
        assert_eq!(world.taken().await.len(), 1);
        // It comes back a minute later.
        world.advance(TimeDelta::minutes(1)).await;
        let letters = world.letters().await;
        let sent = letters.iter().find(|letter| letter.state == Fate::Sent).unwrap();
        let report = sample("bounce_postfix")
            .replace("{to}", MAILBOX)
            .replace("{message_id}", sent.message_id.as_deref().unwrap())
            .replace("{action}", "failed")
            .replace("{status}", "5.1.1");
        assert_eq!(post.deliver("", MAILBOX, &encoded(&report)).await, "bounced");
        assert_eq!(arrived(world).await, [(id(2), false), (id(1), true), (id(1), false)], "{kind:?}");
        let told = said_of::<InvitationMailed>(&world.host.db).await.pop().unwrap();
        let trouble = told.trouble.unwrap();
        assert!(trouble.contains("5.1.1") && !trouble.contains('@'), "{trouble}");
    }
}
