//! Draws a certificate as a tagged PDF that holds to PDF/UA-1.

use super::{Wording, Written};
use crate::pdf::setting::{Face, Set};
use crate::pdf::{A4, BLUE, Color, DARK, Faces, Titled, Weight, begin, fill, finish, group};
use krilla::Document;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, Tag, TagGroup, TagTree};
use proto::Language;
use std::num::NonZeroU16;

const WIDTH: f32 = A4.0;
const HEIGHT: f32 = A4.1;
const MARGIN: f32 = 72.0;
/// Where the values of facts stand, beside their labels.
const VALUES: f32 = 190.0;
const BAND: f32 = 24.0;

/// Sizes to try, and into how many lines a text may fall at each before the next is tried.
const NAME: [(f32, usize); 3] = [(28.0, 2), (20.0, 3), (13.0, 40)];
const TITLE: [(f32, usize); 3] = [(20.0, 3), (16.0, 4), (12.0, 60)];

/// A line where it stands.
struct Line {
    page: usize,
    x: f32,
    y: f32,
    size: f32,
    weight: Weight,
    color: Color,
    language: Option<Language>,
    set: Set,
}

/// Lines as they are laid out, from top to bottom, over as many pages as it takes.
struct Layout {
    faces: Faces,
    page: usize,
    y: f32,
    lines: Vec<Line>,
}

/// Lines that belong together, by their place in the layout.
type Part = std::ops::Range<usize>;

impl Layout {
    fn new() -> anyhow::Result<Self> {
        Ok(Self { faces: Faces::new()?, page: 0, y: 110.0, lines: Vec::new() })
    }

    fn face(&self, weight: Weight) -> &Face {
        self.faces.of(weight)
    }

    fn space(&mut self, height: f32) {
        self.y += height;
    }

    /// Writes a text in the largest of these sizes in which it has few enough lines.
    fn write(
        &mut self,
        text: &str,
        look: (Weight, Color),
        sizes: &[(f32, usize)],
        x: f32,
        language: Option<Language>,
    ) -> Part {
        let (weight, color) = look;
        let first = self.lines.len();
        let room = WIDTH - MARGIN - x;
        let set = |size| self.face(weight).lines(text, size, room);
        let fitting =
            sizes.iter().map(|(size, most)| (*size, *most, set(*size))).find(|(_, most, lines)| lines.len() <= *most);
        let (size, lines) = match (fitting, sizes.last()) {
            (Some((size, _, lines)), _) => (size, lines),
            (None, Some((size, _))) => (*size, set(*size)),
            (None, None) => return first..first,
        };
        for set in lines {
            let height = size * 1.35;
            if self.y + height > HEIGHT - MARGIN {
                self.page += 1;
                self.y = MARGIN;
            }
            self.y += height;
            let (page, y) = (self.page, self.y);
            self.lines.push(Line { page, x, y, size, weight, color, language, set });
        }
        first..self.lines.len()
    }

    fn plain(&mut self, text: &str) -> Part {
        self.write(text, (Weight::Regular, DARK), &[(12.0, usize::MAX)], MARGIN, None)
    }

    fn value(&mut self, value: &Written) -> Part {
        self.write(&value.text, (Weight::Regular, DARK), &[(12.0, usize::MAX)], VALUES, value.language)
    }
}

