//! What is tried: the routes, and for each of them a path at which there is something.

use crate::delegations::MEMBERS;
use crate::rights::person::{Person, Where};
use crate::series::{FIRST, SERIES};
use proto::account::Role;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use tests::conference::Conference;
use tests::delegations::Gathering;
use tests::{WAYS, Webinar, World};

/// The organisation that answers, one that it is organised with, and a stranger.
pub(super) const OWN: &str = "distriktssenteret";
pub(super) const CO: &str = "bylivsenteret";
pub(super) const OTHER: &str = "visit-varmland";
/// Somebody who is signed up.
pub(super) const NAME: &str = "Ragnhild Prøvesen";
pub(super) const ADDRESS: &str = "ragnhild@example.no";
/// Pages of each kind that lead on to others.
const FOLLOWED: usize = 3;
const NOTHING: &str = "00000000-0000-0000-0000-000000000000";

/// A route, and a path that it answers.
pub(super) struct Place {
    pub(super) route: String,
    pub(super) path: String,
}

/// A world with something of each kind, organised with somebody else.
pub(super) async fn furnished() -> World {
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
    for event in ["torg", "samling", Conference::SLUG] {
        world.sign_up(event, NAME, ADDRESS).await;
    }
    world.settle().await;
    world
}

/// Every route, each with a path at which there is something if an owner can find it by following links and forms.
pub(super) async fn found(world: &World, people: &mut [Person]) -> Vec<Place> {
    let routes: BTreeSet<&String> = world.paths.iter().collect();
    assert!(routes.len() > 150, "{routes:?}");
    let owner =
        people.iter_mut().find(|person| person.at == Where::Own && person.role == Role::Owner).expect("an owner");
    for begun in ["/arrangor/webinar", "/arrangor/samling", "/arrangor/konferanse"] {
        let begun = owner.visitor.post(begun, &[("csrf", &owner.csrf), ("organisation", OWN)]).await;
        assert!(begun.location.is_some(), "a draft is begun: {}", begun.words());
    }
    let mut places: BTreeMap<String, String> = BTreeMap::new();
    let (mut followed, mut known): (BTreeMap<String, usize>, BTreeSet<String>) = (BTreeMap::new(), BTreeSet::new());
    let mut ahead = VecDeque::from(["/arrangor".to_owned(), "/arrangor/webinar/rekkje/stader".to_owned()]);
    while let Some(path) = ahead.pop_front() {
        let Some(route) = route_of(&routes, &path) else { continue };
        places.entry(route.clone()).or_insert_with(|| path.clone());
        // Some pages of each kind lead on, so that it does not take long.
        let times = followed.entry(route).or_default();
        *times += 1;
        if *times > FOLLOWED || path.contains("logg-ut") {
            continue;
        }
        let page = owner.visitor.get(&path).await;
        let leads = page.body.split(['"', '<', '>']).filter(|part| part.starts_with("/arrangor"));
        for link in leads.filter_map(|link| link.split(['?', '#']).next()) {
            if known.insert(link.to_owned()) {
                ahead.push_back(link.to_owned());
            }
        }
    }
    let rest: Vec<&String> = routes.iter().copied().filter(|route| !places.contains_key(*route)).collect();
    for route in rest {
        // What nothing leads to lies below what something leads to.
        let above = places.iter().filter(|(above, _)| route.starts_with(&format!("{above}/")));
        let above = above.max_by_key(|(above, _)| above.len());
        let (above, begun) = above.map_or((0, ""), |(above, path)| (above.len(), path.as_str()));
        let below = route[above..].split('/').map(|part| match part {
            "{language}" => "nn",
            part if part.starts_with('{') => NOTHING,
            part => part,
        });
        let path = format!("{begun}{}", below.collect::<Vec<_>>().join("/"));
        places.insert(route.clone(), path);
    }
    places.into_iter().map(|(route, path)| Place { route, path }).collect()
}

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
