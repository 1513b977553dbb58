//! Who leads a webinar or speaks in it, and what those who are signed up are called.

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
        schema
            .create_table(
                Table::create()
                    .table("panelist")
                    .col(uuid("id").primary_key())
                    .col(uuid("event"))
                    // What event files call the person by; the link stays the same as long as it is there.
                    .col(string("key"))
                    .col(text("name"))
                    .col(string("role"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_index(
                Index::create().name("panelist_by_event").table("panelist").col("event").col("key").unique().to_owned(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("participant")
                    .col(uuid("registration").primary_key())
                    .col(uuid("event"))
                    .col(text("name"))
                    .col(text("email"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_index(Index::create().name("participant_by_event").table("participant").col("event").to_owned())
            .await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in ["participant", "panelist"] {
            schema.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
