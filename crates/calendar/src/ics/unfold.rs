//! Undoing folds (RFC 5545 3.1).

/// The content lines of an object, whole and decoded.
///
/// Works on octets first, because senders fold in the middle of a character. What then is not
/// UTF-8 is replaced: a spoilt comment is no reason to lose an answer.
pub(crate) fn unfold(bytes: &[u8]) -> Vec<String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut lines: Vec<Vec<u8>> = Vec::new();
    for physical in bytes.split(|byte| *byte == b'\n') {
        let physical = physical.strip_suffix(b"\r").unwrap_or(physical);
        match (physical, lines.last_mut()) {
            ([b' ' | b'\t', continued @ ..], Some(line)) => line.extend_from_slice(continued),
            ([], _) => {}
            (physical, _) => lines.push(physical.to_vec()),
        }
    }
    lines.iter().map(|line| String::from_utf8_lossy(line).into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_are_undone_whatever_the_line_ends() {
        assert_eq!(unfold(b"A:hei \r\n  ver\r\n\tden\r\nB:1\r\n"), ["A:hei  verden", "B:1"]);
        assert_eq!(unfold(b"A:hei \n ver\n\nB:1"), ["A:hei ver", "B:1"]);
    }

    #[test]
    fn a_character_split_by_a_fold_is_whole_again() {
        assert_eq!(unfold(b"A:bl\xc3\r\n \xa5b\xc3\xa6r"), ["A:blåbær"]);
    }

    #[test]
    fn what_is_not_utf8_is_replaced() {
        assert_eq!(unfold(b"A:bl\xe5b\xe6r\r\nB:1"), ["A:bl\u{fffd}b\u{fffd}r", "B:1"]);
    }

    #[test]
    fn the_byte_order_mark_goes() {
        assert_eq!(unfold(b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n"), ["BEGIN:VCALENDAR"]);
    }
}
