//! Only how far a proposal has come; who sent it in is known to the letter to them, until it has arrived.

use proto::ProposalId;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, ConnectionTrait, QuerySelect, Set};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "proposal")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub revision: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Keeps how far it has come. False when it had come as far already.
pub(crate) async fn keep(db: &impl ConnectionTrait, id: ProposalId, revision: u32) -> Result<bool, DbErr> {
    let there = Entity::find_by_id(id.0).lock_exclusive().one(db).await?;
    let row = ActiveModel { id: Set(id.0), revision: Set(i64::from(revision)) };
    match there {
        Some(there) if there.revision >= i64::from(revision) => return Ok(false),
        Some(_) => row.update(db).await?,
        None => row.insert(db).await?,
    };
    Ok(true)
}
