//! A form as organisers build it. Knows nothing of webinars: what another kind of event asks is built in the same way.

pub(crate) mod editing;
pub(crate) mod library;
pub(crate) mod presenting;
pub(crate) mod question;
pub(crate) mod wanting;
pub(crate) mod warning;

#[cfg(test)]
mod tests;
