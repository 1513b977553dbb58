//! A proposal as it is typed, on the page of the call and on the page of those who sent it in.

use super::typed::{is_address, line, text};
use crate::programme::{Programme, TrackId};
use crate::store::call::Question;
use crate::store::proposal::{Answers, KINDS, Model, People, Person, kind_of, kind_word};
use host::{FieldError, Fields};
use proto::{Language, Localised};
use serde::Serialize;
use sha2::{Digest, Sha256};
use text::Text;
use uuid::Uuid;

/// The most people in one proposal, and how many rows stand there for those who are not there yet.
pub(super) const MOST_PEOPLE: usize = 8;
const SPARE: usize = 2;

const LONGEST_TITLE: usize = 150;
const LONGEST_SUMMARY: usize = 4_000;
const LONGEST_LINE: usize = 150;
const LONGEST_ANSWER: usize = 2_000;

/// Everything as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(super) struct Typed {
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) kind: String,
    pub(super) track: String,
    /// With empty rows at the end.
    pub(super) people: Vec<Person>,
    pub(super) answers: Vec<Answer>,
    pub(super) consents: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Answer {
    id: Uuid,
    label: Localised,
    required: bool,
    typed: String,
}

#[derive(Serialize)]
pub(super) struct TrackChoice {
    id: TrackId,
    name: Localised,
}

pub(super) fn tracks(programme: &Programme) -> Vec<TrackChoice> {
    programme.tracks.iter().map(|track| TrackChoice { id: track.id, name: track.name.clone() }).collect()
}

pub(super) fn kinds() -> [&'static str; KINDS.len()] {
    KINDS.map(kind_word)
}

/// A field, and the key of how to put it right. The number is how long it may be, where that is what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    field: String,
    key: &'static str,
    most: usize,
}

impl Typed {
    /// A form nobody has typed in.
    pub(super) fn fresh(questions: &[Question]) -> Self {
        Self { answers: asked(questions, |_| String::new()), people: spared(Vec::new()), ..Self::default() }
    }

    pub(super) fn of(proposal: &Model, questions: &[Question]) -> Self {
        Self {
            title: proposal.title.clone(),
            summary: proposal.summary.clone(),
            kind: proposal.kind.clone(),
            track: proposal.track.map(|id| id.to_string()).unwrap_or_default(),
            people: spared(proposal.people.0.clone()),
            answers: asked(questions, |id| proposal.answers.0.get(&id).cloned().unwrap_or_default()),
            consents: proposal.consented_at.is_some(),
        }
    }

    pub(super) fn read(fields: &Fields, questions: &[Question]) -> Self {
        let of = |name: &str| fields.get(name).unwrap_or_default();
        let mut people = Vec::new();
        for place in 1..=MOST_PEOPLE {
            let of = |part: &str| line(fields.get(&format!("person-{place}-{part}")).unwrap_or_default());
            let person = Person {
                name: of("name"),
                email: of("email"),
                organisation: of("organisation"),
                role: of("role"),
                speaker: None,
            };
            // Whoever sends it in keeps the first row; among the others, gaps close.
            if place == 1 || person != Person::default() {
                people.push(person);
            }
        }
        Self {
            title: line(of("title")),
            summary: text(of("summary")),
            kind: of("kind").to_owned(),
            track: of("track").to_owned(),
            people: spared(people),
            answers: asked(questions, |id| text(of(&format!("answer-{id}")))),
            consents: fields.get("consents").is_some(),
        }
    }

    fn people(&self) -> impl Iterator<Item = (usize, &Person)> {
        let typed = |(place, person): &(usize, &Person)| *place == 1 || **person != Person::default();
        (1..).zip(&self.people).filter(typed)
    }

