//! The portal on real databases: what it imports, hears and shows, and who gets in.

mod hears;
mod import;
mod invite;
mod world;
