//! What stands before every page, seen from outside.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it must be")]

mod forms;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use chrono::TimeDelta;
use host::access::{self, Access};
use host::testing::{self, Kind, TestHost};
use host::{Error, Fields, Front, Host, Organiser, Page, RateLimit, Visit};
use proto::account::{Membership, Role};
use proto::{AccountId, Language, Localised};
use serde::Serialize;
use std::net::SocketAddr;
use std::sync::Arc;
use tower::ServiceExt;
use uuid::Uuid;

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/tests/templates"]
struct Templates;

#[derive(Serialize)]
struct Hello {
    name: String,
}

impl Page for Hello {
    const TEMPLATE: &'static str = "try/hello.html";
    fn samples() -> Vec<Self> {
        vec![Self { name: "Kari".to_owned() }]
    }
}

async fn hello(visit: Visit) -> Response {
    visit.page(&Hello { name: format!("{} {}", visit.language, visit.peer) })
}

async fn send(visit: Visit, fields: Fields) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let names: Vec<&str> = fields.all("name").collect();
    Ok(visit.page(&Hello { name: names.join("+") }))
}

async fn organisers(visit: Visit, organiser: Organiser) -> Response {
    visit.page(&Hello { name: organiser.may("distrikt", Role::Editor).to_string() })
}

async fn ours(visit: Visit) -> Response {
    let organisation = host::FrameOrganisation {
        name: Localised::from([(Language::Nb, "Kommunesektoren")]),
        privacy_notice: "https://example.no/personvern".to_owned(),
        accessibility_statement: "https://uustatus.no/x".to_owned(),
        contact_name: Some("Kari".to_owned()),
        contact_email: "kari@example.no".to_owned(),
        theme: proto::organisation::Theme::Brick,
        norwegian: Some(Language::Nb),
    };
    let visit = visit.organisation(&organisation);
    visit.page(&Hello { name: visit.language.to_string() })
}

#[expect(clippy::panic, reason = "what happens then is tried here")]
async fn broken(Path(way): Path<String>, State(_host): State<Host>) -> Result<Response, Error> {
    match way.as_str() {
        "panic" => panic!("as it can happen"),
        "forbidden" => Err(Error::Forbidden),
        "busy" => Err(sea_orm::DbErr::ConnectionAcquire(sea_orm::ConnAcquireErr::Timeout).into()),
        "internal" => Err(anyhow::anyhow!("secret cause").into()),
        "bare" => Ok((StatusCode::BAD_REQUEST, "library talk").into_response()),
        "gone" => Ok(Redirect::to("/elsewhere").into_response()),
        _ => Err(Error::NotFound),
    }
}

struct Site {
    host: TestHost,
    router: Router,
}

impl Site {
    async fn new(change: impl FnOnce(&mut host::Settings)) -> Self {
        let mut host = testing::host(Kind::Sqlite, "portal").await;
        let mut settings = (*host.host.settings).clone();
        change(&mut settings);
        host.host.settings = Arc::new(settings);
        host.host = host.host.clone().with_text(host.text.with::<Templates>("try"));
        let routes = Router::new()
            .route("/hello", get(hello).post(send))
            .route("/ours", get(ours))
            .route("/arrangor", get(organisers).post(organisers))
            .route("/mi/{token}", get(hello))
            .route("/api/v1/events/{slug}", get(broken).post(organisers))
            .route("/broken/{way}", get(broken).post(broken))
            .route("/only-post", post(send))
            .with_state(host.host.clone());
        let router = Front::from(&host.host).router([routes], vec![host::Check::database("portal", &host.db)]);
        Self { host, router }
    }

    async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let request = headers.iter().fold(Request::get(path), |request, (name, value)| request.header(*name, *value));
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    async fn post(&self, path: &str, cookie: &str, body: impl Into<Body>) -> Answer {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, cookie);
        self.ask(request.body(body.into()).unwrap()).await
    }
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    fn cookies(&self) -> Vec<&str> {
        self.headers.get_all(header::SET_COOKIE).iter().map(|value| value.to_str().unwrap()).collect()
    }
}

