//! The conferences. The snapshot is what is said to others; the draft and the meeting address lie beside it and are said to
//! nobody.

use super::Words;
use crate::programme::Programme;
use crate::standing::Signup;
use crate::ways::Ways;
use chrono::{DateTime, Utc};
use proto::event::{Contact, Event};
use proto::registration::{PoolPlaces, SignupChanged};
use proto::{EventId, Localised};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement};
use sea_orm::{ConnectionTrait, DbBackend, FromJsonQueryResult, IntoActiveModel, QueryOrder, QuerySelect, QueryTrait};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "conference")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    #[sea_orm(unique)]
    pub(crate) slug: String,
    pub(crate) organisation: String,
    pub(crate) series: Option<String>,
    pub(crate) starts_at: DateTimeUtc,
    pub(crate) ends_at: DateTimeUtc,
    pub(crate) revision: i64,
    pub(crate) cancelled: bool,
    /// It was published, and is off the public pages until it is again.
    pub(crate) unpublished: bool,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub(crate) cancel_reason: Option<Words>,
    pub(crate) published_at: DateTimeUtc,
    pub(crate) changed_at: DateTimeUtc,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) snapshot: Snapshot,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) ids: Ids,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) contacts: Contacts,
    /// Empty when nothing is sent online.
    #[sea_orm(column_type = "Text")]
    pub(crate) meeting_url: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) filed_meeting_url: String,
    /// How one takes part as the file had it last.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub(crate) filed_ways: Option<Ways>,
    /// The one that hosts it: country and number, `no-1806`.
    pub(crate) municipality: Option<String>,
    pub(crate) filed_municipality: Option<String>,
    pub(crate) doors_before_minutes: i32,
    pub(crate) doors_after_minutes: i32,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) draft: Programme,
    /// How often the draft has been written.
    pub(crate) draft_revision: i64,
    /// The account that wrote the draft last; absent while it is as an event file has it.
    pub(crate) drafted_by: Option<Uuid>,
    /// The newest released version; 0 before the first.
    pub(crate) released: i32,
    pub(crate) release_due: Option<DateTimeUtc>,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub(crate) release_note: Option<Words>,
    pub(crate) release_by: Option<Uuid>,
    pub(crate) signup_revision: i64,
    pub(crate) signup_open: Option<bool>,
    pub(crate) places_left: Option<i64>,
    pub(crate) waiting: Option<i64>,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) places: Places,
    pub(crate) joined_erased: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Snapshot(pub(crate) Event);

/// Ids by what event files call things: the kind of thing, then its key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Ids(pub(crate) BTreeMap<String, Uuid>);

/// Whom to ask about something, besides the one in the snapshot.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Contacts(pub(crate) Vec<ContactPerson>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ContactPerson {
    pub(crate) contact: Contact,
    /// What the person knows about: speakers, accessibility.
    pub(crate) about: Localised,
}

/// How many places each pool has left, as registration said last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Places(pub(crate) Vec<PoolPlaces>);

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What is said about it.
    pub(crate) fn event(&self) -> &Event {
        &self.snapshot.0
    }

    /// The slugs of the organisations behind it, the responsible one first.
    pub(crate) fn organisers(&self) -> Vec<&str> {
        organisers(self.event()).collect()
    }
}

/// The slugs of the organisations behind an event, the responsible one first.
pub(crate) fn organisers(event: &Event) -> impl Iterator<Item = &str> {
    [event.organisation.as_str()].into_iter().chain(event.co_organisers.iter().map(String::as_str))
}

const LONGEST_SLUG: usize = 100;

/// Whether this can be the slug of a conference. Anything else is not asked about: databases refuse some characters.
fn is_slug(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.len() <= LONGEST_SLUG && text.bytes().all(fits)
}

pub(crate) async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Model>, DbErr> {
    if !is_slug(slug) {
        return Ok(None);
    }
    Entity::find().filter(Column::Slug.eq(slug)).filter(Column::Unpublished.eq(false)).one(db).await
}

pub(crate) async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// The ids of those that an organisation answers for, to be looked for in.
pub(super) fn of_organisation(organisation: &str) -> SelectStatement {
    let own = Entity::find().select_only().column(Column::Id).filter(Column::Organisation.eq(organisation));
    own.into_query()
}

