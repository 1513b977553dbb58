//! A whole calendar object (RFC 5545 3.4), and writing it down.

use ical::generator::{Emitter, IcalCalendarBuilder};
use ical::parser::ical::component::{IcalCalendar, IcalEvent};

use super::fold::fold;
use super::{Line, Zones};

const PRODUCT: &str = "-//Moteplass//Moteplass//NN";

pub(crate) struct Calendar(IcalCalendar);

impl Calendar {
    /// A calendar with the properties every calendar has, and these in addition.
    pub(crate) fn new(properties: impl IntoIterator<Item = Line>) -> Self {
        let mut calendar = IcalCalendarBuilder::version("2.0").gregorian().prodid(PRODUCT).build();
        calendar.properties.extend(properties);
        Self(calendar)
    }

    pub(crate) fn zones(mut self, zones: Zones) -> Self {
        self.0.timezones.extend(zones.into_timezones());
        self
    }

    pub(crate) fn events(mut self, events: impl IntoIterator<Item = Vec<Line>>) -> Self {
        let events = events.into_iter().map(|properties| IcalEvent { properties, alarms: Vec::new() });
        self.0.events.extend(events);
        self
    }

    pub(crate) fn render(&self) -> Vec<u8> {
        let emitted = self.0.generate();
        let mut written = Vec::with_capacity(emitted.len() + emitted.len() / 32);
        // `ical` folds by characters and splits escapes. No value holds a raw line break, so its
        // folds can be taken out again without loss.
        for line in emitted.replace("\r\n ", "").split_terminator("\r\n") {
            fold(line, &mut written);
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ics::{line, plain, read};

    fn check_physical_lines(written: &[u8]) {
        let written = std::str::from_utf8(written).expect("UTF-8");
        for line in written.strip_suffix("\r\n").expect("a last line end").split("\r\n") {
            assert!(!line.contains(['\r', '\n']), "a bare line end: {line:?}");
            assert!(line.len() <= 75, "{} octets: {line:?}", line.len());
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(text in any::<String>(), name in any::<String>(), link in any::<String>()) {
            let event = vec![
                line("SUMMARY").text(&text),
                line("ATTENDEE").quoted("CN", &name).mailto(&link),
                line("URL").uri(&link),
            ];
            let written = Calendar::new([line("METHOD").value("REQUEST")]).events([event]).render();
            check_physical_lines(&written);
            let calendars = read(&written).expect("a calendar");
            let [calendar] = calendars.as_slice() else { panic!("several calendars") };
            prop_assert_eq!(calendar.lines.len(), 4, "no line was added");
            let [event] = calendar.parts.as_slice() else { panic!("several events") };
            prop_assert_eq!(event.lines.len(), 3, "no line was added");
            prop_assert_eq!(event.first("SUMMARY").expect("a summary").text(), plain(&text));
            let cn = event.first("ATTENDEE").expect("an attendee").param("CN").unwrap_or_default();
            prop_assert_eq!(cn, super::super::param::clean(&name));
        }
    }
}
