//! Conferences: the programme from draft to the day itself, who speaks, and what a release means for those who come.

mod programme;

use bus::Carrier;
use host::{Host, Sample, Service};
use rust_embed::RustEmbed;
use text::Text;

/// The name of this service.
pub const NAME: &str = "conference";

/// Starts the service: its pages, and its loops for the program to run.
pub async fn service(host: Host, carrier: &Carrier) -> anyhow::Result<Service> {
    let text = templates(&host.text);
    let host = host.with_text(text);
    let (_bus, tasks) = bus::Bus::build(NAME, &host, carrier).start();
    Ok(Service { name: NAME, routes: axum::Router::new(), tasks })
}

/// Every page of this service with its samples.
pub fn pages() -> Vec<Sample> {
    Vec::new()
}

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/templates"]
struct Templates;

/// The text with the templates of this service.
pub fn templates(text: &Text) -> Text {
    text.with::<Templates>(NAME)
}
