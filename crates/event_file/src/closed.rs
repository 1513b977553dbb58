//! Who may sign up, where not everybody may.

use crate::reading::Reading;
use crate::section::Section;
use proto::event::Closed;

/// Reads `[sign_up.closed]`. Without a domain in it the event is for those alone whom organisers sign up.
pub(crate) fn closed(reading: &mut Reading<'_>, mut section: Section<'_>) -> Closed {
    let problems = &mut reading.problems;
    let mut domains: Vec<String> = Vec::new();
    for typed in section.words(problems, "domains").map(|domains| domains.value).unwrap_or_default() {
        match domain(typed.value) {
            Some(domain) if domains.contains(&domain) => {}
            Some(domain) => domains.push(domain),
            None => problems.add(typed.at, format!("`{}` is no domain of e-mail addresses", typed.value)),
        }
    }
    let listed = section.yes_no(problems, "listed");
    section.finish(problems);
    Closed { domains, listed: listed.is_some_and(|listed| listed.value) }
}

/// A domain of e-mail addresses as DNS writes it, from what people type: `Ks.no`, `@ks.no`, `blåbær.no`; with `*.` before it,
/// all that are below it.
pub fn domain(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let typed = typed.strip_prefix('@').unwrap_or(typed);
    let (below, name) = match typed.strip_prefix("*.") {
        Some(name) => ("*.", name),
        None => ("", typed),
    };
    let is_strange = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '@' | '*' | '/' | ':' | '_' | '%');
    if name.is_empty() || name.starts_with('.') || name.chars().any(is_strange) {
        return None;
    }
    let url::Host::Domain(name) = url::Host::parse(name.trim_end_matches('.')).ok()? else { return None };
    let is_label = |label: &str| !label.is_empty() && label.len() <= 63;
    // A whole country is no domain that somebody works at.
    (name.len() <= 253 && name.contains('.') && name.split('.').all(is_label)).then(|| format!("{below}{name}"))
}

#[cfg(test)]
mod tests {
    use super::domain;

    #[test]
    fn domains_are_read_as_people_type_them() {
        let long = format!("{}.no", "a".repeat(64));
        for (typed, read) in [
            ("ks.no", Some("ks.no")),
            (" @KS.no. ", Some("ks.no")),
            ("*.kommune.no", Some("*.kommune.no")),
            ("blåbær.no", Some("xn--blbr-roah.no")),
            ("*.BLÅBÆR.no", Some("*.xn--blbr-roah.no")),
            ("no", None),
            ("*.no", None),
            ("", None),
            ("*.", None),
            (".no", None),
            ("a..no", None),
            ("kari@ks.no", None),
            ("ks.no/x", None),
            ("k*.no", None),
            ("ks no", None),
            ("127.0.0.1", None),
            ("[::1]", None),
            (&long, None),
        ] {
            assert_eq!(domain(typed).as_deref(), read, "{typed}");
        }
    }
}
