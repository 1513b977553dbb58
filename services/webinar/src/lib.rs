//! Webinars and series: what is published about them, who has a seat, and the way into the meeting.

mod entrance;
mod event_file;
mod hears;
mod import;
mod publishing;
mod standing;
mod store;

use bus::Carrier;
use hears::Hearing;
use host::{Host, Service};

pub use event_file::Problem;
pub use import::{ImportError, Imported, import};

/// The name of this service.
pub const NAME: &str = "webinar";

/// Starts the service: its pages, and its loops for the program to run.
pub async fn service(host: Host, carrier: &Carrier) -> anyhow::Result<Service> {
    let (_bus, tasks) = Hearing::listed(&host, carrier).start();
    Ok(Service { name: NAME, routes: axum::Router::new(), tasks })
}
