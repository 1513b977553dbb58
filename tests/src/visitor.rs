//! A person with a browser without scripts: follows links, fills in forms, keeps cookies.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use axum::response::Response;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tower::ServiceExt;

/// How long an answer is waited for by those who come with many others.
const AT_LAST: Duration = Duration::from_secs(30);

/// No page is larger.
const LARGEST: usize = 1 << 22;

/// Between the parts of a form that takes files.
const BOUNDARY: &str = "mellom-delane";

/// A visitor with a language and a cookie jar.
pub struct Visitor {
    site: Site,
    language: &'static str,
    cookies: BTreeMap<String, String>,
}

/// What a visitor visits.
enum Site {
    /// The pages in this process.
    Here(Router),
    /// A running program: where each path is found, and connections to it.
    There(reqwest::Client, Arc<dyn Fn(&str) -> String + Send + Sync>),
}

/// A page as it came.
#[derive(Debug)]
pub struct Page {
    pub status: StatusCode,
    pub location: Option<String>,
    pub body: String,
}

impl Page {
    /// The value of the field with this name, as the page holds it.
    pub fn value(&self, name: &str) -> Option<String> {
        let field = self.body.split('<').find(|tag| {
            tag.starts_with("input") && tag.contains(&format!("name=\"{name}\"")) && tag.contains("value=\"")
        })?;
        let value = field.split("value=\"").nth(1)?.split('"').next()?;
        Some(unescape(value))
    }

    /// The value that is selected in the list with this name.
    pub fn selected(&self, name: &str) -> Option<String> {
        let list = self.body.split("<select").find(|list| list.contains(&format!("name=\"{name}\"")))?;
        let chosen = list.split("</select>").next()?.split('<').find(|tag| tag.contains(" selected"))?;
        Some(unescape(chosen.split("value=\"").nth(1)?.split('"').next()?))
    }

    /// The name of the field in which this is one of the values.
    pub fn field_with(&self, value: &str) -> Option<String> {
        let value = format!("value=\"{value}\"");
        let field = self.body.split('<').find(|tag| tag.starts_with("input") && tag.contains(&value))?;
        Some(unescape(field.split("name=\"").nth(1)?.split('"').next()?))
    }

    /// What can be read on the page, without markup.
    pub fn words(&self) -> String {
        let mut words = String::new();
        let mut inside = false;
        for c in self.body.chars() {
            match c {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    words.push(' ');
                }
                _ if !inside => words.push(c),
                _ => {}
            }
        }
        unescape(&words.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

pub(crate) fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&#x2f;", "/")
        .replace("&amp;", "&")
}

impl Visitor {
    /// A visitor who reads this language.
    pub fn new(router: &Router, language: &'static str) -> Self {
        Self { site: Site::Here(router.clone()), language, cookies: BTreeMap::new() }
    }

    /// One who visits a running program over connections of their own. `found` gives the address of a path.
    pub fn over_http(found: Arc<dyn Fn(&str) -> String + Send + Sync>, language: &'static str) -> Self {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(AT_LAST);
        let site = Site::There(client.build().expect("a client"), found);
        Self { site, language, cookies: BTreeMap::new() }
    }

    /// Has a cookie from elsewhere.
    pub fn carry(&mut self, name: &str, value: String) {
        self.cookies.insert(name.to_owned(), value);
    }

