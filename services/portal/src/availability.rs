//! Decides what is said about the places of an event.

use chrono::{DateTime, Utc};
use proto::event::{Event, Form, WaitingMode};
use serde::Serialize;

/// What the sign-up desk has told about an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signup {
    pub open: bool,
    /// Unlimited when absent.
    pub places_left: Option<u32>,
    /// Absent when there is no waiting list.
    pub waiting: Option<u32>,
}

/// Whether one can sign up, in the order of what one would want to know first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Availability {
    Cancelled,
    /// Sign-up is over, or was closed by hand.
    Closed,
    NotYetOpen {
        opens_at: DateTime<Utc>,
    },
    /// No place left, and no waiting list.
    Full,
    /// No place left; so many wait already.
    WaitingList {
        waiting: u32,
    },
    /// So many places are left; nobody counts them when absent.
    Places {
        left: Option<u32>,
    },
}

/// How many there are places for, in all ways of taking part; absent when there is no end to them.
pub fn capacity(event: &Event) -> Option<u32> {
    let whole = || event.sign_up.pools.iter().filter(|pool| pool.whole);
    let least = |form: Option<Form>| whole().filter(|pool| pool.form == form).filter_map(|pool| pool.capacity).min();
    let shared = least(None);
    let mut forms: Vec<Form> = whole().filter_map(|pool| pool.form).collect();
    forms.sort_unstable();
    forms.dedup();
    if forms.is_empty() {
        return shared;
    }
    let sum = |sum: u32, form: Form| least(Some(form)).map(|one| sum.saturating_add(one));
    match forms.into_iter().try_fold(0, sum) {
        Some(all) => Some(shared.map_or(all, |shared| all.min(shared))),
        None => shared,
    }
}

/// Decides what is said. Before the desk has told anything, what the event itself says is used.
pub fn availability(event: &Event, cancelled: bool, signup: Option<Signup>, now: DateTime<Utc>) -> Availability {
    if cancelled {
        return Availability::Cancelled;
    }
    if event.sign_up.closes_at <= now || event.ends_at <= now {
        return Availability::Closed;
    }
    if let Some(opens_at) = event.sign_up.opens_at.filter(|opens_at| now < *opens_at) {
        return Availability::NotYetOpen { opens_at };
    }
    let listed = event.sign_up.waiting_list.mode != WaitingMode::None;
    let signup =
        signup.unwrap_or_else(|| Signup { open: true, places_left: capacity(event), waiting: listed.then_some(0) });
    match (signup.places_left, signup.waiting) {
        (Some(0), Some(waiting)) if signup.open => Availability::WaitingList { waiting },
        (Some(0), _) => Availability::Full,
        _ if !signup.open => Availability::Closed,
        (left, _) => Availability::Places { left },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;
    use chrono::TimeDelta;
    use proto::event::Pool;

    fn check(change: impl FnOnce(&mut Event), signup: Option<Signup>, expected: Availability) {
        let now = samples::now();
        let mut event = samples::webinar();
        change(&mut event);
        assert_eq!(availability(&event, false, signup, now), expected);
    }

    const FULL: Signup = Signup { open: true, places_left: Some(0), waiting: None };

    #[test]
    fn what_the_desk_tells_is_said() {
        check(|_| (), Some(Signup { places_left: Some(7), ..FULL }), Availability::Places { left: Some(7) });
        check(|_| (), Some(Signup { places_left: None, ..FULL }), Availability::Places { left: None });
        check(|_| (), Some(Signup { waiting: Some(3), ..FULL }), Availability::WaitingList { waiting: 3 });
        check(|_| (), Some(FULL), Availability::Full);
        check(|_| (), Some(Signup { open: false, ..FULL }), Availability::Full);
        check(|_| (), Some(Signup { open: false, places_left: Some(2), waiting: Some(0) }), Availability::Closed);
    }

    #[test]
    fn before_the_desk_has_told_anything_the_event_speaks_for_itself() {
        check(|_| (), None, Availability::Places { left: Some(40) });
        check(|event| event.sign_up.pools[0].capacity = None, None, Availability::Places { left: None });
        let later = samples::now() + TimeDelta::days(1);
        let opens = |event: &mut Event| event.sign_up.opens_at = Some(later);
        check(opens, None, Availability::NotYetOpen { opens_at: later });
    }

    #[test]
    fn places_are_counted_in_all_ways_of_taking_part() {
        let event = |pools: &[(Option<Form>, Option<u32>)]| {
            let mut event = samples::webinar();
            let whole = event.sign_up.pools.remove(0);
            let pool = |(form, capacity): &(Option<Form>, Option<u32>)| Pool {
                form: *form,
                capacity: *capacity,
                ..whole.clone()
            };
            event.sign_up.pools = pools.iter().map(pool).collect();
            event
        };
        let (room, online) = (Some(Form::InPerson), Some(Form::Online));
        for (pools, places) in [
            (&[(None, Some(40))][..], Some(40)),
            (&[(None, None)], None),
            (&[(room, Some(120)), (online, Some(500))], Some(620)),
            (&[(room, Some(120)), (online, None)], None),
            (&[(room, Some(120)), (online, None), (None, Some(300))], Some(300)),
            (&[(room, Some(120)), (online, Some(500)), (None, Some(1000))], Some(620)),
        ] {
            assert_eq!(capacity(&event(pools)), places, "{pools:?}");
        }
    }

    #[test]
    fn a_deadline_that_has_passed_counts_even_when_the_desk_has_not_said_so_yet() {
        let open = Some(Signup { places_left: Some(7), ..FULL });
        check(|event| event.sign_up.closes_at = samples::now(), open, Availability::Closed);
        assert_eq!(availability(&samples::webinar(), true, open, samples::now()), Availability::Cancelled);
    }
}
