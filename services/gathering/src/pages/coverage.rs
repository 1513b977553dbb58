//! `/arrangor/nettverk/{slug}/deltaking`: who of a network took part, in numbers; as tables, drawings and files.

mod sample;

use super::{Site, private};
use crate::counting;
use crate::coverage::drawing::{self, Chart, GatheringBar, Map, RoleBar};
use crate::coverage::sheets::{self, Table};
use crate::coverage::{Asked, Held, Report, report, took};
use crate::network::Member;
use crate::network_file::Municipalities;
use crate::store::{self, gathering, network};
use crate::taking_part::Basis;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, NaiveDate, Utc};
use host::{Choice, Error, FieldError, FrameOrganisation, Organiser, Visit};
use proto::account::Role as Right;
use proto::{Language, Localised};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What stands in the address.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(super) struct Typed {
    #[serde(default)]
    fra: String,
    #[serde(default)]
    til: String,
    #[serde(default)]
    fase: String,
    #[serde(default)]
    samling: String,
}

/// Numbers only: no page of it says who anybody was.
#[derive(Clone, Serialize)]
pub(super) struct CoveragePage {
    slug: String,
    network: Localised,
    typed: Typed,
    /// The same as it stands in addresses, with `?` in front where there is anything.
    query: String,
    phases: Vec<Choice>,
    gatherings: Vec<Choice>,
    report: Report,
    /// Of the members, municipalities and counties with a member, those that took part.
    members_took: usize,
    municipalities_took: usize,
    municipalities_own: usize,
    counties_took: usize,
    counties: usize,
    map: Map,
    roles: Chart<RoleBar>,
    since_bars: Chart<GatheringBar>,
    people: u32,
    errors: Vec<FieldError>,
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    Query(typed): Query<Typed>,
) -> Result<Response, Error> {
    let network = seen(&site, &organiser, &slug).await?;
    let (asked, wrong) = read(&typed);
    let word = |key: &str| site.host.text.word(visit.language, key, &[]);
    let errors = wrong.into_iter().map(|field| FieldError::new(field, word("gathering-coverage-date-wrong"))).collect();
    let held = held(&site, &network, visit.now).await?;
    let page = page(&site, &network, &held, typed, &asked, visit.language, errors).await?;
    let status = if page.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let organisations = store::organisation::named(&site.host.db.read, &[&network.organisation]).await?;
    let visit = match organisations.first() {
        Some(organisation) => visit.organisation(&FrameOrganisation::from(organisation)),
        None => visit,
    };
    Ok(private(visit.page_with(status, &page)))
}

/// One of the tables as CSV, or all of them as a workbook.
pub(super) async fn file(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, file)): Path<(String, String)>,
    Query(typed): Query<Typed>,
) -> Result<Response, Error> {
    let network = seen(&site, &organiser, &slug).await?;
    let (asked, _) = read(&typed);
    let table = file.strip_suffix(".csv").and_then(|name| Table::ALL.into_iter().find(|table| table.word() == name));
    if table.is_none() && file != "deltaking.xlsx" {
        return Err(Error::NotFound);
    }
    let held = held(&site, &network, visit.now).await?;
    let report = made(&site, &network, &held, &asked).await?;
    let word = |key: &str| site.host.text.word(visit.language, key, &[]);
    let sheet = |table| sheets::sheet(&report, table, visit.language, &word);
    tracing::info!(account.id = %organiser.account, network = slug, "numbers of who took part were downloaded");
    let (kind, name, content) = match table {
        Some(table) => ("text/csv; charset=utf-8", format!("{slug}-{file}"), tables::csv(&sheet(table)).into_bytes()),
        None => {
            let all = Table::ALL.map(sheet);
            let content = tables::workbook(&all, network.name.0.get(visit.language), visit.now);
            let content = content.map_err(|error| Error::Internal(error.into()))?;
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", format!("{slug}-{file}"), content)
        }
    };
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok(private((headers, content).into_response()))
}

/// The network, for those who have any role in the organisation that answers for it.
async fn seen(site: &Site, organiser: &Organiser, slug: &str) -> Result<network::Model, Error> {
    let network = network::find(&site.host.db.read, slug).await?.ok_or(Error::NotFound)?;
    match organiser.may(&network.organisation, Right::Numbers) {
        true => Ok(network),
        false => Err(Error::NotFound),
    }
}

