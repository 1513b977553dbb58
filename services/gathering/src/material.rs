//! Decision: what can be attached to a gathering, and who sees it.

use crate::network_file::Municipalities;
use crate::store::material::{Facts, Kind};
use municipalities::Found;
use proto::event::Country;
use proto::{Language, Localised};
use serde::Serialize;
use uploads::{Format, Refusal};
use uuid::Uuid;

/// The most bytes of a document.
pub(crate) const LARGEST: usize = 20 << 20;
/// More than any gathering has.
pub(crate) const MOST: usize = 200;

const LONGEST_LINE: usize = 150;
const LONGEST_TEXT: usize = 5_000;

impl Kind {
    pub(crate) const ALL: [Self; 3] = [Self::Document, Self::Indicator, Self::Example];

    /// The word in addresses.
    pub(crate) const fn slug(self) -> &'static str {
        match self {
            Self::Document => "dokument",
            Self::Indicator => "indikator",
            Self::Example => "eksempel",
        }
    }

    pub(crate) fn called(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}

/// What somebody typed about something to attach.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Typed {
    pub(crate) title: Localised,
    pub(crate) description: Localised,
    pub(crate) value: String,
    pub(crate) unit: String,
    pub(crate) source: String,
    pub(crate) municipality: String,
    pub(crate) link: String,
    pub(crate) for_all: bool,
}

impl Typed {
    /// Reads what was typed; `get` gives the fields by name.
    pub(crate) fn read<'t>(get: impl Fn(&str) -> &'t str) -> Self {
        let line = |name: &str| get(name).chars().filter(|one| !one.is_control()).collect::<String>().trim().to_owned();
        let paragraphs = |name: &str| {
            let text = get(name).replace("\r\n", "\n");
            text.chars().filter(|one| *one == '\n' || !one.is_control()).collect::<String>().trim().to_owned()
        };
        let texts = |name: &str, clean: &dyn Fn(&str) -> String| {
            let text = |language: Language| (language, clean(&format!("{name}-{language}")));
            Localised(Language::ALL.into_iter().map(text).filter(|(_, text)| !text.is_empty()).collect())
        };
        Self {
            title: texts("title", &line),
            description: texts("description", &paragraphs),
            value: line("value"),
            unit: line("unit"),
            source: line("source"),
            municipality: line("municipality"),
            link: line("link"),
            for_all: get("visible") == "all",
        }
    }
}

/// What was read is fit to be kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fit {
    /// Where it leads to, as addresses are written.
    pub(crate) link: String,
    /// The number of the municipality.
    pub(crate) municipality: Option<String>,
}

/// What is wrong, by the field it is wrong in and the key of the words that say how to put it right.
pub(crate) type Wrong = (String, &'static str);

/// Checks what was typed. A document is a file or a link: `file` says what came of the file, if one was sent.
pub(crate) fn fit(
    kind: Kind,
    typed: &Typed,
    required: &[Language],
    file: Option<&Result<Format, Refusal>>,
) -> Result<Fit, Vec<Wrong>> {
    let mut wrong: Vec<Wrong> = Vec::new();
    let mut say = |field: &str, key: &'static str| wrong.push((field.to_owned(), key));
    let missing = required.iter().find(|language| !typed.title.0.contains_key(*language));
    match missing {
        Some(language) => say(&format!("title-{language}"), "gathering-material-title-missing"),
        None if typed.title.0.is_empty() => say("title-nn", "gathering-material-title-missing"),
        None => {}
    }
    let long = |text: &String, most: usize| text.chars().count() > most;
    for (language, _) in typed.title.0.iter().filter(|(_, text)| long(text, LONGEST_LINE)) {
        say(&format!("title-{language}"), "gathering-material-long");
    }
    for (language, _) in typed.description.0.iter().filter(|(_, text)| long(text, LONGEST_TEXT)) {
        say(&format!("description-{language}"), "gathering-material-long");
    }
    for (field, text) in [("value", &typed.value), ("unit", &typed.unit), ("source", &typed.source)] {
        if long(text, LONGEST_LINE) {
            say(field, "gathering-material-long");
        }
    }
    let mut fit = Fit { link: String::new(), municipality: None };
    match kind {
        Kind::Document => match (file, typed.link.as_str()) {
            (None, "") => say("file", "gathering-material-nothing"),
            (Some(Err(refusal)), _) => say("file", refused(*refusal)),
            (Some(Ok(_)), "") => {}
            (Some(Ok(_)), _) => say("link", "gathering-material-both"),
            (None, link) => match https(link) {
                Some(link) => fit.link = link,
                None => say("link", "gathering-material-link-wrong"),
            },
        },
        Kind::Indicator => {
            if !typed.value.chars().any(|one| one.is_ascii_digit()) {
                say("value", "gathering-material-value-missing");
            }
            if typed.source.is_empty() {
                say("source", "gathering-material-source-missing");
            }
        }
        Kind::Example => {
            match municipalities::find(Country::No, &typed.municipality) {
                Found::One(found) => fit.municipality = Some(found.number.clone()),
                Found::Several(_) => say("municipality", "gathering-material-municipality-which"),
                Found::Nothing => say("municipality", "gathering-material-municipality-wrong"),
            }
            if typed.description.0.is_empty() {
                say("description-nn", "gathering-material-text-missing");
            }
        }
    }
    if wrong.is_empty() { Ok(fit) } else { Err(wrong) }
}

/// An address that a link may lead to: https, to a host with a name, without somebody's password in it.
fn https(text: &str) -> Option<String> {
    let address = url::Url::parse(text).ok()?;
    let named = address.domain().is_some_and(|domain| domain.contains('.'));
    let plain = address.username().is_empty() && address.password().is_none();
    (address.scheme() == "https" && named && plain && text.len() <= 1_000).then(|| address.to_string())
}

const fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Missing => "gathering-material-nothing",
        Refusal::TooLarge => "gathering-material-file-large",
        Refusal::Markup | Refusal::Unknown => "gathering-material-file-unknown",
        Refusal::Misnamed => "gathering-material-file-misnamed",
        Refusal::Script => "gathering-material-file-script",
        Refusal::Locked => "gathering-material-file-locked",
        Refusal::Damaged => "gathering-material-file-damaged",
    }
}

