//! Every table, one module for each service and one file for each change.
//!
//! SQLite and PostgreSQL are made from one source. A change expands first and contracts in a later release, since the
//! old program must live with the new tables while it is being replaced.

#![expect(elided_lifetimes_in_paths, reason = "the trait of sea-orm-migration is written so, and must be matched")]

pub mod bus_tables;
pub mod conference;
pub mod gathering;
mod m20261124_001401_note_subjects;
pub mod mail;
pub mod portal;
pub mod registration;
pub mod webinar;

use sea_orm_migration::sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, EntityTrait, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use sea_orm_migration::{MigratorTrait, SchemaManager, seaql_migrations};
use std::collections::BTreeSet;

/// The services that keep tables, in the order in which a small installation starts them.
pub const SERVICES: [&str; 6] = ["portal", "registration", "conference", "webinar", "gathering", "mail"];

/// Brings a service's tables up to date.
///
/// Several processes may do it at the same moment: on PostgreSQL they queue up behind a lock, on SQLite behind the file's.
pub async fn up(service: &str, db: &DatabaseConnection) -> Result<(), DbErr> {
    match service {
        "conference" => run::<conference::Migrator>(db).await,
        "gathering" => run::<gathering::Migrator>(db).await,
        "mail" => run::<mail::Migrator>(db).await,
        "portal" => run::<portal::Migrator>(db).await,
        "registration" => run::<registration::Migrator>(db).await,
        "webinar" => run::<webinar::Migrator>(db).await,
        _ => Err(DbErr::Custom(format!("no service is called `{service}`"))),
    }
}

/// The number under which migrating processes queue up; any number that nothing else here uses.
const LOCK: i64 = 7_301_442_001;

async fn run<M: MigratorTrait>(db: &DatabaseConnection) -> Result<(), DbErr> {
    // On SQLite the transaction takes the file's write lock at once, and everybody else waits.
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let lock = db.begin_with_options(options).await?;
    if db.get_database_backend() == DbBackend::Postgres {
        lock.execute_unprepared("SET LOCAL lock_timeout = '120s'; SET LOCAL idle_in_transaction_session_timeout = 0")
            .await?;
        lock.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await?;
    }
    // Those of an earlier release find nothing to do, and changes that they do not know.
    if !unseen::<M>(&SchemaManager::new(&lock)).await?.is_empty() {
        M::up(&lock, None).await?;
    }
    lock.commit().await
}

/// The changes that tables have not seen yet, by name. Only reads: a service may not be allowed to make tables. What they have
/// seen of a later release does not matter: while it takes over, this one goes on, and is started again when it must be.
async fn unseen<M: MigratorTrait>(schema: &SchemaManager<'_>) -> Result<Vec<String>, DbErr> {
    let seen: BTreeSet<String> = match schema.has_table("seaql_migrations").await? {
        true => {
            let noted = seaql_migrations::Entity::find().all(schema.get_connection()).await?;
            noted.into_iter().map(|one| one.version).collect()
        }
        false => BTreeSet::new(),
    };
    Ok(M::migrations().iter().map(|one| one.name().to_owned()).filter(|name| !seen.contains(name)).collect())
}

/// The changes that the tables in a database have seen, by name, oldest first.
pub async fn seen(db: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    let noted = seaql_migrations::Entity::find().all(db).await?;
    let mut names: Vec<String> = noted.into_iter().map(|one| one.version).collect();
    names.sort_unstable();
    Ok(names)
}

/// Those among the changes that tables have seen which this program does not know: they are of a later release.
pub fn unknown<'a>(service: &str, seen: &'a [String]) -> Vec<&'a str> {
    fn names<M: MigratorTrait>() -> BTreeSet<String> {
        M::migrations().iter().map(|one| one.name().to_owned()).collect()
    }
    let known = match service {
        "conference" => names::<conference::Migrator>(),
        "gathering" => names::<gathering::Migrator>(),
        "mail" => names::<mail::Migrator>(),
        "portal" => names::<portal::Migrator>(),
        "registration" => names::<registration::Migrator>(),
        "webinar" => names::<webinar::Migrator>(),
        _ => BTreeSet::new(),
    };
    seen.iter().map(String::as_str).filter(|name| !known.contains(*name)).collect()
}

/// What `up` would still have to do, by name; empty when a service's tables are up to date.
pub async fn pending(service: &str, db: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    async fn names<M: MigratorTrait>(db: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
        unseen::<M>(&SchemaManager::new(db)).await
    }
    match service {
        "conference" => names::<conference::Migrator>(db).await,
        "gathering" => names::<gathering::Migrator>(db).await,
        "mail" => names::<mail::Migrator>(db).await,
        "portal" => names::<portal::Migrator>(db).await,
        "registration" => names::<registration::Migrator>(db).await,
        "webinar" => names::<webinar::Migrator>(db).await,
        _ => Err(DbErr::Custom(format!("no service is called `{service}`"))),
    }
}
