//! Which events have something to say about their places is asked each second, and is so of few.

use sea_orm_migration::prelude::*;

const NAME: &str = "event_unsaid";

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let index = Index::create().name(NAME).table("event").col("id").and_where(Expr::col("unsaid")).to_owned();
        schema.create_index(index).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_index(Index::drop().name(NAME).table("event").to_owned()).await
    }
}