pub(crate) async fn slug(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<String>, DbErr> {
    Entity::find_by_id(id).select_only().column(Column::Slug).into_tuple().one(db).await
}

/// The same as [`by_slug`] for somebody who will write it: on PostgreSQL others wait until the transaction ends.
pub(crate) async fn to_change(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Model>, DbErr> {
    if !is_slug(slug) {
        return Ok(None);
    }
    let found = Entity::find().filter(Column::Slug.eq(slug)).filter(Column::Unpublished.eq(false));
    found.lock_exclusive().one(db).await
}

/// The same, whether or not people can see it.
pub(crate) async fn any_to_change(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Model>, DbErr> {
    if !is_slug(slug) {
        return Ok(None);
    }
    Entity::find().filter(Column::Slug.eq(slug)).lock_exclusive().one(db).await
}

/// Those of these organisations as they were said last and whether they are cancelled, the latest first, as many as a page can list.
pub(crate) async fn of(db: &impl ConnectionTrait, organisations: &[&str]) -> Result<Vec<(Snapshot, bool)>, DbErr> {
    Entity::find()
        .select_only()
        .columns([Column::Snapshot, Column::Cancelled])
        .filter(Column::Unpublished.eq(false))
        .filter(Column::Organisation.is_in(organisations.iter().copied()))
        .order_by_desc(Column::StartsAt)
        .order_by_desc(Column::Id)
        .limit(200)
        .into_tuple()
        .all(db)
        .await
}

/// Changes with everything that the public pages show.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stamp {
    pub(crate) id: Uuid,
    pub(crate) revision: i64,
    pub(crate) changed_at: DateTime<Utc>,
    pub(crate) contacts: Contacts,
    pub(crate) municipality: Option<String>,
    /// Organisations only ever get newer, so the sum of their revisions does not come back.
    pub(crate) organisations: i64,
    /// The same of all editions of the conference.
    pub(crate) editions: i64,
    pub(crate) released: i32,
    /// Those who have agreed to be shown, with the revision of each.
    pub(crate) speakers: String,
    pub(crate) signup_revision: i64,
}

const ORGANISATIONS: &str = "(SELECT CAST(COALESCE(SUM(revision), 0) AS BIGINT) FROM organisation)";
const EDITIONS: &str = "(SELECT CAST(COALESCE(SUM(other.revision), 0) AS BIGINT) FROM conference AS other \
     WHERE other.series = conference.series)";

/// In one row, since a large conference has hundreds of them. Each database has its own words for it.
const SPEAKERS_SQLITE: &str = "COALESCE((SELECT GROUP_CONCAT(HEX(shown.id) || ':' || shown.revision, ',' ORDER BY shown.id) \
     FROM speaker AS shown WHERE shown.conference = conference.id AND shown.consented_at IS NOT NULL), '')";
const SPEAKERS_POSTGRES: &str = "COALESCE((SELECT STRING_AGG(shown.id::text || ':' || shown.revision, ',' ORDER BY shown.id) \
     FROM speaker AS shown WHERE shown.conference = conference.id AND shown.consented_at IS NOT NULL), '')";

/// What the public pages are made of, by which they know whether it has changed. Asked for at every visit, so only small
/// columns.
pub(crate) async fn stamp(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Stamp>, DbErr> {
    if !is_slug(slug) {
        return Ok(None);
    }
    let speakers = match db.get_database_backend() {
        DbBackend::Postgres => SPEAKERS_POSTGRES,
        _ => SPEAKERS_SQLITE,
    };
    let found = Entity::find()
        .filter(Column::Slug.eq(slug))
        .filter(Column::Unpublished.eq(false))
        .select_only()
        .columns([Column::Id, Column::Revision, Column::ChangedAt, Column::Contacts, Column::Released])
        .columns([Column::SignupRevision, Column::Municipality])
        .expr_as(Expr::cust(ORGANISATIONS), "organisations")
        .expr_as(Expr::cust(EDITIONS), "editions")
        .expr_as(Expr::cust(speakers), "speakers")
        .into_tuple()
        .one(db)
        .await?;
    let Some(found) = found else { return Ok(None) };
    let (
        id,
        revision,
        changed_at,
        contacts,
        released,
        signup_revision,
        municipality,
        organisations,
        editions,
        speakers,
    ) = found;
    Ok(Some(Stamp {
        id,
        revision,
        changed_at,
        contacts,
        municipality,
        organisations,
        editions,
        released,
        speakers,
        signup_revision,
    }))
}

/// What everybody may know, without the draft: the snapshot, whether it is cancelled and why, and when it changed.
pub(crate) async fn public(
    db: &impl ConnectionTrait,
    id: Uuid,
) -> Result<(Snapshot, bool, Option<Words>, DateTimeUtc), DbErr> {
    let found = Entity::find_by_id(id)
        .select_only()
        .columns([Column::Snapshot, Column::Cancelled, Column::CancelReason, Column::ChangedAt])
        .into_tuple()
        .one(db)
        .await?;
    found.ok_or_else(|| DbErr::RecordNotFound("conference".to_owned()))
}

/// The other editions of the same conference as they were said last, newest first.
pub(crate) async fn other_editions(
    db: &impl ConnectionTrait,
    series: &str,
    except: Uuid,
) -> Result<Vec<Snapshot>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Snapshot)
        .filter(Column::Series.eq(series))
        .filter(Column::Id.ne(except))
        .filter(Column::Cancelled.eq(false))
        .filter(Column::Unpublished.eq(false))
        .order_by_desc(Column::StartsAt)
        .limit(10)
        .into_tuple()
        .all(db)
        .await
}

/// Whether sign-up is open, how many places are left, how many wait, and the same of each pool.
type Said = (Option<bool>, Option<i64>, Option<i64>, Places);

/// What registration said last.
pub(crate) async fn signup(db: &impl ConnectionTrait, id: Uuid) -> Result<Signup, DbErr> {
    let found: Option<Said> = Entity::find_by_id(id)
        .select_only()
        .columns([Column::SignupOpen, Column::PlacesLeft, Column::Waiting, Column::Places])
        .into_tuple()
        .one(db)
        .await?;
    let Some((open, left, waiting, places)) = found else { return Ok(Signup::default()) };
    let number = |number: i64| u32::try_from(number).unwrap_or(0);
    Ok(Signup {
        open,
        left: left.map(number),
        waiting: waiting.map(number),
        pools: places.0.into_iter().map(|places| (places.pool_id, places)).collect(),
    })
}

/// The slug of a conference, the organisation that is responsible, and when it ends.
pub(crate) async fn end(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<(String, String, DateTime<Utc>)>, DbErr> {
    Entity::find_by_id(id)
        .select_only()
        .columns([Column::Slug, Column::Organisation, Column::EndsAt])
        .into_tuple()
        .one(db)
        .await
}

/// The way into what is sent online.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WayIn {
    pub(crate) meeting_url: String,
    pub(crate) doors_before_minutes: i32,
    pub(crate) doors_after_minutes: i32,
}

/// The way in, for who has already shown that they may know it.
pub(crate) async fn way_in(db: &impl ConnectionTrait, id: Uuid) -> Result<WayIn, DbErr> {
    let found = Entity::find_by_id(id)
        .select_only()
        .columns([Column::MeetingUrl, Column::DoorsBeforeMinutes, Column::DoorsAfterMinutes])
        .into_tuple()
        .one(db)
        .await?;
    let (meeting_url, doors_before_minutes, doors_after_minutes) =
        found.ok_or_else(|| DbErr::RecordNotFound("conference".to_owned()))?;
    Ok(WayIn { meeting_url, doors_before_minutes, doors_after_minutes })
}

/// How often the draft has been written, and what says whose it is. Asked for every few seconds, so without the draft.
pub(crate) async fn draft_revision(db: &impl ConnectionTrait, slug: &str) -> Result<Option<(i64, Snapshot)>, DbErr> {
    if !is_slug(slug) {
        return Ok(None);
    }
    Entity::find()
        .filter(Column::Slug.eq(slug))
        .filter(Column::Unpublished.eq(false))
        .select_only()
        .columns([Column::DraftRevision, Column::Snapshot])
        .into_tuple()
        .one(db)
        .await
}

/// True when it is one of ours: registrations of other kinds of event are none of our business.
pub(crate) async fn is_ours(db: &impl ConnectionTrait, event: EventId) -> Result<bool, DbErr> {
    Ok(Entity::find_by_id(event.0).count(db).await? > 0)
}

/// The other editions of the same conference, newest first.
pub(crate) async fn editions(db: &impl ConnectionTrait, series: &str, except: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Series.eq(series))
        .filter(Column::Unpublished.eq(false))
        .filter(Column::Id.ne(except))
        .order_by_desc(Column::StartsAt)
        .limit(20)
        .all(db)
        .await
}

