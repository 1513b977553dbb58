//! What must be so when everything has come to rest, seen from outside.

use super::letters::{check_letters, given_up};
use super::load::Client;
use super::rest::Databases;
use super::site::Site;
use super::stories::{Story, TARGETS, Target};
use crate::ledger::address;
use host::Database;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use uuid::Uuid;

/// Where everybody stands, by key.
pub(super) type Standings = BTreeMap<String, Standing>;

pub(super) struct Standing {
    pub(super) state: String,
    position: Option<u64>,
}

/// What is counted for those who want to know whether the cycle was worth anything.
#[derive(Default)]
pub(super) struct Figures {
    pub(super) people: usize,
    pub(super) left: usize,
    pub(super) moved_up: usize,
    pub(super) letters: usize,
    pub(super) second_copies: usize,
    pub(super) left_to_a_person: usize,
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { people, left, moved_up, letters, second_copies, left_to_a_person } = self;
        write!(
            f,
            "{people} people, {left} left, {moved_up} moved up, {letters} letters, {second_copies} second copies"
        )?;
        write!(f, ", {left_to_a_person} left to a person")
    }
}

/// Looks at everything. What is wrong comes back in words.
pub(super) async fn check(site: &Site, databases: &Databases, stories: &[Story]) -> (Figures, Vec<String>) {
    let mut wrong = Vec::new();
    let mut figures = Figures { people: stories.len(), ..Figures::default() };
    figures.left = stories.iter().filter(|story| story.left).count();
    let standings = match answers(site, stories, &mut wrong).await {
        Ok(standings) => standings,
        Err(error) => {
            wrong.push(error);
            return (figures, wrong);
        }
    };
    figures.moved_up =
        stories.iter().filter(|story| story.waited() && standings[&story.key].state == "admitted").count();
    for target in &TARGETS {
        places(target, stories, &standings, &mut wrong);
    }
    let of = |service: &str| &databases.iter().find(|(of, _)| *of == service).expect("it is one of ours").1;
    let looked = async {
        rows(of("registration"), stories, &mut wrong).await?;
        seats(of("webinar"), stories, &standings, &mut wrong).await?;
        front_page(of("portal"), of("registration"), stories, &standings, &mut wrong).await?;
        let given_up = given_up(of("mail"), stories, &mut wrong).await?;
        figures.left_to_a_person = given_up.len();
        check_letters(site, stories, &standings, &given_up, &mut figures, &mut wrong);
        messages(site, databases, &mut wrong).await
    };
    if let Err(error) = looked.await {
        wrong.push(error.to_string());
    }
    wrong.extend(site.grown());
    (figures, wrong)
}

/// What everybody was told still holds, or what may have become of it.
async fn answers(site: &Site, stories: &[Story], wrong: &mut Vec<String>) -> Result<Standings, String> {
    let client = Client::new("check".to_owned(), site.doors(), 0);
    let door = &site.doors()[0];
    let mut standings = Standings::new();
    for story in stories {
        let key = &story.key;
        if let Err(error) = client.says_the_same(door, story).await {
            wrong.push(error);
        }
        let kept = client.stands(door, story).await?;
        let state = kept["state"].as_str().unwrap_or_default().to_owned();
        let legal = match (story.left, story.waited()) {
            (true, _) => state == "withdrawn",
            (false, true) => matches!(state.as_str(), "waiting" | "admitted"),
            (false, false) => state == "admitted",
        };
        if !legal {
            wrong.push(format!("{key} was told {}, has left: {}, and stands {kept}", story.answer, story.left));
        }
        let position = kept["position"].as_u64();
        if let (Some(now), Some(told)) = (position, story.answer["position"].as_u64())
            && now > told
        {
            wrong.push(format!("{key} was number {told} and is number {now}"));
        }
        standings.insert(key.clone(), Standing { state, position });
    }
    Ok(standings)
}

/// As many have places as can, and those who wait stand in a row.
fn places(target: &Target, stories: &[Story], standings: &Standings, wrong: &mut Vec<String>) {
    let here = || stories.iter().filter(|story| story.event == target.slug).map(|story| &standings[&story.key]);
    let count = |state: &str| here().filter(|standing| standing.state == state).count();
    let (admitted, waiting, places) = (count("admitted"), count("waiting"), target.places as usize);
    if admitted != places.min(admitted + waiting) {
        wrong.push(format!("{}: {admitted} have one of {places} places, and {waiting} wait", target.slug));
    }
    let mut positions: Vec<u64> = here().filter_map(|standing| standing.position).collect();
    positions.sort_unstable();
    if positions != (1..=waiting as u64).collect::<Vec<_>>() {
        wrong.push(format!("{}: {waiting} wait at {positions:?}", target.slug));
    }
}

#[derive(FromQueryResult)]
struct Row {
    slug: String,
    seq: i64,
    email: String,
    state: String,
}

