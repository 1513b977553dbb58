//! Documents, indicators and good examples of gatherings. The content of a document is read only where somebody fetches it.

use chrono::{DateTime, Utc};
use proto::Localised;
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, FromJsonQueryResult, IntoActiveModel, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "material")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) gathering: Uuid,
    pub(crate) kind: Kind,
    /// On the public page; else for the network alone.
    pub(crate) for_all: bool,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) title: Texts,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) description: Texts,
    #[sea_orm(column_type = "Text")]
    pub(crate) value: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) unit: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) source: String,
    pub(crate) municipality: Option<String>,
    /// Where it is; empty for what is kept here or is no document.
    #[sea_orm(column_type = "Text")]
    pub(crate) link: String,
    /// Clean; empty where there is no file.
    #[sea_orm(column_type = "Text")]
    pub(crate) file_name: String,
    pub(crate) media_type: String,
    pub(crate) size: i64,
    pub(crate) sha256: String,
    #[sea_orm(column_type = "Blob")]
    pub(crate) content: Vec<u8>,
    pub(crate) added_at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Document,
    Indicator,
    Example,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Texts(pub(crate) Localised);

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A material without the content of its file.
#[derive(Clone, Debug, PartialEq, sea_orm::FromQueryResult)]
pub(crate) struct Facts {
    pub(crate) id: Uuid,
    pub(crate) gathering: Uuid,
    pub(crate) kind: Kind,
    pub(crate) for_all: bool,
    pub(crate) title: Texts,
    pub(crate) description: Texts,
    pub(crate) value: String,
    pub(crate) unit: String,
    pub(crate) source: String,
    pub(crate) municipality: Option<String>,
    pub(crate) link: String,
    pub(crate) file_name: String,
    pub(crate) media_type: String,
    pub(crate) size: i64,
    pub(crate) sha256: String,
}

fn facts() -> sea_orm::Select<Entity> {
    use Column::{
        Description, FileName, ForAll, Gathering, Id, Kind, Link, MediaType, Municipality, Sha256, Size, Source, Title,
        Unit, Value,
    };
    Entity::find()
        .select_only()
        .columns([Id, Gathering, Kind, ForAll, Title, Description, Value, Unit, Source, Municipality])
        .columns([Link, FileName, MediaType, Size, Sha256])
        .order_by_asc(Column::AddedAt)
        .order_by_asc(Id)
}

/// All of a gathering, in the order in which they were added.
pub(crate) async fn of(db: &impl ConnectionTrait, gathering: Uuid) -> Result<Vec<Facts>, DbErr> {
    facts().filter(Column::Gathering.eq(gathering)).into_model().all(db).await
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Facts>, DbErr> {
    facts().filter(Column::Id.eq(id)).into_model().one(db).await
}

pub(crate) async fn content(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Vec<u8>>, DbErr> {
    Entity::find_by_id(id).select_only().column(Column::Content).into_tuple().one(db).await
}

pub(crate) async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(crate) async fn delete(db: &impl ConnectionTrait, gathering: Uuid, id: Uuid) -> Result<(), DbErr> {
    let one = Entity::delete_many().filter(Column::Gathering.eq(gathering));
    one.filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}
