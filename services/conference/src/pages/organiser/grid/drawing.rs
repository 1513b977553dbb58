//! What the table of a day shows, and in which words.

use super::layout::{self, Holds, Layout, layout};
use super::{example_names, noon, title};
use crate::edit::Slot;
use crate::pages::organiser::notice::{self, Notice};
use crate::pages::organiser::{Head, Names, form};
use crate::programme::{Occurrence, Programme, Session, SessionKind};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use host::Page;
use proto::{Localised, OccurrenceId};
use serde::Serialize;

/// How many warnings are listed, and how many are marked in one cell.
const MOST_NOTICES: usize = 100;
const MOST_FLAGS: usize = 3;

#[derive(Serialize)]
pub(in crate::pages::organiser) struct GridPage {
    head: Head,
    /// The date that is shown; absent while there are no days.
    shown: Option<NaiveDate>,
    days: Vec<DayTab>,
    step: u32,
    venues: Vec<VenueHead>,
    rooms: Vec<RoomHead>,
    rows: Vec<GridRow>,
    unplaced: Vec<Unplaced>,
    notices: Vec<Notice>,
    /// How many more there are than are listed.
    more_notices: i64,
    /// How often the draft had been written when the page was opened.
    pub(super) draft_revision: i64,
    pub(super) saved: bool,
    /// Somebody else had written it too.
    pub(super) others: bool,
    /// Why the last change was not made.
    pub(super) refused: Option<&'static str>,
}

#[derive(Serialize)]
struct DayTab {
    date: NaiveDate,
    at: DateTime<Utc>,
    here: bool,
    title: Localised,
}

#[derive(Serialize)]
struct VenueHead {
    name: Localised,
    lanes: usize,
}

#[derive(Serialize)]
struct RoomHead {
    /// Absent for what is only online.
    id: Option<String>,
    name: Localised,
    capacity: Option<u32>,
    lanes: usize,
    /// What is in it, for the list on narrow screens.
    placed: Vec<Placed>,
}

#[derive(Serialize)]
struct GridRow {
    /// `09.15`, and whether it is written out.
    at: String,
    /// Rows until the next time that is written; none where it is not.
    label: usize,
    hour: bool,
    cells: Vec<GridCell>,
}

#[derive(Serialize)]
struct GridCell {
    rows: usize,
    room: usize,
    placed: Option<Placed>,
    /// When something could begin here.
    free: Option<String>,
}

#[derive(Clone, Serialize)]
struct Placed {
    id: OccurrenceId,
    revision: u32,
    session: Option<String>,
    title: Localised,
    kind: Option<SessionKind>,
    track: Option<Localised>,
    colour: Option<u8>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    /// As the fields of its form have it.
    from: String,
    to: String,
    next_day: bool,
    speakers: Vec<String>,
    warnings: Vec<Flag>,
    /// The rooms before and after its own, to move it there.
    before: Option<Neighbour>,
    after: Option<Neighbour>,
}

/// A warning about it: its number in the list, from 1, and the last part of the key of its short name.
#[derive(Clone, Serialize)]
struct Flag {
    number: usize,
    what: &'static str,
}

#[derive(Clone, Serialize)]
struct Neighbour {
    id: String,
    name: Localised,
}

#[derive(Serialize)]
struct Unplaced {
    id: String,
    title: Localised,
    kind: SessionKind,
    speakers: Vec<String>,
}

impl GridPage {
    pub(super) fn new(
        head: Head,
        programme: &Programme,
        names: &Names,
        notices: Vec<Notice>,
        date: Option<NaiveDate>,
        zone: Tz,
    ) -> Self {
        let first = programme.days.first().map(|day| day.date);
        let date = date.filter(|date| programme.days.iter().any(|day| day.date == *date)).or(first);
        let table = date.map(|date| layout(programme, date, zone));
        // Those of the day first: they are marked in the table.
        let mut notices = notices;
        notices.sort_by_key(|told| date.is_none_or(|date| !told.is_on(date, zone)));
        let more = notices.len().saturating_sub(MOST_NOTICES);
        notices.truncate(MOST_NOTICES);
        let drawing = Drawing { programme, names, notices: &notices, zone };
        let days = programme.days.iter().map(|day| DayTab {
            date: day.date,
            at: noon(day.date),
            here: Some(day.date) == date,
            title: day.title.clone(),
        });
        let given = |session: &&Session| programme.occurrences.iter().all(|one| one.session != Some(session.id));
        Self {
            head,
            shown: date,
            days: days.collect(),
            step: table.as_ref().map_or(15, |table| table.step),
            venues: table.as_ref().map(|table| drawing.venues(table)).unwrap_or_default(),
            rooms: table.as_ref().map(|table| drawing.rooms(table)).unwrap_or_default(),
            rows: table.as_ref().map(|table| drawing.rows(table)).unwrap_or_default(),
            unplaced: programme
                .sessions
                .iter()
                .filter(given)
                .map(|session| Unplaced {
                    id: session.id.to_string(),
                    title: session.title.clone(),
                    kind: session.kind,
                    speakers: drawing.speakers(session),
                })
                .collect(),
            notices,
            more_notices: i64::try_from(more).unwrap_or(i64::MAX),
            draft_revision: 0,
            saved: false,
            others: false,
            refused: None,
        }
    }
}

/// What the cells of a table are drawn from.
struct Drawing<'a> {
    programme: &'a Programme,
    names: &'a Names,
    notices: &'a [Notice],
    zone: Tz,
}