/// Everybody who was answered is there once, in the order in which they came, and nobody else.
async fn rows(db: &Database, stories: &[Story], wrong: &mut Vec<String>) -> Result<(), DbErr> {
    let sql = "SELECT event.slug, registration.seq, registration.email, registration.state FROM registration \
               JOIN event ON event.id = registration.event_id ORDER BY event.slug, registration.seq";
    let rows: Vec<Row> = all(db, sql).await?;
    let kept: Vec<&str> = rows.iter().map(|row| row.email.as_str()).collect();
    let known: BTreeSet<String> = stories.iter().map(|story| address(&story.key)).collect();
    let is_kept: BTreeSet<&str> = kept.iter().copied().collect();
    if kept.len() != is_kept.len() {
        wrong.push(format!("{} rows for {} people", kept.len(), is_kept.len()));
    }
    for phantom in is_kept.iter().filter(|email| !known.contains(**email)) {
        wrong.push(format!("{phantom} was never answered and is signed up"));
    }
    for target in &TARGETS {
        let here: Vec<&Row> = rows.iter().filter(|row| row.slug == target.slug).collect();
        let numbers: Vec<i64> = here.iter().map(|row| row.seq).collect();
        if !numbers.iter().copied().eq(1..=here.len() as i64) {
            wrong.push(format!("{}: the numbers are {numbers:?}", target.slug));
        }
        let last_in = here.iter().filter(|row| row.state == "admitted").map(|row| row.seq).max();
        let first_out = here.iter().filter(|row| row.state == "waiting").map(|row| row.seq).min();
        if let (Some(last_in), Some(first_out)) = (last_in, first_out)
            && first_out < last_in
        {
            wrong.push(format!("{}: {first_out} waits, and {last_in} has a place", target.slug));
        }
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Seat {
    registration: Uuid,
    state: String,
}

/// Whoever may come in is who has a place.
async fn seats(db: &Database, stories: &[Story], standings: &Standings, wrong: &mut Vec<String>) -> Result<(), DbErr> {
    let seats: Vec<Seat> = all(db, "SELECT registration, state FROM seat").await?;
    let seats: BTreeMap<String, String> =
        seats.into_iter().map(|seat| (seat.registration.to_string(), seat.state)).collect();
    for story in stories {
        let (truth, copy) = (&standings[&story.key].state, seats.get(story.id()));
        if copy != Some(truth) {
            wrong.push(format!("{} stands {truth}, and at the door {copy:?}", story.key));
        }
    }
    if seats.len() != stories.len() {
        wrong.push(format!("{} seats for {} people", seats.len(), stories.len()));
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Signup {
    event: Uuid,
    places_left: Option<i64>,
}

#[derive(FromQueryResult)]
struct Event {
    id: Uuid,
    slug: String,
}

/// The front page says how many places are left.
async fn front_page(
    portal: &Database,
    registration: &Database,
    stories: &[Story],
    standings: &Standings,
    wrong: &mut Vec<String>,
) -> Result<(), DbErr> {
    let signups: Vec<Signup> = all(portal, "SELECT event, places_left FROM signup").await?;
    let events: Vec<Event> = all(registration, "SELECT id, slug FROM event").await?;
    for target in &TARGETS {
        let here = stories.iter().filter(|story| story.event == target.slug);
        let admitted = here.filter(|story| standings[&story.key].state == "admitted").count();
        let left = i64::from(target.places) - admitted as i64;
        let id = events.iter().find(|event| event.slug == target.slug).map(|event| event.id);
        let said = signups.iter().find(|signup| Some(signup.event) == id).and_then(|signup| signup.places_left);
        if said != Some(left) {
            wrong.push(format!("{}: {left} places are left, and the front page says {said:?}", target.slug));
        }
    }
    Ok(())
}

/// Set aside and parked is what was poisoned, with its reason, and nothing else.
async fn messages(site: &Site, databases: &Databases, wrong: &mut Vec<String>) -> Result<(), DbErr> {
    let mut aside = BTreeSet::new();
    for (service, db) in databases {
        for one in bus::set_aside(db).await? {
            if one.trouble.is_empty() {
                wrong.push(format!("{service} has set aside {:?} for no reason", one.id));
            }
            if !site.poisoned.aside.contains(&(*service, one.id)) {
                wrong.push(format!("{service} has set aside a good message: {one:?}"));
            }
            aside.insert((*service, one.id));
        }
    }
    for missing in site.poisoned.aside.difference(&aside) {
        wrong.push(format!("{missing:?} cannot be read and is not set aside"));
    }
    let settings = site.installation.settings();
    for service in migrations::SERVICES {
        let expected = site.poisoned.parked.get(service).copied().unwrap_or_default();
        if settings.broker.is_none() {
            continue;
        }
        match bus::amqp::parked(settings, service).await {
            Ok(parked) if parked.len() == expected && parked.iter().all(|one| !one.reason.is_empty()) => {}
            Ok(parked) => wrong.push(format!("{service}: {expected} should be parked, and are: {parked:?}")),
            Err(error) => wrong.push(format!("{service}: {error:#}")),
        }
    }
    Ok(())
}

/// The places that are held of each pool; the error says where there are more than there are.
pub(super) async fn held(db: &Database) -> Result<(), String> {
    #[derive(FromQueryResult)]
    struct Pool {
        capacity: i32,
        held: i64,
    }
    let sql = "SELECT pool.capacity, (SELECT COUNT(*) FROM claim WHERE claim.pool_id = pool.id \
               AND claim.state IN ('held', 'offered')) AS held FROM pool WHERE pool.capacity IS NOT NULL";
    let pools: Vec<Pool> = all(db, sql).await.map_err(|error| error.to_string())?;
    match pools.iter().find(|pool| pool.held > i64::from(pool.capacity)) {
        Some(pool) => Err(format!("{} of {} places are held", pool.held, pool.capacity)),
        None => Ok(()),
    }
}

pub(super) async fn all<T: FromQueryResult>(db: &Database, sql: &str) -> Result<Vec<T>, DbErr> {
    let rows = db.read.query_all_raw(Statement::from_string(db.read.get_database_backend(), sql)).await?;
    rows.iter().map(|row| T::from_query_result(row, "")).collect()
}
