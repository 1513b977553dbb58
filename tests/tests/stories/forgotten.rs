//! Somebody wants to be forgotten. Once messages that were carried have been removed by time, no table of any service has a trace of
//! who they were.

use axum::http::StatusCode;
use chrono::TimeDelta;
use host::testing::Kind;
use migrations::SERVICES;
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use std::fmt::Write;
use tests::visitor::local;
use tests::{Way, Webinar, World};

const NAME: &str = "Aslaug Gløymsdatter";
const EMAIL: &str = "aslaug.g@gløymd.example.no";
/// What none of it may be found by, in small letters.
const TRACES: [&str; 5] = ["aslaug", "gløymsdatter", "gløymd", "xn--glymd", "skalldyr"];

/// One process with files, and services that meet at a broker.
const SMALL_AND_LARGE: [Way; 2] =
    [Way { database: Kind::Sqlite, broker: false }, Way { database: Kind::Postgres, broker: true }];

/// Everything in every table of a service as text, bytes as hexadecimal.
async fn everything(world: &World, service: &str) -> String {
    let db = &world.db(service).write;
    let ask = async |sql: String| -> Vec<String> {
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.expect("rows");
        rows.iter().map(|row| row.try_get_by_index::<String>(0).expect("text")).collect()
    };
    let sqlite = db.get_database_backend() == DatabaseBackend::Sqlite;
    let tables = ask(match sqlite {
        true => "SELECT name FROM sqlite_master WHERE type = 'table'".to_owned(),
        false => "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()".to_owned(),
    })
    .await;
    assert!(tables.iter().any(|table| table == "outbox"), "{tables:?}");
    let mut all = String::new();
    for table in tables {
        let rows = match sqlite {
            true => {
                let columns = ask(format!("SELECT name FROM pragma_table_info('{table}')")).await;
                let quoted: Vec<String> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
                ask(format!("SELECT {} FROM \"{table}\"", quoted.join(" || ',' || "))).await
            }
            false => ask(format!("SELECT row_to_json(t)::text FROM \"{table}\" t")).await,
        };
        for row in rows {
            writeln!(all, "{table}: {row}").expect("text");
        }
    }
    all.to_lowercase()
}

fn hexadecimal(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

/// Where somebody can be found.
async fn traces(world: &World) -> Vec<String> {
    let mut found = Vec::new();
    for service in SERVICES {
        for line in everything(world, service).await.lines() {
            if TRACES.iter().any(|trace| line.contains(trace) || line.contains(&hexadecimal(trace))) {
                found.push(format!("{service} {line}"));
            }
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_somebody_who_was_forgotten_there_is_no_trace_in_any_table() {
    for way in SMALL_AND_LARGE {
        let world = World::begin(way).await;
        for (slug, end) in [("torg", "2027-03-16T11:00:00"), ("haust", "2027-03-16T11:30:00")] {
            world.webinar(&Webinar { slug, end, ..Webinar::default() }).await;
            let path = format!("/pamelding/{slug}");
            let needs = [("q-needs", "yes"), ("q-needs_text", "Ikkje skalldyr")];
            let fields = [&[("name", NAME), ("email", EMAIL), ("q-municipality", "Volda")][..], &needs].concat();
            let page = world.visitor("nn").fill_in(&path, &path, &fields).await;
            assert_eq!(page.status, StatusCode::OK, "{way:?}: {}", page.words());
            world.sign_up(slug, "Ola Blir", "ola@example.no").await;
        }
        world.settle().await;
        assert!(traces(&world).await.iter().any(|trace| trace.starts_with("mail letter")), "{way:?}");
        let letters: Vec<_> =
            world.sink.letters().into_iter().filter(|letter| letter.text().contains("/mi/")).collect();
        assert!(!letters.is_empty(), "{way:?}");

        // One by one, on the page of the sign-up; the other by an operator who was written to.
        let own = letters.iter().find(|letter| letter.recipient.contains("aslaug")).expect("a letter");
        let link = local(&own.link("/mi/").expect("a link of one's own"));
        let mut visitor = world.visitor("nn");
        visitor.fill_in(&format!("{link}/meld-av"), &format!("{link}/meld-av"), &[]).await;
        visitor.fill_in(&format!("{link}/slett"), &format!("{link}/slett"), &[]).await;
        let host = world.house.host("registration").await.expect("a host");
        assert_eq!(registration::person::erase(&host, EMAIL).await.expect("deleted"), (1, 0), "{way:?}");

        // Longer than anything is kept that was said or heard.
        world.pass(TimeDelta::hours(1)).await;
        world.pass(TimeDelta::days(31)).await;
        world.pass(TimeDelta::hours(1)).await;
        let swept = async || traces(&world).await.is_empty();
        let begun = std::time::Instant::now();
        while !swept().await && begun.elapsed() < std::time::Duration::from_secs(10) {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        assert_eq!(traces(&world).await, Vec::<String>::new(), "{way:?}");
        assert!(everything(&world, "registration").await.contains("ola blir"), "{way:?}: only who wanted it is gone");
        world.end().await;
    }
}
