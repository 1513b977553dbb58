//! Who may come in: a copy of the little that this service needs to know of a registration.

use proto::registration::{Registration, State};
use proto::{EventId, RegistrationId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ConnectionTrait, QuerySelect, Set};
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seat")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) registration: Uuid,
    pub(crate) event: Uuid,
    pub(crate) generation: i32,
    pub(crate) state: SeatState,
    pub(crate) revision: i64,
}

/// Where the registration stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)")]
pub(crate) enum SeatState {
    #[sea_orm(string_value = "admitted")]
    Admitted,
    #[sea_orm(string_value = "waiting")]
    Waiting,
    #[sea_orm(string_value = "offered")]
    Offered,
    #[sea_orm(string_value = "withdrawn")]
    Withdrawn,
    /// Its data are deleted. The row stays, so that a message that arrives late does not bring it back.
    #[sea_orm(string_value = "erased")]
    Erased,
}

impl From<State> for SeatState {
    fn from(state: State) -> Self {
        match state {
            State::Admitted => Self::Admitted,
            State::Waiting => Self::Waiting,
            State::Offered => Self::Offered,
            State::Withdrawn => Self::Withdrawn,
        }
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Keeps what is told, unless something newer is known.
pub(crate) async fn keep(db: &impl ConnectionTrait, registration: &Registration) -> Result<(), DbErr> {
    write(
        db,
        ActiveModel {
            registration: Set(registration.id.0),
            event: Set(registration.event_id.0),
            generation: Set(registration.generation.into()),
            state: Set(registration.state.into()),
            revision: Set(registration.revision.into()),
        },
    )
    .await
}

/// Marks a seat as erased for good, whatever arrives later.
pub(crate) async fn erase(
    db: &impl ConnectionTrait,
    registration: RegistrationId,
    event: EventId,
) -> Result<(), DbErr> {
    write(
        db,
        ActiveModel {
            registration: Set(registration.0),
            event: Set(event.0),
            generation: Set(0),
            state: Set(SeatState::Erased),
            revision: Set(i64::MAX),
        },
    )
    .await
}

async fn write(db: &impl ConnectionTrait, row: ActiveModel) -> Result<(), DbErr> {
    let newer = OnConflict::column(Column::Registration)
        .update_columns([Column::Generation, Column::State, Column::Revision])
        .action_and_where(Expr::col((Entity, Column::Revision)).lt(Expr::col(("excluded", Column::Revision))))
        .to_owned();
    Entity::insert(row).on_conflict(newer).exec_without_returning(db).await?;
    Ok(())
}

pub(crate) async fn find(db: &impl ConnectionTrait, registration: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(registration).one(db).await
}

/// How many have a place.
pub(crate) async fn admitted(db: &impl ConnectionTrait, event: Uuid) -> Result<u64, DbErr> {
    Entity::find().filter(Column::Event.eq(event)).filter(Column::State.eq(SeatState::Admitted)).count(db).await
}

/// Who has a place.
pub(crate) async fn all_admitted(db: &impl ConnectionTrait, event: Uuid) -> Result<BTreeSet<Uuid>, DbErr> {
    let ids = Entity::find()
        .select_only()
        .column(Column::Registration)
        .filter(Column::Event.eq(event))
        .filter(Column::State.eq(SeatState::Admitted));
    Ok(ids.into_tuple::<Uuid>().all(db).await?.into_iter().collect())
}
