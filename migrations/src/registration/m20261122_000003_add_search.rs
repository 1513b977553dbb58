//! What a list of people is searched in: names and addresses in small letters, since not every database knows that æ, ø
//! and å have them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;
use sea_orm_migration::sea_orm::ConnectionTrait;
use sea_orm_migration::sea_orm::prelude::Uuid;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let column = text("search").default("").to_owned();
        schema.alter_table(Table::alter().table("registration").add_column(column).to_owned()).await?;
        let db = schema.get_connection();
        let held = Query::select().columns(["id", "name", "email"]).from("registration").to_owned();
        for row in db.query_all(&held).await? {
            let (id, name): (Uuid, String) = (row.try_get("", "id")?, row.try_get("", "name")?);
            let email: String = row.try_get("", "email")?;
            let search = format!("{name} {email}").trim().to_lowercase();
            let kept = Query::update()
                .table("registration")
                .value("search", search)
                .and_where(Expr::col("id").eq(id))
                .to_owned();
            db.execute(&kept).await?;
        }
        Ok(())
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.alter_table(Table::alter().table("registration").drop_column("search").to_owned()).await
    }
}
