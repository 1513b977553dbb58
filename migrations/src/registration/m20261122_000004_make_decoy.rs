//! What somebody was told who signed up an address that is signed up already, so that the link they got shows it.

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
        schema.create_table(decoy()).await?;
        let by_event = Index::create().name("decoy_by_event").table("decoy").col("event_id").col("address").to_owned();
        schema.create_index(by_event).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("decoy").to_owned()).await
    }
}

fn decoy() -> TableCreateStatement {
    Table::create()
        .table("decoy")
        .col(uuid("id").primary_key())
        .col(uuid("event_id"))
        .col(string("address"))
        .col(text("name"))
        .col(text("email"))
        .col(string("language"))
        .col(string("state"))
        // Those who wait stand behind everybody with a lower one.
        .col(big_integer("turn"))
        .col(integer("seq"))
        .col(integer("revision"))
        .col(json_binary("claims"))
        .col(json_binary("answers"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("withdrawn_at"))
        .to_owned()
}
