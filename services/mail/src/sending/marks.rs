//! Noting what becomes of letters. Those that end while others are being noted are noted together, in one transaction,
//! so that the disk is waited for once and not once for each.

use bus::{Bus, Work};
use chrono::{DateTime, TimeDelta, Utc};
use proto::{EventId, RegistrationId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use crate::fate::{self, Attempt, Fate};
use crate::purpose::{Purpose, State};
use crate::store::letter::{Column, Entity};
use crate::taking::{self, InHand};

/// What became of a letter that is leased by `owner`.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) letter: Uuid,
    pub(super) owner: Uuid,
    pub(super) outcome: Outcome,
}

#[derive(Clone, Debug)]
pub(super) enum Outcome {
    /// The last dot is about to be written.
    DotWritten { until: DateTime<Utc> },
    /// The attempt is over.
    Over(Over),
}

#[derive(Clone, Debug)]
pub(super) struct Over {
    fate: Fate,
    trouble: Option<String>,
    tries: i32,
    /// When a dot was written that may have arrived.
    dot_at: Option<DateTime<Utc>>,
    purpose: Purpose,
    registration: Option<RegistrationId>,
    event: Option<EventId>,
}

impl Outcome {
    pub(super) fn of(letter: &InHand, attempt: &Attempt, dotted: bool, now: DateTime<Utc>, doubt: TimeDelta) -> Self {
        let fate = fate::after(attempt, letter.tries, letter.dot_at.is_some(), letter.due, now, doubt);
        let doubtful = dotted && matches!(attempt, Attempt::LostAfter(_));
        // Trying a server that is not there says nothing about the letter.
        let tries = letter.tries - i32::from(matches!(attempt, Attempt::Unreachable(_)));
        Self::Over(Over {
            fate,
            trouble: attempt.trouble().map(fate::without_addresses),
            tries,
            dot_at: if doubtful { Some(now) } else { letter.dot_at },
            purpose: letter.purpose,
            registration: letter.registration,
            event: letter.event,
        })
    }
}

/// Notes marks, many at once when there are many.
#[derive(Clone)]
pub(super) struct Marks(mpsc::Sender<(Mark, oneshot::Sender<bool>)>);

/// How many are noted together at most.
const TOGETHER: usize = 128;

pub(super) fn begin(bus: Bus) -> (Marks, impl Future<Output = anyhow::Result<()>>) {
    let (marks, mut given) = mpsc::channel::<(Mark, oneshot::Sender<bool>)>(TOGETHER);
    // Ends when the last sender is gone, and so never before a letter in hand has been noted.
    let noting = async move {
        let mut batch = Vec::with_capacity(TOGETHER);
        while given.recv_many(&mut batch, TOGETHER).await > 0 {
            let all: Vec<&Mark> = batch.iter().map(|(mark, _)| mark).collect();
            let noted = match note_all(&bus, &all).await {
                Ok(noted) => noted,
                Err(error) => {
                    tracing::warn!(error = %error, "what became of letters could not be noted");
                    vec![false; all.len()]
                }
            };
            for ((_, answer), noted) in batch.drain(..).zip(noted) {
                // Whoever asked may be gone; the mark stands all the same.
                let _ = answer.send(noted);
            }
        }
        Ok(())
    };
    (Marks(marks), noting)
}

impl Marks {
    /// True when the mark is kept: the letter was still in the hands of its owner.
    pub(super) async fn note(&self, mark: Mark) -> bool {
        let (answer, noted) = oneshot::channel();
        self.0.send((mark, answer)).await.is_ok() && noted.await.unwrap_or(false)
    }
}

async fn note_all(bus: &Bus, marks: &[&Mark]) -> Result<Vec<bool>, DbErr> {
    let work = bus.begin().await?;
    let mut noted = Vec::with_capacity(marks.len());
    for mark in marks {
        noted.push(note(&work, mark).await?);
    }
    work.commit().await?;
    Ok(noted)
}

async fn note(work: &Work, mark: &Mark) -> Result<bool, DbErr> {
    let ours = Entity::update_many().filter(Column::Id.eq(mark.letter)).filter(Column::LeaseOwner.eq(mark.owner));
    let over = match &mark.outcome {
        Outcome::DotWritten { until } => {
            let dotted = ours
                .col_expr(Column::State, Expr::value(State::DotWritten))
                .col_expr(Column::LeaseUntil, Expr::value(Some(*until)))
                .col_expr(Column::DotAt, Expr::value(Some(work.now)))
                .filter(Column::State.eq(State::Leased));
            return Ok(dotted.exec(&work.tx).await?.rows_affected == 1);
        }
        Outcome::Over(over) => over,
    };
    let (state, next_at) = match over.fate {
        Fate::Sent => (State::Sent, None),
        Fate::PendingUntil(at) => (State::Pending, Some(at)),
        Fate::DeferredUntil(at) => (State::Deferred, Some(at)),
        Fate::Failed => (State::Failed, None),
        Fate::Uncertain(at) => (State::Uncertain, at),
    };
    let mut ended = ours
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::NextAt, Expr::value(next_at))
        .col_expr(Column::LeaseOwner, Expr::value(None::<Uuid>))
        .col_expr(Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::Tries, Expr::value(over.tries))
        .col_expr(Column::DotAt, Expr::value(over.dot_at))
        .col_expr(Column::Trouble, Expr::value(over.trouble.clone()));
    if state == State::Sent {
        ended = ended.col_expr(Column::SentAt, Expr::value(Some(work.now)));
    }
    if next_at.is_none() {
        // With them the addresses that it went between.
        ended = ended
            .col_expr(Column::Raw, Expr::value(None::<Vec<u8>>))
            .col_expr(Column::MadeOf, Expr::value(None::<String>));
    }
    // A sign-in letter that was sent has no more use for the address.
    if next_at.is_none() && over.registration.is_none() {
        ended = ended.col_expr(Column::Facts, Expr::value(None::<sea_orm::JsonValue>));
    }
    let noted = ended.exec(&work.tx).await?.rows_affected == 1;
    if noted && state == State::Failed {
        let reason = over.trouble.as_deref().unwrap_or_default();
        taking::undeliverable(work, over.registration, over.event, over.purpose, reason);
    }
    Ok(noted)
}
