//! Each edit by example, what is refused, and what holds whatever is done in whatever order.

use super::{Edit, Mark, Mistake, Refusal, Slot, Stale, Wrong, apply};
use crate::programme::{Day, Occurrence, Part, Programme, Room, RoomId, Session, SessionKind, Track, TrackId, Venue};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Europe::Oslo;
use proptest::prelude::*;
use proto::event::{Attendance, Walk};
use proto::{Language, Localised, OccurrenceId, SessionId, SpeakerId, VenueId};
use std::collections::BTreeSet;
use uuid::Uuid;

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn named(name: &str) -> Localised {
    Localised::from([(Language::Nn, name)])
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn clock(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn day(text: &str) -> Day {
    Day { date: date(text), opens: clock("09:00"), closes: clock("16:00"), title: Localised::default() }
}

fn room(number: u128, capacity: u32) -> Room {
    Room { id: RoomId(id(number)), name: named("Sal"), capacity: Some(capacity), hearing_loop: false, step_free: true }
}

fn session(number: u128) -> Session {
    Session {
        id: SessionId(id(number)),
        revision: 1,
        kind: SessionKind::Parallel,
        title: named("Liv i sentrum"),
        description: Localised::default(),
        track: Some(TrackId(id(30))),
        parts: Vec::new(),
        attendance: Attendance::InPerson,
        chosen: true,
        capacity: None,
        needs: Vec::new(),
    }
}

/// Two days in May, the nights when the clocks change, a venue with two rooms and one session at ten.
fn programme() -> Programme {
    Programme {
        days: ["2027-03-28", "2027-05-11", "2027-05-12", "2027-10-31"].map(day).to_vec(),
        venues: vec![Venue {
            id: VenueId(id(20)),
            name: named("Kulturhuset"),
            address: String::new(),
            rooms: vec![room(1, 100), room(2, 30)],
        }],
        walks: Vec::new(),
        tracks: vec![Track { id: TrackId(id(30)), name: named("Sentrum"), colour: 0 }],
        sessions: vec![session(10)],
        occurrences: vec![Occurrence {
            id: OccurrenceId(id(100)),
            revision: 3,
            session: Some(SessionId(id(10))),
            note: Localised::default(),
            room: Some(RoomId(id(1))),
            starts_at: at("2027-05-11T08:00:00Z"),
            ends_at: at("2027-05-11T08:45:00Z"),
        }],
    }
}

fn slot(day: &str, from: &str, to: &str) -> Slot {
    Slot { room: Some(RoomId(id(1))), date: date(day), from: clock(from), to: clock(to), next_day: false }
}

fn shift(revision: u32, slot: Slot) -> Edit {
    Edit::Move { id: OccurrenceId(id(100)), revision, slot, note: None }
}

fn times(programme: &Programme, number: u128) -> (String, String) {
    let found = programme.occurrence(OccurrenceId(id(number))).unwrap();
    let text = |at: DateTime<Utc>| at.format("%d %H:%M").to_string();
    (text(found.starts_at), text(found.ends_at))
}

fn mistakes(edit: Edit) -> Vec<(&'static str, Mistake)> {
    match apply(&programme(), edit, Oslo) {
        Err(Refusal::Wrong(wrong)) => wrong.into_iter().map(|Wrong { field, what }| (field, what)).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_session_moves_to_another_time_and_room_and_is_a_revision_further() {
    let to = Slot { room: Some(RoomId(id(2))), ..slot("2027-05-12", "12:15", "13:30") };
    let now = apply(&programme(), shift(3, to), Oslo).unwrap();
    let moved = now.occurrence(OccurrenceId(id(100))).unwrap();
    assert_eq!((moved.revision, moved.room), (4, Some(RoomId(id(2)))));
    assert_eq!(times(&now, 100), ("12 10:15".to_owned(), "12 11:30".to_owned()));
    assert_eq!(Slot::of(moved.room, moved.starts_at, moved.ends_at, Oslo), to);
}

#[test]
fn a_copy_comes_right_after_and_a_new_one_where_it_is_put() {
    let again = Edit::Duplicate { id: OccurrenceId(id(100)), revision: 3, new: OccurrenceId(id(101)) };
    let now = apply(&programme(), again.clone(), Oslo).unwrap();
    assert_eq!(times(&now, 101), ("11 08:45".to_owned(), "11 09:30".to_owned()));
    assert_eq!(now.occurrence(OccurrenceId(id(101))).unwrap().session, Some(SessionId(id(10))));
    assert_eq!(apply(&now, again, Oslo).unwrap(), now, "a form that is sent twice copies once");

    let block = Edit::Place {
        id: OccurrenceId(id(102)),
        session: None,
        note: named("Rigging"),
        slot: Slot { room: None, ..slot("2027-05-12", "22:00", "01:00") },
    };
    assert!(matches!(apply(&now, block.clone(), Oslo), Err(Refusal::Wrong(_))), "one in the morning is before ten");
    let Edit::Place { id: new, session, note, slot } = block else { unreachable!() };
    let late = Edit::Place { id: new, session, note, slot: Slot { next_day: true, ..slot } };
    let now = apply(&now, late.clone(), Oslo).unwrap();
    assert_eq!(times(&now, 102), ("12 20:00".to_owned(), "12 23:00".to_owned()));
    assert_eq!(apply(&now, late, Oslo).unwrap(), now);
}

#[test]
fn a_removed_time_leaves_the_session_and_a_removed_session_no_time() {
    let unplaced = apply(&programme(), Edit::Remove { id: OccurrenceId(id(100)), revision: 3 }, Oslo).unwrap();
    assert_eq!((unplaced.occurrences.len(), unplaced.sessions.len()), (0, 1));
    let gone = apply(&programme(), Edit::RemoveSession { id: SessionId(id(10)), revision: 1 }, Oslo).unwrap();
    assert_eq!((gone.occurrences.len(), gone.sessions.len()), (0, 0));
}

#[test]
fn impossible_times_are_told_beside_their_field() {
    for (slot, expected) in [
        (slot("2027-05-11", "10:00", "09:00"), vec![("to", Mistake::EndsBeforeStart)]),
        (slot("2027-05-11", "10:00", "10:00"), vec![("to", Mistake::EndsBeforeStart)]),
        (slot("2027-05-13", "10:00", "11:00"), vec![("date", Mistake::NoSuchDay)]),
        (slot("2027-03-28", "02:30", "03:30"), vec![("from", Mistake::Skipped)]),
        (slot("2027-03-28", "01:30", "02:15"), vec![("to", Mistake::Skipped)]),
        (slot("2027-03-28", "02:10", "02:50"), vec![("from", Mistake::Skipped), ("to", Mistake::Skipped)]),
        (
            Slot { room: Some(RoomId(id(9))), ..slot("2027-05-11", "10:00", "11:00") },
            vec![("room", Mistake::NoSuchRoom)],
        ),
        (
            Slot { room: Some(RoomId(id(9))), ..slot("2027-05-11", "10:00", "09:00") },
            vec![("to", Mistake::EndsBeforeStart), ("room", Mistake::NoSuchRoom)],
        ),
    ] {
        assert_eq!(mistakes(shift(3, slot)), expected, "{slot:?}");
    }
}

#[test]
fn an_hour_that_comes_twice_is_the_first_unless_it_was_the_second() {
    let now = apply(&programme(), shift(3, slot("2027-10-31", "02:15", "02:45")), Oslo).unwrap();
    assert_eq!(times(&now, 100), ("31 00:15".to_owned(), "31 00:45".to_owned()));
    // From 02.45 to 02.15 is half an hour on that night.
    let over = apply(&programme(), shift(3, slot("2027-10-31", "02:45", "02:15")), Oslo).unwrap();
    assert_eq!(times(&over, 100), ("31 00:45".to_owned(), "31 01:15".to_owned()));

    let mut second = programme();
    second.occurrences[0].starts_at = at("2027-10-31T01:15:00Z");
    second.occurrences[0].ends_at = at("2027-10-31T01:45:00Z");
    let same = apply(&second, shift(3, slot("2027-10-31", "02:15", "02:45")), Oslo).unwrap();
    assert_eq!(same, second, "what is sent back as it was shown stays as it is");
    let longer = apply(&second, shift(3, slot("2027-10-31", "02:15", "03:30")), Oslo).unwrap();
    assert_eq!(times(&longer, 100), ("31 01:15".to_owned(), "31 02:30".to_owned()));
}

#[test]
fn an_edit_of_what_somebody_else_has_changed_shows_both() {
    let Err(Refusal::Stale(stale)) = apply(&programme(), shift(2, slot("2027-05-11", "12:00", "13:00")), Oslo) else {
        panic!("it is written over")
    };
    let Stale::Occurrence { now, wanted: Some(wanted) } = *stale else { panic!("{stale:?}") };
    assert_eq!((now.starts_at, wanted.starts_at), (at("2027-05-11T08:00:00Z"), at("2027-05-11T10:00:00Z")));

    let mine = Session { revision: 0, title: named("Mi"), ..session(10) };
    let Err(Refusal::Stale(stale)) = apply(&programme(), Edit::KeepSession(mine), Oslo) else { panic!() };
    let Stale::Session { now, wanted: Some(wanted) } = *stale else { panic!("{stale:?}") };
    assert_eq!((now.title, wanted.title, wanted.revision), (named("Liv i sentrum"), named("Mi"), 1));

    let old = Mark::of(&"something else");
    for edit in [
        Edit::Remove { id: OccurrenceId(id(100)), revision: 2 },
        Edit::Duplicate { id: OccurrenceId(id(100)), revision: 2, new: OccurrenceId(id(101)) },
        Edit::RemoveSession { id: SessionId(id(10)), revision: 9 },
        Edit::RemoveVenue { id: VenueId(id(20)), begun: old },
        Edit::KeepVenue { venue: Venue { name: named("Anna"), ..programme().venues[0].clone() }, begun: Some(old) },
        Edit::RemoveTrack { id: TrackId(id(30)), begun: old },
        Edit::KeepTrack { track: Track { colour: 3, ..programme().tracks[0].clone() }, begun: None },
        Edit::RemoveDay { date: date("2027-05-12"), begun: old },
        Edit::KeepDay { day: day("2027-05-13"), begun: Some((date("2027-05-12"), old)) },
    ] {
        assert!(matches!(apply(&programme(), edit.clone(), Oslo), Err(Refusal::Stale(_))), "{edit:?}");
    }
}

#[test]
fn what_somebody_else_has_removed_is_not_brought_back() {
    let mark = Mark::of(&"something");
    for edit in [
        Edit::Move { id: OccurrenceId(id(7)), revision: 1, slot: slot("2027-05-11", "10:00", "11:00"), note: None },
        Edit::Duplicate { id: OccurrenceId(id(7)), revision: 1, new: OccurrenceId(id(8)) },
        Edit::KeepSession(Session { id: SessionId(id(7)), ..session(7) }),
        Edit::KeepTrack { track: Track { id: TrackId(id(7)), name: named("A"), colour: 1 }, begun: Some(mark) },
        Edit::KeepDay { day: day("2027-06-01"), begun: Some((date("2027-06-02"), mark)) },
    ] {
        assert_eq!(apply(&programme(), edit.clone(), Oslo), Err(Refusal::Gone), "{edit:?}");
    }
}

#[test]
fn removing_twice_and_sending_twice_is_once() {
    let gone = apply(&programme(), Edit::Remove { id: OccurrenceId(id(100)), revision: 3 }, Oslo).unwrap();
    assert_eq!(apply(&gone, Edit::Remove { id: OccurrenceId(id(100)), revision: 3 }, Oslo), Ok(gone));
    let edit = shift(3, slot("2027-05-11", "12:00", "13:00"));
    let moved = apply(&programme(), edit.clone(), Oslo).unwrap();
    assert_eq!(apply(&moved, edit, Oslo), Ok(moved));
}

#[test]
fn rooms_days_and_names_that_are_needed_stay() {
    let venue = programme().venues.remove(0);
    let begun = Some(Mark::of(&venue));
    let without = Venue { rooms: vec![room(2, 30)], ..venue.clone() };
    assert_eq!(apply(&programme(), Edit::KeepVenue { venue: without, begun }, Oslo), Err(Refusal::InUse(1)));
    let remove = Edit::RemoveVenue { id: venue.id, begun: Mark::of(&venue) };
    assert_eq!(apply(&programme(), remove, Oslo), Err(Refusal::InUse(1)));
    let smaller = Venue { rooms: vec![room(1, 10)], ..venue.clone() };
    let now = apply(&programme(), Edit::KeepVenue { venue: smaller, begun }, Oslo).unwrap();
    assert_eq!(now.venues[0].rooms, [room(1, 10)]);

    let used = programme().days.remove(1);
    assert_eq!(
        apply(&programme(), Edit::RemoveDay { date: used.date, begun: Mark::of(&used) }, Oslo),
        Err(Refusal::InUse(1))
    );
    assert_eq!(
        mistakes(Edit::KeepSession(Session { title: named(" "), track: Some(TrackId(id(9))), ..session(10) })),
        [("title-nn", Mistake::NameMissing), ("track", Mistake::NoSuchTrack)]
    );
    let twice = Edit::KeepVenue { venue: Venue { id: VenueId(id(21)), ..venue }, begun: None };
    assert_eq!(mistakes(twice), [("rooms", Mistake::Taken)]);
}

#[test]
fn a_day_that_gets_another_date_takes_its_sessions_along() {
    let was = programme().days.remove(1);
    let begun = Some((was.date, Mark::of(&was)));
    let now = apply(&programme(), Edit::KeepDay { day: day("2027-01-20"), begun }, Oslo).unwrap();
    // Ten o'clock, in winter time.
    assert_eq!(times(&now, 100), ("20 09:00".to_owned(), "20 09:45".to_owned()));
    assert_eq!(now.days.first().map(|day| day.date), Some(date("2027-01-20")));
    let onto = Edit::KeepDay { day: day("2027-05-12"), begun };
    assert_eq!(mistakes(onto), [("date", Mistake::DayTwice)]);
    let again = Edit::KeepDay { day: day("2027-01-20"), begun };
    assert_eq!(apply(&now, again, Oslo), Ok(now), "a form that is sent twice moves the day once");
    let other = Day { opens: clock("08:00"), ..day("2027-05-12") };
    assert_eq!(mistakes(Edit::KeepDay { day: other, begun }), [("date", Mistake::DayTwice)]);
    let far = Edit::KeepDay { day: day("3027-05-12"), begun };
    assert_eq!(mistakes(far), [("date", Mistake::DayFarAway)]);
    let shut = Day { closes: clock("08:00"), ..day("2027-05-13") };
    assert_eq!(mistakes(Edit::KeepDay { day: shut, begun: None }), [("closes", Mistake::ClosesBeforeOpening)]);
}

#[test]
fn a_track_that_is_removed_leaves_its_sessions() {
    let edit = Edit::RemoveTrack { id: TrackId(id(30)), begun: Mark::of(&programme().tracks[0]) };
    let now = apply(&programme(), edit, Oslo).unwrap();
    assert_eq!((now.tracks.len(), now.sessions[0].track, now.sessions[0].revision), (0, None, 2));
}

#[test]
fn a_way_is_kept_once_and_only_between_venues_that_are_there() {
    let mut before = programme();
    before.venues.push(Venue { id: VenueId(id(21)), name: named("Torget"), address: String::new(), rooms: Vec::new() });
    let walk = |from, to, minutes| Walk { from: VenueId(id(from)), to: VenueId(id(to)), minutes };
    let walks = vec![walk(20, 21, 10), walk(21, 20, 12), walk(20, 20, 5), walk(20, 99, 5)];
    let now = apply(&before, Edit::KeepWalks { walks, begun: Mark::of(&before.walks) }, Oslo).unwrap();
    assert_eq!(now.walks, [walk(20, 21, 10)]);
    let venue = now.venues[1].clone();
    let gone = apply(&now, Edit::RemoveVenue { id: venue.id, begun: Mark::of(&venue) }, Oslo).unwrap();
    assert_eq!(gone.walks, []);
}

fn any_slot() -> impl Strategy<Value = Slot> {
    (0..4_usize, 0..24_u32, 0..60_u32, 0..24_u32, 0..60_u32, any::<bool>(), 0..4_u128).prop_map(
        |(day, hour, minute, to_hour, to_minute, next_day, room)| Slot {
            room: (room > 0).then(|| RoomId(id(room))),
            date: ["2027-03-28", "2027-05-11", "2027-10-31", "2027-06-01"].map(date)[day],
            from: NaiveTime::from_hms_opt(hour, minute, 0).unwrap(),
            to: NaiveTime::from_hms_opt(to_hour, to_minute, 0).unwrap(),
            next_day,
        },
    )
}

/// Edits by people who saw some earlier draft: ids, revisions and marks may or may not be those of today.
fn any_edit() -> impl Strategy<Value = Edit> {
    let occurrence = || (100..106_u128).prop_map(|number| OccurrenceId(id(number)));
    let session_id = || (10..14_u128).prop_map(|number| SessionId(id(number)));
    let marks = || {
        prop::sample::select(vec![
            Mark::of(&programme().venues[0]),
            Mark::of(&programme().tracks[0]),
            Mark::of(&programme().days[1]),
            Mark::of(&programme().walks),
        ])
    };
    let dates = || prop::sample::select(vec!["2027-03-28", "2027-05-11", "2027-06-01", "1980-01-01"]).prop_map(date);
    prop_oneof![
        (occurrence(), prop::option::of(session_id()), any_slot()).prop_map(|(id, session, slot)| Edit::Place {
            id,
            session,
            note: Localised::default(),
            slot
        }),
        (occurrence(), 0..6_u32, any_slot()).prop_map(|(id, revision, slot)| Edit::Move {
            id,
            revision,
            slot,
            note: None
        }),
        (occurrence(), 0..6_u32, occurrence()).prop_map(|(id, revision, new)| Edit::Duplicate { id, revision, new }),
        (occurrence(), 0..6_u32).prop_map(|(id, revision)| Edit::Remove { id, revision }),
        (10..14_u128, 0..4_u32, prop::collection::vec(1..4_u128, 0..4), "[a-z ]{0,3}").prop_map(
            |(number, revision, speakers, title)| {
                let parts = speakers.into_iter().map(|n| Part { speaker: SpeakerId(id(n)), moderates: false });
                Edit::KeepSession(Session { revision, title: named(&title), parts: parts.collect(), ..session(number) })
            }
        ),
        (session_id(), 0..4_u32).prop_map(|(id, revision)| Edit::RemoveSession { id, revision }),
        (20..22_u128, prop::collection::vec(1..4_u128, 0..3), prop::option::of(marks())).prop_map(
            |(number, rooms, begun)| Edit::KeepVenue {
                venue: Venue {
                    id: VenueId(id(number)),
                    name: named("Huset"),
                    address: String::new(),
                    rooms: rooms.into_iter().map(|n| room(n, 5)).collect(),
                },
                begun,
            }
        ),
        (20..22_u128, marks()).prop_map(|(number, begun)| Edit::RemoveVenue { id: VenueId(id(number)), begun }),
        (30..32_u128, prop::option::of(marks())).prop_map(|(number, begun)| Edit::KeepTrack {
            track: Track { id: TrackId(id(number)), name: named("Spor"), colour: 2 },
            begun,
        }),
        (30..32_u128, marks()).prop_map(|(number, begun)| Edit::RemoveTrack { id: TrackId(id(number)), begun }),
        (dates(), prop::option::of((dates(), marks())))
            .prop_map(|(date, begun)| Edit::KeepDay { day: Day { date, ..day("2027-05-11") }, begun }),
        (dates(), marks()).prop_map(|(date, begun)| Edit::RemoveDay { date, begun }),
        (marks(), 0..30_u16).prop_map(|(begun, minutes)| Edit::KeepWalks {
            walks: vec![Walk { from: VenueId(id(20)), to: VenueId(id(21)), minutes }],
            begun,
        }),
    ]
}

fn unique<T: Ord>(ids: impl Iterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    ids.into_iter().all(|id| seen.insert(id))
}

/// What every draft is like.
fn check_whole(programme: &Programme) {
    assert!(unique(programme.sessions.iter().map(|session| session.id)));
    assert!(unique(programme.occurrences.iter().map(|occurrence| occurrence.id)));
    assert!(unique(programme.venues.iter().map(|venue| venue.id)));
    assert!(unique(programme.venues.iter().flat_map(|venue| venue.rooms.iter().map(|room| room.id))));
    assert!(unique(programme.tracks.iter().map(|track| track.id)));
    assert!(unique(programme.days.iter().map(|day| day.date)));
    assert!(programme.days.is_sorted_by_key(|day| day.date));
    for occurrence in &programme.occurrences {
        assert!(occurrence.starts_at < occurrence.ends_at);
        assert!(occurrence.session.is_none_or(|session| programme.session(session).is_some()));
        assert!(occurrence.room.is_none_or(|room| programme.room(room).is_some()));
        let date = occurrence.starts_at.with_timezone(&Oslo).date_naive();
        assert!(programme.days.iter().any(|day| day.date == date), "{date} is no day of the programme");
    }
    for session in &programme.sessions {
        assert!(unique(session.parts.iter().map(|part| part.speaker)));
        assert!(session.track.is_none_or(|id| programme.tracks.iter().any(|track| track.id == id)));
    }
    for walk in &programme.walks {
        assert!(programme.venues.iter().any(|venue| venue.id == walk.from));
        assert!(programme.venues.iter().any(|venue| venue.id == walk.to));
    }
}

/// What is different is a revision further, and nothing goes back.
fn check_revisions(before: &Programme, now: &Programme) {
    for (was, is) in before.sessions.iter().filter_map(|was| Some((was, now.session(was.id)?))) {
        assert!(is == was || is.revision == was.revision + 1, "{was:?} became {is:?}");
    }
    for (was, is) in before.occurrences.iter().filter_map(|was| Some((was, now.occurrence(was.id)?))) {
        assert!(is == was || is.revision == was.revision + 1, "{was:?} became {is:?}");
    }
}

proptest! {
    #[test]
    fn whatever_is_edited_the_draft_stays_whole(edits in prop::collection::vec(any_edit(), 1..40)) {
        let mut programme = programme();
        for edit in edits {
            if let Ok(now) = apply(&programme, edit.clone(), Oslo) {
                check_whole(&now);
                check_revisions(&programme, &now);
                if let Ok(again) = apply(&now, edit, Oslo) {
                    check_whole(&again);
                }
                programme = now;
            }
        }
    }

    #[test]
    fn of_two_who_edit_the_same_at_once_one_is_asked(one in any_slot(), other in any_slot()) {
        let first = apply(&programme(), shift(3, one), Oslo);
        let Ok(first) = first else { return Ok(()) };
        match apply(&first, shift(3, other), Oslo) {
            Ok(now) => prop_assert!(now == first || first == programme(), "the first edit is lost"),
            Err(Refusal::Stale(_) | Refusal::Wrong(_)) => {}
            Err(other) => prop_assert!(false, "{other:?}"),
        }
    }
}
