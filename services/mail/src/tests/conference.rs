//! What people have of a conference in their calendars, and what they are told when its programme changes.

use chrono::TimeDelta;
use host::testing::KINDS;
use icalendar::{Component, EventLike};
use proto::conference::ProgrammeReleased;
use proto::event::{Attendance, Event, Form};
use proto::registration::{
    Change, Registration, RegistrationChanged, RegistrationReplanned, RegistrationWaitlisted, State,
};

use super::programme::*;
use super::sink::Received;
use super::world::*;
use crate::purpose::{Purpose, Skip, State as Fate};
use crate::store;

/// The text of a letter, on one line.
fn said(letter: &Received) -> String {
    let mail = mail(&letter.data);
    mail.body_text(0).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn subject(letter: &Received) -> String {
    mail(&letter.data).subject().unwrap().to_owned()
}

/// The one entry in a calendar part, as another reader sees it.
fn entry(ics: &str) -> icalendar::Event {
    let read: icalendar::Calendar = ics.parse().unwrap();
    let entries: Vec<_> = read.components.iter().filter_map(|component| component.as_event()).collect();
    assert_eq!(entries.len(), 1, "one message, one UID");
    entries[0].clone()
}

impl World {
    async fn release(&self, event: &Event, note: Option<&str>) {
        self.hear::<ProgrammeReleased>(released(event, note)).await;
        self.publish(event).await;
    }

    /// The person's own calendar, unfolded.
    async fn feed(&self, person: &Registration) -> String {
        let db = &self.host.db.read;
        let known = store::registration::find(db, person.id).await.unwrap().unwrap();
        let heard = store::event::find(db, person.event_id).await.unwrap().unwrap();
        let entry = store::calendar_entry::find(db, person.id).await.unwrap();
        let snapshot = heard.event.clone().unwrap();
        let now = self.host.clock.now();
        let feed = crate::feed::feed(self.mail.desk(), &known, &heard, &snapshot, entry.as_ref(), now);
        String::from_utf8(feed.ics).unwrap().replace("\r\n ", "")
    }
}

#[tokio::test]
async fn several_days_are_whole_days_with_what_the_person_chose() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.release(&conference(), None).await;
        world.admit(&participant(1, &[VANDRING, LOKALE])).await;
        let online = Registration { form: Some(Form::Online), ..participant(2, &[]) };
        world.admit(&online).await;
        let taken = world.taken().await;
        let of = |address: &str| taken.iter().find(|letter| letter.to == address).unwrap();
        let (here, there) = (of("ase1@kommune.example"), of("ase2@kommune.example"));

        let calendar = ics(here).unwrap();
        assert_eq!(property(&calendar, "DTSTART"), "VALUE=DATE:20270511");
        assert_eq!(property(&calendar, "DTEND"), "VALUE=DATE:20270513", "the day after the last");
        assert_eq!(property(&calendar, "TRANSP"), "TRANSPARENT");
        assert!(!calendar.contains("VTIMEZONE") || calendar.contains("TZID"));
        let entry_here = entry(&calendar);
        assert!(matches!(entry_here.get_start(), Some(icalendar::DatePerhapsTime::Date(_))));
        let description = entry_here.get_description().unwrap().to_owned();
        let first =
            description.find("- Tomme lokale, tysdag 11. mai 2027 kl. 10.00–11.00, Storsalen").expect(&description);
        let second =
            description.find("- Byvandring; ute, onsdag 12. mai 2027 kl. 10.00–11.00, Torget").expect(&description);
        assert!(first < second, "in the order of the days");
        assert!(description.contains("Programmet (versjon 1): ") && description.contains("/konferanse/byliv/program"));
        assert!(!description.contains("/delta/") && !description.contains("/mi/"), "{description}");
        assert_eq!(entry_here.get_location(), Some("Kulturhuset, Narvik"));
        assert!(said(here).contains("- Tomme lokale, tysdag 11. mai 2027 kl. 10.00–11.00, Storsalen"));
        assert!(
            said(here).contains("Kvar: Kulturhuset, Narvik Du") && !said(here).contains("/delta/"),
            "{}",
            said(here)
        );

        let calendar = ics(there).unwrap();
        let description = entry(&calendar).get_description().unwrap().to_owned();
        assert!(description.contains("/konferanse/byliv/delta/"), "{description}");
        assert_eq!(property(&calendar, "LOCATION"), "Nettmøte");
        assert!(said(there).contains("Kvar: Nettmøte") && !said(there).contains("Kulturhuset"), "{}", said(there));
    }
}

