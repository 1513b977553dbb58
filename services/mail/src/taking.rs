//! Taking letters in hand: those that are due are made, or skipped for a reason, in the transaction that leases them.
//!
//! The number of a calendar message and the bytes that carry it are kept together, so that whatever happens afterwards
//! the same letter is never sent with another number, and no number is used twice.

mod forwarded;
mod others;

use std::collections::{BTreeMap, BTreeSet};

use bus::Work;
use chrono::{DateTime, TimeDelta, Utc};
use proto::mail::{MailDelivered, MailUndeliverable};
use proto::organisation::Organisation;
use proto::{EventId, Language, RegistrationId};
use sea_orm::{ActiveModelTrait, DbErr, Set};
use uuid::Uuid;

use crate::composing::{self, Composed, Desk, Material, Uncomposed};
use crate::fate;
use crate::made_of::{Envelope, MadeOf};
use crate::mime::Method;
use crate::planning::Facts;
use crate::purpose::{Purpose, Skip, State};
use crate::skipping::{self, Due, Moment};
use crate::store::{calendar_entry, event, letter, organisation, programme, registration};
use crate::told;

/// Who has letters in hand, and until when if nothing more is heard of it.
#[derive(Clone, Copy)]
struct Hold {
    owner: Uuid,
    until: DateTime<Utc>,
}
/// How soon to look again for what has not arrived yet.
const SOON: TimeDelta = TimeDelta::seconds(5);
/// The longest wait for it.
const SELDOM: TimeDelta = TimeDelta::minutes(10);
/// How soon to try a letter again whose templates do not render.
const LATER: TimeDelta = TimeDelta::minutes(5);

/// Why a letter is left to a person that was in a process's hands when it ended, twice.
const GIVEN_UP: &str = "twice the program ended before the mail server had answered for it";

/// A letter to be handed over.
pub(crate) struct InHand {
    pub(crate) letter: Uuid,
    pub(crate) purpose: Purpose,
    pub(crate) registration: Option<RegistrationId>,
    pub(crate) event: Option<EventId>,
    /// Every mark names it; whoever lost the lease changes nothing.
    pub(crate) owner: Uuid,
    pub(crate) due: DateTime<Utc>,
    /// Of attempts, this one included.
    pub(crate) tries: i32,
    /// When an earlier attempt got as far as the dot: it may have arrived.
    pub(crate) dot_at: Option<DateTime<Utc>>,
    /// How many earlier attempts did.
    pub(crate) unanswered: i32,
    /// When the server first asked to come back later.
    pub(crate) put_off_since: Option<DateTime<Utc>>,
    /// It was said before that it reaches nobody.
    pub(crate) given_up: bool,
    pub(crate) envelope: Envelope,
    pub(crate) bytes: Vec<u8>,
}

/// Letters that were due.
#[derive(Default)]
pub(crate) struct Taken {
    pub(crate) letters: Vec<InHand>,
    /// How many got a fate or another time, those in hand included.
    pub(crate) looked_at: usize,
}

/// Takes letters that are due in hand.
pub(crate) async fn take(work: &Work, desk: Desk<'_>, most: u64) -> Result<Taken, DbErr> {
    let given_up = letter::take_back(&work.tx, work.now, GIVEN_UP).await?;
    give_up(work, &given_up).await?;
    let mut due = letter::due(&work.tx, work.now, most).await?;
    let mut around = Surroundings::load(work, desk, &due).await?;
    due.retain(|row| !around.is_busy(row));
    let looked_at = due.len();
    let until = work.now + fate::lease(fate::doubt(desk.settings));
    let hold = Hold { owner: Uuid::new_v4(), until };
    let mut letters = Vec::with_capacity(due.len());
    for row in due {
        letters.extend(take_one(work, desk, &mut around, row, hold).await?);
    }
    Ok(Taken { letters, looked_at })
}

/// Takes back what a process had in hand that is gone for certain. The server may need as long as `doubt` to find out
/// whether it has a letter.
pub(crate) async fn take_back_all(work: &Work, doubt: TimeDelta) -> Result<(), DbErr> {
    let given_up = letter::take_back_all(&work.tx, work.now, doubt, GIVEN_UP).await?;
    give_up(work, &given_up).await
}

