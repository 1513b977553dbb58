//! Decides what may be done to a form: a question that hangs on an answer stands after the question that is answered, and that answer
//! exists as long as something hangs on it.

use super::question::Question;
use proto::event::Condition;

/// How many questions a form can have.
pub const MOST: usize = 40;

/// Why something cannot be done. Numbers are those of questions in the form as it is, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no such question any more.
    Gone,
    /// There is no room for more.
    Full,
    /// It is asked already.
    Asked,
    /// What this one answers decides whether those are asked.
    Needed { by: Vec<usize> },
    /// `asked` hangs on an answer to `after`, and would stand before it.
    TooEarly { asked: usize, after: usize },
    /// It cannot hang on answers to two questions at once.
    TwoConditions,
}

fn place(form: &[Question], key: &str) -> Result<usize, Refused> {
    form.iter().position(|question| question.key == key).ok_or(Refused::Gone)
}

/// The form with one question more, as the last.
pub fn added(form: &[Question], question: Question) -> Result<Vec<Question>, Refused> {
    if form.len() >= MOST {
        return Err(Refused::Full);
    }
    if place(form, &question.key).is_ok() {
        return Err(Refused::Asked);
    }
    Ok([form, &[question]].concat())
}

/// The form without a question.
pub fn removed(form: &[Question], key: &str) -> Result<Vec<Question>, Refused> {
    let at = place(form, key)?;
    match needed_by(form, key).as_slice() {
        [] => Ok([&form[..at], &form[at + 1..]].concat()),
        by => Err(Refused::Needed { by: by.to_vec() }),
    }
}

/// The form with a question in another place; one that is past the end is the last.
pub fn moved(form: &[Question], key: &str, to: usize) -> Result<Vec<Question>, Refused> {
    let at = place(form, key)?;
    let mut next = form.to_vec();
    let question = next.remove(at);
    next.insert(to.min(next.len()), question);
    for (number, question) in next.iter().enumerate() {
        let Some(condition) = &question.only_if else { continue };
        if place(&next, &condition.question).is_ok_and(|earlier| earlier >= number) {
            let (asked, after) = (place(form, &question.key)?, place(form, &condition.question)?);
            return Err(Refused::TooEarly { asked, after });
        }
    }
    Ok(next)
}

/// The form with a question as it is now.
pub fn changed(form: &[Question], question: Question) -> Result<Vec<Question>, Refused> {
    let at = place(form, &question.key)?;
    let answers = question.answers();
    let lost = |number: &usize| {
        let condition = form.get(*number).and_then(|other| other.only_if.as_ref());
        let known = form[at].answers();
        // An answer that was gone before is nothing that this change takes away.
        condition.is_some_and(|condition| {
            condition.any_of.iter().any(|value| known.contains(&value.as_str()) && !answers.contains(&value.as_str()))
        })
    };
    let by: Vec<usize> = needed_by(form, &question.key).into_iter().filter(lost).collect();
    if !by.is_empty() {
        return Err(Refused::Needed { by });
    }
    let mut next = form.to_vec();
    next[at] = question;
    Ok(next)
}

/// Those that are asked only when the question is answered in some way.
pub fn needed_by(form: &[Question], key: &str) -> Vec<usize> {
    let hangs = |question: &Question| question.only_if.as_ref().is_some_and(|condition| condition.question == key);
    form.iter().enumerate().filter(|(_, question)| hangs(question)).map(|(number, _)| number).collect()
}

/// What a question hangs on, of `ticked` pairs of a question's key and an answer. Those that cannot be are left out: a form that is shown
/// does not offer them.
pub fn condition<'t>(
    ticked: impl IntoIterator<Item = (&'t str, &'t str)>,
    earlier: &[Question],
) -> Result<Option<Condition>, Refused> {
    let mut found: Option<Condition> = None;
    for (key, answer) in ticked {
        let known = earlier.iter().find(|question| question.key == key);
        if !known.is_some_and(|question| question.answers().contains(&answer)) {
            continue;
        }
        match &mut found {
            None => found = Some(Condition { question: key.to_owned(), any_of: vec![answer.to_owned()] }),
            Some(condition) if condition.question != key => return Err(Refused::TwoConditions),
            Some(condition) if condition.any_of.iter().any(|other| other == answer) => {}
            Some(condition) => condition.any_of.push(answer.to_owned()),
        }
    }
    Ok(found)
}
