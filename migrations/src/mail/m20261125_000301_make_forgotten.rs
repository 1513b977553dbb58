//! Whom organisations were asked to forget, so that what was said before and comes later brings no letter; and an index by which the
//! letters of those who are not signed up are found when somebody is deleted.

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
        let forgotten = Table::create()
            .table("forgotten")
            .col(string("organisation"))
            // As a keyed hash.
            .col(string("address"))
            .col(timestamp_with_time_zone("asked_at"))
            .primary_key(Index::create().col("organisation").col("address"))
            .to_owned();
        schema.create_table(forgotten).await?;
        let mut of_others = Index::create();
        of_others.name("letter_of_others").table("letter").col("purpose").col("event");
        of_others.and_where(Expr::col("registration").is_null());
        schema.create_index(of_others).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_index(Index::drop().name("letter_of_others").table("letter").to_owned()).await?;
        schema.drop_table(Table::drop().table("forgotten").to_owned()).await
    }
}
