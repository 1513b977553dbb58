//! What breaks and when, drawn from a seed.

use crate::sink::{Mood, Step};
use rand::seq::SliceRandom;
use rand::{Rng, RngExt, SeedableRng};
use std::time::Duration;

/// What a process depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Server {
    Database,
    Broker,
    Mail,
}

/// One thing that breaks.
#[derive(Clone, Debug)]
pub(super) enum Fault {
    /// SIGKILL, and a new one at once.
    Kill { process: usize },
    /// SIGTERM, and a new one when it has ended.
    Restart { process: usize },
    /// SIGSTOP, and SIGCONT after a while.
    Pause { process: usize, lasts: Duration },
    /// Every connection is cut.
    Cut { process: usize, server: Server },
    /// Nobody is let through.
    Close { process: usize, server: Server, lasts: Duration },
    /// Nothing moves.
    Hold { process: usize, server: Server, lasts: Duration },
    /// The answers to so many COMMITs are lost.
    LoseCommits { process: usize, count: u32 },
    /// The mail server is not itself.
    Mail { mood: Mood, lasts: Duration },
    /// So many messages arrive that nobody can read.
    Poison { count: usize },
    /// The broker ends and starts anew.
    RestartBroker,
}

/// A fault, and how long after the beginning it strikes.
#[derive(Clone, Debug)]
pub(super) struct Strike {
    pub(super) at: Duration,
    pub(super) fault: Fault,
}

/// What there is to be broken, and how much.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    pub(super) processes: usize,
    /// The first process that sends letters, and how many there are.
    pub(super) sending: (usize, usize),
    /// PostgreSQL and RabbitMQ, or neither.
    pub(super) servers: bool,
    pub(super) restarts_broker: bool,
    pub(super) strikes: usize,
    pub(super) within: Duration,
    /// How long something is broken at most.
    pub(super) longest: Duration,
    /// Some stand still until others take over what they had in hand.
    pub(super) outlasts_leases: bool,
}

/// Longer than anybody holds a letter or an arrived message, in milliseconds.
const LONGER_THAN_A_LEASE: std::ops::Range<u64> = 22_000..27_000;

/// The strikes, in order.
pub(super) fn draw(seed: u64, shape: Shape) -> Vec<Strike> {
    let mut chance = rand::rngs::StdRng::seed_from_u64(seed);
    let within = u64::try_from(shape.within.as_millis()).unwrap_or(u64::MAX);
    let mut moments: Vec<u64> = (0..shape.strikes).map(|_| chance.random_range(0..within)).collect();
    moments.sort_unstable();
    let mut each = EACH;
    each.shuffle(&mut chance);
    let mut strikes: Vec<Strike> = (0..)
        .zip(moments)
        .map(|(nth, at)| {
            let which = each.get(nth).copied().unwrap_or_else(|| chance.random_range(0..100));
            Strike { at: Duration::from_millis(at), fault: fault(&mut chance, shape, which) }
        })
        .collect();
    if shape.outlasts_leases && shape.servers {
        // While the mail server takes its time, so that there are letters in hand.
        let at = Duration::from_millis(chance.random_range(0..within / 2));
        let (first, many) = shape.sending;
        let process = first + chance.random_range(0..many);
        let lasts = Duration::from_millis(chance.random_range(LONGER_THAN_A_LEASE));
        let slow = Fault::Mail { mood: Mood::Slow, lasts: Duration::from_secs(4) };
        strikes.push(Strike { at: at.saturating_sub(Duration::from_secs(2)), fault: slow });
        strikes.push(Strike { at, fault: Fault::Pause { process, lasts } });
        strikes.sort_by_key(|strike| strike.at);
    }
    if shape.restarts_broker && chance.random_bool(0.3) {
        strikes.push(Strike { at: shape.within / 2, fault: Fault::RestartBroker });
        strikes.sort_by_key(|strike| strike.at);
    }
    strikes
}

/// One of each kind, so that even a short cycle has something of everything.
const EACH: [u32; 10] = [0, 24, 32, 40, 50, 57, 65, 73, 80, 99];

/// A fault of a kind; the kind is a number below a hundred.
fn fault(chance: &mut impl Rng, shape: Shape, which: u32) -> Fault {
    let process = chance.random_range(0..shape.processes);
    let longest = u64::try_from(shape.longest.as_millis()).unwrap_or(u64::MAX);
    let lasts = Duration::from_millis(chance.random_range(200..=longest));
    match which {
        0..24 => Fault::Kill { process },
        24..32 => Fault::Restart { process },
        32..40 => Fault::Pause { process, lasts },
        40..50 => Fault::Cut { process, server: server(chance, shape) },
        50..57 => Fault::Close { process, server: server(chance, shape), lasts },
        57..65 => Fault::Hold { process, server: server(chance, shape), lasts },
        65..73 if shape.servers => Fault::LoseCommits { process, count: chance.random_range(1..4) },
        73..80 if shape.servers => Fault::Poison { count: chance.random_range(1..4) },
        _ => Fault::Mail { mood: mood(chance), lasts },
    }
}

fn server(chance: &mut impl Rng, shape: Shape) -> Server {
    match chance.random_range(0..3) {
        0 if shape.servers => Server::Database,
        1 if shape.servers => Server::Broker,
        _ => Server::Mail,
    }
}

fn mood(chance: &mut impl Rng) -> Mood {
    let step = [Step::Greeting, Step::Mail, Step::Rcpt, Step::Data, Step::Dot][chance.random_range(0..5)];
    match chance.random_range(0..7) {
        0..2 => Mood::PutsOff(step),
        // What is never said after the dot is another matter, see below.
        2 if step != Step::Dot => Mood::Stalls(step),
        3 => Mood::HangsUpAmid,
        4 => Mood::HangsUpAfterDot,
        5 => Mood::SilentAfterDot,
        _ => Mood::Slow,
    }
}
