//! Released versions of programmes, as they were told, for the archive.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{integer, json_binary, uuid};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let versions = Table::create()
            .table("programme_version")
            .col(uuid("event_id"))
            .col(integer("version"))
            .col(json_binary("told"))
            .primary_key(Index::create().col("event_id").col("version"))
            .to_owned();
        schema.create_table(versions).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("programme_version").to_owned()).await
    }
}
