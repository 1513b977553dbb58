//! Whom delegations have named, and which sign-up is theirs.

use crate::store::{CHUNK, claim, registration};
use bus::Work;
use proto::gathering::{DelegationSeatCleared, DelegationSeatNamed, RegistrationSeated, Seating};
use proto::{Language, RegistrationId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, Set};
use std::collections::HashMap;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seat")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub event_id: Uuid,
    pub delegation: Uuid,
    pub registration: Option<Uuid>,
    pub own: bool,
    pub cleared: bool,
    pub member: String,
    /// How often it has come to somebody.
    pub revision: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What becomes of a naming is the first that is said of a seat.
pub const FIRST: i32 = 1;

pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

async fn insert(tx: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Keeps what became of a naming, so that it is decided once.
pub async fn keep(
    tx: &impl ConnectionTrait,
    named: &DelegationSeatNamed,
    registration: Option<(RegistrationId, bool)>,
) -> Result<(), DbErr> {
    let row = Model {
        id: named.seat_id.0,
        event_id: named.allotted.event_id.0,
        delegation: named.allotted.delegation_id.0,
        registration: registration.map(|(id, _)| id.0),
        own: registration.is_some_and(|(_, own)| own),
        cleared: registration.is_none(),
        member: named.member.clone(),
        revision: FIRST,
    };
    insert(tx, row).await
}

/// Keeps that a seat is cleared of which nobody has heard yet: the naming comes later and finds it so.
pub async fn keep_cleared(tx: &impl ConnectionTrait, cleared: &DelegationSeatCleared) -> Result<(), DbErr> {
    let row = Model {
        id: cleared.seat_id.0,
        event_id: cleared.event_id.0,
        delegation: cleared.delegation_id.0,
        registration: None,
        own: false,
        cleared: true,
        member: String::new(),
        revision: FIRST,
    };
    insert(tx, row).await
}

/// Marks all seats as cleared that a delegation has taken back by now, and gives those that were not before.
pub async fn clear_all(tx: &impl ConnectionTrait, named: &DelegationSeatNamed) -> Result<Vec<Model>, DbErr> {
    let ids: Vec<Uuid> = named.cleared.iter().map(|seat| seat.0).collect();
    let known = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(tx).await?;
    for id in ids.into_iter().filter(|id| !known.iter().any(|seat| seat.id == *id)) {
        keep_cleared(
            tx,
            &DelegationSeatCleared {
                seat_id: id.into(),
                delegation_id: named.allotted.delegation_id,
                event_id: named.allotted.event_id,
            },
        )
        .await?;
    }
    let held: Vec<Model> = known.into_iter().filter(|seat| !seat.cleared).collect();
    for seat in &held {
        clear(tx, seat.id).await?;
    }
    Ok(held)
}

/// Marks a seat as cleared.
pub async fn clear(tx: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    let cleared = ActiveModel { cleared: Set(true), ..Default::default() };
    Entity::update_many().set(cleared).filter(Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}

/// Notes that somebody has no sign-up any more but by being named.
pub async fn only_named(tx: &impl ConnectionTrait, registration: Uuid) -> Result<(), DbErr> {
    let named = ActiveModel { own: Set(false), ..Default::default() };
    let theirs = Entity::update_many().set(named).filter(Column::Registration.eq(registration));
    theirs.filter(Column::Cleared.eq(false)).exec(tx).await?;
    Ok(())
}

/// The seats that delegations have named these people for, cleared ones too.
pub async fn of_people(db: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<Vec<Uuid>, DbErr> {
    let mut all = Vec::new();
    for some in registrations.chunks(CHUNK) {
        let theirs = Entity::find().select_only().column(Column::Id);
        let theirs = theirs.filter(Column::Registration.is_in(some.iter().copied()));
        all.extend(theirs.into_tuple::<Uuid>().all(db).await?);
    }
    Ok(all)
}

/// Lets seats follow the people who gave their place to others, and tells where they are now.
pub async fn hand_over(work: &Work, handed: &[(Uuid, Uuid)]) -> Result<(), DbErr> {
    let tx = &work.tx;
    for some in handed.chunks(CHUNK) {
        let to: HashMap<Uuid, Uuid> = some.iter().copied().collect();
        let seats = Entity::find().filter(Column::Registration.is_in(to.keys().copied()));
        let seats = seats.filter(Column::Cleared.eq(false)).order_by_asc(Column::Id).all(tx).await?;
        if seats.is_empty() {
            continue;
        }
        let mut now: Vec<Model> = Vec::with_capacity(seats.len());
        for seat in seats {
            let mut seat = Model { own: false, ..seat };
            // Handed over and handed over again within the batch, it is with the last.
            while let Some(next) = seat.registration.and_then(|from| to.get(&from)) {
                seat.registration = Some(*next);
                seat.revision += 1;
            }
            now.push(seat);
        }
        let moved = OnConflict::column(Column::Id)
            .update_columns([Column::Registration, Column::Own, Column::Revision])
            .to_owned();
        let rows = now.iter().cloned().map(IntoActiveModel::into_active_model);
        Entity::insert_many(rows).on_conflict(moved).exec_without_returning(tx).await?;
        let holders: Vec<Uuid> = now.iter().filter_map(|seat| seat.registration).collect();
        let people = registration::Entity::find().filter(registration::Column::Id.is_in(holders.iter().copied()));
        let languages: HashMap<Uuid, Language> =
            people.all(tx).await?.into_iter().map(|row| (row.id, row.language())).collect();
        let claims = claim::of_registrations(tx, &holders).await?;
        for seat in &now {
            let Some(holder) = seat.registration else { continue };
            let asks_for_own = |claim: &claim::Model| {
                claim.registration_id == holder
                    && claim.pool_id == seat.delegation
                    && claim.state == claim::State::Waiting
            };
            work.say(&RegistrationSeated {
                seat_id: seat.id.into(),
                revision: u32::try_from(seat.revision).unwrap_or_default(),
                delegation_id: seat.delegation.into(),
                event_id: seat.event_id.into(),
                registration_id: Some(RegistrationId(holder)),
                signed_up_before: false,
                language: languages.get(&holder).copied().unwrap_or(Language::Nn),
                member: seat.member.clone(),
                outcome: Seating::HandedOver,
                // With the place they got what was asked for with it.
                own_place: claims.iter().any(asks_for_own),
            });
        }
    }
    Ok(())
}
