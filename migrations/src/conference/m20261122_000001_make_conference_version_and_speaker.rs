//! Conferences with the draft and the released versions of their programmes, those who speak, and who has chosen what.

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
        for table in [organisation(), conference(), version(), speaker(), participant()] {
            schema.create_table(table).await?;
        }
        for index in [
            Index::create().name("conference_release_due").table("conference").col("release_due").to_owned(),
            Index::create().name("speaker_by_conference").table("speaker").col("conference").to_owned(),
            Index::create().name("participant_by_conference").table("participant").col("conference").to_owned(),
        ] {
            schema.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in ["participant", "speaker", "version", "conference", "organisation"] {
            schema.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn organisation() -> TableCreateStatement {
    Table::create()
        .table("organisation")
        .col(string("slug").primary_key())
        .col(big_integer("revision"))
        .col(json_binary("snapshot"))
        .to_owned()
}

fn conference() -> TableCreateStatement {
    Table::create()
        .table("conference")
        .col(uuid("id").primary_key())
        .col(string_uniq("slug"))
        .col(string("organisation"))
        // Editions of the same conference share it.
        .col(string_null("series"))
        .col(timestamp_with_time_zone("starts_at"))
        .col(timestamp_with_time_zone("ends_at"))
        .col(big_integer("revision"))
        .col(boolean("cancelled"))
        .col(json_binary_null("cancel_reason"))
        .col(timestamp_with_time_zone("published_at"))
        .col(timestamp_with_time_zone("changed_at"))
        // As it was said last, with the pools of the released programme.
        .col(json_binary("snapshot"))
        // Ids by the key that event files call things by; kept also when a thing is taken out.
        .col(json_binary("ids"))
        // Whom to ask besides the contact in the snapshot, and about what.
        .col(json_binary("contacts"))
        // Apart from the snapshot, since nothing that is said may carry it. Empty when nothing is sent online.
        .col(text("meeting_url"))
        .col(text("filed_meeting_url"))
        .col(integer("doors_before_minutes"))
        .col(integer("doors_after_minutes"))
        // The one programme that is worked on, and how often it has been written.
        .col(json_binary("draft"))
        .col(big_integer("draft_revision"))
        .col(uuid_null("drafted_by"))
        // The number of the newest released version; 0 before the first.
        .col(integer("released"))
        // A release that waits for its time.
        .col(timestamp_with_time_zone_null("release_due"))
        .col(json_binary_null("release_note"))
        .col(uuid_null("release_by"))
        // What registration said last.
        .col(big_integer("signup_revision"))
        .col(boolean_null("signup_open"))
        .col(big_integer_null("places_left"))
        .col(big_integer_null("waiting"))
        .col(json_binary("places"))
        // How many of those who came in online have been erased since.
        .col(big_integer("joined_erased"))
        .to_owned()
}

fn version() -> TableCreateStatement {
    Table::create()
        .table("version")
        .col(uuid("conference"))
        .col(integer("number"))
        .col(json_binary("programme"))
        .col(json_binary_null("note"))
        .col(json_binary("changes"))
        .col(timestamp_with_time_zone("released_at"))
        .col(uuid_null("released_by"))
        .primary_key(Index::create().col("conference").col("number"))
        .to_owned()
}

fn speaker() -> TableCreateStatement {
    Table::create()
        .table("speaker")
        .col(uuid("id").primary_key())
        .col(uuid("conference"))
        .col(big_integer("revision"))
        .col(integer("generation"))
        .col(text("name"))
        // Absent where nobody has asked for it: then no letters are sent.
        .col(text_null("email"))
        .col(string("language"))
        .col(json_binary("role"))
        .col(text("organisation"))
        .col(json_binary("biography"))
        .col(uuid_null("photo"))
        // When the person agreed that name, text and photo are published.
        .col(timestamp_with_time_zone_null("consented_at"))
        .col(json_binary("unavailable"))
        // What was said last about when the person speaks.
        .col(integer("said_revision"))
        .col(json_binary("said"))
        .to_owned()
}

/// Who has chosen what: ids only, to count who is touched by a change.
fn participant() -> TableCreateStatement {
    Table::create()
        .table("participant")
        .col(uuid("registration").primary_key())
        .col(uuid("conference"))
        .col(big_integer("revision"))
        .col(integer("generation"))
        .col(string("state"))
        .col(string_null("form"))
        .col(json_binary("choices"))
        .col(timestamp_with_time_zone_null("joined_at"))
        .to_owned()
}
