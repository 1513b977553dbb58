//! The world breaks at random while people sign up and sign off, heals, comes to rest, and is looked at from outside.

mod calendar;
mod check;
mod cycle;
mod letters;
mod load;
mod poison;
mod rest;
mod schedule;
mod seat;
mod site;
mod stories;
mod troubles;

pub use cycle::{Size, cycle};
