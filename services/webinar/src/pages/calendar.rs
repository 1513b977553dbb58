//! A webinar as an entry for a calendar. It has no way into the meeting, since that is personal.

use super::{Site, framed};
use ::calendar::{Entry, FeedEntry, Span, feed};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use host::{Error, Visit};

pub(super) async fn show(site: &Site, visit: Visit, slug: &str) -> Result<Response, Error> {
    let webinar = site.webinar(slug).await?;
    let organisers = site.organisers(&webinar).await?;
    let visit = framed(visit, &webinar, &organisers);
    let (event, language) = (webinar.event(), visit.language);
    let title = event.title.get(language).to_owned();
    let online = site.host.text.word(language, "webinar-online", &[]);
    let place = match event.venue.as_ref() {
        Some(venue) => site.host.text.word(language, "webinar-both", &[("venue", venue.get(language).into())]),
        None => online,
    };
    let address = site.host.address(&event.path());
    let entry = Entry {
        uid: format!("{}@{}", event.id, site.host.settings.url.host_str().unwrap_or("moteplass")),
        sequence: event.revision.saturating_sub(1),
        stamp: webinar.changed_at,
        span: Span::Timed { starts_at: event.starts_at, ends_at: event.ends_at, zone: event.timezone },
        summary: title.clone(),
        description: format!("{}\n\n{address}", event.summary.get(language)),
        location: Some(place),
        url: Some(address),
        conference: None,
    };
    let bytes = feed(&title, &[FeedEntry { entry, cancelled: webinar.cancelled, changed_at: webinar.changed_at }]);
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}.ics\"", event.slug)),
        (header::CONTENT_LANGUAGE, language.code().to_owned()),
        (header::VARY, "accept-language, cookie".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
