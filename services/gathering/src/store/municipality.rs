//! Municipalities and their time, where an operator has taken in newer lists than the program carries.

use crate::klass::Kept;
use crate::network_file::Municipalities;
use chrono::NaiveDate;
use municipalities::{Land, Register};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, Set};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "municipality")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) number: String,
    pub(crate) name: String,
    pub(crate) valid_from: Date,
    pub(crate) valid_to: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The first day of the list that the program carries.
const CARRIED_FROM: NaiveDate = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day");

/// All that are known: those of the program's list, and what lists that were taken in say of them.
pub(crate) async fn all(db: &impl ConnectionTrait) -> Result<Vec<Kept>, DbErr> {
    let carried = Register::get().all().iter().filter(|one| one.land == Land::No);
    let mut all: BTreeMap<String, Kept> = carried
        .map(|one| {
            let kept = Kept { number: one.number.clone(), name: one.name.clone(), from: CARRIED_FROM, to: None };
            (one.number.clone(), kept)
        })
        .collect();
    for row in Entity::find().all(db).await? {
        let kept = Kept { number: row.number.clone(), name: row.name, from: row.valid_from, to: row.valid_to };
        all.insert(row.number, kept);
    }
    Ok(all.into_values().collect())
}

pub(crate) async fn write(db: &impl ConnectionTrait, all: &[Kept]) -> Result<(), DbErr> {
    let rows = all.iter().map(|kept| ActiveModel {
        number: Set(kept.number.clone()),
        name: Set(kept.name.clone()),
        valid_from: Set(kept.from),
        valid_to: Set(kept.to),
    });
    let replace = OnConflict::column(Column::Number)
        .update_columns([Column::Name, Column::ValidFrom, Column::ValidTo])
        .to_owned();
    let rows: Vec<ActiveModel> = rows.collect();
    if rows.is_empty() {
        return Ok(());
    }
    Entity::insert_many(rows).on_conflict(replace).exec_without_returning(db).await?;
    Ok(())
}

/// The names of municipalities by their numbers.
pub(crate) struct Names(BTreeMap<String, String>);

pub(crate) async fn names(db: &impl ConnectionTrait) -> Result<Names, DbErr> {
    Ok(Names(all(db).await?.into_iter().map(|kept| (kept.number, kept.name)).collect()))
}

impl Municipalities for Names {
    fn name(&self, number: &str) -> Option<String> {
        self.0.get(number).cloned()
    }
}
