//! What the public pages keep in memory, since a whole conference asks for the same few pages at the same time. Nothing of it
//! is trusted without asking: every request reads a stamp, a few small columns, and what has another stamp is read anew. So it
//! holds with any number of processes, and somebody who takes back their consent is gone at the next request.

use super::rendered::Rendered;
use crate::hosting;
use crate::standing::{Places, Signup, Standing, session_places, standing};
use crate::store;
use crate::store::conference::{ContactPerson, Stamp};
use crate::timetable::{Speaker, Timetable, View};
use chrono::{DateTime, Utc};
use host::{Error, FrameOrganisation, Host, Visit};
use municipalities::Municipality;
use proto::event::Event;
use proto::organisation::Organisation;
use proto::{Language, Localised, OccurrenceId, SpeakerId};
use sea_orm::{DatabaseConnection, DbErr};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::OnceCell;

/// As many conferences as are likely to be read at the same time; the one that was not asked for longest goes first.
const MOST: usize = 8;

/// What the public pages remember. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Memory(Arc<Inner>);

#[derive(Default)]
struct Inner {
    requests: AtomicU64,
    places: Mutex<HashMap<String, Arc<Place>>>,
}

/// Where one conference is remembered. Those who find it outdated wait for the first of them.
#[derive(Default)]
struct Place {
    asked_last: AtomicU64,
    known: tokio::sync::Mutex<Option<Arc<Known>>>,
}

/// A conference as everybody may know it, at one moment.
pub(crate) struct Known {
    stamp: Stamp,
    /// The request that read the stamp: those that came before need not look again.
    as_of: u64,
    pub(crate) facts: Arc<Facts>,
    pub(crate) plan: Option<Arc<Plan>>,
    signup: Arc<Signup>,
    pub(crate) standing: Standing,
    pub(crate) places: BTreeMap<OccurrenceId, Places>,
    /// The same as far as lists say it.
    pub(crate) in_lists: BTreeMap<OccurrenceId, Places>,
    pub(crate) pages: Arc<Pages>,
    pub(crate) files: Arc<Files>,
}

/// The conference as it was said last, and who is behind it.
pub(crate) struct Facts {
    pub(crate) event: Event,
    pub(crate) cancelled: bool,
    pub(crate) reason: Option<Localised>,
    pub(crate) changed_at: DateTime<Utc>,
    pub(crate) contacts: Vec<ContactPerson>,
    /// The one that hosts it.
    pub(crate) municipality: Option<&'static Municipality>,
    /// The responsible one first.
    pub(crate) organisers: Vec<Organisation>,
    pub(crate) editions: Vec<Edition>,
    pub(crate) pictures: [OnceCell<Rendered>; Language::ALL.len()],
}

/// Another year of the same conference.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Edition {
    pub(crate) path: String,
    pub(crate) title: Localised,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
    pub(crate) timezone: String,
}

impl From<&Event> for Edition {
    fn from(event: &Event) -> Self {
        Self {
            path: event.path(),
            title: event.title.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name().to_owned(),
        }
    }
}

/// The newest released version of the programme.
pub(crate) struct Plan {
    pub(crate) version: u32,
    pub(crate) released_at: DateTime<Utc>,
    pub(crate) note: Option<Localised>,
    pub(crate) timetable: Timetable,
}

/// The whole programme as pages, made when they are first asked for.
#[derive(Default)]
pub(crate) struct Pages([[OnceCell<Rendered>; View::ALL.len()]; Language::ALL.len()]);

/// The whole programme as files, which say nothing of places.
#[derive(Default)]
pub(crate) struct Files {
    pub(crate) calendars: [OnceCell<Rendered>; Language::ALL.len()],
    pub(crate) json: OnceCell<Rendered>,
}

impl Pages {
    pub(crate) fn of(&self, language: Language, view: View) -> &OnceCell<Rendered> {
        &self.0[language as usize][view as usize]
    }
}

impl Known {
    /// The visit with the responsible organisation in the footer.
    pub(crate) fn framed(&self, visit: Visit) -> Visit {
        let event = &self.facts.event;
        match self.facts.organisers.iter().find(|organisation| organisation.slug == event.organisation) {
            Some(organisation) => visit.organisation(&FrameOrganisation::from(organisation).ask(&event.contact)),
            None => visit,
        }
    }

    pub(crate) fn timetable(&self) -> Option<&Timetable> {
        self.plan.as_ref().map(|plan| &plan.timetable)
    }

    /// The ways of taking part that one can choose between.
    pub(crate) fn forms(&self) -> Vec<crate::standing::FormOffer> {
        crate::standing::forms(&self.facts.event, &self.signup)
    }

    /// The same at another moment.
    fn at(&self, standing: Standing) -> Self {
        let places = session_places(&self.facts.event, &self.signup, standing);
        let in_lists = listed(&places);
        let pages = if in_lists == self.in_lists { self.pages.clone() } else { Arc::default() };
        Self {
            stamp: self.stamp.clone(),
            as_of: self.as_of,
            facts: self.facts.clone(),
            plan: self.plan.clone(),
            signup: self.signup.clone(),
            files: self.files.clone(),
            standing,
            places,
            in_lists,
            pages,
        }
    }
}

