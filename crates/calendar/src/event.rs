//! The lines of a VEVENT that invitation, cancellation and feed have in common (RFC 5545 3.6.1).

use crate::entry::{Conference, Entry, Span};
use crate::ics::{self, Line, Zones, line};

const LONGEST_SUMMARY: usize = 200;
const LONGEST_DESCRIPTION: usize = 8_000;

/// Identity and time.
pub(crate) fn identity(entry: &Entry, zones: &Zones) -> Vec<Line> {
    let mut lines = vec![
        line("UID").text(&ics::one_line(&entry.uid)),
        line("DTSTAMP").utc(entry.stamp),
        line("SEQUENCE").value(entry.sequence.to_string()),
    ];
    lines.extend(zones.times(&entry.span));
    lines
}

/// What it is about. `conference` is where to meet, as long as one does.
pub(crate) fn content(entry: &Entry, conference: Option<&Conference>) -> Vec<Line> {
    let conference = conference.filter(|conference| !conference.url.trim().is_empty());
    let summary = ics::shorten(&ics::one_line(&entry.summary), LONGEST_SUMMARY);
    let mut lines = vec![line("SUMMARY").text(&summary)];
    let description = description(&entry.description, conference);
    if !description.is_empty() {
        lines.push(line("DESCRIPTION").text(&description));
    }
    if let Some(location) = filled(entry.location.as_deref()) {
        lines.push(line("LOCATION").text(location));
    }
    if let Some(url) = filled(entry.url.as_deref()) {
        lines.push(line("URL").uri(url));
    }
    if let Some(Conference { url, label }) = conference {
        let head = line("CONFERENCE").param("VALUE", "URI").param("FEATURE", "AUDIO,VIDEO").quoted("LABEL", label);
        lines.push(head.uri(url));
    }
    lines
}

/// Whether the time is taken (RFC 5545 3.8.2.7), once more in Outlook's words. A course over several
/// days must not block the nights, and what is called off must not block anything.
pub(crate) fn occupation(span: &Span, cancelled: bool) -> Vec<Line> {
    let (transparency, busy) = match (span, cancelled) {
        (Span::Timed { .. }, false) => ("OPAQUE", "BUSY"),
        (Span::Days { .. }, _) | (_, true) => ("TRANSPARENT", "FREE"),
    };
    vec![
        line("TRANSP").value(transparency),
        line("X-MICROSOFT-CDO-BUSYSTATUS").value(busy),
        line("X-MICROSOFT-CDO-INTENDEDSTATUS").value(busy),
    ]
}

fn description(text: &str, conference: Option<&Conference>) -> String {
    let text = ics::shorten(ics::plain(text).trim_end(), LONGEST_DESCRIPTION);
    let Some(Conference { url, label }) = conference else {
        return text;
    };
    let url = url.trim();
    if text.contains(url) {
        return text;
    }
    let link = match ics::one_line(label) {
        label if label.is_empty() => url.to_owned(),
        label => format!("{label}: {url}"),
    };
    match text.is_empty() {
        true => link,
        false => format!("{text}\n\n{link}"),
    }
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}