    /// What has to be put right before it can be kept.
    pub(super) fn wrong(&self, programme: &Programme) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        let mut add = |field: &str, key: &'static str, most: usize| {
            wrong.push(Wrong { field: field.to_owned(), key, most });
        };
        let length = |text: &str| text.chars().count();
        match length(&self.title) {
            0 => add("title", "conference-call-title-missing", 0),
            length if length > LONGEST_TITLE => add("title", "conference-call-too-long", LONGEST_TITLE),
            _ => {}
        }
        match length(&self.summary) {
            0 => add("summary", "conference-call-summary-missing", 0),
            length if length > LONGEST_SUMMARY => add("summary", "conference-call-too-long", LONGEST_SUMMARY),
            _ => {}
        }
        if kind_of(&self.kind).is_none() {
            add("kind", "conference-call-kind-missing", 0);
        }
        let known = |id: &str| programme.tracks.iter().any(|track| track.id.0.to_string() == id);
        if !self.track.is_empty() && !known(&self.track) {
            add("track", "conference-call-track-wrong", 0);
        }
        for (place, person) in self.people() {
            let field = |part: &str| format!("person-{place}-{part}");
            if person.name.is_empty() {
                add(&field("name"), "conference-call-name-missing", 0);
            }
            match person.email.as_str() {
                "" if place == 1 => add(&field("email"), "conference-call-email-missing", 0),
                email if !email.is_empty() && !is_address(email) => {
                    add(&field("email"), "conference-call-email-wrong", 0)
                }
                _ => {}
            }
            for (part, typed) in
                [("name", &person.name), ("organisation", &person.organisation), ("role", &person.role)]
            {
                if length(typed) > LONGEST_LINE {
                    add(&field(part), "conference-call-too-long", LONGEST_LINE);
                }
            }
        }
        for answer in &self.answers {
            let field = format!("answer-{}", answer.id);
            if answer.required && answer.typed.is_empty() {
                add(&field, "conference-call-answer-missing", 0);
            } else if length(&answer.typed) > LONGEST_ANSWER {
                add(&field, "conference-call-too-long", LONGEST_ANSWER);
            }
        }
        wrong
    }

    /// Stands for everything that was typed, to tell the same form from another.
    pub(super) fn print(&self) -> String {
        // Plain data always become JSON; were it otherwise, all would be the same and the first would be kept.
        let said = serde_json::to_vec(self).unwrap_or_default();
        Sha256::digest(&said).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The proposal with what was typed. Those who became speakers stay them.
    pub(super) fn into(self, before: Model) -> Model {
        let answers = self.answers.iter().filter(|answer| !answer.typed.is_empty());
        let answers = Answers(answers.map(|answer| (answer.id, answer.typed.clone())).collect());
        let people = People(self.people().map(|(_, person)| person.clone()).collect());
        Model {
            title: self.title,
            summary: self.summary,
            kind: self.kind,
            track: self.track.parse().ok(),
            people,
            answers,
            ..before
        }
    }
}

fn asked(questions: &[Question], typed: impl Fn(Uuid) -> String) -> Vec<Answer> {
    let of = |question: &Question| Answer {
        id: question.id,
        label: question.label.clone(),
        required: question.required,
        typed: typed(question.id),
    };
    questions.iter().map(of).collect()
}

fn spared(mut people: Vec<Person>) -> Vec<Person> {
    let rows = (people.len().max(1) + SPARE).min(MOST_PEOPLE);
    people.resize(rows.max(people.len()), Person::default());
    people
}

/// In words, beside the fields.
pub(super) fn errors(text: &Text, language: Language, wrong: &[Wrong]) -> Vec<FieldError> {
    let say = |wrong: &Wrong| {
        let most = i64::try_from(wrong.most).unwrap_or(i64::MAX);
        FieldError::new(wrong.field.clone(), text.word(language, wrong.key, &[("most", most.into())]))
    };
    wrong.iter().map(say).collect()
}

