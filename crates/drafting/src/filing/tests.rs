use super::{Draft, filed};
use crate::draft::Step;
use crate::form::library::Ready;
use crate::form::question::{Kind, Offered, Question};
use crate::missing::tests::{organisation, whole};
use crate::missing::{Around, Missing, missing};
use chrono::{DateTime, Utc};
use event_file::{Expected, Facts, Known, Problem, Reading, Section, Times, read};
use proto::event::{AnswerType, Attendance, Condition, Country, EventKind};
use proto::{Language, Localised};
use std::collections::BTreeMap;
use text::Text;

const WEBINAR: Expected = Expected {
    kind: EventKind::Webinar,
    ways: &[("online", Attendance::Online), ("both", Attendance::Both)],
    meeting_needed: false,
    forms: false,
};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn judged(draft: &Draft, rooms: bool) -> Result<Facts, Vec<Problem>> {
    let organisation = organisation();
    let file = filed(draft, EventKind::Webinar, "torget-no", &organisation, &Text::new());
    let organisations = BTreeMap::from([(organisation.slug.clone(), organisation)]);
    let known = Known { organisations: &organisations, published: None, now: at("2027-01-12T08:00:00Z") };
    let room = |reading: &mut Reading<'_>, file: &mut Section<'_>, _: Times| {
        let room = file.yes_no(&mut reading.problems, "meeting_room");
        if let Some(room) = room.filter(|_| !rooms) {
            reading.problems.add(room.at, "no rooms");
        }
        Some(())
    };
    read(&file.text, "draft", &known, &WEBINAR, room).map(|(facts, ())| facts)
}

#[test]
fn what_was_typed_is_what_the_file_says() {
    let draft = whole();
    let facts = judged(&draft, false).unwrap();
    let event = &facts.event;
    assert_eq!((&event.title, &event.summary), (&draft.title, &draft.summary));
    assert_eq!((&event.description, event.venue.as_ref()), (&draft.description, Some(&draft.venue)));
    assert_eq!((event.starts_at, event.ends_at), (at("2027-03-16T09:00:00Z"), at("2027-03-16T10:30:00Z")));
    assert_eq!((event.attendance, event.slug.as_str()), (Attendance::Both, "torget-no"));
    assert_eq!(event.sign_up.closes_at, at("2027-03-15T11:00:00Z"));
    assert_eq!(event.sign_up.pools[0].capacity, Some(40));
    assert_eq!(event.contact.phone.as_deref(), Some("+47 00 00 00 00"));
    assert_eq!(facts.meeting_url, "https://mote.example.org/rom");
    let asked: Vec<&str> = event.sign_up.questions.iter().map(|question| question.key.as_str()).collect();
    assert_eq!(asked, Ready::ALL.map(Ready::key));
    let municipality = &event.sign_up.questions[1];
    assert_eq!(municipality.answer, AnswerType::Municipality { country: Country::Both });
    assert!(municipality.required && !municipality.sensitive);
    let days: Vec<u16> = event.sign_up.questions.iter().map(|question| question.delete_after_days).collect();
    assert_eq!(
        days[..8],
        [60, 60, 60, 30, 14, 14, 30, 30],
        "nothing is kept longer than the organisation keeps anything"
    );
    for (question, ready) in event.sign_up.questions.iter().zip(Ready::ALL) {
        assert_eq!(question.sensitive, matches!(ready, Ready::Food | Ready::Access));
        for text in [&question.label, &question.purpose] {
            assert_eq!(text.missing(&Language::ALL), [], "{}", question.key);
        }
    }
}

#[test]
fn with_nothing_but_what_is_needed_the_usual_applies() {
    let draft = Draft {
        venue: Localised::default(),
        meeting_url: String::new(),
        capacity: String::new(),
        closes: Default::default(),
        closes_at: String::new(),
        contact_phone: String::new(),
        form: Vec::new(),
        ..whole()
    };
    let facts = judged(&draft, true).unwrap();
    assert_eq!(facts.event.attendance, Attendance::Online);
    assert_eq!(facts.event.sign_up.closes_at, facts.event.starts_at);
    assert_eq!((facts.event.sign_up.pools[0].capacity, facts.meeting_url.as_str()), (None, ""));
    assert_eq!(facts.event.sign_up.questions, []);
}

