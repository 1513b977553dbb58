//! Which language a person reads: the link they followed, else the cookie it left, else what the browser asks for.

use proto::Language;

/// How sure the choice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// By a link, which leaves a cookie.
    Link(Language),
    Cookie(Language),
    Browser(Language),
    /// The browser asks for Norwegian, or for nothing: the organisation's first Norwegian language.
    Norwegian,
}

impl Choice {
    /// The language, where nothing is known of the organisation: Nynorsk is the first of ours.
    pub(super) fn language(self, organisation: Option<Language>) -> Language {
        match self {
            Self::Link(language) | Self::Cookie(language) | Self::Browser(language) => language,
            Self::Norwegian => organisation.unwrap_or(Language::Nn),
        }
    }
}

pub(super) fn choose(query: Option<&str>, cookie: Option<&str>, accept: Option<&str>) -> Choice {
    let link = query
        .into_iter()
        .flat_map(|query| query.split('&'))
        .find_map(|pair| pair.strip_prefix("sprak="))
        .and_then(|code| code.parse().ok());
    if let Some(language) = link {
        return Choice::Link(language);
    }
    if let Some(language) = cookie.and_then(|code| code.parse().ok()) {
        return Choice::Cookie(language);
    }
    accept.map_or(Choice::Norwegian, browser)
}

/// The best of `Accept-Language` that we write. English is what the rest of the world reads.
fn browser(accept: &str) -> Choice {
    let mut asked: Vec<(u16, &str)> = accept.split(',').take(32).filter_map(weighed).collect();
    asked.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    asked.into_iter().find_map(|(_, tag)| ours(tag)).unwrap_or(Choice::Browser(Language::En))
}

/// One range with its weight in thousandths; `q=0` means "not this one".
fn weighed(range: &str) -> Option<(u16, &str)> {
    let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
    let quality = parameters.split(';').find_map(|parameter| parameter.trim().strip_prefix("q="));
    let quality = match quality {
        None => 1.0,
        Some(written) => written.trim().parse::<f32>().ok().filter(|q| (0.0..=1.0).contains(q))?,
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1000")]
    let weight = (quality * 1000.0) as u16;
    (weight > 0).then_some((weight, tag.trim()))
}

fn ours(tag: &str) -> Option<Choice> {
    let first = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    match first.as_str() {
        "nn" => Some(Choice::Browser(Language::Nn)),
        "nb" | "da" => Some(Choice::Browser(Language::Nb)),
        "sv" => Some(Choice::Browser(Language::Sv)),
        "en" => Some(Choice::Browser(Language::En)),
        // Readers of the Sámi languages and Kven in Norway read Norwegian; pages in theirs do not exist yet.
        "no" | "se" | "sma" | "smj" | "fkv" | "*" => Some(Choice::Norwegian),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Choice, choose};
    use proto::Language::{self, En, Nb, Nn, Sv};

    #[test]
    fn link_then_cookie_then_browser() {
        let table = [
            (Some("sprak=sv"), Some("nb"), Some("en"), Choice::Link(Sv)),
            (Some("q=by&sprak=en"), None, None, Choice::Link(En)),
            (Some("sprak=de"), Some("nb"), Some("en"), Choice::Cookie(Nb)),
            (Some("sprak=NN"), None, Some("en"), Choice::Browser(En)),
            (None, Some("nb"), Some("en"), Choice::Cookie(Nb)),
            (None, Some("<script>"), Some("sv-SE,sv;q=0.9"), Choice::Browser(Sv)),
            (None, None, None, Choice::Norwegian),
        ];
        for (query, cookie, accept, expected) in table {
            assert_eq!(choose(query, cookie, accept), expected, "{query:?} {cookie:?} {accept:?}");
        }
    }

    #[test]
    fn what_browsers_ask_for() {
        let table: &[(&str, Choice)] = &[
            ("nn-NO,nn;q=0.9,nb;q=0.8", Choice::Browser(Nn)),
            ("nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.6,en-US;q=0.5", Choice::Browser(Nb)),
            ("no,en;q=0.5", Choice::Norwegian),
            ("no-NO", Choice::Norwegian),
            ("de-DE,de;q=0.9,en;q=0.8", Choice::Browser(En)),
            ("de,sv;q=0.4,en;q=0.3", Choice::Browser(Sv)),
            ("en;q=0.2, sv;q=0.7", Choice::Browser(Sv)),
            ("nn;q=0, nb;q=0.1", Choice::Browser(Nb)),
            ("da-DK", Choice::Browser(Nb)),
            ("se-NO,nb;q=0.5", Choice::Norwegian),
            ("*", Choice::Norwegian),
            ("fr", Choice::Browser(En)),
            ("", Choice::Browser(En)),
            ("sv;q=x, en;q=2, nb;q=0.1", Choice::Browser(Nb)),
            ("EN-gb", Choice::Browser(En)),
        ];
        for (accept, expected) in table {
            assert_eq!(choose(None, None, Some(accept)), *expected, "{accept}");
        }
    }

    #[test]
    fn plain_norwegian_is_the_organisations_first() {
        let language = |organisation: Option<Language>| Choice::Norwegian.language(organisation);
        assert_eq!((language(None), language(Some(Nb))), (Nn, Nb));
        assert_eq!(Choice::Cookie(Sv).language(Some(Nb)), Sv);
    }
}
