use crate::Settings;
use anyhow::Context;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use std::path::Path;
use std::time::Duration;

/// One service's database: a SQLite file, or a schema in PostgreSQL.
#[derive(Clone)]
pub struct Database {
    /// For writing. With SQLite it has exactly one connection, since there is one writer at a time.
    pub write: DatabaseConnection,
    /// For reading only. The same as `write` on PostgreSQL.
    pub read: DatabaseConnection,
}

/// How long the database is waited for by whoever can as well come another time, and by everybody else. In milliseconds.
const SOON: u32 = 200;
const PATIENTLY: u32 = 10_000;

/// Limits that keep one stuck session from holding up the others.
const POSTGRES_LIMITS: [(&str, &str); 4] = [
    ("lock_timeout", "3s"),
    ("statement_timeout", "10s"),
    ("idle_in_transaction_session_timeout", "5s"),
    ("tcp_user_timeout", "10000"),
];

/// Whether a connection still works is asked when it has lain for so long. Asking each time would cost as much as many a
/// question, and one that was cut off in between fails the one question, as it would have a moment later.
const ASKED_AFTER: Duration = Duration::from_secs(1);

/// How much of a SQLite file the one connection that writes may keep in memory, in KiB.
const SQLITE_CACHE: &str = "-8000";

/// At how many pages of 4 KiB what was written is brought over from SQLite's log into the file itself. Each time waits for the
/// disk twice, and many a page that changes often is brought over once instead of many times.
const SQLITE_LOG: &str = "4000";

impl Database {
    /// Opens a service's database as the settings say. A SQLite file is made if it is not there.
    pub async fn open(settings: &Settings, service: &str) -> anyhow::Result<Self> {
        match &settings.database {
            Some(url) => Self::postgres(url, &settings.schema(service), settings.database_connections)
                .await
                .with_context(|| format!("cannot open the PostgreSQL schema `{}`", settings.schema(service))),
            None => {
                let file = settings.data.join(format!("{service}.db"));
                Self::sqlite(&file).await.with_context(|| format!("cannot open {}", file.display()))
            }
        }
    }

    async fn sqlite(file: &Path) -> anyhow::Result<Self> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let url = format!("sqlite://{}", file.display());
        let options = |read_only: bool| {
            let mut options = ConnectOptions::new(url.clone());
            options.max_connections(if read_only { 4 } else { 1 }).min_connections(1);
            options.acquire_timeout(Duration::from_secs(10)).sqlx_logging(false);
            options.test_before_acquire_if_idle_for(ASKED_AFTER);
            options.map_sqlx_sqlite_opts(move |o| {
                let o = if read_only { o } else { o.pragma("cache_size", SQLITE_CACHE) };
                o.create_if_missing(!read_only)
                    .journal_mode(SqliteJournalMode::Wal)
                    // NORMAL would lose committed sign-ups when the power goes.
                    .synchronous(SqliteSynchronous::Full)
                    .busy_timeout(Duration::from_millis(PATIENTLY.into()))
                    .foreign_keys(true)
                    // What is deleted is overwritten, and not only no longer listed.
                    .pragma("secure_delete", "ON")
                    .pragma("wal_autocheckpoint", SQLITE_LOG)
                    .read_only(read_only)
            });
            options
        };
        // The writer first: it makes the file.
        let write = sea_orm::Database::connect(options(false)).await?;
        let read = sea_orm::Database::connect(options(true)).await?;
        Ok(Self { write, read })
    }

    async fn postgres(url: &str, schema: &str, connections: u32) -> anyhow::Result<Self> {
        let mut options = ConnectOptions::new(url.to_owned());
        options.max_connections(connections).min_connections(0);
        options.acquire_timeout(Duration::from_secs(10)).connect_timeout(Duration::from_secs(10)).sqlx_logging(false);
        options.test_before_acquire_if_idle_for(ASKED_AFTER);
        options.set_schema_search_path(schema.to_owned());
        options.map_sqlx_postgres_opts(|o| o.options(POSTGRES_LIMITS));
        let both = sea_orm::Database::connect(options).await?;
        Ok(Self { write: both.clone(), read: both })
    }

    /// Makes the schema that a service keeps its tables in. Nothing to do for a file.
    pub async fn make_schema(settings: &Settings, service: &str) -> anyhow::Result<()> {
        let Some(url) = &settings.database else { return Ok(()) };
        let db = Self::postgres(url, "public", 1).await.context("cannot reach PostgreSQL")?;
        let schema = settings.schema(service);
        let made = db.write.execute_unprepared(&format!("CREATE SCHEMA IF NOT EXISTS \"{schema}\"")).await;
        if made.is_err() {
            // Two that make the same schema at once: one is refused although it says IF NOT EXISTS. Once more tells.
            db.write.execute_unprepared(&format!("CREATE SCHEMA IF NOT EXISTS \"{schema}\"")).await?;
        }
        db.write.clone().close().await?;
        Ok(())
    }

    /// Begins a transaction that writes. On SQLite it takes the write lock at once: one that reads first and writes
    /// later would fail as soon as another had written in between.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        self.write
            .begin_with_options(TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..TransactionOptions::default()
            })
            .await
    }

    /// Empties the file in which SQLite writes ahead: what was deleted could be read there until something else is written over it.
    /// While somebody reads from it, it is left as it is until the next time. Nothing to do in PostgreSQL.
    pub async fn empty_log(&self) -> Result<(), DbErr> {
        if self.is_postgres() {
            return Ok(());
        }
        // In one go, so that nobody else has the connection in between.
        let empty =
            format!("PRAGMA busy_timeout = {SOON}; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = {PATIENTLY}");
        self.write.execute_unprepared(&empty).await.map(drop)
    }

    /// True for PostgreSQL, where several processes write at once and rows must be locked.
    pub fn is_postgres(&self) -> bool {
        self.write.get_database_backend() == DbBackend::Postgres
    }

    /// Closes all connections, after which the files can be copied or removed.
    pub async fn close(self) -> Result<(), DbErr> {
        self.read.close().await?;
        self.write.close().await
    }
}
