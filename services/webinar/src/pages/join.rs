//! The personal way into a webinar. Looking at the page counts nothing, since readers of mail look at links as well;
//! pressing the button does, and leads on to the meeting.

use super::{Site, framed};
use crate::entrance::{Entrance, entrance};
use crate::store;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, Page, Purpose, Visit};
use proto::webinar::WebinarJoined;
use proto::{EventId, Language, Localised, RegistrationId};
use sea_orm::ConnectionTrait;
use serde::Serialize;
use uuid::Uuid;

/// What the holder of a link that is theirs meets.
#[derive(Serialize)]
pub(super) struct JoinPage {
    title: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
    door: Door,
    /// Why it was cancelled.
    reason: Option<Localised>,
    /// The page itself, to look again.
    here: String,
    /// The public page.
    path: String,
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
    let webinar = site.webinar(&slug).await?;
    let holder = site.host.keys.read(Purpose::Join, &token);
    let met = met(&site.host.db.read, &webinar, holder, visit.now).await?;
    met_page(&site, visit, &webinar, met).await
}

/// No CSRF token is asked for: the address itself is the right, and nobody else knows it.
pub(super) async fn enter(
    State(site): State<Site>,
    visit: Visit,
    Path((slug, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let Some(holder) = site.host.keys.read(Purpose::Join, &token) else {
        return show(State(site), visit, Path((slug, token))).await;
    };
    let work = site.bus.begin().await?;
    let Some(webinar) = store::webinar::by_slug(&work.tx, &slug).await? else {
        work.rollback().await;
        return Err(Error::NotFound);
    };
    let met = met(&work.tx, &webinar, Some(holder), work.now).await?;
    if met != Entrance::Open {
        work.rollback().await;
        return met_page(&site, visit, &webinar, met).await;
    }
    let (registration, _) = holder;
    if store::attendance::count(&work.tx, registration, webinar.id, work.now).await? {
        work.say(&WebinarJoined {
            registration_id: RegistrationId(registration),
            event_id: EventId(webinar.id),
            at: work.now,
        });
    }
    work.commit().await?;
    Ok(visit.with_cookies(out(Redirect::to(&webinar.meeting_url))))
}

async fn met(
    db: &impl ConnectionTrait,
    webinar: &store::webinar::Model,
    holder: Option<(Uuid, u16)>,
    now: DateTime<Utc>,
) -> Result<Entrance, Error> {
    let Some((registration, generation)) = holder else { return Ok(Entrance::Unknown) };
    let seat = store::seat::find(db, registration).await?;
    Ok(entrance(webinar, seat.as_ref(), generation, now))
}

async fn met_page(
    site: &Site,
    visit: Visit,
    webinar: &store::webinar::Model,
    met: Entrance,
) -> Result<Response, Error> {
    let organisers = site.organisers(webinar).await?;
    let visit = framed(visit, webinar, &organisers);
    let event = webinar.event();
    let (status, door) = match met {
        Entrance::Unknown => {
            return Ok(private(visit.page_with(StatusCode::NOT_FOUND, &UnknownLinkPage { path: event.path() })));
        }
        Entrance::Open => (StatusCode::OK, Door::Open),
        Entrance::Early { opens_at } => (StatusCode::OK, Door::Early { opens_at }),
        Entrance::Over => (StatusCode::OK, Door::Over),
        Entrance::Cancelled => (StatusCode::OK, Door::Cancelled),
        Entrance::Waiting => (StatusCode::FORBIDDEN, Door::Waiting),
        Entrance::Withdrawn => (StatusCode::FORBIDDEN, Door::Withdrawn),
    };
    let page = JoinPage {
        title: event.title.clone(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone.name().to_owned(),
        door,
        reason: webinar.reason().cloned(),
        here: visit.path.clone(),
        path: event.path(),
    };
    let shown = private(visit.page_with(status, &page));
    Ok(if met == Entrance::Open { out(shown) } else { shown })
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

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_default()
}

impl Page for JoinPage {
    const TEMPLATE: &'static str = "webinar/join.html";

    fn samples() -> Vec<Self> {
        let early = Door::Early { opens_at: at("2027-03-16T08:45:00Z") };
        let doors = [Door::Open, early, Door::Over, Door::Waiting, Door::Withdrawn, Door::Cancelled];
        doors
            .into_iter()
            .map(|door| Self {
                title: Localised::from([(Language::Nn, "Frå tomme lokale til liv i sentrum")]),
                starts_at: at("2027-03-16T09:00:00Z"),
                ends_at: at("2027-03-16T10:00:00Z"),
                timezone: "Europe/Oslo".to_owned(),
                door,
                reason: matches!(door, Door::Cancelled)
                    .then(|| Localised::from([(Language::Nn, "Innleiaren er sjuk.")])),
                here: "/webinar/tomme-lokale/delta/x".to_owned(),
                path: "/webinar/tomme-lokale".to_owned(),
            })
            .collect()
    }
}

impl Page for UnknownLinkPage {
    const TEMPLATE: &'static str = "webinar/unknown_link.html";

    fn samples() -> Vec<Self> {
        vec![Self { path: "/webinar/tomme-lokale".to_owned() }]
    }
}
