//! Decisions about a delegation: whom it can name, when its seats are released, and where it stands.

use chrono::{DateTime, TimeDelta, Utc};
use proto::SeatId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// In which capacity somebody comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Role {
    Elected,
    Leadership,
    Professional,
    Other,
}

impl Role {
    pub(crate) const ALL: [Self; 4] = [Self::Elected, Self::Leadership, Self::Professional, Self::Other];

    /// The word in files, forms and columns.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Elected => "elected",
            Self::Leadership => "leadership",
            Self::Professional => "professional",
            Self::Other => "other",
        }
    }

    pub(crate) fn called(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// Whether the mix of roles is a wish or a condition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Mix {
    #[default]
    Advice,
    Duty,
}

/// What holds for all delegations of a gathering.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rules {
    /// Seats of a member of which nothing else is said.
    pub(crate) seats: u32,
    /// Members with another number of seats.
    #[serde(default)]
    pub(crate) seats_of: BTreeMap<String, u32>,
    /// The members that are invited; all of the network when absent.
    #[serde(default)]
    pub(crate) only: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) at_least: BTreeMap<Role, u32>,
    #[serde(default)]
    pub(crate) at_most: BTreeMap<Role, u32>,
    #[serde(default)]
    pub(crate) mix: Mix,
    /// How many seats more a delegation may ask for.
    #[serde(default)]
    pub(crate) extra: u32,
    /// Until when names are asked for, told in letters.
    pub(crate) answer_before: Option<DateTime<Utc>>,
    /// When seats without a name go to everybody.
    pub(crate) release_at: Option<DateTime<Utc>>,
}

impl Rules {
    /// How many seats a member has to begin with.
    pub(crate) fn seats(&self, member: &str) -> u32 {
        self.seats_of.get(member).copied().unwrap_or(self.seats)
    }

    /// The next deadline that has not passed.
    pub(crate) fn next_deadline(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        [self.answer_before, self.release_at].into_iter().flatten().filter(|at| now < *at).min()
    }

    pub(crate) fn invites(&self, member: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only.iter().any(|key| key == member))
    }
}

/// Somebody who has a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) seat: SeatId,
    pub(crate) role: Role,
    /// The address in the shape in which addresses are compared.
    pub(crate) address: String,
    /// They have a place besides the one that is kept for the delegation.
    pub(crate) own_place: bool,
}

/// For so long after a reminder there is no other.
const NOT_AGAIN: TimeDelta = TimeDelta::hours(1);

/// A delegation as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Delegation {
    /// In all. After the release no more than there are names, and what was given besides since then.
    pub(crate) seats: u32,
    pub(crate) named: Vec<Named>,
    pub(crate) invited: bool,
    pub(crate) opened: bool,
    pub(crate) declined: bool,
    pub(crate) released: bool,
}

/// What organisers and the contact see of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Standing {
    NotInvited,
    Invited,
    Opened,
    PartlyNamed,
    Complete,
    Declined,
}

impl Standing {
    pub(crate) const ALL: [Self; 6] =
        [Self::NotInvited, Self::Invited, Self::Opened, Self::PartlyNamed, Self::Complete, Self::Declined];

    /// Whether names are still to come from it.
    pub(crate) const fn is_missing(self) -> bool {
        matches!(self, Self::Invited | Self::Opened | Self::PartlyNamed)
    }
}

/// Why somebody cannot be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoSeat {
    /// All seats have a name.
    Full,
    /// All seats of this role have a name.
    RoleFull(Role),
    /// The seats left are for a role that must come.
    KeptFor(Role),
    /// The person has a seat in this delegation.
    Twice,
    /// The member has declined.
    Declined,
    /// The gathering is cancelled or has begun.
    TooLate,
}

impl Delegation {
    pub(crate) fn names(&self) -> u32 {
        u32::try_from(self.named.len()).unwrap_or(u32::MAX)
    }

    pub(crate) fn names_of(&self, role: Role) -> u32 {
        u32::try_from(self.named.iter().filter(|named| named.role == role).count()).unwrap_or(u32::MAX)
    }

    pub(crate) fn left(&self) -> u32 {
        if self.declined { 0 } else { self.seats.saturating_sub(self.names()) }
    }

    /// Places that are kept for it and that nobody has: for those who are not named, and for whoever comes in place of those
    /// who have one of their own.
    fn kept(&self) -> u32 {
        let own = self.named.iter().filter(|named| named.own_place).count();
        self.left().saturating_add(u32::try_from(own).unwrap_or(u32::MAX))
    }

