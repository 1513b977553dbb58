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

/// Something that will be deleted when its time comes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ahead<'a> {
    pub(crate) at: DateTime<Utc>,
    pub(crate) what: What<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum What<'a> {
    Answers(&'a Question),
    Unplaced,
    Everybody,
}

/// What is still to be deleted of one event, soonest first. What goes with everybody else anyway is not told apart.
pub(crate) fn ahead<'a>(event: &'a Event, retention_days: Option<u16>, now: DateTime<Utc>) -> Vec<Ahead<'a>> {
    let after = |days: i64| event.ends_at + TimeDelta::days(days);
    let ceiling = retention_days.map(|days| after(days.into()));
    let answers = event
        .sign_up
        .questions
        .iter()
        .map(|question| Ahead { at: after(question.delete_after_days.into()), what: What::Answers(question) });
    let before_all = answers.chain([Ahead { at: after(UNPLACED_DAYS), what: What::Unplaced }]);
    let mut ahead: Vec<_> = before_all.filter(|one| ceiling.is_none_or(|at| one.at < at)).collect();
    ahead.extend(ceiling.map(|at| Ahead { at, what: What::Everybody }));
    ahead.retain(|one| one.at > now);
    ahead.sort_by_key(|one| one.at);
    ahead
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
