//! What the clients were answered, kept outside the program.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// A client that signs people up and remembers every answer.
pub(crate) struct Ledger {
    client: reqwest::Client,
    url: String,
    /// By key: what was answered.
    pub(crate) answers: BTreeMap<String, Value>,
}

/// How long one key is tried until it is answered.
const PATIENCE: Duration = Duration::from_secs(60);

impl Ledger {
    pub(crate) fn new(url: &str) -> Self {
        let client = reqwest::Client::builder().timeout(Duration::from_secs(5)).build().expect("a client");
        Self { client, url: url.to_owned(), answers: BTreeMap::new() }
    }

    /// Signs a person up under this key, again and again until there is an answer.
    pub(crate) async fn sign_up(&mut self, key: &str) {
        let answer = self.ask(key).await;
        self.answers.insert(key.to_owned(), answer);
    }

    /// What is answered to this key now.
    pub(crate) async fn ask(&self, key: &str) -> Value {
        let body = json!({
            "name": format!("Person {key}"),
            "email": address(key),
            "language": "nn",
            "answers": { "municipality": "1577" },
            "choices": [],
        });
        let begun = Instant::now();
        loop {
            let sent = self.client.post(&self.url).header("idempotency-key", key).json(&body).send().await;
            if let Ok(answer) = sent {
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
}

/// The address that a key signs up.
pub(crate) fn address(key: &str) -> String {
    format!("{key}@example.no")
}
