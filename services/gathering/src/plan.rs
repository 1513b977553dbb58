//! Decisions about a plan: who sits at which table, what an organiser can move by hand, and what becomes of it when people
//! come and go. How people are mixed is in `mixing`.

mod mixing;

use crate::delegation::Role;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

pub(crate) use mixing::{MOST_TABLES, arrange, fill};

/// What is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Tables,
    Groups,
}

impl Kind {
    pub(crate) const ALL: [Self; 2] = [Self::Tables, Self::Groups];

    /// The word in forms and columns.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Tables => "tables",
            Self::Groups => "groups",
        }
    }

    pub(crate) fn called(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What happens with those of one delegation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Mixing {
    /// They meet others.
    #[default]
    Spread,
    /// They sit together.
    Together,
}

/// By what people are seated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rules {
    /// So many at a table at most.
    pub(crate) size: u32,
    /// So many tables, and more only when there are more people; as few as will do when absent.
    #[serde(default)]
    pub(crate) tables: Option<u32>,
    #[serde(default)]
    pub(crate) mixing: Mixing,
    /// So many of one delegation at a table, where they are spread.
    #[serde(default)]
    pub(crate) of_member: Option<u32>,
    /// So many from one county at a table, where they are spread.
    #[serde(default)]
    pub(crate) of_county: Option<u32>,
    /// Somebody elected at each table, as far as there are any.
    #[serde(default)]
    pub(crate) elected: bool,
    /// Whoever a delegation sends in place of somebody sits where that person sat.
    #[serde(default)]
    pub(crate) heirs: bool,
}

/// Somebody who has a place at the gathering, as far as it matters here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Guest {
    /// The sign-up.
    pub(crate) person: Uuid,
    /// Absent for those who signed up by themselves.
    pub(crate) delegation: Option<Uuid>,
    pub(crate) county: Option<String>,
    pub(crate) role: Option<Role>,
}

/// Who sits where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Arrangement {
    /// In the order of their numbers, which stay when a table is taken away.
    pub(crate) tables: Vec<Table>,
    /// Where somebody of a delegation sat who does not come, the oldest first.
    #[serde(default)]
    pub(crate) holes: Vec<Hole>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Table {
    pub(crate) number: u32,
    /// Nobody is moved to it or away from it.
    #[serde(default)]
    pub(crate) locked: bool,
    pub(crate) people: Vec<Seated>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Seated {
    pub(crate) person: Uuid,
    #[serde(default)]
    pub(crate) locked: bool,
    /// Kept with it, for it is not known any more once the person has left.
    #[serde(default)]
    pub(crate) delegation: Option<Uuid>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Hole {
    pub(crate) table: u32,
    pub(crate) delegation: Uuid,
}

/// What somebody does to a plan by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edit {
    /// To this table, from another or from none; away from every table when absent.
    Move {
        person: Uuid,
        to: Option<u32>,
    },
    Swap {
        one: Uuid,
        other: Uuid,
    },
    LockPerson {
        person: Uuid,
        locked: bool,
    },
    LockTable {
        table: u32,
        locked: bool,
    },
    AddTable,
    /// Takes an empty table away.
    DropTable {
        table: u32,
    },
}

/// Why something cannot be done to a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The person or the table is not there any more.
    Unknown,
    /// All seats at the table are taken.
    Full,
    /// The person or the table is locked.
    Locked,
    /// People sit there.
    NotEmpty,
}

/// What has changed without an organiser's doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub(crate) enum News {
    /// The person does not come, and the seat is empty.
    Left { person: Uuid, table: u32 },
    /// The person sits where somebody of the same delegation sat.
    Took { person: Uuid, table: u32 },
}

/// A rule that does not hold at a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Breach {
    OfMember,
    OfCounty,
    NoElected,
    Divided,
}

impl Arrangement {
    /// At which table somebody sits.
    #[cfg(test)]
    pub(crate) fn table_of(&self, person: Uuid) -> Option<u32> {
        self.tables.iter().find(|table| table.has(person)).map(|table| table.number)
    }

    pub(crate) fn table(&self, number: u32) -> Option<&Table> {
        self.tables.iter().find(|table| table.number == number)
    }

