//! What stands between the network and the services' pages: limits, time-outs, headers, and errors shown in words.

use crate::error::{Error, Unshown};
use crate::health::{self, Check};
use crate::kept::{self, Again};
use crate::limit::Limits;
use crate::page::{self, Visit};
use crate::{Clock, Host, Keys, Settings, access, cookie, form, security, statics};
use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures::FutureExt;
use serde::Serialize;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};
use text::Text;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tracing::Instrument;
use uuid::Uuid;

/// The longest that somebody waits for an answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// When it is worth trying again after being turned away for want of room, in seconds.
const AGAIN: u64 = 5;

/// What the pages of all services share, without a database.
#[derive(Clone)]
pub struct Front {
    pub settings: Arc<Settings>,
    pub clock: Clock,
    pub keys: Keys,
    pub text: Arc<Text>,
    pub stop: CancellationToken,
}

impl From<&Host> for Front {
    fn from(host: &Host) -> Self {
        Self {
            settings: host.settings.clone(),
            clock: host.clock.clone(),
            keys: host.keys.clone(),
            text: host.text.clone(),
            stop: host.stop.clone(),
        }
    }
}

pub(crate) struct Answering {
    front: Front,
    pub(crate) limits: Option<Limits>,
}

impl Front {
    /// The whole site: the services' routes, the host's own, and everything around them.
    pub fn router(&self, routes: impl IntoIterator<Item = Router>, checks: Vec<Check>) -> Router {
        self.answering(routes, checks).0
    }

    pub(crate) fn answering(
        &self,
        routes: impl IntoIterator<Item = Router>,
        checks: Vec<Check>,
    ) -> (Router, Arc<Answering>) {
        let (checks, stop) = (Arc::new(checks), self.stop.clone());
        let mut site = Router::new()
            .route("/static/{version}/{file}", get(statics::file))
            .route("/health/live", get(|| async { "ok" }))
            .route("/health/ready", get(move || health::ready(checks.clone(), stop.clone())))
            .route("/metrics", get(health::metrics));
        for routes in routes {
            site = site.merge(routes);
        }
        let front = Self { text: Arc::new(page::with_frame(&self.text)), ..self.clone() };
        let limits = Limits::new(self.settings.rate_limit);
        let answering = Arc::new(Answering { front, limits });
        let site = site
            .fallback(|| async { Error::NotFound })
            .method_not_allowed_fallback(|| async { Error::WrongMethod })
            .layer(DefaultBodyLimit::max(form::LARGEST))
            .layer(from_fn_with_state(answering.clone(), answer))
            .layer(CompressionLayer::new().compress_when(worth_compressing()));
        (site, answering)
    }
}

/// What is packed already is not packed again: it costs much and gives nothing.
fn worth_compressing() -> impl Predicate {
    DefaultPredicate::new()
        .and(NotForContentType::const_new("application/pdf"))
        .and(NotForContentType::const_new("application/vnd.openxmlformats-officedocument"))
        .and(NotForContentType::const_new("application/vnd.oasis.opendocument"))
}

/// One request, from the network and back.
async fn answer(State(answering): State<Arc<Answering>>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = Uuid::now_v7();
    let (parts, body) = request.into_parts();
    // Never the path itself: it may hold a token.
    let route = parts.extensions.get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let method = known(&parts.method);
    let span = tracing::info_span!("request", http.method = method, http.route = route, request.id = %id);
    let mut response = async {
        let (form, request) = match timeout(PATIENCE, kept::read(&parts, body)).await {
            Ok(Ok(form)) => (form.typed, Request::from_parts(parts.clone(), form.body)),
            Ok(Err(kept::Unreadable)) => return answering.shown(&parts, None, Error::WrongForm.into_response(), id),
            Err(_elapsed) => return answering.shown(&parts, None, Error::Busy.into_response(), id),
        };
        let response = answering.handled(&parts, request, &route, form.as_deref(), next).await;
        let again = form.as_deref().and_then(|typed| Again::new(&parts, typed));
        answering.shown(&parts, again, response, id)
    }
    .instrument(span.clone())
    .await;
    let private = !reads_only(&parts.method)
        || route.contains("{token")
        || cookie::read(&parts.headers, access::COOKIE).is_some();
    security::add(response.headers_mut(), &answering.front.settings, private);
    if let Ok(id) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert("x-request-id", id);
    }
    let (status, took) = (response.status().as_u16(), started.elapsed());
    metrics::counter!("http_requests_total", "method" => method, "route" => route.clone(), "status" => status.to_string())
        .increment(1);
    metrics::histogram!("http_request_seconds", "method" => method, "route" => route).record(took);
    span.in_scope(|| {
        tracing::debug!(http.status = status, duration_ms = took.as_secs_f64() * 1000.0, "answered");
    });
    response
}

