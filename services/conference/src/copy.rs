//! Decision: what of an edition is taken along into the next.

use crate::programme::{AccessNeed, Part, Programme, Room, RoomId, Session, Track, TrackId, Venue};
use crate::store::Words;
use crate::store::speaker::{Model as Speaker, Said, Unavailable};
use proto::event::Walk;
use proto::{SessionId, SpeakerId, VenueId};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What a new edition begins with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Edition {
    pub(crate) programme: Programme,
    pub(crate) speakers: Vec<Speaker>,
}

/// Structure, sessions and people of an edition under new ids, for another one. Days and times are not taken along. What has to
/// be asked for each time is asked anew: whether people agree to be named, whether an interpreter is ordered.
pub(crate) fn edition(
    programme: &Programme,
    speakers: &[Speaker],
    conference: Uuid,
    mut new_id: impl FnMut() -> Uuid,
) -> Edition {
    let mut venues = BTreeMap::new();
    let mut tracks = BTreeMap::new();
    let mut people = BTreeMap::new();
    let speakers = speakers
        .iter()
        .map(|speaker| {
            let id = new_id();
            people.insert(SpeakerId(speaker.id), SpeakerId(id));
            again(speaker, id, conference)
        })
        .collect();
    let programme = Programme {
        days: Vec::new(),
        venues: programme
            .venues
            .iter()
            .map(|venue| {
                let id = *venues.entry(venue.id).or_insert_with(|| VenueId(new_id()));
                let rooms = venue.rooms.iter().map(|room| Room { id: RoomId(new_id()), ..room.clone() }).collect();
                Venue { id, rooms, ..venue.clone() }
            })
            .collect(),
        tracks: programme
            .tracks
            .iter()
            .map(|track| {
                let id = *tracks.entry(track.id).or_insert_with(|| TrackId(new_id()));
                Track { id, ..track.clone() }
            })
            .collect(),
        walks: programme
            .walks
            .iter()
            .filter_map(|walk| Some(Walk { from: *venues.get(&walk.from)?, to: *venues.get(&walk.to)?, ..*walk }))
            .collect(),
        sessions: programme
            .sessions
            .iter()
            .map(|session| Session {
                id: SessionId(new_id()),
                revision: 1,
                track: session.track.and_then(|track| tracks.get(&track).copied()),
                parts: session
                    .parts
                    .iter()
                    .filter_map(|part| Some(Part { speaker: *people.get(&part.speaker)?, ..*part }))
                    .collect(),
                needs: session.needs.iter().map(|need| AccessNeed { answered: false, ..*need }).collect(),
                ..session.clone()
            })
            .collect(),
        occurrences: Vec::new(),
    };
    Edition { programme, speakers }
}

fn again(speaker: &Speaker, id: Uuid, conference: Uuid) -> Speaker {
    Speaker {
        id,
        conference,
        revision: 1,
        generation: 1,
        photo: None,
        consented_at: None,
        unavailable: Unavailable::default(),
        said_revision: 0,
        said: Said::default(),
        role: Words(speaker.role.0.clone()),
        ..speaker.clone()
    }
}
