//! Readers of PDF that are not ours.

use std::io::Write;
use std::process::{Command, Stdio};

/// What a reader of PDF that is not ours makes of a file.
pub(crate) fn read_by(program: &str, arguments: &[&str], file: &[u8]) -> String {
    let mut reader = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} of poppler-utils is needed: {error}"));
    reader.stdin.take().unwrap().write_all(file).unwrap();
    let output = reader.wait_with_output().unwrap();
    assert!(output.status.success(), "{program} cannot read it");
    // Titles of tags come as they are in the file.
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// All text, in the order in which it is read aloud.
pub(crate) fn text_of(file: &[u8]) -> String {
    read_by("pdftotext", &["-raw", "-", "-"], file).split_whitespace().collect::<Vec<_>>().join(" ")
}
