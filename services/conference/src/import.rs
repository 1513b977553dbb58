//! Publishes what an event file says.

use crate::erasing::mark;
use crate::publishing::{Change, Draft, Kept, Publishing, publish};
use crate::releasing::{self, Releasing};
use crate::store::conference::{self, Ids};
use crate::store::{organisation, speaker, version};
use crate::{NAME, programme_file};
use bus::{Bus, Carrier, Work};
use event_file::{Known, Problem, Published, read, slug_of};
use host::{Host, Keys};
use proto::EventId;
use proto::event::EventPublished;
use sea_orm::DbErr;
use uuid::Uuid;

/// What importing a file has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    pub event: EventId,
    /// The slug of the conference that the file is about.
    pub slug: String,
    pub facts: Facts,
    pub draft: Draft,
    /// The version that everybody sees from now on.
    pub released: Option<u32>,
    /// How many the file names whose data were erased: they are left out.
    pub erased: usize,
}

/// What became of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facts {
    /// It is published for the first time.
    New,
    /// A new revision is published.
    Changed { revision: u32 },
    /// Only what nobody needs to be told is another.
    Quiet,
    /// It is cancelled; everybody who signed up or speaks is told.
    Cancelled,
    /// All of it was known.
    Unchanged,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// In the order of the file.
    #[error("the file has {} problem(s)", .0.len())]
    Problems(Vec<Problem>),
    #[error("the database of conferences cannot be written")]
    Database(#[from] DbErr),
}

/// Publishes what an event file says, or tells everything that is wrong with it. `file` is its name in what is told.
///
/// Needs no loops: what is said lies in the outbox, and the service carries it when it runs.
pub async fn import(host: &Host, text: &str, file: &str) -> Result<Imported, ImportError> {
    let (bus, _loops) = Bus::build(NAME, host, &Carrier::in_process()).start();
    let work = bus.begin().await?;
    match take_in(&work, &host.keys, text, file).await {
        Ok(imported) => {
            work.commit().await?;
            tracing::info!(event.slug = imported.slug, "imported an event file");
            Ok(imported)
        }
        Err(error) => {
            work.rollback().await;
            Err(error)
        }
    }
}

/// Judges a file, keeps what it says and says it to others, all of it in the work of whoever asks.
pub(crate) async fn take_in(work: &Work, keys: &Keys, text: &str, file: &str) -> Result<Imported, ImportError> {
    let stored = match slug_of(text) {
        Some(slug) => conference::any_to_change(&work.tx, &slug).await?,
        None => None,
    };
    let organisations = organisation::all(&work.tx).await?;
    let published = stored.as_ref().map(|row| Published { organisation: &row.organisation, cancelled: row.cancelled });
    let known = Known { organisations: &organisations, published, now: work.now };
    let ids = stored.as_ref().map_or_else(Ids::default, |row| row.ids.clone());
    let read = read(text, file, &known, &programme_file::CONFERENCE, |reading, file, times| {
        let mark = |key: &str| mark(keys, key);
        programme_file::read(reading, file, times, ids, &mut Uuid::now_v7, &mark)
    });
    let (facts, filed) = read.map_err(ImportError::Problems)?;
    let erased = filed.programme.as_ref().map_or(0, |programme| programme.erased);
    let released = match &stored {
        Some(row) => version::find(&work.tx, row.id, row.released).await?.map(|version| version.programme),
        None => None,
    };
    let imported = match publish(facts, filed, stored, released.as_ref(), work.now, Uuid::now_v7) {
        Publishing::Cancelled { stored, reason } => {
            let (event, slug) = (EventId(stored.id), stored.slug.clone());
            let first = releasing::cancel(work, *stored, reason).await?;
            let facts = if first { Facts::Cancelled } else { Facts::Unchanged };
            Imported { event, slug, facts, draft: Draft::Absent, released: None, erased }
        }
        Publishing::Kept(kept) => Imported { erased, ..keep(work, *kept).await? },
    };
    Ok(imported)
}

async fn keep(work: &Work, kept: Kept) -> Result<Imported, DbErr> {
    let Kept { row, facts, draft, speakers, release } = kept;
    let event = row.event().clone();
    let imported = Imported {
        event: event.id,
        slug: row.slug.clone(),
        facts: match facts {
            Change::New => Facts::New,
            Change::Changed => Facts::Changed { revision: event.revision },
            Change::Quiet => Facts::Quiet,
            Change::Unchanged => Facts::Unchanged,
        },
        draft,
        released: None,
        erased: 0,
    };
    match facts {
        Change::New => conference::insert(&work.tx, row.clone()).await?,
        Change::Changed | Change::Quiet => conference::update(&work.tx, row.clone()).await?,
        Change::Unchanged => {}
    }
    for speaker in speakers {
        if speaker::find(&work.tx, speaker.id).await?.is_none() {
            speaker::insert(&work.tx, speaker).await?;
        }
    }
    if let Some(release) = release {
        // It says the facts as well.
        if let Releasing::Released { version, .. } = releasing::release(work, row, release.note, None).await? {
            return Ok(Imported { released: Some(version), ..imported });
        }
    }
    if matches!(facts, Change::New | Change::Changed) {
        work.say(&EventPublished { event });
    }
    Ok(imported)
}
