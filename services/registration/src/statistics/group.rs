//! Those who have a place, counted by what they are.

use super::{Sight, Totals, shown};
use crate::answers::Answer;
use crate::invitation::Standing as Invited;
use crate::municipality;
use crate::store::pool::Form;
use crate::store::registration::State;
use crate::store::reply;
use crate::store::statistics::{Answered, Replied, Standing};
use proto::Localised;
use proto::event::{AnswerType, Question};
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::HashMap;

/// A table of the page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Group {
    pub(crate) kind: Kind,
    /// What was asked, where it was.
    pub(crate) question: Option<Localised>,
    pub(crate) lines: Vec<Line>,
}

/// What people are counted by, and the end of the key of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Attendance,
    Form,
    Language,
    Municipality,
    County,
    Reply,
    Invitation,
    Answer,
}

/// How many people something is so of. Both numbers are absent where they are too few for this reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Line {
    pub(crate) label: Label,
    pub(crate) people: Option<u32>,
    pub(crate) came: Option<u32>,
}

/// What a line is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "text", rename_all = "snake_case")]
pub(crate) enum Label {
    /// The key of words of ours.
    Word(&'static str),
    /// An option in the organiser's words.
    Option(Localised),
    /// The name of a place, or what is known of it.
    Name(String),
}

/// A line before it is known who reads it.
#[derive(Clone)]
struct Tally {
    key: String,
    label: Label,
    people: u32,
    came: u32,
}

/// Whether the answers are of a kind that people can have in common.
pub(super) fn is_counted(answer: &AnswerType) -> bool {
    matches!(
        answer,
        AnswerType::OneOf { .. } | AnswerType::SeveralOf { .. } | AnswerType::YesNo | AnswerType::Municipality { .. }
    )
}

/// What is known of all who have a place: whether they came, how they take part, and what they read.
pub(super) fn of_everybody(standings: &[Standing], totals: Totals, sight: Sight) -> Vec<Group> {
    let mut groups = Vec::new();
    if totals.came > 0 {
        // How many came of all says nothing about any one of them.
        let line = |key, people| Line { label: Label::Word(key), people: Some(people), came: None };
        let stayed_away = totals.admitted.saturating_sub(totals.came);
        let lines = vec![line("reg-numbers-came", totals.came), line("reg-numbers-came-not", stayed_away)];
        groups.push(Group { kind: Kind::Attendance, question: None, lines });
    }
    let with_place = || standings.iter().filter(|one| one.state == State::Admitted);
    let mut forms = vec![word("in_person", "reg-numbers-form-in_person"), word("online", "reg-numbers-form-online")];
    for one in with_place() {
        let key = match one.form {
            Some(Form::InPerson) => "in_person",
            Some(Form::Online) => "online",
            None => continue,
        };
        add(&mut forms, key, one.people, one.came, || Label::Name(key.to_owned()));
    }
    if forms.iter().any(|form| form.people > 0) {
        groups.push(Group { kind: Kind::Form, question: None, lines: lines(forms, sight) });
    }
    let languages =
        [("nn", "my-language-nn"), ("nb", "my-language-nb"), ("sv", "my-language-sv"), ("en", "my-language-en")];
    let mut languages = languages.map(|(code, key)| word(code, key)).to_vec();
    for one in with_place() {
        add(&mut languages, &one.language, one.people, one.came, || Label::Name(one.language.clone()));
    }
    if totals.admitted > 0 {
        groups.push(Group { kind: Kind::Language, question: None, lines: lines(languages, sight) });
    }
    groups
}

/// What was answered in calendars, where anything was.
pub(super) fn of_replies(replied: &[Replied], sight: Sight) -> Option<Group> {
    let mut tallies = vec![
        word("accepted", "reg-numbers-reply-accepted"),
        word("tentative", "reg-numbers-reply-tentative"),
        word("declined", "reg-numbers-reply-declined"),
    ];
    for one in replied {
        let label = || match one.answer {
            reply::Answer::Delegated => Label::Word("reg-numbers-reply-delegated"),
            _ => Label::Word("reg-numbers-reply-proposed"),
        };
        add(&mut tallies, one.answer.word(), one.people, one.came, label);
    }
    (!replied.is_empty()).then(|| Group { kind: Kind::Reply, question: None, lines: lines(tallies, sight) })
}

/// What an invitation can have come to that was not taken back, and the key of its words.
const CAME_OF_IT: [(Invited, &str); 5] = [
    (Invited::SignedUp, "reg-invitations-signed-up"),
    (Invited::Declined, "reg-invitations-declined"),
    (Invited::Silent, "reg-invitations-silent"),
    (Invited::SignedOff, "reg-invitations-signed-off"),
    (Invited::Unreachable, "reg-invitations-unreachable"),
];

/// What became of personal invitations, where anybody was invited. The people in it need not have a place.
pub(super) fn of_invitations(invited: &HashMap<Invited, u32>, sight: Sight) -> Option<Group> {
    let people = |standing| invited.get(&standing).copied().unwrap_or_default();
    let tally = |(standing, label)| Tally { people: people(standing), ..word("", label) };
    let tallies = CAME_OF_IT.map(tally).to_vec();
    (invited_in_all(invited) > 0).then(|| Group {
        kind: Kind::Invitation,
        question: None,
        lines: lines(tallies, sight),
    })
}

/// How many are invited, without those whose invitations were taken back.
pub(super) fn invited_in_all(invited: &HashMap<Invited, u32>) -> u32 {
    CAME_OF_IT.iter().filter_map(|(standing, _)| invited.get(standing)).sum()
}

/// The answers to one question; places also by the county that they are in.
pub(super) fn of_question(
    question: &Question,
    answered: &[Answered],
    sight: Sight,
    alphabet: &dyn Fn(&str, &str) -> Ordering,
) -> Vec<Group> {
    let group = |kind, tallies: Vec<Tally>| Group {
        kind,
        question: Some(question.label.clone()),
        lines: lines(tallies, sight).into_iter().chain(unanswered(answered, sight)).collect(),
    };
    if !matches!(question.answer, AnswerType::Municipality { .. }) {
        return vec![group(Kind::Answer, options(question, answered))];
    }
    let (mut municipalities, mut counties) = (Vec::new(), Vec::new());
    for one in answered {
        let Some(Answer::Municipality { land, number }) = &one.answer else { continue };
        let known = municipality::numbered(*land, number);
        let (name, county) = known.map_or_else(|| (number.clone(), String::new()), |m| (m.shown(), m.county.clone()));
        let key = format!("{} {number}", land.code());
        add(&mut municipalities, &key, one.people, one.came, || Label::Name(name));
        if !county.is_empty() {
            let key = format!("{} {county}", land.code());
            add(&mut counties, &key, one.people, one.came, || Label::Name(county));
        }
    }
    for tallies in [&mut municipalities, &mut counties] {
        // In an order that does not tell which of the hidden numbers is the larger.
        let size = |one: &Tally| shown(one.people, sight).unwrap_or_default();
        tallies.sort_by(|one, other| size(other).cmp(&size(one)).then_with(|| alphabet(one.name(), other.name())));
    }
    vec![group(Kind::Municipality, municipalities), group(Kind::County, counties)]
}

/// The options in the form's order, those that nobody chose too, and what is no option any more by its value.
fn options(question: &Question, answered: &[Answered]) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = match &question.answer {
        AnswerType::OneOf { options } | AnswerType::SeveralOf { options } => {
            let tally = |option: &proto::event::Choice| Tally {
                key: option.value.clone(),
                label: Label::Option(option.label.clone()),
                people: 0,
                came: 0,
            };
            options.iter().map(tally).collect()
        }
        _ => vec![word("yes", "reg-yes"), word("no", "reg-no")],
    };
    for one in answered {
        for value in one.answer.iter().flat_map(Answer::values) {
            add(&mut tallies, value, one.people, one.came, || Label::Name(value.to_owned()));
        }
    }
    tallies
}

