//! `/arrangor/pameldingar/{slug}`: who has signed up, for those who may see it. Whoever may see numbers only is led to those.
//!
//! What is searched for is a name or an address, so it is sent as a form: addresses of pages end up in logs and histories.

pub(super) mod asked;
mod pager;

use self::asked::{Asked, Chosen};
pub(super) use self::pager::pager;
use super::choices::word as form_word;
use super::event::{EventView, Known};
use super::statistics;
use crate::app::App;
use crate::door::lets_in;
use crate::places::forms;
use crate::store::audit::{self, Action};
use crate::store::participants::{self, Found, Group, Sorting};
use crate::store::registration::State as Stands;
use crate::store::standing::numbers;
use crate::store::{count, registration, reply};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, Fields, Organiser, Page, Visit};
use proto::account::Role;
use proto::{Localised, PoolId, RegistrationId};
use sea_orm::{ConnectionTrait, DbErr};
use serde::Serialize;

/// People on one page of the list.
const ON_A_PAGE: u64 = 50;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListPage {
    pub(crate) event: EventView,
    pub(crate) counts: Counts,
    /// Their addresses, and what they answered in calendars.
    pub(crate) addresses: bool,
    /// May note who came.
    pub(crate) notes: bool,
    /// May see who has looked here, and what was deleted.
    pub(crate) insight: bool,
    /// More people have places there than there are places now.
    pub(crate) overfull: Vec<OverfullView>,
    /// May see what few may, and change things.
    pub(crate) edits: bool,
    /// Somebody can be signed up by hand.
    pub(crate) adds: bool,
    pub(crate) search: String,
    pub(crate) chosen: Chosen,
    /// The same as it stands in addresses.
    pub(crate) query: String,
    pub(crate) groups: Vec<&'static str>,
    /// Ways of taking part, where there are several.
    pub(crate) forms: Vec<&'static str>,
    pub(crate) choices: Vec<Choosable>,
    pub(crate) sortings: Vec<&'static str>,
    pub(crate) found: u64,
    pub(crate) page: u64,
    pub(crate) pages: Vec<PageView>,
    pub(crate) rows: Vec<RowView>,
}

/// A page that can be gone to, or the gap between two.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PageView {
    pub(crate) number: Option<u64>,
    /// What its address ends with.
    pub(crate) query: String,
}

/// Something that people can have chosen.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Choosable {
    pub(crate) id: PoolId,
    pub(crate) label: Localised,
    pub(crate) starts_at: Option<DateTime<Utc>>,
    pub(crate) ends_at: Option<DateTime<Utc>>,
}

/// What there is to choose at an event.
pub(super) fn choosable(known: &Known) -> Vec<Choosable> {
    let view = |pool: &proto::event::Pool| Choosable {
        id: pool.id,
        label: pool.label.clone(),
        starts_at: pool.starts_at,
        ends_at: pool.ends_at,
    };
    known.event.choices().map(view).collect()
}

/// The ways of taking part, where there are several.
pub(super) fn form_words(known: &Known) -> Vec<&'static str> {
    let forms = forms(&known.event);
    if forms.len() < 2 { Vec::new() } else { forms.into_iter().map(form_word).collect() }
}

#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(crate) struct Counts {
    pub(crate) admitted: u64,
    pub(crate) undecided: u64,
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
    pub(crate) organisation: String,
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

pub(super) const fn word(state: Stands) -> &'static str {
    match state {
        Stands::Admitted => "admitted",
        Stands::Waiting => "waiting",
        Stands::Offered => "offered",
        Stands::Withdrawn => "withdrawn",
        Stands::Undecided => "undecided",
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
        let known = Known::with_slug(&app, &slug).await?.filter(|known| statistics::may_see(&organiser, known));
        let known = known.ok_or(Error::NotFound)?;
        return Ok(visit.with_cookies(Redirect::to(&address(&known, &asked, None)).into_response()));
    }
    show(&app, &organiser, visit, &slug, &asked).await
}

