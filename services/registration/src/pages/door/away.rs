//! What a door needs where the network comes and goes: the list, which its page holds as long as it is open, and
//! `/arrangor/dor/{slug}/merke`, where it tells afterwards what was marked.

use super::{Asked, At};
use crate::app::App;
use crate::attendance::{Mark, Marked, mark};
use crate::badge::code::Code;
use crate::door::{self, Arriving, made_at};
use crate::store::arrival::{self, Arrival};
use crate::store::audit::{self, Action};
use crate::store::registration;
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use host::{Error, Fields, Organiser, Visit};
use proto::RegistrationId;
use proto::event::Event;
use sea_orm::DbErr;
use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};

/// More people than this no phone looks through.
const MOST_PEOPLE: u64 = 20_000;
/// Marks in one request; the page sends no more.
const MOST_MARKS: usize = 100;

/// Somebody as the page knows them without the network.
#[derive(Clone, Debug, Serialize)]
struct Known {
    id: RegistrationId,
    name: String,
    /// Where they come from.
    from: Option<String>,
    /// What their badge says.
    code: String,
    no_pictures: bool,
    may: &'static str,
}

#[derive(Clone, Debug, Serialize)]
struct People {
    people: Vec<Known>,
}

/// Everybody whom the door expects or has seen.
pub(crate) async fn get_people(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let at = At::open(&app, organiser, &slug, &asked).await?;
    let all = arrival::everybody(&app.host.db.read, &at.entrance, MOST_PEOPLE).await?;
    let people: Vec<Known> = all.into_iter().map(|one| known(&app, &at, one, visit.now)).collect();
    let (account, event) = (at.organiser.account, at.known.event.id);
    audit::note(&app.host.db.write, visit.now, account, event, Action::List, people.len()).await?;
    Ok(visit.with_cookies(unkept(People { people })))
}

fn known(app: &App, at: &At, one: Arrival, now: DateTime<Utc>) -> Known {
    let event: &Event = &at.known.event;
    let questions = &event.sign_up.questions;
    let row = one.registration;
    let arriving = Arriving {
        state: row.state,
        form: row.form(),
        offered_until: row.offered_until,
        claim: one.claim,
        came: one.came_at.is_some(),
    };
    Known {
        id: row.id(),
        from: door::affiliation(questions, &one.answers),
        code: Code::of(&app.host.keys, row.id()).plain(),
        no_pictures: door::no_pictures(questions, &one.answers),
        may: door::may(&at.door, &arriving, now).word(),
        name: row.name,
    }
}

/// A mark that somebody came, as a phone kept it.
#[derive(Clone, Debug, Deserialize)]
struct Late {
    /// The mark's own.
    id: String,
    #[serde(default)]
    person: Option<String>,
    /// What the badge said of somebody whom the page did not know.
    #[serde(default)]
    code: Option<String>,
    /// In milliseconds.
    ago: i64,
}

/// What became of one.
#[derive(Clone, Debug, Serialize)]
struct Told {
    id: String,
    outcome: &'static str,
    /// Whose it was, where the door has to know of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

/// Makes the marks that a phone kept, each once however often it is sent. They count as made by whoever is signed in, so those of
/// somebody else who used the phone are not taken.
pub(crate) async fn post_marks(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let at = At::open(&app, organiser, &slug, &asked).await?;
    if fields.get("konto").and_then(|id| id.parse().ok()) != Some(at.organiser.account) {
        let none: [Told; 0] = [];
        return Ok(visit.with_cookies((StatusCode::CONFLICT, unkept(none)).into_response()));
    }
    let sent = fields.get("marker").unwrap_or_default();
    let sent: Vec<Late> = serde_json::from_str(sent).map_err(|_no_marks| Error::NotFound)?;
    let codes = match sent.iter().any(|late| late.code.is_some()) {
        true => codes(&app, &at).await?,
        false => Vec::new(),
    };
    let mut told = Vec::with_capacity(sent.len());
    for late in sent.into_iter().take(MOST_MARKS) {
        let (outcome, name) = make(&app, &visit, &at, &codes, &late).await?;
        told.push(Told { id: late.id, outcome, name });
    }
    Ok(visit.with_cookies(unkept(told)))
}

/// What is on everybody's badge.
async fn codes(app: &App, at: &At) -> Result<Vec<(Code, RegistrationId)>, DbErr> {
    let all = arrival::all(&app.host.db.read, &at.entrance).await?;
    Ok(all.into_iter().map(RegistrationId).map(|id| (Code::of(&app.host.keys, id), id)).collect())
}

async fn make(
    app: &App,
    visit: &Visit,
    at: &At,
    codes: &[(Code, RegistrationId)],
    late: &Late,
) -> Result<(&'static str, Option<String>), Error> {
    let coded = || {
        let code = Code::read(late.code.as_deref()?)?;
        codes.iter().find(|(own, _)| *own == code).map(|(_, id)| *id)
    };
    let person = late.person.as_deref().and_then(|id| id.parse().ok()).or_else(coded);
    let (Some(registration), Ok(id)) = (person, late.id.parse::<Uuid>()) else { return Ok((UNKNOWN, None)) };
    let made = Mark {
        id,
        event: at.known.event.id,
        registration,
        session: at.entrance.session,
        came: true,
        account: at.organiser.account,
        at: made_at(visit.now, late.ago),
    };
    let work = app.bus.begin().await.map_err(|_away| Error::Busy)?;
    let marked = mark(&work, &made).await?;
    work.commit().await.map_err(|_away| Error::Busy)?;
    let outcome = match marked {
        Marked::Now | Marked::Again => return Ok(("noted", None)),
        Marked::Already => "already",
        Marked::Not(may) => may.word(),
        Marked::Unknown => return Ok((UNKNOWN, None)),
    };
    let row = registration::by_id(&app.host.db.read, registration).await?;
    Ok((outcome, row.map(|row| row.name)))
}

/// Nobody of this name or code is at the event any more.
const UNKNOWN: &str = "unknown";

/// Kept from caches.
fn unkept(content: impl Serialize) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], Json(content)).into_response()
}
