//! Who is signed up for a whole series, until they have left.

use std::collections::BTreeMap;

use proto::FollowerId;
use proto::series::SeriesFollowed;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, Set};

use super::{kept, read};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "follower")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub series: Option<String>,
    pub organisation: Option<String>,
    pub address: Option<String>,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub snapshot: Option<Json>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

fn address(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Keeps who follows. False when they have left.
pub(crate) async fn keep(db: &impl ConnectionTrait, followed: &SeriesFollowed) -> Result<bool, DbErr> {
    let row = ActiveModel {
        id: Set(followed.follower_id.0),
        series: Set(Some(followed.series.slug.clone())),
        organisation: Set(Some(followed.series.organisation.clone())),
        address: Set(Some(address(&followed.email))),
        snapshot: Set(Some(kept(followed)?)),
    };
    let there = Entity::find_by_id(followed.follower_id.0).one(db).await?;
    match there {
        Some(there) if there.snapshot.is_none() => return Ok(false),
        Some(_) => Entity::update(row).exec(db).await.map(drop)?,
        None => Entity::insert(row).exec_without_returning(db).await.map(drop)?,
    }
    Ok(true)
}

/// Forgets who it was, whatever arrives later.
pub(crate) async fn leave(db: &impl ConnectionTrait, id: FollowerId) -> Result<(), DbErr> {
    let nobody = ActiveModel {
        id: Set(id.0),
        series: Set(None),
        organisation: Set(None),
        address: Set(None),
        snapshot: Set(None),
    };
    let columns = [Column::Series, Column::Organisation, Column::Address, Column::Snapshot];
    let replace = OnConflict::column(Column::Id).update_columns(columns).to_owned();
    Entity::insert(nobody).on_conflict(replace).exec_without_returning(db).await.map(drop)
}

/// What is known of somebody.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Follower {
    /// Nothing has been heard of them.
    Unheard,
    Follows(Box<SeriesFollowed>),
    Left,
}

/// Somebody who follows, or did.
pub(crate) async fn find(db: &impl ConnectionTrait, id: FollowerId) -> Result<Follower, DbErr> {
    let Some(row) = Entity::find_by_id(id.0).one(db).await? else { return Ok(Follower::Unheard) };
    Ok(match row.snapshot.as_ref().map(read).transpose()? {
        Some(followed) => Follower::Follows(Box::new(followed)),
        None => Follower::Left,
    })
}

/// Those of them who have not left.
pub(crate) async fn find_all(
    db: &impl ConnectionTrait,
    ids: &[FollowerId],
) -> Result<BTreeMap<FollowerId, SeriesFollowed>, DbErr> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = Entity::find().filter(Column::Id.is_in(ids.iter().map(|id| id.0))).all(db).await?;
    let known = |row: Model| Some(row.snapshot.as_ref().map(read)?.map(|followed| (row.id.into(), followed)));
    rows.into_iter().filter_map(known).collect()
}

/// Whoever has this address and follows this series.
pub(crate) async fn with_address(
    db: &impl ConnectionTrait,
    series: &str,
    organisation: &str,
    email: &str,
) -> Result<Option<SeriesFollowed>, DbErr> {
    let row = Entity::find()
        .filter(Column::Address.eq(address(email)))
        .filter(Column::Series.eq(series))
        .filter(Column::Organisation.eq(organisation));
    row.one(db).await?.and_then(|row| row.snapshot).as_ref().map(read).transpose()
}
