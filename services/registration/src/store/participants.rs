//! The people of an event as organisers look for them: some of them, in an order, a page at a time.

use crate::store::registration::{self, Column, Entity, Model, State};
use crate::store::{CHUNK, claim, pool};
use proto::event::Form;
use proto::{EventId, PoolId, RegistrationId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::LikeExpr;
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait, Select};
use std::collections::HashMap;

/// More words than this are not looked for.
const MOST_WORDS: usize = 8;

/// Those of whom something is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Admitted,
    /// The organisers are to decide.
    Undecided,
    Waiting,
    Offered,
    Withdrawn,
    Attended,
    /// Letters do not reach them.
    Undeliverable,
}

impl Group {
    pub const ALL: [Self; 7] = [
        Self::Admitted,
        Self::Undecided,
        Self::Waiting,
        Self::Offered,
        Self::Withdrawn,
        Self::Attended,
        Self::Undeliverable,
    ];

    /// The word in addresses, and the end of the key of its words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Admitted => "admitted",
            Self::Undecided => "undecided",
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Withdrawn => "withdrawn",
            Self::Attended => "attended",
            Self::Undeliverable => "undeliverable",
        }
    }
}

/// What they stand in the order of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sorting {
    /// As they came; when only those who wait are asked for, as they will be asked.
    #[default]
    Number,
    Name,
    /// Those without one last.
    Organisation,
    /// Who came last first.
    Newest,
}

impl Sorting {
    pub const ALL: [Self; 4] = [Self::Number, Self::Name, Self::Organisation, Self::Newest];

    /// The word in addresses, and the end of the key of its words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Name => "name",
            Self::Organisation => "organisation",
            Self::Newest => "newest",
        }
    }
}

/// Which people of an event, and in what order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    pub group: Option<Group>,
    /// Those who take part in this way.
    pub form: Option<Form>,
    /// Those who have this, wait for it or were offered it.
    pub choice: Option<PoolId>,
    /// Words that all stand in the name, the address or the organisation.
    pub search: String,
    pub sorting: Sorting,
}

/// One page of people.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub people: Vec<Model>,
    /// In all.
    pub total: u64,
    /// From 1; the last one when one was asked for that lies behind it.
    pub page: u64,
}

/// Where a text stands in an alphabet.
pub type Alphabet<'a> = &'a (dyn Fn(&str) -> Vec<u8> + Send + Sync);

/// A page of an event's people, counted from 1.
pub async fn page(
    db: &impl ConnectionTrait,
    event: EventId,
    selection: &Selection,
    alphabet: Alphabet<'_>,
    page: u64,
    size: u64,
) -> Result<Found, DbErr> {
    let total = wanted(event, selection).count(db).await?;
    let page = page.clamp(1, total.div_ceil(size).max(1));
    let before = (page - 1) * size;
    let people = match by(selection) {
        By::Column(column, order) => {
            let ordered = wanted(event, selection).order_by(column, order);
            ordered.offset(before).limit(size).all(db).await?
        }
        By::Alphabet(column) => {
            let ids = in_alphabet(db, event, selection, column, alphabet).await?;
            let from = usize::try_from(before).unwrap_or(usize::MAX).min(ids.len());
            let to = from.saturating_add(usize::try_from(size).unwrap_or(usize::MAX)).min(ids.len());
            with_ids(db, &ids[from..to]).await?
        }
    };
    Ok(Found { people, total, page })
}

/// All of an event's people that are asked for.
pub async fn all(
    db: &impl ConnectionTrait,
    event: EventId,
    selection: &Selection,
    alphabet: Alphabet<'_>,
) -> Result<Vec<Model>, DbErr> {
    match by(selection) {
        By::Column(column, order) => wanted(event, selection).order_by(column, order).all(db).await,
        By::Alphabet(column) => {
            let ids = in_alphabet(db, event, selection, column, alphabet).await?;
            with_ids(db, &ids).await
        }
    }
}

