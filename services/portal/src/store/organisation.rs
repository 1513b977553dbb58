use super::{read, unsigned, written};
use proto::organisation::Organisation;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, Set};

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

/// What keeping an organisation changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    New(Organisation),
    Changed(Organisation),
    /// It was as it is.
    Same,
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
    let changed = Organisation { revision: revision + 1, ..same };
    let update = Entity::update_many()
        .col_expr(Column::Revision, i64::from(changed.revision).into())
        .col_expr(Column::Snapshot, written(&changed)?.into())
        .filter(Column::Id.eq(row.id))
        .filter(Column::Revision.eq(row.revision));
    match update.exec(db).await?.rows_affected {
        1 => Ok(Kept::Changed(changed)),
        _ => Err(DbErr::RecordNotUpdated),
    }
}
