//! Networks, gatherings and lists of municipalities.

use super::in_lines;
use crate::House;
use crate::print::line;
use anyhow::{Context, bail};
use chrono::NaiveDate;
use gathering::{Facts, ImportError};
use std::path::{Path, PathBuf};

/// The word that a file of a network says it is about.
const NETWORK: &str = "network";

pub(super) fn holds_network(content: &str) -> bool {
    event_file::said_kind(content).as_deref() == Some(NETWORK)
}

/// Takes in a network whose members are in a file beside it.
pub(super) async fn network(house: &House, name: &str, content: &str) -> anyhow::Result<String> {
    let Some(members) = gathering::members_file(content) else {
        bail!("nothing was imported:\n{name}: `members` must name the file with the members, in the same folder")
    };
    let beside = Path::new(name).parent().unwrap_or_else(|| Path::new("")).join(&members);
    let table = std::fs::read(&beside).with_context(|| format!("cannot read {}", beside.display()))?;
    take_in_network(house, (name, content), (&members, &table)).await
}

/// Takes in a network and its members.
pub async fn take_in_network(
    house: &House,
    (name, content): (&str, &str),
    (table_name, table): (&str, &[u8]),
) -> anyhow::Result<String> {
    let host = house.host("gathering").await?;
    let done = match gathering::import_network(&host, (content, name), (table, table_name)).await {
        Ok(done) => done,
        Err(ImportError::Problems(problems)) => bail!("{}", in_lines(&problems)),
        Err(error) => return Err(error.into()),
    };
    let changed = if done.changed { "" } else { ", as before" };
    Ok(format!(
        "{name}: {} has {} members with {} municipalities{changed}",
        done.slug, done.members, done.municipalities
    ))
}

pub(super) async fn gathering(house: &House, name: &str, content: &str) -> anyhow::Result<String> {
    let done = match gathering::import(&house.host("gathering").await?, content, name).await {
        Ok(done) => done,
        Err(ImportError::Problems(problems)) => bail!("{}", in_lines(&problems)),
        Err(error) => return Err(error.into()),
    };
    let slug = &done.slug;
    let facts = match done.facts {
        Facts::New => format!("{slug} is published"),
        Facts::Changed { revision } => format!("{slug} is changed, revision {revision}"),
        Facts::Quiet => format!("{slug} has other rules for delegations; those that are there keep their seats"),
        Facts::Cancelled => format!("{slug} is cancelled, and everybody in it is told"),
        Facts::Unchanged => format!("{slug} is as before"),
    };
    let delegations = match done.delegations {
        0 => String::new(),
        many => format!("; {many} members are expected, and invited when an organiser says so"),
    };
    Ok(format!("{name}: {facts}{delegations}"))
}

/// Takes in lists of municipalities as SSB's Klass has them.
pub(super) async fn municipalities(house: &House, files: &[PathBuf], from: Option<NaiveDate>) -> anyhow::Result<()> {
    let Some(from) = from else { bail!("say from which day the list holds: --gyldig-fra 2027-01-01") };
    for file in files {
        let name = file.display().to_string();
        let bytes = std::fs::read(file).with_context(|| format!("cannot read {name}"))?;
        let host = house.host("gathering").await?;
        let done = match gathering::import_municipalities(&host, &bytes, &name, from).await {
            Ok(done) => done,
            Err(ImportError::Problems(problems)) => bail!("{}", in_lines(&problems)),
            Err(error) => return Err(error.into()),
        };
        line(format_args!("{name}: {} municipalities, {} of them new, changed or ended", done.listed, done.changed));
        if !done.damaged.is_empty() {
            let numbers = done.damaged.join(", ");
            line(format_args!("{name}: letters are lost in the names of {numbers}; the names that were known stay"));
        }
    }
    Ok(())
}