async fn give_up(work: &Work, letters: &[letter::GivenUp]) -> Result<(), DbErr> {
    let ids: Vec<Uuid> = letters.iter().map(|letter| letter.id).collect();
    letter::give_up(&work.tx, &ids, work.now).await?;
    for letter in letters {
        tracing::warn!(letter.id = %letter.id, letter.purpose = letter.purpose.word(), "a letter may have arrived twice and is left to a person");
        let (registration, event) = (letter.registration.map(RegistrationId), letter.event.map(EventId));
        undeliverable(work, registration, event, letter.purpose, GIVEN_UP);
    }
    Ok(())
}

/// What the letters in a batch are made from, held still until the transaction ends.
///
/// Whoever is changing something of it this very moment is not waited for, which could be in a circle: the letters that
/// it concerns are left until the news is in.
struct Surroundings {
    /// Registrations and events that somebody is changing.
    busy: BTreeSet<Uuid>,
    registrations: BTreeMap<Uuid, registration::Known>,
    entries: BTreeMap<Uuid, calendar_entry::Model>,
    events: BTreeMap<Uuid, event::Known>,
    organisations: BTreeMap<String, Organisation>,
    /// Whether anybody is known to have been at an event; asked once for all letters about it.
    attendance: BTreeMap<EventId, bool>,
}

impl Surroundings {
    async fn load(work: &Work, desk: Desk<'_>, letters: &[letter::Model]) -> Result<Self, DbErr> {
        let tx = &work.tx;
        let ids: BTreeSet<Uuid> = letters.iter().filter_map(|letter| letter.registration).collect();
        let (known, mut busy) = registration::hold_all(tx, &ids).await?;
        let free: Vec<Uuid> = known.iter().map(|known| known.registration.id.0).collect();
        let entries = calendar_entry::hold_all(tx, &free, || new_uid(desk), work.now).await?;
        let ids: BTreeSet<Uuid> = letters.iter().filter_map(|letter| letter.event).collect();
        let (events, busy_events) = event::hold_all(tx, &ids).await?;
        busy.extend(busy_events);
        let mut organisations = BTreeMap::new();
        let signed_in = letters.iter().filter_map(|letter| match letter.facts() {
            Ok(Some(Facts::SignIn(asked))) => Some(asked.organisation),
            _ => None,
        });
        let organising = events.values().filter_map(|known| Some(known.event.as_ref()?.organisation.clone()));
        for slug in organising.chain(signed_in) {
            if let Some(found) = organisation::find(tx, &slug).await? {
                organisations.insert(slug, found);
            }
        }
        Ok(Self {
            busy,
            registrations: known.into_iter().map(|known| (known.registration.id.0, known)).collect(),
            entries: entries.into_iter().map(|entry| (entry.registration, entry)).collect(),
            events,
            organisations,
            attendance: BTreeMap::new(),
        })
    }

    fn is_busy(&self, letter: &letter::Model) -> bool {
        [letter.registration, letter.event].into_iter().flatten().any(|id| self.busy.contains(&id))
    }
}

