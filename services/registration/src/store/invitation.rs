//! Whom organisers invite by name, and what has become of it.

use super::{CHUNK, registration};
use crate::invitation::{Known, Standing, standing};
use chrono::{DateTime, Utc};
use proto::{EventId, InvitationId, Language};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, Set};
use std::collections::HashMap;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub event_id: Uuid,
    /// Goes up with everything that is said about it.
    pub revision: i32,
    pub generation: i32,
    pub name: String,
    pub email: String,
    /// The e-mail address as it is compared.
    pub address: Option<String>,
    pub organisation: String,
    pub language: String,
    pub created_at: DateTime<Utc>,
    /// When organisers let it go; absent while it lies in the outbox.
    pub issued_at: Option<DateTime<Utc>>,
    /// When a mail server took the last letter.
    pub mailed_at: Option<DateTime<Utc>>,
    pub reminded_at: Option<DateTime<Utc>>,
    /// When it was last heard whether letters arrive, and why they do not.
    pub told_at: Option<DateTime<Utc>>,
    pub trouble: Option<String>,
    pub declined_at: Option<DateTime<Utc>>,
    /// Why, in the person's own words.
    pub reason: Option<String>,
    pub taken_back_at: Option<DateTime<Utc>>,
    /// A letter that was let go, and is not written yet.
    pub going: Option<Going>,
    /// The last sign-up that came of it.
    pub registration_id: Option<Uuid>,
    pub erased_at: Option<DateTime<Utc>>,
}

/// What is written to people who are invited.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum Going {
    Invitation,
    /// To those who have not answered.
    Reminder,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn id(&self) -> InvitationId {
        self.id.into()
    }

    /// The language of the letters.
    pub fn language(&self) -> Language {
        self.language.parse().unwrap_or(Language::Nb)
    }

    /// The part of the link that is raised when the invitation was taken back.
    pub fn generation(&self) -> u16 {
        u16::try_from(self.generation).unwrap_or_default()
    }

    /// What decisions need to know of it, and of the sign-up that belongs to it.
    pub(crate) fn known(&self, sign_up: Option<registration::State>) -> Known {
        Known {
            issued: self.issued_at.is_some(),
            returned: self.trouble.is_some(),
            reminded: self.reminded_at.is_some(),
            declined: self.declined_at.is_some(),
            taken_back: self.taken_back_at.is_some(),
            going: self.going,
            sign_up,
        }
    }
}

/// An invitation with the sign-up that belongs to it, if there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Invited {
    pub(crate) row: Model,
    pub(crate) sign_up: Option<(Uuid, registration::State)>,
}

impl Invited {
    pub(crate) fn known(&self) -> Known {
        self.row.known(self.sign_up.map(|(_, state)| state))
    }

    pub(crate) fn standing(&self) -> Standing {
        standing(self.known())
    }
}

/// One of them, whatever became of it.
pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// All of an event whose people are known still, in the order in which they were entered.
pub async fn of_event(db: &impl ConnectionTrait, event: EventId) -> Result<Vec<Model>, DbErr> {
    let all = Entity::find().filter(Column::EventId.eq(event.0)).filter(Column::ErasedAt.is_null());
    all.order_by_asc(Column::CreatedAt).order_by_asc(Column::Id).all(db).await
}

/// Some of an event whose people are known still.
pub async fn some_of_event(db: &impl ConnectionTrait, event: EventId, limit: u64) -> Result<Vec<Model>, DbErr> {
    let some = Entity::find().filter(Column::EventId.eq(event.0)).filter(Column::ErasedAt.is_null());
    some.order_by_asc(Column::Id).limit(limit).all(db).await
}

/// Lets letters to these people go, unless one is on its way or was written. Tells how many.
pub async fn let_go(tx: &impl ConnectionTrait, ids: &[Uuid], what: Going) -> Result<u64, DbErr> {
    let mut people = 0;
    for ids in ids.chunks(CHUNK) {
        let on_its_way = ActiveModel { going: Set(Some(what)), ..Default::default() };
        let these = Entity::update_many().set(on_its_way).filter(Column::Id.is_in(ids.iter().copied()));
        let these = these.filter(Column::Going.is_null()).filter(Column::ErasedAt.is_null());
        let unwritten = match what {
            Going::Invitation => Column::IssuedAt,
            Going::Reminder => Column::RemindedAt,
        };
        people += these.filter(unwritten.is_null()).exec(tx).await?.rows_affected;
    }
    Ok(people)
}

/// Some of those to whom a letter is on its way, in the order in which they were entered.
pub(crate) async fn going(db: &impl ConnectionTrait, event: EventId, limit: u64) -> Result<Vec<Model>, DbErr> {
    let going = Entity::find().filter(Column::EventId.eq(event.0)).filter(Column::Going.is_not_null());
    going.order_by_asc(Column::CreatedAt).order_by_asc(Column::Id).limit(limit).all(db).await
}

