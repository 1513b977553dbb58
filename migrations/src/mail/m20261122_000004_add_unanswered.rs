//! How many last dots of a letter were written that nobody answered: one is tried again, two are left to a person.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let column = integer("unanswered").default(0).to_owned();
        schema.alter_table(Table::alter().table("letter").add_column(column).to_owned()).await?;
        let mut doubtful = Query::update();
        doubtful.table("letter").value("unanswered", 1).and_where(Expr::col("dot_at").is_not_null());
        schema.exec_stmt(doubtful).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.alter_table(Table::alter().table("letter").drop_column("unanswered").to_owned()).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
