//! The personal way into a conference that is sent online. Looking at the page counts nothing, since readers of mail look at
//! links as well; pressing the button does, and leads on to the meeting.

use super::around::Around;
use super::memory::Known;
use crate::entrance::{Doors, Entrance, entrance, hours};
use crate::pages::Site;
use crate::store;
use crate::timetable::example;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, Page, Purpose, Visit};
use proto::RegistrationId;
use proto::conference::ConferenceJoined;
use sea_orm::ConnectionTrait;
use serde::Serialize;
use uuid::Uuid;

/// What the holder of a link that is theirs meets.
#[derive(Serialize)]
pub(super) struct JoinPage {
    around: Around,
    door: Door,
    /// The page itself, to look again.
    here: String,
}

#[derive(Clone, Copy, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
enum Door {
    Open,
    Early { opens_at: DateTime<Utc> },
    Over,
    Waiting,
    Withdrawn,
    Cancelled,
    InPerson,
    Offline,
}

/// The link is none of ours, or has been replaced. Says nothing about anybody.
#[derive(Serialize)]
pub(super) struct UnknownLinkPage {
    path: String,
}

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path((slug, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let known = site.memory.conference(&site.host, &slug, visit.now).await?;
    let holder = site.host.keys.read(Purpose::Join, &token);
    let (met, _) = met(&site.host.db.read, &known, holder, visit.now).await?;
    Ok(met_page(&site, visit, &known, met))
}

/// No CSRF token is asked for: the address itself is the right, and nobody else knows it.
pub(super) async fn enter(
    State(site): State<Site>,
    visit: Visit,
    Path((slug, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let known = site.memory.conference(&site.host, &slug, visit.now).await?;
    let Some(holder) = site.host.keys.read(Purpose::Join, &token) else {
        return Ok(met_page(&site, visit, &known, Entrance::Unknown));
    };
    let work = site.bus.begin().await?;
    let (met, meeting_url) = met(&work.tx, &known, Some(holder), work.now).await?;
    if met != Entrance::Open {
        work.rollback().await;
        return Ok(met_page(&site, visit, &known, met));
    }
    let (registration, _) = holder;
    if store::participant::join(&work.tx, registration, work.now).await? {
        let event_id = known.facts.event.id;
        work.say(&ConferenceJoined { registration_id: RegistrationId(registration), event_id, at: work.now });
    }
    work.commit().await?;
    Ok(visit.with_cookies(out(Redirect::to(&meeting_url))))
}

/// What somebody meets, and where the meeting is.
async fn met(
    db: &impl ConnectionTrait,
    known: &Known,
    holder: Option<(Uuid, u16)>,
    now: DateTime<Utc>,
) -> Result<(Entrance, String), Error> {
    let Some((registration, generation)) = holder else { return Ok((Entrance::Unknown, String::new())) };
    let event = &known.facts.event;
    let way_in = store::conference::way_in(db, event.id.0).await?;
    let participant = store::participant::find(db, registration).await?;
    let sent = known.timetable().map(|timetable| timetable.sent_online()).unwrap_or_default();
    let days = if sent.is_empty() { vec![(event.starts_at, event.ends_at)] } else { sent };
    let doors = Doors {
        conference: event.id.0,
        cancelled: known.facts.cancelled,
        online: !way_in.meeting_url.is_empty(),
        hours: hours(days, way_in.doors_before_minutes, way_in.doors_after_minutes),
    };
    Ok((entrance(&doors, participant.as_ref(), generation, now), way_in.meeting_url))
}

fn met_page(site: &Site, visit: Visit, known: &Known, met: Entrance) -> Response {
    let visit = known.framed(visit);
    let (status, door) = match met {
        Entrance::Unknown => {
            let page = UnknownLinkPage { path: known.facts.event.path() };
            return private(visit.page_with(StatusCode::NOT_FOUND, &page));
        }
        Entrance::Open => (StatusCode::OK, Door::Open),
        Entrance::Early { opens_at } => (StatusCode::OK, Door::Early { opens_at }),
        Entrance::Over => (StatusCode::OK, Door::Over),
        Entrance::Cancelled => (StatusCode::OK, Door::Cancelled),
        Entrance::Offline => (StatusCode::OK, Door::Offline),
        Entrance::Waiting => (StatusCode::FORBIDDEN, Door::Waiting),
        Entrance::Withdrawn => (StatusCode::FORBIDDEN, Door::Withdrawn),
        Entrance::InPerson => (StatusCode::FORBIDDEN, Door::InPerson),
    };
    let page = JoinPage { around: Around::of(&site.host, known), door, here: visit.path.clone() };
    let shown = private(visit.page_with(status, &page));
    if met == Entrance::Open { out(shown) } else { shown }
}

/// The address is a right of its own and must not be told to others.
fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    response
}

/// The policy of every page, but the form's answer may lead to another site, which `form-action` also rules. It says
/// `https:` and not which, for the meeting's address stands on no page.
const LEADS_OUT: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
     font-src 'self'; form-action 'self' https:; frame-ancestors 'none'; base-uri 'none'";

fn out(response: impl IntoResponse) -> Response {
    let mut response = private(response.into_response());
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(LEADS_OUT));
    response
}

impl Page for JoinPage {
    const TEMPLATE: &'static str = "conference/public_join.html";

    fn samples() -> Vec<Self> {
        let early = Door::Early { opens_at: example::at("2027-05-11T06:45:00Z") };
        let doors = [Door::Open, early, Door::Over, Door::Waiting, Door::Withdrawn, Door::InPerson, Door::Offline];
        let sample =
            |around: Around, door: Door| Self { around, door, here: "/konferanse/byliv-2027/delta/x".to_owned() };
        let mut samples: Vec<_> = doors.into_iter().map(|door| sample(Around::example(), door)).collect();
        samples.push(sample(Around::cancelled_example(), Door::Cancelled));
        samples.push(sample(Around::long_example(), Door::Open));
        samples
    }
}

impl Page for UnknownLinkPage {
    const TEMPLATE: &'static str = "conference/public_unknown_link.html";

    fn samples() -> Vec<Self> {
        vec![Self { path: "/konferanse/byliv-2027".to_owned() }]
    }
}
