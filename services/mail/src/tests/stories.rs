//! What people get, from what happened to them.

use chrono::TimeDelta;
use host::testing::{KINDS, beginning};
use proto::account::SignInRequested;
use proto::registration::{
    RegistrationAdmitted, RegistrationErased, RegistrationOffered, RegistrationRepeated, RegistrationWaitlisted,
    RegistrationWithdrawn, State, Withdrawal,
};
use proto::{AccountId, Language, Localised, SignInId};
use uuid::Uuid;

use super::sink::Mode;
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
async fn an_event_that_moves_twice_within_minutes_brings_one_letter_with_the_first_and_the_last_time() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let first = event();
        world.publish(&first).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let second = moved(&first, TimeDelta::days(1));
        world.publish(&second).await;
        world.advance(TimeDelta::minutes(5)).await;
        let third = edited(&moved(&second, TimeDelta::days(1)), |event| {
            event.title = proto::Localised::from([(Language::Nn, "Fulle lokale")]);
        });
        world.publish(&third).await;
        world.advance(TimeDelta::minutes(4)).await;
        assert_eq!(world.taken().await.len(), 1, "nothing leaves before the ten minutes are over");
        world.advance(TimeDelta::minutes(2)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 2);
        let letter = mail(&taken[1].data);
        let text = letter.body_text(0).unwrap();
        assert!(text.contains("onsdag 20. januar 2027") && text.contains("fredag 22. januar 2027"), "{text}");
        assert!(!text.contains("torsdag 21. januar"), "{text}");
        assert!(text.contains("Fulle lokale (før: Tomme lokale)"), "{text}");
        let (old, new) = (ics(&taken[0]).unwrap(), ics(&taken[1]).unwrap());
        assert_eq!(property(&old, "UID"), property(&new, "UID"));
        assert_eq!((property(&old, "SEQUENCE"), property(&new, "SEQUENCE")), ("0".to_owned(), "1".to_owned()));
        assert!(property(&old, "ATTENDEE").contains("PARTSTAT=ACCEPTED"));
        assert!(property(&new, "ATTENDEE").contains("PARTSTAT=NEEDS-ACTION"));
        // Reminders follow the event, and nobody is reminded of the old time.
        let reminders: Vec<_> = world.letters().await.into_iter().filter(|l| l.purpose == Purpose::Reminder).collect();
        assert_eq!(reminders.len(), 3);
        for reminder in reminders {
            assert_eq!((reminder.computed_for, reminder.state), (third.starts_at, Fate::Pending));
        }
    }
}

#[tokio::test]
async fn what_is_changed_back_in_time_brings_no_letter_and_neither_does_what_does_not_matter() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let first = event();
        world.publish(&first).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let second = moved(&first, TimeDelta::hours(2));
        world.publish(&second).await;
        let third = moved(&second, TimeDelta::hours(-2));
        world.publish(&third).await;
        let fourth =
            edited(&third, |event| event.description = proto::Localised::from([(Language::Nn, "Betre tekst.")]));
        world.publish(&fourth).await;
        world.advance(TimeDelta::hours(1)).await;
        assert_eq!(world.taken().await.len(), 1);
        let change = world.letter(Purpose::Change).await;
        assert_eq!((change.state, change.skip), (Fate::Withdrawn, Some(Skip::NothingChanged)));
    }
}

#[tokio::test]
async fn invitation_update_and_cancellation_are_one_entry_with_rising_numbers() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let second = moved(&event(), TimeDelta::hours(1));
        world.publish(&second).await;
        world.advance(TimeDelta::minutes(10)).await;
        world.cancel(&second).await;
        let taken = world.taken().await;
        let all: Vec<String> = taken.iter().map(|letter| ics(letter).unwrap()).collect();
        let of = |name: &str| all.iter().map(|ics| property(ics, name)).collect::<Vec<_>>();
        assert_eq!(of("METHOD"), ["REQUEST", "REQUEST", "CANCEL"]);
        assert_eq!(of("SEQUENCE"), ["0", "1", "2"]);
        assert_eq!(of("DTSTAMP"), ["20270111T090000Z", "20270111T091000Z", "20270111T091000Z"]);
        let uids = of("UID");
        assert!(uids[0] == uids[1] && uids[1] == uids[2] && uids[0].ends_with("@127.0.0.1"), "{uids:?}");
        assert!(all.iter().all(|ics| ics.contains("BEGIN:VTIMEZONE")));
        assert!(of("ORGANIZER").iter().all(|o| o.ends_with("mailto:arrangement@distriktssenteret.example")));
        assert!(all[2].contains("STATUS:CANCELLED"));
        // As last told, or calendars would not find it.
        assert_eq!(property(&all[2], "DTSTART"), property(&all[1], "DTSTART"));
        assert_eq!(world.fates(Purpose::Reminder).await, [Fate::Withdrawn; 3]);
        assert!(mail(&taken[2].data).body_text(0).unwrap().contains("Grunnen: Uvêr"));
    }
}

