//! The conference as everybody sees it. Only what has been released is here; nothing of these pages reads the draft.

mod around;
mod calendar;
mod changes;
mod document;
mod event;
mod join;
mod memory;
mod now;
mod picture;
mod programme;
mod rendered;
mod session;
mod speaker;
mod structured;

pub(crate) use memory::Memory;

use super::Site;
use axum::Router;
use axum::routing::get;
use host::Sample;

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/konferanse/{slug}", get(event::show))
        .route("/konferanse/{slug}/program", get(programme::show))
        .route("/konferanse/{slug}/program.ics", get(calendar::programme))
        .route("/konferanse/{slug}/program.json", get(document::show))
        .route("/konferanse/{slug}/bolk/{session}", get(session::show))
        .route("/konferanse/{slug}/innleiar/{speaker}", get(speaker::show))
        .route("/konferanse/{slug}/no", get(now::show))
        .route("/konferanse/{slug}/endringar", get(changes::show))
        .route("/konferanse/{slug}/delebilete/{file}", get(picture::show))
        .route("/konferanse/{slug}/delta/{token}", get(join::show).post(join::enter))
}

/// Every page with its samples.
pub(crate) fn samples() -> Vec<Sample> {
    [
        host::samples::<event::EventPage>(),
        host::samples::<programme::ProgrammePage>(),
        host::samples::<session::SessionPage>(),
        host::samples::<speaker::SpeakerPage>(),
        host::samples::<now::NowPage>(),
        host::samples::<changes::ChangesPage>(),
        host::samples::<join::JoinPage>(),
        host::samples::<join::UnknownLinkPage>(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
