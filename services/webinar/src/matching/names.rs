//! The names of those who are signed up, so that a long list finds its people without comparing everybody with everybody.

use super::SignedUp;
use std::collections::HashMap;
use uuid::Uuid;

/// The words of a name in small letters, in the order of the alphabet: `Nordmann, Kari (Gjest)` is `kari nordmann`.
pub(super) fn words(name: &str) -> Vec<String> {
    let bare = name.split('(').next().unwrap_or_default();
    let letters = |c: char| !c.is_alphanumeric() && c != '\'' && c != '’';
    let mut words: Vec<String> = bare.split(letters).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.sort();
    words.dedup();
    words
}

/// The same words, or all of the shorter name where it has at least two: middle names come and go.
pub(super) fn is_called<W: PartialEq>(one: &[W], other: &[W]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    !short.is_empty() && (short == long || short.len() >= 2) && short.iter().all(|word| long.contains(word))
}

/// A word that some name has.
type Word = usize;
/// One that none has.
const UNKNOWN: Word = Word::MAX;

/// Everybody of one name.
struct Group {
    words: Vec<Word>,
    people: Vec<Uuid>,
}

/// All of them, each name once.
pub(super) struct Names {
    words: HashMap<String, Word>,
    groups: Vec<Group>,
    by_words: HashMap<Vec<String>, usize>,
    /// For each word the groups that have it.
    with: Vec<Vec<usize>>,
    /// For each word the groups that have no rarer one: a longer name with all their words has this one too.
    rarest_of: Vec<Vec<usize>>,
}

impl Names {
    pub(super) fn of(signed_up: &[SignedUp]) -> Self {
        let mut names = Self {
            words: HashMap::new(),
            groups: Vec::new(),
            by_words: HashMap::new(),
            with: Vec::new(),
            rarest_of: Vec::new(),
        };
        for person in signed_up {
            names.add(person);
        }
        names.rarest_of = vec![Vec::new(); names.with.len()];
        for (at, group) in names.groups.iter().enumerate() {
            if let Some(rarest) = names.rarest(&group.words) {
                names.rarest_of[rarest].push(at);
            }
        }
        names
    }

    fn add(&mut self, person: &SignedUp) {
        let own = words(&person.name);
        if own.is_empty() {
            return;
        }
        if let Some(at) = self.by_words.get(&own) {
            self.groups[*at].people.push(person.registration);
            return;
        }
        let at = self.groups.len();
        let mut numbers = Vec::with_capacity(own.len());
        for word in &own {
            let next = self.words.len();
            let number = *self.words.entry(word.clone()).or_insert(next);
            if number == next {
                self.with.push(Vec::new());
            }
            self.with[number].push(at);
            numbers.push(number);
        }
        self.groups.push(Group { words: numbers, people: vec![person.registration] });
        self.by_words.insert(own, at);
    }

    fn rarest(&self, words: &[Word]) -> Option<Word> {
        words.iter().copied().min_by_key(|word| self.with[*word].len())
    }

    fn numbers(&self, name: &[String]) -> Vec<Word> {
        name.iter().map(|word| self.words.get(word).copied().unwrap_or(UNKNOWN)).collect()
    }

    /// Everybody of exactly these words.
    pub(super) fn exactly(&self, name: &[String]) -> impl Iterator<Item = Uuid> {
        self.by_words.get(name).into_iter().flat_map(|at| self.groups[*at].people.iter().copied())
    }

    /// Everybody whose name is longer or shorter than this one by some words.
    pub(super) fn nearly<'a>(&'a self, name: &[String]) -> impl Iterator<Item = Uuid> + use<'a> {
        let name = self.numbers(name);
        let looked_at = self.looked_at(&name);
        looked_at
            .into_iter()
            .map(|at| &self.groups[at])
            .filter(move |group| group.words.len() != name.len() && is_called(&name, &group.words))
            .flat_map(|group| group.people.iter().copied())
    }

    /// The groups among which they are: those with the rarest word of this name, where all its words are known, and those of
    /// which the rarest word is in it.
    fn looked_at(&self, name: &[Word]) -> Vec<usize> {
        let longer = if name.contains(&UNKNOWN) { None } else { self.rarest(name) };
        let mut groups: Vec<usize> = longer.into_iter().flat_map(|rarest| &self.with[rarest]).copied().collect();
        let known = name.iter().filter(|word| **word != UNKNOWN);
        groups.extend(known.flat_map(|word| &self.rarest_of[*word]).copied());
        groups.sort_unstable();
        groups.dedup();
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed_up(n: u128, name: &str) -> SignedUp {
        SignedUp { registration: Uuid::from_u128(n), name: name.to_owned(), email: String::new() }
    }

    #[test]
    fn few_are_looked_at_however_common_the_words_are() {
        // 40 first names and 2 000 surnames, and somebody who has written all first names into one field.
        let first: Vec<String> = (0..40).map(|n| format!("fornamn{n}")).collect();
        let people: Vec<SignedUp> = (0..2_000)
            .map(|n| signed_up(n, &format!("{} etternamn{n}", first[usize::try_from(n % 40).unwrap()])))
            .collect();
        let names = Names::of(&people);
        let of = |name: &[String]| names.looked_at(&names.numbers(name)).len();
        assert_eq!(of(&first), 50, "those with one of them, and nobody with the others");
        assert_eq!(of(&words("Fornamn1 Etternamn41")), 1);
        assert_eq!(of(&words("Fornamn1 Heilt Ukjend")), 0);
        let found: Vec<Uuid> = names.nearly(&words("Fornamn1 Mellom Etternamn41")).collect();
        assert_eq!(found, [Uuid::from_u128(41)]);
        // As many of one name as there may be are one name.
        let same: Vec<SignedUp> = (0..2_000).map(|n| signed_up(n, "Kari Nordmann")).collect();
        assert_eq!(Names::of(&same).groups.len(), 1);
    }

    #[test]
    fn it_finds_those_whom_comparing_with_everybody_would_find() {
        let some = ["a b", "a b c", "a", "b c d", "a c", "d", "c b a", "e a b", "a b c d e"];
        let people: Vec<SignedUp> = (0..).zip(some).map(|(n, name)| signed_up(n, name)).collect();
        let names = Names::of(&people);
        for name in some.into_iter().chain(["a x", "b a x", "x", "", "d c b", "a b c d e f"]) {
            let name = words(name);
            let mut found: Vec<Uuid> = names.exactly(&name).chain(names.nearly(&name)).collect();
            found.sort_unstable();
            let called = people.iter().filter(|person| is_called(&name, &words(&person.name)));
            assert_eq!(found, called.map(|person| person.registration).collect::<Vec<_>>(), "{name:?}");
        }
    }
}
