//! The commands, one file each.

pub mod account;
pub mod backup;
pub mod demo;
pub mod doctor;
pub mod import;
pub mod letters;
pub mod person;
pub mod receive;
pub mod render;
pub mod replay;
pub mod restore;
pub mod serve;
