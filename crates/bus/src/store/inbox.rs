//! What arrived and is not done yet, what was set aside, and the ids of what was done.

use super::{Lease, ROWS_A_STATEMENT, clean, free, null, within};
use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Condition, ExprTrait, LockBehavior, LockType, SelectStatement};
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set};

/// How many subjects are looked for by one statement.
const SUBJECTS_A_STATEMENT: usize = 50;

/// How far a message has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)")]
pub(crate) enum State {
    #[sea_orm(string_value = "waiting")]
    Waiting,
    #[sea_orm(string_value = "done")]
    Done,
    #[sea_orm(string_value = "set_aside")]
    SetAside,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "inbox")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) seq: i64,
    pub(crate) id: Uuid,
    pub(crate) name: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) envelope: String,
    pub(crate) state: State,
    pub(crate) arrived_at: DateTimeUtc,
    pub(crate) due: DateTimeUtc,
    pub(crate) tries: i32,
    pub(crate) lease_owner: Option<Uuid>,
    pub(crate) leased_until: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub(crate) trouble: Option<String>,
    pub(crate) done_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// One message that arrived.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct New {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    /// As it came.
    pub(crate) envelope: String,
    /// Why it is set aside from the start.
    pub(crate) trouble: Option<String>,
}

/// Stores what arrived. What was here before, done or not, is left as it is.
pub(crate) async fn store(db: &impl ConnectionTrait, arrived: &[New], now: DateTime<Utc>) -> Result<(), DbErr> {
    for part in arrived.chunks(ROWS_A_STATEMENT) {
        let rows = part.iter().map(|new| ActiveModel {
            id: Set(new.id),
            name: Set(new.name.clone()),
            envelope: Set(new.envelope.clone()),
            state: Set(if new.trouble.is_some() { State::SetAside } else { State::Waiting }),
            arrived_at: Set(now),
            due: Set(now),
            tries: Set(0),
            trouble: Set(new.trouble.as_deref().map(clean)),
            ..ActiveModel::new()
        });
        within(Entity::insert_many(rows).on_conflict_do_nothing_on([Column::Id]).exec_without_returning(db)).await?;
    }
    Ok(())
}

/// Whether a row is in this state, written out: the indexes are of one state each, and with a value that is only bound later a
/// statement cannot be planned once for all.
fn is(state: State) -> Expr {
    Expr::col(Column::State).eq(Expr::cust(match state {
        State::Waiting => "'waiting'",
        State::Done => "'done'",
        State::SetAside => "'set_aside'",
    }))
}

/// Which of the waiting ones are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// Never begun before; taken by the batch.
    Fresh,
    /// Begun before. Taken one at a time, so that one which ends the process takes no neighbour along.
    Tried,
}

fn due(now: DateTime<Utc>) -> sea_orm::Select<Entity> {
    Entity::find()
        .filter(is(State::Waiting))
        .filter(Column::Due.lte(now))
        .filter(free(Column::LeasedUntil, now))
        .order_by_asc(Column::Due)
        .order_by_asc(Column::Seq)
}

/// A plain read, so that a service with nothing to do takes no write lock.
pub(crate) async fn any_due(db: &impl ConnectionTrait, which: Which, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let found: Option<i64> =
        within(only(due(now), which).select_only().column(Column::Seq).limit(1).into_tuple().one(db)).await?;
    Ok(found.is_some())
}

fn only(rows: sea_orm::Select<Entity>, which: Which) -> sea_orm::Select<Entity> {
    rows.filter(match which {
        Which::Fresh => Column::Tries.eq(0),
        Which::Tried => Column::Tries.gt(0),
    })
}

/// Takes up to `most` rows that are due and counts the try, oldest first.
pub(crate) async fn lease(
    db: &impl ConnectionTrait,
    lease: Lease,
    which: Which,
    now: DateTime<Utc>,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    let chosen: SelectStatement = only(due(now), which)
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
            .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
            .filter(Column::Seq.in_subquery(chosen))
            .exec_with_returning(db),
    )
    .await?;
    rows.sort_by_key(|row| (row.due, row.seq));
    Ok(rows)
}

