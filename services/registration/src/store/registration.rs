//! Who signed up for what, and where they stand.

use crate::store::pool::Form;
use chrono::{DateTime, Utc};
use proto::registration as message;
use proto::{EventId, Language, RegistrationId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr, Query, WindowStatement};
use sea_orm::{Order, QueryOrder, QuerySelect, Set};
use std::collections::HashMap;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "registration")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub event_id: Uuid,
    pub party_id: Uuid,
    pub seq: i64,
    /// Order in the queue; what is handed over with a place.
    pub turn: i64,
    pub revision: i32,
    pub generation: i32,
    pub state: State,
    pub form: Option<Form>,
    pub offered_until: Option<DateTime<Utc>>,
    /// Until when they may choose between what clashes.
    pub choose_before: Option<DateTime<Utc>>,
    pub name: String,
    pub email: String,
    /// The e-mail address as it is compared.
    pub address: Option<String>,
    /// Where they come from, in their own words; empty when they were not asked, or the answer is sensitive.
    pub organisation: String,
    /// Name, address and organisation in small letters, for lists that are searched. Whoever writes a row works it out.
    pub search: String,
    pub language: String,
    pub created_at: DateTime<Utc>,
    pub withdrawn_at: Option<DateTime<Utc>>,
    pub attended_at: Option<DateTime<Utc>>,
    pub undeliverable_at: Option<DateTime<Utc>>,
    pub undeliverable: Option<String>,
    /// When a letter reached them after one had not.
    pub reached_at: Option<DateTime<Utc>>,
    pub erased_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum State {
    Admitted,
    Waiting,
    Offered,
    Withdrawn,
    /// Waits for the organisers to decide. Stands in no queue, and is counted in no pool.
    Undecided,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<State> for message::State {
    fn from(state: State) -> Self {
        match state {
            State::Admitted => Self::Admitted,
            // Others see beside it that the organisers are to decide.
            State::Waiting | State::Undecided => Self::Waiting,
            State::Offered => Self::Offered,
            State::Withdrawn => Self::Withdrawn,
        }
    }
}

impl From<message::State> for State {
    fn from(state: message::State) -> Self {
        match state {
            message::State::Admitted => Self::Admitted,
            message::State::Waiting => Self::Waiting,
            message::State::Offered => Self::Offered,
            message::State::Withdrawn => Self::Withdrawn,
        }
    }
}

impl Model {
    pub fn id(&self) -> RegistrationId {
        self.id.into()
    }

    /// The way of taking part, where the event gives a choice.
    pub fn form(&self) -> Option<proto::event::Form> {
        self.form.map(Into::into)
    }

    /// The language that was chosen with the form.
    pub fn language(&self) -> Language {
        self.language.parse().unwrap_or(Language::Nb)
    }

    /// The part of the person's links that can be raised to make them void.
    pub fn generation(&self) -> u16 {
        u16::try_from(self.generation).unwrap_or_default()
    }
}

/// What a list is searched in. Small letters are made here, since SQLite has none for æ, ø and å.
pub fn searched(name: &str, email: &str, organisation: &str) -> String {
    format!("{name} {email} {organisation}").trim().to_lowercase()
}

pub async fn by_id(db: &impl ConnectionTrait, id: RegistrationId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id.0).one(db).await
}

/// These and everybody who signed up together with them.
pub async fn with_parties(db: &impl ConnectionTrait, event: EventId, ids: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    let parties: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::PartyId)
        .filter(Column::Id.is_in(ids.iter().copied()))
        .filter(Column::EventId.eq(event.0))
        .into_tuple()
        .all(db)
        .await?;
    if parties.is_empty() {
        return Ok(Vec::new());
    }
    Entity::find().filter(Column::PartyId.is_in(parties)).filter(Column::ErasedAt.is_null()).all(db).await
}

/// Those of all events with this address as it is compared, those who have signed off among them, oldest first.
pub async fn of_person(db: &impl ConnectionTrait, address: &str) -> Result<Vec<Model>, DbErr> {
    // Whoever signs off keeps their e-mail and lets go of the address, which others may sign up with again.
    let mailbox = address.split('@').next().unwrap_or_default();
    let mailbox = mailbox.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let like = LikeExpr::new(format!("%{mailbox}%")).escape('\\');
    let like = Entity::find().filter(Column::ErasedAt.is_null()).filter(Column::Search.like(like));
    let rows = like.order_by_asc(Column::CreatedAt).all(db).await?;
    Ok(rows.into_iter().filter(|row| crate::address::normalised(&row.email) == address).collect())
}

/// Those of an event who are signed up with one of these addresses.
pub async fn with_addresses(
    db: &impl ConnectionTrait,
    event: EventId,
    addresses: &[&str],
) -> Result<Vec<Model>, DbErr> {
    let mut all = Vec::new();
    for addresses in addresses.chunks(super::CHUNK) {
        let people = Entity::find()
            .filter(Column::EventId.eq(event.0))
            .filter(Column::Address.is_in(addresses.iter().copied()))
            // Spelled out, so that both databases see that the index over just these rows will do.
            .filter(Expr::cust("state <> 'withdrawn'"));
        all.extend(people.all(db).await?);
    }
    Ok(all)
}

