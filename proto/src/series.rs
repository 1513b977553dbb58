//! Series: several events that belong together, and people who are signed up for all of them.

use crate::event::Contact;
use crate::{EventId, FollowerId, Language, Localised, Message, SeriesId};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A series was published, or something in it has changed since. Always the full picture; its dates are events, which name it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SeriesPublished {
    pub series: Series,
}

impl Message for SeriesPublished {
    const NAME: &'static str = "series.published.v1";
    fn subject(&self) -> Uuid {
        self.series.id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.series.id.0)
    }
}

/// What others need to know of a series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Series {
    pub id: SeriesId,
    /// Goes up with every change; a hearer ignores an older one.
    pub revision: u32,
    /// Unique among all series. Events name it, and belong to it where their organisation is the same.
    pub slug: String,
    /// The slug of the responsible organisation (the controller of personal data).
    pub organisation: String,
    pub title: Localised,
    /// One or two sentences for lists.
    pub summary: Localised,
    #[schemars(with = "String")]
    pub timezone: Tz,
    /// Whom to ask.
    pub contact: Contact,
    /// The path of its public page, where that is not where pages of series are of this kind of event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
}

/// Somebody is signed up for a whole series: for what is ahead, and for each new date as it is published. Also said when an
/// address is signed up once more; only a letter to that address tells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SeriesFollowed {
    pub follower_id: FollowerId,
    /// Raised to make the person's link void; part of its token.
    pub generation: u16,
    pub series: Series,
    pub name: String,
    pub email: String,
    pub language: Language,
    /// When the address was signed up once more; absent the first time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeated_at: Option<DateTime<Utc>>,
}

impl Message for SeriesFollowed {
    const NAME: &'static str = "series.followed.v1";
    fn subject(&self) -> Uuid {
        self.follower_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.series.id.0)
    }
}

/// Somebody has left a series, and what was held about them in it is deleted; hearers delete theirs. Dates that they are
/// signed off from are told of one by one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SeriesLeft {
    pub follower_id: FollowerId,
    pub series_id: SeriesId,
}

impl Message for SeriesLeft {
    const NAME: &'static str = "series.left.v1";
    fn subject(&self) -> Uuid {
        self.follower_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.series_id.0)
    }
}

/// Somebody who follows a series has no place on one of its dates: it was full when they were to be signed up, and has no waiting
/// list. Said once for each date; nobody comes back to it. Who they are is told in `series.followed`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SeriesTurnedAway {
    pub follower_id: FollowerId,
    pub series_id: SeriesId,
    pub event_id: EventId,
    pub language: Language,
}

impl Message for SeriesTurnedAway {
    const NAME: &'static str = "series.turned_away.v1";
    fn subject(&self) -> Uuid {
        self.follower_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.series_id.0)
    }
}
