//! Saying and hearing: the broker carries, the database remembers.
//!
//! Each service keeps two tables in its own database: `outbox` (said, not carried yet) and `inbox` (arrived, not done
//! yet). Three loops work on them: *carry* what was said, *store* what arrives, *do* what is due. Trying again, setting
//! aside and replaying are columns, the same on both databases and with both carriers.
//!
//! - What a handler does (the mark in the inbox, its own rows, what it says) is one transaction.
//! - A message that arrives twice is done once, for thirty days.
//! - No transaction is open while the network is waited for.
//! - Every mark on a row names the lease it was read under, so one who stood still too long changes nothing.
//!
//! Knows nothing of what any message means.

pub mod amqp;
mod bus;
mod carrier;
mod carrying;
mod doing;
mod exchange;
mod hears;
mod pause;
mod replay;
mod retry;
mod state;
mod store;
pub mod testing;
mod trace;
mod work;

pub use bus::{Build, Bus};
pub use carrier::Carrier;
pub use exchange::Exchange;
pub use hears::{Failure, Hears};
pub use replay::{
    SetAside, Unsent, carry_again, carry_now, export, first_set_aside, kinds_set_aside, replay, replay_kind, set_aside,
    unsent,
};
pub use state::{State, state};
pub use trace::Trace;
pub use work::Work;
