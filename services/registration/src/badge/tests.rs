use super::code::Code;
use super::sheet::ON_A_SHEET;
use super::{Badge, Words, badge, sheet, sign};
use crate::answers::{Answer, Answers, Organisation};
use crate::certificate::Written;
use crate::pages::sample;
use crate::pdf::reading::{read_by, text_of};
use host::Keys;
use proto::event::{AnswerType, Question};
use proto::{Language, Localised, RegistrationId};
use uuid::Uuid;

fn words(language: Language) -> Words {
    let text = text::Text::new();
    let say = |key| text.word(language, key, &[]);
    Words {
        language,
        heading: say("badge-badges"),
        document: format!("{} – Samling", say("badge-badges")),
        event: Written::of(&sample::known().event.title, language),
        no_pictures: say("door-no-pictures"),
        name: say("reg-name"),
        organisation: say("reg-list-organisation"),
        code: say("badge-code"),
        at: sample::known().event.starts_at,
    }
}

fn code(number: u128) -> Code {
    Code::of(&Keys::new(b"secret"), RegistrationId(Uuid::from_u128(number)))
}

fn of(name: &str) -> Badge {
    Badge {
        name: name.to_owned(),
        role: Some(Written::own("Prosjektleiar".to_owned())),
        affiliation: Some("Volda kommune".to_owned()),
        no_pictures: false,
        code: Some(code(1)),
    }
}

fn question(key: &str, answer: AnswerType) -> Question {
    Question { key: key.to_owned(), answer, ..sample::known().event.sign_up.questions[0].clone() }
}

#[test]
fn a_badge_says_what_somebody_answered_and_nothing_that_few_may_see() {
    let label = Localised::from([(Language::Nb, "Planlegger")]);
    let options = vec![proto::event::Choice { value: "plan".to_owned(), label }];
    let mut asked = vec![
        question("rolle", AnswerType::OneOf { options }),
        question("work", AnswerType::Organisation),
        question("photo", AnswerType::YesNo),
    ];
    let given = Answers(
        [
            ("rolle", Answer::OneOf("plan".to_owned())),
            ("work", Answer::Organisation(Organisation::Named("Volda kommune".to_owned()))),
            ("photo", Answer::YesNo(false)),
        ]
        .into_iter()
        .map(|(key, answer)| (key.to_owned(), answer))
        .collect(),
    );
    let role = |language| Some(Written { text: "Planlegger".to_owned(), language });
    let made = badge(&asked, "Åse", &given, code(1), Language::Nn);
    assert_eq!(made.role, role(Some(Language::Nb)));
    assert_eq!((made.affiliation.as_deref(), made.no_pictures), (Some("Volda kommune"), true));
    assert_eq!(badge(&asked, "Åse", &given, code(1), Language::Nb).role, role(None));
    for question in &mut asked {
        question.sensitive = true;
    }
    let made = badge(&asked, "Åse", &given, code(1), Language::Nn);
    assert_eq!((made.role, made.affiliation), (None, None));
    let written = [question("role", AnswerType::Text)];
    let given = Answers([("role".to_owned(), Answer::Text("Rådgivar".to_owned()))].into());
    let made = badge(&written, "Åse", &given, code(1), Language::Nn);
    assert_eq!(made.role, Some(Written::own("Rådgivar".to_owned())));
}

