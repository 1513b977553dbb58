//! The limit: durable inserts of a single row, nothing else, from as many clients.

use crate::table::rate;
use host::Database;
use host::testing::{Kind, place};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// Rows a second that so many clients insert, each its own committed transaction, into a fresh table.
pub(crate) async fn inserts(kind: Kind, clients: usize, time: Duration) -> f64 {
    let mut place = place(kind);
    // More connections than this make PostgreSQL slower on few cores.
    place.settings.database_connections = u32::try_from(clients.min(16)).expect("few");
    Database::make_schema(&place.settings, "raw").await.expect("a schema");
    let db = Database::open(&place.settings, "raw").await.expect("a database");
    let make =
        "CREATE TABLE raw (id VARCHAR(36) PRIMARY KEY, event VARCHAR(36) NOT NULL, content VARCHAR(400) NOT NULL)";
    db.write.execute_unprepared(make).await.expect("a table");
    let (done, begun) = (AtomicUsize::new(0), Instant::now());
    let insert = if db.is_postgres() {
        "INSERT INTO raw (id, event, content) VALUES ($1, $2, $3)"
    } else {
        "INSERT INTO raw (id, event, content) VALUES (?, ?, ?)"
    };
    let backend = if db.is_postgres() { DbBackend::Postgres } else { DbBackend::Sqlite };
    let workers = (0..clients).map(|_| async {
        while begun.elapsed() < time {
            let values = [Uuid::now_v7().to_string(), "event".to_owned(), "x".repeat(300)];
            let statement = Statement::from_sql_and_values(backend, insert, values.map(Into::into));
            db.write.execute_raw(statement).await.expect("an insert");
            done.fetch_add(1, Ordering::Relaxed);
        }
    });
    futures::future::join_all(workers).await;
    rate(done.load(Ordering::Relaxed), begun.elapsed())
}
