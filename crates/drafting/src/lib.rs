//! An event from nothing: what organisers type, step by step, and how it becomes the same event that a file makes.
//!
//! Each service that owns a kind of event says with [`Drafts`] what is its own, and merges [`routes`] with its pages. Drafts lie in
//! the service's own database, in a table of the same shape everywhere.

mod asked;
mod clock;
pub mod draft;
mod filing;
pub mod form;
mod missing;
mod pages;
pub mod policies;
mod slug;
pub mod store;
mod unpublishing;

pub use clock::clock;
pub use pages::plain::plain;
pub use pages::preview::Preview;
pub use pages::routes;
pub use unpublishing::{Tie, settle};

use axum::response::Response;
use bus::{Bus, Work};
use chrono::{DateTime, Utc};
use event_file::Problem;
use host::{Host, Sample, Visit};
use proto::event::{Event, EventKind};
use proto::organisation::Organisation;
use proto::{EventId, Localised};
use rust_embed::RustEmbed;
use sea_orm::DbErr;
use serde::Serialize;
use std::future::Future;
use text::Text;

/// A kind of event, and the service that owns it.
pub trait Drafts: Clone + Send + Sync + 'static {
    const KIND: EventKind;

    /// What the page that one looks at before publishing is made of.
    type Seen: Send;

    fn host(&self) -> &Host;

    fn bus(&self) -> &Bus;

    /// This installation can make rooms for meetings, so that no address is needed.
    fn rooms(&self) -> bool {
        false
    }

    /// The networks that an organisation can invite.
    fn networks(&self, _organisation: &str) -> impl Future<Output = Result<Vec<Network>, DbErr>> + Send {
        std::future::ready(Ok(Vec::new()))
    }

    /// Those of these organisations that are known, in the order asked for.
    fn organisations(&self, slugs: &[&str]) -> impl Future<Output = Result<Vec<Organisation>, DbErr>> + Send;

    /// The published events of these organisations, the latest first, as many as a page can list.
    fn held(&self, organisations: &[&str]) -> impl Future<Output = Result<Vec<Held>, DbErr>> + Send;

    fn by_slug(&self, slug: &str) -> impl Future<Output = Result<Option<Held>, DbErr>> + Send;

    /// How many have a place.
    fn coming(&self, event: EventId) -> impl Future<Output = Result<u64, DbErr>> + Send;

    /// Says that an event will not take place. False, and nothing happens, where that was said before or there is none.
    fn cancel(&self, work: &Work, slug: &str, reason: Localised) -> impl Future<Output = Result<bool, DbErr>> + Send;

    /// What others hold of an event besides having signed up.
    fn tie(&self, _event: EventId) -> impl Future<Output = Result<Option<Tie>, DbErr>> + Send {
        std::future::ready(Ok(None))
    }

    /// Gives what is to be said of an event a number of its own, higher than all before: what is published afterwards is newer.
    /// Nothing where there is no such event.
    fn number(&self, work: &Work, slug: &str) -> impl Future<Output = Result<Option<u32>, DbErr>> + Send;

    /// Judges an event file, keeps what it says and says it to others, all of it in the work of whoever asks.
    fn take_in(&self, work: &Work, text: &str) -> impl Future<Output = Result<(), Refused>> + Send;

    /// What would become of a file, if it has enough of what is seen.
    fn seen(&self, looked: &Looked) -> impl Future<Output = Result<Option<Self::Seen>, DbErr>> + Send;

    /// The page of it as everybody will see it.
    fn show(&self, visit: Visit, seen: Self::Seen, organisation: Organisation, preview: Preview) -> Response;
}

/// A network of an organisation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Network {
    pub slug: String,
    pub name: Localised,
}

/// A published event.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    pub event: Event,
    pub cancelled: bool,
}

/// A draft to look at, as a file: what is not seen on the page may be missing, and so may languages.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    pub text: String,
    /// Without the languages that it requires.
    pub organisation: Organisation,
    pub changed_at: DateTime<Utc>,
}

/// Why a file was not taken in.
#[derive(Debug)]
pub enum Refused {
    /// In the order of the file.
    Problems(Vec<Problem>),
    Database(DbErr),
}

impl From<DbErr> for Refused {
    fn from(error: DbErr) -> Self {
        Self::Database(error)
    }
}

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/templates"]
struct Templates;

/// The text with the templates of these pages.
#[must_use]
pub fn templates(text: &Text) -> Text {
    text.with::<Templates>("drafting")
}

/// Every page with every sample.
pub fn pages() -> Vec<Sample> {
    pages::samples()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_page_renders_in_every_language() {
        let text = crate::templates(&text::Text::new());
        let pages = host::testing::render_all(&text, &crate::pages());
        assert_eq!(pages.len(), (3 + 11 + 24 + 16 + 15 + 4 + 4 + 8) * 4);
    }
}
