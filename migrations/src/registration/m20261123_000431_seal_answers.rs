//! Sensitive answers as they are kept when they are sealed, and the name of the key. What is in `answers` from before is sealed by
//! the service when it starts: there is no key here.

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
        for column in [json_binary_null("sealed"), string_null("sealed_with")] {
            schema.alter_table(Table::alter().table("sensitive_answer").add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for column in ["sealed_with", "sealed"] {
            schema.alter_table(Table::alter().table("sensitive_answer").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
