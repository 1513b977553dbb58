//! A webinar for those who arrange it: facts, numbers, and where the meeting is.

use super::{Site, framed};
use crate::entrance::doors;
use crate::store;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use event_file::meeting_address;
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::account::Role;
use proto::{EventId, Language, Localised};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct OrganiserPage {
    slug: String,
    /// Of its series, for those who may see all of that.
    series: Option<String>,
    title: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
    closes_at: DateTime<Utc>,
    doors_open_at: DateTime<Utc>,
    doors_close_at: DateTime<Utc>,
    cancelled: bool,
    revision: i64,
    admitted: i64,
    /// Unlimited when absent.
    places_left: Option<i64>,
    waiting: Option<i64>,
    joined: i64,
    /// Absent for those who may not change it, who do not see it either.
    meeting: Option<Meeting>,
    errors: Vec<FieldError>,
}

/// Where the meeting is, as far as the form has come.
#[derive(Serialize)]
struct Meeting {
    url: String,
    /// Where it was when the form was opened.
    before: String,
    /// Where somebody else has moved it meanwhile.
    elsewhere: Option<String>,
    /// Without an address there is a room that is made here.
    room: bool,
    saved: bool,
}

impl Meeting {
    /// As it is.
    fn of(site: &Site, webinar: &store::webinar::Model) -> Self {
        Self {
            url: webinar.meeting_url.clone(),
            before: webinar.meeting_url.clone(),
            elsewhere: None,
            room: Self::may_be_room(site, webinar),
            saved: false,
        }
    }

    fn may_be_room(site: &Site, webinar: &store::webinar::Model) -> bool {
        site.rooms.is_some() && webinar.filed_meeting_url.is_empty()
    }
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: axum::http::Uri,
) -> Result<Response, Error> {
    let webinar = seen(&site, &organiser, &slug).await?;
    let saved = uri.query().is_some_and(|query| query.split('&').any(|pair| pair == "lagra=1"));
    let may_move = organiser.may_at(EventId(webinar.id), &webinar.organisation, Role::Editor);
    let meeting = may_move.then(|| Meeting { saved, ..Meeting::of(&site, &webinar) });
    page(&site, &organiser, visit, &webinar, meeting, Vec::new()).await
}

/// Changes where the join links lead. Nobody is told: the links stay the same.
pub(super) async fn move_meeting(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let webinar = seen(&site, &organiser, &slug).await?;
    if !organiser.may_at(EventId(webinar.id), &webinar.organisation, Role::Editor) {
        return Err(Error::NotFound);
    }
    let typed = fields.get("meeting_url").unwrap_or_default().trim();
    let before = fields.get("meeting_before").unwrap_or_default();
    let of_form = |webinar: &store::webinar::Model| Meeting { url: typed.to_owned(), ..Meeting::of(&site, webinar) };
    let address = match typed {
        "" if Meeting::may_be_room(&site, &webinar) => Some(String::new()),
        typed => meeting_address(typed),
    };
    let Some(address) = address else {
        let organisers = site.organisers(&webinar).await?;
        let visit = framed(visit, &webinar, &organisers);
        let wrong = site.host.text.word(visit.language, "webinar-meeting-wrong", &[]);
        let meeting = Meeting { before: before.to_owned(), ..of_form(&webinar) };
        return page(&site, &organiser, visit, &webinar, Some(meeting), vec![FieldError::new("meeting_url", wrong)])
            .await;
    };
    let work = site.bus.begin().await?;
    if !store::webinar::move_meeting(&work.tx, webinar.id, before, &address).await? {
        work.rollback().await;
        let webinar = seen(&site, &organiser, &slug).await?;
        let meeting = Meeting { elsewhere: Some(webinar.meeting_url.clone()), ..of_form(&webinar) };
        return page(&site, &organiser, visit, &webinar, Some(meeting), Vec::new()).await;
    }
    work.commit().await?;
    tracing::info!(event.id = %webinar.id, account.id = %organiser.account, "the meeting is somewhere else now");
    Ok(visit.with_cookies(Redirect::to(&format!("/arrangor/webinar/{slug}?lagra=1")).into_response()))
}

