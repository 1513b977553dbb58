//! What stands in a person's calendar: the event as they take part in it, and each thing that they have chosen.

use calendar::{Conference, Entry, Span};
use chrono::{DateTime, Utc};
use host::Purpose as Link;
use proto::PoolId;
use proto::event::{Attendance, Event, EventKind};
use proto::registration::Registration;
use text::Arg;

use crate::agenda::{self, Session};
use crate::composing::Desk;
use crate::told::Place;

/// The entry of the event; the same in letters and in the feed. An event of several days takes whole days, with what the
/// person has chosen in its description.
pub(crate) fn entry(
    desk: Desk<'_>,
    event: &Event,
    registration: &Registration,
    uid: &str,
    sequence: u32,
    stamp: DateTime<Utc>,
) -> Entry {
    let language = registration.language;
    Entry {
        uid: uid.to_owned(),
        sequence,
        stamp,
        span: Span::of(event.starts_at, event.ends_at, event.timezone),
        summary: event.title.get(language).to_owned(),
        description: description(desk, event, registration),
        location: location(desk, event, registration),
        url: Some(desk.settings.address(&event.path())),
        conference: conference(desk, event, registration),
    }
}

/// The entry of something that the person has chosen, in the feed. Its UID is the same for as long as they are signed up.
pub(crate) fn of_session(
    desk: Desk<'_>,
    event: &Event,
    registration: &Registration,
    session: &Session,
    uid: &str,
    sequence: u32,
    stamp: DateTime<Utc>,
) -> Option<Entry> {
    let span = Span::Timed { starts_at: session.starts_at?, ends_at: session.ends_at?, zone: event.timezone };
    Some(Entry {
        uid: session_uid(session.pool, uid),
        sequence,
        stamp,
        span,
        summary: session.label.clone(),
        description: event.title.get(registration.language).to_owned(),
        location: session.room.clone().or_else(|| location(desk, event, registration)),
        url: Some(desk.settings.address(&event.path())),
        conference: conference(desk, event, registration),
    })
}

fn session_uid(pool: PoolId, uid: &str) -> String {
    format!("{pool}.{uid}")
}

/// Where the person joins, unless they come. The token can do nothing else, for calendars are shared at work.
pub(crate) fn join_link(desk: Desk<'_>, event: &Event, registration: &Registration) -> Option<String> {
    let online = agenda::attendance(event, registration) != Attendance::InPerson;
    online.then(|| {
        let token = desk.keys.token(Link::Join, registration.id.0, registration.generation);
        desk.settings.address(&format!("{}/delta/{token}", event.path()))
    })
}

/// The public programme of an event that has one.
pub(crate) fn programme_link(desk: Desk<'_>, event: &Event) -> Option<String> {
    let has_programme = event.kind == EventKind::Conference && event.programme_version.is_some();
    has_programme.then(|| desk.settings.address(&format!("{}/program", event.path())))
}

fn conference(desk: Desk<'_>, event: &Event, registration: &Registration) -> Option<Conference> {
    let label = || desk.text.word(registration.language, "letter-join", &[]);
    join_link(desk, event, registration).map(|url| Conference { url, label: label() })
}

fn location(desk: Desk<'_>, event: &Event, registration: &Registration) -> Option<String> {
    let place = Place::of(event, registration, registration.language);
    place.venue.or_else(|| place.online.then(|| desk.text.word(registration.language, "letter-online", &[])))
}

/// What the person has chosen stands before the long text, which calendars cut.
fn description(desk: Desk<'_>, event: &Event, registration: &Registration) -> String {
    let language = registration.language;
    let mut parts = vec![event.summary.get(language).trim().to_owned()];
    let sessions = agenda::held(event, registration, language);
    if !sessions.is_empty() {
        let mut lines = vec![desk.text.word(language, "letter-chosen", &[])];
        lines.extend(sessions.iter().map(|session| line(desk, event, registration, session)));
        parts.push(lines.join("\n"));
    }
    if let (Some(link), Some(version)) = (programme_link(desk, event), event.programme_version) {
        let args = [("version", Arg::Number(i64::from(version)))];
        parts.push(format!("{}: {link}", desk.text.word(language, "letter-programme-version", &args)));
    }
    parts.push(event.description.get(language).trim().to_owned());
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// `Tomme lokale, tysdag 11. mai 2027 kl. 10.00–11.00, Sal 2`.
fn line(desk: Desk<'_>, event: &Event, registration: &Registration, session: &Session) -> String {
    let when = match (session.starts_at, session.ends_at) {
        (Some(starts), Some(ends)) => Some(desk.text.when(registration.language, starts, ends, event.timezone)),
        _ => None,
    };
    let parts = [Some(session.label.clone()), when, session.room.clone()];
    format!("- {}", parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}
