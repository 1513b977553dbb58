//! For whom letters go out and to which domain, and which of those that are due may go now.

use std::collections::{BTreeMap, BTreeSet};

use bus::Work;
use sea_orm::DbErr;
use uuid::Uuid;

use super::Surroundings;
use crate::made_of::MadeOf;
use crate::pace::{self, Turn};
use crate::planning::Facts;
use crate::sending::Room;
use crate::store::{letter, receiving_domain};
use crate::{Mail, domain};

/// As far as it is known before a letter is made.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Route {
    pub(crate) organisation: Option<String>,
    pub(crate) domain: Option<String>,
}

/// What comes of letters that are due.
#[derive(Default)]
pub(super) struct Sorted {
    pub(super) going: Vec<Going>,
    /// How many have to wait of which it was not known where they go.
    pub(super) noted: usize,
}

/// A letter that may go.
pub(super) struct Going {
    pub(super) row: letter::Model,
    pub(super) route: Route,
    /// How many times in a row the domain had asked for patience.
    pub(super) put_offs: i32,
}

impl Surroundings {
    fn route(&self, row: &letter::Model) -> Result<Route, DbErr> {
        let event = row.event.and_then(|id| self.events.get(&id)).and_then(|known| known.event.as_deref());
        let person = row.registration.and_then(|id| self.registrations.get(&id));
        let (mut organisation, mut address) = (event.map(|event| event.organisation.clone()), None);
        if let Some(known) = person {
            address = Some(known.registration.email.clone());
        } else {
            match row.facts()? {
                Some(Facts::SignIn(asked)) => (organisation, address) = (Some(asked.organisation), Some(asked.email)),
                Some(Facts::SignInChanged(changed)) => {
                    (organisation, address) = (Some(changed.organisation), Some(changed.email));
                }
                Some(Facts::Followed { organisation: own, .. }) => organisation = Some(own),
                Some(Facts::Proposal(answer)) => address = Some(answer.email),
                Some(Facts::Delegation(invited)) => address = Some(invited.email),
                Some(Facts::Invited(issued)) => address = Some(issued.email),
                Some(Facts::Trial(trial)) => address = Some(trial.to),
                Some(Facts::Forward(_)) => address = event.map(|event| event.contact.email.clone()),
                _ => address = MadeOf::read(row.made_of.as_deref()).map(|made_of| made_of.envelope.to),
            }
        }
        Ok(Route { organisation, domain: address.as_deref().and_then(domain::of) })
    }
}

/// Those for which there is room, and whose receivers take letters now. Of the others it is noted where they go, so that
/// they are not looked at again before they may.
pub(super) async fn sort(
    work: &Work,
    mail: &Mail,
    around: &Surroundings,
    room: &mut Room,
    due: Vec<letter::Model>,
) -> Result<Sorted, DbErr> {
    let mut routed = Vec::with_capacity(due.len());
    for row in due {
        let route = around.route(&row)?;
        routed.push((row, route));
    }
    let limit = |domain: &str| pace::limit(&mail.host.settings, domain);
    let domains: BTreeSet<String> = routed.iter().filter_map(|(_, route)| route.domain.clone()).collect();
    let limited = domains.iter().filter(|domain| limit(domain).is_some()).cloned().collect();
    let mut rhythms = receiving_domain::hold_all(&work.tx, &domains, &limited, work.now).await?;
    let mut changed = BTreeSet::new();
    let mut sorted = Sorted::default();
    let mut left: BTreeMap<Route, Vec<Uuid>> = BTreeMap::new();
    for (row, route) in routed {
        let known = route.domain.as_ref().and_then(|name| Some((name, rhythms.get(name)?)));
        let turn = known.map(|(name, rhythm)| (name, rhythm.turn(limit(name), work.now)));
        let waits = matches!(turn, Some((_, Turn::NotBefore(_))));
        if waits || !room.take(&route) {
            if (&row.organisation, &row.domain) != (&route.organisation, &route.domain) {
                sorted.noted += 1;
                left.entry(route).or_default().push(row.id);
            }
            continue;
        }
        let mut put_offs = 0;
        if let Some((name, Turn::Now(next))) = turn {
            put_offs = next.put_offs;
            rhythms.insert(name.clone(), next);
            changed.insert(name.clone());
        }
        sorted.going.push(Going { row, route, put_offs });
    }
    for (route, ids) in &left {
        letter::note_route(&work.tx, ids, route.organisation.as_deref(), route.domain.as_deref()).await?;
    }
    for name in changed {
        if let Some(rhythm) = rhythms.get(&name) {
            receiving_domain::keep(&work.tx, &name, *rhythm).await?;
        }
    }
    Ok(sorted)
}
