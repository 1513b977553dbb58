//! What organisers say to those whom they tell no.

use crate::app::App;
use host::FieldError;
use proto::Language;

/// In characters: a paragraph of a letter.
const LONGEST: u32 = 1000;

/// Longer than a letter should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLong;

impl TooLong {
    /// In words, beside the field.
    pub(super) fn told(self, app: &App, language: Language) -> FieldError {
        let text = app.host.text.word(language, "reg-act-reason-long", &[("most", LONGEST.into())]);
        FieldError::new("reason", text)
    }
}

/// Reads it; nothing when nothing was said.
pub(super) fn read(typed: Option<&str>) -> Result<Option<String>, TooLong> {
    let typed = typed.unwrap_or_default().replace("\r\n", "\n");
    let visible: String = typed.trim().chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    match u32::try_from(visible.chars().count()).unwrap_or(u32::MAX) {
        0 => Ok(None),
        1..=LONGEST => Ok(Some(visible)),
        _ => Err(TooLong),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_a_paragraph_or_nothing() {
        let long = "å".repeat(1001);
        for (typed, read_as) in [
            (None, Ok(None)),
            (Some(" \r\n "), Ok(None)),
            (Some(" Berre for tilsette.\r\nTakk \u{7} "), Ok(Some("Berre for tilsette.\nTakk "))),
            (Some(&long), Err(TooLong)),
            (Some(&long[2..]), Ok(Some(&long[2..]))),
        ] {
            assert_eq!(read(typed), read_as.map(|text: Option<&str>| text.map(ToOwned::to_owned)));
        }
    }
}
