//! The tables this service keeps, one file for each.

pub(crate) mod afterwards;
pub(crate) mod attendance;
pub(crate) mod evaluation;
pub(crate) mod evaluation_mark;
pub(crate) mod list;
pub(crate) mod material;
pub(crate) mod organisation;
pub(crate) mod panelist;
pub(crate) mod participant;
pub(crate) mod seat;
pub(crate) mod series;
pub(crate) mod webinar;
