//! Cleaning what was typed or pasted before it is judged.

use super::problem::Problem;
use text::seen;

/// One line: spaces of every kind made plain and single, ends trimmed.
pub(super) fn line(typed: &str, limit: usize) -> Result<String, Problem> {
    let typed = typed.trim();
    if typed.contains(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        return Err(Problem::LineBreak);
    }
    let visible = seen(typed);
    let clean = visible.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if clean.chars().any(char::is_control) {
        return Err(Problem::ControlCharacter);
    }
    within(clean, limit)
}

/// Several lines, each ended by a plain line feed.
pub(super) fn paragraphs(typed: &str, limit: usize) -> Result<String, Problem> {
    let unix = typed.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'], "\n");
    let clean = seen(&unix).replace('\t', " ");
    let clean = clean.trim();
    if clean.chars().any(|c| c != '\n' && c.is_control()) {
        return Err(Problem::ControlCharacter);
    }
    within(clean.to_owned(), limit)
}

fn within(text: String, limit: usize) -> Result<String, Problem> {
    let length = text.chars().count();
    if length > limit { Err(Problem::TooLong { limit, length }) } else { Ok(text) }
}
