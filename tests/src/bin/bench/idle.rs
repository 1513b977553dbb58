//! What the whole takes when nobody asks for anything.

use crate::table::Report;
use host::testing::{Kind, place};
use std::time::{Duration, Instant};
use tests::process::{Process, command};

pub(crate) async fn measure(report: &mut Report) {
    report.section("The whole in one process, SQLite", &["what", "figure"]);
    let place = place(Kind::Sqlite);
    let begun = Instant::now();
    let first = Process::start(&place.settings, &[]).await;
    report.row(vec!["first start, tables made, until ready".to_owned(), milliseconds(begun.elapsed())]);
    first.stop().await;
    let begun = Instant::now();
    let process = Process::start(&place.settings, &[]).await;
    report.row(vec!["start until ready".to_owned(), milliseconds(begun.elapsed())]);
    tokio::time::sleep(Duration::from_secs(10)).await;
    report.row(vec!["memory after ten idle seconds".to_owned(), format!("{:.0} MB", resident(process.id()))]);
    report.row(vec!["time to stop".to_owned(), milliseconds(process.stop().await)]);
    let begun = Instant::now();
    let nothing = command(&place.settings, &["--version"]).await;
    assert!(nothing.status.success());
    report.row(vec![
        "the program doing nothing at all (the limit for a start)".to_owned(),
        milliseconds(begun.elapsed()),
    ]);
}

fn milliseconds(duration: Duration) -> String {
    format!("{:.0} ms", duration.as_secs_f64() * 1_000.0)
}

/// Resident memory of a process in megabytes.
fn resident(process: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("it is running");
    let kilobytes = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.parse::<u32>().ok())
        .expect("Linux tells");
    f64::from(kilobytes) / 1024.0
}
