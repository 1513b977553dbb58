//! When the letters of a rule go out, to how many, and what has become of those before.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use host::Error;
use sea_orm::ConnectionTrait;
use serde::Serialize;

use crate::planning::follow_up;
use crate::purpose::{Purpose, Skip, State};
use crate::reminder_plan::{self, Anchor, Audience, Rule};
use crate::store::event::Known;
use crate::store::{letter, registration, reply};

#[derive(Debug, Serialize)]
pub(super) struct Preview {
    due: Option<DateTime<Utc>>,
    /// Why nobody new gets it.
    why_not: Option<&'static str>,
    /// How many it goes to, as things are now; absent when that is not known before it goes.
    to: Option<usize>,
    sent: i64,
    /// Failed, or not known whether it arrived.
    trouble: i64,
    /// Why some did not get it, and how many.
    skipped: Vec<(&'static str, i64)>,
}

impl Preview {
    pub(super) fn sample(number: usize, at: DateTime<Utc>) -> Self {
        let coming = Self { due: Some(at), why_not: None, to: Some(12), sent: 0, trouble: 0, skipped: Vec::new() };
        match number {
            0 => {
                let skipped = vec![(Skip::TooLate.word(), 4), (Skip::Stopped.word(), 1)];
                Self { why_not: Some("past"), to: None, sent: 8, trouble: 1, skipped, ..coming }
            }
            1 => Self { to: Some(0), ..coming },
            3 => Self { to: None, ..coming },
            4 => Self { why_not: Some("never"), to: None, ..coming },
            5 => Self { due: None, why_not: Some("unreleased"), to: None, ..coming },
            _ => coming,
        }
    }
}

/// What is known of an event's letters, to look each rule up in.
pub(super) struct Counts(Vec<letter::OfRule>);

impl Counts {
    pub(super) async fn load(db: &impl ConnectionTrait, known: &Known) -> Result<Self, Error> {
        match &known.event {
            Some(event) => Ok(Self(letter::by_rule(db, event.id, &[Purpose::Reminder, Purpose::FollowUp]).await?)),
            None => Ok(Self(Vec::new())),
        }
    }

    /// Of one rule, at this time.
    pub(super) async fn of(
        &self,
        db: &impl ConnectionTrait,
        known: &Known,
        rule: &Rule,
        now: DateTime<Utc>,
    ) -> Result<Option<Preview>, Error> {
        let Some(event) = known.event.as_deref() else { return Ok(None) };
        let purpose = if rule.anchor == Anchor::End { Purpose::FollowUp } else { Purpose::Reminder };
        let due = reminder_plan::due(rule, event, known.released);
        let why_not = match due {
            None => Some("unreleased"),
            Some(due) if due.at >= reminder_plan::latest(rule, event) => Some("never"),
            Some(due) if due.at <= now => Some("past"),
            Some(_) => None,
        };
        let key = rule.key();
        let (mut sent, mut trouble) = (0, 0);
        let mut skipped: BTreeMap<&'static str, i64> = BTreeMap::new();
        for of_rule in self.0.iter().filter(|of_rule| of_rule.purpose == purpose && of_rule.rule == key) {
            match (of_rule.state, of_rule.skip) {
                (State::Sent, _) => sent += of_rule.count,
                (State::Failed | State::Uncertain, _) => trouble += of_rule.count,
                (State::Withdrawn, Some(why)) => *skipped.entry(why.word()).or_default() += of_rule.count,
                _ => {}
            }
        }
        let waiting = letter::waiting_for(db, event.id, purpose, &key).await?;
        let to = match rule.audience {
            Audience::Everybody => Some(waiting.len()),
            Audience::Unconfirmed => Some(waiting.len() - reply::confirming(db, &waiting).await?.len()),
            Audience::Unanswered => {
                let known = registration::find_all(db, &waiting).await?;
                Some(known.iter().filter(|known| known.unanswered && reminder_plan::asks(event)).count())
            }
            Audience::Came | Audience::Missed if now < event.ends_at => None,
            Audience::Came | Audience::Missed => {
                let known = registration::find_all(db, &waiting).await?;
                Some(known.iter().filter(|known| known.attended == (rule.audience == Audience::Came)).count())
            }
        };
        let to = to.filter(|to| why_not.is_none() || *to > 0);
        let skipped = skipped.into_iter().collect();
        Ok(Some(Preview { due: due.map(|due| due.at), why_not, to, sent, trouble, skipped }))
    }
}

/// From when on nothing of a plan is sent any more.
pub(super) fn is_over(known: &Known, now: DateTime<Utc>) -> bool {
    known.cancelled || known.event.as_deref().is_some_and(|event| now >= follow_up::too_late(event))
}
