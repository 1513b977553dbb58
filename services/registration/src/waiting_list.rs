//! Decides who moves up when places become free, for how long, and until when an offered place is kept.

use crate::places::{Places, Pool};
use crate::working_hours;
use chrono::{DateTime, Utc};
use proto::event::{Event, Form, WaitingMode, WaitingOrder};
use proto::{PoolId, RegistrationId};
use uuid::Uuid;

/// How free places are given to those who wait, at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Giving {
    /// Not any more: the event is cancelled or has begun, or sign-up has closed and the list stops with it.
    Stopped,
    Seats,
    Offers {
        until: DateTime<Utc>,
    },
}

/// Somebody on the waiting list of the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub registration: RegistrationId,
    /// People of one party stand next to each other in the queue.
    pub party: Uuid,
    pub form: Option<Form>,
}

/// Somebody who has, or was offered, a place in the event and waits for one of their choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingChoice {
    pub registration: RegistrationId,
    pub pool: PoolId,
}

/// How places are given at this moment.
pub fn giving(event: &Event, cancelled: bool, now: DateTime<Utc>) -> Giving {
    if list_stopped(event, cancelled, now) || now >= event.starts_at {
        return Giving::Stopped;
    }
    match event.sign_up.waiting_list.mode {
        // Those who waited when the list was taken away are not forgotten.
        WaitingMode::None | WaitingMode::Direct => Giving::Seats,
        WaitingMode::Offer { working_hours } => {
            let until = working_hours::after(now, working_hours, event.timezone);
            Giving::Offers { until: until.min(event.starts_at) }
        }
    }
}

/// Whether free places in something to choose still go to those who wait for it: until it begins itself, for how ever long
/// the event has been going on. What has no time of its own is given until the event begins.
pub fn gives_choice(event: &Event, cancelled: bool, begins: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    !list_stopped(event, cancelled, now) && now < begins.unwrap_or(event.starts_at)
}

fn list_stopped(event: &Event, cancelled: bool, now: DateTime<Utc>) -> bool {
    cancelled || now >= event.sign_up.closes_at && !event.sign_up.waiting_list.after_deadline
}

/// Who of the queue moves up now, in its order: as many people as there are places, and never half a party. Each form has
/// a queue of its own, and nobody in it waits for what happens in the other.
pub fn refill(places: &Places, queue: impl IntoIterator<Item = Waiting>) -> Vec<RegistrationId> {
    let limited = |pool: &Pool| Some((pool.id, pool.left()?));
    let mut left: Vec<(PoolId, u32)> = places.whole().filter_map(limited).collect();
    let mut ended: Vec<Option<Form>> = Vec::new();
    let mut queue = queue.into_iter().peekable();
    let mut promoted = Vec::new();
    while let Some(first) = queue.next() {
        let mut party = vec![first.registration];
        while let Some(next) = queue.next_if(|next| next.party == first.party) {
            party.push(next.registration);
        }
        if ended.contains(&first.form) {
            continue;
        }
        let people = u32::try_from(party.len()).unwrap_or(u32::MAX);
        let needed: Vec<PoolId> = places.needed(first.form).map(|pool| pool.id).collect();
        let of_form = |(id, _): &&mut (PoolId, u32)| needed.contains(id);
        let free = left.iter_mut().filter(of_form).map(|(_, left)| *left).min().unwrap_or(u32::MAX);
        if people <= free {
            left.iter_mut().filter(of_form).for_each(|(_, left)| *left -= people);
            promoted.extend(party);
        } else if free == 0 || places.order == WaitingOrder::Strict && people <= places.largest_party(first.form) {
            // Nobody passes them. A party larger than all places together keeps its turn but holds up nobody.
            ended.push(first.form);
        }
    }
    promoted
}

