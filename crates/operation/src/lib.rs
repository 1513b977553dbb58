//! What those who run an installation see of a service and can do about it: one page for each, answered by the process that runs
//! the service, at `/drift/` and its name. There are no personal data on it.

mod page;
mod routes;

pub use page::StuckLetters;
pub use routes::{Letters, Operation};

use host::{Sample, samples};
use text::Text;

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/templates"]
struct Templates;

/// The text with the templates of these pages.
#[must_use]
pub fn templates(text: &Text) -> Text {
    text.with::<Templates>("operation")
}

/// Every page with every sample.
pub fn pages() -> Vec<Sample> {
    samples::<page::ServicePage>()
}
