//! Signs to stand on tables: a sheet each, folded once lengthwise, so that the name is read from both sides.

use super::{Badge, Words};
use crate::pdf::drawing::{artifact, heading, high, widest, write};
use crate::pdf::setting::Fitted;
use crate::pdf::{A4, DARK, Faces, Titled, Weight, begin, finish, group};
use krilla::geom::{Rect, Transform};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagTree};

// The paper lies.
const WIDTH: f32 = A4.1;
const HEIGHT: f32 = A4.0;
const FOLD: f32 = HEIGHT / 2.0;
const INSET: f32 = 45.0;
/// The name and what stands below it: how high each may be, and how large at most.
const NAME: (f32, f32) = (150.0, 92.0);
const BELOW: (f32, f32) = (64.0, 36.0);
const GAP: f32 = 14.0;
/// The length of a mark to fold along, and how thick it is.
const MARK: f32 = 18.0;
const THIN: f32 = 0.4;

/// The file.
pub(crate) fn draw(badges: &[Badge], words: &Words) -> anyhow::Result<Vec<u8>> {
    let faces = Faces::new()?;
    let mut document = begin()?;
    let mut tags = TagTree::new().with_lang(Some(words.language.code().to_owned()));
    for badge in badges {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| anyhow::anyhow!("no page of this size"))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        let marks = [0.0, WIDTH - MARK].map(|x| Rect::from_xywh(x, FOLD - THIN / 2.0, MARK, THIN));
        artifact(&mut surface, &marks.into_iter().flatten().collect::<Vec<_>>(), DARK);
        let sign = Sign::of(badge, &faces);
        let (name, below) = sign.write(&mut surface, &faces, ContentTag::Span(SpanTag::empty()));
        // The same upside down on the other side, which is read aloud once only.
        surface.push_transform(&Transform::from_row(-1.0, 0.0, 0.0, -1.0, WIDTH, HEIGHT));
        let side = Rect::from_xywh(0.0, 0.0, WIDTH, FOLD);
        sign.write(&mut surface, &faces, ContentTag::Artifact(Artifact::new(ArtifactType::Background, side)));
        surface.pop();
        surface.finish();
        page.finish();
        let mut section = TagGroup::new(Tag::Section);
        section.push(heading(&faces, &badge.name, name));
        if !below.is_empty() {
            section.push(group(TagGroup::new(Tag::P), below));
        }
        tags.push(section);
    }
    document.set_tag_tree(tags);
    let titled = Titled { heading: &words.heading, document: &words.document, language: words.language, at: words.at };
    finish(document, &titled, &faces)
}

struct Sign {
    name: Fitted,
    below: Fitted,
}

impl Sign {
    fn of(badge: &Badge, faces: &Faces) -> Self {
        let width = WIDTH - 2.0 * INSET;
        let below = badge.affiliation.as_deref().unwrap_or_default();
        Self {
            name: faces.of(Weight::Semibold).fit(&badge.name, (width, NAME.0), NAME.1),
            below: faces.of(Weight::Regular).fit(below, (width, BELOW.0), BELOW.1),
        }
    }

    /// Writes in the middle of the half below the fold, and gives what the lines of both are called in the tags.
    fn write(
        &self,
        surface: &mut Surface<'_>,
        faces: &Faces,
        tag: ContentTag<'_>,
    ) -> (Vec<Identifier>, Vec<Identifier>) {
        let top = FOLD + (FOLD - high(&self.name) - GAP - high(&self.below)) / 2.0;
        let mut centred = |fitted: &Fitted, weight, top| {
            let left = (WIDTH - widest(fitted)) / 2.0;
            write(surface, faces, fitted, (weight, DARK), (left, top), tag)
        };
        let name = centred(&self.name, Weight::Semibold, top);
        (name, centred(&self.below, Weight::Regular, top + high(&self.name) + GAP))
    }
}
