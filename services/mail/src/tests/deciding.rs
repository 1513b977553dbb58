//! Decisions about letters, as tables and as rules that hold for any history.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use host::testing::beginning;
use proptest::prelude::*;
use proto::event::Event;
use proto::registration::{Declined, Registration, State as Standing, Withdrawal};
use uuid::Uuid;

use super::world::{event, moved, next, person};
use crate::planning::{Existing, Facts, Occasion, Picture, Planned, Step, plan};
use crate::purpose::{Purpose, Skip, State};
use crate::reminder_plan::{self, InForce, Rule, in_force};
use crate::replan::Replan;
use crate::skipping::{self, Due, Moment};
use crate::told::Told;

fn told(event: &Event, registration: &Registration) -> Told {
    Told {
        language: registration.language,
        title: event.title.get(registration.language).to_owned(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone,
        venue: None,
        online: true,
        choices: Vec::new(),
        sessions: Vec::new(),
        waiting: Vec::new(),
        name: registration.name.clone(),
        address: registration.email.clone(),
        organiser: "Distriktssenteret".to_owned(),
        organiser_address: "arrangement@distriktssenteret.example".to_owned(),
        reply_address: None,
        generation: registration.generation,
        sequence: 0,
    }
}

/// One registration, its letters, and what people in between do to them.
struct Desk {
    event: Option<Event>,
    cancelled: bool,
    registration: Registration,
    letters: Vec<Existing>,
    told: Option<Told>,
    replan: Option<Replan>,
    attended: bool,
    /// Somebody has made a plan for the event.
    own_plan: Option<Vec<Rule>>,
    now: DateTime<Utc>,
    dues: Vec<(Uuid, DateTime<Utc>)>,
}

impl Desk {
    fn new() -> Self {
        Self {
            event: Some(event()),
            cancelled: false,
            registration: person(1),
            letters: Vec::new(),
            told: None,
            replan: None,
            attended: false,
            own_plan: None,
            now: beginning(),
            dues: Vec::new(),
        }
    }

    fn plan(&self) -> InForce {
        self.event.as_ref().map(|event| in_force(event, self.own_plan.clone(), None)).unwrap_or_default()
    }

    fn hear(&mut self, occasion: Occasion<'_>) -> Vec<Step> {
        let in_force = self.plan();
        let steps = plan(
            occasion,
            Picture {
                registration: &self.registration,
                before: None,
                reminders_stopped: false,
                event: self.event.as_ref(),
                cancelled: self.cancelled,
                told: self.told.as_ref(),
                replan: self.replan.as_ref(),
                attended: self.attended,
                followed: None,
                plan: &in_force,
                released: None,
                letters: &self.letters,
                now: self.now,
                debounce: TimeDelta::minutes(10),
            },
        );
        for step in &steps {
            match step.clone() {
                Step::Write(Planned { purpose, rule, computed_for, due, facts, skip }) => {
                    let id = Uuid::from_u128(self.letters.len() as u128);
                    let state = if skip.is_some() { State::Withdrawn } else { State::Pending };
                    let since = match &facts {
                        Some(Facts::Change { since }) => Some((**since).clone()),
                        _ => None,
                    };
                    let replan = match facts {
                        Some(Facts::Replanned(replan)) => Some(*replan),
                        _ => None,
                    };
                    let made = false;
                    let sent_at = None;
                    self.letters.push(Existing {
                        id,
                        purpose,
                        rule,
                        computed_for,
                        due,
                        state,
                        skip,
                        made,
                        sent_at,
                        since,
                        replan,
                    });
                    self.dues.push((id, due));
                }
                Step::Redate { letter, due, computed_for } => {
                    let own = self.letters.iter_mut().find(|own| own.id == letter).unwrap();
                    (own.state, own.skip, own.computed_for, own.due) = (State::Pending, None, computed_for, due);
                    self.dues.iter_mut().find(|(id, _)| *id == letter).unwrap().1 = due;
                }
                Step::Withdraw { letter, why } => {
                    let own = self.letters.iter_mut().find(|own| own.id == letter).unwrap();
                    (own.state, own.skip) = (State::Withdrawn, Some(why));
                }
                Step::Amend { letter, facts } => {
                    let own = self.letters.iter_mut().find(|own| own.id == letter).unwrap();
                    let Facts::Replanned(replan) = facts else { panic!("{facts:?}") };
                    own.replan = Some(*replan);
                }
            }
        }
        steps
    }

    /// Sends what is due, as far as it still has something to say.
    fn send(&mut self) -> Vec<Purpose> {
        let Some(event) = self.event.clone() else { return Vec::new() };
        let in_force = self.plan();
        let mut sent = Vec::new();
        for letter in &mut self.letters {
            let due = self.dues.iter().find(|(id, _)| *id == letter.id).unwrap().1;
            if letter.state != State::Pending || due > self.now {
                continue;
            }
            let moment = Moment {
                registration: &self.registration,
                event: &event,
                cancelled: self.cancelled,
                reminders_stopped: false,
                attended: self.attended,
                followed: None,
                plan: &in_force,
                released: None,
                confirmed: false,
                unanswered: false,
                attendance_known: self.attended,
                told: self.told.as_ref(),
                since: letter.since.as_ref(),
                notice: None,
                now: self.now,
            };
            let about =
                Due { purpose: letter.purpose, rule: &letter.rule, computed_for: letter.computed_for, facts: None };
            match skipping::skip(about, moment) {
                Some(why) => (letter.state, letter.skip) = (State::Withdrawn, Some(why)),
                None => {
                    letter.state = State::Sent;
                    letter.made = true;
                    sent.push(letter.purpose);
                    if matches!(
                        letter.purpose,
                        Purpose::Confirmation | Purpose::Place | Purpose::Change | Purpose::Link
                    ) {
                        self.told = Some(told(&event, &self.registration));
                    }
                }
            }
        }
        sent
    }

    fn unsent(&self, purpose: Purpose) -> usize {
        self.letters.iter().filter(|letter| letter.purpose == purpose && letter.state.is_unsent()).count()
    }
}

const ADMITTED: Occasion<'_> = Occasion::Admitted { from_waiting_list: false };

#[test]
fn whoever_waits_for_a_decision_is_told_so_and_then_what_it_was() {
    let no = Declined { reason: Some("Berre for tilsette.".to_owned()) };
    let position = 1;
    for (then, state, letter) in [
        (ADMITTED, Standing::Admitted, Purpose::Confirmation),
        (Occasion::Waitlisted { position }, Standing::Waiting, Purpose::WaitingList),
        (Occasion::Declined(&no), Standing::Withdrawn, Purpose::Withdrawal),
    ] {
        for sent in [false, true] {
            let mut desk = Desk::new();
            (desk.registration.state, desk.registration.undecided) = (Standing::Waiting, true);
            assert!(desk.hear(Occasion::Waitlisted { position }).is_empty(), "they stand in no queue");
            desk.hear(Occasion::Received);
            desk.hear(Occasion::Received);
            assert_eq!(desk.unsent(Purpose::Received), 1);
            if sent {
                desk.send();
            }
            (desk.registration.state, desk.registration.undecided) = (state, false);
            desk.hear(then);
            assert_eq!((desk.unsent(Purpose::Received), desk.unsent(letter)), (0, 1), "{then:?}");
            assert!(desk.hear(Occasion::Received).iter().all(|step| !matches!(step, Step::Write(_))), "it came late");
        }
    }
}

#[test]
fn what_was_heard_and_what_is_so_together_decide() {
    use Standing::{Admitted, Offered, Waiting, Withdrawn};
    let by_person = Occasion::Withdrawn { why: Withdrawal::ByPerson };
    let with_event = Occasion::Withdrawn { why: Withdrawal::EventCancelled };
    let offered = Occasion::Offered { answer_before: beginning() };
    let repeated = Occasion::Repeated { at: beginning(), answer_before: None };
    let asked = Occasion::AskedForLink { at: beginning() };
    for (heard, state, cancelled, letter) in [
        (ADMITTED, Admitted, false, Some(Purpose::Confirmation)),
        (Occasion::Admitted { from_waiting_list: true }, Admitted, false, Some(Purpose::Place)),
        (ADMITTED, Withdrawn, false, None),
        (ADMITTED, Admitted, true, Some(Purpose::Cancellation)),
        (Occasion::Waitlisted { position: 1 }, Waiting, false, Some(Purpose::WaitingList)),
        (Occasion::Waitlisted { position: 1 }, Admitted, false, None),
        (Occasion::Waitlisted { position: 1 }, Waiting, true, Some(Purpose::Cancellation)),
        (offered, Offered, false, Some(Purpose::Offer)),
        (offered, Admitted, false, None),
        (offered, Withdrawn, false, None),
        (by_person, Withdrawn, false, Some(Purpose::Withdrawal)),
        (by_person, Withdrawn, true, None),
        (with_event, Withdrawn, false, None),
        (repeated, Admitted, false, Some(Purpose::Repeated)),
        (repeated, Waiting, false, Some(Purpose::Repeated)),
        (repeated, Withdrawn, false, None),
        (asked, Admitted, false, Some(Purpose::Link)),
        (asked, Waiting, false, Some(Purpose::Link)),
        (asked, Withdrawn, false, Some(Purpose::Link)),
        (asked, Withdrawn, true, Some(Purpose::Link)),
        (Occasion::Surroundings, Admitted, false, None),
        (Occasion::Surroundings, Offered, true, Some(Purpose::Cancellation)),
    ] {
        let mut desk = Desk::new();
        desk.registration.state = state;
        desk.cancelled = cancelled;
        let steps = desk.hear(heard);
        let written: Vec<_> = steps
            .iter()
            .filter_map(|step| match step {
                Step::Write(planned) if planned.purpose != Purpose::Reminder => Some(planned.purpose),
                _ => None,
            })
            .collect();
        assert_eq!(written, letter.into_iter().collect::<Vec<_>>(), "{heard:?} {state:?} {cancelled}");
    }
}

#[test]
fn reminders_follow_the_start_wherever_it_goes() {
    let mut desk = Desk::new();
    desk.hear(ADMITTED);
    desk.send();
    // To tomorrow: the reminder a week before cannot be kept, the others move.
    let first = event();
    desk.event = Some(moved(&first, TimeDelta::days(-7)));
    desk.hear(Occasion::Surroundings);
    let week = |desk: &Desk| desk.letters.iter().find(|l| l.rule == "10080").map(|l| (l.state, l.skip)).unwrap();
    assert_eq!(week(&desk), (State::Withdrawn, Some(Skip::TooLate)));
    assert_eq!(desk.unsent(Purpose::Reminder), 2);
    // And back again: all of them, and each still only once.
    desk.event = Some(moved(&moved(&first, TimeDelta::days(-7)), TimeDelta::days(7)));
    desk.hear(Occasion::Surroundings);
    assert_eq!(week(&desk), (State::Pending, None));
    assert_eq!(desk.letters.iter().filter(|l| l.purpose == Purpose::Reminder).count(), 3);
    // A rule that is taken away, and one that comes.
    let mut other = moved(&first, TimeDelta::zero());
    other.reminders = vec![60, 30];
    desk.event = Some(other);
    desk.hear(Occasion::Surroundings);
    let rules: Vec<_> = desk
        .letters
        .iter()
        .filter(|l| l.state == State::Pending && l.purpose == Purpose::Reminder)
        .map(|l| l.rule.as_str())
        .collect();
    assert_eq!(rules, ["60", "30"]);
}

#[test]
fn whoever_was_reminded_is_reminded_again_only_of_quite_another_time() {
    for (hours, again) in [(1, 0), (-1, 0), (24 * 3, 0), (24 * 5, 1), (24 * 30, 1)] {
        let mut desk = Desk::new();
        desk.hear(ADMITTED);
        desk.now = event().starts_at - TimeDelta::days(7);
        desk.send();
        desk.event = Some(moved(&event(), TimeDelta::hours(hours)));
        desk.hear(Occasion::Surroundings);
        let week = desk.letters.iter().filter(|l| l.rule == "10080" && l.state == State::Pending);
        assert_eq!(week.count(), again, "moved by {hours} h");
    }
}

#[test]
fn a_reminder_is_sent_only_while_it_says_something_true() {
    let (event, registration) = (event(), person(1));
    let in_force = in_force(&event, None, None);
    let moment = |now| Moment {
        registration: &registration,
        event: &event,
        cancelled: false,
        reminders_stopped: false,
        attended: false,
        followed: None,
        plan: &in_force,
        released: None,
        confirmed: false,
        unanswered: false,
        attendance_known: false,
        told: None,
        since: None,
        notice: None,
        now,
    };
    let due = |rule| Due { purpose: Purpose::Reminder, rule, computed_for: event.starts_at, facts: None };
    let before = |minutes| event.starts_at - TimeDelta::minutes(minutes);
    for (rule, now, skip) in [
        ("10080", before(10_080), None),
        ("10080", before(5000), None),
        // Mail stood still for a week: the nearest reminder is enough.
        ("10080", before(1440), Some(Skip::Superseded)),
        ("1440", before(1440), None),
        ("1440", before(60), Some(Skip::Superseded)),
        ("60", before(1), None),
        ("60", before(0), Some(Skip::Over)),
    ] {
        assert_eq!(skipping::skip(due(rule), moment(now)), skip, "{rule} at {now}");
    }
    let stopped = Moment { reminders_stopped: true, ..moment(before(60)) };
    assert_eq!(skipping::skip(due("60"), stopped), Some(Skip::Stopped));
    let old = Due { computed_for: before(60), ..due("60") };
    assert_eq!(skipping::skip(old, moment(before(60))), Some(Skip::Moved));
}

#[derive(Clone, Copy, Debug)]
enum Happening {
    Admit,
    Withdraw,
    Move(i64),
    Cancel,
    Repeat,
    Wait(i64),
    /// Somebody gives the event another plan, or gives it up.
    Plan(usize),
    /// It is noted that the person was there.
    Came,
    Send,
    /// The last message comes once more.
    Again,
}

/// Rules of plans, in which the same one comes with other hours and with other people.
const PLANS: [&[&str]; 5] = [
    &[],
    &["start-7d", "start-1d", "start-60m!"],
    &["start-7d@09:00", "start-1wd@09:00", "start-1d@18:00/unconfirmed"],
    &["start-1d@06:00", "deadline-2d", "end+1d"],
    &["start-90m", "deadline-1d@09:00", "end+1d@09:00/came", "end+2d/missed"],
];

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    let one = prop_oneof![
        3 => Just(Happening::Admit),
        1 => Just(Happening::Withdraw),
        3 => (-200_i64..200).prop_map(Happening::Move),
        1 => Just(Happening::Cancel),
        1 => Just(Happening::Repeat),
        3 => (1_i64..5000).prop_map(Happening::Wait),
        1 => (0..PLANS.len()).prop_map(Happening::Plan),
        1 => Just(Happening::Came),
        4 => Just(Happening::Send),
        2 => Just(Happening::Again),
    ];
    proptest::collection::vec(one, 1..30)
}

