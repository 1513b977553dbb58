//! Noting what becomes of letters. Those that end while others are being noted are noted together, in one transaction,
//! so that the disk is waited for once and not once for each.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bus::{Bus, Work};
use chrono::{DateTime, TimeDelta, Utc};
use host::Settings;
use proto::{EventId, RegistrationId};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter};
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use crate::fate::{self, Attempt, Fate};
use crate::pace;
use crate::purpose::{Purpose, State};
use crate::store::letter::{self, Column, Entity};
use crate::store::{receiving_domain, registration};
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
    unanswered: i32,
    put_off_since: Option<DateTime<Utc>>,
    purpose: Purpose,
    registration: Option<RegistrationId>,
    event: Option<EventId>,
    /// It was said before that it reaches nobody.
    given_up: bool,
    /// What the receiving domain has shown of itself.
    domain: Option<Shown>,
}

/// That a domain asks for patience with everything, or takes letters again.
#[derive(Clone, Debug)]
struct Shown {
    name: String,
    takes: bool,
    /// How many times it had asked when the letter was taken in hand.
    put_offs: i32,
}

impl Shown {
    fn by(letter: &InHand, attempt: &Attempt) -> Option<Self> {
        let takes = match attempt {
            Attempt::PutOffAll(_) => false,
            Attempt::Taken if letter.put_offs > 0 => true,
            _ => return None,
        };
        Some(Self { name: letter.route.domain.clone()?, takes, put_offs: letter.put_offs })
    }
}

impl Outcome {
    pub(super) fn of(letter: &InHand, attempt: &Attempt, dotted: bool, now: DateTime<Utc>, doubt: TimeDelta) -> Self {
        let fate = fate::after(
            attempt,
            letter.tries,
            letter.dot_at.is_some(),
            letter.put_off_since.unwrap_or(now),
            now,
            doubt,
        );
        let doubtful = dotted && matches!(attempt, Attempt::LostAfter(_));
        // Trying a server that is not there says nothing about the letter.
        let tries = letter.tries - i32::from(matches!(attempt, Attempt::Unreachable(_)));
        Self::Over(Over {
            fate,
            trouble: attempt.trouble().map(fate::without_addresses),
            tries,
            dot_at: if doubtful { Some(now) } else { letter.dot_at },
            unanswered: letter.unanswered + i32::from(doubtful),
            put_off_since: letter.put_off_since.or_else(|| attempt.is_put_off().then_some(now)),
            purpose: letter.purpose,
            registration: letter.registration,
            event: letter.event,
            given_up: letter.given_up,
            domain: Shown::by(letter, attempt),
        })
    }
}

/// Notes marks, many at once when there are many.
#[derive(Clone)]
pub(super) struct Marks {
    given: mpsc::Sender<Asked>,
    /// Something that happened is not noted yet.
    behind: Arc<AtomicBool>,
}

/// A mark, and who wants to know whether it is kept.
type Asked = (Mark, oneshot::Sender<bool>);

/// How many are noted together at most.
const TOGETHER: usize = 128;

/// The first pause before what could not be noted is tried again; each further one is twice as long.
const PAUSE: Duration = Duration::from_millis(100);
/// The longest pause.
const LONGEST: Duration = Duration::from_secs(5);

pub(super) fn begin(bus: Bus, settings: Arc<Settings>) -> (Marks, impl Future<Output = anyhow::Result<()>>) {
    let (given, mut taken) = mpsc::channel::<Asked>(TOGETHER);
    let behind = Arc::new(AtomicBool::new(false));
    let marks = Marks { given, behind: behind.clone() };
    // Ends when the last sender is gone, and so never before a letter in hand has been noted or given up.
    let noting = async move {
        let mut pause = PAUSE;
        // What has happened and could not be noted. Forgetting it would send a letter again that has arrived.
        let mut left: Vec<Asked> = Vec::new();
        let mut batch = Vec::new();
        loop {
            let open = tokio::select! {
                count = taken.recv_many(&mut batch, TOGETHER) => count > 0,
                () = tokio::time::sleep(pause), if !left.is_empty() => {
                    pause = (pause * 2).min(LONGEST);
                    batch.append(&mut left);
                    true
                }
            };
            if !open && left.is_empty() {
                return Ok(());
            }
            if !open {
                // Nobody has patience any more; this is the last try.
                batch.append(&mut left);
            }
            left.extend(note_each(&bus, &settings, std::mem::take(&mut batch)).await);
            behind.store(!left.is_empty(), Ordering::Release);
            if left.is_empty() {
                pause = PAUSE;
            } else if !open {
                tracing::error!(count = left.len(), "what became of letters was never noted");
                return Ok(());
            }
        }
    };
    (marks, noting)
}

/// Notes marks together, or one by one when that fails. Gives back those to be tried again.
async fn note_each(bus: &Bus, settings: &Settings, asked: Vec<Asked>) -> Vec<Asked> {
    let all: Vec<&Mark> = asked.iter().map(|(mark, _)| mark).collect();
    let together = note_all(bus, settings, &all).await;
    if let Err(error) = &together {
        tracing::warn!(error = %error, "what became of letters could not be noted");
    }
    let mut noted = together.unwrap_or_default().into_iter();
    let alone = asked.len() == 1;
    let mut left = Vec::new();
    for (mark, answer) in asked {
        let kept = match noted.next() {
            Some(kept) => Some(kept),
            None if alone => None,
            None => note_all(bus, settings, &[&mark]).await.ok().and_then(|noted| noted.first().copied()),
        };
        match (kept, &mark.outcome) {
            // Whoever asked may be gone; the mark stands all the same.
            (Some(kept), _) => drop(answer.send(kept)),
            // The dot is not written without it, and the letter is tried again in peace.
            (None, Outcome::DotWritten { .. }) => drop(answer.send(false)),
            (None, Outcome::Over(_)) => left.push((mark, answer)),
        }
    }
    left
}

