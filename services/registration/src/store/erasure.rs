//! Receipts of what was deleted. They tell that and when, never what.

use chrono::{DateTime, Utc};
use proto::EventId;
use sea_orm::entity::prelude::*;
use sea_orm::{FromQueryResult, QueryOrder, QuerySelect, SelectModel, Selector};

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
    /// The person was invited, and the event is long over.
    Invited,
    /// The organisation's ceiling.
    Retention,
    /// The person wanted it so.
    ByPerson,
    /// The person asked the organisers, who did it for them.
    ByOrganiser,
}

impl Why {
    /// The end of the key of its words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::QuestionRule => "question",
            Self::NeverTookPart => "unplaced",
            Self::Invited => "invited",
            Self::Retention => "retention",
            Self::ByPerson => "person",
            Self::ByOrganiser => "organiser",
        }
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What went at one moment for one reason.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Receipt {
    pub erased_at: DateTime<Utc>,
    pub question: Option<String>,
    pub why: Why,
    /// People.
    pub amount: i64,
}

/// A page of what was deleted of an event, latest first and counted from 0, and how many there are in all.
pub async fn of_event(
    db: &impl ConnectionTrait,
    event: EventId,
    page: u64,
    size: u64,
) -> Result<(Vec<Receipt>, u64), DbErr> {
    let all = summed(event).paginate(db, size);
    Ok((all.fetch_page(page).await?, all.num_items().await?))
}

/// All of them, latest first.
pub async fn all_of_event(db: &impl ConnectionTrait, event: EventId) -> Result<Vec<Receipt>, DbErr> {
    summed(event).all(db).await
}

fn summed(event: EventId) -> Selector<SelectModel<Receipt>> {
    Entity::find()
        .select_only()
        .columns([Column::ErasedAt, Column::Question, Column::Why])
        .column_as(Column::Amount.sum(), "amount")
        .filter(Column::EventId.eq(event.0))
        .group_by(Column::ErasedAt)
        .group_by(Column::Question)
        .group_by(Column::Why)
        .order_by_desc(Column::ErasedAt)
        .order_by_asc(Column::Why)
        .order_by_asc(Column::Question)
        .into_model::<Receipt>()
}