/// The front of the waiting list, or of one form's.
pub async fn waiting(
    db: &impl ConnectionTrait,
    event: EventId,
    form: Option<Option<proto::event::Form>>,
    at_most: u64,
) -> Result<Vec<Model>, DbErr> {
    let mut queue = Entity::find().filter(Column::EventId.eq(event.0)).filter(Column::State.eq(State::Waiting));
    if let Some(form) = form {
        queue = queue.filter(is_of_form(form));
    }
    queue.order_by_asc(Column::Turn).limit(at_most).all(db).await
}

/// Those whose offer has passed.
pub async fn lapsed(db: &impl ConnectionTrait, event: EventId, now: DateTime<Utc>) -> Result<Vec<Model>, DbErr> {
    let offered = Entity::find().filter(Column::EventId.eq(event.0)).filter(Column::State.eq(State::Offered));
    offered.filter(Column::OfferedUntil.lte(now)).order_by_asc(Column::Turn).all(db).await
}

fn is_of_form(form: Option<proto::event::Form>) -> sea_orm::sea_query::SimpleExpr {
    form.map_or_else(|| Column::Form.is_null(), |form| Column::Form.eq(Form::from(form)))
}

/// Everybody signed up who takes part in this way.
pub async fn of_form(
    db: &impl ConnectionTrait,
    event: EventId,
    form: Option<proto::event::Form>,
) -> Result<Vec<Model>, DbErr> {
    let people = Entity::find().filter(Column::EventId.eq(event.0)).filter(Column::State.ne(State::Withdrawn));
    people.filter(is_of_form(form)).order_by_asc(Column::Turn).all(db).await
}

/// Those whose time to choose between what clashes has passed.
pub async fn to_settle(db: &impl ConnectionTrait, event: EventId, now: DateTime<Utc>) -> Result<Vec<Model>, DbErr> {
    let choosing = Entity::find().filter(Column::EventId.eq(event.0)).filter(Column::ChooseBefore.lte(now));
    choosing.order_by_asc(Column::Turn).all(db).await
}

/// Events with people whose time to choose has passed.
pub async fn events_to_settle(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    let choosing = Entity::find().select_only().column(Column::EventId).distinct();
    choosing.filter(Column::ChooseBefore.lte(now)).order_by_asc(Column::EventId).into_tuple().all(db).await
}

/// Everybody who has been offered a place.
pub async fn offered(db: &impl ConnectionTrait, event: EventId) -> Result<Vec<Model>, DbErr> {
    let offered = Entity::find().filter(Column::EventId.eq(event.0)).filter(Column::State.eq(State::Offered));
    offered.order_by_asc(Column::Turn).all(db).await
}

/// How many stand before this turn on the waiting list of this form.
pub async fn ahead_of(
    db: &impl ConnectionTrait,
    event: Uuid,
    form: Option<proto::event::Form>,
    turn: i64,
) -> Result<u32, DbErr> {
    let before = Entity::find()
        .filter(Column::EventId.eq(event))
        .filter(is_of_form(form))
        .filter(Column::State.eq(State::Waiting))
        .filter(Column::Turn.lt(turn));
    Ok(super::count(before.count(db).await?))
}

/// Where those of these who wait stand on the list of their form, from 1.
pub async fn positions(db: &impl ConnectionTrait, event: EventId, ids: &[Uuid]) -> Result<HashMap<Uuid, u32>, DbErr> {
    let queue = WindowStatement::partition_by(Column::Form).order_by(Column::Turn, Order::Asc).take();
    let numbered = Query::select()
        .column(Column::Id)
        .expr_window_as(Expr::cust("ROW_NUMBER()"), queue, "position")
        .from(Entity)
        .and_where(Column::EventId.eq(event.0))
        .and_where(Column::State.eq(State::Waiting))
        .to_owned();
    let mut positions = HashMap::new();
    for ids in ids.chunks(super::CHUNK) {
        let wanted = Query::select()
            .columns(["id", "position"])
            .from_subquery(numbered.clone(), "numbered")
            .and_where(Expr::col("id").is_in(ids.iter().copied()))
            .to_owned();
        for row in db.query_all(&wanted).await? {
            positions.insert(row.try_get("", "id")?, super::count(row.try_get::<i64>("", "position")?));
        }
    }
    Ok(positions)
}