    /// Opens a page.
    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Method::GET, path, None, "").await
    }

    /// Opens a page and goes where it leads.
    pub async fn follow(&mut self, path: &str) -> Page {
        let mut page = self.get(path).await;
        for _ in 0..5 {
            let Some(location) = page.location.clone() else { break };
            page = self.get(&local(&location)).await;
        }
        page
    }

    /// Sends a form with these fields.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(Method::POST, path, Some("application/x-www-form-urlencoded"), &body).await
    }

    /// Sends a form as one that takes files is sent.
    pub async fn post_parts(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.send_parts(path, fields.iter().map(part).collect()).await
    }

    /// The same with a file of text: its name and what is in it.
    pub async fn post_file(&mut self, path: &str, fields: &[(&str, &str)], (name, content): (&str, &str)) -> Page {
        let disposition = format!("form-data; name=\"file\"; filename=\"{name}\"");
        let file = format!("--{BOUNDARY}\r\nContent-Disposition: {disposition}\r\n\r\n{content}\r\n");
        self.send_parts(path, fields.iter().map(part).chain([file]).collect()).await
    }

    async fn send_parts(&mut self, path: &str, parts: Vec<String>) -> Page {
        let body = format!("{}--{BOUNDARY}--\r\n", parts.concat());
        self.send(Method::POST, path, Some(&format!("multipart/form-data; boundary={BOUNDARY}")), &body).await
    }

    /// Opens a page with a form and sends it back with these fields, and with its hidden ones as they were.
    pub async fn fill_in(&mut self, path: &str, action: &str, fields: &[(&str, &str)]) -> Page {
        let form = self.get(path).await;
        assert_eq!(form.status, StatusCode::OK, "{path}: {}", form.words());
        let csrf = form.value("csrf").unwrap_or_default();
        let submission = form.value("submission").unwrap_or_default();
        let mut all = vec![("csrf", csrf.as_str()), ("submission", submission.as_str())];
        all.extend_from_slice(fields);
        let answer = self.post(action, &all).await;
        match &answer.location {
            Some(location) => self.follow(&local(location)).await,
            None => answer,
        }
    }

    /// Sends JSON and reads the answer as JSON.
    pub async fn json(
        &mut self,
        method: Method,
        path: &str,
        key: Option<&str>,
        body: &serde_json::Value,
    ) -> (StatusCode, serde_json::Value) {
        let mut request = self.request(method, path);
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let request =
            request.header(header::CONTENT_TYPE, "application/json").body(Body::from(body)).expect("a request");
        let page = self.answer(request).await;
        (page.status, serde_json::from_str(&page.body).unwrap_or(serde_json::Value::Null))
    }

    async fn send(&mut self, method: Method, path: &str, content_type: Option<&str>, body: &str) -> Page {
        let mut request = self.request(method, path);
        if let Some(content_type) = content_type {
            request = request.header(header::CONTENT_TYPE, content_type);
        }
        let request = request.body(Body::from(body.to_owned())).expect("a request");
        self.answer(request).await
    }

    fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        let jar: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header(header::COOKIE, jar.join("; "))
    }

    async fn answer(&mut self, request: Request<Body>) -> Page {
        let answer = match &self.site {
            Site::Here(router) => router.clone().oneshot(request).await.expect("a router always answers"),
            Site::There(client, found) => there(client, found(request.uri().path()), request).await,
        };
        for cookie in answer.headers().get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().expect("a cookie of ours is ASCII");
            let (name, rest) = cookie.split_once('=').expect("a cookie has a name");
            let value = rest.split(';').next().unwrap_or_default();
            if value.is_empty() || cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let status = answer.status();
        let location = answer.headers().get(header::LOCATION);
        let location = location.map(|to| String::from_utf8_lossy(to.as_bytes()).into_owned());
        let body = axum::body::to_bytes(answer.into_body(), LARGEST).await.expect("a body");
        Page { status, location, body: String::from_utf8_lossy(&body).into_owned() }
    }
}

/// A field as it stands in a form that takes files.
fn part((name, value): &(&str, &str)) -> String {
    format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
}

/// Asks a running program.
async fn there(client: &reqwest::Client, site: String, request: Request<Body>) -> Response {
    let (head, body) = request.into_parts();
    let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
    let body = axum::body::to_bytes(body, LARGEST).await.expect("what we wrote ourselves");
    let mut headers = head.headers;
    headers.remove(header::HOST);
    let asked = client.request(head.method, format!("{site}{path}")).headers(headers).body(body).send().await;
    let answer = asked.unwrap_or_else(|error| panic!("{path} is not answered: {error:?}"));
    let mut response = Response::builder().status(answer.status());
    for (name, value) in answer.headers() {
        response = response.header(name, value);
    }
    let body = answer.bytes().await.unwrap_or_else(|error| panic!("{path} is answered by half: {error}"));
    response.body(Body::from(body)).expect("an answer")
}

/// The path of an address of ours.
pub fn local(address: &str) -> String {
    match address.split_once("://") {
        Some((_, rest)) => format!("/{}", rest.split_once('/').map_or("", |(_, path)| path)),
        None => address.to_owned(),
    }
}
