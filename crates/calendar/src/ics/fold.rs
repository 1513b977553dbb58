//! Folding long lines (RFC 5545 3.1).

/// Longest physical line, in octets, without its end.
const WIDTH: usize = 75;

/// Writes one content line, folded where needed.
pub(crate) fn fold(line: &str, written: &mut Vec<u8>) {
    let mut rest = line;
    let mut room = WIDTH;
    // Folding within the name is allowed, but nobody tests for it.
    let mut head = line.find([';', ':']).map_or(0, |end| end + 1);
    while rest.len() > room {
        let (now, later) = rest.split_at(place(rest, head, room));
        written.extend_from_slice(now.as_bytes());
        written.extend_from_slice(b"\r\n ");
        rest = later;
        head = 0;
        // The blank that marks the continuation takes one.
        room = WIDTH - 1;
    }
    written.extend_from_slice(rest.as_bytes());
    written.extend_from_slice(b"\r\n");
}

/// The last good place for a fold after `head` and within `room` octets.
///
/// Never between a backslash and its letter: Google drops such an event. Next to a blank only when
/// there is no other place, for many readers trim the ends of physical lines; and then before the
/// blank, since more of them trim the end than the beginning.
fn place(line: &str, head: usize, room: usize) -> usize {
    let mut clear = None;
    let mut before_blank = None;
    let mut any = None;
    let mut previous = None;
    let mut escaped = false;
    for (at, c) in line.char_indices().take_while(|(at, _)| *at <= room) {
        if at > 0 && at >= head && !escaped {
            any = Some(at);
            match (previous, c) {
                (Some(' '), _) => {}
                (_, ' ') => before_blank = Some(at),
                _ => clear = Some(at),
            }
        }
        escaped = c == '\\' && !escaped;
        previous = Some(c);
    }
    clear.or(before_blank).or(any).unwrap_or(line.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(line: &str) -> Vec<String> {
        let mut written = Vec::new();
        fold(line, &mut written);
        let written = String::from_utf8(written).expect("whole characters");
        let lines = written.strip_suffix("\r\n").expect("a line end");
        lines.split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn lines_are_measured_in_octets() {
        let line = format!("SUMMARY:{}", "æ".repeat(70));
        let folded = folded(&line);
        assert_eq!(folded[0].len(), 74, "75 would split a character");
        assert_eq!(folded[1].len(), 75);
        assert_eq!(folded.concat().replace(' ', ""), line);
    }

    #[test]
    fn exactly_75_octets_stay_whole() {
        assert_eq!(folded(&"x".repeat(75)).len(), 1);
        assert_eq!(folded(&"x".repeat(76)).len(), 2);
    }

    #[test]
    fn a_backslash_keeps_its_letter() {
        for before in 60..75 {
            let line = format!("{}\\n\\\\\\,{}", "x".repeat(before), "y".repeat(20));
            let folded = folded(&line);
            assert!(!odd_backslashes_at_the_end(&folded[0]), "{folded:?}");
        }
    }

    #[test]
    fn the_name_is_kept_whole() {
        let folded = folded(&format!("SUMMARY:{}", "a ".repeat(60)));
        assert!(folded[0].starts_with("SUMMARY:"), "{folded:?}");
    }

    #[test]
    fn without_any_other_place_the_fold_stands_before_a_blank() {
        let folded = folded(&"a ".repeat(60));
        assert!(!folded[0].ends_with(' '), "{folded:?}");
    }

    fn odd_backslashes_at_the_end(line: &str) -> bool {
        (line.len() - line.trim_end_matches('\\').len()) % 2 == 1
    }

    proptest! {
        #[test]
        fn whatever_the_line_it_comes_back(line in "(A:)?([a-zæ🎉 ]|\\\\n|\\\\\\\\|\\\\,| {9}){0,200}") {
            let folded = folded(&line);
            for (number, physical) in folded.iter().enumerate() {
                prop_assert!(physical.len() <= 75);
                prop_assert!(!odd_backslashes_at_the_end(physical));
                prop_assert!(number == 0 || physical.starts_with(' '));
            }
            let rest: String = folded[1..].iter().map(|physical| &physical[1..]).collect();
            prop_assert_eq!(folded[0].clone() + &rest, line);
        }

        #[test]
        fn between_words_no_fold_touches_a_blank(words in prop::collection::vec("[a-zåÅ🎉]{2,30}", 1..60)) {
            let folded = folded(&format!("DESCRIPTION:{}", words.join(" ")));
            for physical in &folded[..folded.len() - 1] {
                prop_assert!(!physical.ends_with(' '));
            }
            for physical in &folded[1..] {
                prop_assert!(!physical[1..].starts_with(' '));
            }
        }
    }
}
