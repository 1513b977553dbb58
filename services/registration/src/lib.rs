//! Sign-up: forms, places, waiting lists, and what people do about their own sign-up afterwards.
//!
//! Hears of events, decides at the [`desk`] who has a place, and says what happened. The answer on the page is true when
//! it is shown; everything after that travels as messages.

mod address;
pub mod admission;
pub mod answers;
mod api;
mod app;
mod archive;
mod attendance;
mod badge;
mod certificate;
mod clashes;
pub mod clock;
mod closed;
mod demonstrating;
pub mod desk;
mod door;
pub mod erasure;
pub mod following;
mod foreign_list;
mod former;
pub mod hears;
mod invitation;
pub mod invited;
mod needs;
mod pages;
mod participants;
mod pdf;
pub mod person;
pub mod places;
mod publication;
pub mod question;
pub mod reply;
mod several;
mod statistics;
pub mod store;
mod together;
mod unpublishing;
pub mod waiting_list;
mod withdrawal;

pub use ::municipalities as municipality;
pub use ::working_hours;
pub use app::App;
pub use demonstrating::{Follower, demonstrate};

use crate::desk::Desk;
use crate::hears::Registrations;
use bus::{Bus, Carrier};
use host::Host;
use proto::conference::{ConferenceJoined, ProgrammeReleased};
use proto::event::{EventCancelled, EventPublished, EventUnpublishingAsked};
use proto::gathering::{DelegationAllotted, DelegationSeatCleared, DelegationSeatNamed, PlanPlaced};
use proto::invitation::InvitationMailed;
use proto::mail::{MailDelivered, MailUndeliverable, ReplyReceived};
use proto::organisation::OrganisationChanged;
use proto::person::PersonErased;
use proto::series::SeriesPublished;
use proto::webinar::WebinarJoined;
use std::sync::Arc;

/// What settings, addresses of messages and folders call this service.
pub const NAME: &str = "registration";

/// Sets the service up: what it hears, its desk, its timers and its pages.
pub async fn service(host: Host, carrier: &Carrier) -> anyhow::Result<host::Service> {
    if host.vault.seals_with().is_none() {
        anyhow::bail!(
            "answers_key must be set when the database is PostgreSQL: registration seals sensitive answers with it"
        );
    }
    let text = templates(&host.text);
    let host = host.with_text(text);
    let registrations = Arc::new(Registrations);
    let (bus, mut tasks) = Bus::build(NAME, &host, carrier)
        .hears::<EventPublished, _>(&registrations)
        .hears::<EventCancelled, _>(&registrations)
        .hears::<EventUnpublishingAsked, _>(&registrations)
        .hears::<WebinarJoined, _>(&registrations)
        .hears::<ConferenceJoined, _>(&registrations)
        .hears::<MailDelivered, _>(&registrations)
        .hears::<MailUndeliverable, _>(&registrations)
        .hears::<InvitationMailed, _>(&registrations)
        .hears::<ReplyReceived, _>(&registrations)
        .hears::<OrganisationChanged, _>(&registrations)
        .hears::<DelegationAllotted, _>(&registrations)
        .hears::<DelegationSeatNamed, _>(&registrations)
        .hears::<DelegationSeatCleared, _>(&registrations)
        .hears::<PlanPlaced, _>(&registrations)
        .hears::<ProgrammeReleased, _>(&registrations)
        .hears::<SeriesPublished, _>(&registrations)
        .hears::<PersonErased, _>(&registrations)
        .start();
    let (desk, clerks) = Desk::open(&host, &bus);
    tasks.extend(clerks);
    tasks.extend(clock::timers(&host, &bus, &desk));
    let app = App::new(host, bus, desk);
    Ok(host::Service { name: NAME, routes: routes(app), tasks })
}

/// Whose sensitive answers no key opens that this host has, and whose are not sealed: how many people, for operators.
pub async fn unlike_sealed(host: &Host) -> anyhow::Result<(u64, u64)> {
    Ok(store::sensitive_answer::unlike(&host.db.read, &host.vault).await?)
}

/// The service's pages and its API, with their full paths.
pub fn routes(app: App) -> axum::Router {
    pages::routes().merge(api::routes()).with_state(app)
}

/// Every page with its samples.
pub fn pages() -> Vec<host::Sample> {
    pages::samples()
}

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/templates"]
struct Templates;

/// The texts with this service's templates added.
pub fn templates(text: &text::Text) -> text::Text {
    text.with::<Templates>(NAME)
}
