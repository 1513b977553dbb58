//! Keeps what the desk decided: rows, counters and what is said about them.

use crate::answers::{self, Answers};
use crate::desk::book::{Book, Entry};
use crate::invited;
use crate::places::Pool;
use crate::store::audit::{self, Deed};
use crate::store::{
    CHUNK, answer, claim, event, history, invitation, kept, pool, registration, seat, sensitive_answer, submission,
};
use bus::Work;
use proto::event::Question;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DbErr, IntoActiveModel, Set, TryInsertResult};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Whether everything was as the desk believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    All,
    /// A form or an address was known already. Roll back, look them up, decide again.
    Conflict,
}

/// Writes the books and says what became true. Nothing holds until the work is committed.
pub async fn record(work: &Work, books: &mut [Book]) -> Result<Recorded, DbErr> {
    let tx = &work.tx;
    if !insert_submissions(work, books).await? || !write_registrations(tx, books).await? {
        return Ok(Recorded::Conflict);
    }
    write_claims(tx, books).await?;
    write_answers(work, books).await?;
    let news = books.iter().flat_map(|book| &book.facts);
    history::note(tx, work.now, news.map(|fact| (fact.registration.id.0, (&fact.news).into()))).await?;
    for book in books {
        for fact in book.facts.drain(..) {
            fact.say(work);
        }
        for (id, registration) in std::mem::take(&mut book.accepted) {
            let Some(invited) = book.invited.get_mut(&id) else { continue };
            invited.row.revision += 1;
            invitation::accept(tx, id, registration, invited.row.revision).await?;
            invited::accepted(work, &invited.row);
        }
        seat::hand_over(work, &book.handed_over).await?;
        for (by, action, about) in book.deeds.drain(..) {
            audit::keep(tx, work.now, by, book.row.id.into(), Deed::about(action, about)).await?;
        }
        if let Some(signup) = book.signup_news(work.now) {
            work.say(&signup);
        }
        write_counters(tx, book).await?;
    }
    Ok(Recorded::All)
}

/// False when one of the keys was there before.
async fn insert_submissions(work: &Work, books: &[Book]) -> Result<bool, DbErr> {
    let mut rows = Vec::new();
    for book in books {
        for (key, submission) in book.submissions.iter().filter(|(_, submission)| submission.is_new) {
            let answer = serde_json::to_value(&submission.answer).map_err(|error| DbErr::Json(error.to_string()))?;
            rows.push(submission::ActiveModel {
                event_id: Set(book.row.id),
                key: Set(key.clone()),
                content: Set(submission.content.clone()),
                answer: Set(answer),
                created_at: Set(work.now),
            });
        }
    }
    insert_all(&work.tx, rows).await
}

/// False when one of the addresses was there before.
async fn write_registrations(tx: &impl ConnectionTrait, books: &[Book]) -> Result<bool, DbErr> {
    let entries = || books.iter().flat_map(|book| book.entries.values().map(move |entry| (book, entry)));
    let row = |(book, entry): (&Book, &Entry)| entry.as_row(&book.event.sign_up.questions);
    let changed: Vec<registration::ActiveModel> =
        entries().filter(|(_, entry)| entry.is_changed && !entry.is_new).map(row).collect();
    // First those who leave, so that whoever takes over may have their address.
    let replace = OnConflict::column(registration::Column::Id).update_columns(CHANGEABLE).to_owned();
    for rows in chunks(changed) {
        registration::Entity::insert_many(rows).on_conflict(replace.clone()).exec_without_returning(tx).await?;
    }
    insert_all(tx, entries().filter(|(_, entry)| entry.is_new).map(row).collect()).await
}

/// What an errand can change in a registration that is there already.
const CHANGEABLE: [registration::Column; 13] = [
    registration::Column::PartyId,
    registration::Column::Turn,
    registration::Column::Form,
    registration::Column::ChooseBefore,
    registration::Column::Revision,
    registration::Column::Generation,
    registration::Column::State,
    registration::Column::OfferedUntil,
    registration::Column::Name,
    registration::Column::Organisation,
    registration::Column::Search,
    registration::Column::Language,
    registration::Column::WithdrawnAt,
];

