//! The certificate of attendance, for those who were there.

use super::{Mine, dead_link};
use crate::app::App;
use crate::certificate::{self, Certificate, Participant, pdf};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use host::{Error, Visit};

impl Mine {
    /// Whether the person has a certificate by now.
    pub(crate) fn is_certified(&self, now: DateTime<Utc>) -> bool {
        certificate::is_due(&self.known.event, self.known.cancelled, self.standing.attended_at, now)
    }

    fn certificate(&self, now: DateTime<Utc>) -> Option<Certificate> {
        let registration = &self.standing.registration;
        let view = self.known.view();
        let mut organisers = vec![&view.organisation.name];
        organisers.extend(&view.co_organisers);
        let person = Participant {
            name: &registration.name,
            language: registration.language,
            form: registration.form,
            attended_at: self.standing.attended_at,
        };
        certificate::certificate(&self.known.event, self.known.cancelled, &organisers, &person, now)
    }
}

pub(crate) async fn get(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response, Error> {
    let Some(mine) = Mine::open(&app, &token).await? else { return Ok(dead_link::show(&visit)) };
    let wording = mine.certificate(visit.now).ok_or(Error::NotFound)?.wording(&app.host.text);
    // Shaping and compressing take a while, so not where others are answered.
    let drawn = tokio::task::spawn_blocking(move || pdf::draw(&wording)).await;
    let file = drawn.map_err(|error| Error::Internal(error.into()))??;
    let name = format!("attachment; filename=\"{}.pdf\"", mine.known.event.slug);
    let kind = "application/pdf".to_owned();
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], file).into_response())
}
