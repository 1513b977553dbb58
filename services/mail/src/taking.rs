//! Taking letters in hand: those that are due are made, or skipped for a reason, in the transaction that leases them.
//!
//! The number of a calendar message and the bytes that carry it are kept together, so that whatever happens afterwards
//! the same letter is never sent with another number, and no number is used twice.

mod account;
mod forwarded;
pub(crate) mod invited;
mod leasing;
mod others;
mod routes;
mod surroundings;
mod trial;

pub(crate) use routes::Route;

use bus::Work;
use chrono::{DateTime, TimeDelta, Utc};
use proto::mail::{MailDelivered, MailUndeliverable};
use proto::{EventId, RegistrationId};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::Mail;
use crate::composing::{self, Desk, Material};
use crate::fate;
use crate::made_of::{Envelope, MadeOf};
use crate::mime::Method;
use crate::notice::State as Stage;
use crate::planning::{Facts, follow_up};
use crate::purpose::{Purpose, Skip};
use crate::reminder_plan::Audience;
use crate::selection::Silence;
use crate::sending::Room;
use crate::skipping::{self, Due, Moment};
use crate::store::letter::Takeable;
use crate::store::{follower, handed_over, letter, notice, programme, registration, reply};
use crate::told;
use leasing::{Hold, as_it_was, as_made, cannot, last_letter, lease, wait_for};
use routes::{Going, Sorted};
use surroundings::Surroundings;

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
    /// When others may take it, unless its last dot is noted by then.
    pub(crate) until: DateTime<Utc>,
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
    /// For whom it goes out, and to which domain.
    pub(crate) route: Route,
    /// How many times in a row that domain had asked for patience.
    pub(crate) put_offs: i32,
    /// A mail server has it from before a copy was put back.
    pub(crate) handed_over: bool,
}

/// Letters that were due.
#[derive(Default)]
pub(crate) struct Taken {
    pub(crate) letters: Vec<InHand>,
    /// How many got a fate or another time, those in hand included.
    pub(crate) looked_at: usize,
}

/// Takes letters that are due in hand, as many as there is room for.
pub(crate) async fn take(work: &Work, mail: &Mail, takeable: &Takeable, room: &mut Room) -> Result<Taken, DbErr> {
    let desk = mail.desk();
    let most = u64::try_from(room.most()).unwrap_or(1);
    let given_up = letter::take_back(&work.tx, work.now, GIVEN_UP).await?;
    give_up(work, &given_up).await?;
    let mut due = letter::due(&work.tx, takeable, work.now, most).await?;
    let mut around = Surroundings::load(work, mail, &due).await?;
    due.retain(|row| !around.is_busy(row));
    let until = work.now + fate::lease(fate::doubt(desk.settings));
    let hold = Hold { owner: Uuid::new_v4(), until };
    let Sorted { going, noted } = routes::sort(work, mail, &around, room, due).await?;
    let looked_at = going.len() + noted;
    let due: Vec<Uuid> = going.iter().map(|going| going.row.id).collect();
    let before = handed_over::among(&work.tx, &due).await?;
    let mut letters = Vec::with_capacity(going.len());
    for Going { row, route, put_offs } in going {
        // Whoever gets several letters gets each as it is after those before it.
        if row.registration.is_none_or(|person| around.made.is_about(person)) {
            around.made.write(work).await?;
        }
        if let Some(in_hand) = take_one(work, desk, &mut around, row, hold).await? {
            let handed_over = before.contains(&in_hand.letter);
            letters.push(InHand { route, put_offs, handed_over, ..in_hand });
        }
    }
    around.made.write(work).await?;
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
        invited::mailed(work, letter.id, letter.purpose, Some(GIVEN_UP)).await?;
    }
    Ok(())
}

