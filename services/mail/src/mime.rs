//! A letter as bytes: what the parts are, in which order, and what stands above them.

use std::time::SystemTime;

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentDisposition, ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use proto::Language;
use uuid::Uuid;

use crate::domain;
use crate::letters::Written;

/// Everything that a letter is put together from.
pub(crate) struct Draft<'a> {
    pub(crate) id: Uuid,
    pub(crate) now: DateTime<Utc>,
    pub(crate) language: Language,
    pub(crate) from: Who<'a>,
    pub(crate) to: Who<'a>,
    pub(crate) reply_to: Option<Who<'a>>,
    pub(crate) written: &'a Written,
    pub(crate) calendar: Option<CalendarPart>,
    pub(crate) message_id: &'a str,
    pub(crate) references: Option<&'a str>,
    /// Where one click, or the reader's program, stops letters like this.
    pub(crate) unsubscribe: Option<&'a str>,
}

/// A name and an address.
#[derive(Clone, Copy)]
pub(crate) struct Who<'a> {
    pub(crate) name: &'a str,
    pub(crate) address: &'a str,
}

/// What the calendar is told.
#[derive(Clone, Debug)]
pub(crate) struct CalendarPart {
    pub(crate) method: Method,
    pub(crate) ics: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Request,
    Cancel,
}

impl Method {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }

    /// ASCII, for older Outlook garbles anything else.
    const fn file(self) -> &'static str {
        match self {
            Self::Request => "invitasjon.ics",
            Self::Cancel => "avlysing.ics",
        }
    }
}

/// Why a letter cannot be put together. Trying again would not help.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unsendable {
    #[error("the {0} address is not an e-mail address")]
    Address(&'static str),
    #[error("the letter cannot be put together: {0}")]
    Parts(String),
}

impl From<lettre::error::Error> for Unsendable {
    fn from(error: lettre::error::Error) -> Self {
        Self::Parts(error.to_string())
    }
}

impl From<lettre::message::header::ContentTypeErr> for Unsendable {
    fn from(error: lettre::message::header::ContentTypeErr) -> Self {
        Self::Parts(error.to_string())
    }
}

/// Puts a letter together.
pub(crate) fn message(draft: Draft<'_>) -> Result<Message, Unsendable> {
    let header =
        |name: &'static str, value: &str| HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned());
    let mut builder = Message::builder()
        .from(mailbox(draft.from, "sender's")?)
        .to(mailbox(draft.to, "receiver's")?)
        .subject(draft.written.subject.clone())
        .date(SystemTime::from(draft.now))
        .message_id(Some(draft.message_id.to_owned()))
        .raw_header(header("Content-Language", draft.language.code()))
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("X-Auto-Response-Suppress", "OOF, AutoReply"));
    if let Some(reply_to) = draft.reply_to {
        builder = builder.reply_to(mailbox(reply_to, "contact's")?);
    }
    if let Some(references) = draft.references {
        builder = builder.references(references.to_owned());
    }
    if let Some(link) = draft.unsubscribe {
        builder = builder
            .raw_header(header("List-Unsubscribe", &format!("<{link}>")))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    let id = draft.id.simple();
    let mut alternative = MultiPart::alternative()
        .boundary(format!("words-{id}"))
        .singlepart(SinglePart::plain(draft.written.text.clone()))
        .singlepart(SinglePart::html(draft.written.html.clone()));
    let Some(calendar) = draft.calendar else { return Ok(builder.multipart(alternative)?) };
    // Last of the alternatives and no attachment: Outlook reads invitations only as a part of the body.
    let content = format!("text/calendar; charset=utf-8; method={}; component=VEVENT", calendar.method.word());
    let inline = SinglePart::builder().header(ContentType::parse(&content)?);
    alternative = alternative.singlepart(inline.body(base64(calendar.ics.clone())?));
    // The same once more for readers that only list attachments.
    let file = calendar.method.file();
    let attached = SinglePart::builder()
        .header(ContentType::parse(&format!("application/ics; name=\"{file}\""))?)
        .header(ContentDisposition::attachment(file))
        .body(base64(calendar.ics)?);
    let mixed = MultiPart::mixed().boundary(format!("letter-{id}")).multipart(alternative).singlepart(attached);
    Ok(builder.multipart(mixed)?)
}

/// Quoted-printable is right in theory; in practice `=0D` at line ends switches Outlook off.
fn base64(ics: Vec<u8>) -> Result<Body, Unsendable> {
    Body::new_with_encoding(ics, ContentTransferEncoding::Base64)
        .map_err(|_refused| Unsendable::Parts("the calendar part cannot be written in base64".to_owned()))
}

fn mailbox(who: Who<'_>, whose: &'static str) -> Result<Mailbox, Unsendable> {
    let address: Address = domain::as_sent(who.address.trim())
        .parse()
        .map_err(|_error: lettre::address::AddressError| Unsendable::Address(whose))?;
    let name: Vec<&str> =
        who.name.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    let name = name.join(" ");
    Ok(Mailbox::new((!name.is_empty()).then_some(name), address))
}
