use super::{Known, Matter, of};
use crate::programme::{
    Access, AccessNeed, Day, Occurrence, Part, Programme, Room, RoomId, Session, SessionKind, Venue,
};
use crate::store::speaker::Span;
use chrono::{DateTime, NaiveTime, Utc};
use chrono_tz::Europe::Oslo;
use proto::event::{Attendance, Walk};
use proto::{Language, Localised, OccurrenceId, SessionId, SpeakerId, VenueId};
use std::collections::BTreeMap;
use uuid::Uuid;

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn at(clock: &str) -> DateTime<Utc> {
    format!("2027-05-11T{clock}:00+02:00").parse().unwrap()
}

fn both(text: &str) -> Localised {
    Localised::from([(Language::Nn, text), (Language::Nb, text)])
}

/// A session by its number, with this speaker, given in a room from one time of the clock to another.
struct Given(u128, u128, Option<u128>, &'static str, &'static str);

/// Room 1 of 50 and room 2 of 20 are in one house, room 3 in another ten minutes away. The doors are open from nine to four.
fn programme(given: &[Given]) -> Programme {
    let room = |number: u128, capacity| Room {
        id: RoomId(id(number)),
        name: both("Rom"),
        capacity,
        hearing_loop: number == 1,
        step_free: true,
    };
    let venue =
        |number: u128, rooms| Venue { id: VenueId(id(number)), name: both("Hus"), address: String::new(), rooms };
    let session = |given: &Given| Session {
        id: SessionId(id(given.0)),
        revision: 1,
        kind: SessionKind::Parallel,
        title: both("Tittel"),
        description: both("Tekst"),
        track: None,
        parts: vec![Part { speaker: SpeakerId(id(given.1)), moderates: false }],
        attendance: Attendance::InPerson,
        chosen: true,
        capacity: None,
        needs: Vec::new(),
    };
    let occurrence = |(place, given): (usize, &Given)| Occurrence {
        id: OccurrenceId(id(100 + place as u128)),
        revision: 1,
        session: Some(SessionId(id(given.0))),
        note: Localised::default(),
        room: given.2.map(|room| RoomId(id(room))),
        starts_at: at(given.3),
        ends_at: at(given.4),
    };
    let clock = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    Programme {
        days: vec![Day { date: at("09:00").date_naive(), opens: clock(9), closes: clock(16), title: both("Dag 1") }],
        venues: vec![venue(20, vec![room(1, Some(50)), room(2, Some(20))]), venue(21, vec![room(3, None)])],
        walks: vec![Walk { from: VenueId(id(21)), to: VenueId(id(20)), minutes: 10 }],
        tracks: Vec::new(),
        sessions: given.iter().map(session).collect(),
        occurrences: given.iter().enumerate().map(occurrence).collect(),
    }
}

fn known() -> Known {
    Known { languages: vec![Language::Nn, Language::Nb], ..Known::default() }
}

fn matters(programme: &Programme, known: &Known) -> Vec<Matter> {
    of(programme, known, Oslo).into_iter().map(|warning| warning.what).collect()
}

fn speaker(number: u128) -> SpeakerId {
    SpeakerId(id(number))
}

#[test]
fn a_day_in_order_has_no_warnings() {
    let day = [
        Given(10, 1, Some(1), "09:00", "10:00"),
        Given(11, 1, Some(2), "10:00", "11:00"),
        Given(12, 1, Some(3), "11:10", "12:00"),
        Given(13, 2, Some(1), "10:00", "11:00"),
        Given(14, 1, None, "12:00", "16:00"),
    ];
    assert_eq!(matters(&programme(&day), &known()), []);
}

#[test]
fn a_room_is_not_used_twice_at_once() {
    for (second, expected) in [
        (Given(11, 2, Some(1), "09:59", "11:00"), vec![Matter::RoomTwice { room: RoomId(id(1)) }]),
        (Given(11, 2, Some(1), "10:00", "11:00"), vec![]),
        (Given(11, 2, Some(2), "09:00", "10:00"), vec![]),
        (Given(11, 2, None, "09:00", "10:00"), vec![]),
    ] {
        let programme = programme(&[Given(10, 1, Some(1), "09:00", "10:00"), second]);
        assert_eq!(matters(&programme, &known()), expected);
    }
    let mut held = programme(&[Given(10, 1, Some(1), "09:00", "10:00"), Given(11, 2, Some(1), "09:30", "11:00")]);
    held.occurrences[1].session = None;
    let found = of(&held, &known(), Oslo);
    let placed = found.iter().find(|warning| matches!(warning.what, Matter::RoomTwice { .. })).unwrap();
    assert_eq!(placed.about, [OccurrenceId(id(100)), OccurrenceId(id(101))]);
}

#[test]
fn a_speaker_is_in_one_place_and_gets_there() {
    let twice = Matter::SpeakerTwice { speaker: speaker(1) };
    let far = |there_is| Matter::TooFar { speaker: speaker(1), walk: 10, there_is };
    for (second, expected) in [
        (Given(11, 1, Some(2), "09:30", "10:30"), vec![twice.clone()]),
        (Given(11, 1, None, "09:30", "10:30"), vec![twice]),
        (Given(11, 1, Some(3), "10:09", "11:00"), vec![far(9)]),
        (Given(11, 1, Some(3), "10:00", "11:00"), vec![far(0)]),
        (Given(11, 1, Some(3), "10:10", "11:00"), vec![]),
        (Given(11, 2, Some(3), "09:30", "11:00"), vec![]),
    ] {
        let programme = programme(&[Given(10, 1, Some(1), "09:00", "10:00"), second]);
        assert_eq!(matters(&programme, &known()), expected);
    }
}

