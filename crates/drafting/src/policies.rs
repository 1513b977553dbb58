//! To whom places are given, by what rules, and at what price: as it was typed, and what in it cannot stand.

use event_file::domain;
use proto::{Language, Localised};
use serde::{Deserialize, Serialize};

/// A place is kept no longer than so many working hours.
const MOST_HOURS: u16 = 400;

/// As it was typed. What is not chosen is as it is where a file says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policies {
    /// What happens when it is full: `direct`, `offer` or `none`.
    pub waiting: String,
    pub working_hours: String,
    /// `strict` or `fill`.
    pub order: String,
    /// Nobody moves up after sign-up has closed: `no`.
    pub after_deadline: String,
    /// The organisers decide about each: `yes`.
    pub approval: String,
    /// Not for everybody: `some`, those of the domains and whom the organisers invite; `invited`, these alone.
    pub open_to: String,
    /// One on each line.
    pub domains: String,
    /// In public lists, though it is not for everybody: `yes`.
    pub listed: String,
    pub price: Localised,
}

/// What cannot stand as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// How long an offered place is kept.
    Hours,
    Domains,
    /// Must exist in this language, since it does in another.
    Price(Language),
}

impl Wrong {
    pub(crate) const EXAMPLES: [Self; 3] = [Self::Hours, Self::Domains, Self::Price(Language::Nb)];

    /// The id of the field, or what its name begins with.
    pub(crate) const fn field(self) -> &'static str {
        match self {
            Self::Hours => "working_hours",
            Self::Domains => "domains",
            Self::Price(_) => "price",
        }
    }

    pub(crate) const fn language(self) -> Option<Language> {
        match self {
            Self::Price(language) => Some(language),
            Self::Hours | Self::Domains => None,
        }
    }

    /// The key of the sentence that says how to put it right.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Hours => "drafting-missing-wrong-hours",
            Self::Domains => "drafting-missing-wrong-domains",
            Self::Price(_) => "drafting-missing-price",
        }
    }
}

impl Policies {
    /// What was sent: `one` gives a field, `texts` those of a part in each language.
    pub(crate) fn sent(one: impl Fn(&str) -> String, texts: impl Fn(&str) -> Localised) -> Self {
        Self {
            waiting: one("waiting"),
            working_hours: one("working_hours"),
            order: one("order"),
            after_deadline: one("after_deadline"),
            approval: one("approval"),
            open_to: one("open_to"),
            domains: one("domains"),
            listed: one("listed"),
            price: texts("price"),
        }
    }

    /// Everything, in the order of the fields.
    pub(crate) fn wrong(&self, required: &[Language]) -> Vec<Wrong> {
        let mut found = Vec::new();
        if self.waiting == "offer" && self.hours().is_none() {
            found.push(Wrong::Hours);
        }
        if self.open_to == "some" && self.lines().any(|line| domain(line).is_none()) {
            found.push(Wrong::Domains);
        }
        if !self.price.is_empty() {
            found.extend(self.price.missing(required).into_iter().map(Wrong::Price));
        }
        found
    }

    /// How long an offered place is kept, where that can be read.
    pub(crate) fn hours(&self) -> Option<u16> {
        self.working_hours.parse().ok().filter(|hours| (1..=MOST_HOURS).contains(hours))
    }

    pub(crate) fn is_closed(&self) -> bool {
        matches!(self.open_to.as_str(), "some" | "invited")
    }

    /// The domains that can be read, each once.
    pub(crate) fn domains(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for domain in self.lines().filter_map(domain) {
            if !all.contains(&domain) {
                all.push(domain);
            }
        }
        all
    }

    /// People write one on each line, or several with commas between them.
    fn lines(&self) -> impl Iterator<Item = &str> {
        self.domains.split([',', ';', '\n', ' ']).map(str::trim).filter(|line| !line.is_empty())
    }

    /// The lines of an event file below `[sign_up]`, each with the field that it comes from: values first, then tables.
    pub(crate) fn filed(&self, texts: impl Fn(&Localised) -> String) -> Vec<(&'static str, String)> {
        let mut lines = Vec::new();
        if !self.price.is_empty() {
            lines.push(("price", format!("price = {}", texts(&self.price))));
        }
        if self.approval == "yes" {
            lines.push(("approval", "approval = true".to_owned()));
        }
        lines.push(("waiting", "[sign_up.waiting_list]".to_owned()));
        match (self.waiting.as_str(), self.hours()) {
            ("offer", Some(hours)) => {
                lines.push(("waiting", "mode = \"offer\"".to_owned()));
                lines.push(("working_hours", format!("working_hours = {hours}")));
            }
            ("none", _) => lines.push(("waiting", "mode = \"none\"".to_owned())),
            _ => {}
        }
        if self.order == "fill" {
            lines.push(("order", "order = \"fill\"".to_owned()));
        }
        if self.after_deadline == "no" {
            lines.push(("after_deadline", "after_deadline = false".to_owned()));
        }
        if self.is_closed() {
            let domains = if self.open_to == "some" { self.domains() } else { Vec::new() };
            let domains: Vec<String> = domains.iter().map(|domain| format!("\"{domain}\"")).collect();
            lines.push(("open_to", "[sign_up.closed]".to_owned()));
            lines.push(("domains", format!("domains = [{}]", domains.join(", "))));
            lines.push(("listed", format!("listed = {}", self.listed == "yes")));
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_stand_is_told_and_what_does_not_matter_is_left_alone() {
        let typed = |waiting: &str, hours: &str, open_to: &str, domains: &str| Policies {
            waiting: waiting.to_owned(),
            working_hours: hours.to_owned(),
            open_to: open_to.to_owned(),
            domains: domains.to_owned(),
            ..Policies::default()
        };
        for (policies, wrong) in [
            (typed("", "", "", ""), vec![]),
            (typed("offer", "16", "some", "ks.no\n*.kommune.no, @BLÅBÆR.no"), vec![]),
            (typed("offer", "", "", ""), vec![Wrong::Hours]),
            (typed("offer", "0", "some", "ks"), vec![Wrong::Hours, Wrong::Domains]),
            (typed("offer", "401", "some", ""), vec![Wrong::Hours]),
            (typed("direct", "x", "all", "ks"), vec![]),
        ] {
            assert_eq!(policies.wrong(&[Language::Nn]), wrong, "{policies:?}");
        }
        let free = Localised::from([(Language::Nn, "Gratis")]);
        let priced = Policies { price: free, ..Policies::default() };
        assert_eq!(priced.wrong(&[Language::Nn, Language::Nb]), [Wrong::Price(Language::Nb)]);
        assert_eq!(typed("", "", "some", "ks.no KS.no").domains(), ["ks.no"]);
        for (open_to, domains, filed) in [
            ("some", "ks.no", Some("domains = [\"ks.no\"]")),
            // What was typed before is kept, and does not count.
            ("invited", "ks.no", Some("domains = []")),
            ("all", "ks.no", None),
        ] {
            let lines = typed("", "", open_to, domains).filed(|_| String::new());
            let found = lines.iter().find(|(field, _)| *field == "domains").map(|(_, line)| line.as_str());
            assert_eq!(found, filed, "{open_to}");
        }
    }
}