#[tokio::test]
async fn a_conference_of_one_day_stands_there_with_its_hours() {
    let world = World::new(KINDS[0]).await;
    let day = edited(&conference(), |event| event.ends_at = at(11, 16));
    world.publish(&day).await;
    world.admit(&participant(1, &[LOKALE])).await;
    let calendar = ics(&world.taken().await[0]).unwrap();
    assert_eq!(property(&calendar, "DTSTART"), "TZID=Europe/Oslo:20270511T090000");
    assert!(property(&calendar, "DESCRIPTION").contains("- Tomme lokale"));
}

#[tokio::test]
async fn the_feed_has_each_choice_with_its_hours_and_room_and_not_what_is_waited_for() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.release(&conference(), None).await;
        let person = Registration { choices: claims(&[LOKALE, VANDRING], &[UNGDOM]), ..participant(1, &[]) };
        world.admit(&person).await;
        world.settle().await;
        let first = world.feed(&person).await;
        let read: icalendar::Calendar = first.parse().unwrap();
        let entries: Vec<_> = read.components.iter().filter_map(|component| component.as_event()).collect();
        let names: Vec<_> = entries.iter().map(|entry| entry.get_summary().unwrap()).collect();
        assert_eq!(names, ["BYLIV 2027", "Tomme lokale", "Byvandring; ute"]);
        assert_eq!(entries[1].get_location(), Some("Storsalen"));
        assert!(
            first.contains("DTSTART;TZID=Europe/Oslo:20270511T100000") && first.contains("DTSTART;VALUE=DATE:20270511")
        );
        assert!(first.contains("Programmet (versjon 1)"));

        let later = version(&conference(), |pools| move_to(pools, LOKALE, at(11, 11)));
        world.release(&later, None).await;
        let second = world.feed(&person).await;
        assert!(
            second.contains("DTSTART;TZID=Europe/Oslo:20270511T110000") && second.contains("versjon 2"),
            "{second}"
        );
        let uids =
            |feed: &str| feed.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(uids(&first), uids(&second));
    }
}

/// Moves one session, takes another away, and makes two clash.
fn second() -> Event {
    version(&conference(), |pools| {
        move_to(pools, LOKALE, at(11, 13));
        pools.retain(|other| other.id != pool(VANDRING));
    })
}

fn touched(person: &Registration) -> RegistrationReplanned {
    let (before, now) = (conference(), second());
    let mut message = replanned(person, &now);
    message.registration.choices = claims(&[LOKALE, UNGDOM], &[]);
    message.moved = vec![moved_session(&before, &now, LOKALE)];
    message.gone = vec![chosen(&before, VANDRING)];
    message.clashes = vec![(pool(LOKALE), pool(UNGDOM))];
    message.answer_before = Some(at(4, 14));
    message
}

#[tokio::test]
async fn another_programme_is_one_letter_with_everything_to_those_it_touches() {
    for kind in KINDS {
        // Whichever of the news comes first.
        for event_first in [true, false] {
            let world = World::new(kind).await;
            world.release(&conference(), None).await;
            let person = participant(1, &[LOKALE, UNGDOM, VANDRING]);
            world.admit(&person).await;
            world.admit(&participant(2, &[UNGDOM])).await;
            world.settle().await;
            if event_first {
                world.release(&second(), Some("Éin bolk er flytta.")).await;
                world.hear(touched(&person)).await;
            } else {
                world.hear(touched(&person)).await;
                world.release(&second(), Some("Éin bolk er flytta.")).await;
            }
            world.hear(touched(&person)).await;
            assert_eq!(world.taken().await.len(), 2, "it waits for more");
            world.advance(TimeDelta::minutes(11)).await;
            let taken = world.taken().await;
            assert_eq!(taken.len(), 3, "{kind:?} {event_first}: {:?}", world.subjects().await);
            let (old, letter) = (taken.iter().find(|letter| letter.to == taken[2].to).unwrap(), &taken[2]);
            assert_eq!(subject(letter), "Programmet er endra for deg: BYLIV 2027");
            let text = said(letter);
            for line in [
                "Dette er versjon 2.",
                "Flytta: Tomme lokale, tysdag 11. mai 2027 kl. 13.00–14.00, Storsalen (før: tysdag 11. mai 2027 kl. 10.00–11.00, Storsalen)",
                "Går ut: Byvandring; ute, onsdag 12. mai 2027 kl. 10.00–11.00, Torget",
                "Arrangøren seier: Éin bolk er flytta.",
                "Dette kan du ikkje rekke båe delar av:",
                "Vel kva du vil ha, innan tysdag 4. mai 2027 kl. 14.00",
                "Du kan velje noko anna som har plass.",
                "/mi/",
            ] {
                assert!(text.contains(line), "no {line} in {text}");
            }
            assert!(!text.contains("Du har valt"), "what was taken was not given up: {text}");
            let (old, new) = (ics(old).unwrap(), ics(letter).unwrap());
            assert_eq!(property(&old, "UID"), property(&new, "UID"));
            assert_eq!((property(&old, "SEQUENCE"), property(&new, "SEQUENCE")), ("0".to_owned(), "1".to_owned()));
            assert!(property(&new, "ATTENDEE").contains("PARTSTAT=ACCEPTED"), "the days are the same");
            let description = entry(&new).get_description().unwrap().to_owned();
            assert!(description.contains("kl. 13.00–14.00, Storsalen") && !description.contains("Byvandring"));
            assert!(description.contains("Programmet (versjon 2)"));
            assert!(world.fates(Purpose::Change).await.iter().all(|fate| *fate == Fate::Withdrawn));
        }
    }
}

