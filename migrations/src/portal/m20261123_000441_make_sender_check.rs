//! What the DNS said when it was last asked about the sender of an organisation.

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
        let sender_check = Table::create()
            .table("sender_check")
            // The slug.
            .col(string("organisation").primary_key())
            .col(timestamp_with_time_zone("asked_at"))
            // Absent while it is being asked.
            .col(json_binary_null("findings"))
            .to_owned();
        schema.create_table(sender_check).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("sender_check").to_owned()).await
    }
}
