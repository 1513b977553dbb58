//! The tables this service keeps, one file for each.

pub(crate) mod attendance;
pub(crate) mod organisation;
pub(crate) mod seat;
pub(crate) mod webinar;
