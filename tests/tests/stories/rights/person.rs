//! Who tries.

use crate::rights::site::{CO, OTHER, OWN};
use chrono::TimeDelta;
use host::Purpose;
use host::access::{Access, COOKIE, seal};
use portal::store::{account, event_role, membership, sign_in};
use proto::account::Role;
use proto::{AccountId, EventId, Language};
use sea_orm::EntityTrait;
use std::collections::BTreeMap;
use tests::{Visitor, World};
use uuid::Uuid;

/// Nothing is here, whoever asks.
const NOWHERE: &str = "/arrangor/finst-ikkje";
/// The least first.
pub(super) const ROLES: [Role; 5] = [Role::Numbers, Role::Door, Role::Reader, Role::Editor, Role::Owner];

/// In what somebody has a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Where {
    /// The organisation that answers for what is tried.
    Own,
    /// Every event, and nothing else of the organisation. Owners there are none of.
    Event,
    /// An organisation that the events are organised with.
    Co,
    /// Every event, but given by an organisation that does not answer for it.
    Void,
    /// An organisation that has nothing to do with it.
    Other,
    /// The installation.
    House,
}

impl Where {
    pub(super) const ALL: [Self; 6] = [Self::Other, Self::Void, Self::Co, Self::Event, Self::House, Self::Own];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Own => "own organisation",
            Self::Event => "event",
            Self::Co => "co-organiser",
            Self::Void => "event of another organisation",
            Self::Other => "other organisation",
            Self::House => "installation",
        }
    }
}

/// Somebody who is signed in.
pub(super) struct Person {
    pub(super) at: Where,
    pub(super) role: Role,
    pub(super) account: AccountId,
    pub(super) visitor: Visitor,
    /// The token of their forms.
    pub(super) csrf: String,
    /// What they are told of what does not exist, when they ask for it and when they send something there.
    pub(super) nothing: [String; 2],
    /// Where pages that they have read lead to, each with one that does.
    pub(super) led: BTreeMap<String, String>,
}

impl Person {
    pub(super) fn word(&self) -> &'static str {
        match self.role {
            _ if self.at == Where::House => "operator",
            Role::Owner => "owner",
            Role::Editor => "editor",
            Role::Reader => "reader",
            Role::Door => "door",
            Role::Numbers => "numbers",
        }
    }
}

/// One for each role in each of what there are roles in.
pub(super) async fn everybody(world: &World) -> Vec<Person> {
    let events = registration::store::event::Entity::find().all(&world.db("registration").read).await.expect("events");
    let events: Vec<EventId> = events.into_iter().map(|row| EventId(row.id)).collect();
    let mut people = Vec::new();
    for at in Where::ALL {
        for role in ROLES {
            match at {
                Where::Event if role == Role::Owner => continue,
                Where::Void if role != Role::Editor => continue,
                Where::House if role != Role::Owner => continue,
                Where::House => people.push(operator(world).await),
                _ => people.push(signed_in(world, &events, at, role).await),
            }
        }
    }
    people
}

async fn signed_in(world: &World, events: &[EventId], at: Where, role: Role) -> Person {
    let (db, now) = (&world.db("portal").write, world.house.clock.now());
    let address = format!("{at:?}.{role:?}@example.no").to_lowercase();
    let person = account::make(db, &address, &address, Language::Nn, now).await.expect("an account").id;
    for (place, organisation) in [(Where::Own, OWN), (Where::Co, CO), (Where::Other, OTHER)] {
        if at == place {
            membership::give(db, person, organisation, role, now).await.expect("a role");
        }
    }
    for (place, organisation) in [(Where::Event, OWN), (Where::Void, OTHER)] {
        for event in events.iter().filter(|_| at == place) {
            event_role::give(db, person, organisation, *event, role, now).await.expect("a role");
        }
    }
    let link = sign_in::make(db, person, now, now + TimeDelta::minutes(5), "/arrangor").await.expect("a link");
    let link = format!("/arrangor/inn/{}", world.house.keys.token(Purpose::SignIn, link.0, 0));
    let mut visitor = world.visitor("nn");
    let csrf = visitor.get(&link).await.value("csrf").expect("a form");
    let entered = visitor.post(&link, &[("csrf", &csrf)]).await;
    assert_eq!(entered.location.as_deref(), Some("/arrangor"), "{address}");
    known(at, role, person, visitor, csrf).await
}

async fn known(at: Where, role: Role, account: AccountId, mut visitor: Visitor, csrf: String) -> Person {
    let read = visitor.get(NOWHERE).await.body.replace(NOWHERE, "");
    let sent = visitor.post(NOWHERE, &[("csrf", &csrf)]).await.body.replace(NOWHERE, "");
    Person { at, role, account, visitor, csrf, nothing: [read, sent], led: BTreeMap::new() }
}

/// Somebody who is not signed in, and has no role in anything.
pub(super) async fn nobody(world: &World) -> Person {
    let mut visitor = world.visitor("nn");
    let csrf = visitor.get("/arrangor/logg-inn").await.value("csrf").expect("a form");
    known(Where::Other, Role::Numbers, AccountId(Uuid::nil()), visitor, csrf).await
}

/// Somebody who runs the installation and organises nothing.
async fn operator(world: &World) -> Person {
    let access = Access {
        account: AccountId(Uuid::from_u128(77)),
        email: None,
        session: Uuid::from_u128(78),
        roles: Vec::new(),
        events: Vec::new(),
        operator: true,
        expires_at: world.house.clock.now() + TimeDelta::minutes(10),
    };
    let mut visitor = world.visitor("nn");
    visitor.carry(COOKIE, seal(&world.house.keys, &access));
    let csrf = visitor.get("/arrangor/logg-inn").await.value("csrf").expect("a form");
    known(Where::House, Role::Owner, access.account, visitor, csrf).await
}
