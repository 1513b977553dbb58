//! What people type in the forms here, without what databases refuse and nobody meant.

use host::Fields;
use proto::{Language, Localised};

/// One line: space around it and control characters are left out.
pub(crate) fn line(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).collect::<String>().trim().to_owned()
}

/// Paragraphs, with line breaks of one kind.
pub(crate) fn text(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect::<String>().trim().to_owned()
}

/// A text in the languages that have a field: `role-nn`. Others stay as they were.
pub(crate) fn lines(fields: &Fields, name: &str, before: &Localised, clean: fn(&str) -> String) -> Localised {
    let mut texts = before.clone();
    for language in Language::ALL {
        let Some(typed) = fields.get(&format!("{name}-{language}")) else { continue };
        match clean(typed) {
            typed if typed.is_empty() => texts.0.remove(&language),
            typed => texts.0.insert(language, typed),
        };
    }
    texts
}

/// Enough to see a slip of the finger; whether it exists, only a letter tells.
pub(super) fn is_address(text: &str) -> bool {
    let Some((own, domain)) = text.split_once('@') else { return false };
    let plain =
        !text.chars().any(|letter| letter.is_whitespace() || letter.is_control() || "<>(),;:\"\\[]".contains(letter));
    let dotted =
        |part: &str| !part.is_empty() && !part.starts_with('.') && !part.ends_with('.') && !part.contains("..");
    text.len() <= 254 && plain && dotted(own) && dotted(domain) && domain.contains('.') && !domain.contains('@')
}

/// An address that a link may lead to: https, to a host with a name, without somebody's password in it.
pub(crate) fn https(text: &str) -> Option<String> {
    let address = url::Url::parse(text.trim()).ok()?;
    let named = address.domain().is_some_and(|domain| domain.contains('.'));
    let plain = address.username().is_empty() && address.password().is_none();
    (address.scheme() == "https" && named && plain && text.len() <= 1_000).then(|| address.to_string())
}

#[cfg(test)]
mod tests {
    use super::{https, is_address, line, text};

    #[test]
    fn addresses_of_people() {
        for right in ["kari@kommune.no", "kari.n+x@by.kommune.no", "kari@blåbær.no"] {
            assert!(is_address(right), "{right}");
        }
        for wrong in [
            "",
            "kari",
            "kari@",
            "@kommune.no",
            "kari@kommune",
            "kari@@kommune.no",
            "kari @kommune.no",
            "kari@kommune..no",
            "Kari <kari@kommune.no>",
            "a@b.no,c@d.no",
            ".a@b.no",
        ] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }

    #[test]
    fn addresses_of_recordings() {
        assert_eq!(https(" https://video.example/a?b=1 ").as_deref(), Some("https://video.example/a?b=1"));
        for wrong in [
            "",
            "http://video.example/",
            "javascript:alert(1)",
            "https://me:secret@video.example/",
            "https://localhost/",
            "https://127.0.0.1/",
            "video.example",
            "data:text/html,x",
        ] {
            assert_eq!(https(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn control_characters_are_left_out() {
        assert_eq!(line(" a\0b\r\nc "), "abc");
        assert_eq!(text("a\r\n\r\nb\u{0} "), "a\n\nb");
    }
}
