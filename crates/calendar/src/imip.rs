//! The messages to one attendee (iMIP, RFC 6047): invitation, update, cancellation.

use std::iter::once;

use crate::entry::{Answer, Entry, Party, Standing};
use crate::event;
use crate::ics::{Calendar, Line, Zones, line};

/// An invitation, and every update of it: METHOD:REQUEST (RFC 5546 3.2.2).
///
/// The letter's MIME part must name the same method.
pub fn request(entry: &Entry, organiser: &Party, attendee: &Party, answer: Answer, standing: Standing) -> Vec<u8> {
    let invited = line("ATTENDEE")
        .param("CUTYPE", "INDIVIDUAL")
        .param("ROLE", "REQ-PARTICIPANT")
        .param("PARTSTAT", partstat(answer))
        .param("RSVP", "TRUE")
        .quoted("CN", &attendee.name)
        .mailto(&attendee.address);
    let status = match standing {
        Standing::Confirmed => "CONFIRMED",
        Standing::Tentative => "TENTATIVE",
    };
    let zones = Zones::of([&entry.span]);
    let mut lines = event::identity(entry, &zones);
    lines.extend(event::content(entry, entry.conference.as_ref()));
    lines.extend([organised(organiser), invited, line("STATUS").value(status)]);
    lines.extend(event::occupation(&entry.span, false));
    // Outlook would offer "propose new time", which is of no use with hundreds of participants.
    lines.push(line("X-MICROSOFT-DISALLOW-COUNTER").value("TRUE"));
    message("REQUEST", zones, lines)
}

/// Takes the entry out of the calendar again: METHOD:CANCEL (RFC 5546 3.2.5).
///
/// The same for an event that was called off and for a person who signed off. Organiser and attendee
/// must be those of the invitation, and the entry's `sequence` the next number.
pub fn cancel(entry: &Entry, organiser: &Party, attendee: &Party) -> Vec<u8> {
    let invited = line("ATTENDEE")
        .param("CUTYPE", "INDIVIDUAL")
        .param("ROLE", "REQ-PARTICIPANT")
        .quoted("CN", &attendee.name)
        .mailto(&attendee.address);
    let zones = Zones::of([&entry.span]);
    let mut lines = event::identity(entry, &zones);
    lines.extend(event::content(entry, None));
    lines.extend([organised(organiser), invited, line("STATUS").value("CANCELLED")]);
    lines.extend(event::occupation(&entry.span, true));
    message("CANCEL", zones, lines)
}

fn message(method: &'static str, zones: Zones, event: Vec<Line>) -> Vec<u8> {
    Calendar::new(once(line("METHOD").value(method))).zones(zones).events(once(event)).render()
}

fn organised(organiser: &Party) -> Line {
    line("ORGANIZER").quoted("CN", &organiser.name).mailto(&organiser.address)
}

fn partstat(answer: Answer) -> &'static str {
    match answer {
        Answer::Accepted => "ACCEPTED",
        Answer::NeedsAction => "NEEDS-ACTION",
        Answer::Tentative => "TENTATIVE",
        Answer::Declined => "DECLINED",
    }
}
