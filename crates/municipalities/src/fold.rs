//! The shape in which names are compared: small letters without marks, single spaces between words.

/// Words that say only that it is a municipality, in the languages of the names.
const KINDS: [&str; 10] =
    ["kommune", "kommun", "kommuni", "komuuni", "stad", "herad", "suohkan", "gielda", "tjielte", "tjaelte"];

/// Small letters, no accents, anything else than letters and digits a space.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase) {
        match character {
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
            // Marks that stand apart from their letter, as some keyboards and all Macs' file names have them.
            '\u{300}'..='\u{36f}' => {}
            other if other.is_alphanumeric() => folded.push(other),
            _ => folded.push(' '),
        }
    }
    // Older spellings of å and ø; names and what is typed go the same way.
    let folded = folded.replace("aa", "a").replace("oe", "o");
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The folded text, also without "kommune", "kommun", "stad" and their like, which may stand in the genitive.
pub(super) fn shapes(text: &str) -> Vec<String> {
    let whole = fold(text);
    let words: Vec<&str> = whole.split(' ').collect();
    let mut shapes = vec![whole.clone()];
    if let [name @ .., kind] = words.as_slice()
        && KINDS.contains(kind)
        && !name.is_empty()
    {
        let bare = name.join(" ");
        if let Some(nominative) = bare.strip_suffix('s') {
            shapes.push(nominative.to_owned());
        }
        shapes.push(bare);
    }
    shapes
}
