//! How far personal invitations have come. To whom they are is known to the letters alone, until they have gone out.

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
        let invitations = Table::create()
            .table("invitation")
            .col(uuid("id").primary_key())
            .col(big_integer("revision"))
            // Nothing more is to be written.
            .col(boolean("ended"))
            .to_owned();
        schema.create_table(invitations).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("invitation").to_owned()).await
    }
}
