//! To release the draft: what is different from what everybody sees, and who is affected, before the button.

use super::notice::{Notice, notices};
use super::session::{Wanted, wanted};
use super::{Head, asked, back, form, held, may, names, page, planned, required, touched, warned};
use crate::affected::{Affected, Touch};
use crate::pages::Site;
use crate::release::differences;
use crate::releasing::{self, Releasing};
use crate::store;
use crate::store::conference::{self, Model};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::account::Role;
use proto::conference::{OccurrenceChange, ProgrammeChange};
use proto::{Language, Localised, OccurrenceId};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct ReleasePage {
    head: Head,
    /// Nobody is told about a programme of a conference that is cancelled.
    cancelled: bool,
    /// The newest version; 0 before the first.
    released: i32,
    changes: Vec<Change>,
    people: i64,
    losing: i64,
    clashing: i64,
    clashes: Vec<ClashLine>,
    notices: Vec<Notice>,
    languages: Vec<Wanted>,
    note: Localised,
    /// `now` or `later`, and when.
    how: &'static str,
    due_date: String,
    due_time: String,
    due: Option<DateTime<Utc>>,
    draft_revision: i64,
    /// The draft has been changed since the differences were looked at.
    changed: bool,
    done: Option<&'static str>,
    errors: Vec<FieldError>,
}

/// A difference, with those who have a place in it.
#[derive(Serialize)]
struct Change {
    /// The last part of a key.
    what: &'static str,
    title: Localised,
    before: Option<Place>,
    now: Option<Place>,
    holders: i64,
    losing: i64,
    /// How many places there were and are; only where some are lost.
    places: Option<u32>,
}

#[derive(Serialize)]
struct Place {
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    room: Option<Localised>,
}

#[derive(Serialize)]
struct ClashLine {
    one: Localised,
    other: Localised,
    people: i64,
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let done = asked(&uri, "gjort").and_then(|word| DONE.into_iter().find(|own| **own == word));
    shown(&site, visit, &conference, None, |made| made.done = done, &[]).await
}

const DONE: [&str; 4] = ["released", "scheduled", "unscheduled", "unchanged"];

pub(super) async fn release(
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
    if fields.switches_language() {
        work.rollback().await;
        return shown(&site, visit, &row, Some(&fields), |_| (), &[]).await;
    }
    if fields.get("do") == Some("unschedule") {
        releasing::unschedule(&work, row).await?;
        work.commit().await?;
        return Ok(back(&visit, &slug, "/utgje?gjort=unscheduled"));
    }
    // What was looked at is what is released.
    let seen: Option<i64> = fields.get("seen").and_then(|seen| seen.parse().ok());
    if seen != Some(row.draft_revision) {
        work.rollback().await;
        return shown(&site, visit, &row, Some(&fields), |made| made.changed = true, &[]).await;
    }
    let note = Some(form::long_texts(&fields, "note", &Localised::default())).filter(|note| !note.is_empty());
    let zone = row.event().timezone;
    let id = row.id;
    let done = match fields.get("when") {
        Some("later") => match due(&fields, zone).filter(|due| *due > work.now) {
            Some(due) => {
                releasing::schedule(&work, row, due, note, organiser.account.0).await?;
                "scheduled"
            }
            None => {
                work.rollback().await;
                let wrong = [("time", "conference-plan-due-wrong")];
                return shown(&site, visit, &row, Some(&fields), |_| (), &wrong).await;
            }
        },
        _ => match releasing::release(&work, row, note, Some(organiser.account.0)).await? {
            Releasing::Released { .. } => "released",
            Releasing::Unchanged | Releasing::Cancelled => "unchanged",
        },
    };
    work.commit().await?;
    tracing::info!(event.id = %id, account.id = %organiser.account, done, "a programme was released, or is to be");
    Ok(back(&visit, &slug, &format!("/utgje?gjort={done}")))
}

/// The moment that is typed; the first of two where the clocks show it twice.
fn due(fields: &Fields, zone: Tz) -> Option<DateTime<Utc>> {
    let date: NaiveDate = form::date(fields.get("date")?)?;
    let time: NaiveTime = form::clock(fields.get("time")?)?;
    zone.from_local_datetime(&date.and_time(time)).earliest().map(|at| at.with_timezone(&Utc))
}

