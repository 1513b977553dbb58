use bus::{SetAside, State};
use chrono::{DateTime, TimeDelta, Utc};
use host::Page;
use proto::MessageId;
use serde::Serialize;

/// How many messages are listed one by one.
pub(crate) const MOST: u64 = 100;

const TIMEZONE: &str = "Europe/Oslo";

/// How one service does.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ServicePage {
    pub(crate) service: &'static str,
    /// All of them, each with a page.
    pub(crate) services: &'static [&'static str],
    pub(crate) version: &'static str,
    pub(crate) started_at: DateTime<Utc>,
    pub(crate) tables: Tables,
    pub(crate) unsent: Queue,
    pub(crate) waiting: Queue,
    pub(crate) set_aside: u64,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) messages: Vec<Message>,
    pub(crate) parked: Parked,
    /// Absent where no letters are sent.
    pub(crate) letters: Option<Vec<StuckLetters>>,
    /// How many messages are tried once more, when that was asked for.
    pub(crate) tried: Option<u64>,
    timezone: &'static str,
}

/// Which changes the tables have seen.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Tables {
    newest: Option<String>,
    count: usize,
    /// Changes of a later release than this program.
    later: usize,
}

impl Tables {
    pub(crate) fn new(service: &str, seen: &[String]) -> Self {
        // The tables of the bus are the same everywhere and have a name without a date.
        let newest = seen.iter().rfind(|name| name.starts_with('m')).cloned();
        Self { newest, count: seen.len(), later: migrations::unknown(service, seen).len() }
    }
}

/// How many wait, and since when the first of them should not.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Queue {
    count: u64,
    since: Option<DateTime<Utc>>,
}

impl Queue {
    fn new(count: u64, late: TimeDelta, now: DateTime<Utc>) -> Self {
        Self { count, since: (late > TimeDelta::zero()).then(|| now - late) }
    }
}

/// How many messages of one kind were set aside.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Kind {
    name: String,
    count: u64,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Message {
    id: MessageId,
    name: String,
    arrived_at: DateTime<Utc>,
    set_aside_at: DateTime<Utc>,
    tries: u32,
    reason: String,
}

impl From<SetAside> for Message {
    fn from(found: SetAside) -> Self {
        let SetAside { id, name, arrived_at, set_aside_at, tries, trouble } = found;
        Self { id, name, arrived_at, set_aside_at, tries, reason: trouble }
    }
}

/// What lies at the broker because it could not even be stored.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "state", content = "count", rename_all = "snake_case")]
pub(crate) enum Parked {
    /// There is no broker.
    Nowhere,
    Known(u64),
    /// The broker does not say.
    Unknown,
}

/// Letters of one kind that do not get out for the same reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StuckLetters {
    /// The words in `mail-purpose-…` and `mail-state-…`.
    pub purpose: &'static str,
    pub state: &'static str,
    pub count: u64,
    /// When the oldest of them was due.
    pub since: DateTime<Utc>,
    /// Without addresses.
    pub reason: Option<String>,
}

/// What was found about a service.
pub(crate) struct Found {
    pub(crate) state: State,
    pub(crate) seen: Vec<String>,
    pub(crate) kinds: Vec<(String, u64)>,
    pub(crate) messages: Vec<SetAside>,
    pub(crate) parked: Parked,
    pub(crate) letters: Option<Vec<StuckLetters>>,
}

/// What is known about a process from its start on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Process {
    pub(crate) service: &'static str,
    pub(crate) services: &'static [&'static str],
    pub(crate) version: &'static str,
    pub(crate) started_at: DateTime<Utc>,
}

impl ServicePage {
    pub(crate) fn new(process: Process, found: Found, tried: Option<u64>, now: DateTime<Utc>) -> Self {
        let Process { service, services, version, started_at } = process;
        let Found { state, seen, kinds, messages, parked, letters } = found;
        Self {
            service,
            services,
            version,
            started_at,
            tables: Tables::new(service, &seen),
            unsent: Queue::new(state.unsent, state.oldest_unsent, now),
            waiting: Queue::new(state.waiting, state.oldest_overdue, now),
            set_aside: state.set_aside,
            kinds: kinds.into_iter().map(|(name, count)| Kind { name, count }).collect(),
            messages: messages.into_iter().map(Message::from).collect(),
            parked,
            letters,
            tried,
            timezone: TIMEZONE,
        }
    }
}

