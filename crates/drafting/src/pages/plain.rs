//! What an event says, for a kind whose public page is made of more than that.

use super::preview::Preview;
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{FrameOrganisation, Page, Visit};
use proto::event::{Attendance, Contact, Event};
use proto::organisation::Organisation;
use proto::{Language, Localised};
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct PlainPage {
    title: Localised,
    summary: Localised,
    description: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
    attendance: Attendance,
    venue: Option<Localised>,
    organiser: Localised,
    closes_at: DateTime<Utc>,
    /// What one can sign up for: the whole, or the ways to take part, and what one chooses besides.
    ways: Vec<Localised>,
    choices: Vec<Localised>,
    contact: Contact,
    preview: Preview,
}

/// A page with what an event says.
pub fn plain(visit: Visit, event: Event, organisation: &Organisation, preview: Preview) -> Response {
    let mut visit = visit.organisation(&FrameOrganisation::from(organisation).ask(&event.contact));
    visit.language = preview.language;
    visit.page(&PlainPage::of(event, organisation.name.clone(), preview))
}

impl PlainPage {
    fn of(event: Event, organiser: Localised, preview: Preview) -> Self {
        let preview = preview.asking(&event.sign_up.questions);
        let ways = event.sign_up.pools.iter().filter(|pool| pool.form.is_some()).map(|pool| pool.label.clone());
        Self {
            ways: ways.collect(),
            choices: event.choices().map(|pool| pool.label.clone()).collect(),
            title: event.title,
            summary: event.summary,
            description: event.description,
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name().to_owned(),
            attendance: event.attendance,
            venue: event.venue,
            organiser,
            closes_at: event.sign_up.closes_at,
            contact: event.contact,
            preview,
        }
    }
}

impl Page for PlainPage {
    const TEMPLATE: &'static str = "drafting/plain.html";

    fn samples() -> Vec<Self> {
        let text = |nn: &str, en: &str| Localised::from([(Language::Nn, nn), (Language::En, en)]);
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap_or_default();
        let page = |preview: Preview| Self {
            title: text("Bylivskonferansen 2027, <to> dagar", "The city life conference 2027"),
            summary: text("To dagar om sentrum.", "Two days about town centres."),
            description: text("Første avsnitt.\n\nAndre <avsnitt>.", "One paragraph."),
            starts_at: at("2027-05-11T07:00:00Z"),
            ends_at: at("2027-05-12T13:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            attendance: Attendance::Both,
            venue: Some(text("Narvik kulturhus", "The house of culture in Narvik")),
            organiser: text("BYLIVsenteret", "BYLIVsenteret"),
            closes_at: at("2027-05-01T10:00:00Z"),
            ways: vec![text("Fysisk", "In person"), text("På nett", "Online")],
            choices: vec![text("Middag", "Dinner")],
            contact: Contact {
                name: "Konferansekontoret".to_owned(),
                email: "konferanse@bylivsenteret.example".to_owned(),
                phone: Some("+47 00 00 00 00".to_owned()),
            },
            preview,
        };
        let mut samples: Vec<Self> = Preview::samples().map(page).into();
        let online = page(Preview::samples()[0].clone());
        let contact = Contact { phone: None, ..online.contact.clone() };
        samples.push(Self {
            attendance: Attendance::Online,
            venue: None,
            ways: Vec::new(),
            choices: Vec::new(),
            contact,
            ..online
        });
        samples
    }
}
