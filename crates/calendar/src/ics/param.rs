//! Parameter values (RFC 5545 3.2).

use super::text;

/// Longest text in a parameter; names beyond it are no names.
const LONGEST: usize = 100;

/// A text made fit for a quoted parameter value, without the quotes.
///
/// Parameters know no escape for a double quote but RFC 6868, which Outlook does not undo, and
/// readers disagree about the backslash. So these characters are replaced instead of escaped.
pub(crate) fn clean(value: &str) -> String {
    let value = text::one_line(value).replace('"', "'").replace('\\', "/").replace('^', "");
    text::shorten(text::one_line(&value).as_str(), LONGEST)
}

/// Undoes RFC 6868, which some senders use.
pub(crate) fn decode(value: &str) -> String {
    let mut decoded = String::with_capacity(value.len());
    let mut chars = value.chars().peekable();
    while let Some(c) = chars.next() {
        let stands_for = match (c, chars.peek()) {
            ('^', Some('n')) => '\n',
            ('^', Some('^')) => '^',
            ('^', Some('\'')) => '"',
            (c, _) => {
                decoded.push(c);
                continue;
            }
        };
        chars.next();
        decoded.push(stands_for);
    }
    decoded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_keep_their_letters() {
        for name in ["Åse", "Ærø", "Nordmann, Kari", "Áŋŋá Čáhci 🎉", "Ola; Per: x"] {
            assert_eq!(clean(name), name);
        }
    }

    #[test]
    fn what_parameters_cannot_hold_is_replaced() {
        assert_eq!(clean("Kari \"K\" N"), "Kari 'K' N");
        assert_eq!(clean("NAV\\Oslo ^ øst"), "NAV/Oslo øst");
        assert_eq!(clean("Kari\r\nATTENDEE:mailto:a@b.no"), "Kari ATTENDEE:mailto:a@b.no");
        assert_eq!(clean(" \t\r\n"), "");
    }

    #[test]
    fn carets_are_undone_in_what_others_write() {
        assert_eq!(decode("Kari ^'K^' N^nto^^tre ^x ^"), "Kari \"K\" N\nto^tre ^x ^");
    }

    proptest! {
        #[test]
        fn a_clean_value_cannot_end_its_quotes_or_its_line(value in any::<String>()) {
            let clean = clean(&value);
            prop_assert!(!clean.contains(['"', '\\', '^']));
            prop_assert!(!clean.contains(char::is_control));
            prop_assert!(clean.chars().count() <= LONGEST);
        }
    }
}
