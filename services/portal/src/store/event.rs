use super::{programme, read, signup, unsigned, written};
use crate::coming::{Listed, is_cancelled};
use chrono::{DateTime, Utc};
use proto::EventId;
use proto::event::Event;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ExprTrait, QueryOrder, QuerySelect, Set};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub revision: i64,
    pub cancelled_revision: i64,
    pub slug: Option<String>,
    pub kind: Option<String>,
    pub organisation: Option<String>,
    pub starts_at: Option<DateTimeUtc>,
    pub ends_at: Option<DateTimeUtc>,
    pub changed_at: DateTimeUtc,
    pub snapshot: Option<Json>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Keeps a snapshot of an event, unless a newer one is known. The database compares, so that two processes that take in
/// news of one event at the same moment end up with the newest.
pub async fn keep(tx: &impl ConnectionTrait, event: &Event, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = ActiveModel {
        id: Set(event.id.0),
        revision: Set(i64::from(event.revision)),
        cancelled_revision: Set(0),
        slug: Set(Some(event.slug.clone())),
        kind: Set(Some(event.kind.word().to_owned())),
        organisation: Set(Some(event.organisation.clone())),
        starts_at: Set(Some(event.starts_at)),
        ends_at: Set(Some(event.ends_at)),
        changed_at: Set(now),
        snapshot: Set(Some(written(event)?)),
    };
    let instead = OnConflict::column(Column::Id)
        .update_columns([
            Column::Revision,
            Column::Slug,
            Column::Kind,
            Column::Organisation,
            Column::StartsAt,
            Column::EndsAt,
            Column::ChangedAt,
            Column::Snapshot,
        ])
        .action_and_where(newer_than_known(Column::Revision))
        .to_owned();
    Entity::insert(row).on_conflict(instead).exec_without_returning(tx).await?;
    Ok(())
}

/// The kinds of the events with this slug, of which there should be one.
pub async fn kinds_called(db: &impl ConnectionTrait, slug: &str) -> Result<Vec<String>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Kind)
        .filter(Column::Slug.eq(slug))
        .filter(Column::Kind.is_not_null())
        .into_tuple()
        .all(db)
        .await
}

/// Keeps a cancellation of an event, unless a newer one is known. It may come before anything else is known of the event.
pub async fn cancel(tx: &impl ConnectionTrait, id: EventId, revision: u32, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = ActiveModel {
        id: Set(id.0),
        revision: Set(0),
        cancelled_revision: Set(i64::from(revision)),
        slug: Set(None),
        kind: Set(None),
        organisation: Set(None),
        starts_at: Set(None),
        ends_at: Set(None),
        changed_at: Set(now),
        snapshot: Set(None),
    };
    let instead = OnConflict::column(Column::Id)
        .update_columns([Column::CancelledRevision, Column::ChangedAt])
        .action_and_where(newer_than_known(Column::CancelledRevision))
        .to_owned();
    Entity::insert(row).on_conflict(instead).exec_without_returning(tx).await?;
    Ok(())
}

/// Forgets what an event says, unless something newer is known: it is off the public pages. A newer snapshot brings it back.
pub async fn unpublish(tx: &impl ConnectionTrait, id: EventId, revision: u32, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = ActiveModel {
        id: Set(id.0),
        revision: Set(i64::from(revision)),
        cancelled_revision: Set(0),
        slug: Set(None),
        kind: Set(None),
        organisation: Set(None),
        starts_at: Set(None),
        ends_at: Set(None),
        changed_at: Set(now),
        snapshot: Set(None),
    };
    let instead = OnConflict::column(Column::Id)
        .update_columns([
            Column::Revision,
            Column::Slug,
            Column::Kind,
            Column::Organisation,
            Column::StartsAt,
            Column::EndsAt,
            Column::ChangedAt,
            Column::Snapshot,
        ])
        .action_and_where(newer_than_known(Column::Revision))
        .to_owned();
    Entity::insert(row).on_conflict(instead).exec_without_returning(tx).await?;
    Ok(())
}

/// What is being inserted is newer than what the row has.
fn newer_than_known(revision: Column) -> Expr {
    Expr::col((Entity, revision)).lt(Expr::col(("excluded", revision)))
}

/// Everything that ends after this moment and stands in public lists.
pub async fn ending_after(db: &impl ConnectionTrait, moment: DateTime<Utc>) -> Result<Vec<Listed>, DbErr> {
    let mut all = listed(db, Entity::find().filter(Column::EndsAt.gt(moment))).await?;
    all.retain(|listed| listed.event.is_listed());
    Ok(all)
}

/// The newest events of these organisations, and those among the newest of all that they are co-organisers of.
pub async fn newest_of(db: &impl ConnectionTrait, slugs: &[&str], most: u64) -> Result<Vec<Listed>, DbErr> {
    let newest = || Entity::find().order_by_desc(Column::StartsAt).limit(most);
    let own = Column::Organisation.is_in(slugs.iter().copied());
    let mut events = listed(db, newest().filter(own.clone())).await?;
    let others = listed(db, newest().filter(own.not())).await?;
    let co_organised = |listed: &Listed| listed.event.co_organisers.iter().any(|slug| slugs.contains(&slug.as_str()));
    events.extend(others.into_iter().filter(co_organised));
    Ok(events)
}

/// The events with these ids.
pub async fn with_ids(db: &impl ConnectionTrait, ids: impl IntoIterator<Item = EventId>) -> Result<Vec<Listed>, DbErr> {
    listed(db, Entity::find().filter(Column::Id.is_in(ids.into_iter().map(|id| id.0)))).await
}

/// The events that an organisation is responsible for and that end after this moment, soonest first.
pub async fn of_organisation_ending_after(
    db: &impl ConnectionTrait,
    organisation: &str,
    moment: DateTime<Utc>,
    most: u64,
) -> Result<Vec<Listed>, DbErr> {
    let own = Entity::find().filter(Column::Organisation.eq(organisation)).filter(Column::EndsAt.gt(moment));
    listed(db, own.order_by_asc(Column::StartsAt).limit(most)).await
}

async fn listed(db: &impl ConnectionTrait, which: Select<Entity>) -> Result<Vec<Listed>, DbErr> {
    let rows = which.filter(Column::Revision.gt(0)).all(db).await?;
    let mut signups = signup::of_events(db, rows.iter().map(|row| row.id)).await?;
    let mut programmes = programme::of_events(db, rows.iter().map(|row| row.id)).await?;
    let mut listed = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(snapshot) = row.snapshot else { continue };
        listed.push(Listed {
            event: read(snapshot)?,
            cancelled: is_cancelled(unsigned(row.revision), unsigned(row.cancelled_revision)),
            changed_at: row.changed_at,
            signup: signups.remove(&row.id),
            programme: programmes.remove(&row.id),
        });
    }
    Ok(listed)
}
