//! The letter that passes on to the contact of an event what somebody wrote.

use chrono::{DateTime, Utc};
use proto::Language;
use proto::event::Event;
use proto::organisation::Organisation;
use uuid::Uuid;

use crate::composing::{Composed, Desk, Uncomposed, message_id};
use crate::letters::{self, Sender};
use crate::mime::{self, Draft, Who};
use crate::planning::Forwarded;

/// In which language the contact is written to.
pub(crate) fn language(organisation: &Organisation) -> Language {
    organisation.required_languages.first().copied().unwrap_or(Language::Nn)
}

/// Makes the letter. Whoever answers it answers whoever wrote.
pub(crate) fn compose(
    desk: Desk<'_>,
    letter: Uuid,
    forwarded: &Forwarded,
    event: &Event,
    organisation: &Organisation,
    now: DateTime<Utc>,
) -> Result<Composed, Uncomposed> {
    let (language, contact) = (language(organisation), &event.contact);
    let words = letters::Forward::new(Sender::of(event, organisation, &contact.name), forwarded);
    let written = letters::write(desk.text, language, &words)?;
    let message_id = message_id(desk.settings, letter);
    let mut message = mime::message(Draft {
        id: letter,
        now,
        language,
        from: Who { name: organisation.name.get(language), address: &organisation.sender },
        to: Who { name: &contact.name, address: &contact.email },
        reply_to: Some(Who { name: &forwarded.name, address: &forwarded.address }),
        written: &written,
        calendar: None,
        message_id: &message_id,
        references: None,
        unsubscribe: None,
    })?;
    desk.signatures.sign(&organisation.slug, &mut message);
    Ok(Composed { bytes: message.formatted(), message_id, calendar: None, told: None })
}
