//! Reads whom organisers want to invite, from lines that were typed or pasted and from tables: a name, an address, where they are
//! from and a language, in nearly any order, since only an address has an `@` and only a few words are languages.

use crate::address::normalised;
use crate::answers::{self, Problem};
use proto::Language;
use std::collections::HashSet;

/// People who are added at a time.
pub(crate) const AT_ONCE: usize = 500;
/// The longest name of where somebody is from, in characters.
const LONGEST_ORGANISATION: usize = 150;

/// Somebody to be invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    /// Empty where none was told.
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) organisation: String,
    /// Of the letters; absent where none was told.
    pub(crate) language: Option<Language>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// As it stands there.
    pub(crate) typed: String,
    /// Or why nobody can be invited by it.
    pub(crate) person: Result<Person, Problem>,
}

/// What becomes of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Will be invited.
    Invited,
    /// The invitation was taken back, and there will be another.
    Anew,
    /// Has an invitation.
    Before,
    SignedUp,
    /// The same address stands further up.
    Twice,
    Wrong,
}

impl Fate {
    pub(crate) const ALL: [Self; 6] =
        [Self::Invited, Self::Anew, Self::Before, Self::SignedUp, Self::Twice, Self::Wrong];

    /// The end of the key of its words.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Anew => "anew",
            Self::Before => "before",
            Self::SignedUp => "signed-up",
            Self::Twice => "twice",
            Self::Wrong => "wrong",
        }
    }

    /// Whether an invitation comes of it.
    pub(crate) const fn is_new(self) -> bool {
        matches!(self, Self::Invited | Self::Anew)
    }
}

/// Addresses as they are compared that are known at an event.
#[derive(Debug, Default)]
pub(crate) struct Surroundings {
    pub(crate) signed_up: HashSet<String>,
    pub(crate) invited: HashSet<String>,
    pub(crate) taken_back: HashSet<String>,
}

/// The lines of a text, empty ones left out.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let typed = text.lines().map(str::trim).filter(|line| !line.is_empty());
    typed.map(|typed| Line { typed: typed.to_owned(), person: person(typed) }).collect()
}

/// The rows of a table, each as a line that can be read again. A heading is none.
pub(crate) fn of_rows(rows: &[tables::Row]) -> String {
    let is_heading = rows.first().is_some_and(|row| !row.cells.iter().any(|cell| cell.contains('@')));
    let rows = rows.iter().skip(usize::from(is_heading));
    let line = |row: &tables::Row| {
        let cells = row.cells.iter().map(|cell| cell.replace([';', '\n', '\r', '\t'], " "));
        let cells: Vec<String> = cells.map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty()).collect();
        cells.join("; ")
    };
    rows.map(line).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn person(typed: &str) -> Result<Person, Problem> {
    // `Kari Nordmann <kari@kommune.no>, Volda kommune, nn`
    let bracketed = typed.split_once('<').and_then(|(before, rest)| {
        let (address, after) = rest.split_once('>')?;
        address.contains('@').then_some((before, address, after))
    });
    let (mut name, email, rest): (Option<&str>, &str, Vec<&str>) = match bracketed {
        Some((before, address, after)) => (Some(before), address, cells(after)),
        None => {
            let all = cells(typed);
            let at = all.iter().position(|cell| cell.contains('@')).ok_or(Problem::EmailWithoutAt)?;
            let others = all.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, cell)| *cell);
            (None, all[at], others.collect())
        }
    };
    let (mut language, mut organisation) = (None, "");
    for cell in rest.into_iter().map(str::trim).filter(|cell| !cell.is_empty()) {
        match self::language(cell) {
            Some(read) => language = Some(read),
            None if name.is_none() => name = Some(cell),
            None if organisation.is_empty() => organisation = cell,
            None => {}
        }
    }
    let email = answers::email(email.trim().trim_start_matches("mailto:"))?;
    let name = name.unwrap_or_default().trim().trim_matches(['"', '\'', ',', ';']).trim();
    let name = if name.is_empty() { String::new() } else { answers::name(name)? };
    let organisation: String = visible(organisation).chars().take(LONGEST_ORGANISATION).collect();
    Ok(Person { name, email, organisation, language })
}

