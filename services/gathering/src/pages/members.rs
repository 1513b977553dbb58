//! The members of a network as a table that spreadsheets open, and that can be imported again.

use super::{Site, private};
use crate::store::look::{self, Looked};
use crate::{network_file, store};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use host::{Error, Organiser};
use proto::account::Role;

/// Contacts are people, so it is for those who may see lists of people.
pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    Path(file): Path<String>,
) -> Result<Response, Error> {
    let slug = file.strip_suffix(".csv").ok_or(Error::NotFound)?;
    let db = &site.host.db.read;
    let network = store::network::find(db, slug).await?.ok_or(Error::NotFound)?;
    if !organiser.may(&network.organisation, Role::Reader) {
        return Err(Error::NotFound);
    }
    let names = store::municipality::names(db).await?;
    let table = network_file::write(&network.members.0, &names);
    let people = network.members.0.iter().filter(|member| member.contact.is_some()).count();
    look::note(&site.host.db.write, site.host.clock.now(), organiser.account, slug, (Looked::Members, people)).await?;
    tracing::info!(account.id = %organiser.account, network = slug, "the members of a network were downloaded");
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{slug}.csv\"")),
    ];
    Ok(private((headers, table).into_response()))
}
