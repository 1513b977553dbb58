//! Conferences: which version of a programme is out, who speaks when and what stands in their calendars, proposals that
//! were answered, and who took part.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("programme")
                    // No reference, for it may arrive before the event.
                    .col(uuid("event").primary_key())
                    .col(big_integer("version"))
                    .col(timestamp_with_time_zone("released_at"))
                    .col(json_binary_null("note"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("speaker")
                    .col(uuid("id").primary_key())
                    .col(uuid("event"))
                    .col(big_integer("revision"))
                    // Absent once the person's data are erased; the row stays, so that a late message brings nothing back.
                    .col(json_binary_null("snapshot"))
                    .to_owned(),
            )
            .await?;
        schema.create_index(Index::create().name("speaker_event").table("speaker").col("event").to_owned()).await?;
        schema
            .create_table(
                Table::create()
                    .table("speaker_entry")
                    .col(uuid("speaker"))
                    .col(uuid("occurrence"))
                    // Made once and never changed, or calendars would hold the entry twice.
                    .col(string("uid"))
                    // Of the newest message that was made; absent before the first.
                    .col(big_integer_null("sequence"))
                    .col(string_null("method"))
                    // What the newest message that put it into the calendar said.
                    .col(json_binary_null("told"))
                    .primary_key(Index::create().col("speaker").col("occurrence"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_table(
                Table::create().table("proposal").col(uuid("id").primary_key()).col(big_integer("revision")).to_owned(),
            )
            .await?;
        let speaker = uuid_null("speaker");
        schema.alter_table(Table::alter().table("letter").add_column(speaker).to_owned()).await?;
        schema
            .create_index(
                Index::create()
                    .name("letter_speaker")
                    .table("letter")
                    .col("speaker")
                    .and_where(Expr::col("speaker").is_not_null())
                    .to_owned(),
            )
            .await?;
        let attended = timestamp_with_time_zone_null("attended_at");
        schema.alter_table(Table::alter().table("registration").add_column(attended).to_owned()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.alter_table(Table::alter().table("registration").drop_column("attended_at").to_owned()).await?;
        schema.drop_index(Index::drop().name("letter_speaker").table("letter").to_owned()).await?;
        schema.alter_table(Table::alter().table("letter").drop_column("speaker").to_owned()).await?;
        for table in ["proposal", "speaker_entry", "speaker", "programme"] {
            schema.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
