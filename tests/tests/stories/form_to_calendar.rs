//! The first whole way: form, place, letter, calendar, reminder, join link.

use axum::http::StatusCode;
use chrono::TimeDelta;
use tests::visitor::local;
use tests::{WAYS, Webinar, World};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_signs_up_has_a_place_is_invited_reminded_and_joins() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.webinar(&Webinar::default()).await;

        let receipt = world.sign_up("torg", "Åse Bjørnstad", "ase@example.no").await;
        assert_eq!(receipt.status, StatusCode::OK, "{way:?}");
        assert!(receipt.words().contains("Takk! Du er påmeld."), "{way:?}: {}", receipt.words());
        assert!(!receipt.body.contains("/mi/"), "the page must not hold the personal link");
        world.settle().await;

        let letters = world.sink.to("ase@example.no");
        assert_eq!(letters.len(), 1, "{way:?}");
        let invitation = &letters[0];
        assert_eq!(invitation.subject(), "Du er påmeld: Torget som møteplass");
        assert_eq!(invitation.method().as_deref(), Some("REQUEST"));
        assert_eq!(invitation.property("DTSTART").as_deref(), Some("20270316T100000"));
        assert!(invitation.text().contains("tysdag 16. mars 2027 kl. 10.00–11.00"), "{}", invitation.text());
        assert_eq!(invitation.header("Auto-Submitted").as_deref(), Some("auto-generated"));

        // A week before, the day before and an hour before, each once.
        let days_left = TimeDelta::days(64);
        world.pass(days_left - TimeDelta::days(7)).await;
        assert_eq!(world.sink.to("ase@example.no").len(), 2, "{way:?}");
        world.pass(TimeDelta::days(6)).await;
        assert_eq!(world.sink.to("ase@example.no").len(), 3, "{way:?}");
        world.pass(TimeDelta::hours(23)).await;
        let letters = world.sink.to("ase@example.no");
        assert_eq!(letters.len(), 4, "{way:?}");
        assert!(letters[1..].iter().all(|letter| letter.subject() == "Snart sjåast vi: Torget som møteplass"));
        assert!(letters[1..].iter().all(|letter| letter.calendar().is_none()), "a reminder changes no calendar");

        // The link leads on to the meeting, which no letter and no calendar names.
        let join = letters[3].link("/delta/").expect("a join link");
        for letter in &letters {
            let everything =
                String::from_utf8_lossy(&letter.bytes).into_owned() + &letter.calendar().unwrap_or_default();
            assert!(!everything.contains("mote.example.org") && !letter.text().contains("mote.example.org"));
        }
        world.pass(TimeDelta::minutes(55)).await;
        let mut visitor = world.visitor("nn");
        let page = visitor.get(&local(&join)).await;
        assert_eq!(page.status, StatusCode::OK, "{way:?}: {}", page.words());
        let joined = visitor.post(&local(&join), &[]).await;
        assert_eq!(joined.location.as_deref(), Some("https://mote.example.org/rom/hemmeleg"), "{way:?}");

        // A day after the end those who were there are asked what they thought.
        world.pass(TimeDelta::days(2)).await;
        let letters = world.sink.to("ase@example.no");
        let last = letters.last().expect("a letter");
        assert_eq!((letters.len(), last.subject().as_str()), (5, "Takk for sist: Torget som møteplass"), "{way:?}");
        let asked = visitor.get(&local(&last.link("/vurdering/").expect("a link"))).await;
        assert_eq!(asked.status, StatusCode::OK, "{way:?}: {}", asked.words());
        world.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_place_is_taken_the_next_waits_and_moves_up_when_one_withdraws() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.webinar(&Webinar { capacity: 2, ..Webinar::default() }).await;
        for (name, email) in [("Ein", "ein@example.no"), ("To", "to@example.no")] {
            assert!(world.sign_up("torg", name, email).await.words().contains("Du er påmeld."));
        }
        let third = world.sign_up("torg", "Tre", "tre@example.no").await;
        assert!(third.words().contains("Du står på venteliste"), "{way:?}: {}", third.words());
        world.sign_up("torg", "Fire", "fire@example.no").await;
        world.settle().await;
        assert_eq!(world.sink.to("tre@example.no")[0].subject(), "Du står på venteliste: Torget som møteplass");
        assert!(world.sink.to("tre@example.no")[0].calendar().is_none(), "nobody blocks a day for a wait");

        let manage = world.sink.to("ein@example.no")[0].link("/mi/").expect("the personal link");
        let mut visitor = world.visitor("nn");
        let done =
            visitor.fill_in(&format!("{}/meld-av", local(&manage)), &format!("{}/meld-av", local(&manage)), &[]).await;
        assert!(done.words().contains("Du er meld av"), "{way:?}: {}", done.words());
        world.settle().await;

        let withdrawn = world.sink.to("ein@example.no");
        assert_eq!(withdrawn.len(), 2, "{way:?}");
        assert_eq!(withdrawn[1].method().as_deref(), Some("CANCEL"));
        assert_eq!(withdrawn[0].property("UID"), withdrawn[1].property("UID"));
        let moved_up = world.sink.to("tre@example.no");
        assert_eq!(moved_up.len(), 2, "{way:?}");
        assert_eq!(moved_up[1].subject(), "Du har fått plass: Torget som møteplass");
        assert_eq!(moved_up[1].method().as_deref(), Some("REQUEST"), "whoever moves up is invited like everybody else");
        assert_eq!(world.sink.to("fire@example.no").len(), 1, "{way:?}: one place was freed, one person moved");

        // Nobody who has withdrawn hears from the event again.
        world.pass(TimeDelta::days(63)).await;
        assert_eq!(world.sink.to("ein@example.no").len(), 2, "{way:?}");
        world.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_sign_up_of_an_address_looks_like_any_other_and_only_a_letter_tells() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.webinar(&Webinar::default()).await;
        let first = world.sign_up("torg", "Kari", "kari@example.no").await;
        let second = world.sign_up("torg", "Nokon Annan", "KARI@example.no ").await;
        assert_eq!(first.words(), second.words(), "{way:?}");
        world.settle().await;
        let letters = world.sink.letters();
        assert_eq!(letters.len(), 2, "{way:?}");
        assert_eq!(letters[0].link("/mi/"), letters[1].link("/mi/"), "the same link again");
        world.end().await;
    }
}
