//! Whom a letter that came in is about.

use std::sync::Arc;

use bus::Work;
use host::Host;
use proto::conference::SpeakerScheduled;
use proto::event::Event;
use proto::{EventId, OccurrenceId, RegistrationId};
use sea_orm::DbErr;
use uuid::Uuid;

use super::address::{self, About, normalised};
use super::reading::Incoming;
use crate::purpose::Purpose;
use crate::store::letter::Addressed;
use crate::store::{calendar_entry, event, letter, organisation, registration, speaker, speaker_entry};

/// What the addresses say that a letter came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tokens {
    /// The sign-up whose calendar answers there.
    pub(super) registration: Option<RegistrationId>,
    /// The letter that comes back there.
    pub(super) letter: Option<Uuid>,
}

impl Tokens {
    pub(super) fn read(host: &Host, recipients: &[String]) -> Self {
        let find = |about, pattern: &Option<String>| {
            let pattern = pattern.as_deref()?;
            recipients.iter().find_map(|address| address::read(&host.keys, about, pattern, address))
        };
        Self {
            registration: find(About::Reply, &host.settings.reply_address).map(RegistrationId),
            letter: find(About::Bounce, &host.settings.bounce_address),
        }
    }
}

/// Whose calendar an answer is from.
pub(super) enum Answering {
    Person(RegistrationId),
    /// Who speaks in this occurrence.
    Speaker(Box<SpeakerScheduled>, OccurrenceId),
    /// The address says another sign-up than the entry does.
    Contradiction,
    Nobody,
}

/// Finds whose calendar it is by the UID of the entry. The address must not say otherwise, and is not enough: whoever was
/// forwarded a letter has it, and answers other invitations there.
pub(super) async fn answering(work: &Work, uid: &str, tokens: Tokens) -> Result<Answering, DbErr> {
    let entry = calendar_entry::with_uid(&work.tx, uid).await?.map(RegistrationId);
    Ok(match (entry, tokens.registration) {
        (Some(entry), Some(token)) if entry != token => Answering::Contradiction,
        (Some(person), _) => Answering::Person(person),
        (None, _) => match speaker_entry::with_uid(&work.tx, uid).await? {
            Some(entry) => match speaker::find_all(&work.tx, &[entry.speaker]).await?.pop() {
                Some(speaker) => Answering::Speaker(Box::new(speaker), OccurrenceId(entry.occurrence)),
                None => Answering::Nobody,
            },
            None => Answering::Nobody,
        },
    })
}

/// What something that was written is about.
#[derive(Debug, Default)]
pub(super) struct Subject {
    pub(super) event: Option<Event>,
    pub(super) registration: Option<Uuid>,
    /// Found by a letter or an address that only one person has.
    pub(super) personal: bool,
    /// It answers something that was passed on.
    pub(super) forwarded: bool,
}

/// Finds it by the address that it came to, by the letter that it answers, and otherwise by whose mailbox it is: then it
/// is about what that organisation has next.
pub(super) async fn subject(
    work: &Work,
    mailboxes: &[&str],
    incoming: &Incoming,
    recipients: &[String],
    tokens: Tokens,
) -> Result<Subject, DbErr> {
    let mut ids: Vec<Uuid> = tokens.letter.into_iter().collect();
    ids.extend(&incoming.references);
    let letters = letter::addressed(&work.tx, &ids).await?;
    if letters.iter().any(|letter| letter.purpose == Purpose::Forward) {
        return Ok(Subject { forwarded: true, ..Subject::default() });
    }
    let by_letter = ids.iter().find_map(|id| letters.iter().find(|letter: &&Addressed| letter.id == *id));
    let registration = tokens.registration.map(|id| id.0).or(by_letter.and_then(|letter| letter.registration));
    let event_id = match (by_letter.and_then(|letter| letter.event), tokens.registration) {
        (Some(event), _) => Some(EventId(event)),
        (None, Some(id)) => registration::find(&work.tx, id).await?.map(|known| known.registration.event_id),
        (None, None) => None,
    };
    if let Some(id) = event_id
        && let Some(event) = event::find(&work.tx, id).await?.and_then(|known| known.event)
    {
        return Ok(Subject {
            event: Some(Arc::unwrap_or_clone(event)),
            registration,
            personal: true,
            forwarded: false,
        });
    }
    let event = next_of_mailbox(work, mailboxes, recipients).await?;
    Ok(Subject { event, ..Subject::default() })
}

/// The next event of the organisation whose mailbox it is; when there is none, the last. A mailbox that the settings name is
/// that of the only organisation there is.
async fn next_of_mailbox(work: &Work, mailboxes: &[&str], recipients: &[String]) -> Result<Option<Event>, DbErr> {
    let recipients: Vec<String> = recipients.iter().map(|address| normalised(address)).collect();
    let all = organisation::all(&work.tx).await?;
    let of_everybody =
        recipients.is_empty() || mailboxes.iter().any(|mailbox| recipients.contains(&normalised(mailbox)));
    let alone = of_everybody && all.len() == 1;
    let mut events = Vec::new();
    for organisation in all {
        if alone || recipients.contains(&normalised(&organisation.sender)) {
            events.extend(event::newest_of(&work.tx, &organisation.slug).await?);
        }
    }
    let ahead = events.iter().filter(|event| event.ends_at > work.now).min_by_key(|event| event.starts_at);
    Ok(ahead.or(events.iter().max_by_key(|event| event.ends_at)).cloned())
}
