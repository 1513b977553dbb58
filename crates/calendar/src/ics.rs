//! The layer around the `ical` crate: what it leaves to its users is done here, and no other
//! module sees its types.

mod calendar;
mod fold;
mod param;
mod prop;
mod read;
mod text;
mod unfold;
mod vtimezone;
mod zones;

pub(crate) use calendar::Calendar;
pub(crate) use prop::{Line, line};
pub(crate) use read::{Component, ReadError, read};
pub(crate) use text::{one_line, plain, shorten};
pub(crate) use zones::Zones;
