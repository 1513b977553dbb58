//! The service as others meet it: files that come in, messages, and visitors of its pages, on both databases.

mod demo;
mod importing;
mod joining;
mod organising;
mod seats;
mod visiting;
mod world;
