//! Roles in single events, when roles were given, and what organisers see of their own sessions.

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
        let account = ForeignKey::create()
            .name("event_role_account")
            .from("event_role", "account")
            .to("account", "id")
            .on_delete(ForeignKeyAction::Cascade)
            .to_owned();
        let event_role = Table::create()
            .table("event_role")
            .col(uuid("account"))
            // No reference: the event's news may come later than those who organise it.
            .col(uuid("event"))
            .col(string("organisation"))
            .col(string("role"))
            .col(timestamp_with_time_zone("given_at"))
            .primary_key(Index::create().col("account").col("event"))
            .foreign_key(&mut account.clone())
            .to_owned();
        schema.create_table(event_role).await?;
        let by_organisation =
            Index::create().name("event_role_organisation").table("event_role").col("organisation").to_owned();
        schema.create_index(by_organisation).await?;
        // SQLite adds one column at a time.
        add(schema, "membership", timestamp_with_time_zone_null("given_at")).await?;
        add(schema, "account", timestamp_with_time_zone_null("signed_in_at")).await?;
        // True when the person has said in which language letters are to be.
        add(schema, "account", boolean("language_chosen").default(false).to_owned()).await?;
        add(schema, "session", timestamp_with_time_zone_null("seen_at")).await?;
        // The browser and what it runs on, in two words.
        add(schema, "session", string_null("device")).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            ("session", "device"),
            ("session", "seen_at"),
            ("account", "language_chosen"),
            ("account", "signed_in_at"),
            ("membership", "given_at"),
        ];
        for (table, column) in columns {
            schema.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        schema.drop_table(Table::drop().table("event_role").to_owned()).await
    }
}

async fn add(schema: &SchemaManager<'_>, table: &'static str, column: ColumnDef) -> Result<(), DbErr> {
    schema.alter_table(Table::alter().table(table).add_column(column).to_owned()).await
}
