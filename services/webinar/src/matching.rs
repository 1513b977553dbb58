//! Decision: who of those who are signed up is meant by a name in a list. An address decides; a name alone is shown to the organiser.

mod names;

use crate::attendance_list::Listed;
use names::{Names, words};
use std::collections::HashMap;
use uuid::Uuid;

/// Somebody who is signed up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SignedUp {
    pub(crate) registration: Uuid,
    pub(crate) name: String,
    pub(crate) email: String,
}

/// Who somebody on the list is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    Sure(Uuid),
    Unsure {
        /// One of these, perhaps, or several of one name. Those of exactly this name first.
        perhaps: Vec<Uuid>,
        /// The only one of exactly this name, which stands on the list once.
        likely: Option<Uuid>,
    },
    Nobody,
}

/// More people of one name than anybody can tell apart.
const MOST: usize = 10;
/// So many can be chosen among for a whole list. More cannot be sent in one form, and nobody would look through them.
pub(crate) const MOST_TO_CHOOSE: usize = 1_500;

/// For each on the list, in its order. This takes a while where both lists are long.
pub(crate) fn matched(list: &[Listed], signed_up: &[SignedUp]) -> Vec<Match> {
    let mut by_address: HashMap<String, Vec<&SignedUp>> = HashMap::new();
    for person in signed_up {
        by_address.entry(person.email.trim().to_lowercase()).or_default().push(person);
    }
    let at_address = |listed: &Listed| listed.email.as_ref().and_then(|email| by_address.get(email));
    let names = Names::of(signed_up);
    let called: Vec<Vec<Vec<String>>> = list.iter().map(names_of).collect();
    // How often a name stands on the list where no address says whose it is.
    let mut times: HashMap<&[String], usize> = HashMap::new();
    for (listed, called) in list.iter().zip(&called) {
        if at_address(listed).is_none() {
            for name in called {
                *times.entry(name.as_slice()).or_default() += 1;
            }
        }
    }
    let one = |(listed, called): (&Listed, &Vec<Vec<String>>)| match at_address(listed) {
        Some(several) => at_one_address(several, called),
        None => {
            let alone = called.iter().all(|name| times.get(name.as_slice()) == Some(&1));
            by_name(&names, called, alone)
        }
    };
    list.iter().zip(&called).map(one).collect()
}

/// How many boxes there are to be looked at.
pub(crate) fn to_choose(matches: &[Match]) -> usize {
    let of = |found: &Match| match found {
        Match::Unsure { perhaps, .. } => perhaps.len(),
        Match::Sure(_) | Match::Nobody => 0,
    };
    matches.iter().map(of).sum()
}

/// The names that somebody has on the list, as words. The one before and the one since can be the same.
fn names_of(listed: &Listed) -> Vec<Vec<String>> {
    let mut names: Vec<Vec<String>> =
        [Some(&listed.name), listed.before.as_ref()].into_iter().flatten().map(|name| words(name)).collect();
    names.retain(|name| !name.is_empty());
    names.dedup();
    names
}

/// One address that several are signed up with: the name tells them apart, or nothing does.
fn at_one_address(several: &[&SignedUp], called: &[Vec<String>]) -> Match {
    if let [person] = several {
        return Match::Sure(person.registration);
    }
    let is_called = |person: &&&SignedUp| called.iter().any(|name| names::is_called(name, &words(&person.name)));
    let mut found = several.iter().filter(is_called);
    match (found.next(), found.next()) {
        (Some(person), None) => Match::Sure(person.registration),
        _ => {
            let perhaps = several.iter().take(MOST).map(|person| person.registration).collect();
            Match::Unsure { perhaps, likely: None }
        }
    }
}

