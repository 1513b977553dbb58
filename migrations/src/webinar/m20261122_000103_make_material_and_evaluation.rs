//! What is there after a webinar: recordings and slides, what people thought of it, and when they are written to.

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
        schema
            .create_table(
                Table::create()
                    .table("material")
                    .col(uuid("id").primary_key())
                    .col(uuid("event"))
                    .col(string("kind"))
                    .col(string("audience"))
                    .col(text("title"))
                    // Where it is; empty for what is kept here.
                    .col(text("link"))
                    .col(big_integer("size"))
                    .col(binary("content"))
                    .col(timestamp_with_time_zone("added_at"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_index(Index::create().name("material_by_event").table("material").col("event").to_owned())
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("evaluation")
                    .col(uuid("event").primary_key())
                    .col(big_integer("answers"))
                    // Numbers for each question, and what was written in the order of the alphabet: nobody's answer can be seen
                    // in them, nor in which order they came.
                    .col(json_binary("tally"))
                    .col(json_binary("comments"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("evaluation_mark")
                    .col(string("mark").primary_key())
                    .col(uuid("event"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("afterwards")
                    .col(uuid("event").primary_key())
                    .col(big_integer("revision"))
                    .col(big_integer_null("letter_minutes"))
                    .col(boolean("evaluation"))
                    .col(boolean("material"))
                    .col(timestamp_with_time_zone_null("settled_at"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in ["afterwards", "evaluation_mark", "evaluation", "material"] {
            schema.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
