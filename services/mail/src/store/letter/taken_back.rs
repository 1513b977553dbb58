//! Letters that were in the hands of a process that is gone.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, LockBehavior, LockType, SimpleExpr};
use sea_orm::{ConnectionTrait, FromQueryResult, QuerySelect};

use super::{Column, Entity, drop_bytes};
use crate::purpose::{Purpose, State};
use crate::store::AT_ONCE;

/// So many copies may have arrived at most before a person is asked: the first, and one more.
const MOST_UNANSWERED: i32 = 2;

/// A letter that may have arrived twice, and is not sent a third time without a person saying so.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct GivenUp {
    pub(crate) id: Uuid,
    pub(crate) registration: Option<Uuid>,
    pub(crate) event: Option<Uuid>,
    pub(crate) purpose: Purpose,
    unanswered: i32,
}

/// Takes letters back from a process whose time with them has run out.
pub(crate) async fn take_back(db: &impl ConnectionTrait, now: DateTime<Utc>, why: &str) -> Result<Vec<GivenUp>, DbErr> {
    take_back_those(db, Column::LeaseUntil.lt(now), now, now, why).await
}

/// Takes every letter back that a process had in hand which is gone for certain. Writing a file again does no harm;
/// a server may need a while to find out whether it has the letter.
pub(crate) async fn take_back_all(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    doubt: TimeDelta,
    why: &str,
) -> Result<Vec<GivenUp>, DbErr> {
    take_back_those(db, Column::LeaseOwner.is_not_null(), now, now + doubt, why).await
}

/// What cannot have arrived is as if it had never been begun. What may have is sent once more, at `again`, and what may
/// have arrived already before that is given up: `why` stands beside it.
async fn take_back_those(
    db: &impl ConnectionTrait,
    gone: SimpleExpr,
    now: DateTime<Utc>,
    again: DateTime<Utc>,
    why: &str,
) -> Result<Vec<GivenUp>, DbErr> {
    let taken_back = |state: State, next_at: Option<DateTime<Utc>>| {
        Entity::update_many()
            .col_expr(Column::State, Expr::value(state))
            .col_expr(Column::NextAt, Expr::value(next_at))
            .col_expr(Column::LeaseOwner, Expr::value(None::<Uuid>))
            .col_expr(Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>))
    };
    let begun = taken_back(State::Pending, Some(now)).filter(gone.clone()).filter(Column::State.eq(State::Leased));
    begun.exec(db).await?;
    let doubtful = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Registration, Column::Event, Column::Purpose, Column::Unanswered])
        .filter(gone)
        .filter(Column::State.eq(State::DotWritten))
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .into_model::<GivenUp>()
        .all(db)
        .await?;
    let (given_up, once_more): (Vec<_>, Vec<_>) =
        doubtful.into_iter().partition(|letter| letter.unanswered >= MOST_UNANSWERED);
    let ids = |letters: &[GivenUp]| letters.iter().map(|letter| letter.id).collect::<Vec<_>>();
    for some in ids(&once_more).chunks(AT_ONCE) {
        let these = Column::Id.is_in(some.iter().copied());
        taken_back(State::Uncertain, Some(again)).filter(these).exec(db).await?;
    }
    for some in ids(&given_up).chunks(AT_ONCE) {
        let these = Column::Id.is_in(some.iter().copied());
        let with_reason = taken_back(State::Uncertain, None).col_expr(Column::Trouble, Expr::value(why));
        with_reason.filter(these).exec(db).await?;
        drop_bytes(db, some).await?;
    }
    Ok(given_up)
}
