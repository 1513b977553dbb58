//! Decisions about programmes that change, as tables and as rules that hold for any history.

use chrono::{DateTime, TimeDelta, Utc};
use host::testing::beginning;
use proptest::prelude::*;
use proto::OccurrenceId;
use proto::event::{Attendance, Event, Form};
use proto::registration::Registration;
use uuid::Uuid;

use super::programme::*;
use crate::agenda;
use crate::planning::{Existing, Facts, Occasion, Picture, Step, plan};
use crate::purpose::{Purpose, State};
use crate::reminder_plan::InForce;
use crate::replan::{News, Now, Replan};
use crate::speaking::{self, Told as SpeakerTold};
use crate::told::{Difference, Place, Told};

fn told(event: &Event, registration: &Registration) -> Told {
    let language = registration.language;
    let place = Place::of(event, registration, language);
    Told {
        language,
        title: event.title.get(language).to_owned(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone,
        venue: place.venue,
        online: place.online,
        choices: crate::told::chosen(event, registration, language),
        sessions: agenda::held(event, registration, language),
        waiting: agenda::waited_for(event, registration, language).iter().map(|session| session.pool).collect(),
        name: registration.name.clone(),
        address: registration.email.clone(),
        organiser: "Distriktssenteret".to_owned(),
        organiser_address: "arrangement@distriktssenteret.example".to_owned(),
        reply_address: None,
        generation: registration.generation,
        sequence: 0,
    }
}

fn news(replan: &Replan, last: Option<&Told>, event: &Event, registration: &Registration) -> News {
    replan.news(Now { since: None, last, event, registration, now: at(1, 9) })
}

/// One word for each difference.
fn words(news: &News) -> Vec<String> {
    let word = |difference: &Difference| match difference {
        Difference::Moved { new, .. } => format!("moved {}", new.label),
        Difference::Gone { session } => format!("gone {}", session.label),
        Difference::Got { session } => format!("got {}", session.label),
        Difference::Settled { kept, released } => format!("{kept} not {released}"),
        Difference::Form { old, new } => format!("{old} to {new}"),
        other => serde_json::to_value(other).unwrap()["what"].as_str().unwrap().to_owned(),
    };
    news.differences.iter().map(word).collect()
}

#[test]
fn what_is_told_is_what_is_so_now() {
    let first = conference();
    let person = participant(1, &[LOKALE, UNGDOM, VANDRING]);
    let known = told(&first, &person);
    let second = version(&first, |pools| {
        move_to(pools, LOKALE, at(11, 13));
        pools.retain(|other| other.id != pool(VANDRING));
    });
    let mut message = replanned(&person, &second);
    message.moved = vec![moved_session(&first, &second, LOKALE)];
    message.gone = vec![chosen(&first, VANDRING)];
    message.clashes = vec![(pool(LOKALE), pool(UNGDOM))];
    message.answer_before = Some(at(4, 14));
    let both = Registration { choices: claims(&[LOKALE, UNGDOM], &[]), ..person.clone() };
    let replan = Replan::heard(message.clone(), Some(&known));

    let told_all = news(&replan, Some(&known), &second, &both);
    assert_eq!(words(&told_all), ["moved Tomme lokale", "gone Byvandring; ute"]);
    assert_eq!(told_all.clashes.len(), 1);
    // Nobody was told of anything before: the message alone says it.
    assert_eq!(words(&news(&replan, None, &second, &both)), ["moved Tomme lokale", "gone Byvandring; ute"]);
    // Another letter has told the newest already; the choice is still to be made.
    let newest = told(&second, &both);
    let rest = news(&replan, Some(&newest), &second, &both);
    assert_eq!((words(&rest).len(), rest.clashes.len()), (1, 1), "what is gone stands in no agenda any more: {rest:?}");
    // The person has chosen meanwhile.
    let chose = Registration { choices: claims(&[UNGDOM], &[]), ..person.clone() };
    let chosen_now = news(&replan, Some(&known), &second, &chose);
    assert_eq!(words(&chosen_now), ["gone Byvandring; ute", "choices"]);
    assert!(chosen_now.clashes.is_empty());
    // The time to choose is over.
    let late = replan.news(Now { since: None, last: Some(&known), event: &second, registration: &both, now: at(5, 9) });
    assert!(late.clashes.is_empty());
    // Everything is as it was.
    let back = version(&second, |pools| pools.clone_from(&first.sign_up.pools));
    let clash_again = news(&replan, Some(&known), &back, &person);
    assert_eq!(words(&clash_again), [""; 0]);
}

#[test]
fn whoever_waits_for_a_session_is_told_that_it_moved_and_what_it_clashes_with() {
    let first = conference();
    let person = Registration { choices: claims(&[UNGDOM], &[LOKALE]), ..participant(1, &[]) };
    let known = told(&first, &person);
    let second = version(&first, |pools| move_to(pools, LOKALE, at(11, 13)));
    let mut message = replanned(&person, &second);
    message.moved = vec![moved_session(&first, &second, LOKALE)];
    message.clashes = vec![(pool(LOKALE), pool(UNGDOM))];
    message.answer_before = Some(at(4, 14));
    let replan = Replan::heard(message, Some(&known));
    let waits = news(&replan, Some(&known), &second, &person);
    assert_eq!(words(&waits), ["moved Tomme lokale"]);
    assert_eq!(waits.clashes.len(), 1);
    // Another letter has told the newest meanwhile: the choice is still to be made.
    assert_eq!(news(&replan, Some(&told(&second, &person)), &second, &person).clashes.len(), 1);
    // The person waits no more.
    let alone = Registration { choices: claims(&[UNGDOM], &[]), ..person.clone() };
    assert!(news(&replan, Some(&known), &second, &alone).is_empty());
}

#[test]
fn another_form_is_told_instead_of_the_place_that_goes_with_it() {
    let first = conference();
    let person = participant(1, &[]);
    let known = told(&first, &person);
    let online = super::world::edited(&first, |event| event.attendance = Attendance::Online);
    let mut message = replanned(&person, &online);
    (message.version, message.form_before) = (None, Some(Form::InPerson));
    let moved = Registration { form: Some(Form::Online), ..person.clone() };
    let replan = Replan::heard(message, Some(&known));
    assert_eq!(words(&news(&replan, Some(&known), &online, &moved)), ["in-person to online"]);
    assert_eq!(replan.rule(&moved), "f1");
}

#[test]
fn sessions_that_are_taken_from_a_form_are_gone_although_others_have_them() {
    let event = conference();
    let person = participant(1, &[VANDRING]);
    let known = told(&event, &person);
    let mut message = replanned(&person, &event);
    message.gone = vec![chosen(&event, VANDRING)];
    let without = Registration { choices: Vec::new(), ..person.clone() };
    let replan = Replan::heard(message, Some(&known));
    assert_eq!(words(&news(&replan, Some(&known), &event, &without)), ["gone Byvandring; ute"]);
}

#[test]
fn versions_are_merged_in_their_order_whichever_is_heard_first() {
    let first = conference();
    let person = participant(1, &[LOKALE]);
    let second = version(&first, |pools| move_to(pools, LOKALE, at(11, 11)));
    let third = version(&second, |pools| move_to(pools, LOKALE, at(11, 12)));
    let heard = |before: &Event, now: &Event| {
        let mut message = replanned(&person, now);
        message.moved = vec![moved_session(before, now, LOKALE)];
        Replan::heard(message, None)
    };
    let (one, other) = (heard(&first, &second), heard(&second, &third));
    for merged in [one.clone().merged(other.clone()), other.merged(one)] {
        assert_eq!(merged.version, Some(3));
        let told = news(&merged, None, &third, &person);
        let [Difference::Moved { old, new }] = &told.differences[..] else { panic!("{told:?}") };
        assert_eq!((old.starts_at, new.starts_at), (Some(at(11, 10)), Some(at(11, 12))));
    }
}

#[test]
fn only_another_day_asks_for_another_answer() {
    let event = conference();
    let known = told(&event, &participant(1, &[]));
    for (starts_at, ends_at, moved) in [
        (at(11, 9), at(12, 15), false),
        (at(11, 8), at(12, 17), false),
        (at(10, 9), at(12, 15), true),
        (at(11, 9), at(13, 15), true),
        (at(11, 9), at(11, 15), true),
    ] {
        let now = Event { starts_at, ends_at, ..event.clone() };
        assert_eq!(known.time_moved(&now), moved, "{starts_at} {ends_at}");
    }
}

#[test]
fn a_speaker_hears_what_is_different_and_not_of_what_is_over() {
    let here = || slot(LOKALE, "Tomme lokale", at(11, 10), "Storsalen");
    let occurrence = OccurrenceId(Uuid::from_u128(100 + LOKALE));
    let known = SpeakerTold::of(&speaker(1, Vec::new()), &here(), "a@b.example");
    let mut other_room = here();
    other_room.slot.room = None;
    for (slots, told, cancelled, now, letter) in [
        (vec![here()], None, false, at(1, 9), true),
        (vec![here()], Some(&known), false, at(1, 9), false),
        (vec![other_room], Some(&known), false, at(1, 9), true),
        (Vec::new(), Some(&known), false, at(1, 9), true),
        (vec![here()], Some(&known), true, at(1, 9), true),
        (vec![here()], None, true, at(1, 9), false),
        (Vec::new(), None, false, at(1, 9), false),
        (vec![here()], None, false, at(11, 11), false),
        (Vec::new(), Some(&known), false, at(11, 11), false),
    ] {
        let speaker = speaker(2, slots);
        let news = speaking::news(&speaker, occurrence, told, cancelled, now);
        assert_eq!(news.is_some(), letter, "{speaker:?} {told:?} {cancelled} {now}");
    }
}

#[derive(Clone, Copy, Debug)]
enum Happening {
    /// So many hours later than in the beginning.
    Release(i64),
    /// The message of a version comes, or comes again.
    Hear(usize),
    Publish(usize),
    Send,
}

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    let one = prop_oneof![
        2 => (0_i64..4).prop_map(Happening::Release),
        3 => (0_usize..6).prop_map(Happening::Hear),
        3 => (0_usize..6).prop_map(Happening::Publish),
        2 => Just(Happening::Send),
    ];
    proptest::collection::vec(one, 1..25)
}

