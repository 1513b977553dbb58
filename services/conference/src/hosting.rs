//! Decision: which municipality hosts a conference, from what a file or an organiser says.

use municipalities::{Found, Land, Municipality, find, numbered};
use proto::event::Country;

/// What somebody typed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Typed {
    /// No municipality.
    Nothing,
    One(&'static Municipality),
    /// It could be any of these; never empty.
    Several(Vec<&'static Municipality>),
    Unknown,
}

/// The municipality that is kept like this: country and number, `no-1806`.
pub(crate) fn kept(value: &str) -> Option<&'static Municipality> {
    let (land, number) = value.split_once('-')?;
    numbered(Land::coded(land)?, number)
}

pub(crate) fn typed(text: &str) -> Typed {
    match (text.trim(), find(Country::Both, text)) {
        ("", _) => Typed::Nothing,
        (_, Found::One(one)) => Typed::One(one),
        (_, Found::Several(several)) => Typed::Several(several),
        (_, Found::Nothing) => Typed::Unknown,
    }
}

/// What is said to somebody whose file has no municipality like this.
pub(crate) fn advice(value: &str) -> String {
    let begins = format!("`{value}` is no municipality: write country and number, like \"no-1806\"");
    let meant = match typed(value) {
        Typed::One(one) => vec![one],
        Typed::Several(several) => several,
        Typed::Nothing | Typed::Unknown => return begins,
    };
    let meant: Vec<String> = meant.iter().map(|one| format!("\"{}\" for {}", one.value(), one.shown())).collect();
    format!("{begins}; {}", meant.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{Typed, advice, kept, typed};

    #[test]
    fn a_municipality_is_known_by_country_and_number() {
        assert_eq!(kept("no-1806").map(|one| one.shown()), Some("Narvik (Nordland)".to_owned()));
        assert_eq!(kept("se-1781").map(|one| one.name.as_str()), Some("Kristinehamn"));
        for wrong in ["1806", "se-1806", "no-", "no-9999", "dk-0101", "", "narvik"] {
            assert_eq!(kept(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_typed_is_one_several_or_none() {
        assert!(matches!(typed(" narvik "), Typed::One(one) if one.number == "1806"));
        assert!(matches!(typed("Herøy"), Typed::Several(several) if several.len() == 2));
        assert_eq!(typed("  "), Typed::Nothing);
        assert_eq!(typed("Atlantis i havet"), Typed::Unknown);
    }

    #[test]
    fn a_file_is_told_what_it_may_have_meant() {
        assert!(advice("Narvik").ends_with("; \"no-1806\" for Narvik (Nordland)"), "{}", advice("Narvik"));
        assert!(advice("atlantis i havet").ends_with("like \"no-1806\""));
    }
}
