//! Copies of an installation that stands still, and what is refused to be put back.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// An installation with tables and nothing in them, and a copy of it.
struct Place {
    folder: PathBuf,
    copy: PathBuf,
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

impl Place {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("copies-{name}-{}", std::process::id()));
        let mut place = Self { copy: PathBuf::new(), folder };
        succeed(&place.run(&["prepare"], "data"));
        let to = place.folder.join("copies");
        place.copy = PathBuf::from(succeed(&place.run(&["backup", text(&to)], "data")).trim());
        place
    }

    fn run(&self, arguments: &[&str], data: &str) -> Output {
        self.run_with(arguments, data, &[])
    }

    fn run_with(&self, arguments: &[&str], data: &str, settings: &[(&str, &str)]) -> Output {
        std::fs::create_dir_all(&self.folder).expect("a folder");
        Command::new(env!("CARGO_BIN_EXE_moteplass"))
            .args(arguments)
            .env_clear()
            .env("MOTEPLASS_DATA", self.folder.join(data))
            .env("MOTEPLASS_LOG", "warn")
            .envs(settings.iter().copied())
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .output()
            .expect("the program was started")
    }

    /// What is said when the copy is not put back; nothing is there then.
    fn refused(&self, data: &str) -> String {
        let output = self.run(&["restore", text(&self.copy)], data);
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    fn rewrite(&self, from: &str, to: &str) {
        let file = self.copy.join("copy.json");
        let written = std::fs::read_to_string(&file).expect("a listing");
        assert!(written.contains(from), "{written}");
        std::fs::write(&file, written.replacen(from, to, 1)).expect("it is written");
    }
}

fn succeed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("text")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("text")
}

#[test]
fn a_copy_says_what_is_in_it_and_the_key_for_answers_is_not() {
    let place = Place::new("whole");
    let listing = std::fs::read_to_string(place.copy.join("copy.json")).expect("a listing");
    let listing: serde_json::Value = serde_json::from_str(&listing).expect("JSON");
    let files: Vec<&String> = listing["files"].as_object().expect("files").keys().collect();
    let all = ["conference.db", "gathering.db", "key", "mail.db", "portal.db", "registration.db", "webinar.db"];
    assert_eq!(files, all);
    assert!(listing["files"]["mail.db"]["changes"].as_array().is_some_and(|changes| changes.len() > 10), "{listing}");
    assert!(place.folder.join("data/answers_key").exists() && !place.copy.join("answers_key").exists());

    let said = succeed(&place.run(&["restore", text(&place.copy)], "elsewhere"));
    assert!(said.contains("answers_key is in no copy"), "{said}");
    for (file, in_copy) in [("key", true), ("portal.db", true), ("answers_key", false), ("unfinished", false)] {
        assert_eq!(place.folder.join("elsewhere").join(file).exists(), in_copy, "{file}");
    }
    let key = |folder: &str| std::fs::read(place.folder.join(folder).join("key")).expect("a key");
    assert_eq!(key("elsewhere"), key("data"));
    std::fs::copy(place.folder.join("data/answers_key"), place.folder.join("elsewhere/answers_key")).expect("the key");
    let doctor = place.run(&["doctor"], "elsewhere");
    let told = String::from_utf8_lossy(&doctor.stdout).into_owned();
    assert!(told.contains("letters are held back since"), "{told}");
    assert!(succeed(&place.run(&["letters", "resume"], "elsewhere")).contains("Letters go again"));
}

#[test]
fn the_newest_copies_are_kept() {
    let place = Place::new("kept");
    let to = place.folder.join("copies");
    std::fs::write(to.join("notes.txt"), "not a copy").expect("a file");
    std::thread::sleep(std::time::Duration::from_millis(1100));
    let newest = succeed(&place.run(&["backup", text(&to), "--keep", "1"], "data"));
    let mut left: Vec<String> = std::fs::read_dir(&to)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    left.sort_unstable();
    assert_eq!(left, [newest.trim().rsplit('/').next().expect("a name"), "lock", "notes.txt"]);
}

#[test]
fn nothing_is_put_back_over_what_is_there() {
    let place = Place::new("over");
    let before = std::fs::read(place.folder.join("data/key")).expect("a key");
    let said = place.refused("data");
    assert!(said.contains("portal.db is there already"), "{said}");
    assert_eq!(std::fs::read(place.folder.join("data/key")).expect("a key"), before);
}

#[test]
fn a_copy_that_is_damaged_is_not_put_back() {
    let place = Place::new("damaged");
    let file = place.copy.join("mail.db");
    let mut bytes = std::fs::read(&file).expect("a database");
    bytes[5000] ^= 1;
    std::fs::write(&file, bytes).expect("it is written");
    let said = place.refused("elsewhere");
    assert!(said.contains("mail.db is not as it was copied"), "{said}");
    assert!(!place.folder.join("elsewhere/portal.db").exists());
    std::fs::remove_file(&file).expect("it is gone");
    assert!(place.refused("elsewhere").contains("mail.db"));
    assert!(!place.run(&["restore", "--check", text(&place.copy)], "elsewhere").status.success());
}

#[test]
fn a_copy_of_a_later_release_is_not_put_back() {
    let place = Place::new("later");
    place.rewrite("\"changes\": [", "\"changes\": [ \"m29991231_000001_make_everything_better\",");
    let said = place.refused("elsewhere");
    assert!(said.contains("later release") && said.contains("make_everything_better of conference"), "{said}");
    assert!(!place.folder.join("elsewhere").exists());
}

#[test]
fn a_listing_names_nothing_outside_its_folder() {
    let place = Place::new("outside");
    place.rewrite("\"key\":", "\"../../data/answers_key\":");
    let said = place.refused("elsewhere");
    assert!(said.contains("does not belong into a copy"), "{said}");
}

#[test]
fn data_in_postgresql_are_left_to_its_own_tools() {
    let place = Place::new("large");
    let large = [("MOTEPLASS_DATABASE", "postgres://nobody@127.0.0.1:1/nothing")];
    for arguments in [["backup", "copies"], ["restore", text(&place.copy)]] {
        let output = place.run_with(&arguments, "elsewhere", &large);
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("deploy/backup/postgres"), "{said}");
    }
}
