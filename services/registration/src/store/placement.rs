//! Where people sit, as they were told last.

use super::{CHUNK, count, kept};
use proto::Localised;
use proto::gathering::{PlanKind, PlanPlaced};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, OnConflict};
use sea_orm::{QueryOrder, Set};
use serde::{Deserialize as _, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "placement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub plan_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub registration_id: Uuid,
    pub revision: i32,
    pub kind: Kind,
    pub name: Json,
    /// Of the table or group; absent when the person has none any more.
    pub number: Option<i32>,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum Kind {
    Tables,
    Groups,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Where somebody sits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Placement {
    /// The dinner, a workshop.
    pub name: Localised,
    /// The end of the key of its words.
    pub kind: &'static str,
    pub number: u32,
}

/// Keeps what was told, unless something newer is known.
pub async fn keep(tx: &impl ConnectionTrait, told: &PlanPlaced) -> Result<(), DbErr> {
    let revision = kept(told.revision);
    let row = ActiveModel {
        plan_id: Set(told.plan_id.0),
        registration_id: Set(told.registration_id.0),
        revision: Set(revision),
        kind: Set(match told.kind {
            PlanKind::Tables => Kind::Tables,
            PlanKind::Groups => Kind::Groups,
        }),
        name: Set(serde_json::to_value(&told.name).map_err(|error| DbErr::Json(error.to_string()))?),
        number: Set(told.table.map(kept)),
    };
    let older = Expr::col((Entity, Column::Revision)).lt(revision);
    let replace = OnConflict::columns([Column::PlanId, Column::RegistrationId])
        .update_columns([Column::Revision, Column::Kind, Column::Name, Column::Number])
        .action_and_where(older)
        .to_owned();
    Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(())
}

/// Where somebody sits, plan by plan.
pub async fn of(db: &impl ConnectionTrait, registration: Uuid) -> Result<Vec<Placement>, DbErr> {
    let rows = Entity::find().filter(Column::RegistrationId.eq(registration)).filter(Column::Number.is_not_null());
    let rows = rows.order_by_asc(Column::PlanId).all(db).await?;
    let placement = |row: Model| {
        let name = Localised::deserialize(&row.name).map_err(|error| DbErr::Json(error.to_string()))?;
        let kind = match row.kind {
            Kind::Tables => "tables",
            Kind::Groups => "groups",
        };
        Ok(Placement { name, kind, number: row.number.map(count).unwrap_or_default() })
    };
    rows.into_iter().map(placement).collect()
}

/// Deletes where these people sit.
pub async fn erase(tx: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<(), DbErr> {
    for some in registrations.chunks(CHUNK) {
        let theirs = Entity::delete_many().filter(Column::RegistrationId.is_in(some.iter().copied()));
        theirs.exec(tx).await?;
    }
    Ok(())
}
