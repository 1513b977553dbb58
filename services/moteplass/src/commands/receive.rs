use crate::House;
use anyhow::Context;
use mail::{IncomingLetter, NotTaken};
use std::io::Read;
use std::process::ExitCode;

/// Larger letters are not even read to their end.
const MORE_THAN_ENOUGH: u64 = 32 * 1024 * 1024;

/// What mail servers understand (sysexits.h): the letter cannot be taken, its receiver is not known, or later it can.
const DATA: u8 = 65;
const NO_USER: u8 = 67;
/// Whatever else is wrong, the mail server keeps the letter and comes back with it.
pub const LATER: u8 = 75;

/// Takes in the letter on the standard input, from a mail server that hands letters to programs. It is on the disk when
/// this says that all is well; the service that is running deals with it.
pub async fn run(house: &House, sender: String, recipients: Vec<String>) -> anyhow::Result<ExitCode> {
    let mut raw = Vec::new();
    // Nothing else is done meanwhile, so it may be waited for.
    std::io::stdin().lock().take(MORE_THAN_ENOUGH).read_to_end(&mut raw).context("cannot read the letter")?;
    let letter = IncomingLetter { sender, recipients, raw: without_envelope(raw) };
    match mail::take_in(&house.host("mail").await?, &letter).await {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(refused @ NotTaken::TooLarge) => Ok(refuse(&refused, DATA)),
        Err(refused @ NotTaken::NotOurs) => Ok(refuse(&refused, NO_USER)),
        Err(NotTaken::Trouble(error)) => Err(error).context("cannot keep the letter"),
    }
}

/// The mail server tells the sender what stands here.
#[expect(clippy::print_stderr, reason = "this is the answer of a command, not a log")]
fn refuse(refused: &NotTaken, code: u8) -> ExitCode {
    eprintln!("{refused}");
    ExitCode::from(code)
}

/// Some mail servers put the line of a mailbox file before the letter.
fn without_envelope(raw: Vec<u8>) -> Vec<u8> {
    match raw.starts_with(b"From ") {
        true => raw.iter().position(|byte| *byte == b'\n').map_or(raw.clone(), |end| raw[end + 1..].to_vec()),
        false => raw,
    }
}
