//! Letters that came in, as they arrived until they are dealt with. After that only that there was one, and what it was.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, LockBehavior, LockType};
use sea_orm::{ActiveModelTrait, ConnectionTrait, QueryOrder, QuerySelect, Set, TryInsertResult};

use super::{kept, read};
use crate::receiving::address::normalised;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "received")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub digest: String,
    pub way: String,
    #[sea_orm(column_type = "Text")]
    pub sender: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub recipients: Json,
    #[sea_orm(column_type = "Blob", nullable)]
    pub raw: Option<Vec<u8>>,
    pub state: State,
    pub due: DateTime<Utc>,
    pub tries: i32,
    pub arrived_at: DateTime<Utc>,
    pub done_at: Option<DateTime<Utc>>,
    pub outcome: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub trouble: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub(crate) enum State {
    Waiting,
    Done,
    /// It could not be dealt with however often it was tried.
    SetAside,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn recipients(&self) -> Result<Vec<String>, DbErr> {
        read(&self.recipients)
    }
}

/// What stands as trouble while a letter is dealt with, and stays when the program ends meanwhile.
pub(crate) const IN_HAND: &str = "it is being dealt with";

/// A letter that has just come in.
pub(crate) struct New<'a> {
    pub(crate) id: Uuid,
    pub(crate) digest: String,
    pub(crate) way: &'static str,
    pub(crate) sender: &'a str,
    pub(crate) recipients: &'a [String],
    pub(crate) raw: &'a [u8],
    pub(crate) at: DateTime<Utc>,
}

/// Keeps a letter. False when it was here before.
pub(crate) async fn keep(db: &impl ConnectionTrait, new: New<'_>) -> Result<bool, DbErr> {
    let row = ActiveModel {
        id: Set(new.id),
        digest: Set(new.digest),
        way: Set(new.way.to_owned()),
        sender: Set(new.sender.to_owned()),
        recipients: Set(kept(&new.recipients)?),
        raw: Set(Some(new.raw.to_vec())),
        state: Set(State::Waiting),
        due: Set(new.at),
        tries: Set(0),
        arrived_at: Set(new.at),
        done_at: Set(None),
        outcome: Set(None),
        trouble: Set(None),
    };
    let insert = Entity::insert_many([row]).on_conflict_do_nothing_on([Column::Digest]);
    Ok(matches!(insert.exec_without_returning(db).await?, TryInsertResult::Inserted(count) if count > 0))
}

/// The ids of letters to be dealt with, the oldest first.
pub(crate) async fn due(db: &impl ConnectionTrait, now: DateTime<Utc>, most: u64) -> Result<Vec<Uuid>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(State::Waiting))
        .filter(Column::Due.lte(now))
        .order_by_asc(Column::ArrivedAt)
        .order_by_asc(Column::Id)
        .limit(most)
        .into_tuple()
        .all(db)
        .await
}

/// A letter that waits, held until the transaction ends; nothing when somebody else deals with it, or has.
pub(crate) async fn hold(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    let held = Entity::find_by_id(id).filter(Column::State.eq(State::Waiting));
    held.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked).one(db).await
}

/// Notes what a letter was. Who wrote what to whom goes.
pub(crate) async fn done(db: &impl ConnectionTrait, id: Uuid, outcome: &str, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = ActiveModel {
        id: Set(id),
        sender: Set(String::new()),
        recipients: Set(Json::Array(Vec::new())),
        raw: Set(None),
        state: Set(State::Done),
        done_at: Set(Some(now)),
        outcome: Set(Some(outcome.to_owned())),
        trouble: Set(None),
        ..Default::default()
    };
    row.update_without_returning(db).await.map(drop)
}

/// Notes what a letter was that somebody may still want to look at: it is kept as it is, and set aside.
pub(crate) async fn keep_aside(
    db: &impl ConnectionTrait,
    id: Uuid,
    outcome: &str,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = ActiveModel {
        id: Set(id),
        state: Set(State::SetAside),
        done_at: Set(Some(now)),
        outcome: Set(Some(outcome.to_owned())),
        trouble: Set(None),
        ..Default::default()
    };
    row.update_without_returning(db).await.map(drop)
}

