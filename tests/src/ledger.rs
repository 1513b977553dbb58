//! What the clients were answered, kept outside the program.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// A client that signs people up and remembers every answer.
pub struct Ledger {
    client: reqwest::Client,
    url: String,
    /// By key: what was answered.
    pub answers: BTreeMap<String, Value>,
}

/// How long one key is tried until it is answered.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long one answer is waited for by those who try again, and by those who do not.
const SOON: Duration = Duration::from_secs(5);
const AT_LAST: Duration = Duration::from_secs(30);

impl Ledger {
    /// A client with connections of its own, for a program that may be killed at any time.
    pub fn new(url: &str) -> Self {
        Self::of(url, SOON)
    }

    /// A client with connections of its own, which waits in the queue like everybody else.
    pub fn patient(url: &str) -> Self {
        Self::of(url, AT_LAST)
    }

    fn of(url: &str, timeout: Duration) -> Self {
        let client = reqwest::Client::builder().timeout(timeout).build().expect("a client");
        Self { client, url: url.to_owned(), answers: BTreeMap::new() }
    }

    /// Signs a person up under this key, again and again until there is an answer.
    pub async fn sign_up(&mut self, key: &str) {
        let answer = self.ask(key).await;
        self.answers.insert(key.to_owned(), answer);
    }

    /// What is answered to this key now.
    pub async fn ask(&self, key: &str) -> Value {
        let begun = Instant::now();
        loop {
            if let Ok(answer) = self.send(key).await {
                let status = answer.status().as_u16();
                match (status, answer.json::<Value>().await) {
                    (201, Ok(answer)) => return answer,
                    // Too busy, or the connection broke in the middle of the answer: ask again.
                    (503, _) | (201, Err(_)) => {}
                    (status, answer) => panic!("{key} was answered {status}: {answer:?}"),
                }
            }
            assert!(begun.elapsed() < PATIENCE, "{key} got no answer");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// What is answered to this key. Nobody is turned away but with the word to come again, and with a time for it.
    pub async fn ask_in_the_queue(&self, key: &str) -> Value {
        let begun = Instant::now();
        loop {
            let answer = self.send(key).await.unwrap_or_else(|error| panic!("{key} got no answer: {error:?}"));
            let (status, told_when) = (answer.status().as_u16(), answer.headers().contains_key("retry-after"));
            let answer = answer.text().await.unwrap_or_else(|error| panic!("{key} got half an answer: {error}"));
            if status == 201 {
                return serde_json::from_str(&answer).expect("JSON");
            }
            assert!(status == 503 && told_when, "{key} was answered {status}: {answer}");
            assert!(begun.elapsed() < PATIENCE, "{key} was only ever told to come again");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }

    /// What is found at an address.
    pub async fn read(&self, url: &str) -> Value {
        let found = self.client.get(url).send().await.unwrap_or_else(|error| panic!("nothing is read: {error:?}"));
        found.json().await.expect("JSON")
    }

    async fn send(&self, key: &str) -> reqwest::Result<reqwest::Response> {
        let body = json!({
            "name": format!("Person {key}"),
            "email": address(key),
            "language": "nn",
            "answers": { "municipality": "1577" },
            "choices": [],
        });
        self.client.post(&self.url).header("idempotency-key", key).json(&body).send().await
    }
}

/// The address that a key signs up.
pub fn address(key: &str) -> String {
    format!("{key}@example.no")
}
