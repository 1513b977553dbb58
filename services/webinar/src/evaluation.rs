//! Decision: what people are asked when a webinar is over, and what is shown of the answers. An answer is added to numbers and is
//! not kept as one. Whoever arranges the webinar sees the numbers of five answers at a time, never who gave one.

use chrono::TimeDelta;
use host::Fields;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// For so long after the end people can answer.
pub(crate) const OPEN: TimeDelta = TimeDelta::days(30);
/// Answers are shown so many at a time: whoever looks again and again sees the sum of five, and not what each has said.
pub(crate) const AT_ONCE: i64 = 5;
/// Of what is written, in characters.
const LONGEST: usize = 2_000;

const SCALE: [&str; 5] = ["1", "2", "3", "4", "5"];
const WORDS: [&str; 3] = ["yes", "maybe", "no"];
/// The questions and what can be answered. All of them can be left out.
pub(crate) const QUESTIONS: [(&str, &[&str]); 3] = [("useful", &SCALE), ("practical", &SCALE), ("recommend", &WORDS)];
pub(crate) const COMMENT: &str = "comment";

/// What one person answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) chosen: BTreeMap<&'static str, &'static str>,
    pub(crate) comment: String,
}

/// Why an answer is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    Empty,
    TooLong,
}

/// How often each answer was given to each question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Tally(pub(crate) BTreeMap<String, BTreeMap<String, i64>>);

/// What was written, in the order of the alphabet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Comments(pub(crate) Vec<String>);

/// Reads a form. What can be answered to no question is no answer.
pub(crate) fn read(fields: &Fields) -> Result<Answer, Refusal> {
    let mut answer = Answer::default();
    for (question, possible) in QUESTIONS {
        let sent = fields.get(question).unwrap_or_default();
        if let Some(value) = possible.iter().find(|value| **value == sent) {
            answer.chosen.insert(question, value);
        }
    }
    let written = fields.get(COMMENT).unwrap_or_default().replace("\r\n", "\n");
    let visible: String = written.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    answer.comment = visible.trim().to_owned();
    match () {
        () if answer.comment.chars().count() > LONGEST => Err(Refusal::TooLong),
        () if answer.chosen.is_empty() && answer.comment.is_empty() => Err(Refusal::Empty),
        () => Ok(answer),
    }
}

impl Tally {
    pub(crate) fn add(&mut self, answer: &Answer) {
        for (question, value) in &answer.chosen {
            *self.0.entry((*question).to_owned()).or_default().entry((*value).to_owned()).or_default() += 1;
        }
    }

    pub(crate) fn count(&self, question: &str, value: &str) -> i64 {
        self.0.get(question).and_then(|values| values.get(value)).copied().unwrap_or(0)
    }
}

impl Comments {
    pub(crate) fn add(&mut self, answer: &Answer) {
        if !answer.comment.is_empty() {
            let at = self.0.partition_point(|other| *other < answer.comment);
            self.0.insert(at, answer.comment.clone());
        }
    }
}

/// One bar of a chart, in the units of its picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Bar {
    pub(crate) value: &'static str,
    pub(crate) count: i64,
    pub(crate) width: i64,
    pub(crate) y: i64,
}

/// The width of a chart, and the height of a bar with its words above it.
pub(crate) const WIDTH: i64 = 300;
pub(crate) const STEP: i64 = 44;
const STEP_BY: usize = 44;

/// The bars of a question, the longest as wide as the chart.
pub(crate) fn bars(tally: &Tally, question: &str, possible: &[&'static str]) -> Vec<Bar> {
    let most = possible.iter().map(|value| tally.count(question, value)).max().unwrap_or(0).max(1);
    let bar = |(value, y): (&&'static str, i64)| {
        let count = tally.count(question, value);
        Bar { value, count, width: count * WIDTH / most, y }
    };
    possible.iter().zip((0..).step_by(STEP_BY)).map(bar).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_added_to_numbers_and_is_gone() {
        let answer =
            read(&Fields::from([("useful", "5"), ("practical", "9"), ("comment", " Bra!\u{0}\r\nTakk. ")])).unwrap();
        assert_eq!((answer.chosen.len(), answer.comment.as_str()), (1, "Bra!\nTakk."));
        let (mut tally, mut comments) = (Tally::default(), Comments::default());
        tally.add(&answer);
        tally.add(&read(&Fields::from([("useful", "4"), ("recommend", "no")])).unwrap());
        tally.add(&answer);
        assert_eq!((tally.count("useful", "5"), tally.count("useful", "4"), tally.count("practical", "9")), (2, 1, 0));
        for text in ["Å", "B", "A"] {
            comments.add(&Answer { comment: text.to_owned(), ..Answer::default() });
        }
        assert_eq!(comments.0, ["A", "B", "Å"], "not in the order in which they came");
        let widths: Vec<i64> = bars(&tally, "useful", &SCALE).iter().map(|bar| bar.width).collect();
        assert_eq!(widths, [0, 0, 0, 150, 300]);
    }

    #[test]
    fn the_order_of_the_answers_is_lost() {
        let answers = [("5", "yes", "B"), ("1", "no", "A"), ("5", "maybe", "")].map(|(useful, recommend, comment)| {
            read(&Fields::from([("useful", useful), ("recommend", recommend), ("comment", comment)])).unwrap()
        });
        let kept = |order: [usize; 3]| {
            let (mut tally, mut comments) = (Tally::default(), Comments::default());
            for number in order {
                tally.add(&answers[number]);
                comments.add(&answers[number]);
            }
            serde_json::to_string(&(tally, comments)).unwrap()
        };
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            assert_eq!(kept(order), kept([0, 1, 2]), "{order:?}");
        }
    }

    #[test]
    fn an_empty_form_and_a_novel_are_no_answers() {
        assert_eq!(read(&Fields::from([("useful", ""), ("comment", "  ")])), Err(Refusal::Empty));
        assert_eq!(read(&Fields::from([("comment", "å".repeat(2_001).as_str())])), Err(Refusal::TooLong));
        assert!(read(&Fields::from([("comment", "å".repeat(2_000).as_str())])).is_ok());
    }
}
