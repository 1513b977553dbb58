//! What other services have said about events, as the front page and the feeds need it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("event")
                    .col(uuid("id").primary_key())
                    // Of the snapshot; 0 as long as only the cancellation has arrived.
                    .col(big_integer("revision"))
                    // Of the cancellation; 0 when there is none.
                    .col(big_integer("cancelled_revision"))
                    .col(string_null("slug"))
                    .col(string_null("kind"))
                    .col(string_null("organisation"))
                    .col(timestamp_with_time_zone_null("starts_at"))
                    .col(timestamp_with_time_zone_null("ends_at"))
                    .col(timestamp_with_time_zone("changed_at"))
                    .col(json_binary_null("snapshot"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_index(
                Index::create().name("event_ends_at").table("event").col("ends_at").col("starts_at").to_owned(),
            )
            .await?;
        // Kept apart from the event, for it may arrive first. No reference for the same reason.
        schema
            .create_table(
                Table::create()
                    .table("signup")
                    .col(uuid("event").primary_key())
                    .col(big_integer("revision"))
                    .col(boolean("open"))
                    .col(big_integer_null("places_left"))
                    .col(big_integer_null("waiting"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in ["signup", "event"] {
            schema.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
