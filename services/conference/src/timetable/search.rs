//! Looking for something in the programme: every word of what was asked has to be in title, text, track, room or a name,
//! in whichever language it is written.

use super::{Listing, Timetable};
use proto::Localised;

/// More words than anybody types; the rest is not looked at.
const MOST_WORDS: usize = 12;

impl Timetable {
    /// What has all the words asked for, in order of time. Nothing is found when nothing is asked.
    pub(crate) fn search(&self, asked: &str) -> Vec<&Listing> {
        let asked = fold(asked);
        let words: Vec<&str> = asked.split(' ').filter(|word| !word.is_empty()).take(MOST_WORDS).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let pairs = self.listings.iter().zip(&self.folded);
        pairs.filter(|(_, folded)| words.iter().all(|word| folded.contains(word))).map(|(listing, _)| listing).collect()
    }

    /// Everything that a listing can be found by.
    pub(super) fn found_by(&self, listing: &Listing) -> String {
        let told = self.sessions.get(&listing.session);
        let texts = [
            Some(&listing.title),
            told.map(|told| &told.description),
            listing.track.as_ref().map(|track| &track.name),
            listing.room.as_ref().map(|room| &room.name),
        ];
        let mut all: Vec<&str> = texts.into_iter().flatten().flat_map(written).collect();
        for (speaker, _) in told.into_iter().flat_map(|told| self.taking_part(told)) {
            all.extend([speaker.name.as_str(), speaker.organisation.as_str()]);
            all.extend(written(&speaker.role));
        }
        fold(&all.join("\n"))
    }
}

fn written(texts: &Localised) -> impl Iterator<Item = &str> {
    texts.0.values().map(String::as_str)
}

/// Small letters without marks, single spaces between words: "Måløy" is found by "maloy".
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'å' | 'ä' | 'á' | 'à' | 'â' | 'ã' => folded.push('a'),
            'æ' => folded.push_str("ae"),
            'ø' | 'ö' | 'ó' | 'ò' | 'ô' | 'õ' => folded.push('o'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'í' | 'ì' | 'î' | 'ï' => folded.push('i'),
            'ú' | 'ù' | 'û' | 'ü' => folded.push('u'),
            'č' | 'ç' => folded.push('c'),
            'đ' | 'ð' => folded.push('d'),
            'ŋ' | 'ń' | 'ñ' => folded.push('n'),
            'š' => folded.push('s'),
            'ŧ' => folded.push('t'),
            'ž' => folded.push('z'),
            'ý' => folded.push('y'),
            // Marks that stand apart from their letter, and hyphens that only say where a word may be broken.
            '\u{300}'..='\u{36f}' | '\u{ad}' => {}
            other if other.is_alphanumeric() => folded.push(other),
            _ => folded.push(' '),
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}
