use super::*;

/// An HTML letter as somebody would read it aloud, with addresses after their links.
fn read_aloud(html: &str) -> String {
    let body = html.split_once("<body>").map_or(html, |(_, body)| body);
    let (mut aloud, mut rest, mut href) = (String::new(), body, String::new());
    while let Some((before, after)) = rest.split_once('<') {
        aloud.push_str(before);
        let (tag, after) = after.split_once('>').expect("a tag ends");
        if let Some(link) = tag.strip_prefix("a href=\"") {
            href = link.trim_end_matches('"').to_owned();
        } else if tag == "/a" {
            // An address that is a link to itself is read once.
            if !aloud.ends_with(&href) {
                aloud.push_str(": ");
                aloud.push_str(&href);
            }
        } else if tag == "li" {
            aloud.push_str("- ");
        } else if !tag.contains("strong") {
            aloud.push(' ');
        }
        rest = after;
    }
    aloud.push_str(rest);
    let plain = aloud
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&#x2f;", "/")
        .replace("&amp;", "&");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn each<L: Letter>(text: &Text, check: &mut dyn FnMut(&Written, Language)) {
    for language in Language::ALL {
        for letter in L::samples() {
            let written = write(text, language, &letter).unwrap_or_else(|e| panic!("{} {language}: {e:?}", L::FOLDER));
            check(&written, language);
        }
    }
}

fn every(check: &mut dyn FnMut(&Written, Language)) {
    let text = crate::templates(&Text::new());
    each::<Confirmation>(&text, check);
    each::<WaitingList>(&text, check);
    each::<Offer>(&text, check);
    each::<Place>(&text, check);
    each::<Change>(&text, check);
    each::<Cancellation>(&text, check);
    each::<Reminder>(&text, check);
    each::<Withdrawal>(&text, check);
    each::<Repeated>(&text, check);
    each::<Link>(&text, check);
    each::<SignIn>(&text, check);
    each::<SignInChanged>(&text, check);
    each::<Replanned>(&text, check);
    each::<FollowUp>(&text, check);
    each::<Material>(&text, check);
    each::<Speaking>(&text, check);
    each::<Proposal>(&text, check);
    each::<Delegation>(&text, check);
    each::<Invitation>(&text, check);
    each::<Followed>(&text, check);
    each::<TurnedAway>(&text, check);
    each::<Named>(&text, check);
    each::<Placed>(&text, check);
    each::<Reply>(&text, check);
    each::<Forward>(&text, check);
    each::<Notice>(&text, check);
}

#[test]
fn text_and_html_say_the_same() {
    every(&mut |written, language| {
        let text = written.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(read_aloud(&written.html), text, "{language}: {}", written.subject);
    });
}

#[test]
fn every_letter_is_short_and_has_a_subject_of_one_line() {
    every(&mut |written, language| {
        assert!(!written.subject.is_empty() && !written.subject.contains('\n'), "{language}");
        let words = written.text.split_whitespace().count();
        assert!(words < 150, "{language}, {words} words: {}", written.text);
        assert!(!written.text.contains("\n\n\n"), "{}", written.text);
        assert!(written.html.contains(&format!("<html lang=\"{language}\">")));
    });
}

#[test]
fn what_was_typed_is_escaped_in_html_and_nowhere_else() {
    let text = crate::templates(&Text::new());
    let written = write(&text, Language::Nn, &Change::samples()[0]).unwrap();
    assert!(written.html.contains("Tomme &lt;lokale&gt;"), "{}", written.html);
    assert!(written.text.contains("Tomme <lokale>"));
    assert!(written.subject.contains("sentrum & levande"));
}

#[test]
fn a_confirmation_reads_as_it_should() {
    let text = crate::templates(&Text::new());
    let written = write(&text, Language::Nn, &Confirmation::samples()[0]).unwrap();
    insta::assert_snapshot!(format!("{}\n\n{}", written.subject, written.text));
}

#[test]
fn samples_name_their_templates() {
    let text = crate::templates(&Text::new());
    for sample in samples() {
        for language in Language::ALL {
            text.render(sample.template, language, &sample.context)
                .unwrap_or_else(|e| panic!("{}: {e:?}", sample.name));
        }
    }
}
