//! The conference as schema.org describes events, for search engines. <https://schema.org/Event>

use super::memory::Known;
use crate::timetable::{Listing, Told};
use chrono::{DateTime, Utc};
use host::Host;
use proto::Language;
use proto::event::Attendance;
use serde_json::{Value, json};

/// The conference itself. JSON-LD that can stand in a script element: nothing in it can end the element.
pub(super) fn event(known: &Known, language: Language, host: &Host) -> String {
    in_script(&conference(known, language, host))
}

/// The conference with everything that is given.
pub(super) fn programme(known: &Known, language: Language, host: &Host) -> String {
    let mut conference = conference(known, language, host);
    if let Some(timetable) = known.timetable() {
        let listings = timetable.listings().iter();
        let all: Vec<Value> = listings.map(|listing| part(known, language, host, listing)).collect();
        conference["subEvent"] = json!(all);
    }
    in_script(&conference)
}

/// One session, each time that it is given.
pub(super) fn session(known: &Known, language: Language, host: &Host, told: &Told, given: &[&Listing]) -> String {
    let event = &known.facts.event;
    let timetable = known.timetable();
    let performers: Vec<Value> = timetable
        .into_iter()
        .flat_map(|timetable| timetable.taking_part(told))
        .map(|(speaker, _)| json!({ "@type": "Person", "name": speaker.name }))
        .collect();
    let whole = |listing: &&Listing| {
        let mut part = part(known, language, host, listing);
        part["description"] = json!(told.description.get(language));
        part["inLanguage"] = json!(told.title.language(language).unwrap_or(language).code());
        part["performer"] = json!(performers);
        let (address, name) = (host.address(&event.path()), event.title.get(language));
        part["superEvent"] = json!({ "@type": "Event", "@id": address, "url": address, "name": name });
        part
    };
    let graph: Vec<Value> = given.iter().map(whole).collect();
    in_script(&json!({ "@context": "https://schema.org", "@graph": graph }))
}

fn conference(known: &Known, language: Language, host: &Host) -> Value {
    let event = &known.facts.event;
    let address = host.address(&event.path());
    let online = json!({ "@type": "VirtualLocation", "url": address });
    let place = event.venue.as_ref().map(|venue| {
        let name = venue.get(language);
        json!({ "@type": "Place", "name": name, "address": name })
    });
    let organisers = known.facts.organisers.iter();
    let organisers: Vec<Value> =
        organisers.map(|one| json!({ "@type": "Organization", "name": one.name.get(language) })).collect();
    json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": address,
        "url": address,
        "name": event.title.get(language),
        "description": event.summary.get(language),
        "image": host.address(&format!("{}/delebilete/{language}.png", event.path())),
        "inLanguage": event.title.language(language).unwrap_or(language).code(),
        "startDate": local(known, event.starts_at),
        "endDate": local(known, event.ends_at),
        "eventStatus": status(known),
        "eventAttendanceMode": mode(event.attendance),
        "location": match (place, event.attendance) {
            (Some(place), Attendance::InPerson) => place,
            (Some(place), _) => json!([online, place]),
            (None, _) => online,
        },
        "organizer": organisers,
    })
}

fn part(known: &Known, language: Language, host: &Host, listing: &Listing) -> Value {
    let event = &known.facts.event;
    let address = host.address(&format!("{}/bolk/{}", event.path(), listing.session));
    let room = listing.room.as_ref();
    let place = |name: &str, address: &str| json!({ "@type": "Place", "name": name, "address": address });
    let mut part = json!({
        "@type": "Event",
        "@id": format!("{address}#{}", listing.occurrence),
        "url": address,
        "name": listing.title.get(language),
        "startDate": local(known, listing.starts_at),
        "endDate": local(known, listing.ends_at),
        "eventStatus": status(known),
        "eventAttendanceMode": mode(listing.attendance),
    });
    part["location"] = match room {
        Some(room) => place(room.name.get(language), &room.address),
        None if listing.attendance == Attendance::Online => json!({ "@type": "VirtualLocation", "url": address }),
        None => event.venue.as_ref().map_or(Value::Null, |venue| place(venue.get(language), venue.get(language))),
    };
    if let Some(capacity) = listing.capacity.filter(|_| listing.chosen) {
        part["maximumAttendeeCapacity"] = json!(capacity);
    }
    part
}

fn local(known: &Known, at: DateTime<Utc>) -> String {
    at.with_timezone(&known.facts.event.timezone).to_rfc3339()
}

fn status(known: &Known) -> &'static str {
    match known.facts.cancelled {
        true => "https://schema.org/EventCancelled",
        false => "https://schema.org/EventScheduled",
    }
}

fn mode(attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::InPerson => "https://schema.org/OfflineEventAttendanceMode",
        Attendance::Online => "https://schema.org/OnlineEventAttendanceMode",
        Attendance::Both => "https://schema.org/MixedEventAttendanceMode",
    }
}

/// A script element ends at `</`, whatever it holds, and begins something else at `<!--`.
fn in_script(described: &Value) -> String {
    described.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
