//! The released programme as JSON, for web sites and screens of others. docs/programme.md tells its shape, which stays.

use super::memory::Known;
use super::rendered::Rendered;
use crate::pages::Site;
use crate::timetable::{Listing, Speaker, Timetable, Told};
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use host::{Error, Host, Visit};
use proto::Localised;
use serde_json::{Value, json};
use std::future::ready;

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let known = site.memory.conference(&site.host, &slug, visit.now).await?;
    let made = known.files.json.get_or_init(|| ready(whole(&site.host, &known))).await;
    let mut response = made.answer(&headers);
    // Everybody may show it on their own pages.
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response.headers_mut().insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    Ok(response)
}

fn whole(host: &Host, known: &Known) -> Rendered {
    let released_at = known.plan.as_ref().map(|plan| plan.released_at);
    let changed_at = released_at.into_iter().chain([known.facts.changed_at]).max();
    Rendered::new("application/json", Bytes::from(document(host, known).to_string()), changed_at)
}

fn document(host: &Host, known: &Known) -> Value {
    let event = &known.facts.event;
    let address = |below: &str| host.address(&format!("{}{below}", event.path()));
    let timetable = known.timetable();
    let (mut sessions, mut speakers): (Vec<Value>, Vec<Value>) = (Vec::new(), Vec::new());
    if let Some(timetable) = timetable {
        // In the order in which they are given first.
        let mut seen = std::collections::BTreeSet::new();
        for listing in timetable.listings().iter().filter(|listing| seen.insert(listing.session)) {
            if let Some((told, given)) = timetable.session(listing.session) {
                sessions.push(session(timetable, told, &given, &address(&format!("/bolk/{}", told.id))));
            }
        }
        speakers.extend(timetable.speakers().map(|one| speaker(one, &address(&format!("/innleiar/{}", one.id)))));
    }
    json!({
        "version": known.plan.as_ref().map(|plan| plan.version),
        "released_at": known.plan.as_ref().map(|plan| plan.released_at),
        "note": known.plan.as_ref().and_then(|plan| plan.note.clone()),
        "conference": {
            "id": event.id,
            "url": address(""),
            "title": event.title,
            "summary": event.summary,
            "starts_at": event.starts_at,
            "ends_at": event.ends_at,
            "timezone": event.timezone.name(),
            "attendance": event.attendance,
            "cancelled": known.facts.cancelled,
            "organisers": known.facts.organisers.iter().map(|one| &one.name).collect::<Vec<_>>(),
        },
        "days": timetable.map(days).unwrap_or_default(),
        "sessions": sessions,
        "speakers": speakers,
    })
}

fn days(timetable: &Timetable) -> Vec<Value> {
    let day =
        |(first, title): (&Listing, Localised)| json!({ "date": timetable.date(first.starts_at), "title": title });
    timetable.days().into_iter().map(day).collect()
}

fn session(timetable: &Timetable, told: &Told, given: &[&Listing], url: &str) -> Value {
    let taking_part = |(speaker, moderates): (&Speaker, bool)| json!({ "id": speaker.id, "moderates": moderates });
    let occurrence = |listing: &&Listing| {
        json!({
            "id": listing.occurrence,
            "starts_at": listing.starts_at,
            "ends_at": listing.ends_at,
            "room": listing.room.as_ref().map(|room| json!({
                "name": room.name, "venue": room.venue, "address": room.address,
                "hearing_loop": room.hearing_loop, "step_free": room.step_free,
            })),
            "capacity": listing.capacity,
        })
    };
    json!({
        "id": told.id,
        "url": url,
        "kind": told.kind,
        "title": told.title,
        "description": told.description,
        "track": told.track.as_ref().map(|track| &track.name),
        "attendance": told.attendance,
        "chosen": told.chosen,
        "access": told.access,
        "speakers": timetable.taking_part(told).map(taking_part).collect::<Vec<_>>(),
        "occurrences": given.iter().map(occurrence).collect::<Vec<_>>(),
    })
}

fn speaker(speaker: &Speaker, url: &str) -> Value {
    json!({
        "id": speaker.id,
        "url": url,
        "name": speaker.name,
        "role": speaker.role,
        "organisation": speaker.organisation,
        "biography": speaker.biography,
    })
}
