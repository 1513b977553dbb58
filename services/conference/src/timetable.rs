//! The released programme as anybody may see it: what is given when and where, and by whom. Blocks, sessions without a time
//! and people who have not agreed to be named are not in it, so no page has to remember to leave them out.

pub(crate) mod example;
mod now;
mod search;
mod sections;
#[cfg(test)]
mod tests;

pub(crate) use now::Now;
pub(crate) use sections::{Group, Section, View};

use crate::programme::{Access, Occurrence, Part, Programme, RoomId, Session, SessionKind, TrackId};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use proto::event::Attendance;
use proto::{Language, Localised, OccurrenceId, SessionId, SpeakerId};
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Everything the public pages draw on, in order of time and then of rooms.
#[derive(Clone, Debug)]
pub(crate) struct Timetable {
    pub(crate) zone: Tz,
    listings: Vec<Listing>,
    /// What each listing is found by, in the same order.
    folded: Vec<String>,
    days: BTreeMap<NaiveDate, Localised>,
    tracks: Vec<(TrackId, ListedTrack)>,
    rooms: Vec<(RoomId, ListedRoom)>,
    sessions: BTreeMap<SessionId, Told>,
    speakers: BTreeMap<SpeakerId, Speaker>,
}

/// One occurrence in a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Listing {
    pub(crate) occurrence: OccurrenceId,
    pub(crate) session: SessionId,
    pub(crate) kind: SessionKind,
    pub(crate) title: Localised,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
    pub(crate) track: Option<ListedTrack>,
    /// Absent when it is only online.
    pub(crate) room: Option<ListedRoom>,
    pub(crate) attendance: Attendance,
    pub(crate) chosen: bool,
    /// How many places it has; unlimited when absent.
    pub(crate) capacity: Option<u32>,
    pub(crate) speakers: Vec<ListedSpeaker>,
    #[serde(skip)]
    track_id: Option<TrackId>,
    #[serde(skip)]
    room_id: Option<RoomId>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct ListedTrack {
    pub(crate) name: Localised,
    pub(crate) colour: u8,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct ListedRoom {
    /// With its venue, where there are several.
    pub(crate) name: Localised,
    pub(crate) venue: Localised,
    pub(crate) address: String,
    pub(crate) hearing_loop: bool,
    pub(crate) step_free: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ListedSpeaker {
    pub(crate) id: SpeakerId,
    pub(crate) name: String,
    pub(crate) moderates: bool,
}

/// A speaker who has agreed to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Speaker {
    pub(crate) id: SpeakerId,
    pub(crate) name: String,
    pub(crate) role: Localised,
    pub(crate) organisation: String,
    pub(crate) biography: Localised,
    pub(crate) photo: Option<Uuid>,
}

/// What is told of a session apart from when it is given.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Told {
    pub(crate) id: SessionId,
    pub(crate) kind: SessionKind,
    pub(crate) title: Localised,
    pub(crate) description: Localised,
    pub(crate) track: Option<ListedTrack>,
    pub(crate) attendance: Attendance,
    pub(crate) chosen: bool,
    /// What has been arranged for people to be able to take part.
    pub(crate) access: Vec<Access>,
    parts: Vec<ListedSpeaker>,
}

impl Timetable {
    /// The public part of a released programme. `speakers` are those who have agreed to be shown.
    pub(crate) fn of(programme: &Programme, zone: Tz, speakers: impl IntoIterator<Item = Speaker>) -> Self {
        let speakers: BTreeMap<_, _> = speakers.into_iter().map(|speaker| (speaker.id, speaker)).collect();
        let tracks: Vec<_> = programme.tracks.iter().map(listed_track).collect();
        let rooms = rooms(programme);
        let mut made = Self {
            zone,
            listings: Vec::new(),
            folded: Vec::new(),
            days: programme.days.iter().map(|day| (day.date, day.title.clone())).collect(),
            tracks,
            rooms,
            sessions: BTreeMap::new(),
            speakers: BTreeMap::new(),
        };
        let sessions: BTreeMap<_, _> = programme.sessions.iter().map(|session| (session.id, session)).collect();
        for occurrence in &programme.occurrences {
            let Some(session) = occurrence.session.and_then(|id| sessions.get(&id).copied()) else { continue };
            let told = made.told(session, &speakers);
            made.listings.push(made.listing(programme, session, occurrence, &told));
            made.sessions.entry(session.id).or_insert(told);
        }
        let order: BTreeMap<_, _> = made.rooms.iter().enumerate().map(|(n, (id, _))| (*id, n)).collect();
        let place = |listing: &Listing| listing.room_id.and_then(|id| order.get(&id).copied()).unwrap_or(usize::MAX);
        made.listings.sort_by_key(|listing| (listing.starts_at, place(listing), listing.ends_at, listing.occurrence));
        // Those who are only in sessions that are not given are not part of the programme.
        made.speakers = speakers;
        made.speakers.retain(|id, _| made.sessions.values().any(|told| told.parts.iter().any(|part| part.id == *id)));
        made.folded = made.listings.iter().map(|listing| made.found_by(listing)).collect();
        made
    }

