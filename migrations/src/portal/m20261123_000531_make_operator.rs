//! Accounts that see how the installation does.

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
        let mut of_account = ForeignKey::create()
            .name("operator_account")
            .from("operator", "account")
            .to("account", "id")
            .on_delete(ForeignKeyAction::Cascade)
            .to_owned();
        let operators = Table::create()
            .table("operator")
            .col(uuid("account").primary_key())
            .col(timestamp_with_time_zone("given_at"))
            .foreign_key(&mut of_account)
            .to_owned();
        schema.create_table(operators).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("operator").to_owned()).await
    }
}
