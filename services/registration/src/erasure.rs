//! Decides which personal data are due for deletion after an event, and deletes them.

mod clearing;

use chrono::{DateTime, TimeDelta, Utc};
pub use clearing::clear;
pub(crate) use clearing::erase_people;
use proto::event::{Event, Question};

/// How long after an event people are remembered who never got a place, or gave it up.
const UNPLACED_DAYS: i64 = 30;

/// What is due at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due<'a> {
    /// Questions whose answers have served their purpose.
    pub questions: Vec<&'a str>,
    /// Those who never took part.
    pub unplaced: bool,
    /// All that is left.
    pub everybody: bool,
    /// When to look again; absent when nothing is left by then.
    pub next: Option<DateTime<Utc>>,
}

/// What is due of one event. Without knowing the organisation one does not know its ceiling, and looks again tomorrow. Of a question
/// in `former` the rule counts under which it was answered, unless the form asks it still.
pub fn due<'a>(event: &'a Event, former: &'a [Question], retention_days: Option<u16>, now: DateTime<Utc>) -> Due<'a> {
    let after = |days: i64| event.ends_at + TimeDelta::days(days);
    let ceiling = retention_days.map(|days| after(days.into()));
    let unplaced = after(UNPLACED_DAYS);
    let is_asked = |key: &str| event.sign_up.questions.iter().any(|question| question.key == key);
    let gone = former.iter().filter(|question| !is_asked(&question.key));
    let questions = event.sign_up.questions.iter().chain(gone);
    let (past, ahead): (Vec<_>, Vec<_>) = questions
        .map(|question| (question.key.as_str(), after(question.delete_after_days.into())))
        .partition(|(_, at)| *at <= now);
    let everybody = ceiling.is_some_and(|at| at <= now);
    let moments = ahead.iter().map(|(_, at)| *at).chain([unplaced]).chain(ceiling).filter(|at| *at > now);
    let next = match everybody {
        true => None,
        false => Some(moments.min().unwrap_or(now + TimeDelta::days(1))),
    };
    Due { questions: past.into_iter().map(|(key, _)| key).collect(), unplaced: unplaced <= now, everybody, next }
}
