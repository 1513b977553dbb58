//! Decision: who counts as having taken part in a gathering. Whoever has a place when it begins is counted as signed up, and whoever was
//! noted to be there as having come; where anybody was noted, only those who came have taken part.

use crate::store::{delegation, participant, seat};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// So many people of one member, one municipality and one role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Empty for those who signed up by themselves.
    pub(crate) member: String,
    /// Empty where it is not known which of the member's they are from.
    pub(crate) municipality: String,
    /// The word of a role; empty for those who signed up by themselves.
    pub(crate) role: String,
    pub(crate) signed_up: u32,
    pub(crate) came: u32,
}

/// What the numbers of a gathering stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Basis {
    /// It is known who came.
    Came,
    /// Nobody noted who came: everybody who had a place counts.
    SignedUp,
    /// It has not begun.
    SoFar,
}

impl Basis {
    pub(crate) fn of(counts: &[Count], has_begun: bool) -> Self {
        match has_begun {
            false => Self::SoFar,
            true if counts.iter().any(|count| count.came > 0) => Self::Came,
            true => Self::SignedUp,
        }
    }

    /// How many of these have taken part.
    pub(crate) const fn people(self, count: &Count) -> u32 {
        match self {
            Self::Came => count.came,
            Self::SignedUp | Self::SoFar => count.signed_up,
        }
    }
}

/// Counts those who have a place, each once, in an order that does not depend on that of the rows.
pub(crate) fn count(
    delegations: &[delegation::Model],
    seats: &[seat::Model],
    participants: &HashMap<Uuid, participant::Model>,
) -> Vec<Count> {
    let mut counted: BTreeMap<(String, String, String), (u32, u32)> = BTreeMap::new();
    let mut seated = BTreeSet::new();
    for seat in seats.iter().filter(|seat| seat.is_living()) {
        let Some(person) = seat.registration.and_then(|id| participants.get(&id)) else { continue };
        let Some(row) = delegations.iter().find(|row| row.id == seat.delegation) else { continue };
        if !seated.insert(person.registration) || !person.has_place {
            continue;
        }
        let key = (row.member.clone(), from(row, seat), seat.role().word().to_owned());
        add(counted.entry(key).or_default(), person);
    }
    for person in participants.values().filter(|person| person.has_place && !seated.contains(&person.registration)) {
        add(counted.entry((String::new(), String::new(), String::new())).or_default(), person);
    }
    let count =
        |((member, municipality, role), (signed_up, came))| Count { member, municipality, role, signed_up, came };
    counted.into_iter().map(count).collect()
}

fn add((signed_up, came): &mut (u32, u32), person: &participant::Model) {
    *signed_up += 1;
    *came += u32::from(person.attended);
}

/// The municipality that was told for the person, or the only one that there is.
fn from(row: &delegation::Model, seat: &seat::Model) -> String {
    match (&seat.municipality, row.municipalities.0.as_slice()) {
        (Some(told), _) => told.clone(),
        (None, [only]) => only.clone(),
        (None, _) => String::new(),
    }
}
