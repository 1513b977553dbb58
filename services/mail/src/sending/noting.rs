//! Writing down what becomes of letters: those to which the same happened in one statement.

use std::collections::{BTreeMap, BTreeSet};

use bus::{Bus, Work};
use chrono::{DateTime, Utc};
use host::Settings;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryTrait, UpdateMany};
use uuid::Uuid;

use super::marks::{Mark, Outcome, Over, Shown};
use crate::fate::Fate;
use crate::pace;
use crate::purpose::State;
use crate::store::letter::{self, Column, Entity};
use crate::store::{receiving_domain, registration};
use crate::taking;

/// Which of them are kept: the letter was still in the hands of its owner.
pub(super) async fn note_all(bus: &Bus, settings: &Settings, marks: &[&Mark]) -> Result<Vec<bool>, DbErr> {
    let work = bus.begin().await?;
    let mut over = Vec::new();
    let mut dotted: BTreeMap<Uuid, (DateTime<Utc>, Vec<Uuid>)> = BTreeMap::new();
    for mark in marks {
        match &mark.outcome {
            Outcome::DotWritten { until } => {
                let (latest, letters) = dotted.entry(mark.owner).or_insert_with(|| (*until, Vec::new()));
                *latest = Ord::max(*latest, *until);
                letters.push(mark.letter);
            }
            Outcome::Over(ended) => over.push((*mark, ended)),
        }
    }
    let mut noted = BTreeSet::new();
    for (owner, (until, letters)) in dotted {
        let dotted = note_dots(&work, owner, until, &letters).await?;
        noted.extend(dotted.into_iter().map(|letter| (letter, owner)));
    }
    noted.extend(note_ends(&work, &over).await?);
    note_domains(&work, settings, over.iter().filter_map(|(_, over)| over.domain.as_ref())).await?;
    work.commit().await?;
    Ok(marks.iter().map(|mark| noted.contains(&(mark.letter, mark.owner))).collect())
}

async fn note_dots(work: &Work, owner: Uuid, until: DateTime<Utc>, letters: &[Uuid]) -> Result<BTreeSet<Uuid>, DbErr> {
    let dotted = Entity::update_many()
        .col_expr(Column::State, Expr::value(State::DotWritten))
        .col_expr(Column::LeaseUntil, Expr::value(Some(until)))
        .col_expr(Column::DotAt, Expr::value(Some(work.now)))
        .col_expr(Column::Unanswered, Expr::col(Column::Unanswered).add(1))
        .filter(Column::State.eq(State::Leased))
        .filter(Column::LeaseOwner.eq(owner));
    which(work, dotted, letters).await
}

/// What a letter becomes when an attempt is over.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Ending {
    state: State,
    next_at: Option<DateTime<Utc>>,
    trouble: Option<String>,
    tries: i32,
    dot_at: Option<DateTime<Utc>>,
    unanswered: i32,
    put_off_since: Option<DateTime<Utc>>,
    /// Its bytes have no more use, nor the addresses that it went between.
    without_bytes: bool,
    /// Nor has what only the message said that brought it about.
    without_facts: bool,
}

impl Ending {
    fn of(over: &Over) -> Self {
        let (state, next_at) = match over.fate {
            Fate::Sent => (State::Sent, None),
            Fate::PendingUntil(at) => (State::Pending, Some(at)),
            Fate::DeferredUntil(at) => (State::Deferred, Some(at)),
            Fate::Failed => (State::Failed, None),
            Fate::Uncertain(at) => (State::Uncertain, at),
        };
        Self {
            state,
            next_at,
            trouble: over.trouble.clone(),
            tries: over.tries,
            dot_at: over.dot_at,
            unanswered: over.unanswered,
            put_off_since: over.put_off_since,
            // What may have arrived can be asked for again, and is the same then.
            without_bytes: next_at.is_none() && !is_in_doubt(over),
            // With facts go addresses. To participants and those who contribute it may be sent again, also when it comes
            // back after it was sent.
            without_facts: next_at.is_none() && over.registration.is_none() && !over.purpose.is_to_contributor(),
        }
    }

