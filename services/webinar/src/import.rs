//! Publishes what an event file says.

use crate::publishing::{Publishing, publish};
use crate::{NAME, store};
use bus::{Bus, Carrier};
use event_file::{Expected, Known, Problem, Published, read, slug_of};
use host::Host;
use proto::EventId;
use proto::event::{Attendance, EventCancelled, EventKind, EventPublished};
use sea_orm::DbErr;
use uuid::Uuid;

/// What the file of a webinar can say. People are always in the meeting, and may meet in person besides.
const WEBINAR: Expected = Expected {
    kind: EventKind::Webinar,
    ways: &[("online", Attendance::Online), ("both", Attendance::Both)],
    meeting_needed: true,
    forms: false,
};

/// What importing a file has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imported {
    /// It is published for the first time.
    New { event: EventId, slug: String },
    /// A new revision is published.
    Changed { event: EventId, slug: String, revision: u32 },
    /// Only the way into the meeting is another; nobody needs to be told.
    Quiet { event: EventId, slug: String },
    /// It is cancelled; everybody who signed up is told.
    Cancelled { event: EventId, slug: String },
    /// All of it was known.
    Unchanged { event: EventId, slug: String },
}

impl Imported {
    /// The slug of the webinar that the file is about.
    pub fn slug(&self) -> &str {
        match self {
            Self::New { slug, .. }
            | Self::Changed { slug, .. }
            | Self::Quiet { slug, .. }
            | Self::Cancelled { slug, .. }
            | Self::Unchanged { slug, .. } => slug,
        }
    }
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// In the order of the file.
    #[error("the file has {} problem(s)", .0.len())]
    Problems(Vec<Problem>),
    #[error("the database of webinars cannot be written")]
    Database(#[from] DbErr),
}

/// Publishes what an event file says, or tells everything that is wrong with it. `file` is its name in what is told.
///
/// Needs no loops: what is said lies in the outbox, and the service carries it when it runs.
pub async fn import(host: &Host, text: &str, file: &str) -> Result<Imported, ImportError> {
    let (bus, _loops) = Bus::build(NAME, host, &Carrier::in_process()).start();
    let work = bus.begin().await?;
    let slug = slug_of(text);
    let stored = match &slug {
        Some(slug) => store::webinar::to_change(&work.tx, slug).await?,
        None => None,
    };
    let organisations = store::organisation::all(&work.tx).await?;
    let published =
        stored.as_ref().map(|webinar| Published { organisation: &webinar.organisation, cancelled: webinar.cancelled });
    let known = Known { organisations: &organisations, published, now: work.now };
    let read = match read(text, file, &known, &WEBINAR, |_, _, _| Some(())) {
        Ok((facts, ())) => facts,
        Err(problems) => {
            work.rollback().await;
            return Err(ImportError::Problems(problems));
        }
    };
    let slug = read.event.slug.clone();
    let imported = match publish(read, stored, work.now, Uuid::now_v7) {
        Publishing::New(row) => {
            let event = row.event().clone();
            store::webinar::insert(&work.tx, row).await?;
            work.say(&EventPublished { event: event.clone() });
            Imported::New { event: event.id, slug }
        }
        Publishing::Changed(row) => {
            let event = row.event().clone();
            store::webinar::update(&work.tx, row).await?;
            work.say(&EventPublished { event: event.clone() });
            Imported::Changed { event: event.id, slug, revision: event.revision }
        }
        Publishing::Quiet(row) => {
            let event = row.event().id;
            store::webinar::update(&work.tx, row).await?;
            Imported::Quiet { event, slug }
        }
        Publishing::Cancelled(row) => {
            let cancelled = EventCancelled {
                event_id: row.event().id,
                revision: row.event().revision,
                reason: row.reason().cloned(),
            };
            store::webinar::update(&work.tx, row).await?;
            work.say(&cancelled);
            Imported::Cancelled { event: cancelled.event_id, slug }
        }
        Publishing::Unchanged(event) => Imported::Unchanged { event, slug },
    };
    work.commit().await?;
    tracing::info!(event.slug = imported.slug(), "imported an event file");
    Ok(imported)
}
