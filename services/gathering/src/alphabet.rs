//! The order of names on paper: æ ø å come last, and å ä ö in Swedish; other marks on letters do not count.

use proto::Language;

/// What names are sorted by.
pub(crate) fn key(language: Language, name: &str) -> (Vec<u32>, String) {
    let last = u32::from('z');
    let order = |letter: char| match (letter, language) {
        ('å', Language::Sv) => last + 1,
        ('æ' | 'ä', Language::Sv) => last + 2,
        ('ø' | 'ö', Language::Sv) => last + 3,
        ('æ' | 'ä', _) => last + 1,
        ('ø' | 'ö', _) => last + 2,
        ('å', _) => last + 3,
        ('á' | 'à' | 'â' | 'ã', _) => u32::from('a'),
        ('é' | 'è' | 'ê' | 'ë', _) => u32::from('e'),
        ('í' | 'ì' | 'î' | 'ï', _) => u32::from('i'),
        ('ó' | 'ò' | 'ô', _) => u32::from('o'),
        ('ú' | 'ù' | 'ü', _) => u32::from('u'),
        ('č' | 'ç', _) => u32::from('c'),
        ('đ' | 'ð', _) => u32::from('d'),
        ('ŋ' | 'ñ', _) => u32::from('n'),
        ('š', _) => u32::from('s'),
        ('ž', _) => last,
        (other, _) => u32::from(other),
    };
    let letters = name.chars().flat_map(char::to_lowercase).filter(|letter| letter.is_alphanumeric() || *letter == ' ');
    (letters.map(order).collect(), name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(language: Language, names: &str) -> String {
        let mut names: Vec<&str> = names.split(' ').collect();
        names.sort_by_key(|name| key(language, name));
        names.join(" ")
    }

    #[test]
    fn each_language_has_its_last_letters() {
        assert_eq!(sorted(Language::Nn, "Åse Østen Ærlig zoe Émile eva"), "Émile eva zoe Ærlig Østen Åse");
        assert_eq!(sorted(Language::Sv, "Örjan Ärla Åsa zoe"), "zoe Åsa Ärla Örjan");
    }
}
