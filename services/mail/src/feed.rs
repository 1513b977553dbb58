//! A person's own calendar: what they signed up for, as it stands, to subscribe to.

use std::fmt::Write;

use calendar::FeedEntry;
use chrono::{DateTime, TimeDelta, Utc};
use proto::event::Event;
use proto::registration::{Registration, State as Standing};
use sha2::{Digest, Sha256};

use crate::composing::Desk;
use crate::store::{calendar_entry, event, registration};
use crate::{agenda, entry};

/// A feed and what browsers and calendars compare to know whether it is new.
pub(crate) struct Feed {
    pub(crate) ics: Vec<u8>,
    pub(crate) etag: String,
    pub(crate) changed_at: DateTime<Utc>,
}

/// How long cancelled entries stay, so that every calendar learns of it.
const CANCELLED: TimeDelta = TimeDelta::weeks(6);
/// How long entries stay that are over.
const OVER: TimeDelta = TimeDelta::days(366);

/// The feed of one registration. The same facts give the same bytes, whenever it is fetched.
pub(crate) fn feed(
    desk: Desk<'_>,
    known: &registration::Known,
    heard: &event::Known,
    event: &Event,
    entry: Option<&calendar_entry::Model>,
    now: DateTime<Utc>,
) -> Feed {
    let registration = &known.registration;
    // Newer than what the letters said, for a feed may be right before they are.
    let changed_at = known.changed_at.max(heard.changed_at);
    let gone = heard.cancelled || registration.state == Standing::Withdrawn;
    let stays = if gone { now - changed_at < CANCELLED } else { registration.state == Standing::Admitted };
    let mut entries = Vec::new();
    if let Some(row) = entry.filter(|_| stays && now - event.ends_at < OVER) {
        let sequence = row.sequence.and_then(|number| u32::try_from(number).ok()).unwrap_or(0);
        let entry = entry::entry(desk, event, registration, &row.uid, sequence, changed_at);
        entries.push(FeedEntry { entry, cancelled: gone, changed_at });
        entries.extend(chosen(desk, event, registration, row, sequence, changed_at, gone));
    }
    let ics = calendar::feed(event.title.get(registration.language), &entries);
    let mut etag = String::from("\"");
    for byte in &Sha256::digest(&ics)[..16] {
        // Writing into a string does not fail.
        let _ = write!(etag, "{byte:02x}");
    }
    etag.push('"');
    Feed { ics, etag, changed_at }
}

/// What the person has besides the event itself and that has a time of its own. What they wait for is not theirs yet.
fn chosen(
    desk: Desk<'_>,
    event: &Event,
    registration: &Registration,
    row: &calendar_entry::Model,
    sequence: u32,
    changed_at: DateTime<Utc>,
    gone: bool,
) -> Vec<FeedEntry> {
    let sessions = agenda::held(event, registration, registration.language);
    sessions
        .iter()
        .filter_map(|session| {
            let entry = entry::of_session(desk, event, registration, session, &row.uid, sequence, changed_at)?;
            Some(FeedEntry { entry, cancelled: gone, changed_at })
        })
        .collect()
}
