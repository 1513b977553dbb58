//! The gatherings. The snapshot is what is said to others.

use crate::delegation::Rules;
use chrono::{DateTime, NaiveDate, Utc};
use proto::event::Event;
use proto::registration::SignupChanged;
use proto::{EventId, Localised, PoolId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ConnectionTrait, FromJsonQueryResult, IntoActiveModel, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "gathering")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    #[sea_orm(unique)]
    pub(crate) slug: String,
    pub(crate) organisation: String,
    /// Empty when it is for all.
    pub(crate) network: String,
    pub(crate) starts_at: DateTimeUtc,
    pub(crate) ends_at: DateTimeUtc,
    pub(crate) revision: i64,
    pub(crate) cancelled: bool,
    /// It was published, and is off the public pages until it is again.
    pub(crate) unpublished: bool,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub(crate) cancel_reason: Option<Reason>,
    pub(crate) published_at: DateTimeUtc,
    pub(crate) changed_at: DateTimeUtc,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) snapshot: Snapshot,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) pools: PoolIds,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) rules: KeptRules,
    pub(crate) released_at: Option<DateTimeUtc>,
    pub(crate) signup_revision: i64,
    pub(crate) signup_open: Option<bool>,
    pub(crate) places_left: Option<i64>,
    pub(crate) waiting: Option<i64>,
    /// When it was counted who took part.
    pub(crate) counted_at: Option<DateTimeUtc>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Snapshot(pub(crate) Event);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Reason(pub(crate) Localised);

/// Ids of pools by the key that event files call them by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct PoolIds(pub(crate) BTreeMap<String, PoolId>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct KeptRules(pub(crate) Rules);

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What is said about it.
    pub(crate) fn event(&self) -> &Event {
        &self.snapshot.0
    }

    pub(crate) fn rules(&self) -> &Rules {
        &self.rules.0
    }

    pub(crate) fn reason(&self) -> Option<&Localised> {
        self.cancel_reason.as_ref().map(|reason| &reason.0)
    }

    /// It was counted who took part, after it had ended.
    pub(crate) fn is_counted(&self) -> bool {
        self.counted_at.is_some_and(|at| self.ends_at <= at)
    }

    /// The day that decides who is a member.
    pub(crate) fn day(&self) -> NaiveDate {
        self.starts_at.with_timezone(&self.event().timezone).date_naive()
    }

    /// Nobody can be named for it any more.
    pub(crate) fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.cancelled || now >= self.starts_at
    }

    pub(crate) fn has_been(&self, now: DateTime<Utc>) -> bool {
        now >= self.ends_at
    }
}

const LONGEST_SLUG: usize = 100;

/// Whether this can be a slug. Anything else is not asked about: databases refuse some characters.
pub(crate) fn is_slug(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.len() <= LONGEST_SLUG && text.bytes().all(fits)
}

pub(crate) async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Model>, DbErr> {
    if !is_slug(slug) {
        return Ok(None);
    }
    Entity::find().filter(Column::Slug.eq(slug)).filter(Column::Unpublished.eq(false)).one(db).await
}

pub(crate) async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// For somebody who will write it or anything of its delegations: on PostgreSQL others wait until the transaction ends.
pub(crate) async fn locked(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).lock_exclusive().one(db).await
}

/// The same by its slug, whether or not people can see it.
pub(crate) async fn to_change(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Slug.eq(slug)).lock_exclusive().one(db).await
}

/// True when it is one of ours: registrations of other kinds of event are none of our business.
pub(crate) async fn is_ours(db: &impl ConnectionTrait, event: EventId) -> Result<bool, DbErr> {
    Ok(Entity::find_by_id(event.0).count(db).await? > 0)
}

pub(crate) async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Writes what an event file can change; what registration said stays as it is.
pub(crate) async fn update(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Network, Expr::value(row.network))
        .col_expr(Column::StartsAt, Expr::value(row.starts_at))
        .col_expr(Column::EndsAt, Expr::value(row.ends_at))
        .col_expr(Column::Revision, Expr::value(row.revision))
        .col_expr(Column::Cancelled, Expr::value(row.cancelled))
        .col_expr(Column::Unpublished, Expr::value(row.unpublished))
        .col_expr(Column::CancelReason, Expr::value(row.cancel_reason))
        .col_expr(Column::ChangedAt, Expr::value(row.changed_at))
        .col_expr(Column::Snapshot, Expr::value(row.snapshot))
        .col_expr(Column::Pools, Expr::value(row.pools))
        .col_expr(Column::Rules, Expr::value(row.rules))
        .filter(Column::Id.eq(row.id))
        .exec(db)
        .await?;
    Ok(())
}

