//! Letters to those who speak at a conference.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use host::testing::KINDS;
use proto::conference::SpeakerErased;
use sea_orm::EntityTrait;

use super::post::{MAILBOX, Post, encoded, sample};
use super::programme::*;
use super::sink::Mode;
use super::world::*;
use crate::purpose::{Purpose, State as Fate};
use crate::store::{speaker as kept, speaker_entry};

#[tokio::test]
async fn each_thing_that_somebody_speaks_in_has_an_entry_of_its_own() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&conference()).await;
        let lokale = || slot(LOKALE, "Tomme lokale", at(11, 10), "Storsalen");
        let mut ungdom = slot(UNGDOM, "Ungdom", at(11, 13), "Sal 2");
        ungdom.moderates = true;
        world.hear(speaker(1, vec![lokale(), ungdom.clone()])).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 2);
        let mut uids = BTreeSet::new();
        for letter in &taken {
            assert_eq!(letter.to, "liv@example.no");
            let ics = ics(letter).unwrap();
            assert_eq!(ics.matches("BEGIN:VEVENT").count(), 1, "one message, one UID");
            ics.parse::<icalendar::Calendar>().unwrap();
            uids.insert(property(&ics, "UID"));
            assert_eq!((property(&ics, "METHOD"), property(&ics, "SEQUENCE")), ("REQUEST".into(), "0".into()));
            assert!(property(&ics, "ATTENDEE").contains("PARTSTAT=NEEDS-ACTION"));
            assert!(!ics.contains("/innleiar/"), "calendars are shared at work");
            let text = mail(&letter.data).body_text(0).unwrap().into_owned();
            assert!(text.contains("- Tomme lokale, tysdag 11. mai 2027 kl. 10.00–11.00, Storsalen"), "{text}");
            assert!(text.contains("Ungdom, tysdag 11. mai 2027 kl. 13.00–14.00, Sal 2 (du leier)"), "{text}");
            let token = world.host.keys.token(host::Purpose::Speak, SPEAKER.0, 1);
            assert!(text.contains(&format!("/innleiar/{token}")), "{text}");
        }
        assert_eq!(uids.len(), 2);

        // One moves, one is as it was: one letter, after a while.
        let moved = slot(LOKALE, "Tomme lokale", at(12, 10), "Sal 3");
        world.hear(speaker(2, vec![moved.clone(), ungdom.clone()])).await;
        world.hear(speaker(1, vec![lokale(), ungdom.clone()])).await;
        assert_eq!(world.taken().await.len(), 2);
        world.advance(TimeDelta::minutes(11)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 3, "{:?}", world.subjects().await);
        assert_eq!(mail(&taken[2].data).subject(), Some("Flytta: Tomme lokale, BYLIV 2027"));
        let text = mail(&taken[2].data).body_text(0).unwrap().into_owned();
        assert!(text.contains("Sal 3 (før: tysdag 11. mai 2027 kl. 10.00–11.00, Storsalen)"), "{text}");
        let calendar = ics(&taken[2]).unwrap();
        assert!(uids.contains(&property(&calendar, "UID")));
        assert_eq!(property(&calendar, "SEQUENCE"), "1");
        assert_eq!(property(&calendar, "DTSTART"), "TZID=Europe/Oslo:20270512T100000");

        // Not expected any more in one of them.
        world.hear(speaker(3, vec![moved])).await;
        world.advance(TimeDelta::minutes(11)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 4);
        let calendar = ics(&taken[3]).unwrap();
        assert_eq!((property(&calendar, "METHOD"), property(&calendar, "SEQUENCE")), ("CANCEL".into(), "1".into()));
        assert!(property(&calendar, "SUMMARY").starts_with("Ungdom"));
        assert_eq!(mail(&taken[3].data).subject(), Some("Går ut: Ungdom, BYLIV 2027"));

        // The event is cancelled: what is left goes as well, once.
        world.cancel(&conference()).await;
        world.advance(TimeDelta::minutes(11)).await;
        world.publish(&edited(&conference(), |_| {})).await;
        world.advance(TimeDelta::minutes(11)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 5, "{:?}", world.subjects().await);
        assert_eq!(property(&ics(&taken[4]).unwrap(), "METHOD"), "CANCEL");
        assert!(mail(&taken[4].data).body_text(0).unwrap().contains("BYLIV 2027 er avlyst"));
    }
}

