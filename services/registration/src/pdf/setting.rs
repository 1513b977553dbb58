//! Sets text: letters become glyphs of the typeface, and lines that fit.

use harfrust::{Direction, FontRef, ShapeOptions, Shaper, ShaperData, UnicodeBuffer};
use krilla::text::{Font, GlyphId, KrillaGlyph};

/// What stands for letters that the typeface lacks.
const MISSING: [&str; 2] = ["□", "?"];

/// From one line of a text that was made to fit to the next, at size 1.
const LEADING: f32 = 1.2;
/// By how much smaller is tried next.
const SMALLER: f32 = 0.9;
/// Below it nothing is read; what does not fit then stands outside its box and is not cut.
const SMALLEST: f32 = 3.0;

/// One weight of the typeface.
pub(crate) struct Face {
    font: FontRef<'static>,
    data: ShaperData,
    pub(crate) embedded: Font,
}

/// Glyphs of one line, and how wide it is at size 1.
pub(crate) struct Set {
    pub(crate) text: String,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    pub(crate) width: f32,
}

/// A text that was made to fit into a box.
pub(crate) struct Fitted {
    pub(crate) size: f32,
    pub(crate) lines: Vec<Set>,
}

impl Fitted {
    /// From one line to the next.
    pub(crate) fn leading(&self) -> f32 {
        self.size * LEADING
    }
}

impl Face {
    pub(crate) fn new(file: &'static [u8]) -> anyhow::Result<Self> {
        let font = FontRef::new(file)?;
        let embedded = Font::new(file.into(), 0).ok_or_else(|| anyhow::anyhow!("the typeface cannot be read"))?;
        Ok(Self { data: ShaperData::new(&font), font, embedded })
    }

    /// A text as large as it fits into a box of this width and height, but no larger than this. All of it is there, and words
    /// stay whole as long as they can be read from afar.
    pub(crate) fn fit(&self, text: &str, (width, height): (f32, f32), largest: f32) -> Fitted {
        let mut size = largest;
        loop {
            let lines = self.lines(text, size, width);
            let fits = lines.len() as f32 * size * LEADING <= height;
            let breaks = lines.iter().rev().skip(1).any(|line| !line.text.ends_with(' '));
            if (fits && (!breaks || size < largest / 2.0)) || size * SMALLER < SMALLEST {
                return Fitted { size, lines };
            }
            size *= SMALLER;
        }
    }

    /// A text in lines of this width. Words that are longer than a line are broken where it ends.
    pub(crate) fn lines(&self, text: &str, size: f32, room: f32) -> Vec<Set> {
        let shaper = self.data.shaper(&self.font).build();
        let room = room / size;
        let mut lines: Vec<String> = Vec::new();
        for word in self.legible(text).split_whitespace() {
            if let Some(line) = lines.last_mut() {
                let longer = format!("{line} {word}");
                if self.set(&shaper, &longer).width <= room {
                    *line = longer;
                    continue;
                }
                // The space stays, unseen, so that those who read aloud or copy hear two words.
                line.push(' ');
            }
            lines.extend(self.broken(&shaper, word, room));
        }
        lines.iter().map(|line| self.set(&shaper, line)).collect()
    }

    fn broken(&self, shaper: &Shaper<'_>, word: &str, room: f32) -> Vec<String> {
        let mut parts = Vec::new();
        let mut rest = word;
        loop {
            let set = self.set(shaper, rest);
            let mut width = 0.0;
            let past = set.glyphs.iter().find(|glyph| {
                width += glyph.x_advance;
                width > room && glyph.text_range.start > 0
            });
            let (part, after) =
                rest.split_at_checked(past.map_or(rest.len(), |glyph| glyph.text_range.start)).unwrap_or((rest, ""));
            parts.push(part.to_owned());
            if after.is_empty() {
                return parts;
            }
            rest = after;
        }
    }

    /// The text with a mark for every run of letters that cannot be shown, and without what nobody sees.
    pub(crate) fn legible(&self, text: &str) -> String {
        let shaper = self.data.shaper(&self.font).build();
        let mark = MISSING.into_iter().find(|mark| self.set(&shaper, mark).lacks().is_empty()).unwrap_or(" ");
        let seen = text.chars().filter(|letter| !is_unseen(*letter)).map(|letter| match letter {
            letter if letter.is_whitespace() || letter.is_control() => ' ',
            letter if is_private(letter) => char::REPLACEMENT_CHARACTER,
            letter => letter,
        });
        let text: String = seen.collect();
        let mut legible = String::with_capacity(text.len());
        // Word by word: a word of another script does not decide how the next is set.
        for word in text.split_whitespace() {
            let lacks = self.set(&shaper, word).lacks();
            let mut letters = String::new();
            for (at, letter) in word.char_indices() {
                if letter != char::REPLACEMENT_CHARACTER && !lacks.iter().any(|range| range.contains(&at)) {
                    letters.push(letter);
                } else if !letters.ends_with(mark) {
                    letters.push_str(mark);
                }
            }
            if !legible.is_empty() {
                legible.push(' ');
            }
            legible.push_str(&letters);
        }
        legible
    }

    fn set(&self, shaper: &Shaper<'_>, text: &str) -> Set {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let shaped = shaper.shape(buffer, ShapeOptions::default());
        let unit = self.embedded.units_per_em();
        let (infos, positions) = (shaped.glyph_infos(), shaped.glyph_positions());
        // From left to right, what follows in the text follows here too.
        let end = |number: usize, from: u32| {
            let next = infos.iter().skip(number).map(|info| info.cluster).find(|cluster| *cluster > from);
            next.map_or(text.len(), |next| next as usize)
        };
        let glyphs: Vec<KrillaGlyph> = infos
            .iter()
            .zip(positions)
            .enumerate()
            .map(|(number, (info, at))| {
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    at.x_advance as f32 / unit,
                    at.x_offset as f32 / unit,
                    at.y_offset as f32 / unit,
                    at.y_advance as f32 / unit,
                    info.cluster as usize..end(number, info.cluster),
                    None,
                )
            })
            .collect();
        let width = glyphs.iter().map(|glyph| glyph.x_advance).sum();
        Set { text: text.to_owned(), glyphs, width }
    }
}

impl Set {
    /// The parts of the text for which there is no glyph.
    fn lacks(&self) -> Vec<std::ops::Range<usize>> {
        self.glyphs.iter().filter(|glyph| glyph.glyph_id.to_u32() == 0).map(|glyph| glyph.text_range.clone()).collect()
    }
}

/// What is never drawn by itself: joiners, directions, variants of other letters, tags.
const fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Letters that mean something else to everybody.
const fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}
