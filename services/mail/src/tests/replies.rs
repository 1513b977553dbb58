//! Answers in the forms that calendars give them, written after what is known of each, with what comes of them.

use bus::testing::said_of;
use chrono::TimeDelta;
use host::testing::KINDS;
use proto::EventId;
use proto::event::Event;
use proto::mail::{Answer, ReplyReceived};
use proto::organisation::{Organisation, OrganisationChanged};
use proto::registration::State;

use super::post::{MAILBOX, Post};
use super::world::*;
use crate::purpose::Purpose;
use crate::receiving::acting::MOST_AN_HOUR;
use crate::store::received;

async fn said(post: &Post) -> Vec<(Answer, bool)> {
    let said = said_of::<ReplyReceived>(&post.world.host.db).await;
    said.iter().map(|message| (message.answer, message.proven)).collect()
}

async fn signed_up(post: &Post) {
    post.world.publish(&event()).await;
    post.world.admit(&person(1)).await;
    assert_eq!(post.world.taken().await.len(), 1, "the invitation");
    post.world.host.clock.advance(TimeDelta::minutes(10));
    post.world.settle().await;
}

#[tokio::test]
async fn every_calendar_is_understood() {
    for kind in KINDS {
        for (name, answer, proven, letters) in [
            ("google", Answer::Declined, true, 0),
            ("exchange", Answer::Declined, true, 0),
            ("exchange_counter", Answer::Proposed, true, 0),
            ("apple", Answer::Accepted, true, 0),
            ("thunderbird", Answer::Tentative, true, 0),
            // The server of a house answers for its people, from a domain of its own.
            ("nextcloud", Answer::Accepted, false, 0),
            ("delegated", Answer::Delegated, true, 1),
        ] {
            let post = Post::new(kind).await;
            signed_up(&post).await;
            let letter = post.sample(name, 1).await;
            assert_eq!(post.deliver("ase1@kommune.example", MAILBOX, &letter).await, "answered", "{name}");
            assert_eq!(said(&post).await, [(answer, proven)], "{name}");
            assert_eq!(post.world.taken().await.len(), 1 + letters, "{name}");
            let kept = post.received().await.remove(0);
            assert_eq!((kept.raw, kept.sender.as_str()), (None, ""), "nothing personal is left");
        }
    }
}

#[tokio::test]
async fn the_same_answer_handed_over_again_is_one_answer() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        signed_up(&post).await;
        let letter = post.sample("google", 1).await;
        post.deliver("ase1@kommune.example", MAILBOX, &letter).await;
        post.deliver("ase1@kommune.example", MAILBOX, &letter).await;
        assert_eq!(post.received().await.len(), 1, "the same bytes are the same letter");
        let rerouted = format!("Received: from elsewhere.example\r\n{letter}");
        assert_eq!(post.deliver("ase1@kommune.example", MAILBOX, &rerouted).await, "ignored");
        assert_eq!(said(&post).await, [(Answer::Declined, true)]);
        // What is newer is another answer, whichever calendar gives it.
        let newer = post.sample("thunderbird", 1).await;
        post.deliver("ase1@kommune.example", MAILBOX, &newer).await;
        assert_eq!(said(&post).await, [(Answer::Declined, true), (Answer::Tentative, true)]);
        let revisions: Vec<u32> =
            said_of::<ReplyReceived>(&post.world.host.db).await.iter().map(|m| m.revision).collect();
        assert_eq!(revisions, [1, 2]);
    }
}

#[tokio::test]
async fn a_no_that_anybody_can_have_sent_brings_a_letter_to_the_person_and_only_one_a_day() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        signed_up(&post).await;
        for (number, forged) in ["Authentication-Results: mx.evil.example", "X-Nothing:"].into_iter().enumerate() {
            let letter = post.sample("google", 1).await;
            let letter = letter.replace("Authentication-Results: mx.etat.example", forged);
            let letter = letter.replace("20270111T090500Z", &format!("20270111T09050{number}Z"));
            assert_eq!(post.deliver("evil@evil.example", MAILBOX, &letter).await, "answered");
        }
        assert_eq!(said(&post).await, [(Answer::Declined, false), (Answer::Declined, false)]);
        let taken = post.world.taken().await;
        assert_eq!(taken.len(), 2, "the invitation and one letter");
        assert_eq!(taken[1].to, "ase1@kommune.example");
        let text = mail(&taken[1].data).body_text(0).unwrap().into_owned();
        let token = post.world.host.keys.token(host::Purpose::Manage, person(1).id.0, 1);
        assert!(text.contains(&format!("/mi/{token}/meld-av")), "{text}");
        assert_eq!(ics(&taken[1]), None, "the entry is as it was");
    }
}

