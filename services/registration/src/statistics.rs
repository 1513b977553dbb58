//! The numbers of an event, for a page without names: when people signed up and off, what is left of the places, and those who
//! have one, counted by what they are.
//!
//! Whoever may not see people is told no number of some kind of people that is so small that it could tell who it is. Totals stay
//! exact, so that a single hidden number can sometimes be worked out from the others. No more are hidden to prevent that: these
//! readers work with the organisers, and nothing that few may see is counted here.

pub(crate) mod drawing;
pub(crate) mod group;
pub(crate) mod over_time;
mod sheet;
#[cfg(test)]
mod tests;

pub(crate) use group::{Group, Kind, Label, Line};
pub(crate) use over_time::Day;
pub(crate) use sheet::sheet;

use crate::invitation::Standing as Invited;
use crate::pages::choices::word as form_word;
use crate::places::Places;
use crate::store::registration::State;
use crate::store::statistics::{Answered, Replied, Standing};
use chrono::{DateTime, Utc};
use proto::event::{Event, Question};
use proto::{Localised, PoolId};
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::HashMap;

/// Fewer people than this are no crowd to hide in.
pub(crate) const FEW: u32 = 3;

/// What whoever reads the numbers may see besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sight {
    /// The people themselves, and what they answered.
    People,
    Numbers,
}

/// A number of people of some kind as this reader may know it: absent where they are too few.
pub(crate) fn shown(people: u32, sight: Sight) -> Option<u32> {
    match sight {
        Sight::Numbers if (1..FEW).contains(&people) => None,
        Sight::Numbers | Sight::People => Some(people),
    }
}

/// What was counted.
pub(crate) struct Counted<'e> {
    pub(crate) standings: Vec<Standing>,
    pub(crate) signed_up: Vec<(DateTime<Utc>, u32)>,
    pub(crate) withdrew: Vec<(DateTime<Utc>, u32)>,
    pub(crate) answered: Vec<(&'e Question, Vec<Answered>)>,
    pub(crate) came_to: HashMap<PoolId, u32>,
    pub(crate) replied: Vec<Replied>,
    /// Invitations to people by name that were let go.
    pub(crate) invited: HashMap<Invited, u32>,
    /// Whom no letter reaches.
    pub(crate) undeliverable: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Statistics {
    pub(crate) totals: Totals,
    /// Whom no letter reaches, of those who have not signed off.
    pub(crate) undeliverable: u32,
    pub(crate) days: Vec<Day>,
    pub(crate) places: Vec<Place>,
    /// What became of personal invitations, if there are any, and how many were invited.
    pub(crate) invited: Option<Group>,
    pub(crate) invited_in_all: u32,
    pub(crate) groups: Vec<Group>,
    /// Somebody was noted to have come, so that not having come means something.
    pub(crate) noted: bool,
    /// The same about what was chosen.
    pub(crate) sessions_noted: bool,
}

/// All people, by where they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Totals {
    pub(crate) admitted: u32,
    pub(crate) undecided: u32,
    pub(crate) waiting: u32,
    pub(crate) offered: u32,
    pub(crate) withdrawn: u32,
    pub(crate) came: u32,
}

/// A number of places: of the event, or of something to choose.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Place {
    pub(crate) label: Localised,
    /// For those who take part in this way only: the end of the key of its words.
    pub(crate) form: Option<&'static str>,
    pub(crate) starts_at: Option<DateTime<Utc>>,
    pub(crate) ends_at: Option<DateTime<Utc>>,
    /// Absent when there is no end to them, and so for those that are left.
    pub(crate) capacity: Option<u32>,
    /// Held and offered.
    pub(crate) taken: u32,
    pub(crate) left: Option<u32>,
    pub(crate) waiting: u32,
    /// Absent where it was noted of nobody, and for the places of the event itself.
    pub(crate) came: Option<u32>,
}

/// The questions whose answers are counted: those with answers to choose from, which everybody who sees people may see.
pub(crate) fn counted_questions(event: &Event) -> impl Iterator<Item = &Question> {
    event.sign_up.questions.iter().filter(|question| !question.sensitive && group::is_counted(&question.answer))
}

/// The numbers as this reader may know them. What has no order of its own stands by size and then in this alphabet.
pub(crate) fn statistics(
    event: &Event,
    places: &Places,
    counted: &Counted<'_>,
    sight: Sight,
    alphabet: &dyn Fn(&str, &str) -> Ordering,
) -> Statistics {
    let totals = totals(&counted.standings);
    let mut groups = group::of_everybody(&counted.standings, totals, sight);
    groups.extend(group::of_replies(&counted.replied, sight));
    for (question, answered) in &counted.answered {
        groups.extend(group::of_question(question, answered, sight, alphabet));
    }
    Statistics {
        totals,
        undeliverable: counted.undeliverable,
        days: over_time::days(&counted.signed_up, &counted.withdrew, event.timezone),
        places: event.sign_up.pools.iter().filter_map(|pool| place(pool, places, &counted.came_to)).collect(),
        invited: group::of_invitations(&counted.invited, sight),
        invited_in_all: group::invited_in_all(&counted.invited),
        groups,
        noted: totals.came > 0,
        sessions_noted: !counted.came_to.is_empty(),
    }
}

fn totals(standings: &[Standing]) -> Totals {
    let mut totals = Totals::default();
    for one in standings {
        match one.state {
            State::Admitted => {
                totals.admitted += one.people;
                totals.came += one.came;
            }
            State::Waiting => totals.waiting += one.people,
            State::Offered => totals.offered += one.people,
            State::Withdrawn => totals.withdrawn += one.people,
            State::Undecided => totals.undecided += one.people,
        }
    }
    totals
}

fn place(told: &proto::event::Pool, places: &Places, came_to: &HashMap<PoolId, u32>) -> Option<Place> {
    let pool = places.pool(told.id)?;
    Some(Place {
        label: told.label.clone(),
        form: told.form.map(form_word),
        starts_at: told.starts_at,
        ends_at: told.ends_at,
        capacity: pool.capacity,
        taken: pool.taken,
        left: pool.left(),
        waiting: pool.waiting,
        came: came_to.get(&told.id).copied(),
    })
}
