//! The versions that have been released, to look at and to go back to; and the editions of other years, to begin from.

use super::{Head, asked, back, may, page, planned};
use crate::copying;
use crate::pages::Site;
use crate::releasing;
use crate::store;
use crate::store::conference::{self, Model};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, Fields, Organiser, Page, Visit};
use proto::Localised;
use proto::account::Role;
use proto::conference::OccurrenceChange;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct VersionsPage {
    head: Head,
    versions: Vec<Version>,
    editions: Vec<Edition>,
    /// Nothing is planned yet, so there is nothing that a copy would replace.
    empty: bool,
    draft_revision: i64,
    /// The last part of a key that says what was done.
    done: Option<&'static str>,
}

#[derive(Serialize)]
struct Version {
    number: i32,
    released_at: DateTime<Utc>,
    note: Option<Localised>,
    added: i64,
    moved: i64,
    removed: i64,
    edited: i64,
    newest: bool,
}

#[derive(Serialize)]
struct Edition {
    slug: String,
    title: Localised,
    sessions: i64,
}

const DONE: [&str; 4] = ["taken", "copied", "changed", "not-empty"];

pub(super) async fn list(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let db = &site.host.db.read;
    let versions = store::version::all(db, conference.id).await?;
    let editions = match &conference.series {
        Some(series) => conference::editions(db, series, conference.id).await?,
        None => Vec::new(),
    };
    let editions: Vec<Model> = editions.into_iter().filter(|one| may(one, &organiser, Role::Editor)).collect();
    let done = asked(&uri, "gjort").and_then(|word| DONE.into_iter().find(|own| **own == word));
    page(&site, visit, &conference, StatusCode::OK, |_| {
        let head = Head::of(&conference, "utgaver", true);
        let mut made = VersionsPage::new(head, &versions, &editions);
        made.empty = conference.draft.sessions.is_empty() && conference.draft.venues.is_empty();
        made.draft_revision = conference.draft_revision;
        made.done = done;
        made
    })
    .await
}

/// The draft becomes what a version was, or begins with what another edition had.
pub(super) async fn take(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let work = site.bus.begin().await?;
    let row = match conference::to_change(&work.tx, &slug).await? {
        Some(row) if may(&row, &organiser, Role::Editor) => row,
        _ => {
            work.rollback().await;
            return Err(Error::NotFound);
        }
    };
    let seen: Option<i64> = fields.get("seen").and_then(|seen| seen.parse().ok());
    let by = organiser.account.0;
    let done = if seen != Some(row.draft_revision) {
        Some("changed")
    } else if let Some(number) = fields.get("version").and_then(|number| number.parse().ok()) {
        releasing::roll_back(&work, &row, number, by).await?.then_some("taken")
    } else {
        copied(&work, &row, &organiser, fields.get("edition").unwrap_or_default()).await?
    };
    match done {
        Some("taken" | "copied") => work.commit().await?,
        _ => work.rollback().await,
    }
    match done {
        Some(done) => Ok(back(&visit, &slug, &format!("/utgaver?gjort={done}"))),
        None => Err(Error::NotFound),
    }
}

/// Structure and people of another edition of the same conference, which the organiser plans too.
async fn copied(
    work: &bus::Work,
    row: &Model,
    organiser: &Organiser,
    edition: &str,
) -> Result<Option<&'static str>, Error> {
    let from = conference::by_slug(&work.tx, edition).await?;
    let same = |from: &Model| from.id != row.id && row.series.is_some() && from.series == row.series;
    let Some(from) = from.filter(|from| same(from) && may(from, organiser, Role::Editor)) else { return Ok(None) };
    let copied = copying::copy(work, &from, row, organiser.account.0).await?;
    Ok(Some(if copied { "copied" } else { "not-empty" }))
}

impl VersionsPage {
    fn new(head: Head, versions: &[store::version::Model], editions: &[Model]) -> Self {
        let newest = versions.iter().map(|version| version.number).max();
        let version = |version: &store::version::Model| {
            let count = |is: fn(&OccurrenceChange) -> bool| {
                i64::try_from(version.changes.0.iter().filter(|change| is(&change.what)).count()).unwrap_or(i64::MAX)
            };
            Version {
                number: version.number,
                released_at: version.released_at,
                note: version.note.clone().map(|note| note.0),
                added: count(|what| matches!(what, OccurrenceChange::Added { .. })),
                moved: count(|what| matches!(what, OccurrenceChange::Moved { .. })),
                removed: count(|what| matches!(what, OccurrenceChange::Removed { .. })),
                edited: count(|what| matches!(what, OccurrenceChange::Edited { .. })),
                newest: Some(version.number) == newest,
            }
        };
        let edition = |one: &Model| Edition {
            slug: one.slug.clone(),
            title: one.event().title.clone(),
            sessions: i64::try_from(one.draft.sessions.len()).unwrap_or(i64::MAX),
        };
        Self {
            head,
            versions: versions.iter().map(version).collect(),
            editions: editions.iter().map(edition).collect(),
            empty: false,
            draft_revision: 0,
            done: None,
        }
    }
}

impl Page for VersionsPage {
    const TEMPLATE: &'static str = "conference/organiser_versions.html";

    fn samples() -> Vec<Self> {
        use crate::timetable::example;
        let version = |number, note: Option<Localised>| Version {
            number,
            released_at: example::at("2027-03-01T08:00:00Z"),
            note,
            added: if number == 1 { 38 } else { 0 },
            moved: 3,
            removed: 1,
            edited: 0,
            newest: number == 3,
        };
        let note = example::text("Byvandringa er flytta til etter lunsj.", "The town walk is after lunch now.");
        let edition = Edition {
            slug: "byliv-2026".to_owned(),
            title: example::text("Bylivdagane 2026", "Town Life Days 2026"),
            sessions: 41,
        };
        let sample = |versions, editions, empty, done| Self {
            head: Head::sample("utgaver"),
            versions,
            editions,
            empty,
            draft_revision: 7,
            done,
        };
        vec![
            sample(vec![version(3, Some(note)), version(2, None), version(1, None)], Vec::new(), false, Some("taken")),
            sample(Vec::new(), vec![edition], true, None),
            sample(Vec::new(), Vec::new(), true, Some("changed")),
        ]
    }
}
