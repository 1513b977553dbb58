//! Decides what the front page and the feeds show.

use crate::availability::Signup;
use crate::folding::fold;
use chrono::{DateTime, Utc};
use proto::event::{Event, EventKind};
use proto::{Language, Localised};

/// An event as the portal knows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub event: Event,
    pub cancelled: bool,
    /// When the newest news about it arrived.
    pub changed_at: DateTime<Utc>,
    pub signup: Option<Signup>,
    /// The newest that was released, if the event has one.
    pub programme: Option<Programme>,
}

/// A version of a programme that was released.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    pub version: u32,
    pub released_at: DateTime<Utc>,
    /// What the organisers say about it.
    pub note: Option<Localised>,
}

/// A cancellation's revision is higher than those of all snapshots before it, so a higher snapshot takes it back.
pub fn is_cancelled(snapshot_revision: u32, cancelled_revision: u32) -> bool {
    snapshot_revision < cancelled_revision
}

/// What a visitor wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Every kind when absent.
    pub kind: Option<EventKind>,
    /// As it was typed.
    pub search: String,
}

/// The longest search that is looked at, in characters.
const LONGEST_SEARCH: usize = 100;

impl Wish {
    /// Reads what a form sent. An unknown kind is no wish; a search is cut where it becomes unreasonable.
    pub fn read(kind: Option<&str>, search: Option<&str>) -> Self {
        let kinds = [EventKind::Conference, EventKind::Webinar, EventKind::Gathering];
        let kind = kind.and_then(|word| kinds.into_iter().find(|kind| kind.word() == word));
        let search =
            search.unwrap_or_default().trim().chars().filter(|c| !c.is_control()).take(LONGEST_SEARCH).collect();
        Self { kind, search }
    }

    /// True when everything is wanted.
    pub fn is_open(&self) -> bool {
        self.kind.is_none() && self.search.is_empty()
    }
}

/// What is coming and wanted, soonest first. Something that has begun is shown until it ends.
pub fn coming(all: Vec<Listed>, wish: &Wish, language: Language, now: DateTime<Utc>) -> Vec<Listed> {
    let words: Vec<String> = fold(&wish.search).split_whitespace().map(str::to_owned).collect();
    let mut wanted: Vec<Listed> = all
        .into_iter()
        .filter(|listed| now < listed.event.ends_at)
        .filter(|listed| wish.kind.is_none_or(|kind| kind == listed.event.kind))
        .filter(|listed| words.is_empty() || says_all(&listed.event, &words, language))
        .collect();
    wanted.sort_by(|a, b| (a.event.starts_at, &a.event.slug).cmp(&(b.event.starts_at, &b.event.slug)));
    wanted
}

fn says_all(event: &Event, words: &[String], language: Language) -> bool {
    let text = fold(&format!("{} {}", understood(&event.title, language), understood(&event.summary, language)));
    words.iter().all(|word| text.contains(word))
}

/// A text in the languages that a visitor understands: their own, the nearest to it, and the one that is shown.
fn understood(text: &Localised, language: Language) -> String {
    let [own, nearest, ..] = language.chain();
    let mut readable: Vec<&str> = [own, nearest].iter().filter_map(|l| text.0.get(l)).map(String::as_str).collect();
    if readable.is_empty() {
        readable.push(text.get(language));
    }
    readable.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;
    use chrono::TimeDelta;

    fn listed(slug: &str, days: i64, title: &[(Language, &str)]) -> Listed {
        let mut event = samples::webinar();
        event.slug = slug.to_owned();
        event.title = Localised(title.iter().map(|(language, text)| (*language, (*text).to_owned())).collect());
        event.summary = Localised::default();
        event.starts_at = samples::now() + TimeDelta::days(days);
        event.ends_at = event.starts_at + TimeDelta::hours(1);
        Listed { event, cancelled: false, changed_at: samples::now(), signup: None, programme: None }
    }

    fn slugs(all: &[Listed], kind: Option<&str>, search: &str, language: Language) -> Vec<String> {
        let wish = Wish::read(kind, Some(search));
        coming(all.to_vec(), &wish, language, samples::now()).into_iter().map(|listed| listed.event.slug).collect()
    }

    #[test]
    fn the_soonest_comes_first_and_what_is_over_not_at_all() {
        let mut begun = listed("begun", 0, &[]);
        begun.event.starts_at -= TimeDelta::minutes(30);
        let all = [listed("later", 9, &[]), listed("over", -1, &[]), begun, listed("soon", 2, &[])];
        assert_eq!(slugs(&all, None, "", Language::Nn), ["begun", "soon", "later"]);
    }

    #[test]
    fn one_kind_can_be_chosen_and_an_unknown_one_is_no_choice() {
        let mut conference = listed("conference", 1, &[]);
        conference.event.kind = EventKind::Conference;
        let all = [conference, listed("webinar", 2, &[])];
        assert_eq!(slugs(&all, Some("conference"), "", Language::Nn), ["conference"]);
        assert_eq!(slugs(&all, Some("' OR 1=1"), "", Language::Nn), ["conference", "webinar"]);
    }

    #[test]
    fn a_search_finds_all_its_words_without_accents_in_the_languages_one_understands() {
        let all = [
            listed("a", 1, &[(Language::Nn, "Tomme lokale i Ålesund"), (Language::Sv, "Tomma lokaler")]),
            listed("b", 2, &[(Language::Nb, "Frivillighet på Røros")]),
            listed("c", 3, &[(Language::Sv, "Platsutveckling i Värmland")]),
        ];
        assert_eq!(slugs(&all, None, "ALESUND tomme", Language::Nn), ["a"]);
        assert_eq!(slugs(&all, None, "roros", Language::Nn), ["b"]);
        assert_eq!(slugs(&all, None, "tomma", Language::Sv), ["a"]);
        assert_eq!(slugs(&all, None, "tomma", Language::Nb), [""; 0], "a Norwegian page does not answer in Swedish");
        assert_eq!(slugs(&all, None, "varmland", Language::En), ["c"], "what is shown can be found");
        assert_eq!(slugs(&all, None, "tomme roros", Language::Nn), [""; 0]);
    }

    #[test]
    fn a_search_is_cut_and_cleaned() {
        let wish = Wish::read(None, Some(&format!(" a\u{0}b\n{}", "x".repeat(5_000))));
        assert!(wish.search.starts_with("abx"));
        assert_eq!(wish.search.chars().count(), LONGEST_SEARCH);
    }
}
