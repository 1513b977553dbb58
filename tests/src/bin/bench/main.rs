//! `make bench`: how fast the whole is, each figure beside a limit that was measured in the same run on the same
//! machine. Writes `docs/benchmarks.md`. With names of parts behind it only these are measured: `tests/bench conference`.
//!
//! Ratios can be compared between machines, the figures themselves cannot.

mod conference;
mod crowd;
mod fixed;
mod idle;
mod letters;
mod load;
mod participants;
mod raw;
mod release;
mod signing_up;
mod table;
mod whole_way;

use host::testing::Kind;
use table::Report;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [word, port, folder] = arguments.as_slice()
        && word == fixed::WORD
    {
        return fixed::serve(port.parse().expect("a port"), folder.as_ref()).await;
    }
    let wanted = |part: &str| arguments.is_empty() || arguments.iter().any(|argument| argument == part);
    let mut report = Report::default();
    if wanted("signing_up") {
        for kind in [Kind::Sqlite, Kind::Postgres] {
            signing_up::measure(kind, &mut report).await;
        }
    }
    if wanted("letters") {
        letters::measure(&mut report).await;
    }
    for broker in [false, true] {
        if wanted("whole_way") {
            whole_way::measure(broker, &mut report).await;
        }
    }
    for broker in [false, true] {
        if wanted("conference") {
            conference::measure(broker, &mut report).await;
        }
    }
    if wanted("participants") {
        for kind in [Kind::Sqlite, Kind::Postgres] {
            participants::measure(kind, &mut report).await;
        }
    }
    if wanted("idle") {
        idle::measure(&mut report).await;
    }
    report.write("docs/benchmarks.md");
}
