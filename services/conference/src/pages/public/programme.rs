//! The whole programme, by day, track or room, and what is found in it. Without a search it is the same for everybody who reads
//! the same language, and answered from memory.

use super::around::Around;
use super::memory::Known;
use super::rendered::Rendered;
use super::structured;
use crate::pages::Site;
use crate::standing::Places;
use crate::timetable::{Listing, Section, Timetable, View, example};
use axum::body::{Bytes, to_bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Page, Visit};
use proto::OccurrenceId;
use serde::Serialize;
use std::collections::BTreeMap;

/// More than anybody reads through; they are told to ask for less.
const MOST_FOUND: usize = 100;

#[derive(Serialize)]
pub(super) struct ProgrammePage {
    around: Around,
    view: View,
    views: [View; 3],
    sections: Vec<Section>,
    places: BTreeMap<OccurrenceId, Places>,
    search: Option<Search>,
    /// schema.org, safe to stand in a script element.
    json_ld: String,
}

/// What was looked for, and found.
#[derive(Serialize)]
struct Search {
    asked: String,
    count: usize,
    found: Vec<Listing>,
}

/// What the address asks for.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    view: View,
    search: Option<String>,
    /// As it stands, where it is one that is known.
    language: Option<String>,
}

impl Asked {
    fn of(query: &str) -> Self {
        let mut asked = Self { view: View::Day, search: None, language: None };
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            match name.as_ref() {
                "vis" => {
                    asked.view = View::ALL.into_iter().find(|view| view.word() == value).unwrap_or(View::Day);
                }
                "sok" if !value.trim().is_empty() => asked.search = Some(value.trim().chars().take(200).collect()),
                "sprak" if value.parse::<proto::Language>().is_ok() => asked.language = Some(value.into_owned()),
                _ => {}
            }
        }
        asked
    }

    /// The one way in which this is asked.
    fn query(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        if self.view != View::Day {
            query.append_pair("vis", self.view.word());
        }
        if let Some(search) = &self.search {
            query.append_pair("sok", search);
        }
        if let Some(language) = &self.language {
            query.append_pair("sprak", language);
        }
        query.finish()
    }
}

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let known = site.memory.conference(&site.host, &slug, visit.now).await?;
    let visit = known.framed(visit);
    let asked = Asked::of(uri.query().unwrap_or_default());
    // Where people come from is often written behind an address. Each would be a page of its own, so they are led to the one.
    let query = asked.query();
    if query != uri.query().unwrap_or_default() {
        let there = if query.is_empty() { visit.path.clone() } else { format!("{}?{query}", visit.path) };
        return Ok(Redirect::to(&there).into_response());
    }
    if let Some(search) = asked.search {
        return Ok(visit.page(&ProgrammePage::searched(&site, &known, search)));
    }
    let rendered =
        known.pages.of(visit.language, asked.view).get_or_try_init(|| whole(&site, &known, &visit, asked.view));
    Ok(visit.with_cookies(rendered.await?.answer(&headers)))
}

/// The page for everybody: nothing in it is the visitor's own.
async fn whole(site: &Site, known: &Known, visit: &Visit, view: View) -> Result<Rendered, Error> {
    let page = visit.page(&ProgrammePage::whole(site, known, visit.language, view));
    if !page.status().is_success() {
        return Err(Error::Internal(anyhow::anyhow!("the programme cannot be shown")));
    }
    let body: Bytes = to_bytes(page.into_body(), usize::MAX).await.map_err(|error| Error::Internal(error.into()))?;
    Ok(Rendered::new("text/html; charset=utf-8", body, None))
}

impl ProgrammePage {
    fn whole(site: &Site, known: &Known, language: proto::Language, view: View) -> Self {
        Self {
            around: Around::of(&site.host, known).here("programme"),
            view,
            views: View::ALL,
            sections: known.timetable().map(|timetable| timetable.sections(view)).unwrap_or_default(),
            places: known.in_lists.clone(),
            search: None,
            json_ld: structured::programme(known, language, &site.host),
        }
    }

