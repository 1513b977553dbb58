use super::*;
use proptest::prelude::*;

fn one(country: Country, typed: &str) -> String {
    match find(country, typed) {
        Found::One(m) => format!("{} {}", m.number, m.shown()),
        other => panic!("{typed}: {other:?}"),
    }
}

fn several(typed: &str) -> Vec<String> {
    match find(Country::No, typed) {
        Found::Several(found) => found.into_iter().map(Municipality::shown).collect(),
        other => panic!("{typed}: {other:?}"),
    }
}

#[test]
fn both_tables_are_whole() {
    let count = |land| Register::get().all().iter().filter(|m| m.land == land).count();
    assert_eq!((count(Land::No), count(Land::Se)), (357, 290));
}

#[test]
fn a_name_is_found_however_it_is_written() {
    for typed in ["Volda", "volda", " VOLDA ", "Volda kommune", "1577", "Volda (Møre og Romsdal)", "volda  Kommune"] {
        assert_eq!(one(Country::No, typed), "1577 Volda (Møre og Romsdal)", "{typed}");
    }
    for typed in ["Ålesund", "Alesund", "Aalesund", "A\u{30a}lesund"] {
        assert_eq!(one(Country::No, typed), "1508 Ålesund (Møre og Romsdal)", "{typed}");
    }
    assert_eq!(one(Country::No, "301"), "0301 Oslo (Oslo)");
    assert_eq!(one(Country::No, "Nord Fron"), "3436 Nord-Fron (Innlandet)");
}

#[test]
fn names_in_sami_and_kven_are_names_too() {
    for typed in ["Guovdageaidnu", "Kautokeino", "guovdageaidnu"] {
        assert!(one(Country::No, typed).starts_with("5612 "), "{typed}");
    }
    for typed in ["Snåase", "Snåsa"] {
        assert!(one(Country::No, typed).starts_with("5041 "), "{typed}");
    }
    for typed in ["Porsanger", "Porsáŋgu", "Porsanki", "porsangu"] {
        assert!(one(Country::No, typed).starts_with("5622 "), "{typed}");
    }
}

#[test]
fn a_shared_name_asks_which() {
    assert_eq!(several("Herøy"), ["Herøy (Møre og Romsdal)", "Herøy (Nordland)"]);
    assert_eq!(several("våler").len(), 2);
    assert_eq!(one(Country::No, "Herøy (Nordland)"), "1818 Herøy (Nordland)");
    assert_eq!(one(Country::No, "Våler i Østfold"), "3114 Våler (Østfold)");
}

#[test]
fn a_slip_of_the_fingers_asks_what_was_meant() {
    assert_eq!(several("Voldda").first().map(String::as_str), Some("Volda (Møre og Romsdal)"));
    assert_eq!(several("Stienkjer").first().map(String::as_str), Some("Steinkjer (Trøndelag)"));
    assert!(several("Fron").contains(&"Sør-Fron (Innlandet)".to_owned()));
    assert!(several("Vold").contains(&"Volda (Møre og Romsdal)".to_owned()));
}

#[test]
fn what_is_no_municipality_is_not_found() {
    for typed in ["", "   ", "Atlantis", "9999", "xx", "kommune", "%", "') OR 1=1 --"] {
        assert_eq!(find(Country::Both, typed), Found::Nothing, "{typed}");
    }
}

#[test]
fn swedish_names_likewise_and_only_where_they_are_asked_for() {
    for typed in ["Malmö", "Malmö stad", "malmo", "Malmö kommun", "1280"] {
        assert_eq!(one(Country::Se, typed), "1280 Malmö (Skåne län)", "{typed}");
    }
    assert_eq!(one(Country::Se, "Göteborgs stad"), "1480 Göteborg (Västra Götalands län)");
    assert_eq!(one(Country::Both, "Torsby"), "1737 Torsby (Värmlands län)");
    assert_eq!(one(Country::Both, "Volda"), "1577 Volda (Møre og Romsdal)");
    assert_eq!(find(Country::No, "Jokkmokk"), Found::Nothing);
}

#[test]
fn every_suggestion_is_understood() {
    for country in [Country::No, Country::Se, Country::Both] {
        for suggestion in Register::get().suggestions(country) {
            assert!(
                matches!(find(country, &suggestion), Found::One(_)),
                "{suggestion}: {:?}",
                find(country, &suggestion)
            );
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_answered(typed in "\\PC{0,120}") {
        if let Found::Several(found) = find(Country::Both, &typed) {
            prop_assert!(!found.is_empty() && found.len() <= MOST_OFFERED);
        }
    }

    #[test]
    fn capitals_and_spaces_never_matter(index in 0usize..647, spaces in 0usize..3) {
        let m = &Register::get().all()[index];
        let country = if m.land == Land::No { Country::No } else { Country::Se };
        let typed = format!("{}{}  ", " ".repeat(spaces), m.shown().to_uppercase());
        prop_assert_eq!(find(country, &typed), Found::One(m));
    }
}
