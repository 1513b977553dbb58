//! A letter as it comes in, with everything in it. Begin with what is recorded:
//! `cargo +nightly fuzz run letter services/mail/src/tests/replies`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|raw: &[u8]| {
    mail::look_into(raw);
});
