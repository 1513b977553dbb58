//! Which letters can be taken in hand: not those that are held back, nor those whose receiver or mail server has to be waited
//! for. They are not even looked at, so that however many there are, nobody else's letter waits behind them.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, IntoCondition, LockBehavior, LockType};
use sea_orm::{Condition, ConnectionTrait, Iterable, QueryOrder, QuerySelect, QueryTrait};

use super::{Column, Entity, Model};
use crate::purpose::{Purpose, State};
use crate::sending::Room;
use crate::store::{AT_ONCE, pause, receiving_domain};

/// What is known about letters that have to wait.
#[derive(Clone, Debug, Default)]
pub(crate) struct Takeable {
    /// Domains that get nothing now.
    waiting: BTreeSet<String>,
    /// Absent where everything counts that is due.
    room: Option<Room>,
}

impl Takeable {
    /// What can be taken within this room.
    pub(crate) async fn load(db: &impl ConnectionTrait, room: Option<Room>, now: DateTime<Utc>) -> Result<Self, DbErr> {
        let waiting = receiving_domain::waiting(db, now).await?.into_iter().collect();
        Ok(Self { waiting, room })
    }

    fn condition(&self) -> Condition {
        let mut all = not_held_back();
        if !self.waiting.is_empty() {
            all = all.add(to_none_of(self.waiting.iter().map(String::as_str)));
        }
        match &self.room {
            Some(room) => all.add(has_room(room)),
            None => all,
        }
    }
}

/// Nobody holds it back. It is asked in the same statement as for the letters, so that none goes that was planned after
/// somebody had held letters back.
pub(super) fn not_held_back() -> Condition {
    let paused = || pause::Entity::find().select_only().column(pause::Column::Event);
    let everywhere = || paused().filter(pause::Column::Event.eq(pause::HOUSE));
    let all = everywhere().filter(pause::Column::Whole.eq(true));
    let those: Vec<Purpose> = Purpose::iter().filter(|purpose| purpose.can_be_held_back()).collect();
    let of_others =
        Condition::any().add(Column::Event.is_null()).add(Column::Event.not_in_subquery(paused().into_query()));
    let goes = Condition::all().add(Expr::exists(everywhere().into_query()).not()).add(of_others);
    Condition::all()
        .add(Expr::exists(all.into_query()).not())
        .add(Condition::any().add(Column::Purpose.is_not_in(those)).add(goes))
}

fn to_none_of<'a>(domains: impl IntoIterator<Item = &'a str>) -> Condition {
    // One that was never looked at may go to any.
    Condition::any().add(Column::Domain.is_null()).add(Column::Domain.is_not_in(domains))
}

fn has_room(room: &Room) -> Condition {
    let own: Vec<&str> = room.own_relays().collect();
    let mut any = Condition::any();
    for (relay, full) in room.open() {
        let through = match relay {
            Some(organisation) => Column::Organisation.eq(organisation).into_condition(),
            None if own.is_empty() => Expr::value(true).into_condition(),
            None => Condition::all().add(Column::Organisation.is_not_in(own.iter().copied())),
        };
        any = match full.is_empty() {
            true => any.add(through),
            false => any.add(Condition::all().add(through).add(to_none_of(full))),
        };
    }
    if any.is_empty() {
        return any.add(Expr::value(false));
    }
    // Nobody has looked at it to see through which server it goes.
    if own.is_empty() { any } else { any.add(Column::Organisation.is_null()) }
}

/// Letters that are due, the most important first. On PostgreSQL nobody else gets them until the transaction ends.
pub(crate) async fn due(
    db: &impl ConnectionTrait,
    takeable: &Takeable,
    now: DateTime<Utc>,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::NextAt.lte(now))
        .filter(Column::State.is_in([State::Pending, State::Deferred, State::Uncertain]))
        .filter(takeable.condition())
        .order_by_asc(Column::Priority)
        // Those that may have arrived can wait for those that have not.
        .order_by_asc(Expr::col(Column::DotAt).is_not_null())
        .order_by_asc(Column::Due)
        .limit(most)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(db)
        .await
}

/// True when something is due that can be taken, or somebody's time with a letter has run out.
pub(crate) async fn anything(
    db: &impl ConnectionTrait,
    takeable: &Takeable,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let due = Condition::all().add(Column::NextAt.lte(now)).add(takeable.condition());
    for those in [due, Column::LeaseUntil.lt(now).into_condition()] {
        let first = Entity::find().select_only().column(Column::Id).filter(those).limit(1);
        if first.into_tuple::<Uuid>().one(db).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Notes for whom letters go out, and to which domain.
pub(crate) async fn note_route(
    db: &impl ConnectionTrait,
    letters: &[Uuid],
    organisation: Option<&str>,
    domain: Option<&str>,
) -> Result<(), DbErr> {
    for some in letters.chunks(AT_ONCE) {
        let noted = Entity::update_many()
            .col_expr(Column::Organisation, Expr::value(organisation))
            .col_expr(Column::Domain, Expr::value(domain));
        noted.filter(Column::Id.is_in(some.iter().copied())).exec(db).await?;
    }
    Ok(())
}
