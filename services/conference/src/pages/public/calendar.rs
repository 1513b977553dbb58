//! The conference, its programme and one session as files for a calendar. None has a way into a meeting: that is personal.

use super::memory::{Known, Plan};
use super::rendered::Rendered;
use crate::pages::Site;
use crate::timetable::Listing;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use calendar::{Entry, FeedEntry, Span, feed};
use chrono::{DateTime, Utc};
use host::{Error, Host, Visit};
use proto::event::Attendance;
use proto::{Language, OccurrenceId};
use std::future::ready;

const KIND: &str = "text/calendar; charset=utf-8";

/// The conference as one entry over whole days: it must not block the nights.
pub(super) async fn event(site: &Site, visit: Visit, slug: &str) -> Result<Response, Error> {
    let known = site.memory.conference(&site.host, slug, visit.now).await?;
    let visit = known.framed(visit);
    let (facts, event, language) = (&known.facts, &known.facts.event, visit.language);
    let date = |at: DateTime<Utc>| at.with_timezone(&event.timezone).date_naive();
    let address = site.host.address(&event.path());
    let entry = Entry {
        uid: uid(&site.host, &event.id.to_string()),
        sequence: event.revision.saturating_sub(1),
        stamp: facts.changed_at,
        span: Span::Days { first: date(event.starts_at), last: date(event.ends_at) },
        summary: event.title.get(language).to_owned(),
        description: format!("{}\n\n{address}", event.summary.get(language)),
        location: Some(where_it_is(&site.host, &known, language)),
        url: Some(address),
        conference: None,
    };
    let entries = [FeedEntry { entry, cancelled: facts.cancelled, changed_at: facts.changed_at }];
    Ok(file(feed(event.title.get(language), &entries), &event.slug, language))
}

/// The whole programme, to subscribe to.
pub(super) async fn programme(
    State(site): State<Site>,
    visit: Visit,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let known = site.memory.conference(&site.host, &slug, visit.now).await?;
    let visit = known.framed(visit);
    let language = visit.language;
    let made = known.files.calendars[language as usize].get_or_init(|| ready(whole(&site.host, &known, language)));
    let response = made.await.answer(&headers);
    Ok(named(response, &format!("{}-program", known.facts.event.slug), language))
}

fn whole(host: &Host, known: &Known, language: Language) -> Rendered {
    let entries: Vec<FeedEntry> = known
        .plan
        .iter()
        .flat_map(|plan| plan.timetable.listings().iter().map(|listing| entry(host, known, plan, listing, language)))
        .collect();
    let bytes = feed(known.facts.event.title.get(language), &entries);
    let released_at = known.plan.as_ref().map(|plan| plan.released_at);
    let changed_at = released_at.into_iter().chain([known.facts.changed_at]).max();
    Rendered::new(KIND, Bytes::from(bytes), changed_at)
}

/// One session at one time.
pub(super) fn occurrence(
    site: &Site,
    visit: &Visit,
    known: &Known,
    occurrence: OccurrenceId,
) -> Result<Response, Error> {
    let plan = known.plan.as_ref().ok_or(Error::NotFound)?;
    let listing = plan.timetable.listing_of(occurrence).ok_or(Error::NotFound)?;
    let language = visit.language;
    let bytes = feed(listing.title.get(language), &[entry(&site.host, known, plan, listing, language)]);
    Ok(file(bytes, &format!("{}-{occurrence}", known.facts.event.slug), language))
}

fn entry(host: &Host, known: &Known, plan: &Plan, listing: &Listing, language: Language) -> FeedEntry {
    let event = &known.facts.event;
    let address = host.address(&format!("{}/bolk/{}", event.path(), listing.session));
    let told = plan.timetable.session(listing.session).map(|(told, _)| told);
    let names: Vec<&str> = listing.speakers.iter().map(|named| named.name.as_str()).collect();
    let text = told.map_or("", |told| told.description.get(language));
    let parts = [event.title.get(language), &names.join(", "), text, &address];
    let description: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    // Calendars take what has a higher number, and versions only go up: also when an older one is brought back.
    let entry = Entry {
        uid: uid(host, &listing.occurrence.to_string()),
        sequence: plan.version.saturating_sub(1),
        stamp: plan.released_at,
        span: Span::Timed { starts_at: listing.starts_at, ends_at: listing.ends_at, zone: event.timezone },
        summary: listing.title.get(language).to_owned(),
        description: description.join("\n\n"),
        location: place(host, listing, language),
        url: Some(address),
        conference: None,
    };
    let changed_at = if known.facts.cancelled { known.facts.changed_at } else { plan.released_at };
    FeedEntry { entry, cancelled: known.facts.cancelled, changed_at }
}

fn place(host: &Host, listing: &Listing, language: Language) -> Option<String> {
    let room = listing.room.as_ref().map(|room| {
        let (name, venue) = (room.name.get(language), room.venue.get(language));
        let parts = if name.ends_with(venue) { vec![name, &room.address] } else { vec![name, venue, &room.address] };
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    let online = || host.text.word(language, "conference-public-online", &[]);
    room.or_else(|| (listing.attendance == Attendance::Online).then(online))
}

fn where_it_is(host: &Host, known: &Known, language: Language) -> String {
    let event = &known.facts.event;
    let venue = event.venue.as_ref().map(|venue| venue.get(language));
    match (venue, event.attendance) {
        (Some(venue), Attendance::Both) => {
            host.text.word(language, "conference-public-both", &[("venue", venue.into())])
        }
        (Some(venue), _) => venue.to_owned(),
        (None, _) => host.text.word(language, "conference-public-online", &[]),
    }
}

fn uid(host: &Host, id: &str) -> String {
    format!("{id}@{}", host.settings.url.host_str().unwrap_or("moteplass"))
}

fn file(bytes: Vec<u8>, name: &str, language: Language) -> Response {
    let headers = [(header::CONTENT_TYPE, KIND), (header::VARY, "accept-language, cookie")];
    named((headers, bytes).into_response(), name, language)
}

fn named(mut response: Response, name: &str, language: Language) -> Response {
    let headers = response.headers_mut();
    if let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename=\"{name}.ics\"")) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.code()));
    response
}