#[tokio::test]
async fn the_link_in_calendars_joins_and_nothing_else_and_never_changes() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        let person = person(1);
        world.admit(&person).await;
        world.settle().await;
        world.publish(&moved(&event(), TimeDelta::hours(1))).await;
        world.advance(TimeDelta::minutes(10)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 2);
        let keys = &world.host.keys;
        let join = world.host.address(&format!(
            "/webinar/tomme-lokale/delta/{}",
            keys.token(host::Purpose::Join, person.id.0, person.generation)
        ));
        let manage = keys.token(host::Purpose::Manage, person.id.0, person.generation);
        for letter in &taken {
            let ics = ics(letter).unwrap();
            assert!(property(&ics, "DESCRIPTION").ends_with(&join), "{ics}");
            assert!(property(&ics, "CONFERENCE").ends_with(&join));
            assert_eq!(property(&ics, "LOCATION"), "Nettmøte");
            assert!(!ics.contains(&manage) && !ics.contains("/mi/"));
            assert!(mail(&letter.data).body_text(0).unwrap().contains(&manage));
        }
    }
}

#[tokio::test]
async fn whoever_withdraws_gets_a_receipt_that_clears_the_calendar_and_nothing_more() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        world.withdraw(&person(1)).await;
        world.publish(&moved(&event(), TimeDelta::hours(1))).await;
        world.until(event().starts_at).await;
        let taken = world.taken().await;
        assert_eq!(world.subjects().await, ["Du er påmeld: Tomme lokale", "Du er meld av: Tomme lokale"]);
        let cancel = ics(&taken[1]).unwrap();
        assert_eq!((property(&cancel, "METHOD"), property(&cancel, "SEQUENCE")), ("CANCEL".to_owned(), "1".to_owned()));
        assert!(taken[1].text().contains("avlysing.ics"));
    }
}

#[tokio::test]
async fn whoever_withdraws_before_the_letter_left_is_never_invited() {
    for kind in KINDS {
        let world = World::with(kind, Mode::PutOffReceiver, |_| {}).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        assert_eq!(world.fates(Purpose::Confirmation).await, [Fate::Deferred]);
        world.withdraw(&person(1)).await;
        world.sink.behave(Mode::Fine);
        world.advance(TimeDelta::hours(1)).await;
        world.until(event().starts_at).await;
        let taken = world.taken().await;
        assert_eq!(world.subjects().await, ["Du er meld av: Tomme lokale"]);
        assert!(ics(&taken[0]).is_none(), "there is nothing to take out of the calendar");
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
        world.hear(RegistrationWithdrawn { registration: gone, why: Withdrawal::OfferLapsed }).await;
        let taken = world.taken().await;
        assert!(mail(&taken[1].data).body_text(0).unwrap().contains("gjeld ikkje lenger"));
        assert!(taken.iter().all(|letter| ics(letter).is_none()));
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
async fn a_cancelled_event_invites_and_reminds_nobody_however_late_the_news_come() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.cancel(&event()).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.until(event().starts_at).await;
        assert_eq!(world.subjects().await, ["Avlyst: Tomme lokale"]);
        assert!(ics(&world.taken().await[0]).is_none());
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
async fn links_that_were_asked_for_come_whatever_has_become_of_the_sign_up_and_once_in_ten_minutes() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let gone = proto::registration::Registration { state: State::Withdrawn, revision: 2, ..person(1) };
        world.hear(RegistrationWithdrawn { registration: gone.clone(), why: Withdrawal::ByPerson }).await;
        world.cancel(&event()).await;
        world.until(event().ends_at + TimeDelta::days(1)).await;
        let before = world.taken().await.len();
        let start = event().ends_at + TimeDelta::days(1);
        let start = chrono::DurationRound::duration_trunc(start, TimeDelta::minutes(10)).unwrap();
        for minutes in [0, 3, 9, 11] {
            let (registration, at) = (gone.clone(), start + TimeDelta::minutes(minutes));
            world.hear(RegistrationRepeated { registration, at, asked_for_link: true, answer_before: None }).await;
        }
        world.settle().await;
        assert_eq!(world.fates(Purpose::Link).await, [Fate::Sent; 2]);
        assert_eq!(world.fates(Purpose::Repeated).await, []);
        let taken = world.taken().await;
        assert_eq!(taken.len(), before + 2);
        let text = mail(&taken[before].data).body_text(0).unwrap().into_owned();
        assert!(text.contains("Her er lenkja til påmeldinga di") && text.contains("/mi/"), "{text}");
        assert!(!text.contains("meldt på") && !text.contains("verkar ikkje lenger"), "{text}");
        assert!(ics(&taken[before]).is_none());
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
async fn a_new_address_or_a_new_link_gets_a_letter_with_the_invitation() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let mut elsewhere = next(&person(1), State::Admitted);
        elsewhere.email = "ase@fylke.example".to_owned();
        world.change(&elsewhere).await;
        let taken = world.taken().await;
        assert_eq!(taken[1].to, "ase@fylke.example");
        assert!(property(&ics(&taken[1]).unwrap(), "ATTENDEE").ends_with("mailto:ase@fylke.example"));
        let mut renewed = next(&elsewhere, State::Admitted);
        renewed.generation += 1;
        world.change(&renewed).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 3);
        assert_eq!(property(&ics(&taken[2]).unwrap(), "SEQUENCE"), "2");
    }
}

