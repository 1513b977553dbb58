//! What a letter that came in is, as far as the letter itself tells. Whatever is in it, reading it does no harm.

use calendar::{Method, Reply, read_reply};
use mail_parser::{Address, Message, MessageParser, MimeHeaders, PartType};
use uuid::Uuid;

use super::authentication::vouched;
use super::nesting;
use super::report::{self, Report};

/// Larger letters are refused before they are kept.
pub(crate) const LARGEST: usize = 256 * 1024;
/// Letters with more parts, or with parts deeper in each other, are not read.
const MOST_PARTS: usize = 20;
const DEEPEST: usize = 5;
/// How much of what somebody wrote is passed on, in characters.
const LONGEST_TEXT: usize = 8_000;
const LONGEST_SUBJECT: usize = 200;
/// Letters of ours that one letter can refer to: more are not looked for.
const MOST_REFERENCES: usize = 20;

/// What is known of ourselves.
#[derive(Clone, Copy)]
pub(crate) struct Ours<'a> {
    /// The name that our own mail server signs its findings with.
    pub(crate) authserv_id: Option<&'a str>,
    /// The host in our Message-IDs.
    pub(crate) host: &'a str,
}

/// A letter that was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Incoming {
    /// From whom it says that it is; absent when it names nobody, or several.
    pub(crate) from: Option<Who>,
    /// The domain that our mail server vouches for.
    pub(crate) vouched: Option<String>,
    /// Letters of ours that it refers to, the nearest first.
    pub(crate) references: Vec<Uuid>,
    pub(crate) subject: String,
    /// What somebody wrote, if there is anything.
    pub(crate) text: String,
    pub(crate) content: Content,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Who {
    pub(crate) name: String,
    pub(crate) address: String,
}

/// What came.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Content {
    /// An answer from a calendar.
    Calendar(Reply),
    /// What became of a letter of ours.
    Report(Report),
    /// A program answers for somebody who is away.
    Away,
    /// A program, a list or an advertisement.
    Machine,
    /// Somebody wrote.
    Text,
    /// Nobody can tell: it is broken, or too complicated.
    Unreadable,
}

/// Reads a letter with its envelope sender, which is empty for reports.
pub(crate) fn read(raw: &[u8], sender: &str, ours: Ours<'_>) -> Incoming {
    let nothing = Incoming {
        from: None,
        vouched: None,
        references: Vec::new(),
        subject: String::new(),
        text: String::new(),
        content: Content::Unreadable,
    };
    if raw.len() > LARGEST || nesting::is_dangerous(raw) {
        return nothing;
    }
    let Some(message) = MessageParser::default().parse(raw) else { return nothing };
    if message.parts.len() > MOST_PARTS || depth(&message, 0, 0) > DEEPEST {
        return nothing;
    }
    let from = only_sender(&message);
    let authentication = fields(&message, "Authentication-Results");
    let references = references(&message, ours.host);
    let content = content(&message, sender, from.as_ref(), &references, ours);
    Incoming {
        vouched: vouched(authentication.iter().map(String::as_str), ours.authserv_id),
        subject: shortened(&one_line(message.subject().unwrap_or_default()), LONGEST_SUBJECT),
        text: shortened(&plain(&message.body_text(0).unwrap_or_default()), LONGEST_TEXT),
        from,
        references,
        content,
    }
}

/// How many receivers the fields may name.
const MOST_RECEIVERS: usize = 20;

/// To whom a letter is, as its fields say: first as the mail server noted it.
pub(crate) fn receivers(raw: &[u8]) -> Vec<String> {
    let Some(message) = MessageParser::default().parse_headers(raw) else { return Vec::new() };
    let mut all: Vec<String> = Vec::new();
    for name in ["Delivered-To", "X-Original-To", "Envelope-To"] {
        all.extend(fields(&message, name).iter().map(|value| one_line(value).trim_matches(['<', '>']).to_owned()));
    }
    let to = message.to().into_iter().chain(message.cc()).flat_map(|addresses| addresses.iter());
    all.extend(to.filter_map(|address| address.address()).map(one_line));
    all.retain(|address| address.contains('@'));
    all.truncate(MOST_RECEIVERS);
    all
}

/// The envelope sender, as the mail server noted it in the first field of this name.
pub(crate) fn return_path(raw: &[u8]) -> Option<String> {
    let message = MessageParser::default().parse_headers(raw)?;
    let noted = fields(&message, "Return-Path").into_iter().next()?;
    Some(one_line(&noted).trim_matches(['<', '>']).to_owned()).filter(|address| address.contains('@'))
}

/// From whom a letter is that lay in a mailbox: as the mail server noted it, and without that as it says itself.
pub(crate) fn sender_in_mailbox(raw: &[u8]) -> String {
    let Some(message) = MessageParser::default().parse_headers(raw) else { return String::new() };
    match fields(&message, "Return-Path").is_empty() {
        true => only_sender(&message).map(|who| who.address).unwrap_or_default(),
        false => return_path(raw).unwrap_or_default(),
    }
}

