//! Logos of organisations, as they are shown.

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
        let logo = Table::create()
            .table("logo")
            .col(string("organisation").primary_key())
            // The last part of its address, another for another picture.
            .col(string_uniq("file"))
            .col(blob("content"))
            .to_owned();
        schema.create_table(logo).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("logo").to_owned()).await
    }
}
