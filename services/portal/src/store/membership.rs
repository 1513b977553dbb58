use crate::sign_in::{role, role_word};
use chrono::{DateTime, Utc};
use proto::AccountId;
use proto::account::{Membership, Role};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{QueryOrder, Set};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "membership")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation: String,
    pub role: String,
    /// Absent where it was given before this was noted.
    pub given_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What an account may do, by organisation. A role with an unknown word gives no rights.
pub async fn of_account(db: &impl ConnectionTrait, account: AccountId) -> Result<Vec<Membership>, DbErr> {
    let rows = Entity::find().filter(Column::Account.eq(account.0)).order_by_asc(Column::Organisation).all(db).await?;
    let known = |row: Model| Some(Membership { role: role(&row.role)?, organisation: row.organisation });
    Ok(rows.into_iter().filter_map(known).collect())
}

/// Everybody who has a role in an organisation.
pub async fn of_organisation(db: &impl ConnectionTrait, organisation: &str) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::Organisation.eq(organisation)).all(db).await
}

/// Gives an account a role in an organisation, in place of the one it had there.
pub async fn give(
    tx: &impl ConnectionTrait,
    account: AccountId,
    organisation: &str,
    role: Role,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = ActiveModel {
        account: Set(account.0),
        organisation: Set(organisation.to_owned()),
        role: Set(role_word(role).to_owned()),
        given_at: Set(Some(now)),
    };
    // When it was first given stays: whoever has come since then is known to be there.
    let instead = OnConflict::columns([Column::Account, Column::Organisation]).update_column(Column::Role).to_owned();
    Entity::insert(row).on_conflict(instead).exec_without_returning(tx).await?;
    Ok(())
}

/// Takes the role back.
pub async fn take(tx: &impl ConnectionTrait, account: AccountId, organisation: &str) -> Result<(), DbErr> {
    Entity::delete_by_id((account.0, organisation.to_owned())).exec(tx).await?;
    Ok(())
}
