//! Letters to many who are invited are let go once and written a few at a time; and that a reminder was not sent remains to be read.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

const NAME: &str = "invitation_going";

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let going = string_null("going");
        schema.alter_table(Table::alter().table("invitation").add_column(going).to_owned()).await?;
        // Asked often, and there are few.
        let index = Index::create()
            .name(NAME)
            .table("invitation")
            .col("event_id")
            .and_where(Expr::col("going").is_not_null())
            .to_owned();
        schema.create_index(index).await?;
        let missed = timestamp_with_time_zone_null("missed_at");
        schema.alter_table(Table::alter().table("invitation_reminder").add_column(missed).to_owned()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.alter_table(Table::alter().table("invitation_reminder").drop_column("missed_at").to_owned()).await?;
        schema.drop_index(Index::drop().name(NAME).table("invitation").to_owned()).await?;
        schema.alter_table(Table::alter().table("invitation").drop_column("going").to_owned()).await
    }
}
