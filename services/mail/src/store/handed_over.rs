use std::collections::BTreeSet;

use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, QuerySelect, Set};

use super::AT_ONCE;

/// A letter that a mail server has, as its log says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "handed_over")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub letter: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Notes that a mail server has these letters.
pub(crate) async fn note(db: &impl ConnectionTrait, letters: &BTreeSet<Uuid>) -> Result<(), DbErr> {
    let letters: Vec<Uuid> = letters.iter().copied().collect();
    for some in letters.chunks(AT_ONCE) {
        let rows = some.iter().map(|letter| ActiveModel { letter: Set(*letter) });
        Entity::insert_many(rows).on_conflict_do_nothing().exec_without_returning(db).await?;
    }
    Ok(())
}

/// Those of these letters that a mail server has.
pub(crate) async fn among(db: &impl ConnectionTrait, letters: &[Uuid]) -> Result<BTreeSet<Uuid>, DbErr> {
    let mut found = BTreeSet::new();
    for some in letters.chunks(AT_ONCE) {
        let those = Entity::find().select_only().column(Column::Letter);
        let those = those.filter(Column::Letter.is_in(some.iter().copied()));
        found.extend(those.into_tuple::<Uuid>().all(db).await?);
    }
    Ok(found)
}
