use crate::sign_in::{role, role_word};
use chrono::{DateTime, Utc};
use proto::account::{EventRole, Role};
use proto::{AccountId, EventId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{QueryOrder, Set};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event_role")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub event: Uuid,
    /// The organisation that gave the role.
    pub organisation: String,
    pub role: String,
    pub given_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}

/// What an account may do in single events. A role with an unknown word gives no rights.
pub async fn of_account(db: &impl ConnectionTrait, account: AccountId) -> Result<Vec<EventRole>, DbErr> {
    let rows = Entity::find().filter(Column::Account.eq(account.0)).order_by_asc(Column::Event).all(db).await?;
    let known = |row: Model| {
        Some(EventRole { event: EventId(row.event), role: role(&row.role)?, organisation: row.organisation })
    };
    Ok(rows.into_iter().filter_map(known).collect())
}

/// The roles that an organisation has given in its events.
pub async fn of_organisation(db: &impl ConnectionTrait, organisation: &str) -> Result<Vec<Model>, DbErr> {
    let given = Entity::find().filter(Column::Organisation.eq(organisation));
    given.order_by_asc(Column::Event).order_by_asc(Column::GivenAt).all(db).await
}

/// Gives an account a role in an event, in place of the one it had there.
pub async fn give(
    tx: &impl ConnectionTrait,
    account: AccountId,
    organisation: &str,
    event: EventId,
    role: Role,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = ActiveModel {
        account: Set(account.0),
        event: Set(event.0),
        organisation: Set(organisation.to_owned()),
        role: Set(role_word(role).to_owned()),
        given_at: Set(now),
    };
    let instead = OnConflict::columns([Column::Account, Column::Event])
        .update_columns([Column::Organisation, Column::Role, Column::GivenAt])
        .to_owned();
    Entity::insert(row).on_conflict(instead).exec_without_returning(tx).await?;
    Ok(())
}

/// Takes the role back.
pub async fn take(tx: &impl ConnectionTrait, account: AccountId, event: EventId) -> Result<(), DbErr> {
    Entity::delete_by_id((account.0, event.0)).exec(tx).await?;
    Ok(())
}
