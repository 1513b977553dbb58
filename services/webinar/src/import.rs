//! Publishes what an event file says.

use crate::forgetting::is_forgotten;
use crate::publishing::{Publishing, publish};
use crate::store::afterwards::Change;
use crate::{NAME, afterwards_file, meeting_file, store, telling};
use bus::{Bus, Carrier, Work};
use event_file::{Expected, Facts, Known, Problem, Published, read, slug_of};
use host::Host;
use proto::EventId;
use proto::event::{Attendance, EventCancelled, EventKind, EventPublished};
use sea_orm::DbErr;
use uuid::Uuid;

/// What the file of a webinar can say. People are always in the meeting, and may meet in person besides.
const WEBINAR: Expected = Expected {
    kind: EventKind::Webinar,
    ways: &[("online", Attendance::Online), ("both", Attendance::Both)],
    // Said in `meeting_file.rs`, since it may be a room that is made here.
    meeting_needed: false,
    forms: true,
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
    fn event(&self) -> EventId {
        match self {
            Self::New { event, .. }
            | Self::Changed { event, .. }
            | Self::Quiet { event, .. }
            | Self::Cancelled { event, .. }
            | Self::Unchanged { event, .. } => *event,
        }
    }

    /// Something beside the event has changed.
    fn beside(self) -> Self {
        match self {
            Self::Unchanged { event, slug } => Self::Quiet { event, slug },
            other => other,
        }
    }

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
    match take_in(&work, text, file, host.settings.rooms_url.is_some()).await {
        Ok(imported) => {
            work.commit().await?;
            tracing::info!(event.slug = imported.slug(), "imported an event file");
            Ok(imported)
        }
        Err(error) => {
            work.rollback().await;
            Err(error)
        }
    }
}

/// Judges a file, keeps what it says and says it to others, all of it in the work of whoever asks. `rooms`: this installation can
/// make rooms.
pub(crate) async fn take_in(work: &Work, text: &str, file: &str, rooms: bool) -> Result<Imported, ImportError> {
    let stored = match slug_of(text) {
        Some(slug) => store::webinar::to_change(&work.tx, &slug).await?,
        None => None,
    };
    let organisations = store::organisation::all(&work.tx).await?;
    let published =
        stored.as_ref().map(|webinar| Published { organisation: &webinar.organisation, cancelled: webinar.cancelled });
    let known = Known { organisations: &organisations, published, now: work.now };
    let (read, filed) = judge(text, file, &known, rooms).map_err(ImportError::Problems)?;
    let slug = read.event.slug.clone();
    // The letter leads to what is behind the doors, which somebody who presses as long as they are open has come through.
    let shut = i64::from(read.doors.after_minutes);
    let letter_minutes = filed.afterwards.letter_minutes.map(|minutes| minutes.max(shut));
    let afterwards = afterwards_file::Filed { letter_minutes, ..filed.afterwards };
    let organisation = organisations.get(&read.event.organisation);
    let forgotten = organisation.is_some_and(|found| is_forgotten(found, read.event.ends_at, work.now));
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
    // Names that are deleted do not come back.
    let panel = if forgotten { &[][..] } else { &filed.panel };
    let panel = store::panelist::keep(&work.tx, imported.event(), panel).await?;
    let after = telling::tell(work, imported.event(), Change::Filed(afterwards)).await?;
    Ok(if panel || after { imported.beside() } else { imported })
}

/// Everything that the file of a webinar says, or all that is wrong with it.
pub(crate) fn judge(
    text: &str,
    file: &str,
    known: &Known<'_>,
    rooms: bool,
) -> Result<(Facts, meeting_file::Meeting), Vec<Problem>> {
    read(text, file, known, &WEBINAR, |reading, file, _| meeting_file::read(reading, file, rooms))
}
