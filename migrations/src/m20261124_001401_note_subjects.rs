//! Of what was said it is noted whom or what it was about, so that it can be forgotten with them. What was said before is kept for
//! seven days at most, as it always was.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean, uuid_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for column in [uuid_null("subject"), boolean("passing").default(false).to_owned()] {
            schema.alter_table(Table::alter().table("outbox").add_column(column).to_owned()).await?;
        }
        schema.create_index(Index::create().name("outbox_subject").table("outbox").col("subject").to_owned()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_index(Index::drop().name("outbox_subject").table("outbox").to_owned()).await?;
        for column in ["passing", "subject"] {
            schema.alter_table(Table::alter().table("outbox").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