fn by_name(names: &Names, called: &[Vec<String>], alone: bool) -> Match {
    let mut exactly: Vec<Uuid> = Vec::new();
    for name in called {
        exactly.extend(names.exactly(name));
    }
    exactly.sort_unstable();
    exactly.dedup();
    let likely = match exactly.as_slice() {
        [only] if alone => Some(*only),
        _ => None,
    };
    let mut perhaps = exactly;
    perhaps.truncate(MOST);
    for person in called.iter().flat_map(|name| names.nearly(name)) {
        if perhaps.len() >= MOST {
            break;
        }
        if !perhaps.contains(&person) {
            perhaps.push(person);
        }
    }
    match perhaps.is_empty() {
        true => Match::Nobody,
        false => Match::Unsure { perhaps, likely },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed_up(n: u128, name: &str, email: &str) -> SignedUp {
        SignedUp { registration: Uuid::from_u128(n), name: name.to_owned(), email: email.to_owned() }
    }

    fn listed(name: &str, email: &str) -> Listed {
        Listed { name: name.to_owned(), before: None, email: (!email.is_empty()).then(|| email.to_owned()) }
    }

    fn unsure(perhaps: &[u128], likely: Option<u128>) -> Match {
        let perhaps = perhaps.iter().copied().map(Uuid::from_u128).collect();
        Match::Unsure { perhaps, likely: likely.map(Uuid::from_u128) }
    }

    #[test]
    fn an_address_decides_and_a_name_only_asks() {
        let known = [
            signed_up(1, "Kari Nordmann", "Kari@kommune.example"),
            signed_up(2, "Åse Berit Moe", "ase@kommune.example"),
            signed_up(3, "Ola Berg", "post@kommune.example"),
            signed_up(4, "Eli Berg", "post@kommune.example"),
            signed_up(5, "Kari Nordmann", "kari.n@fylke.example"),
        ];
        let id = Uuid::from_u128;
        for (name, email, expected) in [
            ("Heilt anna namn", "kari@kommune.example", Match::Sure(id(1))),
            ("Eli Berg", "post@kommune.example", Match::Sure(id(4))),
            ("Postmottak", "post@kommune.example", unsure(&[3, 4], None)),
            ("Moe, Åse (Gjest)", "", unsure(&[2], None)),
            ("ÅSE MOE", "privat@heime.example", unsure(&[2], None)),
            ("Berit Moe Åse", "privat@heime.example", unsure(&[2], Some(2))),
            ("Kari Nordmann", "", unsure(&[1, 5], None)),
            ("Kari Nordmann Berg", "", unsure(&[1, 5], None)),
            ("Kari", "", Match::Nobody),
            ("Åse Haug", "", Match::Nobody),
            ("", "ukjend@kommune.example", Match::Nobody),
        ] {
            assert_eq!(matched(&[listed(name, email)], &known), [expected], "{name} {email}");
        }
        let renamed = Listed { before: Some("Åse Moe".to_owned()), ..listed("iPad", "") };
        assert_eq!(matched(&[renamed], &known), [unsure(&[2], None)]);
    }

    #[test]
    fn a_name_that_stands_there_once_on_both_sides_is_likely_and_no_other() {
        let known = [
            signed_up(1, "Kari Nordmann", "kari@kommune.example"),
            signed_up(2, "Kari Berit Nordmann", "kbn@kommune.example"),
            signed_up(3, "Ola Berg", "ola@kommune.example"),
            signed_up(4, "Ola Berg", "ob@kommune.example"),
        ];
        assert_eq!(matched(&[listed("Nordmann, Kari", "")], &known), [unsure(&[1, 2], Some(1))]);
        assert_eq!(matched(&[listed("Ola Berg", "")], &known), [unsure(&[3, 4], None)], "either, or both");
        let twice = [listed("Kari Nordmann", ""), listed("Nordmann, Kari", "")];
        assert_eq!(matched(&twice, &known), [unsure(&[1, 2], None), unsure(&[1, 2], None)]);
        // The one of them whose address is known takes nothing from the other.
        let one_known = [listed("Kari Nordmann", "kari@kommune.example"), listed("Kari Nordmann", "")];
        assert_eq!(matched(&one_known, &known), [Match::Sure(Uuid::from_u128(1)), unsure(&[1, 2], Some(1))]);
        let same = Listed { before: Some("Kari Nordmann".to_owned()), ..listed("Kari Nordmann", "") };
        assert_eq!(matched(&[same], &known), [unsure(&[1, 2], Some(1))]);
    }

    #[test]
    fn there_is_an_end_to_what_is_to_be_chosen_among() {
        let known: Vec<SignedUp> = (0..40).map(|n| signed_up(n, "Kari Nordmann", &format!("k{n}@x.example"))).collect();
        let found = matched(&[listed("Kari Nordmann", ""), listed("Ola", "")], &known);
        assert_eq!(to_choose(&found), MOST);
    }
}
