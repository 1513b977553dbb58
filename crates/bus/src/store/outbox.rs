//! What was said and is not carried yet, and for a while what was.

use super::{Lease, ROWS_A_STATEMENT, clean, free, null, within};
use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Condition, LockBehavior, LockType, SelectStatement};
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) seq: i64,
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) partition: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub(crate) envelope: String,
    pub(crate) said_at: DateTimeUtc,
    pub(crate) carried_at: Option<DateTimeUtc>,
    pub(crate) tries: i32,
    pub(crate) due: DateTimeUtc,
    pub(crate) lease_owner: Option<Uuid>,
    pub(crate) leased_until: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub(crate) trouble: Option<String>,
    /// What it is about; absent where a release before said it.
    pub(crate) subject: Option<Uuid>,
    /// Not kept once it is carried: whom it is about has been forgotten.
    pub(crate) passing: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// One message that is being said.
pub(crate) struct New {
    pub(crate) id: Uuid,
    pub(crate) name: &'static str,
    pub(crate) partition: Option<Uuid>,
    pub(crate) envelope: String,
    pub(crate) subject: Uuid,
    pub(crate) passing: bool,
}

pub(crate) async fn insert(db: &impl ConnectionTrait, said: Vec<New>, now: DateTime<Utc>) -> Result<(), DbErr> {
    let mut rows = said.into_iter().map(|new| ActiveModel {
        id: Set(new.id),
        name: Set(new.name.to_owned()),
        partition: Set(new.partition),
        envelope: Set(new.envelope),
        said_at: Set(now),
        tries: Set(0),
        due: Set(now),
        subject: Set(Some(new.subject)),
        passing: Set(new.passing),
        ..ActiveModel::new()
    });
    loop {
        let part: Vec<ActiveModel> = rows.by_ref().take(ROWS_A_STATEMENT).collect();
        if part.is_empty() {
            return Ok(());
        }
        within(Entity::insert_many(part).exec_without_returning(db)).await?;
    }
}

fn due(now: DateTime<Utc>) -> sea_orm::Select<Entity> {
    Entity::find()
        .filter(Column::CarriedAt.is_null())
        .filter(Column::Due.lte(now))
        .filter(free(Column::LeasedUntil, now))
        .order_by_asc(Column::Due)
        .order_by_asc(Column::Seq)
}

/// A plain read, so that a service with nothing to carry takes no write lock.
pub(crate) async fn any_due(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let found: Option<i64> = within(due(now).select_only().column(Column::Seq).limit(1).into_tuple().one(db)).await?;
    Ok(found.is_some())
}

/// Takes up to `most` rows that are due, in the order in which they were said.
pub(crate) async fn lease(
    db: &impl ConnectionTrait,
    lease: Lease,
    now: DateTime<Utc>,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    let which: SelectStatement = due(now)
        .select_only()
        .column(Column::Seq)
        .limit(most)
        // Left out of the statement on SQLite, where there is one writer at a time anyway.
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .into_query();
    let mut rows = within(
        Entity::update_many()
            .col_expr(Column::LeaseOwner, Expr::value(lease.owner))
            .col_expr(Column::LeasedUntil, Expr::value(lease.until))
            .filter(Column::Seq.in_subquery(which))
            .exec_with_returning(db),
    )
    .await?;
    rows.sort_by_key(|row| row.seq);
    Ok(rows)
}

/// Marks rows as carried, those that are still leased so. Whatever was only passing is removed.
pub(crate) async fn carried(
    db: &impl ConnectionTrait,
    lease: Lease,
    seqs: Vec<i64>,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    if seqs.is_empty() {
        return Ok(());
    }
    within(
        Entity::update_many()
            .col_expr(Column::CarriedAt, Expr::value(now))
            .col_expr(Column::LeaseOwner, null::<Uuid>())
            .col_expr(Column::LeasedUntil, null::<DateTimeUtc>())
            .col_expr(Column::Trouble, null::<String>())
            .filter(Column::LeaseOwner.eq(lease.owner))
            .filter(Column::Seq.is_in(seqs.iter().copied()))
            .exec(db),
    )
    .await?;
    let passed = Entity::delete_many().filter(Column::Seq.is_in(seqs)).filter(Column::Passing.eq(true));
    within(passed.filter(Column::CarriedAt.is_not_null()).exec(db)).await?;
    Ok(())
}