/// Those who answered nothing, or whose answer was deleted; nothing where that is so of nobody.
fn unanswered(answered: &[Answered], sight: Sight) -> Option<Line> {
    let mut tally = word("", "reg-numbers-unanswered");
    for one in answered.iter().filter(|one| one.answer.is_none()) {
        tally.people += one.people;
        tally.came += one.came;
    }
    (tally.people > 0).then(|| line(tally, sight))
}

fn word(key: &str, label: &'static str) -> Tally {
    Tally { key: key.to_owned(), label: Label::Word(label), people: 0, came: 0 }
}

fn add(tallies: &mut Vec<Tally>, key: &str, people: u32, came: u32, label: impl FnOnce() -> Label) {
    match tallies.iter_mut().find(|tally| tally.key == key) {
        Some(tally) => {
            tally.people += people;
            tally.came += came;
        }
        None => tallies.push(Tally { key: key.to_owned(), label: label(), people, came }),
    }
}

fn lines(tallies: Vec<Tally>, sight: Sight) -> Vec<Line> {
    tallies.into_iter().map(|tally| line(tally, sight)).collect()
}

fn line(tally: Tally, sight: Sight) -> Line {
    let people = shown(tally.people, sight);
    Line { label: tally.label, people, came: people.and_then(|_| shown(tally.came, sight)) }
}

impl Tally {
    fn name(&self) -> &str {
        match &self.label {
            Label::Name(name) => name,
            Label::Word(_) | Label::Option(_) => &self.key,
        }
    }
}
