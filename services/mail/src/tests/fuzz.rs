//! Letters that nobody would write: whatever comes in, reading it ends, and soon. The same entry is what `fuzz` has targets for.

use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::post::{encoded, sample};
use crate::receiving::reading::LARGEST;

/// How long it is tried.
const FOR: Duration = Duration::from_secs(6);
/// How long one letter may take, without optimisation and on a busy machine.
const LONGEST: Duration = Duration::from_secs(3);
/// How much memory may be added while all of them are read.
const MOST_MEMORY_KB: u64 = 400 * 1024;

const RECORDED: [&str; 14] = [
    "apple",
    "away",
    "bounce_exchange",
    "bounce_exim",
    "bounce_postfix",
    "bounce_qmail",
    "delegated",
    "exchange",
    "exchange_counter",
    "google",
    "nextcloud",
    "refresh",
    "thunderbird",
    "written",
];

/// What readers of letters and calendars stumble over.
const PIECES: [&str; 34] = [
    "\r\n",
    "\n\n",
    "\r\n ",
    "\r\n\r\n",
    "--",
    "=",
    "=3D",
    "=?utf-8?B?4pi6?=",
    "=?utf-8?Q?=",
    "\"",
    "\\",
    "(((((",
    "^n^^^'",
    ";",
    ":",
    ",",
    "<>",
    "\0",
    "\u{feff}",
    "å",
    "\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n",
    "\r\nContent-Type: message/rfc822\r\n\r\n",
    "\r\nContent-Transfer-Encoding: base64\r\n",
    "\r\nContent-Type: text/calendar; charset=utf-16; method=REPLY\r\n\r\n",
    "\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n",
    "\r\nAuthentication-Results: mx.etat.example; dmarc=pass header.from=x.example\r\n",
    "\r\nBEGIN:VCALENDAR\r\n",
    "\r\nBEGIN:VEVENT\r\n",
    "\r\nEND:VEVENT\r\n",
    "\r\nDTSTAMP:99999999T999999Z\r\n",
    "\r\nSEQUENCE:99999999999999999999\r\n",
    "\r\nATTENDEE;CN=\"a\";PARTSTAT=DECLINED:mailto:a@b\r\n",
    "\r\nRRULE:FREQ=SECONDLY;COUNT=2147483647\r\n",
    "\r\nFrom: a@b, c@d\r\n",
];

#[test]
fn whatever_comes_in_is_read_without_harm() {
    let seed = host::testing::seed();
    let mut chance = StdRng::seed_from_u64(seed);
    let recorded: Vec<Vec<u8>> = RECORDED.iter().map(|name| encoded(&sample(name)).into_bytes()).collect();
    // As little as a thread of the program has.
    let reader = std::thread::Builder::new().stack_size(2 * 1024 * 1024);
    let running = reader.spawn(move || {
        let (begun, before) = (Instant::now(), memory());
        let mut count = 0_u64;
        while begun.elapsed() < FOR {
            let letter = altered(&mut chance, &recorded);
            let started = Instant::now();
            crate::look_into(&letter);
            let took = started.elapsed();
            assert!(took < LONGEST, "letter {count} of seed {seed} ({} bytes) took {took:?}", letter.len());
            count += 1;
        }
        assert!(count > 100, "only {count} letters were read");
        let more = memory().saturating_sub(before);
        assert!(more < MOST_MEMORY_KB, "seed {seed}: {more} kB more");
    });
    let ended = running.unwrap().join();
    assert!(ended.is_ok(), "seed {seed}");
}

/// A recorded letter, or two, with something done to it several times.
fn altered(chance: &mut StdRng, recorded: &[Vec<u8>]) -> Vec<u8> {
    let mut letter = recorded[chance.random_range(0..recorded.len())].clone();
    for _ in 0..chance.random_range(1..12_usize) {
        let len = letter.len();
        let at = chance.random_range(0..=len);
        let end = (at + chance.random_range(0..200_usize)).min(len);
        match chance.random_range(0..9_u8) {
            0 if at < len => letter[at] ^= 1 << chance.random_range(0..8_u8),
            1 if at < len => letter[at] = chance.random(),
            2 => drop(letter.drain(at..end)),
            3 => letter.truncate(at),
            4 => {
                let piece = letter[at..end].to_vec();
                letter.splice(at..at, piece);
            }
            5 => {
                let other = &recorded[chance.random_range(0..recorded.len())];
                let from = chance.random_range(0..=other.len());
                letter.truncate(at);
                letter.extend_from_slice(&other[from..]);
            }
            6 => {
                // Much of the same: what takes time with the square of it is found like this.
                let piece = PIECES[chance.random_range(0..PIECES.len())].as_bytes();
                let times = 1_usize << chance.random_range(0..14_u32);
                let many = piece.repeat(times.min(LARGEST / piece.len()));
                letter.splice(at..at, many);
            }
            _ => {
                let piece = PIECES[chance.random_range(0..PIECES.len())].as_bytes();
                letter.splice(at..at, piece.iter().copied());
            }
        }
        // Larger ones are refused before anybody reads them; a little more is let through here to see that.
        letter.truncate(LARGEST + 10);
    }
    letter
}

/// The most memory that this process has had, in kB.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").trim().parse().unwrap_or_default()
}