impl Answering {
    async fn handled(&self, parts: &Parts, request: Request, route: &str, form: Option<&[u8]>, next: Next) -> Response {
        let only_read = reads_only(&parts.method) || form.is_some_and(kept::switches_language);
        let ours = ["/static/", "/health/", "/metrics"].iter().any(|own| route.starts_with(own));
        if let (Some(limits), false) = (&self.limits, ours) {
            let peer = page::peer(&parts.extensions, &parts.headers, &self.front.settings.trusted_proxies);
            if let Err(seconds) = limits.check(peer, only_read) {
                return Error::TooMany { seconds }.into_response();
            }
        }
        if let Some(again) = form.filter(|form| kept::switches_language(form)).and_then(|form| Again::new(parts, form))
        {
            return self.given_back(parts, again);
        }
        match timeout(PATIENCE, AssertUnwindSafe(next.run(request)).catch_unwind()).await {
            Ok(Ok(response)) => response,
            Ok(Err(_panic)) => Error::Internal(anyhow::anyhow!("a handler panicked")).into_response(),
            Err(_elapsed) => Error::Busy.into_response(),
        }
    }

    /// The page that gives a form back, in another language.
    fn given_back(&self, parts: &Parts, again: Again) -> Response {
        let page = ErrorPage { again: Some(again), ..ErrorPage::of("frame-again", None) };
        Visit::of(&self.front, parts).template(StatusCode::OK, ERROR, &page)
    }

    /// Puts errors into the person's words.
    fn shown(&self, parts: &Parts, again: Option<Again>, response: Response, id: Uuid) -> Response {
        let error = match response.extensions().get::<Unshown>() {
            Some(Unshown(error)) => error.clone(),
            None if !is_bare(&response) => return response,
            None => match Error::of_status(response.status()) {
                Some(error) => Arc::new(error),
                None => return response,
            },
        };
        if let Error::Internal(cause) = &*error {
            tracing::error!(error = format!("{cause:#}"), "a request failed");
        }
        let again = again.filter(|_| matches!(*error, Error::TooMany { .. } | Error::Busy));
        let mut shown = self.page(parts, again, &response, &error, id);
        for name in [header::ALLOW, header::SET_COOKIE] {
            for value in response.headers().get_all(&name) {
                shown.headers_mut().append(&name, value.clone());
            }
        }
        let wait = match *error {
            Error::TooMany { seconds } => Some(seconds),
            Error::Busy => Some(AGAIN),
            _ => None,
        };
        if let Some(seconds) = wait {
            shown.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        shown
    }

    fn page(&self, parts: &Parts, again: Option<Again>, response: &Response, error: &Error, id: Uuid) -> Response {
        let visit = Visit::of(&self.front, parts);
        let (title, text) = error.words();
        let minutes = match error {
            Error::TooMany { seconds } => Some(i64::try_from(seconds.div_ceil(60)).unwrap_or(i64::MAX)),
            _ => None,
        };
        let reference = matches!(error, Error::Internal(_)).then(|| id.to_string());
        let status = response.status();
        if parts.uri.path().starts_with("/api/") {
            let say = |key: &str| {
                let args = [
                    ("minutes", minutes.unwrap_or_default().into()),
                    ("reference", reference.as_deref().unwrap_or_default().into()),
                ];
                self.front.text.word(visit.language, key, &args)
            };
            let problem = serde_json::json!({
                "type": "about:blank", "title": say(title), "status": status.as_u16(), "detail": say(text),
            });
            let kind = [(header::CONTENT_TYPE, "application/problem+json")];
            return (status, kind, problem.to_string()).into_response();
        }
        let page = ErrorPage { minutes, reference, again, ..ErrorPage::of(title, Some(text)) };
        let shown = visit.template(status, ERROR, &page);
        if shown.extensions().get::<Unshown>().is_some() {
            // Not even the page about errors can be rendered: an overlaid template is broken.
            return (status, self.front.text.word(visit.language, title, &[])).into_response();
        }
        shown
    }
}

const ERROR: &str = "frame/error.html";

#[derive(Serialize)]
struct ErrorPage {
    title: &'static str,
    text: Option<&'static str>,
    minutes: Option<i64>,
    reference: Option<String>,
    /// What was typed, when it is worth sending once more.
    again: Option<Again>,
    /// Who shows it in another language: see the language menu.
    switch: &'static str,
}

impl ErrorPage {
    const fn of(title: &'static str, text: Option<&'static str>) -> Self {
        Self { title, text, minutes: None, reference: None, again: None, switch: kept::KEPT }
    }
}

/// True for an error that nobody has put into words: from the router, an extractor or a library.
fn is_bare(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_none_or(|kind| kind.starts_with("text/plain"))
}

fn reads_only(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// The method as a label; anybody can invent others.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
