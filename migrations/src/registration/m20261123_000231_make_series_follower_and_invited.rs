//! Series, which events belong to them, who is signed up for a whole series, and for which dates of it they have been.

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
        let series = Table::create()
            .table("series")
            .col(uuid("id").primary_key())
            .col(string_uniq("slug"))
            .col(string("organisation"))
            .col(big_integer("revision"))
            .col(json_binary("snapshot"))
            .to_owned();
        schema.create_table(series).await?;
        let dates =
            Table::create().table("series_date").col(uuid("event_id").primary_key()).col(uuid("series_id")).to_owned();
        schema.create_table(dates).await?;
        let mut by_series = Index::create();
        by_series.name("series_date_by_series").table("series_date").col("series_id");
        schema.create_index(by_series).await?;
        let followers = Table::create()
            .table("follower")
            .col(uuid("id").primary_key())
            .col(uuid("series_id"))
            // The form's one-time id, so that one sent twice is one.
            .col(string_uniq("form"))
            .col(string("state"))
            .col(integer("generation"))
            .col(string("name"))
            .col(string("email"))
            // As it is compared; absent when they have left.
            .col(string_null("address"))
            .col(string("language"))
            .col(json_binary("answers"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("left_at"))
            .to_owned();
        schema.create_table(followers).await?;
        let mut once = Index::create();
        once.name("follower_once").table("follower").col("series_id").col("address").unique();
        schema.create_index(once).await?;
        let invited = Table::create()
            .table("invited")
            .col(uuid("follower_id"))
            .col(uuid("event_id"))
            // Absent when there was neither a place nor a waiting list.
            .col(uuid_null("registration_id"))
            // They had signed up for the date by themselves.
            .col(boolean("own"))
            .col(timestamp_with_time_zone("invited_at"))
            .primary_key(Index::create().col("follower_id").col("event_id"))
            .to_owned();
        schema.create_table(invited).await?;
        let mut by_event = Index::create();
        by_event.name("invited_by_event").table("invited").col("event_id");
        schema.create_index(by_event).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in ["invited", "follower", "series_date", "series"] {
            schema.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
