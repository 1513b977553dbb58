//! Charts and map as numbers: where each shape stands. What they say stands in the template, and in the tables beside them.

use super::{Line, Report, counties};
use crate::delegation::Role;
use chrono::{DateTime, Utc};
use serde::Serialize;

/// The longest bar.
const LONGEST: u32 = 200;
/// From one bar to the next.
const STEP: u32 = 44;
/// A tile of the map, and the way from one to the next.
const TILE: u32 = 64;
const NEXT: u32 = 70;

/// How much of a county's members' municipalities took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Level {
    /// No member has a municipality there.
    Outside,
    Nobody,
    Some,
    All,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Tile {
    pub(crate) short: &'static str,
    pub(crate) x: u32,
    pub(crate) y: u32,
    pub(crate) level: Level,
    pub(crate) took: u32,
    pub(crate) of: u32,
}

/// A map on which each county is as large as the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Map {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) tile: u32,
    pub(crate) tiles: Vec<Tile>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct RoleBar {
    pub(crate) role: Role,
    pub(crate) people: u32,
    pub(crate) y: u32,
    pub(crate) width: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct GatheringBar {
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) timezone: String,
    pub(crate) first: u32,
    pub(crate) again: u32,
    pub(crate) y: u32,
    pub(crate) first_width: u32,
    pub(crate) again_width: u32,
}

/// Bars below one another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Chart<B> {
    pub(crate) height: u32,
    pub(crate) bars: Vec<B>,
}

pub(crate) fn map(lines: &[Line]) -> Map {
    let tile = |county: &counties::County| {
        let line = lines.iter().find(|line| line.key == county.number);
        let (took, of) = line.map_or((0, 0), |line| (line.municipalities_took, line.municipalities));
        let level = match (took, of) {
            (_, 0) => Level::Outside,
            (0, _) => Level::Nobody,
            (took, of) if took < of => Level::Some,
            _ => Level::All,
        };
        Tile { short: county.short, x: county.column * NEXT, y: county.row * NEXT, level, took, of }
    };
    let end = |last: Option<u32>| last.unwrap_or_default() * NEXT + TILE;
    Map {
        width: end(counties::ALL.iter().map(|county| county.column).max()),
        height: end(counties::ALL.iter().map(|county| county.row).max()),
        tile: TILE,
        tiles: counties::ALL.iter().map(tile).collect(),
    }
}

pub(crate) fn roles(report: &Report) -> Chart<RoleBar> {
    let most = report.people.iter().copied().max().unwrap_or_default();
    let bar =
        |((role, people), at): ((Role, u32), u32)| RoleBar { role, people, y: at * STEP, width: long(people, most) };
    chart(Role::ALL.into_iter().zip(report.people).zip(0..).map(bar).collect())
}

pub(crate) fn gatherings(report: &Report) -> Chart<GatheringBar> {
    let most = report.gatherings.iter().map(|one| one.first + one.again).max().unwrap_or_default();
    let bar = |(one, at): (&super::Gathered, u32)| GatheringBar {
        starts_at: one.starts_at,
        timezone: one.timezone.clone(),
        first: one.first,
        again: one.again,
        y: at * STEP,
        first_width: long(one.first, most),
        again_width: long(one.again, most),
    };
    chart(report.gatherings.iter().zip(0..).map(bar).collect())
}

fn chart<B>(bars: Vec<B>) -> Chart<B> {
    Chart { height: u32::try_from(bars.len()).unwrap_or_default() * STEP, bars }
}

/// How long a bar is; one that stands for anybody can be seen.
fn long(number: u32, most: u32) -> u32 {
    match (number, most) {
        (0, _) | (_, 0) => 0,
        (number, most) => {
            (u64::from(number) * u64::from(LONGEST) / u64::from(most)).try_into().unwrap_or(LONGEST).max(2)
        }
    }
}
