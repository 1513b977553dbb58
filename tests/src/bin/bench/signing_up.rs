//! One hot event: from the HTTP request to the answer that is committed.

use crate::raw;
use crate::table::{Report, Spread, rate};
use host::testing::{Kind, place};
use serde_json::json;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tests::process::{Process, command};
use tests::{Sink, Webinar};

const TIME: Duration = Duration::from_secs(5);

pub(crate) async fn measure(kind: Kind, report: &mut Report) {
    let title = format!("Sign-ups for one hot event, HTTP to committed answer, {kind:?}");
    report.section(&title, &["clients", "sign-ups/s", "p50", "p99", "single-row inserts/s", "ratio"]);
    for clients in [1, 16, 64, 256] {
        let limit = raw::inserts(kind, clients, TIME).await;
        let (got, spread) = sign_ups(kind, clients).await;
        report.row(vec![
            clients.to_string(),
            format!("{got:.0}"),
            spread.percentile(50),
            spread.percentile(99),
            format!("{limit:.0}"),
            format!("{:.2}", got / limit),
        ]);
    }
}

async fn sign_ups(kind: Kind, clients: usize) -> (f64, Spread) {
    let sink = Sink::start().await;
    let mut place = place(kind);
    place.settings.smtp = Some(sink.url());
    let process = hot_event(&place.settings).await;
    let url = process.url("/api/v1/events/torg/registrations");
    let client = reqwest::Client::builder().pool_max_idle_per_host(clients).build().expect("a client");
    let (number, times, begun) = (AtomicUsize::new(0), Mutex::new(Vec::new()), Instant::now());
    let workers = (0..clients).map(|_| async {
        while begun.elapsed() < TIME {
            let n = number.fetch_add(1, Ordering::Relaxed);
            let body = json!({
                "name": format!("Person {n}"), "email": format!("p{n}@example.no"), "language": "nn",
                "answers": { "municipality": "1577" }, "choices": [],
            });
            let asked = Instant::now();
            let answer = client.post(&url).header("idempotency-key", format!("k{n}")).json(&body).send().await;
            assert_eq!(answer.expect("an answer").status().as_u16(), 201);
            times.lock().expect("nobody panicked").push(asked.elapsed());
        }
    });
    futures::future::join_all(workers).await;
    let took = begun.elapsed();
    drop(process);
    let times = times.into_inner().expect("nobody panicked");
    (rate(times.len(), took), Spread::of(times))
}

/// The program, with one event that everybody wants to come to.
pub(crate) async fn hot_event(settings: &host::Settings) -> Process {
    let prepared = command(settings, &["prepare"]).await;
    assert!(prepared.status.success(), "{}", String::from_utf8_lossy(&prepared.stderr));
    import(
        settings,
        Webinar { capacity: 500, start: "2099-03-17T10:00:00", end: "2099-03-17T11:00:00", ..Webinar::default() },
    )
    .await;
    Process::start(settings, &[]).await
}

/// Takes in the organisation and an event.
pub(crate) async fn import(settings: &host::Settings, webinar: Webinar) {
    std::fs::create_dir_all(&settings.data).expect("a folder");
    let mut files = Vec::new();
    for (name, content) in
        [("organisations.toml", tests::world::ORGANISATIONS.to_owned()), ("torg.toml", webinar.toml())]
    {
        let file = settings.data.join(name);
        std::fs::write(&file, content).expect("a file");
        files.push(file.to_str().expect("a name").to_owned());
    }
    for file in files {
        let imported = command(settings, &["import", &file]).await;
        assert!(imported.status.success(), "{}", String::from_utf8_lossy(&imported.stderr));
    }
}
