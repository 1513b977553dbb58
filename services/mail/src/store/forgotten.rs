//! Whom organisations were asked to forget a while ago: a proposal or a delegation of which it was said before that, and heard later,
//! brings no letter.

use chrono::{DateTime, Utc};
use proto::EventId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, Set};

use super::event;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "forgotten")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation: String,
    /// A keyed hash, which can be compared and not read.
    #[sea_orm(primary_key, auto_increment = false)]
    pub address: String,
    /// When it was said that they asked for it.
    pub asked_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Notes that an organisation is to forget somebody, by the hash of their address.
pub(crate) async fn note(
    db: &impl ConnectionTrait,
    organisation: &str,
    address: &str,
    asked_at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = ActiveModel {
        organisation: Set(organisation.to_owned()),
        address: Set(address.to_owned()),
        asked_at: Set(asked_at),
    };
    let again = OnConflict::columns([Column::Organisation, Column::Address]).update_column(Column::AskedAt).to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(db).await.map(drop)
}

/// True for what was said then to somebody, by the hash of their address, whom the organisation of the event was asked to forget
/// since.
pub(crate) async fn is_since(
    db: &impl ConnectionTrait,
    event: EventId,
    address: &str,
    then: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let asked = Entity::find().filter(Column::Address.eq(address)).filter(Column::AskedAt.gte(then));
    for row in asked.all(db).await? {
        if !event::of_organisation(db, [event.0].into(), &row.organisation).await?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Deletes what was noted before then: nothing is on its way that long.
pub(crate) async fn let_go(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::AskedAt.lt(before)).exec(db).await.map(drop)
}
