//! What organisations say of themselves on their own page, besides what files hold.

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
        // Contact and legal basis, which only the portal shows.
        add(schema, json_binary_null("details")).await?;
        // Since then files no longer describe the organisation.
        add(schema, timestamp_with_time_zone_null("edited_at")).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for column in ["edited_at", "details"] {
            schema.alter_table(Table::alter().table("organisation").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

async fn add(schema: &SchemaManager<'_>, column: ColumnDef) -> Result<(), DbErr> {
    schema.alter_table(Table::alter().table("organisation").add_column(column).to_owned()).await
}
