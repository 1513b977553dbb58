use super::{Affected, FormWanted, Moving, Tight, Wanted, Ways, affected, wanted_ways};
use crate::store::conference::Ids;
use crate::timetable::example;
use proto::event::{Attendance, Event, Form};
use proto::registration::PoolPlaces;
use uuid::Uuid;

const BOTH: Attendance = Attendance::Both;

/// The conference of the example: 350 places in person and 1000 online.
fn event() -> Event {
    example::event()
}

/// The same without forms: 100 places for all.
fn shared(attendance: Attendance) -> Event {
    let mut event = event();
    event.attendance = attendance;
    event.sign_up.pools.retain(|pool| pool.form != Some(Form::Online));
    event.sign_up.pools[0].form = None;
    event.sign_up.pools[0].capacity = Some(100);
    event
}

fn wanted(attendance: Attendance, in_person: Option<u32>, online: Option<u32>) -> Wanted {
    let of = |capacity| FormWanted { label: example::text("Form", "Form"), capacity, ..FormWanted::default() };
    Wanted {
        attendance: Some(attendance),
        venue: example::text("Kulturhuset", "The arts centre"),
        in_person: of(in_person),
        online: of(online),
    }
}

/// The ways that an event gets, whatever its file called things.
fn becomes(event: &Event, wanted: &Wanted) -> Ways {
    wanted_ways(&Ways::of(event), wanted, &mut Ids::default(), || Uuid::from_u128(77)).expect("something is chosen")
}

fn told(event: &Event, taken: &[(u32, u32)]) -> Vec<PoolPlaces> {
    let pools = event.sign_up.pools.iter().filter(|pool| pool.whole);
    let of = |(pool, (taken, waiting)): (&proto::event::Pool, &(u32, u32))| PoolPlaces {
        pool_id: pool.id,
        left: None,
        taken: *taken,
        waiting: *waiting,
    };
    pools.zip(taken).map(of).collect()
}

#[track_caller]
fn check(event: &Event, taken: &[(u32, u32)], wanted: &Wanted, expected: &Affected) {
    let later = becomes(event, wanted);
    assert_eq!(affected(&Ways::of(event), &later, &told(event, taken)), *expected);
}

#[test]
fn those_of_a_form_that_goes_away_are_moved_as_far_as_there_is_room() {
    let moved = |from, to, people, queued, waiting| Affected {
        moving: vec![Moving { from, to, people, queued, waiting }],
        ..Affected::default()
    };
    let (hall, online) = (Some(Form::InPerson), Some(Form::Online));
    let event = event();
    check(
        &event,
        &[(312, 4), (50, 0)],
        &wanted(Attendance::Online, None, Some(400)),
        &moved(hall, Form::Online, 312, 0, 4),
    );
    check(
        &event,
        &[(312, 4), (50, 0)],
        &wanted(Attendance::Online, None, Some(350)),
        &moved(hall, Form::Online, 312, 12, 4),
    );
    check(
        &event,
        &[(312, 0), (50, 1)],
        &wanted(Attendance::InPerson, None, None),
        &moved(online, Form::InPerson, 50, 0, 1),
    );
    check(&event, &[(0, 0), (50, 0)], &wanted(Attendance::Online, None, None), &Affected::default());
}

#[test]
fn nobody_is_moved_where_the_form_stays() {
    let event = event();
    check(&event, &[(312, 4), (50, 0)], &wanted(BOTH, Some(400), Some(1000)), &Affected::default());
    let fewer =
        Affected { tight: vec![Tight { form: Form::InPerson, taken: 312, capacity: 300 }], ..Affected::default() };
    check(&event, &[(312, 4), (50, 0)], &wanted(BOTH, Some(300), Some(1000)), &fewer);
}

#[test]
fn places_of_all_become_those_of_a_form_with_everybody_in_them() {
    for (before, now, form) in [
        (Attendance::InPerson, BOTH, Form::InPerson),
        (Attendance::Online, BOTH, Form::Online),
        (BOTH, BOTH, Form::InPerson),
        (Attendance::InPerson, Attendance::Online, Form::Online),
        (BOTH, Attendance::Online, Form::Online),
        (Attendance::Online, Attendance::InPerson, Form::InPerson),
    ] {
        let event = shared(before);
        let later = becomes(&event, &wanted(now, Some(100), Some(100)));
        assert_eq!(later.of_form(form).map(|pool| pool.id), Some(event.sign_up.pools[0].id), "{before:?} {now:?}");
        let expected = Affected { counted: Some((41, form)), ..Affected::default() };
        check(&event, &[(41, 0)], &wanted(now, Some(100), Some(100)), &expected);
    }
}

#[test]
fn a_form_that_comes_back_has_the_places_that_it_had() {
    let event = event();
    let mut ids = Ids::default();
    let only = wanted_ways(&Ways::of(&event), &wanted(Attendance::Online, None, None), &mut ids, Uuid::now_v7).unwrap();
    assert_eq!((only.places.len(), &only.venue), (1, &None), "nobody meets anywhere");
    let again = wanted_ways(&only, &wanted(BOTH, None, None), &mut ids, Uuid::now_v7).unwrap();
    let pools = |ways: &Ways| ways.places.iter().map(|pool| pool.id).collect::<Vec<_>>();
    assert_eq!(pools(&again), pools(&Ways::of(&event)));
    assert!(again.venue.is_some());
}

#[test]
fn what_people_choose_besides_and_what_the_event_is_called_stay() {
    for event in [event(), shared(BOTH)] {
        let mut renamed = event.clone();
        renamed.title = example::text("Eit anna namn", "Another name");
        assert_eq!(Ways::of(&renamed), Ways::of(&event));
        assert_eq!(Ways::of(&event).given_to(event.clone()).sign_up.pools.len(), event.sign_up.pools.len());
        let kept = Ways::of(&event).given_to(renamed.clone());
        let choices = |event: &Event| event.choices().cloned().collect::<Vec<_>>();
        assert_eq!(choices(&kept), choices(&event));
        let named = kept.whole().unwrap();
        assert!(named.form.is_some() || named.label == renamed.title);
    }
}
