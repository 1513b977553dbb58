//! Everything that is held, as a file.

use super::{Mine, dead_link, decoy};
use crate::app::App;
use crate::store::standing::everything_held;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use host::{Error, Visit};

pub(crate) async fn get(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response, Error> {
    let Some(mine) = Mine::open(&app, &token).await? else { return Ok(dead_link::show(&visit)) };
    let held = match &mine.decoy {
        Some(row) => decoy::everything(&mine, row)?,
        None => {
            let held = everything_held(&app.host.db.read, &app.host.vault, mine.standing.registration.id).await?;
            held.ok_or(Error::NotFound)?
        }
    };
    let name = format!("attachment; filename=\"{}.json\"", mine.known.event.slug);
    Ok(([(header::CONTENT_DISPOSITION, name)], Json(held)).into_response())
}
