//! Where people come from, for lists that are searched and put in order by it; what became of each of them when; what organisers
//! note about them; and why lists were taken out.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;
use sea_orm_migration::sea_orm::ConnectionTrait;
use sea_orm_migration::sea_orm::prelude::{Json, Uuid};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in columns() {
            schema.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        for table in ["history", "note"] {
            schema.create_table(about(table)).await?;
            let index = format!("{table}_of_registration");
            let of_person = Index::create().name(index).table(table).col("registration_id").to_owned();
            schema.create_index(of_person).await?;
        }
        fill_in(schema.get_connection()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in ["note", "history"] {
            schema.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for (table, column) in columns() {
            let column = column.get_column_name();
            schema.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

fn columns() -> [(&'static str, ColumnDef); 4] {
    [
        ("registration", text("organisation").default("").to_owned()),
        // The file that was made, in a word.
        ("audit", string_null("what")),
        // What it was needed for, in the organiser's words.
        ("audit", text_null("why")),
        // Where it is about one person.
        ("audit", uuid_null("registration_id")),
    ]
}

fn about(table: &'static str) -> TableCreateStatement {
    let mut create = Table::create();
    create.table(table).col(uuid("id").primary_key()).col(uuid("registration_id"));
    create.col(timestamp_with_time_zone("at"));
    match table {
        "note" => create.col(uuid("account_id")).col(text("text")),
        _ => create.col(string("what")),
    };
    create
}

/// The organisations of those who are signed up already, found in what they answered.
async fn fill_in(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    let held = Query::select()
        .columns([("registration", "id"), ("registration", "search"), ("answer", "answers")])
        .from("registration")
        .inner_join("answer", Expr::col(("answer", "registration_id")).equals(("registration", "id")))
        .to_owned();
    for row in db.query_all(&held).await? {
        let answers: Json = row.try_get("", "answers")?;
        let Some(organisation) = organisation(&answers) else { continue };
        let (id, search): (Uuid, String) = (row.try_get("", "id")?, row.try_get("", "search")?);
        let found = Query::update()
            .table("registration")
            .value("search", format!("{search} {}", organisation.to_lowercase()))
            .value("organisation", organisation)
            .and_where(Expr::col("id").eq(id))
            .to_owned();
        db.execute(&found).await?;
    }
    Ok(())
}

fn organisation(answers: &Json) -> Option<String> {
    let given = answers.as_object()?.values().find(|answer| answer["type"] == "organisation")?;
    let value = &given["value"];
    let text = value["named"].as_str().or_else(|| value["numbered"]["number"].as_str())?;
    Some(text.to_owned())
}
