//! The call for contributions for those who plan the conference: when it is open and what it asks, what came in, and what the
//! committee thinks. Nobody sees what others think before they have said what they think themselves.

mod call;
mod one;

use super::{Head, asked, form, page, planned, required};
use crate::calls::{Standing, State as Became, standing};
use crate::edit::{self, Edit};
use crate::pages::Site;
use crate::reviews::{self, Review, Sight};
use crate::store::conference::Model as Conference;
use crate::store::{self, proposal, review};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Organiser, Page, Sample, Visit};
use serde::Serialize;
use uuid::Uuid;

pub(crate) fn routes() -> Router<Site> {
    let own = |path: &str| format!("/arrangor/konferanse/{{slug}}/framlegg{path}");
    Router::new().route(&own(""), get(list).post(call::keep)).route(&own("/{proposal}"), get(one::show).post(one::act))
}

pub(crate) fn samples() -> Vec<Sample> {
    [host::samples::<ProposalsPage>(), host::samples::<one::ProposalPage>()].into_iter().flatten().collect()
}

#[derive(Serialize)]
pub(super) struct ProposalsPage {
    head: Head,
    /// Absent before there is a call.
    standing: Option<Standing>,
    proposals: Vec<Listed>,
    call: call::Form,
    saved: bool,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct Listed {
    id: Uuid,
    title: String,
    language: proto::Language,
    /// Who sent it in, and how many more there are.
    name: String,
    others: usize,
    kind: String,
    state: Became,
    received_at: DateTime<Utc>,
    scored: usize,
    /// In tenths; only where one may know it.
    average: Option<u32>,
    /// One has said what one thinks.
    reviewed: bool,
    conflict: bool,
}

async fn list(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let saved = asked(&uri, "lagra").is_some();
    shown(&site, &organiser, visit, &conference, StatusCode::OK, None, saved, &[]).await
}

#[expect(clippy::too_many_arguments, reason = "everything that the page is made of")]
async fn shown(
    site: &Site,
    organiser: &Organiser,
    visit: Visit,
    conference: &Conference,
    status: StatusCode,
    typed: Option<call::Form>,
    saved: bool,
    wrong: &[(&str, &str)],
) -> Result<Response, Error> {
    let db = &site.host.db.read;
    let row = store::call::find(db, conference.id).await?;
    let rows = proposal::all(db, conference.id).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let reviews = review::of(db, &ids).await?;
    let none = Vec::new();
    let listed = |row: &proposal::Model| Listed::of(row, reviews.get(&row.id).unwrap_or(&none), organiser.account.0);
    let organisers = site.organisers(conference).await?;
    let languages = super::session::wanted(&required(conference, &organisers));
    let zone = conference.event().timezone;
    let now = visit.now;
    page(site, visit, conference, status, |language| ProposalsPage {
        head: Head::of(conference, "framlegg", true),
        standing: row.as_ref().map(|row| standing(row.opens_at, row.closes_at, conference.cancelled, now)),
        proposals: rows.iter().map(listed).collect(),
        call: typed.unwrap_or_else(|| call::Form::of(row.as_ref(), languages, zone)),
        saved,
        errors: form::errors(&site.host.text, language, "", wrong),
    })
    .await
}

impl Listed {
    fn of(row: &proposal::Model, reviews: &[Review], account: Uuid) -> Self {
        let sight = reviews::sight(reviews, account);
        let tally = reviews::tally(reviews);
        Self {
            id: row.id,
            title: row.title.clone(),
            language: row.language(),
            name: row.people.0.first().map(|person| person.name.clone()).unwrap_or_default(),
            others: row.people.0.len().saturating_sub(1),
            kind: row.kind.clone(),
            state: row.state(),
            received_at: row.received_at,
            scored: tally.scored,
            average: tally.tenths.filter(|_| sight == Sight::Everything),
            reviewed: sight != Sight::NotYet,
            conflict: sight == Sight::Nothing,
        }
    }
}

/// The draft with one more session.
fn with(conference: &Conference, session: crate::programme::Session) -> Option<crate::programme::Programme> {
    edit::apply(&conference.draft, Edit::KeepSession(session), conference.event().timezone).ok()
}

impl Page for ProposalsPage {
    const TEMPLATE: &'static str = "conference/organiser_proposals.html";

    fn samples() -> Vec<Self> {
        use crate::timetable::example;
        let at = example::at("2027-01-20T10:00:00Z");
        let listed = |n: u128, title: &str, state: Became| Listed {
            id: Uuid::from_u128(n),
            title: title.to_owned(),
            language: proto::Language::Sv,
            name: "Ingunn Fjære <x>".to_owned(),
            others: 2,
            kind: "site_visit".to_owned(),
            state,
            received_at: at,
            scored: 3,
            average: Some(43),
            reviewed: true,
            conflict: false,
        };
        let new =
            Listed { average: None, reviewed: false, others: 0, scored: 0, ..listed(1, "Torget", Became::Received) };
        let close = Listed { average: None, conflict: true, ..listed(2, "Gata som rom for alle", Became::Received) };
        let rest = [("Hamna", Became::Accepted), ("Parken", Became::Declined)];
        let rest = (3..).zip(rest).map(|(n, (title, state))| listed(n, title, state));
        let proposals: Vec<_> = [new, close].into_iter().chain(rest).collect();
        let sample = |proposals: Vec<Listed>, standing: Option<Standing>| Self {
            head: Head::sample("framlegg"),
            standing,
            proposals,
            call: call::Form::example(standing.is_some()),
            saved: false,
            errors: Vec::new(),
        };
        let open = Standing::Open { closes_at: example::at("2027-02-15T22:59:00Z") };
        vec![
            Self { saved: true, ..sample(proposals, Some(open)) },
            sample(Vec::new(), None),
            sample(Vec::new(), Some(Standing::Early { opens_at: at })),
            sample(Vec::new(), Some(Standing::Over)),
            sample(Vec::new(), Some(Standing::Cancelled)),
            Self {
                errors: vec![FieldError::new("opens", "Skriv datoen slik: 2027-01-15.")],
                ..sample(Vec::new(), None)
            },
        ]
    }
}
