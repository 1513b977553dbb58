//! What all our files in PDF have in common: they are tagged, in the typeface of the house, and validated against PDF/UA-1 while
//! they are written.

pub(crate) mod drawing;
#[cfg(test)]
pub(crate) mod reading;
pub(crate) mod setting;
pub(crate) mod table;

use chrono::{DateTime, Datelike, Timelike, Utc};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::Point;
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::paint::Fill;
use krilla::tagging::{Identifier, TagGroup};
use krilla::{Document, SerializeSettings};
use proto::Language;
use setting::Face;

/// Width and height of the paper standing, in points.
pub(crate) const A4: (f32, f32) = (595.28, 841.89);

/// Red, green and blue.
pub(crate) type Color = [u8; 3];

pub(crate) const BLUE: Color = [0x00, 0x62, 0xba];
pub(crate) const DARK: Color = [0x1e, 0x2b, 0x3c];
pub(crate) const WHITE: Color = [0xff, 0xff, 0xff];

#[derive(Clone, Copy)]
pub(crate) enum Weight {
    Regular,
    Semibold,
}

/// The typeface in both weights.
pub(crate) struct Faces {
    regular: Face,
    semibold: Face,
}

impl Faces {
    pub(crate) fn new() -> anyhow::Result<Self> {
        let [regular, semibold] = host::statics::TYPEFACE;
        Ok(Self { regular: Face::new(regular)?, semibold: Face::new(semibold)? })
    }

    pub(crate) fn of(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Semibold => &self.semibold,
        }
    }
}

/// What a file is called.
pub(crate) struct Titled<'t> {
    /// In its table of contents.
    pub(crate) heading: &'t str,
    /// In the window of its reader.
    pub(crate) document: &'t str,
    pub(crate) language: Language,
    pub(crate) at: DateTime<Utc>,
}

/// An empty file.
pub(crate) fn begin() -> anyhow::Result<Document> {
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let Ok(configuration) = configuration else { anyhow::bail!("PDF/UA-1 is not to be had") };
    Ok(Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() }))
}

/// The bytes of the file; an error when it does not hold to PDF/UA-1.
pub(crate) fn finish(mut document: Document, titled: &Titled<'_>, faces: &Faces) -> anyhow::Result<Vec<u8>> {
    let legible = |text| faces.of(Weight::Semibold).legible(text);
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(legible(titled.heading), top));
    document.set_outline(outline);
    let metadata = Metadata::new()
        .title(legible(titled.document))
        .language(titled.language.code().to_owned())
        .creation_date(date(titled.at));
    document.set_metadata(metadata);
    document.finish().map_err(|error| anyhow::anyhow!("a PDF could not be written: {}", reason(&error)))
}

pub(crate) fn fill([red, green, blue]: Color) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}

/// Puts what was drawn under a tag.
pub(crate) fn group(mut group: TagGroup, drawn: Vec<Identifier>) -> TagGroup {
    for one in drawn {
        group.push(one);
    }
    group
}

fn date(at: DateTime<Utc>) -> krilla::metadata::DateTime {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    krilla::metadata::DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(small(at.month()))
        .day(small(at.day()))
        .hour(small(at.hour()))
        .minute(small(at.minute()))
        .second(small(at.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

/// For the log, which must not hold the name that the error itself may quote.
const fn reason(error: &KrillaError) -> &'static str {
    match error {
        KrillaError::Font(..) => "the typeface",
        KrillaError::Validation(_) => "it does not hold to PDF/UA-1",
        _ => "it is not a proper PDF",
    }
}
