//! Decision: what a list of sign-ups says that another form collected, such as Microsoft Forms or Pindena. Which column is what is
//! guessed from the heading, and for whoever takes the list in to say.

mod columns;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use columns::{Columns, Meaning, Wanted};
pub(crate) use table::{LARGEST, Table, Wrong};

use crate::answers::{self, Answers, Field, FieldProblem, Problem, Raw};
use crate::desk::errand::Person;
use proto::Language;
use proto::event::{AnswerType, Choice, Form, Question};
use std::collections::HashSet;

/// Somebody in the list.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    /// Of the file, from 1.
    pub(crate) line: usize,
    /// As they stand there.
    pub(crate) name: String,
    pub(crate) email: String,
    /// How they take part, where it is known.
    pub(crate) form: Option<Form>,
    /// Or why they cannot be signed up.
    pub(crate) person: Result<Person, FieldProblem>,
    /// Answers that are left out, since they cannot be read.
    pub(crate) left_out: Vec<FieldProblem>,
}

/// What was said of everybody in a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said {
    /// How those take part of whom the list does not say it.
    pub(crate) form: Option<Form>,
    pub(crate) language: Language,
}

/// Everybody in the list, in its order.
pub(crate) fn people(table: &Table, columns: &Columns, wanted: Wanted<'_>, said: Said) -> Vec<Listed> {
    table.rows.iter().map(|row| listed(row, columns, wanted, said)).collect()
}

fn listed(row: &tables::Row, columns: &Columns, wanted: Wanted<'_>, said: Said) -> Listed {
    let cell = |meaning| columns.of(meaning).and_then(|at| row.cells.get(at)).map_or("", String::as_str);
    let name = match cell(Meaning::Name) {
        "" => [cell(Meaning::FirstName), cell(Meaning::LastName)].join(" ").trim().to_owned(),
        name => name.to_owned(),
    };
    let email = cell(Meaning::Email).to_owned();
    let (answers, left_out) = given(wanted.questions, |question| cell(Meaning::Question(question)));
    let at = |field| move |problem| FieldProblem { field, problem };
    let read = answers::name(&name).map_err(at(Field::Name));
    let read = read.and_then(|name| Ok((name, answers::email(&email).map_err(at(Field::Email))?)));
    let form = match cell(Meaning::Form) {
        "" => Ok(said.form),
        form => columns::form(form).map(Some).ok_or(Problem::NoSuchOption).map_err(at(Field::Form)),
    };
    let (form, read) = match form {
        Ok(form) => (form, read),
        Err(wrong) => (None, Err(wrong)),
    };
    let language = said.language;
    let person = read.map(|(name, email)| Person { name, email, language, answers, choices: Vec::new() });
    Listed { line: row.line, name, email, form, person, left_out }
}

/// The answers that can be read, and what is wrong with the others.
fn given<'c>(questions: &[Question], cell: impl Fn(usize) -> &'c str) -> (Answers, Vec<FieldProblem>) {
    let of = |question: &Question| {
        let place = questions.iter().position(|other| other.key == question.key);
        place.map_or(Raw::Nothing, |place| raw(&question.answer, cell(place)))
    };
    match answers::read(questions, of) {
        Ok(answers) => (answers, Vec::new()),
        Err(problems) => {
            let is_wrong = |key: &str| problems.iter().any(|p| matches!(&p.field, Field::Answer(own) if own == key));
            let read = answers::read(questions, |q| if is_wrong(&q.key) { Raw::Nothing } else { of(q) });
            (read.unwrap_or_default(), problems)
        }
    }
}

