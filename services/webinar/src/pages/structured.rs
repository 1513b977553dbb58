//! A webinar as schema.org describes events, for search engines. <https://schema.org/Event>

use crate::store::webinar::Model;
use proto::Language;
use proto::event::Attendance;
use proto::organisation::Organisation;
use serde_json::{Value, json};

/// JSON-LD that can stand in a script element: nothing in it can end the element.
pub(super) fn event(webinar: &Model, organisers: &[Organisation], language: Language, address: &str) -> String {
    let event = webinar.event();
    let online = json!({ "@type": "VirtualLocation", "url": address });
    let local = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&event.timezone).to_rfc3339();
    let place = event.venue.as_ref().map(|venue| {
        let name = venue.get(language);
        json!({ "@type": "Place", "name": name, "address": name })
    });
    let organisers: Vec<Value> = organisers
        .iter()
        .map(|organisation| json!({ "@type": "Organization", "name": organisation.name.get(language) }))
        .collect();
    let described = json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": address,
        "url": address,
        "name": event.title.get(language),
        "description": event.summary.get(language),
        "inLanguage": event.title.language(language).unwrap_or(language).code(),
        "startDate": local(event.starts_at),
        "endDate": local(event.ends_at),
        "eventStatus": match webinar.cancelled {
            true => "https://schema.org/EventCancelled",
            false => "https://schema.org/EventScheduled",
        },
        "eventAttendanceMode": match event.attendance {
            Attendance::InPerson => "https://schema.org/OfflineEventAttendanceMode",
            Attendance::Online => "https://schema.org/OnlineEventAttendanceMode",
            Attendance::Both => "https://schema.org/MixedEventAttendanceMode",
        },
        "location": match place {
            Some(place) => json!([online, place]),
            None => online,
        },
        "organizer": organisers,
    });
    in_script(&described.to_string())
}

/// A script element ends at `</`, whatever it holds, and begins something else at `<!--`.
fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::in_script;

    #[test]
    fn nothing_in_the_data_ends_the_element() {
        let json = serde_json::json!({ "name": "</script><!-- & å" }).to_string();
        let safe = in_script(&json);
        assert!(!safe.contains(['<', '>', '&']), "{safe}");
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&safe).unwrap(),
            serde_json::from_str::<serde_json::Value>(&json).unwrap()
        );
    }
}
