//! Plans for reminders: of an organisation for each kind of event, and of one event. And what their rules ask for: since when
//! a programme is out, and who was named by a delegation and has not answered.

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
        let plans = Table::create()
            .table("reminder_plan")
            .col(string("organisation"))
            .col(string("kind"))
            .col(json_binary("rules"))
            .col(timestamp_with_time_zone("changed_at"))
            .primary_key(Index::create().col("organisation").col("kind"))
            .to_owned();
        schema.create_table(plans).await?;
        let own = Table::alter().table("event").add_column(json_binary_null("reminder_plan")).to_owned();
        schema.alter_table(own).await?;
        let first = timestamp_with_time_zone_null("first_released_at");
        schema.alter_table(Table::alter().table("programme").add_column(first).to_owned()).await?;
        for column in ["named_at", "answered_at"] {
            let column = timestamp_with_time_zone_null(column);
            schema.alter_table(Table::alter().table("registration").add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for column in ["answered_at", "named_at"] {
            schema.alter_table(Table::alter().table("registration").drop_column(column).to_owned()).await?;
        }
        schema.alter_table(Table::alter().table("programme").drop_column("first_released_at").to_owned()).await?;
        schema.alter_table(Table::alter().table("event").drop_column("reminder_plan").to_owned()).await?;
        schema.drop_table(Table::drop().table("reminder_plan").to_owned()).await
    }
}
