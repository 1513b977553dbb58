//! The public page of a conference: what it is, who is behind it, how one takes part.

use super::around::Around;
use super::calendar;
use super::memory::{Edition, Known};
use super::structured;
use crate::calls;
use crate::pages::Site;
use crate::standing::{FormOffer, Places, Standing};
use crate::store;
use crate::store::conference::ContactPerson;
use crate::timetable::{Speaker, Timetable, example};
use axum::extract::{Path, State};
use axum::response::Response;
use chrono::{DateTime, NaiveDate, Utc};
use host::{Error, Page, Visit};
use municipalities::Municipality;
use proto::event::{Attendance, Contact, Form};
use proto::organisation::{Logo, Organisation};
use proto::{Language, Localised};
use serde::Serialize;

/// What anybody may know about a conference.
#[derive(Serialize)]
pub(super) struct EventPage {
    around: Around,
    summary: Localised,
    description: Localised,
    venue: Option<Localised>,
    /// The one that hosts it, with its county.
    municipality: Option<String>,
    attendance: Attendance,
    price: Option<Localised>,
    /// The responsible one first.
    organisers: Vec<Behind>,
    contact: Contact,
    /// Whom to ask about something in particular.
    contacts: Vec<ContactPerson>,
    standing: Standing,
    /// Where the call for contributions stands; absent where there is none, and when it has nothing to say any more.
    call: Option<calls::Standing>,
    closes_at: DateTime<Utc>,
    forms: Vec<FormOffer>,
    /// One chooses sessions when signing up.
    chooses: bool,
    days: Vec<DayLine>,
    /// It is going on today.
    today: bool,
    speakers: Vec<Speaker>,
    editions: Vec<Edition>,
    /// schema.org, safe to stand in a script element.
    json_ld: String,
}

/// An organisation behind the conference.
#[derive(Serialize)]
struct Behind {
    name: Localised,
    logo: Option<Logo>,
}

impl Behind {
    fn of(organisation: &Organisation) -> Self {
        Self { name: organisation.name.clone(), logo: organisation.logo.as_ref().map(fitted) }
    }
}

/// The most room that a logo gets, so that none outshines the others.
const LOGO: (u32, u32) = (160, 48);

/// The logo as large as it is shown: it is kept larger, to be sharp.
fn fitted(logo: &Logo) -> Logo {
    let (width, height) = (logo.width.max(1), logo.height.max(1));
    let by_width = (LOGO.0.min(width), (height * LOGO.0.min(width)) / width);
    let (width, height) = match by_width {
        (_, tall) if tall > LOGO.1 => ((width * LOGO.1) / height, LOGO.1),
        fits => fits,
    };
    Logo { width: width.max(1), height: height.max(1), ..logo.clone() }
}

#[derive(Serialize)]
struct DayLine {
    /// When the first begins.
    at: DateTime<Utc>,
    date: NaiveDate,
    title: Localised,
}

/// Beyond this, the names stand in the programme only.
const MOST_SPEAKERS: usize = 24;

pub(super) async fn show(State(site): State<Site>, visit: Visit, Path(slug): Path<String>) -> Result<Response, Error> {
    if let Some(slug) = slug.strip_suffix(".ics") {
        return calendar::event(&site, visit, slug).await;
    }
    let known = site.memory.conference(&site.host, &slug, visit.now).await?;
    let visit = known.framed(visit);
    let times = store::call::times(&site.host.db.read, known.facts.event.id.0).await?;
    let call = times.map(|(opens, closes)| calls::standing(opens, closes, known.facts.cancelled, visit.now));
    Ok(visit.page(&EventPage { call: told(call, known.standing), ..EventPage::of(&site, &known, &visit) }))
}

impl EventPage {
    fn of(site: &Site, known: &Known, visit: &Visit) -> Self {
        let (facts, event) = (&known.facts, &known.facts.event);
        let timetable = known.timetable();
        let today = timetable.is_some_and(|timetable| {
            let date = timetable.date(visit.now);
            timetable.days().iter().any(|(first, _)| timetable.date(first.starts_at) == date)
        });
        Self {
            around: Around::of(&site.host, known).here("event"),
            summary: event.summary.clone(),
            description: event.description.clone(),
            venue: event.venue.clone(),
            municipality: facts.municipality.map(Municipality::shown),
            attendance: event.attendance,
            price: event.sign_up.price.clone(),
            organisers: facts.organisers.iter().map(Behind::of).collect(),
            contact: event.contact.clone(),
            contacts: facts.contacts.clone(),
            standing: known.standing,
            call: None,
            closes_at: event.sign_up.closes_at,
            forms: known.forms(),
            chooses: event.choices().next().is_some(),
            days: timetable.map(days).unwrap_or_default(),
            today,
            speakers: timetable.map(featured).unwrap_or_default(),
            editions: facts.editions.clone(),
            json_ld: structured::event(known, visit.language, &site.host),
        }
    }
}

/// What is said of a call: not that it was.
fn told(call: Option<calls::Standing>, standing: Standing) -> Option<calls::Standing> {
    let matters = |call: &calls::Standing| matches!(call, calls::Standing::Early { .. } | calls::Standing::Open { .. });
    call.filter(matters).filter(|_| standing != Standing::Over)
}

