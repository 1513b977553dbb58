use crate::health::{self, Check};
use crate::{Front, Service};
use anyhow::Context;
use axum::serve::ListenerExt;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval, timeout};

/// How long what is in hand may take once the program is to stop.
const LAST_ROUND: Duration = Duration::from_secs(20);

/// Answers requests and runs the services' loops until `front.stop` is cancelled or one of them fails. Then nothing new
/// is begun, and what is in hand is finished.
pub async fn serve(
    front: &Front,
    services: Vec<Service>,
    checks: Vec<Check>,
    listener: TcpListener,
) -> anyhow::Result<()> {
    health::keep_metrics();
    let stop = front.stop.clone();
    let mut tasks: JoinSet<anyhow::Result<()>> = JoinSet::new();
    let mut routes = Vec::new();
    for service in services {
        routes.push(service.routes);
        for task in service.tasks {
            let name = service.name;
            tasks.spawn(async move { task.await.with_context(|| format!("a loop of {name} ended")) });
        }
    }
    let (site, answering) = front.answering(routes, checks);
    let upkeep = stop.clone();
    tasks.spawn(async move {
        let mut minutes = interval(Duration::from_secs(60));
        minutes.set_missed_tick_behavior(MissedTickBehavior::Delay);
        while upkeep.run_until_cancelled(minutes.tick()).await.is_some() {
            health::tidy_metrics();
            if let Some(limits) = &answering.limits {
                limits.forget();
            }
        }
        Ok(())
    });
    // Without it small answers wait for the other side's acknowledgement.
    let listener = listener.tap_io(|connection| {
        if let Err(error) = connection.set_nodelay(true) {
            tracing::debug!(%error, "cannot switch off delays");
        }
    });
    let pages = site.into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, pages).with_graceful_shutdown(stop.clone().cancelled_owned());
    tasks.spawn(async move { server.await.context("the HTTP server ended") });

    let mut outcome = Ok(());
    while let Some(ended) = tokio::select! {
        ended = tasks.join_next() => ended,
        () = stop.cancelled() => None,
    } {
        if let Err(error) = ended.context("a task panicked").and_then(|result| result)
            && outcome.is_ok()
        {
            tracing::error!(error = format!("{error:#}"), "stopping, because a part of the program failed");
            outcome = Err(error);
            stop.cancel();
        }
    }
    let finished = timeout(LAST_ROUND, async { while tasks.join_next().await.is_some() {} }).await;
    if finished.is_err() {
        tracing::warn!(
            tasks = tasks.len(),
            "some things were not finished in time and will be taken up again at the next start"
        );
    }
    outcome
}
