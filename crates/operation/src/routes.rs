use crate::page::{Found, MOST, Parked, Process, ServicePage, StuckLetters};
use axum::Router;
use axum::extract::{FromRef, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use host::{Error, Fields, Host, Operator, Visit};
use proto::MessageId;
use sea_orm::DbErr;
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// How long the broker may take to say what lies there.
const PATIENCE: Duration = Duration::from_secs(3);

/// Looks for letters that do not get out.
pub type Letters = Arc<dyn Fn(DateTime<Utc>) -> BoxFuture<'static, Result<Vec<StuckLetters>, DbErr>> + Send + Sync>;

/// What the page of one service is made of.
#[derive(Clone)]
pub struct Operation {
    host: Host,
    process: Process,
    letters: Option<Letters>,
}

impl FromRef<Operation> for Host {
    fn from_ref(operation: &Operation) -> Self {
        operation.host.clone()
    }
}

impl Operation {
    /// Of a service in a process that starts now. `services` are all that there are, wherever they run.
    pub fn new(host: Host, service: &'static str, services: &'static [&'static str], version: &'static str) -> Self {
        let started_at = host.clock.now();
        let text = crate::templates(&host.text);
        let process = Process { service, services, version, started_at };
        Self { host: host.with_text(text), process, letters: None }
    }

    /// The same for the service that sends letters.
    #[must_use]
    pub fn with_letters(mut self, letters: Letters) -> Self {
        self.letters = Some(letters);
        self
    }

    /// The page and its forms.
    pub fn routes(self) -> Router {
        let path = format!("/drift/{}", self.process.service);
        Router::new().route(&path, get(show).post(try_again)).with_state(self)
    }

    async fn found(&self, now: DateTime<Utc>) -> Result<Found, Error> {
        let db = &self.host.db;
        let letters = match &self.letters {
            Some(letters) => Some(letters(now).await?),
            None => None,
        };
        Ok(Found {
            state: bus::state(db, now).await?,
            seen: migrations::seen(&db.read).await?,
            kinds: bus::kinds_set_aside(db).await?,
            messages: bus::first_set_aside(db, MOST).await?,
            parked: self.parked().await,
            letters,
        })
    }

    async fn parked(&self) -> Parked {
        let settings = &self.host.settings;
        if settings.broker.is_none() {
            return Parked::Nowhere;
        }
        match timeout(PATIENCE, bus::amqp::count_parked(settings, &[self.process.service])).await {
            Ok(Ok(count)) => Parked::Known(count),
            Ok(Err(error)) => {
                tracing::warn!(
                    service.name = self.process.service,
                    error = format!("{error:#}"),
                    "the broker does not say what is parked"
                );
                Parked::Unknown
            }
            Err(_elapsed) => Parked::Unknown,
        }
    }
}

#[derive(Deserialize)]
struct Asked {
    /// How many messages are tried once more.
    prova: Option<u64>,
}

async fn show(
    State(operation): State<Operation>,
    Query(asked): Query<Asked>,
    _operator: Operator,
    visit: Visit,
) -> Result<Response, Error> {
    let found = operation.found(visit.now).await?;
    Ok(visit.page(&ServicePage::new(operation.process, found, asked.prova, visit.now)))
}

async fn try_again(
    State(operation): State<Operation>,
    operator: Operator,
    visit: Visit,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let (db, service) = (&operation.host.db, operation.process.service);
    let tried = match (fields.get("melding").and_then(|id| id.parse().ok()), fields.get("slag")) {
        (Some(id), _) => u64::from(bus::replay(db, MessageId(id), visit.now).await?),
        (None, Some(kind)) => bus::replay_kind(db, kind, visit.now).await?,
        (None, None) => 0,
    };
    tracing::info!(service.name = service, account.id = %operator.account, tried, "an operator has messages tried once more that were set aside");
    Ok(visit.with_cookies(Redirect::to(&format!("/drift/{service}?prova={tried}")).into_response()))
}
