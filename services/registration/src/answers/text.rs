//! Cleaning what was typed or pasted before it is judged.

use super::problem::Problem;

/// Marks that cannot be seen: soft hyphens, zero-width joiners, direction overrides, byte order marks. They come
/// along when people paste, mean nothing in an answer, and can make one name look like another.
const fn is_unseen(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// One line: spaces of every kind made plain and single, ends trimmed.
pub(super) fn line(typed: &str, limit: usize) -> Result<String, Problem> {
    let typed = typed.trim();
    if typed.contains(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        return Err(Problem::LineBreak);
    }
    let visible: String = typed.chars().filter(|c| !is_unseen(*c)).collect();
    let clean = visible.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if clean.chars().any(char::is_control) {
        return Err(Problem::ControlCharacter);
    }
    within(clean, limit)
}

/// Several lines, each ended by a plain line feed.
pub(super) fn paragraphs(typed: &str, limit: usize) -> Result<String, Problem> {
    let unix = typed.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'], "\n");
    let clean: String =
        unix.chars().filter(|c| !is_unseen(*c)).map(|c| if c == '\t' { ' ' } else { c }).collect::<String>();
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