    /// How many seats there are of one role at most.
    pub(crate) fn seats_of(&self, role: Role, rules: &Rules) -> u32 {
        rules.at_most.get(&role).copied().unwrap_or(self.seats).min(self.seats)
    }

    /// How many more of each role must, or should, come.
    pub(crate) fn lacks(&self, rules: &Rules) -> BTreeMap<Role, u32> {
        let lack = |(role, wanted): (&Role, &u32)| (*role, wanted.saturating_sub(self.names_of(*role)));
        rules.at_least.iter().map(lack).filter(|(_, lack)| *lack > 0).collect()
    }

    pub(crate) fn standing(&self) -> Standing {
        match () {
            () if self.declined => Standing::Declined,
            () if self.left() == 0 && !self.named.is_empty() => Standing::Complete,
            () if !self.named.is_empty() => Standing::PartlyNamed,
            () if self.opened => Standing::Opened,
            () if self.invited => Standing::Invited,
            () => Standing::NotInvited,
        }
    }

    /// Whether names are still to come from it, and there are seats for them.
    pub(crate) fn is_missing(&self) -> bool {
        self.standing().is_missing() && self.left() > 0
    }

    /// Whether it is reminded when an organiser says so: not twice at once.
    pub(crate) fn is_reminded(&self, before: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
        self.is_missing() && before.is_none_or(|before| now >= before + NOT_AGAIN)
    }

    /// Whether somebody can be named.
    pub(crate) fn may_name(&self, rules: &Rules, role: Role, address: &str, is_over: bool) -> Result<(), NoSeat> {
        if is_over {
            return Err(NoSeat::TooLate);
        }
        if self.declined {
            return Err(NoSeat::Declined);
        }
        if self.named.iter().any(|named| named.address == address) {
            return Err(NoSeat::Twice);
        }
        if self.left() == 0 {
            return Err(NoSeat::Full);
        }
        if self.names_of(role) >= self.seats_of(role, rules) {
            return Err(NoSeat::RoleFull(role));
        }
        if rules.mix == Mix::Duty {
            let lacks = self.lacks(rules);
            let needed: u32 = lacks.values().sum();
            if !lacks.contains_key(&role)
                && self.left() <= needed
                && let Some(kept_for) = lacks.keys().next()
            {
                return Err(NoSeat::KeptFor(*kept_for));
            }
        }
        Ok(())
    }

    /// Whether somebody can be named in place of another.
    pub(crate) fn may_replace(
        &self,
        rules: &Rules,
        seat: SeatId,
        role: Role,
        address: &str,
        is_over: bool,
    ) -> Result<(), NoSeat> {
        self.without(seat).may_name(rules, role, address, is_over)
    }

    /// The delegation when one has left. After the release the seat is kept for whoever comes instead at once, and for
    /// nobody else: see [`Delegation::clear`].
    fn without(&self, seat: SeatId) -> Self {
        let named = self.named.iter().filter(|named| named.seat != seat).cloned().collect();
        Self { named, ..self.clone() }
    }

    /// Takes somebody back. Once the seats are released, theirs goes to everybody too.
    pub(crate) fn clear(&mut self, seat: SeatId) -> bool {
        let before = self.named.len();
        self.named.retain(|named| named.seat != seat);
        let cleared = self.named.len() < before;
        if cleared && self.released {
            self.seats = self.seats.saturating_sub(1);
        }
        cleared
    }

    /// Lets go of the seats that have no name. They are everybody's from then on.
    pub(crate) fn release(&mut self) {
        self.released = true;
        self.seats = self.names();
    }

    /// The member does not come.
    pub(crate) fn decline(&mut self) {
        self.declined = true;
        self.seats = 0;
        self.named.clear();
    }

    /// The member comes after all, with so many seats.
    pub(crate) fn come(&mut self, seats: u32) {
        self.declined = false;
        // What was released is everybody's.
        self.seats = if self.released { 0 } else { seats };
    }

    /// Gives as many more seats as were asked for, and as there are.
    pub(crate) fn grant(&mut self, wanted: u32, free: u32) -> u32 {
        let granted = if self.declined { 0 } else { wanted.min(free) };
        self.seats = self.seats.saturating_add(granted);
        granted
    }
}

/// How many places nobody has and that are kept for nobody; absent when there is no end to them. `taken` counts everybody
/// who has a place, and so those who are named.
pub(crate) fn free_places(capacity: Option<u32>, taken: u32, delegations: &[Delegation]) -> Option<u32> {
    let kept: u32 = delegations.iter().map(Delegation::kept).fold(0, u32::saturating_add);
    capacity.map(|capacity| capacity.saturating_sub(taken).saturating_sub(kept))
}

#[cfg(test)]
mod tests;
