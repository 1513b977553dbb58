//! Events as others told of them, their places, who asked for one, and what was answered.

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
        for table in [organisation(), event(), pool(), registration(), claim(), answer("answer")] {
            schema.create_table(table).await?;
        }
        for table in [answer("sensitive_answer"), submission(), erasure()] {
            schema.create_table(table).await?;
        }
        for index in indexes() {
            schema.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "erasure",
            "submission",
            "sensitive_answer",
            "answer",
            "claim",
            "registration",
            "pool",
            "event",
            "organisation",
        ] {
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

fn event() -> TableCreateStatement {
    Table::create()
        .table("event")
        .col(uuid("id").primary_key())
        // Absent, like the snapshot, when all that was heard so far is that the event was cancelled.
        .col(string_null("slug"))
        .col(big_integer("revision"))
        .col(boolean("cancelled"))
        .col(json_binary_null("snapshot"))
        // Taken from the snapshot, to find events by time.
        .col(timestamp_with_time_zone_null("opens_at"))
        .col(timestamp_with_time_zone_null("closes_at"))
        .col(timestamp_with_time_zone_null("starts_at"))
        .col(timestamp_with_time_zone_null("ends_at"))
        .col(big_integer("next_seq"))
        // The order of the queue. Apart from seq, since a place in the queue can be handed over.
        .col(big_integer("next_turn"))
        .col(integer("waiting"))
        // What was said last about sign-up.
        .col(big_integer("signup_revision"))
        .col(boolean_null("said_open"))
        .col(integer_null("said_left"))
        .col(integer_null("said_waiting"))
        // When the next personal data are to be deleted.
        .col(timestamp_with_time_zone_null("erase_due"))
        .to_owned()
}

fn pool() -> TableCreateStatement {
    Table::create()
        .table("pool")
        .col(uuid("id").primary_key())
        .col(uuid("event_id"))
        // In the order of the event's own list.
        .col(integer("place"))
        .col(boolean("whole"))
        .col(boolean("closed"))
        .col(integer_null("capacity"))
        .col(integer("taken"))
        .col(integer("waiting"))
        .col(timestamp_with_time_zone_null("starts_at"))
        .col(timestamp_with_time_zone_null("ends_at"))
        .to_owned()
}

fn registration() -> TableCreateStatement {
    Table::create()
        .table("registration")
        .col(uuid("id").primary_key())
        .col(uuid("event_id"))
        .col(uuid("party_id"))
        .col(big_integer("seq"))
        .col(big_integer("turn"))
        .col(integer("revision"))
        .col(integer("generation"))
        .col(string("state"))
        .col(timestamp_with_time_zone_null("offered_until"))
        .col(text("name"))
        // As typed; the next one is what tells two people apart, and absent once everything is deleted.
        .col(text("email"))
        .col(text_null("address"))
        .col(string("language"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("withdrawn_at"))
        .col(timestamp_with_time_zone_null("attended_at"))
        .col(timestamp_with_time_zone_null("undeliverable_at"))
        .col(text_null("undeliverable"))
        .col(timestamp_with_time_zone_null("erased_at"))
        .to_owned()
}

fn claim() -> TableCreateStatement {
    Table::create()
        .table("claim")
        .col(uuid("registration_id"))
        .col(uuid("pool_id"))
        .col(string("state"))
        .col(big_integer("turn"))
        .primary_key(Index::create().col("registration_id").col("pool_id"))
        .to_owned()
}

fn answer(table: &'static str) -> TableCreateStatement {
    Table::create().table(table).col(uuid("registration_id").primary_key()).col(json_binary("answers")).to_owned()
}

fn submission() -> TableCreateStatement {
    Table::create()
        .table("submission")
        .col(uuid("event_id"))
        .col(string("key"))
        .col(binary("content"))
        // What was answered, to be answered again word for word.
        .col(json_binary("answer"))
        .col(timestamp_with_time_zone("created_at"))
        .primary_key(Index::create().col("event_id").col("key"))
        .to_owned()
}

/// Receipts of deletion.
fn erasure() -> TableCreateStatement {
    Table::create()
        .table("erasure")
        .col(uuid("id").primary_key())
        .col(uuid("event_id"))
        // Of one registration as a whole, or of all answers to one question.
        .col(uuid_null("registration_id"))
        .col(string_null("question"))
        .col(string("why"))
        .col(integer("amount"))
        .col(timestamp_with_time_zone("erased_at"))
        .to_owned()
}

fn indexes() -> [IndexCreateStatement; 9] {
    [
        Index::create().name("event_slug").table("event").col("slug").unique().to_owned(),
        Index::create().name("event_erase_due").table("event").col("erase_due").to_owned(),
        Index::create().name("pool_by_event").table("pool").col("event_id").col("place").to_owned(),
        Index::create().name("registration_seq").table("registration").col("event_id").col("seq").unique().to_owned(),
        Index::create()
            .name("registration_address")
            .table("registration")
            .col("event_id")
            .col("address")
            .unique()
            .and_where(Expr::col("state").ne("withdrawn"))
            .to_owned(),
        Index::create()
            .name("registration_queue")
            .table("registration")
            .col("event_id")
            .col("state")
            .col("turn")
            .to_owned(),
        Index::create().name("registration_party").table("registration").col("party_id").to_owned(),
        Index::create().name("claim_queue").table("claim").col("pool_id").col("state").col("turn").to_owned(),
        Index::create().name("erasure_by_event").table("erasure").col("event_id").to_owned(),
    ]
}
