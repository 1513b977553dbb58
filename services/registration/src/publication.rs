//! Decides what a published event means for those who are signed up already.

use crate::store::{event, pool};
use proto::event::Event;
use std::collections::BTreeSet;
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Publication {
    /// Something newer is known.
    Older,
    Newer {
        /// Choices that were taken out, to be taken from those who have them or wait for them.
        closed: Vec<Uuid>,
    },
    /// It would leave people without what they have. Somebody has to look at it.
    Impossible(String),
}

pub(crate) fn publication(row: &event::Model, pools: &[pool::Model], event: &Event) -> Publication {
    // After a cancellation that came first, any snapshot is better than none.
    if row.snapshot.is_some() && i64::from(event.revision) <= row.revision {
        return Publication::Older;
    }
    let whole_now: BTreeSet<Uuid> =
        event.sign_up.pools.iter().filter(|pool| pool.whole).map(|pool| pool.id.0).collect();
    let whole_before: BTreeSet<Uuid> =
        pools.iter().filter(|pool| pool.whole && !pool.closed).map(|pool| pool.id).collect();
    let anybody_signed_up = row.next_seq > 1;
    if anybody_signed_up && whole_now != whole_before {
        return Publication::Impossible(format!(
            "the places that every registration of event {} needs cannot become others once people have signed up",
            event.id
        ));
    }
    let is_gone = |pool: &&pool::Model| {
        !pool.whole && !pool.closed && !event.sign_up.pools.iter().any(|now| now.id.0 == pool.id && !now.whole)
    };
    Publication::Newer { closed: pools.iter().filter(is_gone).map(|pool| pool.id).collect() }
}
