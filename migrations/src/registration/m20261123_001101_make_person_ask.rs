//! Who has asked what an organisation holds about somebody, and had it given out or deleted. Not about whom.

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
        schema.create_table(person_ask()).await?;
        let latest =
            Index::create().name("person_ask_latest").table("person_ask").col("organisation").col("at").to_owned();
        schema.create_index(latest).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("person_ask").to_owned()).await
    }
}

fn person_ask() -> TableCreateStatement {
    Table::create()
        .table("person_ask")
        .col(uuid("id").primary_key())
        .col(timestamp_with_time_zone("at"))
        .col(string("organisation"))
        .col(uuid("account_id"))
        .col(string("what"))
        .col(text("why"))
        .col(integer("sign_ups"))
        .col(integer("series"))
        // What other services deleted; absent where none was asked or has answered.
        .col(integer_null("elsewhere"))
        .to_owned()
}
