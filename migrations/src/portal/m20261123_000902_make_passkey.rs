//! Passkeys of accounts.

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
        let passkey = Table::create()
            .table("passkey")
            .col(uuid("id").primary_key())
            .col(uuid("account"))
            // By what the device knows it.
            .col(blob("credential").unique_key())
            // What the person calls it.
            .col(string("name"))
            // The public key.
            .col(blob("key"))
            // What changes when it is shown: how often it was.
            .col(blob("state"))
            .col(timestamp_with_time_zone("made_at"))
            .col(timestamp_with_time_zone_null("used_at"))
            .foreign_key(
                ForeignKey::create()
                    .name("passkey_account")
                    .from("passkey", "account")
                    .to("account", "id")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        schema.create_table(passkey).await?;
        let of = Index::create().name("passkey_of_account").table("passkey").col("account").to_owned();
        schema.create_index(of).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("passkey").to_owned()).await
    }
}