/// What the database can put in order, and what not: none has the alphabet of the reader.
enum By {
    Column(Column, sea_orm::Order),
    Alphabet(Column),
}

fn by(selection: &Selection) -> By {
    match selection.sorting {
        Sorting::Number if selection.group == Some(Group::Waiting) => By::Column(Column::Turn, sea_orm::Order::Asc),
        Sorting::Number => By::Column(Column::Seq, sea_orm::Order::Asc),
        Sorting::Newest => By::Column(Column::Seq, sea_orm::Order::Desc),
        Sorting::Name => By::Alphabet(Column::Name),
        Sorting::Organisation => By::Alphabet(Column::Organisation),
    }
}

fn wanted(event: EventId, selection: &Selection) -> Select<Entity> {
    let mut wanted = Condition::all().add(Column::EventId.eq(event.0)).add(Column::ErasedAt.is_null());
    wanted = match selection.group {
        None => wanted,
        Some(Group::Admitted) => wanted.add(Column::State.eq(State::Admitted)),
        Some(Group::Undecided) => wanted.add(Column::State.eq(State::Undecided)),
        Some(Group::Waiting) => wanted.add(Column::State.eq(State::Waiting)),
        Some(Group::Offered) => wanted.add(Column::State.eq(State::Offered)),
        Some(Group::Withdrawn) => wanted.add(Column::State.eq(State::Withdrawn)),
        Some(Group::Attended) => wanted.add(Column::AttendedAt.is_not_null()),
        Some(Group::Undeliverable) => {
            wanted.add(Column::UndeliverableAt.is_not_null()).add(Column::State.ne(State::Withdrawn))
        }
    };
    if let Some(form) = selection.form {
        wanted = wanted.add(Column::Form.eq(pool::Form::from(form)));
    }
    if let Some(choice) = selection.choice {
        let having = claim::Entity::find().select_only().column(claim::Column::RegistrationId);
        let having = having.filter(claim::Column::PoolId.eq(choice.0));
        let having = having.filter(claim::Column::State.ne(claim::State::Released));
        wanted = wanted.add(Column::Id.in_subquery(having.into_query()));
    }
    for word in selection.search.to_lowercase().split_whitespace().take(MOST_WORDS) {
        let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        wanted = wanted.add(Column::Search.like(LikeExpr::new(format!("%{escaped}%")).escape('\\')));
    }
    Entity::find().filter(wanted)
}

/// The ids of all of them in the order of an alphabet.
async fn in_alphabet(
    db: &impl ConnectionTrait,
    event: EventId,
    selection: &Selection,
    column: Column,
    alphabet: Alphabet<'_>,
) -> Result<Vec<Uuid>, DbErr> {
    let keys = wanted(event, selection).select_only().columns([Column::Id, column, Column::Seq]);
    let keys: Vec<(Uuid, String, i64)> = keys.into_tuple().all(db).await?;
    // The empty ones last.
    let placed = |(id, text, seq): (Uuid, String, i64)| (text.is_empty(), alphabet(&text), seq, id);
    let mut placed: Vec<_> = keys.into_iter().map(placed).collect();
    placed.sort_unstable();
    Ok(placed.into_iter().map(|(.., id)| id).collect())
}

/// Those of these people who are at this event, and not deleted, in the order of their ids here; each once.
pub async fn with_ids_at(
    db: &impl ConnectionTrait,
    event: EventId,
    ids: &[RegistrationId],
) -> Result<Vec<Model>, DbErr> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let mut people = with_ids(db, &ids).await?;
    people.retain(|row| row.event_id == event.0 && row.erased_at.is_none());
    Ok(people)
}

/// These people, in the order of their ids here.
async fn with_ids(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    let mut found: HashMap<Uuid, Model> = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(CHUNK) {
        let rows = registration::Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(db).await?;
        found.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}
