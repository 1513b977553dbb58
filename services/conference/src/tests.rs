//! The service as others meet it: files that come in, releases, and messages, on both databases.

mod copying;
mod demo;
mod hearing;
mod importing;
mod joining;
mod properties;
mod releasing;
mod serving;
mod visiting;
mod visitor;
pub(crate) mod world;
