//! The same programme by day, by track and by room.

use super::{Listing, Timetable};
use chrono::{DateTime, NaiveDate, Utc};
use proto::Localised;
use serde::Serialize;

/// How a programme is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) enum View {
    #[serde(rename = "dag")]
    Day,
    #[serde(rename = "spor")]
    Track,
    #[serde(rename = "rom")]
    Room,
}

impl View {
    pub(crate) const ALL: [Self; 3] = [Self::Day, Self::Track, Self::Room];

    /// The word in addresses.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Day => "dag",
            Self::Track => "spor",
            Self::Room => "rom",
        }
    }
}

/// A part of the page with a heading of its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Section {
    pub(crate) heading: Heading,
    pub(crate) groups: Vec<Group>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum Heading {
    Day {
        /// Some moment of the day.
        at: DateTime<Utc>,
        date: NaiveDate,
        title: Localised,
    },
    Track {
        name: Localised,
        colour: u8,
    },
    /// In no track: plenaries, breaks and what is for all.
    NoTrack,
    Room {
        name: Localised,
    },
    /// In no room.
    Online,
}

/// Listings that begin at the same moment, or are on the same day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Group {
    pub(crate) at: DateTime<Utc>,
    pub(crate) listings: Vec<Listing>,
}

impl Timetable {
    /// The whole programme laid out in this way. Days, tracks and rooms without anything are left out.
    pub(crate) fn sections(&self, view: View) -> Vec<Section> {
        match view {
            View::Day => self.by_day(),
            View::Track => {
                let tracks = self.tracks.iter().map(|(id, track)| {
                    let heading = Heading::Track { name: track.name.clone(), colour: track.colour };
                    self.section(heading, |listing| listing.track_id == Some(*id))
                });
                let rest = self.section(Heading::NoTrack, |listing| listing.track_id.is_none());
                tracks.chain([rest]).flatten().collect()
            }
            View::Room => {
                let rooms = self.rooms.iter().map(|(id, room)| {
                    let heading = Heading::Room { name: room.name.clone() };
                    self.section(heading, |listing| listing.room_id == Some(*id))
                });
                let rest = self.section(Heading::Online, |listing| listing.room_id.is_none());
                rooms.chain([rest]).flatten().collect()
            }
        }
    }

    fn by_day(&self) -> Vec<Section> {
        let day = |(first, title): (&Listing, Localised)| {
            let date = self.date(first.starts_at);
            let theirs = self.listings.iter().filter(|listing| self.date(listing.starts_at) == date).cloned();
            Section { heading: Heading::Day { at: first.starts_at, date, title }, groups: by_time(theirs) }
        };
        self.days().into_iter().map(day).collect()
    }

    /// What belongs to a track or a room, by day.
    fn section(&self, heading: Heading, belongs: impl Fn(&Listing) -> bool) -> Option<Section> {
        let mut groups: Vec<Group> = Vec::new();
        for listing in self.listings.iter().filter(|listing| belongs(listing)) {
            match groups.last_mut() {
                Some(group) if self.date(group.at) == self.date(listing.starts_at) => {
                    group.listings.push(listing.clone());
                }
                _ => groups.push(Group { at: listing.starts_at, listings: vec![listing.clone()] }),
            }
        }
        (!groups.is_empty()).then_some(Section { heading, groups })
    }
}

/// Those that begin at the same moment together. They come in order of time.
pub(super) fn by_time(listings: impl Iterator<Item = Listing>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for listing in listings {
        match groups.last_mut() {
            Some(group) if group.at == listing.starts_at => group.listings.push(listing),
            _ => groups.push(Group { at: listing.starts_at, listings: vec![listing] }),
        }
    }
    groups
}
