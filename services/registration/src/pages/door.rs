//! `/arrangor/dor/{slug}`: at the door on a phone, where people are found by name or by where they come from and it is noted
//! that they came; with `?okt=` the door of one session.
//!
//! What is searched for is a name, so it is sent as a form: addresses of pages end up in logs and histories.

mod acting;
pub(crate) mod away;
mod view;
pub(crate) mod walk_in;

use super::event::Known;
use crate::app::App;
use crate::badge::code::Code;
use crate::door::Door;
use crate::store::arrival::{self, Entrance};
use crate::store::audit::{self, Action};
use acting::{Said, act};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Fields, Organiser, Visit};
use proto::account::Role;
use proto::{PoolId, RegistrationId};
use sea_orm::DbErr;
use serde::Deserialize;
use view::{DoorPage, PersonView, sessions};

pub(crate) use view::DoorPage as Page;

/// People on the page at once; whoever is not among them is searched for.
const ON_THE_PAGE: u64 = 40;
/// In characters: longer than every name.
const LONGEST_SEARCH: usize = 200;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    /// The session whose door it is.
    #[serde(default)]
    okt: String,
    /// Who was noted last.
    #[serde(default)]
    person: String,
}

/// A door of an event, and whoever stands at it may do so.
struct At {
    known: Known,
    organiser: Organiser,
    door: Door,
    entrance: Entrance,
}

impl At {
    /// Who may not stand at the door is not told either whether there is one.
    async fn open(app: &App, organiser: Organiser, slug: &str, asked: &Asked) -> Result<Self, Error> {
        let known = Known::with_slug(app, slug).await?.ok_or(Error::NotFound)?;
        if !organiser.may_at(known.event.id, &known.event.organisation, Role::Door) {
            return Err(Error::NotFound);
        }
        let session: Option<PoolId> = match asked.okt.as_str() {
            "" => None,
            id => Some(id.parse().map_err(|_no_id| Error::NotFound)?),
        };
        let door = Door::of(&known.places.pools, session).ok_or(Error::NotFound)?;
        let entrance = Entrance { event: known.event.id, session, both_forms: door.both_forms };
        Ok(Self { known, organiser, door, entrance })
    }

    /// Where the page is.
    fn path(&self) -> String {
        let slug = &self.known.event.slug;
        match self.entrance.session {
            Some(session) => format!("/arrangor/dor/{slug}?okt={session}"),
            None => format!("/arrangor/dor/{slug}"),
        }
    }

    /// The page with this person first.
    fn with_person(&self, id: RegistrationId) -> String {
        let path = self.path();
        format!("{path}{}person={id}", if path.contains('?') { '&' } else { '?' })
    }
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let at = At::open(&app, organiser, &slug, &asked).await?;
    let visit = at.known.answers_for(visit);
    let page = look(&app, &visit, &at, "", asked.person.parse().ok(), None).await?;
    Ok(with_phone(visit.page(&page)))
}

pub(crate) async fn post(
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
    let visit = at.known.answers_for(visit);
    let typed = fields.get("sok").unwrap_or_default();
    let search: String = typed.trim().chars().filter(|c| !c.is_control()).take(LONGEST_SEARCH).collect();
    let pressed = match fields.get("gjer") {
        Some(what) if !fields.switches_language() => Some(act(&app, &visit, &at, what, &fields).await?),
        _ => None,
    };
    let Some((person, said)) = pressed else {
        if search.is_empty() && !fields.switches_language() {
            return Ok(visit.with_cookies(Redirect::to(&at.path()).into_response()));
        }
        let page = look(&app, &visit, &at, &search, None, None).await?;
        return Ok(with_phone(visit.page(&page)));
    };
    if search.is_empty() && said == Said::Done {
        return Ok(visit.with_cookies(Redirect::to(&at.with_person(person)).into_response()));
    }
    let page = look(&app, &visit, &at, &search, Some(person), Some(said)).await?;
    Ok(with_phone(visit.page_with(if page.failed { StatusCode::CONFLICT } else { StatusCode::OK }, &page)))
}

/// Nothing but our own, and the page may ask us for its list and tell us what was marked without being loaded anew.
const CSP: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; \
     connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Lets the page, which few others do, ask for the camera to read badges with, and us.
fn with_phone(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP));
    let policy = "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
    response.headers_mut().insert("permissions-policy", HeaderValue::from_static(policy));
    response
}

/// What stands at the door now.
async fn look(
    app: &App,
    visit: &Visit,
    at: &At,
    search: &str,
    person: Option<RegistrationId>,
    said: Option<Said>,
) -> Result<DoorPage, Error> {
    let db = &app.host.db.read;
    let (entrance, event) = (&at.entrance, &at.known.event);
    let (found, more) = match (search, Code::read(search)) {
        ("", _) => arrival::still_expected(db, entrance, ON_THE_PAGE).await?,
        (search, None) => arrival::found(db, entrance, event, search, ON_THE_PAGE).await?,
        // Names of eight letters can have the form of a code.
        (search, Some(code)) => match with_code(app, entrance, code).await? {
            found if found.is_empty() => arrival::found(db, entrance, event, search, ON_THE_PAGE).await?,
            found => (found, false),
        },
    };
    let last = match person {
        Some(id) => arrival::of(db, entrance, id.0).await?,
        None => None,
    };
    let is_last =
        |one: &arrival::Arrival| last.as_ref().is_some_and(|last| last.registration.id == one.registration.id);
    let found: Vec<_> = found.into_iter().filter(|one| !is_last(one)).collect();
    let action = if search.is_empty() { Action::List } else { Action::Search };
    audit::note(&app.host.db.write, visit.now, at.organiser.account, event.id, action, found.len()).await?;
    let mut people = Vec::with_capacity(found.len());
    for one in found {
        people.push(view(app, visit, at, one).await?);
    }
    let last = match last {
        Some(one) => Some(view(app, visit, at, one).await?),
        None => None,
    };
    let (come, expected) = arrival::numbers(db, entrance).await?;
    Ok(DoorPage {
        event: at.known.view(),
        path: at.path(),
        account: at.organiser.account,
        sessions: sessions(&at.known, entrance.session),
        come,
        expected,
        search: search.to_owned(),
        failed: said.is_some_and(Said::is_refusal),
        said: said.and_then(Said::word),
        last,
        people,
        more,
        walk_in: entrance.session.is_none() && crate::door::lets_in(event, at.known.cancelled, visit.now).is_ok(),
    })
}

/// Whose badge has this code: one person, but for once in a long while.
async fn with_code(app: &App, entrance: &Entrance, code: Code) -> Result<Vec<arrival::Arrival>, DbErr> {
    let db = &app.host.db.read;
    let mut found = Vec::new();
    for id in arrival::all(db, entrance).await? {
        if Code::of(&app.host.keys, id.into()) == code {
            found.extend(arrival::of(db, entrance, id).await?);
        }
    }
    Ok(found)
}

async fn view(app: &App, visit: &Visit, at: &At, one: arrival::Arrival) -> Result<PersonView, DbErr> {
    PersonView::of(&app.host.db.read, &at.known.event, &at.door, at.organiser.account, one, visit.now).await
}
