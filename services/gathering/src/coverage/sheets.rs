//! A report as tables for spreadsheets.

use super::{Line, People, Report, Since};
use crate::delegation::Role;
use crate::taking_part::Basis;
use proto::Language;
use tables::{Cell, Sheet};

/// Which table, in the order of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Table {
    Gatherings,
    Members,
    Municipalities,
    Counties,
}

impl Table {
    pub(crate) const ALL: [Self; 4] = [Self::Gatherings, Self::Members, Self::Municipalities, Self::Counties];

    /// The word in addresses and names of files.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Gatherings => "samlingar",
            Self::Members => "medlemmer",
            Self::Municipalities => "kommunar",
            Self::Counties => "fylke",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Gatherings => "gathering-coverage-gatherings",
            Self::Members => "gathering-coverage-members",
            Self::Municipalities => "gathering-municipalities",
            Self::Counties => "gathering-coverage-counties",
        }
    }
}

/// One table of the report in a language; `word` tells what a key is called.
pub(crate) fn sheet(report: &Report, table: Table, language: Language, word: &dyn Fn(&str) -> String) -> Sheet {
    let heads: &[&str] = match table {
        Table::Gatherings => &["gathering", "date", "basis", "members", "first", "again"],
        Table::Members => &["member", "took", "of", "municipalities", "since"],
        Table::Municipalities => &["number", "municipality", "county", "took", "of", "since"],
        Table::Counties => &["number", "county", "took", "of", "municipalities-took", "municipalities", "since"],
    };
    let mut head: Vec<String> = heads.iter().map(|key| word(&format!("gathering-coverage-{key}"))).collect();
    head.extend(Role::ALL.map(|role| word(&format!("gathering-role-{}", role.word()))));
    head.push(word("gathering-coverage-all"));
    if table == Table::Gatherings {
        head.push(word("gathering-coverage-others"));
    }
    let standing = |line: &Line| Cell::Text(word(&format!("gathering-coverage-{}", since(line.since))));
    let text = |text: &str| Cell::Text(text.to_owned());
    let rows = match table {
        Table::Gatherings => report
            .gatherings
            .iter()
            .map(|one| {
                let mut row = vec![
                    text(one.title.get(language)),
                    Cell::Day(one.day),
                    Cell::Text(word(&format!("gathering-coverage-{}", basis(one.basis)))),
                    Cell::Number(one.members),
                    Cell::Number(one.first),
                    Cell::Number(one.again),
                ];
                row.extend(numbers(one.people));
                row.push(Cell::Number(one.others));
                row
            })
            .collect(),
        Table::Members => of(&report.members, |line| {
            vec![
                text(&line.name),
                Cell::Number(line.took),
                Cell::Number(line.of),
                Cell::Number(line.municipalities),
                standing(line),
            ]
        }),
        Table::Municipalities => of(&report.municipalities, |line| {
            let place = [text(&line.key), text(&line.name), text(&line.county)];
            place.into_iter().chain([Cell::Number(line.took), Cell::Number(line.of), standing(line)]).collect()
        }),
        Table::Counties => of(&report.counties, |line| {
            let municipalities = [line.municipalities_took, line.municipalities].map(Cell::Number);
            let took = [line.took, line.of].map(Cell::Number);
            [text(&line.key), text(&line.name)]
                .into_iter()
                .chain(took)
                .chain(municipalities)
                .chain([standing(line)])
                .collect()
        }),
    };
    Sheet { name: word(table.key()), head, rows }
}

fn of(lines: &[Line], mut cells: impl FnMut(&Line) -> Vec<Cell>) -> Vec<Vec<Cell>> {
    let row = |line: &Line| {
        let mut row = cells(line);
        row.extend(numbers(line.people));
        row
    };
    lines.iter().map(row).collect()
}

/// Each role, and all of them.
fn numbers(people: People) -> impl Iterator<Item = Cell> {
    people.into_iter().chain([people.iter().sum()]).map(Cell::Number)
}

const fn since(since: Since) -> &'static str {
    match since {
        Since::First => "first",
        Since::Again => "again",
        Since::Absent => "absent",
    }
}

const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Came => "came",
        Basis::SignedUp => "signed_up",
        Basis::SoFar => "so_far",
    }
}
