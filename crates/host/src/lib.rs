//! What every service stands on: settings, the clock, its database, the keys, the HTTP server and the page frame.
//!
//! Knows nothing of what a service decides, and nothing of messages.

pub mod access;
mod clock;
pub mod cookie;
mod database;
mod error;
pub mod form;
mod front;
mod haste;
mod health;
mod hidden;
mod kept;
mod limit;
pub mod page;
mod security;
mod serve;
mod settings;
mod snapshots;
pub mod statics;
pub mod testing;
mod testing_pages;
mod timer;
mod token;
mod vault;

use futures::future::BoxFuture;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

pub use access::{Operator, Organiser};
pub use clock::{Clock, to_micros};
pub use database::Database;
pub use error::Error;
pub use form::{Choice, FieldError, Fields};
pub use front::Front;
pub use haste::{Haste, Waiting};
pub use health::{Check, keep_metrics};
pub use page::{FrameOrganisation, Page, Sample, Visit, samples};
pub use serve::serve;
pub use settings::{
    ClientCredentials, DkimAlgorithm, DkimKey, ImapMailbox, LogFormat, OpenIdProvider, RateLimit, Receiver, Relay,
    Settings, SpfTerm, is_this_machine,
};
pub use snapshots::Snapshots;
pub use timer::timer;
pub use token::{Keys, Purpose};
pub use vault::{Vault, VaultError};

/// Work that goes on until the program stops.
pub type Task = BoxFuture<'static, anyhow::Result<()>>;

/// What one service is given to stand on. Cheap to clone.
#[derive(Clone)]
pub struct Host {
    pub settings: Arc<Settings>,
    pub clock: Clock,
    /// The service's own database; nobody else reads it.
    pub db: Database,
    pub keys: Keys,
    /// What sensitive answers are sealed with; empty in processes that are not told of it.
    pub vault: Vault,
    pub text: Arc<text::Text>,
    /// How many wait for an answer in this process; what nobody waits for gives way to them.
    pub haste: Haste,
    /// Cancelled when the program is to stop: finish what is in hand, begin nothing new.
    pub stop: CancellationToken,
}

impl Host {
    /// The public address of a path of ours.
    pub fn address(&self, path: &str) -> String {
        self.settings.address(path)
    }

    /// The same host with a service's own templates added to its text. Those of the frame are always there.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "a service hands over what it has just made")]
    pub fn with_text(mut self, text: text::Text) -> Self {
        self.text = Arc::new(page::with_frame(&text));
        self
    }
}

/// What a service hands to the program that runs it.
pub struct Service {
    pub name: &'static str,
    /// Its pages, with their full paths.
    pub routes: axum::Router,
    /// Its loops and timers; each ends when `stop` is cancelled.
    pub tasks: Vec<Task>,
}
