//! When people are reminded of an event, and which of them: a plan is a list of rules.
//!
//! An event has its own plan when somebody has made one, or when its file lists reminders. Otherwise that of its organisation
//! for events of this kind counts, and otherwise the usual one.

mod due;
mod notation;

use chrono::NaiveTime;
use proto::event::{Event, EventKind};
use proto::webinar::WebinarFollowed;

pub(crate) use due::{Due, by_day, due, latest, moment};
pub(crate) use notation::clock;

/// The most rules of one plan.
pub(crate) const MOST: usize = 10;

/// When a letter goes out, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    pub(crate) anchor: Anchor,
    pub(crate) offset: Offset,
    pub(crate) audience: Audience,
    /// Also in the hours in which people are left alone otherwise.
    pub(crate) any_hour: bool,
}

/// What a rule counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Anchor {
    /// Back from the start.
    Start,
    /// Back from the last moment at which people can change or sign off by themselves.
    Deadline,
    /// On from the end.
    End,
    /// On from when the programme was released for the first time.
    Release,
}

/// How far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offset {
    Minutes(u32),
    /// By the calendar: at the same time of day, or at that of the rule.
    Days(u16, Option<NaiveTime>),
    /// The same, in days when offices are open.
    WorkingDays(u16, Option<NaiveTime>),
}

/// To whom among those who have a place when the letter is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Audience {
    Everybody,
    /// Those whose calendar has not said yes to the time that the event has now.
    Unconfirmed,
    /// Those whom a delegation has signed up and who have answered nothing since.
    Unanswered,
    Came,
    Missed,
}

/// Where a plan is from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Source {
    /// Somebody has made it for this event.
    Event,
    /// The event's file.
    File,
    Organisation,
    #[default]
    Usual,
}

/// The plan that counts for an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct InForce {
    pub(crate) rules: Vec<Rule>,
    pub(crate) source: Source,
}

/// Why a rule cannot be part of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// Too far away, or no distance at all.
    Distance,
    /// This audience is not known at that time.
    Audience,
    /// Such a plan cannot count from this.
    Anchor,
    /// There is one that differs in nothing that matters.
    There,
    /// Somebody would be thanked twice.
    Twice,
    TooMany,
}

impl Source {
    /// The end of the key of its words.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::File => "file",
            Self::Organisation => "organisation",
            Self::Usual => "usual",
        }
    }
}

impl Refused {
    /// The end of the key of its words.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Distance => "distance",
            Self::Audience => "audience",
            Self::Anchor => "anchor",
            Self::There => "there",
            Self::Twice => "twice",
            Self::TooMany => "too-many",
        }
    }
}

impl Rule {
    const fn new(anchor: Anchor, offset: Offset) -> Self {
        Self { anchor, offset, audience: Audience::Everybody, any_hour: false }
    }

    /// As files write it: at any hour.
    fn before_start(minutes: u32) -> Self {
        Self { any_hour: true, ..Self::new(Anchor::Start, self::minutes(minutes)) }
    }

    /// By what it is known among the letters of one person. What only moves the letter by hours is no part of it, so that
    /// nobody who has the letter gets it again when the rule is changed.
    pub(crate) fn key(&self) -> String {
        if self.anchor == Anchor::End {
            return match self.audience {
                Audience::Came => "came",
                Audience::Missed => "missed",
                Audience::Everybody | Audience::Unconfirmed | Audience::Unanswered => "",
            }
            .to_owned();
        }
        match (self.anchor, self.audience, self.offset) {
            (Anchor::Start, Audience::Everybody, Offset::Minutes(minutes)) => minutes.to_string(),
            (Anchor::Start, Audience::Everybody, Offset::Days(days, _)) => (u32::from(days) * DAY).to_string(),
            _ => self.without_hours().to_string(),
        }
    }

    fn without_hours(self) -> Self {
        let offset = match self.offset {
            Offset::Minutes(minutes) => Offset::Minutes(minutes),
            Offset::Days(days, _) => Offset::Days(days, None),
            Offset::WorkingDays(days, _) => Offset::WorkingDays(days, None),
        };
        Self { offset, any_hour: false, ..self }
    }

    /// Before what it counts from, and of no use after it.
    pub(crate) const fn is_before(&self) -> bool {
        matches!(self.anchor, Anchor::Start | Anchor::Deadline)
    }

    fn is_near_enough(&self) -> bool {
        let most = if self.anchor == Anchor::End { THANKS } else { FARTHEST };
        match self.offset {
            Offset::Minutes(minutes) => (1..=u32::from(most) * DAY).contains(&minutes),
            Offset::Days(days, _) => (1..=most).contains(&days),
            // Five of them are a week.
            Offset::WorkingDays(days, _) => (1..=most / 7 * 5).contains(&days),
        }
    }

    fn fits_audience(&self) -> bool {
        match self.audience {
            Audience::Everybody => true,
            Audience::Unconfirmed | Audience::Unanswered => self.anchor != Anchor::End,
            Audience::Came | Audience::Missed => self.anchor == Anchor::End,
        }
    }
}

/// So many minutes; whole days by the calendar.
pub(crate) fn minutes(minutes: u32) -> Offset {
    match u16::try_from(minutes / DAY) {
        Ok(days) if minutes > 0 && minutes.is_multiple_of(DAY) => Offset::Days(days, None),
        _ => Offset::Minutes(minutes),
    }
}

const DAY: u32 = 24 * 60;
/// In days.
const FARTHEST: u16 = 90;
/// In days, and well before the letter afterwards says nothing new to anybody.
const THANKS: u16 = 13;

impl InForce {
    /// The rules that bring reminders.
    pub(crate) fn reminders(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(|rule| rule.anchor != Anchor::End)
    }

