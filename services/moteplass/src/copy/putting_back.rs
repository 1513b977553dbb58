use super::listing::{Listing, check};
use super::{KEY, file_of, make_folder, only_with_files, secure, settle};
use anyhow::{Context, bail};
use chrono::{DateTime, Utc};
use host::{Database, Settings};
use migrations::SERVICES;
use std::os::unix::fs::{MetadataExt, chown};
use std::path::Path;

/// Puts a copy back into the data folder, where nothing must be that could be lost. Letters are held back in it until somebody
/// lets them go: those that went out after the copy was made would go out once more.
pub(crate) async fn put_back(settings: &Settings, copy: &Path, now: DateTime<Utc>) -> anyhow::Result<Listing> {
    only_with_files(settings)?;
    let listing = check(copy).await?;
    listing.understood()?;
    let data = &settings.data;
    make_folder(data)?;
    let files = SERVICES.map(file_of);
    let written = files.iter().flat_map(|file| ["", "-wal", "-shm"].map(|beside| format!("{file}{beside}")));
    if let Some(there) = written.chain([KEY.to_owned()]).find(|name| data.join(name).exists()) {
        bail!("{} is there already: move what is in {} away first", data.join(there).display(), data.display());
    }
    // Beside where it goes to, and moved at the end: what is half done is never taken for the installation.
    let unfinished = data.join("unfinished");
    if unfinished.exists() {
        std::fs::remove_dir_all(&unfinished)?;
    }
    make_folder(&unfinished)?;
    for name in listing.files.keys() {
        let file = unfinished.join(name);
        std::fs::copy(copy.join(name), &file).with_context(|| format!("cannot copy {name}"))?;
        secure(&file)?;
    }
    if listing.services().any(|service| service == mail::NAME) {
        hold_letters_back(settings, &unfinished, now).await?;
    }
    let owner = std::fs::metadata(data)?;
    for name in listing.files.keys() {
        let file = unfinished.join(name);
        secure(&file)?;
        // Whoever puts it back may be somebody else than who runs it.
        chown(&file, Some(owner.uid()), Some(owner.gid())).with_context(|| format!("cannot give {name} away"))?;
    }
    for name in listing.files.keys() {
        std::fs::rename(unfinished.join(name), data.join(name)).with_context(|| format!("cannot move {name}"))?;
    }
    std::fs::remove_dir(&unfinished).context("something was left over beside what was put back")?;
    settle(data)?;
    Ok(listing)
}

async fn hold_letters_back(settings: &Settings, folder: &Path, now: DateTime<Utc>) -> anyhow::Result<()> {
    let there = Settings { data: folder.to_path_buf(), ..settings.clone() };
    let db = Database::open(&there, mail::NAME).await?;
    migrations::up(mail::NAME, &db.write).await?;
    mail::hold_back(&db, now, true).await?;
    db.close().await?;
    Ok(())
}
