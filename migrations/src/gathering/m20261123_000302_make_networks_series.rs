//! Networks that people can follow: what was said of them as a series, and whether it can be done now.

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
        for column in [json_binary_null("series").to_owned(), boolean("followed").default(false).to_owned()] {
            schema.alter_table(Table::alter().table("network").add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for column in ["followed", "series"] {
            schema.alter_table(Table::alter().table("network").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