#[tokio::test]
async fn every_answer_carries_the_policy() {
    let site = Site::new(|_| {}).await;
    let asset = site.get("/hello").await.body;
    let asset = asset.split("href=\"").find(|link| link.starts_with("/static")).unwrap();
    let asset = asset.split('"').next().unwrap();
    for path in [
        "/hello",
        "/nowhere",
        "/broken/panic",
        "/broken/gone",
        "/health/live",
        "/metrics",
        "/api/v1/events/x",
        "/arrangor",
        asset,
    ] {
        let answer = site.get(path).await;
        assert_eq!(
            answer.header("content-security-policy"),
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; \
             form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            "{path}"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert!(answer.header("permissions-policy").contains("camera=()"), "{path}");
        assert_eq!(answer.header("strict-transport-security"), "", "{path}");
        assert!(Uuid::parse_str(answer.header("x-request-id")).is_ok(), "{path}");
    }
}

#[tokio::test]
async fn with_https_cookies_and_addresses_are_for_https_only() {
    let site = Site::new(|settings| settings.url = "https://moteplass.example".parse().unwrap()).await;
    let answer = site.get("/hello?sprak=sv").await;
    assert_eq!(answer.header("strict-transport-security"), "max-age=31536000");
    assert_eq!(answer.cookies().len(), 2);
    assert!(
        answer.cookies().iter().all(|cookie| cookie.contains("; HttpOnly; SameSite=Lax; Secure")),
        "{:?}",
        answer.cookies()
    );
}

#[tokio::test]
async fn personal_pages_are_not_kept() {
    let site = Site::new(|_| {}).await;
    assert_eq!(site.get("/hello").await.header("cache-control"), "private, no-cache");
    assert_eq!(site.get("/hello").await.header("x-robots-tag"), "");
    let own = site.get("/mi/abc").await;
    assert_eq!((own.header("cache-control"), own.header("x-robots-tag")), ("no-store", "noindex"));
    let (cookie, token) = testing::visitor(&site.host);
    assert_eq!(site.post("/hello", &cookie, format!("csrf={token}")).await.header("cache-control"), "no-store");
    let organiser = site.get_with("/hello", &[("cookie", "mp_organiser=x")]).await;
    assert_eq!(organiser.header("cache-control"), "no-store");
}

#[tokio::test]
async fn errors_are_told_in_the_persons_language() {
    let site = Site::new(|_| {}).await;
    let missing = site.get("/nowhere?sprak=nb").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert!(missing.body.contains("<title>Vi finner ikke siden – Møteplass</title>"), "{}", missing.body);
    assert!(missing.body.contains("/nowhere?sprak=en"), "{}", missing.body);
    for (way, status, words) in [
        ("forbidden", StatusCode::FORBIDDEN, "Du har ikkje tilgang"),
        ("busy", StatusCode::SERVICE_UNAVAILABLE, "Det er mange her akkurat no"),
        ("panic", StatusCode::INTERNAL_SERVER_ERROR, "Noko gjekk gale hos oss"),
        ("internal", StatusCode::INTERNAL_SERVER_ERROR, "Noko gjekk gale hos oss"),
        ("bare", StatusCode::BAD_REQUEST, "Vi kan ikkje lese det du sende"),
    ] {
        let answer = site.get(&format!("/broken/{way}")).await;
        assert_eq!(answer.status, status, "{way}");
        assert!(answer.body.contains(words), "{way}: {}", answer.body);
        assert!(!answer.body.contains("secret cause") && !answer.body.contains("library talk"));
        let reference = status == StatusCode::INTERNAL_SERVER_ERROR;
        assert_eq!(answer.body.contains(answer.header("x-request-id")), reference, "{way}");
        assert_eq!(answer.header("retry-after") == "5", way == "busy", "{way}");
    }
}

#[tokio::test]
async fn the_api_answers_with_problem_details() {
    let site = Site::new(|_| {}).await;
    for (path, status, title) in [
        ("/api/v1/nothing", 404, "We cannot find the page"),
        ("/api/v1/events/internal", 500, "Something went wrong on our side"),
        ("/api/v1/events/busy", 503, "It is crowded here right now"),
    ] {
        let answer = site.get_with(path, &[("accept-language", "en")]).await;
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
        let problem: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(problem["status"], status, "{path}");
        assert_eq!(problem["title"], title, "{path}");
        assert!(!answer.body.contains("secret cause"));
    }
    let request = Request::post("/api/v1/events/x").body(Body::empty()).unwrap();
    assert_eq!(site.ask(request).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_link_changes_the_language_and_keeps_the_place() {
    let site = Site::new(|_| {}).await;
    let page = site.get("/hello?q=by&sprak=sv&side=2").await;
    assert!(page.body.contains("<html lang=\"sv\""));
    assert!(
        page.cookies().contains(&"sprak=sv; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000"),
        "{:?}",
        page.cookies()
    );
    assert!(
        page.body.contains("href=\"/hello?q=by&amp;side=2&amp;sprak=nn\" lang=\"nn\" hreflang=\"nn\""),
        "{}",
        page.body
    );
    assert!(page.body.contains("aria-current=\"true\">Svenska</a>"), "{}", page.body);
    assert!(site.get_with("/hello", &[("cookie", "a=b; sprak=en")]).await.body.contains("<html lang=\"en\""));
}

#[tokio::test]
async fn the_organisation_stands_in_the_footer_and_says_which_norwegian() {
    let site = Site::new(|_| {}).await;
    let page = site.get_with("/ours", &[("accept-language", "no,en;q=0.5")]).await;
    assert!(page.body.contains("<html lang=\"nb\"") && page.body.contains("Hei nb"), "{}", page.body);
    assert!(page.body.contains(" data-theme=\"brick\">"), "{}", page.body);
    assert!(!site.get("/hello").await.body.contains("data-theme"), "a page of nobody's wears nobody's colours");
    for link in ["https://example.no/personvern", "https://uustatus.no/x", "mailto:kari@example.no"] {
        assert!(page.body.contains(&format!("href=\"{link}\"")), "{link} {}", page.body);
    }
    assert!(
        page.body.contains("Personvern hos Kommunesektoren") && page.body.contains("Kontakt Kari"),
        "{}",
        page.body
    );
    assert!(site.get_with("/ours", &[("accept-language", "nn")]).await.body.contains("Hei nn"));
}

#[tokio::test]
async fn an_address_that_asks_too_often_is_told_when_to_come_back() {
    let site = Site::new(|settings| settings.rate_limit = RateLimit::PerMinute(3)).await;
    let from = |address: &str, forwarded: &str| {
        let mut request = Request::get("/hello").header("x-forwarded-for", forwarded).header("accept-language", "nb");
        let peer: SocketAddr = address.parse().unwrap();
        request.extensions_mut().unwrap().insert(axum::extract::ConnectInfo(peer));
        request.body(Body::empty()).unwrap()
    };
    for n in 0..3 {
        assert_eq!(site.ask(from("192.0.2.1:1", &format!("198.51.100.{n}"))).await.status, StatusCode::OK);
    }
    // A header anybody can write does not help.
    let refused = site.ask(from("192.0.2.1:2", "198.51.100.77")).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    let wait: u64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=20).contains(&wait), "{wait}");
    assert!(refused.body.contains("Prøv igjen om 1 minutt."), "{}", refused.body);
    assert_eq!(site.ask(from("192.0.2.2:1", "")).await.status, StatusCode::OK);
    for _ in 0..9 {
        assert_eq!(site.get("/health/live").await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn behind_a_trusted_proxy_people_are_counted_by_themselves() {
    let site = Site::new(|settings| {
        settings.rate_limit = RateLimit::PerMinute(1);
        settings.trusted_proxies = vec!["10.0.0.1".parse().unwrap()];
    })
    .await;
    let from = |forwarded: &str| {
        let mut request = Request::get("/hello").header("x-forwarded-for", forwarded);
        let peer: SocketAddr = "10.0.0.1:9".parse().unwrap();
        request.extensions_mut().unwrap().insert(axum::extract::ConnectInfo(peer));
        request.body(Body::empty()).unwrap()
    };
    let first = site.ask(from("198.51.100.1")).await;
    assert!(first.body.contains("198.51.100.1"), "{}", first.body);
    assert_eq!(site.ask(from("198.51.100.2")).await.status, StatusCode::OK);
    assert_eq!(site.ask(from("1.2.3.4, 198.51.100.2")).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn organisers_are_let_in_by_a_cookie_of_ours_while_it_lasts() {
    let site = Site::new(|_| {}).await;
    let access = Access {
        account: AccountId(Uuid::now_v7()),
        email: None,
        session: Uuid::now_v7(),
        roles: vec![Membership { organisation: "distrikt".to_owned(), role: Role::Owner }],
        events: Vec::new(),
        operator: false,
        expires_at: site.host.clock.now() + TimeDelta::minutes(10),
    };
    let cookie = format!("{}={}", access::COOKIE, access::seal(&site.host.keys, &access));
    let page = site.get_with("/arrangor?side=2", &[("cookie", &cookie)]).await;
    assert!(page.status == StatusCode::OK && page.body.contains("Hei true"), "{}", page.body);

    let forged = format!("{}={}", access::COOKIE, access::seal(&host::Keys::new(b"another secret"), &access));
    let sign_in = "/arrangor/logg-inn?til=%2Farrangor%3Fside%3D2";
    for cookie in ["", "mp_organiser=", "mp_organiser=x.y", &forged] {
        let sent = site.get_with("/arrangor?side=2", &[("cookie", cookie)]).await;
        assert_eq!((sent.status, sent.header("location")), (StatusCode::SEE_OTHER, sign_in), "{cookie}");
    }
    site.host.clock.advance(TimeDelta::minutes(10));
    let sent = site.get_with("/arrangor?side=2", &[("cookie", &cookie)]).await;
    assert_eq!((sent.status, sent.header("location")), (StatusCode::SEE_OTHER, sign_in));
    // After a form one comes back to the page it stood on, never to another site.
    for (referer, til) in [
        ("http://moteplass.example/arrangor/x?y", "%2Farrangor%2Fx"),
        ("http://evil.example/arrangor/x", "%2Farrangor"),
        ("", "%2Farrangor"),
    ] {
        let request = Request::post("/arrangor").header("host", "moteplass.example").header("referer", referer);
        let sent = site.ask(request.body(Body::empty()).unwrap()).await;
        assert_eq!(sent.header("location"), format!("/arrangor/logg-inn?til={til}"), "{referer}");
    }
}

#[tokio::test]
async fn style_sheets_are_kept_and_fonts_are_there() {
    let site = Site::new(|_| {}).await;
    let page = site.get("/hello").await.body;
    let css =
        page.split("href=\"").find(|link| link.contains("designsystemet.css")).unwrap().split('"').next().unwrap();
    let fresh = site.get_with(css, &[("accept-encoding", "gzip")]).await;
    assert_eq!(fresh.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!((fresh.header("content-encoding"), fresh.header("content-type")), ("gzip", "text/css; charset=utf-8"));
    let same = site.get_with(css, &[("if-none-match", fresh.header("etag"))]).await;
    assert_eq!((same.status, same.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let font = css.replace("designsystemet.css", "inter-latin.woff2");
    assert_eq!(site.get(&font).await.header("content-type"), "font/woff2");
    assert_eq!(site.get("/static/older/app.css").await.header("cache-control"), "public, max-age=60");
    assert_eq!(site.get("/static/x/nothing.css").await.status, StatusCode::NOT_FOUND);
    for (name, content) in host::statics::files().filter(|(name, _)| name.ends_with(".css")) {
        let css = String::from_utf8_lossy(content);
        for third in ["url(http", "url(\"http", "url(//", "@import"] {
            assert!(!css.contains(third), "{name} asks others: {third}");
        }
    }
}

#[tokio::test]
async fn it_is_ready_while_its_database_answers_and_it_is_not_stopping() {
    let site = Site::new(|_| {}).await;
    let ready = site.get("/health/ready").await;
    assert_eq!((ready.status, ready.body.as_str()), (StatusCode::OK, r#"{"checks":{"portal":"ok"},"ready":true}"#));
    site.host.stop.cancel();
    assert_eq!(site.get("/health/ready").await.status, StatusCode::SERVICE_UNAVAILABLE);
}
