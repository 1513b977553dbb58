//! Every page and form of organisers, as the routers list them, tried by each role in the organisation that answers for the event,
//! in the event alone, in one that it is organised with, and in one that has nothing to do with it. What is not allowed answers like
//! what does not exist. Who may do what stands in `rights.txt`; `UPDATE=1` writes it anew, to be read before it is kept.

use crate::delegations::MEMBERS;
use crate::series::{FIRST, SERIES};
use axum::http::StatusCode;
use chrono::TimeDelta;
use host::access::{Access, COOKIE, seal};
use proto::account::{EventRole, Membership, Role};
use proto::{AccountId, EventId};
use sea_orm::EntityTrait;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use tests::conference::Conference;
use tests::delegations::Gathering;
use tests::visitor::{Page, local};
use tests::{Visitor, WAYS, Webinar, World};
use uuid::Uuid;

/// The organisation that answers, one that it is organised with, and a stranger.
const OWN: &str = "distriktssenteret";
const CO: &str = "bylivsenteret";
const OTHER: &str = "visit-varmland";
const NOWHERE: &str = "/arrangor/finst-ikkje";
/// Where a stranger comes in: links of their own.
const OF_ONESELF: [&str; 2] = ["/arrangor/inn/{token}", "/arrangor/konto/okt/{id}"];
/// What nobody need sign in for.
const SIGN_IN: [&str; 3] = ["/arrangor/logg-inn", "/arrangor/logg-ut", "/arrangor/inn/"];
/// The least first.
const ROLES: [Role; 5] = [Role::Numbers, Role::Door, Role::Reader, Role::Editor, Role::Owner];
/// Links that are followed at most to find something at a route.
const FOLLOWED: usize = 400;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_may_not_do_is_not_there() {
    let world = furnished().await;
    let trial = Trial::begin(&world).await;
    let mut rights = String::new();
    for (template, path) in found(&world, &trial).await {
        let _ = writeln!(rights, "{template}");
        for posts in [false, true] {
            let _ = write!(rights, "{}", trial.row(&template, &path, posts).await);
        }
    }
    world.end().await;
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stories/rights.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, &rights).expect("a file");
    }
    let known = std::fs::read_to_string(file).expect("rights.txt");
    for (at, (known, tried)) in known.lines().zip(rights.lines()).enumerate() {
        assert_eq!(known, tried, "rights.txt line {}; `UPDATE=1` writes it anew, to be read before it is kept", at + 1);
    }
    assert_eq!(known.lines().count(), rights.lines().count(), "pages that are new or gone; see rights.txt");
}

/// A world with something of each kind, organised with somebody else.
async fn furnished() -> World {
    let world = World::begin(WAYS[0]).await;
    let organisation = |slug: &str| {
        format!(
            "[[organisation]]\nslug = \"{slug}\"\nname = {{ nn = \"{slug}\", nb = \"{slug}\" }}\nrequired_languages = [\"nn\"]\nsender = \"post@{slug}.example.no\"\naccessibility_statement = \"https://{slug}.example.no/t\"\nprivacy_notice = \"https://{slug}.example.no/p\"\nretention_days = 90\n"
        )
    };
    world.import("andre.toml", &[organisation(CO), organisation(OTHER)].concat()).await;
    let together = |file: String| {
        let own = format!("organisation = \"{OWN}\"\n");
        file.replacen(&own, &format!("{own}co_organisers = [\"{CO}\"]\n"), 1)
    };
    world.import("torg.toml", &together(Webinar::default().toml())).await;
    let conference = Conference { days: 1, rooms: 1, slots: 1, capacity: 9, places: 9, speakers: 1 };
    world.import("konferanse.toml", &together(conference.toml())).await;
    world.network("nettverket", MEMBERS).await;
    world.import("samling.toml", &together(Gathering::default().toml())).await;
    world.import("rekkje.toml", SERIES).await;
    world.import("stader-1.toml", &together(FIRST.to_owned())).await;
    world.sign_up("torg", "Kari", "kari@example.no").await;
    world.organiser("eigar@example.no", OWN, Role::Owner).await;
    world.settle().await;
    world
}

