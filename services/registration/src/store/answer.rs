//! Answers, apart from the people who gave them.

use crate::answers::Answers;
use crate::store::CHUNK;
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use serde::Deserialize;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "answer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub registration_id: Uuid,
    pub answers: Json,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn answers(&self) -> Result<Answers, DbErr> {
        Answers::deserialize(&self.answers).map_err(|error| DbErr::Json(error.to_string()))
    }
}

/// Keeps what these registrations answered, in place of what they answered before.
pub async fn keep(tx: &impl ConnectionTrait, given: &[(Uuid, Answers)]) -> Result<(), DbErr> {
    for given in given.chunks(CHUNK) {
        let mut rows = Vec::with_capacity(given.len());
        for (registration_id, answers) in given {
            let answers = serde_json::to_value(answers).map_err(|error| DbErr::Json(error.to_string()))?;
            rows.push(ActiveModel { registration_id: Set(*registration_id), answers: Set(answers) });
        }
        let replace = OnConflict::column(Column::RegistrationId).update_column(Column::Answers).to_owned();
        Entity::insert_many(rows).on_conflict(replace).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// What one registration answered.
pub async fn of(db: &impl ConnectionTrait, registration: Uuid) -> Result<Option<Answers>, DbErr> {
    Entity::find_by_id(registration).one(db).await?.map(|row| row.answers()).transpose()
}

/// What these registrations answered.
pub async fn of_all(db: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<Vec<(Uuid, Answers)>, DbErr> {
    let mut all = Vec::new();
    for ids in registrations.chunks(CHUNK) {
        let rows = Entity::find().filter(Column::RegistrationId.is_in(ids.iter().copied())).all(db).await?;
        for row in rows {
            all.push((row.registration_id, row.answers()?));
        }
    }
    Ok(all)
}

/// Deletes what these registrations answered.
pub async fn erase(tx: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<(), DbErr> {
    for ids in registrations.chunks(CHUNK) {
        Entity::delete_many().filter(Column::RegistrationId.is_in(ids.iter().copied())).exec(tx).await?;
    }
    Ok(())
}
