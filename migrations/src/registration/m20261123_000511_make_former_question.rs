//! How questions were asked that a form asks no longer, for the answers that were given to them.

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
        let questions = Table::create()
            .table("former_question")
            .col(uuid("event_id"))
            .col(string("key"))
            .col(json_binary("question"))
            .primary_key(Index::create().col("event_id").col("key"))
            .to_owned();
        schema.create_table(questions).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("former_question").to_owned()).await
    }
}
