//! Decision: which cells the table of a day has. A row is a quarter of an hour, or five minutes where something begins or
//! ends in between; a room has one lane, and more where things in it overlap.

use crate::programme::{Occurrence, Programme, RoomId};
use chrono::{NaiveDate, NaiveTime, Timelike};
use chrono_tz::Tz;
use proto::OccurrenceId;

/// A day as a table: columns, then rows of cells.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layout {
    /// Minutes of a row.
    pub(super) step: u32,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    /// Absent for what is only online.
    pub(super) room: Option<RoomId>,
    pub(super) lanes: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// Minutes since midnight.
    pub(super) at: u32,
    pub(super) cells: Vec<Cell>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) column: usize,
    pub(super) rows: usize,
    pub(super) holds: Holds,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Placed(OccurrenceId),
    /// Nothing until the end of the cell.
    Free,
    /// Beside something that overlaps with another; nothing is put here.
    Beside,
}

/// What is placed, in minutes since midnight.
#[derive(Clone, Copy)]
struct Block {
    id: OccurrenceId,
    from: u32,
    to: u32,
}

const QUARTER: u32 = 15;
const FINEST: u32 = 5;
/// What is drawn ends at six the morning after; something that is in order is over by then.
const LATEST: u32 = 30 * 60;

pub(super) fn layout(programme: &Programme, date: NaiveDate, zone: Tz) -> Layout {
    let placed = on(programme, date, zone);
    let all = || placed.iter().map(|(block, _)| block);
    let quarters = all().all(|block| block.from % QUARTER == 0 && block.to % QUARTER == 0);
    let step = if quarters { QUARTER } else { FINEST };
    let day = programme.days.iter().find(|day| day.date == date);
    let (opens, closes) = day.map_or((9 * 60, 16 * 60), |day| (minutes(day.opens), minutes(day.closes)));
    let first = all().map(|block| block.from).chain([opens]).min().unwrap_or(opens) / QUARTER * QUARTER;
    let last = all().map(|block| block.to).chain([closes]).max().unwrap_or(closes).div_ceil(QUARTER) * QUARTER;
    let rooms = programme.venues.iter().flat_map(|venue| venue.rooms.iter().map(|room| Some(room.id)));
    let online = placed.iter().any(|(_, room)| room.is_none()).then_some(None);
    let columns: Vec<(Option<RoomId>, Vec<Vec<Block>>)> = rooms
        .chain(online)
        .map(|room| (room, lanes(placed.iter().filter(|(_, own)| *own == room).map(|(block, _)| *block), step)))
        .collect();
    let rows = (first..last.max(first + QUARTER))
        .step_by(step as usize)
        .map(|at| Row { at, cells: row(&columns, at, first, last.max(first + QUARTER), step) })
        .collect();
    let columns = columns.into_iter().map(|(room, lanes)| Column { room, lanes: lanes.len() }).collect();
    Layout { step, columns, rows }
}

/// What begins on a date, by its start.
fn on(programme: &Programme, date: NaiveDate, zone: Tz) -> Vec<(Block, Option<RoomId>)> {
    let mut placed: Vec<_> =
        programme.occurrences.iter().filter_map(|one| Some((block(one, date, zone)?, one.room))).collect();
    placed.sort_by_key(|(block, _)| (block.from, block.to, block.id));
    placed
}

fn block(occurrence: &Occurrence, date: NaiveDate, zone: Tz) -> Option<Block> {
    let starts = occurrence.starts_at.with_timezone(&zone).naive_local();
    if starts.date() != date {
        return None;
    }
    let ends = occurrence.ends_at.with_timezone(&zone).naive_local();
    let from = minutes(starts.time());
    // An hour that comes twice may end before it began, by the clock.
    let long = u32::try_from((ends - starts).num_minutes()).unwrap_or(0).max(FINEST);
    Some(Block { id: occurrence.id, from, to: (from + long).min(LATEST).max(from + FINEST) })
}

fn minutes(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}

/// Each block in the first lane where the one before it is over; there is always one lane.
fn lanes(blocks: impl Iterator<Item = Block>, step: u32) -> Vec<Vec<Block>> {
    let mut lanes: Vec<Vec<Block>> = vec![Vec::new()];
    for block in blocks {
        let free = |lane: &Vec<Block>| lane.last().is_none_or(|last| up(last.to, step) <= down(block.from, step));
        match lanes.iter().position(free) {
            Some(lane) => lanes[lane].push(block),
            None => lanes.push(vec![block]),
        }
    }
    lanes
}

const fn down(at: u32, step: u32) -> u32 {
    at / step * step
}

const fn up(at: u32, step: u32) -> u32 {
    at.div_ceil(step) * step
}

