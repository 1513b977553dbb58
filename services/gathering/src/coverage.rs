//! Decision: what is reported of who took part. Members are those on the day of each gathering; municipalities are told as they are now,
//! where one has become part of another.

pub(crate) mod counties;
pub(crate) mod drawing;
mod history;
pub(crate) mod sheets;
#[cfg(test)]
mod tests;

use crate::delegation::Role;
use crate::network::{Kind, Member, as_of};
use crate::taking_part::{Basis, Count};
use chrono::{DateTime, NaiveDate, Utc};
use history::History;
use proto::Localised;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A gathering and what was counted of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Held {
    pub(crate) slug: String,
    pub(crate) title: Localised,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
    pub(crate) timezone: String,
    /// When it began, by the calendar of the place.
    pub(crate) day: NaiveDate,
    pub(crate) basis: Basis,
    /// The members that were invited; all when absent.
    pub(crate) only: Option<Vec<String>>,
    pub(crate) counts: Vec<Count>,
    /// Name and municipalities of the members as they were invited: for those that the network has forgotten.
    pub(crate) invited: BTreeMap<String, (String, Vec<String>)>,
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Asked {
    pub(crate) from: Option<NaiveDate>,
    /// The last day.
    pub(crate) to: Option<NaiveDate>,
    pub(crate) phase: Option<String>,
    /// One gathering alone, also one that has not begun.
    pub(crate) gathering: Option<String>,
}

impl Asked {
    fn is_about(&self, held: &Held) -> bool {
        let within = self.from.is_none_or(|from| from <= held.day) && self.to.is_none_or(|to| held.day <= to);
        match &self.gathering {
            Some(slug) => *slug == held.slug,
            None => within && held.basis != Basis::SoFar,
        }
    }
}

/// People by role, in the order of [`Role::ALL`].
pub(crate) type People = [u32; 4];

/// Whether and since when somebody takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Since {
    /// Never before what is reported.
    First,
    /// Also in a gathering before.
    Again,
    Absent,
}

/// A member, a municipality or a county.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Line {
    /// The number of a municipality or county, the key of a member.
    pub(crate) key: String,
    pub(crate) name: String,
    /// Where a municipality is; empty for others.
    pub(crate) county: String,
    /// Gatherings in which it took part, of those on whose day it was in the network.
    pub(crate) took: u32,
    pub(crate) of: u32,
    /// Of a member or county: its municipalities that took part, and all of them.
    pub(crate) municipalities_took: u32,
    pub(crate) municipalities: u32,
    /// Those of whom it is known that they come from there.
    pub(crate) people: People,
    pub(crate) since: Since,
}

impl Line {
    pub(crate) fn all(&self) -> u32 {
        self.people.iter().sum()
    }
}

/// What one gathering came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Gathered {
    pub(crate) slug: String,
    pub(crate) title: Localised,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
    pub(crate) timezone: String,
    pub(crate) day: NaiveDate,
    pub(crate) basis: Basis,
    pub(crate) members: u32,
    pub(crate) first: u32,
    pub(crate) again: u32,
    pub(crate) people: People,
    /// Those who signed up without a delegation.
    pub(crate) others: u32,
}

/// Who took part, in everything that was asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Report {
    /// In order of time.
    pub(crate) gatherings: Vec<Gathered>,
    pub(crate) members: Vec<Line>,
    pub(crate) municipalities: Vec<Line>,
    /// Also those without a member: all there are.
    pub(crate) counties: Vec<Line>,
    pub(crate) people: People,
    pub(crate) others: u32,
    /// Those of regions in several counties of whom it is not known which they come from.
    pub(crate) of_no_county: u32,
}

impl Report {
    /// Municipalities of which it is known that somebody came from there.
    pub(crate) fn own(&self) -> usize {
        self.municipalities.iter().filter(|line| line.all() > 0).count()
    }
}

/// So many of these took part.
pub(crate) fn took(lines: &[Line]) -> usize {
    lines.iter().filter(|line| line.took > 0).count()
}

/// A member on the day of a gathering.
struct There<'a> {
    /// The same after a merger.
    identity: String,
    /// What it was counted under.
    key: &'a str,
    name: &'a str,
    /// It is called so now, and not only before a merger.
    is_now: bool,
    /// As they are now.
    municipalities: BTreeSet<String>,
}

/// Where municipalities went.
struct Merged<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Merged<'a> {
    fn of(members: &'a [Member]) -> Self {
        let memberships = members.iter().flat_map(|member| &member.memberships);
        Self(memberships.filter_map(|one| Some((one.municipality.as_str(), one.successor.as_deref()?))).collect())
    }

    /// The municipality that it is now. What goes round in a circle stays where it stands.
    fn now(&self, number: &str) -> String {
        let mut at = number;
        for _ in 0..self.0.len() {
            match self.0.get(at) {
                Some(next) if *next != number => at = next,
                _ => break,
            }
        }
        at.to_owned()
    }
}

