//! How far each mailbox has been read.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ConnectionTrait, Set};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "mailbox")]
pub(crate) struct Model {
    /// The name in the settings and the folder.
    #[sea_orm(primary_key, auto_increment = false)]
    pub place: String,
    /// While this is the same, UIDs mean the same letters.
    pub uid_validity: i64,
    pub last_uid: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn find(db: &impl ConnectionTrait, place: &str) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(place).one(db).await
}

/// Notes that everything up to a letter has been read. It never goes back, whoever else reads, unless UIDs have become others.
pub(crate) async fn keep(db: &impl ConnectionTrait, place: &str, uid_validity: u32, uid: u32) -> Result<(), DbErr> {
    let (uid_validity, last_uid) = (i64::from(uid_validity), i64::from(uid));
    let row = ActiveModel { place: Set(place.to_owned()), uid_validity: Set(uid_validity), last_uid: Set(last_uid) };
    Entity::insert_many([row]).on_conflict_do_nothing_on([Column::Place]).exec_without_returning(db).await.map(drop)?;
    let further = Column::UidValidity.ne(uid_validity).or(Column::LastUid.lt(last_uid));
    Entity::update_many()
        .filter(Column::Place.eq(place))
        .filter(further)
        .col_expr(Column::UidValidity, Expr::value(uid_validity))
        .col_expr(Column::LastUid, Expr::value(last_uid))
        .exec(db)
        .await
        .map(drop)
}
