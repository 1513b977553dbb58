//! Opens the book at the pages that errands concern, and locks them against every other desk.

use crate::desk::book::{Book, Submission};
use crate::places::{Places, Pool};
use crate::store::{claim, event, pool, registration, submission};
use chrono::{DateTime, Utc};
use proto::EventId;
use proto::event::{Form, WaitingOrder};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashMap;
use uuid::Uuid;

/// What is needed of an event besides its places.
#[derive(Debug, Default)]
pub struct Need {
    /// People who want something about their own sign-up; their parties are loaded with them.
    pub registrations: Vec<Uuid>,
    /// How much of the waiting lists can move.
    pub queue: Front,
    /// Offers, and times to choose between what clashes, that have passed by then.
    pub lapsed_by: Option<DateTime<Utc>>,
    /// All open offers.
    pub offers: bool,
    /// Everybody with a claim on one of these pools.
    pub claimants_of: Vec<Uuid>,
    /// Everybody who takes part in one of these ways.
    pub of_forms: Vec<Option<Form>>,
    /// Forms and addresses that may be known already.
    pub keys: Vec<String>,
    pub addresses: Vec<String>,
}

/// The front of a waiting list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Front {
    #[default]
    Nobody,
    /// As many as can move when so many places become free, besides those that are free already.
    Freed(u64),
    Everybody,
}

/// Books of these events, each locked until the transaction ends. Events that are not known are left out.
pub async fn load(tx: &impl ConnectionTrait, needs: &[(EventId, Need)]) -> Result<Vec<Book>, DbErr> {
    let ids: Vec<EventId> = needs.iter().map(|(id, _)| *id).collect();
    let rows = event::locked(tx, &ids).await?;
    let mut pools: HashMap<Uuid, Vec<Pool>> = HashMap::new();
    for row in pool::of_events(tx, &rows.iter().map(|row| row.id).collect::<Vec<_>>()).await? {
        pools.entry(row.event_id).or_default().push(Pool::from(&row));
    }
    let mut books = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(event) = row.event()? else { continue };
        let pools = pools.remove(&row.id).unwrap_or_default();
        let mut book = Book::open(row, event, pools);
        if let Some((_, need)) = needs.iter().find(|(id, _)| *id == book.id()) {
            fill(tx, &mut book, need).await?;
        }
        books.push(book);
    }
    Ok(books)
}

/// Takes in the people that are needed.
pub async fn fill(tx: &impl ConnectionTrait, book: &mut Book, need: &Need) -> Result<(), DbErr> {
    let id = book.id();
    let mut people = Vec::new();
    if !need.registrations.is_empty() {
        people.extend(registration::with_parties(tx, id, &need.registrations).await?);
    }
    if let Some(now) = need.lapsed_by {
        people.extend(registration::lapsed(tx, id, now).await?);
        people.extend(registration::to_settle(tx, id, now).await?);
    }
    if need.offers {
        people.extend(registration::offered(tx, id).await?);
    }
    if !need.claimants_of.is_empty() {
        people.extend(claimants(tx, &need.claimants_of).await?);
    }
    for form in &need.of_forms {
        people.extend(registration::of_form(tx, id, *form).await?);
    }
    if !need.addresses.is_empty() {
        let addresses: Vec<&str> = need.addresses.iter().map(String::as_str).collect();
        people.extend(registration::with_addresses(tx, id, &addresses).await?);
    }
    people.extend(queue(tx, book, need.queue).await?);
    people.sort_unstable_by_key(|row| row.turn);
    people.dedup_by_key(|row| row.id);

    let ids: Vec<Uuid> = people.iter().map(|row| row.id).collect();
    let mut claims: HashMap<Uuid, Vec<claim::Model>> = HashMap::new();
    for claim in claim::of_registrations(tx, &ids).await? {
        claims.entry(claim.registration_id).or_default().push(claim);
    }
    for row in people {
        let claims = claims.remove(&row.id).unwrap_or_default();
        book.enter(row, claims);
    }

    let keys: Vec<&str> = need.keys.iter().map(String::as_str).collect();
    for row in submission::with_keys(tx, id, &keys).await? {
        let answer = row.answer()?;
        book.submissions.insert(row.key, Submission { content: row.content, answer, is_new: false });
    }
    Ok(())
}

