//! Sessions that people choose, and what a new version of the programme means for them.

use crate::world::{World, at, choosing, details, done, form, id, on_both, person, refused, session, webinar};
use chrono::TimeDelta;
use proto::conference::ConferenceJoined;
use proto::event::{Event, EventKind, Pool, Walk};
use proto::registration::{
    ClaimState, Registration, RegistrationAttended, RegistrationChanged, RegistrationReplanned, SignupChanged, State,
};
use proto::{Language, Localised, PoolId, SessionId, VenueId};
use registration::clock::turn;
use registration::desk::errand::{Errand, Refusal};
use registration::hears::Registrations;

const HOUSE: VenueId = VenueId(uuid::Uuid::from_u128(1_000));
const BARN: VenueId = VenueId(uuid::Uuid::from_u128(1_001));

/// A conference that opens at nine in Oslo, with sessions 200 (10–11), 201 (11–12) and 202 (11–12 again), all in one house.
fn conference(places: u32) -> Event {
    let mut event = webinar(Some(50));
    event.kind = EventKind::Conference;
    event.ends_at = event.starts_at + TimeDelta::hours(8);
    event.programme_version = Some(1);
    event.sign_up.choose_again_working_hours = Some(8);
    let given = |n, hour| {
        let starts_at = event.starts_at + TimeDelta::hours(hour);
        Pool {
            label: Localised::from([(Language::Nn, if n == 200 { "Byrom" } else { "Handel" })]),
            starts_at: Some(starts_at),
            ends_at: Some(starts_at + TimeDelta::hours(1)),
            session: Some(SessionId(id(n + 300))),
            venue: Some(HOUSE),
            room: Some(Localised::from([(Language::Nn, "Salen")])),
            ..session(n, Some(places))
        }
    };
    let sessions = [given(200, 1), given(201, 2), given(202, 2)];
    event.sign_up.pools.extend(sessions);
    event.sign_up.walks = vec![Walk { from: HOUSE, to: BARN, minutes: 20 }];
    event
}

fn next(event: &Event) -> Event {
    let mut event = event.clone();
    event.revision += 1;
    event.programme_version = event.programme_version.map(|version| version + 1);
    event
}

fn pool(event: &mut Event, n: u128) -> &mut Pool {
    event.sign_up.pools.iter_mut().find(|pool| pool.id == PoolId(id(n))).expect("a session")
}

fn choices(registration: &Registration) -> Vec<(u128, ClaimState)> {
    registration.choices.iter().map(|claim| (claim.pool_id.0.as_u128(), claim.state)).collect()
}

async fn replanned(world: &World) -> Vec<RegistrationReplanned> {
    bus::testing::said_of::<RegistrationReplanned>(&world.host.db).await
}

