//! One session: what it is about, who takes part, when and where it is given, and whether there is room.

use super::around::Around;
use super::calendar;
use super::memory::Known;
use super::structured;
use crate::pages::Site;
use crate::standing::Places;
use crate::timetable::{Listing, Speaker, Timetable, Told, example};
use axum::extract::{Path, State};
use axum::response::Response;
use host::{Error, Page, Visit};
use proto::{OccurrenceId, SessionId};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub(super) struct SessionPage {
    around: Around,
    session: Told,
    /// In order of time.
    given: Vec<Listing>,
    places: BTreeMap<OccurrenceId, Places>,
    speakers: Vec<Named>,
    /// Slides and recordings.
    documents: Vec<crate::documents::Shown>,
    /// schema.org, safe to stand in a script element.
    json_ld: String,
}

#[derive(Serialize)]
struct Named {
    #[serde(flatten)]
    speaker: Speaker,
    moderates: bool,
}

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Error> {
    let known = site.memory.conference(&site.host, &slug, visit.now).await?;
    let visit = known.framed(visit);
    if let Some(occurrence) = id.strip_suffix(".ics") {
        let occurrence = occurrence.parse().map_err(|_no_id: uuid::Error| Error::NotFound)?;
        return calendar::occurrence(&site, &visit, &known, occurrence);
    }
    let id = id.parse().map_err(|_no_id: uuid::Error| Error::NotFound)?;
    let mut page = SessionPage::of(&site, &known, &visit, id).ok_or(Error::NotFound)?;
    let event = &known.facts.event;
    page.documents = crate::documents::of_session(&site.host.db.read, event.id.0, &event.slug, id.0).await?;
    Ok(visit.page(&page))
}

impl SessionPage {
    fn of(site: &Site, known: &Known, visit: &Visit, id: SessionId) -> Option<Self> {
        let timetable = known.timetable()?;
        let (session, given) = timetable.session(id)?;
        Some(Self {
            around: Around::of(&site.host, known),
            session: session.clone(),
            places: given
                .iter()
                .filter_map(|listing| Some((listing.occurrence, *known.places.get(&listing.occurrence)?)))
                .collect(),
            speakers: named(timetable, session),
            documents: Vec::new(),
            json_ld: structured::session(known, visit.language, &site.host, session, &given),
            given: given.into_iter().cloned().collect(),
        })
    }
}

fn named(timetable: &Timetable, session: &Told) -> Vec<Named> {
    let named = |(speaker, moderates): (&Speaker, bool)| Named { speaker: speaker.clone(), moderates };
    timetable.taking_part(session).map(named).collect()
}

impl Page for SessionPage {
    const TEMPLATE: &'static str = "conference/public_session.html";

    fn samples() -> Vec<Self> {
        let timetable = Timetable::of(&example::programme(), chrono_tz::Europe::Oslo, example::speakers());
        let sample = |around: Around, n: u128, places: &[(u128, Places)]| {
            let (session, given) = timetable.session(example::session_id(n))?;
            Some(Self {
                around,
                session: session.clone(),
                given: given.into_iter().cloned().collect(),
                places: places.iter().map(|(n, places)| (example::occurrence_id(*n), *places)).collect(),
                speakers: named(&timetable, session),
                documents: crate::documents::examples(),
                json_ld: "{}".to_owned(),
            })
        };
        let open = |left| Places::Open { left };
        [
            sample(Around::example(), 1, &[]),
            sample(Around::example(), 3, &[(3, open(Some(1)))]),
            sample(Around::example(), 4, &[(4, Places::FullWithList { waiting: 5 }), (5, open(Some(14)))]),
            sample(Around::long_example(), 3, &[(3, Places::Full)]),
            sample(Around::example(), 3, &[(3, open(None))]),
            sample(Around::cancelled_example(), 4, &[]),
            sample(Around::example(), 5, &[]),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
