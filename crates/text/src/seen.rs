//! What of a text can be seen.

use icu::properties::CodePointMapData;
use icu::properties::props::GeneralCategory;
use std::borrow::Cow;

/// The most marks above and below one letter: Hebrew with vowels and accents needs so many, and more hide the lines around.
const MOST_MARKS: usize = 4;
/// Where the scripts begin in which joiners tell words apart; emoji, which they hold together, come later still.
const JOINING: char = '\u{590}';

/// The text without what cannot be seen and is not meant: signs that turn a line around, that have no width, or that make one name look
/// like another, and marks piled upon each other. They come along when somebody pastes, or who sends them wants to deceive.
///
/// Control characters, line ends among them, are left for those who know how many lines there may be.
#[must_use]
pub fn seen(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let category = CodePointMapData::<GeneralCategory>::new();
    let (mut kept, mut before, mut marks) = (String::with_capacity(text.len()), None, 0);
    for sign in text.chars() {
        let stays = match category.get(sign) {
            _ if matches!(sign, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}') => false,
            GeneralCategory::Format => match sign {
                '\u{200c}' | '\u{200d}' => before.is_some_and(|before| before >= JOINING),
                sign => is_drawn(sign),
            },
            GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark => {
                marks += 1;
                marks <= MOST_MARKS
            }
            _ => {
                marks = 0;
                true
            }
        };
        if stays {
            kept.push(sign);
            before = Some(sign);
        }
    }
    Cow::Owned(kept)
}

/// The signs that Unicode calls a matter of format, and that are drawn all the same: around numbers in Arabic and Syriac.
const fn is_drawn(sign: char) -> bool {
    matches!(sign, '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}')
}

#[cfg(test)]
mod tests {
    use super::seen;

    #[test]
    fn what_cannot_be_seen_goes_and_what_is_written_stays() {
        let flood: String = std::iter::once('e').chain(std::iter::repeat_n('\u{301}', 500)).collect();
        let many_kinds: String =
            "Zalgo".chars().flat_map(|c| [c, '\u{300}', '\u{20dd}', '\u{1dc0}', '\u{fe20}', '\u{489}']).collect();
        for (text, stays) in [
            ("Åse Ødegård", "Åse Ødegård"),
            ("Kari \u{202e}nnamdroN\u{202c}", "Kari nnamdroN"),
            ("\u{2066}Ås\u{2069}\u{200e}\u{200f}\u{61c}", "Ås"),
            ("O\u{200b}l\u{200c}a\u{200d} \u{2060}N\u{ad}\u{feff}\u{180e}\u{2063}", "Ola N"),
            ("\u{3164}\u{115f}\u{ffa0}", ""),
            ("a\u{e0041}\u{e007f}\u{fff9}b", "ab"),
            ("a\nb\tc\u{1}å", "a\nb\tc\u{1}å"),
            // Letters that are written with marks, or joined, in many languages.
            ("Nguye\u{302}\u{303}n", "Nguye\u{302}\u{303}n"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("שָׁלוֹם", "שָׁלוֹם"),
            ("ที่นี่", "ที่นี่"),
            ("👩\u{200d}👧 ❤\u{fe0f}", "👩\u{200d}👧 ❤\u{fe0f}"),
            (&flood, "e\u{301}\u{301}\u{301}\u{301}"),
        ] {
            assert_eq!(seen(text), stays, "{text:?}");
        }
        assert_eq!(seen(&many_kinds).chars().count(), 5 * 5);
    }
}
