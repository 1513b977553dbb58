//! Days, venues with their rooms, the ways between them, tracks.

use super::Keys;
use crate::programme::{Day, Room, RoomId, Track, TrackId, Venue};
use event_file::{Reading, Section, Times};
use proto::VenueId;
use proto::event::Walk;

const MOST_PLACES: i64 = 100_000;
const LONGEST_WALK: i64 = 600;
/// How many colours of tracks the style sheet has.
const COLOURS: u8 = 8;

pub(super) fn days(reading: &mut Reading<'_>, programme: &mut Section<'_>, times: Times) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for mut section in programme.sections(&mut reading.problems, "days") {
        for key in ["date", "opens", "closes"] {
            section.missing(&mut reading.problems, key);
        }
        let date = section.date(&mut reading.problems, "date");
        let opens = section.clock(&mut reading.problems, "opens");
        let closes = section.clock(&mut reading.problems, "closes");
        let title = reading.texts(&mut section, "title", "programme.days.title");
        section.finish(&mut reading.problems);
        let (Some(date), Some(opens), Some(closes)) = (date, opens, closes) else { continue };
        if closes.value <= opens.value {
            reading.problems.add(closes.at, "`closes` lies before `opens`");
        }
        if days.iter().any(|day| day.date == date.value) {
            reading.problems.add(date.at, format!("{} is there already", date.value));
        }
        if let (Some(zone), Some(starts), Some(ends)) = (times.zone, times.starts_at, times.ends_at) {
            let on = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&zone).date_naive();
            if date.value < on(starts.value) || on(ends.value) < date.value {
                reading.problems.add(date.at, format!("{} is no day of the event", date.value));
            }
        }
        let title = title.unwrap_or_default();
        days.push(Day { date: date.value, opens: opens.value, closes: closes.value, title });
    }
    days.sort_by_key(|day| day.date);
    days
}

pub(super) fn venues(reading: &mut Reading<'_>, programme: &mut Section<'_>, keys: &mut Keys<'_>) -> Vec<Venue> {
    let mut venues = Vec::new();
    for mut section in programme.sections(&mut reading.problems, "venues") {
        let named = keys.named(reading, &mut section, "venue");
        let key = named.as_ref().map_or("venue", |named| &named.key).to_owned();
        let name = keys.title(reading, &mut section, "name", &format!("{key}.name"));
        let address = section.word(&mut reading.problems, "address").map_or("", |address| address.value).to_owned();
        let listed = section.sections(&mut reading.problems, "rooms");
        let rooms = listed.into_iter().filter_map(|room_section| room(reading, room_section, keys)).collect();
        section.finish(&mut reading.problems);
        venues.extend(named.map(|named| Venue { id: VenueId(named.id), name, address, rooms }));
    }
    venues
}

fn room(reading: &mut Reading<'_>, mut section: Section<'_>, keys: &mut Keys<'_>) -> Option<Room> {
    let named = keys.named(reading, &mut section, "room");
    let key = named.as_ref().map_or("room", |named| &named.key).to_owned();
    let name = keys.title(reading, &mut section, "name", &format!("{key}.name"));
    let capacity = section.number(&mut reading.problems, "capacity", 1..=MOST_PLACES);
    let hearing_loop = section.yes_no(&mut reading.problems, "hearing_loop").is_some_and(|said| said.value);
    let step_free = section.yes_no(&mut reading.problems, "step_free").is_some_and(|said| said.value);
    section.finish(&mut reading.problems);
    let capacity = capacity.and_then(|places| u32::try_from(places.value).ok());
    Some(Room { id: RoomId(named?.id), name, capacity, hearing_loop, step_free })
}

pub(super) fn walks(reading: &mut Reading<'_>, programme: &mut Section<'_>, keys: &Keys<'_>) -> Vec<Walk> {
    let mut walks: Vec<Walk> = Vec::new();
    for mut section in programme.sections(&mut reading.problems, "walks") {
        let at = section.at;
        for key in ["from", "to", "minutes"] {
            section.missing(&mut reading.problems, key);
        }
        let from = keys.asked(reading, &mut section, "venue", "from").map(VenueId);
        let to = keys.asked(reading, &mut section, "venue", "to").map(VenueId);
        let minutes = section.number(&mut reading.problems, "minutes", 1..=LONGEST_WALK);
        section.finish(&mut reading.problems);
        let (Some(from), Some(to), Some(minutes)) = (from, to, minutes) else { continue };
        let same = |walk: &Walk| (walk.from, walk.to) == (from, to) || (walk.to, walk.from) == (from, to);
        if from == to {
            reading.problems.add(at, "a walk leads from one venue to another");
        } else if walks.iter().any(same) {
            reading
                .problems
                .add(at, "the way between these two is there already; it is as long in the other direction");
        }
        walks.push(Walk { from, to, minutes: u16::try_from(minutes.value).unwrap_or(u16::MAX) });
    }
    walks
}

pub(super) fn tracks(reading: &mut Reading<'_>, programme: &mut Section<'_>, keys: &mut Keys<'_>) -> Vec<Track> {
    let mut tracks = Vec::new();
    for (place, mut section) in programme.sections(&mut reading.problems, "tracks").into_iter().enumerate() {
        let named = keys.named(reading, &mut section, "track");
        let key = named.as_ref().map_or("track", |named| &named.key).to_owned();
        let name = keys.title(reading, &mut section, "name", &format!("{key}.name"));
        let colour = section.number(&mut reading.problems, "colour", 0..=i64::from(COLOURS) - 1);
        section.finish(&mut reading.problems);
        let usual = u8::try_from(place % usize::from(COLOURS)).unwrap_or(0);
        let colour = colour.and_then(|colour| u8::try_from(colour.value).ok()).unwrap_or(usual);
        tracks.extend(named.map(|named| Track { id: TrackId(named.id), name, colour }));
    }
    tracks
}
