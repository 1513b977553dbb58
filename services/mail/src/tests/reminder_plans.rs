//! Reminder plans, and events that move, end or lose people while letters wait or go out.

use std::time::Duration;

use bus::testing::eventually;
use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::Oslo;
use host::testing::{KINDS, Kind, beginning};
use proto::event::{Event, EventKind};
use proto::gathering::{RegistrationSeated, Seating};
use proto::registration::{RegistrationAttended, State};
use proto::{DelegationId, Language, SeatId};
use uuid::Uuid;

use super::programme::{at, conference, participant, released};
use super::sink::Mode;
use super::world::*;
use crate::planning::Occasion;
use crate::purpose::{Purpose, Skip, State as Fate};
use crate::reminder_plan::Rule;
use crate::sending::Limits;
use crate::store::{self, reply};

/// Longer than any test waits for a server that says nothing.
const PATIENT: Limits = Limits { step: Duration::from_secs(60), dot: Duration::from_secs(60) };

/// Gives an event a plan of its own, as the page for it does.
pub(super) async fn plan(world: &World, event: &Event, rules: &[&str]) {
    let (bus, _) = crate::listed(&world.mail, &bus::Carrier::in_process()).start();
    let work = bus.begin().await.unwrap();
    let rules: Vec<Rule> = rules.iter().map(|rule| rule.parse().unwrap()).collect();
    store::event::hold_still(&work.tx, &[event.id]).await.unwrap();
    store::event::set_plan(&work.tx, event.id, Some(&rules)).await.unwrap();
    world.mail.replan_all(&work, event.id, Occasion::Surroundings).await.unwrap();
    work.commit().await.unwrap();
    world.mail.wake.notify_one();
}

/// The reminders of somebody, by rule.
async fn reminders(world: &World, number: u128) -> Vec<(String, Fate, Option<Skip>, DateTime<Utc>)> {
    let mut all = world.letters().await;
    all.retain(|l| l.purpose == Purpose::Reminder && l.registration == Some(person(number).id.0));
    all.into_iter().map(|l| (l.rule, l.state, l.skip, l.due)).collect()
}

fn clock(day: (i32, u32, u32), hour: u32) -> DateTime<Utc> {
    Oslo.with_ymd_and_hms(day.0, day.1, day.2, hour, 0, 0).unwrap().with_timezone(&Utc)
}

#[tokio::test]
async fn an_event_that_moves_across_a_clock_change_is_reminded_of_at_the_same_time_of_day() {
    for kind in KINDS {
        let world = World::new(kind).await;
        // A Friday in winter time; moved to the Tuesday after summer time has begun.
        let winter = clock((2027, 3, 26), 10);
        let first = edited(&event(), |event| (event.starts_at, event.ends_at) = (winter, winter + TimeDelta::hours(1)));
        world.publish(&first).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let summer = clock((2027, 3, 30), 10);
        let second = edited(&first, |event| (event.starts_at, event.ends_at) = (summer, summer + TimeDelta::hours(1)));
        world.publish(&second).await;
        let dues: Vec<_> =
            reminders(&world, 1).await.into_iter().map(|(rule, fate, _, due)| (rule, fate, due)).collect();
        let expected = [
            ("10080".to_owned(), Fate::Pending, clock((2027, 3, 23), 10)),
            ("1440".to_owned(), Fate::Pending, clock((2027, 3, 29), 10)),
            ("60".to_owned(), Fate::Pending, clock((2027, 3, 30), 9)),
        ];
        assert_eq!(dues, expected, "{kind:?}");
        // And the letter says the time that clocks show on the day.
        world.until(clock((2027, 3, 29), 10)).await;
        let taken = world.taken().await;
        let mut reminders = taken.iter().filter(|l| mail(&l.data).subject().unwrap().starts_with("Snart"));
        let text = mail(&reminders.next().unwrap().data).body_text(0).unwrap().into_owned();
        assert!(text.contains("tysdag 30. mars 2027 kl. 10.00") && text.contains("I morgon"), "{text}");
    }
}

