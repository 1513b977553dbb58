//! One letter to each person about a new version of the programme, with everything that it means for them.

use chrono::DateTime;

use super::{Existing, Facts, Occasion, Picture, Planned, Step};
use crate::purpose::Purpose;

/// Plans it, or adds to the one that waits. True when there is one that waits: it tells every other change as well.
pub(super) fn replanned(occasion: Occasion<'_>, picture: Picture<'_>, steps: &mut Vec<Step>) -> bool {
    let is_open = |letter: &&Existing| letter.state.is_unsent() && !letter.made;
    let all = || picture.letters.iter().filter(|letter| letter.purpose == Purpose::Replanned);
    let waiting = all().find(is_open);
    let heard = picture.replan.filter(|_| matches!(occasion, Occasion::Replanned));
    let Some(heard) = heard else { return waiting.is_some() };
    let mut heard = heard.clone();
    // A letter about changes that waits knows what was told before the first of them.
    let changes = picture.letters.iter().filter(|letter| letter.purpose == Purpose::Change).filter(is_open);
    if let Some(since) = changes.filter_map(|letter| letter.since.as_ref()).min_by_key(|since| since.sequence) {
        heard.since = Some(Box::new(since.clone()));
    }
    if let Some(letter) = waiting {
        let merged = match letter.replan.clone() {
            Some(before) => before.merged(heard),
            None => heard,
        };
        steps.push(Step::Amend { letter: letter.id, facts: Facts::Replanned(Box::new(merged)) });
        return true;
    }
    let rule = heard.rule(picture.registration);
    let over = picture.event.is_some_and(|event| picture.now >= event.ends_at);
    if over || all().any(|letter| letter.rule == rule) {
        return false;
    }
    steps.push(Step::Write(Planned {
        purpose: Purpose::Replanned,
        rule,
        // Not for a start, but the column must be the same for the same letter.
        computed_for: DateTime::UNIX_EPOCH,
        due: picture.now + picture.debounce,
        facts: Some(Facts::Replanned(Box::new(heard))),
        skip: None,
    }));
    true
}
