//! Badges on sheets of paper, ten on each, with marks to cut along.

use super::code::Code;
use super::{Badge, Words};
use crate::pdf::drawing::{artifact, heading, high, widest, write};
use crate::pdf::setting::Fitted;
use crate::pdf::{A4, BLUE, Color, DARK, Faces, Titled, WHITE, Weight, begin, fill, finish, group};
use krilla::geom::{Path, PathBuilder, Rect};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Identifier, SpanTag, Tag, TagGroup, TagTree};
use proto::Language;
use qrcodegen::{QrCode, QrCodeEcc};

const COLUMNS: usize = 2;
const ROWS: usize = 5;
/// Badges on a sheet.
pub(crate) const ON_A_SHEET: usize = COLUMNS * ROWS;

/// 90 by 55 millimetres, which most holders are made for, in points.
const WIDTH: f32 = 255.12;
const HEIGHT: f32 = 155.91;
const LEFT: f32 = (A4.0 - WIDTH * COLUMNS as f32) / 2.0;
const TOP: f32 = (A4.1 - HEIGHT * ROWS as f32) / 2.0;
/// From the edge of a badge to what stands in it.
const INSET: f32 = 12.0;
/// The picture of a code, with the white around it that readers need.
const CODE: f32 = 52.0;
/// Modules of white around it.
const QUIET: i32 = 4;
/// The length of a mark to cut along, and how thick it is.
const MARK: f32 = 12.0;
const THIN: f32 = 0.4;

/// The file.
pub(crate) fn draw(badges: &[Badge], words: &Words) -> anyhow::Result<Vec<u8>> {
    let faces = Faces::new()?;
    let mut document = begin()?;
    let mut tags = TagTree::new().with_lang(Some(words.language.code().to_owned()));
    for sheet in badges.chunks(ON_A_SHEET) {
        let settings = PageSettings::from_wh(A4.0, A4.1).ok_or_else(|| anyhow::anyhow!("no page of this size"))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        marks(&mut surface);
        for (number, badge) in sheet.iter().enumerate() {
            let left = LEFT + WIDTH * (number % COLUMNS) as f32;
            let top = TOP + HEIGHT * (number / COLUMNS) as f32;
            tags.push(Drawing { surface: &mut surface, faces: &faces, left, top }.badge(badge, words));
        }
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tags);
    let titled = Titled { heading: &words.heading, document: &words.document, language: words.language, at: words.at };
    finish(document, &titled, &faces)
}

/// One badge on its place of the sheet.
struct Drawing<'s, 'd> {
    surface: &'s mut Surface<'d>,
    faces: &'s Faces,
    left: f32,
    top: f32,
}

impl Drawing<'_, '_> {
    fn badge(&mut self, badge: &Badge, words: &Words) -> TagGroup {
        let mut section = TagGroup::new(Tag::Section);
        let whole = WIDTH - 2.0 * INSET;
        let beside = whole - CODE;
        let told = badge.no_pictures.then_some(&words.no_pictures);
        let no_pictures = told.map(|told| self.fit(told, Weight::Semibold, (whole / 2.0, 16.0), 10.0));
        let taken = no_pictures.as_ref().map_or(0.0, |fitted| widest(fitted) + 18.0);
        let event = self.fit(&words.event.text, Weight::Regular, (whole - taken, 22.0), 9.0);
        let drawn = self.write(&event, Weight::Regular, BLUE, (INSET, 8.0), words.event.language);
        let event = group(TagGroup::new(Tag::P), drawn);
        if badge.name.is_empty() {
            section.push(event);
            for (label, top) in [(&words.name, 80.0), (&words.organisation, 122.0)] {
                self.rule(top);
                let label = self.fit(label, Weight::Regular, (whole, 9.0), 7.0);
                let drawn = self.write(&label, Weight::Regular, DARK, (INSET, top + 2.0), None);
                section.push(group(TagGroup::new(Tag::P), drawn));
            }
            return section;
        }
        let name = self.fit(&badge.name, Weight::Semibold, (whole, 56.0), 26.0);
        let drawn = self.write(&name, Weight::Semibold, DARK, (INSET, 32.0), None);
        section.push(heading(self.faces, &badge.name, drawn));
        if let Some(role) = &badge.role {
            let fitted = self.fit(&role.text, Weight::Regular, (beside, 24.0), 11.0);
            let drawn = self.write(&fitted, Weight::Regular, DARK, (INSET, 92.0), role.language);
            section.push(group(TagGroup::new(Tag::P), drawn));
        }
        if let Some(affiliation) = &badge.affiliation {
            let fitted = self.fit(affiliation, Weight::Semibold, (beside, 28.0), 12.0);
            let drawn = self.write(&fitted, Weight::Semibold, DARK, (INSET, 118.0), None);
            section.push(group(TagGroup::new(Tag::P), drawn));
        }
        if let Some(fitted) = no_pictures {
            let (width, height) = (widest(&fitted) + 10.0, high(&fitted) + 5.0);
            let left = WIDTH - INSET - width;
            self.block(left, 7.0, width, height);
            let drawn = self.write(&fitted, Weight::Semibold, WHITE, (left + 5.0, 9.0), None);
            section.push(group(TagGroup::new(Tag::P), drawn));
        }
        section.push(event);
        if let Some(code) = badge.code {
            self.code(code, words, &mut section);
        }
        section
    }