    /// The rules that bring the letter afterwards.
    pub(crate) fn afterwards(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(|rule| rule.anchor == Anchor::End)
    }

    /// The rule of a reminder.
    pub(crate) fn reminder(&self, key: &str) -> Option<&Rule> {
        self.reminders().find(|rule| rule.key() == key)
    }

    /// When people are written to after a webinar is said by the webinar itself, unless it has a plan of its own.
    pub(crate) fn leaves_afterwards_to_webinar(&self) -> bool {
        self.source != Source::Event
    }
}

/// The plan that counts: the first that there is.
pub(crate) fn in_force(event: &Event, own: Option<Vec<Rule>>, organisation: Option<Vec<Rule>>) -> InForce {
    match (own, organisation) {
        (Some(rules), _) => InForce { rules, source: Source::Event },
        (None, _) if !event.usual_reminders => {
            let listed = event.reminders.iter().map(|minutes| Rule::before_start(*minutes));
            let mut rules: Vec<Rule> = Vec::new();
            for rule in listed.chain(usual(event.kind).into_iter().filter(|rule| rule.anchor == Anchor::End)) {
                if rules.iter().all(|other| other.key() != rule.key()) {
                    rules.push(rule);
                }
            }
            InForce { rules, source: Source::File }
        }
        (None, Some(rules)) => InForce { rules, source: Source::Organisation },
        (None, None) => InForce { rules: usual(event.kind), source: Source::Usual },
    }
}

/// What makes sense for most events of a kind. Whoever travels is told on a working day, early enough to send somebody else;
/// whoever sits at a desk gets the link when it is needed.
pub(crate) fn usual(kind: EventKind) -> Vec<Rule> {
    let nine = NaiveTime::from_hms_opt(9, 0, 0);
    let before = |offset| Rule::new(Anchor::Start, offset);
    match kind {
        EventKind::Webinar => vec![
            before(Offset::Days(7, None)),
            before(Offset::Days(1, None)),
            Rule { any_hour: true, ..before(Offset::Minutes(60)) },
        ],
        EventKind::Conference => vec![
            before(Offset::Days(7, nine)),
            before(Offset::WorkingDays(1, nine)),
            Rule::new(Anchor::End, Offset::Days(1, None)),
        ],
        EventKind::Gathering => vec![before(Offset::Days(7, nine)), before(Offset::WorkingDays(1, nine))],
    }
}

/// Whose plan it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Event,
    Organisation,
}

/// What the rules of a plan can count from. Only conferences have a programme to be released, and each webinar says by itself
/// when people are written to afterwards, unless it has a plan of its own.
pub(crate) fn anchors(kind: EventKind, scope: Scope) -> impl Iterator<Item = Anchor> {
    Anchor::ALL.into_iter().filter(move |anchor| match anchor {
        Anchor::Start | Anchor::Deadline => true,
        Anchor::End => kind != EventKind::Webinar || scope == Scope::Event,
        Anchor::Release => kind == EventKind::Conference,
    })
}

/// For whom rules can be. Only gatherings have delegations.
pub(crate) fn audiences(kind: EventKind, scope: Scope) -> impl Iterator<Item = Audience> {
    Audience::ALL.into_iter().filter(move |audience| match audience {
        Audience::Everybody | Audience::Unconfirmed => true,
        Audience::Unanswered => kind == EventKind::Gathering,
        Audience::Came | Audience::Missed => anchors(kind, scope).any(|anchor| anchor == Anchor::End),
    })
}

/// True when the form has questions that somebody can have left open.
pub(crate) fn asks(event: &Event) -> bool {
    !event.sign_up.questions.is_empty()
}

/// The plan that an event begins with when it gets one of its own: everything as it was.
pub(crate) fn as_own(event: &Event, plan: &InForce, followed: Option<&WebinarFollowed>) -> Vec<Rule> {
    let mut rules = plan.rules.clone();
    if event.kind == EventKind::Webinar && plan.leaves_afterwards_to_webinar() {
        let minutes = followed.and_then(|followed| followed.letter_minutes);
        rules.extend(minutes.map(|minutes| Rule { anchor: Anchor::End, ..Rule::before_start(minutes) }));
    }
    rules
}

/// The plan without a rule.
pub(crate) fn without(plan: &[Rule], rule: &str) -> Vec<Rule> {
    plan.iter().filter(|own| own.to_string() != rule).copied().collect()
}

/// The plan with a rule more, or with one in place of another.
pub(crate) fn with(
    plan: &[Rule],
    rule: Rule,
    old: Option<&str>,
    kind: EventKind,
    scope: Scope,
) -> Result<Vec<Rule>, Refused> {
    let mut rules = old.map_or_else(|| plan.to_vec(), |old| without(plan, old));
    if !rule.is_near_enough() {
        return Err(Refused::Distance);
    }
    if !anchors(kind, scope).any(|anchor| anchor == rule.anchor) {
        return Err(Refused::Anchor);
    }
    if !rule.fits_audience() || !audiences(kind, scope).any(|audience| audience == rule.audience) {
        return Err(Refused::Audience);
    }
    let is_thanks = |rule: &Rule| rule.anchor == Anchor::End;
    let overlaps = |one: Audience, other: Audience| one == other || [one, other].contains(&Audience::Everybody);
    if is_thanks(&rule) && rules.iter().any(|own| is_thanks(own) && overlaps(own.audience, rule.audience)) {
        return Err(Refused::Twice);
    }
    if rules.iter().any(|own| own.key() == rule.key()) {
        return Err(Refused::There);
    }
    if rules.len() >= MOST {
        return Err(Refused::TooMany);
    }
    rules.push(rule);
    Ok(rules)
}
