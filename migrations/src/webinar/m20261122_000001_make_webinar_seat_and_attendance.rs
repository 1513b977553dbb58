//! Webinars, who has a seat in them and who came.

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
                    .table("webinar")
                    .col(uuid("id").primary_key())
                    .col(string_uniq("slug"))
                    .col(string("organisation"))
                    .col(string_null("series"))
                    .col(timestamp_with_time_zone("starts_at"))
                    .col(timestamp_with_time_zone("ends_at"))
                    .col(big_integer("revision"))
                    .col(boolean("cancelled"))
                    .col(json_binary_null("cancel_reason"))
                    .col(timestamp_with_time_zone("published_at"))
                    .col(timestamp_with_time_zone("changed_at"))
                    .col(json_binary("snapshot"))
                    // Ids of pools by the key that event files call them by; kept also when a pool is taken out.
                    .col(json_binary("pools"))
                    // Apart from the snapshot, since nothing that is said may carry it.
                    .col(text("meeting_url"))
                    // As the event file last had it: an unchanged file does not undo what was changed on the page.
                    .col(text("filed_meeting_url"))
                    .col(integer("doors_before_minutes"))
                    .col(integer("doors_after_minutes"))
                    // What registration said last.
                    .col(big_integer("signup_revision"))
                    .col(boolean_null("signup_open"))
                    .col(big_integer_null("places_left"))
                    .col(big_integer_null("waiting"))
                    // How many of those who came have been erased since.
                    .col(big_integer("joined_erased"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_index(
                Index::create().name("webinar_by_series").table("webinar").col("series").col("starts_at").to_owned(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("seat")
                    .col(uuid("registration").primary_key())
                    .col(uuid("event"))
                    .col(integer("generation"))
                    .col(string("state"))
                    .col(big_integer("revision"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_index(Index::create().name("seat_by_event").table("seat").col("event").col("state").to_owned())
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("attendance")
                    .col(uuid("registration").primary_key())
                    .col(uuid("event"))
                    .col(timestamp_with_time_zone("joined_at"))
                    .col(integer("times"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_index(Index::create().name("attendance_by_event").table("attendance").col("event").to_owned())
            .await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in ["attendance", "seat", "webinar", "organisation"] {
            schema.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