proptest! {
    /// Messages late, twice and in any order: at most one letter for each version, and in the end the calendar is right.
    #[test]
    fn nobody_gets_two_letters_about_one_version_and_everybody_ends_up_knowing(happenings in happenings()) {
        let person = participant(1, &[LOKALE]);
        let mut versions = vec![conference()];
        let mut heard = vec![0_usize];
        let mut known = told(&versions[0], &person);
        let (mut letters, mut published): (Vec<Existing>, usize) = (Vec::new(), 0);
        let mut now: DateTime<Utc> = beginning();
        let mut all = happenings.clone();
        // Everything arrives in the end.
        all.extend((0..30).map(Happening::Publish));
        all.extend((0..30).map(Happening::Hear));
        all.push(Happening::Send);
        for happening in all {
            let (occasion, replan) = match happening {
                Happening::Release(hours) => {
                    let newest = versions.last().unwrap();
                    versions.push(version(newest, |pools| move_to(pools, LOKALE, at(11, 10) + TimeDelta::hours(hours))));
                    continue;
                }
                Happening::Publish(number) if number < versions.len() && number > published => {
                    published = number;
                    (Occasion::Surroundings, None)
                }
                Happening::Hear(number) if number > 0 && number < versions.len() => {
                    heard.push(number);
                    let mut message = replanned(&person, &versions[number]);
                    message.moved = vec![moved_session(&versions[number - 1], &versions[number], LOKALE)];
                    (Occasion::Replanned, Some(Replan::heard(message, Some(&known))))
                }
                Happening::Send => {
                    now += TimeDelta::minutes(11);
                    let event = &versions[published];
                    for letter in letters.iter_mut().filter(|letter| letter.state == State::Pending) {
                        let open = match letter.purpose {
                            Purpose::Replanned => {
                                let replan = letter.replan.as_ref().unwrap();
                                if event.programme_version < replan.version {
                                    continue;
                                }
                                let since = replan.since.as_deref();
                                let of = Now { since, last: Some(&known), event, registration: &person, now };
                                !replan.news(of).is_empty()
                            }
                            Purpose::Change => {
                                !crate::told::news(letter.since.as_ref(), Some(&known), event, &person, &[]).is_empty()
                            }
                            _ => continue,
                        };
                        letter.state = if open { State::Sent } else { State::Withdrawn };
                        letter.made = open;
                        if open {
                            known = Told { sequence: known.sequence + 1, ..told(event, &person) };
                        }
                    }
                    continue;
                }
                _ => continue,
            };
            let steps = plan(occasion, Picture {
                registration: &person,
                before: None,
                reminders_stopped: true,
                event: Some(&versions[published]),
                cancelled: false,
                told: Some(&known),
                replan: replan.as_ref(),
                attended: false,
                followed: None,
                plan: &InForce::default(),
                released: None,
                letters: &letters,
                now,
                debounce: TimeDelta::minutes(10),
            });
            for step in steps {
                match step {
                    Step::Write(planned) => {
                        let replan = match &planned.facts {
                            Some(Facts::Replanned(replan)) => Some((**replan).clone()),
                            _ => None,
                        };
                        let since = match &planned.facts {
                            Some(Facts::Change { since }) => Some((**since).clone()),
                            _ => None,
                        };
                        letters.push(Existing {
                            id: Uuid::from_u128(letters.len() as u128),
                            purpose: planned.purpose,
                            rule: planned.rule,
                            computed_for: planned.computed_for,
                            due: planned.due,
                            state: State::Pending,
                            skip: None,
                            made: false,
                            sent_at: None,
                            since,
                            replan,
                        });
                    }
                    Step::Amend { letter, facts } => {
                        let own = letters.iter_mut().find(|own| own.id == letter).unwrap();
                        let Facts::Replanned(replan) = facts else { panic!("{facts:?}") };
                        own.replan = Some(*replan);
                    }
                    Step::Withdraw { letter, .. } => {
                        letters.iter_mut().find(|own| own.id == letter).unwrap().state = State::Withdrawn;
                    }
                    Step::Redate { .. } => {}
                }
            }
            let of_programme = letters.iter().filter(|letter| letter.purpose == Purpose::Replanned);
            let mut rules: Vec<_> = of_programme.map(|letter| letter.rule.clone()).collect();
            rules.sort();
            let count = rules.len();
            rules.dedup();
            prop_assert_eq!(rules.len(), count, "two letters about one version");
            let open = |letter: &&Existing| letter.state == State::Pending
                && matches!(letter.purpose, Purpose::Replanned | Purpose::Change);
            prop_assert!(letters.iter().filter(open).count() <= 1, "two letters that wait: {:?}", letters);
        }
        let newest = &versions[published];
        prop_assert_eq!(known.sessions, agenda::held(newest, &person, person.language), "{:?}", letters);
    }
}