    /// A code as a picture, and below it as it is typed.
    fn code(&mut self, code: Code, words: &Words, section: &mut TagGroup) {
        let (left, top) = (WIDTH - CODE - 6.0, 90.0);
        if let Some(picture) = picture(code, self.left + left, self.top + top) {
            let drawn = self.surface.start_tagged(ContentTag::Other);
            self.surface.set_fill(Some(fill([0, 0, 0])));
            self.surface.draw_path(&picture);
            self.surface.end_tagged();
            section.push(group(TagGroup::new(Tag::Figure(Some(format!("{} {code}", words.code)))), vec![drawn]));
        }
        let fitted = self.fit(&code.to_string(), Weight::Regular, (CODE, 9.0), 7.5);
        let middle = left + (CODE - widest(&fitted)) / 2.0;
        let drawn = self.write(&fitted, Weight::Regular, DARK, (middle, top + CODE - 3.0), None);
        section.push(group(TagGroup::new(Tag::P), drawn));
    }

    fn fit(&self, text: &str, weight: Weight, room: (f32, f32), largest: f32) -> Fitted {
        self.faces.of(weight).fit(text, room, largest)
    }

    /// Writes lines below one another, the first below this point of the badge.
    fn write(
        &mut self,
        fitted: &Fitted,
        weight: Weight,
        color: Color,
        (left, top): (f32, f32),
        language: Option<Language>,
    ) -> Vec<Identifier> {
        let tag = ContentTag::Span(SpanTag::empty().with_lang(language.map(Language::code)));
        let at = (self.left + left, self.top + top);
        write(self.surface, self.faces, fitted, (weight, color), at, tag)
    }

    /// A line to write on.
    fn rule(&mut self, top: f32) {
        self.block(INSET, top, WIDTH - 2.0 * INSET, 0.6);
    }

    /// A dark area that says nothing by itself.
    fn block(&mut self, left: f32, top: f32, width: f32, height: f32) {
        if let Some(rect) = Rect::from_xywh(self.left + left, self.top + top, width, height) {
            artifact(self.surface, &[rect], DARK);
        }
    }
}

/// Marks in the margins, in line with the edges of the badges.
fn marks(surface: &mut Surface<'_>) {
    let mut rects = Vec::new();
    let (right, bottom) = (A4.0 - LEFT, A4.1 - TOP);
    for column in 0..=COLUMNS {
        let x = LEFT + WIDTH * column as f32 - THIN / 2.0;
        rects.extend([TOP - MARK - 4.0, bottom + 4.0].map(|y| Rect::from_xywh(x, y, THIN, MARK)));
    }
    for row in 0..=ROWS {
        let y = TOP + HEIGHT * row as f32 - THIN / 2.0;
        rects.extend([LEFT - MARK - 4.0, right + 4.0].map(|x| Rect::from_xywh(x, y, MARK, THIN)));
    }
    let rects: Vec<Rect> = rects.into_iter().flatten().collect();
    artifact(surface, &rects, DARK);
}

/// A QR code with this corner, as one shape.
fn picture(code: Code, left: f32, top: f32) -> Option<Path> {
    let picture = QrCode::encode_text(&code.plain(), QrCodeEcc::Quartile).ok()?;
    let module = CODE / (picture.size() + 2 * QUIET) as f32;
    let mut path = PathBuilder::new();
    for y in 0..picture.size() {
        for x in (0..picture.size()).filter(|x| picture.get_module(*x, y)) {
            let (x, y) = (left + (x + QUIET) as f32 * module, top + (y + QUIET) as f32 * module);
            // A little larger, so that no white shows between two.
            path.push_rect(Rect::from_xywh(x, y, module + 0.02, module + 0.02)?);
        }
    }
    path.finish()
}