async fn write_claims(tx: &impl ConnectionTrait, books: &[Book]) -> Result<(), DbErr> {
    let touched = || books.iter().flat_map(|book| book.entries.values()).filter(|e| e.is_new || e.is_changed);
    // Many let go of the same when a form of attendance is no more.
    let mut dropped: HashMap<&[Uuid], Vec<Uuid>> = HashMap::new();
    for entry in touched().filter(|entry| !entry.dropped.is_empty()) {
        dropped.entry(&entry.dropped).or_default().push(entry.row.id);
    }
    for (pools, people) in dropped {
        for people in people.chunks(CHUNK) {
            claim::Entity::delete_many()
                .filter(claim::Column::RegistrationId.is_in(people.iter().copied()))
                .filter(claim::Column::PoolId.is_in(pools.iter().copied()))
                .exec(tx)
                .await?;
        }
    }
    let rows: Vec<claim::ActiveModel> = books
        .iter()
        .flat_map(|book| book.entries.values().flat_map(|entry| book.changed_claims(entry)))
        .map(|claim| claim.clone().into_active_model().reset_all())
        .collect();
    let replace = OnConflict::columns([claim::Column::RegistrationId, claim::Column::PoolId])
        .update_columns([claim::Column::State, claim::Column::Turn])
        .to_owned();
    for rows in chunks(rows) {
        claim::Entity::insert_many(rows).on_conflict(replace.clone()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Sensitive answers lie apart from the others.
async fn write_answers(work: &Work, books: &[Book]) -> Result<(), DbErr> {
    let (mut plain, mut sensitive) = (Vec::new(), Vec::new());
    for book in books {
        let questions = &book.event.sign_up.questions;
        let keys: HashSet<&str> =
            questions.iter().filter(|question| question.sensitive).map(|question| question.key.as_str()).collect();
        for entry in book.entries.values() {
            let Some(answers) = &entry.answers else { continue };
            let (apart, beside): (Vec<_>, Vec<_>) =
                answers.0.clone().into_iter().partition(|(key, _)| keys.contains(key.as_str()));
            plain.push((entry.row.id, Answers(beside.into_iter().collect())));
            // An empty row too: what was answered before may be taken back.
            if !apart.is_empty() || !entry.is_new {
                sensitive.push((entry.row.id, Answers(apart.into_iter().collect())));
            }
        }
    }
    answer::keep(&work.tx, &plain).await?;
    sensitive_answer::keep(&work.tx, &work.vault, &sensitive).await
}

async fn write_counters(tx: &impl ConnectionTrait, book: &Book) -> Result<(), DbErr> {
    let pools = book.places.pools.iter().zip(&book.places_before.pools);
    let counted = pools.filter(|(now, before)| (now.taken, now.waiting) != (before.taken, before.waiting));
    let counted: Vec<&Pool> = counted.map(|(now, _)| now).collect();
    pool::count_anew(tx, book.row.id, &counted).await?;
    let row = event::Model { waiting: kept(book.places.waiting), ..book.row.clone() };
    if row == book.row_before {
        return Ok(());
    }
    let counters = event::ActiveModel {
        next_seq: Set(row.next_seq),
        next_turn: Set(row.next_turn),
        waiting: Set(row.waiting),
        signup_revision: Set(row.signup_revision),
        said_open: Set(row.said_open),
        said_left: Set(row.said_left),
        said_waiting: Set(row.said_waiting),
        said_pools: Set(row.said_pools),
        quiet_until: Set(row.quiet_until),
        unsaid: Set(row.unsaid),
        ..Default::default()
    };
    event::Entity::update_many().set(counters).filter(event::Column::Id.eq(row.id)).exec(tx).await?;
    Ok(())
}

impl Book {
    /// What somebody has otherwise than before. A release touches thousands, most of whom keep all that they have.
    fn changed_claims<'a>(&'a self, entry: &'a Entry) -> impl Iterator<Item = &'a claim::Model> {
        let before = self.claims_before.get(&entry.row.id).map_or(&[][..], Vec::as_slice);
        let is_touched = entry.is_new || entry.is_changed;
        let is_other = move |claim: &&claim::Model| !before.contains(claim) || entry.dropped.contains(&claim.pool_id);
        entry.claims.iter().filter(move |_| is_touched).filter(is_other)
    }
}

impl Entry {
    fn as_row(&self, questions: &[Question]) -> registration::ActiveModel {
        let row = &self.row;
        let organisation = match &self.answers {
            Some(answers) => answers::organisation(questions, answers).unwrap_or_default().to_owned(),
            None => row.organisation.clone(),
        };
        let search = registration::searched(&row.name, &row.email, &organisation);
        registration::Model { search, organisation, ..row.clone() }.into_active_model().reset_all()
    }
}

/// Inserts rows that must all be new; false when some were not.
async fn insert_all<A>(tx: &impl ConnectionTrait, rows: Vec<A>) -> Result<bool, DbErr>
where
    A: ActiveModelTrait,
{
    let mut all = true;
    for rows in chunks(rows) {
        let wanted = rows.len();
        let nothing = OnConflict::new().do_nothing().to_owned();
        let insert = A::Entity::insert_many(rows).on_conflict(nothing).try_insert();
        let inserted = match insert.exec_without_returning(tx).await? {
            TryInsertResult::Inserted(count) => count,
            TryInsertResult::Empty | TryInsertResult::Conflicted => 0,
        };
        all &= usize::try_from(inserted).is_ok_and(|inserted| inserted == wanted);
    }
    Ok(all)
}

fn chunks<A>(rows: Vec<A>) -> impl Iterator<Item = Vec<A>> {
    let mut rows = rows.into_iter().peekable();
    std::iter::from_fn(move || {
        rows.peek()?;
        Some(rows.by_ref().take(CHUNK).collect())
    })
}

/// What tells afterwards whether a commit whose answer was lost took place: rows that only it can have written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Nothing was written that could be looked for.
    None,
    NewRegistration(Uuid),
    Changed {
        registration: Uuid,
        revision: i32,
        state: registration::State,
    },
}

impl Evidence {
    /// Looks for a trace that these books will leave.
    pub fn of(books: &[Book]) -> Self {
        let entries = || books.iter().flat_map(|book| book.entries.values());
        if let Some(new) = entries().find(|entry| entry.is_new) {
            return Self::NewRegistration(new.row.id);
        }
        match entries().find(|entry| entry.is_changed) {
            Some(Entry { row, .. }) => Self::Changed { registration: row.id, revision: row.revision, state: row.state },
            None => Self::None,
        }
    }

    /// Whether the trace is there.
    pub async fn is_there(&self, db: &impl ConnectionTrait) -> Result<bool, DbErr> {
        let (id, wanted) = match self {
            Self::None => return Ok(false),
            Self::NewRegistration(id) => (*id, None),
            Self::Changed { registration, revision, state } => (*registration, Some((*revision, *state))),
        };
        let found = registration::Entity::find_by_id(id).one(db).await?;
        Ok(found.is_some_and(|row| wanted.is_none_or(|wanted| wanted == (row.revision, row.state))))
    }
}
