use super::written;
use crate::sender::Findings;
use chrono::{DateTime, Utc};
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sender_check")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation: String,
    pub asked_at: DateTimeUtc,
    pub findings: Option<Json>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What was found, unless a program of another time wrote it that saw it otherwise.
    pub fn findings(&self) -> Option<Findings> {
        serde_json::from_value(self.findings.clone()?).ok()
    }
}

pub async fn of_organisation(db: &impl ConnectionTrait, organisation: &str) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(organisation).one(db).await
}

/// Begins to ask; false when somebody else has begun after `not_after`.
pub async fn begin(
    tx: &impl ConnectionTrait,
    organisation: &str,
    now: DateTime<Utc>,
    not_after: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = ActiveModel { organisation: Set(organisation.to_owned()), asked_at: Set(now), findings: Set(None) };
    let instead = OnConflict::column(Column::Organisation)
        .update_columns([Column::AskedAt, Column::Findings])
        .action_and_where(Expr::col((Entity, Column::AskedAt)).lte(not_after))
        .to_owned();
    Ok(Entity::insert(row).on_conflict(instead).exec_without_returning(tx).await? == 1)
}

/// Keeps what was found, if nobody has begun to ask since.
pub async fn keep(
    db: &impl ConnectionTrait,
    organisation: &str,
    asked_at: DateTime<Utc>,
    findings: &Findings,
) -> Result<(), DbErr> {
    let update = Entity::update_many().col_expr(Column::Findings, written(findings)?.into());
    let of_this = update.filter(Column::Organisation.eq(organisation)).filter(Column::AskedAt.eq(asked_at));
    of_this.exec(db).await?;
    Ok(())
}
