use crate::numbers::locale_of;
use icu::collator::{CollatorBorrowed, options::CollatorOptions};
use proto::Language;
use std::cmp::Ordering;

/// What comes before what in the alphabet of a language.
pub(crate) fn order(language: Language) -> impl Fn(&str, &str) -> Ordering + Send + Sync {
    let collator = CollatorBorrowed::try_new(locale_of(language).into(), CollatorOptions::default());
    move |one, other| match &collator {
        Ok(collator) => collator.compare(one, other),
        // Data are built in for every language there is.
        Err(_) => one.cmp(other),
    }
}

/// Where a text stands in the alphabet of a language: bytes to compare, made once for each text where many are put in order.
pub(crate) fn place(language: Language) -> impl Fn(&str) -> Vec<u8> + Send + Sync {
    let collator = CollatorBorrowed::try_new(locale_of(language).into(), CollatorOptions::default());
    move |text| match &collator {
        Ok(collator) => {
            let mut key = Vec::with_capacity(2 * text.len());
            let Ok(()) = collator.write_sort_key_to(text, &mut key);
            key
        }
        Err(_) => text.as_bytes().to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_an_alphabet_of_its_own() {
        let sorted = |language| {
            let mut names = ["Åse", "østby", "Ärla", "Zara", "anna", "Anders", "Ægir", "Aase"];
            let order = order(language);
            let place = place(language);
            names.sort_by(|one, other| order(one, other));
            for pair in names.windows(2) {
                assert_eq!(place(pair[0]).cmp(&place(pair[1])), order(pair[0], pair[1]), "{pair:?}");
            }
            names
        };
        for norwegian in [Language::Nn, Language::Nb] {
            assert_eq!(sorted(norwegian), ["Anders", "anna", "Zara", "Ægir", "Ärla", "østby", "Åse", "Aase"]);
        }
        let swedish = sorted(Language::Sv);
        assert_eq!(swedish[..5], ["Aase", "Anders", "anna", "Zara", "Åse"]);
        assert_eq!(sorted(Language::En)[..2], ["Aase", "Ægir"]);
    }
}