proptest! {
    #[test]
    fn whatever_happens_nobody_gets_a_letter_twice_or_one_that_is_not_true(happenings in happenings()) {
        let mut desk = Desk::new();
        let mut last = Occasion::Surroundings;
        let mut sent = Vec::new();
        for happening in happenings {
            match happening {
                Happening::Admit => {
                    last = ADMITTED;
                    desk.hear(last);
                }
                Happening::Withdraw => {
                    desk.registration = next(&desk.registration, Standing::Withdrawn);
                    last = Occasion::Withdrawn { why: Withdrawal::ByPerson };
                    desk.hear(last);
                }
                Happening::Move(hours) => {
                    desk.event = desk.event.as_ref().map(|event| moved(event, TimeDelta::hours(hours)));
                    desk.hear(Occasion::Surroundings);
                }
                Happening::Cancel => {
                    desk.cancelled = true;
                    desk.hear(Occasion::Surroundings);
                }
                Happening::Repeat => {
                    desk.hear(Occasion::Repeated { at: desk.now, answer_before: None });
                }
                Happening::Plan(number) => {
                    let rules = PLANS[number].iter().map(|rule| rule.parse().unwrap()).collect();
                    desk.own_plan = Some(rules).filter(|_| number > 0);
                    desk.hear(Occasion::Surroundings);
                }
                Happening::Came => {
                    desk.attended = true;
                    desk.hear(Occasion::Surroundings);
                }
                Happening::Wait(minutes) => desk.now += TimeDelta::minutes(minutes),
                Happening::Again => {
                    desk.hear(last);
                }
                Happening::Send => {
                    let out = desk.send();
                    let gone = desk.registration.state == Standing::Withdrawn;
                    for purpose in &out {
                        if gone {
                            prop_assert!(matches!(purpose, Purpose::Withdrawal | Purpose::Cancellation));
                        }
                        if desk.cancelled {
                            prop_assert!(matches!(purpose, Purpose::Cancellation | Purpose::Withdrawal));
                        }
                    }
                    sent.extend(out);
                }
            }
            let keys: BTreeSet<_> = desk.letters.iter().map(|l| (l.purpose, l.rule.clone(), l.computed_for)).collect();
            prop_assert_eq!(keys.len(), desk.letters.len(), "the table would refuse two letters with one key");
            prop_assert!(desk.unsent(Purpose::Change) <= 1);
            let in_force = desk.plan();
            for letter in desk.letters.iter().filter(|l| l.purpose == Purpose::Reminder && l.state == State::Pending) {
                let rule = in_force.reminder(&letter.rule).expect("a rule of the plan");
                let due = reminder_plan::due(rule, desk.event.as_ref().unwrap(), None).unwrap();
                prop_assert_eq!((letter.computed_for, letter.due), (due.computed_for, due.at), "a reminder of an old time");
            }
            prop_assert!(sent.iter().filter(|purpose| **purpose == Purpose::FollowUp).count() <= 1, "thanked once");
        }
        let ends = [Purpose::Cancellation, Purpose::Withdrawal];
        prop_assert!(sent.iter().filter(|purpose| ends.contains(purpose)).count() <= 1, "an entry goes once");
        for once in [Purpose::Confirmation, Purpose::Cancellation, Purpose::Withdrawal] {
            prop_assert!(sent.iter().filter(|purpose| **purpose == once).count() <= 1);
        }
    }
}
