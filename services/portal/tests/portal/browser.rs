//! A browser: keeps cookies, fills in forms, follows nothing by itself.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use bus::Carrier;
use host::Host;
use std::collections::BTreeMap;
use tower::ServiceExt;

pub(crate) struct Browser {
    site: Router,
    pub(crate) cookies: BTreeMap<String, String>,
    /// What it says that it is.
    pub(crate) agent: String,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    /// Where a redirect leads.
    pub(crate) fn location(&self) -> &str {
        self.header("location")
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("plain characters"))
    }
}

/// The portal as it answers in a running program.
pub(crate) async fn site(host: &Host) -> Router {
    let host = host.clone().with_text(portal::templates(&host.text));
    let service = portal::service(host.clone(), &Carrier::in_process()).await.expect("the portal");
    host::testing::site(&host, service.routes)
}

impl Browser {
    pub(crate) async fn new(host: &Host) -> Self {
        Self::of(site(host).await)
    }

    pub(crate) fn of(site: Router) -> Self {
        Self { site, cookies: BTreeMap::new(), agent: String::new() }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    pub(crate) async fn get_with(&mut self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request, Body::empty()).await
    }

    /// Posts a form with the token of the page it stands on.
    pub(crate) async fn post(&mut self, page: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(page).await;
        let token = page.text.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let token = token.unwrap_or_default().to_owned();
        let fields: Vec<_> = [("csrf", token.as_str())].into_iter().chain(fields.iter().copied()).collect();
        self.post_plain(action, &fields).await
    }

    /// Sends a form with a file, with the token of the page it stands on.
    pub(crate) async fn upload(&mut self, page: &str, action: &str, fields: &[(&str, &str)], file: &[u8]) -> Answer {
        const BETWEEN: &str = "mellom-delane";
        let page = self.get(page).await;
        let token = page.text.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let mut body = Vec::new();
        for (name, value) in [("csrf", token.unwrap_or_default())].iter().chain(fields) {
            let head = format!("--{BETWEEN}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(head.as_bytes());
        }
        let head = "Content-Disposition: form-data; name=\"bilete\"; filename=\"logo.png\"\r\n\r\n";
        body.extend_from_slice(format!("--{BETWEEN}\r\n{head}").as_bytes());
        body.extend_from_slice(file);
        body.extend_from_slice(format!("\r\n--{BETWEEN}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BETWEEN}");
        self.send(Request::post(action).header(header::CONTENT_TYPE, kind), Body::from(body)).await
    }

    pub(crate) async fn post_plain(&mut self, action: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(action).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(body)).await
    }

    async fn send(&mut self, mut request: axum::http::request::Builder, body: Body) -> Answer {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if !self.agent.is_empty() {
            request = request.header(header::USER_AGENT, &self.agent);
        }
        let response = self.site.clone().oneshot(request.body(body).expect("a request")).await.expect("an answer");
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().expect("plain characters");
            let (name, value) = cookie.split(';').next().expect("a pair").split_once('=').expect("a pair");
            match cookie.contains("Max-Age=0") {
                true => self.cookies.remove(name),
                false => self.cookies.insert(name.to_owned(), value.to_owned()),
            };
        }
        let body = to_bytes(body, usize::MAX).await.expect("a body");
        Answer {
            status: parts.status,
            headers: parts.headers,
            // Pages escape more than they must; a browser shows the same. Pictures are no text.
            text: String::from_utf8_lossy(&body).replace("&#x2f;", "/"),
        }
    }
}