async fn take_one(
    work: &Work,
    desk: Desk<'_>,
    around: &mut Surroundings,
    row: letter::Model,
    hold: Hold,
) -> Result<Option<InHand>, DbErr> {
    let facts = row.facts()?;
    if let Some(Facts::SignIn(asked)) = &facts {
        if work.now >= asked.expires_at {
            return letter::withdraw(&work.tx, &[row.id], Skip::Expired).await.map(|()| None);
        }
        let Some(organisation) = around.organisations.get(&asked.organisation) else {
            return wait_for(work, &row, "the organisation is not known yet").await;
        };
        let made_of = MadeOf::of_organisation(organisation, &asked.email);
        if let Some(in_hand) = as_it_was(work, &row, &made_of, hold).await? {
            return Ok(Some(in_hand));
        }
        let language = row.language.parse().unwrap_or(Language::Nn);
        let composed = composing::compose_sign_in(desk, row.id, language, asked, organisation, work.now);
        return match composed {
            Ok(composed) => lease(work, &row, composed, None, made_of, hold).await.map(Some),
            Err(error) => cannot(work, &row, error).await,
        };
    }
    match &facts {
        Some(Facts::Speaking(about)) => return others::to_speaker(work, desk, around, &row, about, hold).await,
        Some(Facts::Forward(forwarded)) => {
            return forwarded::to_contact(work, desk, around, &row, forwarded, hold).await;
        }
        Some(Facts::Proposal(answer)) => return others::to_proposer(work, desk, around, &row, answer, hold).await,
        Some(Facts::Delegation(invited)) => return others::to_holder(work, desk, around, &row, invited, hold).await,
        _ => {}
    }
    let heard = row.event.and_then(|event| around.events.get(&event));
    let heard = heard.and_then(|heard| Some((heard, heard.event.as_ref()?)));
    let Some(id) = row.registration else {
        let over = heard.is_some_and(|(_, event)| work.now >= event.ends_at);
        return last_letter(work, &row, over, hold).await;
    };
    let Some(known) = around.registrations.get(&id) else {
        return letter::withdraw(&work.tx, &[row.id], Skip::Erased).await.map(|()| None);
    };
    let Some((heard, event)) = heard else {
        return wait_for(work, &row, "the event is not known yet").await;
    };
    let Some(organisation) = around.organisations.get(&event.organisation) else {
        return wait_for(work, &row, "the organisation is not known yet").await;
    };
    let registration = &known.registration;
    let Some(entry) = around.entries.get(&id) else {
        return wait_for(work, &row, "the calendar entry is not known yet").await;
    };
    // What was only told in letters that never left is nothing to tell a change of.
    let since = match &facts {
        Some(Facts::Change { since }) if letter::invited(&work.tx, id, since.sequence).await? => Some(&**since),
        Some(Facts::Replanned(replan)) => match &replan.since {
            Some(since) if letter::invited(&work.tx, id, since.sequence).await? => Some(&**since),
            _ => None,
        },
        _ => None,
    };
    let mut note = None;
    if let Some(Facts::Replanned(replan)) = &facts
        && let (Some(version), Some(known)) = (replan.version, event.programme_version)
    {
        if known < version {
            return wait_for(work, &row, "the programme is not known yet").await;
        }
        note = programme::note(&work.tx, registration.event_id, version).await?;
    }
    let attendance_known = match row.purpose {
        Purpose::FollowUp => match around.attendance.get(&registration.event_id) {
            Some(known) => *known,
            None => {
                let known = registration::anybody_attended(&work.tx, registration.event_id).await?;
                around.attendance.insert(registration.event_id, known);
                known
            }
        },
        _ => false,
    };
    let moment = Moment {
        registration,
        event,
        cancelled: heard.cancelled,
        reminders_stopped: known.reminders_stopped,
        attended: known.attended,
        attendance_known,
        told: entry.told.as_ref(),
        since,
        now: work.now,
    };
    let due = Due { purpose: row.purpose, rule: &row.rule, computed_for: row.computed_for, facts: facts.as_ref() };
    // The bytes of a change were made against what was told before them; what has been told since is they themselves.
    let settled = row.purpose.tells_changes() && row.raw.is_some();
    match skipping::skip(due, moment).or(skipping::unreachable(row.purpose, known.unreachable)) {
        None => {}
        Some(Skip::NothingChanged) if settled => {}
        Some(why) => return letter::withdraw(&work.tx, &[row.id], why).await.map(|()| None),
    }
    let made_of = MadeOf::of(event, registration, organisation, entry.told.as_ref());
    if let Some(in_hand) = as_it_was(work, &row, &made_of, hold).await? {
        return Ok(Some(in_hand));
    }
    let references = letter::first_message(&work.tx, id).await?;
    let taken_out = matches!(row.purpose, Purpose::Cancellation | Purpose::Withdrawal);
    let composed = composing::compose(
        desk,
        Material {
            letter: row.id,
            purpose: row.purpose,
            facts: facts.as_ref(),
            registration,
            event,
            reason: heard.reason.as_ref(),
            note: note.as_ref(),
            attended: known.attended,
            organisation,
            uid: &entry.uid,
            sequence: entry.next_sequence(),
            told: entry.told.as_ref(),
            since,
            invited: taken_out && letter::invited(&work.tx, id, u32::MAX).await?,
            references: references.as_deref(),
            now: work.now,
        },
    );
    let composed = match composed {
        Ok(composed) => composed,
        Err(error) => return cannot(work, &row, error).await,
    };
    let mut sequence = None;
    if let Some(method) = composed.calendar {
        let mut entry = entry.clone();
        sequence = Some(i64::from(entry.next_sequence()));
        entry.sequence = sequence;
        entry.method = Some(method.word().to_owned());
        entry.stamp = Some(work.now);
        entry.changed_at = work.now;
        if told::moves(entry.told.as_ref(), composed.told.as_ref()) {
            entry.moved_sequence = sequence;
        }
        if method == Method::Request {
            entry.told.clone_from(&composed.told);
        }
        calendar_entry::keep(&work.tx, &entry).await?;
        around.entries.insert(id, entry);
    }
    lease(work, &row, composed, sequence, made_of, hold).await.map(Some)
}

