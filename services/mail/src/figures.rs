//! Numbers to watch: whether letters get out in time.

use chrono::TimeDelta;
use host::Host;

use crate::store::letter;

/// The longest pause between two tries; what is stuck is tried again before that.
const NEXT_TRY: TimeDelta = TimeDelta::hours(5);

/// Publishes how long the letter has waited that should have been sent first.
pub(crate) async fn turn(host: Host) -> anyhow::Result<()> {
    let now = host.clock.now();
    let waited = match letter::oldest_overdue(&host.db.read, now, NEXT_TRY).await? {
        Some(due) => now - due,
        None => TimeDelta::zero(),
    };
    metrics::gauge!("mail_oldest_overdue_letter_seconds").set(waited.as_seconds_f64());
    Ok(())
}
