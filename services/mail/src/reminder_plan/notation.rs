//! How a rule is written, in the database and in forms: `start-7d`, `deadline-2wd@09:00/unconfirmed`, `end+1d/came`, and with
//! a `!` at the end when it is sent at any hour.

use std::fmt::{self, Display};
use std::str::FromStr;

use chrono::NaiveTime;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Anchor, Audience, Offset, Rule};

const CLOCK: &str = "%H:%M";

/// It is no rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no rule of a reminder plan")]
pub(crate) struct Unreadable;

impl Anchor {
    pub(crate) const ALL: [Self; 4] = [Self::Start, Self::Deadline, Self::End, Self::Release];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Deadline => "deadline",
            Self::End => "end",
            Self::Release => "release",
        }
    }

    const fn sign(self) -> char {
        match self {
            Self::Start | Self::Deadline => '-',
            Self::End | Self::Release => '+',
        }
    }

    pub(crate) fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|anchor| anchor.word() == word)
    }
}

impl Audience {
    pub(crate) const ALL: [Self; 5] = [Self::Everybody, Self::Unconfirmed, Self::Unanswered, Self::Came, Self::Missed];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Unconfirmed => "unconfirmed",
            Self::Unanswered => "unanswered",
            Self::Came => "came",
            Self::Missed => "missed",
        }
    }

    pub(crate) fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.word() == word)
    }
}

/// A time of day, as a field for it sends it and as people type it.
pub(crate) fn clock(text: &str) -> Option<NaiveTime> {
    let text = text.trim().replace('.', ":");
    let text = if text.contains(':') { text } else { format!("{text}:00") };
    NaiveTime::parse_from_str(&text, CLOCK).ok()
}

impl Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.anchor.word(), self.anchor.sign())?;
        let clock = match self.offset {
            Offset::Minutes(minutes) => {
                write!(f, "{minutes}m")?;
                None
            }
            Offset::Days(days, clock) => {
                write!(f, "{days}d")?;
                clock
            }
            Offset::WorkingDays(days, clock) => {
                write!(f, "{days}wd")?;
                clock
            }
        };
        if let Some(clock) = clock {
            write!(f, "@{}", clock.format(CLOCK))?;
        }
        if self.audience != Audience::Everybody {
            write!(f, "/{}", self.audience.word())?;
        }
        f.write_str(if self.any_hour { "!" } else { "" })
    }
}

impl FromStr for Rule {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let (text, any_hour) = text.strip_suffix('!').map_or((text, false), |text| (text, true));
        let (text, audience) = match text.split_once('/') {
            Some((text, word)) => (text, Audience::read(word).ok_or(Unreadable)?),
            None => (text, Audience::Everybody),
        };
        let (text, clock) = match text.split_once('@') {
            Some((text, clock)) => (text, Some(self::clock(clock).ok_or(Unreadable)?)),
            None => (text, None),
        };
        let (word, span) = text.split_once(['-', '+']).ok_or(Unreadable)?;
        let anchor = Anchor::read(word).ok_or(Unreadable)?;
        let unit = span.find(|c: char| !c.is_ascii_digit()).ok_or(Unreadable)?;
        let (count, unit) = span.split_at(unit);
        let count: u32 = count.parse().ok().ok_or(Unreadable)?;
        let days = || u16::try_from(count).ok().ok_or(Unreadable);
        let offset = match (unit, clock) {
            ("m", None) => Offset::Minutes(count),
            ("d", clock) => Offset::Days(days()?, clock),
            ("wd", clock) => Offset::WorkingDays(days()?, clock),
            _ => return Err(Unreadable),
        };
        let rule = Self { anchor, offset, audience, any_hour };
        // Each rule is written in one way.
        if text.contains(anchor.sign()) { Ok(rule) } else { Err(Unreadable) }
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}
