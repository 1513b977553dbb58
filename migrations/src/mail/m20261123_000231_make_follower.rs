//! Who is signed up for a whole series: letters about its dates say how to skip one, and how to leave.

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
        let followers = Table::create()
            .table("follower")
            .col(uuid("id").primary_key())
            .col(string_null("series"))
            .col(string_null("organisation"))
            // As it is compared.
            .col(string_null("address"))
            // Absent once they have left; the row stays, so that a late message brings nothing back.
            .col(json_binary_null("snapshot"))
            .to_owned();
        schema.create_table(followers).await?;
        let mut by_address = Index::create();
        by_address.name("follower_by_address").table("follower").col("address").col("series");
        schema.create_index(by_address).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("follower").to_owned()).await
    }
}
