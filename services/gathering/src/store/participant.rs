//! Those who are signed up for gatherings: a copy of the little that is needed to know of them.

use proto::registration::{Registration, State};
use proto::{EventId, RegistrationId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ConnectionTrait, Set};
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
}

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
    };
    write(db, row).await?;
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
    };
    write(db, row).await
}

async fn write(db: &impl ConnectionTrait, row: ActiveModel) -> Result<(), DbErr> {
    let newer = OnConflict::column(Column::Registration)
        .update_columns([Column::Name, Column::State, Column::Revision])
        .action_and_where(Expr::col((Entity, Column::Revision)).lt(Expr::col(("excluded", Column::Revision))))
        .to_owned();
    Entity::insert(row).on_conflict(newer).exec_without_returning(db).await?;
    Ok(())
}

pub(crate) async fn find(db: &impl ConnectionTrait, registration: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(registration).one(db).await
}

/// All of one gathering, by their registration.
pub(crate) async fn of(db: &impl ConnectionTrait, event: Uuid) -> Result<HashMap<Uuid, Model>, DbErr> {
    let rows = Entity::find().filter(Column::Event.eq(event)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.registration, row)).collect())
}

/// How many have a place or are asked whether they want it, with or without a delegation.
pub(crate) async fn with_place(db: &impl ConnectionTrait, event: Uuid) -> Result<u64, DbErr> {
    let all = Entity::find().filter(Column::Event.eq(event));
    all.filter(Column::State.is_in([Stands::Admitted, Stands::Offered])).count(db).await
}

/// Forgets what everybody is called.
pub(crate) async fn forget_all(db: &impl ConnectionTrait, event: Uuid) -> Result<(), DbErr> {
    let nameless = Entity::update_many().col_expr(Column::Name, Expr::value(""));
    nameless.filter(Column::Event.eq(event)).filter(Column::Name.ne("")).exec(db).await?;
    Ok(())
}
