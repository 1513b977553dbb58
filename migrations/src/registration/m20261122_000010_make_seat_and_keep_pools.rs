//! Places that are kept for delegations, and whom they have named.

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
        for column in columns() {
            schema.alter_table(Table::alter().table("pool").add_column(column).to_owned()).await?;
        }
        schema
            .create_table(
                Table::create()
                    .table("seat")
                    .col(uuid("id").primary_key())
                    .col(uuid("event_id"))
                    .col(uuid("delegation"))
                    // Absent of those who did not get a seat, and of seats that were cleared before they were named.
                    .col(uuid_null("registration"))
                    // The person had signed up already.
                    .col(boolean("own"))
                    .col(boolean("cleared"))
                    .col(string("member"))
                    .to_owned(),
            )
            .await?;
        let mut of = Index::create();
        of.name("seat_by_registration").table("seat").col("registration");
        schema.create_index(of).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("seat").to_owned()).await?;
        for column in columns() {
            let column = column.get_column_name();
            schema.alter_table(Table::alter().table("pool").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

fn columns() -> [ColumnDef; 2] {
    [uuid_null("delegation"), big_integer_null("delegation_revision")]
}
