//! The programme of a day as a table of rooms and times, in which sessions are placed, moved, stretched, copied and removed.

mod layout;

use super::conflict::{self, Begun};
use super::notice::{self, Notice, notices};
use super::{Done, Head, Names, asked, back, change, form, names, page, planned, warned};
use crate::edit::{Edit, Slot};
use crate::pages::Site;
use crate::programme::{Occurrence, Programme, Session, SessionKind};
use crate::store;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use host::{Error, Fields, Organiser, Page, Visit};
use layout::{Holds, Layout, layout};
use proto::{Localised, OccurrenceId};
use serde::Serialize;
use uuid::Uuid;

/// Our own script, which asks us whether somebody else has changed the draft.
const CSP: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; \
     connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// How many warnings are listed, and how many are marked in one cell.
const MOST_NOTICES: usize = 100;
const MOST_FLAGS: usize = 3;

#[derive(Serialize)]
pub(super) struct GridPage {
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
    draft_revision: i64,
    saved: bool,
    /// Somebody else had written it too.
    others: bool,
    /// Why the last change was not made.
    refused: Option<&'static str>,
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

#[derive(Serialize)]
struct Revision {
    revision: i64,
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let db = &site.host.db.read;
    let speakers = store::speaker::all(db, conference.id).await?;
    let organisers = site.organisers(&conference).await?;
    let warnings = warned(db, &conference, &speakers, &organisers).await?;
    let names = names(&speakers);
    let told = notices(&conference.draft, &names, &warnings);
    let date = asked(&uri, "dag").and_then(|date| form::date(&date));
    let zone = conference.event().timezone;
    let mut made = GridPage::new(Head::of(&conference, "program", true), &conference.draft, &names, told, date, zone);
    made.draft_revision = conference.draft_revision;
    made.saved = asked(&uri, "lagra").is_some();
    made.others = asked(&uri, "andre").is_some();
    made.refused = asked(&uri, "feil").and_then(|word| REFUSED.into_iter().find(|own| **own == word));
    let mut response = page(&site, visit, &conference, StatusCode::OK, |_| made).await?;
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP));
    Ok(response)
}

/// How often the draft has been written, for pages that are open.
pub(super) async fn revision(
    State(site): State<Site>,
    organiser: Organiser,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let told = Json(Revision { revision: conference.draft_revision });
    Ok(([(header::CACHE_CONTROL, "no-store")], told).into_response())
}

/// The last parts of the keys that say why a change in the table was not made.
const REFUSED: [&str; 9] = [
    "ends-before-start",
    "skipped",
    "no-such-day",
    "room-wrong",
    "session-wrong",
    "clock-wrong",
    "date-wrong",
    "gone",
    "taken",
];

/// What the buttons of a cell do, and what the mouse does.
pub(super) async fn edit(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let day = fields.get("day").and_then(form::date).map(|day| day.to_string()).unwrap_or_default();
    let refused = |key: &str| {
        let word = key.trim_start_matches("conference-plan-");
        back(&visit, &slug, &format!("/program?dag={day}&feil={word}"))
    };
    let (edit, id) = match wanted(&fields, OccurrenceId(Uuid::now_v7())) {
        Ok(wanted) => wanted,
        Err(key) => {
            planned(&site, &organiser, &slug).await?;
            return Ok(refused(key));
        }
    };
    let seen = fields.get("seen").and_then(|seen| seen.parse().ok());
    match change(&site, &organiser, &slug, seen, edit).await? {
        Done::Made { others } => {
            let others = if others { "&andre=1" } else { "" };
            Ok(back(&visit, &slug, &format!("/program?dag={day}&lagra=1{others}#p-{id}")))
        }
        Done::Refused(conference, refusal) => match form::wrong(&refusal).first() {
            Some((_, key)) => Ok(refused(key)),
            None => {
                let theirs = format!("/program?dag={day}#p-{id}");
                conflict::show(
                    &site,
                    visit,
                    &conference,
                    refusal,
                    &fields,
                    Begun { path: "/program".to_owned(), theirs },
                )
                .await
            }
        },
    }
}

/// What a form in the table asks for, and which cell it is about; otherwise the key of what is wrong.
fn wanted(fields: &Fields, new: OccurrenceId) -> Result<(Edit, OccurrenceId), &'static str> {
    const NOTHING: &str = "conference-plan-gone";
    let of = |name| fields.get(name).unwrap_or_default();
    let slot = || form::slot(fields).map_err(|wrong| wrong.first().map_or(NOTHING, |(_, key)| *key));
    let doing = of("do");
    if doing == "place" {
        let session = form::id(of("session")).ok_or("conference-plan-session-wrong")?;
        let session = Some(proto::SessionId(session));
        return Ok((Edit::Place { id: new, session, note: Localised::default(), slot: slot()? }, new));
    }
    let id = form::id(of("occurrence")).map(OccurrenceId).ok_or(NOTHING)?;
    let revision = of("revision").parse().map_err(|_| NOTHING)?;
    let moved = |slot: Slot| Ok((Edit::Move { id, revision, slot, note: None }, id));
    match doing {
        "move" => moved(slot()?),
        "earlier" => moved(shifted(slot()?, -1, -1).ok_or("conference-plan-no-such-day")?),
        "later" => moved(shifted(slot()?, 1, 1).ok_or("conference-plan-no-such-day")?),
        "shorter" => moved(shifted(slot()?, 0, -1).ok_or("conference-plan-ends-before-start")?),
        "longer" => moved(shifted(slot()?, 0, 1).ok_or("conference-plan-no-such-day")?),
        "duplicate" => Ok((Edit::Duplicate { id, revision, new }, new)),
        "remove" => Ok((Edit::Remove { id, revision }, id)),
        room => {
            let room = room.strip_prefix("room:").and_then(form::id).ok_or(NOTHING)?;
            moved(Slot { room: Some(crate::programme::RoomId(room)), ..slot()? })
        }
    }
}

/// Start and end so many quarters on, on the same date.
fn shifted(slot: Slot, start: i32, end: i32) -> Option<Slot> {
    let quarter = |by: i32| TimeDelta::minutes(i64::from(by) * 15);
    let (from, past) = slot.from.overflowing_add_signed(quarter(start));
    let (to, over) = slot.to.overflowing_add_signed(quarter(end));
    let next_day = match over {
        0 => slot.next_day,
        over if over > 0 && !slot.next_day => true,
        over if over < 0 && slot.next_day => false,
        _ => return None,
    };
    (past == 0).then_some(Slot { from, to, next_day, ..slot })
}

impl GridPage {
    fn new(
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
            label: if row.at % 15 == 0 { written as usize } else { 0 },
            hour: row.at % 60 == 0,
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

/// A date as an instant that is on it in every zone of ours.
pub(super) fn noon(date: NaiveDate) -> DateTime<Utc> {
    date.and_time(chrono::NaiveTime::default()).and_utc() + TimeDelta::hours(12)
}

/// What a time is called: its session, or what a block is for.
pub(super) fn title(programme: &Programme, occurrence: &Occurrence) -> Localised {
    let session = occurrence.session.and_then(|session| programme.session(session));
    session.map_or_else(|| occurrence.note.clone(), |session| session.title.clone())
}

/// For samples of pages.
pub(super) fn example_names() -> Names {
    crate::timetable::example::speakers().into_iter().map(|speaker| (speaker.id, speaker.name)).collect()
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
