//! Building one content line (RFC 5545 3.1).

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use ical::property::Property;

use super::{param, text};

/// A finished content line.
pub(crate) type Line = Property;

/// Begins a line: name first, then parameters, then one value, which finishes it.
pub(crate) fn line(name: &'static str) -> Head {
    Head(name.to_owned())
}

/// Name and parameters. They stay together in one string because `ical` breaks parameters that
/// hold æøå or nothing when it writes them itself; what stands in the name it passes through.
pub(crate) struct Head(String);

impl Head {
    /// A parameter of our own making, which needs no quotes.
    pub(crate) fn param(mut self, name: &'static str, value: &'static str) -> Self {
        self.0.extend([";", name, "=", value]);
        self
    }

    /// A parameter somebody typed: cleaned, always quoted, left out when nothing remains.
    pub(crate) fn quoted(mut self, name: &'static str, value: &str) -> Self {
        let value = param::clean(value);
        if !value.is_empty() {
            self.0.extend([";", name, "=\"", &value, "\""]);
        }
        self
    }

    /// A value of our own making, written as it is.
    pub(crate) fn value(self, value: impl Into<String>) -> Line {
        Property { name: self.0, params: None, value: Some(value.into()) }
    }

    pub(crate) fn text(self, value: &str) -> Line {
        self.value(text::escape(value))
    }

    /// URIs know no escapes, so that everything they cannot hold is percent-encoded.
    pub(crate) fn uri(self, value: &str) -> Line {
        self.value(uri(value))
    }

    /// The address stays as it stands in the letter: a `+` written as `%2B` does not come back
    /// from everywhere.
    pub(crate) fn mailto(self, address: &str) -> Line {
        let address: String = text::plain(address).split_whitespace().collect();
        self.value(format!("mailto:{address}"))
    }

    pub(crate) fn utc(self, moment: DateTime<Utc>) -> Line {
        self.value(moment.format("%Y%m%dT%H%M%SZ").to_string())
    }

    pub(crate) fn local(self, time: NaiveDateTime) -> Line {
        self.value(time.format("%Y%m%dT%H%M%S").to_string())
    }

    pub(crate) fn date(self, date: NaiveDate) -> Line {
        self.param("VALUE", "DATE").value(date.format("%Y%m%d").to_string())
    }
}

fn uri(value: &str) -> String {
    let mut uri = String::with_capacity(value.len());
    for byte in value.trim().bytes() {
        match byte {
            b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => {
                uri.push_str(&format!("%{byte:02X}"));
            }
            b'!'..=b'~' => uri.push(char::from(byte)),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &Line, head: &str, value: &str) {
        assert_eq!((line.name.as_str(), line.value.as_deref()), (head, Some(value)));
    }

    #[test]
    fn parameters_stand_in_the_head() {
        check(
            &line("ATTENDEE").param("RSVP", "TRUE").quoted("CN", "Ærø, \"x\"").mailto("a+b@x.no"),
            "ATTENDEE;RSVP=TRUE;CN=\"Ærø, 'x'\"",
            "mailto:a+b@x.no",
        );
    }

    #[test]
    fn an_empty_name_leaves_no_parameter() {
        check(&line("ORGANIZER").quoted("CN", " \n").mailto("a@x.no"), "ORGANIZER", "mailto:a@x.no");
    }

    #[test]
    fn addresses_and_links_hold_no_line_breaks() {
        check(&line("ORGANIZER").mailto("a@x.no\r\nATTENDEE:b"), "ORGANIZER", "mailto:a@x.noATTENDEE:b");
        check(&line("URL").uri(" https://x.no/å?a=\\1;b,c\r\nX:y "), "URL", "https://x.no/%C3%A5?a=%5C1;b,c%0D%0AX:y");
    }
}
