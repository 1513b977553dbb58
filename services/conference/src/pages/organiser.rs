//! The conference for those who plan it. Whoever has a role in one of the organisations behind it sees that it is there;
//! editors of any of them plan it. For all others there is no such page.

mod conflict;
pub(super) mod documents;
mod form;
mod grid;
mod notice;
mod overview;
mod placement;
mod places;
pub(super) mod proposals;
mod release;
mod session;
mod speaker;
mod speakers;
#[cfg(test)]
mod tests;
mod versions;
mod ways;

use super::{Site, framed};
use crate::edit::{self, Edit, Refusal};
use crate::store::conference::{self, Model};
use crate::warnings::{self, Known, Warning};
use crate::{affected, store};
use axum::Router;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use host::{Error, Organiser, Page, Sample, Visit};
use proto::account::Role;
use proto::organisation::Organisation;
use proto::{EventId, Language, Localised, OccurrenceId, SpeakerId};
use sea_orm::ConnectionTrait;
use serde::Serialize;
use std::collections::BTreeMap;

pub(crate) fn routes() -> Router<Site> {
    let own = |path: &str| format!("/arrangor/konferanse/{{slug}}{path}");
    Router::new()
        .route(&own(""), get(overview::show).post(overview::keep))
        .route(&own("/program"), get(grid::show).post(grid::edit))
        .route(&own("/utkast.json"), get(grid::revision))
        .route(&own("/plassering"), get(placement::new).post(placement::place))
        .route(&own("/plassering/{occurrence}"), get(placement::show).post(placement::keep))
        .route(&own("/bolk"), get(session::new).post(session::add))
        .route(&own("/bolk/{session}"), get(session::show).post(session::keep))
        .route(&own("/stader"), get(places::show).post(places::keep))
        .route(&own("/innleiarar"), get(speakers::list).post(speaker::add))
        .route(&own("/innleiarar/{speaker}"), get(speaker::show).post(speaker::keep))
        .route(&own("/deltaking"), get(ways::show).post(ways::switch))
        .route(&own("/utgje"), get(release::show).post(release::release))
        .route(&own("/utgaver"), get(versions::list).post(versions::take))
}

