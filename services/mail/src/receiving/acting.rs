//! Does what a letter means that came in. Loads, lets the decisions decide, records, says.

use bus::Work;
use calendar::{Method, Reply, ReplyAnswer};
use chrono::{DateTime, TimeDelta};
use proto::conference::SpeakerScheduled;
use proto::event::Event;
use proto::mail::ReplyReceived;
use proto::registration::Registration;
use proto::{OccurrenceId, RegistrationId};
use sea_orm::DbErr;
use uuid::Uuid;

use super::answering::{self, Case, News, Verdict};
use super::forwarding::{self, Kept, Passed};
use super::loading::{self, Answering, Subject, Tokens};
use super::reading::{self, Content, Incoming, Ours};
use super::report::{Fate, Report};
use super::{address, bouncing, is_ours, passing_on};
use crate::Mail;
use crate::composing::host_name;
use crate::fate::without_addresses;
use crate::planning::{Facts, Forwarded, ForwardedKind, Occasion, Planned};
use crate::purpose::Purpose;
use crate::store::letter::{self, Owner};
use crate::store::{calendar_entry, event, failure, organisation, received, registration, reply, speaker};
use crate::taking;

/// What a letter that came in was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// An answer that was noted.
    Answered,
    /// A calendar that is told something.
    Asked,
    /// An answer that changes nothing.
    Ignored,
    /// A letter of ours came back.
    Bounced,
    /// A report that changes nothing.
    Reported,
    PassedOn,
    Machine,
    Loop,
    /// It would be passed on to an address that comes in here.
    ToOurselves,
    /// So much was passed on about the event within the hour that it is kept aside.
    TooMany,
    /// Nobody knows whom it is about.
    Unknown,
    Unreadable,
}

impl Outcome {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Asked => "asked",
            Self::Ignored => "ignored",
            Self::Bounced => "bounced",
            Self::Reported => "reported",
            Self::PassedOn => "passed_on",
            Self::Machine => "machine",
            Self::Loop => "loop",
            Self::ToOurselves => "to_ourselves",
            Self::TooMany => "too_many",
            Self::Unknown => "unknown",
            Self::Unreadable => "unreadable",
        }
    }

    /// Somebody may still want to look at the letter.
    pub(crate) const fn is_kept(self) -> bool {
        matches!(self, Self::ToOurselves | Self::TooMany | Self::Unknown | Self::Unreadable)
    }
}

/// How much is passed on about an event within an hour. No contact reads more, and who sends more wants to do harm.
pub(crate) const MOST_AN_HOUR: u64 = 30;

/// Does what the letter means, in one transaction.
pub(super) async fn act(mail: &Mail, work: &Work, row: &received::Model) -> Result<Outcome, DbErr> {
    let host = &mail.host;
    let Some(raw) = &row.raw else { return Ok(Outcome::Unreadable) };
    let our_host = host_name(&host.settings);
    let ours = Ours { authserv_id: host.settings.authserv_id.as_deref(), host: &our_host };
    let incoming = reading::read(raw, &row.sender, ours);
    let recipients = row.recipients()?;
    let tokens = Tokens::read(host, &recipients);
    match &incoming.content {
        Content::Unreadable => Ok(Outcome::Unreadable),
        Content::Calendar(reply) => calendar(mail, work, row, &incoming, reply, tokens).await,
        Content::Report(report) => reported(mail, work, report, tokens).await,
        Content::Away | Content::Machine | Content::Text => {
            let read: Vec<&str> = host.settings.addresses_read().collect();
            let subject = loading::subject(work, &read, &incoming, &recipients, tokens).await?;
            written(mail, work, &incoming, subject).await
        }
    }
}

async fn calendar(
    mail: &Mail,
    work: &Work,
    row: &received::Model,
    incoming: &Incoming,
    reply: &Reply,
    tokens: Tokens,
) -> Result<Outcome, DbErr> {
    let id = match loading::answering(work, &reply.uid, tokens).await? {
        Answering::Person(id) => id,
        Answering::Speaker(speaker, occurrence) => {
            return speaks(mail, work, row, incoming, reply, (&speaker, occurrence)).await;
        }
        Answering::Contradiction | Answering::Nobody => return Ok(Outcome::Unknown),
    };
    // Held while it is decided: two answers at once are decided one after the other.
    let Some(known) = registration::held(&work.tx, id).await? else { return Ok(Outcome::Unknown) };
    let person = &known.registration;
    let heard = event::held(&work.tx, &mail.events, person.event_id, work.now).await?;
    let Some(event) = &heard.event else { return Ok(Outcome::Unknown) };
    let before = reply::find(&work.tx, id).await?;
    let entry = calendar_entry::find(&work.tx, id).await?;
    let from = incoming.from.as_ref().map(|from| from.address.as_str());
    let verdict = answering::decide(Case {
        reply,
        sender: answering::sender(from, incoming.vouched.as_deref(), &person.email),
        registration: person,
        event,
        cancelled: heard.cancelled,
        moved: entry.and_then(|entry| entry.moved_sequence).and_then(|number| u32::try_from(number).ok()),
        before: before.as_ref(),
        at: row.arrived_at,
    });
    match verdict {
        Verdict::Ignored(why) => {
            tracing::debug!(registration.id = %id, why = ?why, "an answer from a calendar changes nothing");
            Ok(Outcome::Ignored)
        }
        Verdict::Written(news) => {
            write(work, person, news).await?;
            Ok(Outcome::Asked)
        }
        Verdict::Noted { answer, proven, order, letter } => {
            let noted = reply::Model {
                registration: id.0,
                revision: before.map_or(0, |before| before.revision) + 1,
                answer,
                proven,
                sequence: order.sequence.map(i64::from),
                stamp: order.stamp,
                at: row.arrived_at,
            };
            reply::keep(&work.tx, &noted).await?;
            work.say(&ReplyReceived {
                registration_id: id,
                event_id: person.event_id,
                revision: u32::try_from(noted.revision).unwrap_or(u32::MAX),
                answer: answer.into(),
                proven,
                at: noted.at,
            });
            if let Some(news) = letter {
                write(work, person, news).await?;
            }
            Ok(Outcome::Answered)
        }
    }
}

