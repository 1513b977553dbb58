//! Decides who may be given which role, and keeps every organisation in the hands of somebody.

use crate::sign_in::role;
use proto::account::Role;
use proto::{AccountId, EventId};

/// An account is given roles in at most so many events: they all travel in one cookie, and browsers drop long ones.
pub const MOST_EVENTS: usize = 15;

/// Somebody who has a role in an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    pub account: AccountId,
    pub role: Role,
    /// They have signed in since they were given it, so the address is somebody's.
    pub arrived: bool,
}

/// For what a role is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The organisation and all its events.
    Organisation,
    Event(EventId),
}

impl Scope {
    /// The roles there are: accounts belong to the organisation, so an event has no owner.
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::Organisation => &Role::ALL,
            Self::Event(_) => &[Role::Editor, Role::Reader, Role::Door, Role::Numbers],
        }
    }

    /// The role that a form names, where there is such a one.
    pub fn role(self, word: &str) -> Option<Role> {
        role(word).filter(|role| self.roles().contains(role))
    }
}

/// What becomes of a change of somebody's role in an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// It was so already.
    Same,
    /// Nobody who has been here would be left to give roles.
    LastOwner,
}

/// Decides whether somebody gets another role in an organisation, or none. The one who acts is an owner.
pub fn change(holders: &[Holder], acting: AccountId, whom: AccountId, wanted: Option<Role>) -> Outcome {
    let had = holders.iter().find(|holder| holder.account == whom).map(|holder| holder.role);
    if had == wanted {
        return Outcome::Same;
    }
    let stays = |holder: &Holder| match holder.account == whom {
        true => wanted == Some(Role::Owner),
        false => holder.role == Role::Owner,
    };
    let left = holders.iter().any(|holder| stays(holder) && (holder.arrived || holder.account == acting));
    if had == Some(Role::Owner) && !left { Outcome::LastOwner } else { Outcome::Done }
}

#[cfg(test)]
mod tests {
    use super::{Holder, Outcome, Scope, change};
    use proptest::prelude::*;
    use proto::account::Role;
    use proto::{AccountId, EventId};
    use uuid::Uuid;

    fn id(number: u128) -> AccountId {
        AccountId(Uuid::from_u128(number))
    }

    fn holder(number: u128, role: Role, arrived: bool) -> Holder {
        Holder { account: id(number), role, arrived }
    }

    #[test]
    fn the_last_owner_stays_one() {
        let alone = [holder(1, Role::Owner, true), holder(2, Role::Editor, true)];
        assert_eq!(change(&alone, id(1), id(1), None), Outcome::LastOwner);
        assert_eq!(change(&alone, id(1), id(1), Some(Role::Editor)), Outcome::LastOwner);
        assert_eq!(change(&alone, id(1), id(2), Some(Role::Owner)), Outcome::Done);
        let two = [holder(1, Role::Owner, true), holder(2, Role::Owner, true)];
        assert_eq!(change(&two, id(1), id(1), None), Outcome::Done);
        assert_eq!(change(&two, id(1), id(2), None), Outcome::Done);
    }

    #[test]
    fn an_owner_who_never_came_is_nobody_to_leave_it_to() {
        let invited = [holder(1, Role::Owner, true), holder(2, Role::Owner, false)];
        assert_eq!(change(&invited, id(1), id(1), None), Outcome::LastOwner);
        assert_eq!(change(&invited, id(1), id(2), None), Outcome::Done, "an invitation is taken back");
    }

    #[test]
    fn what_is_so_already_is_no_change() {
        let alone = [holder(1, Role::Owner, true)];
        assert_eq!(change(&alone, id(1), id(1), Some(Role::Owner)), Outcome::Same);
        assert_eq!(change(&alone, id(1), id(9), None), Outcome::Same);
    }

    #[test]
    fn an_event_has_no_owner() {
        let event = Scope::Event(EventId(Uuid::from_u128(1)));
        assert_eq!((event.role("owner"), event.role("door")), (None, Some(Role::Door)));
        assert_eq!(Scope::Organisation.role("owner"), Some(Role::Owner));
        assert_eq!(Scope::Organisation.role("admin"), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn however_roles_are_changed_somebody_who_has_been_here_is_an_owner(
            steps in proptest::collection::vec((0_u128..4, 0_u128..4, proptest::option::of(0_usize..5)), 1..30)
        ) {
            let mut holders = vec![holder(0, Role::Owner, true), holder(1, Role::Editor, true), holder(2, Role::Owner, false)];
            for (acting, whom, wanted) in steps {
                let owner = holders.iter().any(|own| own.account == id(acting) && own.role == Role::Owner);
                let wanted = wanted.map(|at| Role::ALL[at]);
                if !owner || change(&holders, id(acting), id(whom), wanted) != Outcome::Done {
                    continue;
                }
                // Whoever acts has signed in.
                for own in &mut holders {
                    own.arrived |= own.account == id(acting);
                }
                let arrived = holders.iter().any(|own| own.account == id(whom) && own.arrived);
                holders.retain(|own| own.account != id(whom));
                holders.extend(wanted.map(|role| Holder { account: id(whom), role, arrived }));
                prop_assert!(holders.iter().any(|own| own.role == Role::Owner && own.arrived));
            }
        }
    }
}