#[tokio::test]
async fn an_event_that_moves_twice_before_a_reminder_is_reminded_of_once_and_as_it_is() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let first = event();
        world.publish(&first).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let second = moved(&first, TimeDelta::days(3));
        world.publish(&second).await;
        world.advance(TimeDelta::hours(1)).await;
        let third = moved(&second, TimeDelta::days(-1));
        world.publish(&third).await;
        world.advance(TimeDelta::hours(1)).await;
        let before = world.taken().await.len();
        // Past every time that a reminder could have been for.
        let starts = [&first, &second, &third].map(|event| event.starts_at);
        let mut times: Vec<_> =
            [7 * 24, 24, 1, 0].iter().flat_map(|h| starts.map(|start| start - TimeDelta::hours(*h))).collect();
        times.sort_unstable();
        for time in times {
            world.until(time).await;
        }
        let taken = world.taken().await;
        let texts: Vec<_> = taken[before..].iter().map(|l| mail(&l.data).body_text(0).unwrap().into_owned()).collect();
        assert_eq!(texts.len(), 3, "{kind:?}: a week, a day and an hour before: {texts:?}");
        assert!(texts.iter().all(|text| text.contains("fredag 22. januar 2027")), "{texts:?}");
    }
}

#[tokio::test]
async fn an_event_that_moves_into_the_past_reminds_nobody() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let past = moved(&event(), TimeDelta::days(-10));
        world.publish(&past).await;
        world.advance(TimeDelta::days(20)).await;
        assert_eq!(world.taken().await.len(), 1, "{kind:?}: {:?}", world.subjects().await);
        for (rule, fate, skip, _) in reminders(&world, 1).await {
            assert_eq!((fate, skip), (Fate::Withdrawn, Some(Skip::TooLate)), "{rule}");
        }
    }
}

/// Letters of a reminder to several people, each with everything handed over but the letter itself.
async fn held(kind: Kind, people: u128) -> World {
    let mut world = World::new(kind).await;
    world.kill();
    world.start_within(PATIENT);
    world.publish(&event()).await;
    for number in 0..people {
        world.admit(&person(number)).await;
    }
    world.settle().await;
    assert_eq!(world.sink.taken().len(), usize::try_from(people).unwrap(), "the confirmations");
    world.sink.behave(Mode::Hold);
    world.host.clock.set(event().starts_at - TimeDelta::days(7));
    world.mail.wake.notify_one();
    // As many as the program has connections.
    eventually("letters are being handed over", async || world.sink.held() == 2).await;
    world
}

#[tokio::test]
async fn when_an_event_is_cancelled_while_a_batch_goes_out_nobody_is_reminded_any_more() {
    for kind in KINDS {
        let world = held(kind, 6).await;
        world.cancel(&event()).await;
        world.sink.behave(Mode::Fine);
        let mut subjects = world.subjects().await;
        subjects.drain(..6);
        assert_eq!(subjects, ["Avlyst: Tomme lokale"; 6], "{kind:?}");
        for number in 0..6 {
            for (rule, fate, skip, _) in reminders(&world, number).await {
                assert_eq!((fate, skip), (Fate::Withdrawn, Some(Skip::EventCancelled)), "{rule}");
            }
        }
    }
}

#[tokio::test]
async fn whoever_signs_off_between_rendering_and_sending_is_not_reminded_and_the_others_are() {
    for kind in KINDS {
        let world = held(kind, 3).await;
        // Those whose letters are in hand, made and leased.
        let in_hand: Vec<_> = world.letters().await.into_iter().filter(|l| l.state == Fate::Leased).collect();
        assert!(in_hand.iter().all(|letter| letter.raw.is_some()), "they are made");
        let gone = in_hand[0].registration.unwrap().as_u128() - 1000;
        world.withdraw(&person(gone)).await;
        world.sink.behave(Mode::Fine);
        let taken = world.taken().await;
        let to = |number: u128| {
            let own = taken.iter().filter(move |letter| letter.to == person(number).email);
            own.map(|letter| mail(&letter.data).subject().unwrap().to_owned()).collect::<Vec<_>>()
        };
        for number in 0..3 {
            let second = if number == gone { "Du er meld av: Tomme lokale" } else { "Snart sjåast vi: Tomme lokale" };
            assert_eq!(to(number), ["Du er påmeld: Tomme lokale", second], "{kind:?}");
        }
    }
}