#[tokio::test]
async fn other_choices_are_told_after_a_while() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        world.change(&choosing(&person(1))).await;
        world.advance(TimeDelta::minutes(10)).await;
        let taken = world.taken().await;
        let letter = mail(&taken[1].data);
        assert!(letter.body_text(0).unwrap().contains("Du har valt: Gruppearbeid (før: ingenting)"));
        let ics = ics(&taken[1]).unwrap();
        assert!(property(&ics, "ATTENDEE").contains("PARTSTAT=ACCEPTED"));
    }
}

#[tokio::test]
async fn an_erased_person_leaves_counts_and_nothing_else() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let erased = RegistrationErased { registration_id: person(1).id, event_id: event().id };
        world.hear(erased).await;
        world.admit(&next(&person(1), State::Admitted)).await;
        world.until(event().starts_at).await;
        assert_eq!(world.taken().await.len(), 1);
        for letter in world.letters().await {
            assert!(letter.registration.is_none() && letter.raw.is_none() && letter.message_id.is_none());
            assert!(letter.made_of.is_none(), "{letter:?}");
        }
        let known = crate::store::registration::find(&world.host.db.write, person(1).id).await.unwrap();
        assert!(known.is_none());
    }
}

#[tokio::test]
async fn an_organiser_gets_one_link_to_sign_in_with_until_it_expires() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let asked = |id: u128, minutes: i64| SignInRequested {
            sign_in_id: SignInId(Uuid::from_u128(id)),
            account_id: AccountId(Uuid::from_u128(1)),
            organisation: "distriktssenteret".to_owned(),
            email: "kari@distriktssenteret.example".to_owned(),
            language: Language::Sv,
            expires_at: beginning() + TimeDelta::minutes(minutes),
            invited: false,
        };
        world.hear(asked(5, 30)).await;
        world.hear(asked(5, 30)).await;
        world.hear(asked(6, 0)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 1);
        let token = world.host.keys.token(host::Purpose::SignIn, Uuid::from_u128(5), 0);
        assert!(mail(&taken[0].data).body_text(0).unwrap().contains(&format!("/arrangor/inn/{token}")));
        for letter in world.letters().await.iter().filter(|l| l.state == Fate::Sent) {
            assert!(letter.facts.is_none() && letter.raw.is_none(), "the address has no more use");
        }
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
async fn whoever_signs_off_while_the_news_of_a_cancellation_waits_still_has_the_entry_taken_out_once() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        world.sink.behave(Mode::PutOffReceiver);
        world.cancel(&event()).await;
        world.settle().await;
        world.withdraw(&person(1)).await;
        world.sink.behave(Mode::Fine);
        world.advance(TimeDelta::hours(1)).await;
        let methods: Vec<_> =
            world.taken().await.iter().map(|letter| property(&ics(letter).unwrap(), "METHOD")).collect();
        assert_eq!(methods, ["REQUEST", "CANCEL"], "{kind:?}");
    }
}

#[tokio::test]
async fn a_change_is_told_even_when_a_letter_with_new_links_has_passed_it() {
    for kind in KINDS {
        for back in [false, true] {
            let world = World::new(kind).await;
            world.publish(&event()).await;
            world.admit(&person(1)).await;
            world.settle().await;
            let later = moved(&event(), TimeDelta::days(1));
            world.publish(&later).await;
            let mut renewed = next(&person(1), State::Admitted);
            renewed.generation += 1;
            world.change(&renewed).await;
            let link = world.taken().await.pop().unwrap();
            assert!(property(&ics(&link).unwrap(), "DTSTART").contains("20270121T"), "the calendar has it already");
            // Everything is planned anew, because of something that does not matter, or because it is moved back.
            let again = match back {
                true => moved(&later, TimeDelta::days(-1)),
                false => edited(&later, |event| event.description = Localised::from([(Language::Nn, "Betre tekst.")])),
            };
            world.publish(&again).await;
            world.advance(TimeDelta::minutes(10)).await;
            let subjects = world.subjects().await;
            assert_eq!(subjects[2..], ["Endring: Tomme lokale"], "{kind:?}, back {back}: {subjects:?}");
            let change = world.taken().await.pop().unwrap();
            let text = mail(&change.data).body_text(0).unwrap().into_owned();
            let (old, new) = if back { ("torsdag 21.", "onsdag 20.") } else { ("onsdag 20.", "torsdag 21.") };
            let line = text.lines().find(|line| line.starts_with("- Når:")).unwrap();
            assert!(line.find(new).unwrap() < line.find(old).unwrap(), "{line}");
            let calendar = ics(&change).unwrap();
            assert_eq!(property(&calendar, "SEQUENCE"), "2");
            assert!(property(&calendar, "ATTENDEE").contains("PARTSTAT=NEEDS-ACTION"));
            world.advance(TimeDelta::hours(1)).await;
            assert_eq!(world.taken().await.len(), 3, "and once");
        }
    }
}
