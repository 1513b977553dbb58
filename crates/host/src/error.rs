//! Why a page cannot be shown. What people see of it is made by [`crate::Front`], which knows their language.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use sea_orm::DbErr;
use std::sync::Arc;

/// An answer other than the one asked for.
#[derive(Debug)]
pub enum Error {
    /// There is no such page, or nothing that this person may know of.
    NotFound,
    /// Signed in, but without the right role.
    Forbidden,
    /// Not signed in, where a redirect to a page would not help (the API).
    SignInFirst,
    /// The form does not come from a page of ours.
    NotGenuine,
    /// Not what the form on the page sends.
    WrongForm,
    /// Larger than anything we ask for.
    TooLarge,
    /// Not something that can be done at this address.
    WrongMethod,
    /// Too many requests; try again in so many seconds.
    TooMany { seconds: u64 },
    /// We cannot keep up, or the database is not there; worth trying again.
    Busy,
    /// Our fault. Logged with its causes, shown as a number.
    Internal(anyhow::Error),
}

impl Error {
    pub(crate) const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::NotGenuine => StatusCode::FORBIDDEN,
            Self::SignInFirst => StatusCode::UNAUTHORIZED,
            Self::WrongForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The keys of heading and explanation.
    pub(crate) const fn words(&self) -> (&'static str, &'static str) {
        match self {
            Self::NotFound => ("frame-not-found", "frame-not-found-text"),
            Self::Forbidden => ("frame-forbidden", "frame-forbidden-text"),
            Self::SignInFirst => ("frame-sign-in-first", "frame-sign-in-first-text"),
            Self::NotGenuine => ("frame-not-genuine", "frame-not-genuine-text"),
            Self::WrongForm => ("frame-wrong-form", "frame-wrong-form-text"),
            Self::TooLarge => ("frame-too-large", "frame-too-large-text"),
            Self::WrongMethod => ("frame-wrong-method", "frame-wrong-method-text"),
            Self::TooMany { .. } => ("frame-too-many", "frame-too-many-text"),
            Self::Busy => ("frame-busy", "frame-busy-text"),
            Self::Internal(_) => ("frame-internal", "frame-internal-text"),
        }
    }

    /// What a bare status from a library or from a route that does not exist means.
    pub(crate) fn of_status(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND => Some(Self::NotFound),
            StatusCode::FORBIDDEN => Some(Self::Forbidden),
            StatusCode::UNAUTHORIZED => Some(Self::SignInFirst),
            StatusCode::METHOD_NOT_ALLOWED => Some(Self::WrongMethod),
            StatusCode::PAYLOAD_TOO_LARGE | StatusCode::URI_TOO_LONG => Some(Self::TooLarge),
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => Some(Self::Busy),
            _ if status.is_client_error() => Some(Self::WrongForm),
            _ if status.is_server_error() => Some(Self::Internal(anyhow::anyhow!("a bare answer {status}"))),
            _ => None,
        }
    }
}

/// Goes with an answer to the layer that shows it.
#[derive(Clone)]
pub(crate) struct Unshown(pub(crate) Arc<Error>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Unshown(Arc::new(self)));
        response
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        match error {
            // No connection was free, or there was none to be had.
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Busy,
            other => Self::Internal(other.into()),
        }
    }
}

impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        match error.downcast::<DbErr>() {
            Ok(error) => error.into(),
            Err(error) => Self::Internal(error),
        }
    }
}
