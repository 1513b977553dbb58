//! What the forms for days, venues, tracks and ways ask for.

use super::super::form;
use super::COLOURS;
use crate::edit::{Edit, Mark};
use crate::programme::{Day, Programme, Room, RoomId, Track, TrackId, Venue};
use host::Fields;
use proto::event::Walk;
use proto::{Localised, VenueId};

pub(super) enum Problem {
    /// Fields, and the keys of what is the matter with them.
    Wrong(Vec<(&'static str, &'static str)>),
    /// No form of ours.
    Nothing,
}

pub(super) fn edit(fields: &Fields, programme: &Programme) -> Result<Edit, Problem> {
    let removes = fields.get("do") == Some("remove");
    let begun: Option<Mark> = fields.get("begun").and_then(|begun| begun.parse().ok());
    let id = || fields.get("id").and_then(form::id).ok_or(Problem::Nothing);
    match (fields.get("thing").unwrap_or_default(), removes) {
        ("day", false) => day(fields, programme, begun),
        ("day", true) => Ok(Edit::RemoveDay {
            date: fields.get("was").and_then(form::date).ok_or(Problem::Nothing)?,
            begun: begun.ok_or(Problem::Nothing)?,
        }),
        ("venue", false) => venue(fields, programme, VenueId(id()?), begun),
        ("venue", true) => Ok(Edit::RemoveVenue { id: VenueId(id()?), begun: begun.ok_or(Problem::Nothing)? }),
        ("track", false) => Ok(track(fields, programme, TrackId(id()?), begun)),
        ("track", true) => Ok(Edit::RemoveTrack { id: TrackId(id()?), begun: begun.ok_or(Problem::Nothing)? }),
        ("ways", _) => ways(fields, begun.ok_or(Problem::Nothing)?),
        _ => Err(Problem::Nothing),
    }
}

fn day(fields: &Fields, programme: &Programme, begun: Option<Mark>) -> Result<Edit, Problem> {
    let of = |name| fields.get(name).unwrap_or_default();
    let was = form::date(of("was"));
    let before = was.and_then(|was| programme.days.iter().find(|day| day.date == was));
    let title = form::texts(fields, "title", &before.map(|day| day.title.clone()).unwrap_or_default());
    match (form::date(of("date")), form::clock(of("opens")), form::clock(of("closes"))) {
        (Some(date), Some(opens), Some(closes)) => {
            Ok(Edit::KeepDay { day: Day { date, opens, closes, title }, begun: was.zip(begun) })
        }
        (date, opens, closes) => Err(Problem::Wrong(
            [
                ("date", date.is_none(), "conference-plan-date-wrong"),
                ("opens", opens.is_none(), "conference-plan-clock-wrong"),
                ("closes", closes.is_none(), "conference-plan-clock-wrong"),
            ]
            .into_iter()
            .filter(|(_, wrong, _)| *wrong)
            .map(|(field, _, key)| (field, key))
            .collect(),
        )),
    }
}

fn venue(fields: &Fields, programme: &Programme, id: VenueId, begun: Option<Mark>) -> Result<Edit, Problem> {
    let before = programme.venues.iter().find(|venue| venue.id == id);
    let mut rooms = Vec::new();
    for room in fields.all("room").filter_map(form::id).map(RoomId) {
        let known = before.and_then(|venue| venue.rooms.iter().find(|own| own.id == room));
        let field = |name: &str| format!("room-{name}-{}", room.0);
        let name = form::texts(fields, &field("name"), &known.map(|room| room.name.clone()).unwrap_or_default());
        let gone = fields.get(&field("remove")).is_some();
        if gone || (known.is_none() && name.is_empty()) {
            continue;
        }
        let capacity = form::number(fields.get(&field("capacity")).unwrap_or_default());
        let Ok(capacity) = capacity else {
            return Err(Problem::Wrong(vec![("rooms", "conference-plan-capacity-wrong")]));
        };
        rooms.push(Room {
            id: room,
            name,
            capacity,
            hearing_loop: fields.get(&field("loop")).is_some(),
            step_free: fields.get(&field("step-free")).is_some(),
        });
    }
    let venue = Venue {
        id,
        name: form::texts(fields, "name", &before.map(|venue| venue.name.clone()).unwrap_or_default()),
        address: form::typed(fields, "address"),
        rooms,
    };
    Ok(Edit::KeepVenue { venue, begun })
}

fn track(fields: &Fields, programme: &Programme, id: TrackId, begun: Option<Mark>) -> Edit {
    let before = programme.tracks.iter().find(|track| track.id == id);
    let name = form::texts(fields, "name", &before.map(|track| track.name.clone()).unwrap_or_else(Localised::default));
    let colour = fields.get("colour").and_then(|colour| colour.parse().ok()).filter(|colour| *colour < COLOURS);
    Edit::KeepTrack { track: Track { id, name, colour: colour.unwrap_or(0) }, begun }
}

fn ways(fields: &Fields, begun: Mark) -> Result<Edit, Problem> {
    let (from, to, minutes) = (fields.all("way-from"), fields.all("way-to"), fields.all("way-minutes"));
    let mut walks = Vec::new();
    for ((from, to), minutes) in from.zip(to).zip(minutes) {
        let (Some(from), Some(to)) = (form::id(from), form::id(to)) else { return Err(Problem::Nothing) };
        let minutes = form::number(minutes).ok().map(|minutes| minutes.unwrap_or(0)).filter(|minutes| *minutes <= 600);
        let Some(minutes) = minutes.and_then(|minutes| u16::try_from(minutes).ok()) else {
            return Err(Problem::Wrong(vec![("", "conference-plan-minutes-wrong")]));
        };
        walks.push(Walk { from: VenueId(from), to: VenueId(to), minutes });
    }
    Ok(Edit::KeepWalks { walks, begun })
}
