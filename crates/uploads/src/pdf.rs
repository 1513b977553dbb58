//! Looks for what could run in a PDF. Names can be written with escapes, and objects can lie packed within others, so both are
//! undone first. A file that cannot be looked into is not taken.

use crate::{Format, Refusal};
use flate2::read::ZlibDecoder;
use std::io::Read;

/// Scripts, programs to start, and players for what is embedded.
const RUNS: [&[u8]; 4] = [b"/JavaScript", b"/Launch", b"/RichMedia", b"/XFA"];
/// So much is unpacked of one file.
const MOST: u64 = 200 << 20;
/// So far before a stream its dictionary can begin.
const DICTIONARY: usize = 4 << 10;

pub(crate) fn checked(bytes: &[u8]) -> Result<Format, Refusal> {
    let tail = &bytes[bytes.len().saturating_sub(2 << 10)..];
    if !holds(tail, b"%%EOF") {
        return Err(Refusal::Damaged);
    }
    let plain = unescaped(bytes);
    if RUNS.iter().any(|name| holds(&plain, name)) {
        return Err(Refusal::Script);
    }
    if holds(&plain, b"/Encrypt") {
        return Err(Refusal::Locked);
    }
    let mut left = MOST;
    let mut from = 0;
    while let Some(at) = find(&bytes[from..], b"stream").map(|at| at + from) {
        from = at + b"stream".len();
        if bytes[..at].ends_with(b"end") {
            continue;
        }
        let before = unescaped(&bytes[at.saturating_sub(DICTIONARY)..at]);
        let dictionary = &before[last(&before, b"endobj").unwrap_or(0)..];
        let objects = holds(dictionary, b"/ObjStm");
        // Pictures are most of a file and hold no objects.
        if !objects && holds(dictionary, b"/Image") {
            continue;
        }
        if let Some(packed) = unpacked(&bytes[from..], &mut left)? {
            if RUNS.iter().any(|name| holds(&packed, name)) {
                return Err(Refusal::Script);
            }
        } else if objects {
            // Packed in a way that we cannot see into.
            return Err(Refusal::Damaged);
        }
    }
    Ok(Format::Pdf)
}

/// The content of a packed stream, with escapes undone; none where it is not packed with the usual method.
fn unpacked(after: &[u8], left: &mut u64) -> Result<Option<Vec<u8>>, Refusal> {
    let body = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")).unwrap_or(after);
    if body.first().is_none_or(|first| first & 0x0f != 8) {
        return Ok(None);
    }
    let mut packed = Vec::new();
    // What is cut off or followed by something else gives as much as there is.
    let _as_far_as_it_goes = ZlibDecoder::new(body).take(*left).read_to_end(&mut packed);
    *left = left.saturating_sub(packed.len() as u64);
    match (*left, packed.is_empty()) {
        (0, _) => Err(Refusal::Damaged),
        (_, true) => Ok(None),
        _ => Ok(Some(unescaped(&packed))),
    }
}

/// With `#4a` written as the letter it stands for.
fn unescaped(bytes: &[u8]) -> Vec<u8> {
    let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match (byte, digit(at + 1), digit(at + 2)) {
            (b'#', Some(high), Some(low)) => {
                plain.push(u8::try_from(high * 16 + low).unwrap_or_default());
                at += 3;
            }
            _ => {
                plain.push(*byte);
                at += 1;
            }
        }
    }
    plain
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|byte| *byte == first)?;
        if bytes[at..].starts_with(what) {
            return Some(at);
        }
        from = at + 1;
    }
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    find(bytes, what).is_some()
}

fn last(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).rposition(|window| window == what)
}
