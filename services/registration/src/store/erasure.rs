//! Receipts of what was deleted. They tell that and when, never what.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "erasure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub event_id: Uuid,
    /// The registration that was deleted as a whole, or
    pub registration_id: Option<Uuid>,
    /// the question whose answers were.
    pub question: Option<String>,
    pub why: Why,
    /// How many rows.
    pub amount: i32,
    pub erased_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum Why {
    /// The question's own rule.
    QuestionRule,
    /// The person waited, or had signed off, and the event is long over.
    NeverTookPart,
    /// The organisation's ceiling.
    Retention,
    /// The person wanted it so.
    ByPerson,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
