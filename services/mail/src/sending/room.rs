//! How many letters may be in hand: no receiving domain and no mail server keeps the others waiting.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use crate::taking::Route;

/// Whose mail server a letter goes through: an organisation's own, or the common one.
type Relay = Option<String>;

/// So many letters to one domain are in hand for each connection. Those in hand are passed by nobody, so that a receipt waits
/// behind as many reminders.
const TO_A_DOMAIN: usize = 4;
/// So many to all domains.
const TO_ALL: usize = 2 * TO_A_DOMAIN;

/// How many letters are in hand for each mail server and domain.
type Counts = BTreeMap<Relay, BTreeMap<Option<String>, usize>>;

/// What is in the hands of this process.
#[derive(Clone, Default)]
pub(crate) struct InHands(Arc<Mutex<Counts>>);

/// One letter in hand, until this is dropped.
pub(crate) struct Place {
    hands: InHands,
    relay: Relay,
    domain: Option<String>,
}

/// A mail server that letters can go through.
#[derive(Clone, Debug)]
pub(crate) struct Open {
    pub(crate) relay: Relay,
    pub(crate) connections: usize,
    /// It is left in peace for now.
    pub(crate) rests: bool,
}

/// What can be taken in hand now.
#[derive(Clone, Debug, Default)]
pub(crate) struct Room {
    relays: BTreeMap<Relay, OfRelay>,
}

/// What can be taken in hand for one mail server.
#[derive(Clone, Debug)]
pub(crate) struct OfRelay {
    free: usize,
    /// For a domain that has nothing in hand.
    of_domain: usize,
    domains: BTreeMap<String, usize>,
}

impl InHands {
    /// Notes that a letter is in hand.
    pub(crate) fn hold(&self, relay: Relay, domain: Option<String>) -> Place {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *all.entry(relay.clone()).or_default().entry(domain.clone()).or_default() += 1;
        drop(all);
        Place { hands: self.clone(), relay, domain }
    }

    /// What can be taken in hand besides. A few more are not worth a look: it is waited until half is done.
    pub(crate) fn room(&self, servers: &[Open]) -> Room {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of = |server: &Open| {
            let of_domain = server.connections * TO_A_DOMAIN;
            let nothing = BTreeMap::new();
            let in_hand = all.get(&server.relay).unwrap_or(&nothing);
            let left = |most: usize, count: usize| {
                let left = most.saturating_sub(count);
                if left * 2 < of_domain { 0 } else { left }
            };
            let free = left(server.connections * TO_ALL, in_hand.values().sum());
            let domains = in_hand.iter().filter_map(|(name, count)| Some((name.clone()?, left(of_domain, *count))));
            let free = if server.rests { 0 } else { free };
            (server.relay.clone(), OfRelay { free, of_domain, domains: domains.collect() })
        };
        Room { relays: servers.iter().map(of).collect() }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut all = self.hands.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(domains) = all.get_mut(&self.relay) else { return };
        if let Some(count) = domains.get_mut(&self.domain) {
            *count -= 1;
            if *count == 0 {
                domains.remove(&self.domain);
            }
        }
    }
}

impl Room {
    /// The mail server that an organisation's letters go through.
    pub(crate) fn relay(&self, organisation: Option<&str>) -> Relay {
        organisation.map(str::to_owned).filter(|own| self.relays.contains_key(&Some(own.clone())))
    }

    /// How many letters can be taken at most.
    pub(crate) fn most(&self) -> usize {
        self.relays.values().map(|of| of.free.min(of.of_domain)).max().unwrap_or_default()
    }

    /// True when there is room for a letter, which is taken then.
    pub(crate) fn take(&mut self, route: &Route) -> bool {
        let relay = self.relay(route.organisation.as_deref());
        let Some(of) = self.relays.get_mut(&relay) else { return false };
        let enough = of.of_domain;
        let mut of_domain = route.domain.as_ref().map(|domain| of.domains.entry(domain.clone()).or_insert(enough));
        if of.free == 0 || of_domain.as_ref().is_some_and(|left| **left == 0) {
            return false;
        }
        of.free -= 1;
        if let Some(left) = &mut of_domain {
            **left -= 1;
        }
        true
    }