/// Writes to the person, unless they were written the same a while ago.
async fn write(work: &Work, person: &Registration, news: News) -> Result<(), DbErr> {
    let rule = news.rule(work.now);
    if letter::was_written(&work.tx, person.id, Purpose::Reply, &rule).await? {
        return Ok(());
    }
    let planned = Planned {
        purpose: Purpose::Reply,
        rule,
        computed_for: DateTime::UNIX_EPOCH,
        due: work.now,
        facts: Some(Facts::Reply { news }),
        skip: None,
    };
    let owner =
        Owner { registration: Some(person.id), speaker: None, event: Some(person.event_id), language: person.language };
    letter::insert(&work.tx, vec![letter::plan(work, owner, planned)?]).await
}

/// Who speaks is a matter between people: the contact is told what was answered.
async fn speaks(
    mail: &Mail,
    work: &Work,
    row: &received::Model,
    incoming: &Incoming,
    reply: &Reply,
    (speaker, occurrence): (&SpeakerScheduled, OccurrenceId),
) -> Result<Outcome, DbErr> {
    let kind = match (&reply.method, &reply.answer) {
        (Method::Reply, ReplyAnswer::Accepted) => ForwardedKind::SpeakerAccepted,
        (Method::Reply, ReplyAnswer::Tentative) => ForwardedKind::SpeakerTentative,
        (Method::Reply, ReplyAnswer::Declined) => ForwardedKind::SpeakerDeclined,
        _ => return Ok(Outcome::Ignored),
    };
    let Some(event) = event::find(&work.tx, speaker.event_id).await?.and_then(|known| known.event) else {
        return Ok(Outcome::Unknown);
    };
    let from = incoming.from.as_ref().map(|from| from.address.as_str());
    let sender = answering::sender(from, incoming.vouched.as_deref(), &speaker.email);
    let organisation = organisation::find(&work.tx, &event.organisation).await?;
    let language = organisation.map_or(proto::Language::Nn, |organisation| passing_on::language(&organisation));
    let slot = speaker.slots.iter().find(|slot| slot.occurrence_id == occurrence);
    let forwarded = Forwarded {
        kind,
        name: speaker.name.clone(),
        address: speaker.email.clone(),
        subject: String::new(),
        text: text::seen(reply.comment.as_deref().unwrap_or_default()).trim().to_owned(),
        session: slot.map(|slot| slot.title.get(language).to_owned()),
        uncertain: sender != answering::Sender::Person,
    };
    // Each answer to each thing that they speak in, unless a newer one is here. Written so that the later comes after.
    let about = format!("{}-{occurrence}-", speaker.speaker_id);
    let stamp = reply.stamp.map_or(row.arrived_at, |stamp| stamp.min(row.arrived_at));
    let rule = format!("{about}{:020}", stamp.timestamp_micros());
    if letter::newest_rule(&work.tx, event.id, Purpose::Forward, &about).await?.is_some_and(|known| known >= rule) {
        return Ok(Outcome::Ignored);
    }
    pass_on(mail, work, &event, forwarded, rule).await
}

