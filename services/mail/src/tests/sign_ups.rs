//! What people get when they sign up, wait and are offered places.

use chrono::TimeDelta;
use host::testing::{KINDS, beginning};
use proto::registration::{
    Registration, RegistrationAdmitted, RegistrationOffered, RegistrationRepeated, RegistrationWaitlisted,
    RegistrationWithdrawn, State, Withdrawal,
};

use super::world::*;
use crate::purpose::{Purpose, Skip, State as Fate};

#[tokio::test]
async fn whoever_signs_up_gets_a_confirmation_with_an_invitation_and_reminders_to_come() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 1, "{kind:?}");
        assert_eq!(
            (taken[0].from.as_str(), taken[0].to.as_str()),
            ("arrangement@distriktssenteret.example", "ase1@kommune.example")
        );
        let ics = ics(&taken[0]).unwrap();
        assert_eq!(property(&ics, "METHOD"), "REQUEST");
        assert_eq!(property(&ics, "SEQUENCE"), "0");
        let due: Vec<_> = world
            .letters()
            .await
            .into_iter()
            .filter(|letter| letter.purpose == Purpose::Reminder)
            .map(|letter| (event().starts_at - letter.due).num_minutes())
            .collect();
        assert_eq!(due, [7 * 24 * 60, 24 * 60, 60]);
        for minutes in [7 * 24 * 60, 24 * 60, 60] {
            world.until(event().starts_at - TimeDelta::minutes(minutes)).await;
        }
        let subjects = world.subjects().await;
        assert_eq!(
            subjects,
            [
                "Du er påmeld: Tomme lokale",
                "Snart sjåast vi: Tomme lokale",
                "Snart sjåast vi: Tomme lokale",
                "Snart sjåast vi: Tomme lokale"
            ]
        );
        let reminder = &world.sink.taken()[1];
        assert!(super::world::ics(reminder).is_none(), "a reminder does not touch the calendar");
        assert_eq!(reminder.header("List-Unsubscribe-Post").as_deref(), Some("List-Unsubscribe=One-Click"));
        assert_eq!(reminder.header("References"), taken[0].header("Message-ID"));
    }
}

#[tokio::test]
async fn a_late_sign_up_is_reminded_only_of_what_lies_ahead() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.until(event().starts_at - TimeDelta::hours(20)).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let reminders: Vec<_> = world.letters().await.into_iter().filter(|l| l.purpose == Purpose::Reminder).collect();
        let fates: Vec<_> = reminders.iter().map(|l| (l.rule.as_str(), l.state, l.skip)).collect();
        assert_eq!(
            fates,
            [
                ("10080", Fate::Withdrawn, Some(Skip::TooLate)),
                ("1440", Fate::Withdrawn, Some(Skip::TooLate)),
                ("60", Fate::Pending, None)
            ]
        );
    }
}

#[tokio::test]
async fn from_the_waiting_list_to_a_place_every_step_has_its_letter() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        let waiting = proto::registration::Registration { state: State::Waiting, ..person(1) };
        world.hear(RegistrationWaitlisted { registration: waiting.clone(), position: 3 }).await;
        let taken = world.taken().await;
        assert!(mail(&taken[0].data).body_text(0).unwrap().contains("som nummer 3"));
        assert!(ics(&taken[0]).is_none());
        let offered = next(&waiting, State::Offered);
        let answer_before = beginning() + TimeDelta::days(1);
        world.hear(RegistrationOffered { registration: offered.clone(), answer_before }).await;
        let admitted = next(&offered, State::Admitted);
        world.settle().await;
        world.hear(RegistrationAdmitted { registration: admitted, from_waiting_list: true }).await;
        let subjects = world.subjects().await;
        assert_eq!(
            subjects,
            [
                "Du står på venteliste: Tomme lokale",
                "Vil du ha plassen? Tomme lokale",
                "Du har fått plass: Tomme lokale"
            ]
        );
        let place = ics(&world.sink.taken()[2]).unwrap();
        assert_eq!(property(&place, "METHOD"), "REQUEST");
    }
}

#[tokio::test]
async fn an_offer_that_lapses_is_told_and_nobody_is_invited() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        let offered = proto::registration::Registration { state: State::Offered, ..person(1) };
        let answer_before = beginning() + TimeDelta::days(1);
        world.hear(RegistrationOffered { registration: offered.clone(), answer_before }).await;
        world.settle().await;
        let gone = next(&offered, State::Withdrawn);
        world.hear(RegistrationWithdrawn { registration: gone, why: Withdrawal::OfferLapsed, declined: None }).await;
        let taken = world.taken().await;
        assert!(mail(&taken[1].data).body_text(0).unwrap().contains("gjeld ikkje lenger"));
        assert!(taken.iter().all(|letter| ics(letter).is_none()));
    }
}

#[tokio::test]
async fn whoever_waits_for_an_offer_is_told_to_answer_it() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let mut offering = event();
        offering.sign_up.waiting_list.mode = proto::event::WaitingMode::Offer { working_hours: 16 };
        world.publish(&offering).await;
        let waiting = proto::registration::Registration { state: State::Waiting, ..person(1) };
        world.hear(RegistrationWaitlisted { registration: waiting, position: 2 }).await;
        let text = mail(&world.taken().await[0].data).body_text(0).unwrap().into_owned();
        assert!(text.contains("Då må du svare innan fristen"), "{text}");
        assert!(!text.contains("treng ikkje gjere noko"), "{text}");
    }
}

