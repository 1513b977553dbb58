//! What organisers say in letters about an event, besides the usual words.

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
        let wordings = Table::create()
            .table("wording")
            .col(uuid("event"))
            .col(string("letter"))
            // Goes up with every change, also when nothing is left of it: letters that are made say what counts then.
            .col(big_integer("revision"))
            // In each language, with placeholders; empty where the usual words count.
            .col(json_binary("subject"))
            .col(json_binary("text"))
            .col(uuid("changed_by"))
            .col(timestamp_with_time_zone("changed_at"))
            .primary_key(Index::create().col("event").col("letter"))
            .to_owned();
        schema.create_table(wordings).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("wording").to_owned()).await
    }
}
