//! What badges, signs and lists are drawn of.

use crate::pdf::setting::Fitted;
use crate::pdf::{Color, Faces, Weight, fill, group};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Tag, TagGroup};
use std::num::NonZeroU16;

/// Writes lines below one another, the first below this point of the page, and gives what each is called in the tags.
pub(crate) fn write(
    surface: &mut Surface<'_>,
    faces: &Faces,
    fitted: &Fitted,
    (weight, color): (Weight, Color),
    (x, y): (f32, f32),
    tag: ContentTag<'_>,
) -> Vec<Identifier> {
    let mut written = Vec::new();
    for (number, line) in (1_u16..).zip(&fitted.lines) {
        written.push(surface.start_tagged(tag));
        surface.set_fill(Some(fill(color)));
        let start = Point::from_xy(x, y + fitted.leading() * f32::from(number) - fitted.size * 0.2);
        let font = faces.of(weight).embedded.clone();
        surface.draw_glyphs(start, &line.glyphs, font, &line.text, fitted.size, false);
        surface.end_tagged();
    }
    written
}

/// What was drawn as a heading, or as a text like others when there is nothing in it to read aloud.
pub(crate) fn heading(faces: &Faces, name: &str, drawn: Vec<Identifier>) -> TagGroup {
    match faces.of(Weight::Semibold).legible(name) {
        title if title.is_empty() => group(TagGroup::new(Tag::P), drawn),
        title => group(TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(title))), drawn),
    }
}

/// How wide the widest line is.
pub(crate) fn widest(fitted: &Fitted) -> f32 {
    fitted.lines.iter().map(|line| line.width * fitted.size).fold(0.0, f32::max)
}

/// How high all lines are.
pub(crate) fn high(fitted: &Fitted) -> f32 {
    fitted.leading() * fitted.lines.len() as f32
}

/// Areas that are not read aloud.
pub(crate) fn artifact(surface: &mut Surface<'_>, rects: &[Rect], color: Color) {
    let mut path = PathBuilder::new();
    for rect in rects {
        path.push_rect(*rect);
    }
    let (Some(path), Some(whole)) = (path.finish(), around(rects)) else { return };
    surface.start_tagged(ContentTag::Artifact(Artifact::new(ArtifactType::Background, Some(whole))));
    surface.set_fill(Some(fill(color)));
    surface.draw_path(&path);
    surface.end_tagged();
}

fn around(rects: &[Rect]) -> Option<Rect> {
    let first = rects.first()?;
    let start = (first.left(), first.top(), first.right(), first.bottom());
    let (left, top, right, bottom) = rects.iter().fold(start, |(left, top, right, bottom), rect| {
        (left.min(rect.left()), top.min(rect.top()), right.max(rect.right()), bottom.max(rect.bottom()))
    });
    Rect::from_ltrb(left, top, right, bottom)
}
