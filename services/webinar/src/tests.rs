//! The service as others meet it: files that come in, messages, and visitors of its pages, on both databases.

mod afterwards;
mod attendance;
mod demo;
mod drafting;
mod form;
mod importing;
mod joining;
mod organising;
mod rooms;
mod seats;
mod series;
mod visiting;
mod world;