/// Removes what was carried about these subjects. What was not is still carried, and not kept then.
pub(crate) async fn forget(db: &impl ConnectionTrait, subjects: &[Uuid]) -> Result<(), DbErr> {
    for some in subjects.chunks(ROWS_A_STATEMENT) {
        // All of them first: what is carried at this very moment is found by one or the other.
        let passing = Entity::update_many().col_expr(Column::Passing, Expr::value(true));
        let passing = passing.filter(Column::Subject.is_in(some.iter().copied()));
        within(passing.exec(db)).await?;
        let carried = Entity::delete_many().filter(Column::Subject.is_in(some.iter().copied()));
        within(carried.filter(Column::CarriedAt.is_not_null()).exec(db)).await?;
    }
    Ok(())
}

/// Leaves a row unsent, to be tried again at a later time.
pub(crate) async fn unsent(
    db: &impl ConnectionTrait,
    lease: Lease,
    seq: i64,
    tries: i32,
    due: DateTime<Utc>,
    trouble: &str,
) -> Result<(), DbErr> {
    within(
        Entity::update_many()
            .col_expr(Column::Tries, Expr::value(tries))
            .col_expr(Column::Due, Expr::value(due))
            .col_expr(Column::LeaseOwner, null::<Uuid>())
            .col_expr(Column::LeasedUntil, null::<DateTimeUtc>())
            .col_expr(Column::Trouble, Expr::value(clean(trouble)))
            .filter(Column::LeaseOwner.eq(lease.owner))
            .filter(Column::Seq.eq(seq))
            .exec(db),
    )
    .await?;
    Ok(())
}

/// Gives back what was taken and not carried, so that it can be taken again at once.
pub(crate) async fn give_back(db: &impl ConnectionTrait, lease: Lease) -> Result<(), DbErr> {
    within(
        Entity::update_many()
            .col_expr(Column::LeaseOwner, null::<Uuid>())
            .col_expr(Column::LeasedUntil, null::<DateTimeUtc>())
            .filter(Column::LeaseOwner.eq(lease.owner))
            .filter(Column::CarriedAt.is_null())
            .exec(db),
    )
    .await?;
    Ok(())
}

/// What is unsent and has been tried in vain, or was said before then; in the order in which it was said.
pub(crate) async fn all_unsent(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<Vec<Model>, DbErr> {
    within(
        Entity::find()
            .filter(Column::CarriedAt.is_null())
            .filter(Condition::any().add(Column::Trouble.is_not_null()).add(Column::SaidAt.lt(before)))
            .order_by_asc(Column::Seq)
            .all(db),
    )
    .await
}

/// Makes an unsent row due at once; false when there is none with this id.
pub(crate) async fn carry_now(db: &impl ConnectionTrait, id: Uuid, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let marked = within(
        Entity::update_many()
            .col_expr(Column::Due, Expr::value(now))
            .col_expr(Column::Tries, Expr::value(0))
            .filter(Column::Id.eq(id))
            .filter(Column::CarriedAt.is_null())
            .exec(db),
    )
    .await?;
    Ok(marked.rows_affected == 1)
}

/// Makes what was carried since then due once more, after a carrier has lost its data.
pub(crate) async fn carry_again(
    db: &impl ConnectionTrait,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let done = within(
        Entity::update_many()
            .col_expr(Column::CarriedAt, null::<DateTimeUtc>())
            .col_expr(Column::Due, Expr::value(now))
            .col_expr(Column::Tries, Expr::value(0))
            .filter(Column::CarriedAt.gte(since))
            .exec(db),
    )
    .await?;
    Ok(done.rows_affected)
}

/// Removes up to `most` rows that were carried before then.
pub(crate) async fn prune(db: &impl ConnectionTrait, before: DateTime<Utc>, most: u64) -> Result<u64, DbErr> {
    let old: Vec<i64> = within(
        Entity::find()
            .select_only()
            .column(Column::Seq)
            .filter(Column::CarriedAt.lt(before))
            .limit(most)
            .into_tuple()
            .all(db),
    )
    .await?;
    if old.is_empty() {
        return Ok(0);
    }
    let done =
        within(Entity::delete_many().filter(Column::Seq.is_in(old)).filter(Column::CarriedAt.lt(before)).exec(db))
            .await?;
    Ok(done.rows_affected)
}

/// How much is unsent, and since when.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Unsent {
    pub(crate) count: i64,
    pub(crate) oldest: Option<DateTimeUtc>,
}

pub(crate) async fn count(db: &impl ConnectionTrait) -> Result<Unsent, DbErr> {
    let found = within(
        Entity::find()
            .select_only()
            .column_as(Column::Seq.count(), "count")
            .column_as(Column::SaidAt.min(), "oldest")
            .filter(Column::CarriedAt.is_null())
            .into_model::<Unsent>()
            .one(db),
    )
    .await?;
    Ok(found.unwrap_or(Unsent { count: 0, oldest: None }))
}

/// Everything there is, in the order in which it was said.
pub(crate) async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    within(Entity::find().order_by_asc(Column::Seq).all(db)).await
}
