mod gathering;

use crate::House;
use crate::print::line;
use anyhow::{Context, bail};
use bus::Carrier;
use chrono::NaiveDate;
use event_file::Problem;
use migrations::SERVICES;
use portal::ImportError;
use proto::event::EventKind;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

pub use self::gathering::take_in_network;

/// What the first word after `import` can be instead of a file: lists of municipalities.
const MUNICIPALITIES: &str = "kommuner";

/// Takes in organisations, networks and events from files, in this order: each file holds one of these.
pub async fn run(house: &House, files: &[PathBuf], from: Option<NaiveDate>) -> anyhow::Result<()> {
    if let [word, lists @ ..] = files
        && word.as_os_str() == MUNICIPALITIES
    {
        return gathering::municipalities(house, lists, from).await;
    }
    let mut read = Vec::with_capacity(files.len());
    let mut folders: BTreeMap<String, PathBuf> = BTreeMap::new();
    for file in files {
        let content = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        read.push((file.display().to_string(), content));
        folders.insert(file.display().to_string(), file.parent().map(Path::to_path_buf).unwrap_or_default());
    }
    // Events are checked against their organisation, so organisations come first whatever the order on the line.
    let (organisations, events): (Vec<_>, Vec<_>) = read.iter().partition(|(_, content)| holds_organisations(content));
    let (networks, events): (Vec<_>, Vec<_>) =
        events.into_iter().partition(|(_, content)| gathering::holds_network(content));
    let (series, events): (Vec<_>, Vec<_>) = events.into_iter().partition(|(_, content)| holds_series(content));
    let clashing = clashing(&events);
    if !clashing.is_empty() {
        bail!("{}", in_lines(&clashing));
    }
    for group in [organisations, networks, series, events] {
        for (name, content) in &group {
            // Only logos lie beside a file, and names of them have no folder in them.
            let beside = |picture: &str| std::fs::read(folders.get(name)?.join(picture)).ok();
            let done = match holds_organisations(content) {
                true => take_in_organisations(house, name, content, &beside).await?,
                false => take_in(house, name, content).await?,
            };
            line(done);
        }
        if !group.is_empty() {
            carry(house).await?;
        }
    }
    Ok(())
}

/// Takes in one file and says what it did. What is said is carried by whoever carries for the service.
pub async fn take_in(house: &House, name: &str, content: &str) -> anyhow::Result<String> {
    if holds_organisations(content) {
        return take_in_organisations(house, name, content, &|_| None).await;
    }
    if gathering::holds_network(content) {
        return gathering::network(house, name, content).await;
    }
    if holds_series(content) {
        return series(house, name, content).await;
    }
    if let Some(slug) = event_file::slug_of(content) {
        let portal = house.host("portal").await?;
        if let Some(other) = portal::slug_taken(&portal, &slug, kind_of(content)).await? {
            bail!("{}", in_lines(&event_file::slug_taken(content, name, other)));
        }
    }
    match event_file::kind_of(content) {
        "gathering" => gathering::gathering(house, name, content).await,
        "conference" => conference(house, name, content).await,
        _ => webinar(house, name, content).await,
    }
}

/// What a file says that several webinars share.
async fn series(house: &House, name: &str, content: &str) -> anyhow::Result<String> {
    use webinar::{ImportError, ImportedSeries, import_series};
    match import_series(&house.host("webinar").await?, content, name).await {
        Ok(ImportedSeries::New { slug }) => Ok(format!("{name}: the series {slug} is published")),
        Ok(ImportedSeries::Changed { slug }) => {
            Ok(format!("{name}: the series {slug} is changed; dates that are published stay as they are"))
        }
        Ok(ImportedSeries::Unchanged { slug }) => Ok(format!("{name}: the series {slug} is as before")),
        Err(ImportError::Problems(problems)) => bail!("{}", in_lines(&problems)),
        Err(error) => Err(error.into()),
    }
}

async fn webinar(house: &House, name: &str, content: &str) -> anyhow::Result<String> {
    use webinar::{ImportError, Imported, import};
    let done = match import(&house.host("webinar").await?, content, name).await {
        Ok(imported) => imported,
        Err(ImportError::Problems(problems)) => bail!("{}", in_lines(&problems)),
        Err(error) => return Err(error.into()),
    };
    Ok(match &done {
        Imported::New { slug, .. } => format!("{name}: {slug} is published"),
        Imported::Changed { slug, revision, .. } => format!("{name}: {slug} is changed, revision {revision}"),
        Imported::Quiet { slug, .. } => {
            format!("{name}: {slug} has another meeting address; nobody needs to be told")
        }
        Imported::Cancelled { slug, .. } => format!("{name}: {slug} is cancelled, and everybody in it is told"),
        Imported::Unchanged { slug, .. } => format!("{name}: {slug} is as before"),
    })
}

