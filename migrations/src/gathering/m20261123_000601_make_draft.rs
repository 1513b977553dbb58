//! Gatherings that organisers write in pages.

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
        let draft = Table::create()
            .table("draft")
            .col(uuid("id").primary_key())
            .col(string("organisation"))
            // Goes up each time something is kept, so that nobody writes over what they have not seen.
            .col(big_integer("version"))
            // What stands in the fields, word for word.
            .col(json_binary("typed"))
            // For each step: at which version it was changed last, when, and by whom.
            .col(json_binary("touched"))
            // Of the gathering that it has become.
            .col(string_null("slug"))
            // The version of it that others see.
            .col(big_integer_null("published"))
            .col(timestamp_with_time_zone("changed_at"))
            .to_owned();
        schema.create_table(draft).await?;
        let of_organisation =
            Index::create().name("draft_organisation").table("draft").col("organisation").col("changed_at").to_owned();
        schema.create_index(of_organisation).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("draft").to_owned()).await
    }
}
