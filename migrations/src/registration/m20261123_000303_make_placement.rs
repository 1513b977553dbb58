//! Where people sit, as organisers of gatherings have told them.

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
        let placements = Table::create()
            .table("placement")
            .col(uuid("plan_id"))
            .col(uuid("registration_id"))
            .col(integer("revision"))
            .col(string("kind"))
            .col(json_binary("name"))
            // Kept without a number when somebody has none any more: what was told before may come later.
            .col(integer_null("number"))
            .primary_key(Index::create().col("plan_id").col("registration_id"))
            .to_owned();
        schema.create_table(placements).await?;
        let mut of_person = Index::create();
        of_person.name("placement_of_registration").table("placement").col("registration_id");
        schema.create_index(of_person).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("placement").to_owned()).await
    }
}
