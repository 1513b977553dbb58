//! What a command says to the person who typed it.

/// Prints a line.
#[expect(clippy::print_stdout, reason = "this is the answer of a command, not a log")]
pub(crate) fn line(line: impl std::fmt::Display) {
    println!("{line}");
}
