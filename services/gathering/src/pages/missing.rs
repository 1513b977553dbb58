//! `/arrangor/samling/{slug}`: who has named people and who has not, and what organisers do about it.

use super::{Site, answered, done};
use crate::acting::{self, decided};
use crate::delegation::{Delegation, Role, Standing};
use crate::network::as_of;
use crate::store::{self, gathering, holder, seat};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, Fields, Organiser, Page, Visit};
use proto::account::Role as Right;
use proto::{EventId, Language, Localised};
use serde::Serialize;
use uuid::Uuid;

#[derive(Clone, Serialize)]
pub(super) struct MissingPage {
    slug: String,
    /// For those who may see what became of it over the years: a role in one gathering is none in the network.
    network: Option<String>,
    may_see_members: bool,
    title: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
    cancelled: bool,
    is_over: bool,
    answer_before: Option<DateTime<Utc>>,
    release_at: Option<DateTime<Utc>>,
    is_released: bool,
    counts: Vec<Count>,
    /// Names that are still to come, and members that a reminder goes to.
    missing: usize,
    not_invited: usize,
    seats: u32,
    named: u32,
    roles: Vec<RoleCount>,
    lines: Vec<Line>,
    only: Option<Standing>,
    /// May write to members and decline for them.
    may_act: bool,
    /// May see who acts for a member.
    may_see_people: bool,
    /// A member for which an organiser is about to decline.
    confirm: Option<Confirm>,
    done: Option<&'static str>,
    many: Option<u32>,
}

#[derive(Clone, Serialize)]
struct Confirm {
    id: String,
    name: String,
    /// Those who will be signed off.
    named: u32,
}

#[derive(Clone, Copy, Serialize)]
struct Count {
    standing: Standing,
    members: usize,
}

#[derive(Clone, Copy, Serialize)]
struct RoleCount {
    role: Role,
    named: u32,
}

#[derive(Clone, Serialize)]
struct Line {
    id: String,
    name: String,
    standing: Standing,
    /// In the network on the day of the gathering.
    is_member: bool,
    /// It has left, and has no seats.
    closed: bool,
    seats: u32,
    named: u32,
    municipalities: usize,
    contact: Option<String>,
    invited_at: Option<DateTime<Utc>>,
    reminded_at: Option<DateTime<Utc>>,
    extra_asked: i32,
    extra_reason: String,
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let gathering = seen(&site, &organiser, &slug).await?;
    let query = |name: &str| uri.query()?.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    let only = query("status").and_then(|word| Standing::ALL.into_iter().find(|one| self::word(*one) == word));
    let mut page = page(&site, &gathering, &organiser, visit.now, only).await?;
    page.done = done(&uri).and_then(|word| DONE.into_iter().find(|known| *known == word));
    page.many = query("tal").and_then(|many| many.parse().ok());
    answered(&site, visit, &gathering, StatusCode::OK, &page).await
}

/// What can have been done, as it stands in addresses.
const DONE: [&str; 6] = ["innbydd", "purra", "avslag", "likevel", "fleire", "lenkje"];

/// The word of a standing in addresses and keys of words.
const fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::NotInvited => "not_invited",
        Standing::Invited => "invited",
        Standing::Opened => "opened",
        Standing::PartlyNamed => "partly_named",
        Standing::Complete => "complete",
        Standing::Declined => "declined",
    }
}

