//! What has no more use is deleted by itself.

use crate::evaluation::OPEN;
use crate::store::{evaluation, evaluation_mark, list, organisation, panelist};
use chrono::{DateTime, TimeDelta, Utc};
use host::{Host, Task};
use proto::organisation::Organisation;
use std::time::Duration;

const EVERY: Duration = Duration::from_secs(60 * 60);
/// For so long a list that was read waits to be taken in.
pub(crate) const LIST_WAITS: TimeDelta = TimeDelta::days(1);

pub(crate) fn timer(host: &Host) -> Task {
    let own = host.clone();
    host::timer(host, "webinar.forgetting", EVERY, move || turn(own.clone()))
}

pub(crate) async fn turn(host: Host) -> anyhow::Result<()> {
    let (read, write, now) = (&host.db.read, &host.db.write, host.clock.now());
    list::delete_read_before(write, now - LIST_WAITS).await?;
    // Nobody can answer any more, so nobody can answer twice.
    evaluation_mark::forget(write, now - OPEN).await?;
    // Of an organisation that is not known one does not know either how long it keeps anything: it is looked at another time.
    for (slug, organisation) in &organisation::all(read).await? {
        let over = now - TimeDelta::days(organisation.retention_days.into());
        panelist::forget(write, slug, over).await?;
        evaluation::forget_written(write, slug, over).await?;
    }
    Ok(())
}

/// Whether names of those who spoke at a webinar that ended then are kept no longer.
pub(crate) fn is_forgotten(organisation: &Organisation, ends_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now >= ends_at + TimeDelta::days(organisation.retention_days.into())
}