impl Page for ServicePage {
    const TEMPLATE: &'static str = "operation/service.html";

    fn samples() -> Vec<Self> {
        let now = host::testing::beginning();
        let process = Process {
            service: "registration",
            services: &["portal", "registration", "conference", "webinar", "gathering", "mail"],
            version: "0.1.0",
            started_at: now - TimeDelta::days(3),
        };
        let message = |number: u128, name: &str, trouble: &str| SetAside {
            id: MessageId(format!("01960000-0000-7000-8000-{number:012}").parse().unwrap_or_default()),
            name: name.to_owned(),
            arrived_at: now - TimeDelta::hours(75),
            set_aside_at: now - TimeDelta::hours(3),
            tries: 18,
            trouble: trouble.to_owned(),
        };
        let seen = vec!["bus_tables".to_owned(), "m20261123_000531_make_operator".to_owned()];
        let quiet = Found {
            state: State::default(),
            seen: seen.clone(),
            kinds: Vec::new(),
            messages: Vec::new(),
            parked: Parked::Nowhere,
            letters: None,
        };
        let troubled = Found {
            state: State {
                unsent: 1_204,
                oldest_unsent: TimeDelta::minutes(14),
                waiting: 17,
                oldest_overdue: TimeDelta::hours(2),
                set_aside: 103,
            },
            seen: seen.clone(),
            kinds: vec![("event.published.v1".to_owned(), 2), ("webinar.joined.v1".to_owned(), 101)],
            messages: vec![
                message(1, "event.published.v1", "data does not fit: missing field at line 1 column 700"),
                message(2, "webinar.joined.v1", "registration 01960000-0000-7000-8000-000000000009 is not known yet"),
            ],
            parked: Parked::Known(2),
            letters: None,
        };
        let stuck = |purpose, state, reason: Option<&str>| StuckLetters {
            purpose,
            state,
            count: 12,
            since: now - TimeDelta::hours(5),
            reason: reason.map(str::to_owned),
        };
        let letters = vec![
            stuck("reminder", "deferred", Some("421 4.7.0 Try again later <b>")),
            stuck("confirmation", "uncertain", None),
        ];
        let mail = Process { service: "mail", ..process };
        let of_mail = |letters: Vec<StuckLetters>, parked| Found {
            state: State::default(),
            seen: seen.clone(),
            kinds: Vec::new(),
            messages: Vec::new(),
            parked,
            letters: Some(letters),
        };
        let later = Self {
            tables: Tables { newest: Some("m29991231_000001_make_all".to_owned()), count: 12, later: 2 },
            ..Self::new(process, of_mail(Vec::new(), Parked::Nowhere), Some(0), now)
        };
        vec![
            Self::new(process, quiet, None, now),
            Self::new(process, troubled, Some(3), now),
            Self::new(mail, of_mail(letters, Parked::Unknown), Some(1), now),
            later,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::{Queue, Tables};
    use chrono::{TimeDelta, Utc};

    #[test]
    fn what_is_not_late_waits_since_no_time() {
        let now = Utc::now();
        assert_eq!(Queue::new(3, TimeDelta::zero(), now).since, None);
        assert_eq!(Queue::new(3, TimeDelta::minutes(2), now).since, Some(now - TimeDelta::minutes(2)));
    }

    #[test]
    fn changes_of_a_later_release_are_counted() {
        let seen = ["m20261122_000001_make_organisation_account_and_session", "m29991231_000001_make_all"];
        let tables = Tables::new("portal", &seen.map(str::to_owned));
        assert_eq!((tables.newest.as_deref(), tables.count, tables.later), (Some(seen[1]), 2, 1));
    }

    #[test]
    fn every_sample_is_a_whole_page_in_every_language() {
        let pages = host::testing::render_all(&crate::templates(&text::Text::new()), &crate::pages());
        assert!(pages.iter().all(|(_, _, page)| !page.contains("<b>")), "what servers say is no markup");
    }
}
