//! What the desk has before it of one event while it decides: the places, and those people whom the errands concern.
//!
//! Decides in memory, without I/O; `load` fills it and `record` keeps it.

use crate::answers::Answers;
use crate::desk::errand::Placed;
use crate::desk::fact::{Fact, News};
use crate::places::Places;
use crate::store::audit::Action;
use crate::store::invitation::Invited;
use crate::store::{claim, count, event, kept, registration};
use crate::waiting_list::{self, Giving, Waiting, WaitingChoice};
use chrono::{DateTime, Utc};
use proto::event::{Event, Form, WaitingMode};
use proto::registration::{Claim, ClaimState, PoolPlaces, Registration, SignupChanged};
use proto::{AccountId, EventId, PoolId, RegistrationId};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use uuid::Uuid;

/// An event with more pools than this says less often what is left in them.
const MANY: usize = 50;

/// One event's page in the desk's book.
pub struct Book {
    pub row: event::Model,
    pub event: Arc<Event>,
    pub places: Places,
    /// As loaded, to see which counters have changed.
    pub row_before: event::Model,
    pub places_before: Places,
    pub entries: HashMap<Uuid, Entry>,
    /// What those who were signed up already had when they were loaded: only what is other is written.
    pub claims_before: HashMap<Uuid, Vec<claim::Model>>,
    /// The waiting list by turn: all of it, or as much of its front as the errands can move.
    pub queue: BTreeMap<i64, Uuid>,
    /// Who is signed up with which address, as far as known.
    pub addresses: HashMap<String, Uuid>,
    /// Forms that were answered before, as far as known, and those answered now.
    pub submissions: HashMap<String, Submission>,
    pub facts: Vec<Fact>,
    /// Invitations with which somebody comes.
    pub(crate) invited: HashMap<Uuid, Invited>,
    /// Those that were used, and the sign-ups that came of them.
    pub(crate) accepted: Vec<(Uuid, Uuid)>,
    /// Who gave their place to whom.
    pub handed_over: Vec<(Uuid, Uuid)>,
    /// What organisers did about whom, to be noted.
    pub deeds: Vec<(AccountId, Action, RegistrationId)>,
    /// News of the errand in hand, one for each registration: a person moved twice by it is told once.
    news: Vec<(Uuid, News)>,
    noted: HashSet<Uuid>,
}

/// One registration.
pub struct Entry {
    pub row: registration::Model,
    pub claims: Vec<claim::Model>,
    /// To be kept in place of what was answered before.
    pub answers: Option<Answers>,
    pub is_new: bool,
    pub is_changed: bool,
    /// Pools that are no longer chosen.
    pub dropped: Vec<Uuid>,
}

/// A form that was answered.
pub struct Submission {
    pub content: Vec<u8>,
    pub answer: Vec<Placed>,
    pub is_new: bool,
}

impl Book {
    /// An event with nobody in it yet.
    pub fn open(row: event::Model, event: Arc<Event>, pools: Vec<crate::places::Pool>) -> Self {
        let mut places = Places {
            pools,
            waiting: count(row.waiting),
            mode: event.sign_up.waiting_list.mode,
            order: event.sign_up.waiting_list.order,
            walks: event.sign_up.walks.clone(),
        };
        places.reserve();
        Self {
            row_before: row.clone(),
            row,
            event,
            places_before: places.clone(),
            places,
            entries: HashMap::new(),
            claims_before: HashMap::new(),
            queue: BTreeMap::new(),
            addresses: HashMap::new(),
            submissions: HashMap::new(),
            facts: Vec::new(),
            invited: HashMap::new(),
            accepted: Vec::new(),
            handed_over: Vec::new(),
            deeds: Vec::new(),
            news: Vec::new(),
            noted: HashSet::new(),
        }
    }

    pub fn id(&self) -> EventId {
        self.row.id.into()
    }

    /// Takes in somebody who is signed up already.
    pub fn enter(&mut self, row: registration::Model, claims: Vec<claim::Model>) {
        if row.state == registration::State::Waiting {
            self.queue.insert(row.turn, row.id);
        }
        if row.state != registration::State::Withdrawn
            && let Some(address) = &row.address
        {
            self.addresses.insert(address.clone(), row.id);
        }
        self.claims_before.entry(row.id).or_insert_with(|| claims.clone());
        self.entries.entry(row.id).or_insert_with(|| Entry::kept(row, claims));
    }

