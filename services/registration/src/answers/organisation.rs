//! Organisations: a name, or a number that is checked.

use super::problem::Problem;
use super::text::line;
use super::{LONGEST_LINE, Land};
use serde::{Deserialize, Serialize};

/// Where somebody works, in their words or by its number in the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Organisation {
    Named(String),
    Numbered { land: Land, number: String },
}

impl Organisation {
    /// The name, or the number.
    pub fn text(&self) -> &str {
        match self {
            Self::Named(text) | Self::Numbered { number: text, .. } => text,
        }
    }
}

/// Reads a name or a number. Whatever consists of figures is taken for a number and must be right.
pub(super) fn organisation(typed: &str) -> Result<Organisation, Problem> {
    let typed = line(typed, LONGEST_LINE)?;
    match figures(&typed) {
        None => Ok(Organisation::Named(typed)),
        Some(digits) => numbered(&digits),
    }
}

/// Reads a number alone.
pub(super) fn organisation_number(typed: &str) -> Result<String, Problem> {
    match organisation(typed) {
        Ok(Organisation::Numbered { number, .. }) => Ok(number),
        Ok(Organisation::Named(_)) | Err(Problem::OrganisationNumberLength) => Err(Problem::NumberAloneLength),
        Err(Problem::OrganisationNumber) => Err(Problem::NumberAlone),
        Err(problem) => Err(problem),
    }
}

/// The figures of something that is meant as a number: "NO 964 965 226 MVA", "556036-0793".
fn figures(typed: &str) -> Option<String> {
    let upper = typed.to_uppercase();
    let bare = upper.trim_start_matches("NO").trim_start_matches("SE").trim_end_matches("MVA");
    let all_figures = bare.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.'));
    let digits: String = bare.chars().filter(char::is_ascii_digit).collect();
    (all_figures && digits.len() >= 5).then_some(digits)
}

fn numbered(digits: &str) -> Result<Organisation, Problem> {
    let (land, number) = match digits.len() {
        9 => (Land::No, digits),
        // Swedish VAT numbers and some registers write 16 before and 01 after.
        12 if digits.starts_with("16") => (Land::Se, &digits[2..]),
        12 if digits.ends_with("01") => (Land::Se, &digits[..10]),
        10 => (Land::Se, digits),
        11 | 12 => return Err(Problem::PersonalNumber),
        _ => return Err(Problem::OrganisationNumberLength),
    };
    match land {
        // The third figure of a Swedish organisation's number is never below 2; a person's is a month.
        Land::Se if number.as_bytes().get(2).is_some_and(|month| *month < b'2') => Err(Problem::PersonalNumber),
        Land::Se if !luhn(number) => Err(Problem::OrganisationNumber),
        Land::No if !modulo_11(number) => Err(Problem::OrganisationNumber),
        Land::No | Land::Se => Ok(Organisation::Numbered { land, number: number.to_owned() }),
    }
}

/// The control figure of Norwegian organisation numbers.
fn modulo_11(number: &str) -> bool {
    let digits: Vec<u32> = number.bytes().map(|b| u32::from(b - b'0')).collect();
    let sum: u32 = digits.iter().zip([3, 2, 7, 6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum();
    let control = (11 - sum % 11) % 11;
    control < 10 && digits.last() == Some(&control)
}

/// The control figure of Swedish ones.
fn luhn(number: &str) -> bool {
    let sum: u32 = number
        .bytes()
        .rev()
        .map(|b| u32::from(b - b'0'))
        .enumerate()
        .map(|(place, digit)| if place % 2 == 0 { digit } else { digit * 2 / 10 + digit * 2 % 10 })
        .sum();
    sum.is_multiple_of(10)
}
