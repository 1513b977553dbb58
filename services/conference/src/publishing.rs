//! Decision: what becomes of a conference when its file is imported.

use crate::pools::with_programme;
use crate::programme::Programme;
use crate::programme_file::{Filed, FiledProgramme, FiledSpeaker};
use crate::release::replaced;
use crate::store::Words;
use crate::store::conference::{Contacts, Ids, Model, Places, Snapshot};
use crate::store::speaker::{Model as Speaker, Said, Unavailable};
use crate::ways::{Ways, word};
use chrono::{DateTime, Utc};
use event_file::{Cancelled, Facts};
use proto::event::Event;
use proto::{EventId, Localised, PoolId};
use uuid::Uuid;

/// What importing a file comes to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Publishing {
    /// It will not take place.
    Cancelled { stored: Box<Model>, reason: Option<Localised> },
    /// The row as it is now.
    Kept(Box<Kept>),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Kept {
    pub(crate) row: Model,
    pub(crate) facts: Change,
    pub(crate) draft: Draft,
    /// Those of the file; who is known already stays as they are.
    pub(crate) speakers: Vec<Speaker>,
    /// The file says that everybody may see the programme, and it is not what they see.
    pub(crate) release: Option<Release>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Release {
    pub(crate) note: Option<Localised>,
}

/// What became of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    New,
    /// Something that others are told has changed.
    Changed,
    /// Only what nobody is told has: the way into the meeting, whom to ask.
    Quiet,
    Unchanged,
}

/// What became of the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draft {
    /// The file has no programme.
    Absent,
    /// It is what the file says now.
    Taken,
    /// It was that before.
    Same,
    /// Organisers have worked on it since, so it is left to them.
    LeftToOrganisers,
}

/// Decides. `released` is the programme that everybody sees. Ids are asked for one by one; those that a thing had stay with its key.
pub(crate) fn publish(
    facts: Facts,
    filed: Filed,
    stored: Option<Model>,
    released: Option<&Programme>,
    now: DateTime<Utc>,
    mut new_id: impl FnMut() -> Uuid,
) -> Publishing {
    let before = match (facts.cancelled.clone(), stored) {
        (Some(Cancelled { reason }), Some(stored)) => {
            return Publishing::Cancelled { stored: Box::new(stored), reason };
        }
        (_, stored) => stored,
    };
    let known = before.clone();
    let mut row = before.unwrap_or_else(|| made(&facts.event, now, &mut new_id));
    row.ids = filed.ids;
    let event = event(facts.event, &facts.pool_keys, &mut row, released, &mut new_id);
    let told = event != row.snapshot.0 || row.unpublished;
    row.unpublished = false;
    row.contacts = Contacts(filed.contacts);
    row.doors_before_minutes = minutes(facts.doors.before_minutes);
    row.doors_after_minutes = minutes(facts.doors.after_minutes);
    // What organisers have changed on their page stays while the file says what it said.
    if facts.meeting_url != row.filed_meeting_url || known.is_none() {
        row.meeting_url.clone_from(&facts.meeting_url);
        row.filed_meeting_url = facts.meeting_url;
    }
    if filed.municipality != row.filed_municipality {
        row.municipality.clone_from(&filed.municipality);
        row.filed_municipality = filed.municipality;
    }
    if told || known.is_none() {
        say_anew(&mut row, event, now);
    }
    let (draft, speakers, release) = match filed.programme {
        None => (Draft::Absent, Vec::new(), None),
        Some(filed) => drafted(&mut row, filed, now),
    };
    let facts = match known {
        None => Change::New,
        Some(_) if told => Change::Changed,
        Some(known) if known != row => Change::Quiet,
        Some(_) => Change::Unchanged,
    };
    Publishing::Kept(Box::new(Kept { row, facts, draft, speakers, release }))
}

/// Makes this what is said of the conference, one revision on.
pub(crate) fn say_anew(row: &mut Model, event: Event, now: DateTime<Utc>) {
    row.series.clone_from(&event.series);
    (row.starts_at, row.ends_at) = (event.starts_at, event.ends_at);
    row.changed_at = now;
    row.snapshot = Snapshot(Event { revision: row.snapshot.0.revision + 1, ..event });
    row.revision = row.snapshot.0.revision.into();
}