    /// True when a letter may fit for which there was no room before.
    pub(crate) fn opens_more_than(&self, before: &Self) -> bool {
        let was_open = |relay: Option<&str>, full: &BTreeSet<&str>| {
            before.open().any(|(other, was_full)| other == relay && was_full.is_subset(full))
        };
        self.open().any(|(relay, full)| !was_open(relay, &full))
    }

    /// The organisations that have a mail server of their own.
    pub(crate) fn own_relays(&self) -> impl Iterator<Item = &str> {
        self.relays.keys().filter_map(Option::as_deref)
    }

    /// The mail servers that have room, and for each the domains that have none.
    pub(crate) fn open(&self) -> impl Iterator<Item = (Option<&str>, BTreeSet<&str>)> {
        self.relays.iter().filter(|(_, of)| of.free > 0).map(|(relay, of)| {
            let full = of.domains.iter().filter(|(_, left)| **left == 0).map(|(name, _)| name.as_str());
            (relay.as_deref(), full.collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(organisation: &str, domain: &str) -> Route {
        Route { organisation: Some(organisation.to_owned()), domain: Some(domain.to_owned()) }
    }

    fn servers() -> [Open; 2] {
        let open =
            |relay: Option<&str>, connections| Open { relay: relay.map(str::to_owned), connections, rests: false };
        [open(None, 4), open(Some("ks"), 1)]
    }

    fn taken(room: &mut Room, route: &Route) -> usize {
        (0..1000).take_while(|_| room.take(route)).count()
    }

    #[test]
    fn a_domain_gets_half_of_what_there_is_and_an_organisations_server_takes_nothing_from_others() {
        let mut room = InHands::default().room(&servers());
        assert_eq!(taken(&mut room, &route("bylivsenteret", "slow.example")), 16);
        assert_eq!(taken(&mut room, &route("bylivsenteret", "other.example")), 16);
        assert_eq!(taken(&mut room, &route("bylivsenteret", "third.example")), 0, "all is in hand");
        assert_eq!(taken(&mut room, &route("ks", "slow.example")), 4);
    }

    #[test]
    fn a_domain_is_looked_at_again_when_half_of_it_is_done() {
        let hands = InHands::default();
        let mut places: Vec<Place> = (0..16).map(|_| hands.hold(None, Some("slow.example".to_owned()))).collect();
        let full = |hands: &InHands| {
            let room = hands.room(&servers());
            room.open().any(|(relay, full)| relay.is_none() && full.contains("slow.example"))
        };
        assert!(full(&hands));
        places.truncate(9);
        assert!(full(&hands));
        places.truncate(8);
        assert!(!full(&hands));
        assert_eq!(taken(&mut hands.room(&servers()), &route("bylivsenteret", "slow.example")), 8);
        drop(places);
        assert_eq!(hands.room(&servers()).most(), 16);
    }

    #[test]
    fn a_letter_that_is_done_opens_more_only_when_others_fit_that_did_not() {
        let hands = InHands::default();
        let mut slow: Vec<Place> = (0..16).map(|_| hands.hold(None, Some("slow.example".to_owned()))).collect();
        let before = hands.room(&servers());
        assert!(!before.opens_more_than(&before));
        slow.truncate(9);
        assert!(!hands.room(&servers()).opens_more_than(&before));
        slow.truncate(8);
        assert!(hands.room(&servers()).opens_more_than(&before), "half of them are done");
        assert!(before.opens_more_than(&Room::default()), "nothing was open at all");
        let mut resting = servers();
        resting[1].rests = true;
        assert!(before.opens_more_than(&hands.room(&resting)), "a server is back");
    }

    #[test]
    fn nothing_is_taken_for_a_server_that_rests() {
        let mut servers = servers();
        servers[1].rests = true;
        let mut room = InHands::default().room(&servers);
        assert!(!room.take(&route("ks", "kommune.example")));
        assert!(room.take(&route("bylivsenteret", "kommune.example")));
        assert_eq!(room.open().map(|(relay, _)| relay).collect::<Vec<_>>(), [None]);
    }
}