/// Something attached, as a page shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Shown {
    pub(crate) id: Uuid,
    pub(crate) kind: Kind,
    pub(crate) for_all: bool,
    pub(crate) title: Localised,
    pub(crate) description: Option<Localised>,
    pub(crate) value: String,
    pub(crate) unit: String,
    pub(crate) source: String,
    pub(crate) municipality: String,
    /// Where the document is; empty for what is none.
    pub(crate) href: String,
    /// `PDF`, `Word`; empty for what is elsewhere.
    pub(crate) format: &'static str,
    /// In thousands of bytes, at least one.
    pub(crate) kilobytes: i64,
}

impl Shown {
    /// `below` is the address that files are below of.
    pub(crate) fn new(facts: &Facts, below: &str, names: &impl Municipalities) -> Self {
        let name = |number: &String| names.name(number).unwrap_or_else(|| number.clone());
        let description = facts.description.0.clone();
        Self {
            id: facts.id,
            kind: facts.kind,
            for_all: facts.for_all,
            title: facts.title.0.clone(),
            description: (!description.0.is_empty()).then_some(description),
            value: facts.value.clone(),
            unit: facts.unit.clone(),
            source: facts.source.clone(),
            municipality: facts.municipality.as_ref().map(name).unwrap_or_default(),
            href: match facts.file_name.as_str() {
                "" => facts.link.clone(),
                _ => format!("{below}/{}", facts.id),
            },
            format: Format::of(&facts.media_type).map_or("", Format::name),
            kilobytes: (facts.size + 999) / 1000,
        }
    }
}

/// For samples: one of each kind.
pub(crate) fn examples() -> Vec<Shown> {
    let of = |n: u128, kind: Kind, title: &str| Shown {
        id: Uuid::from_u128(n),
        kind,
        for_all: n != 2,
        title: Localised::from([(Language::Nn, title)]),
        description: None,
        value: String::new(),
        unit: String::new(),
        source: String::new(),
        municipality: String::new(),
        href: String::new(),
        format: "",
        kilobytes: 0,
    };
    let text = Localised::from([(Language::Nn, "Dei opna <torget>.\n\nDet kom folk.")]);
    vec![
        Shown {
            href: "/samling/x/materiale/1".to_owned(),
            format: "PDF",
            kilobytes: 740,
            ..of(1, Kind::Document, "Rapport <2>")
        },
        Shown { href: "https://eksempel.example/".to_owned(), ..of(2, Kind::Document, "Nettside") },
        Shown {
            value: "12,4".to_owned(),
            unit: "%".to_owned(),
            source: "SSB".to_owned(),
            ..of(3, Kind::Indicator, "Pendling til byen")
        },
        Shown { municipality: "Namsos".to_owned(), description: Some(text), ..of(4, Kind::Example, "Torget") },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Typed {
        let title = Localised::from([(Language::Nn, "Rapport"), (Language::Nb, "Rapport")]);
        Typed { title, ..Typed::default() }
    }

    fn wrong(kind: Kind, typed: &Typed, file: Option<&Result<Format, Refusal>>) -> Vec<String> {
        let wrong = fit(kind, typed, &[Language::Nn, Language::Nb], file).err().unwrap_or_default();
        wrong.into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn a_document_is_a_file_or_a_link() {
        let with = |link: &str| Typed { link: link.to_owned(), ..typed() };
        assert_eq!(wrong(Kind::Document, &typed(), Some(&Ok(Format::Pdf))), [""; 0]);
        assert_eq!(wrong(Kind::Document, &with("https://ssb.example/x"), None), [""; 0]);
        assert_eq!(wrong(Kind::Document, &typed(), None), ["file"]);
        assert_eq!(wrong(Kind::Document, &typed(), Some(&Err(Refusal::Script))), ["file"]);
        assert_eq!(wrong(Kind::Document, &with("https://ssb.example/x"), Some(&Ok(Format::Pdf))), ["link"]);
        for link in ["http://ssb.example", "javascript:alert(1)", "https://a:b@ssb.example", "https://localhost", "x"] {
            assert_eq!(wrong(Kind::Document, &with(link), None), ["link"], "{link}");
        }
    }

    #[test]
    fn each_kind_has_what_it_needs_in_the_languages_that_are_needed() {
        let one = Typed { title: Localised::from([(Language::Nn, "x".repeat(200).as_str())]), ..typed() };
        assert_eq!(wrong(Kind::Indicator, &one, None), ["title-nb", "title-nn", "value", "source"]);
        let indicator = Typed { value: "12,4".to_owned(), source: "SSB".to_owned(), ..typed() };
        assert_eq!(wrong(Kind::Indicator, &indicator, None), [""; 0]);
        assert_eq!(wrong(Kind::Example, &typed(), None), ["municipality", "description-nn"]);
        let text = Localised::from([(Language::Nn, "Slik gjorde dei.")]);
        let example = |name: &str| Typed { municipality: name.to_owned(), description: text.clone(), ..typed() };
        assert_eq!(wrong(Kind::Example, &example("Herøy"), None), ["municipality"], "there are two");
        let found = fit(Kind::Example, &example("Volda"), &[Language::Nn], None).unwrap();
        assert_eq!(found.municipality.as_deref(), Some("1577"));
    }
}
