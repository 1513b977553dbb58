//! Events and what there is to sign up for in them.

use crate::{AccountId, EventId, Localised, Message, PoolId, SessionId, VenueId};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An event was published, or something in it has changed since. Always the full picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EventPublished {
    pub event: Event,
}

impl Message for EventPublished {
    const NAME: &'static str = "event.published.v1";
    fn subject(&self) -> Uuid {
        self.event.id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event.id.0)
    }
}

/// An event will not take place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EventCancelled {
    pub event_id: EventId,
    /// Higher than that of every earlier snapshot.
    pub revision: u32,
    /// Told to the participants, in their language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Localised>,
}

impl Message for EventCancelled {
    const NAME: &'static str = "event.cancelled.v1";
    fn subject(&self) -> Uuid {
        self.event_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

/// Organisers want an event off the public pages again. It is, once nobody turns out to be signed up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EventUnpublishingAsked {
    pub event_id: EventId,
    /// Higher than that of every snapshot before. A snapshot after it has a higher one, and makes the question void.
    pub revision: u32,
    /// Who asked.
    pub account_id: AccountId,
    /// Why, in the organiser's own words. For organisers only.
    pub reason: String,
}

impl Message for EventUnpublishingAsked {
    const NAME: &'static str = "event.unpublishing_asked.v1";
    fn subject(&self) -> Uuid {
        self.event_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

/// An event is off the public pages, and nobody is signed up for it. A snapshot with a higher revision publishes it again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EventUnpublished {
    pub event_id: EventId,
    /// Higher than that of every earlier snapshot.
    pub revision: u32,
}

impl Message for EventUnpublished {
    const NAME: &'static str = "event.unpublished.v1";
    fn subject(&self) -> Uuid {
        self.event_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

/// The three kinds of event, each with a service of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    Conference,
    Webinar,
    Gathering,
}

impl EventKind {
    /// The first part of the public path: `/webinar/{slug}`.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Conference => "konferanse",
            Self::Webinar => "webinar",
            Self::Gathering => "samling",
        }
    }

    /// The word in columns, filters and addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Conference => "conference",
            Self::Webinar => "webinar",
            Self::Gathering => "gathering",
        }
    }
}

/// Everything that others need to know about an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    pub id: EventId,
    /// Goes up with every change; a hearer ignores an older one.
    pub revision: u32,
    pub kind: EventKind,
    /// Unique among all events; part of the public address.
    pub slug: String,
    /// The slug of the responsible organisation (the controller of personal data).
    pub organisation: String,
    /// Slugs of organisations behind it besides the responsible one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_organisers: Vec<String>,
    /// Its series, if it is one of several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    pub title: Localised,
    /// One or two sentences for lists.
    pub summary: Localised,
    /// Paragraphs, separated by blank lines. Plain text.
    pub description: Localised,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    #[schemars(with = "String")]
    pub timezone: Tz,
    pub attendance: Attendance,
    /// Room, street and town, when people meet in person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<Localised>,
    /// Whom to ask.
    pub contact: Contact,
    pub sign_up: SignUp,
    /// How long before the start reminders are due, in minutes.
    #[schemars(range(min = 1))]
    pub reminders: Vec<u32>,
    /// The organisers have said nothing of reminders: `reminders` are the usual ones, and the plan of the organisation counts.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub usual_reminders: bool,
    /// The released version of its programme that the pools are of; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme_version: Option<u32>,
}

/// How one takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    InPerson,
    Online,
    Both,
}

/// The way in which one person takes part, where there is a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    InPerson,
    Online,
}

/// A person or desk at the organiser's that answers questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    pub name: String,
    pub email: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// What there is to sign up for, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SignUp {
    /// Open from the start when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens_at: Option<DateTime<Utc>>,
    pub closes_at: DateTime<Utc>,
    /// Until when people may sign off themselves.
    pub withdraw_until: DateTime<Utc>,
    /// The pools; the one with `whole` is what every registration needs.
    pub pools: Vec<Pool>,
    pub waiting_list: WaitingList,
    /// How many people one form may sign up together (1: only oneself). A party is admitted or waits together.
    pub party_limit: u8,
    /// For so many delegations seats are kept. Those who follow the series are signed up when all of them have been told of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegations: Option<u32>,
    pub questions: Vec<Question>,
    /// What it costs, or that it is free, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Localised>,
    /// How long it takes to walk between venues; what is not listed takes no time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub walks: Vec<Walk>,
    /// Working hours (08-16 on working days) that somebody has to choose anew when the programme has changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choose_again_working_hours: Option<u16>,
    /// The organisers decide about each who signs up; nobody has a place before that.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub approval: bool,
    /// Who may sign up; everybody when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closed>,
}

