//! The log of a mail server, from which one learns after a loss which letters it has.

use uuid::Uuid;

/// As many characters as an id has.
const LENGTH: usize = 36;

/// The letters of ours whose Message-IDs stand in a line, in brackets as Postfix writes them or without as Exim does.
pub(crate) fn letters_in<'a>(line: &'a str, host: &'a str) -> impl Iterator<Item = Uuid> + 'a {
    line.match_indices('@').filter_map(move |(at, _)| {
        let (id, rest) = (line.get(at.checked_sub(LENGTH)?..at)?, line.get(at + 1..)?);
        let own = rest.get(..host.len())?.eq_ignore_ascii_case(host);
        let goes_on = rest[host.len()..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-'));
        if own && !goes_on { Uuid::try_parse(id).ok() } else { None }
    })
}

#[cfg(test)]
mod tests {
    use super::letters_in;
    use uuid::Uuid;

    #[test]
    fn message_ids_of_ours_are_found_however_they_are_written() {
        let id = Uuid::from_u128(0x0196_0000_0000_4000_8000_0000_0000_0007);
        for (line, found) in [
            (format!("postfix/cleanup[7]: 4Xa: message-id=<{id}@kurs.example.no>"), true),
            (format!("1tF-0 <= a@example.no H=x S=900 id={id}@KURS.example.no T=\"å\""), true),
            (format!("<{id}@kurs.example.no.evil.example>"), false),
            (format!("<{id}@example.no>"), false),
            ("<kari@kurs.example.no>".to_owned(), false),
            ("ååååååååååååååååååååå@kurs.example.no".to_owned(), false),
            ("@".to_owned(), false),
        ] {
            let all: Vec<Uuid> = letters_in(&line, "kurs.example.no").collect();
            assert_eq!(all, if found { vec![id] } else { Vec::new() }, "{line}");
        }
    }
}
