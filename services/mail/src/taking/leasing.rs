//! What a letter becomes when it is taken in hand: leased as it was or as it is now, left for later, or given up.

use std::collections::BTreeSet;

use bus::Work;
use chrono::{DateTime, TimeDelta, Utc};
use proto::{EventId, RegistrationId};
use sea_orm::{ActiveModelTrait, DbErr, Set};
use uuid::Uuid;

use super::{InHand, Route, undeliverable};
use crate::composing::{Composed, Uncomposed};
use crate::made_of::{Envelope, MadeOf};
use crate::purpose::{Purpose, Skip, State};
use crate::store::{calendar_entry, letter};

/// Who has letters in hand, and until when if nothing more is heard of it.
#[derive(Clone, Copy)]
pub(super) struct Hold {
    pub(super) owner: Uuid,
    pub(super) until: DateTime<Utc>,
}

/// Letters that were made, and the calendar entries that they tell of, written together: one by one they would take longer than
/// everything else about them. What they have become is not seen in the tables before that.
#[derive(Default)]
pub(super) struct Made {
    letters: Vec<letter::Model>,
    entries: Vec<calendar_entry::Model>,
    people: BTreeSet<Uuid>,
}

impl Made {
    /// Whether something about this person is not written yet.
    pub(super) fn is_about(&self, person: Uuid) -> bool {
        self.people.contains(&person)
    }

    /// Keeps what the newest message says.
    pub(super) fn keep(&mut self, entry: calendar_entry::Model) {
        self.people.insert(entry.registration);
        self.entries.push(entry);
    }

    /// Leases a letter with the bytes that were made for it.
    pub(super) fn lease(
        &mut self,
        row: letter::Model,
        composed: Composed,
        sequence: Option<i64>,
        made_of: MadeOf,
        hold: Hold,
    ) -> InHand {
        let in_hand = in_hand(&row, composed.bytes.clone(), made_of.envelope.clone(), hold);
        self.people.extend(row.registration);
        self.letters.push(letter::Model {
            state: State::Leased,
            next_at: None,
            tries: row.tries + 1,
            lease_owner: Some(hold.owner),
            lease_until: Some(hold.until),
            message_id: Some(composed.message_id),
            method: composed.calendar.map(|method| method.word().to_owned()),
            sequence,
            raw: Some(composed.bytes),
            made_of: made_of.kept(),
            ..row
        });
        in_hand
    }

    /// Writes what is not written yet.
    pub(super) async fn write(&mut self, work: &Work) -> Result<(), DbErr> {
        self.people.clear();
        calendar_entry::keep_all(&work.tx, std::mem::take(&mut self.entries)).await?;
        letter::lease_all(&work.tx, std::mem::take(&mut self.letters)).await
    }
}

/// How soon to look again for what has not arrived yet.
const SOON: TimeDelta = TimeDelta::seconds(5);
/// The longest wait for it.
const SELDOM: TimeDelta = TimeDelta::minutes(10);
/// How soon to try a letter again whose templates do not render.
const LATER: TimeDelta = TimeDelta::minutes(5);

/// The last letter to somebody whose data are deleted: it goes as it was made, and nothing else of theirs is here.
pub(super) async fn last_letter(
    work: &Work,
    row: &letter::Model,
    over: bool,
    hold: Hold,
) -> Result<Option<InHand>, DbErr> {
    match (&row.raw, MadeOf::read(row.made_of.as_deref())) {
        (Some(bytes), Some(made_of)) if !over => as_made(work, row, bytes, made_of, hold).await.map(Some),
        _ => {
            let why = if over { Skip::Over } else { Skip::Erased };
            letter::withdraw(&work.tx, &[row.id], why).await.map(|()| None)
        }
    }
}

/// The bytes that were made before, when they may have arrived already or still say what is true.
pub(super) async fn as_it_was(
    work: &Work,
    row: &letter::Model,
    now: &MadeOf,
    hold: Hold,
) -> Result<Option<InHand>, DbErr> {
    let (Some(bytes), Some(then)) = (&row.raw, MadeOf::read(row.made_of.as_deref())) else { return Ok(None) };
    // A reminder says how long it still is, which is not the same on another day.
    let unchanged = then == *now && row.purpose != Purpose::Reminder;
    let same = row.dot_at.is_some() || row.purpose.tells_changes() || unchanged;
    match same {
        true => as_made(work, row, bytes, then, hold).await.map(Some),
        false => Ok(None),
    }
}

