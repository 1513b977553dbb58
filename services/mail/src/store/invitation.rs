//! Only how far a personal invitation has come; to whom it is is known to the letters about it, until they have gone out.

use proto::InvitationId;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, ConnectionTrait, QuerySelect, Set};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub revision: i64,
    /// Nothing more is to be written.
    pub ended: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Whether something was heard of an invitation before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Before {
    Nothing,
    Less,
    /// As much as now, or more.
    Enough,
}

/// Keeps how far it has come, unless it had come as far already.
pub(crate) async fn keep(
    db: &impl ConnectionTrait,
    id: InvitationId,
    revision: u32,
    ended: bool,
) -> Result<Before, DbErr> {
    let there = Entity::find_by_id(id.0).lock_exclusive().one(db).await?;
    let row = ActiveModel { id: Set(id.0), revision: Set(i64::from(revision)), ended: Set(ended) };
    match there {
        Some(there) if there.revision >= i64::from(revision) => Ok(Before::Enough),
        Some(_) => row.update(db).await.map(|_| Before::Less),
        None => row.insert(db).await.map(|_| Before::Nothing),
    }
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: InvitationId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id.0).one(db).await
}
