use host::testing::render_all;
use text::Text;

#[test]
fn every_page_renders_in_every_language() {
    let text = portal::templates(&Text::new());
    let pages = render_all(&text, &portal::pages());
    assert_eq!(pages.len(), portal::pages().len() * 4);
    for (name, language, page) in pages {
        assert!(!page.contains("portal-") || !page.contains(">portal-"), "{name} in {language} shows a key");
    }
}
