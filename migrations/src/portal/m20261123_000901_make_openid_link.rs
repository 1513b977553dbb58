//! Who somebody is at a provider of OpenID Connect.

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
        let link = Table::create()
            .table("openid_link")
            // The two together are one person, for ever; an address of e-mail may change hands.
            .col(string("issuer"))
            .col(string("subject"))
            .col(uuid("account"))
            .col(timestamp_with_time_zone("made_at"))
            .col(timestamp_with_time_zone_null("used_at"))
            .primary_key(Index::create().col("issuer").col("subject"))
            .foreign_key(
                ForeignKey::create()
                    .name("openid_link_account")
                    .from("openid_link", "account")
                    .to("account", "id")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        schema.create_table(link).await?;
        let one = Index::create()
            .name("openid_link_account")
            .table("openid_link")
            .col("account")
            .col("issuer")
            .unique()
            .to_owned();
        schema.create_index(one).await?;
        // Answers that have come; none is taken twice.
        let spent = Table::create()
            .table("spent")
            .col(string("what").primary_key())
            .col(timestamp_with_time_zone("until"))
            .to_owned();
        schema.create_table(spent).await?;
        // The second proof was shown to a provider, not here.
        let elsewhere = boolean("second_factor_elsewhere").default(false).to_owned();
        schema.alter_table(Table::alter().table("session").add_column(elsewhere).to_owned()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let column = Table::alter().table("session").drop_column("second_factor_elsewhere").to_owned();
        schema.alter_table(column).await?;
        for table in ["spent", "openid_link"] {
            schema.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
