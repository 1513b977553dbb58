//! The second reader: another crate, which knows nothing of how the first one writes.

use std::str::FromStr;

use icalendar::{Calendar, Component, Event, EventLike, Property};

pub(crate) fn read(written: &[u8]) -> Calendar {
    let text = std::str::from_utf8(written).expect("UTF-8");
    Calendar::from_str(text).expect("a calendar")
}

pub(crate) fn only_event(written: &[u8]) -> Event {
    let calendar = read(written);
    let mut events = calendar.events();
    let event = events.next().expect("an event").clone();
    assert!(events.next().is_none(), "more than one event");
    event
}

pub(crate) fn value(event: &Event, name: &str) -> Option<String> {
    event.property_value(name).map(str::to_owned)
}

/// The one attendee.
pub(crate) fn attendee(event: &Event) -> Property {
    let attendees = event.multi_properties().get("ATTENDEE").expect("an attendee");
    let [attendee] = attendees.as_slice() else { panic!("{attendees:?}") };
    attendee.clone()
}

pub(crate) fn param(property: &Property, name: &str) -> Option<String> {
    property.params().get(name).map(|param| param.value().to_owned())
}

pub(crate) fn summary(event: &Event) -> String {
    event.get_summary().unwrap_or_default().to_owned()
}

pub(crate) fn location(event: &Event) -> String {
    event.get_location().unwrap_or_default().to_owned()
}

/// Content lines, unfolded, as they stand on the wire.
pub(crate) fn lines(written: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(written).expect("UTF-8");
    let unfolded = text.replace("\r\n ", "");
    unfolded.strip_suffix("\r\n").expect("a last line end").split("\r\n").map(str::to_owned).collect()
}