async fn written(mail: &Mail, work: &Work, incoming: &Incoming, subject: Subject) -> Result<Outcome, DbErr> {
    let mut own: Vec<String> = subject.event.iter().map(|event| event.contact.email.clone()).collect();
    own.extend(mail.host.settings.addresses_read().map(str::to_owned));
    own.extend(organisation::all(&work.tx).await?.into_iter().map(|organisation| organisation.sender));
    let decided = forwarding::decide(forwarding::Case {
        content: &incoming.content,
        from: incoming.from.as_ref(),
        // That somebody is away is of interest only when it is known who was written to.
        known: subject.personal || (subject.event.is_some() && incoming.content == Content::Text),
        answers_forwarded: subject.forwarded,
        own: &own,
    });
    let (Ok(passed), Some(event), Some(from)) = (decided, &subject.event, &incoming.from) else {
        return Ok(match decided {
            Err(Kept::Machine | Kept::NoSender) => Outcome::Machine,
            Err(Kept::Loop) => Outcome::Loop,
            Err(Kept::Unknown) | Ok(_) => Outcome::Unknown,
        });
    };
    let (kind, rule) = match passed {
        Passed::Text => (ForwardedKind::Text, Uuid::new_v4().to_string()),
        Passed::Away => {
            let whom = subject
                .registration
                .map_or_else(|| address::hashed(&mail.host.keys, &from.address), |id| id.to_string());
            (ForwardedKind::Away, format!("away-{whom}"))
        }
    };
    let name = if from.name.is_empty() { from.address.clone() } else { from.name.clone() };
    let forwarded = Forwarded {
        kind,
        name,
        address: from.address.clone(),
        subject: incoming.subject.clone(),
        text: incoming.text.clone(),
        session: None,
        uncertain: false,
    };
    pass_on(mail, work, event, forwarded, rule).await
}

/// Plans the letter to the contact, unless there is one under the same rule.
async fn pass_on(
    mail: &Mail,
    work: &Work,
    event: &Event,
    forwarded: Forwarded,
    rule: String,
) -> Result<Outcome, DbErr> {
    let host = &mail.host;
    // It would come in again as something that we wrote ourselves, and be seen by nobody.
    if is_ours(&work.tx, &host.keys, &host.settings, &event.contact.email).await? {
        tracing::warn!(event.id = %event.id, "a letter is not passed on: letters to the contact come in here");
        return Ok(Outcome::ToOurselves);
    }
    if letter::is_there(&work.tx, event.id, Purpose::Forward, &rule).await? {
        return Ok(Outcome::Ignored);
    }
    let hour = work.now - TimeDelta::hours(1);
    if letter::planned_since(&work.tx, event.id, Purpose::Forward, hour).await? >= MOST_AN_HOUR {
        tracing::warn!(event.id = %event.id, "a letter is not passed on: too many were within the hour");
        return Ok(Outcome::TooMany);
    }
    let organisation = organisation::find(&work.tx, &event.organisation).await?;
    let language = organisation.map_or(proto::Language::Nn, |organisation| passing_on::language(&organisation));
    let planned = Planned {
        purpose: Purpose::Forward,
        rule,
        computed_for: DateTime::UNIX_EPOCH,
        due: work.now,
        facts: Some(Facts::Forward(Box::new(forwarded))),
        skip: None,
    };
    let owner = Owner { registration: None, speaker: None, event: Some(event.id), language };
    letter::insert(&work.tx, vec![letter::plan(work, owner, planned)?]).await?;
    Ok(Outcome::PassedOn)
}

async fn reported(mail: &Mail, work: &Work, report: &Report, tokens: Tokens) -> Result<Outcome, DbErr> {
    let Some(id) = tokens.letter.or(report.letter) else { return Ok(Outcome::Unknown) };
    let Some(sent) = letter::addressed(&work.tx, &[id]).await?.pop() else { return Ok(Outcome::Unknown) };
    let person = match sent.registration.map(RegistrationId) {
        Some(person) => registration::held(&work.tx, person).await?,
        None => None,
    };
    match (report.fate, &person) {
        (Fate::Failed, _) => {}
        (Fate::Unwanted, Some(known)) => {
            if registration::stop_reminders(&work.tx, known.registration.id).await? {
                let stopped = registration::Known { reminders_stopped: true, ..known.clone() };
                mail.replan_one(work, Occasion::Surroundings, &stopped, None, None).await?;
            }
            return Ok(Outcome::Reported);
        }
        (Fate::Delayed | Fate::Arrived | Fate::Unwanted, _) => return Ok(Outcome::Reported),
    }
    let reason = without_addresses(&report.reason);
    letter::came_back(&work.tx, id, &reason).await?;
    letter::give_up(&work.tx, &[id], work.now).await?;
    taking::invited::mailed(work, id, sent.purpose, Some(&reason)).await?;
    let receiver = match (&person, sent.speaker) {
        (Some(known), _) => Some(known.registration.email.clone()),
        (None, Some(id)) => speaker::find_all(&work.tx, &[id]).await?.pop().map(|speaker| speaker.email),
        (None, None) => None,
    };
    let Some(receiver) = receiver else { return Ok(Outcome::Bounced) };
    let (address, status) = (address::hashed(&mail.host.keys, &receiver), report.status.clone());
    failure::note(&work.tx, failure::Model { letter: id, address: address.clone(), status, at: work.now }).await?;
    let failures = failure::of(&work.tx, &address).await?;
    if let Some(known) = person
        && bouncing::is_unreachable(&failures, work.now)
        && registration::unreachable(&work.tx, known.registration.id, work.now).await?
    {
        let person = known.registration;
        taking::undeliverable(work, Some(person.id), Some(person.event_id), sent.purpose, &reason);
    }
    Ok(Outcome::Bounced)
}
