use crate::House;
use crate::print::line;
use anyhow::{Context, bail};
use bus::Carrier;
use migrations::SERVICES;
use portal::ImportError;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Takes in organisations and events from files, in this order: each file holds the one or the other.
pub async fn run(house: &House, files: &[PathBuf]) -> anyhow::Result<()> {
    let mut read = Vec::with_capacity(files.len());
    for file in files {
        let content = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        read.push((file.display().to_string(), content));
    }
    // Events are checked against their organisation, so organisations come first whatever the order on the line.
    let (organisations, events): (Vec<_>, Vec<_>) = read.iter().partition(|(_, content)| holds_organisations(content));
    for group in [organisations, events] {
        for (name, content) in &group {
            line(take_in(house, name, content).await?);
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
        let host = house.host("portal").await?;
        return match portal::import_organisations(&host, content, name).await {
            Ok(done) => Ok(format!(
                "{name}: {} new, {} changed, {} as before",
                done.new.len(),
                done.changed.len(),
                done.same.len()
            )),
            Err(ImportError::Problems(problems)) => bail!("{}", in_lines(&problems)),
            Err(error) => Err(error.into()),
        };
    }
    match event_file::kind_of(content) {
        "conference" => conference(house, name, content).await,
        _ => webinar(house, name, content).await,
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
    Ok(format!("{name}: {facts}{programme}"))
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
async fn carry(house: &House) -> anyhow::Result<()> {
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
