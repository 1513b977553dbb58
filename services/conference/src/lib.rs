//! Conferences: the programme from draft to the day itself, who speaks, and what a release means for those who come.

mod affected;
mod edit;
mod entrance;
mod hears;
mod pages;
mod programme;
mod standing;
mod store;
mod structured;
mod timetable;
mod walking;
mod warnings;

use bus::Carrier;
use hears::Hearing;
use host::{Host, Sample, Service};
use rust_embed::RustEmbed;
use text::Text;

/// The name of this service.
pub const NAME: &str = "conference";

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
