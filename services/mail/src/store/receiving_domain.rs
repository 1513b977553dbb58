use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, ConnectionTrait, QueryOrder, QuerySelect, Set};

use crate::pace::Rhythm;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "receiving_domain")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub spread_until: DateTime<Utc>,
    pub put_offs: i32,
    pub not_before: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The domains that get no letter now.
pub(crate) async fn waiting(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<String>, DbErr> {
    let waiting = Entity::find().select_only().column(Column::Name).filter(Column::NotBefore.gt(now));
    waiting.into_tuple().all(db).await
}

/// What is known of these domains, theirs alone until the transaction ends. Of those in `new` something is, from now on.
pub(crate) async fn hold_all(
    db: &impl ConnectionTrait,
    names: &BTreeSet<String>,
    new: &BTreeSet<String>,
    now: DateTime<Utc>,
) -> Result<BTreeMap<String, Rhythm>, DbErr> {
    if names.is_empty() {
        return Ok(BTreeMap::new());
    }
    if !new.is_empty() {
        let begun = new.iter().map(|name| row(name, Rhythm::new(now)));
        Entity::insert_many(begun).on_conflict_do_nothing().exec_without_returning(db).await?;
    }
    // In one order, so that two that hold several never wait for one another.
    let held = Entity::find()
        .filter(Column::Name.is_in(names.iter().map(String::as_str)))
        .order_by_asc(Column::Name)
        .lock_exclusive();
    let known = |row: Model| {
        let Model { name, spread_until, put_offs, not_before } = row;
        (name, Rhythm { spread_until, put_offs, not_before })
    };
    Ok(held.all(db).await?.into_iter().map(known).collect())
}

/// Keeps what is known of a domain that is held.
pub(crate) async fn keep(db: &impl ConnectionTrait, name: &str, rhythm: Rhythm) -> Result<(), DbErr> {
    row(name, rhythm).update_without_returning(db).await.map(drop)
}

/// Forgets the domains that nothing has gone to since then.
pub(crate) async fn forget(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<(), DbErr> {
    let idle = Entity::delete_many().filter(Column::SpreadUntil.lt(before)).filter(Column::NotBefore.lt(before));
    idle.exec(db).await.map(drop)
}

fn row(name: &str, rhythm: Rhythm) -> ActiveModel {
    let Rhythm { spread_until, put_offs, not_before } = rhythm;
    ActiveModel {
        name: Set(name.to_owned()),
        spread_until: Set(spread_until),
        put_offs: Set(put_offs),
        not_before: Set(not_before),
    }
}
