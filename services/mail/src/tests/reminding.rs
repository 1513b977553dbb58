//! When rules of reminder plans are due, and which plan counts.

use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Europe::{Oslo, Stockholm};
use chrono_tz::Tz;
use proptest::prelude::*;
use proto::event::{Event, EventKind};
use working_hours::Calendar;

use super::world::event;
use crate::purpose::{Purpose, Skip};
use crate::reminder_plan::{self, Anchor, Audience, InForce, Offset, Refused, Rule, Scope, Source, in_force, usual};
use crate::skipping::{self, Due, Moment};

fn local(text: &str, zone: Tz) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    zone.from_local_datetime(&local).unwrap().with_timezone(&Utc)
}

fn rule(text: &str) -> Rule {
    text.parse().unwrap()
}

/// An event that starts then and lasts for two hours; people can sign off until the day before.
fn starting(at: DateTime<Utc>, zone: Tz) -> Event {
    let mut event = Event { starts_at: at, ends_at: at + TimeDelta::hours(2), timezone: zone, ..event() };
    event.sign_up.withdraw_until = at - TimeDelta::days(1);
    event
}

#[test]
fn each_rule_is_due_by_the_clocks_and_the_calendar_of_the_place() {
    for (zone, starts, text, due) in [
        // Plain days, hours and minutes.
        (Oslo, "2027-01-20 10:00", "start-7d", "2027-01-13 10:00"),
        (Oslo, "2027-01-20 10:00", "start-7d@09:00", "2027-01-13 09:00"),
        (Oslo, "2027-01-20 10:00", "start-90m", "2027-01-20 08:30"),
        (Oslo, "2027-01-20 10:00", "deadline-1d", "2027-01-18 10:00"),
        (Oslo, "2027-01-20 10:00", "end+1d@09:00", "2027-01-21 09:00"),
        (Oslo, "2027-01-20 10:00", "end+120m", "2027-01-20 14:00"),
        // Over both changes of the clock a day is a day, and an hour an hour.
        (Oslo, "2027-03-29 10:00", "start-2d", "2027-03-27 10:00"),
        (Oslo, "2027-03-29 10:00", "start-2880m", "2027-03-27 09:00"),
        (Oslo, "2027-11-01 10:00", "start-2d", "2027-10-30 10:00"),
        // What clocks leave out, and what they show twice.
        (Oslo, "2027-03-29 02:30", "start-1d!", "2027-03-28 03:30"),
        (Oslo, "2027-10-31 10:00", "start-450m!", "2027-10-31 02:30"),
        // At night people are left alone until the morning, also when the clock changes in it ...
        (Oslo, "2027-01-20 23:30", "start-1d", "2027-01-20 07:00"),
        (Oslo, "2027-03-29 01:00", "start-1d", "2027-03-28 07:00"),
        (Oslo, "2027-01-20 08:00", "start-90m", "2027-01-20 07:00"),
        (Oslo, "2027-01-20 23:00", "start-1d!", "2027-01-19 23:00"),
        (Oslo, "2027-01-20 20:00", "end+1d@22:00", "2027-01-22 07:00"),
        // ... and are told the evening before when the morning leaves them too little.
        (Oslo, "2027-01-20 07:15", "start-60m", "2027-01-19 21:00"),
        (Oslo, "2027-01-20 05:00", "start-60m", "2027-01-19 21:00"),
        // Working days, over Easter 2027: Maundy Thursday is 25 March, Easter Monday the 29th.
        (Oslo, "2027-03-30 10:00", "start-1wd@09:00", "2027-03-24 09:00"),
        (Stockholm, "2027-03-30 10:00", "start-1wd@09:00", "2027-03-25 09:00"),
        (Oslo, "2027-03-31 10:00", "start-3wd", "2027-03-23 10:00"),
        (Oslo, "2027-03-24 10:00", "end+1wd@09:00", "2027-03-30 09:00"),
        // A Monday is told of on the Friday, and what is left to do by Tuesday before Constitution Day, a Monday, too.
        (Oslo, "2027-01-18 10:00", "start-1wd@09:00", "2027-01-15 09:00"),
        (Oslo, "2027-05-19 10:00", "deadline-1wd@12:00", "2027-05-14 12:00"),
    ] {
        let event = starting(local(starts, zone), zone);
        let found = reminder_plan::due(&rule(text), &event, None).unwrap().at;
        let shown = found.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string();
        assert_eq!(shown, due, "{text} of {starts} in {zone}");
    }
}

#[test]
fn the_programme_is_spoken_of_once_it_is_out() {
    let event = starting(local("2027-03-16 10:00", Oslo), Oslo);
    let hour = rule("release+60m");
    assert_eq!(reminder_plan::due(&hour, &event, None), None);
    let released = local("2027-02-01 12:00", Oslo);
    let due = reminder_plan::due(&hour, &event, Some(released)).unwrap();
    assert_eq!((due.at, due.computed_for), (local("2027-02-01 13:00", Oslo), released));
    // Late in the evening it can wait until the morning.
    let due = reminder_plan::due(&hour, &event, Some(local("2027-02-01 22:30", Oslo))).unwrap();
    assert_eq!(due.at, local("2027-02-02 07:00", Oslo));
}

