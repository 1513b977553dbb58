use super::*;

const GOOD: &str = r#"
[[organisation]]
slug = "distriktssenteret"
name = { nn = "Distriktssenteret", en = "Centre for Rural Development" }
required_languages = ["nn", "nb"]
sender = "pamelding@example.org"
accessibility_statement = "https://uustatus.no/nn/erklaringer/publisert/1"
privacy_notice = "https://example.org/personvern"
retention_days = 180
"#;

/// What is wrong when one line is another, and the line and column where it is said to be.
fn check(line: &str, instead: &str, expected: &[(usize, usize, What)]) {
    assert!(GOOD.contains(line), "{line}");
    let text = GOOD.replace(line, instead);
    let faults = read(&text).expect_err(instead);
    let found: Vec<_> = faults
        .into_iter()
        .map(|fault| {
            let (line, column) = position(&text, fault.at);
            (line, column, fault.what)
        })
        .collect();
    assert_eq!(found, expected, "{instead}");
}

#[test]
fn a_good_file_is_read() {
    let organisations = read(GOOD).expect("good");
    assert_eq!(organisations.len(), 1);
    let organisation = &organisations[0].organisation;
    assert_eq!(organisation.name.get(Language::Nb), "Distriktssenteret");
    assert_eq!(organisation.required_languages, [Language::Nn, Language::Nb]);
    assert_eq!((organisation.retention_days, &organisations[0].logo), (180, &None));
}

#[test]
fn a_logo_is_a_file_beside_this_one_with_words_for_those_who_do_not_see_it() {
    let good = format!("{GOOD}logo = {{ file = \" d.png \", alt = {{ nn = \"Ein raud firkant\" }} }}\n");
    let logo = read(&good).expect("good").remove(0).logo.expect("a logo");
    assert_eq!((logo.name.as_str(), logo.alt.get(Language::Nb)), ("d.png", "Ein raud firkant"));
    assert_eq!(position(&good, logo.at), (10, 17));
    for wrong in [
        "\"d.png\"",
        "{ file = \"d.png\" }",
        "{ file = \"d.png\", alt = {} }",
        "{ file = \"d.png\", alt = { nn = \" \" } }",
        "{ file = \"d.png\", alt = { no = \"Raud\" } }",
        "{ file = \"../d.png\", alt = { nn = \"Raud\" } }",
        "{ file = \".d.png\", alt = { nn = \"Raud\" } }",
        "{ file = \"d.png\", alt = { nn = \"Raud\" }, size = 3 }",
    ] {
        let line = format!("retention_days = 180\nlogo = {wrong}");
        check("retention_days = 180", &line, &[(10, 8, What::Logo)]);
    }
}

#[test]
fn every_fault_is_told_where_it_stands() {
    check(
        "slug = \"distriktssenteret\"",
        "slug = \"Distrikts senteret\"",
        &[(3, 8, What::Slug { slug: "Distrikts senteret".to_owned() })],
    );
    check("slug = ", "# slug = ", &[(2, 1, What::Missing { key: "slug" })]);
    check("slug = \"distriktssenteret\"", "slug = 7", &[(3, 8, What::NotText { key: "slug" })]);
    check(
        "nn = \"Distriktssenteret\"",
        "no = \"Distriktssenteret\"",
        &[(4, 10, What::UnknownLanguage { code: "no".to_owned() })],
    );
    check("nn = \"Distriktssenteret\"", "nn = \" \"", &[(4, 15, What::NotTextByLanguage { key: "name" })]);
    check("[\"nn\", \"nb\"]", "[\"nn\", \"no\"]", &[(5, 29, What::UnknownLanguage { code: "no".to_owned() })]);
    check("[\"nn\", \"nb\"]", "\"nn\"", &[(5, 22, What::NotListOfLanguages { key: "required_languages" })]);
    check("pamelding@example.org", "pamelding", &[(6, 10, What::Sender)]);
    check("https://uustatus.no", "http://uustatus.no", &[(7, 27, What::NotHttps { key: "accessibility_statement" })]);
    check("https://example.org", "javascript:alert", &[(8, 18, What::NotHttps { key: "privacy_notice" })]);
    for days in ["731", "0", "-1", "\"180\"", "0xff", "1.5"] {
        check("retention_days = 180", &format!("retention_days = {days}"), &[(9, 18, What::Retention { most: 730 })]);
    }
    check(
        "retention_days = 180",
        "retention_days = 180\ncolour = \"red\"",
        &[(10, 1, What::UnknownKey { key: "colour".to_owned() })],
    );
}

#[test]
fn several_faults_are_told_at_once_in_the_order_of_the_file() {
    let text = GOOD.replace("sender = ", "sendar = ").replace("180", "900");
    let lines: Vec<_> =
        read(&text).expect_err("three faults").iter().map(|fault| position(&text, fault.at).0).collect();
    assert_eq!(lines, [2, 6, 9]);
}

#[test]
fn the_same_slug_twice_an_empty_file_and_no_toml_are_told() {
    let twice = format!("{GOOD}{GOOD}");
    let faults = read(&twice).expect_err("twice");
    assert_eq!(faults.len(), 1);
    assert_eq!(position(&twice, faults[0].at), (12, 8));
    assert_eq!(read(""), Err(vec![Fault { at: 0, what: What::NoOrganisation }]));
    let faults = read("[[organisation]]\nslug = ").expect_err("no TOML");
    assert!(matches!(faults[0].what, What::NotToml { .. }));
    let faults = read("organisation = 5").expect_err("not a table");
    assert!(matches!(faults[0].what, What::UnknownKey { .. }));
}

#[test]
fn columns_are_counted_in_characters() {
    assert_eq!(position("a = 1\nåæø = 2", 6 + 7), (2, 5));
}
