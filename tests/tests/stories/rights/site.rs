//! What is tried: the routes, and for each of them a path at which there is something.

use crate::delegations::MEMBERS;
use crate::rights::furniture::furnish;
use crate::rights::person::{Person, Where};
use crate::series::{FIRST, SERIES};
use axum::routing::get;
use axum::{Json, Router};
use host::{OpenIdProvider, Settings};
use proto::account::Role;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use tests::conference::Conference;
use tests::delegations::Gathering;
use tests::{WAYS, Webinar, World};
use uuid::Uuid;

/// The organisation that answers, one that it is organised with, and a stranger.
pub(super) const OWN: &str = "distriktssenteret";
pub(super) const CO: &str = "bylivsenteret";
pub(super) const OTHER: &str = "visit-varmland";
/// Somebody who is signed up.
pub(super) const NAME: &str = "Ragnhild Prøvesen";
pub(super) const ADDRESS: &str = "ragnhild@example.no";
/// Pages of each kind that lead on to others.
const FOLLOWED: usize = 5;
const NOTHING: &str = "00000000-0000-0000-0000-000000000000";
/// What no page leads to, or one cannot tell which of them there is something at.
const BY_HAND: [(&str, &str); 7] = [
    ("/arrangor/nettverk/{slug}/deltaking/{file}", "/arrangor/nettverk/nettverket/deltaking/deltaking.xlsx"),
    ("/arrangor/openid/{provider}", "/arrangor/openid/entra"),
    ("/arrangor/openid/{provider}/svar", "/arrangor/openid/entra/svar"),
    ("/arrangor/konto/innlogging/{provider}", "/arrangor/konto/innlogging/entra"),
    ("/arrangor/konto/innlogging/{provider}/fjern", "/arrangor/konto/innlogging/entra/fjern"),
    ("/arrangor/pameldingar/{slug}/kom", "/arrangor/pameldingar/torg/kom"),
    ("/arrangor/brev/{slug}/pa-nytt", "/arrangor/brev/torg/pa-nytt"),
];
/// Where a form is sent with what is no id.
const SENT_TO: [(&str, &str); 1] =
    [("/arrangor/samling/{slug}/materiale/{id}", "/arrangor/samling/samling/materiale/dokument")];
/// What a form needs so that it is more than one without its fields.
const FIELDS: [(&str, &[(&str, &str)]); 10] = [
    ("/arrangor/dor/{slug}/merke", &[("marker", "[]")]),
    ("/arrangor/konferanse/{slug}", &[("do", "municipality")]),
    ("/arrangor/konferanse/utkast/{id}/steg/sporsmal", &[("do", "add")]),
    ("/arrangor/samling/utkast/{id}/steg/sporsmal", &[("do", "add")]),
    ("/arrangor/webinar/utkast/{id}/steg/sporsmal", &[("do", "add")]),
    ("/arrangor/brev/{slug}/meldingar/{id}", &[("do", "hold")]),
    ("/arrangor/konferanse/{slug}/framlegg/{proposal}", &[("do", "review")]),
    ("/arrangor/pameldingar/{slug}/invitasjonar", &[("do", "day")]),
    ("/arrangor/pameldingar/{slug}/kom", &[("kom", "ja")]),
    ("/arrangor/pameldingar/{slug}/{id}/merknad/slett", &[("note", NOTHING)]),
];

