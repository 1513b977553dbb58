//! Forms: whose are taken, and what becomes of what was typed.

use super::Site;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use host::{RateLimit, testing};

#[tokio::test]
async fn a_form_is_taken_from_our_own_page_only() {
    let site = Site::new(|_| {}).await;
    let (cookie, token) = testing::visitor(&site.host);
    let good = site.post("/hello", &cookie, format!("csrf={token}&name=Kari&name=%C3%85se+%26+co")).await;
    assert_eq!(good.status, StatusCode::OK);
    assert!(good.body.contains("Hei Kari+Åse &amp; co"), "{}", good.body);
    assert!(good.cookies().is_empty(), "the cookie stays the same");
    let (other_cookie, other_token) = testing::visitor(&site.host);
    for (cookie, token) in
        [(&cookie, &other_token), (&other_cookie, &token), (&cookie, &String::new()), (&String::new(), &token)]
    {
        let refused = site.post("/hello", cookie, format!("csrf={token}&name=Kari")).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(
            refused.body.contains("Vi må be deg prøve igjen") && !refused.body.contains("Kari"),
            "{}",
            refused.body
        );
    }
    let without = site.post("/hello", &cookie, "name=Kari").await;
    assert_eq!(without.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_page_gives_the_cookie_once_and_its_token_works() {
    let site = Site::new(|_| {}).await;
    let first = site.get("/hello").await;
    let [cookie] = first.cookies()[..] else { panic!("{:?}", first.cookies()) };
    assert!(cookie.starts_with("mp_visit=") && cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax"), "{cookie}");
    let cookie = cookie.split(';').next().unwrap();
    assert!(site.get_with("/hello", &[("cookie", cookie)]).await.cookies().is_empty());
}

#[tokio::test]
async fn what_is_no_form_of_ours_is_refused_in_words() {
    let site = Site::new(|_| {}).await;
    for kind in ["application/json", "multipart/form-data; boundary=x", "text/plain", ""] {
        let request = Request::post("/hello").header(header::CONTENT_TYPE, kind).header(header::ACCEPT_LANGUAGE, "sv");
        let answer = site.ask(request.body(Body::from("csrf=x")).unwrap()).await;
        assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
        assert!(
            answer.body.contains("<html lang=\"sv\"") && answer.body.contains("Vi kan inte läsa det du skickade"),
            "{}",
            answer.body
        );
    }
    let large = site.post("/hello", "sprak=en", "a=".to_owned() + &"x".repeat(host::form::LARGEST)).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(large.body.contains("What you sent is too large"), "{}", large.body);
    let many = site.post("/hello", "sprak=nb", "a=1&".repeat(3_000)).await;
    assert_eq!(many.status, StatusCode::PAYLOAD_TOO_LARGE);
    let wrong = site.ask(Request::builder().method(Method::DELETE).uri("/hello").body(Body::empty()).unwrap()).await;
    assert_eq!((wrong.status, wrong.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "GET,HEAD,POST"));
    assert!(wrong.body.contains("Det går ikkje an her"), "{}", wrong.body);
}

/// The hidden fields of the form that gives everything back, as a browser would send them.
fn given_back(page: &str) -> String {
    let form = page.split_once("<form").unwrap().1.split_once("</form>").unwrap().0;
    let attribute = |tag: &str, name: &str| {
        let value = tag.split_once(&format!(" {name}=\"")).unwrap().1.split_once('"').unwrap().0;
        [("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&#x27;", "'"), ("&#x2f;", "/"), ("&amp;", "&")]
            .into_iter()
            .fold(value.to_owned(), |value, (escaped, plain)| value.replace(escaped, plain))
    };
    let fields = form.split("<input").skip(1).map(|tag| (attribute(tag, "name"), attribute(tag, "value")));
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

#[tokio::test]
async fn what_was_typed_is_given_back_by_who_has_no_time_for_it() {
    // Of forms, a sixth.
    let site = Site::new(|settings| settings.rate_limit = RateLimit::PerMinute(6)).await;
    let (cookie, token) = testing::visitor(&site.host);
    let typed = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("csrf", token.as_str()), ("name", "\"><script>alert(1)</script>"), ("name", "To\nliner & Åse")])
        .finish();
    assert_eq!(site.post("/hello", &cookie, "").await.status, StatusCode::FORBIDDEN);
    let refused = site.post("/hello?side=2", &cookie, typed.clone()).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.body.contains("Du treng ikkje skrive noko på nytt"), "{}", refused.body);
    assert!(!refused.body.contains("<script>"), "{}", refused.body);
    assert!(
        refused.body.contains("method=\"post\" action=\"&#x2f;hello?side=2\"")
            || refused.body.contains("action=\"/hello?side=2\""),
        "{}",
        refused.body
    );
    assert_eq!(given_back(&refused.body), typed);

    // In another language nothing is sent, and nothing lost.
    let switched = site.post("/hello?side=2&sprak=sv", &cookie, format!("{typed}&language_switch=kept")).await;
    assert_eq!(switched.status, StatusCode::OK);
    assert!(switched.body.contains("<html lang=\"sv\"") && switched.body.contains("Skicka en gång till"));
    assert_eq!(given_back(&switched.body), typed);
    assert_eq!(switched.header("cache-control"), "no-store");

    // A form that was not ours does not become ours by being sent again.
    let (_, strange) = testing::visitor(&site.host);
    let forged = site.post("/hello", &cookie, format!("csrf={strange}&name=x")).await;
    assert_eq!(forged.status, StatusCode::TOO_MANY_REQUESTS);
    let relaxed = Site::new(|_| {}).await;
    assert_eq!(relaxed.post("/hello", &cookie, given_back(&forged.body)).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_was_typed_is_given_back_when_it_is_crowded_and_only_then() {
    let site = Site::new(|_| {}).await;
    let (cookie, token) = testing::visitor(&site.host);
    let typed = format!("csrf={token}&name=Kari");
    let busy = site.post("/broken/busy", &cookie, typed.clone()).await;
    assert_eq!((busy.status, busy.header("retry-after")), (StatusCode::SERVICE_UNAVAILABLE, "5"));
    assert_eq!(given_back(&busy.body), typed);
    assert!(busy.body.contains("name=\"language_switch\" value=\"kept\""), "{}", busy.body);
    for way in ["internal", "forbidden", "missing"] {
        let answer = site.post(&format!("/broken/{way}"), &cookie, typed.clone()).await;
        assert!(!answer.body.contains("Kari") && !answer.body.contains("<form"), "{way}: {}", answer.body);
    }
    let read = site.get("/broken/busy").await;
    assert!(!read.body.contains("<form"), "{}", read.body);
    // Where addresses begin with two strokes, browsers would leave for another site.
    let elsewhere = site.post("//evil.example/", &cookie, "language_switch=kept&name=Kari").await;
    assert!(!elsewhere.body.contains("action=\"//evil"), "{}", elsewhere.body);
}
