use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use host::{Error, Fields, FrameOrganisation, Organiser, Page, Visit};
use proto::account::Role;
use proto::event::Event;
use proto::{FollowerId, Localised};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Site;
use crate::again;
use crate::pausing::{Extent, Pauses};
use crate::planning::Facts;
use crate::purpose::{Purpose, State as Fate};
use crate::store::{event, follower, letter, organisation, pause, registration, speaker};

/// How many letters are listed.
const MOST: u64 = 500;

/// The letters about an event: those that will be sent, those that were, and why some were not.
#[derive(Debug, Serialize)]
pub(super) struct PlannedPage {
    title: Localised,
    path: String,
    timezone: Tz,
    counts: Vec<Count>,
    /// Empty for those who see numbers but no names.
    letters: Vec<Row>,
    shows_names: bool,
    most: Option<u64>,
    may_send: bool,
    /// Since when letters about the event are held back that go to many and can wait.
    paused: Option<DateTime<Utc>>,
    /// Whether an operator holds such letters back, or all: `many` or `all`.
    stopped: Option<&'static str>,
    may_pause: bool,
    /// How many were sent on because the organiser asked for it.
    hurried: Option<u64>,
    /// Whether the letter is sent again that the organiser asked for.
    again: Option<bool>,
}

/// How many letters there are of one purpose.
#[derive(Debug, Default, Serialize)]
struct Count {
    purpose: &'static str,
    planned: i64,
    sent: i64,
    trouble: i64,
    skipped: i64,
}

#[derive(Debug, Serialize)]
struct Row {
    purpose: &'static str,
    /// Absent when the person's data are deleted.
    name: Option<String>,
    email: Option<String>,
    /// When it was sent, or will be.
    at: DateTime<Utc>,
    state: &'static str,
    skip: Option<&'static str>,
    trouble: Option<String>,
    /// Its id, when it can be sent again.
    again: Option<Uuid>,
}

impl Page for PlannedPage {
    const TEMPLATE: &'static str = "mail/planned.html";

    fn samples() -> Vec<Self> {
        let about = crate::letters::About::sample();
        let row = |purpose: Purpose, state: Fate| Row {
            purpose: purpose.word(),
            name: Some("Åse <Øy>".to_owned()),
            email: Some("ase@kommune.example".to_owned()),
            at: about.starts_at,
            state: state.word(),
            skip: None,
            trouble: None,
            again: None,
        };
        let skipped = Row { skip: Some("withdrawn"), ..row(Purpose::Reminder, Fate::Withdrawn) };
        let failed = Row {
            trouble: Some("550 unknown user".to_owned()),
            again: Some(Uuid::from_u128(1)),
            ..row(Purpose::Confirmation, Fate::Failed)
        };
        let uncertain = Row { again: Some(Uuid::from_u128(2)), ..row(Purpose::Reminder, Fate::Uncertain) };
        let proposer = Row { name: None, email: None, ..row(Purpose::Proposal, Fate::Sent) };
        let erased = Row { name: None, email: None, ..row(Purpose::Place, Fate::Sent) };
        let page = |letters: Vec<Row>| Self {
            title: about.title.clone(),
            path: "/arrangor/brev/tomme-lokale".to_owned(),
            timezone: about.timezone,
            counts: vec![Count { purpose: "reminder", planned: 12, sent: 3, trouble: 1, skipped: 1 }],
            letters,
            shows_names: true,
            most: Some(500),
            may_send: true,
            paused: None,
            stopped: None,
            may_pause: true,
            hurried: Some(2),
            again: None,
        };
        let numbers = Self {
            shows_names: false,
            may_send: false,
            may_pause: false,
            hurried: None,
            most: None,
            ..page(Vec::new())
        };
        let nothing = Self { counts: Vec::new(), hurried: Some(0), most: None, ..page(Vec::new()) };
        let sent_again = Self { hurried: None, again: Some(true), ..page(vec![row(Purpose::Change, Fate::Pending)]) };
        let not_again = Self { hurried: None, again: Some(false), ..page(vec![row(Purpose::Change, Fate::Sent)]) };
        let held = || Row { state: PAUSED, ..row(Purpose::Reminder, Fate::Pending) };
        let paused = Self { paused: Some(about.starts_at), hurried: None, most: None, ..page(vec![held()]) };
        let others =
            Self { may_pause: false, stopped: Some("many"), paused: Some(about.starts_at), ..page(vec![held()]) };
        let stopped = Self { stopped: Some("all"), ..page(vec![held()]) };
        let all = vec![row(Purpose::Change, Fate::Pending), skipped, failed, uncertain, proposer, erased];
        vec![page(all), numbers, nothing, sent_again, not_again, paused, others, stopped]
    }
}

/// What the address says besides.
#[derive(Deserialize)]
pub(super) struct Asked {
    sende: Option<u64>,
    igjen: Option<String>,
}

pub(super) async fn get(
    State(site): State<Site>,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
    organiser: Organiser,
    visit: Visit,
) -> Result<Response, Error> {
    let db = &site.mail.host.db.read;
    let event = allowed(&site, &slug, &organiser, Role::Numbers).await?;
    let shows_names = organiser.may_at(event.id, &event.organisation, Role::Reader);
    let may_send = organiser.may_at(event.id, &event.organisation, Role::Editor);
    let pauses = pause::all(db).await?;
    let letters = if shows_names { rows(&site, &event, &pauses, may_send).await? } else { Vec::new() };
    let visit = match organisation::find(db, &event.organisation).await? {
        Some(organisation) => visit.organisation(&FrameOrganisation::from(&organisation)),
        None => visit,
    };
    let page = PlannedPage {
        title: event.title.clone(),
        path: format!("/arrangor/brev/{slug}"),
        timezone: event.timezone,
        counts: counts(&letter::counts(db, event.id).await?),
        most: (u64::try_from(letters.len()).is_ok_and(|count| count >= MOST)).then_some(MOST),
        letters,
        shows_names,
        may_send,
        paused: pauses.of(event.id),
        stopped: pauses.house.map(|(extent, _)| match extent {
            Extent::Many => "many",
            Extent::All => "all",
        }),
        may_pause: organiser.may_at(event.id, &event.organisation, Role::Owner),
        hurried: asked.sende,
        again: asked.igjen.map(|word| word == "ja"),
    };
    Ok(visit.page(&page))
}

