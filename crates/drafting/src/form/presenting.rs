//! Decides what can be shown of a form that is not finished.

use super::question::Question;
use super::wanting::{days, limit};
use proto::Localised;

/// The questions that have enough in them to be looked at, with what cannot be read left out, where nothing is kept longer than
/// `retention` days.
pub fn presentable(form: &[Question], retention: u16) -> Vec<Question> {
    let mut shown: Vec<Question> = Vec::new();
    for question in form {
        let mut question = question.clone();
        let is_line =
            |text: &Localised| text.0.values().all(|line| !line.contains('\n') && line.chars().count() <= 200);
        question.options.retain(|option| is_line(&option.label));
        let has_answers = !question.kind.has_options() || question.options.len() >= 2;
        if question.label.is_empty() || !is_line(&question.label) || !has_answers {
            continue;
        }
        if question.purpose.is_empty() {
            // Something must stand there; what is missing is told elsewhere.
            question.purpose = question.label.clone();
        }
        question.days = days(&question.days).unwrap_or(retention).min(retention).to_string();
        let (min, max) = (limit(&question.min), limit(&question.max));
        if matches!((min, max), (Some(min), Some(max)) if min > max) || min.is_none() {
            question.min.clear();
        }
        if max.is_none() {
            question.max.clear();
        }
        let hangs = question.only_if.take().filter(|condition| {
            let earlier = shown.iter().find(|earlier| earlier.key == condition.question);
            earlier.is_some_and(|earlier| {
                let answers = earlier.answers();
                !condition.any_of.is_empty() && condition.any_of.iter().all(|value| answers.contains(&value.as_str()))
            })
        });
        question.only_if = hangs;
        shown.push(question);
    }
    shown
}