/// Those who try, and what they are told of what does not exist.
struct Trial<'w> {
    world: &'w World,
    host: host::Host,
    event_ids: Vec<EventId>,
    not_there: Page,
}

/// In what somebody has a role.
#[derive(Clone, Copy)]
enum Where<'a> {
    Organisation(&'a str),
    /// All events of the organisation that answers, and nothing else of it.
    Events,
}

impl<'w> Trial<'w> {
    async fn begin(world: &'w World) -> Self {
        let host = world.house.host("portal").await.expect("a host");
        let events =
            registration::store::event::Entity::find().all(&world.db("registration").read).await.expect("events");
        let nobody = Page { status: StatusCode::NOT_FOUND, location: None, body: String::new() };
        let mut trial =
            Self { world, host, event_ids: events.into_iter().map(|row| EventId(row.id)).collect(), not_there: nobody };
        trial.not_there = trial.visitor(Where::Organisation(OWN), Role::Owner).0.get(NOWHERE).await;
        assert_eq!(trial.not_there.status, StatusCode::NOT_FOUND);
        trial
    }

    /// Somebody who is signed in, and the token of their forms.
    fn visitor(&self, place: Where<'_>, role: Role) -> (Visitor, String) {
        let (roles, events) = match place {
            Where::Organisation(slug) => (vec![Membership { organisation: slug.to_owned(), role }], Vec::new()),
            Where::Events => {
                let at = |event: &EventId| EventRole { event: *event, organisation: OWN.to_owned(), role };
                (Vec::new(), self.event_ids.iter().map(at).collect())
            }
        };
        let access = Access {
            account: AccountId(Uuid::from_u128(77)),
            email: None,
            session: Uuid::from_u128(78),
            roles,
            events,
            operator: false,
            expires_at: self.world.house.clock.now() + TimeDelta::minutes(10),
        };
        let mut visitor = self.world.visitor("nn");
        visitor.carry(COOKIE, seal(&self.world.house.keys, &access));
        let (cookie, csrf) = host::testing::visitor(&self.host);
        let (name, value) = cookie.split_once('=').expect("a cookie");
        visitor.carry(name, value.to_owned());
        (visitor, csrf)
    }

    /// Whether somebody gets anything there. If not, they are told exactly what is told of what does not exist.
    async fn may(&self, path: &str, posts: bool, place: Where<'_>, role: Role) -> bool {
        let (mut visitor, csrf) = self.visitor(place, role);
        let page = match posts {
            true => visitor.post(path, &[("csrf", &csrf)]).await,
            false => visitor.get(path).await,
        };
        assert_ne!(page.status, StatusCode::FORBIDDEN, "{path} as {role:?}");
        assert!(!page.status.is_server_error(), "{path} as {role:?}: {}", page.words());
        if page.status != StatusCode::NOT_FOUND {
            return true;
        }
        assert_eq!(page.words(), self.not_there.words(), "{path} as {role:?}");
        false
    }

    /// Who may read, or send, what is there; the letters of the roles.
    async fn row(&self, template: &str, path: &str, posts: bool) -> String {
        let (mut owner, _) = self.visitor(Where::Organisation(OTHER), Role::Owner);
        let method = if posts { owner.post(path, &[]).await } else { owner.get(path).await };
        if method.status == StatusCode::METHOD_NOT_ALLOWED {
            return String::new();
        }
        self.outside(template, path, posts).await;
        let own = self.roles(path, posts, Where::Organisation(OWN)).await;
        let at = self.roles(path, posts, Where::Events).await;
        let co = self.roles(path, posts, Where::Organisation(CO)).await;
        let what = if posts { "sends" } else { "reads" };
        format!("  {what}: own {own}, at the event {at}, co-organiser {co}\n")
    }