async fn conference(house: &House, name: &str, content: &str) -> anyhow::Result<String> {
    use conference::{Draft, Facts, ImportError, import};
    let done = match import(&house.host("conference").await?, content, name).await {
        Ok(imported) => imported,
        Err(ImportError::Problems(problems)) => bail!("{}", in_lines(&problems)),
        Err(error) => return Err(error.into()),
    };
    let slug = &done.slug;
    let facts = match done.facts {
        Facts::New => format!("{slug} is published"),
        Facts::Changed { revision } => format!("{slug} is changed, revision {revision}"),
        Facts::Quiet => format!("{slug} has something else that nobody needs to be told"),
        Facts::Cancelled => format!("{slug} is cancelled, and everybody in it is told"),
        Facts::Unchanged => format!("{slug} is as before"),
    };
    let programme = match (done.draft, done.released) {
        (_, Some(version)) => format!("; version {version} of its programme is released"),
        (Draft::Taken, None) => "; its programme is in the draft, which is not released".to_owned(),
        (Draft::LeftToOrganisers, None) => {
            "; its programme was left alone, since organisers have worked on the draft".to_owned()
        }
        (Draft::Absent | Draft::Same, None) => String::new(),
    };
    let erased = match done.erased {
        0 => String::new(),
        people => format!("; people in it whose data were erased are left out ({people}): take them out of the file"),
    };
    Ok(format!("{name}: {facts}{programme}{erased}"))
}

/// The same for organisations, with the pictures that lie beside their file.
pub async fn take_in_organisations(
    house: &House,
    name: &str,
    content: &str,
    beside: &(dyn Fn(&str) -> Option<Vec<u8>> + Sync),
) -> anyhow::Result<String> {
    let host = house.host("portal").await?;
    match portal::import_organisations_with_logos(&host, content, name, beside).await {
        Ok(done) => {
            let (new, changed, same) = (done.new.len(), done.changed.len(), done.same.len());
            let mut said = format!("{name}: {new} new, {changed} changed, {same} as before");
            for slug in &done.edited {
                said.push_str(&format!("\n{name}: {slug} was changed on its own page, and stays as it is there"));
            }
            Ok(said)
        }
        Err(ImportError::Problems(problems)) => bail!("{}", in_lines(&problems)),
        Err(error) => Err(error.into()),
    }
}

fn kind_of(content: &str) -> EventKind {
    let word = event_file::kind_of(content);
    let kinds = [EventKind::Conference, EventKind::Gathering];
    kinds.into_iter().find(|kind| kind.word() == word).unwrap_or(EventKind::Webinar)
}

/// Files that come together and want the same slug for events of different kinds: the first has it.
fn clashing(events: &[&(String, String)]) -> Vec<Problem> {
    let mut first: BTreeMap<String, EventKind> = BTreeMap::new();
    let mut problems = Vec::new();
    for (name, content) in events {
        let Some(slug) = event_file::slug_of(content) else { continue };
        let kind = *first.entry(slug).or_insert_with(|| kind_of(content));
        if kind != kind_of(content) {
            problems.extend(event_file::slug_taken(content, name, kind));
        }
    }
    problems
}

fn holds_series(content: &str) -> bool {
    event_file::said_kind(content).as_deref() == Some("series")
}

fn holds_organisations(content: &str) -> bool {
    content.lines().any(|line| line.trim() == "[[organisation]]")
}

fn in_lines<P: std::fmt::Display>(problems: &[P]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    format!("nothing was imported:\n{}", lines.join("\n"))
}

/// How long an import waits for what it said to be carried and done.
const PATIENCE: Duration = Duration::from_secs(30);

/// Sees to it that what was said reaches the other services.
///
/// While a small installation is not served, this process does what it would do until nothing is left. Otherwise it only
/// waits for those who run.
pub(super) async fn carry(house: &House) -> anyhow::Result<()> {
    let here = if house.large() { None } else { house.alone(&SERVICES)? };
    let own = House { stop: house.stop.child_token(), carrier: Carrier::of(&house.settings)?, ..house.clone() };
    let mut running = JoinSet::new();
    if here.is_some() {
        for service in own.services(&SERVICES).await? {
            for task in service.tasks {
                running.spawn(task);
            }
        }
    }
    let begun = Instant::now();
    let mut left = own.under_way().await?;
    while left > 0 && begun.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(50)).await;
        left = own.under_way().await?;
    }
    own.stop.cancel();
    while let Some(ended) = running.join_next().await {
        ended??;
    }
    if left > 0 {
        let seconds = PATIENCE.as_secs();
        line(format_args!("After {seconds} s {left} messages are still on their way: is every service running?"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::clashing;

    #[test]
    fn files_that_come_together_do_not_share_a_slug_across_kinds() {
        let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let webinar = file("a.toml", "slug = \"byliv\"\n");
        let again = file("b.toml", "# The same once more.\nslug = \"byliv\"\n");
        let conference = file("c.toml", "kind = \"conference\"\nslug = \"byliv\"\n");
        assert_eq!(clashing(&[&webinar, &again]), []);
        let problems = clashing(&[&webinar, &conference, &again]);
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let sentence = "`byliv` is the slug of a webinar already: no two events have the same, of whatever kind";
        assert_eq!(told, [format!("c.toml:2:8: {sentence}")]);
    }
}
