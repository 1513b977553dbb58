//! The program as somebody at a command line meets it: what it says, and the code it ends with.

use std::process::{Command, Output, Stdio};

/// What `moteplass` answers, in surroundings where nothing is set but what is named here.
fn run(arguments: &[&str], settings: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_moteplass"))
        .args(arguments)
        .env_clear()
        .envs(settings.iter().copied())
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .stdin(Stdio::null())
        .output()
        .expect("the program was started")
}

fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_misspelt_setting_is_named_and_nothing_is_begun() {
    let output = run(&["prepare"], &[("MOTEPLASS_DATABSE_URL", "sqlite::memory:")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(complaint(&output).to_lowercase().contains("databse_url"), "{}", complaint(&output));
}

#[test]
fn a_role_that_does_not_exist_is_answered_with_those_that_do() {
    let output =
        run(&["account", "invite", "kari@example.no", "--organisation", "distriktssenteret", "--role", "boss"], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(complaint(&output).contains("owner, editor, reader, door or numbers"), "{}", complaint(&output));
}

#[test]
fn a_mail_server_is_asked_to_come_back_when_the_settings_are_wrong() {
    let output = run(&["mottak"], &[("MOTEPLASS_DATABSE_URL", "sqlite::memory:")]);
    // EX_TEMPFAIL of sysexits.h: anything else and the letter would be lost or sent back.
    assert_eq!(output.status.code(), Some(75));
}