impl Marks {
    /// True when the mark is kept: the letter was still in the hands of its owner.
    pub(super) async fn note(&self, mark: Mark) -> bool {
        let (answer, noted) = oneshot::channel();
        self.given.send((mark, answer)).await.is_ok() && noted.await.unwrap_or(false)
    }

    /// True while something that happened is not noted. Nothing new should be begun before it is.
    pub(super) fn is_behind(&self) -> bool {
        self.behind.load(Ordering::Acquire)
    }
}

async fn note_all(bus: &Bus, settings: &Settings, marks: &[&Mark]) -> Result<Vec<bool>, DbErr> {
    let work = bus.begin().await?;
    let mut noted = Vec::with_capacity(marks.len());
    for mark in marks {
        noted.push(note(&work, mark).await?);
    }
    let shown = marks.iter().filter_map(|mark| match &mark.outcome {
        Outcome::Over(over) => over.domain.as_ref(),
        Outcome::DotWritten { .. } => None,
    });
    note_domains(&work, settings, shown.collect()).await?;
    work.commit().await?;
    Ok(noted)
}

async fn note_domains(work: &Work, settings: &Settings, shown: Vec<&Shown>) -> Result<(), DbErr> {
    let names: BTreeSet<String> = shown.iter().map(|shown| shown.name.clone()).collect();
    let mut rhythms = receiving_domain::hold_all(&work.tx, &names, &names, work.now).await?;
    for Shown { name, takes, put_offs } in shown {
        let Some(rhythm) = rhythms.get_mut(name) else { continue };
        *rhythm = match takes {
            true => rhythm.taken(*put_offs, pace::limit(settings, name), work.now),
            false => rhythm.put_off(*put_offs, work.now),
        };
    }
    for (name, rhythm) in rhythms {
        receiving_domain::keep(&work.tx, &name, rhythm).await?;
    }
    Ok(())
}

async fn note(work: &Work, mark: &Mark) -> Result<bool, DbErr> {
    let this = Entity::update_many().filter(Column::Id.eq(mark.letter));
    let owned = Column::LeaseOwner.eq(mark.owner);
    let over = match &mark.outcome {
        Outcome::DotWritten { until } => {
            let dotted = this
                .filter(owned)
                .col_expr(Column::State, Expr::value(State::DotWritten))
                .col_expr(Column::LeaseUntil, Expr::value(Some(*until)))
                .col_expr(Column::DotAt, Expr::value(Some(work.now)))
                .col_expr(Column::Unanswered, Expr::col(Column::Unanswered).add(1))
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
    let in_doubt = matches!(over.fate, Fate::Uncertain(None)) || (over.fate == Fate::Failed && over.dot_at.is_some());
    let end = |ours: Condition| {
        let mut ended = Entity::update_many()
            .filter(Column::Id.eq(mark.letter))
            .filter(ours)
            .col_expr(Column::State, Expr::value(state))
            .col_expr(Column::NextAt, Expr::value(next_at))
            .col_expr(Column::LeaseOwner, Expr::value(None::<Uuid>))
            .col_expr(Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>))
            .col_expr(Column::Tries, Expr::value(over.tries))
            .col_expr(Column::DotAt, Expr::value(over.dot_at))
            .col_expr(Column::Unanswered, Expr::value(over.unanswered))
            .col_expr(Column::PutOffSince, Expr::value(over.put_off_since))
            .col_expr(Column::Trouble, Expr::value(over.trouble.clone()));
        if next_at.is_none() {
            ended = ended.col_expr(Column::Domain, Expr::value(None::<String>));
        }
        if state == State::Sent {
            ended = ended.col_expr(Column::SentAt, Expr::value(Some(work.now)));
        }
        // What may have arrived can be asked for again, and is the same then.
        if next_at.is_none() && !in_doubt {
            // With them the addresses that it went between.
            ended = ended
                .col_expr(Column::Raw, Expr::value(None::<Vec<u8>>))
                .col_expr(Column::MadeOf, Expr::value(None::<String>));
        }
        // What only the message said has no more use, and with it go addresses. To participants and those who contribute it
        // may be sent again, also when it comes back after it was sent.
        let once = over.registration.is_none() && !over.purpose.is_to_contributor();
        if next_at.is_none() && once {
            ended = ended.col_expr(Column::Facts, Expr::value(None::<sea_orm::JsonValue>));
        }
        ended
    };
    let mut noted = end(Condition::all().add(owned)).exec(&work.tx).await?.rows_affected == 1;
    let mut may_be_given_up = over.given_up;
    if !noted && over.fate == Fate::Sent {
        // One that was taken back, and that nobody has taken up since, is no longer in doubt.
        let taken_back = Condition::all().add(Column::LeaseOwner.is_null()).add(Column::State.eq(State::Uncertain));
        noted = end(taken_back).exec(&work.tx).await?.rows_affected == 1;
        may_be_given_up = true;
    }
    if in_doubt {
        letter::drop_bytes(&work.tx, &[mark.letter]).await?;
    }
    if noted && matches!(over.fate, Fate::Failed | Fate::Uncertain(None)) {
        let reason = over.trouble.as_deref().unwrap_or_default();
        letter::give_up(&work.tx, &[mark.letter], work.now).await?;
        taking::undeliverable(work, over.registration, over.event, over.purpose, reason);
    }
    if noted && over.fate == Fate::Sent && may_be_given_up && letter::reached(&work.tx, mark.letter).await? {
        if let Some(person) = over.registration {
            registration::reached(&work.tx, person).await?;
        }
        taking::delivered(work, over.registration, over.event, over.purpose);
    }
    Ok(noted)
}
