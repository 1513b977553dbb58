use crate::Known;
use crate::reading::Reading;
use crate::section::{At, Section};

const SLUG_RULE: &str = "use lower-case letters a-z, digits and single hyphens between them, at most 80 characters";

/// What can stand in an address.
fn is_slug(text: &str) -> bool {
    (1..=80).contains(&text.len())
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

pub(crate) fn slug(reading: &mut Reading<'_>, file: &mut Section<'_>) -> Option<String> {
    let slug = file.needed_word(&mut reading.problems, "slug")?;
    if !is_slug(slug.value) {
        reading.problems.add(slug.at, format!("`{}` cannot be a slug: {SLUG_RULE}", slug.value));
        return None;
    }
    Some(slug.value.to_owned())
}

pub(crate) fn organisation<'a>(
    reading: &mut Reading<'_>,
    file: &mut Section<'a>,
    known: &Known<'_>,
    noun: &str,
) -> Option<At<&'a str>> {
    let problems = &mut reading.problems;
    let slug = file.needed_word(problems, "organisation")?;
    match known.organisations.get(slug.value) {
        None => problems.add(slug.at, format!("the organisation `{}` is not known: import it first", slug.value)),
        Some(organisation) => {
            if organisation.accessibility_statement.trim().is_empty() {
                let sentence = format!(
                    "`{}` has no accessibility statement, and nothing goes live without one: add it and import the organisation again",
                    slug.value
                );
                problems.add(slug.at, sentence);
            }
        }
    }
    if let Some(published) = known.published.filter(|published| published.organisation != slug.value) {
        let sentence = format!("the slug belongs to a {noun} of `{}` already: choose another", published.organisation);
        problems.add(file.place_of("slug").unwrap_or(slug.at), sentence);
    }
    Some(slug)
}

pub(crate) fn co_organisers(
    reading: &mut Reading<'_>,
    file: &mut Section<'_>,
    organisation: Option<At<&str>>,
    known: &Known<'_>,
) -> Vec<String> {
    let problems = &mut reading.problems;
    let Some(listed) = file.words(problems, "co_organisers") else { return Vec::new() };
    let mut slugs: Vec<String> = Vec::new();
    for slug in listed.value {
        if !known.organisations.contains_key(slug.value) {
            problems.add(slug.at, format!("the organisation `{}` is not known: import it first", slug.value));
        } else if organisation.is_some_and(|responsible| responsible.value == slug.value)
            || slugs.iter().any(|other| other == slug.value)
        {
            problems.add(slug.at, format!("`{}` is named more than once", slug.value));
        }
        slugs.push(slug.value.to_owned());
    }
    slugs
}

pub(crate) fn series(reading: &mut Reading<'_>, file: &mut Section<'_>) -> Option<String> {
    let series = file.word(&mut reading.problems, "series")?;
    if !is_slug(series.value) {
        reading.problems.add(series.at, format!("`{}` cannot name a series: {SLUG_RULE}", series.value));
    }
    Some(series.value.to_owned())
}

/// What things in a file can be called by: lower-case letters, digits and `_`, beginning with a letter or digit.
pub fn is_key(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && !text.starts_with('_')
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}
