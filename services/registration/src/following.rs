//! People who are signed up for a whole series: each date of it that is published brings them a sign-up of its own, which then is
//! like any other. What has been done for somebody and a date is noted, so that nothing happens twice.

mod joining;
mod leaving;
mod suiting;

pub use joining::{Follow, Followed, follow};
pub use leaving::{erase, forget, leave};

use crate::admission::window;
use crate::desk::errand::Person;
use crate::desk::inviting::Invited;
use crate::desk::loading::{Need, load};
use crate::desk::recording::{Recorded, record};
use crate::store::snapshot::{self, Events};
use crate::store::{event, follower, invited, organisation, series, series_date};
use bus::{Bus, Work};
use chrono::{DateTime, TimeDelta, Utc};
use host::Database;
use proto::event::Event;
use proto::series::{SeriesLeft, SeriesTurnedAway};
use proto::{EventId, SeriesId};
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

/// How many people are signed up for a date at a time.
const AT_ONCE: u64 = 500;

/// Notes which series an event belongs to.
pub(crate) async fn place(tx: &impl ConnectionTrait, event: &Event) -> Result<(), DbErr> {
    let named = match &event.series {
        Some(slug) => series::named(tx, slug, &event.organisation).await?.map(|row| row.id),
        None => None,
    };
    series_date::keep(tx, event.id, named).await
}

/// Notes which of the events ahead belong to a series that was not known when they were told of.
pub(crate) async fn place_all(tx: &impl ConnectionTrait, row: &series::Model, now: DateTime<Utc>) -> Result<(), DbErr> {
    for known in event::ahead(tx, now).await? {
        let Some(event) = snapshot::read(tx, known.id).await? else { continue };
        if event.series.as_ref() == Some(&row.slug) && event.organisation == row.organisation {
            series_date::keep(tx, event.id, Some(row.id)).await?;
        }
    }
    Ok(())
}

/// Signs everybody up for a date who follows its series and has not been, in the order in which they came to the series.
pub async fn enrol(work: &Work, id: EventId) -> Result<Recorded, DbErr> {
    let Some(series) = series_date::series_of(&work.tx, id).await? else { return Ok(Recorded::All) };
    // Before the people, as everywhere.
    event::locked(&work.tx, &[id]).await?;
    loop {
        let followers = follower::not_invited(&work.tx, series, id, AT_ONCE).await?;
        if followers.is_empty() {
            return Ok(Recorded::All);
        }
        let addresses = followers.iter().filter_map(|row| row.address.clone()).collect();
        let mut books = load(&work.tx, &Events::default(), &[(id, Need { addresses, ..Need::default() })]).await?;
        let Some(book) = books.first_mut() else { return Ok(Recorded::All) };
        // What seems free may be kept for a delegation of which nobody has told yet; it is tried again when somebody has.
        let is_open = book.row.is_public() && window(&book.event, book.row.cancelled, work.now).is_ok();
        if !is_open || !book.knows_delegations() {
            return Ok(Recorded::All);
        }
        let mut rows = Vec::with_capacity(followers.len());
        for row in &followers {
            let person = person(row, &book.event)?;
            let invited = book.invite(&person, work.now, &mut Uuid::now_v7);
            if invited == Invited::Full {
                // They would hear nothing otherwise. What becomes free later is for whoever comes first.
                work.say(&SeriesTurnedAway {
                    follower_id: row.id(),
                    series_id: SeriesId(series),
                    event_id: id,
                    language: row.language(),
                });
            }
            rows.extend(note(row.id, id, invited, work.now));
        }
        if record(work, &mut books).await? == Recorded::Conflict {
            return Ok(Recorded::Conflict);
        }
        let noted = rows.len();
        invited::insert(&work.tx, rows).await?;
        if noted == 0 || u64::try_from(followers.len()).is_ok_and(|len| len < AT_ONCE) {
            return Ok(Recorded::All);
        }
    }
}

/// What is noted; nothing when there is still something to be done.
fn note(follower: Uuid, event: EventId, invited: Invited, now: DateTime<Utc>) -> Option<invited::Model> {
    let (registration_id, own) = match invited {
        Invited::Now(id) => (Some(id.0), false),
        Invited::Already(id) => (Some(id.0), true),
        Invited::Full => (None, false),
        Invited::Closed => return None,
    };
    Some(invited::Model { follower_id: follower, event_id: event.0, registration_id, own, invited_at: now })
}

/// Who is to be signed up for a date, with the answers that suit its questions.
fn person(row: &follower::Model, event: &Event) -> Result<Person, DbErr> {
    Ok(Person {
        name: row.name.clone(),
        email: row.email.clone(),
        language: row.language(),
        answers: suiting::suiting(&event.sign_up.questions, row.answers()?),
        choices: Vec::new(),
    })
}

/// Signs people up wherever somebody follows who has not been: dates whose sign-up has opened, and what was stopped midway.
pub async fn catch_up(bus: &Bus, db: &Database, now: DateTime<Utc>) -> anyhow::Result<()> {
    for date in series_date::open(&db.read, now).await? {
        let id = EventId(date.event_id);
        if !follower::anybody_not_invited(&db.read, date.series_id, id).await? {
            continue;
        }
        let work = bus.begin().await?;
        match enrol(&work, id).await? {
            Recorded::All => work.commit().await?,
            // Somebody signed up at the same moment: the next turn finds them.
            Recorded::Conflict => work.rollback().await,
        }
    }
    Ok(())
}

/// Notes once more which events belong where, for what was told at the same moment.
pub async fn place_again(bus: &Bus, db: &Database, now: DateTime<Utc>) -> anyhow::Result<()> {
    for row in series::all(&db.read).await? {
        let work = bus.begin().await?;
        place_all(&work.tx, &row, now).await?;
        work.commit().await?;
    }
    Ok(())
}

/// Lets everybody go who follows a series of which the last date was longer ago than its organisation keeps personal data.
pub async fn expire(bus: &Bus, db: &Database, now: DateTime<Utc>) -> anyhow::Result<()> {
    for row in series::all(&db.read).await? {
        let Some(organisation) = organisation::by_slug(&db.read, &row.organisation).await? else { continue };
        let ends = series_date::events(&db.read, row.id).await?.into_iter().filter_map(|event| event.ends_at).max();
        let kept = TimeDelta::days(i64::from(organisation.retention_days));
        if ends.is_none_or(|ends| ends + kept > now) {
            continue;
        }
        // Whoever came later waits for a date that may still come.
        let followers = follower::active(&db.read, row.id).await?;
        for one in followers.into_iter().filter(|one| one.created_at + kept <= now) {
            let work = bus.begin().await?;
            follower::leave(&work.tx, one.id, work.now).await?;
            work.forget(&[one.id]);
            work.say(&SeriesLeft { follower_id: one.id(), series_id: SeriesId(row.id) });
            work.commit().await?;
        }
    }
    Ok(())
}