    /// Everybody who sits somewhere, with the number of the table.
    pub(crate) fn seated(&self) -> BTreeMap<Uuid, u32> {
        let each = |table: &Table| table.people.iter().map(|one| (one.person, table.number)).collect::<Vec<_>>();
        self.tables.iter().flat_map(each).collect()
    }

    /// Does what somebody wants by hand, or says why it cannot be done. Rules of mixing do not bind people.
    pub(crate) fn edit(&mut self, edit: Edit, guests: &[Guest], rules: &Rules) -> Result<(), Refusal> {
        match edit {
            Edit::Move { person, to } => self.move_to(person, to, guests, rules),
            Edit::Swap { one, other } => self.swap(one, other),
            Edit::LockPerson { person, locked } => {
                let mut seated = self.tables.iter_mut().flat_map(|table| &mut table.people);
                seated.find(|seated| seated.person == person).ok_or(Refusal::Unknown)?.locked = locked;
                Ok(())
            }
            Edit::LockTable { table, locked } => {
                self.tables.iter_mut().find(|one| one.number == table).ok_or(Refusal::Unknown)?.locked = locked;
                Ok(())
            }
            Edit::AddTable => {
                self.add_table();
                Ok(())
            }
            Edit::DropTable { table } => {
                let found = self.table(table).ok_or(Refusal::Unknown)?;
                if !found.people.is_empty() {
                    return Err(Refusal::NotEmpty);
                }
                self.tables.retain(|one| one.number != table);
                self.holes.retain(|hole| hole.table != table);
                Ok(())
            }
        }
    }

    fn move_to(&mut self, person: Uuid, to: Option<u32>, guests: &[Guest], rules: &Rules) -> Result<(), Refusal> {
        let guest = guests.iter().find(|guest| guest.person == person).ok_or(Refusal::Unknown)?;
        if self.is_held(person) {
            return Err(Refusal::Locked);
        }
        if let Some(number) = to {
            let table = self.table(number).ok_or(Refusal::Unknown)?;
            if table.has(person) {
                return Ok(());
            }
            if table.locked {
                return Err(Refusal::Locked);
            }
            if table.people.len() >= room(rules) {
                return Err(Refusal::Full);
            }
        }
        self.take_off(person);
        let seated = Seated { person, locked: false, delegation: guest.delegation };
        if let Some(table) = self.tables.iter_mut().find(|table| Some(table.number) == to) {
            table.people.push(seated);
        }
        Ok(())
    }

    fn swap(&mut self, one: Uuid, other: Uuid) -> Result<(), Refusal> {
        if self.is_held(one) || self.is_held(other) {
            return Err(Refusal::Locked);
        }
        let at = |person: Uuid| {
            let seat = |table: &Table| table.people.iter().position(|seated| seated.person == person);
            self.tables.iter().enumerate().find_map(|(index, table)| Some((index, seat(table)?)))
        };
        let (here, there) = (at(one).ok_or(Refusal::Unknown)?, at(other).ok_or(Refusal::Unknown)?);
        let moved = self.tables[here.0].people[here.1].clone();
        let back = std::mem::replace(&mut self.tables[there.0].people[there.1], moved);
        self.tables[here.0].people[here.1] = back;
        Ok(())
    }

    /// Whether the person, or the table they sit at, is locked.
    fn is_held(&self, person: Uuid) -> bool {
        let table = self.tables.iter().find(|table| table.has(person));
        table.is_some_and(|table| table.locked || table.people.iter().any(|one| one.person == person && one.locked))
    }

    fn take_off(&mut self, person: Uuid) {
        for table in &mut self.tables {
            table.people.retain(|seated| seated.person != person);
        }
    }

    /// Adds a table with the smallest number that is free; tells its place among the tables.
    fn add_table(&mut self) -> usize {
        let taken: BTreeSet<u32> = self.tables.iter().map(|table| table.number).collect();
        let number = (1..).find(|number| !taken.contains(number)).unwrap_or(u32::MAX);
        let at = self.tables.partition_point(|table| table.number < number);
        self.tables.insert(at, Table { number, locked: false, people: Vec::new() });
        at
    }

