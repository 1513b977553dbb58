//! A form as it was sent: everything typed in it, and the people it signs up.

use super::choices::{form, word};
use super::field::Typed;
use crate::address::normalised;
use crate::answers::{self, Answers, Field, FieldProblem, Problem};
use crate::desk::errand::{Person, Refusal, SignUp};
use crate::places::forms;
use crate::question;
use host::Fields;
use proto::event::{Event, Form, Question};
use proto::{Language, PoolId};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// So many others at most have rows of their own in a form.
const MOST_GUESTS: u8 = 20;

/// Everything that was typed into a form, in the order of its questions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sent {
    pub(crate) submission: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) typed: Vec<Typed>,
    /// How one takes part, as it came.
    pub(crate) form: String,
    /// Ids of pools, as they came.
    pub(crate) choices: Vec<String>,
    pub(crate) guests: Vec<Guest>,
}

/// Somebody else who is signed up along with the one who fills in the form.
#[derive(Clone, Debug, Default)]
pub(crate) struct Guest {
    pub(crate) name: String,
    pub(crate) email: String,
}

impl Guest {
    fn is_blank(&self) -> bool {
        self.name.trim().is_empty() && self.email.trim().is_empty()
    }
}

/// How many others an event lets one sign up.
pub(crate) fn guest_rows(event: &Event) -> u8 {
    event.sign_up.party_limit.saturating_sub(1).min(MOST_GUESTS)
}

impl Sent {
    /// A form nobody has typed in.
    pub(crate) fn fresh(event: &Event, submission: Uuid) -> Self {
        Self {
            submission: submission.to_string(),
            typed: vec![Typed::default(); event.sign_up.questions.len()],
            guests: vec![Guest::default(); usize::from(guest_rows(event))],
            ..Self::default()
        }
    }

    pub(crate) fn from_fields(event: &Event, fields: &Fields) -> Self {
        let get = |name: &str| fields.get(name).unwrap_or_default().to_owned();
        let guests = (1..=guest_rows(event))
            .map(|n| Guest { name: get(&format!("guest-{n}-name")), email: get(&format!("guest-{n}-email")) });
        Self {
            submission: get("submission"),
            name: get("name"),
            email: get("email"),
            typed: event.sign_up.questions.iter().map(|question| Typed::sent(question, fields)).collect(),
            form: get("form"),
            choices: fields.all("choice").map(str::to_owned).collect(),
            guests: guests.collect(),
        }
    }

