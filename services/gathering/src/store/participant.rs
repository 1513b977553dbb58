//! Those who are signed up for gatherings: a copy of the little that is needed to know of them.

use proto::registration::{ClaimState, Registration, State};
use proto::{EventId, PoolId, RegistrationId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ConnectionTrait, FromJsonQueryResult, Set};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "participant")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) registration: Uuid,
    pub(crate) event: Uuid,
    pub(crate) name: String,
    pub(crate) state: Stands,
    pub(crate) revision: i64,
    pub(crate) answered: bool,
    /// Stays when the rest is forgotten, so that it can be counted who took part.
    pub(crate) has_place: bool,
    pub(crate) place_revision: i64,
    /// Was noted to have come.
    pub(crate) attended: bool,
    pub(crate) attendance_revision: i64,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub(crate) choices: Option<Pools>,
}

/// Pools in which somebody has a place besides the gathering itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Pools(pub(crate) Vec<PoolId>);

/// Where the registration stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub(crate) enum Stands {
    Admitted,
    Waiting,
    Offered,
    Withdrawn,
    /// The place was given to somebody else.
    HandedOver,
    /// Its data are deleted. The row stays, so that a message that arrives late does not bring it back.
    Erased,
}

impl From<State> for Stands {
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

/// Newer than anything that can be told.
const FORGOTTEN: i64 = i64::MAX;

impl Model {
    pub(crate) fn is_erased(&self) -> bool {
        self.revision == FORGOTTEN
    }

    /// Has a place, or is asked whether they want it; with or without a delegation.
    pub(crate) fn has_place(&self) -> bool {
        matches!(self.state, Stands::Admitted | Stands::Offered)
    }

    /// Whether the person has a place in this pool besides.
    pub(crate) fn has_chosen(&self, pool: PoolId) -> bool {
        self.choices.as_ref().is_some_and(|choices| choices.0.contains(&pool))
    }
}

fn held(registration: &Registration) -> Pools {
    let held = registration.choices.iter().filter(|claim| claim.state == ClaimState::Held);
    Pools(held.map(|claim| claim.pool_id).collect())
}

/// Keeps what is told, unless something newer is known. `answered` once is answered.
pub(crate) async fn keep(
    db: &impl ConnectionTrait,
    registration: &Registration,
    state: Stands,
    answered: bool,
) -> Result<(), DbErr> {
    let row = ActiveModel {
        registration: Set(registration.id.0),
        event: Set(registration.event_id.0),
        name: Set(registration.name.clone()),
        state: Set(state),
        revision: Set(registration.revision.into()),
        answered: Set(answered),
        choices: Set(Some(held(registration))),
        ..Default::default()
    };
    write(db, row).await?;
    note_place(db, registration.id, state == Stands::Admitted, registration.revision.into()).await?;
    if answered {
        let told = Entity::update_many().col_expr(Column::Answered, Expr::value(true));
        told.filter(Column::Registration.eq(registration.id.0)).exec(db).await?;
    }
    Ok(())
}

/// Marks one as erased for good, whatever arrives later. Who gave the place to somebody else stays one who did.
pub(crate) async fn erase(
    db: &impl ConnectionTrait,
    registration: RegistrationId,
    event: EventId,
) -> Result<(), DbErr> {
    let known = find(db, registration.0).await?;
    let handed_over = known.is_some_and(|known| known.state == Stands::HandedOver);
    let row = ActiveModel {
        registration: Set(registration.0),
        event: Set(event.0),
        name: Set(String::new()),
        state: Set(if handed_over { Stands::HandedOver } else { Stands::Erased }),
        revision: Set(FORGOTTEN),
        answered: Set(false),
        choices: Set(None),
        ..Default::default()
    };
    write(db, row).await
}

/// Notes that somebody who is forgotten before the gathering does not come, whatever arrives later.
pub(crate) async fn stays_away(db: &impl ConnectionTrait, registration: RegistrationId) -> Result<(), DbErr> {
    note_place(db, registration, false, FORGOTTEN).await
}

async fn note_place(
    db: &impl ConnectionTrait,
    registration: RegistrationId,
    has_place: bool,
    revision: i64,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::HasPlace, Expr::value(has_place))
        .col_expr(Column::PlaceRevision, Expr::value(revision))
        .filter(Column::Registration.eq(registration.0))
        .filter(Column::PlaceRevision.lt(revision))
        .exec(db)
        .await?;
    Ok(())
}

/// Notes whether somebody came, unless something newer is known.
pub(crate) async fn note_attendance(
    db: &impl ConnectionTrait,
    registration: &Registration,
    attended: bool,
) -> Result<(), DbErr> {
    let revision = i64::from(registration.revision);
    Entity::update_many()
        .col_expr(Column::Attended, Expr::value(attended))
        .col_expr(Column::AttendanceRevision, Expr::value(revision))
        .filter(Column::Registration.eq(registration.id.0))
        .filter(Column::AttendanceRevision.lt(revision))
        .exec(db)
        .await?;
    Ok(())
}

async fn write(db: &impl ConnectionTrait, row: ActiveModel) -> Result<(), DbErr> {
    let newer = OnConflict::column(Column::Registration)
        .update_columns([Column::Name, Column::State, Column::Revision, Column::Choices])
        .action_and_where(Expr::col((Entity, Column::Revision)).lt(Expr::col(("excluded", Column::Revision))))
        .to_owned();
    Entity::insert(row).on_conflict(newer).exec_without_returning(db).await?;
    Ok(())
}

/// How many have a place.
pub(crate) async fn admitted(db: &impl ConnectionTrait, event: Uuid) -> Result<u64, DbErr> {
    Entity::find().filter(Column::Event.eq(event)).filter(Column::State.eq(Stands::Admitted)).count(db).await
}

pub(crate) async fn find(db: &impl ConnectionTrait, registration: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(registration).one(db).await
}

/// All of one gathering, by their registration.
pub(crate) async fn of(db: &impl ConnectionTrait, event: Uuid) -> Result<HashMap<Uuid, Model>, DbErr> {
    let rows = Entity::find().filter(Column::Event.eq(event)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.registration, row)).collect())
}

/// Those with these registrations, by their registration.
pub(crate) async fn those(
    db: &impl ConnectionTrait,
    registrations: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Model>, DbErr> {
    let rows = Entity::find().filter(Column::Registration.is_in(registrations)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.registration, row)).collect())
}

/// Forgets what everybody is called.
pub(crate) async fn forget_all(db: &impl ConnectionTrait, event: Uuid) -> Result<(), DbErr> {
    let nameless = Entity::update_many().col_expr(Column::Name, Expr::value(""));
    nameless.filter(Column::Event.eq(event)).filter(Column::Name.ne("")).exec(db).await?;
    Ok(())
}
