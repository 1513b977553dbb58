//! Invitations, updates, cancellations and feeds as iCalendar, and the replies that come back.
//!
//! Everything here is a plain function from values to bytes or from bytes to values: no clock, no
//! randomness, no I/O. What a message needs to know (its number, the time of making it) is handed in.

mod entry;
mod event;
mod feed;
mod ics;
mod imip;
mod reply;
mod wall_clock;

pub use entry::{Answer, Conference, Entry, Party, Span, Standing};
pub use feed::{FeedEntry, feed};
pub use imip::{cancel, request};
pub use reply::{Method, Reply, ReplyAnswer, Unclear, read_reply};
pub use wall_clock::{SkippedHour, at_local};
