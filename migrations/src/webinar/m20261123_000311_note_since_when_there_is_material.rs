//! Since when there is a recording, or slides: who was written to before that does not know of it.

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
        let since = timestamp_with_time_zone_null("material_since");
        schema.alter_table(Table::alter().table("afterwards").add_column(since).to_owned()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.alter_table(Table::alter().table("afterwards").drop_column("material_since").to_owned()).await
    }
}
