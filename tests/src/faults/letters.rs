//! What everybody must have received.

use super::calendar;
use super::check::{Figures, Standings, all};
use super::site::Site;
use super::stories::{Story, TARGETS};
use crate::Received;
use crate::ledger::address;
use crate::sink::{Arrival, NOBODY, TURNED_AWAY};
use host::Database;
use sea_orm::{DbErr, FromQueryResult};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Letter {
    registration: Uuid,
    state: String,
    unanswered: i32,
    trouble: Option<String>,
}

/// The keys of those with a letter that was left to a person. Only what may have arrived twice is.
pub(super) async fn given_up(
    db: &Database,
    stories: &[Story],
    wrong: &mut Vec<String>,
) -> Result<BTreeSet<String>, DbErr> {
    let sql = "SELECT registration, state, unanswered, trouble FROM letter \
               WHERE registration IS NOT NULL AND state IN ('uncertain', 'failed')";
    let letters: Vec<Letter> = all(db, sql).await?;
    let mut given_up = BTreeSet::new();
    for letter in letters {
        let id = letter.registration.to_string();
        let Some(story) = stories.iter().find(|story| story.id() == id) else { continue };
        let is_refused = story.key.starts_with(NOBODY) || story.key.starts_with(TURNED_AWAY);
        match (letter.state.as_str(), is_refused) {
            ("failed", true) => {}
            ("uncertain", _) if letter.unanswered >= 2 => {
                given_up.insert(story.key.clone());
            }
            (state, _) => wrong.push(format!("a letter to {} is {state}: {:?}", story.key, letter.trouble)),
        }
    }
    Ok(given_up)
}

/// What a letter is about, by the beginning of its subject.
const SUBJECTS: [(&str, &str); 4] = [
    ("confirmation", "Du er påmeld: "),
    ("waiting", "Du står på venteliste: "),
    ("place", "Du har fått plass: "),
    ("withdrawal", "Du er meld av: "),
];

/// Everybody has the letters that their story asks for and no others, and in their calendar what is true.
pub(super) fn check_letters(
    site: &Site,
    stories: &[Story],
    standings: &Standings,
    given_up: &BTreeSet<String>,
    figures: &mut Figures,
    wrong: &mut Vec<String>,
) {
    let sink = &site.installation.sink;
    let mut by_person: BTreeMap<String, Vec<(Received, Arrival)>> = BTreeMap::new();
    for (letter, copy) in sink.letters().into_iter().zip(sink.arrivals()) {
        figures.letters += 1;
        by_person.entry(letter.recipient.clone()).or_default().push((letter, copy));
    }
    for story in stories {
        let theirs = by_person.remove(&address(&story.key)).unwrap_or_default();
        let is_refused = story.key.starts_with(NOBODY) || story.key.starts_with(TURNED_AWAY);
        let standing = &standings[&story.key].state;
        if let Err(error) = once(site, &theirs, figures) {
            wrong.push(format!("{}: {error}", story.key));
        }
        if is_refused && theirs.is_empty() || given_up.contains(&story.key) {
            continue;
        }
        if let Err(error) = those_that_the_story_asks_for(story, standing, &theirs) {
            wrong.push(format!("{} ({}, stands {standing}): {error}", story.key, story.answer["state"]));
        }
        let entries = match calendar::of(theirs.iter().map(|(letter, _)| letter)) {
            Ok(entries) => entries,
            Err(error) => {
                wrong.push(format!("{}: {error}", story.key));
                continue;
            }
        };
        let truth: &[&str] = if standing == "admitted" { &[START] } else { &[] };
        if entries != truth {
            wrong.push(format!("{} stands {standing}, and their calendar holds {entries:?}", story.key));
        }
    }
    for stranger in by_person.keys() {
        wrong.push(format!("{stranger} is a stranger and got a letter"));
    }
}

/// When all the events begin, as calendars are told.
const START: &str = "20990317T090000Z";

/// A letter comes once. A second copy comes only where nobody can know whether the first arrived, and is the same.
fn once(site: &Site, theirs: &[(Received, Arrival)], figures: &mut Figures) -> Result<(), String> {
    let mut by_id: BTreeMap<String, Vec<&(Received, Arrival)>> = BTreeMap::new();
    for one in theirs {
        by_id.entry(one.0.message_id()).or_default().push(one);
    }
    for (id, copies) in by_id {
        figures.second_copies += copies.len() - 1;
        if copies.iter().any(|(letter, _)| letter.bytes != copies[0].0.bytes) {
            return Err(format!("{id} came with different bytes"));
        }
        for (_, copy) in &copies[..copies.len() - 1] {
            if copy.answered && !site.may_have_forgotten(copy.door, copy.at) {
                let arrivals: Vec<&Arrival> = copies.iter().map(|(_, arrival)| arrival).collect();
                return Err(format!("{id} came again though it was answered: {arrivals:?}"));
            }
        }
    }
    Ok(())
}

fn those_that_the_story_asks_for(story: &Story, standing: &str, theirs: &[(Received, Arrival)]) -> Result<(), String> {
    let title = TARGETS.iter().find(|target| target.slug == story.event).map_or("", |target| target.title);
    let mut got: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (letter, _) in theirs {
        let subject = letter.subject();
        let about = SUBJECTS.iter().find(|(_, begin)| subject.strip_prefix(begin) == Some(title));
        let (about, _) = about.ok_or_else(|| format!("a letter about {subject}"))?;
        got.entry(about).or_default().insert(letter.message_id());
    }
    // What was not sent yet when something else became true is not sent any more.
    let (must, may): (&[&str], &[&str]) = match (story.waited(), standing) {
        (false, "admitted") => (&["confirmation"], &[]),
        (false, _) => (&["withdrawal"], &["confirmation"]),
        (true, "waiting") => (&["waiting"], &[]),
        (true, "admitted") => (&["place"], &["waiting"]),
        (true, _) => (&["withdrawal"], &["waiting", "place"]),
    };
    let mut wrong = String::new();
    for about in must.iter().filter(|about| !got.contains_key(**about)) {
        let _ = write!(wrong, "no letter about the {about}; ");
    }
    for (about, ids) in &got {
        if ids.len() > 1 {
            let _ = write!(wrong, "{} different letters about the {about}; ", ids.len());
        }
        if !must.contains(about) && !may.contains(about) {
            let _ = write!(wrong, "a letter about a {about}; ");
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}
