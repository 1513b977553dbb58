//! Lets the people of an event be counted by where they stand without reading about each of them.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const NAME: &str = "registration_counted";
const TABLE: &str = "registration";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let mut counted = Index::create();
        counted.name(NAME).table(TABLE);
        for column in ["event_id", "state", "attended_at", "undeliverable_at", "erased_at"] {
            counted.col(column);
        }
        schema.create_index(counted).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_index(Index::drop().name(NAME).table(TABLE).to_owned()).await
    }
}
