//! What is going on, and what comes next: for the telephone in the corridor.

use super::around::Around;
use crate::pages::Site;
use crate::timetable::{Now, Timetable, example};
use axum::extract::{Path, State};
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, Page, Visit};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct NowPage {
    around: Around,
    at: DateTime<Utc>,
    when: When,
    programme: Now,
    /// What comes next is on another day.
    next_day: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum When {
    Before,
    During,
    Over,
}

pub(super) async fn show(State(site): State<Site>, visit: Visit, Path(slug): Path<String>) -> Result<Response, Error> {
    let known = site.memory.conference(&site.host, &slug, visit.now).await?;
    let visit = known.framed(visit);
    Ok(visit.page(&NowPage::at(Around::of(&site.host, &known).here("now"), known.timetable(), visit.now)))
}

impl NowPage {
    fn at(around: Around, timetable: Option<&Timetable>, at: DateTime<Utc>) -> Self {
        let programme = timetable.map(|timetable| timetable.at(at)).unwrap_or_default();
        let first = timetable.and_then(|timetable| timetable.listings().first());
        let begun = first.map_or(around.starts_at, |first| first.starts_at) <= at;
        let left = !programme.now.is_empty() || !programme.next.is_empty() || at < around.ends_at;
        let when = match (begun, left) {
            (false, _) => When::Before,
            (true, true) => When::During,
            (true, false) => When::Over,
        };
        let date = |moment: DateTime<Utc>| timetable.map(|timetable| timetable.date(moment));
        let next_day = programme.next.first().is_some_and(|next| date(next.at) != date(at));
        Self { around, at, when, programme, next_day }
    }
}

impl Page for NowPage {
    const TEMPLATE: &'static str = "conference/public_now.html";

    fn samples() -> Vec<Self> {
        let timetable = Timetable::of(&example::programme(), chrono_tz::Europe::Oslo, example::speakers());
        let sample = |around: Around, at: &str| Self::at(around.here("now"), Some(&timetable), example::at(at));
        vec![
            sample(Around::example(), "2027-05-11T08:10:00Z"),
            sample(Around::long_example(), "2027-05-11T08:40:00Z"),
            sample(Around::example(), "2027-05-10T08:00:00Z"),
            sample(Around::example(), "2027-05-11T12:00:00Z"),
            sample(Around::example(), "2027-05-11T21:00:00Z"),
            sample(Around::example(), "2027-05-12T13:30:00Z"),
            sample(Around::example(), "2027-05-13T09:00:00Z"),
            sample(Around::cancelled_example(), "2027-05-11T08:10:00Z"),
            Self::at(Around { version: None, ..Around::example() }, None, example::at("2027-05-10T08:00:00Z")),
        ]
    }
}
