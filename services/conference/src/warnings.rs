//! Decision: what planners should look at before a draft is released. None of it is in the way of anything.

#[cfg(test)]
mod tests;

use crate::programme::{Access, Occurrence, Programme, Room, RoomId, Session, SessionKind};
use crate::store::speaker::Span;
use crate::walking::{Meeting, meeting};
use chrono::TimeDelta;
use chrono_tz::Tz;
use proto::event::Attendance;
use proto::{Language, OccurrenceId, SessionId, SpeakerId};
use std::collections::BTreeMap;

/// What is known besides the programme.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// When somebody cannot come.
    pub(crate) unavailable: BTreeMap<SpeakerId, Vec<Span>>,
    /// How many have a place in what is chosen.
    pub(crate) holders: BTreeMap<OccurrenceId, u32>,
    /// How many come to the conference in person.
    pub(crate) coming: u32,
    /// Every text is to be there in these.
    pub(crate) languages: Vec<Language>,
}

/// What to look at, and which times it is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Warning {
    pub(crate) about: Vec<OccurrenceId>,
    /// Absent for a block.
    pub(crate) session: Option<SessionId>,
    pub(crate) what: Matter,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Matter {
    RoomTwice {
        room: RoomId,
    },
    SpeakerTwice {
        speaker: SpeakerId,
    },
    SpeakerAway {
        speaker: SpeakerId,
    },
    /// Minutes of the way, and minutes there are for it.
    TooFar {
        speaker: SpeakerId,
        walk: u16,
        there_is: i64,
    },
    /// The session has more places than the room.
    OverRoom {
        places: u32,
        room: u32,
    },
    /// More have a place, or are to be there, than there is room for.
    TooMany {
        people: u32,
        room: u32,
    },
    OutsideDays,
    OutsideOpening,
    TitleMissing {
        languages: Vec<Language>,
    },
    DescriptionMissing {
        languages: Vec<Language>,
    },
    NeedUnanswered {
        need: Access,
    },
}

/// All there is to look at: first what is placed, in its order of time, then texts and needs.
pub(crate) fn of(programme: &Programme, known: &Known, zone: Tz) -> Vec<Warning> {
    let mut placed: Vec<&Occurrence> = programme.occurrences.iter().collect();
    placed.sort_by_key(|occurrence| (occurrence.starts_at, occurrence.id));
    // What begins after the longest way has nothing to do with what ended before it.
    let longest = programme.walks.iter().map(|walk| walk.minutes).max().unwrap_or(0);
    let longest = TimeDelta::minutes(longest.into());
    let mut warnings = Vec::new();
    for (place, one) in placed.iter().enumerate() {
        alone(programme, known, one, zone, &mut warnings);
        for other in placed[place + 1..].iter().take_while(|other| other.starts_at < one.ends_at + longest) {
            together(programme, one, other, &mut warnings);
        }
    }
    for session in &programme.sessions {
        texts(session, &known.languages, &mut warnings);
        needs(programme, session, &mut warnings);
    }
    warnings
}

fn warn(about: &[&Occurrence], what: Matter) -> Warning {
    let session = about.first().and_then(|occurrence| occurrence.session);
    Warning { about: about.iter().map(|occurrence| occurrence.id).collect(), session, what }
}

