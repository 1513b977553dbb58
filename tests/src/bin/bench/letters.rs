//! Letters with a calendar part, made and handed over, against lettre handing over a fixed body on its own connections.

use crate::table::{Report, rate};
use axum::http::Method;
use chrono::TimeDelta;
use futures::StreamExt;
use host::testing::Kind;
use lettre::address::Envelope;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::extension::ClientId;
use serde_json::json;
use std::time::{Duration, Instant};
use tests::{Sink, Way, Webinar, World};

const LETTERS: usize = 2_000;
const CONNECTIONS: usize = 4;
const PATIENCE: Duration = Duration::from_secs(300);

pub(crate) async fn measure(report: &mut Report) {
    report.section(
        "Letters with a calendar part: an event moves, due to accepted",
        &["database", "letters/s", "bare lettre, fixed body, as many connections, letters/s", "ratio"],
    );
    for kind in [Kind::Sqlite, Kind::Postgres] {
        let (ours, example) = ours(kind).await;
        let bare = bare(&example).await;
        report.row(vec![
            format!("{kind:?}"),
            format!("{ours:.0}"),
            format!("{bare:.0}"),
            format!("{:.2}", ours / bare),
        ]);
    }
}

/// Letters a second that go out when an event with so many people in it has moved, and one of them.
async fn ours(kind: Kind) -> (f64, Vec<u8>) {
    let world = World::begin(Way { database: kind, broker: false }).await;
    let webinar = Webinar { capacity: 5_000, ..Webinar::default() };
    world.webinar(&webinar).await;
    let people = futures::stream::iter(0..LETTERS).map(|n| {
        let mut visitor = world.visitor("nn");
        async move {
            let body = json!({
                "name": format!("Person {n}"), "email": format!("p{n}@example.no"), "language": "nn",
                "answers": { "municipality": "1577" }, "choices": [],
            });
            let path = "/api/v1/events/torg/registrations";
            let (status, _) = visitor.json(Method::POST, path, None, &body).await;
            assert_eq!(status, 201);
        }
    });
    people.buffer_unordered(64).collect::<Vec<()>>().await;
    world.settle_within(PATIENCE).await;
    let before = world.sink.count();
    world.webinar(&Webinar { start: "2027-03-17T10:00:00", end: "2027-03-17T11:00:00", ..webinar }).await;
    assert_eq!(world.sink.count(), before, "edits are gathered before they are told");
    let begun = Instant::now();
    world.house.clock.advance(TimeDelta::minutes(11));
    while world.sink.count() < before + LETTERS {
        assert!(begun.elapsed() < PATIENCE, "only {} letters came", world.sink.count() - before);
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    let took = begun.elapsed();
    let example = world.sink.letters().swap_remove(before).bytes;
    world.end().await;
    (rate(LETTERS, took), example)
}

async fn bare(body: &[u8]) -> f64 {
    let sink = Sink::start().await;
    let begun = Instant::now();
    let workers = (0..CONNECTIONS).map(|_| {
        let address = sink.address;
        async move {
            let stream = tokio::net::TcpStream::connect(address).await.expect("a connection");
            stream.set_nodelay(true).expect("no delay");
            let hello = ClientId::Domain("bench".to_owned());
            let mut connection =
                AsyncSmtpConnection::connect_with_transport(Box::new(stream), &hello).await.expect("a greeting");
            let envelope = Envelope::new(
                Some("a@example.no".parse().expect("an address")),
                vec!["b@example.no".parse().expect("an address")],
            )
            .expect("an envelope");
            for _ in 0..LETTERS / CONNECTIONS {
                connection.send(&envelope, body).await.expect("accepted");
            }
        }
    });
    futures::future::join_all(workers).await;
    rate(LETTERS, begun.elapsed())
}
