//! Where and on which days: days, venues with their rooms, the ways between them, and tracks. Each has a form of its own.

mod reading;

use super::conflict::{self, Begun};
use super::session::{Wanted, wanted};
use super::{Done, Head, asked, back, change, form, page, planned, required};
use crate::edit::{Mark, Refusal};
use crate::pages::Site;
use crate::programme::{Day, Programme, Room, Track, Venue};
use crate::store::conference::Model;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::{Language, Localised, VenueId};
use reading::Problem;
use serde::Serialize;
use uuid::Uuid;

/// How many colours tracks can have.
pub(super) const COLOURS: u8 = 8;

#[derive(Serialize)]
pub(super) struct PlacesPage {
    head: Head,
    languages: Vec<Wanted>,
    /// The last of each is for a new one.
    days: Vec<DayForm>,
    venues: Vec<VenueForm>,
    tracks: Vec<TrackForm>,
    ways: Vec<Way>,
    ways_mark: String,
    colours: Vec<u8>,
    draft_revision: i64,
    saved: bool,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct DayForm {
    /// What the ids of its fields begin with.
    form: String,
    /// Absent for a new one.
    was: Option<String>,
    begun: String,
    at: Option<DateTime<Utc>>,
    date: String,
    opens: String,
    closes: String,
    title: Localised,
}

#[derive(Serialize)]
struct VenueForm {
    form: String,
    id: String,
    begun: String,
    new: bool,
    name: Localised,
    address: String,
    rooms: Vec<RoomRow>,
}

#[derive(Serialize)]
struct RoomRow {
    id: String,
    new: bool,
    name: Localised,
    capacity: Option<u32>,
    hearing_loop: bool,
    step_free: bool,
}

#[derive(Serialize)]
struct TrackForm {
    form: String,
    id: String,
    begun: String,
    new: bool,
    name: Localised,
    colour: u8,
}

#[derive(Serialize)]
struct Way {
    from: VenueId,
    to: VenueId,
    from_name: Localised,
    to_name: Localised,
    minutes: u16,
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let saved = asked(&uri, "lagra").is_some();
    shown(&site, visit, &conference, saved, None).await
}

pub(super) async fn keep(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let conference = planned(&site, &organiser, &slug).await?;
    let edit = match reading::edit(&fields, &conference.draft) {
        Ok(edit) => edit,
        Err(Problem::Wrong(wrong)) => return shown(&site, visit, &conference, false, Some((&fields, wrong))).await,
        Err(Problem::Nothing) => return Err(Error::WrongForm),
    };
    let seen = fields.get("seen").and_then(|seen| seen.parse().ok());
    match change(&site, &organiser, &slug, seen, edit).await? {
        Done::Made { .. } => Ok(back(&visit, &slug, "/stader?lagra=1")),
        Done::Refused(conference, refusal @ Refusal::Stale(_)) => {
            let begun = Begun { path: "/stader".to_owned(), theirs: "/stader".to_owned() };
            conflict::show(&site, visit, &conference, refusal, &fields, begun).await
        }
        Done::Refused(conference, refusal) => {
            shown(&site, visit, &conference, false, Some((&fields, form::wrong(&refusal)))).await
        }
    }
}

type Refused<'a> = (&'a Fields, Vec<(&'static str, &'static str)>);

async fn shown(
    site: &Site,
    visit: Visit,
    conference: &Model,
    saved: bool,
    refused: Option<Refused<'_>>,
) -> Result<Response, Error> {
    let organisers = site.organisers(conference).await?;
    let languages = wanted(&required(conference, &organisers));
    let status = if refused.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page(site, visit, conference, status, |language| {
        let head = Head::of(conference, "stader", true);
        let mut made = PlacesPage::new(head, &conference.draft, languages, &mut Uuid::now_v7);
        made.draft_revision = conference.draft_revision;
        made.saved = saved;
        if let Some((fields, wrong)) = refused {
            let form = fields.get("form").unwrap_or_default();
            made.typed(fields, form);
            made.errors = form::errors(&site.host.text, language, &format!("{form}-"), &wrong);
            let known = |id: &str| made.forms().any(|own| id.starts_with(&format!("{own}-")));
            let unknown: Vec<bool> = made.errors.iter().map(|error| !known(&error.field)).collect();
            for (error, unknown) in made.errors.iter_mut().zip(unknown) {
                if unknown || error.field.ends_with('-') || error.field.ends_with("-rooms") {
                    error.field = String::new();
                }
            }
        }
        made
    })
    .await
}

impl PlacesPage {
    /// `new_id` makes the ids of what may be added: a form that is sent twice adds once.
    fn new(head: Head, programme: &Programme, languages: Vec<Wanted>, new_id: &mut dyn FnMut() -> Uuid) -> Self {
        let days = programme.days.iter().enumerate().map(|(n, day)| DayForm::of(n, day));
        let venues: Vec<VenueForm> =
            programme.venues.iter().enumerate().map(|(n, venue)| VenueForm::of(n, venue, new_id())).collect();
        let tracks = programme.tracks.iter().enumerate().map(|(n, track)| TrackForm::of(n, track));
        let new_venue = VenueForm::new(new_id(), new_id());
        let new_track = TrackForm::new(programme.tracks.len(), new_id());
        Self {
            head,
            languages,
            days: days.chain([DayForm::new()]).collect(),
            venues: venues.into_iter().chain([new_venue]).collect(),
            tracks: tracks.chain([new_track]).collect(),
            ways: ways(programme),
            ways_mark: Mark::of(&programme.walks).to_string(),
            colours: (0..COLOURS).collect(),
            draft_revision: 0,
            saved: false,
            errors: Vec::new(),
        }
    }

