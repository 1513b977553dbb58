//! `/arrangor/pameldingar/{slug}`: who has signed up, for those who may see it, and how many, for those who may see that.
//!
//! What is searched for is a name or an address, so it is sent as a form: addresses of pages end up in logs and histories.

use super::choices::word as form_word;
use super::event::{EventView, Known};
use crate::app::App;
use crate::store::audit::{self, Action};
use crate::store::registration::State as Stands;
use crate::store::standing::{Filter, Line, numbers, sign_ups};
use crate::store::{count, registration, reply};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, Fields, Organiser, Page, Visit};
use proto::account::Role;
use proto::{Localised, RegistrationId};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use serde::{Deserialize, Serialize};

/// People on one page of the list.
const ON_A_PAGE: u64 = 100;
/// In characters: longer than every address.
const LONGEST_SEARCH: usize = 300;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListPage {
    pub(crate) event: EventView,
    pub(crate) counts: Counts,
    /// False for those who may see numbers only.
    pub(crate) names: bool,
    /// Their addresses, and what they answered in calendars.
    pub(crate) addresses: bool,
    /// May note who came.
    pub(crate) notes: bool,
    /// May see who has looked here, and what was deleted.
    pub(crate) insight: bool,
    /// More people have places there than there are places now.
    pub(crate) overfull: Vec<OverfullView>,
    pub(crate) search: String,
    pub(crate) state: &'static str,
    pub(crate) found: u64,
    pub(crate) page: u64,
    pub(crate) pages: u64,
    pub(crate) rows: Vec<RowView>,
}

#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(crate) struct Counts {
    pub(crate) admitted: u64,
    pub(crate) waiting: u64,
    pub(crate) offered: u64,
    pub(crate) withdrawn: u64,
    pub(crate) attended: u64,
    pub(crate) undeliverable: u64,
}

/// A number of places that was made smaller than what had been given.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OverfullView {
    pub(crate) label: Localised,
    pub(crate) taken: u32,
    pub(crate) capacity: u32,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct RowView {
    pub(crate) id: RegistrationId,
    /// How the person takes part, where there is a choice.
    pub(crate) form: Option<&'static str>,
    pub(crate) seq: u32,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) state: &'static str,
    pub(crate) position: Option<u32>,
    pub(crate) attended: bool,
    pub(crate) undeliverable: bool,
    /// What was answered in a calendar.
    pub(crate) reply: Option<ReplyView>,
    pub(crate) created_at: DateTime<Utc>,
}

impl RowView {
    /// What whoever stands at the door sees.
    fn at_the_door(self) -> Self {
        Self { email: String::new(), undeliverable: false, reply: None, ..self }
    }
}

/// An answer that came from a calendar.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct ReplyView {
    /// The end of the key of its words.
    pub(crate) answer: &'static str,
    /// It is known to come from the address that is signed up.
    pub(crate) proven: bool,
}

impl From<&reply::Model> for ReplyView {
    fn from(row: &reply::Model) -> Self {
        Self { answer: row.answer.word(), proven: row.proven }
    }
}

/// What of the list is asked for. The address of the page says all but the search.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(skip)]
    pub(super) search: String,
    #[serde(default)]
    status: String,
    #[serde(default)]
    side: String,
}

impl Asked {
    pub(super) fn typed(fields: &Fields) -> Self {
        let get = |name: &str| fields.get(name).unwrap_or_default();
        Self {
            search: get("sok").trim().chars().filter(|c| !c.is_control()).take(LONGEST_SEARCH).collect(),
            status: get("status").to_owned(),
            side: get("side").to_owned(),
        }
    }

    pub(super) fn state(&self) -> Option<Stands> {
        [Stands::Admitted, Stands::Waiting, Stands::Offered, Stands::Withdrawn]
            .into_iter()
            .find(|state| word(*state) == self.status)
    }

    /// From 1.
    pub(super) fn page(&self) -> u64 {
        self.side.parse().unwrap_or(1).clamp(1, 10_000)
    }
}

pub(super) const fn word(state: Stands) -> &'static str {
    match state {
        Stands::Admitted => "admitted",
        Stands::Waiting => "waiting",
        Stands::Offered => "offered",
        Stands::Withdrawn => "withdrawn",
    }
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    show(&app, &organiser, visit, &slug, &asked).await
}

/// Searches. Nothing is changed, so that sending it once more does no harm.
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
    let asked = Asked::typed(&fields);
    if asked.search.is_empty() {
        // What is left of the question may stand in an address, and be kept as a link.
        let list = format!("/arrangor/pameldingar/{slug}?status={}", asked.state().map_or("", word));
        return Ok(visit.with_cookies(Redirect::to(&list).into_response()));
    }
    show(&app, &organiser, visit, &slug, &asked).await
}