#[test]
fn what_lacks_nothing_is_taken_and_what_lacks_something_is_not() {
    let organisation = organisation();
    let changes: [fn(&mut Draft); 12] = [
        |_| (),
        |it| drop(it.title.0.remove(&Language::Nb)),
        |it| it.starts.clear(),
        |it| it.ends = "09:00".to_owned(),
        |it| it.day.day = "31".to_owned(),
        |it| it.day.month = "2".to_owned(),
        |it| it.meeting_url = "http://mote.example.org".to_owned(),
        |it| it.contact_email = "kurs".to_owned(),
        |it| it.contact_name.clear(),
        |it| drop(it.venue.0.remove(&Language::Nn)),
        |it| it.timezone = "Oslo".to_owned(),
        |it| drop(it.title.0.insert(Language::En, "x\ny".to_owned())),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let mut draft = whole();
        change(&mut draft);
        let around = Around {
            kind: EventKind::Webinar,
            organisation: &organisation,
            rooms: false,
            networks: &[],
            now: at("2027-01-12T08:00:00Z"),
        };
        assert_eq!(missing(&draft, around).is_empty(), judged(&draft, false).is_ok(), "case {number}");
    }
}

#[test]
fn what_only_the_judge_of_files_sees_is_put_right_in_its_field() {
    // All texts together are larger than what is carried, which no single field tells.
    let mut draft = whole();
    draft.description.0.insert(Language::Nn, "å".repeat(120_000));
    let problems = judged(&draft, false).unwrap_err();
    let file = filed(&draft, EventKind::Webinar, "torget-no", &organisation(), &Text::new());
    let [Missing::Refused(place)] = file.blamed(&problems)[..] else { panic!("{problems:?}") };
    assert_eq!((place.step, place.id().as_str()), (None, ""));
    draft.description.0.remove(&Language::Nn);
    let problems = judged(&draft, false).unwrap_err();
    let [Missing::Refused(place)] = file.blamed(&problems)[..] else { panic!("{problems:?}") };
    assert_eq!((place.step, place.id().as_str()), (Some(Step::Texts), "description_nn"));
}

#[test]
fn every_kind_of_question_is_what_the_form_asks() {
    let both = |text: &str| Localised::from([(Language::Nn, text), (Language::Nb, text)]);
    let odd = "\"Kva\" \\ <no>?";
    let mut form: Vec<Question> = Vec::new();
    for kind in Kind::ALL {
        let mut question = Question::empty(kind, format!("k_{}", kind.word()), 14);
        (question.label, question.purpose) = (both(odd), both("Så vi\nveit det."));
        match kind {
            Kind::Number => (question.min, question.max) = ("-2".to_owned(), "7".to_owned()),
            Kind::OneOf | Kind::SeveralOf => {
                let option = |value: &str| Offered { value: value.to_owned(), label: both(odd) };
                question.options = vec![option("a1"), option("b2")];
            }
            Kind::Municipality => question.country = Country::Se,
            _ => {}
        }
        form.push(question);
    }
    let on =
        |question: &str, value: &str| Some(Condition { question: question.to_owned(), any_of: vec![value.to_owned()] });
    form[3].only_if = on("k_one_of", "b2");
    form[4].only_if = on("k_several_of", "a1");
    form[5].only_if = on("k_yes_no", "no");
    form[0].hint = both("Hjelp");
    form[1].sensitive = true;
    form[1].required = true;
    let draft = Draft { form, ..whole() };
    let around = Around {
        kind: EventKind::Webinar,
        organisation: &organisation(),
        rooms: false,
        networks: &[],
        now: at("2027-01-12T08:00:00Z"),
    };
    assert_eq!(missing(&draft, around), []);
    let asked = judged(&draft, false).unwrap().event.sign_up.questions;
    assert_eq!(asked.len(), Kind::ALL.len());
    for (own, question) in draft.form.iter().zip(&asked) {
        assert_eq!((&own.key, &own.label, &own.purpose), (&question.key, &question.label, &question.purpose));
        assert_eq!(
            (own.required, own.sensitive, &own.only_if),
            (question.required, question.sensitive, &question.only_if)
        );
        assert_eq!(question.delete_after_days, 14);
        match (&question.answer, own.kind) {
            (AnswerType::OneOf { options }, Kind::OneOf) | (AnswerType::SeveralOf { options }, Kind::SeveralOf) => {
                let values: Vec<&str> = options.iter().map(|option| option.value.as_str()).collect();
                assert_eq!((values, &options[1].label), (vec!["a1", "b2"], &both(odd)));
            }
            (AnswerType::Number { min, max }, Kind::Number) => assert_eq!((*min, *max), (Some(-2), Some(7))),
            (AnswerType::Municipality { country }, Kind::Municipality) => assert_eq!(*country, Country::Se),
            (AnswerType::Text, Kind::Text) => assert_eq!(question.hint, Some(both("Hjelp"))),
            (AnswerType::LongText, Kind::LongText)
            | (AnswerType::YesNo, Kind::YesNo)
            | (AnswerType::Date, Kind::Date)
            | (AnswerType::Email, Kind::Email)
            | (AnswerType::Phone, Kind::Phone)
            | (AnswerType::Organisation, Kind::Organisation)
            | (AnswerType::OrganisationNumber, Kind::OrganisationNumber) => {}
            (answer, kind) => panic!("{kind:?} became {answer:?}"),
        }
    }
}