#[tokio::test]
async fn the_letter_waits_until_the_programme_is_known() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.release(&conference(), None).await;
        let person = participant(1, &[LOKALE, UNGDOM, VANDRING]);
        world.admit(&person).await;
        world.settle().await;
        world.hear(touched(&person)).await;
        world.advance(TimeDelta::minutes(11)).await;
        assert_eq!(world.taken().await.len(), 1);
        world.release(&second(), None).await;
        world.advance(TimeDelta::minutes(11)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 2, "{:?}", world.subjects().await);
        assert!(said(&taken[1]).contains("Flytta: Tomme lokale"));
    }
}

#[tokio::test]
async fn two_versions_within_minutes_are_one_letter_and_what_is_taken_back_none() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let first = conference();
        world.release(&first, None).await;
        let (steady, wavering) = (participant(1, &[LOKALE]), participant(2, &[UNGDOM]));
        world.admit(&steady).await;
        world.admit(&wavering).await;
        world.settle().await;
        let second = version(&first, |pools| {
            move_to(pools, LOKALE, at(11, 11));
            move_to(pools, UNGDOM, at(11, 15));
        });
        let third = version(&second, |pools| {
            move_to(pools, LOKALE, at(11, 12));
            move_to(pools, UNGDOM, at(11, 13));
        });
        for (before, now) in [(&first, &second), (&second, &third)] {
            world.release(now, None).await;
            for (person, number) in [(&steady, LOKALE), (&wavering, UNGDOM)] {
                let mut message = replanned(person, now);
                message.registration.revision = now.programme_version.unwrap();
                message.moved = vec![moved_session(before, now, number)];
                world.hear(message).await;
            }
            world.advance(TimeDelta::minutes(4)).await;
        }
        world.advance(TimeDelta::minutes(10)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 3, "{:?}", world.subjects().await);
        let text = said(&taken[2]);
        assert!(text.contains("kl. 12.00–13.00, Storsalen (før: tysdag 11. mai 2027 kl. 10.00–11.00"), "{text}");
        assert!(text.contains("versjon 3") && !text.contains("kl. 11.00–12.00"), "{text}");
        let skipped: Vec<_> =
            world.letters().await.into_iter().filter(|l| l.skip == Some(Skip::NothingChanged)).collect();
        assert!(skipped.iter().any(|letter| letter.purpose == Purpose::Replanned), "{skipped:?}");
    }
}

#[tokio::test]
async fn what_else_is_changed_meanwhile_stands_in_the_same_letter() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.release(&conference(), None).await;
        let person = participant(1, &[LOKALE, UNGDOM, VANDRING]);
        world.admit(&person).await;
        world.settle().await;
        // First only the title, of which a letter is planned.
        let titled =
            edited(&conference(), |event| event.title = proto::Localised::from([(proto::Language::Nn, "Ny tittel")]));
        world.publish(&titled).await;
        let mut now = second();
        (now.revision, now.title) = (titled.revision + 1, titled.title.clone());
        world.release(&now, None).await;
        world.hear(touched(&person)).await;
        world.advance(TimeDelta::minutes(11)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 2, "{:?}", world.subjects().await);
        let text = said(&taken[1]);
        assert!(
            text.contains("Tittel: Ny tittel (før: BYLIV 2027)") && text.contains("Flytta: Tomme lokale"),
            "{text}"
        );
    }
}

