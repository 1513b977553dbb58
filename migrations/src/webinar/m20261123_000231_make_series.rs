//! Series: what they are called, and what their dates share.

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
        let series = Table::create()
            .table("series")
            .col(uuid("id").primary_key())
            .col(string_uniq("slug"))
            .col(string("organisation"))
            .col(big_integer("revision"))
            // What is said to others.
            .col(json_binary("snapshot"))
            // What dates have that say nothing else. The meeting address is said to nobody.
            .col(json_binary("shared"))
            // As the file last had it: an unchanged file does not undo what was changed on the page.
            .col(json_binary("filed"))
            // Goes up with every change to what is shared, so that nobody writes over what they have not seen.
            .col(big_integer("edition"))
            .to_owned();
        schema.create_table(series).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("series").to_owned()).await
    }
}
