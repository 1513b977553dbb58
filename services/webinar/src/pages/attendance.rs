//! Who came, in numbers, and the list that the provider of the meeting has of them, to be read.

use super::{Site, framed, organiser};
use crate::attendance_list::{self, LARGEST, Wrong};
use crate::entrance::doors;
use crate::forgetting::LIST_WAITS;
use crate::matching::{MOST_TO_CHOOSE, matched, to_choose};
use crate::store::{self, afterwards, attendance, list, participant, seat};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, TimeDelta, Utc};
use host::{Error, FieldError, Organiser, Page, Visit};
use proto::account::Role;
use proto::{EventId, Language, Localised};
use serde::Serialize;
use text::{Arg, Text};
use uuid::Uuid;

#[derive(Serialize)]
pub(super) struct AttendancePage {
    slug: String,
    title: Localised,
    admitted: i64,
    came: i64,
    /// The organiser may read a list.
    may_read: bool,
    begun: bool,
    over: bool,
    timezone: String,
    letter: Letter,
    /// How many a list has just brought that were not known.
    taken_in: Option<i64>,
    /// The list that was to be taken in is not there any more.
    gone: bool,
    errors: Vec<FieldError>,
}

/// The letter to those who came and to those who did not.
#[derive(Clone, Copy, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
enum Letter {
    None,
    Waits {
        until: DateTime<Utc>,
    },
    /// Its time has come, and only those who were noted then, or later, have got it.
    Late {
        since: DateTime<Utc>,
    },
    Settled {
        at: DateTime<Utc>,
    },
}

impl Letter {
    fn of(webinar: &store::webinar::Model, after: Option<afterwards::Model>, now: DateTime<Utc>) -> Self {
        let Some(after) = after else { return Self::None };
        match (after.letter_minutes, after.settled_at) {
            (None, _) => Self::None,
            // What was settled before the webinar was moved is settled no more.
            (Some(_), Some(at)) if at >= webinar.ends_at => Self::Settled { at },
            (Some(minutes), _) => match webinar.ends_at + TimeDelta::minutes(minutes) {
                until if until > now => Self::Waits { until },
                since => Self::Late { since },
            },
        }
    }
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let webinar = organiser::seen(&site, &organiser, &slug).await?;
    page(&site, visit, &organiser, &webinar, &uri, Vec::new()).await
}

pub(super) async fn read(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
    request: Request,
) -> Result<Response, Error> {
    let webinar = organiser::seen(&site, &organiser, &slug).await?;
    if !organiser.may_at(EventId(webinar.id), &webinar.organisation, Role::Editor) {
        return Err(Error::NotFound);
    }
    let sent = uploads::read(request, LARGEST).await?;
    if !visit.genuine(sent.csrf()) {
        return Err(Error::NotGenuine);
    }
    let signed_up = participant::admitted(&site.host.db.read, webinar.id).await?;
    // Long lists take long, and other visitors do not wait for that.
    let look = move || {
        let people = attendance_list::read(&sent.content)?;
        match to_choose(&matched(&people, &signed_up)) > MOST_TO_CHOOSE {
            true => Err(vec![Wrong::TooUnsure]),
            false => Ok(people),
        }
    };
    let looked = tokio::task::spawn_blocking(look).await.map_err(|error| Error::Internal(error.into()))?;
    let people = match looked {
        Ok(people) => list::People(people),
        Err(wrong) => {
            let say = |wrong: &Wrong| FieldError::new("file", in_words(&site.host.text, visit.language, wrong));
            let errors = wrong.iter().map(say).collect();
            return page(&site, visit, &organiser, &webinar, &uri, errors).await;
        }
    };
    let id = Uuid::now_v7();
    let work = site.bus.begin().await?;
    list::delete_read_before(&work.tx, work.now - LIST_WAITS).await?;
    list::insert(&work.tx, list::Model { id, event: webinar.id, read_at: work.now, people }).await?;
    work.commit().await?;
    Ok(visit.with_cookies(Redirect::to(&format!("/arrangor/webinar/{slug}/frammote/{id}")).into_response()))
}