    pub fn next_turn(&mut self) -> i64 {
        self.row.next_turn += 1;
        self.row.next_turn - 1
    }

    pub fn next_seq(&mut self) -> i64 {
        self.row.next_seq += 1;
        self.row.next_seq - 1
    }

    /// Notes what is new about somebody. The first news of an errand holds; later ones are part of its snapshot.
    pub fn note(&mut self, id: Uuid, news: News) {
        if self.noted.insert(id) {
            self.news.push((id, news));
        }
    }

    /// Whether the errand in hand brings news of somebody.
    pub(super) fn has_news_of(&self, id: Uuid) -> bool {
        self.noted.contains(&id)
    }

    /// Ends an errand: everybody it moved gets one new revision and one fact.
    pub fn tell(&mut self) {
        self.noted.clear();
        for (id, news) in std::mem::take(&mut self.news) {
            if let Some(entry) = self.entries.get_mut(&id) {
                entry.row.revision += 1;
                entry.is_changed = true;
                let registration = entry.snapshot(&self.places);
                self.facts.push(Fact { registration, news });
            }
        }
    }

    /// Moves a claim from one state to another and keeps the counters right.
    pub fn move_claim(&mut self, registration: Uuid, pool: PoolId, to: ClaimState) {
        let claims = self.entries.get_mut(&registration).into_iter().flat_map(|entry| entry.claims.iter_mut());
        for claim in claims.filter(|claim| claim.pool_id == pool.0) {
            self.places.remove(pool, claim.state.counts());
            self.places.add(pool, to);
            claim.state = to.into();
        }
    }

    /// Gives what is free to those who wait, as the event's settings say.
    pub fn refill(&mut self, now: DateTime<Utc>) {
        self.refill_event(now);
        self.refill_choices(now);
    }

    fn refill_event(&mut self, now: DateTime<Utc>) {
        let (state, claim_state, offered_until) = match waiting_list::giving(&self.event, self.row.cancelled, now) {
            Giving::Stopped => return,
            Giving::Seats => (registration::State::Admitted, ClaimState::Held, None),
            Giving::Offers { until } => (registration::State::Offered, ClaimState::Offered, Some(until)),
        };
        let queue = self.queue.values().filter_map(|id| self.entries.get(id)).map(Entry::waiting);
        for id in waiting_list::refill(&self.places, queue) {
            let Some(entry) = self.entries.get_mut(&id.0) else { continue };
            entry.row.state = state;
            entry.row.offered_until = offered_until;
            let form = entry.row.form();
            self.queue.remove(&entry.row.turn);
            self.places.waiting = self.places.waiting.saturating_sub(1);
            for pool in self.needed(form) {
                self.move_claim(id.0, pool, claim_state);
            }
            let news = match offered_until {
                Some(answer_before) => News::Offered { answer_before },
                None => News::Admitted { from_waiting_list: true },
            };
            self.note(id.0, news);
        }
    }

    fn refill_choices(&mut self, now: DateTime<Utc>) {
        let begins = |pool: &crate::places::Pool| pool.times.map(|(starts, _)| starts);
        let gives = |pool: &&crate::places::Pool| {
            let has_work = !pool.whole && pool.waiting > 0 && pool.has_room_for(1);
            has_work && waiting_list::gives_choice(&self.event, self.row.cancelled, begins(pool), now)
        };
        let open: Vec<PoolId> = self.places.pools.iter().filter(gives).map(|pool| pool.id).collect();
        if open.is_empty() {
            return;
        }
        let waiting = self.entries.values().flat_map(Entry::waiting_choices);
        let mut queue: Vec<(i64, WaitingChoice)> = waiting.filter(|(_, choice)| open.contains(&choice.pool)).collect();
        queue.sort_unstable_by_key(|(turn, choice)| (*turn, choice.pool));
        for given in waiting_list::refill_choices(&self.places, queue.into_iter().map(|(_, choice)| choice)) {
            let Some(entry) = self.entries.get(&given.registration.0) else { continue };
            let to = match entry.row.state {
                registration::State::Offered => ClaimState::Offered,
                _ => ClaimState::Held,
            };
            self.move_claim(given.registration.0, given.pool, to);
            self.note(given.registration.0, News::Changed);
        }
    }

    /// The pools that everybody needs who takes part in this way.
    pub fn needed(&self, form: Option<Form>) -> Vec<PoolId> {
        self.places.needed(form).map(|pool| pool.id).collect()
    }

