//! The tables this service keeps, one file for each.

pub(crate) mod delegation;
pub(crate) mod gathering;
pub(crate) mod holder;
pub(crate) mod look;
pub(crate) mod material;
pub(crate) mod municipality;
pub(crate) mod network;
pub(crate) mod organisation;
pub(crate) mod participant;
pub(crate) mod participation;
pub(crate) mod plan;
pub(crate) mod seat;
