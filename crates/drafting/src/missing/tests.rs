use super::{Around, Missing, missing};
use crate::draft::{Choice, Day, Draft};
use crate::filing::wording;
use crate::form::library::Ready;
use crate::form::question::Question;
use crate::form::wanting::Lack;
use chrono::{DateTime, Utc};
use proto::event::EventKind;
use proto::organisation::Organisation;
use proto::{Language, Localised};
use std::collections::BTreeSet;
use text::Text;
use uuid::Uuid;

pub(crate) fn organisation() -> Organisation {
    Organisation {
        id: Uuid::nil(),
        revision: 1,
        slug: "distriktssenteret".to_owned(),
        name: Localised::from([(Language::Nn, "Distriktssenteret")]),
        required_languages: vec![Language::Nn, Language::Nb],
        sender: "post@distriktssenteret.example".to_owned(),
        accessibility_statement: "https://distriktssenteret.example/tilgjenge".to_owned(),
        privacy_notice: "https://distriktssenteret.example/personvern".to_owned(),
        retention_days: 60,
        logo: None,
        theme: proto::organisation::Theme::default(),
    }
}

pub(crate) fn day(year: &str, month: &str, day: &str) -> Day {
    Day { day: day.to_owned(), month: month.to_owned(), year: year.to_owned() }
}

pub(crate) fn whole() -> Draft {
    let both = |nn: &str, nb: &str| Localised::from([(Language::Nn, nn), (Language::Nb, nb)]);
    Draft {
        title: both("Torget \"no\" \\ då", "Torget <nå>"),
        summary: both("Ein time.", "En time."),
        description: both("Første.\n\nAndre\tavsnitt.", "Et avsnitt."),
        day: day("2027", "3", "16"),
        starts: "10".to_owned(),
        ends: "11.30".to_owned(),
        timezone: "Europe/Oslo".to_owned(),
        venue: both("Biblioteket", "Biblioteket"),
        meeting_url: "https://mote.example.org/rom".to_owned(),
        capacity: "40".to_owned(),
        closes: day("2027", "3", "15"),
        closes_at: "12:00".to_owned(),
        contact_name: "Kurskontoret".to_owned(),
        contact_email: "kurs@distriktssenteret.example".to_owned(),
        contact_phone: "+47 00 00 00 00".to_owned(),
        form: Ready::ALL
            .into_iter()
            .map(|ready| Question {
                required: ready == Ready::Municipality,
                ..ready.question(|ready, part| wording(ready, part, &Text::new()), 60)
            })
            .collect(),
        ..Draft::default()
    }
}

fn now() -> DateTime<Utc> {
    "2027-01-12T08:00:00Z".parse().unwrap()
}

