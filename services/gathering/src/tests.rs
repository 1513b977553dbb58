//! The service as others meet it: files that come in, messages, and visitors of its pages, on both databases.

mod importing;
mod naming;
mod organising;
mod rendering;
mod world;
