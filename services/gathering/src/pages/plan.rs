//! `/arrangor/samling/{slug}/planar/{id}`: who sits at which table, and what an organiser does about it.

mod acting;
pub(super) mod form;
pub(super) mod print;
mod sample;

use super::plans::{is_past, seen};
use super::{Site, answered, done};
use crate::alphabet;
use crate::delegation::Role;
use crate::plan::{Breach, Guest, Kind, Mixing, News};
use crate::planning::{Case, Face, company};
use crate::store::look::{self, Looked};
use crate::store::{self, gathering};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, Utc};
use form::WishForm;
use host::{Error, FieldError, Organiser, Visit};
use proto::account::Role as Right;
use proto::{EventId, Language, Localised};
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

pub(super) use acting::act;

#[derive(Clone, Serialize)]
pub(super) struct PlanPage {
    slug: String,
    base: String,
    title: Localised,
    timezone: String,
    name: Localised,
    kind: Kind,
    size: u32,
    /// Those of a member are to sit together.
    together: bool,
    /// Goes with every form, so that nobody changes what they have not seen.
    revision: i32,
    tables: Vec<TableView>,
    newcomers: Vec<PersonView>,
    seated: usize,
    people: usize,
    news: Vec<NewsView>,
    /// Those who do not know where they sit.
    untold: usize,
    told_at: Option<DateTime<Utc>>,
    may_act: bool,
    /// Somebody whom the organiser is about to move.
    chosen: Option<ChosenView>,
    form: WishForm,
    done: Option<&'static str>,
    many: Option<u32>,
    /// Why nothing was done.
    refused: Option<&'static str>,
    errors: Vec<FieldError>,
}

#[derive(Clone, Serialize)]
struct TableView {
    number: u32,
    locked: bool,
    people: Vec<PersonView>,
    breaches: Vec<Breach>,
}

#[derive(Clone, Serialize)]
struct PersonView {
    id: String,
    name: String,
    member: Option<String>,
    role: Option<Role>,
    locked: bool,
    /// Has been told of another table.
    untold: bool,
}

#[derive(Clone, Serialize)]
struct NewsView {
    what: &'static str,
    name: String,
    table: u32,
}

/// Somebody, and where they can go.
#[derive(Clone, Serialize)]
struct ChosenView {
    id: String,
    name: String,
    table: Option<u32>,
    locked: bool,
    /// Tables where there is room.
    free: Vec<u32>,
    /// Those with whom they can change seats.
    others: Vec<Other>,
}

#[derive(Clone, Serialize)]
struct Other {
    id: String,
    name: String,
    table: u32,
}

/// A plan of a gathering, as somebody may see it who may see lists of people.
struct Opened {
    gathering: gathering::Model,
    case: Case,
    faces: BTreeMap<Uuid, Face>,
}

async fn opened(site: &Site, organiser: &Organiser, slug: &str, id: &str) -> Result<Opened, Error> {
    let gathering = seen(site, organiser, slug).await?;
    let db = &site.host.db.read;
    let id: Uuid = id.parse().map_err(|_unreadable| Error::NotFound)?;
    let plan = store::plan::find(db, id).await?.filter(|plan| plan.gathering == gathering.id);
    let plan = plan.ok_or(Error::NotFound)?;
    let company = company(db, gathering.id).await?;
    Ok(Opened { gathering, case: Case::of(plan, &company), faces: company.faces() })
}

fn word_of(site: &Site, language: Language, key: &str) -> String {
    site.host.text.word(language, key, &[])
}

/// What can have been done, as it stands in addresses.
pub(super) const DONE: [&str; 11] =
    ["laga", "flytta", "bytt", "laast", "opna", "fylt", "nytt", "bord", "reglar", "sagt", "sett"];

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Error> {
    let opened = opened(&site, &organiser, &slug, &id).await?;
    let query = |name: &str| uri.query()?.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    let mut page = page(&site, &opened, &organiser, &visit).await?;
    page.done = done(&uri).and_then(|word| DONE.into_iter().find(|known| *known == word));
    page.many = query("tal").and_then(|many| many.parse().ok());
    page.choose(query("person").unwrap_or_default());
    shown(&site, visit, &opened, &organiser, StatusCode::OK, &page).await
}

async fn shown(
    site: &Site,
    visit: Visit,
    opened: &Opened,
    organiser: &Organiser,
    status: StatusCode,
    page: &PlanPage,
) -> Result<Response, Error> {
    let looked = (Looked::Plan, page.people);
    look::note(&site.host.db.write, visit.now, organiser.account, &page.slug, looked).await?;
    answered(site, visit, &opened.gathering, status, page).await
}

