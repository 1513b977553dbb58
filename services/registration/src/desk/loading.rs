//! Opens the book at the pages that errands concern, and locks them against every other desk.

use crate::desk::book::{Book, Submission};
use crate::places::{Places, Pool};
use crate::store::snapshot::{self, Events};
use crate::store::{claim, event, invitation, pool, registration, submission};
use chrono::{DateTime, Utc};
use proto::EventId;
use proto::event::{Form, WaitingOrder};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, QueryTrait};
use std::collections::{HashMap, HashSet};
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
    /// With which somebody comes.
    pub invitations: Vec<Uuid>,
}

/// The front of a waiting list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Front {
    #[default]
    Nobody,
    /// As many as can move when so many places become free, besides those that are free already.
    Freed(u64),
    /// Everybody, and of those who wait for a choice the ones for whom there is room already: nothing is let go of.
    WithRoom,
    Everybody,
}

/// Books of these events, each locked until the transaction ends. Events that are not known are left out. What is read of an
/// event is kept in `events`: a transaction that has changed one brings its own.
pub async fn load(tx: &impl ConnectionTrait, events: &Events, needs: &[(EventId, Need)]) -> Result<Vec<Book>, DbErr> {
    let ids: Vec<EventId> = needs.iter().map(|(id, _)| *id).collect();
    let rows = event::locked(tx, &ids).await?;
    let mut pools: HashMap<Uuid, Vec<Pool>> = HashMap::new();
    for row in pool::of_events(tx, &rows.iter().map(|row| row.id).collect::<Vec<_>>()).await? {
        pools.entry(row.event_id).or_default().push(Pool::from(&row));
    }
    let mut books = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(event) = snapshot::of(tx, events, &row).await? else { continue };
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
    enter(tx, book, people).await?;
    for invitation in &need.invitations {
        let row = invitation::by_id(tx, *invitation).await?;
        let row = row.filter(|row| row.event_id == id.0 && row.erased_at.is_none());
        for invited in invitation::with_sign_ups(tx, id, row.into_iter().collect()).await? {
            book.invited.insert(*invitation, invited);
        }
    }
    // After those who can let go of something, for that is what others move up for.
    let queue = queue(tx, book, need.queue).await?;
    enter(tx, book, queue).await?;

    let keys: Vec<&str> = need.keys.iter().map(String::as_str).collect();
    for row in submission::with_keys(tx, id, &keys).await? {
        let answer = row.answer()?;
        book.submissions.insert(row.key, Submission { content: row.content, answer, is_new: false });
    }
    Ok(())
}

/// Writes people into the book, with what they have.
async fn enter(tx: &impl ConnectionTrait, book: &mut Book, mut people: Vec<registration::Model>) -> Result<(), DbErr> {
    people.retain(|row| !book.entries.contains_key(&row.id));
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
    Ok(())
}

/// The front of the event's waiting list, form by form, and of that of each choice in which there is room, or can be when those
/// in the book let go of it. Of all others nobody moves up.
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
    let taken = |claim: &claim::Model| matches!(claim.state, claim::State::Held | claim::State::Offered);
    let claims = book.entries.values().flat_map(|entry| &entry.claims);
    let theirs: HashSet<Uuid> = claims.filter(|claim| taken(claim)).map(|claim| claim.pool_id).collect();
    let can_move = |pool: &&Pool| {
        let becomes_free = front != Front::WithRoom && theirs.contains(&pool.id.0);
        !pool.whole && !pool.closed && pool.waiting > 0 && (pool.has_room_for(1) || becomes_free)
    };
    let open = book.places.pools.iter().filter(can_move);
    let Front::Freed(freed) = front else {
        people.extend(all_waiting_for(tx, &open.map(|pool| pool.id.0).collect::<Vec<_>>()).await?);
        return Ok(people);
    };
    for pool in open {
        let limit = pool.left().map_or(MOST, |left| u64::from(left) + 2 * freed);
        people.extend(waiting_for(tx, book.row.id, pool.id.0, limit).await?);
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
async fn waiting_for(
    tx: &impl ConnectionTrait,
    event: Uuid,
    pool: Uuid,
    limit: u64,
) -> Result<Vec<registration::Model>, DbErr> {
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
                    .filter(registration::Column::EventId.eq(event))
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

/// Everybody who has, or was offered, a place in the event and waits for one of these choices: asked for at once, since a
/// conference can have hundreds.
async fn all_waiting_for(tx: &impl ConnectionTrait, pools: &[Uuid]) -> Result<Vec<registration::Model>, DbErr> {
    let ids: Vec<Uuid> = claim::Entity::find()
        .select_only()
        .column(claim::Column::RegistrationId)
        .distinct()
        .filter(claim::Column::PoolId.is_in(pools.iter().copied()))
        .filter(claim::Column::State.eq(claim::State::Waiting))
        .into_tuple()
        .all(tx)
        .await?;
    let mut people = with_ids(tx, &ids).await?;
    people.retain(|row| matches!(row.state, registration::State::Admitted | registration::State::Offered));
    Ok(people)
}

/// Everybody with a claim on one of these pools that is not released.
async fn claimants(tx: &impl ConnectionTrait, pools: &[Uuid]) -> Result<Vec<registration::Model>, DbErr> {
    let ids: Vec<Uuid> = claim::Entity::find()
        .select_only()
        .column(claim::Column::RegistrationId)
        .distinct()
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
