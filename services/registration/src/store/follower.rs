//! Who is signed up for a whole series. Of those who have left, nothing is kept but that they had been there.

use crate::answers::Answers;
use crate::store::invited;
use chrono::{DateTime, Utc};
use proto::{EventId, FollowerId, Language};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, QueryTrait, Set, TryInsertResult};
use serde::Deserialize;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "follower")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub series_id: Uuid,
    /// The one-time id of the form.
    #[sea_orm(unique)]
    pub form: String,
    pub state: State,
    pub generation: i32,
    pub name: String,
    pub email: String,
    /// The e-mail address as it is compared.
    pub address: Option<String>,
    pub language: String,
    pub answers: Json,
    /// Also the order in which places are given.
    pub created_at: DateTime<Utc>,
    pub left_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum State {
    Active,
    Left,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn id(&self) -> FollowerId {
        self.id.into()
    }

    pub fn language(&self) -> Language {
        self.language.parse().unwrap_or(Language::Nb)
    }

    /// The part of the person's link that can be raised to make it void.
    pub fn generation(&self) -> u16 {
        u16::try_from(self.generation).unwrap_or_default()
    }

    pub fn answers(&self) -> Result<Answers, DbErr> {
        Answers::deserialize(&self.answers).map_err(|error| DbErr::Json(error.to_string()))
    }
}

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

pub async fn by_form(db: &impl ConnectionTrait, form: &str) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Form.eq(form)).one(db).await
}

pub async fn by_address(db: &impl ConnectionTrait, series: Uuid, address: &str) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::SeriesId.eq(series)).filter(Column::Address.eq(address)).one(db).await
}

/// Those of all series who follow with this address.
pub async fn of_person(db: &impl ConnectionTrait, address: &str) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::Address.eq(address)).all(db).await
}

/// By its id, for somebody who will write it: on PostgreSQL others wait until the transaction ends.
pub async fn locked(tx: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).lock_exclusive().one(tx).await
}

/// False when the form or the address was known already.
pub async fn insert(tx: &impl ConnectionTrait, row: Model) -> Result<bool, DbErr> {
    let nothing = OnConflict::new().do_nothing().to_owned();
    let insert = Entity::insert_many([row.into_active_model()]).on_conflict(nothing).try_insert();
    Ok(matches!(insert.exec_without_returning(tx).await?, TryInsertResult::Inserted(1..)))
}

/// Those who follow a series and have not been signed up for this date of it, in the order in which they came. Whoever is
/// leaving at this moment is waited for.
pub async fn not_invited(
    tx: &impl ConnectionTrait,
    series: Uuid,
    event: EventId,
    at_most: u64,
) -> Result<Vec<Model>, DbErr> {
    let missing = missing(series, event).order_by_asc(Column::CreatedAt).order_by_asc(Column::Id).limit(at_most);
    missing.lock_shared().all(tx).await
}

/// Whether there are any of them.
pub async fn anybody_not_invited(db: &impl ConnectionTrait, series: Uuid, event: EventId) -> Result<bool, DbErr> {
    Ok(missing(series, event).limit(1).one(db).await?.is_some())
}

fn missing(series: Uuid, event: EventId) -> sea_orm::Select<Entity> {
    let known = invited::Entity::find().select_only().column(invited::Column::FollowerId);
    let known = known.filter(invited::Column::EventId.eq(event.0));
    Entity::find()
        .filter(Column::SeriesId.eq(series))
        .filter(Column::State.eq(State::Active))
        .filter(Column::Id.not_in_subquery(known.into_query()))
}

/// Those who still follow a series.
pub async fn active(db: &impl ConnectionTrait, series: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::SeriesId.eq(series)).filter(Column::State.eq(State::Active)).all(db).await
}

/// Forgets who somebody was who has left.
pub async fn leave(tx: &impl ConnectionTrait, id: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    let nobody = ActiveModel {
        state: Set(State::Left),
        name: Set(String::new()),
        email: Set(String::new()),
        address: Set(None),
        answers: Set(Json::Object(serde_json::Map::new())),
        left_at: Set(Some(now)),
        ..Default::default()
    };
    Entity::update_many().set(nobody).filter(Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}
