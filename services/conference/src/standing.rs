//! Decision: what the public pages say about signing up, for the whole conference, for each way of taking part and for each
//! session.

use chrono::{DateTime, Utc};
use proto::event::{Event, Form, Pool, WaitingMode};
use proto::registration::PoolPlaces;
use proto::{Localised, OccurrenceId, PoolId};
use serde::Serialize;
use std::collections::BTreeMap;

/// Where a conference stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum Standing {
    Cancelled,
    /// It has been.
    Over,
    /// It is going on, and sign-up is closed.
    Now,
    /// Sign-up has not opened yet.
    Early {
        opens_at: DateTime<Utc>,
    },
    /// One can sign up. How many places are left is known when they are limited.
    Open {
        left: Option<u32>,
    },
    /// Full, but one can wait for a place.
    FullWithList {
        waiting: u32,
    },
    /// Full.
    Full,
    /// Sign-up is closed.
    Closed,
}

impl Standing {
    /// One can sign up, or wait for a place.
    pub(crate) fn takes_sign_ups(self) -> bool {
        matches!(self, Self::Open { .. } | Self::FullWithList { .. })
    }
}

/// What registration said last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signup {
    pub(crate) open: Option<bool>,
    pub(crate) left: Option<u32>,
    pub(crate) waiting: Option<u32>,
    pub(crate) pools: BTreeMap<PoolId, PoolPlaces>,
}

/// Whether there is room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum Places {
    /// How many are left is known when they are limited.
    Open { left: Option<u32> },
    /// Full, but one can wait.
    FullWithList { waiting: u32 },
    /// Full.
    Full,
}

/// A way of taking part.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct FormOffer {
    pub(crate) form: Form,
    pub(crate) label: Localised,
    pub(crate) hint: Option<Localised>,
    pub(crate) price: Option<Localised>,
    pub(crate) places: Places,
}

/// Few enough to be worth saying in a list; more would only make the list change all the time.
const FEW: u32 = 10;

impl Places {
    /// The same as far as a list says it.
    pub(crate) fn in_a_list(self) -> Self {
        match self {
            Self::Open { left } => Self::Open { left: left.filter(|left| *left <= FEW) },
            Self::FullWithList { .. } => Self::FullWithList { waiting: 0 },
            Self::Full => Self::Full,
        }
    }

    fn of(left: Option<u32>, waiting: u32, mode: WaitingMode) -> Self {
        match left {
            Some(0) if mode == WaitingMode::None => Self::Full,
            Some(0) => Self::FullWithList { waiting },
            left => Self::Open { left },
        }
    }
}

/// Decides from what the event says and what registration said last.
pub(crate) fn standing(event: &Event, cancelled: bool, signup: &Signup, now: DateTime<Utc>) -> Standing {
    let opens_at = event.sign_up.opens_at.filter(|opens| now < *opens);
    if cancelled {
        return Standing::Cancelled;
    }
    if now >= event.ends_at {
        return Standing::Over;
    }
    if let Some(opens_at) = opens_at {
        return Standing::Early { opens_at };
    }
    // Registration closes by the clock too, and its word may be a moment late.
    if now >= event.sign_up.closes_at || signup.open == Some(false) {
        return if now >= event.starts_at { Standing::Now } else { Standing::Closed };
    }
    let mode = event.sign_up.waiting_list.mode;
    let places = match forms(event, signup).as_slice() {
        [] => Places::of(signup.left, signup.waiting.unwrap_or(0), mode),
        [only] => only.places,
        several if several.iter().any(|offer| matches!(offer.places, Places::Open { .. })) => {
            Places::Open { left: None }
        }
        _ if mode == WaitingMode::None => Places::Full,
        _ => Places::FullWithList { waiting: signup.waiting.unwrap_or(0) },
    };
    match places {
        Places::Open { left } => Standing::Open { left },
        Places::FullWithList { waiting } => Standing::FullWithList { waiting },
        Places::Full => Standing::Full,
    }
}

/// The ways of taking part that one can choose between, with their places. Empty where there is no choice.
pub(crate) fn forms(event: &Event, signup: &Signup) -> Vec<FormOffer> {
    let mode = event.sign_up.waiting_list.mode;
    let whole = |form: Option<Form>| event.sign_up.pools.iter().filter(move |pool| pool.whole && pool.form == form);
    let offer = |form: Form| {
        let own = whole(Some(form)).next()?;
        // Everybody needs the places without a form as well.
        let needed: Vec<&Pool> = whole(Some(form)).chain(whole(None)).collect();
        let left = needed.iter().filter_map(|pool| left(pool, signup)).min();
        let waiting = signup.pools.get(&own.id).map_or(0, |places| places.waiting);
        Some(FormOffer {
            form,
            label: own.label.clone(),
            hint: own.hint.clone(),
            price: own.price.clone(),
            places: Places::of(left, waiting, mode),
        })
    };
    [Form::InPerson, Form::Online].into_iter().filter_map(offer).collect()
}

