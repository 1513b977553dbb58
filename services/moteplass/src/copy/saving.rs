use super::listing::{LISTING, Listing, check};
use super::{KEY, at_one_moment, file_of, make_folder, only_with_files, secure, settle};
use anyhow::{Context, bail};
use host::Settings;
use migrations::SERVICES;
use std::fs::File;
use std::path::{Path, PathBuf};

/// How a copy is called, by its moment; in the order of their names they are in the order of time.
const NAME: &str = "%Y-%m-%dT%H%M%SZ";

/// Copies a small installation into a folder of its own below `to`, while it runs or not, and tells which. Of those that are
/// there the newest `keep` are kept, or all.
pub(crate) async fn save(settings: &Settings, to: &Path, keep: Option<usize>) -> anyhow::Result<PathBuf> {
    only_with_files(settings)?;
    let data = &settings.data;
    let files = SERVICES.map(file_of);
    let files: Vec<&String> = files.iter().filter(|file| data.join(file).exists()).collect();
    if files.is_empty() {
        bail!("there are no databases in {}", data.display());
    }
    make_folder(to)?;
    let to = std::path::absolute(to)?;
    let alone = File::create(to.join("lock"))?;
    if alone.try_lock().is_err() {
        bail!("another copy is being made in {}", to.display());
    }
    let unfinished = to.join("unfinished");
    if unfinished.exists() {
        std::fs::remove_dir_all(&unfinished)?;
    }
    make_folder(&unfinished)?;
    let both: Vec<_> = files.iter().map(|file| (data.join(file), unfinished.join(file))).collect();
    let (moment, held) = at_one_moment::copy(&both).await?;
    if data.join(KEY).exists() {
        std::fs::copy(data.join(KEY), unfinished.join(KEY)).context("cannot copy the key")?;
    }
    let listing = Listing::of(&unfinished, moment).await?;
    std::fs::write(unfinished.join(LISTING), serde_json::to_vec_pretty(&listing)?)?;
    for file in listing.files.keys().map(String::as_str).chain([LISTING]) {
        secure(&unfinished.join(file))?;
    }
    check(&unfinished).await.context("what was just copied is not whole")?;
    settle(&unfinished)?;
    let done = to.join(moment.format(NAME).to_string());
    std::fs::rename(&unfinished, &done).with_context(|| format!("cannot make {}", done.display()))?;
    settle(&to)?;
    tracing::info!(duration_ms = held.as_secs_f64() * 1000.0, "a copy was made; for so long nobody could write");
    if let Some(keep) = keep {
        remove_older(&to, keep)?;
    }
    Ok(done)
}

/// Removes all copies but the newest.
fn remove_older(to: &Path, keep: usize) -> anyhow::Result<()> {
    let mut copies = Vec::new();
    for entry in std::fs::read_dir(to)? {
        let entry = entry?;
        let is_copy = chrono::NaiveDateTime::parse_from_str(&entry.file_name().to_string_lossy(), NAME).is_ok();
        if is_copy && entry.path().join(LISTING).exists() {
            copies.push(entry.path());
        }
    }
    copies.sort_unstable();
    for old in &copies[..copies.len().saturating_sub(keep)] {
        std::fs::remove_dir_all(old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    Ok(())
}
