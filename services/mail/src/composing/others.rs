//! Letters to people who are not, or not yet, signed up for the event that they are about: without a calendar part.

use super::{Composed, Desk, Uncomposed, follower_link, message_id};
use crate::letters::{self, Letter};
use crate::mime::{self, Draft, Who};
use crate::planning::SignIn;
use chrono::{DateTime, Utc};
use host::Purpose as Link;
use proto::Language;
use proto::account::SignInChanged;
use proto::conference::ProposalAnswered;
use proto::event::Event;
use proto::gathering::DelegationInvited;
use proto::organisation::Organisation;
use proto::series::SeriesFollowed;
use uuid::Uuid;

/// To whom such a letter goes, and from whom.
struct Envelope<'a> {
    letter: Uuid,
    now: DateTime<Utc>,
    language: Language,
    organisation: &'a Organisation,
    to: Who<'a>,
    reply_to: Option<Who<'a>>,
}

impl Envelope<'_> {
    fn around<L: Letter>(self, desk: Desk<'_>, words: &L) -> Result<Composed, Uncomposed> {
        let Self { letter, now, language, organisation, to, reply_to } = self;
        let written = letters::write(desk.text, language, words)?;
        let message_id = message_id(desk.settings, letter);
        let mut message = mime::message(Draft {
            id: letter,
            now,
            language,
            from: Who { name: organisation.name.get(language), address: &organisation.sender },
            to,
            reply_to,
            written: &written,
            calendar: None,
            message_id: &message_id,
            references: None,
            unsubscribe: None,
        })?;
        desk.signatures.sign(&organisation.slug, &mut message);
        Ok(Composed { bytes: message.formatted(), message_id, calendar: None, told: None })
    }
}

/// Makes a letter with a link to sign in with.
pub(crate) fn compose_sign_in(
    desk: Desk<'_>,
    letter: Uuid,
    language: Language,
    asked: &SignIn,
    organisation: &Organisation,
    now: DateTime<Utc>,
) -> Result<Composed, Uncomposed> {
    let token = desk.keys.token(Link::SignIn, letter, 0);
    let words = letters::SignIn {
        organiser: organisation.name.clone(),
        link: desk.settings.address(&format!("/arrangor/inn/{token}")),
        expires_at: asked.expires_at,
        timezone: chrono_tz::Europe::Oslo,
        invited: asked.invited,
    };
    let to = Who { name: "", address: &asked.email };
    let reply_to = None;
    Envelope { letter, now, language, organisation, to, reply_to }.around(desk, &words)
}

/// Makes a letter about how somebody signs in from now on.
pub(crate) fn compose_sign_in_changed(
    desk: Desk<'_>,
    letter: Uuid,
    changed: &SignInChanged,
    organisation: &Organisation,
    now: DateTime<Utc>,
) -> Result<Composed, Uncomposed> {
    let words = letters::SignInChanged {
        organiser: organisation.name.clone(),
        change: changed.change,
        provider: changed.provider.clone().unwrap_or_default(),
        device: changed.device.clone(),
        at: changed.at,
        timezone: chrono_tz::Europe::Oslo,
        link: desk.settings.address("/arrangor/konto/innlogging"),
    };
    let to = Who { name: "", address: &changed.email };
    Envelope { letter, now, language: changed.language, organisation, to, reply_to: None }.around(desk, &words)
}

/// Makes a letter to somebody who has proposed a session.
pub(crate) fn compose_proposal(
    desk: Desk<'_>,
    letter: Uuid,
    asked: &ProposalAnswered,
    event: &Event,
    organisation: &Organisation,
    now: DateTime<Utc>,
) -> Result<Composed, Uncomposed> {
    let token = desk.keys.token(Link::Propose, asked.proposal_id.0, asked.generation);
    let note = asked.note.as_ref().map(|note| note.trim().to_owned()).filter(|note| !note.is_empty());
    let words = letters::Proposal {
        about: letters::Sender::of(event, organisation, &asked.name),
        answer: asked.answer,
        proposal: asked.title.clone(),
        note,
        link: desk.settings.address(&format!("/framlegg/{token}")),
    };
    let to = Who { name: &asked.name, address: &asked.email };
    let reply_to = Some(Who { name: &event.contact.name, address: &event.contact.email });
    Envelope { letter, now, language: asked.language, organisation, to, reply_to }.around(desk, &words)
}

/// Makes a letter to somebody who acts for a delegation.
pub(crate) fn compose_delegation(
    desk: Desk<'_>,
    letter: Uuid,
    invited: &DelegationInvited,
    event: &Event,
    organisation: &Organisation,
    now: DateTime<Utc>,
) -> Result<Composed, Uncomposed> {
    let token = desk.keys.token(Link::Delegate, invited.holder_id.0, invited.generation);
    let words = letters::Delegation {
        about: letters::Sender::of(event, organisation, &invited.name),
        why: invited.why,
        member: invited.member.clone(),
        seats: invited.seats,
        named: invited.named,
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone,
        name_before: invited.name_before,
        link: desk.settings.address(&format!("/delegasjon/{token}")),
    };
    let to = Who { name: &invited.name, address: &invited.email };
    let reply_to = Some(Who { name: &event.contact.name, address: &event.contact.email });
    Envelope { letter, now, language: invited.language, organisation, to, reply_to }.around(desk, &words)
}

/// Makes a letter to somebody who is signed up for a whole series.
pub(crate) fn compose_followed(
    desk: Desk<'_>,
    letter: Uuid,
    followed: &SeriesFollowed,
    again: bool,
    organisation: &Organisation,
    now: DateTime<Utc>,
) -> Result<Composed, Uncomposed> {
    let series = &followed.series;
    let words = letters::Followed {
        about: letters::Sender {
            first_name: letters::first_name(&followed.name),
            title: series.title.clone(),
            organiser: organisation.name.clone(),
            timezone: series.timezone,
        },
        again,
        link: follower_link(desk, followed),
    };
    let to = Who { name: &followed.name, address: &followed.email };
    let reply_to = Some(Who { name: &series.contact.name, address: &series.contact.email });
    Envelope { letter, now, language: followed.language, organisation, to, reply_to }.around(desk, &words)
}

/// Makes a letter to somebody who follows a series of which one date was full.
pub(crate) fn compose_turned_away(
    desk: Desk<'_>,
    letter: Uuid,
    followed: &SeriesFollowed,
    event: &Event,
    organisation: &Organisation,
    now: DateTime<Utc>,
) -> Result<Composed, Uncomposed> {
    let words = letters::TurnedAway {
        about: letters::Sender::of(event, organisation, &followed.name),
        series: followed.series.title.clone(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone,
        sign_up_link: desk.settings.address(&format!("/pamelding/{}", event.slug)),
        link: follower_link(desk, followed),
    };
    let to = Who { name: &followed.name, address: &followed.email };
    let reply_to = Some(Who { name: &event.contact.name, address: &event.contact.email });
    Envelope { letter, now, language: followed.language, organisation, to, reply_to }.around(desk, &words)
}
