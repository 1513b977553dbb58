//! What organisers write themselves: plain text with placeholders from a fixed list, which become what is so for the person who
//! gets the letter. What is between braces and not on the list is refused when it is typed, so that none is ever sent.

use serde::Serialize;
use url::Url;

/// Something that is not the same for everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Placeholder {
    /// The first name.
    Name,
    /// The title of the event.
    Event,
    When,
    Place,
    /// The address of the person's own page.
    Link,
    /// Who answers for the event.
    Organiser,
}

impl Placeholder {
    pub(crate) const ALL: [Self; 6] = [Self::Name, Self::Event, Self::When, Self::Place, Self::Link, Self::Organiser];

    /// As it stands between braces.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Event => "event",
            Self::When => "when",
            Self::Place => "place",
            Self::Link => "link",
            Self::Organiser => "organiser",
        }
    }
}

/// Where a text stands in a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Subject,
    Text,
}

impl Part {
    /// The most characters.
    const fn limit(self) -> usize {
        match self {
            Self::Subject => 150,
            Self::Text => 5_000,
        }
    }

    /// Nobody can follow a link in a subject, and it would stand in lists of letters.
    fn takes(self, placeholder: Placeholder) -> bool {
        self == Self::Text || placeholder != Placeholder::Link
    }
}

/// Why a text cannot stay as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// What stands between braces is not on the list.
    Unknown(String),
    /// A brace without another.
    Brace,
    TooLong(usize),
}

/// What the placeholders become for one person. All of it is text and nothing else, whoever wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Values {
    pub(crate) name: String,
    pub(crate) event: String,
    pub(crate) when: String,
    pub(crate) place: String,
    pub(crate) link: String,
    pub(crate) organiser: String,
}

impl Values {
    fn of(&self, placeholder: Placeholder) -> String {
        let value = match placeholder {
            Placeholder::Name => &self.name,
            Placeholder::Event => &self.event,
            Placeholder::When => &self.when,
            Placeholder::Place => &self.place,
            Placeholder::Link => &self.link,
            Placeholder::Organiser => &self.organiser,
        };
        value.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A part of a line: words, or an address that is a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) link: bool,
}

/// Lines of pieces.
pub(crate) type Paragraph = Vec<Vec<Piece>>;

/// Takes out what cannot be seen, and makes line breaks those of one system.
pub(crate) fn clean(typed: &str, part: Part) -> String {
    let unix = typed.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'], "\n");
    let seen = text::seen(&unix).replace('\t', " ").replace(|c: char| c.is_control() && c != '\n', "");
    match part {
        Part::Subject => seen.split_whitespace().collect::<Vec<_>>().join(" "),
        Part::Text => seen.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned(),
    }
}

/// What is wrong with a text that was cleaned, if anything is.
pub(crate) fn wrong(text: &str, part: Part) -> Option<Wrong> {
    if text.chars().count() > part.limit() {
        return Some(Wrong::TooLong(part.limit()));
    }
    tokens(text, part).err()
}

/// The line that a subject becomes.
pub(crate) fn line(text: &str, values: &Values) -> Result<String, Wrong> {
    let line = |token| match token {
        Token::Words(words) => words.to_owned(),
        Token::Of(placeholder) => values.of(placeholder),
    };
    Ok(tokens(text, Part::Subject)?.into_iter().map(line).collect())
}

/// The paragraphs that a text becomes. Only what the organiser typed makes links, and the person's own.
pub(crate) fn paragraphs(text: &str, values: &Values) -> Result<Vec<Paragraph>, Wrong> {
    let mut all: Vec<Paragraph> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        if line.trim().is_empty() {
            open = false;
            continue;
        }
        let mut pieces: Vec<Piece> = Vec::new();
        for token in tokens(line, Part::Text)? {
            match token {
                Token::Words(words) => linked(words, &mut pieces),
                Token::Of(placeholder) => {
                    let link = placeholder == Placeholder::Link;
                    push(&mut pieces, &values.of(placeholder), link);
                }
            }
        }
        match all.last_mut().filter(|_| open) {
            Some(paragraph) => paragraph.push(pieces),
            None => all.push(vec![pieces]),
        }
        open = true;
    }
    Ok(all)
}

enum Token<'a> {
    Words(&'a str),
    Of(Placeholder),
}

fn tokens(text: &str, part: Part) -> Result<Vec<Token<'_>>, Wrong> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(at);
        let inside = from.strip_prefix('{').and_then(|from| from.split_once('}')).ok_or(Wrong::Brace)?;
        let (word, after) = inside;
        if word.contains(['{', '\n']) {
            return Err(Wrong::Brace);
        }
        let known = Placeholder::ALL.into_iter().find(|placeholder| placeholder.word() == word.trim());
        let known = known.filter(|placeholder| part.takes(*placeholder));
        tokens.push(Token::Words(before));
        tokens.push(Token::Of(known.ok_or_else(|| Wrong::Unknown(word.chars().take(40).collect()))?));
        rest = after;
    }
    tokens.push(Token::Words(rest));
    Ok(tokens)
}

