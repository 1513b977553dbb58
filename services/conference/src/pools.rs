//! Decision: what there is to sign up for in a released programme.

use crate::programme::{Occurrence, Programme, RoomId, Session};
use proto::event::{Attendance, Event, Form, Pool};
use proto::{Language, Localised};

/// The event with the pools and walks of this version in the place of those it had before. Its own pools stay as they are.
pub(crate) fn with_programme(event: &Event, version: u32, programme: &Programme) -> Event {
    let mut event = event.clone();
    event.sign_up.pools.retain(|pool| pool.session.is_none());
    let chosen = of(programme, &event);
    event.sign_up.pools.extend(chosen);
    event.sign_up.walks.clone_from(&programme.walks);
    event.programme_version = Some(version);
    event
}

/// A pool for each time of what people choose, in order of time.
pub(crate) fn of(programme: &Programme, event: &Event) -> Vec<Pool> {
    // A form means something only where people have one.
    let forms = event.attendance == Attendance::Both && event.sign_up.pools.iter().any(|pool| pool.form.is_some());
    let given = programme.occurrences.iter().filter_map(|occurrence| {
        let session = programme.session(occurrence.session?).filter(|session| session.chosen)?;
        Some(pool(programme, session, occurrence, forms))
    });
    let mut pools: Vec<Pool> = given.collect();
    pools.sort_by_key(|pool| (pool.starts_at, pool.ends_at, pool.id));
    pools
}

fn pool(programme: &Programme, session: &Session, occurrence: &Occurrence, forms: bool) -> Pool {
    let room = occurrence.room.and_then(|room| programme.room(room));
    Pool {
        id: occurrence.id.into(),
        whole: false,
        label: session.title.clone(),
        capacity: programme.capacity(occurrence),
        starts_at: Some(occurrence.starts_at),
        ends_at: Some(occurrence.ends_at),
        form: form(session.attendance).filter(|_| forms),
        hint: None,
        price: None,
        session: Some(session.id),
        venue: room.map(|(venue, _)| venue.id),
        room: occurrence.room.and_then(|room| place(programme, room)),
    }
}

fn form(attendance: Attendance) -> Option<Form> {
    match attendance {
        Attendance::InPerson => Some(Form::InPerson),
        Attendance::Online => Some(Form::Online),
        Attendance::Both => None,
    }
}

/// Room and venue in words: "Storsalen, Kulturhuset", in every language that either is written in.
pub(crate) fn place(programme: &Programme, room: RoomId) -> Option<Localised> {
    let (venue, room) = programme.room(room)?;
    let written = |language: &Language| room.name.0.contains_key(language) || venue.name.0.contains_key(language);
    let both = |language: Language| match (room.name.get(language), venue.name.get(language)) {
        (room, "") => room.to_owned(),
        ("", venue) => venue.to_owned(),
        (room, venue) => format!("{room}, {venue}"),
    };
    Some(Localised(Language::ALL.into_iter().filter(written).map(|language| (language, both(language))).collect()))
}
