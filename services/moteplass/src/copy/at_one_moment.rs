//! The services' files belong together: what one has said another may have heard. So all of them are copied as they were at
//! one moment. Nobody writes during that moment; the copying itself holds up nobody.

use anyhow::{Context, bail};
use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use tokio::time::sleep;

/// How long one file is waited for while others are held. For all of them together that is less than the three seconds for
/// which somebody who signs up waits for the file.
const A_MOMENT: Duration = Duration::from_millis(400);
/// How long it may take until every copy has begun.
const A_WHILE: Duration = Duration::from_secs(3);
/// That little of a copy, in pages, is kept in memory: its file grows at once, by which it is seen that the copy has begun.
const LITTLE: &str = "PRAGMA cache_size = 10";
/// The pause before all are tried again.
const PAUSE: Duration = Duration::from_millis(100);
/// How long it is tried.
const PATIENCE: Duration = Duration::from_secs(60);
/// SQLite does not wait by itself, since it looks more and more seldom: where one writer follows another a file is free for less than
/// a millisecond at a time, and whoever comes by ten times in a second never finds it so.
const AT_ONCE: &str = "PRAGMA busy_timeout = 0";
/// How often to look whether a file is free, or every copy has begun.
const LOOK: Duration = Duration::from_millis(1);

/// Copies each of these files to the place beside it. Tells the moment, and for how long nobody could write.
pub(super) async fn copy(files: &[(PathBuf, PathBuf)]) -> anyhow::Result<(DateTime<Utc>, Duration)> {
    let mut open_files = Vec::with_capacity(files.len());
    for (file, _) in files {
        let file = open(file, A_MOMENT).await?;
        file.execute_unprepared(AT_ONCE).await?;
        open_files.push(file);
    }
    let copied = from(&open_files, files).await;
    // Nothing is left beside the files: it would belong to whoever made the copy.
    for file in open_files {
        file.close().await?;
    }
    copied
}

async fn from(
    open_files: &[DatabaseConnection],
    files: &[(PathBuf, PathBuf)],
) -> anyhow::Result<(DateTime<Utc>, Duration)> {
    let begun = Instant::now();
    loop {
        let since = Instant::now();
        match lock(open_files).await {
            Ok(locks) => {
                let moment = Utc::now();
                let freed = under(locks, files).await?;
                return Ok((moment, freed - since));
            }
            // Somebody holds one of them for longer. Nobody is kept waiting for the others meanwhile.
            Err(busy) if begun.elapsed() > PATIENCE => {
                bail!("the files were never free at the same time: {busy}");
            }
            Err(_) => sleep(PAUSE).await,
        }
    }
}

/// Keeps everybody from writing into any of them; reading goes on.
async fn lock(files: &[DatabaseConnection]) -> Result<Vec<DatabaseTransaction>, DbErr> {
    let mut locks = Vec::with_capacity(files.len());
    for file in files {
        match lock_one(file).await {
            Ok(lock) => locks.push(lock),
            Err(error) => {
                free(locks).await;
                return Err(error);
            }
        }
    }
    Ok(locks)
}

async fn lock_one(file: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let since = Instant::now();
    loop {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        match file.begin_with_options(options).await {
            Err(_) if since.elapsed() < A_MOMENT => sleep(LOOK).await,
            locked => return locked,
        }
    }
}

async fn free(locks: Vec<DatabaseTransaction>) {
    for lock in locks {
        // One that cannot be given back is gone with its connection.
        drop(lock.rollback().await);
    }
}

/// Begins every copy while nobody writes, lets them write again, and finishes.
async fn under(locks: Vec<DatabaseTransaction>, files: &[(PathBuf, PathBuf)]) -> anyhow::Result<Instant> {
    let mut copying = JoinSet::new();
    for (file, to) in files {
        copying.spawn(vacuum(file.clone(), to.clone()));
    }
    let begins = until_begun(&mut copying, files).await;
    free(locks).await;
    let freed = Instant::now();
    begins?;
    while let Some(copied) = copying.join_next().await {
        copied??;
    }
    Ok(freed)
}

/// Waits until every copy sees its file as it is now: SQLite begins to read before it writes the first page of a copy.
async fn until_begun(copying: &mut JoinSet<anyhow::Result<()>>, files: &[(PathBuf, PathBuf)]) -> anyhow::Result<()> {
    let begun = |to: &Path| std::fs::metadata(to).is_ok_and(|file| file.len() > 0);
    let since = Instant::now();
    while !files.iter().all(|(_, to)| begun(to)) {
        if let Some(ended) = copying.try_join_next() {
            ended??;
        }
        if since.elapsed() > A_WHILE {
            bail!("the copies were not begun in time: the disk is too slow or too busy");
        }
        sleep(LOOK).await;
    }
    Ok(())
}

/// One file, without what was deleted from it and without what a running program keeps beside it.
async fn vacuum(file: PathBuf, to: PathBuf) -> anyhow::Result<()> {
    let name = to.to_str().context("the name of the folder is not text")?.replace('\'', "''");
    let db = open(&file, A_WHILE).await?;
    db.execute_unprepared(LITTLE).await?;
    let copied = db.execute_unprepared(&format!("VACUUM INTO '{name}'")).await;
    copied.with_context(|| format!("cannot copy {}", file.display()))?;
    db.close().await?;
    Ok(())
}

/// A connection of its own to a file that is there.
async fn open(file: &Path, patience: Duration) -> anyhow::Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rw", file.display()));
    options.max_connections(1).min_connections(1).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(move |sqlite| sqlite.busy_timeout(patience));
    Database::connect(options).await.with_context(|| format!("cannot open {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::{copy, open};
    use sea_orm::{ConnectionTrait, DatabaseConnection};
    use std::path::{Path, PathBuf};
    use std::time::Duration;
    use tokio::task::JoinSet;

    const BEGIN: &str = "BEGIN IMMEDIATE";

    /// A file into which somebody has begun to write, and where its copy goes.
    async fn make(folder: &Path, name: &str) -> anyhow::Result<(DatabaseConnection, (PathBuf, PathBuf))> {
        let file = folder.join(name);
        std::fs::write(&file, [])?;
        let writer = open(&file, Duration::from_secs(10)).await?;
        for done in ["PRAGMA journal_mode = WAL", "CREATE TABLE said (word BLOB)", BEGIN] {
            writer.execute_unprepared(done).await?;
        }
        Ok((writer, (file, folder.join(format!("{name}.copy")))))
    }

    /// One transaction after the other, without a pause between them.
    async fn write(writer: DatabaseConnection) -> anyhow::Result<()> {
        loop {
            writer.execute_unprepared("INSERT INTO said VALUES (randomblob(500))").await?;
            tokio::time::sleep(Duration::from_millis(4)).await;
            writer.execute_unprepared("COMMIT").await?;
            writer.execute_unprepared(BEGIN).await?;
        }
    }

    #[tokio::test]
    async fn a_copy_is_made_though_somebody_writes_into_every_file_all_the_time() -> anyhow::Result<()> {
        let folder = std::env::temp_dir().join(format!("moteplass-writing-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let (mut writing, mut files) = (JoinSet::new(), Vec::new());
        for name in ["a", "b", "c"] {
            let (writer, file) = make(&folder, name).await?;
            writing.spawn(write(writer));
            files.push(file);
        }
        copy(&files).await?;
        assert!(writing.try_join_next().is_none(), "whoever writes goes on");
        writing.shutdown().await;
        assert!(files.iter().all(|(_, copied)| std::fs::metadata(copied).is_ok_and(|file| file.len() > 0)));
        std::fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