/// Who gets the choice they wait for, in the order of the queue.
pub fn refill_choices(places: &Places, queue: impl IntoIterator<Item = WaitingChoice>) -> Vec<WaitingChoice> {
    let mut left: Vec<(PoolId, Option<u32>)> =
        places.pools.iter().filter(|pool| !pool.whole).map(|pool| (pool.id, pool.left())).collect();
    let mut given = Vec::new();
    for waiting in queue {
        let Some((_, left)) = left.iter_mut().find(|(id, _)| *id == waiting.pool) else { continue };
        match left {
            Some(0) => continue,
            Some(left) => *left -= 1,
            None => {}
        }
        given.push(waiting);
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WHOLE: PoolId = PoolId(Uuid::from_u128(1));

    fn places(capacity: Option<u32>, taken: u32, order: WaitingOrder) -> Places {
        let whole = Pool { whole: true, taken, ..Pool::choice(WHOLE, capacity) };
        Places { pools: vec![whole], waiting: 0, mode: WaitingMode::Direct, order, walks: Vec::new() }
    }

    /// A queue of parties of these sizes; registrations are numbered from 0.
    fn queue(parties: &[u8]) -> Vec<Waiting> {
        let members = parties.iter().enumerate().flat_map(|(party, people)| (0..*people).map(move |_| party));
        let waiting = |(n, party): (usize, usize)| Waiting {
            registration: RegistrationId(Uuid::from_u128(n as u128)),
            party: Uuid::from_u128(party as u128),
            form: None,
        };
        members.enumerate().map(waiting).collect()
    }

    #[track_caller]
    fn check(capacity: Option<u32>, taken: u32, order: WaitingOrder, parties: &[u8], moved: &[u128]) {
        let promoted = refill(&places(capacity, taken, order), queue(parties));
        assert_eq!(promoted.iter().map(|id| id.0.as_u128()).collect::<Vec<_>>(), moved);
    }

    #[test]
    fn as_many_move_as_places_are_free() {
        use WaitingOrder::{Fill, Strict};
        for order in [Strict, Fill] {
            check(Some(5), 2, order, &[1, 1, 1, 1, 1], &[0, 1, 2]);
            check(Some(5), 5, order, &[1], &[]);
            check(Some(2), 5, order, &[1], &[]);
            check(None, 5, order, &[2, 1], &[0, 1, 2]);
        }
    }

    #[test]
    fn parties_move_whole() {
        use WaitingOrder::{Fill, Strict};
        check(Some(5), 3, Strict, &[1, 2, 1], &[0]);
        check(Some(5), 3, Fill, &[1, 2, 1], &[0, 3]);
        check(Some(5), 2, Strict, &[1, 2, 1], &[0, 1, 2]);
    }

    #[test]
    fn a_party_that_can_never_fit_holds_up_nobody() {
        check(Some(2), 1, WaitingOrder::Strict, &[3, 1, 1], &[3]);
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a time")
    }

    /// Wednesday nine o'clock to Thursday five o'clock; sign-up closes on Tuesday.
    fn event(mode: WaitingMode, after_deadline: bool) -> Event {
        let json = serde_json::json!({
            "id": Uuid::from_u128(9), "revision": 1, "kind": "conference", "slug": "s", "organisation": "o",
            "title": {}, "summary": {}, "description": {},
            "starts_at": "2027-06-16T07:00:00Z", "ends_at": "2027-06-17T15:00:00Z", "timezone": "Europe/Oslo",
            "attendance": "in_person", "contact": {"name": "n", "email": "e"}, "reminders": [],
            "sign_up": {
                "closes_at": "2027-06-15T09:00:00Z", "withdraw_until": "2027-06-16T07:00:00Z", "pools": [],
                "waiting_list": {"mode": mode, "order": "strict", "after_deadline": after_deadline},
                "party_limit": 1, "questions": [],
            },
        });
        serde_json::from_value(json).expect("an event")
    }

    const MONDAY: &str = "2027-06-14T07:00:00Z";
    const CLOSE: &str = "2027-06-15T09:00:00Z";
    const START: &str = "2027-06-16T07:00:00Z";
    const THURSDAY: &str = "2027-06-17T08:00:00Z";

    #[test]
    fn a_session_is_given_until_it_begins_and_the_event_until_that_begins() {
        use WaitingMode::{Direct, None as Never};
        let just_before = |moment| at(moment) - chrono::TimeDelta::seconds(1);
        // After the deadline too; cancelled; when the session begins; now; the event gives; the session gives.
        for (after_deadline, cancelled, begins, now, event_gives, session_gives) in [
            (true, false, Some(THURSDAY), at(MONDAY), true, true),
            (true, false, Some(THURSDAY), just_before(START), true, true),
            (true, false, Some(THURSDAY), at(START), false, true),
            (true, false, Some(THURSDAY), just_before(THURSDAY), false, true),
            (true, false, Some(THURSDAY), at(THURSDAY), false, false),
            (true, false, Some(START), just_before(START), true, true),
            (true, false, Some(START), at(START), false, false),
            // At no time of its own.
            (true, false, None, just_before(START), true, true),
            (true, false, None, at(START), false, false),
            // The list stops with the sign-up.
            (false, false, Some(THURSDAY), at(MONDAY), true, true),
            (false, false, Some(THURSDAY), at(CLOSE), false, false),
            (false, false, Some(THURSDAY), at(START), false, false),
            (true, true, Some(THURSDAY), at(MONDAY), false, false),
            (true, true, Some(THURSDAY), at(START), false, false),
        ] {
            for mode in [Direct, Never, WaitingMode::Offer { working_hours: 8 }] {
                let event = event(mode, after_deadline);
                let gives = giving(&event, cancelled, now) != Giving::Stopped;
                assert_eq!(gives, event_gives, "the event, {mode:?}, {now}");
                let gives = gives_choice(&event, cancelled, begins.map(at), now);
                assert_eq!(gives, session_gives, "the session of {begins:?}, {mode:?}, {now}");
            }
        }
    }

    proptest! {
        #[test]
        fn never_more_than_there_are_places(
            capacity in 0u32..12, taken in 0u32..12, fill in any::<bool>(), parties in proptest::collection::vec(1u8..5, 0..10),
        ) {
            let order = if fill { WaitingOrder::Fill } else { WaitingOrder::Strict };
            let promoted = refill(&places(Some(capacity), taken, order), queue(&parties));
            prop_assert!(promoted.len() as u32 <= capacity.saturating_sub(taken));
            prop_assert!(promoted.is_sorted());
            let all = queue(&parties);
            for (party, people) in (0u128..).zip(&parties) {
                let of_party = all.iter().filter(|w| w.party.as_u128() == party && promoted.contains(&w.registration));
                let moved = of_party.count();
                prop_assert!(moved == 0 || moved == usize::from(*people));
            }
            // Once is enough.
            let left: Vec<Waiting> = all.into_iter().filter(|w| !promoted.contains(&w.registration)).collect();
            let after = places(Some(capacity), taken + promoted.len() as u32, order);
            prop_assert_eq!(refill(&after, left), []);
        }
    }
}
