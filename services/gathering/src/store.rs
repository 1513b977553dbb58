//! The tables this service keeps, one file for each.

pub(crate) mod delegation;
pub(crate) mod gathering;
pub(crate) mod holder;
pub(crate) mod municipality;
pub(crate) mod network;
pub(crate) mod organisation;
pub(crate) mod participant;
pub(crate) mod seat;
