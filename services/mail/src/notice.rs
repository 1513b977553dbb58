//! A message that organisers write to some of those who are signed up: what it lacks before it can go, and when it goes.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use proto::event::Event;
use proto::{Language, Localised};
use sea_orm::prelude::StringLen;
use sea_orm::{DeriveActiveEnum, EnumIter};

use crate::reminder_plan;
use crate::selection::Selection;

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub(crate) enum State {
    /// Lies in the outbox until somebody lets it go.
    Held,
    /// Goes by itself at a time.
    Scheduled,
    /// Everybody who was chosen then gets it, once.
    Released,
    /// It had been let go, and whoever did not have it by then does not get it.
    Stopped,
}

impl State {
    /// The word in `mail-notice-state-…`.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Scheduled => "scheduled",
            Self::Released => "released",
            Self::Stopped => "stopped",
        }
    }

    /// It was let go, and nothing of it can be changed any more.
    pub(crate) const fn has_gone(self) -> bool {
        matches!(self, Self::Released | Self::Stopped)
    }
}

/// What a message says, and to whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Notice {
    pub(crate) subject: Localised,
    pub(crate) text: Localised,
    pub(crate) selection: Selection,
    /// People have to know it because they are signed up, and cannot say that they want no such letters.
    pub(crate) necessary: bool,
    /// Also at night.
    pub(crate) any_hour: bool,
}

/// Why it cannot be let go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lack {
    Subject(Language),
    Text(Language),
    /// The event is cancelled.
    Cancelled,
}

/// The languages that an event is in.
pub(crate) fn languages(event: &Event) -> Vec<Language> {
    let written: Vec<Language> = Language::ALL.into_iter().filter(|one| event.title.0.contains_key(one)).collect();
    if written.is_empty() { vec![Language::Nn] } else { written }
}

/// What has to be put right before it can be let go.
pub(crate) fn lacks(notice: &Notice, event: &Event, cancelled: bool) -> Vec<Lack> {
    let is_written = |text: &Localised, language: Language| text.0.get(&language).is_some_and(|text| !text.is_empty());
    let mut lacks = Vec::new();
    for language in languages(event) {
        if !is_written(&notice.subject, language) {
            lacks.push(Lack::Subject(language));
        }
        if !is_written(&notice.text, language) {
            lacks.push(Lack::Text(language));
        }
    }
    if cancelled {
        lacks.push(Lack::Cancelled);
    }
    lacks
}

/// When letters go out that are let go now.
pub(crate) fn due(any_hour: bool, zone: Tz, now: DateTime<Utc>) -> DateTime<Utc> {
    if any_hour { now } else { reminder_plan::by_day(now, zone) }
}

/// A time at which it is to go, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub(crate) struct TypedTime {
    pub(crate) day: String,
    pub(crate) month: String,
    pub(crate) year: String,
    pub(crate) clock: String,
}

/// Why it cannot go at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Untimely {
    Day,
    Clock,
    Past,
    /// More than a year ahead.
    Far,
}

impl Untimely {
    /// The end of the key of its words.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Clock => "clock",
            Self::Past => "past",
            Self::Far => "far",
        }
    }

    /// At which field it is to be mended.
    pub(crate) const fn field(self) -> &'static str {
        if matches!(self, Self::Clock) { "clock" } else { "day" }
    }
}

impl TypedTime {
    /// The time that is meant, where the event is.
    pub(crate) fn time(&self, zone: Tz, now: DateTime<Utc>) -> Result<DateTime<Utc>, Untimely> {
        let number = |text: &str| text.trim().parse::<u32>().ok();
        let year = self.year.trim().parse::<i32>().ok();
        let year = year.map(|year| if (0..100).contains(&year) { 2_000 + year } else { year });
        let day = match (year, number(&self.month), number(&self.day)) {
            (Some(year), Some(month), Some(day)) => NaiveDate::from_ymd_opt(year, month, day),
            _ => None,
        };
        let day = day.filter(|day| day.year() < 3_000).ok_or(Untimely::Day)?;
        let clock: NaiveTime = reminder_plan::clock(self.clock.trim()).ok_or(Untimely::Clock)?;
        let at = reminder_plan::moment(day.and_time(clock), zone);
        match () {
            () if at <= now => Err(Untimely::Past),
            () if at > now + TimeDelta::days(366) => Err(Untimely::Far),
            () => Ok(at),
        }
    }
}