pub(super) async fn as_made(
    work: &Work,
    row: &letter::Model,
    bytes: &[u8],
    made_of: MadeOf,
    hold: Hold,
) -> Result<InHand, DbErr> {
    let leased = letter::ActiveModel {
        id: Set(row.id),
        state: Set(State::Leased),
        next_at: Set(None),
        tries: Set(row.tries + 1),
        lease_owner: Set(Some(hold.owner)),
        lease_until: Set(Some(hold.until)),
        ..Default::default()
    };
    leased.update_without_returning(&work.tx).await?;
    Ok(in_hand(row, bytes.to_vec(), made_of.envelope, hold))
}

pub(super) async fn lease(
    work: &Work,
    row: &letter::Model,
    composed: Composed,
    sequence: Option<i64>,
    made_of: MadeOf,
    hold: Hold,
) -> Result<InHand, DbErr> {
    let leased = letter::ActiveModel {
        id: Set(row.id),
        state: Set(State::Leased),
        next_at: Set(None),
        tries: Set(row.tries + 1),
        lease_owner: Set(Some(hold.owner)),
        lease_until: Set(Some(hold.until)),
        message_id: Set(Some(composed.message_id)),
        method: Set(composed.calendar.map(|method| method.word().to_owned())),
        sequence: Set(sequence),
        raw: Set(Some(composed.bytes.clone())),
        made_of: Set(made_of.kept()),
        ..Default::default()
    };
    leased.update_without_returning(&work.tx).await?;
    Ok(in_hand(row, composed.bytes, made_of.envelope, hold))
}

fn in_hand(row: &letter::Model, bytes: Vec<u8>, envelope: Envelope, hold: Hold) -> InHand {
    InHand {
        letter: row.id,
        purpose: row.purpose,
        registration: row.registration.map(RegistrationId),
        event: row.event.map(EventId),
        owner: hold.owner,
        until: hold.until,
        due: row.due,
        tries: row.tries + 1,
        dot_at: row.dot_at,
        unanswered: row.unanswered,
        put_off_since: row.put_off_since,
        given_up: row.given_up_at.is_some(),
        envelope,
        bytes,
        route: Route::default(),
        put_offs: 0,
        handed_over: false,
    }
}

/// Messages may come in any order: what a letter needs will be here soon. What is not, is looked for less and less often.
pub(super) async fn wait_for(work: &Work, row: &letter::Model, what: &str) -> Result<Option<InHand>, DbErr> {
    let later = letter::ActiveModel {
        id: Set(row.id),
        next_at: Set(Some(work.now + ((work.now - row.due) / 2).clamp(SOON, SELDOM))),
        trouble: Set(Some(what.to_owned())),
        ..Default::default()
    };
    later.update_without_returning(&work.tx).await?;
    Ok(None)
}

/// A letter that cannot be made is an organiser's or an operator's to mend, and keeps nobody else's back.
pub(super) async fn cannot(work: &Work, row: &letter::Model, error: Uncomposed) -> Result<Option<InHand>, DbErr> {
    let reason = error.to_string();
    let mut kept = letter::ActiveModel { id: Set(row.id), trouble: Set(Some(reason.clone())), ..Default::default() };
    if let Uncomposed::Words(_) = error {
        tracing::error!(letter.id = %row.id, letter.purpose = row.purpose.word(), error = reason, "a letter's templates do not render");
        kept.next_at = Set(Some(work.now + LATER));
    } else {
        tracing::warn!(letter.id = %row.id, letter.purpose = row.purpose.word(), error = reason, "a letter cannot be made");
        kept.state = Set(State::Failed);
        kept.next_at = Set(None);
        kept.given_up_at = Set(Some(work.now));
        // To an organiser it is not sent again, and the address has no more use.
        if row.registration.is_none() && !row.purpose.is_to_contributor() {
            kept.facts = Set(None);
        }
        undeliverable(work, row.registration.map(RegistrationId), row.event.map(EventId), row.purpose, &reason);
        super::invited::mailed(work, row.id, row.purpose, Some(&reason)).await?;
    }
    kept.update_without_returning(&work.tx).await?;
    Ok(None)
}
