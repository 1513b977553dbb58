//! What is left of an event for the archive, as a ZIP that is made while it is sent: a bag after RFC 8493 ("BagIt"), so that
//! whoever keeps it can check with tools of their own that nothing in it has changed.

mod pipe;

use chrono::{DateTime, Utc};
pub(crate) use pipe::streamed;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{self, Write};
use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

/// One file of the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) name: &'static str,
    pub(crate) content: Vec<u8>,
}

/// What the package says about itself. Each is told in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct About {
    pub(crate) slug: String,
    pub(crate) event: String,
    pub(crate) title: String,
    pub(crate) organisation: String,
    /// How many people stand in the list of participants; absent when it was left out.
    pub(crate) people: Option<usize>,
    pub(crate) made_at: DateTime<Utc>,
}

/// Writes the package. A part is let go of as soon as it is written.
pub(crate) fn write(parts: Vec<Part>, about: &About, to: impl Write) -> ZipResult<()> {
    let mut bag = ZipWriter::new_stream(to);
    let options = SimpleFileOptions::default();
    let (mut sums, mut bytes, mut files) = (String::new(), 0, 0);
    for part in parts {
        let _ = writeln!(sums, "{}  data/{}", hexadecimal(&Sha256::digest(&part.content)), part.name);
        bytes += part.content.len();
        files += 1;
        bag.start_file(format!("{}/data/{}", about.slug, part.name), options)?;
        bag.write_all(&part.content)?;
    }
    let tags = [
        ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_owned()),
        ("bag-info.txt", information(about, bytes, files)),
        ("manifest-sha256.txt", sums),
    ];
    for (name, content) in tags {
        bag.start_file(format!("{}/{name}", about.slug), options)?;
        bag.write_all(content.as_bytes())?;
    }
    bag.finish()?.into_inner().flush().map_err(io::Error::into)
}

/// The tags that archives know, and one of ours.
fn information(about: &About, bytes: usize, files: usize) -> String {
    let people = about.people.map_or_else(|| "left out".to_owned(), |people| people.to_string());
    let tags = [
        ("Source-Organization", about.organisation.clone()),
        ("External-Description", about.title.clone()),
        ("External-Identifier", about.event.clone()),
        ("Bagging-Date", about.made_at.format("%Y-%m-%d").to_string()),
        ("Bag-Software-Agent", concat!("Moteplass ", env!("CARGO_PKG_VERSION")).to_owned()),
        ("Payload-Oxum", format!("{bytes}.{files}")),
        ("Moteplass-Participants", people),
        ("Moteplass-Sensitive-Answers", "left out".to_owned()),
    ];
    tags.map(|(tag, value)| format!("{tag}: {}\n", line(&value))).concat()
}

/// What somebody wrote, on one line.
fn line(text: &str) -> String {
    text.split(|c: char| c.is_control() || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut all, byte| {
        let _ = write!(all, "{byte:02x}");
        all
    })
}

#[cfg(test)]
mod tests {
    use super::{About, Part, hexadecimal, write};
    use chrono::DateTime;
    use sha2::{Digest, Sha256};
    use std::io::{Cursor, Read};

    #[test]
    fn whoever_keeps_the_package_can_check_each_file_in_it() {
        let about = About {
            slug: "torg".to_owned(),
            event: "0".to_owned(),
            title: "Torg\r\nBag-Size: 1".to_owned(),
            organisation: "Distriktssenteret".to_owned(),
            people: None,
            made_at: DateTime::UNIX_EPOCH,
        };
        let large = "ø".repeat(300_000).into_bytes();
        let parts = vec![
            Part { name: "arrangement.json", content: b"{}".to_vec() },
            Part { name: "deltakarar.csv", content: large.clone() },
        ];
        let mut zip = Vec::new();
        write(parts, &about, &mut zip).expect("a package");
        assert!(zip.len() < large.len() / 10);
        let mut bag = zip::ZipArchive::new(Cursor::new(zip)).expect("an archive");
        let mut read = |name: &str| {
            let mut content = Vec::new();
            bag.by_name(&format!("torg/{name}")).expect("a file").read_to_end(&mut content).expect("its content");
            content
        };
        let sums = String::from_utf8(read("manifest-sha256.txt")).expect("text");
        assert_eq!(sums.lines().count(), 2);
        for sum in sums.lines() {
            let (sum, name) = sum.split_once("  ").expect("a sum and a name");
            assert_eq!(hexadecimal(&Sha256::digest(read(name))), sum, "{name}");
        }
        assert_eq!(read("data/deltakarar.csv"), large);
        let information = String::from_utf8(read("bag-info.txt")).expect("text");
        assert!(information.contains("External-Description: Torg Bag-Size: 1\n"), "{information}");
        assert!(information.contains("Bagging-Date: 1970-01-01\n") && information.contains("Payload-Oxum: 600002.2\n"));
        assert_eq!(read("bagit.txt"), b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    }
}