/// For samples.
pub(super) fn example_questions() -> Vec<Question> {
    use crate::timetable::example;
    vec![
        Question {
            id: Uuid::from_u128(1),
            label: example::text("Kva skal deltakarane sitje att med?", "What should people take away?"),
            required: true,
        },
        Question {
            id: Uuid::from_u128(2),
            label: Localised::from([(Language::Nn, "Treng du noko spesielt i rommet?")]),
            required: false,
        },
    ]
}

pub(super) fn example() -> Typed {
    let person = |name: &str, email: &str, organisation: &str, role: &str| Person {
        name: name.to_owned(),
        email: email.to_owned(),
        organisation: organisation.to_owned(),
        role: role.to_owned(),
        speaker: None,
    };
    Typed {
        title: "Torget som daglegstove".to_owned(),
        summary: "Korleis tre små tettstader fekk folk attende til torget.\n\nMed døme <b>og</b> feil.".to_owned(),
        kind: "parallel".to_owned(),
        track: String::new(),
        people: spared(vec![
            person("Ingunn Fjære", "ingunn@fjordby.example", "Fjordby kommune", "Planleggjar"),
            person("Odd Vik", "", "", ""),
        ]),
        answers: asked(&example_questions(), |_| "At det går an.".to_owned()),
        consents: true,
    }
}

pub(super) fn example_programme() -> Programme {
    crate::timetable::example::programme()
}

#[cfg(test)]
mod tests {
    use super::{Typed, example_programme, example_questions};
    use host::Fields;

    fn full() -> Vec<(&'static str, &'static str)> {
        vec![
            ("title", "Torget"),
            ("summary", "Om torget."),
            ("kind", "workshop"),
            ("person-1-name", "Kari"),
            ("person-1-email", "kari@kommune.no"),
            ("answer-00000000-0000-0000-0000-000000000001", "Mykje"),
        ]
    }

    fn wrong(change: &[(&'static str, &'static str)]) -> Vec<String> {
        let mut all = full();
        for (name, value) in change {
            all.retain(|(own, _)| own != name);
            all.push((name, value));
        }
        let typed = Typed::read(&fields(&all), &example_questions());
        typed.wrong(&example_programme()).into_iter().map(|wrong| wrong.field).collect()
    }

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        // Twenty pairs hold any of these; what is left over is empty.
        let mut all = [("", ""); 20];
        all[..pairs.len()].copy_from_slice(pairs);
        Fields::from(all)
    }

    #[test]
    fn a_whole_proposal_has_nothing_wrong() {
        assert!(wrong(&[]).is_empty());
        assert!(wrong(&[("person-5-name", "Ola"), ("track", "")]).is_empty());
    }

    #[test]
    fn each_thing_that_is_wrong_is_told_beside_its_field() {
        assert_eq!(wrong(&[("title", "  ")]), ["title"]);
        assert_eq!(wrong(&[("summary", "\0")]), ["summary"]);
        assert_eq!(wrong(&[("kind", "break")]), ["kind"]);
        assert_eq!(wrong(&[("track", "x")]), ["track"]);
        assert_eq!(wrong(&[("person-1-name", "")]), ["person-1-name"]);
        assert_eq!(wrong(&[("person-1-email", "kari")]), ["person-1-email"]);
        assert_eq!(wrong(&[("person-4-email", "ola@by.no")]), ["person-2-name"], "gaps close");
        assert_eq!(wrong(&[("answer-00000000-0000-0000-0000-000000000001", "")]).len(), 1);
        let long = "a".repeat(151).leak();
        assert_eq!(wrong(&[("title", long), ("person-1-role", long)]), ["title", "person-1-role"]);
    }

    #[test]
    fn the_same_form_has_the_same_print() {
        let of = |pairs: &[(&str, &str)]| Typed::read(&fields(pairs), &example_questions()).print();
        let mut other = full();
        other[0].1 = "Gata";
        assert_eq!(of(&full()), of(&full()));
        assert_ne!(of(&full()), of(&other));
    }
}
