//! The portal on real databases: what it imports, hears and shows, and who gets in.

mod account;
mod browser;
mod device;
mod dns;
mod front;
mod hears;
mod import;
mod invite;
mod openid;
mod organisation;
mod overview;
mod pages;
mod passkey;
mod provider;
mod roles;
mod second_factor;
mod sender;
mod sign_in;
mod world;
