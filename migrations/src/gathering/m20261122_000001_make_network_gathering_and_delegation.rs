//! Networks, gatherings, delegations and whom they have named.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const TABLES: [&str; 8] =
    ["participant", "seat", "holder", "delegation", "gathering", "network", "municipality", "organisation"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in [organisation(), municipality(), network(), gathering(), delegation(), holder(), seat()] {
            schema.create_table(table).await?;
        }
        schema.create_table(participant()).await?;
        for (name, table, column) in [
            ("holder_by_delegation", "holder", "delegation"),
            ("seat_by_gathering", "seat", "gathering"),
            ("seat_by_registration", "seat", "registration"),
            ("participant_by_event", "participant", "event"),
        ] {
            schema.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        let mut once = Index::create();
        once.name("delegation_of_member").table("delegation").col("gathering").col("member").unique();
        schema.create_index(once).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
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

/// Numbers are never deleted and never used again for something else.
fn municipality() -> TableCreateStatement {
    Table::create()
        .table("municipality")
        .col(string("number").primary_key())
        .col(string("name"))
        .col(date("valid_from"))
        .col(date_null("valid_to"))
        .to_owned()
}

fn network() -> TableCreateStatement {
    Table::create()
        .table("network")
        .col(string("slug").primary_key())
        .col(string("organisation"))
        .col(json_binary("name"))
        // All of them and all of their time in it: a network is read as a whole.
        .col(json_binary("members"))
        .col(timestamp_with_time_zone("changed_at"))
        .to_owned()
}

fn gathering() -> TableCreateStatement {
    Table::create()
        .table("gathering")
        .col(uuid("id").primary_key())
        .col(string_uniq("slug"))
        .col(string("organisation"))
        .col(string("network"))
        .col(timestamp_with_time_zone("starts_at"))
        .col(timestamp_with_time_zone("ends_at"))
        .col(big_integer("revision"))
        .col(boolean("cancelled"))
        .col(json_binary_null("cancel_reason"))
        .col(timestamp_with_time_zone("published_at"))
        .col(timestamp_with_time_zone("changed_at"))
        .col(json_binary("snapshot"))
        // Ids of pools by the key that event files call them by; kept also when a pool is taken out.
        .col(json_binary("pools"))
        // What holds for all delegations.
        .col(json_binary("rules"))
        .col(timestamp_with_time_zone_null("released_at"))
        // What registration said last.
        .col(big_integer("signup_revision"))
        .col(boolean_null("signup_open"))
        .col(big_integer_null("places_left"))
        .col(big_integer_null("waiting"))
        .to_owned()
}

fn delegation() -> TableCreateStatement {
    Table::create()
        .table("delegation")
        .col(uuid("id").primary_key())
        .col(uuid("gathering"))
        .col(string("member"))
        .col(string("name"))
        // As they were on the day when it was invited.
        .col(json_binary("municipalities"))
        .col(integer("seats"))
        // Of what is kept for it.
        .col(integer("revision"))
        .col(json_binary("role_pools"))
        .col(timestamp_with_time_zone_null("invited_at"))
        .col(timestamp_with_time_zone_null("opened_at"))
        .col(timestamp_with_time_zone_null("reminded_at"))
        .col(timestamp_with_time_zone_null("declined_at"))
        .col(boolean("released"))
        .col(integer("extra_asked"))
        .col(text("extra_reason"))
        .to_owned()
}

/// Those who act for a delegation: the contact and deputies.
fn holder() -> TableCreateStatement {
    Table::create()
        .table("holder")
        .col(uuid("id").primary_key())
        .col(uuid("delegation"))
        .col(boolean("deputy"))
        .col(string("name"))
        .col(string("email"))
        .col(string("language"))
        .col(integer("generation"))
        .col(integer("letters"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}

/// One naming. Those that were taken back stay, as history.
fn seat() -> TableCreateStatement {
    Table::create()
        .table("seat")
        .col(uuid("id").primary_key())
        .col(uuid("delegation"))
        .col(uuid("gathering"))
        .col(string("role"))
        .col(string("name"))
        .col(string("email"))
        .col(string("language"))
        .col(timestamp_with_time_zone("named_at"))
        .col(timestamp_with_time_zone_null("cleared_at"))
        .col(uuid_null("registration"))
        // What registration said became of it.
        .col(string_null("outcome"))
        .to_owned()
}

/// A copy of the little that is needed to know of registrations. Answers are in none of it.
fn participant() -> TableCreateStatement {
    Table::create()
        .table("participant")
        .col(uuid("registration").primary_key())
        .col(uuid("event"))
        .col(string("name"))
        .col(string("state"))
        .col(big_integer("revision"))
        // The person has been at their own page and said what they had to say.
        .col(boolean("answered"))
        .to_owned()
}