#[test]
fn badges_are_read_aloud_one_after_the_other_in_the_language_of_whoever_prints_them() {
    for language in Language::ALL {
        let words = words(language);
        let silent = Badge { no_pictures: true, role: None, code: Some(code(2)), ..of("Đurić, Čáhppesnjárga") };
        let file = sheet::draw(&[of("Åse Ødegård"), silent], &words).unwrap();
        let (one, other) = (code(1), code(2));
        let expected = format!(
            "Åse Ødegård Prosjektleiar Volda kommune {event} {one} Đurić, Čáhppesnjárga Volda kommune {no} {event} {other}",
            event = words.event.text,
            no = words.no_pictures
        );
        // Drawn in another order than read, so the structure is what is asked for.
        let tags = read_by("pdfinfo", &["-struct-text", "-"], &file);
        let told: String = tags.lines().filter_map(|line| line.trim().strip_prefix('"')).collect::<Vec<_>>().join(" ");
        let told = told.replace('"', "");
        assert_eq!(told.split_whitespace().collect::<Vec<_>>().join(" "), expected, "{tags}");
        for tag in ["Sect", "H1", "Figure"] {
            assert!(tags.contains(tag), "no {tag}:\n{tags}");
        }
        let text = text_of(&file);
        for part in ["Åse Ødegård", "Đurić, Čáhppesnjárga", &one.to_string(), &words.no_pictures] {
            assert!(text.contains(part), "no {part:?}: {text}");
        }
        let about = read_by("pdfinfo", &["-"], &file);
        assert!(about.contains(&words.document) && about.contains("Tagged:          yes"), "{about}");
        assert!(about.contains("Pages:           1\n") && about.contains("(A4)"), "{about}");
        let raw = String::from_utf8_lossy(&file);
        let code = language.code();
        assert!(raw.contains(&format!("/Lang({code})")) || raw.contains(&format!("/Lang ({code})")), "no {code}");
        assert!(raw.contains("<pdfuaid:part>1</pdfuaid:part>"));
    }
}

#[test]
fn no_name_is_cut_and_ten_badges_stand_on_a_sheet() {
    let words = words(Language::Nn);
    let long = "Sentrumsbustadutviklingsavtaleføresegnstolking ".repeat(4);
    let wide = "W".repeat(200);
    let people: Vec<Badge> = (0..=ON_A_SHEET)
        .map(|number| Badge {
            affiliation: Some(long.trim().to_owned()),
            ..of(if number == 0 { &wide } else { long.trim() })
        })
        .collect();
    let file = sheet::draw(&people, &words).unwrap();
    assert!(read_by("pdfinfo", &["-"], &file).contains("Pages:           2\n"));
    let text = text_of(&file).replace(' ', "");
    assert_eq!(text.matches('W').count(), 200);
    assert_eq!(text.matches("Sentrumsbustadutviklingsavtaleføresegnstolking").count(), 4 * (2 * ON_A_SHEET + 1));
    for name in ["", "\u{301}", "محمد Ali 漢字", "Kari \u{202e}nnamdroN", "\u{e000}\0", "<b>&amp;</b> ) Tj"] {
        sheet::draw(&[of(name)], &words).unwrap_or_else(|error| panic!("{name:?}: {error}"));
        sign::draw(&[of(name)], &words).unwrap_or_else(|error| panic!("{name:?}: {error}"));
    }
}

#[test]
fn blank_badges_have_the_event_and_lines_to_write_on_and_no_code() {
    let words = words(Language::Nn);
    let text = text_of(&sheet::draw(&vec![Badge::default(); ON_A_SHEET], &words).unwrap());
    for part in [&words.event.text, &words.name, &words.organisation] {
        assert_eq!(text.matches(part.as_str()).count(), ON_A_SHEET, "{part}: {text}");
    }
}

#[test]
fn a_table_sign_has_the_name_on_both_sides_and_is_read_aloud_once() {
    let words = words(Language::Nn);
    let long = Badge { affiliation: None, ..of(&"Bjørn-Åge ".repeat(19)) };
    let file = sign::draw(&[of("Åse Ødegård"), long], &words).unwrap();
    let tags = read_by("pdfinfo", &["-struct-text", "-"], &file);
    assert_eq!(tags.matches("Åse Ødegård").count(), 1, "{tags}");
    assert_eq!(tags.matches("Volda kommune").count(), 1, "{tags}");
    let text = text_of(&file);
    assert_eq!(text.matches("Åse Ødegård").count(), 2, "{text}");
    assert_eq!(text.matches("Bjørn-Åge").count(), 2 * 19);
    assert!(read_by("pdfinfo", &["-"], &file).contains("Pages:           2\n"));
}