#[test]
fn each_thing_that_is_missing_or_wrong_is_told_of_and_nothing_else() {
    use Language::{Nb, Nn};
    use Missing::*;
    type Case = (fn(&mut Draft), &'static [Missing]);
    let cases: &[Case] = &[
        (|_| (), &[]),
        (|it| drop(it.title.0.remove(&Nb)), &[Title(Nb)]),
        (|it| it.title = Localised::default(), &[Title(Nn), Title(Nb)]),
        (|it| drop(it.title.0.insert(Nn, "a".repeat(201))), &[LongTitle(Nn)]),
        (|it| drop(it.title.0.insert(Language::Sv, "a\nb".to_owned())), &[LongTitle(Language::Sv)]),
        (|it| drop(it.summary.0.remove(&Nn)), &[Summary(Nn)]),
        (|it| drop(it.description.0.remove(&Nn)), &[Description(Nn)]),
        (|it| it.day = Default::default(), &[Day]),
        (|it| it.day = day("2027", "2", "30"), &[WrongDay]),
        (|it| it.day = day("27", "3", ""), &[WrongDay]),
        (|it| it.day = day("2026", "3", "16"), &[Over, DeadlineAfterEnd]),
        (|it| it.starts.clear(), &[Starts]),
        (|it| it.starts = "ti".to_owned(), &[WrongStart]),
        (|it| it.ends.clear(), &[Ends]),
        (|it| it.ends = "24:00".to_owned(), &[WrongEnd]),
        (|it| it.ends = "10.00".to_owned(), &[EndsBeforeStart]),
        (
            |it| {
                it.day = day("2027", "3", "28");
                it.starts = "02:30".to_owned();
                it.ends = "02:45".to_owned();
            },
            &[SkippedStart, SkippedEnd],
        ),
        (|it| it.timezone = "Mars/Olympus".to_owned(), &[WrongZone]),
        (|it| drop(it.venue.0.remove(&Nb)), &[Venue(Nb)]),
        (|it| it.venue = Localised::default(), &[]),
        (|it| it.meeting_url.clear(), &[Meeting]),
        (|it| it.meeting_url = "javascript:alert(1)".to_owned(), &[WrongMeeting]),
        (|it| it.capacity.clear(), &[]),
        (|it| it.capacity = "0".to_owned(), &[WrongPlaces]),
        (|it| it.capacity = "førti".to_owned(), &[WrongPlaces]),
        (
            |it| {
                it.closes = Default::default();
                it.closes_at.clear();
            },
            &[],
        ),
        (|it| it.closes = Default::default(), &[WrongDeadlineDay]),
        (|it| it.closes_at.clear(), &[WrongDeadlineTime]),
        (|it| it.closes = day("2027", "3", "17"), &[DeadlineAfterEnd]),
        (|it| it.contact_name.clear(), &[ContactName]),
        (|it| it.contact_email.clear(), &[ContactEmail]),
        (|it| it.contact_email = "kurs@".to_owned(), &[WrongEmail]),
        (|it| it.contact_phone.clear(), &[]),
        (|it| it.form.clear(), &[]),
        (|it| drop(it.form[1].purpose.0.remove(&Nb)), &[Question(1, Lack::Purpose(Nb))]),
        (|it| it.form[2].days = "61".to_owned(), &[Question(2, Lack::Days)]),
    ];
    let organisation = organisation();
    for (number, (change, expected)) in cases.iter().enumerate() {
        let mut draft = whole();
        change(&mut draft);
        let found = missing(
            &draft,
            Around { kind: EventKind::Webinar, organisation: &organisation, rooms: false, networks: &[], now: now() },
        );
        assert_eq!(found, *expected, "case {number}");
    }
}

#[test]
fn an_empty_draft_lacks_what_every_webinar_has() {
    use Language::{Nb, Nn};
    use Missing::*;
    let mut organisation = organisation();
    let found = |organisation: &Organisation, rooms: bool| {
        missing(&Draft::default(), Around { kind: EventKind::Webinar, organisation, rooms, networks: &[], now: now() })
    };
    let texts = vec![Title(Nn), Title(Nb), Summary(Nn), Summary(Nb), Description(Nn), Description(Nb)];
    let rest = vec![Day, Starts, Ends, Meeting, ContactName, ContactEmail];
    assert_eq!(found(&organisation, false), [texts, rest].concat());
    organisation.required_languages.clear();
    organisation.accessibility_statement = " ".to_owned();
    let some = [Title(Nn), Summary(Nn), Description(Nn), Day, Starts, Ends, ContactName, ContactEmail, Statement];
    assert_eq!(found(&organisation, true), some);
}

#[test]
fn every_one_has_its_own_words_in_every_language() {
    let text = Text::new();
    let examples = Missing::examples();
    let keys: BTreeSet<&str> = examples.iter().map(|one| one.key()).collect();
    assert_eq!(keys.len(), examples.len());
    for (one, language) in examples.iter().flat_map(|one| Language::ALL.map(|language| (one, language))) {
        let sentence = text.word(
            language,
            one.key(),
            &[("language", "X".into()), ("question", 2_i64.into()), ("option", 2_i64.into())],
        );
        assert_ne!(sentence, one.key(), "{language}");
    }
}

#[test]
fn a_gathering_lacks_what_its_delegations_need_and_one_that_is_for_all_does_not() {
    use Missing::{
        AnswerDaysAlone, ChoicePlaces, EndsBeforeStart, NeedsVenue, ReleaseAfterStart, Seats, SeatsBelowLeast,
        WrongAnswerDays, WrongExtra, WrongLeast, WrongMost, WrongNetwork, WrongSeats, WrongUntil,
    };
    type Case = (fn(&mut Draft), &'static [Missing]);
    let gathering = || Draft {
        network: "byregionane".to_owned(),
        seats: "3".to_owned(),
        closes: Day::default(),
        closes_at: String::new(),
        release: day("2027", "3", "10"),
        answer_days: "3".to_owned(),
        choices: vec![Choice { key: "s1".to_owned(), label: whole().title, capacity: "40".to_owned() }],
        ..whole()
    };
    let cases: &[Case] = &[
        (|_| (), &[]),
        (|it| it.venue = Localised::default(), &[NeedsVenue(Language::Nn), NeedsVenue(Language::Nb)]),
        (|it| (it.venue, it.attendance) = (Localised::default(), "online".to_owned()), &[]),
        (|it| it.until = day("2027", "3", "17"), &[]),
        (|it| it.until = day("2027", "3", "15"), &[EndsBeforeStart]),
        (|it| it.until = day("2027", "2", "30"), &[WrongUntil]),
        (|it| it.network = "andre".to_owned(), &[WrongNetwork]),
        (|it| it.seats.clear(), &[Seats]),
        (|it| it.seats = "51".to_owned(), &[WrongSeats]),
        (|it| it.extra = "mange".to_owned(), &[WrongExtra]),
        (|it| drop(it.least.insert("elected".to_owned(), "x".to_owned())), &[WrongLeast(0)]),
        (|it| drop(it.least.insert("other".to_owned(), "4".to_owned())), &[SeatsBelowLeast]),
        (|it| drop(it.most.insert("leadership".to_owned(), "-1".to_owned())), &[WrongMost(1)]),
        (|it| it.release = day("2027", "3", "17"), &[ReleaseAfterStart]),
        (|it| it.release = Day::default(), &[AnswerDaysAlone]),
        (|it| it.answer_days = "0".to_owned(), &[WrongAnswerDays]),
        (|it| drop(it.choices[0].label.0.remove(&Language::Nb)), &[Missing::Choice(1, Language::Nb)]),
        (|it| it.choices[0].capacity = "0".to_owned(), &[ChoicePlaces(1)]),
        (|it| (it.network, it.seats) = (String::new(), "mange".to_owned()), &[]),
    ];
    let organisation = organisation();
    let networks = [crate::Network { slug: "byregionane".to_owned(), name: Localised::default() }];
    for (number, (change, expected)) in cases.iter().enumerate() {
        let mut draft = gathering();
        change(&mut draft);
        let kind = EventKind::Gathering;
        let around = Around { kind, organisation: &organisation, rooms: false, networks: &networks, now: now() };
        assert_eq!(missing(&draft, around), *expected, "case {number}");
    }
}