/// A row as it was taken; every mark names it, and changes nothing if the row is no longer so.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taken {
    pub(crate) seq: i64,
    pub(crate) tries: i32,
    pub(crate) lease: Lease,
}

/// Marks one row done and empties its body; false when somebody else has it by now.
pub(crate) async fn done(db: &impl ConnectionTrait, taken: Taken, now: DateTime<Utc>) -> Result<bool, DbErr> {
    Ok(done_all(db, &[taken.seq], taken.tries, taken.lease, now).await? == 1)
}

/// Marks rows of one lease and one number of tries done; tells how many still were so.
pub(crate) async fn done_all(
    db: &impl ConnectionTrait,
    seqs: &[i64],
    tries: i32,
    lease: Lease,
    now: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let marked = within(
        Entity::update_many()
            .col_expr(Column::State, Expr::value("done"))
            .col_expr(Column::Envelope, Expr::value(""))
            .col_expr(Column::DoneAt, Expr::value(now))
            .col_expr(Column::LeaseOwner, null::<Uuid>())
            .col_expr(Column::LeasedUntil, null::<DateTimeUtc>())
            .col_expr(Column::Trouble, null::<String>())
            .filter(is(State::Waiting))
            .filter(Column::LeaseOwner.eq(lease.owner))
            .filter(Column::Tries.eq(tries))
            .filter(Column::Seq.is_in(seqs.iter().copied()))
            .exec(db),
    )
    .await?;
    Ok(marked.rows_affected)
}

async fn mark(
    db: &impl ConnectionTrait,
    taken: Taken,
    state: &'static str,
    due: DateTime<Utc>,
    trouble: &str,
) -> Result<(), DbErr> {
    within(
        Entity::update_many()
            .col_expr(Column::State, Expr::value(state))
            .col_expr(Column::Due, Expr::value(due))
            .col_expr(Column::LeaseOwner, null::<Uuid>())
            .col_expr(Column::LeasedUntil, null::<DateTimeUtc>())
            .col_expr(Column::Trouble, Expr::value(clean(trouble)))
            .filter(is(State::Waiting))
            .filter(Column::LeaseOwner.eq(taken.lease.owner))
            .filter(Column::Tries.eq(taken.tries))
            .filter(Column::Seq.eq(taken.seq))
            .exec(db),
    )
    .await?;
    Ok(())
}

/// Leaves a row to be tried again at a later time.
pub(crate) async fn again(
    db: &impl ConnectionTrait,
    taken: Taken,
    due: DateTime<Utc>,
    trouble: &str,
) -> Result<(), DbErr> {
    mark(db, taken, "waiting", due, trouble).await
}

/// Keeps a row for a person to look at.
pub(crate) async fn set_aside(
    db: &impl ConnectionTrait,
    taken: Taken,
    now: DateTime<Utc>,
    trouble: &str,
) -> Result<(), DbErr> {
    mark(db, taken, "set_aside", now, trouble).await
}

/// Everything that was set aside, oldest first.
pub(crate) async fn all_set_aside(db: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    within(Entity::find().filter(is(State::SetAside)).order_by_asc(Column::Seq).all(db)).await
}

/// A message that was set aside, without what is in it.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Aside {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) arrived_at: DateTimeUtc,
    pub(crate) due: DateTimeUtc,
    pub(crate) tries: i32,
    pub(crate) trouble: Option<String>,
}

/// The first that were set aside, oldest first.
pub(crate) async fn first_set_aside(db: &impl ConnectionTrait, most: u64) -> Result<Vec<Aside>, DbErr> {
    let those = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name, Column::ArrivedAt, Column::Due, Column::Tries, Column::Trouble])
        .filter(is(State::SetAside))
        .order_by_asc(Column::Seq)
        .limit(most);
    within(those.into_model::<Aside>().all(db)).await
}

/// How many of each kind were set aside.
pub(crate) async fn kinds_set_aside(db: &impl ConnectionTrait) -> Result<Vec<(String, i64)>, DbErr> {
    let kinds = Entity::find()
        .select_only()
        .column(Column::Name)
        .column_as(Column::Seq.count(), "count")
        .filter(is(State::SetAside))
        .group_by(Column::Name)
        .order_by_asc(Column::Name);
    within(kinds.into_tuple().all(db)).await
}