fn days(timetable: &Timetable) -> Vec<DayLine> {
    let line = |(first, title): (&crate::timetable::Listing, Localised)| DayLine {
        at: first.starts_at,
        date: timetable.date(first.starts_at),
        title,
    };
    timetable.days().into_iter().map(line).collect()
}

/// Those who speak, in the order in which they are heard first.
fn featured(timetable: &Timetable) -> Vec<Speaker> {
    let mut seen = Vec::new();
    for named in timetable.listings().iter().flat_map(|listing| &listing.speakers) {
        if !seen.contains(&named.id) {
            seen.push(named.id);
        }
    }
    if seen.len() > MOST_SPEAKERS {
        return Vec::new();
    }
    seen.into_iter().filter_map(|id| Some(timetable.speaker(id)?.0.clone())).collect()
}

impl Page for EventPage {
    const TEMPLATE: &'static str = "conference/public_event.html";

    fn samples() -> Vec<Self> {
        let timetable = Timetable::of(&example::programme(), chrono_tz::Europe::Oslo, example::speakers());
        let event = example::event();
        let behind = |nn: &str, en: &str, size: Option<(u32, u32)>| Behind {
            name: example::text(nn, en),
            logo: size.map(|(width, height)| {
                let (path, alt) = ("/logo/byliv.png".to_owned(), example::text("Ein båt", "A boat"));
                fitted(&Logo { path, width, height, alt })
            }),
        };
        let sample = |standing: Standing| Self {
            around: Around { signing_up: standing.takes_sign_ups(), ..Around::example() }.here("event"),
            summary: event.summary.clone(),
            description: event.description.clone(),
            venue: event.venue.clone(),
            municipality: Some("Narvik (Nordland)".to_owned()),
            attendance: Attendance::Both,
            price: None,
            organisers: vec![
                behind("BYLIVsenteret", "BYLIVsenteret", Some((640, 160))),
                behind("Distriktssenteret", "Distriktssenteret", Some((96, 192))),
                behind("Fjordby kommune", "The municipality of Fjordby", None),
            ],
            contact: event.contact.clone(),
            contacts: Vec::new(),
            standing,
            call: None,
            closes_at: event.sign_up.closes_at,
            forms: crate::standing::forms(&event, &crate::standing::Signup::default()),
            chooses: true,
            days: days(&timetable),
            today: false,
            speakers: featured(&timetable),
            editions: Vec::new(),
            json_ld: "{}".to_owned(),
        };
        let mut whole = sample(Standing::Open { left: None });
        whole.forms[0].places = Places::FullWithList { waiting: 12 };
        whole.forms[1].places = Places::Open { left: Some(1) };
        whole.contacts = vec![ContactPerson {
            contact: Contact {
                name: "Tora Lid".to_owned(),
                email: "tora.lid@byliv.example".to_owned(),
                phone: Some("+47 00 00 00 00".to_owned()),
            },
            about: example::text("Tilrettelegging", "Access needs"),
        }];
        whole.editions = vec![Edition {
            path: "/konferanse/byliv-2026".to_owned(),
            title: example::text("Bylivdagane 2026", "Town Life Days 2026"),
            starts_at: example::at("2026-05-12T07:00:00Z"),
            ends_at: example::at("2026-05-13T14:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
        }];
        whole.call = Some(calls::Standing::Open { closes_at: example::at("2027-02-15T22:59:00Z") });
        let mut alone = sample(Standing::Open { left: Some(40) });
        alone.call = Some(calls::Standing::Early { opens_at: example::at("2027-01-15T08:00:00Z") });
        alone.around = Around { version: None, online: false, ..Around::long_example() };
        alone.description = Localised::from([(Language::Sv, "Om samverkan.")]);
        alone.forms.clear();
        alone.attendance = Attendance::InPerson;
        alone.price = Some(example::text("Gratis", "Free of charge"));
        alone.chooses = false;
        alone.municipality = None;
        alone.organisers = vec![behind("BYLIVsenteret", "BYLIVsenteret", None)];
        alone.contact.phone = None;
        (alone.days, alone.speakers) = (Vec::new(), Vec::new());
        let mut online = sample(Standing::FullWithList { waiting: 4 });
        (online.attendance, online.venue) = (Attendance::Online, None);
        online.forms.retain(|offer| offer.form == Form::Online);
        online.forms[0].places = Places::FullWithList { waiting: 4 };
        let mut cancelled = sample(Standing::Cancelled);
        cancelled.around = Around::cancelled_example();
        let mut going_on = sample(Standing::Now);
        going_on.today = true;
        vec![
            whole,
            alone,
            online,
            cancelled,
            going_on,
            sample(Standing::Full),
            sample(Standing::Early { opens_at: example::at("2027-01-12T07:00:00Z") }),
            sample(Standing::Closed),
            sample(Standing::Over),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::fitted;
    use proto::organisation::Logo;

    #[test]
    fn a_logo_fits_and_keeps_its_shape() {
        for (size, expected) in [
            ((640, 160), (160, 40)),
            ((640, 192), (160, 48)),
            ((96, 192), (24, 48)),
            ((40, 20), (40, 20)),
            ((640, 1), (160, 1)),
            ((1, 192), (1, 48)),
        ] {
            let logo = Logo { path: "/logo/a.png".to_owned(), width: size.0, height: size.1, alt: Default::default() };
            let shown = fitted(&logo);
            assert_eq!((shown.width, shown.height), expected, "{size:?}");
        }
    }
}
