use super::{Site, card};
use crate::availability::{Availability, availability};
use crate::coming::Listed;
use crate::sign_in::role_word;
use crate::{samples, store};
use axum::extract::State;
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, Organiser, Page, Visit};
use proto::Localised;
use proto::account::{Membership, Role};
use proto::event::EventKind;
use proto::organisation::Organisation;
use serde::Serialize;

/// The organisers' front page: their events, how full they are, and where to go on.
#[derive(Serialize)]
pub(super) struct Overview {
    roles: Vec<RoleIn>,
    coming: Vec<Row>,
    past: Vec<Row>,
}

#[derive(Serialize)]
struct RoleIn {
    organisation: Localised,
    role: &'static str,
}

#[derive(Serialize)]
struct Row {
    path: String,
    title: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: &'static str,
    over: bool,
    availability: Availability,
    taken: Option<u32>,
    capacity: Option<u32>,
    waiting: Option<u32>,
    /// Somebody else is responsible, and only they see names.
    co_organised: bool,
    links: Vec<Link>,
}

#[derive(Serialize)]
struct Link {
    what: &'static str,
    href: String,
}

impl Page for Overview {
    const TEMPLATE: &'static str = "portal/overview.html";

    fn samples() -> Vec<Self> {
        let role = |organisation: &str, role| Membership { organisation: organisation.to_owned(), role };
        let page = |roles: &[Membership], events: &[Listed]| {
            Self::new(roles, &[samples::organisation()], events, samples::now())
        };
        let events = samples::standings();
        vec![
            page(&[role("distriktssenteret", Role::Owner)], &events),
            page(&[role("distriktssenteret", Role::Numbers), role("bylivsenteret", Role::Reader)], &events),
            page(&[role("bylivsenteret", Role::Editor)], &events),
            page(&[role("ks", Role::Owner)], &events),
            page(&[], &events),
        ]
    }
}

impl Overview {
    fn new(roles: &[Membership], organisations: &[Organisation], events: &[Listed], now: DateTime<Utc>) -> Self {
        let role_in = |slug: &str| roles.iter().find(|membership| membership.organisation == slug).map(|own| own.role);
        let mut rows: Vec<Row> = events
            .iter()
            .filter_map(|listed| {
                let own = role_in(&listed.event.organisation);
                let co_organised = own.is_none();
                let theirs = !co_organised || listed.event.co_organisers.iter().any(|slug| role_in(slug).is_some());
                theirs.then(|| Row::new(listed, own, now))
            })
            .collect();
        rows.sort_by_key(|row| row.starts_at);
        let (mut past, coming): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.over);
        past.reverse();
        let roles = roles
            .iter()
            .map(|own| RoleIn { organisation: card::name(&own.organisation, organisations), role: role_word(own.role) })
            .collect();
        Self { roles, coming, past }
    }
}

impl Row {
    fn new(listed: &Listed, own: Option<Role>, now: DateTime<Utc>) -> Self {
        let event = &listed.event;
        let capacity = event.whole().and_then(|pool| pool.capacity);
        let left = listed.signup.and_then(|signup| signup.places_left);
        Self {
            path: event.path(),
            title: event.title.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name(),
            over: event.ends_at <= now,
            availability: availability(event, listed.cancelled, listed.signup, now),
            taken: capacity.zip(left).map(|(capacity, left)| capacity.saturating_sub(left)),
            capacity,
            waiting: listed.signup.and_then(|signup| signup.waiting),
            co_organised: own.is_none(),
            links: links(listed, own),
        }
    }
}

/// Only what the role opens; each page checks the role once more, and shows names to few.
fn links(listed: &Listed, own: Option<Role>) -> Vec<Link> {
    let event = &listed.event;
    let link = |what, path: &str| Link { what, href: format!("/arrangor/{path}/{}", event.slug) };
    let mut links = vec![link("registrations", "pameldingar"), link("letters", "brev")];
    if event.kind == EventKind::Webinar && own.is_some() {
        links.push(link("webinar", "webinar"));
    }
    if event.kind == EventKind::Gathering && own.is_some() {
        links.push(link("gathering", "samling"));
    }
    // Everybody behind a conference sees it; what they may do there, the pages know.
    if event.kind == EventKind::Conference {
        links.push(link("conference", "konferanse"));
    }
    links
}

/// How many events are shown; as many of other organisations' are looked through for those that are organised together.
const MOST: u64 = 500;

pub(super) async fn get(visit: Visit, State(site): State<Site>, organiser: Organiser) -> Result<Response, Error> {
    let db = &site.host.db.read;
    let organisations = store::organisation::all(db).await?;
    let slugs: Vec<&str> = organiser.roles.iter().map(|own| own.organisation.as_str()).collect();
    let events = store::event::newest_of(db, &slugs, MOST).await?;
    Ok(visit.page(&Overview::new(&organiser.roles, &organisations, &events, visit.now)))
}
