//! Lists of who came, from when they are read until somebody has taken them in or a day has passed.

use crate::attendance_list::Listed;
use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, FromJsonQueryResult, IntoActiveModel};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attendance_list")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) event: Uuid,
    pub(crate) read_at: DateTimeUtc,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) people: People,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct People(pub(crate) Vec<Listed>);

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn insert(db: &impl ConnectionTrait, list: Model) -> Result<(), DbErr> {
    Entity::insert(list.into_active_model()).exec_without_returning(db).await.map(drop)
}

/// The list, if it is of this webinar.
pub(crate) async fn find(db: &impl ConnectionTrait, id: Uuid, event: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(Column::Event.eq(event)).one(db).await
}

/// True when it was there: of two who take it in at once, one does.
pub(crate) async fn delete(db: &impl ConnectionTrait, id: Uuid) -> Result<bool, DbErr> {
    Ok(Entity::delete_by_id(id).exec(db).await?.rows_affected > 0)
}

/// Takes somebody out of the lists of a webinar that nobody has taken in yet.
pub(crate) async fn forget(db: &impl ConnectionTrait, event: Uuid, name: &str, email: &str) -> Result<(), DbErr> {
    let is_meant = |one: &Listed| {
        let called = |known: &str| known.trim().to_lowercase() == name.trim().to_lowercase();
        let reached = |known: &String| known.trim().to_lowercase() == email.trim().to_lowercase();
        called(&one.name) || one.before.as_deref().is_some_and(called) || one.email.as_ref().is_some_and(reached)
    };
    for row in Entity::find().filter(Column::Event.eq(event)).all(db).await? {
        let before = row.people.0.len();
        let people: Vec<Listed> = row.people.0.into_iter().filter(|one| !is_meant(one)).collect();
        if people.len() < before {
            let left = Entity::update_many().col_expr(Column::People, Expr::value(People(people)));
            left.filter(Column::Id.eq(row.id)).exec(db).await?;
        }
    }
    Ok(())
}

pub(crate) async fn delete_read_before(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::ReadAt.lt(before)).exec(db).await.map(drop)
}
