//! Plans of who sits where, what people have chosen, and who has looked at lists of people.

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
        schema.create_table(plan()).await?;
        schema.create_table(look()).await?;
        for (name, table, column) in [("plan_by_gathering", "plan", "gathering"), ("look_by_about", "look", "about")] {
            schema.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        // The pools that somebody has a place in besides the gathering itself; nobody has told of those that are there.
        let choices = json_binary_null("choices").to_owned();
        schema.alter_table(Table::alter().table("participant").add_column(choices).to_owned()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.alter_table(Table::alter().table("participant").drop_column("choices").to_owned()).await?;
        schema.drop_table(Table::drop().table("look").to_owned()).await?;
        schema.drop_table(Table::drop().table("plan").to_owned()).await
    }
}

fn plan() -> TableCreateStatement {
    Table::create()
        .table("plan")
        .col(uuid("id").primary_key())
        .col(uuid("gathering"))
        .col(string("kind"))
        .col(json_binary("name"))
        .col(json_binary("rules"))
        // Only those who have chosen this; everybody when absent.
        .col(uuid_null("choice"))
        // Sign-ups and numbers of tables. Names are nowhere in it.
        .col(json_binary("arrangement"))
        .col(json_binary("told"))
        .col(json_binary("news"))
        // Goes up with every change, so that nobody changes what they have not seen.
        .col(integer("revision"))
        // How often everybody was seated anew.
        .col(integer("turn"))
        // How often something of it was told.
        .col(integer("tellings"))
        .col(timestamp_with_time_zone_null("told_at"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}

/// Rows are only ever added.
fn look() -> TableCreateStatement {
    Table::create()
        .table("look")
        .col(uuid("id").primary_key())
        .col(timestamp_with_time_zone("at"))
        .col(uuid("account"))
        .col(string("about"))
        .col(string("what"))
        .col(integer("people"))
        .to_owned()
}
