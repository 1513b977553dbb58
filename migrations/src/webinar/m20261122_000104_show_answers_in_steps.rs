//! What is shown of the answers, which is not all of them: as they were when there were last five more.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const SHOWN: [&str; 3] = ["shown_answers", "shown_tally", "shown_comments"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let [answers, tally, comments] = SHOWN;
        // SQLite takes one column at a time.
        for column in [
            big_integer(answers).default(0).take(),
            json_binary(tally).default("{}").take(),
            json_binary(comments).default("[]").take(),
        ] {
            schema.alter_table(Table::alter().table("evaluation").add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for column in SHOWN {
            schema.alter_table(Table::alter().table("evaluation").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
