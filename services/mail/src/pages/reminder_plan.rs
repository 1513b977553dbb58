//! The plan for reminders, of an event and of an organisation for a kind of event: rules in plain words, when the letters go
//! out and to how many, and a form for one rule.

mod event;
mod form;
mod organisation;
mod preview;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use host::{FieldError, Page};
use proto::Localised;
use proto::event::EventKind;
use serde::{Deserialize, Serialize};

use crate::reminder_plan::{self, Anchor, Audience, Offset, Rule, Scope, Source};

pub(super) use event::{get as of_event, post as change_of_event};
pub(super) use organisation::{get as of_organisation, post as change_of_organisation};

use form::Typed;
use preview::Preview;

/// The rules of a plan, and a form to add one or change one.
#[derive(Debug, Serialize)]
pub(super) struct PlanPage {
    /// What it is the plan of: the title of the event, or the name of the organisation.
    title: Localised,
    kind: &'static str,
    path: String,
    /// The page of the event's letters.
    letters: Option<String>,
    /// The page of the organisation's plan, for those who may see it.
    organisation: Option<String>,
    /// Of an organisation: the other kinds.
    kinds: Vec<Kind>,
    source: &'static str,
    /// The plan is that of this page, and can be given up.
    own: bool,
    rules: Vec<Row>,
    /// When people are written to after a webinar, which is not said here.
    afterwards: Option<DateTime<Utc>>,
    timezone: Tz,
    /// Writes the letters of the event.
    edits: bool,
    may_edit: bool,
    /// Nothing is sent any more.
    over: bool,
    typed: Typed,
    anchors: Vec<&'static str>,
    audiences: Vec<&'static str>,
    errors: Vec<FieldError>,
    /// What was done.
    done: Option<&'static str>,
}

/// The plan for another kind of event.
#[derive(Debug, Serialize)]
struct Kind {
    kind: &'static str,
    path: String,
    here: bool,
}

/// One rule, in the parts of its words.
#[derive(Debug, Serialize)]
struct Row {
    notation: String,
    /// The same, as it stands in an address.
    address: String,
    anchor: &'static str,
    unit: &'static str,
    count: u32,
    /// The time of day, on some day in UTC.
    clock: Option<DateTime<Utc>>,
    audience: &'static str,
    any_hour: bool,
    preview: Option<Preview>,
}

impl Row {
    fn new(rule: &Rule, preview: Option<Preview>) -> Self {
        let (count, unit, clock) = parts(rule.offset);
        Self {
            notation: rule.to_string(),
            address: url::form_urlencoded::byte_serialize(rule.to_string().as_bytes()).collect(),
            anchor: rule.anchor.word(),
            unit,
            count,
            clock: clock.map(|clock| DateTime::UNIX_EPOCH + (clock - NaiveTime::MIN)),
            audience: rule.audience.word(),
            any_hour: rule.any_hour,
            preview,
        }
    }
}

/// How many of what, and at what time of day.
fn parts(offset: Offset) -> (u32, &'static str, Option<NaiveTime>) {
    match offset {
        Offset::Minutes(minutes) if minutes.is_multiple_of(60) => (minutes / 60, "hours", None),
        Offset::Minutes(minutes) => (minutes, "minutes", None),
        Offset::Days(days, clock) => (u32::from(days), "days", clock),
        Offset::WorkingDays(days, clock) => (u32::from(days), "working_days", clock),
    }
}

/// What the address says besides.
#[derive(Deserialize)]
pub(super) struct Asked {
    /// The rule that is to be changed.
    endre: Option<String>,
    gjort: Option<String>,
}

impl Asked {
    fn done(&self) -> Option<&'static str> {
        ["saved", "removed", "back"].into_iter().find(|word| self.gjort.as_deref() == Some(word))
    }
}

/// What somebody does with a plan.
enum Doing {
    Save,
    Remove,
    /// Gives the plan up, so that the one behind it counts.
    Back,
}

impl Doing {
    fn read(fields: &host::Fields) -> Self {
        match fields.get("do") {
            Some("remove") => Self::Remove,
            Some("back") => Self::Back,
            _ => Self::Save,
        }
    }

    const fn done(&self) -> &'static str {
        match self {
            Self::Save => "saved",
            Self::Remove => "removed",
            Self::Back => "back",
        }
    }
}

impl PlanPage {
    /// The words that the form needs besides what was typed.
    fn choices(kind: EventKind, scope: Scope) -> (Vec<&'static str>, Vec<&'static str>) {
        let anchors = reminder_plan::anchors(kind, scope).map(Anchor::word).collect();
        (anchors, reminder_plan::audiences(kind, scope).map(Audience::word).collect())
    }
}

impl Page for PlanPage {
    const TEMPLATE: &'static str = "mail/reminder_plan.html";

    fn samples() -> Vec<Self> {
        let about = crate::letters::About::sample();
        let at = about.starts_at - TimeDelta::days(7);
        let page = |kind: EventKind, scope: Scope| {
            let (anchors, audiences) = Self::choices(kind, scope);
            Self {
                title: about.title.clone(),
                kind: kind.word(),
                path: "/arrangor/brev/tomme-lokale/plan".to_owned(),
                letters: Some("/arrangor/brev/tomme-lokale".to_owned()),
                organisation: Some("/arrangor/brev/plan/distriktssenteret/webinar".to_owned()),
                kinds: Vec::new(),
                source: Source::Usual.word(),
                own: false,
                rules: reminder_plan::usual(kind).iter().map(|rule| Row::new(rule, None)).collect(),
                afterwards: None,
                timezone: about.timezone,
                edits: true,
                may_edit: true,
                over: false,
                typed: Typed::default(),
                anchors,
                audiences,
                errors: Vec::new(),
                done: None,
            }
        };
        let every: Vec<Row> = [
            "start-7d",
            "start-90m!",
            "deadline-2wd@09:00/unconfirmed",
            "end+1d@09:30/came",
            "end+3d/missed",
            "release+60m",
        ]
        .iter()
        .enumerate()
        .filter_map(|(number, text)| Some((number, text.parse::<Rule>().ok()?)))
        .map(|(number, rule)| Row::new(&rule, Some(Preview::sample(number, at))))
        .collect();
        let own = Self {
            own: true,
            source: Source::Event.word(),
            rules: every,
            done: Some("saved"),
            ..page(EventKind::Conference, Scope::Event)
        };
        let usual = Self { afterwards: Some(about.ends_at), ..page(EventKind::Webinar, Scope::Event) };
        let reader = Self {
            edits: false,
            may_edit: false,
            source: Source::File.word(),
            ..page(EventKind::Gathering, Scope::Event)
        };
        let over = Self { may_edit: false, over: true, rules: Vec::new(), ..page(EventKind::Gathering, Scope::Event) };
        let wrong = Self {
            typed: Typed {
                count: "mange".to_owned(),
                clock: "25".to_owned(),
                old: "start-7d".to_owned(),
                ..Typed::default()
            },
            errors: vec![
                FieldError::new("count", "Skriv eit tal"),
                FieldError::new("clock", "Skriv klokkeslettet slik: 09:00"),
            ],
            ..page(EventKind::Conference, Scope::Event)
        };
        let organisation = Self {
            letters: None,
            organisation: None,
            kinds: organisation::kinds("distriktssenteret", EventKind::Gathering),
            path: "/arrangor/brev/plan/distriktssenteret/samling".to_owned(),
            own: true,
            source: Source::Organisation.word(),
            ..page(EventKind::Gathering, Scope::Organisation)
        };
        vec![own, usual, reader, over, wrong, organisation]
    }
}