pub(super) async fn show(
    app: &App,
    organiser: &Organiser,
    visit: Visit,
    slug: &str,
    asked: &Asked,
) -> Result<Response, Error> {
    let db = &app.host.db;
    let known = Known::with_slug(app, slug).await?.ok_or(Error::NotFound)?;
    let may = |least| {
        let event = &known.event;
        organiser.may_at(event.id, &event.organisation, least)
            || event.co_organisers.iter().any(|slug| organiser.may(slug, least))
    };
    // Who may see nothing here is not told either whether there is such an event.
    if !may(Role::Numbers) {
        return Err(Error::NotFound);
    }
    // Names are for those who answer for the data; a co-organiser's readers see numbers.
    let own = |least| organiser.may_at(known.event.id, &known.event.organisation, least);
    // Whoever stands at the door needs names, and nothing else of people.
    let (addresses, notes) = (own(Role::Reader), own(Role::Door));
    let names = addresses || notes;
    let visit = known.answers_for(visit);
    let mut page = ListPage {
        event: known.view(),
        counts: counts(&db.read, &known).await?,
        names,
        addresses,
        notes,
        insight: own(Role::Owner),
        overfull: overfull(&known),
        search: asked.search.clone(),
        state: asked.state().map_or("", word),
        found: 0,
        page: asked.page(),
        pages: 1,
        rows: Vec::new(),
    };
    if names {
        let filter = Filter { state: asked.state(), search: Some(page.search.clone()) };
        let (lines, found) = sign_ups(&db.read, known.event.id, &filter, page.page - 1, ON_A_PAGE).await?;
        page.found = found;
        page.pages = found.div_ceil(ON_A_PAGE).max(1);
        page.rows = rows(&db.read, lines).await?;
        if !addresses {
            page.rows = page.rows.into_iter().map(RowView::at_the_door).collect();
        }
        let action = if page.search.is_empty() { Action::List } else { Action::Search };
        audit::note(&db.write, visit.now, organiser.account, known.event.id, action, page.rows.len()).await?;
    }
    Ok(visit.page(&page))
}

/// Where people keep places that there are no more of.
fn overfull(known: &Known) -> Vec<OverfullView> {
    let view = |told: &proto::event::Pool| {
        let pool = known.places.pool(told.id)?;
        let capacity = pool.capacity.filter(|capacity| pool.taken > *capacity)?;
        Some(OverfullView { label: told.label.clone(), taken: pool.taken, capacity })
    };
    known.event.sign_up.pools.iter().filter_map(view).collect()
}

async fn counts(db: &impl ConnectionTrait, known: &Known) -> Result<Counts, DbErr> {
    let mut counts = Counts::default();
    for (state, amount) in numbers(db, known.event.id).await? {
        match state {
            Stands::Admitted => counts.admitted = amount,
            Stands::Waiting => counts.waiting = amount,
            Stands::Offered => counts.offered = amount,
            Stands::Withdrawn => counts.withdrawn = amount,
        }
    }
    let all = || registration::Entity::find().filter(registration::Column::EventId.eq(known.event.id.0));
    counts.attended = all().filter(registration::Column::AttendedAt.is_not_null()).count(db).await?;
    let open = registration::Column::State.ne(Stands::Withdrawn);
    counts.undeliverable =
        all().filter(registration::Column::UndeliverableAt.is_not_null()).filter(open).count(db).await?;
    Ok(counts)
}

async fn rows(db: &impl ConnectionTrait, lines: Vec<Line>) -> Result<Vec<RowView>, DbErr> {
    let ids: Vec<_> = lines.iter().map(|line| line.registration.id).collect();
    let replies = reply::of_all(db, &ids).await?;
    let mut rows = Vec::with_capacity(lines.len());
    for Line { registration: row, .. } in lines {
        let position = match row.state {
            Stands::Waiting => Some(registration::ahead_of(db, row.event_id, row.form(), row.turn).await? + 1),
            _ => None,
        };
        rows.push(RowView {
            id: row.id(),
            reply: replies.get(&row.id).map(ReplyView::from),
            form: row.form().map(form_word),
            seq: count(row.seq),
            name: row.name,
            email: row.email,
            state: word(row.state),
            position,
            attended: row.attended_at.is_some(),
            undeliverable: row.undeliverable_at.is_some(),
            created_at: row.created_at,
        });
    }
    Ok(rows)
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "registration/list.html";

    fn samples() -> Vec<Self> {
        let known = super::sample::known();
        let row = |seq, name: &str, state, position| RowView {
            id: RegistrationId(sea_orm::prelude::Uuid::from_u128(u128::from(seq))),
            form: (seq > 1).then_some("online"),
            seq,
            name: name.to_owned(),
            email: "kari@kommune.no".to_owned(),
            state,
            position,
            attended: seq == 1,
            undeliverable: seq == 2,
            reply: match seq {
                1 => Some(ReplyView { answer: "tentative", proven: true }),
                2 => Some(ReplyView { answer: "declined", proven: false }),
                _ => None,
            },
            created_at: known.event.starts_at,
        };
        let full = Self {
            event: known.view(),
            counts: Counts { admitted: 50, waiting: 2, offered: 1, withdrawn: 3, attended: 1, undeliverable: 1 },
            names: true,
            addresses: true,
            notes: true,
            insight: true,
            overfull: vec![OverfullView { label: known.event.title.clone(), taken: 52, capacity: 50 }],
            search: "\"><script>".to_owned(),
            state: "waiting",
            found: 250,
            page: 2,
            pages: 3,
            rows: vec![
                row(1, "Åse Ødegård", "admitted", None),
                row(2, "<script>alert(1)</script>", "offered", None),
                row(3, "Per Persson", "withdrawn", None),
                row(51, "Kari Nordmann", "waiting", Some(1)),
            ],
        };
        let nobody = Self { rows: Vec::new(), found: 0, page: 1, pages: 1, counts: Counts::default(), ..full.clone() };
        let numbers = Self { names: false, addresses: false, notes: false, insight: false, ..nobody.clone() };
        let rows = full.rows.iter().cloned().map(RowView::at_the_door).collect();
        let at_the_door = Self { addresses: false, insight: false, rows, ..full.clone() };
        let filtered = Self { search: String::new(), ..full.clone() };
        vec![full, nobody, numbers, filtered, at_the_door]
    }
}