/// An event that is not for everybody: for those with an address of one of the domains, and those whom organisers sign up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Closed {
    /// Domains of e-mail addresses, in small letters and as DNS writes them; `*.` before one means all below it, not itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
    /// It stands in public lists all the same.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub listed: bool,
}

/// The way between two venues, as long in the other direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Walk {
    pub from: VenueId,
    pub to: VenueId,
    pub minutes: u16,
}

/// A number of places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Pool {
    pub id: PoolId,
    /// True for the places that every registration needs; false for something a person may choose besides.
    pub whole: bool,
    pub label: Localised,
    /// Unlimited when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<DateTime<Utc>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<DateTime<Utc>>,
    /// Only for those who take part in this way. Where `whole` pools have a form, each person needs those of the form that
    /// they chose, and those without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// What is to be known before choosing it: how online participation works, what the ticket covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Localised>,
    /// What it costs, where that differs from the event's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Localised>,
    /// The session of which this is an occurrence. One person chooses a session once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<VenueId>,
    /// Room and venue in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<Localised>,
}

/// What happens when it is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WaitingList {
    pub mode: WaitingMode,
    /// Strict: nobody passes a party that does not fit yet. Fill: the first that fits gets the place.
    pub order: WaitingOrder,
    /// True: free places are given out until the event starts. False: only until sign-up closes.
    pub after_deadline: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WaitingMode {
    /// No list: full is full.
    None,
    /// A free place is given at once.
    Direct,
    /// A free place is offered, to be accepted within so many working hours (08-16 on working days).
    Offer { working_hours: u16 },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WaitingOrder {
    Strict,
    Fill,
}

/// A question in a form, besides name, e-mail and language, which are always asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Question {
    /// Stable name of the answer: lower-case letters, digits, `_`.
    pub key: String,
    pub label: Localised,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Localised>,
    pub required: bool,
    pub answer: AnswerType,
    /// Asked only when the condition holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_if: Option<Condition>,
    /// Why it is asked, shown to the person. No question without a purpose.
    pub purpose: Localised,
    /// True for what is to be seen by few, kept apart and deleted early (food, access needs).
    #[serde(default)]
    pub sensitive: bool,
    /// The answer is deleted so many days after the event.
    pub delete_after_days: u16,
    /// The HTML autocomplete token, where the answer is about the person who fills in the form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub autocomplete: Option<String>,
}

/// What kind of answer a question takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum AnswerType {
    Text,
    LongText,
    Number {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<i64>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<i64>,
    },
    OneOf {
        options: Vec<Choice>,
    },
    SeveralOf {
        options: Vec<Choice>,
    },
    YesNo,
    Date,
    Email,
    Phone,
    Municipality {
        country: Country,
    },
    Organisation,
    /// A number from the Norwegian or Swedish register, for invoices.
    OrganisationNumber,
}

/// One of the answers to choose from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Choice {
    /// Stable value of the answer: lower-case letters, digits, `_`.
    pub value: String,
    pub label: Localised,
}

/// The other question that decides whether this one is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Condition {
    /// Key of an earlier question of type one-of, several-of or yes/no.
    pub question: String,
    /// Holds when the answer is (or contains) one of these; yes and no are `yes` and `no`.
    pub any_of: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Country {
    No,
    Se,
    /// Both lists.
    Both,
}

impl Event {
    /// The public page, below the site's address: `/webinar/{slug}`.
    pub fn path(&self) -> String {
        format!("/{}/{}", self.kind.path(), self.slug)
    }

    /// The places that every registration needs.
    pub fn whole(&self) -> Option<&Pool> {
        self.sign_up.pools.iter().find(|pool| pool.whole)
    }

    /// Whether it stands in public lists.
    pub fn is_listed(&self) -> bool {
        self.sign_up.closed.as_ref().is_none_or(|closed| closed.listed)
    }

    /// What a person may choose besides.
    pub fn choices(&self) -> impl Iterator<Item = &Pool> {
        self.sign_up.pools.iter().filter(|pool| !pool.whole)
    }
}
