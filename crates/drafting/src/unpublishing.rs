//! Decision: whether a published event can become a draft again, and what becomes of it when the sign-up has answered.

use crate::{Held, store};
use bus::Work;
use chrono::{DateTime, Utc};
use proto::event::EventUnpublished;
use proto::registration::SignupUnpublishingAnswered;
use sea_orm::{DbErr, FromJsonQueryResult};
use serde::{Deserialize, Serialize};
use std::future::Future;
use uuid::Uuid;

/// What others hold of an event besides signing up for it, so that it cannot vanish from before their eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tie {
    /// Delegations have been invited, with letters and links.
    Delegations,
    /// A programme is out, and those who speak have been told.
    Programme,
    /// Somebody has proposed a session.
    Proposals,
}

/// What an organiser asked for last, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Unpublishing {
    pub(crate) at: DateTime<Utc>,
    /// An account.
    pub(crate) by: Uuid,
    /// In the organiser's own words.
    pub(crate) reason: String,
    /// Of the question.
    pub(crate) revision: u32,
    pub(crate) outcome: Outcome,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Outcome {
    /// Nobody has answered yet.
    Asked,
    Done,
    /// It stays: so many were signed up.
    Kept(u32),
}

/// Whether it can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum May {
    Ask,
    /// It has been, and the answer is not there yet.
    Asked,
    /// Everybody has been told that it will not take place.
    Cancelled,
    /// It has been.
    Over,
    Tied {
        tie: Tie,
    },
    /// So many have a place.
    SignedUp {
        count: u64,
    },
}

/// Decides. `coming` is how many have a place as far as it is known here; the sign-up itself is asked before anything happens.
pub(crate) fn may(
    held: &Held,
    coming: u64,
    tie: Option<Tie>,
    before: Option<&Unpublishing>,
    now: DateTime<Utc>,
) -> May {
    match (tie, coming) {
        _ if held.cancelled => May::Cancelled,
        _ if held.event.ends_at <= now => May::Over,
        _ if before.is_some_and(|before| before.outcome == Outcome::Asked) => May::Asked,
        (Some(tie), _) => May::Tied { tie },
        (None, 0) => May::Ask,
        (None, count) => May::SignedUp { count },
    }
}

/// What comes of an answer, if it is to the question that was asked last.
fn answered(before: Option<&Unpublishing>, answer: &SignupUnpublishingAnswered) -> Option<Outcome> {
    let asked = before.is_some_and(|before| before.outcome == Outcome::Asked && before.revision == answer.revision);
    asked.then_some(match answer.signed_up {
        0 => Outcome::Done,
        signed_up => Outcome::Kept(signed_up),
    })
}

/// Does what the answer means for the draft of the event with this slug. `hide` takes the event off the pages, unless it has been
/// changed since the question, and tells whether it did.
pub async fn settle(
    work: &Work,
    slug: &str,
    answer: &SignupUnpublishingAnswered,
    hide: impl Future<Output = Result<bool, DbErr>> + Send,
) -> Result<(), DbErr> {
    let Some(mut row) = store::of_event(&work.tx, slug).await? else { return Ok(()) };
    let Some(outcome) = answered(row.unpublishing.as_ref(), answer) else { return Ok(()) };
    if outcome == Outcome::Done && !hide.await? {
        // It was cancelled meanwhile.
        row.unpublishing = None;
        return store::update(&work.tx, row).await;
    }
    if outcome == Outcome::Done {
        row.published = None;
        work.say(&EventUnpublished { event_id: answer.event_id, revision: answer.revision });
    }
    if let Some(unpublishing) = &mut row.unpublishing {
        unpublishing.outcome = outcome;
    }
    store::update(&work.tx, row).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use proto::EventId;
    use proto::event::Event;

    const NOW: &str = "2027-01-12T08:00:00Z";

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn held(cancelled: bool, ends_at: &str) -> Held {
        let json = serde_json::json!({
            "id": Uuid::nil(), "revision": 3, "kind": "webinar", "slug": "s", "organisation": "o",
            "title": {}, "summary": {}, "description": {},
            "starts_at": "2027-01-01T07:00:00Z", "ends_at": ends_at, "timezone": "Europe/Oslo",
            "attendance": "online", "contact": {"name": "n", "email": "e"}, "reminders": [60],
            "sign_up": {
                "closes_at": "2027-01-01T07:00:00Z", "withdraw_until": "2027-01-01T07:00:00Z", "pools": [],
                "waiting_list": {"mode": "direct", "order": "strict", "after_deadline": true},
                "party_limit": 1, "questions": [],
            },
        });
        Held { event: serde_json::from_value::<Event>(json).unwrap(), cancelled }
    }

    fn asked(revision: u32, outcome: Outcome) -> Unpublishing {
        Unpublishing { at: at(NOW), by: Uuid::nil(), reason: "Feil dag".to_owned(), revision, outcome }
    }

    #[test]
    fn it_is_asked_only_where_nobody_has_anything_of_the_event() {
        let (ahead, over) = (held(false, "2027-01-12T08:00:01Z"), held(false, NOW));
        let pending = asked(4, Outcome::Asked);
        let (kept, done) = (asked(4, Outcome::Kept(2)), asked(4, Outcome::Done));
        let cases = [
            (&ahead, 0, None, None, May::Ask),
            (&ahead, 0, None, Some(&kept), May::Ask),
            // It was published again since.
            (&ahead, 0, None, Some(&done), May::Ask),
            (&ahead, 3, None, None, May::SignedUp { count: 3 }),
            (&ahead, 0, Some(Tie::Programme), None, May::Tied { tie: Tie::Programme }),
            (&ahead, 3, Some(Tie::Delegations), None, May::Tied { tie: Tie::Delegations }),
            (&ahead, 0, None, Some(&pending), May::Asked),
            (&over, 0, None, Some(&pending), May::Over),
            (&held(true, NOW), 3, None, Some(&pending), May::Cancelled),
        ];
        for (held, coming, tie, before, expected) in cases {
            assert_eq!(may(held, coming, tie, before, at(NOW)), expected, "{coming} {tie:?} {before:?}");
        }
    }

    #[test]
    fn only_the_answer_to_the_last_question_counts() {
        let answer =
            |revision, signed_up| SignupUnpublishingAnswered { event_id: EventId(Uuid::nil()), revision, signed_up };
        let cases = [
            (Some(asked(4, Outcome::Asked)), answer(4, 0), Some(Outcome::Done)),
            (Some(asked(4, Outcome::Asked)), answer(4, 2), Some(Outcome::Kept(2))),
            (Some(asked(6, Outcome::Asked)), answer(4, 0), None),
            (Some(asked(4, Outcome::Kept(2))), answer(4, 0), None),
            (None, answer(4, 0), None),
        ];
        for (before, answer, expected) in cases {
            assert_eq!(answered(before.as_ref(), &answer), expected, "{before:?}");
        }
    }
}
