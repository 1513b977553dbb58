//! Whether an event that was published is off the public pages again, and how far its draft is on the way there.

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
        let unpublished = boolean("unpublished").default(false).to_owned();
        schema.alter_table(Table::alter().table("webinar").add_column(unpublished).to_owned()).await?;
        let unpublishing = json_binary_null("unpublishing");
        schema.alter_table(Table::alter().table("draft").add_column(unpublishing).to_owned()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.alter_table(Table::alter().table("draft").drop_column("unpublishing").to_owned()).await?;
        schema.alter_table(Table::alter().table("webinar").drop_column("unpublished").to_owned()).await
    }
}