    fn change(&self, now: DateTime<Utc>) -> UpdateMany<Entity> {
        let mut ended = Entity::update_many()
            .col_expr(Column::State, Expr::value(self.state))
            .col_expr(Column::NextAt, Expr::value(self.next_at))
            .col_expr(Column::LeaseOwner, null::<Uuid>())
            .col_expr(Column::LeaseUntil, null::<DateTime<Utc>>())
            .col_expr(Column::Tries, Expr::value(self.tries))
            .col_expr(Column::DotAt, Expr::value(self.dot_at))
            .col_expr(Column::Unanswered, Expr::value(self.unanswered))
            .col_expr(Column::PutOffSince, Expr::value(self.put_off_since))
            .col_expr(Column::Trouble, Expr::value(self.trouble.clone()));
        if self.next_at.is_none() {
            ended = ended.col_expr(Column::Domain, null::<String>());
        }
        if self.state == State::Sent {
            ended = ended.col_expr(Column::SentAt, Expr::value(Some(now)));
        }
        if self.without_bytes {
            let (raw, made_of) = (null::<Vec<u8>>(), null::<String>());
            ended = ended.col_expr(Column::Raw, raw).col_expr(Column::MadeOf, made_of);
        }
        if self.without_facts {
            ended = ended.col_expr(Column::Facts, null::<sea_orm::JsonValue>());
        }
        ended
    }
}

fn is_in_doubt(over: &Over) -> bool {
    matches!(over.fate, Fate::Uncertain(None)) || (over.fate == Fate::Failed && over.dot_at.is_some())
}

/// A letter, and whoever has it in hand.
type Held = (Uuid, Uuid);

async fn note_ends(work: &Work, over: &[(&Mark, &Over)]) -> Result<BTreeSet<Held>, DbErr> {
    let mut alike: BTreeMap<(Uuid, Ending), Vec<Uuid>> = BTreeMap::new();
    for (mark, over) in over {
        alike.entry((mark.owner, Ending::of(over))).or_default().push(mark.letter);
    }
    let (mut noted, mut taken_back) = (BTreeSet::new(), BTreeSet::new());
    for ((owner, ending), letters) in alike {
        let owned = ending.change(work.now).filter(Column::LeaseOwner.eq(owner));
        let ended = which(work, owned, &letters).await?;
        if ending.state == State::Sent && ended.len() < letters.len() {
            // One that was taken back, and that nobody has taken up since, is no longer in doubt.
            let left: Vec<Uuid> = letters.into_iter().filter(|letter| !ended.contains(letter)).collect();
            let nobodys = Condition::all().add(Column::LeaseOwner.is_null()).add(Column::State.eq(State::Uncertain));
            let ended = which(work, ending.change(work.now).filter(nobodys), &left).await?;
            taken_back.extend(ended.into_iter().map(|letter| (letter, owner)));
        }
        noted.extend(ended.into_iter().map(|letter| (letter, owner)));
    }
    noted.extend(taken_back.iter().copied());
    let doubtful = over.iter().filter(|(_, over)| is_in_doubt(over)).map(|(mark, _)| mark.letter);
    letter::drop_bytes(&work.tx, &doubtful.collect::<Vec<_>>()).await?;
    for (mark, over) in over {
        let held = (mark.letter, mark.owner);
        if noted.contains(&held) {
            tell(work, mark.letter, over, over.given_up || taken_back.contains(&held)).await?;
        }
    }
    Ok(noted)
}

/// Says it when a letter reaches nobody, and when it does after all.
async fn tell(work: &Work, letter: Uuid, over: &Over, may_be_given_up: bool) -> Result<(), DbErr> {
    if matches!(over.fate, Fate::Failed | Fate::Uncertain(None)) {
        let reason = over.trouble.as_deref().unwrap_or_default();
        letter::give_up(&work.tx, &[letter], work.now).await?;
        taking::undeliverable(work, over.registration, over.event, over.purpose, reason);
        taking::invited::mailed(work, letter, over.purpose, Some(reason)).await?;
    }
    if over.fate == Fate::Sent {
        taking::invited::mailed(work, letter, over.purpose, None).await?;
    }
    if over.fate == Fate::Sent && may_be_given_up && letter::reached(&work.tx, letter).await? {
        if let Some(person) = over.registration {
            registration::reached(&work.tx, person).await?;
        }
        taking::delivered(work, over.registration, over.event, over.purpose);
    }
    Ok(())
}

/// Changes those of `letters` that the condition of the change is true of, and says which they are.
async fn which(work: &Work, change: UpdateMany<Entity>, letters: &[Uuid]) -> Result<BTreeSet<Uuid>, DbErr> {
    let mut change = change.filter(Column::Id.is_in(letters.iter().copied())).into_query();
    change.returning(Query::returning().column(Column::Id));
    let changed = work.tx.query_all(&change).await?;
    changed.iter().map(|row| row.try_get_by_index(0)).collect()
}

async fn note_domains(
    work: &Work,
    settings: &Settings,
    shown: impl Iterator<Item = &Shown> + Clone,
) -> Result<(), DbErr> {
    let names: BTreeSet<String> = shown.clone().map(|shown| shown.name.clone()).collect();
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

fn null<T>() -> Expr
where
    Option<T>: Into<sea_orm::Value>,
{
    Expr::value(None::<T>)
}
