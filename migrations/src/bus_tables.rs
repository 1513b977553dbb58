use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_pk_auto, integer, string, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    uuid_null,
};

/// The tables of the bus: what was said and is not carried yet, what arrived and is not done yet.
///
/// The envelope is text, not JSON: what could not be read is kept as it came, and PostgreSQL's JSON refuses some strings
/// that are valid elsewhere.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("outbox")
                    .col(big_pk_auto("seq"))
                    .col(uuid("id"))
                    .col(string("name"))
                    .col(uuid_null("partition"))
                    .col(text("envelope"))
                    .col(timestamp_with_time_zone("said_at"))
                    .col(timestamp_with_time_zone_null("carried_at"))
                    .col(integer("tries"))
                    .col(timestamp_with_time_zone("due"))
                    .col(uuid_null("lease_owner"))
                    .col(timestamp_with_time_zone_null("leased_until"))
                    .col(text_null("trouble"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("inbox")
                    .col(big_pk_auto("seq"))
                    .col(uuid("id"))
                    .col(string("name"))
                    .col(text("envelope"))
                    .col(string("state"))
                    .col(timestamp_with_time_zone("arrived_at"))
                    .col(timestamp_with_time_zone("due"))
                    .col(integer("tries"))
                    .col(uuid_null("lease_owner"))
                    .col(timestamp_with_time_zone_null("leased_until"))
                    .col(text_null("trouble"))
                    .col(timestamp_with_time_zone_null("done_at"))
                    .to_owned(),
            )
            .await?;
        for index in [
            Index::create().name("outbox_id").table("outbox").col("id").unique().to_owned(),
            Index::create()
                .name("outbox_unsent")
                .table("outbox")
                .col("due")
                .col("seq")
                .and_where(Expr::col("carried_at").is_null())
                .to_owned(),
            Index::create()
                .name("outbox_carried")
                .table("outbox")
                .col("carried_at")
                .and_where(Expr::col("carried_at").is_not_null())
                .to_owned(),
            Index::create().name("inbox_id").table("inbox").col("id").unique().to_owned(),
            Index::create()
                .name("inbox_waiting")
                .table("inbox")
                .col("due")
                .col("seq")
                .and_where(Expr::col("state").eq("waiting"))
                .to_owned(),
            Index::create()
                .name("inbox_set_aside")
                .table("inbox")
                .col("seq")
                .and_where(Expr::col("state").eq("set_aside"))
                .to_owned(),
            Index::create()
                .name("inbox_done")
                .table("inbox")
                .col("done_at")
                .and_where(Expr::col("state").eq("done"))
                .to_owned(),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("inbox").to_owned()).await?;
        manager.drop_table(Table::drop().table("outbox").to_owned()).await
    }
}
