use super::{Participant, Place, Wording, Written, certificate, pdf};
use crate::pages::event::Known;
use crate::pages::sample;
use crate::pdf::reading::{read_by, text_of};
use chrono::{DateTime, TimeDelta, Utc};
use proto::event::{Attendance, Event, Form};
use proto::{Language, Localised};

fn both(known: &Known) -> Vec<&Localised> {
    known.co_organisers.iter().chain([&known.event.title]).collect()
}

fn wording(name: &str, language: Language) -> Wording {
    let known = sample::known();
    let person = Participant { name, language, form: None, attended_at: Some(known.event.starts_at) };
    let now = known.event.ends_at;
    certificate(&known.event, false, &both(&known), &person, now).unwrap().wording(&text::Text::new())
}

#[test]
fn only_those_who_came_to_what_has_begun_have_one() {
    let known = sample::known();
    let starts_at = known.event.starts_at;
    let given = |cancelled, attended_at: Option<DateTime<Utc>>, now| {
        let person = Participant { name: "Kari", language: Language::Nn, form: None, attended_at };
        certificate(&known.event, cancelled, &both(&known), &person, now).is_some()
    };
    let just_before = starts_at - TimeDelta::microseconds(1);
    assert!(given(false, Some(just_before), starts_at), "somebody who was early, as soon as it begins");
    assert!(!given(false, Some(just_before), just_before));
    assert!(!given(false, None, starts_at));
    assert!(!given(true, Some(starts_at), starts_at));
}

#[test]
fn it_says_where_the_person_was() {
    let mut event = Event::clone(&sample::known().event);
    event.venue = Some(Localised::from([(Language::Nb, "Førde")]));
    let mut said = |attendance, form| {
        event.attendance = attendance;
        let attended_at = Some(event.starts_at);
        let person = Participant { name: "Kari", language: Language::Nn, form, attended_at };
        certificate(&event, false, &[], &person, event.ends_at).unwrap().place
    };
    let venue = Written { text: "Førde".to_owned(), language: Some(Language::Nb) };
    assert_eq!(said(Attendance::InPerson, None), Place::Venue(venue.clone()));
    assert_eq!(said(Attendance::Both, Some(Form::InPerson)), Place::Venue(venue.clone()));
    assert_eq!(said(Attendance::Both, Some(Form::Online)), Place::Online);
    assert_eq!(said(Attendance::Both, None), Place::Either(venue));
    assert_eq!(said(Attendance::Online, None), Place::Online);
}

#[test]
fn others_read_it_in_the_language_of_the_person() {
    for (language, heading, code) in [
        (Language::Nn, "Deltakarbevis", "nn"),
        (Language::Nb, "Deltakerbevis", "nb"),
        (Language::Sv, "Deltagarintyg", "sv"),
        (Language::En, "Certificate of attendance", "en"),
    ] {
        let words = wording("Åse Čáhppesnjárga-Đurić", language);
        // The order in which it is read aloud.
        let mut expected =
            vec![heading, words.certifies.as_str(), "Åse Čáhppesnjárga-Đurić", &words.took_part, &words.title.text];
        for fact in &words.facts {
            expected.push(&fact.label);
            expected.extend(fact.values.iter().map(|value| value.text.as_str()));
        }
        expected.push(&words.issued);
        let expected = expected.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        let file = pdf::draw(&words).unwrap();
        assert_eq!(text_of(&file), expected);
        let about = read_by("pdfinfo", &["-"], &file);
        assert!(about.contains(&format!("{heading} – {}", words.title.text)), "{about}");
        assert!(about.contains("Tagged:          yes") && about.contains("JavaScript:      no"), "{about}");
        let tags = read_by("pdfinfo", &["-struct-text", "-"], &file);
        for tag in ["H1", "LI", "Lbl", "LBody", heading] {
            assert!(tags.contains(tag), "no {tag}:\n{tags}");
        }
        let raw = String::from_utf8_lossy(&file);
        assert!(raw.contains(&format!("/Lang({code})")) || raw.contains(&format!("/Lang ({code})")), "no {code}");
        assert!(raw.contains("<pdfuaid:part>1</pdfuaid:part>"));
        assert!(raw.contains("/DisplayDocTitle true"));
    }
}

#[test]
fn no_name_spoils_it() {
    let long = "x".repeat(500);
    let words = "Bjørn-Åge ".repeat(60);
    for (name, shown) in [
        ("Kari \u{202e}nnamdroN\u{202c} \u{2066}Ås\u{2069}\u{200b}", "Kari nnamdroN Ås"),
        ("Ola 🎉🎉👩‍👩‍👧 Nordmann", "Ola □ Nordmann"),
        ("محمد Ali 漢字", "□ Ali □"),
        ("\u{e000}\u{10fffd} A\u{fffe}\u{feff}\0B\u{1}", "□ A□ B"),
        ("e\u{301}A\u{30a}\u{327}\u{fe0f} fi -> ffl", "fi -> ffl"),
        (&long, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
        (&words, words.trim()),
        ("", ""),
        ("\u{301}\u{301}", ""),
        ("Юлія Ελένη <b>&amp;</b> (a) \\ ) Tj", "Юлія Ελένη <b>&amp;</b> (a) \\ ) Tj"),
    ] {
        let mut words = wording(name, Language::Nn);
        let text = text_of(&pdf::draw(&words).unwrap_or_else(|error| panic!("{name:?}: {error}")));
        assert!(text.contains(shown), "{name:?} became: {text}");
        assert!(text.contains("Utferda"), "{name:?}: {text}");
        // The same as a title, which stands in what the document is called as well.
        name.clone_into(&mut words.title.text);
        words.document = format!("{} – {name}", words.heading);
        pdf::draw(&words).unwrap_or_else(|error| panic!("a title {name:?}: {error}"));
    }
}

#[test]
fn what_has_no_room_goes_on_on_another_page() {
    let mut words = wording(&"Sentrumsbustadutviklingsavtaleføresegnstolking ".repeat(80), Language::Nn);
    words.title.text = "W".repeat(2000);
    let file = pdf::draw(&words).unwrap();
    let about = read_by("pdfinfo", &["-"], &file);
    assert!(!about.contains("Pages:           1\n"), "{about}");
    let text = text_of(&file);
    assert_eq!(text.matches("Sentrumsbustadutviklingsavtaleføresegnstolking").count(), 80);
    assert_eq!(text.matches('W').count(), 2000);
}
