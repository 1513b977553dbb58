//! What people answered in their calendars.

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
                    .table("reply")
                    .col(uuid("registration_id").primary_key())
                    .col(uuid("event_id"))
                    .col(integer("revision"))
                    .col(string("answer"))
                    .col(boolean("proven"))
                    .col(timestamp_with_time_zone("answered_at"))
                    // When the person is signed off because of it; absent when they are not, or were.
                    .col(timestamp_with_time_zone_null("leaves_at"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_index(
                Index::create()
                    .name("reply_leaves")
                    .table("reply")
                    .col("leaves_at")
                    .and_where(Expr::col("leaves_at").is_not_null())
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("reply").to_owned()).await
    }
}
