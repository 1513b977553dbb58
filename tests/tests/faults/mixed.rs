//! Everything that can break does, at moments drawn from a seed, while people sign up and sign off.

use host::testing::Kind;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tests::Way;
use tests::faults::{Size, cycle};

/// One cycle that everybody can afford.
const SHORT: Size = Size {
    clients: 16,
    strikes: 12,
    within: Duration::from_secs(7),
    longest: Duration::from_millis(2_000),
    full: false,
};
/// One of many.
const FULL: Size = Size {
    clients: 16,
    strikes: 26,
    within: Duration::from_secs(20),
    longest: Duration::from_millis(8_000),
    full: true,
};
/// Something was found in one of the ways; the other goes on no longer than its cycle.
static BROKEN: AtomicBool = AtomicBool::new(false);

const ONE_PROCESS: Way = Way { database: Kind::Sqlite, broker: false };
const MANY_PROCESSES: Way = Way { database: Kind::Postgres, broker: true };

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_breaks_around_the_one_process_and_what_was_answered_holds() {
    run(ONE_PROCESS, &[Vec::new()]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_breaks_around_every_service_on_postgresql_and_rabbitmq_and_what_was_answered_holds() {
    // As in deploy/compose.scale.yaml: two of those that many people wait for at once.
    let services = ["registration", "registration", "mail", "mail", "conference", "webinar", "gathering", "portal"];
    let processes: Vec<Vec<&'static str>> = services.into_iter().map(|service| vec![service]).collect();
    run(MANY_PROCESSES, &processes).await;
}

/// The short form; or new cycles for as many minutes, or as many of them, as the variables say.
async fn run(way: Way, processes: &[Vec<&'static str>]) {
    let set = |name: &str| {
        std::env::vars().find_map(|(known, value)| (known == name).then(|| value.parse::<u64>().expect("a number")))
    };
    let first = host::testing::seed();
    let (minutes, most) = (set("MOTEPLASS_TEST_MINUTES"), set("MOTEPLASS_TEST_CYCLES"));
    if minutes.is_none() && most.is_none() {
        one(way, processes, SHORT, first).await;
        return;
    }
    let begun = Instant::now();
    let goes_on = |cycles: u64| {
        minutes.is_none_or(|minutes| begun.elapsed() < Duration::from_secs(60 * minutes))
            && most.is_none_or(|most| cycles < most)
            && !BROKEN.load(Ordering::Acquire)
    };
    for seed in (0..).take_while(|cycles| goes_on(*cycles)).map(|cycles| first.wrapping_add(cycles)) {
        one(way, processes, FULL, seed).await;
    }
}

#[expect(clippy::print_stderr, reason = "a run that fails must be possible to repeat")]
async fn one(way: Way, processes: &[Vec<&'static str>], size: Size, seed: u64) {
    eprintln!("seed {seed}, {way:?}");
    match cycle(way, processes, size, seed).await {
        Ok(figures) => eprintln!("{figures}"),
        Err(wrong) => {
            BROKEN.store(true, Ordering::Release);
            panic!("{wrong}");
        }
    }
}
