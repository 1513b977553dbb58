//! What the committee thinks of proposals: one row for each who has said so.

use crate::reviews::{Review, SCORES, Verdict};
use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, IntoActiveModel, QueryOrder};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "review")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) proposal: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) account: Uuid,
    pub(crate) score: Option<i32>,
    pub(crate) conflict: bool,
    #[sea_orm(column_type = "Text")]
    pub(crate) comment: String,
    pub(crate) given_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<Model> for Review {
    fn from(row: Model) -> Self {
        let score = row.score.and_then(|score| u8::try_from(score).ok()).filter(|score| SCORES.contains(score));
        let verdict = match score {
            Some(score) if !row.conflict => Verdict::Score(score),
            _ => Verdict::Conflict,
        };
        Self { account: row.account, verdict, comment: row.comment }
    }
}

/// Of these proposals, by proposal and in the order they were first given.
pub(crate) async fn of(db: &impl ConnectionTrait, proposals: &[Uuid]) -> Result<BTreeMap<Uuid, Vec<Review>>, DbErr> {
    let mut found: BTreeMap<Uuid, Vec<Review>> = BTreeMap::new();
    // Databases take only so many values in one question.
    for some in proposals.chunks(500) {
        let rows = Entity::find()
            .filter(Column::Proposal.is_in(some.iter().copied()))
            .order_by_asc(Column::GivenAt)
            .order_by_asc(Column::Account)
            .all(db)
            .await?;
        for row in rows {
            found.entry(row.proposal).or_default().push(row.into());
        }
    }
    Ok(found)
}

/// Keeps what somebody thinks, instead of what they thought before.
pub(crate) async fn keep(
    db: &impl ConnectionTrait,
    proposal: Uuid,
    review: Review,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let (score, conflict) = match review.verdict {
        Verdict::Score(score) => (Some(i32::from(score)), false),
        Verdict::Conflict => (None, true),
    };
    let row = Model { proposal, account: review.account, score, conflict, comment: review.comment, given_at: now };
    let known = OnConflict::columns([Column::Proposal, Column::Account])
        .update_columns([Column::Score, Column::Conflict, Column::Comment])
        .to_owned();
    Entity::insert(row.into_active_model()).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

pub(crate) async fn delete_of(db: &impl ConnectionTrait, proposals: &[Uuid]) -> Result<(), DbErr> {
    if !proposals.is_empty() {
        Entity::delete_many().filter(Column::Proposal.is_in(proposals.iter().copied())).exec(db).await?;
    }
    Ok(())
}
