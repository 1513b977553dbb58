//! Which events belong to which series.

use crate::store::event;
use chrono::{DateTime, Utc};
use proto::EventId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait, Set};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "series_date")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: Uuid,
    pub series_id: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Keeps which series an event belongs to, or that it belongs to none.
pub async fn keep(tx: &impl ConnectionTrait, event: EventId, series: Option<Uuid>) -> Result<(), DbErr> {
    let Some(series) = series else {
        return Entity::delete_by_id(event.0).exec(tx).await.map(drop);
    };
    let row = ActiveModel { event_id: Set(event.0), series_id: Set(series) };
    let replace = OnConflict::column(Column::EventId).update_column(Column::SeriesId).to_owned();
    Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(())
}

/// The series of an event.
pub async fn series_of(db: &impl ConnectionTrait, event: EventId) -> Result<Option<Uuid>, DbErr> {
    Ok(Entity::find_by_id(event.0).one(db).await?.map(|row| row.series_id))
}

/// The events of a series, soonest first.
pub async fn events(db: &impl ConnectionTrait, series: Uuid) -> Result<Vec<event::Model>, DbErr> {
    let ids = Entity::find().select_only().column(Column::EventId).filter(Column::SeriesId.eq(series));
    let events = event::Entity::find().filter(event::Column::Id.in_subquery(ids.into_query()));
    events.order_by_asc(event::Column::StartsAt).order_by_asc(event::Column::Id).all(db).await
}

/// The events of series that one can sign up for at this moment, with their series.
pub async fn open(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Model>, DbErr> {
    let begun = Condition::any().add(event::Column::OpensAt.is_null()).add(event::Column::OpensAt.lte(now));
    let open = event::Entity::find()
        .select_only()
        .column(event::Column::Id)
        .filter(event::Column::Cancelled.eq(false))
        .filter(event::Column::ClosesAt.gt(now))
        .filter(event::Column::EndsAt.gt(now))
        .filter(begun);
    let dates = Entity::find().filter(Column::EventId.in_subquery(open.into_query()));
    dates.order_by_asc(Column::EventId).all(db).await
}
