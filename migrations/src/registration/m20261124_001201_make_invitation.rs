//! Whom organisers invite to an event by name, and when those are reminded who have not answered.

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
        schema.create_table(invitation()).await?;
        // One invitation for each address; those that are deleted have none.
        let address = Index::create()
            .name("invitation_address")
            .table("invitation")
            .col("event_id")
            .col("address")
            .unique()
            .to_owned();
        schema.create_index(address).await?;
        let used = Index::create().name("invitation_used").table("invitation").col("registration_id").to_owned();
        schema.create_index(used).await?;
        let reminder = Table::create()
            .table("invitation_reminder")
            .col(uuid("event_id").primary_key())
            .col(timestamp_with_time_zone("remind_at"))
            .col(uuid("set_by"))
            .to_owned();
        schema.create_table(reminder).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("invitation_reminder").to_owned()).await?;
        schema.drop_table(Table::drop().table("invitation").to_owned()).await
    }
}

fn invitation() -> TableCreateStatement {
    Table::create()
        .table("invitation")
        .col(uuid("id").primary_key())
        .col(uuid("event_id"))
        .col(integer("revision"))
        // Of the link; another after it was taken back.
        .col(integer("generation"))
        .col(text("name"))
        .col(text("email"))
        // As it is compared.
        .col(string_null("address"))
        .col(text("organisation"))
        .col(string("language"))
        .col(timestamp_with_time_zone("created_at"))
        // When organisers let it go, and when a mail server had the letter.
        .col(timestamp_with_time_zone_null("issued_at"))
        .col(timestamp_with_time_zone_null("mailed_at"))
        .col(timestamp_with_time_zone_null("reminded_at"))
        // Whether the letter arrives, as it was heard last.
        .col(timestamp_with_time_zone_null("told_at"))
        .col(text_null("trouble"))
        .col(timestamp_with_time_zone_null("declined_at"))
        .col(text_null("reason"))
        .col(timestamp_with_time_zone_null("taken_back_at"))
        // The last sign-up that came of it.
        .col(uuid_null("registration_id"))
        .col(timestamp_with_time_zone_null("erased_at"))
        .to_owned()
}
