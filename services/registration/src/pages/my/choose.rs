//! Choosing between sessions that clash since the programme changed, and what has room where one is gone.

use super::{Asked, Done, Mine, dead_link};
use crate::app::App;
use crate::clashes::{clashes, conflict};
use crate::desk::errand::{Errand, Refusal};
use crate::pages::choices::{ChoiceView, choice_view};
use crate::pages::event::Known;
use crate::pages::my::overview::OverviewPage;
use crate::pages::notice::Notice;
use crate::places::Pool;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, Fields, Visit};
use proto::event;
use proto::registration::{Chosen, ClaimState, Registration};
use proto::{Localised, PoolId};
use serde::Serialize;

/// So many others at most are shown beside one that is gone.
const MOST_INSTEAD: usize = 5;

/// Two that cannot both be attended.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ClashView {
    /// The name of the field.
    pub(crate) field: String,
    pub(crate) options: [ChoiceView; 2],
}

/// Something that was chosen and is not given any more.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GoneView {
    pub(crate) label: Localised,
    pub(crate) starts_at: Option<DateTime<Utc>>,
    pub(crate) ends_at: Option<DateTime<Utc>>,
    /// What has room at that time and goes together with the rest.
    pub(crate) instead: Vec<ChoiceView>,
}

/// The name of the field of a pair.
fn field((one, other): (PoolId, PoolId)) -> String {
    format!("val-{one}-{other}")
}

/// What a person has or waits for besides the event itself.
fn open<'k>(known: &'k Known, registration: &Registration) -> Vec<&'k Pool> {
    let open = registration.choices.iter().filter(|claim| claim.state != ClaimState::Released);
    open.filter_map(|claim| known.places.pool(claim.pool_id)).filter(|pool| !pool.closed).collect()
}

/// Pairs to choose between, one of each.
fn pairs(known: &Known, registration: &Registration) -> Vec<(PoolId, PoolId)> {
    clashes(&open(known, registration), &known.places.walks)
}

/// What there is to choose between.
pub(super) fn clash_views(known: &Known, registration: &Registration) -> Vec<ClashView> {
    let told = |id: PoolId| known.event.choices().find(|pool| pool.id == id);
    let view = |pool: &event::Pool, field: &str| {
        let mut view = choice_view(known, pool, false);
        view.anchor = format!("{field}-{}", pool.id);
        view
    };
    let pair = |pair: (PoolId, PoolId)| {
        let field = field(pair);
        let options = [view(told(pair.0)?, &field), view(told(pair.1)?, &field)];
        Some(ClashView { field, options })
    };
    pairs(known, registration).into_iter().filter_map(pair).collect()
}

/// What is not given any more and had not been, and what there is instead.
pub(super) fn gone_views(known: &Known, registration: &Registration, now: DateTime<Utc>) -> Vec<GoneView> {
    let released = registration.choices.iter().filter(|claim| claim.state == ClaimState::Released);
    let gone = released.filter_map(|claim| known.gone.iter().find(|gone| gone.pool_id == claim.pool_id));
    let ahead = gone.filter(|gone| gone.starts_at.is_none_or(|at| at > now));
    ahead
        .map(|gone| GoneView {
            label: gone.label.clone(),
            starts_at: gone.starts_at,
            ends_at: gone.ends_at,
            instead: instead(known, registration, gone),
        })
        .collect()
}

fn instead(known: &Known, registration: &Registration, gone: &Chosen) -> Vec<ChoiceView> {
    let Some((starts, ends)) = gone.starts_at.zip(gone.ends_at) else { return Vec::new() };
    let places = &known.places;
    let open = open(known, registration);
    let fits = |told: &&event::Pool| {
        let Some(pool) = places.pool(told.id) else { return false };
        let then = pool.times.is_some_and(|(from, to)| from < ends && starts < to);
        let goes_together = open.iter().all(|own| own.id != pool.id && conflict(own, pool, &places.walks).is_none());
        then && pool.waiting == 0 && pool.has_room_for(1) && places.suits(pool, registration.form) && goes_together
    };
    known.event.choices().filter(fits).take(MOST_INSTEAD).map(|pool| choice_view(known, pool, false)).collect()
}

pub(crate) async fn post(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let Some(mine) = Mine::open(&app, &token).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.answers_for(visit);
    let again = |status, notice| visit.page_with(status, &OverviewPage::new(&mine, &app.host, visit.now, Some(notice)));
    if !visit.genuine(fields.csrf()) {
        return Ok(again(StatusCode::FORBIDDEN, Notice::MINE_NOT_GENUINE));
    }
    let registration = &mine.standing.registration;
    let mut without = Vec::new();
    for pair in pairs(&mine.known, registration) {
        match fields.get(&field(pair)).and_then(|kept| kept.parse::<PoolId>().ok()) {
            Some(kept) if kept == pair.0 => without.push(pair.1),
            Some(kept) if kept == pair.1 => without.push(pair.0),
            _ => return Ok(again(StatusCode::UNPROCESSABLE_ENTITY, Notice::CHOOSE_ONE)),
        }
    }
    let errand = Errand::Choose { registration: registration.id, without };
    Ok(match mine.ask(&app, errand).await? {
        Asked::Done(_) => mine.back(&visit, Done::Changed),
        // Pressed twice, or too late: how it stands is what one wants to know.
        Asked::Refused(Refusal::NothingToChoose) => again(StatusCode::CONFLICT, Notice::NOTHING_TO_CHOOSE),
        Asked::Refused(refusal) => mine.not_so(&app, &visit, &refusal),
    })
}