#[tokio::test]
async fn another_plan_moves_what_waits_and_sends_nobody_a_reminder_again() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let event = event();
        world.publish(&event).await;
        world.admit(&person(1)).await;
        world.until(event.starts_at - TimeDelta::days(7)).await;
        let before = world.taken().await.len();
        // The first at another hour, the second too, the third away, and one more.
        plan(&world, &event, &["start-7d@16:00", "start-1d@08:00", "start-2d/unconfirmed"]).await;
        world.settle().await;
        assert_eq!(world.taken().await.len(), before, "nothing is sent because a plan is another");
        let all = reminders(&world, 1).await;
        let before_start = |hours| event.starts_at - TimeDelta::hours(hours);
        for expected in [
            ("10080", Fate::Sent, None, before_start(7 * 24)),
            ("start-2d/unconfirmed", Fate::Pending, None, before_start(48)),
            ("1440", Fate::Pending, None, clock((2027, 1, 19), 8)),
            ("60", Fate::Withdrawn, Some(Skip::RuleRemoved), before_start(1)),
        ] {
            let (rule, fate, skip, due) = expected;
            assert!(all.contains(&(rule.to_owned(), fate, skip, due)), "{kind:?} {rule}: {all:?}");
        }
        assert_eq!(all.len(), 4);
    }
}

#[tokio::test]
async fn whoever_signs_up_late_gets_what_still_makes_sense_and_the_page_can_say_why_not_the_rest() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let event = event();
        world.publish(&event).await;
        plan(&world, &event, &["start-7d", "deadline-1wd@12:00", "start-60m!"]).await;
        // The evening before: the working day before the deadline is over, the hour before is not.
        world.until(event.starts_at - TimeDelta::hours(14)).await;
        world.admit(&person(1)).await;
        let skipped: Vec<_> = reminders(&world, 1).await.into_iter().map(|(rule, _, skip, _)| (rule, skip)).collect();
        let late = Some(Skip::TooLate);
        for (rule, why) in [("10080", late), ("deadline-1wd", late), ("60", None)] {
            assert!(skipped.contains(&(rule.to_owned(), why)), "{kind:?} {rule}: {skipped:?}");
        }
    }
}

#[tokio::test]
async fn only_those_whose_calendar_has_not_said_yes_are_asked() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let event = event();
        world.publish(&event).await;
        plan(&world, &event, &["start-2d/unconfirmed"]).await;
        for number in 1..4 {
            world.admit(&person(number)).await;
        }
        world.settle().await;
        let answer = async |number: u128, answer: reply::Answer| {
            let row = reply::Model {
                registration: person(number).id.0,
                revision: 1,
                answer,
                proven: true,
                sequence: Some(0),
                stamp: None,
                at: beginning(),
            };
            reply::keep(&world.host.db.write, &row).await.unwrap();
        };
        answer(1, reply::Answer::Accepted).await;
        answer(2, reply::Answer::Tentative).await;
        world.until(event.starts_at - TimeDelta::days(2)).await;
        let taken = world.taken().await;
        let asked: Vec<_> = taken.iter().filter(|l| mail(&l.data).subject().unwrap().starts_with("Kjem du?")).collect();
        let mut to: Vec<_> = asked.iter().map(|letter| letter.to.as_str()).collect();
        to.sort_unstable();
        assert_eq!(to, ["ase2@kommune.example", "ase3@kommune.example"], "{kind:?}");
        let text = mail(&asked[0].data).body_text(0).unwrap().into_owned();
        assert!(text.contains("ikkje fått eit ja") && text.contains("innan"), "{text}");
        assert_eq!(reminders(&world, 1).await[0].2, Some(Skip::Confirmed));
    }
}

#[tokio::test]
async fn a_yes_to_the_old_time_is_none_to_the_new_one() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        plan(&world, &event(), &["start-2d/unconfirmed"]).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let row = reply::Model {
            registration: person(1).id.0,
            revision: 1,
            answer: reply::Answer::Accepted,
            proven: true,
            sequence: Some(0),
            stamp: None,
            at: beginning(),
        };
        reply::keep(&world.host.db.write, &row).await.unwrap();
        let later = moved(&event(), TimeDelta::days(1));
        world.publish(&later).await;
        world.advance(TimeDelta::minutes(11)).await;
        world.until(later.starts_at - TimeDelta::days(2)).await;
        assert_eq!(world.letter(Purpose::Reminder).await.state, Fate::Sent, "{kind:?}");
    }
}