/// The front of the event's waiting list, form by form, and of each choice's.
async fn queue(tx: &impl ConnectionTrait, book: &Book, front: Front) -> Result<Vec<registration::Model>, DbErr> {
    let mut people = Vec::new();
    if front == Front::Nobody {
        return Ok(people);
    }
    let forms: Vec<Option<Option<Form>>> = match book.places.forms().as_slice() {
        [] => vec![None],
        forms => forms.iter().map(|form| Some(Some(*form))).chain([Some(None)]).collect(),
    };
    for form in forms.into_iter().filter(|_| book.places.waiting > 0) {
        let limit = limit(&book.places, form.flatten(), front, book.event.sign_up.party_limit);
        let mut queue = registration::waiting(tx, book.id(), form, limit).await?;
        // Where the list was cut off, it may have been in the middle of a party.
        if u64::try_from(queue.len()).is_ok_and(|len| len == limit)
            && let Some(last) = queue.last().map(|row| row.party_id)
            && queue.first().is_some_and(|first| first.party_id != last)
        {
            queue.retain(|row| row.party_id != last);
        }
        people.extend(queue);
    }
    for pool in book.places.pools.iter().filter(|pool| !pool.whole && !pool.closed && pool.waiting > 0) {
        let limit = match (front, pool.left()) {
            (Front::Freed(freed), Some(left)) => u64::from(left) + 2 * freed,
            _ => u64::MAX,
        };
        people.extend(waiting_for(tx, pool.id.0, limit.min(MOST)).await?);
    }
    Ok(people)
}

/// More than anybody waits; databases want a signed number.
const MOST: u64 = 1 << 32;

fn limit(places: &Places, form: Option<Form>, front: Front, party_limit: u8) -> u64 {
    let left = places.needed(form).filter_map(Pool::left).min();
    match (front, places.order, left) {
        // Each errand can free one place, or take one person off the list who would have got it.
        (Front::Freed(freed), WaitingOrder::Strict, Some(left)) => u64::from(left) + 2 * freed + u64::from(party_limit),
        // Where small parties pass large ones, the next that fits can be anywhere.
        _ => MOST,
    }
}

/// Those who have, or were offered, a place in the event and wait for this choice.
async fn waiting_for(tx: &impl ConnectionTrait, pool: Uuid, limit: u64) -> Result<Vec<registration::Model>, DbErr> {
    let waiting: Vec<Uuid> = claim::Entity::find()
        .select_only()
        .column(claim::Column::RegistrationId)
        .filter(claim::Column::PoolId.eq(pool))
        .filter(claim::Column::State.eq(claim::State::Waiting))
        .filter(
            claim::Column::RegistrationId.in_subquery(
                registration::Entity::find()
                    .select_only()
                    .column(registration::Column::Id)
                    .filter(
                        registration::Column::State
                            .is_in([registration::State::Admitted, registration::State::Offered]),
                    )
                    .into_query(),
            ),
        )
        .order_by_asc(claim::Column::Turn)
        .limit(limit)
        .into_tuple()
        .all(tx)
        .await?;
    with_ids(tx, &waiting).await
}

/// Everybody with a claim on one of these pools that is not released.
async fn claimants(tx: &impl ConnectionTrait, pools: &[Uuid]) -> Result<Vec<registration::Model>, DbErr> {
    let ids: Vec<Uuid> = claim::Entity::find()
        .select_only()
        .column(claim::Column::RegistrationId)
        .filter(claim::Column::PoolId.is_in(pools.iter().copied()))
        .filter(claim::Column::State.ne(claim::State::Released))
        .into_tuple()
        .all(tx)
        .await?;
    with_ids(tx, &ids).await
}

async fn with_ids(tx: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<registration::Model>, DbErr> {
    let mut all = Vec::new();
    for ids in ids.chunks(crate::store::CHUNK) {
        let some = registration::Entity::find().filter(registration::Column::Id.is_in(ids.iter().copied()));
        all.extend(some.all(tx).await?);
    }
    Ok(all)
}
