//! Decision: which files are taken in, and what of them everybody may see. Nobody is believed about what a file is: its own bytes
//! say it, photos are made anew, and what could run on somebody's machine is turned away.

#[cfg(test)]
pub(crate) mod tests;

use crate::store::document::{self, Facts};
use crate::store::speaker;
use pictures::is_markup;
use sea_orm::{ConnectionTrait, DbErr};
use serde::Serialize;
use std::collections::BTreeSet;
use uploads::Format;
use uuid::Uuid;

/// The most bytes of a photo and of slides.
pub(crate) const LARGEST_PHOTO: usize = 5 << 20;
pub(crate) const LARGEST_SLIDES: usize = 20 << 20;
/// More files than somebody has for one conference.
pub(crate) const MOST_OF_ONE: usize = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Photo,
    Slides,
    Recording,
}

impl Kind {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Slides => "slides",
            Self::Recording => "recording",
        }
    }

    pub(crate) fn of(word: &str) -> Option<Self> {
        [Self::Photo, Self::Slides, Self::Recording].into_iter().find(|kind| kind.word() == word)
    }
}

/// What photos are kept as.
pub(crate) const PHOTO: &str = "image/jpeg";
/// What slides can be.
const FORMATS: [Format; 3] = [Format::Pdf, Format::PowerPoint, Format::OpenPresentation];

/// Slides as they are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slides {
    pub(crate) format: Format,
    pub(crate) content: Vec<u8>,
}

/// Why a file is not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// No file was chosen, or it is empty.
    Missing,
    PhotoTooLarge,
    SlidesTooLarge,
    /// SVG, HTML and the like, which can do things when they are opened.
    Markup,
    NotAPhoto,
    /// More pixels than we unpack.
    TooManyPixels,
    NotSlides,
    /// It is called something else than it is.
    Misnamed,
    /// Films are somewhere else, and we link to them.
    Film,
    /// It holds a script, a macro or something else that could run.
    Script,
    /// Nobody can see what is in it without a password.
    Locked,
    Damaged,
}

impl Refusal {
    /// How to put it right, in words.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Missing => "conference-speaker-file-missing",
            Self::PhotoTooLarge => "conference-speaker-file-photo-large",
            Self::SlidesTooLarge => "conference-speaker-file-slides-large",
            Self::Markup => "conference-speaker-file-markup",
            Self::NotAPhoto => "conference-speaker-file-no-photo",
            Self::TooManyPixels => "conference-speaker-file-pixels",
            Self::NotSlides => "conference-speaker-file-no-slides",
            Self::Misnamed => "conference-speaker-file-misnamed",
            Self::Film => "conference-speaker-file-film",
            Self::Script => "conference-speaker-file-script",
            Self::Locked => "conference-speaker-file-locked",
            Self::Damaged => "conference-speaker-file-damaged",
        }
    }
}

impl From<pictures::Refusal> for Refusal {
    fn from(refusal: pictures::Refusal) -> Self {
        match refusal {
            pictures::Refusal::NotAPicture => Self::NotAPhoto,
            pictures::Refusal::TooManyPixels => Self::TooManyPixels,
            pictures::Refusal::Damaged => Self::Damaged,
        }
    }
}

impl From<uploads::Refusal> for Refusal {
    fn from(refusal: uploads::Refusal) -> Self {
        match refusal {
            uploads::Refusal::Missing => Self::Missing,
            uploads::Refusal::TooLarge => Self::SlidesTooLarge,
            uploads::Refusal::Markup => Self::Markup,
            uploads::Refusal::Unknown => Self::NotSlides,
            uploads::Refusal::Misnamed => Self::Misnamed,
            uploads::Refusal::Script => Self::Script,
            uploads::Refusal::Locked => Self::Locked,
            uploads::Refusal::Damaged => Self::Damaged,
        }
    }
}

/// A photo as a JPEG, made anew so that it is a picture and nothing else. Takes its time: not for a thread that others wait for.
pub(crate) fn photo(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    match bytes {
        [] => Err(Refusal::Missing),
        _ if bytes.len() > LARGEST_PHOTO => Err(Refusal::PhotoTooLarge),
        _ if is_markup(bytes) => Err(Refusal::Markup),
        _ if is_film(bytes) => Err(Refusal::Film),
        _ => Ok(pictures::photo(bytes)?),
    }
}

