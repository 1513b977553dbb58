//! Letters that a mail server has already though the rows say otherwise: a copy was put back that is older.

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
        // The letter need not be planned yet.
        schema.create_table(Table::create().table("handed_over").col(uuid("letter").primary_key()).to_owned()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("handed_over").to_owned()).await
    }
}
