//! The host municipality: as it is shown, and as the event file had it last.

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
        // One column at a time: SQLite adds no more.
        for column in COLUMNS {
            schema.alter_table(Table::alter().table("conference").add_column(string_null(column)).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for column in COLUMNS {
            schema.alter_table(Table::alter().table("conference").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

/// Country and number, like `no-1806`.
const COLUMNS: [&str; 2] = ["municipality", "filed_municipality"];
