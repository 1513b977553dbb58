//! A form as organisers build it. Knows nothing of webinars: what another kind of event asks is built in the same way.

pub mod editing;
pub mod library;
pub mod presenting;
pub mod question;
pub mod wanting;
pub mod warning;

#[cfg(test)]
mod tests;
