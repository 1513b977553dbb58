//! The envelope: CloudEvents 1.0 in structured JSON, the same in the outbox, on the wire, set aside and exported.

use crate::MessageId;
use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A fact that one service says and others hear.
pub trait Message: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The name on the wire and routing key, `<noun>.<participle>.v<n>`. Never changed once released.
    const NAME: &'static str;

    /// The id of what the fact is about.
    fn subject(&self) -> Uuid;

    /// The event that it belongs to, where it belongs to one. Messages with the same key are kept near each other.
    fn partition(&self) -> Option<Uuid> {
        None
    }
}

/// A message on its way. <https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md>
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Envelope {
    pub specversion: String,
    /// Made once, when the message is said; what hearers recognise a repetition by.
    pub id: MessageId,
    /// `/moteplass/<service>`.
    pub source: String,
    /// The message's name on the wire.
    #[serde(rename = "type")]
    pub name: String,
    pub subject: String,
    pub time: DateTime<Utc>,
    pub datacontenttype: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partitionkey: Option<String>,
    /// W3C trace context of the page or message that caused this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub traceparent: Option<String>,
    /// The message that this one was said in answer to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub causationid: Option<MessageId>,
    pub data: serde_json::Value,
}

/// The content type of an envelope on the wire.
pub const CONTENT_TYPE: &str = "application/cloudevents+json";

/// The largest envelope that is carried, in bytes: the snapshot of a conference with some hundreds of chosen sessions, in four
/// languages, fits. Larger things are fetched by id.
pub const LARGEST: usize = 1024 * 1024;

/// Why a message could not be read.
#[derive(Debug)]
pub enum Unreadable {
    /// It is of another name.
    OtherName { wanted: &'static str, got: String },
    /// Its data does not have the shape that its name promises.
    Data(serde_json::Error),
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::OtherName { wanted, got } => write!(f, "expected {wanted}, got {got}"),
            // serde_json quotes the value it stumbled on; the category and place are enough and hold no personal data.
            Self::Data(error) => write!(
                f,
                "data does not fit: {:?} error at line {} column {}",
                error.classify(),
                error.line(),
                error.column()
            ),
        }
    }
}

impl std::error::Error for Unreadable {}

impl Envelope {
    /// Puts a message into an envelope.
    pub fn seal<M: Message>(
        message: &M,
        service: &str,
        id: MessageId,
        time: DateTime<Utc>,
    ) -> Result<Self, serde_json::Error> {
        Ok(Self {
            specversion: "1.0".to_owned(),
            id,
            source: format!("/moteplass/{service}"),
            name: M::NAME.to_owned(),
            subject: message.subject().to_string(),
            time,
            datacontenttype: "application/json".to_owned(),
            partitionkey: message.partition().map(|key| key.to_string()),
            traceparent: None,
            causationid: None,
            data: serde_json::to_value(message)?,
        })
    }

    /// Takes the message out.
    pub fn open<M: Message>(&self) -> Result<M, Unreadable> {
        if self.name != M::NAME {
            return Err(Unreadable::OtherName { wanted: M::NAME, got: self.name.clone() });
        }
        M::deserialize(&self.data).map_err(Unreadable::Data)
    }
}