/// What is asked for, and the fields that nobody can read.
fn read(typed: &Typed) -> (Asked, Vec<&'static str>) {
    let mut wrong = Vec::new();
    let mut day = |field: &'static str, text: &str| match text.trim() {
        "" => None,
        text => {
            let day = text.parse::<NaiveDate>().ok();
            if day.is_none() {
                wrong.push(field);
            }
            day
        }
    };
    let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let (from, to) = (day("fra", &typed.fra), day("til", &typed.til));
    (Asked { from, to, phase: text(&typed.fase), gathering: text(&typed.samling) }, wrong)
}

/// All gatherings of the network with what was counted of them.
async fn held(site: &Site, network: &network::Model, now: DateTime<Utc>) -> Result<Vec<Held>, Error> {
    let db = &site.host.db.read;
    let rows = gathering::of_network(db, &network.slug).await?;
    let counts = counting::of(db, &rows, now).await?;
    let mut all = Vec::with_capacity(rows.len());
    for (row, counts) in rows.into_iter().zip(counts) {
        let delegations = store::delegation::of(db, row.id).await?;
        let invited = delegations.into_iter().map(|one| (one.member, (one.name, one.municipalities.0)));
        let invited: BTreeMap<String, (String, Vec<String>)> = invited.collect();
        let event = row.event();
        all.push(Held {
            slug: row.slug.clone(),
            title: event.title.clone(),
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            timezone: event.timezone.name().to_owned(),
            day: row.starts_at.with_timezone(&event.timezone).date_naive(),
            basis: Basis::of(&counts, row.starts_at <= now),
            only: row.rules().only.clone(),
            counts,
            invited,
        });
    }
    Ok(all)
}

async fn made(site: &Site, network: &network::Model, held: &[Held], asked: &Asked) -> Result<Report, Error> {
    let names = store::municipality::names(&site.host.db.read).await?;
    Ok(report(held, &network.members.0, asked, |number| names.name(number)))
}

async fn page(
    site: &Site,
    network: &network::Model,
    held: &[Held],
    typed: Typed,
    asked: &Asked,
    language: Language,
    errors: Vec<FieldError>,
) -> Result<CoveragePage, Error> {
    let report = made(site, network, held, asked).await?;
    let choices = held.iter().rev().map(|one| {
        let when = one.timezone.parse().map(|zone| site.host.text.date(language, one.starts_at, zone));
        Choice::new(&one.slug, format!("{} ({})", one.title.get(language), when.unwrap_or_default()))
    });
    let (choices, phases) = (choices.collect(), phases(&network.members.0));
    Ok(CoveragePage::of(network.slug.clone(), network.name.0.clone(), typed, report, phases, choices, errors))
}

/// Every phase that a member was in.
fn phases(members: &[Member]) -> Vec<Choice> {
    let all = members.iter().flat_map(|member| &member.memberships).filter_map(|one| one.phase.as_deref());
    let all: BTreeSet<&str> = all.collect();
    all.into_iter().map(|phase| Choice::new(phase, phase)).collect()
}

impl CoveragePage {
    fn of(
        slug: String,
        network: Localised,
        typed: Typed,
        report: Report,
        phases: Vec<Choice>,
        gatherings: Vec<Choice>,
        errors: Vec<FieldError>,
    ) -> Self {
        Self {
            query: query(&typed),
            members_took: took(&report.members),
            municipalities_took: took(&report.municipalities),
            municipalities_own: report.own(),
            counties_took: took(&report.counties),
            counties: report.counties.iter().filter(|county| county.of > 0).count(),
            map: drawing::map(&report.counties),
            roles: drawing::roles(&report),
            since_bars: drawing::gatherings(&report),
            people: report.people.iter().sum::<u32>() + report.others,
            slug,
            network,
            typed,
            phases,
            gatherings,
            report,
            errors,
        }
    }
}

/// What was asked for as it stands in an address; `?` included, and nothing where nothing was asked for.
fn query(typed: &Typed) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in [("fra", &typed.fra), ("til", &typed.til), ("fase", &typed.fase), ("samling", &typed.samling)]
    {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    match query.finish() {
        query if query.is_empty() => query,
        query => format!("?{query}"),
    }
}
