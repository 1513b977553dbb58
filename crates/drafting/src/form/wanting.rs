//! Decides what a question lacks before anybody can be asked it, and what in it cannot stand as it is.

use super::question::{Kind, Question};
use proto::{Language, Localised};

const LONGEST_LINE: usize = 200;
/// What a browser's number field and JSON can both hold exactly.
const EXACT: i64 = 9_007_199_254_740_991;

/// One thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// A text that must exist in this language.
    Label(Language),
    Purpose(Language),
    /// It exists in another language.
    Hint(Language),
    /// An answer to choose from, counted from 1.
    Option(usize, Language),
    /// On more than one line, or longer than a line.
    LongLabel(Language),
    LongOption(usize, Language),
    /// There is nothing to choose between. The language is the first that texts must exist in.
    Options(Language),
    Days,
    Min,
    Max,
    MinAboveMax,
    /// The answer that it hangs on does not exist.
    Condition,
}

impl Lack {
    /// The field in which it is put right.
    pub fn id(self) -> String {
        match self {
            Self::Label(language) | Self::LongLabel(language) => format!("label_{language}"),
            Self::Purpose(language) => format!("purpose_{language}"),
            Self::Hint(language) => format!("hint_{language}"),
            Self::Option(number, language) | Self::LongOption(number, language) => {
                format!("option-{number}_{language}")
            }
            Self::Options(language) => format!("option-1_{language}"),
            Self::Days => "days".to_owned(),
            Self::Min => "min".to_owned(),
            Self::Max | Self::MinAboveMax => "max".to_owned(),
            Self::Condition => "when".to_owned(),
        }
    }

    /// The key of the sentence that says how to put it right.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Label(_) => "drafting-lack-label",
            Self::Purpose(_) => "drafting-lack-purpose",
            Self::Hint(_) => "drafting-lack-hint",
            Self::Option(..) => "drafting-lack-option",
            Self::LongLabel(_) => "drafting-lack-long-label",
            Self::LongOption(..) => "drafting-lack-long-option",
            Self::Options(_) => "drafting-lack-options",
            Self::Days => "drafting-lack-days",
            Self::Min => "drafting-lack-min",
            Self::Max => "drafting-lack-max",
            Self::MinAboveMax => "drafting-lack-min-above-max",
            Self::Condition => "drafting-lack-condition",
        }
    }

    pub const fn language(self) -> Option<Language> {
        match self {
            Self::Label(language)
            | Self::Purpose(language)
            | Self::Hint(language)
            | Self::Option(_, language)
            | Self::LongLabel(language)
            | Self::LongOption(_, language) => Some(language),
            _ => None,
        }
    }

    /// Of an answer to choose from.
    pub const fn option(self) -> Option<usize> {
        match self {
            Self::Option(number, _) | Self::LongOption(number, _) => Some(number),
            _ => None,
        }
    }

    /// Something stands there and cannot stay. What is only not written yet can wait.
    pub const fn is_wrong(self) -> bool {
        !matches!(self, Self::Label(_) | Self::Purpose(_) | Self::Hint(_) | Self::Option(..) | Self::Options(_))
    }

    /// One of each, for samples and for the test of their words.
    pub const fn examples() -> [Self; 12] {
        let language = Language::Nb;
        [
            Self::Label(language),
            Self::Purpose(language),
            Self::Hint(language),
            Self::Option(2, language),
            Self::LongLabel(language),
            Self::LongOption(2, language),
            Self::Options(language),
            Self::Days,
            Self::Min,
            Self::Max,
            Self::MinAboveMax,
            Self::Condition,
        ]
    }
}

/// What the question with this number lacks, where texts must exist in `required` and nothing is kept longer than `retention` days.
pub fn lacks(form: &[Question], number: usize, required: &[Language], retention: u16) -> Vec<Lack> {
    let Some(question) = form.get(number) else { return Vec::new() };
    let mut found = Vec::new();
    let absent = |text: &Localised| match required {
        // Whatever language it is, it must be one.
        [] if text.is_empty() => vec![Language::Nn],
        required => text.missing(required),
    };
    let long = |text: &Localised| {
        let is_long = |line: &str| line.contains('\n') || line.chars().count() > LONGEST_LINE;
        text.0.iter().filter(|(_, line)| is_long(line)).map(|(language, _)| *language).collect::<Vec<_>>()
    };
    found.extend(absent(&question.label).into_iter().map(Lack::Label));
    found.extend(long(&question.label).into_iter().map(Lack::LongLabel));
    if !question.hint.is_empty() {
        found.extend(question.hint.missing(required).into_iter().map(Lack::Hint));
    }
    found.extend(absent(&question.purpose).into_iter().map(Lack::Purpose));
    if question.kind.has_options() {
        if question.options.len() < 2 {
            found.push(Lack::Options(required.first().copied().unwrap_or(Language::Nn)));
        }
        for (n, option) in (1..).zip(&question.options) {
            found.extend(absent(&option.label).into_iter().map(|language| Lack::Option(n, language)));
            found.extend(long(&option.label).into_iter().map(|language| Lack::LongOption(n, language)));
        }
    }
    if question.kind == Kind::Number {
        limits(question, &mut found);
    }
    if days(&question.days).is_none_or(|days| days > retention) {
        found.push(Lack::Days);
    }
    if !hangs_on_something(form, number) {
        found.push(Lack::Condition);
    }
    found
}

/// How many days, where that can be read.
pub fn days(typed: &str) -> Option<u16> {
    typed.parse().ok()
}

/// A limit of a number, where that can be read.
pub fn limit(typed: &str) -> Option<i64> {
    typed.parse().ok().filter(|limit| (-EXACT..=EXACT).contains(limit))
}

fn limits(question: &Question, found: &mut Vec<Lack>) {
    let is_wrong = |typed: &str| !typed.is_empty() && limit(typed).is_none();
    found.extend(is_wrong(&question.min).then_some(Lack::Min));
    found.extend(is_wrong(&question.max).then_some(Lack::Max));
    if let (Some(min), Some(max)) = (limit(&question.min), limit(&question.max))
        && min > max
    {
        found.push(Lack::MinAboveMax);
    }
}

/// Whether there is an earlier question with the answers that this one hangs on, if it does.
fn hangs_on_something(form: &[Question], number: usize) -> bool {
    let Some(condition) = &form[number].only_if else { return true };
    let answered = form[..number].iter().find(|question| question.key == condition.question);
    answered.is_some_and(|question| {
        let answers = question.answers();
        !condition.any_of.is_empty() && condition.any_of.iter().all(|value| answers.contains(&value.as_str()))
    })
}