/// The webinar, for those who have any role in the organisation that answers for it; for all others there is none.
pub(super) async fn seen(site: &Site, organiser: &Organiser, slug: &str) -> Result<store::webinar::Model, Error> {
    let webinar = site.webinar(slug).await?;
    match organiser.may_at(EventId(webinar.id), &webinar.organisation, Role::Numbers) {
        true => Ok(webinar),
        false => Err(Error::NotFound),
    }
}

async fn page(
    site: &Site,
    organiser: &Organiser,
    visit: Visit,
    webinar: &store::webinar::Model,
    meeting: Option<Meeting>,
    errors: Vec<FieldError>,
) -> Result<Response, Error> {
    let db = &site.host.db.read;
    let admitted = store::seat::admitted(db, webinar.id).await?;
    let joined = store::attendance::joined(db, webinar.id).await?;
    let organisers = site.organisers(webinar).await?;
    let visit = framed(visit, webinar, &organisers);
    let event = webinar.event();
    let doors = doors(webinar);
    let series = store::series::of(db, webinar).await?;
    let page = OrganiserPage {
        slug: webinar.slug.clone(),
        series: series.filter(|series| organiser.may(&series.organisation, Role::Numbers)).map(|series| series.slug),
        title: event.title.clone(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone.name().to_owned(),
        closes_at: event.sign_up.closes_at,
        doors_open_at: doors.from,
        doors_close_at: doors.until,
        cancelled: webinar.cancelled,
        revision: webinar.revision,
        admitted: i64::try_from(admitted).unwrap_or(i64::MAX),
        // Before registration has said anything, all of them are left.
        places_left: match webinar.signup_open {
            Some(_) => webinar.places_left,
            None => event.whole().and_then(|pool| pool.capacity).map(i64::from),
        },
        waiting: webinar.waiting,
        joined: i64::try_from(joined).unwrap_or(i64::MAX).saturating_add(webinar.joined_erased),
        meeting,
        errors,
    };
    let status = match &page.meeting {
        _ if !page.errors.is_empty() => StatusCode::UNPROCESSABLE_ENTITY,
        Some(Meeting { elsewhere: Some(_), .. }) => StatusCode::CONFLICT,
        _ => StatusCode::OK,
    };
    let mut response = visit.page_with(status, &page);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_default()
}

impl Page for OrganiserPage {
    const TEMPLATE: &'static str = "webinar/organiser.html";

    fn samples() -> Vec<Self> {
        let sample = |meeting: Option<Meeting>, errors: Vec<FieldError>| Self {
            slug: "tomme-lokale".to_owned(),
            series: meeting.is_some().then(|| "stadutvikling".to_owned()),
            title: Localised::from([(Language::Nn, "Frå tomme lokale til liv i sentrum")]),
            starts_at: at("2027-03-16T09:00:00Z"),
            ends_at: at("2027-03-16T10:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            closes_at: at("2027-03-15T11:00:00Z"),
            doors_open_at: at("2027-03-16T08:45:00Z"),
            doors_close_at: at("2027-03-16T10:30:00Z"),
            cancelled: errors.is_empty() && meeting.is_none(),
            revision: 3,
            admitted: 1_214,
            places_left: meeting.as_ref().map(|_| 12),
            waiting: meeting.as_ref().map(|_| 0),
            joined: 31,
            meeting,
            errors,
        };
        let at_first = |url: &str, saved: bool| Meeting {
            url: url.to_owned(),
            before: url.to_owned(),
            elsewhere: None,
            room: url.is_empty(),
            saved,
        };
        let meeting = |url: &str, saved: bool| Some(at_first(url, saved));
        let moved = |elsewhere: &str| {
            let typed = at_first("https://mote.example.org/rom/tomme-lokale", false);
            Some(Meeting { elsewhere: Some(elsewhere.to_owned()), before: elsewhere.to_owned(), ..typed })
        };
        vec![
            sample(meeting("https://mote.example.org/rom/tomme-lokale", false), Vec::new()),
            sample(meeting("https://mote.example.org/rom/tomme-lokale", true), Vec::new()),
            sample(
                meeting("mote.example.org", false),
                vec![FieldError::new("meeting_url", "Møteadressa må vere ei heil adresse som byrjar med https://")],
            ),
            sample(meeting("", false), Vec::new()),
            sample(moved("https://anna.example.org/rom/<b>"), Vec::new()),
            sample(moved(""), Vec::new()),
            sample(None, Vec::new()),
        ]
    }
}