    /// Strangers, and those who are not signed in.
    async fn outside(&self, template: &str, path: &str, posts: bool) {
        let for_everybody = !template.contains('{') || OF_ONESELF.contains(&template);
        if !for_everybody {
            let may = self.may(path, posts, Where::Organisation(OTHER), Role::Owner).await;
            assert!(!may, "{path} is a stranger's as well");
        }
        if SIGN_IN.iter().any(|open| path.starts_with(open)) {
            return;
        }
        let mut nobody = self.world.visitor("nn");
        let page = if posts { nobody.post(path, &[]).await } else { nobody.get(path).await };
        let leads = page.location.as_deref().is_some_and(|to| local(to).starts_with("/arrangor/logg-inn?til="));
        assert!(leads, "{path} is answered {} to somebody who is not signed in", page.status);
    }

    async fn roles(&self, path: &str, posts: bool, place: Where<'_>) -> String {
        let mut may: Vec<Role> = Vec::new();
        for role in ROLES {
            // What is sent is done: who may do what a lesser role did need not do it again.
            let surely = posts && may.iter().any(|lesser| role.includes(*lesser));
            if surely || self.may(path, posts, place, role).await {
                may.push(role);
            } else {
                assert!(!may.iter().any(|lesser| role.includes(*lesser)), "{path}: {role:?} may less than {may:?}");
            }
        }
        let words: Vec<&str> = may.iter().rev().map(|role| word(*role)).collect();
        if words.is_empty() { "nobody".to_owned() } else { words.join(" ") }
    }
}

/// The routes of organisers, each with a path at which there is something if an owner can find it by following links and forms.
async fn found(world: &World, trial: &Trial<'_>) -> BTreeMap<String, String> {
    // What is under `/api` is for everybody, or behind a link of one's own.
    let routes: BTreeSet<&String> = world.paths.iter().filter(|path| path.starts_with("/arrangor")).collect();
    assert!(routes.len() > 50, "{routes:?}");
    let (mut owner, csrf) = trial.visitor(Where::Organisation(OWN), Role::Owner);
    for begun in ["/arrangor/webinar", "/arrangor/samling/samling/planar"] {
        owner.post(begun, &[("csrf", &csrf)]).await;
    }
    let mut places: BTreeMap<String, String> = BTreeMap::new();
    let (mut known, mut ahead) = (BTreeSet::new(), vec!["/arrangor".to_owned()]);
    while let Some(path) = ahead.pop() {
        if let Some(route) = route_of(&routes, &path) {
            places.entry(route).or_insert_with(|| path.clone());
        }
        if known.len() > FOLLOWED || path.contains("logg-ut") {
            continue;
        }
        let page = owner.get(&path).await;
        let leads = page.body.split(['"', '<', '>']).filter(|part| part.starts_with("/arrangor"));
        for link in leads.filter_map(|link| link.split(['?', '#']).next()) {
            if known.insert(link.to_owned()) {
                ahead.push(link.to_owned());
            }
        }
    }
    for route in routes {
        let nowhere = route.split('/').map(|part| if part.starts_with('{') { NOTHING } else { part });
        let nowhere = nowhere.collect::<Vec<_>>().join("/");
        places.entry(route.clone()).or_insert(nowhere);
    }
    places
}

fn word(role: Role) -> &'static str {
    match role {
        Role::Owner => "owner",
        Role::Editor => "editor",
        Role::Reader => "reader",
        Role::Door => "door",
        Role::Numbers => "numbers",
    }
}

const NOTHING: &str = "00000000-0000-0000-0000-000000000000";

/// The route that a path is answered by: the one with most words in common.
fn route_of(routes: &BTreeSet<&String>, path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |route: &&&String| {
        let own: Vec<&str> = route.split('/').collect();
        own.len() == parts.len() && own.iter().zip(&parts).all(|(own, part)| own.starts_with('{') || own == part)
    };
    let best = routes.iter().filter(fits).min_by_key(|route| route.matches('{').count());
    best.map(|route| (*route).clone())
}
