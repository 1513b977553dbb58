//! A letter to a speaker: words about one occurrence and all the others, and one calendar message.

use calendar::{Answer, Entry, Party, Span, Standing};
use chrono::{DateTime, Utc};
use host::Purpose as Link;
use proto::conference::SpeakerScheduled;
use proto::event::Event;
use proto::organisation::Organisation;
use uuid::Uuid;

use super::{News, Told};
use crate::agenda::Session;
use crate::composing::{Composed, Desk, Uncomposed, message_id};
use crate::letters::{self, Sender, Slot, Speaking, SpeakingNews};
use crate::mime::{self, CalendarPart, Draft, Method, Who};

/// What it is made from.
#[derive(Clone, Copy)]
pub(crate) struct Material<'a> {
    pub(crate) letter: Uuid,
    pub(crate) speaker: &'a SpeakerScheduled,
    pub(crate) news: News<'a>,
    pub(crate) event: &'a Event,
    pub(crate) cancelled: bool,
    pub(crate) organisation: &'a Organisation,
    pub(crate) uid: &'a str,
    pub(crate) sequence: u32,
    /// Somebody may have received a REQUEST about it.
    pub(crate) invited: bool,
    pub(crate) references: Option<&'a str>,
    pub(crate) now: DateTime<Utc>,
}

/// Makes the letter, and tells what will stand in the speaker's calendar.
pub(crate) fn compose(desk: Desk<'_>, material: Material<'_>) -> Result<(Composed, Option<Told>), Uncomposed> {
    let Material { speaker, news, event, organisation, .. } = material;
    let language = speaker.language;
    let before = match news {
        News::Expected { before, .. } => before,
        News::Dropped { before } => Some(before),
    };
    // Never another one for an entry that was sent.
    let organiser_address = before.map_or(&organisation.sender, |before| &before.organiser_address);
    let organiser = Party { name: organisation.name.get(language).to_owned(), address: organiser_address.clone() };
    let told = match news {
        News::Expected { slot, .. } => Some(Told::of(speaker, slot, organiser_address)),
        News::Dropped { .. } => None,
    };
    let calendar = calendar_part(desk, material, told.as_ref(), before, &organiser);
    let written = letters::write(desk.text, language, &words(desk, material, told.as_ref(), before))?;
    let message_id = message_id(desk.settings, material.letter);
    let method = calendar.as_ref().map(|part| part.method);
    let mut message = mime::message(Draft {
        id: material.letter,
        now: material.now,
        language,
        from: Who { name: &organiser.name, address: &organiser.address },
        to: Who { name: &speaker.name, address: &speaker.email },
        reply_to: Some(Who { name: &event.contact.name, address: &event.contact.email }),
        written: &written,
        calendar,
        message_id: &message_id,
        references: material.references.filter(|first| *first != message_id),
        unsubscribe: None,
    })?;
    desk.signatures.sign(&organisation.slug, &mut message);
    let composed = Composed { bytes: message.formatted(), message_id, calendar: method, told: None };
    Ok((composed, told))
}

fn calendar_part(
    desk: Desk<'_>,
    material: Material<'_>,
    told: Option<&Told>,
    before: Option<&Told>,
    organiser: &Party,
) -> Option<CalendarPart> {
    let entry = |of: &Told| entry(desk, material, of);
    match (told, before) {
        (Some(told), _) => {
            let attendee = Party { name: told.name.clone(), address: told.address.clone() };
            let ics = calendar::request(&entry(told), organiser, &attendee, Answer::NeedsAction, Standing::Confirmed);
            Some(CalendarPart { method: Method::Request, ics })
        }
        (None, Some(before)) if material.invited => {
            // As it was told, or calendars would not find what to take out.
            let attendee = Party { name: before.name.clone(), address: before.address.clone() };
            let ics = calendar::cancel(&entry(before), organiser, &attendee);
            Some(CalendarPart { method: Method::Cancel, ics })
        }
        (None, _) => None,
    }
}

/// Without the personal link: calendars are shared at work.
fn entry(desk: Desk<'_>, material: Material<'_>, told: &Told) -> Entry {
    let event = material.event;
    let title = event.title.get(told.language);
    let part = if told.moderates { "letter-speaking-moderates" } else { "letter-speaking-speaks" };
    Entry {
        uid: material.uid.to_owned(),
        sequence: material.sequence,
        stamp: material.now,
        span: Span::Timed { starts_at: told.starts_at, ends_at: told.ends_at, zone: event.timezone },
        summary: format!("{}, {title}", told.title),
        description: desk.text.word(told.language, part, &[("event", text::Arg::Text(title))]),
        location: told.room.clone(),
        url: Some(desk.settings.address(&event.path())),
        conference: None,
    }
}

fn words(desk: Desk<'_>, material: Material<'_>, told: Option<&Told>, before: Option<&Told>) -> Speaking {
    let Material { speaker, event, organisation, cancelled, .. } = material;
    let news = match (told, before) {
        (Some(_), None) => SpeakingNews::New,
        (Some(told), Some(before)) if before.has_moved(told) => SpeakingNews::Moved,
        (Some(_), Some(_)) => SpeakingNews::Changed,
        (None, _) if cancelled => SpeakingNews::EventCancelled,
        (None, _) => SpeakingNews::Gone,
    };
    let token = desk.keys.token(Link::Speak, speaker.speaker_id.0, speaker.generation);
    let all = speaker.slots.iter().filter(|_| !cancelled).map(|slot| slot_of(&Told::of(speaker, slot, "")));
    let mut slots: Vec<Slot> = all.collect();
    slots.sort_by_key(|slot| slot.session.starts_at);
    Speaking {
        about: Sender::of(event, organisation, &speaker.name),
        news,
        calendar: told.is_some() || material.invited,
        slot: told.or(before).map(slot_of),
        before: before.filter(|before| told.is_some_and(|told| before.has_moved(told))).map(slot_of),
        slots,
        link: desk.settings.address(&format!("/innleiar/{token}")),
    }
}

fn slot_of(told: &Told) -> Slot {
    Slot {
        session: Session {
            pool: uuid::Uuid::nil().into(),
            label: told.title.clone(),
            starts_at: Some(told.starts_at),
            ends_at: Some(told.ends_at),
            room: told.room.clone(),
        },
        moderates: told.moderates,
    }
}
