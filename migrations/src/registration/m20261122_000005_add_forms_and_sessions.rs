//! Ways of taking part, what sessions are called and where they are, and until when somebody chooses anew.

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
        // One column at a time: SQLite adds no more.
        for (table, column) in columns() {
            schema.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        let mut choosing = Index::create();
        choosing.name("registration_choosing").table("registration").col("choose_before");
        schema.create_index(choosing).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let choosing = Index::drop().name("registration_choosing").table("registration").to_owned();
        schema.drop_index(choosing).await?;
        for (table, column) in columns() {
            let column = column.get_column_name();
            schema.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

fn columns() -> [(&'static str, ColumnDef); 8] {
    [
        ("pool", string_null("form")),
        // As last told, also when the pool is no longer part of the event: people had chosen it.
        ("pool", json_binary_null("label")),
        ("pool", json_binary_null("room")),
        ("pool", uuid_null("session")),
        ("pool", uuid_null("venue")),
        ("registration", string_null("form")),
        // Two of the choices cannot both be attended since the programme changed.
        ("registration", timestamp_with_time_zone_null("choose_before")),
        // A digest of what was said last about each pool.
        ("event", big_integer_null("said_pools")),
    ]
}
