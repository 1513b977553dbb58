use super::{Site, card, fetched};
use crate::coming::{Listed, Wish, coming};
use crate::store;
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
    entries: Vec<FeedEntry>,
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
    updated: String,
}

pub(super) async fn get(visit: Visit, State(site): State<Site>, request: HeaderMap) -> Result<Response, Error> {
    let host = &site.host;
    let organisations = store::organisation::all(&host.db.read).await?;
    let all = store::event::ending_after(&host.db.read, visit.now).await?;
    let events = coming(all, &Wish::default(), visit.language, visit.now);
    let in_language = |path: &str| host.address(&format!("{path}?sprak={}", visit.language));
    let newest = events.iter().map(|listed| listed.changed_at).max().unwrap_or(DateTime::UNIX_EPOCH);
    let feed = Feed {
        id: in_language("/feed.atom"),
        address: in_language("/feed.atom"),
        front: in_language("/"),
        updated: time(newest),
        entries: events.iter().map(|listed| entry(host, listed, &organisations)).collect(),
    };
    let xml = host.text.render("portal/feed.xml", visit.language, &feed).context("the feed")?;
    Ok(fetched::answer(&host.keys, &request, "application/atom+xml; charset=utf-8", xml.into_bytes()))
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
