use super::{Site, card, fetched};
use crate::coming::{Listed, Wish, coming};
use crate::store;
use ::calendar::Span;
use anyhow::Context;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use chrono::{DateTime, SecondsFormat, Utc};
use host::{Error, Host, Visit};
use proto::Localised;
use proto::organisation::Organisation;
use serde::Serialize;

/// What is coming, as an Atom feed (RFC 4287).
#[derive(Serialize)]
struct Feed {
    id: String,
    address: String,
    front: String,
    updated: String,
    entries: Vec<Entry>,
}

/// An event, or what is new about its programme.
#[derive(Serialize)]
#[serde(untagged)]
enum Entry {
    Event(FeedEntry),
    Programme(ProgrammeEntry),
}

#[derive(Serialize)]
struct FeedEntry {
    id: String,
    address: String,
    title: Localised,
    summary: Localised,
    cancelled: bool,
    kind: &'static str,
    organisers: Vec<Localised>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: &'static str,
    days: bool,
    updated: String,
}

/// A version of a programme. Each is an entry of its own, or readers would not show that there is a new one.
#[derive(Serialize)]
struct ProgrammeEntry {
    id: String,
    address: String,
    programme: u32,
    title: Localised,
    note: Option<Localised>,
    kind: &'static str,
    organisers: Vec<Localised>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: &'static str,
    updated: String,
}

pub(super) async fn get(visit: Visit, State(site): State<Site>, request: HeaderMap) -> Result<Response, Error> {
    let host = &site.host;
    let organisations = store::organisation::all(&host.db.read).await?;
    let all = store::event::ending_after(&host.db.read, visit.now).await?;
    let events = coming(all, &Wish::default(), visit.language, visit.now);
    let in_language = |path: &str| host.address(&format!("{path}?sprak={}", visit.language));
    let released = |listed: &Listed| listed.programme.as_ref().map(|programme| programme.released_at);
    let newest = events.iter().flat_map(|listed| [Some(listed.changed_at), released(listed)]).flatten().max();
    let feed = Feed {
        id: in_language("/feed.atom"),
        address: in_language("/feed.atom"),
        front: in_language("/"),
        updated: time(newest.unwrap_or(DateTime::UNIX_EPOCH)),
        entries: events.iter().flat_map(|listed| entries(host, listed, &organisations)).collect(),
    };
    let xml = host.text.render("portal/feed.xml", visit.language, &feed).context("the feed")?;
    Ok(fetched::answer(&host.keys, &request, "application/atom+xml; charset=utf-8", xml.into_bytes()))
}

fn entries(host: &Host, listed: &Listed, organisations: &[Organisation]) -> Vec<Entry> {
    let mut entries = vec![Entry::Event(entry(host, listed, organisations))];
    if let Some(programme) = listed.programme.as_ref().filter(|_| !listed.cancelled) {
        let FeedEntry { id, address, title, kind, organisers, starts_at, ends_at, timezone, .. } =
            entry(host, listed, organisations);
        entries.push(Entry::Programme(ProgrammeEntry {
            id: format!("{id}#programme-{}", programme.version),
            address: format!("{address}/program"),
            programme: programme.version,
            title,
            note: programme.note.as_ref().filter(|note| !note.is_empty()).map(printable),
            kind,
            organisers,
            starts_at,
            ends_at,
            timezone,
            updated: time(programme.released_at),
        }));
    }
    entries
}

fn entry(host: &Host, listed: &Listed, organisations: &[Organisation]) -> FeedEntry {
    let event = &listed.event;
    FeedEntry {
        id: format!("urn:uuid:{}", event.id),
        address: host.address(&event.path()),
        title: printable(&event.title),
        summary: printable(&event.summary),
        cancelled: listed.cancelled,
        kind: event.kind.word(),
        organisers: card::organisers(listed, organisations).iter().map(printable).collect(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone.name(),
        days: Span::of(event.starts_at, event.ends_at, event.timezone).is_days(),
        updated: time(listed.changed_at),
    }
}

fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A text without the characters that XML has no way to write (XML 1.0, 2.2).
fn printable(text: &Localised) -> Localised {
    let allowed =
        |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    Localised(text.0.iter().map(|(language, text)| (*language, text.chars().filter(allowed).collect())).collect())
}
