//! Decision: what recordings and slides are taken in, and who is shown what.

use crate::store::material::{Audience, Facts, Kind};
use event_file::meeting_address;
use serde::Serialize;
use uploads::{Format, Refusal};

/// The most bytes of slides. Recordings are somewhere else, and we link to them.
pub(crate) const LARGEST: usize = 20 << 20;
/// More than anybody has to show of one hour.
pub(crate) const MOST: usize = 20;
const LONGEST_TITLE: usize = 150;

/// What an editor wants to add.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Offered<'a> {
    pub(crate) kind: &'a str,
    pub(crate) audience: &'a str,
    pub(crate) title: &'a str,
    pub(crate) link: &'a str,
    /// What a look into the file has shown; nothing without a file.
    pub(crate) file: Option<Result<Format, Refusal>>,
}

/// What is taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) kind: Kind,
    pub(crate) audience: Audience,
    pub(crate) title: String,
    /// Empty when there is a file.
    pub(crate) link: String,
}

/// What is to be put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    Kind,
    Audience,
    Title,
    Link,
    /// Neither an address nor a file, or both.
    OneOfBoth,
    NotPdf,
    File(Refusal),
    TooMany,
}

impl Wrong {
    /// The field, and the key of the words.
    pub(crate) const fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Kind => ("kind", "webinar-material-wrong-kind"),
            Self::Audience => ("audience", "webinar-material-wrong-audience"),
            Self::Title => ("title", "webinar-material-wrong-title"),
            Self::Link => ("link", "webinar-material-wrong-link"),
            Self::OneOfBoth => ("link", "webinar-material-wrong-one"),
            Self::NotPdf => ("file", "webinar-material-wrong-pdf"),
            Self::File(refusal) => ("file", refused(refusal)),
            Self::TooMany => ("kind", "webinar-material-wrong-many"),
        }
    }
}

const fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Missing | Refusal::Markup | Refusal::Unknown => "webinar-material-wrong-pdf",
        Refusal::TooLarge => "webinar-material-wrong-large",
        Refusal::Misnamed => "webinar-material-wrong-misnamed",
        Refusal::Script => "webinar-material-wrong-script",
        Refusal::Locked => "webinar-material-wrong-locked",
        Refusal::Damaged => "webinar-material-wrong-damaged",
    }
}

/// Takes in what is whole, or tells all that is wrong. `there`: how many there are already.
pub(crate) fn take(offered: Offered<'_>, there: usize) -> Result<Taken, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let kind = match offered.kind {
        "recording" => Some(Kind::Recording),
        "slides" => Some(Kind::Slides),
        _ => None,
    };
    let audience = match offered.audience {
        "all" => Some(Audience::All),
        "signed_up" => Some(Audience::SignedUp),
        _ => None,
    };
    let title = offered.title.trim();
    let (given, file) = (offered.link.trim(), offered.file);
    let link = meeting_address(given);
    let checks = [
        (there >= MOST, Wrong::TooMany),
        (kind.is_none(), Wrong::Kind),
        (audience.is_none(), Wrong::Audience),
        (
            title.is_empty() || title.chars().count() > LONGEST_TITLE || title.chars().any(char::is_control),
            Wrong::Title,
        ),
        (given.is_empty() == file.is_none(), Wrong::OneOfBoth),
        (!given.is_empty() && file.is_none() && link.is_none(), Wrong::Link),
        (matches!(file, Some(Ok(format)) if format != Format::Pdf), Wrong::NotPdf),
    ];
    wrong.extend(checks.into_iter().filter_map(|(is, wrong)| is.then_some(wrong)));
    wrong.extend(file.and_then(Result::err).map(Wrong::File));
    match (kind, audience) {
        (Some(kind), Some(audience)) if wrong.is_empty() => {
            Ok(Taken { kind, audience, title: title.to_owned(), link: link.unwrap_or_default() })
        }
        _ => Err(wrong),
    }
}

/// A recording or slides as a page names them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Shown {
    pub(crate) kind: Kind,
    pub(crate) audience: Audience,
    pub(crate) title: String,
    pub(crate) href: String,
    /// In thousands of bytes, at least one; zero for what is somewhere else.
    pub(crate) kilobytes: i64,
}

/// What somebody may see whose way to the files begins with `path`.
pub(crate) fn shown(all: Vec<Facts>, signed_up: bool, path: &str) -> Vec<Shown> {
    let may = |facts: &Facts| signed_up || facts.audience == Audience::All;
    let of = |facts: Facts| Shown {
        kind: facts.kind,
        audience: facts.audience,
        href: match facts.link.is_empty() {
            true => format!("{path}/materiale/{}", facts.id),
            false => facts.link,
        },
        kilobytes: (facts.size + 999) / 1000,
        title: facts.title,
    };
    all.into_iter().filter(may).map(of).collect()
}

/// For samples: one of each kind.
pub(crate) fn examples() -> Vec<Shown> {
    let of = |kind, audience, href: &str, kilobytes| Shown {
        kind,
        audience,
        title: "Torget <som> daglegstove".to_owned(),
        href: href.to_owned(),
        kilobytes,
    };
    vec![
        of(Kind::Recording, Audience::All, "https://film.example.org/opptak-av-torget", 0),
        of(Kind::Slides, Audience::SignedUp, "/webinar/tomme-lokale/materiale/x", 740),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Offered<'_> = Offered {
        kind: "recording",
        audience: "all",
        title: " Opptak ",
        link: "https://film.example.org/x",
        file: None,
    };
    const PDF: Option<Result<Format, Refusal>> = Some(Ok(Format::Pdf));

    #[test]
    fn one_address_or_one_file_that_is_what_it_says_is_taken() {
        let taken = take(GOOD, 0).unwrap();
        assert_eq!((taken.title.as_str(), taken.link.as_str()), ("Opptak", "https://film.example.org/x"));
        assert_eq!(take(Offered { link: "", file: PDF, kind: "slides", ..GOOD }, 0).unwrap().link, "");
        for (offered, expected) in [
            (Offered { kind: "x", audience: "", title: " ", ..GOOD }, vec![Wrong::Kind, Wrong::Audience, Wrong::Title]),
            (Offered { link: "", ..GOOD }, vec![Wrong::OneOfBoth]),
            (Offered { file: PDF, ..GOOD }, vec![Wrong::OneOfBoth]),
            (Offered { link: "javascript:alert(1)", ..GOOD }, vec![Wrong::Link]),
            (Offered { link: "", file: Some(Ok(Format::Word)), ..GOOD }, vec![Wrong::NotPdf]),
            (Offered { link: "", file: Some(Err(Refusal::Script)), ..GOOD }, vec![Wrong::File(Refusal::Script)]),
        ] {
            assert_eq!(take(offered, 0), Err(expected), "{offered:?}");
        }
        assert_eq!(take(GOOD, MOST), Err(vec![Wrong::TooMany]));
    }
}
