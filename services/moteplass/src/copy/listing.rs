//! What a copy says about itself, and whether it is so.

use super::{KEY, file_of};
use anyhow::{Context, bail};
use chrono::{DateTime, Utc};
use migrations::SERVICES;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The file in a copy that says what is in it.
pub(super) const LISTING: &str = "copy.json";

/// What is in a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Listing {
    /// The version of the program that made it.
    pub(crate) program: String,
    /// The moment as of which it is.
    pub(crate) taken_at: DateTime<Utc>,
    /// By name.
    pub(crate) files: BTreeMap<String, Listed>,
}

/// One file of a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Listed {
    pub(crate) bytes: u64,
    pub(crate) sha256: String,
    /// The changes that the tables in it have seen; none where it is no database.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) changes: Vec<String>,
}

impl Listing {
    /// What lies in a folder that is to become a copy.
    pub(super) async fn of(folder: &Path, taken_at: DateTime<Utc>) -> anyhow::Result<Self> {
        let mut files = BTreeMap::new();
        for service in SERVICES {
            let file = folder.join(file_of(service));
            if file.exists() {
                let db = look(&file).await?;
                let changes = migrations::seen(&db).await?;
                db.close().await?;
                let (bytes, sha256) = digest(&file)?;
                files.insert(file_of(service), Listed { bytes, sha256, changes });
            }
        }
        if folder.join(KEY).exists() {
            let (bytes, sha256) = digest(&folder.join(KEY))?;
            files.insert(KEY.to_owned(), Listed { bytes, sha256, changes: Vec::new() });
        }
        Ok(Self { program: env!("CARGO_PKG_VERSION").to_owned(), taken_at, files })
    }

    /// The services whose data are in it.
    pub(crate) fn services(&self) -> impl Iterator<Item = &'static str> {
        SERVICES.into_iter().filter(|service| self.files.contains_key(&file_of(service)))
    }

    /// Whether this program understands the tables in it. Those of an earlier release are brought up to date at the start.
    pub(super) fn understood(&self) -> anyhow::Result<()> {
        for service in self.services() {
            let seen = self.files.get(&file_of(service)).map(|file| file.changes.as_slice()).unwrap_or_default();
            let unknown = migrations::unknown(service, seen);
            if !unknown.is_empty() {
                let unknown = unknown.join(", ");
                bail!("the copy is of a later release: this program does not know {unknown} of {service}");
            }
        }
        Ok(())
    }
}

/// Whether a copy is whole: every file is as it was copied, and no database is damaged. Tells what is in it.
pub(crate) async fn check(copy: &Path) -> anyhow::Result<Listing> {
    let file = copy.join(LISTING);
    let written =
        std::fs::read(&file).with_context(|| format!("{} is no copy: {LISTING} is missing", copy.display()))?;
    let listing: Listing =
        serde_json::from_slice(&written).with_context(|| format!("cannot read {}", file.display()))?;
    for (name, listed) in &listing.files {
        let service = SERVICES.into_iter().find(|service| file_of(service) == *name);
        if service.is_none() && name != KEY {
            bail!("{name} does not belong into a copy");
        }
        let file = copy.join(name);
        let (bytes, sha256) = digest(&file)?;
        if (bytes, &sha256) != (listed.bytes, &listed.sha256) {
            bail!("{} is not as it was copied", file.display());
        }
        if service.is_some() {
            intact(&file).await?;
        }
    }
    if listing.services().next().is_none() {
        bail!("there is no database in {}", copy.display());
    }
    Ok(listing)
}

async fn intact(file: &Path) -> anyhow::Result<()> {
    let db = look(file).await?;
    let answer =
        db.query_one_raw(sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, "PRAGMA integrity_check"));
    let found: Option<String> = answer.await?.map(|row| row.try_get_by_index(0)).transpose()?;
    db.close().await?;
    match found.as_deref() {
        Some("ok") => Ok(()),
        found => bail!("{} is damaged: {}", file.display(), found.unwrap_or_default()),
    }
}

/// Opens a file of a copy to look into it, and leaves nothing beside it.
async fn look(file: &Path) -> anyhow::Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=ro&immutable=true", file.display()));
    options.max_connections(1).min_connections(1).sqlx_logging(false);
    Database::connect(options).await.with_context(|| format!("cannot open {}", file.display()))
}

/// Length and SHA-256 of a file.
fn digest(file: &Path) -> anyhow::Result<(u64, String)> {
    let mut open = File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
    let (mut hash, mut length, mut piece) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        let read = open.read(&mut piece).with_context(|| format!("cannot read {}", file.display()))?;
        if read == 0 {
            let written = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
            return Ok((length, written));
        }
        length += u64::try_from(read)?;
        hash.update(&piece[..read]);
    }
}