#[tokio::test]
async fn what_is_changed_back_within_minutes_is_not_told() {
    for kind in KINDS {
        let world = World::new(kind).await;
        // Before the event is known.
        let here = || slot(LOKALE, "Tomme lokale", at(11, 10), "Storsalen");
        world.hear(speaker(1, vec![here()])).await;
        assert_eq!(world.taken().await.len(), 0);
        world.publish(&conference()).await;
        world.advance(TimeDelta::minutes(1)).await;
        assert_eq!(world.taken().await.len(), 1);
        world.hear(speaker(2, Vec::new())).await;
        world.hear(speaker(3, vec![here()])).await;
        world.advance(TimeDelta::minutes(11)).await;
        assert_eq!(world.taken().await.len(), 1);
        // What was moved while the server was away is told when it is back, although nothing has changed since.
        world.sink.behave(Mode::PutOffReceiver);
        world.hear(speaker(4, vec![slot(LOKALE, "Tomme lokale", at(11, 12), "Storsalen")])).await;
        world.advance(TimeDelta::minutes(11)).await;
        world.hear(speaker(5, vec![slot(LOKALE, "Tomme lokale", at(11, 12), "Storsalen")])).await;
        world.sink.behave(Mode::Fine);
        world.advance(TimeDelta::hours(1)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 2, "{:?}", world.subjects().await);
        assert_eq!(property(&ics(&taken[1]).unwrap(), "DTSTART"), "TZID=Europe/Oslo:20270511T120000");
    }
}

#[tokio::test]
async fn an_erased_speaker_is_taken_out_of_their_calendar_and_leaves_counts_and_nothing_else() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&conference()).await;
        let taken_out = || slot(UNGDOM, "Ungdom", at(12, 13), "Sal 2");
        world.hear(speaker(1, vec![slot(LOKALE, "Tomme lokale", at(11, 10), "Storsalen"), taken_out()])).await;
        let invited = world.taken().await;
        assert_eq!(invited.len(), 2);
        // One of them has been taken out before; about the other something waits to be told.
        world.hear(speaker(2, vec![slot(LOKALE, "Tomme lokale", at(11, 10), "Storsalen")])).await;
        world.advance(TimeDelta::minutes(11)).await;
        assert_eq!(world.taken().await.len(), 3);
        world.hear(speaker(3, vec![slot(LOKALE, "Tomme lokale", at(11, 11), "Storsalen")])).await;
        world.sink.behave(Mode::PutOffReceiver);
        world.hear(SpeakerErased { speaker_id: SPEAKER, event_id: conference().id }).await;
        world.hear(speaker(4, vec![slot(LOKALE, "Tomme lokale", at(11, 12), "Storsalen")])).await;
        world.advance(TimeDelta::minutes(1)).await;
        assert_eq!(world.taken().await.len(), 3);
        // What was put off still goes, as it was made, and it is all that goes.
        world.sink.behave(Mode::Fine);
        world.advance(TimeDelta::hours(1)).await;
        world.advance(TimeDelta::hours(1)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 4, "{:?}", world.subjects().await);
        let (first, last) = (ics(&invited[0]).unwrap(), ics(&taken[3]).unwrap());
        let first = if first.contains("Tomme lokale") { first } else { ics(&invited[1]).unwrap() };
        assert_eq!((taken[3].to.as_str(), property(&last, "METHOD").as_str()), ("liv@example.no", "CANCEL"));
        assert_eq!(property(&last, "UID"), property(&first, "UID"));
        assert_eq!(property(&last, "SEQUENCE"), "1");
        assert_eq!(property(&last, "DTSTART"), property(&first, "DTSTART"), "as it was told");
        for letter in world.letters().await.into_iter().filter(|letter| letter.purpose == Purpose::Speaking) {
            assert!(letter.speaker.is_none() && letter.raw.is_none() && letter.facts.is_none(), "{letter:?}");
            assert!(letter.message_id.is_none() && letter.made_of.is_none(), "{letter:?}");
            assert!(matches!(letter.state, Fate::Sent | Fate::Withdrawn));
        }
        let db = &world.host.db.write;
        assert!(speaker_entry::Entity::find().all(db).await.unwrap().is_empty());
        let rows = kept::Entity::find().all(db).await.unwrap();
        assert!(rows.iter().all(|row| row.snapshot.is_none()), "{rows:?}");
    }
}

