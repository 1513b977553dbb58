//! Copies of a small installation: all services as they were at one moment, and putting that back.
//!
//! A large installation keeps its data in PostgreSQL, which is copied with PostgreSQL's own tools.

mod at_one_moment;
mod listing;
mod putting_back;
mod saving;

pub(crate) use listing::{Listing, check};
pub(crate) use putting_back::put_back;
pub(crate) use saving::save;

use anyhow::{Context, bail};
use host::Settings;
use std::fs::{DirBuilder, File, Permissions};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::Path;

/// The file with which links and cookies are signed. It is in a copy: without it no link that was sent works any more.
const KEY: &str = "key";
/// The file with which answers that few may see are sealed. It is in no copy: whoever finds one must not be able to read them.
pub(crate) const ANSWERS_KEY: &str = "answers_key";

/// The file of a service.
fn file_of(service: &str) -> String {
    format!("{service}.db")
}

fn only_with_files(settings: &Settings) -> anyhow::Result<()> {
    if settings.database.is_some() {
        bail!("the data are in PostgreSQL: `deploy/backup/postgres` copies them and puts them back");
    }
    Ok(())
}

/// A folder that only its owner can look into. One that is there stays as it is.
fn make_folder(folder: &Path) -> anyhow::Result<()> {
    let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.with_context(|| format!("cannot make {}", folder.display()))
}

/// Lets only its owner read a file, and waits until it is on the disk.
fn secure(file: &Path) -> anyhow::Result<()> {
    let secured = || {
        std::fs::set_permissions(file, Permissions::from_mode(0o600))?;
        File::open(file)?.sync_all()
    };
    secured().with_context(|| format!("cannot keep {}", file.display()))
}

/// Waits until it is on the disk which files there are in a folder.
fn settle(folder: &Path) -> anyhow::Result<()> {
    File::open(folder).and_then(|open| open.sync_all()).with_context(|| format!("cannot keep {}", folder.display()))
}
