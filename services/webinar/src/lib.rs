//! Webinars and series: what is published about them, who has a seat, and the way into the meeting.

mod afterwards_file;
mod attendance_list;
mod demonstrating;
mod entrance;
mod evaluation;
mod forgetting;
mod hears;
mod import;
mod matching;
mod material;
mod meeting;
mod meeting_file;
mod pages;
mod publishing;
mod series;
mod shelf;
mod standing;
mod store;
mod telling;
mod waiting;

use bus::Carrier;
use hears::Hearing;
use host::{Host, Sample, Service};
use rust_embed::RustEmbed;
use text::Text;

pub use demonstrating::demonstrate;
pub use import::{ImportError, Imported, import};
pub use series::demonstrating::hold_one_before;
pub use series::file::{ImportedSeries, import as import_series};

/// The name of this service.
pub const NAME: &str = "webinar";

/// Starts the service: its pages, and its loops for the program to run.
pub async fn service(host: Host, carrier: &Carrier) -> anyhow::Result<Service> {
    // A key that cannot sign is told at start, and not to the first who wants to come in.
    meeting::Rooms::of(&host)?;
    let text = templates(&host.text);
    let host = host.with_text(text);
    let (bus, mut tasks) = Hearing::listed(&host, carrier).start();
    tasks.push(forgetting::timer(&host));
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
