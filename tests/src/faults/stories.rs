//! What clients did and were answered: the truth that everything else must agree with.

use serde::Serialize;
use serde_json::Value;

/// An event that people sign up for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Target {
    pub(super) slug: &'static str,
    pub(super) title: &'static str,
    pub(super) places: u32,
    /// How many of a hundred come here.
    pub(super) share: u32,
}

/// A hot one, and some that are not.
pub(super) const TARGETS: [Target; 4] = [
    Target { slug: "torg", title: "Torget som møteplass", places: 40, share: 55 },
    Target { slug: "kai", title: "Kaia som møteplass", places: 12, share: 15 },
    Target { slug: "bru", title: "Brua som møteplass", places: 5, share: 15 },
    Target { slug: "park", title: "Parken som møteplass", places: 400, share: 15 },
];

/// Somebody who signed up.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Story {
    pub(super) key: String,
    pub(super) event: &'static str,
    /// What the screen said.
    pub(super) answer: Value,
    /// Whether they signed off, and were told so.
    pub(super) left: bool,
}

impl Story {
    /// The id of the registration.
    pub(super) fn id(&self) -> &str {
        self.answer["id"].as_str().unwrap_or_default()
    }

    /// What opens the personal page.
    pub(super) fn token(&self) -> &str {
        self.answer["self_service"].as_str().and_then(|link| link.rsplit('/').next()).unwrap_or_default()
    }

    /// Whether they were told that they wait.
    pub(super) fn waited(&self) -> bool {
        self.answer["state"] == "waiting"
    }
}
