use super::drawing::{Bar, changes, held, people};
use super::over_time::days;
use super::{Counted, Kind, Label, Sight, shown, statistics};
use crate::answers::Answer;
use crate::invitation::Standing as Invited;
use crate::municipality::Land;
use crate::pages::sample;
use crate::store::pool::Form;
use crate::store::registration::State;
use crate::store::statistics::{Answered, Standing};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use proto::event::{AnswerType, Event};
use proto::{Language, Localised};
use std::collections::HashMap;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn nothing() -> Counted<'static> {
    Counted {
        standings: Vec::new(),
        signed_up: Vec::new(),
        withdrew: Vec::new(),
        answered: Vec::new(),
        came_to: HashMap::new(),
        replied: Vec::new(),
        invited: HashMap::new(),
        undeliverable: 0,
    }
}

#[test]
fn only_a_few_are_hidden_and_only_from_those_who_see_no_people() {
    for (number, told) in [(0, Some(0)), (1, None), (2, None), (3, Some(3)), (10_000, Some(10_000))] {
        assert_eq!(shown(number, Sight::Numbers), told, "{number}");
        assert_eq!(shown(number, Sight::People), Some(number));
    }
}

#[test]
fn a_day_is_as_long_as_it_is_where_the_event_is() {
    // The clocks are put forward in the night before 28 March.
    let signed_up = [
        (at("2027-03-27T22:45:00Z"), 1),
        (at("2027-03-27T23:00:00Z"), 2),
        (at("2027-03-28T21:45:00Z"), 3),
        (at("2027-03-28T22:00:00Z"), 4),
    ];
    let withdrew = [(at("2027-03-28T22:15:00Z"), 9), (at("2027-04-02T10:00:00Z"), 1)];
    let days = days(&signed_up, &withdrew, Tz::Europe__Oslo);
    let told: Vec<_> = days.iter().map(|one| (one.day.to_string(), one.signed_up, one.withdrew, one.held)).collect();
    let day = |day: &str, up, down, held| (format!("2027-{day}"), up, down, held);
    assert_eq!(told, [day("03-27", 1, 0, 1), day("03-28", 5, 0, 6), day("03-29", 4, 9, 1), day("04-02", 0, 1, 0)]);
    let nepal = super::over_time::days(&[(at("2027-03-27T18:15:00Z"), 1)], &[], Tz::Asia__Kathmandu);
    assert_eq!(nepal[0].day.to_string(), "2027-03-28");
}

#[test]
fn however_many_days_there_are_the_bars_have_room() {
    let begins = at("2027-01-01T12:00:00Z");
    for last in [0_i64, 1, 55, 56, 400, 4_000] {
        let signed_up: Vec<_> = [0, last].map(|day| (begins + TimeDelta::days(day), 7)).to_vec();
        let days = days(&signed_up, &[(begins + TimeDelta::days(last), 3)], Tz::Europe__Oslo);
        for chart in [changes(&days).unwrap(), held(&days).unwrap()] {
            assert!(chart.bars.len() <= 56, "{last}");
            assert!(chart.bars.iter().all(|bar| bar.width > 0 && bar.x + bar.width <= 280), "{last}");
            assert!(chart.bars.iter().all(|bar| bar.up <= chart.baseline && bar.down <= chart.depth), "{last}");
            assert!(i64::from(chart.days) * chart.bars.len() as i64 > last, "every day has a bar");
        }
        // In between it is as it was.
        let held = held(&days).unwrap();
        assert!(held.bars.iter().all(|Bar { up, .. }| *up > 0), "{last}");
    }
    assert_eq!((changes(&[]), held(&[])), (None, None));
}

fn question(event: &Event, is: fn(&AnswerType) -> bool) -> &proto::event::Question {
    event.sign_up.questions.iter().find(|question| !question.sensitive && is(&question.answer)).unwrap()
}

