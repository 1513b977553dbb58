//! `make bench`: how fast the whole is, each figure beside a limit that was measured in the same run on the same
//! machine. Writes `docs/benchmarks.md`.
//!
//! Ratios can be compared between machines, the figures themselves cannot.

mod idle;
mod letters;
mod raw;
mod signing_up;
mod table;
mod whole_way;

use host::testing::Kind;
use table::Report;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut report = Report::default();
    for kind in [Kind::Sqlite, Kind::Postgres] {
        signing_up::measure(kind, &mut report).await;
    }
    letters::measure(&mut report).await;
    for broker in [false, true] {
        whole_way::measure(broker, &mut report).await;
    }
    idle::measure(&mut report).await;
    report.write("docs/benchmarks.md");
}