/// The events with letters on their way.
pub(crate) async fn events_with_going(db: &impl ConnectionTrait) -> Result<Vec<Uuid>, DbErr> {
    let events = Entity::find().select_only().column(Column::EventId).distinct();
    events.filter(Column::Going.is_not_null()).order_by_asc(Column::EventId).into_tuple().all(db).await
}

/// Writes that such letters to these people are said, and the revision with it.
pub(crate) async fn written(
    tx: &impl ConnectionTrait,
    ids: &[Uuid],
    what: Going,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    if ids.is_empty() {
        return Ok(());
    }
    let mut now_written = ActiveModel { going: Set(None), ..Default::default() };
    match what {
        Going::Invitation => now_written.issued_at = Set(Some(now)),
        Going::Reminder => now_written.reminded_at = Set(Some(now)),
    }
    let written = Entity::update_many().set(now_written);
    let written = written.col_expr(Column::Revision, Expr::col(Column::Revision).add(1));
    written.filter(Column::Id.is_in(ids.iter().copied())).exec(tx).await.map(drop)
}

/// Lets no letter go to these people.
pub(crate) async fn stay(tx: &impl ConnectionTrait, ids: &[Uuid]) -> Result<(), DbErr> {
    if ids.is_empty() {
        return Ok(());
    }
    let stays = ActiveModel { going: Set(None), ..Default::default() };
    Entity::update_many().set(stays).filter(Column::Id.is_in(ids.iter().copied())).exec(tx).await.map(drop)
}

/// Lets no such letter go to anybody. Tells how many were on their way.
pub(crate) async fn keep_back(tx: &impl ConnectionTrait, event: EventId, what: Going) -> Result<u64, DbErr> {
    let stays = ActiveModel { going: Set(None), ..Default::default() };
    let all = Entity::update_many().set(stays).filter(Column::EventId.eq(event.0)).filter(Column::Going.eq(what));
    Ok(all.exec(tx).await?.rows_affected)
}

/// How many have a letter with an invitation that they have not answered.
pub(crate) async fn unanswered(db: &impl ConnectionTrait, event: EventId) -> Result<u64, DbErr> {
    let open = Entity::find().filter(Column::EventId.eq(event.0)).filter(Column::IssuedAt.is_not_null());
    let open = open.filter(Column::DeclinedAt.is_null()).filter(Column::TakenBackAt.is_null());
    open.filter(Column::RegistrationId.is_null()).filter(Column::ErasedAt.is_null()).count(db).await
}

/// Where those stand that were let go, of people who are deleted too.
pub(crate) async fn standings(db: &impl ConnectionTrait, event: EventId) -> Result<HashMap<Standing, u32>, DbErr> {
    let issued = Entity::find().filter(Column::EventId.eq(event.0)).filter(Column::IssuedAt.is_not_null());
    let mut standings = HashMap::new();
    for invited in with_sign_ups(db, event, issued.all(db).await?).await? {
        *standings.entry(invited.standing()).or_default() += 1;
    }
    Ok(standings)
}

/// Those with one of these addresses, as they are compared.
pub async fn with_addresses(
    db: &impl ConnectionTrait,
    event: EventId,
    addresses: &[&str],
) -> Result<Vec<Model>, DbErr> {
    let mut all = Vec::new();
    for addresses in addresses.chunks(CHUNK) {
        let some = Entity::find().filter(Column::EventId.eq(event.0));
        all.extend(some.filter(Column::Address.is_in(addresses.iter().copied())).all(db).await?);
    }
    Ok(all)
}

/// Those of all events with this address.
pub async fn of_person(db: &impl ConnectionTrait, address: &str) -> Result<Vec<Model>, DbErr> {
    let held = Entity::find().filter(Column::Address.eq(address)).filter(Column::ErasedAt.is_null());
    held.order_by_asc(Column::CreatedAt).all(db).await
}

/// Those from which these sign-ups came, or whose people they are.
pub async fn of_registrations(db: &impl ConnectionTrait, people: &[registration::Model]) -> Result<Vec<Model>, DbErr> {
    let mut all: Vec<Model> = Vec::new();
    for people in people.chunks(CHUNK) {
        let ids = people.iter().map(|row| row.id);
        let of_them = Entity::find().filter(Column::RegistrationId.is_in(ids)).filter(Column::ErasedAt.is_null());
        all.extend(of_them.all(db).await?);
        let Some(event) = people.first().map(|row| row.event_id) else { continue };
        let addresses: Vec<String> = people.iter().map(|row| crate::address::normalised(&row.email)).collect();
        let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
        for row in with_addresses(db, event.into(), &addresses).await? {
            if !all.iter().any(|known| known.id == row.id) {
                all.push(row);
            }
        }
    }
    Ok(all)
}