/// Writes to members, declines for one, or gives one more seats.
pub(super) async fn act(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let gathering = seen(&site, &organiser, &slug).await?;
    if !organiser.may_at(EventId(gathering.id), &gathering.organisation, Right::Editor) {
        return Err(Error::NotFound);
    }
    if gathering.is_over(visit.now) {
        return Ok(visit.with_cookies(Redirect::to(&format!("/arrangor/samling/{slug}")).into_response()));
    }
    if fields.get("what") == Some("decline") && fields.get("sure") != Some("yes") {
        return confirm(&site, &gathering, &organiser, visit, fields.get("delegation").unwrap_or_default()).await;
    }
    let work = site.bus.begin().await?;
    gathering::locked(&work.tx, gathering.id).await?;
    let rows = store::delegation::of(&work.tx, gathering.id).await?;
    let chosen = fields.get("delegation").and_then(|id| id.parse::<Uuid>().ok());
    let mut many = 0;
    let what = fields.get("what").unwrap_or_default();
    let done = match what {
        "invite" => "innbydd",
        "remind" => "purra",
        "decline" => "avslag",
        "come" => "likevel",
        "renew" => "lenkje",
        "grant" => "fleire",
        _ => return Err(Error::WrongForm),
    };
    for row in rows {
        // What is about one member is done for that member; letters go to all whom they concern.
        let is_meant = chosen.map_or(matches!(what, "invite" | "remind"), |id| id == row.id);
        if !is_meant {
            continue;
        }
        let Some(mut case) = acting::open(&work.tx, row.id).await? else { continue };
        let standing = case.delegation().standing();
        many += match what {
            "invite" if standing != Standing::Declined && row.invited_at.is_none() => {
                u32::from(case.invite(&work).await?)
            }
            "remind" => u32::from(case.remind(&work).await?),
            "decline" if standing != Standing::Declined => {
                case.decline(&work).await?;
                1
            }
            "renew" if standing != Standing::Declined => u32::from(case.renew(&work).await?),
            "come" if standing == Standing::Declined => {
                case.come(&work).await?;
                1
            }
            "grant" => {
                let wanted = fields.get("seats").and_then(|seats| seats.trim().parse().ok()).unwrap_or_default();
                case.grant(&work, wanted).await?
            }
            _ => 0,
        };
    }
    work.commit().await?;
    tracing::info!(event.id = %gathering.id, account.id = %organiser.account, done, many, "an organiser acted for delegations");
    let to = format!("/arrangor/samling/{slug}?gjort={done}&tal={many}");
    Ok(visit.with_cookies(Redirect::to(&to).into_response()))
}

/// Asks whether the organiser means it: everybody who is named will be signed off.
async fn confirm(
    site: &Site,
    gathering: &gathering::Model,
    organiser: &Organiser,
    visit: Visit,
    delegation: &str,
) -> Result<Response, Error> {
    let mut page = page(site, gathering, organiser, visit.now, None).await?;
    let line = page.lines.iter().find(|line| line.id == delegation && line.standing != Standing::Declined);
    page.confirm = line.map(|line| Confirm { id: line.id.clone(), name: line.name.clone(), named: line.named });
    answered(site, visit, gathering, StatusCode::OK, &page).await
}

/// The gathering, for those who have any role in the organisation that answers for it.
pub(super) async fn seen(site: &Site, organiser: &Organiser, slug: &str) -> Result<gathering::Model, Error> {
    let gathering = site.gathering(slug).await?;
    match organiser.may_at(EventId(gathering.id), &gathering.organisation, Right::Numbers) {
        true => Ok(gathering),
        false => Err(Error::NotFound),
    }
}

