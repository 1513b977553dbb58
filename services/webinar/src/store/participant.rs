//! What those who are signed up are called, and their addresses: for the name in a meeting room, and to find people in a list of
//! who came. Gone as soon as somebody signs off or is erased.

use super::seat::{self, SeatState};
use crate::matching::SignedUp;
use proto::RegistrationId;
use proto::registration::Registration;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, QueryOrder, Set};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "participant")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) registration: Uuid,
    pub(crate) event: Uuid,
    #[sea_orm(column_type = "Text")]
    pub(crate) name: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) email: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Keeps what is told if the seat was kept from the same message, which is then the newest.
pub(crate) async fn keep(db: &impl ConnectionTrait, told: &Registration) -> Result<(), DbErr> {
    let Some(seat) = seat::find(db, told.id.0).await? else { return Ok(()) };
    if matches!(seat.state, SeatState::Withdrawn | SeatState::Erased) {
        return forget(db, told.id).await;
    }
    if seat.revision != i64::from(told.revision) {
        return Ok(());
    }
    let row = ActiveModel {
        registration: Set(told.id.0),
        event: Set(told.event_id.0),
        name: Set(told.name.clone()),
        email: Set(told.email.clone()),
    };
    let newer = OnConflict::column(Column::Registration).update_columns([Column::Name, Column::Email]).to_owned();
    Entity::insert(row).on_conflict(newer).exec_without_returning(db).await?;
    Ok(())
}

pub(crate) async fn forget(db: &impl ConnectionTrait, registration: RegistrationId) -> Result<(), DbErr> {
    Entity::delete_by_id(registration.0).exec(db).await.map(drop)
}

/// Those who have a place.
pub(crate) async fn admitted(db: &impl ConnectionTrait, event: Uuid) -> Result<Vec<SignedUp>, DbErr> {
    let seats = seat::all_admitted(db, event).await?;
    let rows = Entity::find().filter(Column::Event.eq(event)).order_by_asc(Column::Registration).all(db).await?;
    let with_place = rows.into_iter().filter(|row| seats.contains(&row.registration));
    let of = |row: Model| SignedUp { registration: row.registration, name: row.name, email: row.email };
    Ok(with_place.map(of).collect())
}

pub(crate) async fn find(db: &impl ConnectionTrait, registration: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(registration).one(db).await
}
