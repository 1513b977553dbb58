//! What comes in: letters as they arrived, the newest answer of each person's calendar, letters that came back.

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
        for table in [received(), reply(), failure()] {
            schema.create_table(table).await?;
        }
        for index in [
            // The same letter handed over twice is one letter.
            Index::create().name("received_once").table("received").col("digest").unique().to_owned(),
            Index::create()
                .name("received_due")
                .table("received")
                .col("due")
                .and_where(Expr::col("state").eq("waiting"))
                .to_owned(),
            Index::create().name("received_arrived").table("received").col("arrived_at").to_owned(),
            Index::create().name("speaker_entry_uid").table("speaker_entry").col("uid").to_owned(),
            Index::create().name("failure_address").table("failure").col("address").to_owned(),
        ] {
            schema.create_index(index).await?;
        }
        // Of the newest calendar message that told of another time than the one before.
        let moved = big_integer_null("moved_sequence").to_owned();
        schema.alter_table(Table::alter().table("calendar_entry").add_column(moved).to_owned()).await?;
        // Since when letters to the person are known to come back.
        let unreachable = timestamp_with_time_zone_null("unreachable_at").to_owned();
        schema.alter_table(Table::alter().table("registration").add_column(unreachable).to_owned()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_index(Index::drop().name("speaker_entry_uid").table("speaker_entry").to_owned()).await?;
        schema.alter_table(Table::alter().table("registration").drop_column("unreachable_at").to_owned()).await?;
        schema.alter_table(Table::alter().table("calendar_entry").drop_column("moved_sequence").to_owned()).await?;
        for table in ["failure", "reply", "received"] {
            schema.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn received() -> TableCreateStatement {
    Table::create()
        .table("received")
        .col(uuid("id").primary_key())
        .col(string("digest"))
        // By LMTP or the command.
        .col(string("way"))
        // Addresses and bytes are there until the letter is dealt with.
        .col(text("sender"))
        .col(json_binary("recipients"))
        .col(binary_null("raw"))
        .col(string("state"))
        .col(timestamp_with_time_zone("due"))
        .col(integer("tries"))
        .col(timestamp_with_time_zone("arrived_at"))
        .col(timestamp_with_time_zone_null("done_at"))
        // What it was taken for, in a word.
        .col(string_null("outcome"))
        .col(text_null("trouble"))
        .to_owned()
}

fn reply() -> TableCreateStatement {
    Table::create()
        .table("reply")
        .col(uuid("registration").primary_key())
        .col(integer("revision"))
        .col(string("answer"))
        .col(boolean("proven"))
        // By which answers are put in order.
        .col(big_integer_null("sequence"))
        .col(timestamp_with_time_zone_null("stamp"))
        .col(timestamp_with_time_zone("at"))
        .to_owned()
}

fn failure() -> TableCreateStatement {
    Table::create()
        .table("failure")
        .col(uuid("letter").primary_key())
        // The receiver's, as a keyed hash.
        .col(string("address"))
        // As in RFC 3463, where it was said.
        .col(string_null("status"))
        .col(timestamp_with_time_zone("at"))
        .to_owned()
}
