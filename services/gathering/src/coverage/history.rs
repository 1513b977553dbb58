//! Who has taken part before.

use super::{Since, There, counties};
use std::collections::BTreeSet;

/// Who took part in the gatherings so far.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    pub(super) members: BTreeSet<String>,
    pub(super) municipalities: BTreeSet<String>,
    pub(super) counties: BTreeSet<String>,
}

impl History {
    pub(super) fn note(&mut self, there: &There<'_>, took: bool) {
        if took {
            self.members.insert(there.identity.clone());
            self.municipalities.extend(there.municipalities.iter().cloned());
            self.counties.extend(there.municipalities.iter().map(|number| counties::of(number).to_owned()));
        }
    }
}

/// How somebody stands who takes part now.
pub(super) fn since(before: &BTreeSet<String>, who: &str) -> Since {
    if before.contains(who) { Since::Again } else { Since::First }
}
