//! Whether a letter has letters in it that have letters in them, deeper than a stack is.
//!
//! The reader builds and takes down what lies in each other by recursion, and it looks into letters that are encoded, where
//! nobody can count beforehand. So this is looked at before, in the bytes, and as leniently as the reader takes fields: spaces
//! in names, comments and quotes make no difference.

/// How many letters a letter may carry. A report carries one.
const MOST_LETTERS: usize = 20;

/// The kinds of parts that hold letters, by the second half of their names.
const HOLD_LETTERS: [&str; 3] = ["rfc822", "global", "digest"];

/// Encodings that change nothing.
const AS_IT_IS: [&str; 3] = ["7bit", "8bit", "binary"];

/// True for a letter that must not be given to the reader.
pub(super) fn is_dangerous(raw: &[u8]) -> bool {
    let mut letters = 0;
    let mut block = String::new();
    for line in raw.split(|byte| *byte == b'\n') {
        if !matches!(line, b"" | b"\r") {
            block.extend(line.iter().filter(|byte| matters(**byte)).map(|byte| char::from(byte.to_ascii_lowercase())));
            block.push('\n');
            continue;
        }
        letters += letters_in(&block);
        if letters > MOST_LETTERS || holds_encoded(&block) {
            return true;
        }
        block.clear();
    }
    letters + letters_in(&block) > MOST_LETTERS || holds_encoded(&block)
}

fn matters(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && !matches!(byte, b'"' | b'\\')
}

/// How often a kind of part that holds letters is named in lines between empty ones.
fn letters_in(block: &str) -> usize {
    HOLD_LETTERS.iter().map(|kind| named(block, kind)).sum()
}

/// How often `/kind` stands there as a whole. A comment may stand on both sides.
fn named(block: &str, kind: &str) -> usize {
    let whole = |(at, _): &(usize, &str)| {
        block[..*at].ends_with(['/', ')']) && block[at + kind.len()..].starts_with([';', '(', '\n'])
    };
    block.match_indices(kind).filter(whole).count()
}

/// True when these lines can be the head of a part with letters that are encoded. Those in a digest need not say that they are
/// letters, so a digest is enough.
fn holds_encoded(block: &str) -> bool {
    if named(block, "digest") > 0 && block.contains("multipart") {
        return true;
    }
    let encodings = block.split("content-transfer-encoding:").skip(1);
    let mut encodings = encodings.map(|rest| rest.split('\n').next().unwrap_or_default());
    (named(block, "rfc822") > 0 || named(block, "global") > 0)
        && encodings.any(|encoding| !AS_IT_IS.contains(&encoding))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_letters_are_counted_however_they_are_written() {
        let nested = |head: &str, deep: usize| format!("{head}\r\n\r\n").repeat(deep) + "Subject: Hei\r\n\r\nHei\r\n";
        for head in [
            "Content-Type: message/rfc822",
            "CONTENT-TYPE: MESSAGE/GLOBAL;",
            " Con tent-Type : message (a) / (b) \"rfc822\" (c)",
            "Content-Type: message\r\n /rfc822\r\n x=y",
        ] {
            assert!(!is_dangerous(nested(head, 3).as_bytes()), "{head}");
            assert!(is_dangerous(nested(head, 21).as_bytes()), "{head}");
        }
    }

    #[test]
    fn encoded_letters_are_dangerous_and_other_encoded_parts_are_not() {
        for (head, dangerous) in [
            ("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64", true),
            ("Content-Transfer-Encoding: =?utf-8?q?base64?=\n \nContent-Type: message/global; a=b", true),
            ("Content-Transfer-Encoding:\n quoted-printable\r\nContent-Type: message/rfc822", true),
            ("Content-Type: multipart/digest; boundary=b", true),
            ("Content-Type: message/rfc822\nContent-Transfer-Encoding: 7bit", false),
            ("Content-Type: text/rfc822-headers\nContent-Transfer-Encoding: base64", false),
            ("Message-ID: <a@global>\nContent-Type: text/plain\nContent-Transfer-Encoding: base64", false),
            ("From: a@globalconnect.example\nContent-Transfer-Encoding: quoted-printable", false),
        ] {
            assert_eq!(is_dangerous(format!("{head}\n\nHei\n").as_bytes()), dangerous, "{head}");
        }
    }
}
