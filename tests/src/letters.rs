//! A letter as its receiver reads it.

use crate::visitor::local;
use mail_parser::{MessageParser, MimeHeaders};

/// A letter that a mail server has accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// From the envelope, not the headers.
    pub sender: String,
    pub recipient: String,
    pub bytes: Vec<u8>,
}

impl Received {
    /// A letter as it lies in a folder, without an envelope.
    pub fn lying(bytes: Vec<u8>) -> Self {
        let message = MessageParser::default().parse(&bytes).expect("a letter that can be read");
        let first = |address: Option<&mail_parser::Address<'_>>| {
            address.and_then(|all| all.first()?.address().map(str::to_owned)).unwrap_or_default()
        };
        let (sender, recipient) = (first(message.from()), first(message.to()));
        Self { sender, recipient, bytes }
    }

    fn message(&self) -> mail_parser::Message<'_> {
        MessageParser::default().parse(&self.bytes).expect("a letter that can be read")
    }

    pub fn subject(&self) -> String {
        self.message().subject().unwrap_or_default().to_owned()
    }

    pub fn message_id(&self) -> String {
        self.message().message_id().expect("a Message-ID").to_owned()
    }

    /// The part for readers without HTML.
    pub fn text(&self) -> String {
        self.message().body_text(0).expect("a text part").into_owned()
    }

    pub fn html(&self) -> String {
        self.message().body_html(0).expect("an HTML part").into_owned()
    }

    pub fn header(&self, name: &str) -> Option<String> {
        self.message().header_raw(name.to_owned()).map(|value| value.trim().to_owned())
    }

    /// The calendar part, unfolded, if there is one.
    pub fn calendar(&self) -> Option<String> {
        let message = self.message();
        let part = message.parts.iter().find(|part| part.is_content_type("text", "calendar"))?;
        let text = match &part.body {
            mail_parser::PartType::Text(text) => text.as_bytes().to_vec(),
            _ => part.contents().to_vec(),
        };
        Some(String::from_utf8(text).expect("UTF-8").replace("\r\n ", "").replace("\r\n\t", ""))
    }

    /// The value of a property of the event in the calendar part.
    pub fn property(&self, name: &str) -> Option<String> {
        let calendar = self.calendar()?;
        let event = calendar.split("BEGIN:VEVENT").nth(1)?;
        event.lines().find_map(|line| {
            let (head, value) = line.split_once(':')?;
            (head.split(';').next() == Some(name)).then(|| value.trim_end().to_owned())
        })
    }

    /// The METHOD of the calendar part.
    pub fn method(&self) -> Option<String> {
        let calendar = self.calendar()?;
        calendar.lines().find_map(|line| line.strip_prefix("METHOD:")).map(|method| method.trim_end().to_owned())
    }

    /// The first address in the text that has this in it, without what follows it.
    pub fn link(&self, part: &str) -> Option<String> {
        let text = self.text();
        text.split_whitespace().find(|word| word.contains(part)).map(|word| {
            let begin = word.find("http").unwrap_or_default();
            word[begin..].trim_end_matches(['.', ',', ')']).to_owned()
        })
    }
}

/// The newest address with this in it that somebody was sent, as a visitor opens it.
pub fn link_to(letters: &[Received], email: &str, part: &str) -> Option<String> {
    let theirs = letters.iter().rev().filter(|letter| letter.recipient == email);
    theirs.filter_map(|letter| letter.link(part)).map(|link| local(&link)).next()
}