/// The slugs of those whose release is due.
pub(crate) async fn due(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<String>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Slug)
        .filter(Column::ReleaseDue.lte(now))
        .filter(Column::Unpublished.eq(false))
        .order_by_asc(Column::ReleaseDue)
        .into_tuple()
        .all(db)
        .await
}

pub(crate) async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Writes everything but what registration said, which stays as it is. The row must have been read with [`to_change`].
pub(crate) async fn update(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Series, Expr::value(row.series))
        .col_expr(Column::StartsAt, Expr::value(row.starts_at))
        .col_expr(Column::EndsAt, Expr::value(row.ends_at))
        .col_expr(Column::Revision, Expr::value(row.revision))
        .col_expr(Column::Cancelled, Expr::value(row.cancelled))
        .col_expr(Column::Unpublished, Expr::value(row.unpublished))
        .col_expr(Column::CancelReason, Expr::value(row.cancel_reason))
        .col_expr(Column::ChangedAt, Expr::value(row.changed_at))
        .col_expr(Column::Snapshot, Expr::value(row.snapshot))
        .col_expr(Column::Ids, Expr::value(row.ids))
        .col_expr(Column::Contacts, Expr::value(row.contacts))
        .col_expr(Column::MeetingUrl, Expr::value(row.meeting_url))
        .col_expr(Column::FiledMeetingUrl, Expr::value(row.filed_meeting_url))
        .col_expr(Column::FiledWays, Expr::value(row.filed_ways))
        .col_expr(Column::Municipality, Expr::value(row.municipality))
        .col_expr(Column::FiledMunicipality, Expr::value(row.filed_municipality))
        .col_expr(Column::DoorsBeforeMinutes, Expr::value(row.doors_before_minutes))
        .col_expr(Column::DoorsAfterMinutes, Expr::value(row.doors_after_minutes))
        .col_expr(Column::Draft, Expr::value(row.draft))
        .col_expr(Column::DraftRevision, Expr::value(row.draft_revision))
        .col_expr(Column::DraftedBy, Expr::value(row.drafted_by))
        .col_expr(Column::Released, Expr::value(row.released))
        .col_expr(Column::ReleaseDue, Expr::value(row.release_due))
        .col_expr(Column::ReleaseNote, Expr::value(row.release_note))
        .col_expr(Column::ReleaseBy, Expr::value(row.release_by))
        .filter(Column::Id.eq(row.id))
        .exec(db)
        .await?;
    Ok(())
}

