//! What other services have said: the newest snapshots, which letters are made from.

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
                    .col(json_binary_null("reason"))
                    .col(string_null("slug"))
                    .col(json_binary_null("snapshot"))
                    .col(timestamp_with_time_zone("changed_at"))
                    .to_owned(),
            )
            .await?;
        schema
            // Not unique: when two events swap names, the news of it may arrive in either order.
            .create_index(Index::create().name("event_slug").table("event").col("slug").to_owned())
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("organisation")
                    .col(string("slug").primary_key())
                    .col(big_integer("revision"))
                    .col(json_binary("snapshot"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("registration")
                    .col(uuid("id").primary_key())
                    .col(uuid("event"))
                    .col(big_integer("revision"))
                    .col(string("state"))
                    // Absent once the person's data are erased; the row stays, so that a late message brings nothing back.
                    .col(json_binary_null("snapshot"))
                    // The person wants no more reminders.
                    .col(boolean("reminders_stopped"))
                    .col(timestamp_with_time_zone("changed_at"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_index(
                Index::create().name("registration_event").table("registration").col("event").col("state").to_owned(),
            )
            .await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in ["registration", "organisation", "event"] {
            schema.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