fn push(pieces: &mut Vec<Piece>, text: &str, link: bool) {
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(last) if !last.link && !link => last.text.push_str(text),
        _ => pieces.push(Piece { text: text.to_owned(), link }),
    }
}

/// Words, with the addresses in them as links.
fn linked(words: &str, pieces: &mut Vec<Piece>) {
    let mut rest = words;
    while let Some(at) = ["https://", "http://"].into_iter().filter_map(|scheme| rest.find(scheme)).min() {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(from.len());
        // What ends a sentence does not belong to an address.
        let address = from[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']);
        push(pieces, before, false);
        let leads_somewhere =
            Url::parse(address).is_ok_and(|url| url.host_str().is_some_and(|host| host.contains('.')));
        push(pieces, address, leads_somewhere);
        rest = &from[address.len()..];
    }
    push(pieces, rest, false);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn values() -> Values {
        Values {
            name: "Åse".to_owned(),
            event: "Tomme <lokale>\nhttps://evil.example".to_owned(),
            when: "tysdag 16. mars 2027 kl. 10.00".to_owned(),
            place: "Narvik".to_owned(),
            link: "https://moteplass.example/mi/abc".to_owned(),
            organiser: "Distriktssenteret".to_owned(),
        }
    }

    #[test]
    fn only_what_is_on_the_list_may_stand_between_braces() {
        let unknown = |word: &str| Some(Wrong::Unknown(word.to_owned()));
        for (text, part, expected) in [
            ("Hei {name}, vi sjåast {when} i {place}", Part::Text, None),
            ("Sjå { link }", Part::Text, None),
            ("Sjå {link}", Part::Subject, unknown("link")),
            ("{event}: {organiser}", Part::Subject, None),
            ("{allergiar}", Part::Text, unknown("allergiar")),
            ("{Name}", Part::Text, unknown("Name")),
            ("{}", Part::Text, unknown("")),
            ("{name", Part::Text, Some(Wrong::Brace)),
            ("name}", Part::Text, Some(Wrong::Brace)),
            ("{{name}}", Part::Text, Some(Wrong::Brace)),
            ("{na\nme}", Part::Text, Some(Wrong::Brace)),
            ("{% if name %}", Part::Text, unknown("% if name %")),
            (&"å".repeat(150), Part::Subject, None),
            (&"å".repeat(151), Part::Subject, Some(Wrong::TooLong(150))),
            (&"å".repeat(5_001), Part::Text, Some(Wrong::TooLong(5_000))),
        ] {
            assert_eq!(wrong(text, part), expected, "{text}");
        }
    }

    #[test]
    fn what_an_organiser_types_makes_links_and_what_comes_from_elsewhere_does_not() {
        let piece = |text: &str, link| Piece { text: text.to_owned(), link };
        for (text, expected) in [
            (
                "Les (https://ks.no/a?b=c).",
                vec![piece("Les (", false), piece("https://ks.no/a?b=c", true), piece(").", false)],
            ),
            ("{event}", vec![piece("Tomme <lokale> https://evil.example", false)]),
            (
                "Sida di: {link}.",
                vec![piece("Sida di: ", false), piece("https://moteplass.example/mi/abc", true), piece(".", false)],
            ),
            (
                "https:// og http://localhost og javascript:alert(1)",
                vec![piece("https:// og http://localhost og javascript:alert(1)", false)],
            ),
        ] {
            let made = paragraphs(text, &values()).unwrap();
            let made: Vec<Piece> = made.into_iter().flatten().flatten().fold(Vec::new(), |mut all, one| {
                push(&mut all, &one.text, one.link);
                all
            });
            assert_eq!(made, expected, "{text}");
        }
    }

    #[test]
    fn blank_lines_part_paragraphs_and_what_cannot_be_seen_is_gone() {
        let text = clean("  Fyrste\u{202e} line \r\nandre\u{200b}\r\n\r\n\r\nNytt avsnitt\u{0}  ", Part::Text);
        assert_eq!(text, "Fyrste line\nandre\n\n\nNytt avsnitt");
        let made = paragraphs(&text, &values()).unwrap();
        assert_eq!(made.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(clean("Emne\r\nBcc: alle@eksempel.example", Part::Subject), "Emne Bcc: alle@eksempel.example");
        assert_eq!(line("{event}", &values()).unwrap(), "Tomme <lokale> https://evil.example");
    }

    proptest! {
        #[test]
        fn nothing_between_braces_is_ever_left(text in "[{}a-z \\n:/.]{0,60}") {
            let text = clean(&text, Part::Text);
            if let Ok(made) = paragraphs(&text, &values()) {
                let is_left = made.iter().flatten().flatten().any(|piece| piece.text.contains(['{', '}']));
                prop_assert!(!is_left);
            } else {
                prop_assert!(wrong(&text, Part::Text).is_some());
            }
        }
    }
}