#[test]
fn a_speaker_who_cannot_come_is_told_of() {
    let away = |from, to| Known {
        unavailable: BTreeMap::from([(speaker(1), vec![Span { starts_at: at(from), ends_at: at(to) }])]),
        ..known()
    };
    let programme = programme(&[Given(10, 1, Some(1), "10:00", "11:00")]);
    assert_eq!(matters(&programme, &away("10:59", "12:00")), [Matter::SpeakerAway { speaker: speaker(1) }]);
    assert_eq!(matters(&programme, &away("11:00", "12:00")), []);
}

#[test]
fn a_room_holds_what_it_holds() {
    let mut small = programme(&[Given(10, 1, Some(2), "10:00", "11:00")]);
    let people =
        |holders| Known { holders: BTreeMap::from([(OccurrenceId(id(100)), holders)]), coming: 300, ..known() };
    assert_eq!(matters(&small, &people(20)), []);
    assert_eq!(matters(&small, &people(21)), [Matter::TooMany { people: 21, room: 20 }]);
    small.sessions[0].capacity = Some(25);
    assert_eq!(matters(&small, &people(0)), [Matter::OverRoom { places: 25, room: 20 }]);
    small.sessions[0].chosen = false;
    assert_eq!(matters(&small, &people(0)), []);
    small.sessions[0].kind = SessionKind::Plenary;
    assert_eq!(matters(&small, &people(0)), [Matter::TooMany { people: 300, room: 20 }]);
    small.occurrences[0].room = Some(RoomId(id(3)));
    assert_eq!(matters(&small, &people(0)), [], "nobody has said how many it holds");
}

#[test]
fn what_is_before_the_doors_open_or_on_no_day_is_told_of() {
    let early = programme(&[Given(10, 1, Some(1), "08:45", "09:30")]);
    assert_eq!(matters(&early, &known()), [Matter::OutsideOpening]);
    let late = programme(&[Given(10, 1, Some(1), "15:30", "16:01")]);
    assert_eq!(matters(&late, &known()), [Matter::OutsideOpening]);
    let mut evening = programme(&[Given(10, 1, Some(1), "19:00", "23:00")]);
    evening.sessions[0].kind = SessionKind::Social;
    assert_eq!(matters(&evening, &known()), []);
    let mut lost = programme(&[Given(10, 1, Some(1), "10:00", "11:00")]);
    lost.days.clear();
    assert_eq!(matters(&lost, &known()), [Matter::OutsideDays]);
}

#[test]
fn texts_are_wanted_in_every_language() {
    let mut programme = programme(&[Given(10, 1, Some(1), "10:00", "11:00")]);
    programme.sessions[0].title = Localised::from([(Language::Nn, "Tittel"), (Language::Nb, " ")]);
    programme.sessions[0].description = Localised::default();
    let all = Matter::DescriptionMissing { languages: vec![Language::Nn, Language::Nb] };
    let title = Matter::TitleMissing { languages: vec![Language::Nb] };
    assert_eq!(matters(&programme, &known()), [title.clone(), all]);
    programme.sessions[0].kind = SessionKind::Break;
    assert_eq!(matters(&programme, &known()), std::slice::from_ref(&title));
    programme.sessions[0].description = Localised::from([(Language::Nb, "Kaffi")]);
    let half = Matter::DescriptionMissing { languages: vec![Language::Nn] };
    assert_eq!(matters(&programme, &known()), [title, half]);
    assert_eq!(matters(&programme, &Known { languages: vec![], ..known() }), []);
}

#[test]
fn a_need_is_met_by_the_room_or_answered() {
    let unmet = |need| vec![Matter::NeedUnanswered { need }];
    for (what, answered, room, expected) in [
        (Access::HearingLoop, false, Some(1), vec![]),
        (Access::HearingLoop, false, Some(2), unmet(Access::HearingLoop)),
        (Access::HearingLoop, false, None, unmet(Access::HearingLoop)),
        (Access::HearingLoop, true, Some(2), vec![]),
        (Access::StepFree, false, Some(2), vec![]),
        (Access::SignLanguage, false, Some(1), unmet(Access::SignLanguage)),
        (Access::Captions, true, Some(1), vec![]),
    ] {
        let mut programme = programme(&[Given(10, 1, room, "10:00", "11:00")]);
        programme.sessions[0].needs = vec![AccessNeed { what, answered }];
        assert_eq!(matters(&programme, &known()), expected, "{what:?} in {room:?}");
    }
    let mut unplaced = programme(&[Given(10, 1, Some(1), "10:00", "11:00")]);
    unplaced.sessions[0].needs = vec![AccessNeed { what: Access::HearingLoop, answered: false }];
    unplaced.occurrences.clear();
    assert_eq!(matters(&unplaced, &known()), unmet(Access::HearingLoop), "not placed yet, so not met yet");
    unplaced.sessions[0].attendance = Attendance::Online;
    assert_eq!(matters(&unplaced, &known()), []);
}
