//! Telephone numbers.

use super::problem::Problem;

/// The number with its country code: `+4790012345`. Eight figures are Norwegian, a leading nought is Swedish, all
/// others say their country with + or 00.
pub(super) fn phone(typed: &str) -> Result<String, Problem> {
    let typed = typed.trim().trim_start_matches("tel:");
    let typed = if typed.starts_with("(+") { typed[1..].replacen(')', "", 1) } else { typed.to_owned() };
    // The nought that is only dialled at home: +46 (0)70 123 45 67.
    let international = typed.starts_with('+') || typed.starts_with("00");
    let typed = if international { typed.replacen("(0)", "", 1) } else { typed };
    let mut digits = String::new();
    for (index, character) in typed.chars().enumerate() {
        match character {
            '0'..='9' => digits.push(character),
            '+' if index == 0 => {}
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '-' | '–' | '\u{2011}' | '.' | '(' | ')' | '/' => {}
            _ => return Err(Problem::PhoneUnreadable),
        }
    }
    let number = if typed.starts_with('+') {
        digits
    } else if let Some(rest) = digits.strip_prefix("00") {
        rest.to_owned()
    } else if let Some(swedish) = digits.strip_prefix('0') {
        format!("46{swedish}")
    } else if digits.len() == 8 {
        format!("47{digits}")
    } else if digits.len() == 10 && digits.starts_with("47") {
        digits
    } else if digits.len() < 8 {
        return Err(Problem::PhoneLength);
    } else {
        return Err(Problem::PhoneWithoutCountry);
    };
    if has_possible_length(&number) { Ok(format!("+{number}")) } else { Err(Problem::PhoneLength) }
}

fn has_possible_length(number: &str) -> bool {
    if let Some(norwegian) = number.strip_prefix("47") {
        return norwegian.len() == 8 && !norwegian.starts_with(['0', '1']);
    }
    if let Some(swedish) = number.strip_prefix("46") {
        return (7..=10).contains(&swedish.len()) && !swedish.starts_with('0');
    }
    (8..=15).contains(&number.len()) && !number.starts_with('0')
}
