//! The reminders of one person: one for each rule of the plan, at its time as the event is now.

use chrono::TimeDelta;

use super::{Existing, Occasion, Picture, Planned, Step};
use crate::purpose::{Purpose, Skip, State};
use crate::reminder_plan::{self, Anchor, Due};

/// How late the letter about a programme may still go that has just been released.
const LATE: TimeDelta = TimeDelta::days(1);

pub(super) fn reminders(occasion: Occasion<'_>, picture: Picture<'_>, steps: &mut Vec<Step>) {
    let Some(event) = picture.event else { return };
    let all = || picture.letters.iter().filter(|letter| letter.purpose == Purpose::Reminder);
    if picture.reminders_stopped {
        steps.extend(
            all().filter(|l| l.state.can_be_stopped()).map(|l| Step::Withdraw { letter: l.id, why: Skip::Stopped }),
        );
        return;
    }
    for rule in picture.plan.reminders() {
        let Some(due) = reminder_plan::due(rule, event, picture.released) else { continue };
        let key = rule.key();
        let in_time = due.at < reminder_plan::latest(rule, event);
        let late = matches!(occasion, Occasion::Released) && picture.now - due.at < LATE;
        let ahead = in_time && (due.at > picture.now || late);
        let mut of_rule: Vec<&Existing> = all().filter(|letter| letter.rule == key).collect();
        // Those for this moment come first, then those that somebody has read.
        of_rule.sort_by_key(|letter| (letter.computed_for != due.computed_for, letter.state != State::Sent));
        let mut settled = false;
        for letter in of_rule {
            let for_this = letter.computed_for == due.computed_for;
            let dropped = letter.state == State::Withdrawn
                && matches!(letter.skip, Some(Skip::TooLate | Skip::RuleRemoved | Skip::Superseded));
            match (letter.state, settled) {
                (state, true) if state.is_unsent() => {
                    steps.push(Step::Withdraw { letter: letter.id, why: Skip::Superseded });
                }
                (state, false) if state.is_unsent() && for_this && letter.due == due.at => settled = true,
                (state, false) if (state.is_unsent() || dropped) && ahead => {
                    steps.push(Step::Redate { letter: letter.id, due: due.at, computed_for: due.computed_for });
                    settled = true;
                }
                (state, false) if state.is_unsent() => {
                    steps.push(Step::Withdraw { letter: letter.id, why: Skip::TooLate });
                    settled = true;
                }
                // Whoever was reminded a week before need not be again because of an hour: the change is told anyway.
                // And whoever knows that the programme is out, knows it.
                _ => {
                    let told = rule.anchor == Anchor::Release || is_near(letter, due);
                    let read = matches!(letter.state, State::Sent | State::DotWritten | State::Uncertain);
                    settled |= for_this || (read && told);
                }
            }
        }
        if !settled {
            steps.push(Step::Write(Planned {
                purpose: Purpose::Reminder,
                rule: key,
                computed_for: due.computed_for,
                due: due.at,
                facts: None,
                skip: (!ahead).then_some(Skip::TooLate),
            }));
        }
    }
    let gone = |letter: &&Existing| picture.plan.reminder(&letter.rule).is_none();
    let dropped = all().filter(|letter| letter.state.is_unsent()).filter(gone);
    steps.extend(dropped.map(|letter| Step::Withdraw { letter: letter.id, why: Skip::RuleRemoved }));
}

/// It was for a moment that is not far from what it would be for now.
fn is_near(letter: &Existing, due: Due) -> bool {
    (due.computed_for - letter.computed_for).abs() < (due.computed_for - due.at).abs() / 2
}
