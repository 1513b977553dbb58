//! A gathering as an entry for a calendar.

use super::{Site, framed};
use ::calendar::{Entry, FeedEntry, Span, feed};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use host::{Error, Visit};

pub(super) async fn show(site: &Site, visit: Visit, slug: &str) -> Result<Response, Error> {
    let gathering = site.gathering(slug).await?;
    let organisers = site.organisers(&gathering).await?;
    let visit = framed(visit, &gathering, &organisers);
    let (event, language) = (gathering.event(), visit.language);
    let title = event.title.get(language).to_owned();
    let place = match event.venue.as_ref() {
        Some(venue) => venue.get(language).to_owned(),
        None => site.host.text.word(language, "gathering-online", &[]),
    };
    let address = site.host.address(&event.path());
    let entry = Entry {
        uid: format!("{}@{}", event.id, site.host.settings.url.host_str().unwrap_or("moteplass")),
        sequence: event.revision.saturating_sub(1),
        stamp: gathering.changed_at,
        span: Span::Timed { starts_at: event.starts_at, ends_at: event.ends_at, zone: event.timezone },
        summary: title.clone(),
        description: format!("{}\n\n{address}", event.summary.get(language)),
        location: Some(place),
        url: Some(address),
        conference: None,
    };
    let bytes = feed(&title, &[FeedEntry { entry, cancelled: gathering.cancelled, changed_at: gathering.changed_at }]);
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}.ics\"", event.slug)),
        (header::CONTENT_LANGUAGE, language.code().to_owned()),
        (header::VARY, "accept-language, cookie".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
