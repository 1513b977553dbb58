//! How many took part in a gathering, from which member and municipality and in which role. Nobody's name is in it.

use crate::taking_part::Count;
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, IntoActiveModel};
use std::collections::HashMap;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "participation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) gathering: Uuid,
    /// Empty for those who came without a delegation.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) member: String,
    /// Empty where it is not known which of the member's it is.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) municipality: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) role: String,
    pub(crate) signed_up: i32,
    pub(crate) came: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What was counted of these gatherings, by gathering.
pub(crate) async fn of(db: &impl ConnectionTrait, gatherings: &[Uuid]) -> Result<HashMap<Uuid, Vec<Count>>, DbErr> {
    let rows = Entity::find().filter(Column::Gathering.is_in(gatherings.iter().copied())).all(db).await?;
    let mut counts: HashMap<Uuid, Vec<Count>> = HashMap::new();
    for row in rows {
        let Model { gathering, member, municipality, role, signed_up, came } = row;
        let number = |kept: i32| u32::try_from(kept).unwrap_or_default();
        let count = Count { member, municipality, role, signed_up: number(signed_up), came: number(came) };
        counts.entry(gathering).or_default().push(count);
    }
    Ok(counts)
}

/// Writes what was counted in place of what was before. Whoever writes holds the gathering's lock.
pub(crate) async fn write(db: &impl ConnectionTrait, gathering: Uuid, counts: &[Count]) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::Gathering.eq(gathering)).exec(db).await?;
    if counts.is_empty() {
        return Ok(());
    }
    let number = |counted: u32| i32::try_from(counted).unwrap_or(i32::MAX);
    let rows = counts.iter().map(|count| Model {
        gathering,
        member: count.member.clone(),
        municipality: count.municipality.clone(),
        role: count.role.clone(),
        signed_up: number(count.signed_up),
        came: number(count.came),
    });
    Entity::insert_many(rows.map(IntoActiveModel::into_active_model)).exec_without_returning(db).await?;
    Ok(())
}
