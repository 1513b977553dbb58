use proto::organisation::Organisation;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, ConnectionTrait, QuerySelect, Set};

use super::{kept, read};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub slug: String,
    pub revision: i64,
    #[sea_orm(column_type = "JsonBinary")]
    pub snapshot: Json,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn find(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Organisation>, DbErr> {
    Entity::find_by_id(slug.to_owned()).one(db).await?.map(|row| read(&row.snapshot)).transpose()
}

/// Keeps a snapshot, unless a newer one is here already.
pub(crate) async fn keep(db: &impl ConnectionTrait, organisation: &Organisation) -> Result<(), DbErr> {
    let revision = i64::from(organisation.revision);
    let there = Entity::find_by_id(organisation.slug.clone()).lock_exclusive().one(db).await?;
    let row = ActiveModel {
        slug: Set(organisation.slug.clone()),
        revision: Set(revision),
        snapshot: Set(kept(organisation)?),
    };
    match there {
        Some(there) if there.revision >= revision => {}
        Some(_) => drop(row.update(db).await?),
        None => drop(row.insert(db).await?),
    }
    Ok(())
}

/// Every organisation, for those whom letters come in for.
pub(crate) async fn all(db: &impl ConnectionTrait) -> Result<Vec<Organisation>, DbErr> {
    Entity::find().all(db).await?.iter().map(|row| read(&row.snapshot)).collect()
}