/// The cells that begin in a row.
fn row(columns: &[(Option<RoomId>, Vec<Vec<Block>>)], at: u32, first: u32, last: u32, step: u32) -> Vec<Cell> {
    let rows = |until: u32| ((until - at) / step) as usize;
    let mut cells = Vec::new();
    for (column, (_, lanes)) in columns.iter().enumerate() {
        for (number, lane) in lanes.iter().enumerate() {
            if let Some(block) = lane.iter().find(|block| down(block.from, step) == at) {
                cells.push(Cell { column, rows: rows(up(block.to, step)), holds: Holds::Placed(block.id) });
                continue;
            }
            let over = at == first || lane.iter().any(|block| up(block.to, step) == at);
            if !over {
                continue;
            }
            let next = lane.iter().map(|block| down(block.from, step)).find(|from| *from > at).unwrap_or(last);
            let holds = if number == 0 { Holds::Free } else { Holds::Beside };
            cells.push(Cell { column, rows: rows(next), holds });
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::{Holds, Layout, layout};
    use crate::edit::{Edit, Slot, apply};
    use crate::programme::Programme;
    use crate::timetable::example;
    use chrono::{NaiveDate, NaiveTime};
    use chrono_tz::Europe::Oslo;
    use proptest::prelude::*;
    use proto::{Localised, OccurrenceId};
    use uuid::Uuid;

    fn day() -> NaiveDate {
        "2027-05-11".parse().unwrap()
    }

    /// Every cell of the table is there exactly once.
    fn check_whole(layout: &Layout) {
        let lanes: usize = layout.columns.iter().map(|column| column.lanes).sum();
        let covered: usize = layout.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.rows).sum();
        assert_eq!(covered, lanes * layout.rows.len());
        assert!(layout.rows.iter().flat_map(|row| &row.cells).all(|cell| cell.rows > 0));
    }

    fn placed(layout: &Layout) -> usize {
        let cells = layout.rows.iter().flat_map(|row| &row.cells);
        cells.filter(|cell| matches!(cell.holds, Holds::Placed(_))).count()
    }

    fn put(programme: &Programme, n: u128, room: Option<u128>, from: (u32, u32), to: (u32, u32)) -> Option<Programme> {
        let slot = Slot {
            room: room.map(example::room_id),
            date: day(),
            from: NaiveTime::from_hms_opt(from.0, from.1, 0)?,
            to: NaiveTime::from_hms_opt(to.0, to.1, 0)?,
            next_day: false,
        };
        let id = OccurrenceId(Uuid::from_u128(n));
        apply(programme, Edit::Place { id, session: None, note: Localised::default(), slot }, Oslo).ok()
    }

    #[test]
    fn a_day_is_a_table_of_rooms_and_quarters() {
        let layout = layout(&example::programme(), day(), Oslo);
        check_whole(&layout);
        assert_eq!((layout.step, layout.columns.len()), (15, 4), "three rooms, and what has none");
        assert_eq!(placed(&layout), 6);
        assert!(layout.columns.iter().all(|column| column.lanes == 1));
    }

    #[test]
    fn what_overlaps_stands_side_by_side_and_odd_times_make_finer_rows() {
        let base = example::programme();
        let double = put(&base, 1, Some(1), (9, 15), (9, 50)).unwrap();
        let layout = layout(&double, day(), Oslo);
        check_whole(&layout);
        assert_eq!((layout.step, layout.columns[0].lanes, placed(&layout)), (5, 2, 7));
    }

    #[test]
    fn a_day_without_anything_is_as_long_as_it_is_open() {
        let layout = layout(&Programme { occurrences: Vec::new(), ..example::programme() }, day(), Oslo);
        check_whole(&layout);
        assert_eq!((placed(&layout), layout.columns.len()), (0, 3));
        let nothing = super::layout(&Programme::default(), day(), Oslo);
        assert_eq!((nothing.columns.len(), nothing.rows.len()), (0, 28));
    }

    proptest! {
        #[test]
        fn every_day_is_a_whole_table(
            blocks in prop::collection::vec((prop::option::of(1..4_u128), 0..24_u32, 0..60_u32, 0..24_u32, 0..60_u32), 0..30)
        ) {
            let mut programme = example::programme();
            for ((room, from, early, to, late), n) in blocks.into_iter().zip(1..) {
                programme = put(&programme, n, room, (from, early), (to, late)).unwrap_or(programme);
            }
            let layout = layout(&programme, day(), Oslo);
            check_whole(&layout);
            let begins = |date| programme.occurrences.iter().filter(|one| {
                one.starts_at.with_timezone(&Oslo).date_naive() == date
            }).count();
            prop_assert_eq!(placed(&layout), begins(day()));
        }
    }
}
