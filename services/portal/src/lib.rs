//! The front page, the public calendar and feeds, organisations, and organisers' sign-in.

pub mod address;
mod asking;
pub mod availability;
pub mod coming;
pub mod device;
pub mod folding;
mod giving;
pub mod hears;
mod import;
mod invite;
pub mod logo;
pub mod openid;
pub mod organisation_edit;
pub mod organisation_file;
mod pages;
pub mod passkey;
mod proving;
pub mod roles;
mod samples;
pub mod second_factor;
pub mod sender;
pub mod sign_in;
pub mod store;
pub mod structured;
mod telling;

use bus::{Bus, Carrier};
use futures::future::join_all;
use host::{Host, Settings};
use proto::conference::ProgrammeReleased;
use proto::event::{EventCancelled, EventPublished, EventUnpublished};
use proto::registration::SignupChanged;
use std::sync::Arc;
use std::time::Duration;
use text::Text;

pub use import::{ImportError, Imported, Problem, import_organisations, import_organisations_with_logos, slug_taken};
pub use invite::{Invitation, InviteError, forget_second_factor, invite, make_operator};
pub use pages::pages;

/// The service's name in settings, schemas, queues and logs.
pub const NAME: &str = "portal";

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/templates"]
struct Templates;

/// The text with the portal's templates.
#[must_use]
pub fn templates(text: &Text) -> Text {
    text.with::<Templates>(NAME)
}

/// The portal: its pages, what it hears, and its timer.
pub async fn service(host: Host, carrier: &Carrier) -> anyhow::Result<host::Service> {
    let text = templates(&host.text);
    let host = host.with_text(text);
    let portal = Arc::new(hears::Portal);
    let (bus, mut tasks) = Bus::build(NAME, &host, carrier)
        .hears::<EventPublished, _>(&portal)
        .hears::<EventCancelled, _>(&portal)
        .hears::<EventUnpublished, _>(&portal)
        .hears::<ProgrammeReleased, _>(&portal)
        .hears::<SignupChanged, _>(&portal)
        .start();
    tasks.push(forgetting(&host));
    let openid = Arc::new(openid::Providers::read(&host.settings)?);
    let routes = pages::routes(pages::Site { host, bus, openid });
    Ok(host::Service { name: NAME, routes, tasks })
}

/// Tries out every provider of OpenID Connect that the settings name: what each is called, and that it answers, or what is wrong.
///
/// # Errors
/// When the settings themselves cannot be used, as when the file with a secret cannot be read.
pub async fn try_providers(settings: &Settings) -> anyhow::Result<Vec<(String, anyhow::Result<String>)>> {
    let providers = openid::Providers::read(settings)?;
    let tried =
        providers.iter().map(|own| async { (format!("{} (openid.{})", own.name, own.key), own.try_out().await) });
    Ok(join_all(tried).await)
}

/// Forgets who signed in when, some time after it has stopped to matter.
fn forgetting(host: &Host) -> host::Task {
    let (db, clock) = (host.db.clone(), host.clock.clone());
    host::timer(host, "portal.forgetting", Duration::from_secs(60 * 60), move || {
        let (db, now) = (db.clone(), clock.now());
        async move {
            let tx = db.begin().await?;
            store::sign_in::forget(&tx, now - sign_in::RATE_WINDOW).await?;
            store::session::forget(&tx, now - sign_in::SESSION_KEPT).await?;
            store::spent::forget(&tx, now).await?;
            tx.commit().await?;
            Ok(())
        }
    })
}
