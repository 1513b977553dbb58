//! One rule, as it is typed.

use host::{FieldError, Fields};
use serde::Serialize;

use super::parts;
use crate::reminder_plan::{self, Anchor, Audience, Offset, Refused, Rule};

/// What was typed, to be shown again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Typed {
    pub(super) anchor: String,
    pub(super) count: String,
    pub(super) unit: String,
    pub(super) clock: String,
    pub(super) audience: String,
    pub(super) any_hour: bool,
    /// The rule that it takes the place of; empty for a new one.
    pub(super) old: String,
}

impl Default for Typed {
    fn default() -> Self {
        Self {
            anchor: Anchor::Start.word().to_owned(),
            count: String::new(),
            unit: "days".to_owned(),
            clock: String::new(),
            audience: Audience::Everybody.word().to_owned(),
            any_hour: false,
            old: String::new(),
        }
    }
}

impl From<&Rule> for Typed {
    /// A rule that is there, to be changed.
    fn from(rule: &Rule) -> Self {
        let (count, unit, clock) = parts(rule.offset);
        Self {
            anchor: rule.anchor.word().to_owned(),
            count: count.to_string(),
            unit: unit.to_owned(),
            clock: clock.map(|clock| clock.format("%H:%M").to_string()).unwrap_or_default(),
            audience: rule.audience.word().to_owned(),
            any_hour: rule.any_hour,
            old: rule.to_string(),
        }
    }
}

/// What is wrong with it: the field, and the end of the key of the words.
pub(super) type Wrong = (&'static str, &'static str);

impl Typed {
    pub(super) fn sent(fields: &Fields) -> Self {
        let get = |name: &str| fields.get(name).unwrap_or_default().trim().to_owned();
        Self {
            anchor: get("anchor"),
            count: get("count"),
            unit: get("unit"),
            clock: get("clock"),
            audience: get("audience"),
            any_hour: fields.get("any_hour").is_some(),
            old: get("old"),
        }
    }

    /// The rule, or everything that is wrong.
    pub(super) fn rule(&self) -> Result<Rule, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let anchor = Anchor::read(&self.anchor);
        if anchor.is_none() {
            wrong.push(("anchor", "anchor"));
        }
        let count = self.count.parse::<u32>().ok().filter(|count| *count > 0);
        if count.is_none() {
            wrong.push(("count", "count"));
        }
        let clock = match self.clock.as_str() {
            "" => None,
            text => {
                let clock = reminder_plan::clock(text);
                if clock.is_none() {
                    wrong.push(("clock", "clock"));
                }
                clock
            }
        };
        let days = |count: u32| u16::try_from(count).unwrap_or(u16::MAX);
        let offset = count.and_then(|count| match self.unit.as_str() {
            "minutes" => Some(reminder_plan::minutes(count)),
            "hours" => Some(reminder_plan::minutes(count.saturating_mul(60))),
            "days" => Some(Offset::Days(days(count), clock)),
            "working_days" => Some(Offset::WorkingDays(days(count), clock)),
            _ => None,
        });
        if count.is_some() && offset.is_none() {
            wrong.push(("unit", "unit"));
        }
        if clock.is_some() && matches!(self.unit.as_str(), "minutes" | "hours") {
            wrong.push(("clock", "clock-hours"));
        }
        let audience = Audience::read(&self.audience);
        if audience.is_none() {
            wrong.push(("audience", "audience"));
        }
        match (anchor, offset, audience) {
            (Some(anchor), Some(offset), Some(audience)) if wrong.is_empty() => {
                Ok(Rule { anchor, offset, audience, any_hour: self.any_hour })
            }
            _ => Err(wrong),
        }
    }

    /// The rule that it takes the place of.
    pub(super) fn old(&self) -> Option<&str> {
        Some(self.old.as_str()).filter(|old| !old.is_empty())
    }
}

/// At which field it is to be mended.
pub(super) const fn field(refused: Refused) -> &'static str {
    match refused {
        Refused::Distance | Refused::There => "count",
        Refused::Audience | Refused::Twice => "audience",
        Refused::Anchor => "anchor",
        Refused::TooMany => "",
    }
}

/// In words.
pub(super) fn errors(wrong: &[Wrong], word: impl Fn(&str) -> String) -> Vec<FieldError> {
    wrong.iter().map(|(field, key)| FieldError::new(*field, word(&format!("mail-plan-wrong-{key}")))).collect()
}