    fn told(&self, session: &Session, speakers: &BTreeMap<SpeakerId, Speaker>) -> Told {
        let named = |part: &Part| {
            let name = speakers.get(&part.speaker)?.name.clone();
            Some(ListedSpeaker { id: part.speaker, name, moderates: part.moderates })
        };
        Told {
            id: session.id,
            kind: session.kind,
            title: session.title.clone(),
            description: session.description.clone(),
            track: self.track(session.track).cloned(),
            attendance: session.attendance,
            chosen: session.chosen,
            access: session.needs.iter().filter(|need| need.answered).map(|need| need.what).collect(),
            parts: session.parts.iter().filter_map(named).collect(),
        }
    }

    fn listing(&self, programme: &Programme, session: &Session, occurrence: &Occurrence, told: &Told) -> Listing {
        let room = occurrence.room.and_then(|id| self.rooms.iter().find(|(own, _)| *own == id));
        Listing {
            occurrence: occurrence.id,
            session: session.id,
            kind: session.kind,
            title: session.title.clone(),
            starts_at: occurrence.starts_at,
            ends_at: occurrence.ends_at,
            track: told.track.clone(),
            room: room.map(|(_, room)| room.clone()),
            attendance: session.attendance,
            chosen: session.chosen,
            capacity: programme.capacity(occurrence),
            speakers: told.parts.clone(),
            track_id: session.track.filter(|_| told.track.is_some()),
            room_id: room.map(|(id, _)| *id),
        }
    }

    fn track(&self, id: Option<TrackId>) -> Option<&ListedTrack> {
        self.tracks.iter().find(|(own, _)| Some(*own) == id).map(|(_, track)| track)
    }

    /// Everything, in order of time and then of rooms.
    pub(crate) fn listings(&self) -> &[Listing] {
        &self.listings
    }

    pub(crate) fn listing_of(&self, occurrence: OccurrenceId) -> Option<&Listing> {
        self.listings.iter().find(|listing| listing.occurrence == occurrence)
    }

    /// A session that is given, and when.
    pub(crate) fn session(&self, id: SessionId) -> Option<(&Told, Vec<&Listing>)> {
        let told = self.sessions.get(&id)?;
        Some((told, self.listings.iter().filter(|listing| listing.session == id).collect()))
    }

    /// Sessions that are given, in the order of their ids.
    pub(crate) fn sessions(&self) -> impl Iterator<Item = &Told> {
        self.sessions.values()
    }

    /// The people in a session who have agreed to be shown, in the order of the programme, and whether they moderate.
    pub(crate) fn taking_part<'a>(&'a self, told: &'a Told) -> impl Iterator<Item = (&'a Speaker, bool)> {
        told.parts.iter().filter_map(|part| Some((self.speakers.get(&part.id)?, part.moderates)))
    }

    /// Somebody who has agreed to be shown, and what they take part in.
    pub(crate) fn speaker(&self, id: SpeakerId) -> Option<(&Speaker, Vec<&Listing>)> {
        let speaker = self.speakers.get(&id)?;
        let theirs = |listing: &&Listing| listing.speakers.iter().any(|named| named.id == id);
        Some((speaker, self.listings.iter().filter(theirs).collect()))
    }

    /// Everybody who has agreed to be shown and takes part in something.
    pub(crate) fn speakers(&self) -> impl Iterator<Item = &Speaker> {
        self.speakers.values()
    }

    /// The first listing of each day, with what the organisers call the day.
    pub(crate) fn days(&self) -> Vec<(&Listing, Localised)> {
        let mut days: Vec<(&Listing, Localised)> = Vec::new();
        for listing in &self.listings {
            let date = self.date(listing.starts_at);
            if days.last().is_none_or(|(first, _)| self.date(first.starts_at) != date) {
                days.push((listing, self.days.get(&date).cloned().unwrap_or_default()));
            }
        }
        days
    }

    /// From when until when something is sent online, once for each day that has something.
    pub(crate) fn sent_online(&self) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
        let mut days: Vec<(DateTime<Utc>, DateTime<Utc>)> = Vec::new();
        for listing in self.listings.iter().filter(|listing| listing.attendance != Attendance::InPerson) {
            match days.last_mut() {
                Some((begins, ends)) if self.date(*begins) == self.date(listing.starts_at) => {
                    *ends = listing.ends_at.max(*ends);
                }
                _ => days.push((listing.starts_at, listing.ends_at)),
            }
        }
        days
    }

    pub(crate) fn date(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }
}

fn listed_track(track: &crate::programme::Track) -> (TrackId, ListedTrack) {
    (track.id, ListedTrack { name: track.name.clone(), colour: track.colour })
}

fn rooms(programme: &Programme) -> Vec<(RoomId, ListedRoom)> {
    let several = programme.venues.len() > 1;
    let listed = |venue: &crate::programme::Venue, room: &crate::programme::Room| ListedRoom {
        name: if several { joined(&room.name, &venue.name) } else { room.name.clone() },
        venue: venue.name.clone(),
        address: venue.address.clone(),
        hearing_loop: room.hearing_loop,
        step_free: room.step_free,
    };
    let venues = programme.venues.iter();
    venues.flat_map(|venue| venue.rooms.iter().map(move |room| (room.id, listed(venue, room)))).collect()
}

/// "Storsalen, Kulturhuset" in every language that either is written in.
fn joined(room: &Localised, venue: &Localised) -> Localised {
    let written = |language: &Language| room.0.contains_key(language) || venue.0.contains_key(language);
    let both = |language: Language| match (room.get(language), venue.get(language)) {
        (room, "") => room.to_owned(),
        (room, venue) => format!("{room}, {venue}"),
    };
    Localised(Language::ALL.into_iter().filter(written).map(|language| (language, both(language))).collect())
}