#[tokio::test]
async fn people_hear_that_the_programme_is_out_and_of_later_versions_only_what_touches_them() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let event = conference();
        world.publish(&event).await;
        plan(&world, &event, &["release+60m", "end+1d"]).await;
        world.until(at(1, 9)).await;
        world.admit(&participant(1, &[])).await;
        world.settle().await;
        assert_eq!(world.fates(Purpose::Reminder).await, [], "nobody knows when it will be");
        // The news of the second version comes first, and both come late.
        let second = released(&edited(&event, |event| event.programme_version = Some(2)), None);
        let second = proto::conference::ProgrammeReleased { released_at: at(1, 11), ..second };
        world.advance(TimeDelta::hours(3)).await;
        world.hear(second).await;
        world.hear(released(&event, None)).await;
        world.settle().await;
        let subjects = world.subjects().await;
        assert_eq!(subjects[1..], ["Programmet er klart: BYLIV 2027"], "{kind:?}: {subjects:?}");
        world.advance(TimeDelta::days(2)).await;
        // Whoever comes now has seen it.
        world.admit(&participant(2, &[])).await;
        world.advance(TimeDelta::days(1)).await;
        let subjects = world.subjects().await;
        assert_eq!(subjects.iter().filter(|subject| subject.starts_with("Programmet")).count(), 1, "{subjects:?}");
    }
}

#[tokio::test]
async fn those_who_came_and_those_who_did_not_get_their_letter_at_its_own_time_and_nobody_two() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let event = conference();
        world.publish(&event).await;
        plan(&world, &event, &["end+1d@09:00/came", "end+2d@09:00/missed"]).await;
        world.admit(&participant(1, &[])).await;
        world.admit(&participant(2, &[])).await;
        world.settle().await;
        world.hear(RegistrationAttended { registration: participant(1, &[]), at: event.starts_at }).await;
        let before = world.taken().await.len();
        world.until(clock((2027, 5, 13), 9)).await;
        assert_eq!(thanked(&world, before).await, ["ase1@kommune.example"], "{kind:?}");
        world.until(clock((2027, 5, 14), 9)).await;
        assert_eq!(thanked(&world, before).await, ["ase1@kommune.example", "ase2@kommune.example"]);
        // Noted too late for the one letter, and thanked already by the other.
        let registration = next(&participant(2, &[]), State::Admitted);
        world.hear(RegistrationAttended { registration, at: event.starts_at }).await;
        plan(&world, &event, &["end+4d@09:00"]).await;
        world.until(event.ends_at + TimeDelta::days(6)).await;
        assert_eq!(thanked(&world, before).await.len(), 2);
    }
}

async fn thanked(world: &World, before: usize) -> Vec<String> {
    world.taken().await[before..].iter().map(|letter| letter.to.clone()).collect()
}

#[tokio::test]
async fn those_whom_a_delegation_has_signed_up_are_asked_until_they_have_answered() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let event = edited(&event(), |event| {
            event.kind = EventKind::Gathering;
            event.sign_up.questions = questions();
        });
        world.publish(&event).await;
        plan(&world, &event, &["deadline-2d/unanswered"]).await;
        // By themselves; by a delegation; by a delegation after they had; and one who has answered since.
        let seated = |number: u128, before: bool| RegistrationSeated {
            seat_id: SeatId(Uuid::from_u128(2000 + number)),
            revision: 1,
            delegation_id: DelegationId(Uuid::from_u128(3000)),
            event_id: event.id,
            registration_id: Some(person(number).id),
            signed_up_before: before,
            language: Language::Nn,
            member: "Region Namdal".to_owned(),
            outcome: Seating::Seated,
            own_place: false,
        };
        for number in 1..5 {
            world.admit(&person(number)).await;
        }
        world.hear(seated(2, false)).await;
        world.hear(seated(3, true)).await;
        world.hear(seated(4, false)).await;
        world.change(&next(&person(4), State::Admitted)).await;
        world.until(event.sign_up.withdraw_until - TimeDelta::days(2)).await;
        let taken = world.taken().await;
        let asked: Vec<_> =
            taken.iter().filter(|l| mail(&l.data).subject().unwrap().starts_with("Vi manglar svar")).collect();
        let to: Vec<_> = asked.iter().map(|letter| letter.to.as_str()).collect();
        assert_eq!(to, ["ase2@kommune.example"], "{kind:?}");
        assert_eq!(reminders(&world, 4).await[0].2, Some(Skip::Answered));
    }
}
