//! The calendar part of an answer: `cargo +nightly fuzz run reply crates/calendar/tests/calendar/replies`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|part: &[u8]| {
    let _ = calendar::read_reply(part);
});
