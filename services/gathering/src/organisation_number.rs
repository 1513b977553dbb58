//! Organisation numbers of Norway and Sweden, and whether one can be right.

use std::fmt;

/// An organisation number without spaces: nine digits of Norway, or ten of Sweden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OrganisationNumber(String);

/// Why something is no organisation number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotANumber {
    Length,
    ControlDigit,
}

impl OrganisationNumber {
    /// Reads a number as people write it: `964 965 226`, `NO 964965226 MVA`, `212000-1850`.
    pub(crate) fn read(typed: &str) -> Result<Self, NotANumber> {
        let upper = typed.trim().to_uppercase();
        let bare = upper.strip_prefix("NO").unwrap_or(&upper);
        let bare = bare.strip_suffix("MVA").unwrap_or(bare);
        let digits: String = bare.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '-' | '.')).collect();
        let values: Vec<u32> = digits.chars().map_while(|c| c.to_digit(10)).collect();
        if values.len() != digits.chars().count() {
            return Err(NotANumber::Length);
        }
        let is_right = match values.len() {
            9 => is_norwegian(&values),
            10 => is_swedish(&values),
            _ => return Err(NotANumber::Length),
        };
        if is_right { Ok(Self(digits)) } else { Err(NotANumber::ControlDigit) }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for NotANumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Length => "has neither nine digits (Norway) nor ten (Sweden)",
            Self::ControlDigit => "has a wrong control digit",
        })
    }
}

/// Modulus 11 with the weights 3 2 7 6 5 4 3 2; a rest that would need the digit ten is never given out.
fn is_norwegian(digits: &[u32]) -> bool {
    let sum: u32 = digits.iter().zip([3, 2, 7, 6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum();
    digits.last() == Some(&((11 - sum % 11) % 11))
}

/// Luhn's sum: every second digit doubled, the digits of the results added, ten divides the whole.
fn is_swedish(digits: &[u32]) -> bool {
    let doubled = |(place, digit): (usize, &u32)| match place % 2 {
        0 => digit * 2 / 10 + digit * 2 % 10,
        _ => *digit,
    };
    digits.iter().enumerate().map(doubled).sum::<u32>() % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_of_real_municipalities_are_right_and_their_neighbours_are_not() {
        for number in ["964965226", "817263992", "820710592", "940101808", "972417971", "NO 964 965 226 MVA"] {
            assert!(OrganisationNumber::read(number).is_ok(), "{number}");
        }
        assert_eq!(OrganisationNumber::read("964965227"), Err(NotANumber::ControlDigit));
        for number in ["212000-1850", "2120001850"] {
            assert_eq!(OrganisationNumber::read(number).unwrap().as_str(), "2120001850");
        }
        assert_eq!(OrganisationNumber::read("212000-1851"), Err(NotANumber::ControlDigit));
        for wrong in ["", "96496522", "96496522a", "964965226226", "nittiseks"] {
            assert_eq!(OrganisationNumber::read(wrong), Err(NotANumber::Length), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn one_digit_mistyped_is_always_seen(number in 100_000_000u32..999_999_999, place in 0usize..9, other in 0u8..10) {
            let text = number.to_string();
            if OrganisationNumber::read(&text).is_ok() {
                let mut wrong = text.clone().into_bytes();
                wrong[place] = b'0' + other;
                let wrong = String::from_utf8(wrong).expect("digits");
                prop_assert_eq!(OrganisationNumber::read(&wrong).is_ok(), wrong == text);
            }
        }

        #[test]
        fn nothing_typed_is_too_strange_to_read(typed in ".{0,40}") {
            let _ = OrganisationNumber::read(&typed);
        }
    }
}
