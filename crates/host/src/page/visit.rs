use super::language::{self, Choice};
use super::{Frame, FrameOrganisation, Page, csrf, peer};
use crate::cookie;
use crate::{Error, Front, Host};
use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use chrono::{DateTime, Utc};
use proto::Language;
use serde::Serialize;
use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;
use text::Text;

const LANGUAGE_COOKIE: &str = "sprak";

/// Somebody asking for a page: what is known about them, and how they are answered.
pub struct Visit {
    /// The language they read.
    pub language: Language,
    /// The path asked for, without the query.
    pub path: String,
    pub now: DateTime<Utc>,
    /// Where the request comes from.
    pub peer: IpAddr,
    choice: Choice,
    id: csrf::VisitId,
    token: String,
    keys: crate::Keys,
    text: Arc<Text>,
    frame: Frame,
    cookies: Vec<String>,
}

/// A page's own variables, and those of the frame.
#[derive(Serialize)]
struct Framed<'a, P> {
    #[serde(flatten)]
    page: &'a P,
    csrf: &'a str,
    frame: &'a Frame,
}

impl Visit {
    /// The page with status 200.
    pub fn page<P: Page>(&self, page: &P) -> Response {
        self.page_with(StatusCode::OK, page)
    }

    /// The page with another status: 422 for a form with mistakes, 404 for what is gone.
    pub fn page_with<P: Page>(&self, status: StatusCode, page: &P) -> Response {
        self.template(status, P::TEMPLATE, page)
    }

    pub(crate) fn template<C: Serialize>(&self, status: StatusCode, template: &str, context: &C) -> Response {
        let framed = Framed { page: context, csrf: &self.token, frame: &self.frame };
        match self.text.render(template, self.language, &framed) {
            Ok(html) => self.with_cookies((status, Html(html)).into_response()),
            Err(error) => Error::Internal(error.into()).into_response(),
        }
    }

    /// The token that every form carries in a hidden field `csrf`; also in every page as the variable `csrf`.
    pub fn csrf(&self) -> &str {
        &self.token
    }

    /// True when a form comes from a page of ours, shown in the same browser. Ask before anything is done.
    pub fn genuine(&self, token: &str) -> bool {
        csrf::genuine(&self.keys, &self.id, token)
    }

    /// Names the organisation that answers for the page: its links in the footer, and its Norwegian for readers who ask
    /// for Norwegian without saying which. Call it before [`Visit::language`] is used.
    #[must_use]
    pub fn organisation(mut self, organisation: &FrameOrganisation) -> Self {
        self.language = self.choice.language(organisation.norwegian);
        self.frame.organisation = Some(organisation.clone());
        self
    }

    /// Sets the cookies of this visit on an answer that is no page, such as a redirect.
    pub fn with_cookies(&self, mut response: Response) -> Response {
        for cookie in &self.cookies {
            if let Ok(value) = HeaderValue::from_str(cookie) {
                response.headers_mut().append(header::SET_COOKIE, value);
            }
        }
        response
    }

    pub(crate) fn of(front: &Front, parts: &Parts) -> Self {
        let settings = &front.settings;
        let query = parts.uri.query();
        let accept = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let choice = language::choose(query, cookie::read(&parts.headers, LANGUAGE_COOKIE), accept);
        let mut cookies = Vec::new();
        if let Choice::Link(language) = choice {
            cookies.push(cookie::lasting(LANGUAGE_COOKIE, language.code(), settings, cookie::A_YEAR));
        }
        let id = cookie::read(&parts.headers, csrf::COOKIE).and_then(csrf::read).unwrap_or_else(|| {
            let id = rand::random();
            cookies.push(cookie::passing(csrf::COOKIE, &csrf::written(&id), settings));
            id
        });
        Self {
            language: choice.language(None),
            path: parts.uri.path().to_owned(),
            now: front.clock.now(),
            peer: peer(&parts.extensions, &parts.headers, &settings.trusted_proxies),
            choice,
            id,
            token: csrf::token(&front.keys, &id, rand::random()),
            keys: front.keys.clone(),
            text: front.text.clone(),
            frame: Frame::new(parts.uri.path(), query, settings.demo, parts.method == Method::POST),
            cookies,
        }
    }
}

impl<S> FromRequestParts<S> for Visit
where
    S: Send + Sync,
    Host: FromRef<S>,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&Front::from(&Host::from_ref(state)), parts))
    }
}