/// Who was in the network on the day, and those who were counted although the network knows nothing of them any more.
fn there<'a>(held: &'a Held, members: &'a [Member], merged: &Merged<'_>, phase: Option<&str>) -> Vec<There<'a>> {
    let mut all: Vec<There<'a>> = Vec::new();
    let on_the_day = as_of(members, held.day);
    for one in &on_the_day {
        let key = one.member.key.as_str();
        if held.only.as_ref().is_some_and(|only| !only.iter().any(|other| other == key)) {
            continue;
        }
        let of_phase =
            one.memberships.iter().filter(|own| phase.is_none_or(|phase| own.phase.as_deref() == Some(phase)));
        let municipalities: BTreeSet<String> = of_phase.map(|own| merged.now(&own.municipality)).collect();
        if municipalities.is_empty() {
            continue;
        }
        let identity = match (one.member.kind, municipalities.first()) {
            (Kind::Municipality, Some(number)) => of_municipality(number),
            _ => key.to_owned(),
        };
        let is_now = one.memberships.iter().all(|own| municipalities.contains(&own.municipality));
        all.push(There { identity, key, name: &one.member.name, is_now, municipalities });
    }
    if phase.is_some() {
        return all;
    }
    let known: BTreeSet<&str> = all.iter().map(|one| one.key).collect();
    let counted = held.counts.iter().filter(|count| held.basis.people(count) > 0).map(|count| count.member.as_str());
    let counted: BTreeSet<&str> = counted.filter(|key| !key.is_empty() && !known.contains(key)).collect();
    for key in counted {
        let (name, municipalities) = match held.invited.get(key) {
            Some((name, numbers)) => (name.as_str(), numbers.iter().map(|number| merged.now(number)).collect()),
            None => (key, BTreeSet::new()),
        };
        let identity = match (municipalities.len(), municipalities.first()) {
            (1, Some(number)) => of_municipality(number),
            _ => key.to_owned(),
        };
        all.push(There { identity, key, name, is_now: false, municipalities });
    }
    all
}

/// Who a member is that is one municipality, whatever key it had and whatever it was called.
fn of_municipality(number: &str) -> String {
    format!("municipality {number}")
}

/// Reports what is asked for. `held` are all gatherings of the network that take place or have; `name` tells what a municipality is called.
pub(crate) fn report(
    held: &[Held],
    members: &[Member],
    asked: &Asked,
    name: impl Fn(&str) -> Option<String>,
) -> Report {
    let merged = Merged::of(members);
    let mut held: Vec<&Held> = held.iter().collect();
    held.sort_by(|one, other| (one.starts_at, &one.slug).cmp(&(other.starts_at, &other.slug)));
    let mut history = History::default();
    let mut report = Report::default();
    let mut building =
        Building { name: &name, members: Lines::new(), municipalities: Lines::new(), counties: Lines::new() };
    for county in counties::ALL {
        building.counties.insert(county.number.to_owned(), line(county.number, county.name.to_owned()));
    }
    for one in held {
        // Whether somebody was there before does not depend on what is asked for.
        let whole = there(one, members, &merged, None);
        let before = history.clone();
        if asked.is_about(one) {
            let asked_for = match &asked.phase {
                Some(phase) => there(one, members, &merged, Some(phase)),
                None => there(one, members, &merged, None),
            };
            building.add(&mut report, one, &asked_for, asked.phase.is_none(), &before, &merged);
        }
        if one.basis != Basis::SoFar {
            for there in &whole {
                let took = one.counts.iter().any(|count| count.member == there.key && one.basis.people(count) > 0);
                history.note(there, took);
            }
        }
    }
    let Building { members, municipalities, counties, .. } = building;
    report.members = sorted(members);
    report.municipalities = sorted(municipalities);
    report.counties = counties.into_values().collect();
    report
}

type Lines = BTreeMap<String, Line>;

fn sorted(lines: Lines) -> Vec<Line> {
    let mut lines: Vec<Line> = lines.into_values().collect();
    lines.sort_by(|one, other| (&one.name, &one.key).cmp(&(&other.name, &other.key)));
    lines
}

fn line(key: &str, name: String) -> Line {
    Line {
        key: key.to_owned(),
        name,
        county: String::new(),
        took: 0,
        of: 0,
        municipalities_took: 0,
        municipalities: 0,
        people: People::default(),
        since: Since::Absent,
    }
}

struct Building<'a> {
    name: &'a dyn Fn(&str) -> Option<String>,
    members: Lines,
    municipalities: Lines,
    counties: Lines,
}

