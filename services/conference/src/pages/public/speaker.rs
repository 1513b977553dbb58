//! Somebody who has agreed to be shown, and what they take part in.

use super::around::Around;
use crate::pages::Site;
use crate::timetable::{Listing, Speaker, Timetable, example};
use axum::extract::{Path, State};
use axum::response::Response;
use host::{Error, Page, Visit};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct SpeakerPage {
    around: Around,
    speaker: Speaker,
    /// In order of time.
    listings: Vec<Listing>,
    /// What the photo shows, in words.
    alt: Option<String>,
}

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Error> {
    let known = site.memory.conference(&site.host, &slug, visit.now).await?;
    let visit = known.framed(visit);
    let id = id.parse().map_err(|_no_id: uuid::Error| Error::NotFound)?;
    let (speaker, listings) = known.timetable().and_then(|timetable| timetable.speaker(id)).ok_or(Error::NotFound)?;
    Ok(visit.page(&SpeakerPage {
        around: Around::of(&site.host, &known),
        speaker: speaker.clone(),
        listings: listings.into_iter().cloned().collect(),
        alt: crate::documents::alt(&site.host.db.read, speaker.photo).await?,
    }))
}

impl Page for SpeakerPage {
    const TEMPLATE: &'static str = "conference/public_speaker.html";

    fn samples() -> Vec<Self> {
        let timetable = Timetable::of(&example::programme(), chrono_tz::Europe::Oslo, example::speakers());
        let sample = |around: Around, n: u128| {
            let (speaker, listings) = timetable.speaker(example::speaker_id(n))?;
            Some(Self {
                around,
                speaker: speaker.clone(),
                listings: listings.into_iter().cloned().collect(),
                alt: Some("På torget".to_owned()),
            })
        };
        let mut long = sample(Around::long_example(), 1);
        if let Some(page) = &mut long {
            page.speaker.name =
                "Anne-Margrethe Kristoffersdatter Sentrumsbustadutviklingsgruppa von Øverlandsheim".to_owned();
        }
        let mut bare = sample(Around::cancelled_example(), 2);
        if let Some(page) = &mut bare {
            page.speaker.role = Default::default();
            page.speaker.organisation = String::new();
        }
        [sample(Around::example(), 1), sample(Around::example(), 2), sample(Around::example(), 3), long, bare]
            .into_iter()
            .flatten()
            .collect()
    }
}
