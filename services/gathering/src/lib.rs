//! Networks and their gatherings: who is a member when, the delegations that members send, and who is missing.

mod acting;
mod alphabet;
mod clock;
mod counting;
mod coverage;
mod delegation;
mod demonstrating;
mod following;
mod gathering_file;
mod hears;
mod import;
mod klass;
mod material;
mod network;
mod network_file;
mod organisation_number;
mod pages;
mod plan;
mod planning;
mod publishing;
mod standing;
mod store;
mod taking_part;

use bus::Carrier;
use hears::Hearing;
use host::{Host, Sample, Service};
use rust_embed::RustEmbed;
use text::Text;

pub use demonstrating::{demonstrate, demonstrate_plans};
pub use import::{
    Facts, ImportError, Imported, ImportedMunicipalities, ImportedNetwork, import, import_municipalities,
    import_network, members_file,
};

/// The name of this service.
pub const NAME: &str = "gathering";

/// Starts the service: its pages, and its loops for the program to run.
pub async fn service(host: Host, carrier: &Carrier) -> anyhow::Result<Service> {
    let text = templates(&host.text);
    let host = host.with_text(text);
    let (bus, mut tasks) = Hearing::listed(&host, carrier).start();
    tasks.extend(clock::timers(&host, &bus));
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
    drafting::templates(text).with::<Templates>(NAME)
}

#[cfg(test)]
mod tests;