on_both! {
    async fn a_session_that_is_moved_keeps_its_people_and_tells_each_once(kind) {
        let event = conference(10);
        let world = World::with(kind, &event).await;
        let kari = world.sign_up(&event, form(&[choosing("kari", &[200])])).await.remove(0);
        let waits = world.sign_up(&event, form(&[choosing("per", &[201])])).await.remove(0);
        let mut moved = next(&event);
        pool(&mut moved, 200).starts_at = Some(event.starts_at + TimeDelta::hours(4));
        pool(&mut moved, 200).ends_at = Some(event.starts_at + TimeDelta::hours(5));
        pool(&mut moved, 200).room = Some(Localised::from([(Language::Nn, "Loftet")]));
        world.publish(&moved).await;
        world.publish(&moved).await;
        let told = replanned(&world).await;
        assert_eq!(told.len(), 1, "nobody else is touched, and nobody is told twice");
        assert_eq!((told[0].registration.id, told[0].registration.revision, told[0].version), (kari.id, 2, Some(2)));
        assert_eq!((told[0].moved[0].before.starts_at, told[0].moved[0].now.starts_at), (
            Some(event.starts_at + TimeDelta::hours(1)),
            Some(event.starts_at + TimeDelta::hours(4)),
        ));
        assert_eq!(told[0].moved[0].before.room, Some(Localised::from([(Language::Nn, "Salen")])));
        assert!(told[0].gone.is_empty() && told[0].clashes.is_empty() && told[0].answer_before.is_none());
        assert_eq!(choices(&world.standing(kari.id).await.registration), [(200, ClaimState::Held)]);
        assert_eq!(choices(&world.standing(waits.id).await.registration), [(201, ClaimState::Held)]);
        world.check(&event).await;
    }

    /// Nobody lets go of a session that is only moved, so others move up into what is new in it, and nowhere else.
    async fn a_session_that_is_moved_and_has_more_places_is_given_to_who_waits(kind) {
        let event = conference(1);
        let world = World::with(kind, &event).await;
        let kari = world.sign_up(&event, form(&[choosing("kari", &[200, 201])])).await.remove(0);
        let per = world.sign_up(&event, form(&[choosing("per", &[200])])).await.remove(0);
        let ola = world.sign_up(&event, form(&[choosing("ola", &[200, 201])])).await.remove(0);
        let mut moved = next(&event);
        pool(&mut moved, 200).starts_at = Some(event.starts_at + TimeDelta::minutes(30));
        pool(&mut moved, 200).capacity = Some(2);
        world.publish(&moved).await;
        let has = async |id| choices(&world.standing(id).await.registration);
        assert_eq!(has(kari.id).await, [(200, ClaimState::Held), (201, ClaimState::Held)]);
        assert_eq!(has(per.id).await, [(200, ClaimState::Held)]);
        assert_eq!(has(ola.id).await, [(200, ClaimState::Waiting), (201, ClaimState::Waiting)]);
        world.check(&moved).await;
    }

    async fn a_title_that_is_mended_bothers_nobody(kind) {
        let event = conference(10);
        let world = World::with(kind, &event).await;
        world.sign_up(&event, form(&[choosing("kari", &[200])])).await;
        let mut mended = next(&event);
        pool(&mut mended, 200).label = Localised::from([(Language::Nn, "Gode byrom")]);
        world.publish(&mended).await;
        assert_eq!(replanned(&world).await, []);
    }

    /// Monday 11 January at ten: eight working hours are until ten the next day.
    async fn who_does_not_choose_in_time_keeps_what_was_chosen_first(kind) {
        let event = conference(1);
        let world = World::with(kind, &event).await;
        let kari = world.sign_up(&event, form(&[choosing("kari", &[201])])).await.remove(0);
        done(world.ask(&event, Errand::Change { registration: kari.id, details: details("kari", &[201, 200]) }).await);
        let waits = world.sign_up(&event, form(&[choosing("per", &[200])])).await.remove(0);
        // Twenty minutes' walk, and no pause.
        let mut moved = next(&event);
        pool(&mut moved, 200).venue = Some(BARN);
        world.publish(&moved).await;
        let told = replanned(&world).await;
        assert_eq!(told.iter().map(|fact| fact.registration.id).collect::<Vec<_>>(), [kari.id, waits.id]);
        assert!(told[1].clashes.is_empty(), "who waits for it is told where it is");
        let until = at("2027-01-12T09:00:00Z");
        assert_eq!(told[0].answer_before, Some(until));
        assert_eq!(told[0].clashes.len(), 1);
        assert_eq!(world.standing(kari.id).await.choose_before, Some(until));
        assert_eq!(choices(&world.standing(kari.id).await.registration).len(), 2, "both are kept until then");
        world.host.clock.set(until - TimeDelta::seconds(1));
        turn(world.host.host.clone(), world.desk.clone()).await.expect("a turn");
        assert_eq!(replanned(&world).await.len(), 2);
        world.host.clock.set(until);
        turn(world.host.host.clone(), world.desk.clone()).await.expect("a turn");
        turn(world.host.host.clone(), world.desk.clone()).await.expect("a turn");
        let told = replanned(&world).await;
        assert_eq!(told.len(), 3);
        let now = &told[2].registration;
        assert_eq!(choices(now), [(201, ClaimState::Held), (200, ClaimState::Released)]);
        assert_eq!((told[2].answer_before, told[2].clashes.clone()), (None, vec![(PoolId(id(201)), PoolId(id(200)))]));
        assert_eq!(world.standing(kari.id).await.choose_before, None);
        // The freed place goes to the next in line, who is told.
        assert_eq!(choices(&world.standing(waits.id).await.registration), [(200, ClaimState::Held)]);
        let changed = bus::testing::said_of::<RegistrationChanged>(&world.host.db).await;
        assert_eq!(changed.last().map(|fact| fact.registration.id), Some(waits.id));
        world.check(&event).await;
    }

    async fn who_chooses_in_time_decides(kind) {
        let event = conference(1);
        let world = World::with(kind, &event).await;
        let kari = world.sign_up(&event, form(&[choosing("kari", &[200, 201])])).await.remove(0);
        let waits = world.sign_up(&event, form(&[choosing("per", &[200])])).await.remove(0);
        let choose = |without: &[u128]| Errand::Choose {
            registration: kari.id,
            without: without.iter().map(|n| PoolId(id(*n))).collect(),
        };
        assert_eq!(refused(world.ask(&event, choose(&[200])).await), Refusal::NothingToChoose);
        let mut moved = next(&event);
        moved.sign_up.walks[0].minutes = 45;
        pool(&mut moved, 200).venue = Some(BARN);
        world.publish(&moved).await;
        assert_eq!(refused(world.ask(&event, choose(&[202])).await), Refusal::UnknownChoice(PoolId(id(202))));
        let chosen = done(world.ask(&event, choose(&[200])).await);
        assert_eq!((choices(&chosen.registration), chosen.choose_before), (vec![(201, ClaimState::Held)], None));
        assert_eq!(choices(&world.standing(waits.id).await.registration), [(200, ClaimState::Held)]);
        assert_eq!(refused(world.ask(&event, choose(&[201])).await), Refusal::NothingToChoose);
        world.check(&event).await;
    }

    async fn a_session_that_is_gone_is_let_go_of_and_told(kind) {
        let event = conference(1);
        let world = World::with(kind, &event).await;
        let kari = world.sign_up(&event, form(&[choosing("kari", &[200, 201])])).await.remove(0);
        let waits = world.sign_up(&event, form(&[choosing("per", &[200])])).await.remove(0);
        let mut without = next(&event);
        without.sign_up.pools.retain(|pool| pool.id != PoolId(id(200)));
        world.publish(&without).await;
        let told = replanned(&world).await;
        assert_eq!(told.iter().map(|fact| fact.registration.id).collect::<Vec<_>>(), [kari.id, waits.id]);
        for fact in &told {
            assert_eq!((fact.gone[0].label.get(Language::Nn), fact.gone[0].starts_at), (
                "Byrom",
                Some(event.starts_at + TimeDelta::hours(1)),
            ));
        }
        let kari = world.standing(kari.id).await.registration;
        assert_eq!((kari.state, choices(&kari)), (State::Admitted, vec![(200, ClaimState::Released), (201, ClaimState::Held)]));
        world.check(&event).await;
    }

    async fn what_cannot_be_attended_together_cannot_be_chosen_together(kind) {
        let mut event = conference(5);
        pool(&mut event, 202).session = Some(SessionId(id(500)));
        pool(&mut event, 202).starts_at = Some(event.starts_at + TimeDelta::hours(5));
        pool(&mut event, 202).ends_at = Some(event.starts_at + TimeDelta::hours(6));
        pool(&mut event, 201).venue = Some(BARN);
        let world = World::with(kind, &event).await;
        let ask = |choices: &[u128]| Errand::SignUp(form(&[choosing("kari", choices)]));
        let (byrom, handel, again) = (PoolId(id(200)), PoolId(id(201)), PoolId(id(202)));
        assert_eq!(refused(world.ask(&event, ask(&[200, 201])).await), Refusal::ClashingChoices(byrom, handel));
        assert_eq!(refused(world.ask(&event, ask(&[200, 202])).await), Refusal::SameSessionTwice(byrom, again));
        assert_eq!(world.sign_up(&event, form(&[choosing("kari", &[201, 202])])).await[0].choices.len(), 2);
    }

    async fn fewer_places_in_a_session_take_nothing_from_anybody(kind) {
        let event = conference(2);
        let world = World::with(kind, &event).await;
        let mut people = Vec::new();
        for name in ["a", "b", "c"] {
            people.push(world.sign_up(&event, form(&[choosing(name, &[200])])).await.remove(0));
        }
        let mut smaller = next(&event);
        pool(&mut smaller, 200).capacity = Some(1);
        world.publish(&smaller).await;
        assert_eq!(replanned(&world).await, [], "nobody loses anything");
        let state = async |n: usize| world.standing(people[n].id).await.registration.choices[0].state;
        assert_eq!((state(0).await, state(1).await, state(2).await), (ClaimState::Held, ClaimState::Held, ClaimState::Waiting));
        done(world.withdraw(&event, people[0].id).await);
        assert_eq!(state(2).await, ClaimState::Waiting, "as many as there are places");
        done(world.withdraw(&event, people[1].id).await);
        assert_eq!(state(2).await, ClaimState::Held);
        world.check(&event).await;
    }

    /// Peers leave the choices behind when the whole sign-up is withdrawn (fault 10).
    async fn choices_go_with_the_sign_up_and_to_the_next_in_line(kind) {
        let event = conference(1);
        let world = World::with(kind, &event).await;
        let kari = world.sign_up(&event, form(&[choosing("kari", &[200, 201])])).await.remove(0);
        let next = world.sign_up(&event, form(&[choosing("per", &[200])])).await.remove(0);
        let gone = done(world.withdraw(&event, kari.id).await).registration;
        assert!(gone.choices.iter().all(|claim| claim.state == ClaimState::Released));
        assert_eq!(choices(&world.standing(next.id).await.registration), [(200, ClaimState::Held)]);
        world.check(&event).await;
    }

    async fn a_place_that_is_freed_while_the_event_goes_on_is_given_until_the_session_begins(kind) {
        let mut event = conference(1);
        event.ends_at += TimeDelta::days(1);
        for n in [201, 202] {
            let pool = pool(&mut event, n);
            pool.starts_at = pool.starts_at.map(|at| at + TimeDelta::days(1));
            pool.ends_at = pool.ends_at.map(|at| at + TimeDelta::days(1));
        }
        let world = World::with(kind, &event).await;
        let kari = world.sign_up(&event, form(&[choosing("kari", &[200, 201])])).await.remove(0);
        let per = world.sign_up(&event, form(&[choosing("per", &[200, 201])])).await.remove(0);
        let ola = world.sign_up(&event, form(&[choosing("ola", &[201])])).await.remove(0);
        let eva = world.sign_up(&event, form(&[choosing("eva", &[201])])).await.remove(0);
        // The first day, a minute after its session has begun.
        world.host.clock.set(event.starts_at + TimeDelta::minutes(61));
        done(world.ask(&event, Errand::Change { registration: kari.id, details: details("kari", &[]) }).await);
        let now = choices(&world.standing(per.id).await.registration);
        assert_eq!(now, [(200, ClaimState::Waiting), (201, ClaimState::Held)], "nobody comes late, and all can tomorrow");
        let changed = bus::testing::said_of::<RegistrationChanged>(&world.host.db).await;
        let told: Vec<_> = changed.iter().map(|fact| fact.registration.id).collect();
        assert_eq!(told, [kari.id, per.id], "the next in line is told, and nobody else");
        // One more place a second before it begins, and another when it has.
        let begins = event.starts_at + TimeDelta::hours(26);
        let mut larger = event.clone();
        for (places, now) in [(2, begins - TimeDelta::seconds(1)), (3, begins)] {
            larger = next(&larger);
            pool(&mut larger, 201).capacity = Some(places);
            world.host.clock.set(now);
            world.publish(&larger).await;
            assert_eq!(choices(&world.standing(ola.id).await.registration), [(201, ClaimState::Held)]);
            assert_eq!(choices(&world.standing(eva.id).await.registration), [(201, ClaimState::Waiting)]);
        }
        world.check(&larger).await;
    }

    async fn the_places_of_every_session_are_said(kind) {
        let event = conference(1);
        let world = World::with(kind, &event).await;
        for name in ["a", "b"] {
            world.sign_up(&event, form(&[choosing(name, &[200])])).await;
        }
        let said = bus::testing::said_of::<SignupChanged>(&world.host.db).await;
        let of = |n: u128| said.last().and_then(|fact| fact.pools.iter().find(|pool| pool.pool_id == PoolId(id(n))).copied());
        let numbers = |n| of(n).map(|pool| (pool.left, pool.taken, pool.waiting));
        assert_eq!((numbers(200), numbers(201), numbers(100)), (Some((Some(0), 1, 1)), Some((Some(1), 0, 0)), Some((Some(48), 2, 0))));
        // A session of another size is said too, though the event has the same number of places.
        let mut larger = next(&event);
        pool(&mut larger, 201).capacity = Some(9);
        world.publish(&larger).await;
        let after = bus::testing::said_of::<SignupChanged>(&world.host.db).await;
        assert_eq!(after.len(), said.len() + 1);
        assert!(after.last().is_some_and(|fact| fact.pools.iter().any(|pool| pool.left == Some(9))));
    }

    async fn whoever_joins_a_conference_took_part(kind) {
        let event = conference(1);
        let world = World::with(kind, &event).await;
        let kari = world.sign_up(&event, form(&[person("kari")])).await.remove(0);
        let joined = ConferenceJoined { registration_id: kari.id, event_id: event.id, at: event.starts_at };
        for _ in 0..2 {
            bus::testing::hear(&Registrations, &world.host, joined.clone()).await.expect("heard");
        }
        assert_eq!(bus::testing::said_of::<RegistrationAttended>(&world.host.db).await.len(), 1);
        assert_eq!(world.standing(kari.id).await.attended_at, Some(event.starts_at));
    }
}
