//! Networks that people can follow: whoever is signed up for one is signed up for each of its gatherings as it is published.

use crate::delegation::Rules;
use crate::store::{gathering, network};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use event_file::{Reading, Section, contact};
use proto::event::Contact;
use proto::series::Series;
use proto::{Localised, SeriesId};
use uuid::Uuid;

/// What the file of a network says to those who want to come to all of its gatherings.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Filed {
    title: Localised,
    summary: Localised,
    timezone: Tz,
    contact: Contact,
}

/// Reads `[follow]`; nothing where nobody follows the network.
pub(crate) fn filed(reading: &mut Reading<'_>, file: &mut Section<'_>) -> Option<Filed> {
    let mut section = file.section(&mut reading.problems, "follow")?;
    let title = reading.needed_line(&mut section, "title", "follow.title");
    let summary = reading.needed(&mut section, "summary", "follow.summary");
    let zone = section.needed_word(&mut reading.problems, "timezone");
    let timezone = zone.and_then(|zone| zone.value.parse::<Tz>().ok());
    if let (Some(zone), None) = (zone, timezone) {
        let sentence = format!("`{}` is no time zone: use a name like Europe/Oslo", zone.value);
        reading.problems.add(zone.at, sentence);
    }
    section.missing(&mut reading.problems, "contact");
    let contact = section.section(&mut reading.problems, "contact").and_then(|mut section| {
        let read = contact(reading, &mut section);
        section.finish(&mut reading.problems);
        read
    });
    section.finish(&mut reading.problems);
    Some(Filed { title: title?, summary: summary?, timezone: timezone?, contact: contact? })
}

/// The public page of a network.
pub(crate) fn page(slug: &str) -> String {
    format!("/nettverk/{slug}")
}

/// The network as others are told of it. It keeps its id; its revision goes up when it is another than before.
pub(crate) fn series(
    slug: &str,
    organisation: &str,
    filed: Filed,
    before: Option<&Series>,
    new_id: impl FnOnce() -> Uuid,
) -> Series {
    let Filed { title, summary, timezone, contact } = filed;
    let mut series = Series {
        id: before.map_or_else(|| SeriesId(new_id()), |before| before.id),
        revision: before.map_or(1, |before| before.revision),
        slug: slug.to_owned(),
        organisation: organisation.to_owned(),
        title,
        summary,
        timezone,
        contact,
        page: Some(page(slug)),
    };
    if before.is_some_and(|before| *before != series) {
        series.revision += 1;
    }
    series
}

/// The network as the series that a gathering belongs to. One to which only some of the members are invited is for them, and
/// one that others answer for is not the network's to sign people up for.
pub(crate) fn of_gathering(network: &network::Model, organisation: &str, rules: &Rules) -> Option<String> {
    let is_for_all = network.followed && network.organisation == organisation && rules.only.is_none();
    is_for_all.then(|| network.slug.clone())
}

/// The gathering as it is to be told now that the network can be followed, or cannot any more; nothing when it is as before.
/// A series that its own file names stays.
pub(crate) fn renamed(
    network: &network::Model,
    row: &gathering::Model,
    delegations: usize,
    now: DateTime<Utc>,
) -> Option<gathering::Model> {
    let event = row.event();
    if event.series.as_ref().is_some_and(|series| *series != network.slug) {
        return None;
    }
    let series = of_gathering(network, &row.organisation, row.rules());
    if event.series == series {
        return None;
    }
    let mut row = row.clone();
    let event = &mut row.snapshot.0;
    event.sign_up.delegations = series.is_some().then(|| u32::try_from(delegations).unwrap_or(u32::MAX));
    event.series = series;
    event.revision += 1;
    row.revision = event.revision.into();
    row.changed_at = now;
    Some(row)
}