    fn forms(&self) -> impl Iterator<Item = &str> {
        let days = self.days.iter().map(|form| form.form.as_str());
        let venues = self.venues.iter().map(|form| form.form.as_str());
        days.chain(venues).chain(self.tracks.iter().map(|form| form.form.as_str()))
    }

    /// Shows a form as it was sent.
    fn typed(&mut self, fields: &Fields, form: &str) {
        let of = |name: &str| form::typed(fields, name);
        if let Some(day) = self.days.iter_mut().find(|day| day.form == form) {
            (day.date, day.opens, day.closes) = (of("date"), of("opens"), of("closes"));
            day.title = form::texts(fields, "title", &day.title);
        }
        if let Some(venue) = self.venues.iter_mut().find(|venue| venue.form == form) {
            venue.name = form::texts(fields, "name", &venue.name);
            venue.address = of("address");
            for room in &mut venue.rooms {
                room.name = form::texts(fields, &format!("room-name-{}", room.id), &room.name);
            }
        }
        if let Some(track) = self.tracks.iter_mut().find(|track| track.form == form) {
            track.name = form::texts(fields, "name", &track.name);
        }
    }
}

/// Every pair of venues once.
fn ways(programme: &Programme) -> Vec<Way> {
    let pairs = programme
        .venues
        .iter()
        .enumerate()
        .flat_map(|(place, from)| programme.venues[place + 1..].iter().map(move |to| (from, to)));
    let minutes = |one: VenueId, other: VenueId| {
        let walks = programme.walks.iter();
        let mut ours = walks.filter(|walk| [(one, other), (other, one)].contains(&(walk.from, walk.to)));
        ours.next().map_or(0, |walk| walk.minutes)
    };
    pairs
        .map(|(from, to)| Way {
            from: from.id,
            to: to.id,
            from_name: from.name.clone(),
            to_name: to.name.clone(),
            minutes: minutes(from.id, to.id),
        })
        .collect()
}

impl DayForm {
    fn of(n: usize, day: &Day) -> Self {
        Self {
            form: format!("day-{n}"),
            was: Some(day.date.to_string()),
            begun: Mark::of(day).to_string(),
            at: Some(super::grid::noon(day.date)),
            date: day.date.to_string(),
            opens: form::shown(day.opens),
            closes: form::shown(day.closes),
            title: day.title.clone(),
        }
    }

    fn new() -> Self {
        Self {
            form: "day-new".to_owned(),
            was: None,
            begun: String::new(),
            at: None,
            date: String::new(),
            opens: "09.00".to_owned(),
            closes: "16.00".to_owned(),
            title: Localised::default(),
        }
    }
}

impl VenueForm {
    fn of(n: usize, venue: &Venue, new_room: Uuid) -> Self {
        let room = |room: &Room| RoomRow {
            id: room.id.0.to_string(),
            new: false,
            name: room.name.clone(),
            capacity: room.capacity,
            hearing_loop: room.hearing_loop,
            step_free: room.step_free,
        };
        Self {
            form: format!("venue-{n}"),
            id: venue.id.to_string(),
            begun: Mark::of(venue).to_string(),
            new: false,
            name: venue.name.clone(),
            address: venue.address.clone(),
            rooms: venue.rooms.iter().map(room).chain([spare(new_room)]).collect(),
        }
    }

    fn new(id: Uuid, new_room: Uuid) -> Self {
        Self {
            form: "venue-new".to_owned(),
            id: id.to_string(),
            begun: String::new(),
            new: true,
            name: Localised::default(),
            address: String::new(),
            rooms: vec![spare(new_room)],
        }
    }
}

/// A row for one more room.
fn spare(id: Uuid) -> RoomRow {
    RoomRow {
        id: id.to_string(),
        new: true,
        name: Localised::default(),
        capacity: None,
        hearing_loop: false,
        step_free: true,
    }
}

impl TrackForm {
    fn of(n: usize, track: &Track) -> Self {
        Self {
            form: format!("track-{n}"),
            id: track.id.0.to_string(),
            begun: Mark::of(track).to_string(),
            new: false,
            name: track.name.clone(),
            colour: track.colour,
        }
    }

    fn new(tracks: usize, id: Uuid) -> Self {
        Self {
            form: "track-new".to_owned(),
            id: id.to_string(),
            begun: String::new(),
            new: true,
            name: Localised::default(),
            colour: u8::try_from(tracks).unwrap_or(0) % COLOURS,
        }
    }
}

impl Page for PlacesPage {
    const TEMPLATE: &'static str = "conference/organiser_places.html";

    fn samples() -> Vec<Self> {
        let languages = || wanted(&[Language::Nn, Language::Nb]);
        let of = |programme: &Programme| {
            let mut n = 0xadd_u128 << 96;
            let mut new_id = || {
                n += 1;
                Uuid::from_u128(n)
            };
            Self::new(Head::sample("stader"), programme, languages(), &mut new_id)
        };
        let full = || of(&crate::timetable::example::programme());
        vec![
            Self { saved: true, ..full() },
            Self { errors: vec![FieldError::new("day-0-closes", "Dagen må slutte etter at han byrjar.")], ..full() },
            of(&Programme::default()),
        ]
    }
}
