//! Letters that have in themselves all that is known here of the people whom they are to, or about.

use chrono::{DateTime, Utc};
use proto::EventId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{Condition, ConnectionTrait, QuerySelect};
use std::collections::HashSet;

use super::{Column, Entity, withdraw};
use crate::planning::Facts;
use crate::purpose::{Purpose, Skip};
use crate::store::{AT_ONCE, read};

/// A letter, and what it knows.
#[derive(Clone, Debug)]
pub(crate) struct WithPeople {
    pub(crate) id: Uuid,
    pub(crate) event: Option<Uuid>,
    facts: Facts,
}

impl WithPeople {
    /// The address of whom it is to, or about.
    pub(crate) fn address(&self) -> Option<&str> {
        match &self.facts {
            Facts::Proposal(told) => Some(&told.email),
            Facts::Delegation(told) => Some(&told.email),
            Facts::Forward(passed) => Some(&passed.address),
            _ => None,
        }
    }

    /// What the message was about that brought it.
    pub(crate) fn subject(&self) -> Uuid {
        match &self.facts {
            Facts::Proposal(told) => told.proposal_id.0,
            Facts::Delegation(told) => told.delegation_id.0,
            _ => self.id,
        }
    }
}

/// Those about an event, or all. What they know goes soon after they were sent, so there are few.
pub(crate) async fn with_people(db: &impl ConnectionTrait, event: Option<EventId>) -> Result<Vec<WithPeople>, DbErr> {
    let purposes = [Purpose::Proposal, Purpose::Delegation, Purpose::Forward];
    let mut rows = Entity::find().select_only().columns([Column::Id, Column::Event, Column::Facts]);
    if let Some(event) = event {
        rows = rows.filter(Column::Event.eq(event.0));
    }
    // None of them is to a participant: by that they are found without looking through all letters.
    let rows = rows.filter(Column::Purpose.is_in(purposes)).filter(Column::Registration.is_null());
    let rows = rows.filter(Column::Facts.is_not_null());
    let rows: Vec<(Uuid, Option<Uuid>, Json)> = rows.into_tuple().all(db).await?;
    rows.into_iter().map(|(id, event, facts)| Ok(WithPeople { id, event, facts: read(&facts)? })).collect()
}

/// Letters that know by themselves whom they are to, and only until they have gone out: nobody's sign-up goes with them.
const OF_THEMSELVES: [Purpose; 8] = [
    Purpose::SignIn,
    Purpose::SignInChanged,
    Purpose::Trial,
    Purpose::Delegation,
    Purpose::Forward,
    Purpose::Followed,
    Purpose::TurnedAway,
    Purpose::Invitation,
];

/// Those of these letters that may still be looked at: it is known whom they are to, or they knew it themselves and were sent after
/// then.
pub(crate) async fn known_to(
    db: &impl ConnectionTrait,
    letters: &[Uuid],
    then: DateTime<Utc>,
) -> Result<HashSet<Uuid>, DbErr> {
    let mut known = HashSet::new();
    for some in letters.chunks(AT_ONCE) {
        let to_somebody = Condition::any()
            .add(Column::Registration.is_not_null())
            .add(Column::Speaker.is_not_null())
            .add(Column::Facts.is_not_null())
            .add(Column::Purpose.is_in(OF_THEMSELVES).and(Column::SentAt.gte(then)));
        let rows = Entity::find().select_only().column(Column::Id).filter(Column::Id.is_in(some.iter().copied()));
        known.extend(rows.filter(to_somebody).into_tuple::<Uuid>().all(db).await?);
    }
    Ok(known)
}

/// Keeps these letters from being sent, and takes everything out of them. How many there were can still be counted.
pub(crate) async fn forget(db: &impl ConnectionTrait, letters: &[Uuid]) -> Result<(), DbErr> {
    if letters.is_empty() {
        return Ok(());
    }
    withdraw(db, letters, Skip::Erased).await?;
    for some in letters.chunks(AT_ONCE) {
        Entity::update_many()
            .col_expr(Column::Facts, Expr::value(None::<Json>))
            .col_expr(Column::Raw, Expr::value(None::<Vec<u8>>))
            .col_expr(Column::MadeOf, Expr::value(None::<String>))
            .col_expr(Column::MessageId, Expr::value(None::<String>))
            .col_expr(Column::Domain, Expr::value(None::<String>))
            .col_expr(Column::Trouble, Expr::value(None::<String>))
            .filter(Column::Id.is_in(some.iter().copied()))
            .exec(db)
            .await?;
    }
    Ok(())
}
