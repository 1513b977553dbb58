//! Answers that few may see and that are deleted early: food, access needs. Each is sealed by itself, for the row and the question
//! it belongs to. Rows of a release that did not seal are read as they are, and sealed at the next start.

use crate::answers::{Answer, Answers};
use crate::store::CHUNK;
use host::Vault;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, LockBehavior, LockType, OnConflict};
use sea_orm::{Condition, IntoActiveModel, QuerySelect, Set};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sensitive_answer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub registration_id: Uuid,
    /// What a release wrote that did not seal; empty otherwise.
    pub answers: Json,
    /// Texts by question key.
    pub sealed: Option<Json>,
    /// The name of the key they are sealed with.
    pub sealed_with: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

type Sealed = BTreeMap<String, String>;

impl Model {
    /// What was answered. What is not sealed was written last: what is leaves the place beside it empty.
    pub fn answers(&self, vault: &Vault) -> Result<Answers, DbErr> {
        let plain = Answers::deserialize(&self.answers).map_err(wrong)?;
        if !plain.0.is_empty() {
            return Ok(plain);
        }
        let mut answers = Answers::default();
        for (question, sealed) in self.sealed()? {
            let bytes = vault.open(&place(self.registration_id, &question), &sealed).map_err(unopened)?;
            answers.0.insert(question, serde_json::from_slice(&bytes).map_err(wrong)?);
        }
        Ok(answers)
    }

    fn sealed(&self) -> Result<Sealed, DbErr> {
        self.sealed.as_ref().map_or_else(|| Ok(Sealed::new()), |sealed| Sealed::deserialize(sealed).map_err(wrong))
    }
}

fn place(registration: Uuid, question: &str) -> String {
    format!("sensitive_answer/{registration}/{question}")
}

fn seal(vault: &Vault, registration: Uuid, answers: &Answers) -> Result<ActiveModel, DbErr> {
    let mut sealed = Sealed::new();
    for (question, answer) in &answers.0 {
        let bytes = serde_json::to_vec::<Answer>(answer).map_err(wrong)?;
        sealed.insert(question.clone(), vault.seal(&place(registration, question), &bytes).map_err(unopened)?);
    }
    Ok(ActiveModel {
        registration_id: Set(registration),
        answers: Set(Json::Object(serde_json::Map::new())),
        sealed_with: Set(vault.seals_with().filter(|_| !sealed.is_empty()).map(str::to_owned)),
        sealed: Set(Some(serde_json::to_value(sealed).map_err(wrong)?)),
    })
}

#[expect(clippy::needless_pass_by_value, reason = "errors are mapped with it")]
fn wrong(error: serde_json::Error) -> DbErr {
    DbErr::Json(error.to_string())
}

#[expect(clippy::needless_pass_by_value, reason = "errors are mapped with it")]
fn unopened(error: host::VaultError) -> DbErr {
    DbErr::Custom(format!("a sensitive answer: {error}"))
}

/// Keeps what these registrations answered, in place of what they answered before.
pub async fn keep(tx: &impl ConnectionTrait, vault: &Vault, given: &[(Uuid, Answers)]) -> Result<(), DbErr> {
    for given in given.chunks(CHUNK) {
        let rows = given.iter().map(|(id, answers)| seal(vault, *id, answers)).collect::<Result<Vec<_>, _>>()?;
        write(tx, rows).await?;
    }
    Ok(())
}

async fn write(tx: &impl ConnectionTrait, rows: Vec<ActiveModel>) -> Result<(), DbErr> {
    let replace = OnConflict::column(Column::RegistrationId)
        .update_columns([Column::Answers, Column::Sealed, Column::SealedWith])
        .to_owned();
    Entity::insert_many(rows).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(())
}

/// What one registration answered.
pub async fn of(db: &impl ConnectionTrait, vault: &Vault, registration: Uuid) -> Result<Option<Answers>, DbErr> {
    Entity::find_by_id(registration).one(db).await?.map(|row| row.answers(vault)).transpose()
}

/// What these registrations answered.
pub async fn of_all(
    db: &impl ConnectionTrait,
    vault: &Vault,
    registrations: &[Uuid],
) -> Result<Vec<(Uuid, Answers)>, DbErr> {
    rows_of(db, registrations).await?.iter().map(|row| Ok((row.registration_id, row.answers(vault)?))).collect()
}

async fn rows_of(db: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    let mut all = Vec::new();
    for ids in registrations.chunks(CHUNK) {
        all.extend(Entity::find().filter(Column::RegistrationId.is_in(ids.iter().copied())).all(db).await?);
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

/// Deletes what these registrations answered to one question, which needs no key. Tells of how many.
pub async fn erase_question(tx: &impl ConnectionTrait, registrations: &[Uuid], question: &str) -> Result<usize, DbErr> {
    let mut without = Vec::new();
    for mut row in rows_of(tx, registrations).await? {
        let in_plain = row.answers.as_object_mut().and_then(|answers| answers.remove(question));
        let in_sealed = row.sealed.as_mut().and_then(Json::as_object_mut).and_then(|sealed| sealed.remove(question));
        if in_plain.is_some() || in_sealed.is_some() {
            without.push(row.into_active_model().reset_all());
        }
    }
    let amount = without.len();
    for rows in without.chunks(CHUNK) {
        write(tx, rows.to_vec()).await?;
    }
    Ok(amount)
}

/// Seals some of what is not sealed, or with a key that is no longer the first; true when there may be more. What somebody else
/// writes at this moment is left to them.
pub async fn seal_some(tx: &impl ConnectionTrait, vault: &Vault, at_most: u64) -> Result<bool, DbErr> {
    let older = Column::SealedWith.is_in(vault.names().skip(1));
    let rows = Entity::find()
        .filter(Condition::any().add(is_plain()).add(older))
        .limit(at_most)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(tx)
        .await?;
    for row in &rows {
        write(tx, vec![seal(vault, row.registration_id, &row.answers(vault)?)?]).await?;
    }
    Ok(u64::try_from(rows.len()).is_ok_and(|sealed| sealed == at_most))
}

/// How many rows there are that no key opens which this vault has, and how many that are not sealed.
pub async fn unlike(db: &impl ConnectionTrait, vault: &Vault) -> Result<(u64, u64), DbErr> {
    let unknown = Column::SealedWith.is_not_null().and(Column::SealedWith.is_not_in(vault.names()));
    let unreadable = Entity::find().filter(unknown).count(db).await?;
    Ok((unreadable, Entity::find().filter(is_plain()).count(db).await?))
}

fn is_plain() -> Expr {
    // On both databases; comparing JSON itself is not.
    Expr::col((Entity, Column::Answers)).cast_as("text").ne("{}")
}
