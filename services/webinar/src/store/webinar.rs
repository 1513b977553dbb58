//! The webinars. The snapshot is what is said to others; the meeting address lies beside it and is said to nobody.

use chrono::{DateTime, Utc};
use proto::event::Event;
use proto::registration::{PoolPlaces, SignupChanged};
use proto::{EventId, Localised, PoolId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement};
use sea_orm::{ConnectionTrait, FromJsonQueryResult, QueryOrder, QuerySelect, QueryTrait};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "webinar")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    #[sea_orm(unique)]
    pub(crate) slug: String,
    pub(crate) organisation: String,
    pub(crate) series: Option<String>,
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
    #[sea_orm(column_type = "Text")]
    pub(crate) meeting_url: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) filed_meeting_url: String,
    pub(crate) doors_before_minutes: i32,
    pub(crate) doors_after_minutes: i32,
    pub(crate) signup_revision: i64,
    pub(crate) signup_open: Option<bool>,
    pub(crate) places_left: Option<i64>,
    pub(crate) waiting: Option<i64>,
    /// The same of each number of places; absent before registration has told.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub(crate) places: Option<Places>,
    pub(crate) joined_erased: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Snapshot(pub(crate) Event);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Reason(pub(crate) Localised);

/// How many places each pool has left, as registration said last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Places(pub(crate) Vec<PoolPlaces>);

/// Ids of pools by the key that event files call them by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct PoolIds(pub(crate) BTreeMap<String, PoolId>);

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whether strangers are shown that it takes place.
    pub(crate) fn is_listed(&self) -> bool {
        !self.unpublished && self.event().is_listed()
    }

    /// What is said about it.
    pub(crate) fn event(&self) -> &Event {
        &self.snapshot.0
    }

    pub(crate) fn reason(&self) -> Option<&Localised> {
        self.cancel_reason.as_ref().map(|reason| &reason.0)
    }
}

const LONGEST_SLUG: usize = 100;

/// Whether this can be the slug of a webinar. Anything else is not asked about: databases refuse some characters.
fn is_slug(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.len() <= LONGEST_SLUG && text.bytes().all(fits)
}

pub(crate) async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Model>, DbErr> {
    if !is_slug(slug) {
        return Ok(None);
    }
    Entity::find().filter(Column::Slug.eq(slug)).filter(Column::Unpublished.eq(false)).one(db).await
}

/// The same for somebody who will write it, whether or not people can see it: on PostgreSQL others wait until the transaction ends.
pub(crate) async fn to_change(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Slug.eq(slug)).lock_exclusive().one(db).await
}

pub(crate) async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// True when it is one of ours: registrations of other kinds of event are none of our business.
pub(crate) async fn is_ours(db: &impl ConnectionTrait, event: EventId) -> Result<bool, DbErr> {
    Ok(Entity::find_by_id(event.0).count(db).await? > 0)
}

pub(crate) async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    use sea_orm::IntoActiveModel;
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Writes what an event file can change; what registration said stays as it is.
pub(crate) async fn update(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Series, Expr::value(row.series))
        .col_expr(Column::StartsAt, Expr::value(row.starts_at))
        .col_expr(Column::EndsAt, Expr::value(row.ends_at))
        .col_expr(Column::Revision, Expr::value(row.revision))
        .col_expr(Column::Cancelled, Expr::value(row.cancelled))
        .col_expr(Column::Unpublished, Expr::value(row.unpublished))
        .col_expr(Column::CancelReason, Expr::value(row.cancel_reason))
        .col_expr(Column::ChangedAt, Expr::value(row.changed_at))
        .col_expr(Column::Snapshot, Expr::value(row.snapshot))
        .col_expr(Column::Pools, Expr::value(row.pools))
        .col_expr(Column::MeetingUrl, Expr::value(row.meeting_url))
        .col_expr(Column::FiledMeetingUrl, Expr::value(row.filed_meeting_url))
        .col_expr(Column::DoorsBeforeMinutes, Expr::value(row.doors_before_minutes))
        .col_expr(Column::DoorsAfterMinutes, Expr::value(row.doors_after_minutes))
        .filter(Column::Id.eq(row.id))
        .exec(db)
        .await?;
    Ok(())
}

/// The meeting is somewhere else now, unless somebody has moved it to a third place since it was `before`; tells whether it is.
pub(crate) async fn move_meeting(
    db: &impl ConnectionTrait,
    id: Uuid,
    before: &str,
    meeting_url: &str,
) -> Result<bool, DbErr> {
    let moved = Entity::update_many()
        .col_expr(Column::MeetingUrl, Expr::value(meeting_url))
        .filter(Column::Id.eq(id))
        .filter(Column::MeetingUrl.is_in([before, meeting_url]))
        .exec(db)
        .await?;
    Ok(moved.rows_affected > 0)
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
        .col_expr(Column::Places, Expr::value(Some(Places(told.pools.clone()))))
        .filter(Column::Id.eq(told.event_id.0))
        .filter(Column::SignupRevision.lt(revision))
        .exec(db)
        .await?;
    Ok(())
}

/// Somebody who came was erased: the number stays true.
pub(crate) async fn count_erased(db: &impl ConnectionTrait, event: EventId) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::JoinedErased, Expr::col(Column::JoinedErased).add(1))
        .filter(Column::Id.eq(event.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Those of these organisations, the latest first, as many as a page can list.
pub(crate) async fn of(db: &impl ConnectionTrait, organisations: &[&str]) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Organisation.is_in(organisations.iter().copied()))
        .filter(Column::Unpublished.eq(false))
        .order_by_desc(Column::StartsAt)
        .order_by_desc(Column::Id)
        .limit(200)
        .all(db)
        .await
}

/// The others of a series that are not over, soonest first.
pub(crate) async fn coming_in_series(
    db: &impl ConnectionTrait,
    series: &str,
    except: Uuid,
    now: DateTime<Utc>,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Series.eq(series))
        .filter(Column::Unpublished.eq(false))
        .filter(Column::Id.ne(except))
        .filter(Column::Cancelled.eq(false))
        .filter(Column::EndsAt.gt(now))
        .order_by_asc(Column::StartsAt)
        .limit(20)
        .all(db)
        .await
}

/// The ids of those that were over by then, for a question about what belongs to them.
pub(crate) fn ended_by(then: DateTime<Utc>) -> SelectStatement {
    Entity::find().select_only().column(Column::Id).filter(Column::EndsAt.lte(then)).into_query()
}

/// The same of one organisation.
pub(crate) fn ended_by_of(organisation: &str, then: DateTime<Utc>) -> SelectStatement {
    let ended = Entity::find().select_only().column(Column::Id).filter(Column::EndsAt.lte(then));
    ended.filter(Column::Organisation.eq(organisation)).into_query()
}
