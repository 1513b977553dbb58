//! The portal on real databases: what it imports, hears and shows, and who gets in.

mod browser;
mod front;
mod hears;
mod import;
mod invite;
mod overview;
mod pages;
mod sign_in;
mod world;