/// The event as it would be said, with the revision that was said last.
fn event(
    filed: Event,
    pool_keys: &[String],
    row: &mut Model,
    released: Option<&Programme>,
    new_id: &mut impl FnMut() -> Uuid,
) -> Event {
    let mut event = filed;
    event.id = EventId(row.id);
    event.revision = row.snapshot.0.revision;
    // Whoever has one of the places for all keeps it when ways of taking part get places of their own.
    if row.revision > 0
        && let Some((pool, form)) = Ways::of(row.event()).shared(event.attendance)
    {
        let key = format!("form {}", word(form));
        if pool_keys.contains(&key) {
            row.ids.0.insert(format!("pool {key}"), pool.id.0);
        }
    }
    for (pool, key) in event.sign_up.pools.iter_mut().zip(pool_keys) {
        pool.id = PoolId(*row.ids.0.entry(format!("pool {key}")).or_insert_with(&mut *new_id));
    }
    // What organisers have changed on their page stays while the file says what it said.
    let filed = Ways::of(&event);
    if row.filed_ways.as_ref() == Some(&filed) {
        event = Ways::of(row.event()).given_to(event);
    }
    row.filed_ways = Some(filed);
    match (released, u32::try_from(row.released)) {
        (Some(programme), Ok(version)) => with_programme(&event, version, programme),
        _ => event,
    }
}

/// Takes the file's programme into the draft, unless organisers have worked on it.
fn drafted(row: &mut Model, filed: FiledProgramme, now: DateTime<Utc>) -> (Draft, Vec<Speaker>, Option<Release>) {
    if row.drafted_by.is_some() {
        return (Draft::LeftToOrganisers, Vec::new(), None);
    }
    let speakers = filed.speakers.into_iter().map(|speaker| self::speaker(speaker, row.id, now)).collect();
    let draft = match row.draft_revision {
        0 => filed.programme,
        _ => replaced(&row.draft, &filed.programme),
    };
    let taken = draft != row.draft;
    if taken {
        row.draft = draft;
        row.draft_revision += 1;
    }
    let release = (filed.release && (taken || row.released == 0)).then_some(Release { note: filed.note });
    (if taken { Draft::Taken } else { Draft::Same }, speakers, release)
}

fn made(event: &Event, now: DateTime<Utc>, new_id: &mut impl FnMut() -> Uuid) -> Model {
    let id = new_id();
    Model {
        id,
        slug: event.slug.clone(),
        organisation: event.organisation.clone(),
        series: event.series.clone(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        revision: 0,
        cancelled: false,
        unpublished: false,
        cancel_reason: None,
        published_at: now,
        changed_at: now,
        snapshot: Snapshot(Event { id: EventId(id), ..event.clone() }),
        ids: Ids::default(),
        contacts: Contacts::default(),
        meeting_url: String::new(),
        filed_meeting_url: String::new(),
        filed_ways: None,
        municipality: None,
        filed_municipality: None,
        doors_before_minutes: 0,
        doors_after_minutes: 0,
        draft: Programme::default(),
        draft_revision: 0,
        drafted_by: None,
        released: 0,
        release_due: None,
        release_note: None,
        release_by: None,
        signup_revision: 0,
        signup_open: None,
        places_left: None,
        waiting: None,
        places: Places::default(),
        joined_erased: 0,
    }
}

fn speaker(filed: FiledSpeaker, conference: Uuid, now: DateTime<Utc>) -> Speaker {
    Speaker {
        id: filed.id.0,
        conference,
        revision: 1,
        generation: 1,
        name: filed.name,
        email: filed.email,
        language: filed.language.code().to_owned(),
        role: Words(filed.role),
        organisation: filed.organisation,
        biography: Words(filed.biography),
        photo: None,
        consented_at: filed.consented.then_some(now),
        unavailable: Unavailable(filed.unavailable),
        said_revision: 0,
        said: Said::default(),
    }
}

/// A file allows a day at most.
fn minutes(minutes: u32) -> i32 {
    i32::try_from(minutes).unwrap_or(i32::MAX)
}
