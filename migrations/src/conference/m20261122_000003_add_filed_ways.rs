//! How one takes part as the event file had it last: what organisers have changed since stays until the file says something else.

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
        let ways = Table::alter().table("conference").add_column(json_binary_null("filed_ways")).to_owned();
        schema.alter_table(ways).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.alter_table(Table::alter().table("conference").drop_column("filed_ways").to_owned()).await
    }
}
