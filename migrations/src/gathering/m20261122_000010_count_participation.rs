//! How many took part, kept apart from who they were.

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
        schema.create_table(participation()).await?;
        for (table, column) in columns() {
            schema.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        // Those who have a place already; what is told of them from now on is newer.
        let mut known = Query::update();
        known.table("participant").value("has_place", true).value("place_revision", Expr::col("revision"));
        schema.execute(known.and_where(Expr::col("state").eq("admitted")).to_owned()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [
            ("seat", "municipality"),
            ("participant", "attendance_revision"),
            ("participant", "attended"),
            ("participant", "place_revision"),
            ("participant", "has_place"),
            ("gathering", "counted_at"),
        ] {
            schema.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        schema.drop_table(Table::drop().table("participation").to_owned()).await
    }
}

fn columns() -> [(&'static str, ColumnDef); 6] {
    [
        ("gathering", timestamp_with_time_zone_null("counted_at")),
        ("participant", boolean("has_place").default(false).to_owned()),
        ("participant", big_integer("place_revision").default(0).to_owned()),
        ("participant", boolean("attended").default(false).to_owned()),
        ("participant", big_integer("attendance_revision").default(0).to_owned()),
        // Which of a member's municipalities the person comes from, where that was told.
        ("seat", string_null("municipality")),
    ]
}

/// Numbers, and nobody's name: what reports are made of once the people are forgotten.
fn participation() -> TableCreateStatement {
    let mut key = Index::create();
    key.col("gathering").col("member").col("municipality").col("role");
    Table::create()
        .table("participation")
        .col(uuid("gathering"))
        // Empty for those who came without a delegation.
        .col(string("member"))
        // Empty where it is not known which of the member's it is.
        .col(string("municipality"))
        .col(string("role"))
        .col(integer("signed_up"))
        .col(integer("came"))
        .primary_key(&mut key)
        .to_owned()
}
