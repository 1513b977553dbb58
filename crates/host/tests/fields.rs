//! The frame and the macros for fields, as a page of a service uses them.

use host::testing::render_all;
use host::{Choice, FieldError, Page, samples};
use proto::Language;
use serde::Serialize;
use serde_json::{Value, json};
use text::Text;

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/tests/templates"]
struct Templates;

#[derive(Serialize)]
struct Form {
    errors: Vec<FieldError>,
    styles: Vec<&'static str>,
    ways: Vec<Choice>,
    how: Option<&'static str>,
    what: Vec<Choice>,
    chosen: Vec<&'static str>,
    name: &'static str,
    email: &'static str,
    roles: Vec<Choice>,
    counties: Value,
}

impl Page for Form {
    const TEMPLATE: &'static str = "try/form.html";

    fn samples() -> Vec<Self> {
        let clean = || Self {
            errors: Vec::new(),
            styles: vec!["/pamelding/x/vilkar.css"],
            ways: vec![
                Choice::new("in_person", "Eg møter opp i Førde"),
                Choice {
                    hint: Some("Du får lenkje på e-post dagen før.".to_owned()),
                    ..Choice::new("online", "Eg deltek på nett")
                },
            ],
            how: None,
            what: vec![
                Choice::new("dinner", "Middag tysdag kl. 19.00"),
                Choice::new("walk", "Byvandring onsdag kl. 08.30"),
            ],
            chosen: vec!["walk"],
            name: "",
            email: "",
            roles: vec![Choice::new("mayor", "Ordførar"), Choice::new("planner", "Planleggjar")],
            counties: json!([{ "label": "Vest", "options": [{ "value": "46", "label": "Vestland" }] }, { "value": "50", "label": "Trøndelag" }]),
        };
        let wrong = Self {
            errors: vec![
                FieldError::new("", "Noko er ikkje som det skal."),
                FieldError::new("how", "Vel korleis du vil delta"),
                FieldError::new("name", "Skriv inn namnet ditt"),
                FieldError::new("email", "E-postadressa må innehalde @, til dømes kari@kommune.no"),
                FieldError::new("municipality", "Vi fann ingen kommune som heiter «Voldda». Vel ein kommune frå lista"),
                FieldError::new("born", "Datoen må ha ein månad"),
            ],
            how: Some("online"),
            name: "\"><script>alert(1)</script>",
            email: "kari.kommune.no",
            ..clean()
        };
        vec![clean(), wrong]
    }
}

fn pages() -> Vec<(String, Language, String)> {
    render_all(&Text::new().with::<Templates>("try"), &samples::<Form>())
}

fn page(name: &str, language: Language) -> String {
    let page = pages().into_iter().find(|(own, l, _)| own == name && *l == language);
    page.map(|(_, _, page)| page).unwrap_or_default()
}

#[test]
fn every_face_of_a_form_in_every_language() {
    assert_eq!(pages().len(), 8);
}

#[test]
fn a_clean_form_has_no_trace_of_errors() {
    let page = page("try-form-1", Language::Nn);
    assert!(page.contains("<title>Meld deg på nettverkssamling for levande sentrum – Møteplass</title>"), "{page}");
    for trace in ["ds-error-summary", "aria-invalid", "ds-validation-message", "-error\"", "autofocus"] {
        assert!(!page.contains(trace), "{trace}");
    }
    assert!(page.contains(r#"<link rel="stylesheet" href="/pamelding/x/vilkar.css">"#), "{page}");
}

#[test]
fn what_is_wrong_is_said_in_the_title_in_the_summary_and_at_the_field() {
    let page = page("try-form-2", Language::Nn);
    assert!(page.contains("<title>Feil: Meld deg på"), "{page}");
    assert!(page.contains(r#"role="group" aria-labelledby="errors-heading" tabindex="-1" autofocus"#));
    assert!(page.contains("<li>Noko er ikkje som det skal.</li>"));
    assert!(page.contains(r##"<a class="ds-link" href="#email">E-postadressa må innehalde @"##));
    assert!(page.contains(
        r#"<input class="ds-input" type="email" id="email" name="email" value="kari.kommune.no" autocomplete="email" aria-describedby="email-hint email-error" aria-invalid="true">"#
    ), "{page}");
    assert!(page.contains(r#"<p class="ds-validation-message" id="email-error">E-postadressa må innehalde @"#));
    // In a group the fieldset is described and the first button is where the link leads.
    assert!(page.contains(r#"<fieldset class="ds-fieldset" aria-describedby="how-error">"#), "{page}");
    assert!(page.contains(r#"type="radio" id="how" name="how" value="in_person" aria-invalid="true">"#), "{page}");
    assert!(page.contains(r#"id="how-2" name="how" value="online" checked aria-describedby="how-2-more""#), "{page}");
}

#[test]
fn what_was_typed_is_kept_and_harmless() {
    let page = page("try-form-2", Language::En);
    assert!(page.contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\""), "{page}");
    assert!(!page.contains("<script>"));
    assert!(page.contains(">\nTo\nliner &lt;b&gt;</textarea>"), "{page}");
    assert!(page.contains(r#"id="guests" name="guests" value="0" inputmode="numeric">"#), "{page}");
    assert!(page.contains(r#"<option value="planner" selected>Planleggjar</option>"#));
    assert!(page.contains(r#"value="walk" checked>"#) && page.contains(r#"value="dinner">"#), "{page}");
    assert!(
        page.contains(r#"name="born-day" value="16" "#) && page.contains(r#"name="born-month" value="" "#),
        "{page}"
    );
}

#[test]
fn texts_in_another_language_say_so() {
    assert!(page("try-form-1", Language::En).contains(r#"<span lang="nn">Kommune</span>"#));
    assert!(page("try-form-1", Language::Nn).contains("<span>Kommune</span>"));
}

#[test]
fn must_and_may_are_said_in_words() {
    let sv = page("try-form-1", Language::Sv);
    assert!(
        sv.contains("Måste fyllas i") && sv.contains("Frivilligt") && sv.contains(r#"<option value="">Välj</option>"#),
        "{sv}"
    );
}
