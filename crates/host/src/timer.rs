use crate::{Host, Task};
use futures::FutureExt;
use std::future::Future;
use std::time::Duration;

/// Runs `turn` at once, then every so often and whenever the clock is moved by hand, until the program stops.
///
/// A turn that fails is logged and tried again at the next occasion; the one in hand is finished before stopping.
pub fn timer<F, Fut>(host: &Host, name: &'static str, every: Duration, turn: F) -> Task
where
    F: Fn() -> Fut + Send + 'static,
    Fut: Future<Output = anyhow::Result<()>> + Send,
{
    let (clock, stop) = (host.clock.clone(), host.stop.clone());
    async move {
        let mut rounds = tokio::time::interval(every);
        rounds.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = stop.cancelled() => return Ok(()),
                _ = rounds.tick() => {}
                () = clock.changed() => {}
            }
            if let Err(error) = turn().await {
                tracing::warn!(
                    timer.name = name,
                    error = format!("{error:#}"),
                    "a timer's turn failed and will be tried again"
                );
            }
        }
    }
    .boxed()
}
