//! Every page in every language, from its samples.

use proto::Language;

#[test]
fn every_page_renders_in_every_language() {
    let text = registration::templates(&text::Text::new());
    let pages = host::testing::render_all(&text, &registration::pages());
    assert!(pages.len() >= 4 * 30, "{}", pages.len());
    for (name, language, page) in &pages {
        assert!(
            !page.contains("<script>alert") && !page.contains("50337"),
            "{name} in {language} lets typed text through"
        );
    }
}

#[test]
fn every_input_has_a_label_or_is_hidden() {
    let text = registration::templates(&text::Text::new());
    for (name, language, page) in host::testing::render_all(&text, &registration::pages()) {
        for input in ["<input", "<select", "<textarea"].iter().flat_map(|tag| page.split(tag).skip(1)) {
            let input = input.split('>').next().unwrap_or_default();
            if input.contains("type=\"hidden\"") {
                continue;
            }
            let id = input.split(" id=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
            assert!(page.contains(&format!("for=\"{id}\"")), "{name} in {language}: no label for {input}");
        }
        assert_eq!(page.matches("<fieldset").count(), page.matches("<legend").count(), "{name} in {language}");
        assert_eq!(page.matches("<h1").count(), 1, "{name} in {language}");
    }
}

#[test]
fn a_form_with_mistakes_says_so_first() {
    let text = registration::templates(&text::Text::new());
    let pages = host::testing::render_all(&text, &registration::pages());
    let wrong = |language| pages.iter().find(|(name, l, _)| name == "registration-form-3" && *l == language).unwrap();
    let (_, _, nynorsk) = wrong(Language::Nn);
    assert!(nynorsk.contains("<title>Feil: Meld deg på nettverkssamling"), "{}", &nynorsk[..600]);
    assert!(nynorsk.find("ds-error-summary").unwrap() < nynorsk.find("<h1").unwrap());
    assert!(nynorsk.contains("E-postadressa må innehalde @, til dømes kari@kommune.no"));
    assert!(nynorsk.contains("Kva kommune meinte du?") && nynorsk.contains("Volda (Møre og Romsdal)"));
    assert!(wrong(Language::Sv).2.contains("<title>Fel: Anmäl dig till"));
    assert!(wrong(Language::En).2.contains("<title>Error: Sign up for"));
}