/// These with the sign-ups that belong to them: the one that came of it, or one with the same address.
pub(crate) async fn with_sign_ups(
    db: &impl ConnectionTrait,
    event: EventId,
    rows: Vec<Model>,
) -> Result<Vec<Invited>, DbErr> {
    let mut of_it: HashMap<Uuid, registration::State> = HashMap::new();
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.registration_id).collect();
    for ids in ids.chunks(CHUNK) {
        let states = registration::Entity::find()
            .select_only()
            .columns([registration::Column::Id, registration::Column::State])
            .filter(registration::Column::Id.is_in(ids.iter().copied()));
        of_it.extend(states.into_tuple::<(Uuid, registration::State)>().all(db).await?);
    }
    let addresses: Vec<&str> = rows.iter().filter_map(|row| row.address.as_deref()).collect();
    let mut with_address: HashMap<String, (Uuid, registration::State)> = HashMap::new();
    for person in registration::with_addresses(db, event, &addresses).await? {
        if let Some(address) = person.address {
            with_address.insert(address, (person.id, person.state));
        }
    }
    let sign_up = |row: &Model| {
        let own = row.registration_id.and_then(|id| Some((id, *of_it.get(&id)?)));
        let own_stands = own.is_some_and(|(_, state)| state != registration::State::Withdrawn);
        let other = row.address.as_ref().and_then(|address| with_address.get(address).copied());
        if own_stands { own } else { other.or(own) }
    };
    Ok(rows.into_iter().map(|row| Invited { sign_up: sign_up(&row), row }).collect())
}

/// Puts people into the outbox.
pub async fn insert(tx: &impl ConnectionTrait, rows: Vec<Model>) -> Result<(), DbErr> {
    let mut rows = rows.into_iter().map(|row| row.into_active_model().reset_all()).peekable();
    while rows.peek().is_some() {
        let some: Vec<_> = rows.by_ref().take(CHUNK / 10).collect();
        Entity::insert_many(some).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Writes a row as it is now. Its event is locked.
pub async fn keep(tx: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::update(row.into_active_model().reset_all()).exec(tx).await.map(drop)
}

/// Takes somebody out of the outbox who was never written to.
pub async fn delete(tx: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(tx).await.map(drop)
}

/// Writes which sign-up came of an invitation. Whoever had said no has thought again.
pub async fn accept(tx: &impl ConnectionTrait, id: Uuid, registration: Uuid, revision: i32) -> Result<(), DbErr> {
    let used = ActiveModel {
        registration_id: Set(Some(registration)),
        revision: Set(revision),
        declined_at: Set(None),
        reason: Set(None),
        ..Default::default()
    };
    Entity::update_many().set(used).filter(Column::Id.eq(id)).exec(tx).await.map(drop)
}

/// Writes which sign-ups belong to these, where only addresses told it.
pub(crate) async fn keep_sign_ups(tx: &impl ConnectionTrait, all: &[Invited]) -> Result<(), DbErr> {
    for one in all.iter().filter(|one| one.row.registration_id.is_none()) {
        let Some((registration, _)) = one.sign_up else { continue };
        let belongs = ActiveModel { registration_id: Set(Some(registration)), ..Default::default() };
        Entity::update_many().set(belongs).filter(Column::Id.eq(one.row.id)).exec(tx).await?;
    }
    Ok(())
}

/// Writes what became of a letter, unless something later is known.
pub async fn note_mailed(
    tx: &impl ConnectionTrait,
    id: InvitationId,
    trouble: Option<&str>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let at = host::to_micros(at);
    let mut told =
        ActiveModel { told_at: Set(Some(at)), trouble: Set(trouble.map(str::to_owned)), ..Default::default() };
    if trouble.is_none() {
        told.mailed_at = Set(Some(at));
    }
    let known = Entity::update_many().set(told).filter(Column::Id.eq(id.0)).filter(Column::ErasedAt.is_null());
    known.filter(Column::ToldAt.is_null().or(Column::ToldAt.lt(at))).exec(tx).await.map(drop)
}

/// Deletes who these people were. That somebody was invited, and what came of it, remains for the numbers.
pub async fn erase(tx: &impl ConnectionTrait, ids: &[Uuid], now: DateTime<Utc>) -> Result<(), DbErr> {
    for ids in ids.chunks(CHUNK) {
        let nobody = ActiveModel {
            name: Set(String::new()),
            email: Set(String::new()),
            address: Set(None),
            organisation: Set(String::new()),
            reason: Set(None),
            going: Set(None),
            erased_at: Set(Some(now)),
            ..Default::default()
        };
        Entity::update_many()
            .set(nobody)
            .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
            .filter(Column::Id.is_in(ids.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}