#[test]
fn places_are_counted_with_their_counties_most_first_and_the_few_in_no_telling_order() {
    let known = sample::known();
    let asked = question(&known.event, |answer| matches!(answer, AnswerType::Municipality { .. }));
    let place = |number: &str, people, came| Answered {
        answer: Some(Answer::Municipality { land: Land::No, number: number.to_owned() }),
        people,
        came,
    };
    let answered = vec![
        // Volda, Ørsta, Bergen, Stad.
        place("1577", 1, 1),
        place("1520", 2, 0),
        place("4601", 5, 4),
        place("4649", 3, 3),
        Answered { answer: None, people: 4, came: 0 },
    ];
    let counted = Counted { answered: vec![(asked, answered)], ..nothing() };
    let lines = |sight| {
        let all = statistics(&known.event, &known.places, &counted, sight, &str::cmp);
        let lines = |kind| {
            let group = all.groups.iter().find(|group| group.kind == kind).unwrap();
            let line = |line: &super::Line| match &line.label {
                Label::Name(name) => (name.split(' ').next().unwrap_or_default().to_owned(), line.people, line.came),
                other => (format!("{other:?}"), line.people, line.came),
            };
            group.lines.iter().map(line).collect::<Vec<_>>()
        };
        (lines(Kind::Municipality), lines(Kind::County))
    };
    let line = |name: &str, people, came| (name.to_owned(), people, came);
    let rest = |came| line("Word(\"reg-numbers-unanswered\")", Some(4), came);
    let (municipalities, counties) = lines(Sight::People);
    assert_eq!(
        municipalities,
        [
            line("Bergen", Some(5), Some(4)),
            line("Stad", Some(3), Some(3)),
            line("Ørsta", Some(2), Some(0)),
            line("Volda", Some(1), Some(1)),
            rest(Some(0)),
        ]
    );
    assert_eq!(counties, [line("Vestland", Some(8), Some(7)), line("Møre", Some(3), Some(1)), rest(Some(0))]);
    let (municipalities, counties) = lines(Sight::Numbers);
    assert_eq!(municipalities[2..4], [line("Volda", None, None), line("Ørsta", None, None)]);
    assert_eq!(counties[1], line("Møre", Some(3), None));
}

#[test]
fn those_who_chose_several_are_in_each_and_what_nobody_chose_is_there() {
    let known = sample::known();
    let mut asked = question(&known.event, |answer| matches!(answer, AnswerType::OneOf { .. })).clone();
    let option =
        |value: &str| proto::event::Choice { value: value.to_owned(), label: Localised::from([(Language::Nn, value)]) };
    asked.answer = AnswerType::SeveralOf { options: vec![option("a"), option("b"), option("c")] };
    let given = |values: &[&str], people| Answered {
        answer: Some(Answer::SeveralOf(values.iter().map(|value| (*value).to_owned()).collect())),
        people,
        came: 0,
    };
    let answered = vec![given(&["a", "c"], 4), given(&["c"], 3), given(&["gone"], 1)];
    let counted = Counted { answered: vec![(&asked, answered)], ..nothing() };
    let all = statistics(&known.event, &known.places, &counted, Sight::People, &str::cmp);
    let numbers: Vec<_> = all.groups[0].lines.iter().map(|line| line.people).collect();
    assert_eq!(numbers, [Some(4), Some(0), Some(7), Some(1)]);
    assert_eq!(all.groups[0].lines[3].label, Label::Name("gone".to_owned()));
    let bars: Vec<_> = people(&all.groups[0], false).iter().map(|bar| (bar.whole, bar.filled)).collect();
    assert_eq!(bars[1..3], [(0, 0), (200, 200)]);
}

#[test]
fn whether_people_came_is_told_as_soon_as_it_was_noted_of_one() {
    let known = sample::known();
    let standing =
        |state, people, came| Standing { state, form: Some(Form::Online), language: "nn".to_owned(), people, came };
    let kinds = |came| {
        let standings = vec![standing(State::Admitted, 9, came), standing(State::Waiting, 4, 0)];
        let counted = Counted { standings, ..nothing() };
        let all = statistics(&known.event, &known.places, &counted, Sight::Numbers, &str::cmp);
        assert_eq!((all.totals.admitted, all.totals.waiting, all.totals.came), (9, 4, came));
        all.groups.iter().map(|group| group.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(0), [Kind::Form, Kind::Language]);
    assert_eq!(kinds(1), [Kind::Attendance, Kind::Form, Kind::Language]);
}

#[test]
fn invitations_are_counted_by_what_came_of_them_and_not_those_that_were_taken_back() {
    let known = sample::known();
    let invited = [(Invited::SignedUp, 12), (Invited::Declined, 2), (Invited::Silent, 3), (Invited::TakenBack, 5)];
    let counted = Counted { invited: HashMap::from(invited), ..nothing() };
    let told = |sight| {
        let all = statistics(&known.event, &known.places, &counted, sight, &str::cmp);
        assert_eq!(all.invited_in_all, 17);
        all.invited.unwrap().lines.iter().map(|line| line.people).collect::<Vec<_>>()
    };
    assert_eq!(told(Sight::People), [Some(12), Some(2), Some(3), Some(0), Some(0)]);
    assert_eq!(told(Sight::Numbers), [Some(12), None, Some(3), Some(0), Some(0)]);
    let taken_back = Counted { invited: HashMap::from([(Invited::TakenBack, 5)]), ..nothing() };
    assert_eq!(statistics(&known.event, &known.places, &taken_back, Sight::People, &str::cmp).invited, None);
}
