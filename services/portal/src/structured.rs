//! What is coming, as data for search engines: <https://schema.org/Event>.

use crate::coming::Listed;
use chrono::SecondsFormat;
use proto::Language;
use proto::event::Attendance;
use proto::organisation::Organisation;
use serde_json::{Value, json};

/// A JSON-LD list of events, fit to stand in a `<script type="application/ld+json">`. `address` makes a path public.
pub fn item_list(
    events: &[Listed],
    organisations: &[Organisation],
    language: Language,
    address: impl Fn(&str) -> String,
) -> String {
    let items: Vec<Value> = events
        .iter()
        .enumerate()
        .map(|(n, listed)| {
            let item = event(listed, organisations, language, &address(&listed.event.path()));
            json!({ "@type": "ListItem", "position": n + 1, "item": item })
        })
        .collect();
    in_script(&json!({ "@context": "https://schema.org", "@type": "ItemList", "itemListElement": items }))
}

fn event(listed: &Listed, organisations: &[Organisation], language: Language, address: &str) -> Value {
    let event = &listed.event;
    let local = |at: chrono::DateTime<chrono::Utc>| {
        at.with_timezone(&event.timezone).to_rfc3339_opts(SecondsFormat::Secs, false)
    };
    let online = json!({ "@type": "VirtualLocation", "url": address });
    let place = event.venue.as_ref().map(|venue| {
        let venue = venue.get(language);
        json!({ "@type": "Place", "name": venue, "address": venue })
    });
    let (mode, location) = match event.attendance {
        Attendance::Online => ("OnlineEventAttendanceMode", online),
        Attendance::InPerson => ("OfflineEventAttendanceMode", place.unwrap_or(Value::Null)),
        Attendance::Both => ("MixedEventAttendanceMode", place.map_or(online.clone(), |place| json!([place, online]))),
    };
    let status = if listed.cancelled { "EventCancelled" } else { "EventScheduled" };
    let name = |slug: &String| {
        let known = organisations.iter().find(|organisation| organisation.slug == *slug);
        known.map_or_else(|| slug.clone(), |organisation| organisation.name.get(language).to_owned())
    };
    let organisers: Vec<Value> = std::iter::once(&event.organisation)
        .chain(&event.co_organisers)
        .map(|slug| json!({ "@type": "Organization", "name": name(slug) }))
        .collect();
    json!({
        "@type": "Event",
        "name": event.title.get(language),
        "description": event.summary.get(language),
        "url": address,
        "startDate": local(event.starts_at),
        "endDate": local(event.ends_at),
        "eventStatus": format!("https://schema.org/{status}"),
        "eventAttendanceMode": format!("https://schema.org/{mode}"),
        "location": location,
        "organizer": organisers,
    })
}

/// JSON that cannot end the script element it stands in, nor begin a comment there.
fn in_script(data: &Value) -> String {
    data.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    #[test]
    fn times_are_local_and_nothing_ends_the_script() {
        let listed =
            |event| Listed { event, cancelled: true, changed_at: samples::now(), signup: None, programme: None };
        let events = [listed(samples::webinar()), listed(samples::gathering())];
        let text = item_list(&events, &[samples::organisation()], Language::Nn, |path| format!("https://x.no{path}"));
        assert!(!text.contains(['<', '>', '&']));
        let data: Value = serde_json::from_str(&text).expect("JSON");
        let item = &data["itemListElement"][0]["item"];
        assert_eq!(item["startDate"], "2027-03-16T10:00:00+01:00");
        assert_eq!(item["eventStatus"], "https://schema.org/EventCancelled");
        assert_eq!(item["url"], "https://x.no/webinar/tomme-lokale");
        assert_eq!(item["organizer"][0]["name"], "Distriktssenteret");
        assert_eq!(data["itemListElement"][1]["item"]["location"]["name"], "Røros hotell, Røros");
        let summary = data["itemListElement"][1]["item"]["description"].as_str();
        assert!(summary.is_some_and(|text| text.contains("</script>")), "it is still all there");
    }
}