async fn page(
    site: &Site,
    gathering: &gathering::Model,
    organiser: &Organiser,
    now: DateTime<Utc>,
    only: Option<Standing>,
) -> Result<MissingPage, Error> {
    let db = &site.host.db.read;
    let rows = store::delegation::of(db, gathering.id).await?;
    let seats = seat::of_gathering(db, gathering.id).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let holders = holder::of(db, &ids).await?;
    let may_see_people = organiser.may_at(EventId(gathering.id), &gathering.organisation, Right::Reader);
    let network = store::network::find(db, &gathering.network).await?;
    let members = network.as_ref().map(|network| as_of(&network.members.0, gathering.day()));
    let may = |least| network.as_ref().is_some_and(|network| organiser.may(&network.organisation, least));
    let is_member =
        |key: &str| members.as_ref().is_none_or(|members| members.iter().any(|member| member.member.key == key));
    let all: Vec<Delegation> = rows.iter().map(|row| decided(row, &seats)).collect();
    // Those that were closed with their membership did not decline.
    let stands =
        |(row, one): &(&store::delegation::Model, &Delegation), as_is: Standing| !row.closed && one.standing() == as_is;
    let count = |standing: Standing| rows.iter().zip(&all).filter(|each| stands(each, standing)).count();
    let lines = rows.iter().zip(&all).filter(|each| only.is_none_or(|only| stands(each, only)));
    let lines = lines.map(|(row, one)| Line {
        id: row.id.to_string(),
        name: row.name.clone(),
        standing: one.standing(),
        is_member: is_member(&row.member),
        closed: row.closed,
        seats: one.seats,
        named: one.names(),
        municipalities: row.municipalities.0.len(),
        contact: holders
            .iter()
            .find(|holder| holder.delegation == row.id && !holder.deputy)
            .filter(|_| may_see_people)
            .map(|holder| holder.name.clone()),
        invited_at: row.invited_at,
        reminded_at: row.reminded_at,
        extra_asked: row.extra_asked,
        extra_reason: if may_see_people { row.extra_reason.clone() } else { String::new() },
    });
    let event = gathering.event();
    let roles = Role::ALL.map(|role| RoleCount { role, named: all.iter().map(|one| one.names_of(role)).sum() });
    Ok(MissingPage {
        slug: gathering.slug.clone(),
        network: may(Right::Numbers).then(|| gathering.network.clone()),
        may_see_members: may(Right::Reader),
        title: event.title.clone(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone.name().to_owned(),
        cancelled: gathering.cancelled,
        is_over: gathering.is_over(now),
        answer_before: gathering.rules().answer_before,
        release_at: gathering.rules().release_at,
        is_released: gathering.released_at.is_some(),
        counts: Standing::ALL.map(|standing| Count { standing, members: count(standing) }).to_vec(),
        missing: all.iter().filter(|one| one.is_missing()).count(),
        not_invited: rows.iter().filter(|row| row.invited_at.is_none() && row.declined_at.is_none()).count(),
        seats: all.iter().map(|one| one.seats).sum(),
        named: all.iter().map(Delegation::names).sum(),
        roles: roles.to_vec(),
        lines: lines.collect(),
        only,
        may_act: organiser.may_at(EventId(gathering.id), &gathering.organisation, Right::Editor),
        may_see_people,
        confirm: None,
        done: None,
        many: None,
    })
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_default()
}

impl Page for MissingPage {
    const TEMPLATE: &'static str = "gathering/missing.html";

    fn samples() -> Vec<Self> {
        let line = |name: &str, standing, named, extra_asked| Line {
            id: Uuid::nil().to_string(),
            name: name.to_owned(),
            standing,
            is_member: named != 1 && standing != Standing::Opened,
            closed: standing == Standing::Opened,
            seats: 4,
            named,
            municipalities: 13,
            contact: Some("Kari <Døme>".to_owned()),
            invited_at: Some(at("2027-02-01T09:00:00Z")),
            reminded_at: (named == 1).then(|| at("2027-03-01T09:00:00Z")),
            extra_asked,
            extra_reason: if extra_asked > 0 { "Vi er tretten kommunar.".to_owned() } else { String::new() },
        };
        let lines = vec![
            line("Aust Lofoten", Standing::NotInvited, 0, 0),
            line("Bodøregionen", Standing::Invited, 0, 0),
            line("Fosen", Standing::Opened, 0, 0),
            line("Region Namdal", Standing::PartlyNamed, 1, 2),
            line("Hallingdal", Standing::Complete, 4, 0),
            line("Ein region med eit namn som er så langt at det må brytast", Standing::Declined, 0, 0),
        ];
        let whole = Self {
            slug: "byregionar".to_owned(),
            network: Some("byregionprogrammet".to_owned()),
            may_see_members: true,
            title: Localised::from([(Language::Nn, "Nettverkssamling for byregionar")]),
            starts_at: at("2027-04-27T09:00:00Z"),
            ends_at: at("2027-04-28T13:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            cancelled: false,
            is_over: false,
            answer_before: Some(at("2027-04-05T14:00:00Z")),
            release_at: Some(at("2027-04-11T22:00:00Z")),
            is_released: false,
            counts: Standing::ALL.map(|standing| Count { standing, members: 1 }).to_vec(),
            missing: 3,
            not_invited: 1,
            seats: 24,
            named: 5,
            roles: Role::ALL.map(|role| RoleCount { role, named: 2 }).to_vec(),
            lines,
            only: None,
            may_act: true,
            may_see_people: true,
            confirm: None,
            done: None,
            many: None,
        };
        let numbers = Self { may_act: false, may_see_people: false, only: Some(Standing::Invited), ..whole.clone() };
        let numbers = Self {
            network: None,
            may_see_members: false,
            lines: Vec::new(),
            answer_before: None,
            release_at: None,
            ..numbers
        };
        let over =
            Self { is_over: true, cancelled: true, is_released: true, missing: 0, not_invited: 0, ..whole.clone() };
        let done = |done, many| Self { done: Some(done), many: Some(many), ..whole.clone() };
        let confirm = Confirm { id: "x".to_owned(), name: "Region <Namdal>".to_owned(), named: 3 };
        let sure = Self { confirm: Some(confirm), ..whole.clone() };
        let acted = [("innbydd", 37), ("purra", 1), ("avslag", 1), ("likevel", 1), ("fleire", 2), ("lenkje", 1)];
        let acted = acted.map(|(word, many)| done(word, many));
        [whole.clone(), numbers, over, sure].into_iter().chain(acted).collect()
    }
}
