//! Organisations, who may act for them, and how those people sign in.

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
                    .table("organisation")
                    .col(uuid("id").primary_key())
                    .col(string_uniq("slug"))
                    .col(big_integer("revision"))
                    .col(json_binary("snapshot"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("account")
                    .col(uuid("id").primary_key())
                    // As it was written, for letters.
                    .col(string("email"))
                    // As it is compared.
                    .col(string_uniq("address"))
                    .col(string("language"))
                    .col(big_integer("revision"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(boolean("disabled"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("membership")
                    .col(uuid("account"))
                    .col(string("organisation"))
                    .col(string("role"))
                    .primary_key(Index::create().col("account").col("organisation"))
                    .foreign_key(&mut account("membership"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("sign_in")
                    .col(uuid("id").primary_key())
                    .col(uuid("account"))
                    .col(timestamp_with_time_zone("requested_at"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .col(timestamp_with_time_zone_null("used_at"))
                    // The page that the person was on the way to.
                    .col(text("onward"))
                    .foreign_key(&mut account("sign_in"))
                    .to_owned(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("session")
                    .col(uuid("id").primary_key())
                    .col(uuid("account"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .col(timestamp_with_time_zone_null("ended_at"))
                    .foreign_key(&mut account("session"))
                    .to_owned(),
            )
            .await?;
        schema.create_index(index("sign_in", ["account", "requested_at"])).await?;
        schema.create_index(index("session", ["account", "expires_at"])).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in ["session", "sign_in", "membership", "account", "organisation"] {
            schema.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// Rows that go when the account goes.
fn account(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_account"))
        .from(table, "account")
        .to("account", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

fn index(table: &'static str, columns: [&'static str; 2]) -> IndexCreateStatement {
    let [first, second] = columns;
    Index::create().name(format!("{table}_{first}_{second}")).table(table).col(first).col(second).to_owned()
}
