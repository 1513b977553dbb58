//! Messages that organisers write to some of those who are signed up.

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
        let notices = Table::create()
            .table("notice")
            .col(uuid("id").primary_key())
            .col(uuid("event"))
            // Goes up with every change, so that nobody lets go what they have not seen.
            .col(big_integer("revision"))
            .col(string("state"))
            // In each language, with placeholders.
            .col(json_binary("subject"))
            .col(json_binary("text"))
            .col(json_binary("selection"))
            .col(boolean("necessary"))
            .col(boolean("any_hour"))
            // When it goes by itself, if it does.
            .col(timestamp_with_time_zone_null("release_at"))
            .col(timestamp_with_time_zone_null("released_at"))
            // How many were chosen then.
            .col(big_integer_null("chosen"))
            .col(uuid("changed_by"))
            .col(timestamp_with_time_zone("changed_at"))
            .to_owned();
        schema.create_table(notices).await?;
        let of_event = Index::create().name("notice_event").table("notice").col("event").col("changed_at").to_owned();
        schema.create_index(of_event).await?;
        let due = Index::create()
            .name("notice_release")
            .table("notice")
            .col("release_at")
            .and_where(Expr::col("release_at").is_not_null())
            .to_owned();
        schema.create_index(due).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("notice").to_owned()).await
    }
}