/// How many of a pool are left: as registration said, else all of them. Unlimited when absent.
fn left(pool: &Pool, signup: &Signup) -> Option<u32> {
    match signup.pools.get(&pool.id) {
        Some(places) => places.left,
        None => pool.capacity,
    }
}

/// What there is room for among the sessions that people choose. Nothing is told before sign-up opens or when all is over.
pub(crate) fn session_places(event: &Event, signup: &Signup, standing: Standing) -> BTreeMap<OccurrenceId, Places> {
    if matches!(standing, Standing::Cancelled | Standing::Over | Standing::Early { .. }) {
        return BTreeMap::new();
    }
    let mode = event.sign_up.waiting_list.mode;
    let of = |pool: &Pool| {
        let waiting = signup.pools.get(&pool.id).map_or(0, |places| places.waiting);
        (OccurrenceId(pool.id.0), Places::of(left(pool, signup), waiting, mode))
    };
    event.choices().filter(|pool| pool.session.is_some()).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::{Places, Signup, Standing, forms, session_places, standing};
    use crate::timetable::example;
    use chrono::{DateTime, Utc};
    use proto::event::{Form, WaitingMode};
    use proto::registration::PoolPlaces;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn told(pools: &[(proto::PoolId, Option<u32>, u32)]) -> Signup {
        let places = |&(pool_id, left, waiting)| (pool_id, PoolPlaces { pool_id, left, taken: 0, waiting });
        Signup { open: Some(true), left: None, waiting: None, pools: pools.iter().map(places).collect() }
    }

    #[test]
    fn the_standing_turns_at_its_moments() {
        let event = example::event();
        let check = |signup: &Signup, now: &str, expected: Standing| {
            assert_eq!(standing(&event, false, signup, at(now)), expected, "{now}");
        };
        let unknown = Signup::default();
        check(&unknown, "2027-01-12T06:59:59Z", Standing::Early { opens_at: at("2027-01-12T07:00:00Z") });
        check(&unknown, "2027-01-12T07:00:00Z", Standing::Open { left: None });
        check(&Signup { open: Some(false), ..Signup::default() }, "2027-02-01T07:00:00Z", Standing::Closed);
        check(&unknown, "2027-05-01T10:00:00Z", Standing::Closed);
        check(&unknown, "2027-05-11T08:00:00Z", Standing::Now);
        check(&unknown, "2027-05-12T14:00:00Z", Standing::Over);
        assert_eq!(standing(&event, true, &unknown, at("2027-02-01T07:00:00Z")), Standing::Cancelled);
    }

    #[test]
    fn one_can_sign_up_as_long_as_one_way_of_taking_part_has_room() {
        let mut event = example::event();
        let pools: Vec<_> = event.sign_up.pools.iter().filter(|pool| pool.whole).map(|pool| pool.id).collect();
        let now = at("2027-02-01T07:00:00Z");
        let check = |event: &proto::event::Event, hall: Option<u32>, online: Option<u32>, expected: Standing| {
            let signup =
                Signup { left: Some(0), waiting: Some(3), ..told(&[(pools[0], hall, 3), (pools[1], online, 0)]) };
            assert_eq!(standing(event, false, &signup, now), expected, "{hall:?} {online:?}");
        };
        check(&event, Some(0), None, Standing::Open { left: None });
        check(&event, Some(4), Some(0), Standing::Open { left: None });
        check(&event, Some(0), Some(0), Standing::FullWithList { waiting: 3 });
        let offered = forms(&event, &told(&[(pools[0], Some(0), 3)]));
        assert_eq!(offered[0].places, Places::FullWithList { waiting: 3 });
        assert_eq!((offered[1].form, offered[1].places), (Form::Online, Places::Open { left: Some(1000) }));
        event.sign_up.waiting_list.mode = WaitingMode::None;
        check(&event, Some(0), Some(0), Standing::Full);
        event.sign_up.pools.retain(|pool| pool.form != Some(Form::Online));
        check(&event, Some(4), None, Standing::Open { left: Some(4) });
        event.sign_up.pools[0].form = None;
        assert_eq!(forms(&event, &told(&[])), [], "there is nothing to choose between");
    }

    #[test]
    fn what_sessions_have_room_for_is_told_while_it_matters() {
        let event = example::event();
        let pool = event.choices().next().unwrap().id;
        let signup = told(&[(pool, Some(0), 2)]);
        let open = session_places(&event, &signup, Standing::Open { left: None });
        assert_eq!(open[&proto::OccurrenceId(pool.0)], Places::FullWithList { waiting: 2 });
        assert_eq!(open.len(), event.choices().count());
        assert!(session_places(&event, &signup, Standing::Over).is_empty());
        assert_eq!(Places::Open { left: Some(11) }.in_a_list(), Places::Open { left: None });
        assert_eq!(Places::Open { left: Some(10) }.in_a_list(), Places::Open { left: Some(10) });
    }
}