impl Drawing<'_> {
    /// The houses above their rooms; one without a name above what is only online.
    fn venues(&self, table: &Layout) -> Vec<VenueHead> {
        let mut heads: Vec<VenueHead> = Vec::new();
        let mut last = None;
        for column in &table.columns {
            let venue = column.room.and_then(|room| self.programme.room(room)).map(|(venue, _)| venue);
            match heads.last_mut() {
                Some(head) if last == Some(venue.map(|venue| venue.id)) => head.lanes += column.lanes,
                _ => heads.push(VenueHead {
                    name: venue.map(|venue| venue.name.clone()).unwrap_or_default(),
                    lanes: column.lanes,
                }),
            }
            last = Some(venue.map(|venue| venue.id));
        }
        heads
    }

    fn rooms(&self, table: &Layout) -> Vec<RoomHead> {
        let cells = || table.rows.iter().flat_map(|row| &row.cells);
        let head = |(number, column): (usize, &layout::Column)| {
            let room = column.room.and_then(|room| self.programme.room(room)).map(|(_, room)| room);
            let own = cells().filter(|cell| cell.column == number);
            RoomHead {
                id: room.map(|room| room.id.0.to_string()),
                name: room.map(|room| room.name.clone()).unwrap_or_default(),
                capacity: room.and_then(|room| room.capacity),
                lanes: column.lanes,
                placed: own.filter_map(|cell| self.placed(table, cell)).collect(),
            }
        };
        table.columns.iter().enumerate().map(head).collect()
    }

    fn rows(&self, table: &Layout) -> Vec<GridRow> {
        let written = 15 / table.step.max(1);
        let clock = |at: u32| format!("{:02}.{:02}", at / 60 % 24, at % 60);
        let row = |row: &layout::Row| GridRow {
            at: clock(row.at),
            label: if row.at.is_multiple_of(15) { written as usize } else { 0 },
            hour: row.at.is_multiple_of(60),
            cells: row
                .cells
                .iter()
                .map(|cell| GridCell {
                    rows: cell.rows,
                    room: cell.column,
                    placed: self.placed(table, cell),
                    free: (cell.holds == Holds::Free).then(|| clock(row.at)),
                })
                .collect(),
        };
        table.rows.iter().map(row).collect()
    }

    fn placed(&self, table: &Layout, cell: &layout::Cell) -> Option<Placed> {
        let Holds::Placed(id) = cell.holds else { return None };
        let one = self.programme.occurrence(id)?;
        let session = one.session.and_then(|session| self.programme.session(session));
        let track = session.and_then(|session| session.track);
        let track = track.and_then(|id| self.programme.tracks.iter().find(|track| track.id == id));
        let slot = Slot::of(one.room, one.starts_at, one.ends_at, self.zone);
        let neighbour = |place: Option<usize>| {
            let (_, room) = self.programme.room(table.columns.get(place?)?.room?)?;
            Some(Neighbour { id: room.id.0.to_string(), name: room.name.clone() })
        };
        Some(Placed {
            id,
            revision: one.revision,
            session: session.map(|session| session.id.to_string()),
            title: title(self.programme, one),
            kind: session.map(|session| session.kind),
            track: track.map(|track| track.name.clone()),
            colour: track.map(|track| track.colour),
            starts_at: one.starts_at,
            ends_at: one.ends_at,
            from: form::shown(slot.from),
            to: form::shown(slot.to),
            next_day: slot.next_day,
            speakers: session.map(|session| self.speakers(session)).unwrap_or_default(),
            warnings: (1..)
                .zip(self.notices)
                .filter(|(_, told)| told.is_about(id))
                .take(MOST_FLAGS)
                .map(|(number, told)| Flag { number, what: told.what })
                .collect(),
            before: neighbour(cell.column.checked_sub(1)),
            after: neighbour(Some(cell.column + 1)),
        })
    }

    fn speakers(&self, session: &Session) -> Vec<String> {
        session.parts.iter().filter_map(|part| self.names.get(&part.speaker).cloned()).collect()
    }
}

impl Page for GridPage {
    const TEMPLATE: &'static str = "conference/organiser_grid.html";

    fn samples() -> Vec<Self> {
        use crate::timetable::example;
        let zone = chrono_tz::Europe::Oslo;
        let head = || Head::sample("program");
        let names = example_names();
        let programme = example::programme();
        let told = notice::every(&programme, &names);
        let mut double = programme.clone();
        if let Some(first) = double.occurrences.first().cloned() {
            let (id, later) = (example::occurrence_id(90), TimeDelta::minutes(20));
            let note = Localised::from([(proto::Language::Nn, "Rigging av scena")]);
            let (starts_at, ends_at) = (first.starts_at + later, first.ends_at + later);
            double.occurrences.push(Occurrence { id, session: None, note, starts_at, ends_at, ..first });
        }
        let second = programme.days.get(1).map(|day| day.date);
        let bare = Programme { occurrences: Vec::new(), sessions: Vec::new(), ..programme.clone() };
        vec![
            Self { saved: true, ..Self::new(head(), &programme, &names, told.clone(), None, zone) },
            Self { others: true, saved: true, ..Self::new(head(), &double, &names, told, None, zone) },
            Self {
                refused: Some("ends-before-start"),
                ..Self::new(head(), &programme, &names, Vec::new(), second, zone)
            },
            Self::new(head(), &bare, &names, Vec::new(), None, zone),
            Self::new(head(), &Programme::default(), &names, Vec::new(), None, zone),
        ]
    }
}
