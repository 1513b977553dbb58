//! Values of type TEXT (RFC 5545 3.3.11), and cleaning what people typed.

/// Cleans and escapes a text for writing.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Takes the escapes off a text that was read. An escape the RFC does not know gives its letter.
pub(crate) fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => plain.push('\n'),
                Some(letter) => plain.push(letter),
                None => plain.push('\\'),
            },
            c => plain.push(c),
        }
    }
    plain
}

/// A text with line feeds for line breaks and without other control characters.
///
/// The Unicode line separators count as line breaks: several readers split lines at them, and what
/// stands behind one would become a property there.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\n' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\t' => Some(' '),
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect()
}

/// The same on one line, with single blanks.
pub(crate) fn one_line(text: &str) -> String {
    let words = text.split_whitespace().map(plain).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// At most `limit` characters, with an ellipsis where something was cut off.
pub(crate) fn shorten(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let kept: String = text.chars().take(limit.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_four_special_characters_are_escaped() {
        assert_eq!(escape("a\\b;c,d\ne:\"f\""), "a\\\\b\\;c\\,d\\ne:\"f\"");
    }

    #[test]
    fn line_breaks_become_one_escape_and_control_characters_go() {
        assert_eq!(escape("én\r\nto\u{2028}tre\u{0}\u{1b}\u{85}fire\tfem"), "én\\nto\\ntrefire fem");
    }

    #[test]
    fn foreign_escapes_give_their_letter() {
        assert_eq!(unescape("kl\\: 9\\N\\\"ja\\\" \\\\n \\"), "kl: 9\n\"ja\" \\n \\");
    }

    #[test]
    fn one_line_joins_lines_with_a_blank() {
        assert_eq!(one_line(" Møte \r\n om\t\u{2028}rent \u{7} vann  "), "Møte om rent vann");
    }

    #[test]
    fn shortening_counts_characters() {
        assert_eq!(shorten("æøå", 3), "æøå");
        assert_eq!(shorten("æøåæ", 3), "æø…");
    }

    proptest! {
        #[test]
        fn escaping_loses_nothing_but_control_characters(text in any::<String>()) {
            let escaped = escape(&text);
            prop_assert!(!escaped.contains(char::is_control));
            prop_assert_eq!(unescape(&escaped), plain(&text));
        }
    }
}
