//! The service as others meet it: files that come in, messages, and visitors of its pages, on both databases.

mod bad_input;
mod coverage;
mod drafting;
mod following;
mod forgetting;
mod importing;
mod material;
mod naming;
mod organising;
mod planning;
mod rendering;
mod world;
