//! Warnings, as the pages show them.

use super::Names;
use crate::programme::{Access, Programme};
use crate::warnings::{Matter, Warning};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use proto::{Language, Localised, OccurrenceId};
use serde::Serialize;

/// A warning with everything its sentence is formed around.
#[derive(Clone, Serialize)]
pub(super) struct Notice {
    /// The last part of the keys of its sentence and its short name.
    pub(super) what: &'static str,
    speaker: String,
    room: Localised,
    /// Codes of languages.
    languages: Vec<Language>,
    need: Option<Access>,
    number: i64,
    limit: i64,
    /// The times it is about; without one, it is about the session.
    about: Vec<About>,
    session: Option<String>,
    title: Localised,
}

/// A time that a warning is about.
#[derive(Clone, Serialize)]
struct About {
    id: OccurrenceId,
    title: Localised,
    starts_at: DateTime<Utc>,
}

impl Notice {
    pub(super) fn is_about(&self, id: OccurrenceId) -> bool {
        self.about.iter().any(|about| about.id == id)
    }

    /// True when it is about something that begins on this date.
    pub(super) fn is_on(&self, date: NaiveDate, zone: Tz) -> bool {
        self.about.iter().any(|about| about.starts_at.with_timezone(&zone).date_naive() == date)
    }
}

/// All the warnings in words of the programme.
pub(super) fn notices(programme: &Programme, names: &Names, warnings: &[Warning]) -> Vec<Notice> {
    warnings.iter().map(|warning| notice(programme, names, warning)).collect()
}

fn notice(programme: &Programme, names: &Names, warning: &Warning) -> Notice {
    let title = |session: Option<proto::SessionId>| {
        session.and_then(|id| programme.session(id)).map(|session| session.title.clone())
    };
    let about = warning.about.iter().filter_map(|id| programme.occurrence(*id)).map(|one| About {
        id: one.id,
        title: title(one.session).unwrap_or_else(|| one.note.clone()),
        starts_at: one.starts_at,
    });
    let mut notice = Notice {
        what: "",
        speaker: String::new(),
        room: Localised::default(),
        languages: Vec::new(),
        need: None,
        number: 0,
        limit: 0,
        about: about.collect(),
        session: warning.session.map(|id| id.to_string()),
        title: title(warning.session).unwrap_or_default(),
    };
    let name = |speaker| names.get(speaker).cloned().unwrap_or_default();
    match &warning.what {
        Matter::RoomTwice { room } => {
            notice.what = "room-twice";
            notice.room = programme.room(*room).map(|(_, room)| room.name.clone()).unwrap_or_default();
        }
        Matter::SpeakerTwice { speaker } => (notice.what, notice.speaker) = ("speaker-twice", name(speaker)),
        Matter::SpeakerAway { speaker } => (notice.what, notice.speaker) = ("speaker-away", name(speaker)),
        Matter::TooFar { speaker, walk, there_is } => {
            (notice.what, notice.speaker) = ("too-far", name(speaker));
            (notice.number, notice.limit) = (i64::from(*walk), *there_is);
        }
        Matter::OverRoom { places, room } => {
            notice.what = "over-room";
            (notice.number, notice.limit) = (i64::from(*places), i64::from(*room));
        }
        Matter::TooMany { people, room } => {
            notice.what = "too-many";
            (notice.number, notice.limit) = (i64::from(*people), i64::from(*room));
        }
        Matter::OutsideDays => notice.what = "outside-days",
        Matter::OutsideOpening => notice.what = "outside-opening",
        Matter::TitleMissing { languages } => {
            (notice.what, notice.languages) = ("title-missing", languages.clone());
        }
        Matter::DescriptionMissing { languages } => {
            (notice.what, notice.languages) = ("description-missing", languages.clone());
        }
        Matter::NeedUnanswered { need } => (notice.what, notice.need) = ("need", Some(*need)),
    }
    notice
}

/// Everything that can be warned of, for samples of pages.
pub(super) fn every(programme: &Programme, names: &Names) -> Vec<Notice> {
    let placed: Vec<OccurrenceId> = programme.occurrences.iter().map(|occurrence| occurrence.id).take(2).collect();
    let session = programme.sessions.first().map(|session| session.id);
    let speaker = names.keys().next().copied().unwrap_or(proto::SpeakerId(uuid::Uuid::nil()));
    let room = programme.venues.first().and_then(|venue| venue.rooms.first()).map(|room| room.id);
    let languages = vec![Language::Nb, Language::Sv];
    let mut matters = vec![
        Matter::SpeakerTwice { speaker },
        Matter::SpeakerAway { speaker },
        Matter::TooFar { speaker, walk: 12, there_is: 5 },
        Matter::OverRoom { places: 80, room: 60 },
        Matter::TooMany { people: 412, room: 400 },
        Matter::OutsideDays,
        Matter::OutsideOpening,
        Matter::TitleMissing { languages: languages.clone() },
        Matter::DescriptionMissing { languages },
    ];
    matters.extend(room.map(|room| Matter::RoomTwice { room }));
    let needs = [Access::HearingLoop, Access::SignLanguage, Access::Captions, Access::StepFree];
    matters.extend(needs.map(|need| Matter::NeedUnanswered { need }));
    let warnings: Vec<Warning> = matters
        .into_iter()
        .map(|what| {
            let of_texts = matches!(what, Matter::TitleMissing { .. } | Matter::DescriptionMissing { .. });
            Warning { about: if of_texts { Vec::new() } else { placed.clone() }, session, what }
        })
        .collect();
    notices(programme, names, &warnings)
}