/// A new UID: by chance, because replies are recognised by it.
pub(crate) fn new_uid(desk: Desk<'_>) -> String {
    format!("{}@{}", Uuid::new_v4(), composing::host_name(desk.settings))
}

/// The last letter to somebody whose data are deleted: it goes as it was made, and nothing else of theirs is here.
async fn last_letter(work: &Work, row: &letter::Model, over: bool, hold: Hold) -> Result<Option<InHand>, DbErr> {
    match (&row.raw, MadeOf::read(row.made_of.as_deref())) {
        (Some(bytes), Some(made_of)) if !over => as_made(work, row, bytes, made_of, hold).await.map(Some),
        _ => {
            let why = if over { Skip::Over } else { Skip::Erased };
            letter::withdraw(&work.tx, &[row.id], why).await.map(|()| None)
        }
    }
}

/// The bytes that were made before, when they may have arrived already or still say what is true.
async fn as_it_was(work: &Work, row: &letter::Model, now: &MadeOf, hold: Hold) -> Result<Option<InHand>, DbErr> {
    let (Some(bytes), Some(then)) = (&row.raw, MadeOf::read(row.made_of.as_deref())) else { return Ok(None) };
    // A reminder says how long it still is, which is not the same on another day.
    let unchanged = then == *now && row.purpose != Purpose::Reminder;
    let same = row.dot_at.is_some() || row.purpose.tells_changes() || unchanged;
    match same {
        true => as_made(work, row, bytes, then, hold).await.map(Some),
        false => Ok(None),
    }
}

async fn as_made(work: &Work, row: &letter::Model, bytes: &[u8], made_of: MadeOf, hold: Hold) -> Result<InHand, DbErr> {
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
    Ok(in_hand(row, bytes.to_vec(), made_of.envelope, hold.owner))
}

async fn lease(
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
    Ok(in_hand(row, composed.bytes, made_of.envelope, hold.owner))
}

fn in_hand(row: &letter::Model, bytes: Vec<u8>, envelope: Envelope, owner: Uuid) -> InHand {
    InHand {
        letter: row.id,
        purpose: row.purpose,
        registration: row.registration.map(RegistrationId),
        event: row.event.map(EventId),
        owner,
        due: row.due,
        tries: row.tries + 1,
        dot_at: row.dot_at,
        unanswered: row.unanswered,
        put_off_since: row.put_off_since,
        given_up: row.given_up_at.is_some(),
        envelope,
        bytes,
    }
}

/// Messages may come in any order: what a letter needs will be here soon. What is not, is looked for less and less often.
async fn wait_for(work: &Work, row: &letter::Model, what: &str) -> Result<Option<InHand>, DbErr> {
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
async fn cannot(work: &Work, row: &letter::Model, error: Uncomposed) -> Result<Option<InHand>, DbErr> {
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
    }
    kept.update_without_returning(&work.tx).await?;
    Ok(None)
}

/// Says that a participant cannot be reached.
pub(crate) fn undeliverable(
    work: &Work,
    registration: Option<RegistrationId>,
    event: Option<EventId>,
    purpose: Purpose,
    reason: &str,
) {
    if let (Some(registration_id), Some(event_id)) = (registration, event) {
        let (reason, purpose, at) = (reason.to_owned(), purpose.word().to_owned(), Some(work.now));
        work.say(&MailUndeliverable { registration_id, event_id, purpose, reason, at });
    }
}

/// Says that a participant has been reached, of whom the opposite was said.
pub(crate) fn delivered(work: &Work, registration: Option<RegistrationId>, event: Option<EventId>, purpose: Purpose) {
    if let (Some(registration_id), Some(event_id)) = (registration, event) {
        let purpose = purpose.word().to_owned();
        work.say(&MailDelivered { registration_id, event_id, purpose, at: work.now });
    }
}
