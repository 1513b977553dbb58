//! Documents, indicators and good examples of gatherings.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.create_table(material()).await?;
        let mut index = Index::create();
        index.name("material_by_gathering").table("material").col("gathering");
        schema.create_index(index).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("material").to_owned()).await
    }
}

fn material() -> TableCreateStatement {
    Table::create()
        .table("material")
        .col(uuid("id").primary_key())
        .col(uuid("gathering"))
        .col(string("kind"))
        .col(boolean("for_all"))
        .col(json_binary("title"))
        .col(json_binary("description"))
        // Of an indicator.
        .col(text("value"))
        .col(text("unit"))
        .col(text("source"))
        // The number of the one that a good example is from.
        .col(string_null("municipality"))
        // Where it is; empty for what is kept here or is no document.
        .col(text("link"))
        .col(text("file_name"))
        .col(string("media_type"))
        .col(big_integer("size"))
        .col(string("sha256"))
        .col(blob("content"))
        .col(timestamp_with_time_zone("added_at"))
        .to_owned()
}
