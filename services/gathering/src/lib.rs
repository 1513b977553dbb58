//! Networks and their gatherings: who is a member when, and the delegations that members send.

#![expect(dead_code, reason = "decisions and tables come before the pages that use them")]

mod delegation;
mod klass;
mod network;
mod network_file;
mod organisation_number;
mod table;
