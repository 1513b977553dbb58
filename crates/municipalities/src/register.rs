//! The tables, read once.

use super::fold::{fold, shapes};
use proto::event::Country;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// The country that a municipality is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Land {
    No,
    Se,
}

impl Land {
    /// The code in form values and stored answers.
    pub const fn code(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Se => "se",
        }
    }

    /// The country with this code.
    pub fn coded(code: &str) -> Option<Self> {
        [Self::No, Self::Se].into_iter().find(|land| land.code() == code)
    }

    /// True when a question about this country takes it.
    pub const fn is_in(self, country: Country) -> bool {
        matches!((self, country), (_, Country::Both) | (Self::No, Country::No) | (Self::Se, Country::Se))
    }
}

/// One municipality.
#[derive(Debug, PartialEq, Eq)]
pub struct Municipality {
    pub land: Land,
    /// Always four characters: "0301".
    pub number: String,
    /// The name in Norwegian or Swedish.
    pub name: String,
    pub official: String,
    /// The names in the Sámi languages and Kven.
    pub other: Vec<String>,
    pub county: String,
    folded: Vec<String>,
}

impl Municipality {
    /// Every name it goes by, the Norwegian or Swedish one first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.other.iter().map(String::as_str))
    }

    /// "Volda (Møre og Romsdal)": how it is shown back.
    pub fn shown(&self) -> String {
        format!("{} ({})", self.name, self.county)
    }

    /// "no-1577": its value in forms, and what it is kept as.
    pub fn value(&self) -> String {
        format!("{}-{}", self.land.code(), self.number)
    }

    /// All names in the shape they are compared in.
    pub(super) fn folded(&self) -> &[String] {
        &self.folded
    }
}

/// All municipalities, in the order of their names.
pub struct Register {
    all: Vec<Municipality>,
}

static REGISTER: LazyLock<Register> = LazyLock::new(|| {
    let norwegian = include_str!("../no.csv");
    let swedish = include_str!("../se.csv");
    let mut all: Vec<_> = rows(norwegian).filter_map(|row| norwegian_row(&row)).collect();
    all.extend(rows(swedish).filter_map(|row| swedish_row(&row)));
    Register { all }
});

impl Register {
    pub fn get() -> &'static Self {
        &REGISTER
    }

    pub fn all(&self) -> &[Municipality] {
        &self.all
    }

    /// What a list of suggestions offers: each name, with the county where the name alone says too little.
    pub fn suggestions(&'static self, country: Country) -> Vec<String> {
        let wanted: Vec<_> = self.all.iter().filter(|m| m.land.is_in(country)).collect();
        let mut offered: Vec<String> = wanted
            .iter()
            .flat_map(|m| {
                m.names().map(|name| {
                    let shared = wanted.iter().filter(|other| other.names().any(|n| n == name)).count() > 1;
                    if shared { format!("{name} ({})", m.county) } else { name.to_owned() }
                })
            })
            .collect();
        offered.sort_by_key(|name| (fold(name), name.clone()));
        offered.dedup();
        offered
    }
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<String>> {
    table.lines().skip(1).filter(|line| !line.trim().is_empty()).map(cells)
}

/// The cells of one line; a cell with a comma in it stands in quotes.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for character in line.trim_end_matches('\r').chars() {
        match (character, cells.last_mut()) {
            ('"', _) => quoted = !quoted,
            (',', _) if !quoted => cells.push(String::new()),
            (_, Some(cell)) => cell.push(character),
            (_, None) => {}
        }
    }
    cells
}

fn norwegian_row(row: &[String]) -> Option<Municipality> {
    let [number, name, official, sami, kven, _county_number, county] = row else { return None };
    let other = sami.split('|').chain(kven.split('|')).map(str::trim).filter(|name| !name.is_empty());
    Some(Municipality::new(Land::No, number, name, official, other.map(str::to_owned).collect(), county))
}

fn swedish_row(row: &[String]) -> Option<Municipality> {
    let [number, name, _county_number, county] = row else { return None };
    Some(Municipality::new(Land::Se, number, name, name, Vec::new(), county))
}

impl Municipality {
    fn new(land: Land, number: &str, name: &str, official: &str, other: Vec<String>, county: &str) -> Self {
        let mut folded: Vec<String> = std::iter::once(name)
            .chain(other.iter().map(String::as_str))
            .chain(std::iter::once(official))
            .flat_map(shapes)
            .collect();
        folded.sort();
        folded.dedup();
        Self {
            land,
            number: number.trim().to_owned(),
            name: name.trim().to_owned(),
            official: official.trim().to_owned(),
            other,
            county: county.trim().to_owned(),
            folded,
        }
    }
}
