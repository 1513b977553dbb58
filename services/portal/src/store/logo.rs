use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{QuerySelect, Set};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "logo")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation: String,
    #[sea_orm(unique)]
    pub file: String,
    #[sea_orm(column_type = "Blob")]
    pub content: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Keeps a logo instead of the one that the organisation had.
pub async fn keep(db: &impl ConnectionTrait, organisation: &str, file: &str, content: Vec<u8>) -> Result<(), DbErr> {
    let row =
        ActiveModel { organisation: Set(organisation.to_owned()), file: Set(file.to_owned()), content: Set(content) };
    let instead = OnConflict::column(Column::Organisation).update_columns([Column::File, Column::Content]).to_owned();
    Entity::insert(row).on_conflict(instead).exec_without_returning(db).await?;
    Ok(())
}

pub async fn delete(db: &impl ConnectionTrait, organisation: &str) -> Result<(), DbErr> {
    Entity::delete_by_id(organisation).exec(db).await?;
    Ok(())
}

/// The picture with this name.
pub async fn content(db: &impl ConnectionTrait, file: &str) -> Result<Option<Vec<u8>>, DbErr> {
    Entity::find().select_only().column(Column::Content).filter(Column::File.eq(file)).into_tuple().one(db).await
}
