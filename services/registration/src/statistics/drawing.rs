//! Charts as numbers: where each bar stands. What they say stands in the template, and in the tables beside them.

use super::{Day, Group, Kind, Place};
use chrono::{DateTime, Utc};
use serde::Serialize;

/// The longest bar that lies, and the highest that stands.
const LONGEST: u32 = 200;
const HIGHEST: u32 = 90;
/// As wide as all bars that stand, and the widest of them.
const WIDTH: u32 = 280;
const WIDEST: u32 = 20;
/// More bars than this cannot be told apart, so each stands for several days then.
const MOST: u32 = 56;
/// Lines of a table that are drawn.
pub(crate) const DRAWN: usize = 20;

/// Bars that lie below one another, one for each line of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Lying {
    /// How far each reaches; nothing where the number is not told.
    pub(crate) whole: u32,
    /// How much of it is filled.
    pub(crate) filled: u32,
}

/// Bars over time: up for what came, down for what went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Standing {
    /// Days that one bar stands for.
    pub(crate) days: u32,
    pub(crate) first: DateTime<Utc>,
    pub(crate) last: DateTime<Utc>,
    /// The largest number of a bar up, and of one down.
    pub(crate) up: u32,
    pub(crate) down: u32,
    /// Where they stand, from above, and how far they reach below.
    pub(crate) baseline: u32,
    pub(crate) depth: u32,
    pub(crate) bars: Vec<Bar>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Bar {
    pub(crate) x: u32,
    pub(crate) width: u32,
    pub(crate) up: u32,
    pub(crate) down: u32,
}

/// People of each line, filled as far as they came where that was noted of anybody.
pub(crate) fn people(group: &Group, noted: bool) -> Vec<Lying> {
    let most = group.lines.iter().filter_map(|line| line.people).max().unwrap_or_default();
    let bar = |line: &super::Line| {
        let whole = line.people.map_or(0, |people| long(people, most, LONGEST));
        let filled = match (noted, line.came) {
            (true, Some(came)) => long(came, most, LONGEST),
            // Whether they came is what is told here, or too few did for this reader.
            (true, None) if group.kind != Kind::Attendance => 0,
            (true, None) | (false, _) => whole,
        };
        Lying { whole, filled }
    };
    group.lines.iter().take(DRAWN).map(bar).collect()
}

/// Places, filled as far as they are taken.
pub(crate) fn places(places: &[Place]) -> Vec<Lying> {
    let size = |place: &Place| place.capacity.unwrap_or_default().max(place.taken);
    let most = places.iter().map(size).max().unwrap_or_default();
    let bar = |place: &Place| Lying {
        whole: place.capacity.map_or(0, |capacity| long(capacity, most, LONGEST)),
        filled: long(place.taken, most, LONGEST),
    };
    places.iter().take(DRAWN).map(bar).collect()
}

/// How many signed up and off.
pub(crate) fn changes(days: &[Day]) -> Option<Standing> {
    let several = several(days);
    standing(days, several.iter().map(|one| (one.up, one.down)).collect())
}

/// How many were signed up at the end of each day.
pub(crate) fn held(days: &[Day]) -> Option<Standing> {
    let several = several(days);
    standing(days, several.iter().map(|one| (one.held, 0)).collect())
}

/// What happened in the days that one bar stands for.
#[derive(Clone, Copy, Default)]
struct Several {
    up: u32,
    down: u32,
    held: u32,
}

/// How many days lie between the first and the last, both counted, and how many of them one bar stands for.
fn span(days: &[Day]) -> Option<(u32, u32)> {
    let between = days.last()?.day - days.first()?.day;
    let span = u32::try_from(between.num_days()).unwrap_or_default().saturating_add(1);
    Some((span, span.div_ceil(MOST)))
}

fn several(days: &[Day]) -> Vec<Several> {
    let (Some((span, each)), Some(first)) = (span(days), days.first()) else { return Vec::new() };
    let bars = usize::try_from(span.div_ceil(each)).unwrap_or_default();
    let mut all: Vec<Option<u32>> = vec![None; bars];
    let mut several = vec![Several::default(); bars];
    for day in days {
        let number = (day.day - first.day).num_days() / i64::from(each);
        let Ok(number) = usize::try_from(number) else { continue };
        if let (Some(one), Some(held)) = (several.get_mut(number), all.get_mut(number)) {
            one.up += day.signed_up;
            one.down += day.withdrew;
            *held = Some(day.held);
        }
    }
    // Nothing happened in between, so it is as it was.
    let mut before = 0;
    for (one, held) in several.iter_mut().zip(all) {
        before = held.unwrap_or(before);
        one.held = before;
    }
    several
}

fn standing(days: &[Day], numbers: Vec<(u32, u32)>) -> Option<Standing> {
    let (first, last, (_, each)) = (days.first()?, days.last()?, span(days)?);
    let (up, down) = numbers.iter().fold((0, 0), |(up, down), (more, less)| (up.max(*more), down.max(*less)));
    let most = up.max(down);
    let step = (WIDTH / u32::try_from(numbers.len()).unwrap_or(WIDTH).max(1)).clamp(1, WIDEST);
    let bar = |(number, (up, down)): (u32, (u32, u32))| Bar {
        x: number * step,
        // With a gap between one and the next.
        width: (step - step / 4).max(1),
        up: long(up, most, HIGHEST),
        down: long(down, most, HIGHEST),
    };
    Some(Standing {
        days: each,
        first: first.noon,
        last: last.noon,
        up,
        down,
        baseline: long(up, most, HIGHEST),
        depth: long(down, most, HIGHEST),
        bars: (0..).zip(numbers).map(bar).collect(),
    })
}

/// How far a bar reaches; one that stands for anybody can be seen.
fn long(number: u32, most: u32, longest: u32) -> u32 {
    match (number, most) {
        (0, _) | (_, 0) => 0,
        (number, most) => {
            (u64::from(number) * u64::from(longest) / u64::from(most)).try_into().unwrap_or(longest).max(2)
        }
    }
}