async fn page(site: &Site, opened: &Opened, organiser: &Organiser, visit: &Visit) -> Result<PlanPage, Error> {
    let Opened { gathering, case, faces } = opened;
    let (plan, language) = (&case.plan, visit.language);
    let (rules, arrangement) = (&plan.rules.0, &plan.arrangement.0);
    let nobody = word_of(site, language, "gathering-plan-somebody");
    let untold = case.untold();
    let guests: BTreeMap<Uuid, &Guest> = case.guests.iter().map(|guest| (guest.person, guest)).collect();
    let name = |person: Uuid| {
        let known = faces.get(&person).map(|face| face.name.clone()).filter(|name| !name.is_empty());
        known.unwrap_or_else(|| nobody.clone())
    };
    let view = |person: Uuid, locked: bool| PersonView {
        id: person.to_string(),
        name: name(person),
        member: faces.get(&person).and_then(|face| face.member.clone()),
        role: faces.get(&person).and_then(|face| face.role),
        locked,
        untold: plan.told_at.is_some() && untold.contains_key(&person),
    };
    let sorted = |mut people: Vec<PersonView>| {
        people.sort_by_key(|one| alphabet::key(language, &one.name));
        people
    };
    let tables = arrangement.tables.iter().map(|table| TableView {
        number: table.number,
        locked: table.locked,
        people: sorted(table.people.iter().map(|one| view(one.person, one.locked)).collect()),
        breaches: arrangement.breaches(table, &guests, rules),
    });
    let newcomers = arrangement.newcomers(&case.guests);
    let news = plan.news.0.iter().map(|news| match *news {
        News::Left { person, table } => NewsView { what: "left", name: name(person), table },
        News::Took { person, table } => NewsView { what: "took", name: name(person), table },
    });
    let event = gathering.event();
    let form = WishForm::empty(site, gathering, language).await?.of(plan);
    Ok(PlanPage {
        slug: gathering.slug.clone(),
        base: format!("/arrangor/samling/{}/planar/{}", gathering.slug, plan.id),
        title: event.title.clone(),
        timezone: event.timezone.name().to_owned(),
        name: plan.name.0.clone(),
        kind: plan.kind(),
        size: rules.size,
        together: rules.mixing == Mixing::Together,
        revision: plan.revision,
        tables: tables.collect(),
        newcomers: sorted(newcomers.iter().map(|guest| view(guest.person, false)).collect()),
        seated: arrangement.seated().len(),
        people: case.guests.len(),
        news: news.collect(),
        untold: untold.len(),
        told_at: plan.told_at,
        may_act: organiser.may_at(EventId(gathering.id), &gathering.organisation, Right::Editor)
            && !is_past(gathering, visit.now),
        chosen: None,
        form,
        done: None,
        many: None,
        refused: None,
        errors: Vec::new(),
    })
}

impl PlanPage {
    /// Opens the forms for moving somebody, if there is such a person.
    fn choose(&mut self, id: &str) {
        let mut seats = self.tables.iter().flat_map(|table| table.people.iter().map(move |one| (one, Some(table))));
        let mut newcomers = self.newcomers.iter().map(|one| (one, None));
        let found = seats.find(|(one, _)| one.id == id).or_else(|| newcomers.find(|(one, _)| one.id == id));
        let Some((person, table)) = found.filter(|_| self.may_act) else { return };
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        let number = table.map(|table| table.number);
        let is_free = |table: &&TableView| !table.locked && table.people.len() < size && Some(table.number) != number;
        let elsewhere = self.tables.iter().filter(|table| !table.locked && Some(table.number) != number);
        let other = |one: &PersonView, table: u32| Other { id: one.id.clone(), name: one.name.clone(), table };
        let others = elsewhere.flat_map(|table| {
            table.people.iter().filter(|one| !one.locked).map(|one| other(one, table.number)).collect::<Vec<_>>()
        });
        let others = if number.is_some() { others.collect() } else { Vec::new() };
        self.chosen = Some(ChosenView {
            id: person.id.clone(),
            name: person.name.clone(),
            table: number,
            locked: person.locked || table.is_some_and(|table| table.locked),
            free: self.tables.iter().filter(is_free).map(|table| table.number).collect(),
            others,
        });
    }
}
