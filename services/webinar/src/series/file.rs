//! What an operator writes to publish a series: a TOML file with what its dates share. The dates are event files that name it.

use super::settings::Settings;
use crate::import::ImportError;
use crate::meeting_file::in_room;
use crate::store::series::{Model, Shared, Snapshot};
use crate::{NAME, store};
use bus::{Bus, Carrier};
use chrono_tz::Tz;
use event_file::{Reading, Section, contact, meeting_address, read_other, slug_of};
use host::Host;
use proto::SeriesId;
use proto::organisation::Organisation;
use proto::series::{Series, SeriesPublished};
use std::collections::BTreeMap;
use uuid::Uuid;

const MOST_PLACES: i64 = 100_000;
const LONGEST: i64 = 24 * 60;

/// What importing a series has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportedSeries {
    New {
        slug: String,
    },
    /// It is another than before, or its new dates will be.
    Changed {
        slug: String,
    },
    Unchanged {
        slug: String,
    },
}

/// A file without problems.
struct Written {
    series: Series,
    shared: Settings,
}

/// Publishes what the file of a series says, or tells everything that is wrong with it. `file` is its name in what is told.
///
/// Dates that are published stay as they are: what they share is changed on the organiser's page, which shows what it does.
pub async fn import(host: &Host, text: &str, file: &str) -> Result<ImportedSeries, ImportError> {
    let (bus, _loops) = Bus::build(NAME, host, &Carrier::in_process()).start();
    let work = bus.begin().await?;
    let stored = match slug_of(text) {
        Some(slug) => store::series::to_change(&work.tx, &slug).await?,
        None => None,
    };
    let organisations = store::organisation::all(&work.tx).await?;
    let rooms = host.settings.rooms_url.is_some();
    let read = read_other(
        text,
        file,
        |reading, section| written(reading, section, &organisations, stored.as_ref(), rooms),
        |written| organisations.get(&written.series.organisation),
    );
    let written = match read {
        Ok(written) => written,
        Err(problems) => {
            work.rollback().await;
            return Err(ImportError::Problems(problems));
        }
    };
    let slug = written.series.slug.clone();
    let Some((row, is_new)) = merged(written, stored) else {
        work.rollback().await;
        return Ok(ImportedSeries::Unchanged { slug });
    };
    work.say(&SeriesPublished { series: row.series().clone() });
    match is_new {
        true => store::series::insert(&work.tx, row).await?,
        false => store::series::update(&work.tx, row).await?,
    }
    work.commit().await?;
    tracing::info!(series.slug = slug, "imported a series");
    Ok(if is_new { ImportedSeries::New { slug } } else { ImportedSeries::Changed { slug } })
}

/// The row as it is to be, and whether it is new; nothing when the file says what is known already. A setting that the file has
/// as before stays as organisers have made it since.
fn merged(written: Written, stored: Option<Model>) -> Option<(Model, bool)> {
    let Written { mut series, shared } = written;
    let Some(stored) = stored else {
        series.id = SeriesId(Uuid::now_v7());
        series.revision = 1;
        let row = Model {
            id: series.id.0,
            slug: series.slug.clone(),
            organisation: series.organisation.clone(),
            revision: 1,
            snapshot: Snapshot(series),
            filed: Shared(shared.clone()),
            shared: Shared(shared),
            edition: 1,
        };
        return Some((row, true));
    };
    (series.id, series.revision) = (SeriesId(stored.id), stored.series().revision);
    let mut row = stored.clone();
    for part in stored.filed.0.differences(&shared) {
        row.shared.0.take(&shared, part);
    }
    row.filed = Shared(shared);
    row.snapshot = Snapshot(series);
    if row == stored {
        return None;
    }
    row.edition += 1;
    row.revision += 1;
    row.snapshot.0.revision = u32::try_from(row.revision).unwrap_or(u32::MAX);
    Some((row, false))
}

fn written(
    reading: &mut Reading<'_>,
    section: &mut Section<'_>,
    organisations: &BTreeMap<String, Organisation>,
    stored: Option<&Model>,
    rooms: bool,
) -> Option<Written> {
    section.one_of(&mut reading.problems, "kind", &[("series", ())]);
    let slug = section.needed_word(&mut reading.problems, "slug");
    if let Some(slug) = slug.filter(|slug| !store::series::is_slug(slug.value)) {
        let sentence = "`slug` must be small letters a-z, digits and hyphens, at most 80 characters";
        reading.problems.add(slug.at, sentence);
    }
    let organisation = section.needed_word(&mut reading.problems, "organisation");
    if let Some(organisation) = organisation.filter(|one| !organisations.contains_key(one.value)) {
        let sentence = format!("the organisation `{}` is not known: import it first", organisation.value);
        reading.problems.add(organisation.at, sentence);
    }
    if let (Some(slug), Some(organisation), Some(stored)) = (slug, organisation, stored)
        && stored.organisation != organisation.value
    {
        let sentence = format!("the slug belongs to a series of `{}` already", stored.organisation);
        reading.problems.add(slug.at, sentence);
    }
    let title = reading.needed_line(section, "title", "title");
    let summary = reading.needed(section, "summary", "summary");
    let description = reading.needed(section, "description", "description");
    let zone = section.needed_word(&mut reading.problems, "timezone");
    let timezone = zone.and_then(|zone| zone.value.parse::<Tz>().ok());
    if let (Some(zone), None) = (zone, timezone) {
        let sentence = format!("`{}` is no time zone: use a name like Europe/Oslo", zone.value);
        reading.problems.add(zone.at, sentence);
    }
    section.missing(&mut reading.problems, "start");
    let start = section.clock(&mut reading.problems, "start");
    section.missing(&mut reading.problems, "minutes");
    let minutes = section.number(&mut reading.problems, "minutes", 1..=LONGEST);
    let capacity = section.number(&mut reading.problems, "capacity", 1..=MOST_PLACES);
    let in_room = in_room(reading, section, rooms);
    let meeting = section.word(&mut reading.problems, "meeting_url");
    let meeting_url = match meeting {
        None => in_room.then(String::new),
        Some(meeting) => meeting_address(meeting.value),
    };
    if let (Some(meeting), None) = (meeting, &meeting_url) {
        reading.problems.add(meeting.at, "`meeting_url` must be a whole address that begins with https://");
    }
    section.missing(&mut reading.problems, "contact");
    let contact = section.section(&mut reading.problems, "contact").and_then(|mut section| {
        let read = contact(reading, &mut section);
        section.finish(&mut reading.problems);
        read
    });
    let (title, summary) = (title?, summary?);
    let shared = Settings {
        title: title.clone(),
        summary: summary.clone(),
        description: description?,
        start: start?.value,
        minutes: u32::try_from(minutes?.value).unwrap_or_default(),
        meeting_url: meeting_url?,
        capacity: capacity.and_then(|capacity| u32::try_from(capacity.value).ok()),
    };
    let series = Series {
        id: SeriesId(Uuid::nil()),
        revision: 0,
        slug: slug?.value.to_owned(),
        organisation: organisation?.value.to_owned(),
        title,
        summary,
        timezone: timezone?,
        contact: contact?,
        page: None,
    };
    Some(Written { series, shared })
}
