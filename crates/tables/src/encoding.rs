/// Bytes that are letters in none of the encodings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText {
    /// On which line they are.
    pub line: usize,
}

/// The text of a file in UTF-8 or UTF-16, with or without a mark in front, without the mark.
pub fn decoded(bytes: &[u8]) -> Result<String, NotText> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        // Half of what is written in Latin letters is nothing in UTF-16.
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => utf16(bytes, u16::from_le_bytes),
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => utf16(bytes, u16::from_be_bytes),
        bytes => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, NotText> {
    match std::str::from_utf8(bytes) {
        // What is nothing stands in no list; it is a sign that the file is something else.
        Ok(text) => match text.find('\0') {
            Some(at) => Err(NotText { line: line(&text[..at]) }),
            None => Ok(text.to_owned()),
        },
        Err(error) => {
            let before = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
            Err(NotText { line: before + 1 })
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NotText> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(pairs.len());
    for letter in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match letter {
            Ok(letter) if letter != '\0' => text.push(letter),
            _ => return Err(NotText { line: line(&text) }),
        }
    }
    match rest {
        [] => Ok(text),
        _ => Err(NotText { line: line(&text) }),
    }
}

fn line(before: &str) -> usize {
    before.matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_write_is_read_and_what_is_no_text_is_told_with_its_line() {
        let text = "Namn\tE-post\nÅse\t\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            marked(&[0xef, 0xbb, 0xbf], text.as_bytes()),
            marked(&[0xff, 0xfe], &little),
            marked(&[0xfe, 0xff], &big),
            little.clone(),
            big,
        ] {
            assert_eq!(decoded(&bytes).as_deref(), Ok(text));
        }
        let no_text = |line| Err(NotText { line });
        assert_eq!(decoded(b"Name\n\xc5se\n"), no_text(2));
        assert_eq!(decoded(b"PK\x03\x04\0\0"), no_text(1));
        assert_eq!(decoded(&little[..little.len() - 1]), no_text(2));
        assert_eq!(decoded(&[0xff, 0xfe, 0, 0xd8]), no_text(1));
    }
}