impl Memory {
    /// The conference with this slug as it is now.
    pub(crate) async fn conference(&self, host: &Host, slug: &str, now: DateTime<Utc>) -> Result<Arc<Known>, Error> {
        let asked = self.0.requests.fetch_add(1, Ordering::Relaxed);
        let db = &host.db.read;
        let stamp = store::conference::stamp(db, slug).await?.ok_or(Error::NotFound)?;
        let place = self.place(slug, asked);
        let mut remembered = place.known.lock().await;
        let known = match remembered.clone() {
            Some(known) if known.stamp == stamp || known.as_of > asked => known,
            before => Arc::new(read(db, stamp, asked, before.as_deref(), now).await?),
        };
        let standing = standing(&known.facts.event, known.facts.cancelled, &known.signup, now);
        let known = if known.standing == standing { known } else { Arc::new(known.at(standing)) };
        *remembered = Some(known.clone());
        Ok(known)
    }

    fn place(&self, slug: &str, asked: u64) -> Arc<Place> {
        let mut places = self.0.places.lock().unwrap_or_else(PoisonError::into_inner);
        if places.len() >= MOST && !places.contains_key(slug) {
            let longest_ago = places.iter().min_by_key(|(_, place)| place.asked_last.load(Ordering::Relaxed));
            if let Some(slug) = longest_ago.map(|(slug, _)| slug.clone()) {
                places.remove(&slug);
            }
        }
        let place = places.entry(slug.to_owned()).or_default();
        place.asked_last.store(asked, Ordering::Relaxed);
        place.clone()
    }
}

/// Reads what the stamp says is another than before.
async fn read(
    db: &DatabaseConnection,
    stamp: Stamp,
    as_of: u64,
    before: Option<&Known>,
    now: DateTime<Utc>,
) -> Result<Known, Error> {
    let same = |field: fn(&Stamp, &Stamp) -> bool| before.filter(|known| field(&known.stamp, &stamp));
    let facts_before = same(|a, b| {
        (a.revision, a.changed_at, &a.contacts, &a.municipality, a.organisations, a.editions)
            == (b.revision, b.changed_at, &b.contacts, &b.municipality, b.organisations, b.editions)
    });
    let facts = match facts_before {
        Some(known) => known.facts.clone(),
        None => Arc::new(facts(db, &stamp).await?),
    };
    let plan_before = same(|a, b| (a.revision, a.released, &a.speakers) == (b.revision, b.released, &b.speakers));
    let plan = match plan_before {
        Some(known) => known.plan.clone(),
        None => plan(db, &stamp, &facts.event).await?.map(Arc::new),
    };
    let signup = match same(|a, b| a.signup_revision == b.signup_revision) {
        Some(known) => known.signup.clone(),
        None => Arc::new(store::conference::signup(db, stamp.id).await?),
    };
    let standing = standing(&facts.event, facts.cancelled, &signup, now);
    let places = session_places(&facts.event, &signup, standing);
    let in_lists = listed(&places);
    let unchanged = before.filter(|_| facts_before.is_some() && plan_before.is_some());
    Ok(Known {
        files: unchanged.map(|known| known.files.clone()).unwrap_or_default(),
        pages: unchanged
            .filter(|known| known.in_lists == in_lists)
            .map(|known| known.pages.clone())
            .unwrap_or_default(),
        stamp,
        as_of,
        facts,
        plan,
        signup,
        standing,
        places,
        in_lists,
    })
}

fn listed(places: &BTreeMap<OccurrenceId, Places>) -> BTreeMap<OccurrenceId, Places> {
    places.iter().map(|(occurrence, places)| (*occurrence, places.in_a_list())).collect()
}

async fn facts(db: &DatabaseConnection, stamp: &Stamp) -> Result<Facts, DbErr> {
    let (snapshot, cancelled, reason, changed_at) = store::conference::public(db, stamp.id).await?;
    let event = snapshot.0;
    let slugs: Vec<&str> =
        [event.organisation.as_str()].into_iter().chain(event.co_organisers.iter().map(String::as_str)).collect();
    let organisers = store::organisation::named(db, &slugs).await?;
    let editions = match &event.series {
        Some(series) => store::conference::other_editions(db, series, stamp.id).await?,
        None => Vec::new(),
    };
    Ok(Facts {
        editions: editions.iter().map(|snapshot| Edition::from(&snapshot.0)).collect(),
        organisers,
        event,
        cancelled,
        reason: reason.map(|reason| reason.0),
        changed_at,
        contacts: stamp.contacts.0.clone(),
        municipality: stamp.municipality.as_deref().and_then(hosting::kept),
        pictures: Default::default(),
    })
}

async fn plan(db: &DatabaseConnection, stamp: &Stamp, event: &Event) -> Result<Option<Plan>, DbErr> {
    let Some(version) = store::version::find(db, stamp.id, stamp.released).await? else { return Ok(None) };
    let speakers = store::speaker::all(db, stamp.id).await?;
    let shown = speakers.into_iter().filter(|speaker| speaker.consented_at.is_some()).map(|speaker| Speaker {
        id: SpeakerId(speaker.id),
        name: speaker.name,
        role: speaker.role.0,
        organisation: speaker.organisation,
        biography: speaker.biography.0,
        photo: speaker.photo,
    });
    Ok(Some(Plan {
        version: u32::try_from(version.number).unwrap_or(0),
        released_at: version.released_at,
        note: version.note.map(|note| note.0),
        timetable: Timetable::of(&version.programme, event.timezone, shown),
    }))
}
