//! Letters are planned for some people at a time, in the order of their ids.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let mut in_order = Index::create();
        in_order.name("registration_in_order").table("registration").col("event").col("id");
        schema.create_index(in_order).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_index(Index::drop().name("registration_in_order").table("registration").to_owned()).await
    }
}
