//! Why a page cannot be shown. What people see of it is made by [`crate::Front`], which knows their language.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use sea_orm::{DbErr, RuntimeErr, sqlx};
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
        match is_away(&error) {
            true => Self::Busy,
            false => Self::Internal(error.into()),
        }
    }
}

/// Whether the database is not there, or not just now: who asks again may be answered.
fn is_away(error: &DbErr) -> bool {
    let (DbErr::Query(RuntimeErr::SqlxError(error)) | DbErr::Exec(RuntimeErr::SqlxError(error))) = error else {
        // No connection was free, or there was none to be had.
        return matches!(error, DbErr::ConnectionAcquire(_) | DbErr::Conn(_));
    };
    match &**error {
        sqlx::Error::Database(refused) => refused.code().is_some_and(|code| is_busy(&code)),
        // Of the others, those that say nothing about what was asked: the connection broke.
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::Protocol(_) => true,
        sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => true,
        _ => false,
    }
}

/// PostgreSQL is shutting down, out of connections or memory, or broke off what took too long; SQLite waited for its lock.
fn is_busy(code: &str) -> bool {
    match code.parse::<u32>() {
        // The codes of SQLite are numbers with what is wrong in the last byte.
        Ok(number) if code.len() < 5 => matches!(number & 0xff, 5 | 6),
        _ => ["08", "53", "57"].iter().any(|class| code.starts_with(class)) || matches!(code, "55P03" | "25P03"),
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

#[cfg(test)]
mod tests {
    use super::{Error, is_busy};
    use sea_orm::{DbErr, RuntimeErr, sqlx};
    use std::sync::Arc;

    fn shown(error: sqlx::Error) -> u16 {
        Error::from(DbErr::Query(RuntimeErr::SqlxError(Arc::new(error)))).status().as_u16()
    }

    #[test]
    fn a_connection_that_broke_is_told_as_a_time_to_come_again() {
        assert_eq!(shown(sqlx::Error::Io(std::io::ErrorKind::ConnectionReset.into())), 503);
        assert_eq!(shown(sqlx::Error::PoolTimedOut), 503);
        assert_eq!(shown(sqlx::Error::RowNotFound), 500);
        assert_eq!(Error::from(DbErr::Custom("no such column".to_owned())).status().as_u16(), 500);
    }

    #[test]
    fn only_what_passes_by_itself_is_a_time_to_come_again() {
        for passing in ["57P01", "57014", "53300", "08006", "55P03", "25P03", "5", "6", "517"] {
            assert!(is_busy(passing), "{passing}");
        }
        for lasting in ["42P01", "23505", "22P02", "1", "19", "2067"] {
            assert!(!is_busy(lasting), "{lasting}");
        }
    }
}