/// What is wrong, with the line, and what to do about it.
fn in_words(text: &Text, language: Language, wrong: &Wrong) -> String {
    let number = |n: usize| Arg::from(i64::try_from(n).unwrap_or(i64::MAX));
    let (key, args): (&str, Vec<(&str, Arg<'_>)>) = match *wrong {
        Wrong::Empty => ("webinar-list-empty", Vec::new()),
        Wrong::TooLarge => ("webinar-list-too-large", Vec::new()),
        Wrong::TooMany => ("webinar-list-too-many", Vec::new()),
        Wrong::TooUnsure => ("webinar-list-too-unsure", vec![("most", number(MOST_TO_CHOOSE))]),
        Wrong::Encoding { line } => ("webinar-list-encoding", vec![("line", number(line))]),
        Wrong::OpenQuote { line } => ("webinar-list-quote", vec![("line", number(line))]),
        Wrong::NoSection => ("webinar-list-no-section", Vec::new()),
        Wrong::NoHeading { line } => ("webinar-list-no-heading", vec![("line", number(line))]),
        Wrong::Columns { line, found, expected } => (
            "webinar-list-columns",
            vec![("line", number(line)), ("found", number(found)), ("expected", number(expected))],
        ),
        Wrong::Nameless { line } => ("webinar-list-nameless", vec![("line", number(line))]),
        Wrong::Address { line } => ("webinar-list-address", vec![("line", number(line))]),
    };
    text.word(language, key, &args)
}

async fn page(
    site: &Site,
    visit: Visit,
    organiser: &Organiser,
    webinar: &store::webinar::Model,
    uri: &Uri,
    errors: Vec<FieldError>,
) -> Result<Response, Error> {
    let db = &site.host.db.read;
    let organisers = site.organisers(webinar).await?;
    let visit = framed(visit, webinar, &organisers);
    let pair = |name: &str| {
        let pairs = uri.query().into_iter().flat_map(|query| query.split('&'));
        pairs.filter_map(|pair| pair.split_once('=')).find(|(own, _)| *own == name).map(|(_, value)| value)
    };
    let joined = i64::try_from(attendance::joined(db, webinar.id).await?).unwrap_or(i64::MAX);
    let page = AttendancePage {
        slug: webinar.slug.clone(),
        title: webinar.event().title.clone(),
        admitted: i64::try_from(seat::admitted(db, webinar.id).await?).unwrap_or(i64::MAX),
        came: joined.saturating_add(webinar.joined_erased),
        may_read: organiser.may_at(EventId(webinar.id), &webinar.organisation, Role::Editor),
        begun: visit.now >= webinar.starts_at,
        over: visit.now >= doors(webinar).until && !webinar.cancelled,
        timezone: webinar.event().timezone.name().to_owned(),
        letter: Letter::of(webinar, afterwards::find(db, webinar.id).await?, visit.now),
        taken_in: pair("nye").and_then(|number| number.parse().ok()),
        gone: pair("borte").is_some(),
        errors,
    };
    let status = if page.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut response = visit.page_with(status, &page);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

impl Page for AttendancePage {
    const TEMPLATE: &'static str = "webinar/attendance.html";

    fn samples() -> Vec<Self> {
        let sample = |errors: Vec<FieldError>| Self {
            slug: "tomme-lokale".to_owned(),
            title: Localised::from([(Language::Nn, "Frå tomme lokale til liv i sentrum")]),
            admitted: 1_214,
            came: 731,
            may_read: true,
            begun: true,
            over: true,
            timezone: "Europe/Oslo".to_owned(),
            letter: Letter::Waits { until: "2027-03-17T10:00:00Z".parse().unwrap_or_default() },
            taken_in: None,
            gone: false,
            errors,
        };
        let wrong = |text: &str| FieldError::new("file", text);
        vec![
            sample(Vec::new()),
            Self { letter: Letter::None, ..sample(Vec::new()) },
            Self {
                letter: Letter::Late { since: "2027-03-17T10:00:00Z".parse().unwrap_or_default() },
                ..sample(Vec::new())
            },
            Self {
                letter: Letter::Settled { at: "2027-03-16T12:00:00Z".parse().unwrap_or_default() },
                ..sample(Vec::new())
            },
            Self { taken_in: Some(3), ..sample(Vec::new()) },
            Self { gone: true, ..sample(Vec::new()) },
            Self { begun: false, over: false, came: 0, ..sample(Vec::new()) },
            Self { may_read: false, ..sample(Vec::new()) },
            sample(vec![
                wrong("Linje 3: Her er det 2 kolonnar, men overskrifta har 7. Ikkje noko er teke inn."),
                wrong("Linje 9: Det som står i kolonnen for e-post, er inga adresse."),
            ]),
        ]
    }
}
