//! What letters said that were sent is needed for as long as they may come back. Who sent a proposal in is only known to the letter
//! to them. One that never arrived can be sent again for as long as the conference is not over; after that nobody needs to know. In
//! the folder of an installation without a mail server a letter lies for as long as it is known whom it is to.

use bus::Bus;
use chrono::TimeDelta;
use host::Host;
use proto::EventId;

use crate::postbox;
use crate::store::{event, forgotten, letter, receiving_domain};

/// For how long a letter may come back. Mail servers give up after five days.
pub(crate) const COMES_BACK: TimeDelta = TimeDelta::days(7);
/// For how long something may be heard after it was said.
const ON_ITS_WAY: TimeDelta = TimeDelta::days(7);
/// For how long it is known that letters went to a domain.
const QUIET: TimeDelta = TimeDelta::days(1);

/// Deletes what has no more use by now.
pub(crate) async fn turn(host: Host, bus: Bus) -> anyhow::Result<()> {
    letter::forget_facts(&host.db.write, host.clock.now() - COMES_BACK).await?;
    postbox::sweep(&crate::folder(&host.settings), &host.db.read, host.clock.now() - COMES_BACK).await?;
    forgotten::let_go(&host.db.write, host.clock.now() - ON_ITS_WAY).await?;
    receiving_domain::forget(&host.db.write, host.clock.now() - QUIET).await?;
    for id in letter::events_with_unsent_proposals(&host.db.read).await? {
        let heard = event::find(&host.db.read, EventId(id)).await?;
        let is_over = heard.and_then(|heard| heard.event).is_some_and(|event| host.clock.now() >= event.ends_at);
        if is_over {
            let work = bus.begin().await?;
            letter::forget_proposals(&work.tx, EventId(id)).await?;
            work.commit().await?;
        }
    }
    Ok(())
}
