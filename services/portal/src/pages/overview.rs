use super::{Site, card};
use crate::availability::{Availability, availability, capacity};
use crate::coming::Listed;
use crate::sign_in::role_word;
use crate::{samples, store};
use axum::extract::State;
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, Organiser, Page, Visit};
use proto::Localised;
use proto::account::{EventRole, Membership, Role};
use proto::event::{Event, EventKind};
use proto::organisation::Organisation;
use serde::Serialize;

/// The organisers' front page: their events, how full they are, and where to go on.
#[derive(Serialize)]
pub(super) struct Overview {
    roles: Vec<RoleIn>,
    coming: Vec<Row>,
    past: Vec<Row>,
    /// Sees how the installation itself does.
    operator: bool,
}

#[derive(Serialize)]
struct RoleIn {
    /// The organisation, or the event where the role is in one only.
    organisation: Localised,
    role: &'static str,
    /// Where they make events.
    makes: Vec<Link>,
    /// What they look after.
    links: Vec<Link>,
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
            Self::new(roles, &[], &[samples::organisation()], events, samples::now())
        };
        let events = samples::standings();
        let door = EventRole {
            event: samples::gathering().id,
            organisation: "distriktssenteret".to_owned(),
            role: Role::Door,
        };
        let at_the_door = Self::new(&[], &[door], &[samples::organisation()], &events, samples::now());
        vec![
            Self { operator: true, ..page(&[role("distriktssenteret", Role::Owner)], &events) },
            page(&[role("distriktssenteret", Role::Numbers), role("bylivsenteret", Role::Reader)], &events),
            page(&[role("bylivsenteret", Role::Editor)], &events),
            page(&[role("ks", Role::Owner)], &events),
            page(&[], &events),
            at_the_door,
        ]
    }
}

impl Overview {
    fn new(
        roles: &[Membership],
        single: &[EventRole],
        organisations: &[Organisation],
        events: &[Listed],
        now: DateTime<Utc>,
    ) -> Self {
        let role_in = |slug: &str| roles.iter().find(|membership| membership.organisation == slug).map(|own| own.role);
        let role_at = |event: &Event| {
            let here = |own: &&EventRole| own.event == event.id && own.organisation == event.organisation;
            single.iter().find(here).map(|own| own.role)
        };
        let mut rows: Vec<Row> = events
            .iter()
            .filter_map(|listed| {
                // The one that may more; Rust has the smaller first, and nothing before it.
                let both = [role_in(&listed.event.organisation), role_at(&listed.event)];
                let own = both.into_iter().flatten().min();
                let co_organised = own.is_none();
                let theirs = !co_organised || listed.event.co_organisers.iter().any(|slug| role_in(slug).is_some());
                theirs.then(|| Row::new(listed, own, now))
            })
            .collect();
        rows.sort_by_key(|row| row.starts_at);
        let (mut past, coming): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.over);
        past.reverse();
        let in_event = single.iter().filter_map(|own| {
            let listed = events.iter().find(|listed| listed.event.id == own.event)?;
            Some(RoleIn {
                organisation: listed.event.title.clone(),
                role: role_word(own.role),
                makes: Vec::new(),
                links: Vec::new(),
            })
        });
        let in_organisation = roles.iter().map(|own| RoleIn {
            organisation: card::name(&own.organisation, organisations),
            role: role_word(own.role),
            makes: makes(own.role),
            links: own_links(own),
        });
        let roles = in_organisation.chain(in_event).collect();
        Self { roles, coming, past, operator: false }
    }
}

impl Row {
    fn new(listed: &Listed, own: Option<Role>, now: DateTime<Utc>) -> Self {
        let event = &listed.event;
        let capacity = capacity(event);
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

/// Where editors make events.
fn makes(role: Role) -> Vec<Link> {
    let link = |what, kind: EventKind| Link { what, href: format!("/arrangor/{}", kind.path()) };
    match role.includes(Role::Editor) {
        true => vec![
            link("conferences", EventKind::Conference),
            link("webinars", EventKind::Webinar),
            link("gatherings", EventKind::Gathering),
        ],
        false => Vec::new(),
    }
}

/// What an owner looks after.
fn own_links(own: &Membership) -> Vec<Link> {
    let link = |what, page: &str| Link { what, href: format!("/arrangor/organisasjon/{}{page}", own.organisation) };
    let people = || Link { what: "people", href: format!("/arrangor/personar/{}", own.organisation) };
    match own.role {
        Role::Owner => vec![link("page", ""), link("access", "/tilgang"), people()],
        _ => Vec::new(),
    }
}

/// Only what the role opens; each page checks the role once more, and shows names to few.
fn links(listed: &Listed, own: Option<Role>) -> Vec<Link> {
    let event = &listed.event;
    let link = |what, path: &str| Link { what, href: format!("/arrangor/{path}/{}", event.slug) };
    let mut links = vec![link("registrations", "pameldingar")];
    if own.is_some_and(|own| own.includes(Role::Door)) {
        links.push(link("door", "dor"));
    }
    if own == Some(Role::Door) {
        return links;
    }
    links.push(link("letters", "brev"));
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
    let mut events = store::event::newest_of(db, &slugs, MOST).await?;
    let single = store::event::with_ids(db, organiser.events.iter().map(|own| own.event)).await?;
    let unlisted = |one: &Listed| !events.iter().any(|listed| listed.event.id == one.event.id);
    let single: Vec<Listed> = single.into_iter().filter(unlisted).collect();
    events.extend(single);
    let page = Overview::new(&organiser.roles, &organiser.events, &organisations, &events, visit.now);
    Ok(visit.page(&Overview { operator: organiser.operator, ..page }))
}
