//! Everybody who speaks or moderates, and what is still to be asked of them.

use super::{Head, asked, page, planned, speaker};
use crate::pages::Site;
use crate::programme::Programme;
use crate::store::speaker::{Model as Speaker, all};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use host::{Error, Organiser, Page, Visit};
use proto::Localised;
use serde::Serialize;
use uuid::Uuid;

#[derive(Serialize)]
pub(super) struct SpeakersPage {
    head: Head,
    speakers: Vec<Listed>,
    saved: bool,
}

#[derive(Serialize)]
struct Listed {
    id: Uuid,
    name: String,
    organisation: String,
    email: bool,
    consented: bool,
    sessions: Vec<Localised>,
}

pub(super) async fn list(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let speakers = all(&site.host.db.read, conference.id).await?;
    let saved = asked(&uri, "lagra").is_some();
    page(&site, visit, &conference, StatusCode::OK, |_| {
        let head = Head::of(&conference, "innleiarar", true);
        SpeakersPage { saved, ..SpeakersPage::new(head, &conference.draft, &speakers) }
    })
    .await
}

impl SpeakersPage {
    fn new(head: Head, programme: &Programme, speakers: &[Speaker]) -> Self {
        let sessions = |id: Uuid| {
            let own = programme.sessions.iter().filter(|one| one.parts.iter().any(|part| part.speaker.0 == id));
            own.map(|session| session.title.clone()).collect()
        };
        let listed = |speaker: &Speaker| Listed {
            id: speaker.id,
            name: speaker.name.clone(),
            organisation: speaker.organisation.clone(),
            email: speaker.email.is_some(),
            consented: speaker.consented_at.is_some(),
            sessions: sessions(speaker.id),
        };
        Self { head, speakers: speakers.iter().map(listed).collect(), saved: false }
    }
}

impl Page for SpeakersPage {
    const TEMPLATE: &'static str = "conference/organiser_speakers.html";

    fn samples() -> Vec<Self> {
        let mut speakers = speaker::examples();
        if let Some(last) = speakers.last_mut() {
            (last.email, last.consented_at) = (None, None);
        }
        let of = |speakers: &[Speaker]| {
            Self::new(Head::sample("innleiarar"), &crate::timetable::example::programme(), speakers)
        };
        vec![Self { saved: true, ..of(&speakers) }, of(&[])]
    }
}
