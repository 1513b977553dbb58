//! How far each mailbox has been read over IMAP.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let mailbox = Table::create()
            .table("mailbox")
            // The name in the settings and the folder.
            .col(string("place").primary_key())
            .col(big_integer("uid_validity"))
            .col(big_integer("last_uid"))
            .to_owned();
        schema.create_table(mailbox).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("mailbox").to_owned()).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