/// Slides as they were handed in, if they are what their name says and hold nothing that could run.
pub(crate) fn slides(file_name: &str, content: Vec<u8>) -> Result<Slides, Refusal> {
    match uploads::checked_among(&FORMATS, file_name, &content, LARGEST_SLIDES) {
        Ok(format) => Ok(Slides { format, content }),
        Err(uploads::Refusal::Unknown) if is_film(&content) => Err(Refusal::Film),
        Err(refusal) => Err(refusal.into()),
    }
}

fn is_film(bytes: &[u8]) -> bool {
    let brand = bytes.get(4..12).unwrap_or_default();
    let pictures: [&[u8]; 5] = [b"avif", b"heic", b"heix", b"mif1", b"msf1"];
    (brand.starts_with(b"ftyp") && !pictures.iter().any(|picture| brand.ends_with(picture)))
        || bytes.starts_with(b"\x1a\x45\xdf\xa3")
        || (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"AVI "))
}

/// A document as a page of a session names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Shown {
    pub(crate) id: Uuid,
    pub(crate) kind: Kind,
    pub(crate) title: String,
    /// `PDF`, `PowerPoint`; empty for what is elsewhere.
    pub(crate) format: &'static str,
    /// In thousands of bytes, at least one.
    pub(crate) kilobytes: i64,
    /// An address of ours or, of a recording, somebody else's.
    pub(crate) href: String,
}

impl Shown {
    pub(crate) fn new(facts: &Facts, slug: &str) -> Option<Self> {
        let kind = Kind::of(&facts.kind)?;
        let format = match kind {
            Kind::Photo => "JPEG",
            Kind::Slides => Format::of(&facts.media_type).map_or("", Format::name),
            Kind::Recording => "",
        };
        Some(Self {
            id: facts.id,
            kind,
            title: facts.title.clone(),
            format,
            kilobytes: (facts.size + 999) / 1000,
            href: match facts.link.is_empty() {
                true => format!("/konferanse/{slug}/dokument/{}", facts.id),
                false => facts.link.clone(),
            },
        })
    }
}

/// Slides and recordings of a session that everybody may see. Whether the session has been released, the page knows. What belongs
/// to somebody who does not want to be shown is not.
pub(crate) async fn of_session(
    db: &impl ConnectionTrait,
    conference: Uuid,
    slug: &str,
    session: Uuid,
) -> Result<Vec<Shown>, DbErr> {
    let documents = document::of_session(db, conference, session).await?;
    if documents.is_empty() {
        return Ok(Vec::new());
    }
    let agreed: BTreeSet<Uuid> = speaker::shown(db, conference).await?.into_iter().map(|(id, _)| id).collect();
    let visible = |facts: &&Facts| facts.speaker.is_none_or(|id| agreed.contains(&id));
    Ok(documents.iter().filter(visible).filter_map(|facts| Shown::new(facts, slug)).collect())
}

/// What a photo shows, in words: the photo itself is at `/konferanse/{slug}/dokument/{photo}`.
pub(crate) async fn alt(db: &impl ConnectionTrait, photo: Option<Uuid>) -> Result<Option<String>, DbErr> {
    match photo {
        Some(id) => Ok(document::find(db, id).await?.map(|facts| facts.title)),
        None => Ok(None),
    }
}

/// For samples: slides and a recording.
pub(crate) fn examples() -> Vec<Shown> {
    let of = |n: u128, kind: Kind, format: &'static str, kilobytes: i64| Shown {
        id: Uuid::from_u128(n),
        kind,
        title: "Torget <som> daglegstove".to_owned(),
        format,
        kilobytes,
        href: "/konferanse/byliv-2027/dokument/x".to_owned(),
    };
    vec![of(1, Kind::Slides, "PDF", 740), of(2, Kind::Slides, "PowerPoint", 12_300), of(3, Kind::Recording, "", 0)]
}
