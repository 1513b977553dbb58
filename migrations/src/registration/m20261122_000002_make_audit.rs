//! Who has looked at lists of people, and when.

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
        schema.create_table(audit()).await?;
        let by_event = Index::create().name("audit_by_event").table("audit").col("event_id").col("at").to_owned();
        schema.create_index(by_event).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("audit").to_owned()).await
    }
}

fn audit() -> TableCreateStatement {
    Table::create()
        .table("audit")
        .col(uuid("id").primary_key())
        .col(timestamp_with_time_zone("at"))
        .col(uuid("account_id"))
        .col(uuid("event_id"))
        .col(string("action"))
        // How many people it showed.
        .col(integer("people"))
        .to_owned()
}
