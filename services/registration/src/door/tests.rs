use super::*;
use crate::municipality::Land;
use chrono::TimeDelta;
use proto::{Language, Localised};
use sea_orm::prelude::Uuid;

const SESSION: PoolId = PoolId(Uuid::from_u128(2));

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_805_184_000, 0).expect("a time")
}

fn here(state: State) -> Arriving {
    Arriving { state, form: None, offered_until: None, claim: None, came: false }
}

fn door(session: Option<Pool>) -> Door {
    Door { session, both_forms: true }
}

/// A session with so many places left, or without an end to them.
fn session(left: Option<u32>) -> Door {
    door(Some(Pool { taken: 5, ..Pool::choice(SESSION, left.map(|left| left + 5)) }))
}

#[track_caller]
fn check(door: &Door, person: Arriving, expected: May) {
    assert_eq!(may(door, &person, now()), expected, "{person:?}");
}

#[test]
fn at_the_door_of_the_event_whoever_has_a_place_comes_in() {
    let door = door(None);
    let came = |state| Arriving { came: true, ..here(state) };
    check(&door, here(State::Admitted), May::Note);
    check(&door, Arriving { form: Some(Form::InPerson), ..here(State::Admitted) }, May::Note);
    check(&door, came(State::Admitted), May::TakeBack);
    check(&door, here(State::Waiting), May::Wait);
    check(&door, here(State::Withdrawn), May::SignUpAnew);
    check(&door, came(State::Withdrawn), May::SignUpAnew);
}

#[test]
fn an_offer_is_good_until_its_time_and_at_the_door_of_the_event_only() {
    let until = |minutes| Some(now() + TimeDelta::minutes(minutes));
    let offered = |offered_until| Arriving { offered_until, ..here(State::Offered) };
    check(&door(None), offered(until(1)), May::LetIn);
    check(&door(None), offered(until(0)), May::Wait);
    check(&door(None), offered(None), May::Wait);
    check(&session(None), offered(until(1)), May::Wait);
}

#[test]
fn a_place_online_is_none_in_the_hall() {
    let online = Arriving { form: Some(Form::Online), ..here(State::Admitted) };
    check(&door(None), online, May::Online);
    check(&Door { both_forms: false, ..door(None) }, online, May::Note);
    // Noted by a link or by mistake: it can be taken back all the same.
    check(&door(None), Arriving { came: true, ..online }, May::TakeBack);
}

#[test]
fn at_the_door_of_a_session_one_needs_a_place_in_it_where_places_have_an_end() {
    let with = |claim| Arriving { claim, ..here(State::Admitted) };
    for left in [None, Some(0), Some(1)] {
        check(&session(left), with(Some(claim::State::Held)), May::Note);
        check(&session(left), with(Some(claim::State::Waiting)), May::Wait);
        check(&session(left), Arriving { came: true, ..with(None) }, May::TakeBack);
        check(&session(left), here(State::Withdrawn), May::SignUpAnew);
    }
    for none in [None, Some(claim::State::Released)] {
        check(&session(None), with(none), May::Note);
        check(&session(Some(1)), with(none), May::GivePlace);
        check(&session(Some(0)), with(none), May::Full);
    }
}

#[test]
fn there_are_doors_to_what_can_be_chosen_and_to_nothing_else() {
    let hall = Pool { whole: true, form: Some(Form::InPerson), ..Pool::choice(PoolId(Uuid::from_u128(1)), Some(9)) };
    let open = Pool::choice(SESSION, None);
    let gone = Pool { closed: true, ..Pool::choice(PoolId(Uuid::from_u128(3)), None) };
    let pools = [hall.clone(), open, gone.clone()];
    let session = |id| Door::of(&pools, id).map(|door| door.session.map(|pool| pool.id));
    assert_eq!(session(None), Some(None));
    assert_eq!(session(Some(SESSION)), Some(Some(SESSION)));
    for none in [hall.id, gone.id, PoolId(Uuid::from_u128(4))] {
        assert_eq!(session(Some(none)), None);
    }
    let both = |pools: &[Pool]| Door::of(pools, None).expect("the event has a door").both_forms;
    assert!(both(&pools));
    assert!(!both(&[Pool { closed: true, ..hall.clone() }]) && !both(&[Pool { form: None, ..hall }]));
}

#[test]
fn a_mark_that_waited_has_the_time_at_which_it_was_made_if_that_can_be() {
    for (ago, waited) in [
        (0, TimeDelta::zero()),
        (90_000, TimeDelta::seconds(90)),
        (-60_000, TimeDelta::zero()),
        (i64::MIN, TimeDelta::days(2)),
        (3 * 24 * 3_600_000, TimeDelta::days(2)),
        (i64::MAX, TimeDelta::days(2)),
    ] {
        assert_eq!(now() - made_at(now(), ago), waited, "{ago}");
    }
}

#[test]
fn whoever_comes_without_having_signed_up_comes_to_the_hall() {
    assert_eq!(form(&[Form::Online, Form::InPerson]), Some(Form::InPerson));
    assert_eq!((form(&[Form::Online]), form(&[])), (None, None));
}

fn question(key: &str, answer: AnswerType) -> Question {
    let texts = || Localised::from([(Language::Nn, "Tekst")]);
    Question {
        key: key.to_owned(),
        label: texts(),
        hint: None,
        required: false,
        answer,
        only_if: None,
        purpose: texts(),
        sensitive: false,
        delete_after_days: 30,
        autocomplete: None,
    }
}

fn answered(given: &[(&str, Answer)]) -> Answers {
    Answers(given.iter().map(|(key, answer)| ((*key).to_owned(), answer.clone())).collect())
}

#[test]
fn people_come_from_their_organisation_or_else_from_their_municipality() {
    let country = proto::event::Country::No;
    let asked = [question("home", AnswerType::Municipality { country }), question("work", AnswerType::Organisation)];
    let volda = ("home", Answer::Municipality { land: Land::No, number: "1577".to_owned() });
    let works = ("work", Answer::Organisation(Organisation::Named("Møreforsking".to_owned())));
    let from = |given: &[(&str, Answer)]| affiliation(&asked, &answered(given));
    assert_eq!(from(&[volda.clone(), works.clone()]).as_deref(), Some("Møreforsking"));
    assert_eq!(from(&[volda]).as_deref(), Some("Volda"));
    assert_eq!(from(&[]), None);
    assert!(asks_affiliation(&asked));
    let hidden = [Question { sensitive: true, ..question("work", AnswerType::Organisation) }];
    assert!(!asks_affiliation(&hidden) && affiliation(&hidden, &answered(&[works])).is_none());
}

#[test]
fn no_picture_is_taken_of_those_who_were_asked_and_have_not_said_yes() {
    let asked = [question("photo", AnswerType::YesNo)];
    assert!(!no_pictures(&asked, &answered(&[("photo", Answer::YesNo(true))])));
    assert!(no_pictures(&asked, &answered(&[("photo", Answer::YesNo(false))])));
    assert!(no_pictures(&asked, &answered(&[])));
    assert!(!no_pictures(&[], &answered(&[])));
}
