//! Every page in every language, from its samples.

#[test]
fn every_page_renders_in_every_language_and_lets_nothing_through() {
    let text = crate::templates(&text::Text::new());
    let pages = host::testing::render_all(&text, &crate::pages());
    assert!(pages.len() >= 4 * 25, "{}", pages.len());
    for (name, language, page) in &pages {
        assert!(!page.contains("<script>alert") && !page.contains("<b>Nils"), "{name} in {language}");
        assert_eq!(page.matches("<h1").count(), 1, "{name} in {language}");
        for input in ["<input", "<select", "<textarea"].iter().flat_map(|tag| page.split(tag).skip(1)) {
            let input = input.split('>').next().unwrap_or_default();
            if input.contains("type=\"hidden\"") {
                continue;
            }
            let id = input.split(" id=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
            assert!(page.contains(&format!("for=\"{id}\"")), "{name} in {language}: no label for {input}");
        }
    }
}
