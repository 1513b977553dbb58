//! The one program: which services there are, and how they are put together.
//!
//! Knows nothing of what any service decides.

pub mod commands;
mod copy;
mod house;
mod print;

pub use house::House;
