//! Reading what others wrote: `ical`'s reader for single lines, under a stack of our own, since its
//! reader for whole calendars gives up at the first unknown component.

use ical::PropertyParser;

use super::unfold::unfold;
use super::{param, text};

/// No component of a calendar lies deeper than this.
const DEEPEST: usize = 8;

/// A component with what stands in it. Names are in capitals.
#[derive(Debug, Default)]
pub(crate) struct Component {
    pub(crate) name: String,
    pub(crate) lines: Vec<Content>,
    pub(crate) parts: Vec<Component>,
}

/// One content line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Content {
    pub(crate) name: String,
    params: Vec<(String, Vec<String>)>,
    /// As written, with its escapes.
    pub(crate) value: String,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum ReadError {
    TooDeep,
    /// A component is not closed, or another one is.
    Unbalanced,
}

impl Component {
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Content> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    pub(crate) fn first(&self, name: &str) -> Option<&Content> {
        self.lines.iter().find(|line| line.name == name)
    }
}

impl Content {
    pub(crate) fn text(&self) -> String {
        text::unescape(&self.value)
    }

    pub(crate) fn param(&self, name: &str) -> Option<String> {
        let (_, values) = self.params.iter().find(|(key, _)| key == name)?;
        values.first().map(|value| param::decode(value))
    }
}

/// The outermost components. Lines outside any component, and lines that are none, are passed over.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Component>, ReadError> {
    let mut outermost = Component::default();
    let mut open: Vec<Component> = Vec::new();
    for line in unfold(bytes).iter().filter_map(|line| content(line)) {
        match line.name.as_str() {
            "BEGIN" if open.len() == DEEPEST => return Err(ReadError::TooDeep),
            "BEGIN" => open.push(Component { name: component_name(&line), ..Component::default() }),
            "END" => {
                let closed = open.pop().ok_or(ReadError::Unbalanced)?;
                if closed.name != component_name(&line) {
                    return Err(ReadError::Unbalanced);
                }
                open.last_mut().unwrap_or(&mut outermost).parts.push(closed);
            }
            _ => open.last_mut().unwrap_or(&mut outermost).lines.push(line),
        }
    }
    match open.is_empty() {
        true => Ok(outermost.parts),
        false => Err(ReadError::Unbalanced),
    }
}

fn component_name(line: &Content) -> String {
    line.value.trim().to_ascii_uppercase()
}

fn content(line: &str) -> Option<Content> {
    let property = PropertyParser::from_reader(line.as_bytes()).next()?.ok()?;
    Some(Content {
        value: value(line, property.value.as_deref().unwrap_or_default())?,
        name: property.name.trim().to_ascii_uppercase(),
        params: property.params.unwrap_or_default(),
    })
}

/// The whole value. `ical` takes blanks off its end and colons off its beginning, so that the
/// comment ":) " would come out as ")". `None` when no colon stands before it: then a list of more
/// than ten values has run over into it.
fn value(line: &str, parsed: &str) -> Option<String> {
    let trimmed = line.trim_end();
    let blanks = &line[trimmed.len()..];
    let head = trimmed.strip_suffix(parsed)?;
    let colons = head.len() - head.trim_end_matches(':').len();
    let eaten = colons.checked_sub(1)?;
    Some(format!("{}{parsed}{blanks}", ":".repeat(eaten)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn only(line: &str) -> Content {
        content(line).expect("a content line")
    }

    #[test]
    fn parameters_are_taken_apart() {
        let line = only("attendee;cn=\"Nordmann; Kari: x\";Partstat=DECLINED:mailto:kari@x.no");
        assert_eq!(line.name, "ATTENDEE");
        assert_eq!(line.param("CN").as_deref(), Some("Nordmann; Kari: x"));
        assert_eq!(line.param("PARTSTAT").as_deref(), Some("DECLINED"));
        assert_eq!(line.value, "mailto:kari@x.no");
    }

    #[test]
    fn values_keep_their_colons_and_blanks() {
        assert_eq!(only("COMMENT::) ").value, ":) ");
        assert_eq!(only("COMMENT;LANGUAGE=nb:::").value, "::");
        assert_eq!(only("COMMENT;X=\":\":a:b").value, "a:b");
        assert_eq!(only("COMMENT:").value, "");
        assert_eq!(only("COMMENT: ").value, " ");
    }

    #[test]
    fn a_parameter_with_too_many_values_does_not_become_a_value() {
        assert_eq!(content("ATTENDEE;MEMBER=1,2,3,4,5,6,7,8,9,10,11:mailto:a@x.no"), None);
    }

    #[test]
    fn components_are_nested_by_name() {
        let read = read(b"begin:vcalendar\nX\nBegin:VEvent\nuid:1\nend:VEVENT\nEND:VCALENDAR").expect("a calendar");
        assert_eq!(read[0].name, "VCALENDAR");
        assert_eq!(read[0].parts[0].first("UID").map(Content::text).as_deref(), Some("1"));
    }

    #[test]
    fn crossed_and_open_components_are_refused() {
        for bytes in ["BEGIN:A\nBEGIN:B\nEND:A\nEND:B", "BEGIN:A", "END:A", "BEGIN:A\nEND:A\nEND:A"] {
            assert_eq!(read(bytes.as_bytes()).err(), Some(ReadError::Unbalanced), "{bytes}");
        }
    }

    #[test]
    fn depth_has_an_end() {
        let nested = |depth: usize| "BEGIN:A\n".repeat(depth) + &"END:A\n".repeat(depth);
        assert!(read(nested(DEEPEST).as_bytes()).is_ok());
        assert_eq!(read(nested(DEEPEST + 1).as_bytes()).err(), Some(ReadError::TooDeep));
    }

    proptest! {
        #[test]
        fn any_value_is_read_as_it_was_written(value in "[^\\r\\n\\p{Cc}]*") {
            prop_assert_eq!(only(&format!("COMMENT:{value}")).value, value);
        }

        #[test]
        fn no_line_makes_it_panic(line in "(ATTENDEE|COMMENT)?[;:=,\"^a-zÆ ]{0,40}") {
            content(&line);
        }
    }
}