    /// What there is to say about sign-up, if it is other than what was said last. Where there are many pools it is said after
    /// a while: everybody who hears it reads and keeps all of them.
    pub fn signup_news(&mut self, now: DateTime<Utc>) -> Option<SignupChanged> {
        let open = crate::admission::window(&self.event, self.row.cancelled, now).is_ok();
        // Nobody is quiet for longer: what lies further ahead was noted by a clock that has been set back since.
        let is_quiet = self.row.quiet_until.is_some_and(|until| now < until && until <= now + event::QUIET);
        if is_quiet && self.row.said_open == Some(open) {
            self.row.unsaid = true;
            return None;
        }
        self.row.unsaid = false;
        let left = self.places.left();
        let waiting = (self.places.mode != WaitingMode::None).then_some(self.places.waiting);
        let pools = self.pool_places();
        let digest = digest(&pools);
        let said = (self.row.said_open, self.row.said_left.map(count), self.row.said_waiting.map(count));
        if said == (Some(open), left, waiting) && self.row.said_pools == Some(digest) {
            return None;
        }
        self.row.quiet_until = (pools.len() > MANY).then(|| now + event::QUIET);
        self.row.said_pools = Some(digest);
        self.row.said_open = Some(open);
        self.row.said_left = left.map(kept);
        self.row.said_waiting = waiting.map(kept);
        self.row.signup_revision += 1;
        let revision = u64::try_from(self.row.signup_revision).unwrap_or_default();
        Some(SignupChanged { event_id: self.id(), revision, open, places_left: left, waiting, pools })
    }

    /// What is left for somebody who comes now, pool by pool.
    fn pool_places(&self) -> Vec<PoolPlaces> {
        let places = |pool: &crate::places::Pool| PoolPlaces {
            pool_id: pool.id,
            left: pool.left(),
            taken: pool.taken,
            waiting: pool.waiting,
        };
        self.places.pools.iter().filter(|pool| !pool.closed && pool.kept.is_none()).map(places).collect()
    }
}

/// A number that tells whether anything is other than what was said last.
fn digest(pools: &[PoolPlaces]) -> i64 {
    let mut hash = Sha256::new();
    for pool in pools {
        hash.update(pool.pool_id.0.as_bytes());
        hash.update([u8::from(pool.left.is_some())]);
        for number in [pool.left.unwrap_or_default(), pool.taken, pool.waiting] {
            hash.update(number.to_be_bytes());
        }
    }
    let mut first = [0; 8];
    first.copy_from_slice(&hash.finalize()[..8]);
    i64::from_be_bytes(first)
}

impl Entry {
    fn kept(row: registration::Model, claims: Vec<claim::Model>) -> Self {
        Self { row, claims, answers: None, is_new: false, is_changed: false, dropped: Vec::new() }
    }

    pub(super) fn waiting(&self) -> Waiting {
        Waiting { registration: self.row.id(), party: self.row.party_id, form: self.row.form() }
    }

    /// The choices that somebody with a place still waits for.
    fn waiting_choices(&self) -> impl Iterator<Item = (i64, WaitingChoice)> + '_ {
        let has_place = matches!(self.row.state, registration::State::Admitted | registration::State::Offered);
        let waiting = self.claims.iter().filter(move |claim| has_place && claim.state == claim::State::Waiting);
        waiting.map(|claim| (claim.turn, WaitingChoice { registration: self.row.id(), pool: claim.pool_id.into() }))
    }

    /// The registration as others are told of it.
    pub fn snapshot(&self, places: &Places) -> Registration {
        let is_whole = |pool: Uuid| places.pool(pool.into()).is_some_and(|pool| pool.whole);
        snapshot(&self.row, self.claims.iter().filter(|claim| !is_whole(claim.pool_id)))
    }
}

/// A registration as others are told of it, with what it chose besides the event itself.
pub fn snapshot<'a>(row: &registration::Model, choices: impl Iterator<Item = &'a claim::Model>) -> Registration {
    Registration {
        id: row.id(),
        event_id: row.event_id.into(),
        revision: count(row.revision),
        generation: row.generation(),
        seq: count(row.seq),
        name: row.name.clone(),
        email: row.email.clone(),
        language: row.language(),
        state: row.state.into(),
        form: row.form(),
        choices: choices.map(|claim| Claim { pool_id: claim.pool_id.into(), state: claim.state.told() }).collect(),
        undecided: row.state == registration::State::Undecided,
    }
}