/// Sends the letters about changes now.
pub(super) async fn post(
    State(site): State<Site>,
    Path(slug): Path<String>,
    organiser: Organiser,
    visit: Visit,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let event = allowed(&site, &slug, &organiser, Role::Editor).await?;
    let work = site.bus.begin().await?;
    let hurried = letter::hurry_changes(&work.tx, event.id, work.now).await?;
    work.commit().await?;
    site.mail.wake.notify_one();
    tracing::info!(event.id = %event.id, account.id = %organiser.account, hurried, "letters about changes sent on");
    Ok(Redirect::to(&format!("/arrangor/brev/{slug}?sende={hurried}")).into_response())
}

/// The event, for those who may see its letters; for all others there is none.
pub(super) async fn allowed(site: &Site, slug: &str, organiser: &Organiser, least: Role) -> Result<Event, Error> {
    let heard = event::find_by_slug(&site.mail.host.db.read, slug).await?;
    let event = heard.and_then(|heard| heard.event).map(Arc::unwrap_or_clone).ok_or(Error::NotFound)?;
    let anything = organiser.may_at(event.id, &event.organisation, Role::Numbers)
        || event.co_organisers.iter().any(|other| organiser.may(other, Role::Numbers));
    match organiser.may_at(event.id, &event.organisation, least) {
        true => Ok(event),
        false if anything && least == Role::Numbers => Ok(event),
        false => Err(Error::NotFound),
    }
}

async fn rows(site: &Site, event: &Event, pauses: &Pauses, may_send: bool) -> Result<Vec<Row>, Error> {
    let db = &site.mail.host.db.read;
    let listed = letter::list(db, event.id, MOST).await?;
    let ids: Vec<Uuid> = listed.iter().filter_map(|letter| letter.registration).collect();
    let known = registration::find_all(db, &ids).await?;
    let people: BTreeMap<Uuid, _> = known.into_iter().map(|k| (k.registration.id.0, k.registration)).collect();
    let ids: Vec<Uuid> = listed.iter().filter_map(|letter| letter.speaker).collect();
    let known = speaker::find_all(db, &ids).await?;
    let speakers: BTreeMap<Uuid, _> = known.into_iter().map(|speaker| (speaker.speaker_id.0, speaker)).collect();
    let mut ids = Vec::new();
    for letter in listed.iter().filter(|letter| letter.purpose == Purpose::TurnedAway) {
        ids.extend(turned_away(letter.facts()?.as_ref()));
    }
    let followers = follower::find_all(db, &ids).await?;
    let row = |letter: letter::Listed| {
        let person = letter.registration.and_then(|id| people.get(&id)).map(|person| (&person.name, &person.email));
        let speaker = letter.speaker.and_then(|id| speakers.get(&id)).map(|speaker| (&speaker.name, &speaker.email));
        let facts = letter.facts()?;
        let other = match &facts {
            Some(Facts::Proposal(answer)) => Some((&answer.name, &answer.email)),
            facts => turned_away(facts.as_ref()).and_then(|id| followers.get(&id)).map(|one| (&one.name, &one.email)),
        };
        // To a speaker who is still here, with what it is about.
        let known = person.or(speaker.filter(|_| facts.is_some())).or(other).is_some();
        let to = person.or(speaker).or(other);
        Ok(Row {
            purpose: letter.purpose.word(),
            name: to.map(|(name, _)| name.clone()),
            email: to.map(|(_, email)| email.clone()),
            at: letter.sent_at.or(letter.next_at).unwrap_or(letter.due),
            state: match pauses.hold(letter.purpose, Some(event.id.0)) {
                Some(_) if letter.next_at.is_some() => PAUSED,
                _ => letter.state.word(),
            },
            skip: letter.skip.map(crate::purpose::Skip::word),
            trouble: letter.trouble.filter(|_| letter.state != Fate::Sent),
            again: (may_send && known && again::can_be_asked_for(letter.state, letter.next_at.is_some()))
                .then_some(letter.id),
        })
    };
    listed.into_iter().map(row).collect()
}

fn turned_away(facts: Option<&Facts>) -> Option<FollowerId> {
    match facts {
        Some(Facts::TurnedAway { follower }) => Some(*follower),
        _ => None,
    }
}

fn counts(counted: &[(Purpose, Fate, i64)]) -> Vec<Count> {
    let mut all: BTreeMap<Purpose, Count> = BTreeMap::new();
    for (purpose, state, count) in counted {
        let of = all.entry(*purpose).or_insert_with(|| Count { purpose: purpose.word(), ..Count::default() });
        match state {
            Fate::Pending | Fate::Leased | Fate::DotWritten | Fate::Deferred => of.planned += count,
            Fate::Sent => of.sent += count,
            Fate::Failed | Fate::Uncertain => of.trouble += count,
            Fate::Withdrawn => of.skipped += count,
        }
    }
    all.into_values().collect()
}

/// Somebody holds it back.
const PAUSED: &str = "paused";
