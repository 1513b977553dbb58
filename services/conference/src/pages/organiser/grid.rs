//! The programme of a day as a table of rooms and times, in which sessions are placed, moved, stretched, copied and removed.

mod drawing;
mod layout;

pub(super) use drawing::GridPage;

use super::conflict::{self, Begun};
use super::notice::notices;
use super::{Done, Head, Names, asked, back, change, form, held, names, page, planned, warned};
use crate::edit::{Edit, Slot};
use crate::pages::Site;
use crate::programme::{Occurrence, Programme};
use crate::store;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use host::{Error, Fields, Organiser, Visit};
use proto::account::Role;
use proto::{Localised, OccurrenceId};
use serde::Serialize;
use uuid::Uuid;

/// Our own script, which asks us whether somebody else has changed the draft.
const CSP: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; \
     connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

#[derive(Serialize)]
struct Revision {
    revision: i64,
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let db = &site.host.db.read;
    let speakers = store::speaker::all(db, conference.id).await?;
    let organisers = site.organisers(&conference).await?;
    let warnings = warned(db, &conference, &held(db, &conference).await?, &speakers, &organisers).await?;
    let names = names(&speakers);
    let told = notices(&conference.draft, &names, &warnings);
    let date = asked(&uri, "dag").and_then(|date| form::date(&date));
    let zone = conference.event().timezone;
    let mut made = GridPage::new(Head::of(&conference, "program", true), &conference.draft, &names, told, date, zone);
    made.draft_revision = conference.draft_revision;
    made.saved = asked(&uri, "lagra").is_some();
    made.others = asked(&uri, "andre").is_some();
    made.refused = asked(&uri, "feil").and_then(|word| REFUSED.into_iter().find(|own| **own == word));
    let mut response = page(&site, visit, &conference, StatusCode::OK, |_| made).await?;
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP));
    Ok(response)
}

/// How often the draft has been written, for pages that are open.
pub(super) async fn revision(
    State(site): State<Site>,
    organiser: Organiser,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let found = store::conference::draft_revision(&site.host.db.read, &slug).await?;
    let (revision, snapshot) = found.ok_or(Error::NotFound)?;
    let may = |organisation| organiser.may_at(snapshot.0.id, organisation, Role::Editor);
    if !store::conference::organisers(&snapshot.0).any(may) {
        return Err(Error::NotFound);
    }
    let told = Json(Revision { revision });
    Ok(([(header::CACHE_CONTROL, "no-store")], told).into_response())
}

/// The last parts of the keys that say why a change in the table was not made.
const REFUSED: [&str; 9] = [
    "ends-before-start",
    "skipped",
    "no-such-day",
    "room-wrong",
    "session-wrong",
    "clock-wrong",
    "date-wrong",
    "gone",
    "taken",
];

/// What the buttons of a cell do, and what the mouse does.
pub(super) async fn edit(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let day = fields.get("day").and_then(form::date).map(|day| day.to_string()).unwrap_or_default();
    let refused = |key: &str| {
        let word = key.trim_start_matches("conference-plan-");
        back(&visit, &slug, &format!("/program?dag={day}&feil={word}"))
    };
    let (edit, id) = match wanted(&fields, OccurrenceId(Uuid::now_v7())) {
        Ok(wanted) => wanted,
        Err(key) => {
            planned(&site, &organiser, &slug).await?;
            return Ok(refused(key));
        }
    };
    let seen = fields.get("seen").and_then(|seen| seen.parse().ok());
    match change(&site, &organiser, &slug, seen, edit).await? {
        Done::Made { others } => {
            let others = if others { "&andre=1" } else { "" };
            Ok(back(&visit, &slug, &format!("/program?dag={day}&lagra=1{others}#p-{id}")))
        }
        Done::Refused(conference, refusal) => match form::wrong(&refusal).first() {
            Some((_, key)) => Ok(refused(key)),
            None => {
                let theirs = format!("/program?dag={day}#p-{id}");
                conflict::show(
                    &site,
                    visit,
                    &conference,
                    refusal,
                    &fields,
                    Begun { path: "/program".to_owned(), theirs },
                )
                .await
            }
        },
    }
}

/// What a form in the table asks for, and which cell it is about; otherwise the key of what is wrong.
fn wanted(fields: &Fields, new: OccurrenceId) -> Result<(Edit, OccurrenceId), &'static str> {
    const NOTHING: &str = "conference-plan-gone";
    let of = |name| fields.get(name).unwrap_or_default();
    let slot = || form::slot(fields).map_err(|wrong| wrong.first().map_or(NOTHING, |(_, key)| *key));
    let doing = of("do");
    if doing == "place" {
        let session = form::id(of("session")).ok_or("conference-plan-session-wrong")?;
        let session = Some(proto::SessionId(session));
        return Ok((Edit::Place { id: new, session, note: Localised::default(), slot: slot()? }, new));
    }
    let id = form::id(of("occurrence")).map(OccurrenceId).ok_or(NOTHING)?;
    let revision = of("revision").parse().ok().ok_or(NOTHING)?;
    let moved = |slot: Slot| Ok((Edit::Move { id, revision, slot, note: None }, id));
    match doing {
        "move" => moved(slot()?),
        "earlier" => moved(shifted(slot()?, -1, -1).ok_or("conference-plan-no-such-day")?),
        "later" => moved(shifted(slot()?, 1, 1).ok_or("conference-plan-no-such-day")?),
        "shorter" => moved(shifted(slot()?, 0, -1).ok_or("conference-plan-ends-before-start")?),
        "longer" => moved(shifted(slot()?, 0, 1).ok_or("conference-plan-no-such-day")?),
        "duplicate" => Ok((Edit::Duplicate { id, revision, new }, new)),
        "remove" => Ok((Edit::Remove { id, revision }, id)),
        room => {
            let room = room.strip_prefix("room:").and_then(form::id).ok_or(NOTHING)?;
            moved(Slot { room: Some(crate::programme::RoomId(room)), ..slot()? })
        }
    }
}

/// Start and end so many quarters on, on the same date.
fn shifted(slot: Slot, start: i32, end: i32) -> Option<Slot> {
    let quarter = |by: i32| TimeDelta::minutes(i64::from(by) * 15);
    let (from, past) = slot.from.overflowing_add_signed(quarter(start));
    let (to, over) = slot.to.overflowing_add_signed(quarter(end));
    let next_day = match over {
        0 => slot.next_day,
        over if over > 0 && !slot.next_day => true,
        over if over < 0 && slot.next_day => false,
        _ => return None,
    };
    (past == 0).then_some(Slot { from, to, next_day, ..slot })
}

/// A date as an instant that is on it in every zone of ours.
pub(super) fn noon(date: NaiveDate) -> DateTime<Utc> {
    date.and_time(chrono::NaiveTime::default()).and_utc() + TimeDelta::hours(12)
}

/// What a time is called: its session, or what a block is for.
pub(super) fn title(programme: &Programme, occurrence: &Occurrence) -> Localised {
    let session = occurrence.session.and_then(|session| programme.session(session));
    session.map_or_else(|| occurrence.note.clone(), |session| session.title.clone())
}

/// For samples of pages.
pub(super) fn example_names() -> Names {
    crate::timetable::example::speakers().into_iter().map(|speaker| (speaker.id, speaker.name)).collect()
}