fn content(message: &Message<'_>, sender: &str, from: Option<&Who>, references: &[Uuid], ours: Ours<'_>) -> Content {
    let sender_is_nobody = sender.trim().is_empty();
    if let Some(report) = report::read(message, sender_is_nobody, from, ours.host) {
        return Content::Report(report);
    }
    // A calendar part that is not an answer is our own invitation, sent along with what somebody wrote.
    if let Some(reply) = calendar(message)
        && !matches!(reply.method, Method::Other(_))
    {
        return Content::Calendar(reply);
    }
    let one = |name: &str| fields(message, name).first().map(|value| one_line(value).to_lowercase());
    let submitted = one("Auto-Submitted").filter(|value| word(value) != "no");
    let precedence = one("Precedence").unwrap_or_default();
    let answers = submitted.as_deref().is_some_and(|value| word(value) == "auto-replied")
        || precedence == "auto_reply"
        || ["X-Autoreply", "X-Autorespond", "X-Autoresponder"].iter().any(|name| one(name).is_some());
    let machine = submitted.is_some()
        || sender_is_nobody
        || matches!(precedence.as_str(), "bulk" | "list" | "junk")
        || one("List-Id").is_some()
        || one("List-Unsubscribe").is_some();
    match () {
        () if answers => Content::Away,
        // Exchange calls notes of absence generated, and not answers.
        () if submitted.is_some() && !references.is_empty() => Content::Away,
        () if machine => Content::Machine,
        () => Content::Text,
    }
}

fn word(value: &str) -> &str {
    value.split([';', ' ', '(']).next().unwrap_or_default()
}

/// The answer in the first calendar part, or in a file with one.
fn calendar(message: &Message<'_>) -> Option<Reply> {
    let find = |kind: &str, subtype: &str| message.parts.iter().find(|part| part.is_content_type(kind, subtype));
    let part = find("text", "calendar").or_else(|| find("application", "ics"))?;
    read_reply(part.contents()).ok()
}

/// From whom the letter is, when it says so once and for one person.
fn only_sender(message: &Message<'_>) -> Option<Who> {
    if fields(message, "From").len() != 1 {
        return None;
    }
    let Some(Address::List(list)) = message.from() else { return None };
    let [from] = list.as_slice() else { return None };
    let address = one_line(from.address()?);
    address.contains('@').then(|| Who { name: shortened(&one_line(from.name().unwrap_or_default()), 100), address })
}

/// The letters of ours that this one answers, and that stand before it in its thread.
fn references(message: &Message<'_>, host: &str) -> Vec<Uuid> {
    let mut all = Vec::new();
    for name in ["In-Reply-To", "References"] {
        let mut named: Vec<Uuid> = fields(message, name).iter().flat_map(|value| letters_in(value, host)).collect();
        named.reverse();
        all.extend(named);
    }
    let mut seen = std::collections::HashSet::new();
    all.retain(|id| seen.insert(*id));
    all.truncate(MOST_REFERENCES);
    all
}

/// The letters of ours whose Message-IDs stand in a text.
pub(super) fn letters_in(text: &str, host: &str) -> Vec<Uuid> {
    let after_id = format!("@{}>", host.to_lowercase());
    let mut letters = Vec::new();
    for piece in text.split('<').skip(1) {
        let Some((id, rest)) = piece.split_at_checked(36) else { continue };
        if rest.get(..after_id.len()).is_some_and(|rest| rest.eq_ignore_ascii_case(&after_id)) {
            letters.extend(Uuid::try_parse(id).ok());
        }
        if letters.len() >= MOST_REFERENCES {
            break;
        }
    }
    letters
}

/// The values of a field in the head of the letter, as they stand there.
pub(super) fn fields(message: &Message<'_>, name: &str) -> Vec<String> {
    let all = message.headers_raw().filter(|(is, _)| is.eq_ignore_ascii_case(name));
    all.map(|(_, value)| value.trim().to_owned()).collect()
}

/// How deep the parts lie in each other.
fn depth(message: &Message<'_>, part: usize, above: usize) -> usize {
    if above > DEEPEST {
        return above;
    }
    let here = match message.parts.get(part).map(|part| &part.body) {
        Some(PartType::Multipart(inner)) => {
            let inner = inner.iter().filter_map(|id| usize::try_from(*id).ok()).filter(|id| *id > part);
            inner.map(|id| depth(message, id, above + 1)).max()
        }
        _ => None,
    };
    here.unwrap_or(above)
}

/// Without line ends, control characters, and what cannot be seen.
pub(super) fn one_line(text: &str) -> String {
    let text = text::seen(text);
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Lines of text, without anything that is not text or cannot be seen.
fn plain(text: &str) -> String {
    let seen = text::seen(text);
    let lines = seen.lines().map(|line| {
        let shown: String = line.chars().filter(|c| *c == '\t' || !c.is_control()).collect();
        shown.trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
