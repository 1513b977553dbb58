//! `/arrangor/pameldingar/{slug}/fleire`: the people who were chosen in the list, and something that is done about all of them. Who
//! they are, and of whom it cannot be done, is shown first; those who are shown are meant, and nobody who came since.

mod doing;
mod sample;

use self::doing::do_it;
use super::event::{EventView, Known};
use super::export::{private, seen};
use super::list::asked::{Asked, Chosen};
use super::list::word;
use super::reason;
use crate::app::App;
use crate::door::Door;
use crate::several::{At, Doing, Unfit, fits};
use crate::store::audit::{self, Action};
use crate::store::participants;
use crate::store::{count, registration};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use host::{Error, FieldError, Fields, Organiser, Visit};
use proto::RegistrationId;
use proto::account::Role;
use serde::Serialize;

/// People at once, so that all of them can be looked through.
const MOST: u64 = 500;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeveralPage {
    event: EventView,
    errors: Vec<FieldError>,
    search: String,
    chosen: Chosen,
    /// What the address of the list ends with.
    query: String,
    /// How many people there are in it.
    found: u64,
    /// More than can be dealt with at once.
    most: Option<u64>,
    /// What can be done, where that is still to be chosen.
    acts: Vec<&'static str>,
    /// What is to be done, or was.
    act: Option<&'static str>,
    people: Vec<OneView>,
    /// Those of whom it cannot be done, or was not.
    unfit: Vec<UnfitView>,
    /// About how many it was done.
    done: Option<usize>,
    /// Why, as it was typed, where people are told no.
    reason: Option<String>,
}

/// Somebody of whom it can be done.
#[derive(Clone, Debug, Serialize)]
struct OneView {
    id: RegistrationId,
    seq: u32,
    name: String,
    organisation: String,
    state: &'static str,
    checked: bool,
}

#[derive(Clone, Debug, Serialize)]
struct UnfitView {
    id: RegistrationId,
    name: String,
    why: &'static str,
}

impl UnfitView {
    fn of(row: &registration::Model, why: Unfit) -> Self {
        Self { id: row.id(), name: row.name.clone(), why: why.word() }
    }
}

impl SeveralPage {
    fn new(known: &Known, asked: &Asked, found: u64) -> Self {
        let chosen = Chosen::from(&asked.selection(&known.event));
        Self {
            event: known.view(),
            errors: Vec::new(),
            search: asked.search.clone(),
            query: chosen.query(None),
            chosen,
            found,
            most: (found > MOST).then_some(MOST),
            acts: Vec::new(),
            act: None,
            people: Vec::new(),
            unfit: Vec::new(),
            done: None,
            reason: None,
        }
    }
}

/// Those who are meant, and what a page about them begins with.
async fn chosen(
    app: &App,
    known: &Known,
    visit: &Visit,
    asked: &Asked,
) -> Result<(SeveralPage, Vec<registration::Model>), Error> {
    let alphabet = app.host.text.place_in_alphabet(visit.language);
    let selection = asked.selection(&known.event);
    let found = participants::page(&app.host.db.read, known.event.id, &selection, &alphabet, 1, MOST).await?;
    Ok((SeveralPage::new(known, asked, found.total), found.people))
}

/// The page that asks what is to be done.
async fn choose(app: &App, known: &Known, visit: &Visit, asked: &Asked) -> Result<SeveralPage, Error> {
    let (page, people) = chosen(app, known, visit, asked).await?;
    let undecided = people.iter().any(|row| row.state == registration::State::Undecided);
    let decides = known.event.sign_up.approval || undecided;
    let acts = Doing::ALL.into_iter().filter(|doing| decides || !doing.decides());
    Ok(SeveralPage { acts: acts.map(Doing::word).collect(), ..page })
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let known = seen(&app, &organiser, &slug, Role::Editor).await?;
    let visit = known.answers_for(visit);
    Ok(private(visit.page(&choose(&app, &known, &visit, &asked).await?)))
}

pub(crate) async fn post(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let known = seen(&app, &organiser, &slug, Role::Editor).await?;
    let visit = known.answers_for(visit);
    let asked = Asked::typed(&fields);
    let typed = fields.get("gjer");
    let Some(doing) = Doing::ALL.into_iter().find(|doing| Some(doing.word()) == typed) else {
        return Ok(private(visit.page(&choose(&app, &known, &visit, &asked).await?)));
    };
    let reason = reason::read(fields.get("reason"));
    let ids: Vec<RegistrationId> = fields.all("id").filter_map(|id| id.parse().ok()).collect();
    let is_confirmed = fields.get("stadfest") == Some("ja");
    let declines = doing == Doing::Decline;
    let is_long = declines && reason.is_err();
    if !is_confirmed || fields.switches_language() || ids.is_empty() || is_long {
        let mut page = preview(&app, &organiser, &known, &visit, &asked, doing).await?;
        page.reason = declines.then(|| fields.get("reason").unwrap_or_default().to_owned());
        if !is_confirmed {
            return Ok(private(visit.page(&page)));
        }
        for person in &mut page.people {
            person.checked = ids.contains(&person.id);
        }
        if fields.switches_language() || page.people.is_empty() {
            return Ok(private(visit.page(&page)));
        }
        if ids.is_empty() {
            let text = app.host.text.word(visit.language, "reg-several-nobody-chosen", &[]);
            page.errors.push(FieldError::new("people", text));
        }
        if let Err(long) = reason {
            page.errors.push(long.told(&app, visit.language));
        }
        return Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)));
    }
    let most = usize::try_from(MOST).unwrap_or(usize::MAX);
    let ids = &ids[..ids.len().min(most)];
    let rows = participants::with_ids_at(&app.host.db.read, known.event.id, ids).await?;
    let doing_so = (doing, reason.unwrap_or_default());
    let (done, unfit) = do_it(&app, &organiser, &visit, known.event.id, doing_so, &rows).await?;
    let (page, _) = chosen(&app, &known, &visit, &asked).await?;
    let page = SeveralPage { act: Some(doing.word()), unfit, done: Some(done), ..page };
    Ok(private(visit.page(&page)))
}

/// Who they are, and of whom it cannot be done.
async fn preview(
    app: &App,
    organiser: &Organiser,
    known: &Known,
    visit: &Visit,
    asked: &Asked,
    doing: Doing,
) -> Result<SeveralPage, Error> {
    let (mut page, rows) = chosen(app, known, visit, asked).await?;
    let door = Door::of(&known.places.pools, None).ok_or(Error::NotFound)?;
    let at = At { event: &known.event, cancelled: known.cancelled, door: &door, now: visit.now };
    for row in &rows {
        match fits(at, doing, row) {
            Ok(()) => page.people.push(OneView {
                id: row.id(),
                seq: count(row.seq),
                name: row.name.clone(),
                organisation: row.organisation.clone(),
                state: word(row.state),
                checked: true,
            }),
            Err(why) => page.unfit.push(UnfitView::of(row, why)),
        }
    }
    page.act = Some(doing.word());
    let db = &app.host.db.write;
    audit::note(db, visit.now, organiser.account, known.event.id, Action::List, rows.len()).await?;
    Ok(page)
}
