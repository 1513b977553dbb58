//! How fast letters go to each receiving domain, and for whom and to where each letter goes, so that those that have to wait
//! are not looked at again and again.

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
        let domains = Table::create()
            .table("receiving_domain")
            .col(string("name").primary_key())
            // Until when the letters that went there last would be spread, were they sent evenly.
            .col(timestamp_with_time_zone("spread_until"))
            // How many times in a row it has asked for patience, not with one letter but with all.
            .col(integer("put_offs"))
            // No letter goes there before.
            .col(timestamp_with_time_zone("not_before"))
            .to_owned();
        schema.create_table(domains).await?;
        // As they were known last; absent before the letter was looked at.
        for column in ["organisation", "domain"] {
            schema.alter_table(Table::alter().table("letter").add_column(string_null(column)).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for column in ["domain", "organisation"] {
            schema.alter_table(Table::alter().table("letter").drop_column(column).to_owned()).await?;
        }
        schema.drop_table(Table::drop().table("receiving_domain").to_owned()).await
    }
}
