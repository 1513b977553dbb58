//! What the file of a webinar says about the time after it.

use event_file::{Reading, Section, span_minutes};

/// What happens when it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Filed {
    /// How long after the end people are written to; not at all when absent.
    pub(crate) letter_minutes: Option<i64>,
    /// People are asked what they thought.
    pub(crate) evaluation: bool,
}

const DAY: i64 = 24 * 60;
/// Later than this nobody wants to hear of it.
const LATEST: i64 = 13 * DAY;
const NONE: &str = "none";

impl Default for Filed {
    fn default() -> Self {
        Self { letter_minutes: Some(DAY), evaluation: true }
    }
}

pub(crate) fn read(reading: &mut Reading<'_>, file: &mut Section<'_>) -> Filed {
    let problems = &mut reading.problems;
    let mut filed = Filed::default();
    let Some(mut section) = file.section(problems, "afterwards") else { return filed };
    if let Some(evaluation) = section.yes_no(problems, "evaluation") {
        filed.evaluation = evaluation.value;
    }
    if let Some(letter) = section.word(problems, "letter") {
        match span_minutes(letter.value).map(i64::from) {
            _ if letter.value == NONE => filed.letter_minutes = None,
            Some(minutes) if minutes <= LATEST => filed.letter_minutes = Some(minutes),
            _ => problems.add(
                letter.at,
                "`letter` must be a span of at most 13 days after the end, like \"2h\" or \"1d\", or \"none\"",
            ),
        }
    }
    section.finish(problems);
    filed
}
