//! The code on a badge. It says nothing about anybody, opens nothing, and is known again only by those who have the list.

use host::Keys;
use proto::RegistrationId;
use std::fmt;

/// Letters and digits that are not mistaken for one another (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// So many that two people of one event hardly ever have the same: one chance in 20 000 among 10 000 people.
const LENGTH: usize = 8;
const DOMAIN: &str = "registration/badge";

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Code([u8; LENGTH]);

impl Code {
    /// The code of a registration, always the same.
    pub(crate) fn of(keys: &Keys, registration: RegistrationId) -> Self {
        let mac = keys.sign(DOMAIN, registration.0.as_bytes());
        let bits = mac.iter().take(5).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        let mut code = [0; LENGTH];
        for (place, letter) in code.iter_mut().rev().enumerate() {
            *letter = LETTERS[usize::from((bits >> (5 * place)) as u8 & 31)];
        }
        Self(code)
    }

    /// What was typed or scanned, if it has the form of a code. Letters that look like digits are taken for them.
    pub(crate) fn read(typed: &str) -> Option<Self> {
        let mut code = [0; LENGTH];
        let mut letters = typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
        for place in &mut code {
            let letter = match letters.next()?.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                letter => letter,
            };
            *place = u8::try_from(letter).ok().filter(|letter| LETTERS.contains(letter))?;
        }
        letters.next().is_none().then_some(Self(code))
    }

    /// As a picture holds it.
    pub(crate) fn plain(self) -> String {
        self.0.iter().map(|letter| char::from(*letter)).collect()
    }
}

impl fmt::Display for Code {
    /// In two parts, so that it is easily typed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = self.plain();
        let (first, second) = plain.split_at(LENGTH / 2);
        write!(f, "{first}-{second}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_code_is_read_as_it_is_written_and_as_it_is_typed() {
        let keys = Keys::new(b"secret");
        for number in 0..200 {
            let id = RegistrationId(Uuid::from_u128(number));
            let code = Code::of(&keys, id);
            assert_eq!(Code::of(&keys, id), code);
            let written = code.to_string();
            assert_eq!(written.len(), 9);
            let mistaken = written.replace('0', "o").replace('1', "l");
            for typed in [written.clone(), code.plain(), written.to_lowercase(), format!("  {mistaken} ")] {
                assert_eq!(Code::read(&typed), Some(code), "{typed}");
            }
            assert_ne!(Code::of(&Keys::new(b"other"), id), code);
            assert_ne!(Code::of(&keys, RegistrationId(Uuid::from_u128(number + 1))), code);
        }
    }

    #[test]
    fn a_name_is_no_code() {
        for typed in ["", "Kari", "Kari Nordmann", "Åse Moen", "K7QF-2M9", "K7QF-2M9XX", "UUUU-UUUU", "K7QF_2M9X"] {
            assert_eq!(Code::read(typed), None, "{typed}");
        }
    }
}
