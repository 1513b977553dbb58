use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use proto::event::Event;
use serde::Serialize;

use super::{About, Letter};
use crate::reminder_plan::{Anchor, Audience, Rule};

/// It starts soon, or something is to be done before.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Reminder {
    pub(crate) about: About,
    pub(crate) ahead: Ahead,
    pub(crate) why: Why,
    /// Until when something can be done about it.
    pub(crate) deadline: Option<DateTime<Utc>>,
    /// Stops the reminders of this sign-up.
    pub(crate) stop_link: String,
}

/// What somebody is reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Why {
    /// That it takes place.
    Start,
    /// Until when people can change or sign off by themselves.
    Deadline,
    /// To say in the calendar whether they come.
    Answer,
    /// To look over what is asked.
    Questions,
    /// The programme is there.
    Programme,
}

impl Why {
    /// What the rule of a letter reminds of.
    pub(crate) fn of(rule: Option<&Rule>) -> Self {
        match rule.map(|rule| (rule.audience, rule.anchor)) {
            Some((Audience::Unconfirmed, _)) => Self::Answer,
            Some((Audience::Unanswered, _)) => Self::Questions,
            Some((_, Anchor::Deadline)) => Self::Deadline,
            Some((_, Anchor::Release)) => Self::Programme,
            Some((_, Anchor::Start | Anchor::End)) | None => Self::Start,
        }
    }

    /// Until when there is something to do about it.
    pub(crate) fn deadline(self, event: &Event, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let deadline = event.sign_up.withdraw_until;
        match self {
            Self::Start | Self::Programme => None,
            Self::Deadline | Self::Answer | Self::Questions => (now < deadline).then_some(deadline),
        }
    }
}

/// How long it still is, as one would say it on that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Ahead {
    Days(i64),
    Tomorrow,
    Today,
    Soon,
}

impl Ahead {
    /// Counted in the days of the place, for an evening's reminder of a morning's event says "tomorrow".
    pub(crate) fn of(now: DateTime<Utc>, starts_at: DateTime<Utc>, zone: Tz) -> Self {
        if starts_at - now <= TimeDelta::hours(2) {
            return Self::Soon;
        }
        let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
        match (day(starts_at) - day(now)).num_days() {
            ..=0 => Self::Today,
            1 => Self::Tomorrow,
            days => Self::Days(days),
        }
    }
}

impl Letter for Reminder {
    const FOLDER: &'static str = "reminder";

    fn samples() -> Vec<Self> {
        let stop_link = "https://moteplass.example/paminningar/Zm9yLXRlc3Rz".to_owned();
        let because =
            |about: About, ahead, why, deadline| Self { about, ahead, why, deadline, stop_link: stop_link.clone() };
        let letter = |about: About, ahead| because(about, ahead, Why::Start, None);
        let deadline = Some(About::sample().starts_at - TimeDelta::days(3));
        vec![
            because(About::sample_both(), Ahead::Days(5), Why::Deadline, deadline),
            because(About::sample_in_person(), Ahead::Days(5), Why::Answer, deadline),
            because(About::sample(), Ahead::Days(2), Why::Answer, None),
            because(About::sample_in_person(), Ahead::Days(6), Why::Questions, deadline),
            because(About::sample_both(), Ahead::Days(30), Why::Programme, None),
            letter(About::sample(), Ahead::Days(7)),
            letter(About::sample_in_person(), Ahead::Tomorrow),
            letter(About::sample_both(), Ahead::Today),
            letter(About::sample(), Ahead::Soon),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_by_the_clocks_of_the_place() {
        for (now, starts_at, ahead) in [
            ("2027-03-09T09:00:00Z", "2027-03-16T09:00:00Z", Ahead::Days(7)),
            ("2027-03-15T09:00:00Z", "2027-03-16T09:00:00Z", Ahead::Tomorrow),
            // Half past midnight in Oslo, still the day before in UTC.
            ("2027-03-15T23:30:00Z", "2027-03-16T09:00:00Z", Ahead::Today),
            ("2027-03-16T08:00:00Z", "2027-03-16T09:00:00Z", Ahead::Soon),
            // Over the change to summer time.
            ("2027-03-27T12:00:00Z", "2027-03-28T12:00:00Z", Ahead::Tomorrow),
        ] {
            assert_eq!(Ahead::of(now.parse().unwrap(), starts_at.parse().unwrap(), Tz::Europe__Oslo), ahead, "{now}");
        }
    }
}