/// Where the list is with this selection.
pub(super) fn address(known: &Known, asked: &Asked, page: Option<u64>) -> String {
    let query = Chosen::from(&asked.selection(&known.event)).query(page);
    format!("/arrangor/pameldingar/{}{query}", known.event.slug)
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
    // Who may see nothing here is not told either whether there is such an event.
    if !statistics::may_see(organiser, &known) {
        return Err(Error::NotFound);
    }
    // Names are for those who answer for the data; a co-organiser's readers see numbers.
    let own = |least| organiser.may_at(known.event.id, &known.event.organisation, least);
    // Whoever stands at the door needs names, and nothing else of people.
    let (addresses, notes) = (own(Role::Reader), own(Role::Door));
    if !addresses && !notes {
        return Ok(visit.with_cookies(Redirect::to(&statistics::path(&known)).into_response()));
    }
    let visit = known.answers_for(visit);
    let selection = asked.selection(&known.event);
    let chosen = Chosen::from(&selection);
    let mut page = ListPage {
        event: known.view(),
        counts: counts(&db.read, &known).await?,
        addresses,
        notes,
        insight: own(Role::Owner),
        edits: own(Role::Editor),
        adds: own(Role::Editor) && lets_in(&known.event, known.cancelled, visit.now).is_ok(),
        overfull: overfull(&known),
        search: asked.search.clone(),
        query: chosen.query(None),
        groups: Group::ALL.map(Group::word).to_vec(),
        forms: form_words(&known),
        choices: choosable(&known),
        sortings: Sorting::ALL.map(Sorting::word).to_vec(),
        found: 0,
        page: 1,
        pages: Vec::new(),
        rows: Vec::new(),
        chosen,
    };
    let alphabet = app.host.text.place_in_alphabet(visit.language);
    let event = known.event.id;
    let found = participants::page(&db.read, event, &selection, &alphabet, asked.page(), ON_A_PAGE).await?;
    page.found = found.total;
    page.page = found.page;
    page.pages = pages(&found, &page.chosen);
    page.rows = rows(&db.read, &known, found.people).await?;
    if !addresses {
        page.rows = page.rows.into_iter().map(RowView::at_the_door).collect();
    }
    let action = if page.search.is_empty() { Action::List } else { Action::Search };
    audit::note(&db.write, visit.now, organiser.account, event, action, page.rows.len()).await?;
    Ok(visit.page(&page))
}

/// Ways to the other pages; none where there is one.
fn pages(found: &Found, chosen: &Chosen) -> Vec<PageView> {
    match found.total.div_ceil(ON_A_PAGE) {
        0 | 1 => Vec::new(),
        pages => {
            let view = |number: Option<u64>| PageView { number, query: chosen.query(number) };
            pager(found.page, pages).into_iter().map(view).collect()
        }
    }
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
    for of in numbers(db, known.event.id).await? {
        match of.state {
            Stands::Admitted => counts.admitted = of.people,
            Stands::Waiting => counts.waiting = of.people,
            Stands::Offered => counts.offered = of.people,
            Stands::Withdrawn => counts.withdrawn = of.people,
            Stands::Undecided => counts.undecided = of.people,
        }
        counts.attended += of.attended;
        // Whoever has signed off needs no letters.
        if of.state != Stands::Withdrawn {
            counts.undeliverable += of.undeliverable;
        }
    }
    Ok(counts)
}

async fn rows(
    db: &impl ConnectionTrait,
    known: &Known,
    people: Vec<registration::Model>,
) -> Result<Vec<RowView>, DbErr> {
    let ids: Vec<_> = people.iter().map(|row| row.id).collect();
    let replies = reply::of_all(db, &ids).await?;
    let waiting: Vec<_> = people.iter().filter(|row| row.state == Stands::Waiting).map(|row| row.id).collect();
    let positions = registration::positions(db, known.event.id, &waiting).await?;
    let view = |row: registration::Model| RowView {
        id: row.id(),
        reply: replies.get(&row.id).map(ReplyView::from),
        form: row.form().map(form_word),
        seq: count(row.seq),
        position: positions.get(&row.id).copied(),
        name: row.name,
        email: row.email,
        organisation: row.organisation,
        state: word(row.state),
        attended: row.attended_at.is_some(),
        undeliverable: row.undeliverable_at.is_some(),
        created_at: row.created_at,
    };
    Ok(people.into_iter().map(view).collect())
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
            organisation: if seq == 2 { "=1+1 <b>kommune</b>".to_owned() } else { "Volda kommune".to_owned() },
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
        let chosen = Chosen { status: "waiting", sorter: "name", ..Chosen::default() };
        let full = Self {
            event: known.view(),
            counts: Counts {
                admitted: 50,
                undecided: 4,
                waiting: 2,
                offered: 1,
                withdrawn: 3,
                attended: 1,
                undeliverable: 1,
            },
            addresses: true,
            notes: true,
            insight: true,
            overfull: vec![OverfullView { label: known.event.title.clone(), taken: 52, capacity: 50 }],
            edits: true,
            adds: true,
            search: "\"><script>".to_owned(),
            chosen: chosen.clone(),
            query: chosen.query(None),
            groups: Group::ALL.map(Group::word).to_vec(),
            forms: vec!["in_person", "online"],
            choices: choosable(&known),
            sortings: Sorting::ALL.map(Sorting::word).to_vec(),
            found: 10_000,
            page: 100,
            pages: pages(&Found { people: Vec::new(), total: 10_000, page: 100 }, &chosen),
            rows: vec![
                row(1, "Åse Ødegård", "admitted", None),
                row(2, "<script>alert(1)</script>", "offered", None),
                row(3, "Per Persson", "withdrawn", None),
                row(51, "Kari Nordmann", "waiting", Some(1)),
            ],
        };
        let none = Counts::default();
        let nobody = Self { rows: Vec::new(), found: 0, page: 1, pages: Vec::new(), counts: none, ..full.clone() };
        let rows = full.rows.iter().cloned().map(RowView::at_the_door).collect();
        let at_the_door = Self { addresses: false, edits: false, adds: false, insight: false, rows, ..full.clone() };
        let filtered = Self { search: String::new(), edits: false, adds: false, ..full.clone() };
        vec![full, nobody, filtered, at_the_door]
    }
}
