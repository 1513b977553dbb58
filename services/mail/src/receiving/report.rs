//! Reports on letters of ours: delivery reports (RFC 3464), and the common ways of saying the same otherwise.

use mail_parser::{Message, MimeHeaders, PartType};
use uuid::Uuid;

use super::reading::{Who, fields, letters_in, one_line};

/// What was reported about a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    /// The letter, when the report brings its Message-ID back.
    pub(crate) letter: Option<Uuid>,
    pub(crate) fate: Fate,
    /// As in RFC 3463, for example `5.1.1`.
    pub(crate) status: Option<String>,
    /// What the other server said, in a line. It may hold addresses.
    pub(crate) reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It will not arrive.
    Failed,
    /// It is still being tried.
    Delayed,
    /// It arrived, or was passed on.
    Arrived,
    /// The receiver called it unwanted (RFC 5965).
    Unwanted,
}

/// How much of a text without form is searched.
const SEARCHED: usize = 32 * 1024;
const LONGEST_REASON: usize = 300;

/// Reads a report; nothing when the letter is none.
pub(super) fn read(message: &Message<'_>, sender_is_nobody: bool, from: Option<&Who>, host: &str) -> Option<Report> {
    let letter = returned(message, host);
    if let Some(part) = message.parts.iter().find(|part| part.is_content_type("message", "delivery-status")) {
        return Some(Report { letter, ..delivery_status(&String::from_utf8_lossy(part.contents())) });
    }
    if message.parts.iter().any(|part| part.is_content_type("message", "feedback-report")) {
        return Some(Report { letter, fate: Fate::Unwanted, status: None, reason: String::new() });
    }
    // Exim writes no delivery status unless it is told to, but names the address in a field.
    let failed_recipients = !fields(message, "X-Failed-Recipients").is_empty();
    let daemon = from.is_some_and(|from| {
        let mailbox = from.address.split('@').next().unwrap_or_default().to_lowercase();
        matches!(mailbox.as_str(), "mailer-daemon" | "postmaster" | "mail-daemon")
    });
    (failed_recipients || (daemon && sender_is_nobody) || (daemon && letter.is_some())).then(|| {
        let text = message.body_text(0).unwrap_or_default();
        Report { letter, ..in_words(&text, message.subject().unwrap_or_default(), failed_recipients) }
    })
}

/// The letter that came back: its head stands in a part of its own, or somewhere in the text.
fn returned(message: &Message<'_>, host: &str) -> Option<Uuid> {
    for part in &message.parts {
        let named = match &part.body {
            PartType::Message(inner) => inner.message_id().map(|id| format!("<{id}>")),
            _ if part.is_content_type("text", "rfc822-headers")
                || part.is_content_type("message", "rfc822-headers") =>
            {
                message_id_line(&String::from_utf8_lossy(part.contents()))
            }
            _ => None,
        };
        if let Some(id) = named.and_then(|named| letters_in(&named, host).first().copied()) {
            return Some(id);
        }
    }
    for part in &message.parts {
        let PartType::Text(text) = &part.body else { continue };
        let searched = text.get(..SEARCHED).unwrap_or(text);
        if let Some(id) = message_id_line(searched).and_then(|line| letters_in(&line, host).first().copied()) {
            return Some(id);
        }
    }
    None
}

/// The first line that says which Message-ID, with the one after it, on which a long one stands.
fn message_id_line(text: &str) -> Option<String> {
    let mut lines = text.lines().map(|line| line.trim_start_matches(['>', ' ', '\t', '-']));
    let line = lines.find(|line| line.get(..11).is_some_and(|name| name.eq_ignore_ascii_case("message-id:")))?;
    Some(format!("{line} {}", lines.next().unwrap_or_default()))
}

/// The fields about the first receiver that something went wrong for, or about the first.
fn delivery_status(text: &str) -> Report {
    let unfolded = text.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    let groups: Vec<Vec<(String, &str)>> = unfolded
        .split("\n\n")
        .map(|group| {
            let lines = group.lines().filter_map(|line| line.split_once(':'));
            lines.map(|(name, value)| (name.trim().to_lowercase(), value.trim())).collect()
        })
        .collect();
    fn value<'a>(group: &[(String, &'a str)], name: &str) -> Option<&'a str> {
        group.iter().find(|(is, _)| is == name).map(|(_, value)| *value)
    }
    let fate = |group: &[(String, &str)]| match value(group, "action").map(str::to_lowercase).as_deref() {
        Some("failed") => Some(Fate::Failed),
        Some("delayed") => Some(Fate::Delayed),
        Some("delivered" | "relayed" | "expanded") => Some(Fate::Arrived),
        _ => None,
    };
    let failed = groups.iter().find(|group| fate(group) == Some(Fate::Failed));
    let told = failed.or_else(|| groups.iter().find(|group| fate(group).is_some()));
    let group = told.map(Vec::as_slice).unwrap_or_default();
    let status = value(group, "status").and_then(status_in);
    let diagnostic = value(group, "diagnostic-code").or_else(|| value(group, "status")).unwrap_or_default();
    // `smtp; 550 5.1.1 no such user`
    let reason = diagnostic.split_once(';').map_or(diagnostic, |(_, said)| said);
    Report {
        letter: None,
        fate: fate(group).unwrap_or(match status.as_deref().and_then(|status| status.chars().next()) {
            Some('5') => Fate::Failed,
            _ => Fate::Delayed,
        }),
        status,
        reason: short(reason),
    }
}

/// Words that say that a letter is still being tried, in the reports of the common mail servers.
const DELAYED: [&str; 6] =
    ["delayed", "delivery delay", "will keep trying", "warning: message", "not yet been delivered", "will be retried"];

/// A report in words: the code in it tells, if there is one.
fn in_words(text: &str, subject: &str, certain: bool) -> Report {
    let searched: String = text.chars().take(SEARCHED).collect();
    let status = searched.split(|c: char| c.is_whitespace() || "#()<>[],;:".contains(c)).find_map(status_in);
    let small = format!("{subject}\n{searched}").to_lowercase();
    let delayed = DELAYED.iter().any(|word| small.contains(word));
    let fate = match status.as_deref().and_then(|status| status.chars().next()) {
        Some('5') => Fate::Failed,
        Some('4') => Fate::Delayed,
        Some('2') => Fate::Arrived,
        _ if delayed && !certain => Fate::Delayed,
        _ => Fate::Failed,
    };
    let telling = searched.lines().find(|line| status_in_line(line).is_some() || code(line).is_some());
    Report { letter: None, fate, status, reason: short(telling.unwrap_or(subject)) }
}

fn status_in_line(line: &str) -> Option<String> {
    line.split(|c: char| c.is_whitespace() || "#()<>[],;:".contains(c)).find_map(status_in)
}

/// `550` and the like, at the beginning of a word.
fn code(line: &str) -> Option<u16> {
    let codes = line.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 3);
    codes.filter_map(|digits| digits.parse().ok()).find(|code| (500..600).contains(code))
}

/// `5.1.1`, alone or before more.
fn status_in(text: &str) -> Option<String> {
    let word = text.split_whitespace().next()?;
    let numbers: Vec<&str> = word.split('.').collect();
    let [class, subject, detail] = numbers.as_slice() else { return None };
    let is_number =
        |text: &str, longest: usize| (1..=longest).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    (matches!(*class, "2" | "4" | "5") && is_number(subject, 3) && is_number(detail, 3)).then(|| word.to_owned())
}

fn short(reason: &str) -> String {
    one_line(reason).chars().take(LONGEST_REASON).collect()
}
