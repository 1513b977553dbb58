//! Who came to which session, and every mark that was made at a door.

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
        let attendance = Table::create()
            .table("session_attendance")
            .col(uuid("registration_id"))
            .col(uuid("pool_id"))
            .col(timestamp_with_time_zone("at"))
            .col(uuid("account_id"))
            // Whether that they were at the event at all is known by this.
            .col(boolean("first"))
            .primary_key(Index::create().col("registration_id").col("pool_id"))
            .to_owned();
        schema.create_table(attendance).await?;
        let mut of_pool = Index::create();
        of_pool.name("session_attendance_of_pool").table("session_attendance").col("pool_id");
        schema.create_index(of_pool).await?;

        let marks = Table::create()
            .table("door_mark")
            .col(uuid("id").primary_key())
            .col(uuid("registration_id"))
            .col(uuid_null("pool_id"))
            .col(boolean("came"))
            .col(timestamp_with_time_zone("at"))
            .col(uuid("account_id"))
            .to_owned();
        schema.create_table(marks).await?;
        let mut of_person = Index::create();
        of_person.name("door_mark_of_registration").table("door_mark").col("registration_id");
        schema.create_index(of_person).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("door_mark").to_owned()).await?;
        schema.drop_table(Table::drop().table("session_attendance").to_owned()).await
    }
}
