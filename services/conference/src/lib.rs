//! Conferences: the programme from draft to the day itself, who speaks, and what a release means for those who come.

mod affected;
mod calls;
mod copy;
mod copying;
mod demonstration;
mod documents;
mod edit;
mod entrance;
mod erasing;
mod hears;
mod hosting;
mod import;
mod pages;
mod pools;
mod postponing;
mod programme;
mod programme_file;
mod proposals;
mod publishing;
mod release;
mod releasing;
mod retention;
mod reviews;
mod standing;
mod store;
mod timetable;
mod walking;
mod warnings;
mod ways;

use bus::Carrier;
use hears::Hearing;
use host::{Host, Sample, Service};
use rust_embed::RustEmbed;
use text::Text;

pub use demonstration::plan_on;
pub use import::{Facts, ImportError, Imported, import};
pub use publishing::Draft;

/// The name of this service.
pub const NAME: &str = "conference";

/// Starts the service: its pages, and its loops for the program to run.
pub async fn service(host: Host, carrier: &Carrier) -> anyhow::Result<Service> {
    let text = templates(&host.text);
    let host = host.with_text(text);
    let (bus, mut tasks) = Hearing::listed(&host, carrier).start();
    tasks.push(releasing::releases(&host, &bus));
    tasks.push(retention::deletions(&host, &bus));
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
