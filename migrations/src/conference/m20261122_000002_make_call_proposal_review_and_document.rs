//! Calls for contributions with what comes in and what the committee thinks of it, and the files and recordings that belong to
//! sessions and to those who speak.

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
        for table in [call(), proposal(), review(), document()] {
            schema.create_table(table).await?;
        }
        for index in [
            Index::create().name("proposal_by_conference").table("proposal").col("conference").to_owned(),
            Index::create()
                .name("proposal_by_submission")
                .table("proposal")
                .col("conference")
                .col("submission")
                .unique()
                .to_owned(),
            Index::create().name("document_by_conference").table("document").col("conference").to_owned(),
        ] {
            schema.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in ["document", "review", "proposal", "call"] {
            schema.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn call() -> TableCreateStatement {
    Table::create()
        .table("call")
        .col(uuid("conference").primary_key())
        .col(big_integer("revision"))
        .col(timestamp_with_time_zone("opens_at"))
        .col(timestamp_with_time_zone("closes_at"))
        .col(json_binary("text"))
        .col(json_binary("questions"))
        .to_owned()
}

fn proposal() -> TableCreateStatement {
    Table::create()
        .table("proposal")
        .col(uuid("id").primary_key())
        .col(uuid("conference"))
        // Goes up with every change by those who sent it in.
        .col(big_integer("revision"))
        .col(integer("generation"))
        .col(string("state"))
        // The form it came in, by which one that is sent twice is known, and what stood in it.
        .col(string("submission"))
        .col(string("sent"))
        .col(string("language"))
        .col(text("title"))
        .col(text("summary"))
        .col(string("kind"))
        .col(uuid_null("track"))
        .col(json_binary("people"))
        .col(json_binary("answers"))
        .col(timestamp_with_time_zone_null("consented_at"))
        .col(timestamp_with_time_zone("received_at"))
        .col(timestamp_with_time_zone("changed_at"))
        // How often an answer has been said, and what the committee said with the newest.
        .col(integer("answered"))
        .col(text("note"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(uuid_null("decided_by"))
        // What it became.
        .col(uuid_null("session"))
        .to_owned()
}

fn review() -> TableCreateStatement {
    Table::create()
        .table("review")
        .col(uuid("proposal"))
        .col(uuid("account"))
        // Absent for somebody who stands too close to it.
        .col(integer_null("score"))
        .col(boolean("conflict"))
        .col(text("comment"))
        .col(timestamp_with_time_zone("given_at"))
        .primary_key(Index::create().col("proposal").col("account"))
        .to_owned()
}

fn document() -> TableCreateStatement {
    Table::create()
        .table("document")
        .col(uuid("id").primary_key())
        .col(uuid("conference"))
        .col(uuid_null("session"))
        .col(uuid_null("speaker"))
        .col(string("kind"))
        // Of a photo what it shows, for those who do not see it.
        .col(text("title"))
        .col(text("file_name"))
        .col(string("media_type"))
        .col(big_integer("size"))
        .col(string("sha256"))
        .col(blob("content"))
        // Where it is instead, for recordings; empty for what is kept here.
        .col(text("link"))
        .col(timestamp_with_time_zone("added_at"))
        .to_owned()
}
