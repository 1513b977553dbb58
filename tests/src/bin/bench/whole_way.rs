//! From the form that is sent to the letter that a mail server has accepted.

use crate::signing_up::{hot_event, import};
use crate::table::{Report, Spread};
use host::testing::{Kind, place, server};
use migrations::SERVICES;
use serde_json::json;
use std::time::{Duration, Instant};
use tests::process::{Process, command};
use tests::{Sink, Webinar};

const PEOPLE: usize = 300;

/// Without a broker first: it begins the table.
pub(crate) async fn measure(broker: bool, report: &mut Report) {
    let sink = Sink::start().await;
    let mut place = place(if broker { Kind::Postgres } else { Kind::Sqlite });
    place.settings.smtp = Some(sink.url());
    if !broker {
        report.section("Form sent to letter handed over, 20 a second", &["way", "p50", "p99"]);
    }
    let running = if broker {
        place.settings.broker = Some(server("MOTEPLASS_TEST_AMQP"));
        let prepared = command(&place.settings, &["prepare"]).await;
        assert!(prepared.status.success(), "{}", String::from_utf8_lossy(&prepared.stderr));
        let mut running = Vec::new();
        for service in SERVICES {
            running.push(Process::start(&place.settings, &[service]).await);
        }
        import(
            &place.settings,
            Webinar { start: "2099-03-17T10:00:00", end: "2099-03-17T11:00:00", ..Webinar::default() },
        )
        .await;
        running
    } else {
        vec![hot_event(&place.settings).await]
    };
    let at =
        if broker { SERVICES.iter().position(|service| *service == "registration").expect("it is one") } else { 0 };
    let url = running[at].url("/api/v1/events/torg/registrations");
    let client = reqwest::Client::new();
    let mut sent = Vec::new();
    let mut rounds = tokio::time::interval(Duration::from_millis(50));
    let listening = tokio::spawn(arrivals(sink, PEOPLE));
    for n in 0..PEOPLE {
        rounds.tick().await;
        let body = json!({
            "name": format!("Person {n}"), "email": format!("p{n}@example.no"), "language": "nn",
            "answers": { "municipality": "1577" }, "choices": [],
        });
        sent.push(Instant::now());
        let answer = client.post(&url).json(&body).send().await.expect("an answer");
        assert_eq!(answer.status().as_u16(), 201);
    }
    let arrived = listening.await.expect("the letters come");
    let times = sent.iter().enumerate().map(|(n, at)| arrived[&format!("p{n}@example.no")] - *at).collect();
    let spread = Spread::of(times);
    let way =
        if broker { "PostgreSQL, RabbitMQ, a process for each service" } else { "SQLite, in process, one process" };
    report.row(vec![way.to_owned(), spread.percentile(50), spread.percentile(99)]);
}

/// When the letter to each address was accepted, to about a millisecond.
async fn arrivals(sink: Sink, people: usize) -> std::collections::BTreeMap<String, Instant> {
    let (mut arrived, begun) = (std::collections::BTreeMap::new(), Instant::now());
    let mut seen = 0;
    while arrived.len() < people {
        assert!(begun.elapsed() < Duration::from_secs(120), "only {} letters came", arrived.len());
        if sink.count() > seen {
            let letters = sink.letters();
            for letter in &letters[seen..] {
                arrived.entry(letter.recipient.clone()).or_insert_with(Instant::now);
            }
            seen = letters.len();
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    arrived
}
