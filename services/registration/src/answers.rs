//! What a person answered, by the key of the question.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One answer.
pub type Answer = serde_json::Value;

/// Answers by question key.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, Answer>);
