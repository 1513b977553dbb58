//! Leaving a series: what lies ahead is let go of, what was stays.

use crate::desk::loading::{Front, Need, load};
use crate::desk::recording::record;
use crate::erasure::erase_people;
use crate::store::erasure::Why;
use crate::store::follower::{self, State};
use crate::store::snapshot::Events;
use crate::store::{event, invited, registration, seat, series_date};
use bus::Work;
use proto::series::SeriesLeft;
use proto::{EventId, RegistrationId, SeriesId};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

/// Takes somebody out of a series, and off the dates that came with it and have not begun. What they signed up for by
/// themselves stays, and so does what was. False when they had left already.
pub async fn leave(work: &Work, id: Uuid) -> Result<bool, DbErr> {
    hold_dates(work, id).await?;
    let Some(dates) = gone(work, id).await? else { return Ok(false) };
    let_go(work, &dates, false).await?;
    Ok(true)
}

/// The same, and deletes everything that is held about them through the series: the dates that came with it, past ones too.
pub async fn erase(work: &Work, id: Uuid) -> Result<bool, DbErr> {
    hold_dates(work, id).await?;
    let left = gone(work, id).await?;
    let was_there = left.is_some();
    let dates = match left {
        Some(dates) => dates,
        // Whoever has left can still be forgotten.
        None => invited::of(&work.tx, id).await?,
    };
    let_go(work, &dates, true).await?;
    let ids: Vec<Uuid> = dates.iter().filter(|date| !date.own).filter_map(|date| date.registration_id).collect();
    let people = registration::Entity::find()
        .filter(registration::Column::Id.is_in(ids))
        .filter(registration::Column::ErasedAt.is_null());
    let people = people.all(&work.tx).await?;
    if !people.is_empty() {
        erase_people(work, &people, Why::ByPerson).await?;
    }
    Ok(was_there)
}

/// Takes an address out of the series of an event, because its owner wants to be forgotten there. The other dates are as they
/// were; no new ones come.
pub async fn forget(work: &Work, event: EventId, address: &str) -> Result<(), DbErr> {
    let Some(series) = series_date::series_of(&work.tx, event).await? else { return Ok(()) };
    let Some(row) = follower::by_address(&work.tx, series, address).await? else { return Ok(()) };
    gone(work, row.id).await.map(drop)
}

/// Locks the dates before the person, in the order of whoever signs people up: otherwise each would wait for the other.
async fn hold_dates(work: &Work, id: Uuid) -> Result<(), DbErr> {
    let dates: Vec<EventId> = invited::of(&work.tx, id).await?.into_iter().map(|date| EventId(date.event_id)).collect();
    event::locked(&work.tx, &dates).await.map(drop)
}

/// Forgets who somebody was who follows a series, and gives their dates; nothing when they have left already.
async fn gone(work: &Work, id: Uuid) -> Result<Option<Vec<invited::Model>>, DbErr> {
    // Held until the end: whoever signs people up for a new date waits, and finds them gone.
    let Some(row) = follower::locked(&work.tx, id).await?.filter(|row| row.state == State::Active) else {
        return Ok(None);
    };
    follower::leave(&work.tx, row.id, work.now).await?;
    work.forget(&[row.id]);
    work.say(&SeriesLeft { follower_id: row.id(), series_id: SeriesId(row.series_id) });
    invited::of(&work.tx, row.id).await.map(Some)
}

/// Signs somebody off from the dates that came with the series: those that have not begun, or all that are not over.
async fn let_go(work: &Work, dates: &[invited::Model], begun_too: bool) -> Result<(), DbErr> {
    let mut needs: Vec<(EventId, Need)> = dates
        .iter()
        .filter(|date| !date.own)
        .filter_map(|date| Some((EventId(date.event_id), date.registration_id?)))
        .map(|(event, registration)| {
            (event, Need { registrations: vec![registration], queue: Front::Freed(1), ..Need::default() })
        })
        .collect();
    if needs.is_empty() {
        return Ok(());
    }
    // In the order of the desk, so that nobody waits in a circle.
    needs.sort_by_key(|(event, _)| *event);
    let mut books = load(&work.tx, &Events::default(), &needs).await?;
    for book in &mut books {
        if book.event.starts_at <= work.now && !begun_too {
            continue;
        }
        let of_it = needs.iter().find(|(event, _)| *event == book.id());
        for registration in of_it.into_iter().flat_map(|(_, need)| &need.registrations) {
            // A delegation has named them since, and they come for it from now on.
            if book.is_seated(*registration) && !begun_too {
                seat::only_named(&work.tx, *registration).await?;
                continue;
            }
            // Signed off already, cancelled, or over: then there is nothing to let go of.
            let _ = book.let_go(RegistrationId(*registration), work.now);
        }
        book.tell();
    }
    record(work, &mut books).await?;
    Ok(())
}
