//! For tests of pages: all samples in all languages, and a visitor with cookie and token.

use crate::page::with_frame;
use crate::{Front, Host, Sample, statics};
use axum::Router;
use proto::Language;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use text::Text;

/// Renders every sample in every language, and fails with all that do not render, look unfinished or share a name.
pub fn render_all(text: &Text, samples: &[Sample]) -> Vec<(String, Language, String)> {
    let text = with_frame(text);
    let (mut pages, mut wrong, mut names) = (Vec::new(), Vec::new(), BTreeSet::new());
    for sample in samples {
        if !names.insert(&sample.name) {
            wrong.push(format!("{}: the name is there twice", sample.name));
        }
        for language in Language::ALL {
            match text.render(sample.template, language, &framed(&sample.context)) {
                Ok(page) => {
                    wrong
                        .extend(faults(&page, language).map(|fault| format!("{} in {language}: {fault}", sample.name)));
                    pages.push((sample.name.clone(), language, page));
                }
                Err(error) => wrong.push(format!("{} in {language}: {error}", sample.name)),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    pages
}

/// The context of a sample with what the host adds to every page.
pub fn framed(context: &Value) -> Value {
    let mut context = context.clone();
    if let Some(context) = context.as_object_mut() {
        let languages: Vec<_> =
            Language::ALL.iter().map(|l| json!({ "code": l.code(), "href": format!("?sprak={l}") })).collect();
        let organisation = json!({
            "name": { "nn": "Distriktssenteret", "en": "Distriktssenteret" },
            "privacy_notice": "https://example.no/personvern", "contact_name": null,
            "accessibility_statement": "https://example.no/tilgjenge", "contact_email": "post@example.no", "theme": "brick",
        });
        // Mistakes are only shown to somebody who has sent a form.
        let posted = context.get("errors").and_then(Value::as_array).is_some_and(|errors| !errors.is_empty());
        let frame = json!({
            "languages": languages, "static": statics::prefix(), "organisation": organisation, "demo": true,
            "posted": posted,
        });
        context.insert("frame".to_owned(), frame);
        context.insert("csrf".to_owned(), json!("a-token"));
    }
    context
}

/// What a finished page does not have.
fn faults(page: &str, language: Language) -> impl Iterator<Item = String> {
    let mut faults = Vec::new();
    if !page.trim_start().starts_with("<!doctype html>") {
        // A part of a page, or a letter.
        return faults.into_iter();
    }
    if !page.contains(&format!("<html lang=\"{language}\"")) {
        faults.push("the page does not say its language".to_owned());
    }
    let headings = page.matches("<h1").count();
    if headings != 1 {
        faults.push(format!("{headings} h1"));
    }
    // A file that is taken along has no style sheet beside it, and nobody who would forbid its own.
    let alone = !page.contains("rel=\"stylesheet\"");
    for inline in [" style=\"", "<style", " onclick=", "javascript:", "<script>"] {
        if page.contains(inline) && !(alone && inline == "<style") {
            faults.push(format!("{inline} is forbidden by the content security policy"));
        }
    }
    for form in page.split("<form").skip(1) {
        let form = form.split("</form>").next().unwrap_or_default();
        let opening = form.split('>').next().unwrap_or_default();
        if opening.contains("method=\"post\"") && !form.contains("name=\"csrf\"") {
            faults.push("a form lacks the hidden field csrf".to_owned());
        }
    }
    let mut ids = BTreeSet::new();
    for id in page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        if !ids.insert(id) {
            faults.push(format!("the id `{id}` is there twice"));
        }
    }
    let targets = [" for=\"", " href=\"#", " list=\"", " form=\""]
        .into_iter()
        .flat_map(|attribute| page.split(attribute).skip(1));
    for target in targets.filter_map(|rest| rest.split('"').next()) {
        if !ids.contains(target) {
            faults.push(format!("nothing has the id `{target}`"));
        }
    }
    let described = page.split(" aria-describedby=\"").chain(page.split(" aria-labelledby=\"").skip(1)).skip(1);
    for target in described.filter_map(|rest| rest.split('"').next()).flat_map(str::split_whitespace) {
        if !ids.contains(target) {
            faults.push(format!("nothing has the id `{target}`"));
        }
    }
    faults.into_iter()
}

/// The routes of a service with everything that stands around them in a running program.
pub fn site(host: &Host, routes: Router) -> Router {
    Front::from(host).router([routes], Vec::new())
}

/// A browser that has seen a page: the `Cookie` header it sends, and the token in the page's forms.
pub fn visitor(host: &Host) -> (String, String) {
    let (parts, ()) = axum::http::Request::new(()).into_parts();
    let visit = crate::Visit::of(&Front::from(host), &parts);
    let response = visit.with_cookies(axum::response::Response::default());
    let cookie = response.headers().get("set-cookie").and_then(|value| value.to_str().ok()).unwrap_or_default();
    (cookie.split(';').next().unwrap_or_default().to_owned(), visit.csrf().to_owned())
}
