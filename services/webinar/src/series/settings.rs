//! What dates of a series can share, and where one differs.

use crate::store::webinar::Model;
use calendar::at_local;
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use proto::event::Event;
use proto::{Language, Localised};
use serde::{Deserialize, Serialize};

/// What can be shared. A date has its own of each, which is the same as the series' until somebody makes it another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Settings {
    pub(crate) title: Localised,
    pub(crate) summary: Localised,
    pub(crate) description: Localised,
    /// By the clock of the place.
    pub(crate) start: NaiveTime,
    pub(crate) minutes: u32,
    pub(crate) meeting_url: String,
    /// Unlimited when absent.
    pub(crate) capacity: Option<u32>,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Part {
    Title,
    Summary,
    Description,
    Start,
    Length,
    Meeting,
    Places,
}

impl Part {
    pub(crate) const ALL: [Self; 7] =
        [Self::Title, Self::Summary, Self::Description, Self::Start, Self::Length, Self::Meeting, Self::Places];

    /// The end of the key of its name.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Description => "description",
            Self::Start => "start",
            Self::Length => "length",
            Self::Meeting => "meeting",
            Self::Places => "places",
        }
    }
}

impl Settings {
    /// What a webinar has now.
    pub(crate) fn of(row: &Model) -> Self {
        let event = row.event();
        Self {
            title: event.title.clone(),
            summary: event.summary.clone(),
            description: event.description.clone(),
            start: event.starts_at.with_timezone(&event.timezone).time(),
            minutes: u32::try_from((event.ends_at - event.starts_at).num_minutes()).unwrap_or_default(),
            meeting_url: row.meeting_url.clone(),
            capacity: event.whole().and_then(|pool| pool.capacity),
        }
    }

    /// Whether one part is the same in both.
    pub(crate) fn agrees(&self, other: &Self, part: Part) -> bool {
        match part {
            Part::Title => says_the_same(&self.title, &other.title),
            Part::Summary => says_the_same(&self.summary, &other.summary),
            Part::Description => says_the_same(&self.description, &other.description),
            Part::Start => self.start == other.start,
            Part::Length => self.minutes == other.minutes,
            Part::Meeting => self.meeting_url == other.meeting_url,
            Part::Places => self.capacity == other.capacity,
        }
    }

    /// Where they differ.
    pub(crate) fn differences(&self, other: &Self) -> Vec<Part> {
        Part::ALL.into_iter().filter(|part| !self.agrees(other, *part)).collect()
    }

    /// Takes one part over.
    pub(crate) fn take(&mut self, other: &Self, part: Part) {
        match part {
            Part::Title => self.title.clone_from(&other.title),
            Part::Summary => self.summary.clone_from(&other.summary),
            Part::Description => self.description.clone_from(&other.description),
            Part::Start => self.start = other.start,
            Part::Length => self.minutes = other.minutes,
            Part::Meeting => self.meeting_url.clone_from(&other.meeting_url),
            Part::Places => self.capacity = other.capacity,
        }
    }
}

/// A line break at the end, which forms do not keep, makes no other text.
fn says_the_same(one: &Localised, other: &Localised) -> bool {
    let own = |text: &Localised, language| text.0.get(&language).map_or("", |text| text.trim()).to_owned();
    Language::ALL.into_iter().all(|language| own(one, language) == own(other, language))
}

/// What becomes of a webinar that gets these settings.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Applied {
    /// Something that others are told.
    Changed(Box<Model>),
    /// Only the way into the meeting.
    Quiet(Box<Model>),
    Same,
    /// The clocks are put forward past this time on that day.
    SkippedHour,
}

/// Gives a webinar these settings. Deadlines move with the start.
pub(crate) fn apply(settings: &Settings, row: &Model, now: DateTime<Utc>) -> Applied {
    let is = Settings::of(row);
    let Some(event) = shaped(settings, &is, row.event()) else { return Applied::SkippedHour };
    let mut changed = row.clone();
    changed.meeting_url.clone_from(&settings.meeting_url);
    if event == *row.event() {
        return match changed == *row {
            true => Applied::Same,
            false => Applied::Quiet(Box::new(changed)),
        };
    }
    changed.snapshot.0 = event;
    changed.snapshot.0.revision += 1;
    (changed.starts_at, changed.ends_at) = (changed.event().starts_at, changed.event().ends_at);
    changed.revision = changed.event().revision.into();
    changed.changed_at = now;
    Applied::Changed(Box::new(changed))
}

fn shaped(settings: &Settings, is: &Settings, event: &Event) -> Option<Event> {
    let mut shaped = event.clone();
    if settings.title != is.title {
        for pool in shaped.sign_up.pools.iter_mut().filter(|pool| pool.whole && pool.label == is.title) {
            pool.label.clone_from(&settings.title);
        }
    }
    shaped.title.clone_from(&settings.title);
    shaped.summary.clone_from(&settings.summary);
    shaped.description.clone_from(&settings.description);
    if settings.start != is.start {
        let day = event.starts_at.with_timezone(&event.timezone).date_naive();
        let starts_at = at_local(event.timezone, day.and_time(settings.start)).ok()?;
        shift(&mut shaped, starts_at - event.starts_at);
    }
    if (settings.start, settings.minutes) != (is.start, is.minutes) {
        shaped.ends_at = shaped.starts_at + TimeDelta::minutes(settings.minutes.into());
        let sign_up = &mut shaped.sign_up;
        sign_up.closes_at = sign_up.closes_at.min(shaped.ends_at);
        sign_up.withdraw_until = sign_up.withdraw_until.min(shaped.ends_at);
    }
    if settings.capacity != is.capacity
        && let Some(whole) = shaped.sign_up.pools.iter_mut().find(|pool| pool.whole)
    {
        whole.capacity = settings.capacity;
    }
    Some(shaped)
}

/// Moves an event and everything in it that is told from its start.
pub(super) fn shift(event: &mut Event, by: TimeDelta) {
    event.starts_at += by;
    event.ends_at += by;
    let sign_up = &mut event.sign_up;
    sign_up.closes_at += by;
    sign_up.withdraw_until += by;
    for pool in &mut sign_up.pools {
        pool.starts_at = pool.starts_at.map(|at| at + by);
        pool.ends_at = pool.ends_at.map(|at| at + by);
    }
}