#[tokio::test]
async fn what_a_speaker_answers_last_is_passed_on_with_what_it_is_about_and_whether_it_is_certain() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        post.world.publish(&conference()).await;
        let slots =
            vec![slot(LOKALE, "Tomme lokale", at(11, 10), "Storsalen"), slot(UNGDOM, "Ungdom", at(11, 13), "Sal 2")];
        post.world.hear(speaker(1, slots)).await;
        assert_eq!(post.world.taken().await.len(), 2);
        let entries = speaker_entry::of(&post.world.host.db.write, SPEAKER).await.unwrap();
        let uid = |number: u128| {
            let occurrence = uuid::Uuid::from_u128(100 + number);
            entries.iter().find(|entry| entry.occurrence == occurrence).unwrap().uid.clone()
        };
        let answer = |number: u128, answer: &str, minute: u32, server: &str| {
            encoded(
                &sample("google")
                    .replace("{uid}", &uid(number))
                    .replace("{from}", "liv@example.no")
                    .replace("{to}", MAILBOX)
                    .replace("kommune.example", "example.no")
                    .replace("mx.etat.example", server)
                    .replace("PARTSTAT=DECLINED", &format!("PARTSTAT={answer}"))
                    .replace("Er sjuk", "Er \u{202e}sj\u{200b}uk")
                    .replace("DTSTAMP:20270111T0905", &format!("DTSTAMP:20270111T08{minute:02}")),
            )
        };
        post.world.host.clock.set("2027-01-11T09:10:00Z".parse().unwrap());
        for (number, said, minute, server, outcome) in [
            (LOKALE, "DECLINED", 1, "mx.etat.example", "passed_on"),
            (LOKALE, "ACCEPTED", 2, "mx.etat.example", "passed_on"),
            // The one before it, late, and the same day once more.
            (LOKALE, "TENTATIVE", 1, "mx.etat.example", "ignored"),
            (LOKALE, "DECLINED", 3, "mx.evil.example", "passed_on"),
            (UNGDOM, "DECLINED", 1, "mx.etat.example", "passed_on"),
        ] {
            let letter = answer(number, said, minute, server);
            assert_eq!(post.deliver("liv@example.no", MAILBOX, &letter).await, outcome, "{number} {said} {minute}");
        }
        let taken = post.world.taken().await;
        let texts: Vec<String> =
            taken[2..].iter().map(|letter| mail(&letter.data).body_text(0).unwrap().into_owned()).collect();
        assert_eq!(texts.len(), 4);
        for (text, title, certain) in
            [(0, "Tomme lokale", true), (1, "Tomme lokale", true), (2, "Tomme lokale", false), (3, "Ungdom", true)]
                .map(|(at, title, certain)| (&texts[at], title, certain))
        {
            assert!(text.contains(&format!("Det gjeld: {title}")) && text.contains("Er sjuk, dessverre"), "{text}");
            assert_eq!(!text.contains("ikkje sikkert"), certain, "{text}");
        }
    }
}
