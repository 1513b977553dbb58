//! The personal way into a webinar. Looking at the page counts nothing, since readers of mail look at links as well;
//! pressing the button does, and leads on to the meeting.

use super::{Site, framed};
use crate::entrance::{Entrance, doors, entrance};
use crate::material::{Shown, examples, shown};
use crate::meeting::{self, Doors, Guest, Right};
use crate::waiting::opens_itself_after;
use crate::{meeting_file, store};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
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
    /// When it is over: what there is to see.
    material: Vec<Shown>,
    /// When it is over: where to say what one thought.
    evaluation: Option<String>,
    /// What somebody in the panel is called, and does there.
    panel: Option<Panel>,
    /// The page itself, to look again.
    here: String,
    /// The public page.
    path: String,
}

#[derive(Clone, Serialize)]
pub(super) struct Panel {
    pub(super) name: String,
    pub(super) part: meeting_file::Part,
}

#[derive(Clone, Copy, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
enum Door {
    Open,
    /// It cannot be opened, although it should be.
    Stuck,
    Early {
        opens_at: DateTime<Utc>,
        /// Whether the page opens by itself then: it does, does not because the person wants it so, or it is long until then.
        waiting: Waiting,
    },
    Over,
    Waiting,
    Withdrawn,
    Cancelled,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Waiting {
    Opens,
    Still,
    Long,
}

/// What the page of somebody who is early is asked to do: nothing by itself.
const STILL: &str = "i-ro=1";

/// The link is none of ours, or has been replaced. Says nothing about anybody.
#[derive(Serialize)]
pub(super) struct UnknownLinkPage {
    pub(super) path: String,
}

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path((slug, token)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Error> {
    let webinar = site.webinar(&slug).await?;
    let holder = site.host.keys.read(Purpose::Join, &token);
    let met = met(&site.host.db.read, &webinar, holder, visit.now).await?;
    let number = holder.map_or(0, |(registration, _)| registration.as_u128());
    met_page(&site, visit, &webinar, Met { entrance: met, panel: None, number, uri: &uri }).await
}

/// No CSRF token is asked for: the address itself is the right, and nobody else knows it.
pub(super) async fn enter(
    State(site): State<Site>,
    visit: Visit,
    Path((slug, token)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Error> {
    let Some(holder) = site.host.keys.read(Purpose::Join, &token) else {
        return show(State(site), visit, Path((slug, token)), uri).await;
    };
    let work = site.bus.begin().await?;
    let Some(webinar) = store::webinar::by_slug(&work.tx, &slug).await? else {
        work.rollback().await;
        return Err(Error::NotFound);
    };
    let met = met(&work.tx, &webinar, Some(holder), work.now).await?;
    let (registration, _) = holder;
    let turned_away = |entrance| Met { entrance, panel: None, number: registration.as_u128(), uri: &uri };
    if met != Entrance::Open {
        work.rollback().await;
        return met_page(&site, visit, &webinar, turned_away(met)).await;
    }
    let person = store::participant::find(&work.tx, registration).await?;
    let name = person.as_ref().map(|person| person.name.as_str());
    let guest = Guest { id: registration, name, may: Right::TakePart };
    let Some(way_in) = way_in(&site, &webinar, guest, doors(&webinar), work.now) else {
        work.rollback().await;
        return stuck(&site, visit, &webinar, turned_away(met)).await;
    };
    if store::attendance::count(&work.tx, registration, webinar.id, work.now).await? {
        work.say(&WebinarJoined {
            registration_id: RegistrationId(registration),
            event_id: EventId(webinar.id),
            at: work.now,
        });
    }
    work.commit().await?;
    Ok(visit.with_cookies(out(Redirect::to(&way_in))))
}

/// The address that lets somebody in, as long as there is one. Why there is none stands in the log.
pub(super) fn way_in(
    site: &Site,
    webinar: &store::webinar::Model,
    guest: Guest<'_>,
    doors: Doors,
    now: DateTime<Utc>,
) -> Option<String> {
    match meeting::way_in(webinar, site.rooms.as_deref(), guest, doors, now) {
        Ok(address) => Some(address),
        Err(error) => {
            tracing::error!(event.id = %webinar.id, %error, "nobody can come into a meeting");
            None
        }
    }
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

/// What somebody meets, and who they are as far as the page depends on it.
pub(super) struct Met<'a> {
    pub(super) entrance: Entrance,
    pub(super) panel: Option<Panel>,
    /// Any number that differs between people.
    pub(super) number: u128,
    pub(super) uri: &'a Uri,
}

/// The page of somebody who should come in and cannot.
pub(super) async fn stuck(
    site: &Site,
    visit: Visit,
    webinar: &store::webinar::Model,
    met: Met<'_>,
) -> Result<Response, Error> {
    door_page(site, visit, webinar, met.panel, (StatusCode::SERVICE_UNAVAILABLE, Door::Stuck)).await
}

pub(super) async fn met_page(
    site: &Site,
    visit: Visit,
    webinar: &store::webinar::Model,
    met: Met<'_>,
) -> Result<Response, Error> {
    let still = met.uri.query().is_some_and(|query| query.split('&').any(|pair| pair == STILL));
    let mut refresh = None;
    let (status, door) = match met.entrance {
        Entrance::Unknown => {
            let organisers = site.organisers(webinar).await?;
            let visit = framed(visit, webinar, &organisers);
            let page = UnknownLinkPage { path: webinar.event().path() };
            return Ok(private(visit.page_with(StatusCode::NOT_FOUND, &page)));
        }
        Entrance::Open => (StatusCode::OK, Door::Open),
        Entrance::Early { opens_at } => {
            let seconds = opens_itself_after(opens_at, visit.now, met.number);
            let waiting = match (seconds, still) {
                (None, _) => Waiting::Long,
                (Some(_), true) => Waiting::Still,
                (Some(seconds), false) => {
                    refresh = Some(seconds);
                    Waiting::Opens
                }
            };
            (StatusCode::OK, Door::Early { opens_at, waiting })
        }
        Entrance::Over => (StatusCode::OK, Door::Over),
        Entrance::Cancelled => (StatusCode::OK, Door::Cancelled),
        Entrance::Waiting => (StatusCode::FORBIDDEN, Door::Waiting),
        Entrance::Withdrawn => (StatusCode::FORBIDDEN, Door::Withdrawn),
    };
    let mut response = door_page(site, visit, webinar, met.panel, (status, door)).await?;
    // Once, at the moment that the page names, and not if the reader wants it to stay as it is. It needs no script, and what
    // stands on the page until then does not change (WCAG 2.2.1, 2.2.4, 3.2.5).
    if let Some(seconds) = refresh {
        response.headers_mut().insert(header::REFRESH, HeaderValue::from(seconds));
    }
    Ok(response)
}

/// What is behind a personal link when it is over.
#[derive(Default)]
struct Afterwards {
    material: Vec<Shown>,
    evaluation: Option<String>,
}

impl Afterwards {
    /// The panel has not signed up: it sees what all see, and is not asked.
    async fn of(site: &Site, webinar: &store::webinar::Model, here: &str, panel: bool) -> Result<Self, Error> {
        let db = &site.host.db.read;
        let public = webinar.event().path();
        let path = if panel { public.as_str() } else { here };
        let asked = store::afterwards::find(db, webinar.id).await?.is_none_or(|after| after.evaluation);
        let token = here.rsplit('/').next().unwrap_or_default();
        Ok(Self {
            material: shown(store::material::of_event(db, webinar.id).await?, !panel, path),
            evaluation: (asked && !panel).then(|| format!("{public}/vurdering/{token}")),
        })
    }
}

async fn door_page(
    site: &Site,
    visit: Visit,
    webinar: &store::webinar::Model,
    panel: Option<Panel>,
    (status, door): (StatusCode, Door),
) -> Result<Response, Error> {
    let organisers = site.organisers(webinar).await?;
    let visit = framed(visit, webinar, &organisers);
    let event = webinar.event();
    let afterwards = match door {
        Door::Over => Afterwards::of(site, webinar, &visit.path, panel.is_some()).await?,
        _ => Afterwards::default(),
    };
    let page = JoinPage {
        title: event.title.clone(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone.name().to_owned(),
        door,
        reason: webinar.reason().cloned(),
        material: afterwards.material,
        evaluation: afterwards.evaluation,
        panel,
        here: visit.path.clone(),
        path: event.path(),
    };
    let shown = private(visit.page_with(status, &page));
    Ok(if matches!(door, Door::Open) { out(shown) } else { shown })
}

/// The address is a right of its own and must not be told to others.
pub(super) fn private(mut response: Response) -> Response {
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

pub(super) fn out(response: impl IntoResponse) -> Response {
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
        let early = |waiting| Door::Early { opens_at: at("2027-03-16T08:45:00Z"), waiting };
        let doors = [Door::Open, Door::Stuck, Door::Over, Door::Waiting, Door::Withdrawn, Door::Cancelled];
        let sample = |door| Self {
            title: Localised::from([(Language::Nn, "Frå tomme lokale til liv i sentrum")]),
            starts_at: at("2027-03-16T09:00:00Z"),
            ends_at: at("2027-03-16T10:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            door,
            reason: matches!(door, Door::Cancelled).then(|| Localised::from([(Language::Nn, "Innleiaren er sjuk.")])),
            material: Vec::new(),
            evaluation: None,
            panel: None,
            here: "/webinar/tomme-lokale/delta/x".to_owned(),
            path: "/webinar/tomme-lokale".to_owned(),
        };
        let panel = |door, part| Self {
            panel: Some(Panel { name: "Åse Ŋáđđi O’Brien-Žižek".to_owned(), part }),
            here: "/webinar/tomme-lokale/panel/x".to_owned(),
            ..sample(door)
        };
        let mut samples: Vec<Self> = doors.into_iter().map(sample).collect();
        samples.extend([Waiting::Opens, Waiting::Still, Waiting::Long].map(|waiting| sample(early(waiting))));
        let evaluation = Some("/webinar/tomme-lokale/vurdering/x".to_owned());
        samples.push(Self { material: examples(), evaluation, ..sample(Door::Over) });
        samples.push(panel(Door::Open, meeting_file::Part::Moderator));
        samples.push(panel(early(Waiting::Opens), meeting_file::Part::Speaker));
        samples
    }
}

impl Page for UnknownLinkPage {
    const TEMPLATE: &'static str = "webinar/unknown_link.html";

    fn samples() -> Vec<Self> {
        vec![Self { path: "/webinar/tomme-lokale".to_owned() }]
    }
}
