//! Webinars and series: what is published about them, who has a seat, and the way into the meeting.

mod entrance;
mod hears;
mod import;
mod pages;
mod publishing;
mod standing;
mod store;

use bus::Carrier;
use hears::Hearing;
use host::{Host, Sample, Service};
use rust_embed::RustEmbed;
use text::Text;

pub use import::{ImportError, Imported, import};

/// The name of this service.
pub const NAME: &str = "webinar";

/// Starts the service: its pages, and its loops for the program to run.
pub async fn service(host: Host, carrier: &Carrier) -> anyhow::Result<Service> {
    let text = templates(&host.text);
    let host = host.with_text(text);
    let (bus, tasks) = Hearing::listed(&host, carrier).start();
    Ok(Service { name: NAME, routes: pages::routes(host, bus), tasks })
}

/// Every page of this service with its samples.
pub fn pages() -> Vec<Sample> {
    pages::samples()
}

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/templates"]
struct Templates;

/// The text with the templates of this service.
pub fn templates(text: &Text) -> Text {
    text.with::<Templates>(NAME)
}

#[cfg(test)]
mod tests;