#[tokio::test]
async fn a_calendar_that_asks_gets_the_newest_invitation() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        signed_up(&post).await;
        let letter = post.sample("refresh", 1).await;
        assert_eq!(post.deliver("ase1@kommune.example", MAILBOX, &letter).await, "asked");
        let taken = post.world.taken().await;
        let calendar = ics(&taken[1]).unwrap();
        assert_eq!((property(&calendar, "METHOD"), property(&calendar, "SEQUENCE")), ("REQUEST".into(), "1".into()));
        assert!(said(&post).await.is_empty());
    }
}

#[tokio::test]
async fn a_yes_to_the_old_time_is_outdated() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        signed_up(&post).await;
        post.world.publish(&moved(&event(), TimeDelta::days(1))).await;
        post.world.advance(TimeDelta::minutes(11)).await;
        assert_eq!(post.world.taken().await.len(), 2);
        let letter = post.sample("apple", 1).await;
        assert_eq!(post.deliver("ase1@kommune.example", MAILBOX, &letter).await, "ignored");
        let answer = letter.replace("SEQUENCE:0", "SEQUENCE:1");
        assert_eq!(post.deliver("ase1@kommune.example", MAILBOX, &answer).await, "answered");
        assert_eq!(said(&post).await, [(Answer::Accepted, true)]);
    }
}

#[tokio::test]
async fn whoever_signed_off_and_says_yes_is_told_where_to_sign_up() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        signed_up(&post).await;
        post.world.withdraw(&person(1)).await;
        assert_eq!(post.world.taken().await.len(), 2, "with the receipt");
        let letter = post.sample("apple", 1).await;
        assert_eq!(post.deliver("ase1@kommune.example", MAILBOX, &letter).await, "asked");
        let taken = post.world.taken().await;
        assert_eq!(taken.len(), 3);
        assert!(mail(&taken[2].data).body_text(0).unwrap().contains("/webinar/tomme-lokale"));
        assert_eq!(ics(&taken[2]), None);
    }
}

#[tokio::test]
async fn an_entry_that_nobody_has_and_data_that_are_deleted_bring_nothing() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        signed_up(&post).await;
        let letter = post.sample("google", 1).await;
        let unknown = post.sample("google", 2).await;
        assert_eq!(post.deliver("", MAILBOX, &unknown).await, "unknown");
        let gone = next(&person(1), State::Withdrawn);
        post.world.withdraw(&person(1)).await;
        post.world.erase(&gone).await;
        post.world.settle().await;
        let before = post.world.taken().await.len();
        assert_eq!(post.deliver("ase1@kommune.example", MAILBOX, &letter).await, "unknown");
        assert_eq!(post.world.taken().await.len(), before);
        assert!(said(&post).await.is_empty());
    }
}