/// Deals with a letter later, or never.
pub(crate) async fn put_off(
    db: &impl ConnectionTrait,
    id: Uuid,
    tries: i32,
    due: Option<DateTime<Utc>>,
    trouble: &str,
) -> Result<(), DbErr> {
    let mut row = ActiveModel {
        id: Set(id),
        tries: Set(tries),
        trouble: Set(Some(trouble.to_owned())),
        state: Set(if due.is_some() { State::Waiting } else { State::SetAside }),
        ..Default::default()
    };
    if let Some(due) = due {
        row.due = Set(due);
    }
    row.update_without_returning(db).await.map(drop)
}

/// How many letters are due to be dealt with, or in hand.
pub(crate) async fn waiting(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let due_or_in_hand = Column::Due.lte(now).or(Column::Trouble.eq(IN_HAND));
    Entity::find().filter(Column::State.eq(State::Waiting)).filter(due_or_in_hand).count(db).await
}

/// How many letters were given up.
pub(crate) async fn set_aside(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    Entity::find().filter(Column::State.eq(State::SetAside)).filter(Column::Outcome.is_null()).count(db).await
}

/// How many letters with one of these outcomes are kept aside.
pub(crate) async fn kept_aside(db: &impl ConnectionTrait, outcomes: &[&str]) -> Result<u64, DbErr> {
    let aside = Entity::find().filter(Column::State.eq(State::SetAside));
    aside.filter(Column::Outcome.is_in(outcomes.iter().copied())).count(db).await
}

/// Forgets letters that arrived before then. Those that wait stay.
pub(crate) async fn forget(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<(), DbErr> {
    let old = Entity::delete_many().filter(Column::ArrivedAt.lt(before));
    old.filter(Column::State.ne(State::Waiting)).exec(db).await.map(drop)
}

/// Deletes what letters said that were kept aside before then.
pub(crate) async fn let_go(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<(), DbErr> {
    let row = ActiveModel {
        sender: Set(String::new()),
        recipients: Set(Json::Array(Vec::new())),
        raw: Set(None),
        state: Set(State::Done),
        ..Default::default()
    };
    let old = Entity::update_many().set(row).filter(Column::State.eq(State::SetAside));
    old.filter(Column::Outcome.is_not_null()).filter(Column::DoneAt.lt(before)).exec(db).await.map(drop)
}

/// Deletes what letters said that are kept aside and have this address in them. Tells how many.
pub(crate) async fn forget_from(db: &impl ConnectionTrait, address: &str) -> Result<u32, DbErr> {
    let compared = normalised(address);
    // As it was typed, and as computers write it.
    let spelt = [address.trim().to_lowercase(), compared.clone()];
    let names = |row: &Model| {
        let raw = row.raw.as_deref().map(String::from_utf8_lossy).unwrap_or_default().to_lowercase();
        normalised(&row.sender) == compared || spelt.iter().any(|spelt| raw.contains(spelt))
    };
    let aside = Entity::find().filter(Column::State.eq(State::SetAside)).filter(Column::Raw.is_not_null());
    let theirs: Vec<Uuid> = aside.all(db).await?.iter().filter(|row| names(row)).map(|row| row.id).collect();
    if !theirs.is_empty() {
        let row = ActiveModel {
            sender: Set(String::new()),
            recipients: Set(Json::Array(Vec::new())),
            raw: Set(None),
            state: Set(State::Done),
            ..Default::default()
        };
        Entity::update_many().set(row).filter(Column::Id.is_in(theirs.iter().copied())).exec(db).await?;
    }
    Ok(u32::try_from(theirs.len()).unwrap_or(u32::MAX))
}

/// True when letters have come in lately.
pub(crate) async fn is_any(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    let any = Entity::find().select_only().column(Column::Id).limit(1);
    Ok(any.into_tuple::<Uuid>().one(db).await?.is_some())
}
