//! Made-up people who follow a series, for the demonstration: signed up as by the form of the series.

use crate::NAME;
use crate::answers::{self, Answers, Raw};
use crate::following::{self, Follow, Followed};
use crate::store::{invited, registration, series, series_date, snapshot};
use anyhow::{Context, bail};
use bus::{Bus, Carrier};
use host::{Host, Purpose};
use proto::Language;
use serde_json::{Map, Value};
use uuid::Uuid;

/// Somebody made up.
#[derive(Clone, Debug)]
pub struct Follower {
    pub name: String,
    pub email: String,
    pub language: Language,
    /// By the key of the question, for all dates.
    pub answers: Map<String, Value>,
}

/// Signs people up for a series and its dates. For each of them the tokens of the sign-ups that come with it, soonest first.
pub async fn demonstrate(host: &Host, slug: &str, people: &[Follower]) -> anyhow::Result<Vec<Vec<String>>> {
    let (bus, _loops) = Bus::build(NAME, host, &Carrier::in_process()).start();
    let db = &host.db.read;
    let row = series::by_slug(db, slug).await?.context("the series is not known")?;
    let mut dates = Vec::new();
    for event in series_date::events(db, row.id).await? {
        dates.extend(snapshot::read(db, event.id).await?);
    }
    let mut followers = Vec::new();
    for person in people {
        let mut all = Answers::default();
        for date in &dates {
            let raw = |question: &proto::event::Question| {
                let given = person.answers.get(&question.key);
                given.map_or(Raw::Nothing, |value| answers::from_json(&question.answer, value))
            };
            match answers::read(&date.sign_up.questions, raw) {
                Ok(answers) => all.0.extend(answers.0),
                Err(problems) => bail!("the answers do not suit {}: {problems:?}", date.slug),
            }
        }
        let work = bus.begin().await?;
        let wanted = Follow {
            form: Uuid::now_v7(),
            name: person.name.clone(),
            email: person.email.clone(),
            language: person.language,
            answers: all,
        };
        let Followed::Now(id) = following::follow(&work, &row, &wanted).await? else {
            bail!("somebody follows the series already")
        };
        work.commit().await?;
        followers.push(id);
    }
    following::catch_up(&bus, &host.db, host.clock.now()).await?;
    let mut tokens = Vec::new();
    for id in followers {
        let with_series = invited::of(db, id.0).await?;
        let mut own = Vec::new();
        for date in &dates {
            let of_it = with_series.iter().find(|invited| invited.event_id == date.id.0 && !invited.own);
            let Some(registration) = of_it.and_then(|invited| invited.registration_id) else { continue };
            if let Some(row) = registration::by_id(db, registration.into()).await? {
                own.push(host.keys.token(Purpose::Manage, row.id, row.generation()));
            }
        }
        tokens.push(own);
    }
    Ok(tokens)
}
