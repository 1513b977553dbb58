//! A plan on paper: who sits at which table, everybody by name, and a card for each table.

use super::{opened, word_of};
use crate::alphabet;
use crate::pages::{Site, answered};
use crate::plan::Kind;
use crate::store::look::{self, Looked};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, Organiser, Page, Visit};
use proto::Localised;
use serde::Serialize;

#[derive(Clone, Serialize)]
pub(in crate::pages) struct PrintPage {
    base: String,
    title: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
    name: Localised,
    kind: Kind,
    /// A large sheet for each table, to stand on it.
    cards: bool,
    tables: Vec<Sheet>,
    /// Everybody, as one looks for oneself.
    by_name: Vec<Entry>,
}

#[derive(Clone, Serialize)]
struct Sheet {
    number: u32,
    people: Vec<Entry>,
}

#[derive(Clone, Serialize)]
struct Entry {
    name: String,
    member: Option<String>,
    table: u32,
}

pub(in crate::pages) async fn list(
    state: State<Site>,
    organiser: Organiser,
    visit: Visit,
    path: Path<(String, String)>,
) -> Result<Response, Error> {
    print(state, organiser, visit, path, false).await
}

pub(in crate::pages) async fn cards(
    state: State<Site>,
    organiser: Organiser,
    visit: Visit,
    path: Path<(String, String)>,
) -> Result<Response, Error> {
    print(state, organiser, visit, path, true).await
}

async fn print(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
    cards: bool,
) -> Result<Response, Error> {
    let opened = opened(&site, &organiser, &slug, &id).await?;
    let nobody = word_of(&site, visit.language, "gathering-plan-somebody");
    let entry = |person: &uuid::Uuid, table: u32| {
        let face = opened.faces.get(person);
        let name = face.map(|face| face.name.clone()).filter(|name| !name.is_empty());
        Entry { name: name.unwrap_or_else(|| nobody.clone()), member: face.and_then(|face| face.member.clone()), table }
    };
    let mut tables: Vec<Sheet> = Vec::new();
    for table in &opened.case.plan.arrangement.0.tables {
        let mut people: Vec<Entry> = table.people.iter().map(|one| entry(&one.person, table.number)).collect();
        people.sort_by_key(|one| alphabet::key(visit.language, &one.name));
        tables.push(Sheet { number: table.number, people });
    }
    let mut by_name: Vec<Entry> = tables.iter().flat_map(|table| &table.people).cloned().collect();
    by_name.sort_by_key(|one| alphabet::key(visit.language, &one.name));
    look::note(&site.host.db.write, visit.now, organiser.account, &slug, (Looked::PlanPrinted, by_name.len())).await?;
    let event = opened.gathering.event();
    let page = PrintPage {
        base: format!("/arrangor/samling/{slug}/planar/{id}"),
        title: event.title.clone(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone.name().to_owned(),
        name: opened.case.plan.name.0.clone(),
        kind: opened.case.plan.kind(),
        cards,
        tables,
        by_name,
    };
    answered(&site, visit, &opened.gathering, StatusCode::OK, &page).await
}

impl Page for PrintPage {
    const TEMPLATE: &'static str = "gathering/plan_print.html";

    fn samples() -> Vec<Self> {
        let at = |text: &str| text.parse().unwrap_or_default();
        let text = |nn: &str, en: &str| Localised::from([(proto::Language::Nn, nn), (proto::Language::En, en)]);
        let names = ["Ask Døme", "Bjørk <Prøve>", "Edvard Lang-Namn-Johansen", "Åse Påfunn"];
        let entry = |(at, name): (usize, &str), table| Entry {
            name: name.to_owned(),
            member: (at != 1).then(|| "Region Nordfjord og Sunnfjord".to_owned()),
            table,
        };
        let people = |table| names.into_iter().enumerate().map(|one| entry(one, table)).collect::<Vec<_>>();
        let list = Self {
            base: "/arrangor/samling/byregionar/planar/x".to_owned(),
            title: text("Nettverkssamling for byregionar", "Gathering of city regions"),
            starts_at: at("2027-04-27T09:00:00Z"),
            ends_at: at("2027-04-28T13:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            name: text("Middag", "Dinner"),
            kind: Kind::Tables,
            cards: false,
            tables: (1..=3).map(|number| Sheet { number, people: people(number) }).collect(),
            by_name: people(2),
        };
        let cards = Self { cards: true, ..list.clone() };
        let empty = Self { tables: Vec::new(), by_name: Vec::new(), kind: Kind::Groups, ..list.clone() };
        vec![list, cards, empty]
    }
}