/// Makes all messages of a kind that were set aside due once more; tells how many.
pub(crate) async fn replay_kind(db: &impl ConnectionTrait, name: &str, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let marked = within(
        Entity::update_many()
            .col_expr(Column::State, Expr::value("waiting"))
            .col_expr(Column::Due, Expr::value(now))
            .col_expr(Column::Tries, Expr::value(0))
            .filter(Column::Name.eq(name))
            .filter(is(State::SetAside))
            .exec(db),
    )
    .await?;
    Ok(marked.rows_affected)
}

/// Makes a message that was set aside due once more; false when there is none with this id.
pub(crate) async fn replay(db: &impl ConnectionTrait, id: Uuid, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let marked = within(
        Entity::update_many()
            .col_expr(Column::State, Expr::value("waiting"))
            .col_expr(Column::Due, Expr::value(now))
            .col_expr(Column::Tries, Expr::value(0))
            .filter(Column::Id.eq(id))
            .filter(is(State::SetAside))
            .exec(db),
    )
    .await?;
    Ok(marked.rows_affected == 1)
}

/// Removes what was set aside about these subjects, and what failed and waits to be tried again. What is in hand at this moment
/// stays.
pub(crate) async fn forget(db: &impl ConnectionTrait, subjects: &[Uuid]) -> Result<(), DbErr> {
    if subjects.is_empty() {
        return Ok(());
    }
    let stuck = || {
        let failed = Condition::all().add(is(State::Waiting)).add(Column::Tries.gt(0));
        Condition::any().add(is(State::SetAside)).add(failed.add(Column::LeaseOwner.is_null()))
    };
    let any: Option<i64> =
        within(Entity::find().select_only().column(Column::Seq).filter(stuck()).limit(1).into_tuple().one(db)).await?;
    if any.is_none() {
        return Ok(());
    }
    for some in subjects.chunks(SUBJECTS_A_STATEMENT) {
        // As envelopes are written. What others wrote that nobody can read is left to whoever looks at it.
        let about = some.iter().map(|id| Column::Envelope.like(format!("%\"subject\":\"{id}\"%")));
        let about = about.fold(Condition::any(), |any, one| any.add(one));
        within(Entity::delete_many().filter(stuck()).filter(about).exec(db)).await?;
    }
    Ok(())
}

/// Removes up to `most` ids of what was done before then.
pub(crate) async fn prune(db: &impl ConnectionTrait, before: DateTime<Utc>, most: u64) -> Result<u64, DbErr> {
    let old: Vec<i64> = within(
        Entity::find()
            .select_only()
            .column(Column::Seq)
            .filter(is(State::Done))
            .filter(Column::DoneAt.lt(before))
            .limit(most)
            .into_tuple()
            .all(db),
    )
    .await?;
    if old.is_empty() {
        return Ok(0);
    }
    let removed = within(Entity::delete_many().filter(Column::Seq.is_in(old)).filter(is(State::Done)).exec(db)).await?;
    Ok(removed.rows_affected)
}

/// How much there is in one state, and since when the oldest of it is due.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Found {
    pub(crate) count: i64,
    pub(crate) oldest: Option<DateTimeUtc>,
}

pub(crate) async fn count(db: &impl ConnectionTrait, state: State) -> Result<Found, DbErr> {
    let found = within(
        Entity::find()
            .select_only()
            .column_as(Column::Seq.count(), "count")
            .column_as(Column::Due.min(), "oldest")
            .filter(is(state))
            .into_model::<Found>()
            .one(db),
    )
    .await?;
    Ok(found.unwrap_or(Found { count: 0, oldest: None }))
}

/// The ids of everything that has arrived and is still kept.
pub(crate) async fn ids(db: &impl ConnectionTrait) -> Result<Vec<Uuid>, DbErr> {
    within(Entity::find().select_only().column(Column::Id).into_tuple().all(db)).await
}
