//! What an organiser's browser does in the planning table, without the browser.

use crate::visitor::{Page, unescape};
use chrono::{DateTime, Utc};
use host::access::{Access, COOKIE, seal};
use host::{Keys, Settings};
use proto::AccountId;
use proto::account::{Membership, Role};
use uuid::Uuid;

/// The cookie of somebody who plans for this organisation and is signed in until then: its name and value.
pub fn editor(settings: &Settings, organisation: &str, until: DateTime<Utc>) -> (&'static str, String) {
    signed_in(settings, organisation, Role::Editor, until)
}

/// The same with any role.
pub fn signed_in(settings: &Settings, organisation: &str, role: Role, until: DateTime<Utc>) -> (&'static str, String) {
    let access = Access {
        account: AccountId(Uuid::now_v7()),
        email: None,
        session: Uuid::now_v7(),
        roles: vec![Membership { organisation: organisation.to_owned(), role }],
        events: Vec::new(),
        operator: false,
        expires_at: until,
    };
    (COOKIE, seal(&Keys::new(&settings.secret().expect("a key")), &access))
}

/// What stands in a cell of the table of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub occurrence: String,
    pub revision: String,
    pub room: String,
    /// `09.15`.
    pub from: String,
    pub to: String,
}

/// Everything that is placed on the day that a page shows.
pub fn cells(page: &Page) -> Vec<Cell> {
    let cells = page.body.split(" data-occurrence=\"").skip(1);
    cells
        .map(|cell| {
            let value = |before: &str| {
                let rest = cell.split_once(before).unwrap_or_else(|| panic!("no {before} in {cell}")).1;
                unescape(rest.split('"').next().unwrap_or_default())
            };
            Cell {
                occurrence: cell.split('"').next().unwrap_or_default().to_owned(),
                revision: value("name=\"revision\" value=\""),
                room: value("data-room=\""),
                from: value("data-from=\""),
                to: value("data-to=\""),
            }
        })
        .collect()
}

/// A form of the table.
pub type Form = Vec<(&'static str, String)>;

/// The form that moves what is in a cell by some minutes.
pub fn moved(page: &Page, date: &str, cell: &Cell, minutes: u32) -> Form {
    let later = |clock: &str| {
        let (hour, minute) = clock.split_once(['.', ':']).expect("a clock");
        let at = hour.parse::<u32>().expect("an hour") * 60 + minute.parse::<u32>().expect("a minute") + minutes;
        format!("{:02}.{:02}", at / 60, at % 60)
    };
    vec![
        ("csrf", page.value("csrf").unwrap_or_default()),
        ("do", "move".to_owned()),
        ("occurrence", cell.occurrence.clone()),
        ("revision", cell.revision.clone()),
        ("seen", page.value("seen").unwrap_or_default()),
        ("day", date.to_owned()),
        ("date", date.to_owned()),
        ("from", later(&cell.from)),
        ("to", later(&cell.to)),
        ("room", cell.room.clone()),
    ]
}

/// The form that releases the draft as the page shows it.
pub fn released(page: &Page) -> Form {
    vec![
        ("csrf", page.value("csrf").unwrap_or_default()),
        ("seen", page.value("seen").unwrap_or_default()),
        ("when", "now".to_owned()),
    ]
}
