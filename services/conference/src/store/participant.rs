//! Who has chosen what: a copy of the little that this service needs to know of a registration, without any name.

use proto::event::Form;
use proto::registration::{Claim, ClaimState, Registration, State};
use proto::{EventId, PoolId, RegistrationId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ConnectionTrait, FromJsonQueryResult, QuerySelect, Set};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "participant")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) registration: Uuid,
    pub(crate) conference: Uuid,
    pub(crate) revision: i64,
    pub(crate) generation: i32,
    pub(crate) state: Standing,
    pub(crate) form: Option<FormColumn>,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) choices: Choices,
    /// When the person came in online for the first time.
    pub(crate) joined_at: Option<DateTimeUtc>,
}

/// Where the registration stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)")]
pub(crate) enum Standing {
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

impl From<State> for Standing {
    fn from(state: State) -> Self {
        match state {
            State::Admitted => Self::Admitted,
            State::Waiting => Self::Waiting,
            State::Offered => Self::Offered,
            State::Withdrawn => Self::Withdrawn,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)")]
pub(crate) enum FormColumn {
    #[sea_orm(string_value = "in_person")]
    InPerson,
    #[sea_orm(string_value = "online")]
    Online,
}

impl From<Form> for FormColumn {
    fn from(form: Form) -> Self {
        match form {
            Form::InPerson => Self::InPerson,
            Form::Online => Self::Online,
        }
    }
}

/// Pools and what the person has of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Choices(pub(crate) Vec<Claim>);

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Choices {
    /// The pools in which the person has, or is offered, a place.
    pub(crate) fn holds(&self) -> impl Iterator<Item = PoolId> {
        self.0
            .iter()
            .filter(|claim| matches!(claim.state, ClaimState::Held | ClaimState::Offered))
            .map(|claim| claim.pool_id)
    }
}

/// Keeps what is told, unless something newer is known.
pub(crate) async fn keep(db: &impl ConnectionTrait, registration: &Registration) -> Result<(), DbErr> {
    write(
        db,
        ActiveModel {
            registration: Set(registration.id.0),
            conference: Set(registration.event_id.0),
            revision: Set(registration.revision.into()),
            generation: Set(registration.generation.into()),
            state: Set(registration.state.into()),
            form: Set(registration.form.map(FormColumn::from)),
            choices: Set(Choices(registration.choices.clone())),
            joined_at: Set(None),
        },
    )
    .await
}

/// Marks a participant as erased for good, whatever arrives later.
pub(crate) async fn erase(
    db: &impl ConnectionTrait,
    registration: RegistrationId,
    event: EventId,
) -> Result<(), DbErr> {
    write(
        db,
        ActiveModel {
            registration: Set(registration.0),
            conference: Set(event.0),
            revision: Set(i64::MAX),
            generation: Set(0),
            state: Set(Standing::Erased),
            form: Set(None),
            choices: Set(Choices::default()),
            joined_at: Set(None),
        },
    )
    .await
}

/// When the person came in stays as it is.
async fn write(db: &impl ConnectionTrait, row: ActiveModel) -> Result<(), DbErr> {
    let newer = OnConflict::column(Column::Registration)
        .update_columns([Column::Revision, Column::Generation, Column::State, Column::Form, Column::Choices])
        .action_and_where(Expr::col((Entity, Column::Revision)).lt(Expr::col(("excluded", Column::Revision))))
        .to_owned();
    Entity::insert(row).on_conflict(newer).exec_without_returning(db).await?;
    Ok(())
}

pub(crate) async fn find(db: &impl ConnectionTrait, registration: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(registration).one(db).await
}

/// What each of those has chosen who has a place, is offered one or waits for one; nothing else of them, since there may be
/// thousands.
pub(crate) async fn choices(db: &impl ConnectionTrait, conference: Uuid) -> Result<Vec<Choices>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Choices)
        .filter(Column::Conference.eq(conference))
        .filter(Column::State.is_in([Standing::Admitted, Standing::Offered, Standing::Waiting]))
        .into_tuple()
        .all(db)
        .await
}

/// How many have a place.
pub(crate) async fn admitted(db: &impl ConnectionTrait, conference: Uuid) -> Result<u64, DbErr> {
    Entity::find()
        .filter(Column::Conference.eq(conference))
        .filter(Column::State.eq(Standing::Admitted))
        .count(db)
        .await
}

/// How many have come in online.
pub(crate) async fn joined(db: &impl ConnectionTrait, conference: Uuid) -> Result<u64, DbErr> {
    Entity::find().filter(Column::Conference.eq(conference)).filter(Column::JoinedAt.is_not_null()).count(db).await
}

/// Notes that somebody comes in; true the first time. Of two at the same moment the database lets one be first.
pub(crate) async fn join(db: &impl ConnectionTrait, registration: Uuid, now: DateTimeUtc) -> Result<bool, DbErr> {
    let done = Entity::update_many()
        .col_expr(Column::JoinedAt, Expr::value(Some(now)))
        .filter(Column::Registration.eq(registration))
        .filter(Column::JoinedAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Forgets that somebody came in; false when they had not.
pub(crate) async fn forget_joined(db: &impl ConnectionTrait, registration: Uuid) -> Result<bool, DbErr> {
    let done = Entity::update_many()
        .col_expr(Column::JoinedAt, Expr::value(Option::<DateTimeUtc>::None))
        .filter(Column::Registration.eq(registration))
        .filter(Column::JoinedAt.is_not_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}