fn rules() -> impl Strategy<Value = Rule> {
    let clock = proptest::option::of((0_u32..24, 0_u32..60));
    let clock = clock.prop_map(|clock| clock.and_then(|(h, m)| chrono::NaiveTime::from_hms_opt(h, m, 0)));
    let offset = prop_oneof![
        (1_u32..20_000).prop_map(Offset::Minutes),
        (1_u16..60, clock.clone()).prop_map(|(days, clock)| Offset::Days(days, clock)),
        (1_u16..40, clock).prop_map(|(days, clock)| Offset::WorkingDays(days, clock)),
    ];
    let anchor = proptest::sample::select(&Anchor::ALL[..]);
    let audience = proptest::sample::select(&Audience::ALL[..]);
    (anchor, offset, audience, any::<bool>()).prop_map(|(anchor, offset, audience, any_hour)| Rule {
        anchor,
        offset,
        audience,
        any_hour,
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(rule in rules()) {
        prop_assert_eq!(rule.to_string().parse::<Rule>(), Ok(rule));
    }

    #[test]
    fn whatever_is_typed_is_a_rule_or_not(text in "(start|end|deadline|release|x)?[-+]?[0-9]{0,12}(m|d|wd|h)?(@[0-9:.]{0,6})?(/[a-z]{0,11})?!?") {
        if let Ok(rule) = text.parse::<Rule>() {
            // And no rule that can be read ends the program, however far away it is.
            let _ = reminder_plan::due(&rule, &starting(local("2027-03-28 10:00", Oslo), Oslo), Some(local("2027-01-01 10:00", Oslo)));
        }
    }

    /// Over a year with both changes of the clock and all holidays.
    #[test]
    fn no_letter_goes_out_at_night_or_on_the_wrong_side(rule in rules(), hours in 0_i64..9_000, minutes in 0_i64..60) {
        let at = local("2027-01-01 00:00", Oslo) + TimeDelta::hours(hours) + TimeDelta::minutes(minutes);
        let event = starting(at, Oslo);
        let quiet = Rule { any_hour: false, ..rule };
        let due = reminder_plan::due(&quiet, &event, Some(at)).unwrap();
        let shown = due.at.with_timezone(&Oslo);
        prop_assert!((7..21).contains(&shown.hour()) || (shown.hour(), shown.minute()) == (21, 0), "{shown}");
        if let (Offset::WorkingDays(..), false) = (rule.offset, shown.hour() == 7 || shown.hour() == 21) {
            let calendar = Calendar::of(Oslo);
            prop_assert!(calendar.is_working_day(shown.date_naive()), "{shown}");
        }
        if rule.is_before() {
            prop_assert!(due.at < due.computed_for, "{} {}", due.at, due.computed_for);
        } else {
            prop_assert!(due.at > due.computed_for, "{} {}", due.at, due.computed_for);
        }
    }
}

#[test]
fn the_first_plan_that_exists_counts() {
    let own = || Some(vec![rule("start-2d")]);
    let organisation = || Some(vec![rule("start-3d")]);
    let (listed, unlisted) = (event(), Event { usual_reminders: true, ..event() });
    for (event, own, organisation, source, first) in [
        (&listed, own(), organisation(), Source::Event, "start-2d"),
        (&unlisted, own(), organisation(), Source::Event, "start-2d"),
        (&listed, None, organisation(), Source::File, "start-7d!"),
        (&unlisted, None, organisation(), Source::Organisation, "start-3d"),
        (&unlisted, None, None, Source::Usual, "start-7d"),
    ] {
        let plan = in_force(event, own, organisation);
        assert_eq!((plan.source, plan.rules[0].to_string().as_str()), (source, first));
    }
    // One without rules is one too.
    assert_eq!(in_force(&unlisted, Some(Vec::new()), organisation()).rules, []);
    // A file lists when people are reminded, and does not keep a conference from thanking them.
    let conference = Event { kind: EventKind::Conference, reminders: vec![2880, 60], ..event() };
    let listed: Vec<String> = in_force(&conference, None, None).rules.iter().map(ToString::to_string).collect();
    assert_eq!(listed, ["start-2d!", "start-60m!", "end+1d"]);
}

#[test]
fn usual_plans_are_plans_that_could_have_been_made() {
    for kind in [EventKind::Conference, EventKind::Webinar, EventKind::Gathering] {
        for scope in [Scope::Event, Scope::Organisation] {
            let made = usual(kind)
                .into_iter()
                .try_fold(Vec::new(), |plan, rule| reminder_plan::with(&plan, rule, None, kind, scope));
            assert_eq!(made, Ok(usual(kind)), "{kind:?}");
        }
    }
}

#[test]
fn a_rule_that_makes_no_sense_is_refused() {
    let plan: Vec<Rule> = ["start-7d", "end+1d/came"].map(rule).to_vec();
    let add =
        |text, old, kind| reminder_plan::with(&plan, rule(text), old, kind, Scope::Event).map(|rules| rules.len());
    let conference = EventKind::Conference;
    for (text, old, kind, outcome) in [
        ("start-1d", None, conference, Ok(3)),
        ("release+60m", None, conference, Ok(3)),
        ("release+60m", None, EventKind::Webinar, Err(Refused::Anchor)),
        ("start-91d", None, conference, Err(Refused::Distance)),
        ("start-0d", None, conference, Err(Refused::Distance)),
        ("end+14d", None, conference, Err(Refused::Distance)),
        ("start-1d/came", None, conference, Err(Refused::Audience)),
        ("end+1d/unconfirmed", None, conference, Err(Refused::Audience)),
        ("deadline-1d/unanswered", None, conference, Err(Refused::Audience)),
        ("deadline-1d/unanswered", None, EventKind::Gathering, Ok(3)),
        // The same day at another hour is the same reminder; to other people it is another.
        ("start-7d@09:00", None, conference, Err(Refused::There)),
        ("start-7d@09:00", Some("start-7d"), conference, Ok(2)),
        ("start-7d/unconfirmed", None, conference, Ok(3)),
        // Nobody is thanked twice.
        ("end+2d", None, conference, Err(Refused::Twice)),
        ("end+2d/came", None, conference, Err(Refused::Twice)),
        ("end+2d", Some("end+1d/came"), conference, Ok(2)),
        ("end+2d/missed", None, conference, Ok(3)),
    ] {
        assert_eq!(add(text, old, kind), outcome, "{text}");
    }
    let full: Vec<Rule> = (1..=reminder_plan::MOST).map(|days| rule(&format!("start-{days}d"))).collect();
    let add = |old| reminder_plan::with(&full, rule("start-20d"), old, conference, Scope::Event);
    assert_eq!(add(None), Err(Refused::TooMany));
    assert!(add(Some("start-1d")).is_ok());
}

#[test]
fn a_letter_goes_only_to_those_whom_its_rule_is_for_and_while_it_helps() {
    let event = starting(local("2027-03-16 10:00", Oslo), Oslo);
    let texts = ["start-3d/unconfirmed", "start-2d", "deadline-1d", "start-60m!", "end+1d/came", "end+2d/missed"];
    let plan = InForce { rules: texts.map(rule).to_vec(), source: Source::Event };
    let registration = super::world::person(1);
    let moment = |now, confirmed, attended| Moment {
        registration: &registration,
        event: &event,
        cancelled: false,
        reminders_stopped: false,
        attended,
        attendance_known: true,
        followed: None,
        plan: &plan,
        released: None,
        confirmed,
        unanswered: false,
        told: None,
        since: None,
        notice: None,
        now,
    };
    let key = |text| rule(text).key();
    let reminder = |text, now: &str, confirmed| {
        let rule_ = rule(text);
        let computed_for = reminder_plan::due(&rule_, &event, None).unwrap().computed_for;
        let letter = Due { purpose: Purpose::Reminder, rule: &key(text), computed_for, facts: None };
        skipping::skip(letter, moment(local(now, Oslo), confirmed, false))
    };
    for (text, now, confirmed, skip) in [
        ("start-3d/unconfirmed", "2027-03-13 10:00", false, None),
        ("start-3d/unconfirmed", "2027-03-13 10:00", true, Some(Skip::Confirmed)),
        ("start-2d", "2027-03-14 10:00", true, None),
        // A nearer reminder of the same is enough, but not one of something else.
        ("start-2d", "2027-03-16 09:30", true, Some(Skip::Superseded)),
        ("start-3d/unconfirmed", "2027-03-16 09:30", false, None),
        // Once the deadline has passed, nobody needs to know when it was.
        ("deadline-1d", "2027-03-14 11:00", false, None),
        ("deadline-1d", "2027-03-15 10:00", false, Some(Skip::TooLate)),
        ("start-60m!", "2027-03-16 10:00", false, Some(Skip::Over)),
        ("start-5d", "2027-03-11 10:00", false, Some(Skip::RuleRemoved)),
    ] {
        assert_eq!(reminder(text, now, confirmed), skip, "{text} at {now}");
    }
    for (text, attended, skip) in [
        ("end+1d/came", true, None),
        ("end+1d/came", false, Some(Skip::Absent)),
        ("end+2d/missed", false, None),
        ("end+2d/missed", true, Some(Skip::WasThere)),
    ] {
        let letter = Due { purpose: Purpose::FollowUp, rule: &key(text), computed_for: event.ends_at, facts: None };
        let now = moment(event.ends_at + TimeDelta::days(3), false, attended);
        assert_eq!(skipping::skip(letter, now), skip, "{text}, {attended}");
    }
}