    /// What was typed for a question.
    pub(crate) fn typed_for<'s>(&'s self, event: &Event, question: &Question) -> Option<&'s Typed> {
        let place = event.sign_up.questions.iter().position(|q| q.key == question.key)?;
        self.typed.get(place)
    }

    /// The answers, judged.
    pub(crate) fn answers(&self, event: &Event) -> Result<Answers, Vec<FieldProblem>> {
        answers::read(&event.sign_up.questions, |question| {
            self.typed_for(event, question).map_or(answers::Raw::Nothing, |typed| typed.raw(&question.answer))
        })
    }

    /// The form that was chosen, where there is a choice.
    pub(crate) fn attends(&self, event: &Event) -> Result<Option<Form>, FieldProblem> {
        let at = |problem| FieldProblem { field: Field::Form, problem };
        match (forms(event).as_slice(), self.form.as_str()) {
            ([], _) => Ok(None),
            ([only], _) => Ok(Some(*only)),
            (_, "") => Err(at(Problem::MissingForm)),
            (forms, typed) => match form(typed).filter(|form| forms.contains(form)) {
                Some(form) => Ok(Some(form)),
                None => Err(at(Problem::UnknownForm)),
            },
        }
    }

    /// The chosen pools; what is no id at all is no choice of this event.
    pub(crate) fn chosen(&self) -> Result<Vec<PoolId>, FieldProblem> {
        let unknown = FieldProblem { field: Field::Choices, problem: Problem::UnknownChoice };
        self.choices.iter().map(|id| id.parse().ok()).collect::<Option<Vec<PoolId>>>().ok_or(unknown)
    }

    /// The people to be signed up, the one who fills in the form first, or everything that has to be put right.
    pub(crate) fn party(&self, event: &Event, language: Language) -> Result<Vec<Person>, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let name = kept(Field::Name, answers::name(&self.name), &mut problems);
        let email = kept(Field::Email, answers::email(&self.email), &mut problems);
        let answers = self.answers(event).unwrap_or_else(|more| {
            problems.extend(more);
            Answers::default()
        });
        if let Err(problem) = self.attends(event) {
            problems.push(problem);
        }
        let choices = self.chosen().unwrap_or_else(|problem| {
            problems.push(problem);
            Vec::new()
        });
        let mut shared = answers.clone();
        let is_shared = |key: &str| {
            event.sign_up.questions.iter().any(|q| q.key == key && !q.sensitive && question::is_shared(&q.answer))
        };
        shared.0.retain(|key, _| is_shared(key));
        let mut party = vec![Person { name, email, language, answers, choices: choices.clone() }];
        for (number, guest) in (1..).zip(&self.guests).filter(|(_, guest)| !guest.is_blank()) {
            let name = kept(Field::GuestName(number), answers::other_name(&guest.name), &mut problems);
            let email = kept(Field::GuestEmail(number), answers::email(&guest.email), &mut problems);
            if !email.is_empty() && party.iter().any(|person| normalised(&person.email) == normalised(&email)) {
                problems.push(FieldProblem { field: Field::GuestEmail(number), problem: Problem::SameAddressTwice });
            }
            party.push(Person { name, email, language, answers: shared.clone(), choices: choices.clone() });
        }
        if problems.is_empty() { Ok(party) } else { Err(problems) }
    }

    /// The errand for these people. A form without an id of its own is a form by itself.
    pub(crate) fn errand(&self, event: &Event, party: Vec<Person>) -> SignUp {
        let form = self.attends(event).ok().flatten();
        let id = self.submission.parse().unwrap_or_else(|_: uuid::Error| Uuid::now_v7());
        SignUp { key: format!("form:{id}"), content: content(form, &party), form, party }
    }
}

/// What was read, or nothing and one more thing to be put right.
fn kept(field: Field, read: Result<String, Problem>, problems: &mut Vec<FieldProblem>) -> String {
    read.unwrap_or_else(|problem| {
        problems.push(FieldProblem { field, problem });
        String::new()
    })
}

/// A hash over everything that these people asked for.
pub(crate) fn content(form: Option<Form>, party: &[Person]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(form.map(word).unwrap_or_default());
    for person in party {
        let choices: Vec<String> = person.choices.iter().map(ToString::to_string).collect();
        let answers = serde_json::to_string(&person.answers).unwrap_or_default();
        for part in [&person.name, &person.email, person.language.code(), &answers, &choices.join(",")] {
            // The length first, so that no two forms read the same.
            hash.update(part.len().to_be_bytes());
            hash.update(part.as_bytes());
        }
    }
    hash.finalize().into()
}

/// Refusals that are about a field, as what is to be put right in it.
pub(crate) fn as_problem(refusal: &Refusal) -> Option<FieldProblem> {
    let choices = |problem| Some(FieldProblem { field: Field::Choices, problem });
    let form = |problem| Some(FieldProblem { field: Field::Form, problem });
    match refusal {
        Refusal::UnknownChoice(_) => choices(Problem::UnknownChoice),
        Refusal::ChoiceFull(pool) => choices(Problem::ChoiceFull { pool: *pool }),
        Refusal::ClashingChoices(first, second) => choices(Problem::ClashingChoices { first: *first, second: *second }),
        Refusal::SameSessionTwice(first, second) => choices(Problem::SameSession { first: *first, second: *second }),
        Refusal::ChoiceOfOtherForm(pool) => choices(Problem::OtherForm { pool: *pool }),
        Refusal::FormMissing => form(Problem::MissingForm),
        Refusal::UnknownForm => form(Problem::UnknownForm),
        Refusal::FormFull => form(Problem::FormFull),
        Refusal::SameAddressTwice => Some(FieldProblem { field: Field::Email, problem: Problem::SameAddressTwice }),
        _ => None,
    }
}