impl Building<'_> {
    fn add(
        &mut self,
        report: &mut Report,
        held: &Held,
        there: &[There<'_>],
        with_others: bool,
        before: &History,
        merged: &Merged<'_>,
    ) {
        let mut gathered = Gathered {
            slug: held.slug.clone(),
            title: held.title.clone(),
            starts_at: held.starts_at,
            ends_at: held.ends_at,
            timezone: held.timezone.clone(),
            day: held.day,
            basis: held.basis,
            members: u32::try_from(there.len()).unwrap_or(u32::MAX),
            first: 0,
            again: 0,
            people: People::default(),
            others: 0,
        };
        // A county or a municipality counts once for each gathering, however many members it is in.
        let (mut present, mut absent) = (BTreeSet::new(), BTreeSet::new());
        let mut identities: BTreeMap<&str, bool> = BTreeMap::new();
        for member in there {
            let own: Vec<&Count> = held.counts.iter().filter(|count| count.member == member.key).collect();
            let people = by_role(held.basis, own.iter().copied());
            let took = people.iter().sum::<u32>() > 0;
            let since = history::since(&before.members, &member.identity);
            let row = self.members.entry(member.identity.clone()).or_insert_with(|| line(member.key, String::new()));
            if row.name.is_empty() || member.is_now {
                member.name.clone_into(&mut row.name);
            }
            row.municipalities = row.municipalities.max(u32::try_from(member.municipalities.len()).unwrap_or(u32::MAX));
            *identities.entry(&member.identity).or_default() |= took;
            if took {
                row.municipalities_took = row.municipalities;
                row.since = row.since.min_known(since);
                gathered.first += u32::from(since == Since::First);
                gathered.again += u32::from(since == Since::Again);
            }
            add(&mut row.people, people);
            add(&mut gathered.people, people);
            match took {
                true => present.extend(member.municipalities.iter().cloned()),
                false => absent.extend(member.municipalities.iter().cloned()),
            }
            let counties: BTreeSet<&str> = member.municipalities.iter().map(|number| counties::of(number)).collect();
            for count in own {
                let people = by_role(held.basis, [count]);
                let told = (!count.municipality.is_empty()).then(|| merged.now(&count.municipality));
                if let Some(number) = told.as_ref().filter(|number| member.municipalities.contains(*number)) {
                    add(&mut self.municipality(number).people, people);
                }
                let county = match (&told, counties.first()) {
                    (Some(number), _) => Some(counties::of(number)),
                    (None, Some(only)) if counties.len() == 1 => Some(*only),
                    (None, _) => None,
                };
                match county.and_then(|county| self.counties.get_mut(county)) {
                    Some(line) => add(&mut line.people, people),
                    None => report.of_no_county += people.iter().sum::<u32>(),
                }
            }
        }
        if with_others {
            gathered.others =
                held.counts.iter().filter(|one| one.member.is_empty()).map(|one| held.basis.people(one)).sum();
        }
        for (identity, took) in identities {
            if let Some(row) = self.members.get_mut(identity) {
                row.of += 1;
                row.took += u32::from(took);
            }
        }
        self.places(&present, &absent, before);
        add(&mut report.people, gathered.people);
        report.others += gathered.others;
        report.gatherings.push(gathered);
    }

    /// Notes which municipalities and counties were there and which could have been.
    fn places(&mut self, present: &BTreeSet<String>, absent: &BTreeSet<String>, before: &History) {
        let mut counties: BTreeMap<&str, bool> = BTreeMap::new();
        for number in present.union(absent) {
            let took = present.contains(number);
            let county = counties::of(number);
            *counties.entry(county).or_default() |= took;
            let row = self.municipality(number);
            let is_new = row.of == 0;
            row.of += 1;
            let is_first = took && row.took == 0;
            if took {
                row.took += 1;
                row.since = row.since.min_known(history::since(&before.municipalities, number));
            }
            if let Some(line) = self.counties.get_mut(county) {
                line.municipalities += u32::from(is_new);
                line.municipalities_took += u32::from(is_first);
            }
        }
        for (number, took) in counties {
            let Some(line) = self.counties.get_mut(number) else { continue };
            line.of += 1;
            if took {
                line.took += 1;
                line.since = line.since.min_known(history::since(&before.counties, number));
            }
        }
    }

    fn municipality(&mut self, number: &str) -> &mut Line {
        self.municipalities.entry(number.to_owned()).or_insert_with(|| {
            let name = (self.name)(number).unwrap_or_else(|| number.to_owned());
            let county = counties::ALL.iter().find(|county| county.number == counties::of(number));
            Line { county: county.map_or("", |county| county.name).to_owned(), ..line(number, name) }
        })
    }
}

impl Since {
    /// What holds for several gatherings: what held for the first one in which it took part.
    const fn min_known(self, now: Self) -> Self {
        match self {
            Self::Absent => now,
            known => known,
        }
    }
}

fn add(to: &mut People, more: People) {
    for (sum, one) in to.iter_mut().zip(more) {
        *sum += one;
    }
}

fn by_role<'c>(basis: Basis, counts: impl IntoIterator<Item = &'c Count>) -> People {
    let mut people = People::default();
    for count in counts {
        let role = Role::called(&count.role).unwrap_or(Role::Other);
        let at = Role::ALL.iter().position(|one| *one == role).unwrap_or_default();
        if let Some(sum) = people.get_mut(at) {
            *sum += basis.people(count);
        }
    }
    people
}