/// Writes what is searched for anew once an answer is deleted: what these people answered where they come from.
pub async fn forget_organisation(tx: &impl ConnectionTrait, ids: &[Uuid]) -> Result<(), DbErr> {
    let known = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).filter(Column::Organisation.ne(""));
    for row in known.all(tx).await? {
        let search = searched(&row.name, &row.email, "");
        let without = ActiveModel { organisation: Set(String::new()), search: Set(search), ..Default::default() };
        Entity::update_many().set(without).filter(Column::Id.eq(row.id)).exec(tx).await?;
    }
    Ok(())
}

/// How many are signed up in any way: have a place, are offered one, wait for one or for an answer.
pub async fn signed_up(db: &impl ConnectionTrait, event: EventId) -> Result<u64, DbErr> {
    let alive = Entity::find().filter(Column::EventId.eq(event.0)).filter(Column::State.ne(State::Withdrawn));
    alive.filter(Column::ErasedAt.is_null()).count(db).await
}

/// Whether somebody of this form who came with this turn or later has been given a place, or been asked.
pub async fn overtaken(
    db: &impl ConnectionTrait,
    event: Uuid,
    form: Option<proto::event::Form>,
    turn: i64,
) -> Result<bool, DbErr> {
    let later = Entity::find().filter(Column::EventId.eq(event)).filter(is_of_form(form));
    let later = later.filter(Column::Turn.gte(turn));
    let ahead = later.filter(Column::State.is_in([State::Admitted, State::Offered]));
    Ok(ahead.count(db).await? > 0)
}

/// Events with offers that have passed.
pub async fn events_with_lapsed(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    let lapsed = Entity::find().select_only().column(Column::EventId).distinct();
    let lapsed = lapsed.filter(Column::State.eq(State::Offered)).filter(Column::OfferedUntil.lte(now));
    lapsed.order_by_asc(Column::EventId).into_tuple().all(db).await
}

/// Writes whether somebody took part, from a row whose event is locked.
pub async fn mark_attended(tx: &impl ConnectionTrait, row: &Model) -> Result<(), DbErr> {
    let attended = ActiveModel { attended_at: Set(row.attended_at), revision: Set(row.revision), ..Default::default() };
    Entity::update_many().set(attended).filter(Column::Id.eq(row.id)).exec(tx).await?;
    Ok(())
}

/// Writes that letters do not reach somebody. The first reason is kept: it is about the address they gave.
pub async fn mark_undeliverable(
    tx: &impl ConnectionTrait,
    id: RegistrationId,
    reason: &str,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let marked = ActiveModel {
        undeliverable_at: Set(Some(host::to_micros(at))),
        undeliverable: Set(Some(reason.to_owned())),
        ..Default::default()
    };
    let known = Entity::update_many().set(marked).filter(Column::Id.eq(id.0));
    let known = known.filter(Column::UndeliverableAt.is_null()).filter(Column::ErasedAt.is_null());
    // The news that one has reached them since may have come first.
    let not_since = Column::ReachedAt.is_null().or(Column::ReachedAt.lt(host::to_micros(at)));
    known.filter(not_since).exec(tx).await?;
    Ok(())
}

/// Writes that a letter has reached somebody, whatever was said of letters before.
pub async fn mark_reached(tx: &impl ConnectionTrait, id: RegistrationId, at: DateTime<Utc>) -> Result<(), DbErr> {
    let at = host::to_micros(at);
    let reached = ActiveModel { reached_at: Set(Some(at)), ..Default::default() };
    let known = Entity::update_many().set(reached).filter(Column::Id.eq(id.0)).filter(Column::ErasedAt.is_null());
    known.filter(Column::ReachedAt.is_null().or(Column::ReachedAt.lt(at))).exec(tx).await?;
    let clear = ActiveModel { undeliverable_at: Set(None), undeliverable: Set(None), ..Default::default() };
    let before = Entity::update_many().set(clear).filter(Column::Id.eq(id.0));
    before.filter(Column::UndeliverableAt.lte(at)).exec(tx).await?;
    Ok(())
}

/// Some of an event's people of whom personal data are held, in order of arrival.
pub async fn to_erase(
    tx: &impl ConnectionTrait,
    event: Uuid,
    states: &[State],
    at_most: u64,
) -> Result<Vec<Model>, DbErr> {
    let held = Entity::find().filter(Column::EventId.eq(event)).filter(Column::ErasedAt.is_null());
    let held = held.filter(Column::State.is_in(states.iter().copied()));
    held.order_by_asc(Column::Seq).limit(at_most).all(tx).await
}

/// Deletes who these people were. That somebody was there remains, for the numbers.
pub async fn erase(tx: &impl ConnectionTrait, ids: &[Uuid], now: DateTime<Utc>) -> Result<(), DbErr> {
    let nobody = ActiveModel {
        name: Set(String::new()),
        email: Set(String::new()),
        address: Set(None),
        organisation: Set(String::new()),
        search: Set(String::new()),
        undeliverable: Set(None),
        erased_at: Set(Some(now)),
        ..Default::default()
    };
    Entity::update_many()
        .set(nobody)
        .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .exec(tx)
        .await?;
    Ok(())
}
