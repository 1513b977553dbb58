//! What comes after a webinar, as others are told of it. Each change has a revision of its own.

use crate::afterwards_file::Filed;
use chrono::{DateTime, Utc};
use proto::EventId;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, QuerySelect};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "afterwards")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) event: Uuid,
    pub(crate) revision: i64,
    /// How long after the end people are written to; not at all when absent.
    pub(crate) letter_minutes: Option<i64>,
    /// People are asked what they thought.
    pub(crate) evaluation: bool,
    /// There is a recording, or there are slides.
    pub(crate) material: bool,
    pub(crate) material_since: Option<DateTimeUtc>,
    /// Since when it is settled who came.
    pub(crate) settled_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Something that changes what comes afterwards.
pub(crate) enum Change {
    Filed(Filed),
    Material { there: bool, at: DateTime<Utc> },
    Settled { at: DateTime<Utc>, ends_at: DateTime<Utc> },
}

pub(crate) async fn find(db: &impl ConnectionTrait, event: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(event).one(db).await
}

/// What comes after a webinar, held until the transaction ends: of two who change something one waits. Made where there is nothing
/// yet, which nobody is told of.
pub(crate) async fn held(db: &impl ConnectionTrait, event: EventId) -> Result<Model, DbErr> {
    let usual = Filed::default();
    let nothing_yet = Model {
        event: event.0,
        revision: 0,
        letter_minutes: usual.letter_minutes,
        evaluation: usual.evaluation,
        material: false,
        material_since: None,
        settled_at: None,
    };
    let insert = Entity::insert(nothing_yet.into_active_model()).on_conflict_do_nothing_on([Column::Event]);
    insert.exec_without_returning(db).await?;
    let held = Entity::find_by_id(event.0).lock_exclusive().one(db).await?;
    held.ok_or_else(|| DbErr::RecordNotFound("what was just made".to_owned()))
}

/// Keeps a change. What is to be told of it; nothing when it changes nothing.
pub(crate) async fn keep(db: &impl ConnectionTrait, event: EventId, change: Change) -> Result<Option<Model>, DbErr> {
    let stored = held(db, event).await?;
    let mut row = stored.clone();
    match change {
        Change::Filed(filed) => (row.letter_minutes, row.evaluation) = (filed.letter_minutes, filed.evaluation),
        Change::Material { there, at } => {
            if there != row.material {
                row.material_since = there.then_some(at);
            }
            row.material = there;
        }
        Change::Settled { at, ends_at } => {
            // What was settled before the webinar was moved is settled no more.
            row.settled_at = row.settled_at.filter(|settled| *settled >= ends_at).or(Some(at));
        }
    }
    if stored == row && stored.revision > 0 {
        return Ok(None);
    }
    row.revision += 1;
    row.clone().into_active_model().reset_all().update(db).await?;
    Ok(Some(row))
}