/// The file. It is validated while it is written, and not given out when it does not hold to PDF/UA-1.
pub(crate) fn draw(words: &Wording) -> anyhow::Result<Vec<u8>> {
    let mut layout = Layout::new()?;
    let heading = layout.write(&words.heading, (Weight::Semibold, BLUE), &[(36.0, usize::MAX)], MARGIN, None);
    layout.space(36.0);
    let certifies = layout.plain(&words.certifies);
    layout.space(6.0);
    let name = layout.write(&words.name, (Weight::Semibold, DARK), &NAME, MARGIN, None);
    layout.space(14.0);
    let took_part = layout.plain(&words.took_part);
    layout.space(6.0);
    let title = layout.write(&words.title.text, (Weight::Semibold, DARK), &TITLE, MARGIN, words.title.language);
    layout.space(36.0);
    let mut facts = Vec::new();
    for fact in &words.facts {
        let (page, top) = (layout.page, layout.y);
        let label = layout.write(&fact.label, (Weight::Semibold, DARK), &[(12.0, usize::MAX)], MARGIN, None);
        let below = (layout.page, layout.y);
        if layout.page == page {
            layout.y = top;
        } else {
            layout.y -= 12.0 * 1.35 * label.len() as f32;
        }
        let values: Vec<Part> = fact.values.iter().map(|value| layout.value(value)).collect();
        if (layout.page, layout.y) < below {
            layout.y = below.1;
        }
        layout.space(8.0);
        facts.push((label, values));
    }
    layout.space(36.0);
    let issued = layout.plain(&words.issued);

    let mut document = begin()?;
    let mut written = drawn(&mut document, &layout)?;

    let mut tags = TagTree::new().with_lang(Some(words.language.code().to_owned()));
    let mut all = |part: Part| -> Vec<Identifier> {
        written.get_mut(part).map_or_else(Vec::new, |some| some.iter_mut().filter_map(Option::take).collect())
    };
    let mut paragraph = |part: Part| group(TagGroup::new(Tag::P), all(part));
    let parts = [certifies, name, took_part, title].map(&mut paragraph);
    let issued = paragraph(issued);
    let title = layout.face(Weight::Semibold).legible(&words.heading);
    tags.push(group(TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(title))), all(heading)));
    for part in parts {
        tags.push(part);
    }
    let mut list = TagGroup::new(Tag::L(ListNumbering::None));
    for (label, values) in facts {
        let mut item = TagGroup::new(Tag::LI);
        item.push(group(TagGroup::new(Tag::Lbl), all(label)));
        let mut body = TagGroup::new(Tag::LBody);
        for value in values {
            body.push(group(TagGroup::new(Tag::P), all(value)));
        }
        item.push(body);
        list.push(item);
    }
    tags.push(list);
    tags.push(issued);
    document.set_tag_tree(tags);
    let titled =
        Titled { heading: &words.heading, document: &words.document, language: words.language, at: words.issued_at };
    finish(document, &titled, &layout.faces)
}

/// Draws the pages, and gives what the lines are called in the tags.
fn drawn(document: &mut Document, layout: &Layout) -> anyhow::Result<Vec<Option<Identifier>>> {
    let mut written = Vec::with_capacity(layout.lines.len());
    for number in 0..=layout.page {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| anyhow::anyhow!("no page of this size"))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        band(&mut surface);
        // Pages follow one another, so the lines come in the order of the layout.
        for line in layout.lines.iter().filter(|line| line.page == number) {
            let language = line.language.map(Language::code);
            written.push(Some(surface.start_tagged(ContentTag::Span(SpanTag::empty().with_lang(language)))));
            surface.set_fill(Some(fill(line.color)));
            let font = layout.face(line.weight).embedded.clone();
            let start = Point::from_xy(line.x, line.y);
            surface.draw_glyphs(start, &line.set.glyphs, font, &line.set.text, line.size, false);
            surface.end_tagged();
        }
        surface.finish();
        page.finish();
    }
    Ok(written)
}

/// The colour of the house along the top, which means nothing and is not read aloud.
fn band(surface: &mut Surface<'_>) {
    let Some(rect) = Rect::from_xywh(0.0, 0.0, WIDTH, BAND) else { return };
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    let Some(path) = path.finish() else { return };
    surface.start_tagged(ContentTag::Artifact(Artifact::new(ArtifactType::Background, Some(rect))));
    surface.set_fill(Some(fill(BLUE)));
    surface.draw_path(&path);
    surface.end_tagged();
}