/// A route, a path that it answers, and what a form there needs.
pub(super) struct Place {
    pub(super) route: String,
    pub(super) path: String,
    /// Where forms go: to the same, unless what stands there is the kind of what is made.
    pub(super) sent_to: String,
    pub(super) fields: Vec<(&'static str, String)>,
}

/// A world with something of each kind, organised with somebody else.
pub(super) async fn furnished() -> World {
    let issuer = provider().await;
    let set = |settings: &mut Settings| {
        let client_secret_file = settings.data.join("openid-secret");
        std::fs::create_dir_all(&settings.data).expect("a folder");
        std::fs::write(&client_secret_file, "a secret that is as long as one has to be").expect("a file");
        let (name, client_id) = ("Entra".to_owned(), "moteplass".to_owned());
        let provider = OpenIdProvider { name, issuer, client_id, client_secret_file, mfa_acr: Vec::new() };
        settings.openid.insert("entra".to_owned(), provider);
    };
    let world = World::begin_with(WAYS[0], set).await;
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

/// A provider of OpenID Connect that people can be led to; gives who it says it is.
async fn provider() -> String {
    let wire = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let issuer = format!("http://{}", wire.local_addr().expect("an address"));
    let found = serde_json::json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/inn"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
    });
    let keys = serde_json::json!({ "keys": [] });
    let routes = Router::new()
        .route("/.well-known/openid-configuration", get(async || Json(found)))
        .route("/keys", get(async || Json(keys)));
    tokio::spawn(async move { axum::serve(wire, routes).await });
    issuer
}

/// Every route, each with a path at which there is something if an owner can find it by following links and forms.
pub(super) async fn found(world: &World, people: &mut [Person]) -> Vec<Place> {
    let fields = fields(world).await;
    let routes: BTreeSet<&String> = world.paths.iter().collect();
    assert!(routes.len() > 150, "{routes:?}");
    let owner =
        people.iter_mut().find(|person| person.at == Where::Own && person.role == Role::Owner).expect("an owner");
    furnish(world, owner).await;
    let by_hand = BY_HAND.map(|(route, path)| (route.to_owned(), path.to_owned()));
    let mut places: BTreeMap<String, String> = BTreeMap::from(by_hand);
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
    let place = |(route, path): (String, String)| {
        let of_route = |(of, fields): &(&str, _)| (*of == route).then(|| Vec::clone(fields));
        let made = SENT_TO.iter().find(|(of, _)| *of == route).map(|(_, to)| (*to).to_owned());
        let sent_to = made.unwrap_or_else(|| path.clone());
        Place { fields: fields.iter().find_map(of_route).unwrap_or_default(), route, path, sent_to }
    };
    places.into_iter().map(place).collect()
}

/// What forms need, with what can only be asked for.
async fn fields(world: &World) -> Vec<(&'static str, Vec<(&'static str, String)>)> {
    let mut all: Vec<(&str, Vec<(&str, String)>)> = Vec::new();
    for (route, fields) in FIELDS {
        all.push((route, fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()));
    }
    let db = &world.db("registration").read;
    let event = registration::store::event::Entity::find()
        .filter(registration::store::event::Column::Slug.eq("torg"))
        .one(db)
        .await
        .expect("events")
        .expect("an event");
    let person = registration::store::registration::Entity::find()
        .filter(registration::store::registration::Column::EventId.eq(event.id))
        .one(db)
        .await
        .expect("people")
        .expect("somebody");
    for (_, fields) in all.iter_mut().filter(|(route, _)| route.ends_with("/kom")) {
        fields.push(("id", person.id.to_string()));
    }
    let letter = Statement::from_sql_and_values(
        sea_orm::DatabaseBackend::Sqlite,
        "SELECT id FROM letter WHERE event = ? LIMIT 1",
        [event.id.into()],
    );
    let letter = world.db("mail").read.query_one_raw(letter).await.expect("letters").expect("a letter");
    let letter: Uuid = letter.try_get("", "id").expect("an id");
    all.push(("/arrangor/brev/{slug}/pa-nytt", vec![("letter", letter.to_string())]));
    all
}

/// The route that a path is answered by: the one with most words in common.
pub(super) fn route_of(routes: &BTreeSet<&String>, path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |route: &&&String| {
        let own: Vec<&str> = route.split('/').collect();
        own.len() == parts.len() && own.iter().zip(&parts).all(|(own, part)| own.starts_with('{') || own == part)
    };
    let best = routes.iter().filter(fits).min_by_key(|route| route.matches('{').count());
    best.map(|route| (*route).clone())
}