#[tokio::test]
async fn who_does_not_choose_in_time_is_told_what_was_kept() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.release(&conference(), None).await;
        let person = participant(1, &[LOKALE, UNGDOM, VANDRING]);
        world.admit(&person).await;
        world.settle().await;
        world.release(&second(), None).await;
        let first = touched(&person);
        world.hear(first.clone()).await;
        world.advance(TimeDelta::minutes(11)).await;
        let mut decided = replanned(&first.registration, &second());
        decided.registration.choices = claims(&[LOKALE], &[]);
        decided.clashes = vec![(pool(LOKALE), pool(UNGDOM))];
        world.hear(decided).await;
        world.advance(TimeDelta::minutes(11)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 3, "{:?}", world.subjects().await);
        let text = said(&taken[2]);
        assert!(text.contains("Du har framleis Tomme lokale, og ikkje lenger Ungdom."), "{text}");
        assert!(!text.contains("Vel kva du vil ha") && !text.contains("ingenting"), "{text}");
        assert_eq!(property(&ics(&taken[2]).unwrap(), "SEQUENCE"), "2");
    }
}

#[tokio::test]
async fn whoever_comes_to_take_part_in_another_way_is_told_what_that_means() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.release(&conference(), None).await;
        let (person, unlucky) = (participant(1, &[]), participant(2, &[]));
        world.admit(&person).await;
        world.admit(&unlucky).await;
        world.settle().await;
        let online = edited(&conference(), |event| event.attendance = Attendance::Online);
        world.publish(&online).await;
        let moved = |person: &Registration, state| {
            let mut message = replanned(person, &online);
            (message.version, message.form_before) = (None, Some(Form::InPerson));
            (message.registration.form, message.registration.state) = (Some(Form::Online), state);
            message
        };
        world.hear(moved(&person, State::Admitted)).await;
        world.hear(moved(&unlucky, State::Waiting)).await;
        world.advance(TimeDelta::minutes(11)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 4, "{:?}", world.subjects().await);
        let of = |address: &str| taken[2..].iter().find(|letter| letter.to == address).unwrap();
        let (letter, waits) = (of("ase1@kommune.example"), of("ase2@kommune.example"));
        let text = said(letter);
        assert!(text.contains("Du deltek: på nett (før: på staden)") && text.contains("/delta/"), "{text}");
        let calendar = ics(letter).unwrap();
        assert_eq!(property(&calendar, "LOCATION"), "Nettmøte");
        assert_eq!((property(&calendar, "SEQUENCE"), property(&calendar, "STATUS")), ("1".into(), "CONFIRMED".into()));
        let text = said(waits);
        assert!(text.contains("du står på venteliste") && !text.contains("/delta/"), "{text}");
        assert_eq!(property(&ics(waits).unwrap(), "STATUS"), "TENTATIVE");

        // And then there is room after all.
        let back = Registration { revision: 9, form: Some(Form::Online), ..unlucky.clone() };
        let admitted = proto::registration::RegistrationAdmitted { registration: back, from_waiting_list: true };
        world.hear(admitted.clone()).await;
        world.hear(admitted).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 5, "{:?}", world.subjects().await);
        assert_eq!(subject(&taken[4]), "Du har fått plass: BYLIV 2027");
        assert_eq!(property(&ics(&taken[4]).unwrap(), "STATUS"), "CONFIRMED");
    }
}

#[tokio::test]
async fn a_place_in_a_session_that_was_waited_for_is_told_by_its_name() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.release(&conference(), None).await;
        let person = Registration { choices: claims(&[LOKALE], &[UNGDOM]), ..participant(1, &[]) };
        world.admit(&person).await;
        let first = world.taken().await;
        assert!(said(&first[0]).contains("Du står på venteliste til: - Ungdom, tysdag 11. mai 2027 kl. 13.00–14.00"));
        let got = Registration { revision: 2, choices: claims(&[LOKALE, UNGDOM], &[]), ..person.clone() };
        world.hear(RegistrationChanged { registration: got, what: Change::Details }).await;
        world.advance(TimeDelta::minutes(11)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 2);
        assert_eq!(subject(&taken[1]), "Du har fått plass: Ungdom, BYLIV 2027");
        assert!(said(&taken[1]).contains("Du har fått plass: Ungdom, tysdag 11. mai 2027 kl. 13.00–14.00, Sal 2"));
        assert!(entry(&ics(&taken[1]).unwrap()).get_description().unwrap().contains("- Ungdom"));
    }
}

#[tokio::test]
async fn whoever_waits_is_told_of_another_programme_without_a_calendar_entry() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.release(&conference(), None).await;
        let waiting = Registration { state: State::Waiting, ..participant(1, &[]) };
        world.hear(RegistrationWaitlisted { registration: waiting.clone(), position: 1 }).await;
        world.settle().await;
        world.release(&second(), None).await;
        let mut message = replanned(&waiting, &second());
        message.gone = vec![chosen(&conference(), VANDRING)];
        world.hear(message).await;
        world.advance(TimeDelta::minutes(11)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 2);
        assert!(said(&taken[1]).contains("Går ut: Byvandring; ute") && ics(&taken[1]).is_none());
    }
}
