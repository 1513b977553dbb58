//! What templates may do and what stops them.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it must be")]

use proto::Language::{self, En, Nn};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use text::Text;

/// A folder of templates of its own for a test.
fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}-{}", std::process::id()));
    fs::create_dir_all(folder.join("test")).unwrap();
    folder
}

/// Renders one template from a folder.
fn render(test: &str, name: &str, source: &str, language: Language, context: &Value) -> Result<String, text::Error> {
    let folder = folder(test);
    fs::write(folder.join("test").join(name), source).unwrap();
    let rendered = Text::new().overlaid(folder.clone()).render(&format!("test/{name}"), language, context);
    fs::remove_dir_all(folder).unwrap();
    rendered
}

#[track_caller]
fn fails(test: &str, source: &str, context: &Value, with: &str) {
    let error = render(test, "page.html", source, Nn, context).unwrap_err().to_string();
    assert!(error.contains(with), "{error}");
}

#[test]
fn html_is_escaped_and_text_is_not() {
    let context = json!({ "name": "<b>Åse & co</b>" });
    let html = render("escape", "page.html", "{{ name }}", Nn, &context).unwrap();
    assert_eq!(html, "&lt;b&gt;Åse &amp; co&lt;/b&gt;");
    assert_eq!(render("plain", "letter.txt", "{{ name }}", Nn, &context).unwrap(), "<b>Åse & co</b>");
}

#[test]
fn words_are_escaped_with_what_they_are_formed_around() {
    let context = json!({ "day": "<i>i dag</i>" });
    let html = render("word", "page.html", r#"{{ t("date-span", from=day, to=2) }}"#, Nn, &context).unwrap();
    assert_eq!(html, "&lt;i&gt;i dag&lt;/i&gt; – 2");
}

#[test]
fn what_is_missing_is_an_error() {
    fails("variable", "{{ nobody }}", &json!({}), "undefined");
    fails("field", "{{ event.nothing }}", &json!({ "event": {} }), "undefined");
    fails("key", r#"{{ t("no-such-key") }}"#, &json!({}), "no language has the key `no-such-key`");
    fails("argument", r#"{{ t("date-span", from=1) }}"#, &json!({}), "`date-span` lacks the argument `to`");
    fails("none", r#"{{ t("date-clock", time=at) }}"#, &json!({ "at": null }), "has no value");
    fails("nothing", "{{ venue }}", &json!({ "venue": null }), "the value is none");
    fails("template", r#"{% include "test/other.html" %}"#, &json!({}), "test/other.html");
    fails("zone", r#"{{ date("2027-03-16T09:00:00Z", "Europe/Sogndal") }}"#, &json!({}), "time zone");
    fails("time", r#"{{ date("16.3.2027", "Europe/Oslo") }}"#, &json!({}), "RFC 3339");
}

#[test]
fn an_endless_template_ends_with_an_error() {
    let source = "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}x{% endfor %}{% endfor %}{% endfor %}";
    fails("endless", source, &json!({}), "fuel");
}

#[test]
fn an_error_does_not_quote_what_the_page_was_about() {
    let context = json!({ "name": "Kari Nordmann", "list": ["kari@kommune.no"] });
    let error = render("quiet", "page.html", "{{ name }} {{ list }} {{ nobody }}", Nn, &context).unwrap_err();
    let shown = format!("{error} {error:?} {error:#}");
    assert!(!shown.contains("Kari") && !shown.contains("kari@"), "{shown}");
    assert!(shown.contains("test/page.html"), "{shown}");
}

#[test]
fn dates_and_languages_in_templates() {
    let context = json!({
        "event": { "starts_at": "2027-03-16T09:00:00Z", "ends_at": "2027-03-16T10:30:00Z", "timezone": "Europe/Oslo",
            "title": { "nb": "Stedsutvikling", "sv": "Platsutveckling" } },
    });
    let source = r#"{{ lang }} {{ localised(event.title) }} ({{ lang_of(event.title) }})
{{ when(event.starts_at, event.ends_at, event.timezone) }}
{{ date(event.starts_at, event.timezone, weekday=false) }} {{ time(event.ends_at, event.timezone) }} {{ number(1250) }}"#;
    let letter = |language| render("dates", "letter.txt", source, language, &context).unwrap();
    assert_eq!(
        letter(Nn),
        "nn Stedsutvikling (nb)\ntysdag 16. mars 2027 kl. 10.00–11.30\n16. mars 2027 kl. 11.30 1\u{a0}250"
    );
    assert_eq!(letter(En), "en Stedsutvikling (nb)\nTuesday 16 March 2027, 10:00–11:30\n16 March 2027 11:30 1,250");
}

#[test]
fn paragraphs_of_plain_text() {
    let context = json!({ "about": "Fyrste\nline <b>.\r\n\r\n\r\nAndre avsnitt.\n" });
    let html = render("paragraphs", "page.html", "{{ about | paragraphs }}", Nn, &context).unwrap();
    assert_eq!(html, "<p>Fyrste<br>line &lt;b&gt;.</p>\n<p>Andre avsnitt.</p>\n");
    let none = render("paragraphs", "page.html", "{{ about | paragraphs }}", Nn, &json!({ "about": " \n " })).unwrap();
    assert_eq!(none, "");
}

#[test]
fn tags_leave_no_blank_lines_in_a_letter() {
    let source = "Hei!\n{% if online %}\nPå nett.\n{% endif %}\nHelsing\n";
    assert_eq!(render("lines", "l.txt", source, Nn, &json!({ "online": true })).unwrap(), "Hei!\nPå nett.\nHelsing");
    assert_eq!(render("lines2", "l.txt", source, Nn, &json!({ "online": false })).unwrap(), "Hei!\nHelsing");
}

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/tests/templates"]
struct Templates;

#[test]
fn a_folder_comes_before_the_program_and_changes_are_seen() {
    let folder = folder("overlay");
    let text = Text::new().with::<Templates>("test").overlaid(folder.clone());
    let hello = || text.render("test/hello.txt", Nn, &json!({ "name": "Kari" })).unwrap();
    assert_eq!(hello(), "Hei Kari!");
    fs::write(folder.join("test/hello.txt"), "God dag, {{ name }}!").unwrap();
    assert_eq!(hello(), "God dag, Kari!");
    fs::remove_file(folder.join("test/hello.txt")).unwrap();
    assert_eq!(hello(), "Hei Kari!");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_name_stays_below_its_folder() {
    let folder = folder("outside");
    fs::write(folder.join("secret.txt"), "secret").unwrap();
    let text = Text::new().overlaid(folder.join("test"));
    for name in ["../secret.txt", "test/../../secret.txt", "/etc/hostname", "test\\..\\..\\secret.txt", "./x"] {
        let error = text.render(name, Nn, &json!({})).unwrap_err().to_string();
        assert!(error.contains("stays below its folder"), "{name}: {error}");
    }
    fs::remove_dir_all(folder).unwrap();
}
