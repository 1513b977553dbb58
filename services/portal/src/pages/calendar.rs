use super::{Site, card, fetched};
use crate::coming::{Listed, Wish, coming};
use crate::store;
use ::calendar::{Entry, FeedEntry, Span};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use host::{Error, Host, Visit};
use proto::Language;

/// The public calendar: everything that is coming. What was cancelled stays in it as cancelled, or subscribers would
/// never learn of it.
pub(super) async fn get(visit: Visit, State(site): State<Site>, request: HeaderMap) -> Result<Response, Error> {
    let host = &site.host;
    let all = store::event::ending_after(&host.db.read, visit.now).await?;
    let events = coming(all, &Wish::default(), visit.language, visit.now);
    let entries: Vec<_> = events.iter().map(|listed| entry(host, listed, visit.language)).collect();
    let calendar = ::calendar::feed(&host.text.word(visit.language, "portal-calendar-name", &[]), &entries);
    Ok(fetched::answer(&host.keys, &request, "text/calendar; charset=utf-8", calendar))
}

fn entry(host: &Host, listed: &Listed, language: Language) -> FeedEntry {
    let event = &listed.event;
    let site = host.settings.url.host_str().unwrap_or("moteplass.invalid");
    let how = || host.text.word(language, &format!("portal-{}", card::attendance(event.attendance)), &[]);
    let entry = Entry {
        uid: format!("{}@{site}", event.id),
        sequence: event.revision.saturating_sub(1),
        stamp: listed.changed_at,
        span: Span::of(event.starts_at, event.ends_at, event.timezone),
        summary: event.title.get(language).to_owned(),
        description: event.summary.get(language).to_owned(),
        location: Some(event.venue.as_ref().map_or_else(how, |venue| venue.get(language).to_owned())),
        url: Some(host.address(&event.path())),
        conference: None,
    };
    FeedEntry { entry, cancelled: listed.cancelled, changed_at: listed.changed_at }
}