pub(crate) fn samples() -> Vec<Sample> {
    [
        host::samples::<overview::OverviewPage>(),
        host::samples::<grid::GridPage>(),
        host::samples::<placement::PlacementPage>(),
        host::samples::<session::SessionPage>(),
        host::samples::<places::PlacesPage>(),
        host::samples::<speakers::SpeakersPage>(),
        host::samples::<speaker::SpeakerPage>(),
        host::samples::<ways::WaysPage>(),
        host::samples::<release::ReleasePage>(),
        host::samples::<versions::VersionsPage>(),
        host::samples::<conflict::ConflictPage>(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What stands at the top of every page here.
#[derive(Clone, Serialize)]
struct Head {
    slug: String,
    title: Localised,
    /// Which of the pages it is.
    here: &'static str,
    /// Sees more than the overview.
    edits: bool,
    timezone: &'static str,
}

impl Head {
    fn of(conference: &Model, here: &'static str, edits: bool) -> Self {
        let event = conference.event();
        Self { slug: conference.slug.clone(), title: event.title.clone(), here, edits, timezone: event.timezone.name() }
    }

    fn sample(here: &'static str) -> Self {
        let event = crate::timetable::example::event();
        Self { slug: event.slug, title: event.title, here, edits: true, timezone: "Europe/Oslo" }
    }
}

fn may(conference: &Model, organiser: &Organiser, least: Role) -> bool {
    let id = EventId(conference.id);
    conference.organisers().into_iter().any(|organisation| organiser.may_at(id, organisation, least))
}

/// The conference, for those who have any role in an organisation behind it.
async fn seen(site: &Site, organiser: &Organiser, slug: &str) -> Result<Model, Error> {
    let conference = site.conference(slug).await?;
    may(&conference, organiser, Role::Numbers).then_some(conference).ok_or(Error::NotFound)
}

/// The conference, for those who plan it.
async fn planned(site: &Site, organiser: &Organiser, slug: &str) -> Result<Model, Error> {
    let conference = site.conference(slug).await?;
    may(&conference, organiser, Role::Editor).then_some(conference).ok_or(Error::NotFound)
}

/// What came of an edit.
enum Done {
    /// The draft is as wanted; true when somebody else has written it since the page was opened.
    Made { others: bool },
    /// The conference is as it is now.
    Refused(Box<Model>, Refusal),
}

/// Makes an edit of the draft. `seen` is the draft's revision when the page was opened.
async fn change(site: &Site, organiser: &Organiser, slug: &str, seen: Option<i64>, edit: Edit) -> Result<Done, Error> {
    let work = site.bus.begin().await?;
    let conference = match conference::to_change(&work.tx, slug).await? {
        Some(conference) if may(&conference, organiser, Role::Editor) => conference,
        _ => {
            work.rollback().await;
            return Err(Error::NotFound);
        }
    };
    let others = seen.is_some_and(|seen| seen != conference.draft_revision)
        && conference.drafted_by != Some(organiser.account.0);
    match edit::apply(&conference.draft, edit, conference.event().timezone) {
        Ok(draft) if draft == conference.draft => work.rollback().await,
        Ok(draft) => {
            conference::write_draft(&work.tx, &conference, draft, organiser.account.0).await?;
            work.commit().await?;
            tracing::info!(event.id = %conference.id, account.id = %organiser.account, "the draft was edited");
        }
        Err(refusal) => {
            work.rollback().await;
            return Ok(Done::Refused(Box::new(conference), refusal));
        }
    }
    Ok(Done::Made { others })
}

/// A page of an organiser's, which nobody keeps.
async fn page<P: Page>(
    site: &Site,
    visit: Visit,
    conference: &Model,
    status: StatusCode,
    make: impl FnOnce(Language) -> P,
) -> Result<Response, Error> {
    let organisers = site.organisers(conference).await?;
    let visit = framed(visit, conference, &organisers);
    let made = make(visit.language);
    let mut response = visit.page_with(status, &made);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// Back to a page of this conference: `/program?dag=2027-05-11#p-…`.
fn back(visit: &Visit, slug: &str, to: &str) -> Response {
    visit.with_cookies(Redirect::to(&format!("/arrangor/konferanse/{slug}{to}")).into_response())
}

/// What was asked for in the address.
fn asked(uri: &axum::http::Uri, name: &str) -> Option<String> {
    let query = uri.query().unwrap_or_default();
    url::form_urlencoded::parse(query.as_bytes()).find(|(own, _)| own == name).map(|(_, value)| value.into_owned())
}

/// The names of those who are to do with it.
type Names = BTreeMap<SpeakerId, String>;

fn names(speakers: &[store::speaker::Model]) -> Names {
    speakers.iter().map(|speaker| (SpeakerId(speaker.id), speaker.name.clone())).collect()
}

/// What is to be looked at in the draft.
async fn warned(
    db: &impl ConnectionTrait,
    conference: &Model,
    people: &[Vec<OccurrenceId>],
    speakers: &[store::speaker::Model],
    organisers: &[Organisation],
) -> Result<Vec<Warning>, Error> {
    let mut holders: BTreeMap<OccurrenceId, u32> = BTreeMap::new();
    for id in people.iter().flatten() {
        *holders.entry(*id).or_default() += 1;
    }
    let known = Known {
        unavailable: speakers.iter().map(|one| (SpeakerId(one.id), one.unavailable.0.clone())).collect(),
        holders,
        coming: u32::try_from(store::participant::admitted(db, conference.id).await?).unwrap_or(u32::MAX),
        languages: required(conference, organisers),
    };
    Ok(warnings::of(&conference.draft, &known, conference.event().timezone))
}

/// The times in which each person has a place.
async fn held(db: &impl ConnectionTrait, conference: &Model) -> Result<Vec<Vec<OccurrenceId>>, Error> {
    let people = store::participant::choices(db, conference.id).await?;
    Ok(people.iter().map(|choices| choices.holds().map(|pool| OccurrenceId(pool.0)).collect()).collect())
}

/// What releasing the draft would mean for people.
fn touched(
    conference: &Model,
    before: Option<&store::version::Model>,
    people: &[Vec<OccurrenceId>],
) -> affected::Affected {
    affected::of(before.map(|version| &version.programme), &conference.draft, people)
}

/// The languages that texts have to be there in: those of the responsible organisation.
fn required(conference: &Model, organisers: &[Organisation]) -> Vec<Language> {
    let responsible = organisers.iter().find(|organisation| organisation.slug == conference.organisation);
    responsible.map(|organisation| organisation.required_languages.clone()).unwrap_or_default()
}
