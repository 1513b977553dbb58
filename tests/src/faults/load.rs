//! Clients who sign up, ask again, and sign off, until they are told to stop. Each keeps what it was answered.

use super::stories::{Story, TARGETS, Target};
use crate::ledger::address;
use crate::sink::{NOBODY, TURNED_AWAY};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

/// How long one answer is waited for.
const SOON: Duration = Duration::from_secs(5);
/// How long the same is asked until it is answered.
const PATIENCE: Duration = Duration::from_secs(150);
/// Before it is asked once more.
const PAUSE: Duration = Duration::from_millis(50);

/// One client.
pub(super) struct Client {
    http: reqwest::Client,
    /// The processes that answer sign-ups.
    doors: Vec<String>,
    chance: StdRng,
    name: String,
    pub(super) stories: Vec<Story>,
}

impl Client {
    pub(super) fn new(name: String, doors: Vec<String>, seed: u64) -> Self {
        let http = reqwest::Client::builder().timeout(SOON).build().expect("a client");
        Self { http, doors, chance: StdRng::seed_from_u64(seed), name, stories: Vec::new() }
    }

    /// Does what people do until it is time to stop. The error says what was answered that must never be.
    pub(super) async fn run(mut self, stop: CancellationToken) -> Result<Vec<Story>, String> {
        while !stop.is_cancelled() {
            match self.chance.random_range(0..100) {
                0..10 => self.ask_again().await?,
                10..26 => self.sign_off().await?,
                _ => self.sign_up().await?,
            }
            let pause = Duration::from_millis(self.chance.random_range(20..120));
            let _ = tokio::time::timeout(pause, stop.cancelled()).await;
        }
        Ok(self.stories)
    }

    async fn sign_up(&mut self) -> Result<(), String> {
        let mut left = self.chance.random_range(0..100);
        let target = TARGETS.iter().find(|target| {
            let is_it = left < target.share;
            left = left.saturating_sub(target.share);
            is_it
        });
        let event = target.map_or(TARGETS[0].slug, |target: &Target| target.slug);
        let who = match self.chance.random_range(0..60) {
            0 => NOBODY,
            1 => TURNED_AWAY,
            _ => "",
        };
        let key = format!("{who}{}n{}", self.name, self.stories.len());
        let answer = if self.chance.random_bool(0.1) {
            // Pressed twice.
            let (one, other) = (self.door(), self.door());
            let (one, other) = tokio::join!(self.ask(&one, event, &key), self.ask(&other, event, &key));
            let (one, other) = (one?, other?);
            if one != other {
                return Err(format!("{key} was answered {one} and {other} at once"));
            }
            one
        } else {
            let door = self.door();
            self.ask(&door, event, &key).await?
        };
        if !matches!(answer["state"].as_str(), Some("admitted" | "waiting")) {
            return Err(format!("{key} was answered {answer}"));
        }
        self.stories.push(Story { key, event, answer, left: false });
        Ok(())
    }

    async fn ask_again(&mut self) -> Result<(), String> {
        let Some(story) = self.anybody() else { return Ok(()) };
        let story = self.stories[story].clone();
        let door = self.door();
        self.says_the_same(&door, &story).await
    }

    /// The same key gets the same answer, whatever has happened since.
    pub(super) async fn says_the_same(&self, door: &str, story: &Story) -> Result<(), String> {
        let answer = self.ask(door, story.event, &story.key).await?;
        match answer == story.answer {
            true => Ok(()),
            false => Err(format!("{} was answered {} and then {answer}", story.key, story.answer)),
        }
    }

    async fn sign_off(&mut self) -> Result<(), String> {
        let Some(story) = self.anybody() else { return Ok(()) };
        let (door, token) = (self.door(), self.stories[story].token().to_owned());
        let url = format!("{door}/api/v1/registrations/{token}");
        let answer = self.answered(200, &self.stories[story].key, || self.http.request(Method::DELETE, &url)).await?;
        if answer["state"] != "withdrawn" {
            return Err(format!("{} signed off and was answered {answer}", self.stories[story].key));
        }
        self.stories[story].left = true;
        Ok(())
    }

    /// Where somebody stands now.
    pub(super) async fn stands(&self, door: &str, story: &Story) -> Result<Value, String> {
        let url = format!("{door}/api/v1/registrations/{}", story.token());
        self.answered(200, &story.key, || self.http.get(&url)).await
    }

    async fn ask(&self, door: &str, event: &str, key: &str) -> Result<Value, String> {
        let url = format!("{door}/api/v1/events/{event}/registrations");
        let body = json!({
            "name": format!("Person {key}"),
            "email": address(key),
            "language": "nn",
            "answers": { "municipality": "1577" },
            "choices": [],
        });
        self.answered(201, key, || self.http.post(&url).header("idempotency-key", key).json(&body)).await
    }

    /// Asks until there is an answer. Only that the program is away, or too busy, is no answer.
    async fn answered(&self, expected: u16, key: &str, request: impl Fn() -> RequestBuilder) -> Result<Value, String> {
        let begun = Instant::now();
        let mut last = String::new();
        while begun.elapsed() < PATIENCE {
            match request().send().await {
                Ok(answer) => {
                    let status = answer.status().as_u16();
                    match (status, answer.json::<Value>().await) {
                        (status, Ok(answer)) if status == expected => return Ok(answer),
                        // Half an answer is none.
                        (503, _) => "503".clone_into(&mut last),
                        (status, Err(error)) if status == expected => last = error.to_string(),
                        (status, answer) => return Err(format!("{key} was answered {status}: {answer:?}")),
                    }
                }
                Err(error) => last = error.to_string(),
            }
            tokio::time::sleep(PAUSE).await;
        }
        Err(format!("{key} got no answer in {} s; the last was: {last}", PATIENCE.as_secs()))
    }

    fn anybody(&mut self) -> Option<usize> {
        (!self.stories.is_empty()).then(|| self.chance.random_range(0..self.stories.len()))
    }

    fn door(&mut self) -> String {
        self.doors[self.chance.random_range(0..self.doors.len())].clone()
    }
}
