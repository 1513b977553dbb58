//! A second proof besides the link by e-mail: codes from an app, and codes on paper for when it is lost.

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
        let second_factor = Table::create()
            .table("second_factor")
            .col(uuid("account").primary_key())
            // Encrypted with a key outside the database.
            .col(blob("secret"))
            .col(timestamp_with_time_zone("made_at"))
            // The newest step of thirty seconds whose code was used; no code is good twice.
            .col(big_integer("last_step"))
            // Wrong codes in a row since then.
            .col(integer("wrong"))
            .col(timestamp_with_time_zone_null("wrong_since"))
            .foreign_key(&mut account("second_factor"))
            .to_owned();
        schema.create_table(second_factor).await?;
        let recovery_code = Table::create()
            .table("recovery_code")
            .col(uuid("account"))
            // A keyed MAC of the code, which itself is kept nowhere.
            .col(string("mac"))
            .col(timestamp_with_time_zone_null("used_at"))
            .primary_key(Index::create().col("account").col("mac"))
            .foreign_key(&mut account("recovery_code"))
            .to_owned();
        schema.create_table(recovery_code).await?;
        let passed = timestamp_with_time_zone_null("second_factor_at");
        schema.alter_table(Table::alter().table("session").add_column(passed).to_owned()).await?;
        // Everybody with a role in the organisation needs one.
        let required = boolean("second_factor").default(false).to_owned();
        schema.alter_table(Table::alter().table("organisation").add_column(required).to_owned()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [("organisation", "second_factor"), ("session", "second_factor_at")] {
            schema.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        for table in ["recovery_code", "second_factor"] {
            schema.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
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
