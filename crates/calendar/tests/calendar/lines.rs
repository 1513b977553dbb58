//! Whatever people type, the lines stay whole and say the same to another reader.

use calendar::{Answer, Conference, Entry, FeedEntry, Party, Standing, feed, request};
use proptest::prelude::*;

use crate::reader::{self, only_event, value};
use crate::samples::{entry, organiser};

/// Texts that are full of what could go wrong.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zæøåÆØÅ]{1,12}",
        2 => Just(" ".to_owned()),
        1 => "[\\\\;:,\"'^%=\u{2028}\u{feff}\t\r\n]",
        1 => Just("\r\nATTENDEE:mailto:a@b.no\r\n".to_owned()),
        1 => Just("\\n".to_owned()),
        1 => "[🎉čđŋšŧžÁ]{1,8}",
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// What may come through: no control characters, line feeds for line breaks.
fn through(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

fn place(entry: &Entry) -> String {
    trimmed(&through(entry.location.as_deref().unwrap_or_default()))
}

/// The second reader takes blanks off the ends.
fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

fn check_physical_lines(written: &[u8]) {
    let text = std::str::from_utf8(written).expect("UTF-8");
    assert!(text.ends_with("\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line:?}", line.len());
        assert!(!line.contains(char::is_control), "{line:?}");
        assert!(!line.is_empty());
    }
}

/// Names of the lines and components, in their order.
fn skeleton(written: &[u8]) -> Vec<String> {
    let name = |line: &String| line.split([':', ';']).next().unwrap_or_default().to_owned();
    reader::lines(written).iter().map(name).collect()
}

prop_compose! {
    fn any_entry()(
        summary in typed(), description in typed(), location in typed(), url in typed(),
        link in typed(), label in typed(), sequence in any::<u32>(),
    ) -> Entry {
        Entry {
            summary, sequence,
            // What is left out when it is empty has tests of its own.
            description: format!("D{description}"),
            location: Some(format!("L{location}")),
            url: Some(format!("https://x.no/{url}")),
            conference: Some(Conference { url: format!("https://y.no/{link}"), label: format!("L{label}") }),
            ..entry()
        }
    }
}

proptest! {
    #[test]
    fn an_invitation_says_what_was_typed(entry in any_entry(), name in typed()) {
        let attendee = Party { name: format!("N{name}"), address: "kari@kommune.no".into() };
        let written = request(&entry, &organiser(), &attendee, Answer::Accepted, Standing::Confirmed);
        check_physical_lines(&written);
        let plain = request(&crate::samples::entry(), &organiser(), &crate::samples::attendee("Kari"),
            Answer::Accepted, Standing::Confirmed);
        prop_assert_eq!(skeleton(&written), skeleton(&plain));

        let event = only_event(&written);
        let words = entry.summary.split_whitespace().map(through).filter(|word| !word.is_empty());
        let one_line = words.collect::<Vec<_>>().join(" ");
        if one_line.chars().count() <= 200 {
            prop_assert_eq!(trimmed(&reader::summary(&event)), trimmed(&one_line));
        }
        let description = value(&event, "DESCRIPTION").unwrap_or_default();
        let expected = through(&entry.description);
        prop_assert!(description.starts_with(expected.trim_end()), "{:?} does not begin with {:?}", description, expected);
        prop_assert_eq!(trimmed(&reader::location(&event)), place(&entry));
        prop_assert_eq!(value(&event, "SEQUENCE"), Some(entry.sequence.to_string()));
        let attendee = reader::attendee(&event);
        prop_assert_eq!(attendee.value(), "mailto:kari@kommune.no");
    }

    #[test]
    fn our_own_reader_agrees(entry in any_entry(), name in typed()) {
        let attendee = Party { name, address: "kari+kurs@kommune.no".into() };
        let written = request(&entry, &organiser(), &attendee, Answer::Declined, Standing::Confirmed);
        let read = calendar::read_reply(&written).expect("readable");
        prop_assert_eq!(read.uid, entry.uid);
        prop_assert_eq!(read.sequence, Some(entry.sequence));
        prop_assert_eq!(read.stamp, Some(entry.stamp));
        prop_assert_eq!(read.attendee, attendee.address);
        prop_assert_eq!(read.answer, calendar::ReplyAnswer::Declined);
        prop_assert_eq!(read.method, calendar::Method::Other("REQUEST".into()));
    }

    #[test]
    fn a_feed_says_what_was_typed(name in typed(), entries in prop::collection::vec(any_entry(), 0..4)) {
        let listed: Vec<FeedEntry> = entries
            .iter()
            .map(|entry| FeedEntry { entry: entry.clone(), cancelled: false, changed_at: entry.stamp })
            .collect();
        let written = feed(&name, &listed);
        check_physical_lines(&written);
        let calendar = reader::read(&written);
        prop_assert_eq!(calendar.events().count(), entries.len());
        for (event, entry) in calendar.events().zip(&entries) {
            prop_assert_eq!(trimmed(&reader::location(event)), place(entry));
        }
    }
}