    fn searched(site: &Site, known: &Known, asked: String) -> Self {
        let found = known.timetable().map(|timetable| timetable.search(&asked)).unwrap_or_default();
        let (count, found) = (found.len(), found.into_iter().take(MOST_FOUND).cloned().collect());
        Self {
            around: Around::of(&site.host, known).here("programme"),
            view: View::Day,
            views: View::ALL,
            sections: Vec::new(),
            places: known.in_lists.clone(),
            search: Some(Search { asked, count, found }),
            json_ld: String::new(),
        }
    }
}

impl Page for ProgrammePage {
    const TEMPLATE: &'static str = "conference/public_programme.html";

    fn samples() -> Vec<Self> {
        let timetable = Timetable::of(&example::programme(), chrono_tz::Europe::Oslo, example::speakers());
        let sample = |around: Around, view: View| Self {
            around: around.here("programme"),
            view,
            views: View::ALL,
            sections: timetable.sections(view),
            places: BTreeMap::from([
                (example::occurrence_id(3), Places::FullWithList { waiting: 0 }),
                (example::occurrence_id(4), Places::Open { left: Some(3) }),
                (example::occurrence_id(5), Places::Full),
            ]),
            search: None,
            json_ld: "{}".to_owned(),
        };
        let searched = |asked: &str| {
            let found: Vec<Listing> = timetable.search(asked).into_iter().cloned().collect();
            let search = Search { asked: asked.to_owned(), count: found.len(), found };
            Self { sections: Vec::new(), search: Some(search), ..sample(Around::example(), View::Day) }
        };
        let mut too_many = searched("e");
        if let Some(search) = &mut too_many.search {
            search.count = 200;
        }
        let mut empty = sample(Around { version: None, ..Around::example() }, View::Day);
        empty.sections.clear();
        vec![
            sample(Around::example(), View::Day),
            sample(Around::example(), View::Track),
            sample(Around::long_example(), View::Room),
            sample(Around::cancelled_example(), View::Day),
            empty,
            many(),
            searched("åkerholt"),
            searched("<finst ikkje>"),
            too_many,
        ]
    }
}

/// A sample with many tracks and rooms at once.
fn many() -> ProgrammePage {
    use crate::programme::{SessionKind, Track, TrackId};
    let mut programme = example::programme();
    programme.tracks = (0..9_u8)
        .map(|n| Track {
            id: TrackId(uuid::Uuid::from_u128(n.into())),
            name: example::text(&format!("Spor {n} om stadutvikling og samfunn"), &format!("Track {n}")),
            colour: n,
        })
        .collect();
    if let Some(venue) = programme.venues.first_mut()
        && let Some(room) = venue.rooms.first().cloned()
    {
        venue.rooms.extend((20..29).map(|n| crate::programme::Room {
            id: example::room_id(n),
            name: example::text(&format!("Grupperom {n}"), &format!("Room {n}")),
            ..room.clone()
        }));
    }
    for n in 0..9_u8 {
        let title = example::text(&format!("Parallell økt nummer {n} om å få fleire til å bu i sentrum"), "A session");
        let room = 20 + u128::from(n);
        example::add(&mut programme, SessionKind::Parallel, title, &[("2027-05-11T11:00:00Z", 60, Some(room))]);
        if let Some(session) = programme.sessions.last_mut() {
            session.track = Some(TrackId(uuid::Uuid::from_u128(n.into())));
        }
    }
    let timetable = Timetable::of(&programme, chrono_tz::Europe::Oslo, example::speakers());
    ProgrammePage {
        around: Around::example().here("programme"),
        view: View::Day,
        views: View::ALL,
        sections: timetable.sections(View::Day),
        places: BTreeMap::new(),
        search: None,
        json_ld: "{}".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::Asked;

    #[test]
    fn an_address_is_written_in_one_way() {
        for (typed, written) in [
            ("", ""),
            ("vis=dag", ""),
            ("vis=spor", "vis=spor"),
            ("vis=%00", ""),
            ("sok=", ""),
            ("sok=+by++liv+&vis=rom", "vis=rom&sok=by++liv"),
            ("utm_source=x&sprak=sv&fbclid=y", "sprak=sv"),
            ("sprak=de", ""),
        ] {
            assert_eq!(Asked::of(typed).query(), written, "{typed}");
            assert_eq!(Asked::of(written).query(), written, "and stays so");
        }
    }
}
