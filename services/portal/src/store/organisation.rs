use super::{read, unsigned, written};
use crate::organisation_edit::Details;
use chrono::{DateTime, Utc};
use proto::organisation::Organisation;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set, UpdateMany};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub slug: String,
    pub revision: i64,
    pub snapshot: Json,
    /// Everybody with a role in it needs a second proof to sign in.
    pub second_factor: bool,
    /// Contact and legal basis.
    pub details: Option<Json>,
    /// When it was last changed on its page. Files do not describe it any more then.
    pub edited_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

/// All organisations, by slug.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Organisation>, DbErr> {
    Entity::find().order_by_asc(Column::Slug).all(db).await?.into_iter().map(|row| read(row.snapshot)).collect()
}

/// The organisation with a slug.
pub async fn with_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Organisation>, DbErr> {
    Entity::find().filter(Column::Slug.eq(slug)).one(db).await?.map(|row| read(row.snapshot)).transpose()
}

/// The same, so that nobody else changes it or who has which role in it at the same time.
pub async fn locked(tx: &impl ConnectionTrait, slug: &str) -> Result<Option<Organisation>, DbErr> {
    let row = Entity::find().filter(Column::Slug.eq(slug)).lock_exclusive().one(tx).await?;
    row.map(|row| read(row.snapshot)).transpose()
}

/// True when one of these requires a second proof.
pub async fn second_factor_required<'s>(
    db: &impl ConnectionTrait,
    slugs: impl Iterator<Item = &'s str>,
) -> Result<bool, DbErr> {
    let requires = Entity::find().filter(Column::Slug.is_in(slugs)).filter(Column::SecondFactor.eq(true));
    Ok(requires.count(db).await? > 0)
}

/// Requires a second proof of everybody with a role in an organisation, or does not.
pub async fn require_second_factor(tx: &impl ConnectionTrait, slug: &str, required: bool) -> Result<(), DbErr> {
    let update = Entity::update_many().col_expr(Column::SecondFactor, required.into());
    update.filter(Column::Slug.eq(slug)).exec(tx).await?;
    Ok(())
}

/// What keeping an organisation changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    New(Organisation),
    Changed(Organisation),
    /// It was as it is.
    Same,
    /// It was changed on its page, and stays as it is there.
    Edited,
}

/// Keeps an organisation as a file describes it. Its id and revision are those of the row.
pub async fn keep(db: &impl ConnectionTrait, described: &Organisation) -> Result<Kept, DbErr> {
    let Some(row) = Entity::find().filter(Column::Slug.eq(&described.slug)).one(db).await? else {
        let organisation = Organisation { id: Uuid::now_v7(), revision: 1, ..described.clone() };
        let row = ActiveModel {
            id: Set(organisation.id),
            slug: Set(organisation.slug.clone()),
            revision: Set(1),
            snapshot: Set(written(&organisation)?),
            second_factor: Set(false),
            details: Set(None),
            edited_at: Set(None),
        };
        Entity::insert(row).exec_without_returning(db).await?;
        return Ok(Kept::New(organisation));
    };
    let revision = unsigned(row.revision);
    let known: Organisation = read(row.snapshot)?;
    let same = Organisation { id: row.id, revision, ..described.clone() };
    if known == same {
        return Ok(Kept::Same);
    }
    if row.edited_at.is_some() {
        return Ok(Kept::Edited);
    }
    let changed = Organisation { revision: revision + 1, ..same };
    replace(db, row.revision, &changed, Entity::update_many()).await?;
    Ok(Kept::Changed(changed))
}

/// Writes an organisation over the one that had this revision.
async fn replace(
    db: &impl ConnectionTrait,
    seen: i64,
    organisation: &Organisation,
    besides: UpdateMany<Entity>,
) -> Result<(), DbErr> {
    let update = besides
        .col_expr(Column::Revision, i64::from(organisation.revision).into())
        .col_expr(Column::Snapshot, written(organisation)?.into())
        .filter(Column::Id.eq(organisation.id))
        .filter(Column::Revision.eq(seen));
    match update.exec(db).await?.rows_affected {
        1 => Ok(()),
        _ => Err(DbErr::RecordNotUpdated),
    }
}

/// The row of an organisation, with what it says.
pub async fn row(db: &impl ConnectionTrait, slug: &str) -> Result<Option<(Model, Organisation, Details)>, DbErr> {
    let Some(row) = Entity::find().filter(Column::Slug.eq(slug)).one(db).await? else { return Ok(None) };
    let details = row.details.clone().map(read).transpose()?.unwrap_or_default();
    let organisation = read(row.snapshot.clone())?;
    Ok(Some((row, organisation, details)))
}

/// All organisations by slug, with what only the portal shows of them.
pub async fn all_with_details(db: &impl ConnectionTrait) -> Result<Vec<(Organisation, Details)>, DbErr> {
    let rows = Entity::find().order_by_asc(Column::Slug).all(db).await?;
    let both = |row: Model| Ok((read(row.snapshot)?, row.details.map(read).transpose()?.unwrap_or_default()));
    rows.into_iter().map(both).collect()
}

/// Keeps an organisation as it was changed on its page: from now on that is what it is, whatever files say.
pub async fn change(
    tx: &impl ConnectionTrait,
    row: &Model,
    organisation: Organisation,
    details: Option<&Details>,
    now: DateTime<Utc>,
) -> Result<Organisation, DbErr> {
    let changed = Organisation { id: row.id, revision: unsigned(row.revision) + 1, ..organisation };
    let mut besides = Entity::update_many().col_expr(Column::EditedAt, now.into());
    if let Some(details) = details {
        besides = besides.col_expr(Column::Details, written(details)?.into());
    }
    replace(tx, row.revision, &changed, besides).await?;
    Ok(changed)
}
