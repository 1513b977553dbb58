//! What is still owed to somebody whose data are deleted: a calendar that does not lie.

use chrono::{DateTime, Utc};
use proto::event::Event;
use uuid::Uuid;

use crate::planning::Existing;
use crate::purpose::Purpose;

/// The letter that takes the entry out of the person's calendar and has not gone out yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Last {
    /// It goes out as it was made.
    Made(Uuid),
    /// It is made now, while it is known for whom.
    Planned(Uuid),
    /// The news of what it tells has been overtaken by that of the deletion.
    Unplanned(Purpose),
}

/// What is known about somebody whose data are about to be deleted.
#[derive(Clone, Copy)]
pub(crate) struct Parting<'a> {
    pub letters: &'a [Existing],
    /// The person can have the entry in a calendar.
    pub invited: bool,
    /// The newest calendar message takes it out.
    pub taken_out: bool,
    pub event: &'a Event,
    pub cancelled: bool,
    pub now: DateTime<Utc>,
}

/// The one letter that outlives the deletion. Nothing when the calendar is right without it, or it is all over.
pub(crate) fn last(parting: Parting<'_>) -> Option<Last> {
    let Parting { letters, invited, taken_out, event, cancelled, now } = parting;
    if !invited || now >= event.ends_at {
        return None;
    }
    let takes_out = |letter: &&Existing| matches!(letter.purpose, Purpose::Withdrawal | Purpose::Cancellation);
    let under_way = || letters.iter().filter(takes_out).filter(|letter| letter.state.may_go_out());
    let made = || under_way().find(|letter| letter.made).map(|letter| Last::Made(letter.id));
    let planned = || under_way().next().map(|letter| Last::Planned(letter.id));
    let unplanned = || Last::Unplanned(if cancelled { Purpose::Cancellation } else { Purpose::Withdrawal });
    made().or_else(planned).or_else(|| (!taken_out).then(unplanned))
}