/// What tabs or semicolons separate, and commas where there is neither.
fn cells(text: &str) -> Vec<&str> {
    let separator = ['\t', ';'].into_iter().find(|separator| text.contains(*separator)).unwrap_or(',');
    text.split(separator).map(|cell| cell.trim().trim_matches('"')).collect()
}

fn visible(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn language(cell: &str) -> Option<Language> {
    match cell.trim().to_lowercase().as_str() {
        "nn" | "nynorsk" | "norsk nynorsk" => Some(Language::Nn),
        "nb" | "no" | "bokmål" | "norsk" | "norsk bokmål" | "norska" => Some(Language::Nb),
        "sv" | "se" | "svensk" | "svenska" | "swedish" => Some(Language::Sv),
        "en" | "engelsk" | "engelska" | "english" => Some(Language::En),
        _ => None,
    }
}

/// What becomes of each line.
pub(crate) fn fates(lines: &[Line], around: &Surroundings) -> Vec<Fate> {
    let mut seen = HashSet::new();
    let mut fate = |line: &Line| {
        let Ok(person) = &line.person else { return Fate::Wrong };
        let address = normalised(&person.email);
        match () {
            () if !seen.insert(address.clone()) => Fate::Twice,
            () if around.signed_up.contains(&address) => Fate::SignedUp,
            () if around.taken_back.contains(&address) => Fate::Anew,
            () if around.invited.contains(&address) => Fate::Before,
            () => Fate::Invited,
        }
    };
    lines.iter().map(&mut fate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_read_as_they_stand_in_mail_programs_and_tables() {
        let read = |name: &str, organisation: &str, language| {
            Ok(Person {
                name: name.to_owned(),
                email: "kari@volda.kommune.no".to_owned(),
                organisation: organisation.to_owned(),
                language,
            })
        };
        let nn = Some(Language::Nn);
        for (typed, expected) in [
            ("Kari Nordmann <kari@volda.kommune.no>, Volda kommune, nn", read("Kari Nordmann", "Volda kommune", nn)),
            ("\"Nordmann, Kari\" <kari@volda.kommune.no>", read("Nordmann, Kari", "", None)),
            ("<kari@volda.kommune.no>", read("", "", None)),
            ("kari@volda.kommune.no", read("", "", None)),
            ("mailto:kari@volda.kommune.no", read("", "", None)),
            ("Kari Nordmann; kari@volda.kommune.no; Volda, Noreg; Nynorsk", read("Kari Nordmann", "Volda, Noreg", nn)),
            ("kari@volda.kommune.no\tKari Nordmann\tVolda", read("Kari Nordmann", "Volda", None)),
            ("nn, kari@volda.kommune.no, Kari Nordmann", read("Kari Nordmann", "", nn)),
            ("Kari Nordmann", Err(Problem::EmailWithoutAt)),
            ("Kari <kari@volda>", Err(Problem::EmailDomain)),
            ("www.sal.example <kari@volda.kommune.no>", Err(Problem::NameIsAnAddress)),
        ] {
            assert_eq!(person(typed), expected, "{typed}");
        }
        assert_eq!(lines("\n a@b.no \r\n\n").len(), 1);
    }

    #[test]
    fn a_table_becomes_lines_without_its_heading() {
        let row =
            |cells: &[&str]| tables::Row { line: 1, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() };
        let people = [row(&["Kari; N", "kari@x.no", "", "Volda"]), row(&["", ""])];
        let with_heading: Vec<_> = [row(&["Namn", "E-post", "", "Stad"])].into_iter().chain(people.clone()).collect();
        for rows in [&people[..], &with_heading] {
            assert_eq!(of_rows(rows), "Kari  N; kari@x.no; Volda");
        }
    }

    #[test]
    fn nobody_is_invited_twice() {
        let set = |addresses: &[&str]| addresses.iter().map(|address| (*address).to_owned()).collect();
        let around = Surroundings {
            signed_up: set(&["a@x.no"]),
            invited: set(&["b@x.no", "c@x.no"]),
            taken_back: set(&["c@x.no"]),
        };
        let lines = lines("a@x.no\nB@X.no\nc@x.no\nd@x.no\nD@x.no\ningen");
        assert_eq!(
            fates(&lines, &around),
            [Fate::SignedUp, Fate::Before, Fate::Anew, Fate::Invited, Fate::Twice, Fate::Wrong]
        );
    }
}
