//! Letters that somebody holds back for a while: those about an event, or everybody's.

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
        let pauses = Table::create()
            .table("pause")
            // All zeros for the whole installation.
            .col(uuid("event").primary_key())
            // Receipts and links to sign in with as well.
            .col(boolean("whole"))
            .col(timestamp_with_time_zone("since"))
            .to_owned();
        schema.create_table(pauses).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("pause").to_owned()).await
    }
}
