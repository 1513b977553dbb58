//! Ten thousand people of one event, as an organiser sees them: pages of the list, what is found in it, and all of them as a workbook.

use crate::fixed::Fixed;
use crate::load::Asking;
use crate::signing_up::import;
use crate::table::{Report, Spread, rate};
use chrono::{TimeDelta, Utc};
use host::testing::{Kind, place};
use reqwest::header::{COOKIE, SET_COOKIE};
use serde_json::json;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use tests::planning::editor;
use tests::process::{Process, command};
use tests::{Sink, Webinar};

const PEOPLE: u32 = 10_000;
const CLIENTS: usize = 64;
const TIME: Duration = Duration::from_secs(3);
/// For all letters.
const PATIENCE: Duration = Duration::from_secs(900);
const LIST: &str = "/arrangor/pameldingar/torg";
const FIRST: [&str; 12] =
    ["Åse", "Øystein", "Ærlend", "Kari", "Per", "Anne-Lise", "Bjørn", "Åge", "Dagny", "Einar", "Zara", "Çelik"];
const LAST: [&str; 11] = [
    "Nordmann",
    "Ødegård",
    "Åsen",
    "Aasen",
    "Hansen",
    "Đurić",
    "Lillevik",
    "Moe",
    "Vik",
    "Østby",
    "Persson-Kristiansen",
];

/// How something is asked for.
enum Asked<'a> {
    Get(&'a str),
    Post(&'a str, &'a [(&'a str, &'a str)]),
}

/// An organiser's browser.
struct Organiser {
    process: Process,
    client: reqwest::Client,
    cookies: String,
    csrf: String,
}

pub(crate) async fn measure(kind: Kind, report: &mut Report) {
    let sink = Sink::start_for_many().await;
    let mut place = place(kind);
    place.settings.smtp = Some(sink.url());
    let prepared = command(&place.settings, &["prepare"]).await;
    assert!(prepared.status.success(), "{}", String::from_utf8_lossy(&prepared.stderr));
    let (start, end) = ("2099-03-17T10:00:00", "2099-03-17T11:00:00");
    import(&place.settings, Webinar { capacity: PEOPLE, start, end, ..Webinar::default() }).await;
    let process = Process::start(&place.settings, &[]).await;
    sign_up(&process).await;
    // What is measured is the list, and not the list while ten thousand letters are written.
    let begun = Instant::now();
    while sink.count() < PEOPLE as usize {
        assert!(begun.elapsed() < PATIENCE, "some letters never came");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let (name, value) = editor(&place.settings, "distriktssenteret", Utc::now() + TimeDelta::days(1));
    let organiser = Organiser::open(process, format!("{name}={value}")).await;

    let title = format!("{PEOPLE} participants, against the same bytes lying ready, {kind:?}");
    let columns = ["what", "KB", "p50", "p99", "lying ready, p50", "ratio", "memory at most"];
    report.section(&title, &columns);
    let page = |query: &str| format!("{LIST}{query}");
    let by_name = page("?sorter=name&side=100");
    for (what, asked) in [
        ("first page", Asked::Get(LIST)),
        ("page 100, by number", Asked::Get(&page("?side=100"))),
        ("page 100, by name", Asked::Get(&by_name)),
        ("those who wait (nobody)", Asked::Get(&page("?status=waiting"))),
        ("search for a name", Asked::Post(LIST, &[("sok", "ødegård åse")])),
        ("as a workbook", Asked::Post(&page("/eksport"), &[("format", "xlsx"), ("why", "Måling"), ("sorter", "name")])),
        ("as a list to print", Asked::Post(&page("/eksport"), &[("format", "pdf"), ("why", "Måling")])),
    ] {
        report.row(organiser.row(what, &asked).await);
    }
}

async fn sign_up(process: &Process) {
    let url = process.url("/api/v1/events/torg/registrations");
    let client = reqwest::Client::builder().pool_max_idle_per_host(CLIENTS).build().expect("a client");
    let next = AtomicU32::new(0);
    let workers = (0..CLIENTS).map(|_| async {
        loop {
            let n = next.fetch_add(1, Ordering::Relaxed);
            if n >= PEOPLE {
                return;
            }
            let first = FIRST[n as usize % FIRST.len()];
            let last = LAST[(n / 7) as usize % LAST.len()];
            let body = json!({
                "name": format!("{first} {last} {n}"), "email": format!("p{n}@example.no"), "language": "nn",
                "answers": { "municipality": "1577" }, "choices": [],
            });
            let answer = client.post(&url).json(&body).send().await.expect("an answer");
            assert_eq!(answer.status().as_u16(), 201);
        }
    });
    futures::future::join_all(workers).await;
}

impl Organiser {
    /// Opens the list, and keeps what forms are sent with.
    async fn open(process: Process, access: String) -> Self {
        let client = reqwest::Client::new();
        let answer = client.get(process.url(LIST)).header(COOKIE, &access).send().await.expect("an answer");
        assert_eq!(answer.status().as_u16(), 200);
        let given = answer.headers().get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
        let given = given.filter_map(|cookie| cookie.split(';').next()).map(ToOwned::to_owned);
        let cookies = [access].into_iter().chain(given).collect::<Vec<_>>().join("; ");
        let body = answer.text().await.expect("a page");
        let csrf = body.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let csrf = csrf.expect("a form").to_owned();
        Self { process, client, cookies, csrf }
    }

    async fn once(&self, asked: &Asked<'_>) -> Vec<u8> {
        let request = match asked {
            Asked::Get(path) => self.client.get(self.process.url(path)),
            Asked::Post(path, fields) => {
                let fields: Vec<_> = fields.iter().copied().chain([("csrf", self.csrf.as_str())]).collect();
                self.client.post(self.process.url(path)).form(&fields)
            }
        };
        let answer = request.header(COOKIE, &self.cookies).send().await.expect("an answer");
        assert_eq!(answer.status().as_u16(), 200);
        answer.bytes().await.expect("a body").to_vec()
    }

    async fn row(&self, what: &str, asked: &Asked<'_>) -> Vec<String> {
        let bytes = self.once(asked).await;
        forget_peak(self.process.id());
        let (mut times, begun) = (Vec::new(), Instant::now());
        while begun.elapsed() < TIME || times.len() < 3 {
            let one = Instant::now();
            self.once(asked).await;
            times.push(one.elapsed());
        }
        let (got, peak) = (rate(times.len(), begun.elapsed()), peak(self.process.id()));
        let fixed = Fixed::start(&bytes, &bytes).await;
        let (limit, spread_of_limit) = Asking::plain(&fixed.url()).often(1, TIME).await;
        let spread = Spread::of(times);
        vec![
            what.to_owned(),
            bytes.len().div_ceil(1024).to_string(),
            spread.percentile(50),
            spread.percentile(99),
            spread_of_limit.percentile(50),
            format!("{:.4}", got / limit),
            format!("{peak:.0} MB"),
        ]
    }
}

/// Has the system forget how much memory a process had at most.
fn forget_peak(process: u32) {
    std::fs::write(format!("/proc/{process}/clear_refs"), "5").expect("it is ours");
}

/// The most memory that a process has had since, in megabytes.
fn peak(process: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("it is running");
    let kilobytes = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u32>().ok())
        .expect("Linux tells");
    f64::from(kilobytes) / 1024.0
}
