//! What became of somebody, told in order.

use crate::store::history::{self, What};
use crate::store::registration::State;
use crate::store::{registration, reply};
use chrono::{DateTime, Utc};
use serde::Serialize;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Moment {
    pub(crate) at: DateTime<Utc>,
    /// The key of its words.
    pub(crate) key: String,
}

/// What was noted when it happened, with what only the sign-up itself tells: of those who came before it was noted, when they
/// came and left, and of everybody what calendars and mail servers answered.
pub(super) fn story(
    row: &registration::Model,
    reply: Option<&reply::Model>,
    history: &[history::Model],
) -> Vec<Moment> {
    let told = |word: &str| format!("reg-person-history-{word}");
    let mut story: Vec<Moment> = history.iter().map(|row| Moment { at: row.at, key: told(row.what.word()) }).collect();
    let has_come = |what: &What| matches!(what, What::Admitted | What::Waitlisted | What::Received);
    if !history.iter().any(|row| has_come(&row.what)) {
        story.push(Moment { at: row.created_at, key: told("signed_up") });
    }
    let has_left = |what: &What| {
        matches!(
            what,
            What::Withdrew
                | What::Unseated
                | What::SignedOff
                | What::Declined
                | What::OfferLapsed
                | What::HandedOver
                | What::EventCancelled
        )
    };
    if row.state == State::Withdrawn
        && !history.iter().any(|row| has_left(&row.what))
        && let Some(at) = row.withdrawn_at
    {
        story.push(Moment { at, key: told("withdrawn") });
    }
    if let Some(at) = row.attended_at.filter(|_| !history.iter().any(|row| row.what == What::Attended)) {
        story.push(Moment { at, key: told("attended") });
    }
    story.extend(row.undeliverable_at.map(|at| Moment { at, key: told("undeliverable") }));
    story.extend(
        reply.map(|reply| Moment { at: reply.answered_at, key: format!("reg-list-reply-{}", reply.answer.word()) }),
    );
    story.sort_by_key(|moment| moment.at);
    story
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::pool::Form;
    use uuid::Uuid;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + 60 * minute, 0).unwrap()
    }

    fn row(state: State, withdrawn_at: Option<DateTime<Utc>>) -> registration::Model {
        registration::Model {
            state,
            form: Some(Form::Online),
            created_at: at(0),
            withdrawn_at,
            undeliverable_at: Some(at(2)),
            ..crate::pages::sample::somebody()
        }
    }

    #[test]
    fn each_thing_is_told_once_and_in_order() {
        let noted =
            |what, minute| history::Model { id: Uuid::nil(), registration_id: Uuid::nil(), at: at(minute), what };
        let left = Some(at(9));
        for (row, history, wanted) in [
            (row(State::Admitted, None), vec![], "signed_up undeliverable"),
            (row(State::Withdrawn, left), vec![], "signed_up undeliverable withdrawn"),
            (
                row(State::Withdrawn, left),
                vec![noted(What::Waitlisted, 0), noted(What::MovedUp, 1), noted(What::Withdrew, 9)],
                "waitlisted moved_up undeliverable withdrew",
            ),
            (row(State::Withdrawn, left), vec![noted(What::Changed, 3)], "signed_up undeliverable changed withdrawn"),
        ] {
            let told = story(&row, None, &history);
            let words: Vec<&str> =
                told.iter().filter_map(|moment| moment.key.strip_prefix("reg-person-history-")).collect();
            assert_eq!(words.join(" "), wanted);
        }
    }
}