#[tokio::test]
async fn signing_up_again_is_told_to_the_address_alone_and_once_an_hour() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        for minutes in [0, 5, 59, 61] {
            let at = beginning() + TimeDelta::minutes(minutes);
            let registration = person(1);
            world.hear(RegistrationRepeated { registration, at, asked_for_link: false, answer_before: None }).await;
        }
        world.settle().await;
        assert_eq!(world.fates(Purpose::Repeated).await, [Fate::Sent; 2]);
        assert!(world.subjects().await.contains(&"Du er alt påmeld: Tomme lokale".to_owned()));
    }
}

#[tokio::test]
async fn an_offer_is_named_with_its_deadline_when_somebody_signs_up_again() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        let offered = proto::registration::Registration { state: State::Offered, ..person(1) };
        let answer_before = beginning() + TimeDelta::days(1);
        let at = beginning();
        world.hear(RegistrationOffered { registration: offered.clone(), answer_before }).await;
        let again = RegistrationRepeated {
            registration: offered,
            at,
            asked_for_link: false,
            answer_before: Some(answer_before),
        };
        world.hear(again).await;
        world.settle().await;
        assert_eq!(world.fates(Purpose::Repeated).await, [Fate::Sent]);
        let letters: Vec<String> =
            world.taken().await.iter().map(|l| mail(&l.data).body_text(0).unwrap().into_owned()).collect();
        let told = letters.iter().find(|text| text.contains("ein gong til")).expect("the letter");
        assert!(told.contains("Du har alt fått tilbod om plass"), "{told}");
        assert!(told.contains("Svar innan tysdag 12. januar 2027"), "{told}");
        assert!(!told.contains("venteliste"), "{told}");
    }
}

#[tokio::test]
async fn messages_may_come_twice_and_in_any_order() {
    for kind in KINDS {
        let world = World::new(kind).await;
        // The sign-up before the event, the receipt of a change before the sign-up, and everything twice.
        let changed = next(&person(1), State::Admitted);
        world.change(&changed).await;
        world.admit(&person(1)).await;
        world.admit(&person(1)).await;
        let waiting = proto::registration::Registration { state: State::Waiting, ..person(2) };
        let admitted = next(&waiting, State::Admitted);
        world.hear(RegistrationAdmitted { registration: admitted, from_waiting_list: true }).await;
        world.hear(RegistrationWaitlisted { registration: waiting, position: 1 }).await;
        world.withdraw(&person(3)).await;
        world.admit(&person(3)).await;
        world.publish(&moved(&event(), TimeDelta::days(1))).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        // Letters that were taken up before the event was known come a little later.
        world.advance(TimeDelta::seconds(5)).await;
        let mut subjects = world.subjects().await;
        subjects.sort();
        assert_eq!(
            subjects,
            ["Du er meld av: Tomme lokale", "Du er påmeld: Tomme lokale", "Du har fått plass: Tomme lokale"]
        );
        let all = world.taken().await;
        let invited = all.iter().find(|l| l.to == "ase1@kommune.example").unwrap();
        assert!(property(&ics(invited).unwrap(), "DTSTART").contains("20270121T"), "the newest news counts");
        let reminders = world
            .letters()
            .await
            .into_iter()
            .filter(|l| l.purpose == Purpose::Reminder && l.registration == Some(person(1).id.0));
        assert_eq!(reminders.count(), 3);
    }
}

#[tokio::test]
async fn names_that_look_like_commands_stay_names() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        let mut sly = person(1);
        sly.name = "Kari\r\nATTENDEE;CN=x:mailto:x@x.example\r\nBcc: everybody@x.example <b>".to_owned();
        world.admit(&sly).await;
        let taken = world.taken().await;
        let letter = mail(&taken[0].data);
        assert!(letter.bcc().is_none() && !taken[0].text().contains("\r\nBcc"));
        assert_eq!(ics(&taken[0]).unwrap().matches("\r\nATTENDEE").count(), 1);
        assert!(!letter.body_html(0).unwrap().contains("<b>"));
        assert_eq!(taken[0].to, "ase1@kommune.example");
    }
}

#[tokio::test]
async fn who_is_put_back_in_the_queue_is_told_each_time() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        let mut one = Registration { state: State::Waiting, ..person(0) };
        for position in [3, 1] {
            world.hear(RegistrationWaitlisted { registration: one.clone(), position }).await;
            world.settle().await;
            one = next(&one, State::Admitted);
            world.hear(RegistrationAdmitted { registration: one.clone(), from_waiting_list: true }).await;
            world.settle().await;
            one = next(&one, State::Waiting);
        }
        for purpose in [Purpose::WaitingList, Purpose::Place] {
            assert_eq!(world.fates(purpose).await, [Fate::Sent, Fate::Sent], "{purpose:?}");
        }
        // Waiting, there is nothing in the calendar; put back, what is there is not certain any more.
        let parts: Vec<_> = world.taken().await.iter().map(ics).collect();
        let standing = |part: &Option<String>| part.as_ref().map(|part| property(part, "STATUS"));
        let standings: Vec<_> = parts.iter().map(standing).collect();
        let says = |status: &str| Some(status.to_owned());
        assert_eq!(standings, [None, says("CONFIRMED"), says("TENTATIVE"), says("CONFIRMED")]);
    }
}