#[tokio::test]
async fn an_address_of_its_own_says_whose_answer_it_is() {
    for kind in KINDS {
        let set = |settings: &mut host::Settings| {
            settings.reply_address = Some("svar-{token}@svar.distriktssenteret.example".to_owned());
        };
        let post = Post::with(kind, set).await;
        signed_up(&post).await;
        post.world.admit(&person(2)).await;
        let taken = post.world.taken().await;
        let (first, second) = (ics(&taken[0]).unwrap(), ics(&taken[1]).unwrap());
        let address = |calendar: &str| property(calendar, "ORGANIZER").split("mailto:").nth(1).unwrap().to_owned();
        assert!(address(&first).starts_with("svar-"), "{first}");
        assert_ne!(address(&first), address(&second));
        let reply_to = taken[0].header("Reply-To").unwrap();
        assert!(reply_to.contains(&address(&first)), "{reply_to}");
        assert!(taken[0].header("From").unwrap().contains(MAILBOX));
        let letter = post.sample("google", 1).await;
        // The wrong person's address, which says another sign-up than the entry.
        assert_eq!(post.deliver("", &address(&second), &letter).await, "unknown");
        let entry = property(&first, "UID");
        let foreign = letter.replace(&entry, "another@entry.example");
        assert_ne!(foreign, letter);
        assert_eq!(post.deliver("", &address(&first), &foreign).await, "unknown", "an entry that is not ours");
        assert_eq!(post.deliver("", &address(&first), &letter).await, "answered");
        let forged = address(&first).replace("svar-", "svar-0");
        let answers = post.hand_over("", &[&forged], &letter).await;
        assert!(answers[0].starts_with("550"), "{answers:?}");
        // A cancellation goes out from where the invitation did.
        post.world.withdraw(&person(1)).await;
        let cancelled = ics(post.world.taken().await.last().unwrap()).unwrap();
        assert_eq!((address(&cancelled), property(&cancelled, "METHOD")), (address(&first), "CANCEL".to_owned()));
    }
}

#[tokio::test]
async fn what_people_write_goes_to_the_contact_and_absences_only_once() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        signed_up(&post).await;
        let letter = post.sample("written", 1).await;
        assert_eq!(post.deliver("ase1@kommune.example", MAILBOX, &letter).await, "passed_on");
        let taken = post.world.taken().await;
        assert_eq!(taken[1].to, "kari@distriktssenteret.example");
        assert!(taken[1].header("Reply-To").unwrap().contains("ase1@kommune.example"));
        let text = mail(&taken[1].data).body_text(0).unwrap().into_owned();
        assert!(text.contains("Eg kjem ein time seinare. Er <det> greitt?"), "{text}");
        assert!(taken[1].text().contains("Auto-Submitted: auto-generated"));
        for (number, outcome) in ["passed_on", "ignored"].into_iter().enumerate() {
            let away = post.sample("away", 1).await.replace("3. august", &format!("{number}. august"));
            assert_eq!(post.deliver("", MAILBOX, &away).await, outcome);
        }
        let taken = post.world.taken().await;
        assert_eq!((taken.len(), taken[2].to.as_str()), (3, "kari@distriktssenteret.example"));
        // The contact is away as well, and answers us: that ends here.
        let to_contact = post.world.letters().await;
        let forwarded = to_contact.iter().find(|letter| letter.purpose == Purpose::Forward).unwrap();
        let round = post.sample("away", 1).await;
        let named = post.world.letter(Purpose::Confirmation).await.message_id.unwrap();
        let round = round.replace(&named, forwarded.message_id.as_deref().unwrap());
        assert_eq!(post.deliver("", MAILBOX, &round).await, "loop");
        let from_contact = letter.replace("ase1@kommune.example", "kari@distriktssenteret.example");
        assert_eq!(post.deliver("", MAILBOX, &from_contact).await, "machine", "an empty sender is a program");
        let from_contact = from_contact.replace("Er <det>", "Er det");
        assert_eq!(post.deliver("kari@distriktssenteret.example", MAILBOX, &from_contact).await, "loop");
        assert_eq!(post.world.taken().await.len(), 3);
    }
}