/// What there is to say about one time by itself.
fn alone(programme: &Programme, known: &Known, one: &Occurrence, zone: Tz, warnings: &mut Vec<Warning>) {
    let (starts, ends) =
        (one.starts_at.with_timezone(&zone).naive_local(), one.ends_at.with_timezone(&zone).naive_local());
    match programme.days.iter().find(|day| day.date == starts.date()) {
        None => warnings.push(warn(&[one], Matter::OutsideDays)),
        // An evening together is meant to be when the doors are closed.
        Some(_) if session_of(programme, one).is_some_and(|session| session.kind == SessionKind::Social) => {}
        Some(day) if starts < day.date.and_time(day.opens) || ends > day.date.and_time(day.closes) => {
            warnings.push(warn(&[one], Matter::OutsideOpening));
        }
        Some(_) => {}
    }
    let Some(session) = session_of(programme, one) else { return };
    for part in &session.parts {
        let away = known.unavailable.get(&part.speaker).into_iter().flatten();
        if away.into_iter().any(|span| span.starts_at < one.ends_at && one.starts_at < span.ends_at) {
            warnings.push(warn(&[one], Matter::SpeakerAway { speaker: part.speaker }));
        }
    }
    let Some(holds) = one.room.and_then(|room| programme.room(room)?.1.capacity) else { return };
    if let Some(places) = session.capacity.filter(|places| session.chosen && *places > holds) {
        warnings.push(warn(&[one], Matter::OverRoom { places, room: holds }));
    }
    let people = match (session.chosen, session.kind) {
        (true, _) => known.holders.get(&one.id).copied().unwrap_or(0),
        (false, SessionKind::Plenary) => known.coming,
        (false, _) => 0,
    };
    if people > holds {
        warnings.push(warn(&[one], Matter::TooMany { people, room: holds }));
    }
}

/// What there is to say about two times, the first of which begins first.
fn together(programme: &Programme, one: &Occurrence, other: &Occurrence, warnings: &mut Vec<Warning>) {
    let how = meeting(programme, one, other);
    if how == Meeting::Apart {
        return;
    }
    if let Some(room) = one.room.filter(|room| how == Meeting::Overlap && other.room == Some(*room)) {
        warnings.push(warn(&[one, other], Matter::RoomTwice { room }));
    }
    let (Some(first), Some(second)) = (session_of(programme, one), session_of(programme, other)) else { return };
    let both = first.parts.iter().map(|part| part.speaker);
    for speaker in both.filter(|speaker| second.parts.iter().any(|part| part.speaker == *speaker)) {
        let what = match how {
            Meeting::TooFar { walk, there_is } => Matter::TooFar { speaker, walk, there_is },
            _ => Matter::SpeakerTwice { speaker },
        };
        warnings.push(warn(&[one, other], what));
    }
}

fn texts(session: &Session, languages: &[Language], warnings: &mut Vec<Warning>) {
    let mut warn = |what| warnings.push(Warning { about: Vec::new(), session: Some(session.id), what });
    let missing = session.title.missing(languages);
    if !missing.is_empty() {
        warn(Matter::TitleMissing { languages: missing });
    }
    // A break needs none; where there is one in some language, it is to be there in all.
    let missing = session.description.missing(languages);
    let wanted = !session.description.is_empty() || !matches!(session.kind, SessionKind::Break | SessionKind::Social);
    if wanted && !missing.is_empty() {
        warn(Matter::DescriptionMissing { languages: missing });
    }
}

/// What is needed and neither ordered nor in every room where the session is given.
fn needs(programme: &Programme, session: &Session, warnings: &mut Vec<Warning>) {
    let given: Vec<&Occurrence> =
        programme.occurrences.iter().filter(|occurrence| occurrence.session == Some(session.id)).collect();
    for need in session.needs.iter().filter(|need| !need.answered) {
        let met = |room: &Room| match need.what {
            Access::HearingLoop => room.hearing_loop,
            Access::StepFree => room.step_free,
            Access::SignLanguage | Access::Captions => false,
        };
        let there = |occurrence: &&&Occurrence| {
            occurrence.room.and_then(|room| programme.room(room)).is_some_and(|(_, room)| met(room))
        };
        let without: Vec<OccurrenceId> =
            given.iter().filter(|occurrence| !there(occurrence)).map(|occurrence| occurrence.id).collect();
        let of_a_room = matches!(need.what, Access::HearingLoop | Access::StepFree);
        let needless = of_a_room && session.attendance == Attendance::Online;
        if !needless && (given.is_empty() || !without.is_empty()) {
            let what = Matter::NeedUnanswered { need: need.what };
            warnings.push(Warning { about: without, session: Some(session.id), what });
        }
    }
}

fn session_of<'a>(programme: &'a Programme, occurrence: &Occurrence) -> Option<&'a Session> {
    programme.session(occurrence.session?)
}
