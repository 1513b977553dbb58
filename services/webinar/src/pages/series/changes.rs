//! What an edit would do, date by date, so that it is seen before it is done.

use crate::series::editing::{Plan, Touched};
use crate::series::settings::{Part, Settings};
use crate::store::webinar::Model;
use chrono::{DateTime, Utc};
use proto::{Language, Localised};
use serde::Serialize;

/// One date of those that are meant.
#[derive(Clone, Debug, Serialize)]
pub(super) struct DateChanges {
    pub(super) title: Localised,
    pub(super) starts_at: DateTime<Utc>,
    pub(super) ends_at: DateTime<Utc>,
    pub(super) timezone: String,
    pub(super) changes: Vec<Change>,
    /// What stays because the date has its own.
    pub(super) kept: Vec<&'static str>,
}

/// Before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Change {
    pub(super) part: &'static str,
    /// Of a text.
    pub(super) language: Option<&'static str>,
    /// Absent: places without end, a room that is made here, or no text.
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

pub(super) fn of_plan(plan: &Plan, dates: &[Model]) -> Vec<DateChanges> {
    let of_date = |touched: &Touched| {
        let row = dates.iter().find(|row| row.id == touched.id)?;
        let event = row.event();
        Some(DateChanges {
            title: event.title.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name().to_owned(),
            changes: changes(&Settings::of(row), &touched.settings, &touched.changed),
            kept: touched.kept.iter().map(|part| part.word()).collect(),
        })
    };
    plan.dates.iter().filter_map(of_date).collect()
}

/// What is otherwise, part by part, texts language by language.
pub(super) fn changes(before: &Settings, after: &Settings, parts: &[Part]) -> Vec<Change> {
    parts.iter().flat_map(|part| change(before, after, *part)).collect()
}

fn change(before: &Settings, after: &Settings, part: Part) -> Vec<Change> {
    let one = |before: Option<String>, after: Option<String>| {
        vec![Change { part: part.word(), language: None, before, after }]
    };
    match part {
        Part::Title => texts(&before.title, &after.title, part),
        Part::Summary => texts(&before.summary, &after.summary, part),
        Part::Description => texts(&before.description, &after.description, part),
        Part::Start => {
            let clock = |settings: &Settings| Some(settings.start.format("%H:%M").to_string());
            one(clock(before), clock(after))
        }
        Part::Length => one(Some(before.minutes.to_string()), Some(after.minutes.to_string())),
        Part::Meeting => {
            let address = |settings: &Settings| Some(settings.meeting_url.clone()).filter(|url| !url.is_empty());
            one(address(before), address(after))
        }
        Part::Places => {
            one(before.capacity.map(|places| places.to_string()), after.capacity.map(|places| places.to_string()))
        }
    }
}

fn texts(before: &Localised, after: &Localised, part: Part) -> Vec<Change> {
    let own = |text: &Localised, language: Language| text.0.get(&language).filter(|text| !text.is_empty()).cloned();
    Language::ALL
        .into_iter()
        .map(|language| Change {
            part: part.word(),
            language: Some(language.code()),
            before: own(before, language),
            after: own(after, language),
        })
        .filter(|change| change.before.as_deref().map(str::trim) != change.after.as_deref().map(str::trim))
        .collect()
}
