//! Those who act for delegations. What their links say is a MAC over the id and the generation.

use super::{delegation, gathering};
use chrono::{DateTime, Utc};
use proto::Language;
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, IntoActiveModel, QueryOrder, QuerySelect, QueryTrait};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "holder")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) delegation: Uuid,
    pub(crate) deputy: bool,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) language: String,
    pub(crate) generation: i32,
    pub(crate) letters: i32,
    pub(crate) created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn language(&self) -> Language {
        self.language.parse().unwrap_or(Language::Nn)
    }

    pub(crate) fn generation(&self) -> u16 {
        u16::try_from(self.generation).unwrap_or_default()
    }
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// Those of one delegation, the contact first.
pub(crate) async fn of(db: &impl ConnectionTrait, delegations: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    let all = Entity::find().filter(Column::Delegation.is_in(delegations.iter().copied()));
    all.order_by_asc(Column::Deputy).order_by_asc(Column::CreatedAt).order_by_asc(Column::Id).all(db).await
}

pub(crate) async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(crate) async fn update(db: &impl ConnectionTrait, row: &Model) -> Result<(), DbErr> {
    Entity::update(row.clone().into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

/// The deputies of all delegations to gatherings that an organisation answers for.
pub(crate) async fn deputies(db: &impl ConnectionTrait, organisation: &str) -> Result<Vec<Model>, DbErr> {
    let own = gathering::Entity::find().select_only().column(gathering::Column::Id);
    let own = own.filter(gathering::Column::Organisation.eq(organisation)).into_query();
    let delegations = delegation::Entity::find().select_only().column(delegation::Column::Id);
    let delegations = delegations.filter(delegation::Column::Gathering.in_subquery(own)).into_query();
    let deputies = Entity::find().filter(Column::Deputy.eq(true)).filter(Column::Delegation.in_subquery(delegations));
    deputies.order_by_asc(Column::Id).all(db).await
}

/// Takes links back, with everything that is known of who had them.
pub(crate) async fn remove(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<(), DbErr> {
    if !ids.is_empty() {
        Entity::delete_many().filter(Column::Id.is_in(ids.iter().copied())).exec(db).await?;
    }
    Ok(())
}

/// Forgets those who acted for delegations of a gathering; their links work no more.
pub(crate) async fn forget_all(db: &impl ConnectionTrait, gathering: Uuid) -> Result<(), DbErr> {
    let of = super::delegation::of(db, gathering).await?;
    let all = Entity::delete_many().filter(Column::Delegation.is_in(of.into_iter().map(|row| row.id)));
    all.exec(db).await?;
    Ok(())
}
