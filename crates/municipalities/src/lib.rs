//! The municipalities of Norway and Sweden, and finding the one that somebody means.

mod fold;
mod near;
mod register;

#[cfg(test)]
mod tests;

pub use register::{Land, Municipality, Register};

use fold::fold;
use near::{distance, tolerance};
use proto::event::Country;

/// So many municipalities at most are offered to choose from.
const MOST_OFFERED: usize = 8;

/// What a typed text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// This one, without doubt.
    One(&'static Municipality),
    /// One of these, nearest first. Never empty.
    Several(Vec<&'static Municipality>),
    Nothing,
}

/// The municipality with this number.
pub fn numbered(land: Land, number: &str) -> Option<&'static Municipality> {
    Register::get().all().iter().find(|m| m.land == land && m.number == number)
}

/// Finds what was meant: by name in any of its languages, by number, with or without "kommune" and county. A name
/// that several have, and one that is nearly right, leave it to the person to choose.
pub fn find(country: Country, typed: &str) -> Found {
    let typed: String = typed.chars().take(100).collect();
    let typed = typed.trim();
    if typed.is_empty() {
        return Found::Nothing;
    }
    let candidates = || Register::get().all().iter().filter(move |m| m.land.is_in(country));
    if let Some(number) = as_number(typed) {
        return decide(candidates().filter(|m| m.number == number).collect());
    }
    let exact = typed.to_lowercase();
    let by_name: Vec<_> = candidates().filter(|m| m.names().any(|name| name.to_lowercase() == exact)).collect();
    if let [only] = by_name.as_slice() {
        return Found::One(only);
    }
    let (name, county) = split_county(typed);
    let asked = fold::shapes(name);
    let folded: Vec<_> = candidates()
        .filter(|m| county.as_ref().is_none_or(|county| fold(&m.county) == *county))
        .filter(|m| m.folded().iter().any(|own| asked.contains(own)))
        .collect();
    match decide(folded) {
        Found::Nothing => nearly(candidates(), &asked, county.as_deref()),
        found => found,
    }
}

/// "1577", "K-1577", and "301" from a spreadsheet that dropped the leading nought.
fn as_number(typed: &str) -> Option<String> {
    let digits = typed.trim_start_matches(['K', 'k']).trim_start_matches('-').trim();
    let all_digits = !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
    all_digits.then(|| format!("{digits:0>4}"))
}

/// "Herøy (Nordland)" and "Herøy i Nordland" name the county as well.
fn split_county(typed: &str) -> (&str, Option<String>) {
    if let Some((name, rest)) = typed.split_once('(') {
        let county = fold(rest.trim_end_matches(')'));
        return (name.trim(), (!county.is_empty()).then_some(county));
    }
    if let Some((name, rest)) = typed.split_once(" i ") {
        let county = fold(rest);
        if Register::get().all().iter().any(|m| fold(&m.county) == county) {
            return (name.trim(), Some(county));
        }
    }
    (typed, None)
}

fn decide(mut found: Vec<&'static Municipality>) -> Found {
    found.truncate(MOST_OFFERED);
    match found.as_slice() {
        [] => Found::Nothing,
        [only] => Found::One(only),
        _ => Found::Several(found),
    }
}

/// Names a slip of the fingers away, and names that what was typed is a part of.
fn nearly(candidates: impl Iterator<Item = &'static Municipality>, asked: &[String], county: Option<&str>) -> Found {
    let mut near: Vec<(usize, bool, &'static Municipality)> = candidates
        .filter_map(|m| {
            let best =
                m.folded().iter().flat_map(|own| asked.iter().filter_map(move |asked| closeness(own, asked))).min()?;
            let elsewhere = county.is_some_and(|county| fold(&m.county) != county);
            Some((best, elsewhere, m))
        })
        .collect();
    near.sort_by(|a, b| (a.0, a.1, &a.2.name, &a.2.number).cmp(&(b.0, b.1, &b.2.name, &b.2.number)));
    let nearest = near.first().map_or(0, |(best, ..)| *best);
    let offered: Vec<_> =
        near.into_iter().take_while(|(best, ..)| *best <= nearest + 1).map(|(.., m)| m).take(MOST_OFFERED).collect();
    if offered.is_empty() { Found::Nothing } else { Found::Several(offered) }
}

/// How far the asked is from a name; nothing when it is another name altogether.
fn closeness(own: &str, asked: &str) -> Option<usize> {
    let letters = asked.chars().count();
    if letters >= 3 && own.starts_with(asked) {
        return Some(1);
    }
    if letters >= 3 && own.split(' ').any(|word| word.starts_with(asked)) {
        return Some(2);
    }
    let far = distance(own, asked);
    (far <= tolerance(letters)).then_some(far)
}
