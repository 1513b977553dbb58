//! What has changed in the programme, version by version, as it was said when each was released.

use super::around::Around;
use crate::pages::Site;
use crate::store;
use crate::timetable::example;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, Page, Visit};
use proto::conference::{OccurrenceChange, ProgrammeChange, Slot};
use proto::{Localised, OccurrenceId, SessionId};
use serde::Serialize;
use std::collections::BTreeSet;

/// Versions on one page.
const MOST: usize = 20;

#[derive(Serialize)]
pub(super) struct ChangesPage {
    around: Around,
    versions: Vec<Version>,
    /// The number to go on from, where there are older ones.
    older: Option<i32>,
    /// Those that have a page.
    sessions: BTreeSet<SessionId>,
}

#[derive(Serialize)]
struct Version {
    number: i32,
    released_at: DateTime<Utc>,
    note: Option<Localised>,
    /// Of the first nothing but that it came: everything in it is new.
    first: bool,
    changes: Vec<ProgrammeChange>,
}

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let known = site.memory.conference(&site.host, &slug, visit.now).await?;
    let visit = known.framed(visit);
    let newest = known.plan.as_ref().map_or(0, |plan| i32::try_from(plan.version).unwrap_or(i32::MAX));
    let asked = uri.query().into_iter().flat_map(|query| query.split('&'));
    let up_to = asked.filter_map(|pair| pair.strip_prefix("til=")?.parse().ok()).next().unwrap_or(newest).min(newest);
    let said = store::version::said(&site.host.db.read, known.facts.event.id.0, up_to, MOST as u64).await?;
    let versions: Vec<Version> = said.into_iter().map(Version::of).collect();
    let sessions = known.timetable().map(|timetable| timetable.sessions().map(|told| told.id).collect());
    Ok(visit.page(&ChangesPage {
        around: Around::of(&site.host, &known).here("changes"),
        older: versions.last().map(|last| last.number - 1).filter(|older| *older > 0),
        versions,
        sessions: sessions.unwrap_or_default(),
    }))
}

impl Version {
    fn of((number, note, changes, released_at): store::version::Said) -> Self {
        let first = number == 1;
        let mut changes = if first { Vec::new() } else { changes.0 };
        // What matters most to those who have made plans comes first.
        changes.sort_by_key(|change| match &change.what {
            OccurrenceChange::Removed { before } => (0, before.starts_at),
            OccurrenceChange::Moved { now, .. } => (1, now.starts_at),
            OccurrenceChange::Added { now } => (2, now.starts_at),
            OccurrenceChange::Edited { now } => (3, now.starts_at),
        });
        Self { number, released_at, note: note.map(|note| note.0), first, changes }
    }
}

impl Page for ChangesPage {
    const TEMPLATE: &'static str = "conference/public_changes.html";

    fn samples() -> Vec<Self> {
        let slot = |starts_at: &str, ends_at: &str, room: Option<&str>| Slot {
            starts_at: example::at(starts_at),
            ends_at: example::at(ends_at),
            room: room.map(|room| example::text(room, room)),
        };
        let hall = || slot("2027-05-11T07:00:00Z", "2027-05-11T08:00:00Z", Some("Storsalen, Kulturhuset"));
        let later = || slot("2027-05-12T08:30:00Z", "2027-05-12T09:15:00Z", None);
        let change = |n: u128, title: &str, what: OccurrenceChange| ProgrammeChange {
            occurrence_id: OccurrenceId(example::occurrence_id(n).0),
            session_id: example::session_id(n),
            title: example::text(title, title),
            what,
        };
        let long = "Sentrumsbustadutviklingsavtalar og reguleringsplanføresegner i småkommunane";
        let changes = vec![
            change(9, "Ei økt som ikkje blir halden", OccurrenceChange::Removed { before: later() }),
            change(3, long, OccurrenceChange::Moved { before: hall(), now: later() }),
            change(4, "Byvandring på papir", OccurrenceChange::Added { now: hall() }),
            change(1, "Velkomen", OccurrenceChange::Edited { now: hall() }),
        ];
        let version = |number: i32, note: Option<Localised>, changes: &[ProgrammeChange]| Version {
            number,
            released_at: example::at("2027-02-01T09:00:00Z"),
            note,
            first: number == 1,
            changes: changes.to_vec(),
        };
        let note = example::text("To innleiarar bytte dag.\n\nTakk for tolmodet!", "Two speakers changed days.");
        let sessions = BTreeSet::from([example::session_id(1), example::session_id(3), example::session_id(4)]);
        vec![
            Self {
                around: Around::example().here("changes"),
                versions: vec![
                    version(3, Some(note), &changes),
                    version(2, None, &[]),
                    version(1, Some(example::text("Her er programmet.", "Here is the programme.")), &[]),
                ],
                older: None,
                sessions: sessions.clone(),
            },
            Self {
                around: Around::long_example(),
                versions: vec![version(40, None, &changes)],
                older: Some(39),
                sessions,
            },
            Self {
                around: Around { version: None, ..Around::example() },
                versions: Vec::new(),
                older: None,
                sessions: BTreeSet::new(),
            },
        ]
    }
}
