//! The two tables of the bus in a service's own database, and the questions that are asked of them.
//!
//! Every answer is waited for [`within`] a limit, so that no loop stands still for good.

pub(crate) mod inbox;
pub(crate) mod outbox;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, IntoColumnRef};
use sea_orm::{DbErr, RuntimeErr};
use std::future::Future;
use std::time::Duration;
use uuid::Uuid;

/// How long an answer of the database is waited for. A little longer than its own limits, which give better reasons;
/// what is left for this one is a connection that was cut off without a word.
const LIMIT: Duration = Duration::from_secs(12);

/// Waits for the database, but not for ever. What it did when it did not answer is unknown, as with every lost answer.
pub(crate) async fn within<T>(asked: impl Future<Output = Result<T, DbErr>>) -> Result<T, DbErr> {
    let late = |_elapsed| DbErr::Custom(format!("the database did not answer within {} s", LIMIT.as_secs()));
    tokio::time::timeout(LIMIT, asked).await.map_err(late)?
}

/// How many rows are written by one statement; the smaller database takes 32 766 values.
pub(crate) const ROWS_A_STATEMENT: usize = 1000;

/// The right to work on rows for a while. Made anew each time rows are taken, so a mark that names it can only come
/// from whoever took them that very time, and not from the same process at an earlier try.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lease {
    pub(crate) owner: Uuid,
    pub(crate) until: DateTime<Utc>,
}

impl Lease {
    pub(crate) fn new(now: DateTime<Utc>, length: TimeDelta) -> Self {
        Self { owner: Uuid::new_v4(), until: now + length }
    }
}

/// A lease that ends later than this from now was taken before the clock was set back, and holds nobody off.
const LONGEST_LEASE: TimeDelta = TimeDelta::minutes(5);

/// True for rows that nobody works on at this time.
fn free(column: impl IntoColumnRef, now: DateTime<Utc>) -> Condition {
    let column = column.into_column_ref();
    Condition::any()
        .add(Expr::col(column.clone()).is_null())
        .add(Expr::col(column.clone()).lte(now))
        .add(Expr::col(column).gt(now + LONGEST_LEASE))
}

/// Null, for a column that is emptied.
fn null<T>() -> Expr
where
    Option<T>: Into<sea_orm::Value>,
{
    Expr::value(None::<T>)
}

/// What went wrong, without the values that databases quote: they are personal data as often as not.
pub(crate) fn reason(error: &DbErr) -> String {
    let (DbErr::Query(RuntimeErr::SqlxError(inner)) | DbErr::Exec(RuntimeErr::SqlxError(inner))) = error else {
        return error.to_string();
    };
    let Some(refused) = inner.as_database_error() else { return error.to_string() };
    let code = refused.code().unwrap_or_default();
    let rule = refused.constraint().map(|name| format!(", by {name}")).unwrap_or_default();
    format!("the database refused it: {:?} (code {code}{rule})", refused.kind())
}

/// The part of a trouble that is kept.
const LONGEST_TROUBLE: usize = 2000;

/// Words that both databases keep: not endless, and without the character that PostgreSQL refuses.
pub(crate) fn clean(words: &str) -> String {
    words.chars().filter(|c| *c != '\0').take(LONGEST_TROUBLE).collect()
}
