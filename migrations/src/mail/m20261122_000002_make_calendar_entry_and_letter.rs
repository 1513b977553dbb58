//! What people have in their calendars, and every letter with its fate.

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
                    .table("calendar_entry")
                    .col(uuid("registration").primary_key())
                    // Made once and never changed, or calendars would hold the entry twice.
                    .col(string("uid"))
                    // Of the newest message that was made; absent before the first.
                    .col(big_integer_null("sequence"))
                    .col(string_null("method"))
                    .col(timestamp_with_time_zone_null("stamp"))
                    // What that message said.
                    .col(json_binary_null("told"))
                    .col(timestamp_with_time_zone("changed_at"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_index(
                Index::create().name("calendar_entry_uid").table("calendar_entry").col("uid").unique().to_owned(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("letter")
                    .col(uuid("id").primary_key())
                    // Absent in letters to organisers, and once the person's data are erased.
                    .col(uuid_null("registration"))
                    .col(uuid_null("event"))
                    .col(string("purpose"))
                    // Which of several letters with this purpose: a reminder's minutes before the start, an hour, a deadline.
                    .col(string("rule"))
                    // The start of the event that it was planned for.
                    .col(timestamp_with_time_zone("computed_for"))
                    .col(timestamp_with_time_zone("due"))
                    .col(string("language"))
                    // Lower goes first.
                    .col(integer("priority"))
                    .col(string("state"))
                    // When to take it in hand next; absent when its fate is decided.
                    .col(timestamp_with_time_zone_null("next_at"))
                    .col(integer("tries"))
                    .col(uuid_null("lease_owner"))
                    .col(timestamp_with_time_zone_null("lease_until"))
                    .col(string_null("message_id"))
                    .col(string_null("method"))
                    .col(big_integer_null("sequence"))
                    // The bytes, kept only while the letter is under way.
                    .col(binary_null("raw"))
                    // The revisions that the bytes were made from.
                    .col(string_null("made_of"))
                    // When the last dot was about to be written: from then on it may have arrived.
                    .col(timestamp_with_time_zone_null("dot_at"))
                    .col(text_null("trouble"))
                    .col(string_null("skip"))
                    // What only the message said that brought the letter about.
                    .col(json_binary_null("facts"))
                    .col(timestamp_with_time_zone("planned_at"))
                    .col(timestamp_with_time_zone_null("sent_at"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_index(
                Index::create()
                    .name("letter_once")
                    .table("letter")
                    .col("registration")
                    .col("purpose")
                    .col("rule")
                    .col("computed_for")
                    .unique()
                    .to_owned(),
            )
            .await?;
        schema
            .create_index(
                Index::create()
                    .name("letter_next")
                    .table("letter")
                    .col("next_at")
                    .and_where(Expr::col("next_at").is_not_null())
                    .to_owned(),
            )
            .await?;
        schema
            .create_index(
                Index::create()
                    .name("letter_lease")
                    .table("letter")
                    .col("lease_until")
                    .and_where(Expr::col("lease_until").is_not_null())
                    .to_owned(),
            )
            .await?;
        schema
            .create_index(Index::create().name("letter_event").table("letter").col("event").col("due").to_owned())
            .await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in ["letter", "calendar_entry"] {
            schema.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
