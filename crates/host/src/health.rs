//! Whether the process lives, whether it can do its work, and numbers about it.

use crate::Database;
use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures::FutureExt;
use futures::future::{BoxFuture, join_all};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use sea_orm::ConnectionTrait;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

/// How long a check may take.
const PATIENCE: Duration = Duration::from_secs(2);

/// Something that must work before requests are sent here.
#[derive(Clone)]
pub struct Check {
    name: &'static str,
    check: Arc<dyn Fn() -> BoxFuture<'static, anyhow::Result<()>> + Send + Sync>,
}

impl Check {
    /// A check of any kind. The name is public, the error is only logged.
    pub fn new<F>(name: &'static str, check: F) -> Self
    where
        F: Fn() -> BoxFuture<'static, anyhow::Result<()>> + Send + Sync + 'static,
    {
        Self { name, check: Arc::new(check) }
    }

    /// The database of a service answers.
    pub fn database(service: &'static str, db: &Database) -> Self {
        let db = db.clone();
        Self::new(service, move || {
            let db = db.clone();
            async move { Ok(db.read.execute_unprepared("SELECT 1").await.map(|_| ())?) }.boxed()
        })
    }
}

pub(crate) async fn ready(checks: Arc<Vec<Check>>, stop: CancellationToken) -> Response {
    let results = join_all(checks.iter().map(|one| async move {
        let result = timeout(PATIENCE, (one.check)()).await.unwrap_or_else(|_| Err(anyhow::anyhow!("no answer")));
        if let Err(error) = &result {
            tracing::warn!(check.name = one.name, error = format!("{error:#}"), "not ready");
        }
        (one.name, result.is_ok())
    }))
    .await;
    let ready = !stop.is_cancelled() && results.iter().all(|(_, good)| *good);
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let checks: BTreeMap<_, _> =
        results.into_iter().map(|(name, good)| (name, if good { "ok" } else { "failing" })).collect();
    (status, Json(serde_json::json!({ "ready": ready, "checks": checks }))).into_response()
}

/// Seconds, for requests from a cached page to a form that waited for a lock.
const BUCKETS: [f64; 10] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.25, 1.0, 5.0, 30.0];

/// One recorder for the process; absent if somebody else installed theirs first.
static METRICS: LazyLock<Option<PrometheusHandle>> = LazyLock::new(|| {
    PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &BUCKETS)
        .and_then(PrometheusBuilder::install_recorder)
        .inspect_err(|error| tracing::warn!(%error, "no metrics are kept"))
        .ok()
});

/// Starts keeping numbers. What happened before is not counted.
pub fn keep_metrics() {
    LazyLock::force(&METRICS);
}

/// Empties what has piled up in histograms; called now and then.
pub(crate) fn tidy_metrics() {
    if let Some(metrics) = METRICS.as_ref() {
        metrics.run_upkeep();
    }
}

pub(crate) async fn metrics() -> Response {
    let written = METRICS.as_ref().map(PrometheusHandle::render).unwrap_or_default();
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], written).into_response()
}