async fn take_one(
    work: &Work,
    desk: Desk<'_>,
    around: &mut Surroundings,
    row: letter::Model,
    hold: Hold,
) -> Result<Option<InHand>, DbErr> {
    let facts = row.facts()?;
    match &facts {
        Some(Facts::SignIn(asked)) => return account::to_enter(work, desk, around, &row, asked, hold).await,
        Some(Facts::SignInChanged(changed)) => return account::to_owner(work, desk, around, &row, changed, hold).await,
        Some(Facts::Speaking(about)) => return others::to_speaker(work, desk, around, &row, about, hold).await,
        Some(Facts::Forward(forwarded)) => {
            return forwarded::to_contact(work, desk, around, &row, forwarded, hold).await;
        }
        Some(Facts::Proposal(answer)) => return others::to_proposer(work, desk, around, &row, answer, hold).await,
        Some(Facts::Followed { follower, organisation, again }) => {
            return others::to_follower(work, desk, around, &row, (*follower, organisation, *again), hold).await;
        }
        Some(Facts::TurnedAway { follower }) => {
            return others::to_turned_away(work, desk, around, &row, *follower, hold).await;
        }
        Some(Facts::Trial(trial)) => return trial::to_organiser(work, desk, around, &row, trial, hold).await,
        Some(Facts::Delegation(invited)) => return others::to_holder(work, desk, around, &row, invited, hold).await,
        Some(Facts::Invited(issued)) => return invited::to_invited(work, desk, around, &row, issued, hold).await,
        _ => {}
    }
    let heard = row.event.and_then(|event| around.events.get(&event));
    let heard = heard.and_then(|heard| Some((heard, heard.event.as_deref()?)));
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
        Some(Facts::Change { since }) if around.invited(id, since.sequence) => Some(&**since),
        Some(Facts::Replanned(replan)) => match &replan.since {
            Some(since) if around.invited(id, since.sequence) => Some(&**since),
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
        Purpose::FollowUp | Purpose::Notice => match around.attendance.get(&registration.event_id) {
            Some(known) => *known,
            None => {
                let known = registration::anybody_attended(&work.tx, registration.event_id).await?;
                around.attendance.insert(registration.event_id, known);
                known
            }
        },
        _ => false,
    };
    let rule = heard.plan.reminder(&row.rule).filter(|_| row.purpose == Purpose::Reminder);
    let notice = around.notices.get(&row.rule);
    let why = match notice.map(|notice| notice.state) {
        None if row.purpose == Purpose::Notice => Some(Skip::Superseded),
        Some(Stage::Stopped) => Some(Skip::StoppedByOrganiser),
        _ => None,
    };
    if let Some(why) = why {
        return letter::withdraw(&work.tx, &[row.id], why).await.map(|()| None);
    }
    let notice = notice.map(notice::Model::notice).transpose()?;
    let awaits_yes = rule.is_some_and(|rule| rule.audience == Audience::Unconfirmed)
        || notice.as_ref().is_some_and(|notice| notice.selection.silence == Some(Silence::Unconfirmed));
    let confirmed = awaits_yes && reply::confirms(&work.tx, entry).await?;
    let moment = Moment {
        registration,
        event,
        cancelled: heard.cancelled,
        reminders_stopped: known.reminders_stopped,
        attended: known.attended,
        // Where it is settled who came, nobody may have.
        attendance_known: attendance_known || follow_up::settled(event, heard.followed.as_ref()).is_some(),
        followed: heard.followed.as_ref(),
        plan: &heard.plan,
        released: heard.released,
        confirmed,
        unanswered: known.unanswered,
        told: entry.told.as_ref(),
        since,
        notice: notice.as_ref(),
        now: work.now,
    };
    let due = Due { purpose: row.purpose, rule: &row.rule, computed_for: row.computed_for, facts: facts.as_ref() };
    // The bytes of a change were made against what was told before them; what has been told since is they themselves.
    let settled = row.purpose.tells_changes() && row.raw.is_some();
    let can_be_stopped = row.purpose.can_be_stopped() || notice.as_ref().is_some_and(|notice| !notice.necessary);
    match skipping::skip(due, moment).or(skipping::unreachable(can_be_stopped, known.unreachable)) {
        None => {}
        Some(Skip::NothingChanged) if settled => {}
        Some(why) => return letter::withdraw(&work.tx, &[row.id], why).await.map(|()| None),
    }
    let wordings = around.wordings.get(&event.id.0);
    let made_of = MadeOf::of(event, registration, organisation, entry.told.as_ref()).saying(wordings);
    if let Some(in_hand) = as_it_was(work, &row, &made_of, hold).await? {
        around.note_request(id, row.method.as_deref(), row.sequence);
        return Ok(Some(in_hand));
    }
    let series = match &event.series {
        Some(slug) if matches!(row.purpose, Purpose::Confirmation | Purpose::Place | Purpose::WaitingList) => {
            follower::with_address(&work.tx, slug, &event.organisation, &registration.email).await?
        }
        _ => None,
    };
    let references = around.first_messages.get(&id);
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
            followed: heard.followed.as_ref(),
            rule,
            organisation,
            uid: &entry.uid,
            sequence: entry.next_sequence(),
            told: entry.told.as_ref(),
            since,
            series: series.as_ref(),
            invited: taken_out && around.invited(id, u32::MAX),
            references: references.map(String::as_str),
            notice: notice.as_ref(),
            wordings,
            trial: false,
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
        around.note_request(id, Some(method.word()), sequence);
        around.made.keep(entry.clone());
        around.entries.insert(id, entry);
    }
    Ok(Some(around.made.lease(row, composed, sequence, made_of, hold)))
}

/// A new UID: by chance, because replies are recognised by it.
pub(crate) fn new_uid(desk: Desk<'_>) -> String {
    format!("{}@{}", Uuid::new_v4(), composing::host_name(desk.settings))
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
