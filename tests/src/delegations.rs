//! A network that is called together, and those who name people for its members.

use crate::visitor::Page;
use crate::{Installation, Visitor, World};
use moteplass::commands::import::take_in_network;

/// Where those who act for a member name people.
pub const LINK: &str = "/delegasjon/";

/// The file of a network whose members stand in a table beside it.
pub fn network(slug: &str) -> String {
    format!(
        r#"
kind = "network"
slug = "{slug}"
organisation = "distriktssenteret"
members = "members.csv"
[name]
nn = "Nettverket"
nb = "Nettverket"
"#
    )
}

/// A gathering in Nynorsk and Bokmål on 27 and 28 April, with seats that are kept for the members of a network.
pub struct Gathering<'a> {
    pub slug: &'a str,
    pub network: &'a str,
    pub year: i32,
    pub capacity: usize,
    /// Of each member.
    pub seats: usize,
    /// More lines of `[delegations]`.
    pub delegations: &'a str,
    /// More tables.
    pub more: &'a str,
}

impl Default for Gathering<'_> {
    fn default() -> Self {
        Self { slug: "samling", network: "nettverket", year: 2027, capacity: 10, seats: 2, delegations: "", more: "" }
    }
}

impl Gathering<'_> {
    /// The file.
    pub fn toml(&self) -> String {
        let Self { slug, network, year, capacity, seats, delegations, more } = self;
        format!(
            r#"
kind = "gathering"
slug = "{slug}"
organisation = "distriktssenteret"
network = "{network}"
start = {year}-04-27T10:00:00
end = {year}-04-28T15:00:00
timezone = "Europe/Oslo"
reminders = []

[title]
nn = "Samling i Namsos"
nb = "Samling i Namsos"
[summary]
nn = "To dagar."
nb = "To dager."
[description]
nn = "Vi møtest."
nb = "Vi møtes."
[venue]
nn = "Kulturhuset, Namsos"
nb = "Kulturhuset, Namsos"
[contact]
name = "arrangementskontoret"
email = "arrangement@distriktssenteret.example"
[sign_up]
closes = {year}-04-20T12:00:00
capacity = {capacity}
[delegations]
seats = {seats}
{delegations}
{more}
"#
        )
    }
}

impl World {
    /// Takes in a network with this table of members.
    pub async fn network(&self, slug: &str, members: &str) {
        self.network_saying(slug, members, "").await;
    }

    /// The same with more tables in the file of the network.
    pub async fn network_saying(&self, slug: &str, members: &str, more: &str) {
        let network = format!("{}{more}", network(slug));
        let done = take_in_network(&self.house, ("network.toml", &network), ("members.csv", members.as_bytes())).await;
        done.unwrap_or_else(|problem| panic!("{problem:#}"));
    }
}

impl Installation {
    /// Takes in a network with this table of members.
    pub async fn network(&self, slug: &str, members: &str) {
        std::fs::write(self.settings().data.join("members.csv"), members).expect("a file");
        self.import("network.toml", &network(slug)).await;
    }
}

/// An organiser of a gathering does something on the page that says who is missing.
pub async fn press(organiser: &mut Visitor, slug: &str, fields: &[(&str, &str)]) -> Page {
    let path = format!("/arrangor/samling/{slug}");
    let page = organiser.fill_in(&path, &path, fields).await;
    assert!(page.status.is_success(), "{fields:?} was answered {}: {}", page.status, page.words());
    page
}

/// What is filled in to name somebody.
pub fn naming<'a>(name: &'a str, email: &'a str, role: &'a str) -> [(&'static str, &'a str); 5] {
    [("what", "name"), ("name", name), ("email", email), ("role", role), ("language", "nn")]
}