/// What a cell says, as the form would have sent it. People read labels, and so do those who write lists.
fn raw(answer: &AnswerType, cell: &str) -> Raw {
    if cell.is_empty() {
        return Raw::Nothing;
    }
    match answer {
        AnswerType::OneOf { options } => Raw::Text(value(options, cell).unwrap_or_else(|| cell.to_owned())),
        AnswerType::SeveralOf { options } => Raw::Several(several(options, cell)),
        AnswerType::YesNo => match cell.to_lowercase().as_str() {
            "ja" | "yes" | "x" | "1" | "true" | "sant" => Raw::YesNo(true),
            "nei" | "nej" | "no" | "0" | "false" | "usant" => Raw::YesNo(false),
            _ => Raw::Text(cell.to_owned()),
        },
        AnswerType::Date => {
            // A moment begins with its day.
            let day = cell.split([' ', 'T']).next().unwrap_or_default();
            match day.split('.').collect::<Vec<_>>().as_slice() {
                [day, month, year] => Raw::Date([*day, *month, *year].map(ToOwned::to_owned)),
                _ => Raw::Text(day.to_owned()),
            }
        }
        _ => Raw::Text(cell.to_owned()),
    }
}

/// The option that is called so, in whichever language.
fn value(options: &[Choice], cell: &str) -> Option<String> {
    let wanted = columns::plain(cell);
    let is_it = |option: &&Choice| {
        columns::plain(&option.value) == wanted || option.label.0.values().any(|label| columns::plain(label) == wanted)
    };
    options.iter().find(is_it).map(|option| option.value.clone())
}

/// Microsoft Forms separates with semicolons, others with commas, which labels may hold.
fn several(options: &[Choice], cell: &str) -> Vec<String> {
    if let Some(one) = value(options, cell) {
        return vec![one];
    }
    let separator = if cell.contains(';') { ';' } else { ',' };
    let parts = cell.split(separator).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| value(options, part).unwrap_or_else(|| part.to_owned())).collect()
}

/// What becomes of somebody in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// A place.
    Place,
    /// A place on the waiting list.
    Waits,
    /// There is no place, and no waiting list.
    Full,
    /// They are signed up.
    Known,
    /// They were taken in from a list before, and may have signed off since.
    Before,
    /// The same address stands further up.
    Twice,
    /// They cannot be signed up as they stand there.
    Wrong,
}

impl Fate {
    pub(crate) const ALL: [Self; 7] =
        [Self::Place, Self::Waits, Self::Full, Self::Known, Self::Before, Self::Twice, Self::Wrong];

    /// The end of the key of its words.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Waits => "waits",
            Self::Full => "full",
            Self::Known => "known",
            Self::Before => "before",
            Self::Twice => "twice",
            Self::Wrong => "wrong",
        }
    }
}

/// What is known where a list is to be taken in.
pub(crate) struct Surroundings<'a> {
    /// Addresses that are signed up, normalised.
    pub(crate) signed_up: &'a HashSet<String>,
    /// Addresses that were taken in from a list before, normalised.
    pub(crate) before: &'a HashSet<String>,
    /// Places left for those who take part in a way; absent where there is no end to them.
    pub(crate) left: &'a dyn Fn(Option<Form>) -> Option<u32>,
    pub(crate) has_waiting_list: bool,
}

/// What becomes of each of them if nobody else comes meanwhile.
pub(crate) fn fates(people: &[Listed], around: &Surroundings<'_>) -> Vec<Fate> {
    let mut seen: HashSet<String> = HashSet::new();
    let mut left: Vec<(Option<Form>, Option<u32>)> = Vec::new();
    let fate = |listed: &Listed| {
        let Ok(person) = &listed.person else { return Fate::Wrong };
        let address = crate::address::normalised(&person.email);
        if around.signed_up.contains(&address) {
            return Fate::Known;
        }
        if around.before.contains(&address) {
            return Fate::Before;
        }
        if !seen.insert(address) {
            return Fate::Twice;
        }
        let place = left.iter().position(|(form, _)| *form == listed.form).unwrap_or_else(|| {
            left.push((listed.form, (around.left)(listed.form)));
            left.len() - 1
        });
        match left[place].1.as_mut() {
            None => Fate::Place,
            Some(0) if around.has_waiting_list => Fate::Waits,
            Some(0) => Fate::Full,
            Some(left) => {
                *left -= 1;
                Fate::Place
            }
        }
    };
    people.iter().map(fate).collect()
}
