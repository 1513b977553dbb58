//! What organisers note about people.

use chrono::{DateTime, Utc};
use proto::{AccountId, RegistrationId};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, Set};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "note")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub registration_id: Uuid,
    pub at: DateTime<Utc>,
    /// Whose it is.
    pub account_id: Uuid,
    pub text: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Keeps a note.
pub async fn add(
    tx: &impl ConnectionTrait,
    at: DateTime<Utc>,
    account: AccountId,
    registration: RegistrationId,
    text: &str,
) -> Result<(), DbErr> {
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        registration_id: Set(registration.0),
        at: Set(host::to_micros(at)),
        account_id: Set(account.0),
        text: Set(text.to_owned()),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// What is noted about one person, in the order in which it was.
pub async fn of(db: &impl ConnectionTrait, registration: RegistrationId) -> Result<Vec<Model>, DbErr> {
    let theirs = Entity::find().filter(Column::RegistrationId.eq(registration.0));
    theirs.order_by_asc(Column::At).order_by_asc(Column::Id).all(db).await
}

/// Deletes one note about a person; false when there is none.
pub async fn remove(tx: &impl ConnectionTrait, registration: RegistrationId, id: Uuid) -> Result<bool, DbErr> {
    let one = Entity::delete_many().filter(Column::Id.eq(id)).filter(Column::RegistrationId.eq(registration.0));
    Ok(one.exec(tx).await?.rows_affected > 0)
}

/// Deletes what is noted about these people.
pub async fn erase(tx: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<(), DbErr> {
    for some in registrations.chunks(super::CHUNK) {
        let theirs = Entity::delete_many().filter(Column::RegistrationId.is_in(some.iter().copied()));
        theirs.exec(tx).await?;
    }
    Ok(())
}
