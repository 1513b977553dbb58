//! With which snapshot it was said whether somebody was there: it can be noted, taken back, and noted again.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let column = big_integer("attendance_revision").default(0).to_owned();
        schema.alter_table(Table::alter().table("registration").add_column(column).to_owned()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.alter_table(Table::alter().table("registration").drop_column("attendance_revision").to_owned()).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