    /// Brings a plan up to what is so: whoever does not come leaves an empty seat, and whom their delegation sends instead
    /// takes it where that is the rule. Nobody else is moved.
    pub(crate) fn follow(&mut self, guests: &[Guest], rules: &Rules) -> Vec<News> {
        let mut news = Vec::new();
        let come: BTreeMap<Uuid, &Guest> = guests.iter().map(|guest| (guest.person, guest)).collect();
        for table in &mut self.tables {
            for seated in &mut table.people {
                // It may have become known later than the sign-up.
                if let Some(guest) = come.get(&seated.person) {
                    seated.delegation = guest.delegation;
                }
            }
            let number = table.number;
            for gone in table.people.extract_if(.., |seated| !come.contains_key(&seated.person)) {
                news.push(News::Left { person: gone.person, table: number });
                self.holes.extend(gone.delegation.map(|delegation| Hole { table: number, delegation }));
            }
        }
        if !rules.heirs {
            self.holes.clear();
            return news;
        }
        let seated = self.seated();
        let newcomers = come.values().filter(|guest| !seated.contains_key(&guest.person));
        for guest in newcomers {
            let Some(delegation) = guest.delegation else { continue };
            let has_room = |hole: &Hole| self.table(hole.table).is_some_and(|table| table.people.len() < room(rules));
            let Some(at) = self.holes.iter().position(|hole| hole.delegation == delegation && has_room(hole)) else {
                continue;
            };
            let hole = self.holes.remove(at);
            if let Some(table) = self.tables.iter_mut().find(|table| table.number == hole.table) {
                table.people.push(Seated { person: guest.person, locked: false, delegation: Some(delegation) });
                news.push(News::Took { person: guest.person, table: hole.table });
            }
        }
        news
    }

    /// Those who have a place and sit nowhere.
    pub(crate) fn newcomers<'g>(&self, guests: &'g [Guest]) -> Vec<&'g Guest> {
        let seated = self.seated();
        guests.iter().filter(|guest| !seated.contains_key(&guest.person)).collect()
    }

    /// What does not hold at a table, each rule once.
    pub(crate) fn breaches(&self, table: &Table, guests: &BTreeMap<Uuid, &Guest>, rules: &Rules) -> Vec<Breach> {
        let here: Vec<&Guest> = table.people.iter().filter_map(|one| guests.get(&one.person).copied()).collect();
        let most = |counts: BTreeMap<String, u32>| counts.into_values().max().unwrap_or_default();
        let count = |of: fn(&Guest) -> Option<String>| {
            let mut counts = BTreeMap::new();
            for key in here.iter().filter_map(|guest| of(guest)) {
                *counts.entry(key).or_insert(0_u32) += 1;
            }
            counts
        };
        let of_member = most(count(|guest| guest.delegation.map(|id| id.to_string())));
        let of_county = most(count(|guest| guest.county.clone()));
        let spread = rules.mixing == Mixing::Spread;
        let elected = here.iter().any(|guest| guest.role == Some(Role::Elected));
        let elsewhere = |guest: &&Guest| {
            let mut others =
                self.tables.iter().filter(|other| other.number != table.number).flat_map(|other| &other.people);
            guest.delegation.is_some() && others.any(|other| other.delegation == guest.delegation)
        };
        let divided = !spread && here.iter().any(elsewhere);
        [
            (Breach::OfMember, spread && rules.of_member.is_some_and(|most| of_member > most)),
            (Breach::OfCounty, spread && rules.of_county.is_some_and(|most| of_county > most)),
            (Breach::NoElected, rules.elected && !here.is_empty() && !elected),
            (Breach::Divided, divided),
        ]
        .into_iter()
        .filter_map(|(breach, is_so)| is_so.then_some(breach))
        .collect()
    }
}

impl Table {
    fn has(&self, person: Uuid) -> bool {
        self.people.iter().any(|seated| seated.person == person)
    }
}

/// So many can sit at a table.
fn room(rules: &Rules) -> usize {
    usize::try_from(rules.size).unwrap_or(usize::MAX).max(1)
}

/// Whom something is to be told: where they sit, if it is another table than they were told, and nothing if they sit nowhere
/// now. Those who do not come are told nothing here.
pub(crate) fn untold(
    arrangement: &Arrangement,
    told: &BTreeMap<Uuid, u32>,
    guests: &[Guest],
) -> BTreeMap<Uuid, Option<u32>> {
    let seated = arrangement.seated();
    let each = guests.iter().map(|guest| (guest.person, seated.get(&guest.person).copied()));
    each.filter(|(person, table)| told.get(person) != table.as_ref()).collect()
}

#[cfg(test)]
mod tests;