#[tokio::test]
async fn a_mailbox_is_that_of_its_organisation_however_much_others_have_and_of_the_only_one() {
    for kind in KINDS {
        let desk = "kurs@etat.example";
        let post = Post::with(kind, |settings| settings.mailboxes = vec![desk.to_owned()]).await;
        post.world.publish(&event()).await;
        let written = |to: &str| format!("From: Ola <ola@x.example>\r\nTo: {to}\r\n\r\nKvar kan ein parkere?\r\n");
        assert_eq!(post.deliver("ola@x.example", desk, &written(desk)).await, "passed_on");
        let other = Organisation {
            id: uuid::Uuid::from_u128(8),
            slug: "etaten".to_owned(),
            sender: "post@etat.example".to_owned(),
            ..organisation()
        };
        post.world.hear(OrganisationChanged { organisation: other.clone() }).await;
        for number in 0..101_u128 {
            let id = EventId(uuid::Uuid::from_u128(1_000 + number));
            let slug = format!("nr-{number}");
            post.world.publish(&Event { id, slug, organisation: other.slug.clone(), ..event() }).await;
        }
        assert_eq!(post.deliver("ola@x.example", MAILBOX, &written(MAILBOX)).await, "passed_on");
        // Of two, nobody can tell whose it is. It is there for a week all the same.
        let nobodys = written(desk).replace("parkere", "sitje");
        assert_eq!(post.deliver("ola@x.example", desk, &nobodys).await, "unknown");
        let (db, now) = (&post.world.host.db, post.world.host.clock.now());
        let last = async || post.received().await.pop().unwrap();
        assert_eq!(crate::unplaced(db).await.unwrap(), 1);
        received::let_go(&db.write, now).await.unwrap();
        assert_eq!(last().await.raw.as_deref(), Some(nobodys.as_bytes()));
        received::let_go(&db.write, now + TimeDelta::seconds(1)).await.unwrap();
        let gone = last().await;
        assert_eq!((gone.raw, gone.sender.as_str(), gone.outcome.as_deref()), (None, "", Some("unknown")));
        assert_eq!(crate::unplaced(db).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn no_more_is_passed_on_about_an_event_than_somebody_reads() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        post.world.publish(&event()).await;
        let letter = |number: u64| format!("From: Ola <ola@x.example>\r\nSubject: Nr. {number}\r\n\r\nHei\r\n");
        let mut talk = post.connect().await;
        for number in 0..MOST_AN_HOUR {
            talk.hand_over("ola@x.example", &[MAILBOX], &letter(number)).await;
        }
        post.dealt().await;
        assert_eq!(post.deliver("ola@x.example", MAILBOX, &letter(MOST_AN_HOUR)).await, "too_many");
        assert_eq!(crate::unplaced(&post.world.host.db).await.unwrap(), 1, "doctor tells of it");
        assert_eq!(post.world.taken().await.len() as u64, MOST_AN_HOUR);
        post.world.advance(TimeDelta::hours(1)).await;
        assert_eq!(post.deliver("ola@x.example", MAILBOX, &letter(MOST_AN_HOUR + 1)).await, "passed_on");
        let letters = post.world.letters().await;
        assert!(letters.iter().all(|letter| letter.priority > Purpose::Reminder.priority()));
    }
}

#[tokio::test]
async fn what_would_be_passed_on_to_ourselves_is_kept_and_told_of() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        let mut ours = event();
        ours.contact.email = MAILBOX.to_uppercase();
        post.world.publish(&ours).await;
        post.world.admit(&person(1)).await;
        assert_eq!(post.world.taken().await.len(), 1);
        let letter = post.sample("written", 1).await;
        assert_eq!(post.deliver("ase1@kommune.example", MAILBOX, &letter).await, "to_ourselves");
        assert_eq!(post.world.taken().await.len(), 1, "nothing that would come in again");
        let kept = post.received().await.remove(0);
        assert_eq!((kept.raw.is_some(), kept.sender.as_str()), (true, "ase1@kommune.example"));
        assert_eq!(crate::to_ourselves(&post.world.host.db).await.unwrap(), 1);
        assert_eq!(crate::contacts_here(&post.world.host).await.unwrap(), ["tomme-lokale"]);
        post.world.publish(&Event { revision: 2, ..event() }).await;
        assert!(crate::contacts_here(&post.world.host).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn what_is_written_to_the_mailbox_without_more_goes_to_whoever_has_the_next_event() {
    for kind in KINDS {
        let post = Post::new(kind).await;
        signed_up(&post).await;
        let letter = "From: Ola <ola@x.example>\r\nSubject: Parkering?\r\n\r\nKvar kan ein parkere?\r\n";
        assert_eq!(post.deliver("ola@x.example", MAILBOX, letter).await, "passed_on");
        let list = format!("List-Id: <x>\r\n{letter}");
        assert_eq!(post.deliver("ola@x.example", MAILBOX, &list).await, "machine");
        let taken = post.world.taken().await;
        assert_eq!((taken.len(), taken[1].to.as_str()), (2, "kari@distriktssenteret.example"));
    }
}