/// Takes it off the public pages, unless it has been changed or cancelled since this revision; tells whether it did.
pub(crate) async fn hide(db: &impl ConnectionTrait, id: Uuid, revision: i64) -> Result<bool, DbErr> {
    let hidden = Entity::update_many()
        .col_expr(Column::Unpublished, Expr::value(true))
        .filter(Column::Id.eq(id))
        .filter(Column::Revision.eq(revision))
        .filter(Column::Cancelled.eq(false))
        .exec(db)
        .await?;
    Ok(hidden.rows_affected > 0)
}

/// Keeps what registration tells, unless something newer is known.
pub(crate) async fn keep_signup(db: &impl ConnectionTrait, told: &SignupChanged) -> Result<(), DbErr> {
    let revision = i64::try_from(told.revision).unwrap_or(i64::MAX);
    Entity::update_many()
        .col_expr(Column::SignupRevision, Expr::value(revision))
        .col_expr(Column::SignupOpen, Expr::value(Some(told.open)))
        .col_expr(Column::PlacesLeft, Expr::value(told.places_left.map(i64::from)))
        .col_expr(Column::Waiting, Expr::value(told.waiting.map(i64::from)))
        .filter(Column::Id.eq(told.event_id.0))
        .filter(Column::SignupRevision.lt(revision))
        .exec(db)
        .await?;
    Ok(())
}

/// Notes that seats without a name have gone to everybody, the first time.
pub(crate) async fn mark_released(db: &impl ConnectionTrait, id: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    let released = Entity::update_many().col_expr(Column::ReleasedAt, Expr::value(Some(now)));
    released.filter(Column::Id.eq(id)).filter(Column::ReleasedAt.is_null()).exec(db).await?;
    Ok(())
}

/// Notes that it was counted who took part.
pub(crate) async fn mark_counted(db: &impl ConnectionTrait, id: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    let counted = Entity::update_many().col_expr(Column::CountedAt, Expr::value(Some(now)));
    counted.filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Those of these organisations, the latest first, as many as a page can list.
pub(crate) async fn of(db: &impl ConnectionTrait, organisations: &[&str]) -> Result<Vec<Model>, DbErr> {
    let own = Entity::find().filter(Column::Organisation.is_in(organisations.iter().copied()));
    let own = own.filter(Column::Unpublished.eq(false));
    own.order_by_desc(Column::StartsAt).order_by_desc(Column::Id).limit(200).all(db).await
}

/// All of a network that take place, or have, in order.
pub(crate) async fn of_network(db: &impl ConnectionTrait, network: &str) -> Result<Vec<Model>, DbErr> {
    let all = Entity::find().filter(Column::Network.eq(network)).filter(Column::Cancelled.eq(false));
    let all = all.filter(Column::Unpublished.eq(false));
    all.order_by_asc(Column::StartsAt).order_by_asc(Column::Id).all(db).await
}

/// Those that are over and have not been counted since.
pub(crate) async fn uncounted(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Model>, DbErr> {
    let before = Expr::col(Column::CountedAt).lt(Expr::col(Column::EndsAt));
    let over = Entity::find().filter(Column::EndsAt.lte(now)).filter(Column::Cancelled.eq(false));
    let over = over.filter(Column::Unpublished.eq(false));
    over.filter(Column::CountedAt.is_null().or(before)).all(db).await
}

/// Those that are over.
pub(crate) async fn ended(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::EndsAt.lt(now)).all(db).await
}

/// Those that have not begun and will.
pub(crate) async fn ahead(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Model>, DbErr> {
    let ahead = Entity::find().filter(Column::Cancelled.eq(false));
    ahead.filter(Column::Unpublished.eq(false)).filter(Column::StartsAt.gt(now)).all(db).await
}