async fn shown(
    site: &Site,
    visit: Visit,
    conference: &Model,
    fields: Option<&Fields>,
    set: impl FnOnce(&mut ReleasePage),
    wrong: &[(&str, &str)],
) -> Result<Response, Error> {
    let db = &site.host.db.read;
    let before = store::version::find(db, conference.id, conference.released).await?;
    let changes = differences(before.as_ref().map(|version| &version.programme), &conference.draft);
    let people = held(db, conference).await?;
    let affected = touched(conference, before.as_ref(), &people);
    let speakers = store::speaker::all(db, conference.id).await?;
    let organisers = site.organisers(conference).await?;
    let warnings = warned(db, conference, &people, &speakers, &organisers).await?;
    let told = notices(&conference.draft, &names(&speakers), &warnings);
    let languages = wanted(&required(conference, &organisers));
    let again = fields.is_none_or(Fields::switches_language);
    let status = if again { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page(site, visit, conference, status, |language| {
        let title = |id: OccurrenceId| {
            let found = conference.draft.occurrence(id);
            found.map(|one| super::grid::title(&conference.draft, one)).unwrap_or_default()
        };
        let head = Head::of(conference, "utgje", true);
        let mut made = ReleasePage::new(head, &changes, &affected, title, languages);
        made.cancelled = conference.cancelled;
        made.released = conference.released;
        made.notices = told;
        made.due = conference.release_due;
        made.note = conference.release_note.clone().map(|note| note.0).unwrap_or_default();
        made.draft_revision = conference.draft_revision;
        if let Some(fields) = fields {
            made.note = form::long_texts(fields, "note", &made.note);
            made.how = if fields.get("when") == Some("later") { "later" } else { "now" };
            (made.due_date, made.due_time) = (form::typed(fields, "date"), form::typed(fields, "time"));
        }
        made.errors = form::errors(&site.host.text, language, "", wrong);
        set(&mut made);
        made
    })
    .await
}

impl ReleasePage {
    fn new(
        head: Head,
        changes: &[ProgrammeChange],
        affected: &Affected,
        title: impl Fn(OccurrenceId) -> Localised,
        languages: Vec<Wanted>,
    ) -> Self {
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let change = |change: &ProgrammeChange| {
            let place = |slot: &proto::conference::Slot| Place {
                starts_at: slot.starts_at,
                ends_at: slot.ends_at,
                room: slot.room.clone(),
            };
            let (what, before, now) = match &change.what {
                OccurrenceChange::Added { now } => ("added", None, Some(place(now))),
                OccurrenceChange::Moved { before, now } => ("moved", Some(place(before)), Some(place(now))),
                OccurrenceChange::Removed { before } => ("removed", Some(place(before)), None),
                OccurrenceChange::Edited { now } => ("edited", None, Some(place(now))),
            };
            let touched = affected.touched.iter().find(|touched| touched.occurrence == change.occurrence_id);
            let places = touched.and_then(|touched| match touched.what {
                Touch::Smaller { now, .. } | Touch::MovedSmaller { now, .. } => Some(now),
                Touch::Moved | Touch::Removed => None,
            });
            Change {
                what,
                title: change.title.clone(),
                before,
                now,
                holders: touched.map_or(0, |touched| count(touched.holders)),
                losing: touched.map_or(0, |touched| count(touched.losing)),
                places,
            }
        };
        let clashes = affected.clashes.iter().map(|clash| ClashLine {
            one: title(clash.one),
            other: title(clash.other),
            people: count(clash.people),
        });
        Self {
            head,
            cancelled: false,
            released: 0,
            changes: changes.iter().map(change).collect(),
            people: count(affected.people),
            losing: count(affected.losing),
            clashing: count(affected.clashing),
            clashes: clashes.collect(),
            notices: Vec::new(),
            languages,
            note: Localised::default(),
            how: "now",
            due_date: String::new(),
            due_time: String::new(),
            due: None,
            draft_revision: 0,
            changed: false,
            done: None,
            errors: Vec::new(),
        }
    }
}

impl Page for ReleasePage {
    const TEMPLATE: &'static str = "conference/organiser_release.html";

    fn samples() -> Vec<Self> {
        use crate::affected;
        use crate::programme::Programme;
        use crate::timetable::example;
        use chrono::TimeDelta;
        let before = example::programme();
        let mut now = before.clone();
        if let Some(moved) = now.occurrences.get_mut(3) {
            moved.starts_at += TimeDelta::minutes(30);
            moved.ends_at += TimeDelta::minutes(30);
        }
        if let Some(smaller) = now.sessions.get_mut(2) {
            smaller.capacity = Some(1);
        }
        now.occurrences.remove(1);
        let held: Vec<OccurrenceId> = now.occurrences.iter().map(|one| one.id).collect();
        let people: Vec<Vec<OccurrenceId>> = (0..30).map(|_| held.clone()).collect();
        let made = |before: Option<&Programme>, now: &Programme| {
            let title = |id| now.occurrence(id).map(|one| super::grid::title(now, one)).unwrap_or_default();
            let affected = affected::of(before, now, &people);
            let languages = wanted(&[Language::Nn, Language::Nb]);
            Self::new(Head::sample("utgje"), &differences(before, now), &affected, title, languages)
        };
        let told = super::notice::every(&before, &super::grid::example_names());
        let later = example::at("2027-04-01T06:00:00Z");
        vec![
            Self { released: 2, notices: told, ..made(Some(&before), &now) },
            made(None, &before),
            Self { released: 2, done: Some("released"), ..made(Some(&before), &before) },
            Self { released: 2, done: Some("scheduled"), due: Some(later), ..made(Some(&before), &now) },
            Self {
                released: 2,
                changed: true,
                how: "later",
                due_date: "2027-03-28".to_owned(),
                due_time: "02.30".to_owned(),
                errors: vec![FieldError::new("time", "Vel eit tidspunkt som ikkje er over, til dømes 09.30.")],
                ..made(Some(&before), &now)
            },
            Self { cancelled: true, ..made(Some(&before), &now) },
        ]
    }
}