/// Writes the draft, one revision on. The row must have been read with [`to_change`].
pub(crate) async fn write_draft(
    db: &impl ConnectionTrait,
    row: &Model,
    draft: Programme,
    by: Uuid,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Draft, Expr::value(draft))
        .col_expr(Column::DraftRevision, Expr::value(row.draft_revision + 1))
        .col_expr(Column::DraftedBy, Expr::value(Some(by)))
        .filter(Column::Id.eq(row.id))
        .exec(db)
        .await?;
    Ok(())
}

/// The meeting is somewhere else now.
pub(crate) async fn move_meeting(db: &impl ConnectionTrait, id: Uuid, meeting_url: &str) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::MeetingUrl, Expr::value(meeting_url))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Another municipality hosts it, or nobody says which.
pub(crate) async fn host_in(db: &impl ConnectionTrait, id: Uuid, municipality: Option<String>) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Municipality, Expr::value(municipality))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Takes it off the public pages, unless it has been changed or cancelled since this revision; tells whether it did.
pub(crate) async fn hide(db: &impl ConnectionTrait, id: Uuid, revision: i64) -> Result<bool, DbErr> {
    let hidden = Entity::update_many()
        .col_expr(Column::Unpublished, Expr::value(true))
        .col_expr(Column::ReleaseDue, Expr::value(None::<DateTimeUtc>))
        .filter(Column::Id.eq(id))
        .filter(Column::Revision.eq(revision))
        .filter(Column::Cancelled.eq(false))
        .exec(db)
        .await?;
    Ok(hidden.rows_affected > 0)
}

/// Keeps what registration tells, unless something newer is known.
pub(crate) async fn keep_signup(db: &impl ConnectionTrait, told: &SignupChanged) -> Result<(), DbErr> {
    let revision = i64::try_from(told.revision).unwrap_or(i64::MAX);
    Entity::update_many()
        .col_expr(Column::SignupRevision, Expr::value(revision))
        .col_expr(Column::SignupOpen, Expr::value(Some(told.open)))
        .col_expr(Column::PlacesLeft, Expr::value(told.places_left.map(i64::from)))
        .col_expr(Column::Waiting, Expr::value(told.waiting.map(i64::from)))
        .col_expr(Column::Places, Expr::value(Places(told.pools.clone())))
        .filter(Column::Id.eq(told.event_id.0))
        .filter(Column::SignupRevision.lt(revision))
        .exec(db)
        .await?;
    Ok(())
}

/// Somebody who came in online was erased: the number stays true.
pub(crate) async fn count_erased(db: &impl ConnectionTrait, event: EventId) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::JoinedErased, Expr::col(Column::JoinedErased).add(1))
        .filter(Column::Id.eq(event.0))
        .exec(db)
        .await?;
    Ok(())
}
