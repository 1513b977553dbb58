//! People who are signed up for a whole series, and its dates as they are published, moved, repeated and cancelled.

use crate::world::{World, at, form, on_both, person, webinar};
use bus::Hears;
use chrono::TimeDelta;
use host::testing::KINDS;
use proto::event::{Contact, Event, WaitingMode};
use proto::registration::{RegistrationAdmitted, RegistrationWaitlisted, State};
use proto::series::{Series, SeriesFollowed, SeriesLeft, SeriesPublished, SeriesTurnedAway};
use proto::{EventId, Language, Localised, Message, PoolId, SeriesId};
use registration::answers::Answers;
use registration::desk::errand::SignUp;
use registration::desk::recording::Recorded;
use registration::following::{self, Follow, Followed};
use registration::hears::Registrations;
use registration::person::{What, erase, export, find};
use registration::store::{follower, invited, registration as row, series};
use sea_orm::{EntityTrait, PaginatorTrait};
use uuid::Uuid;

fn told() -> Series {
    Series {
        id: SeriesId(Uuid::from_u128(500)),
        revision: 1,
        slug: "stadutvikling".to_owned(),
        organisation: "distriktssenteret".to_owned(),
        title: Localised::from([(Language::Nn, "Stadutvikling")]),
        summary: Localised::from([(Language::Nn, "Ein time om stader.")]),
        timezone: chrono_tz::Europe::Oslo,
        contact: Contact { name: "Kursdisken".to_owned(), email: "kurs@example.org".to_owned(), phone: None },
        page: None,
    }
}

/// A date of the series, so many weeks after the first, with so many places.
fn date(number: u32, capacity: Option<u32>) -> Event {
    let mut event = webinar(capacity);
    event.id = EventId(Uuid::from_u128(600 + u128::from(number)));
    event.slug = format!("stadutvikling-{number}");
    event.series = Some("stadutvikling".to_owned());
    event.sign_up.pools[0].id = PoolId(Uuid::from_u128(700 + u128::from(number)));
    let by = TimeDelta::weeks(number.into());
    event.starts_at += by;
    event.ends_at += by;
    event.sign_up.closes_at += by;
    event.sign_up.withdraw_until += by;
    event
}

impl World {
    async fn of_series(kind: host::testing::Kind) -> Self {
        let world = Self::new(kind).await;
        world.tell(SeriesPublished { series: told() }).await;
        world
    }

    async fn tell<M: Message>(&self, message: M)
    where
        Registrations: Hears<M>,
    {
        bus::testing::hear(&Registrations, &self.host, message).await.expect("it is heard");
    }

    async fn follow(&self, name: &str) -> Followed {
        let known = series::by_slug(&self.host.db.read, "stadutvikling").await.expect("an answer").expect("an answer");
        let who = person(name);
        let wanted = Follow {
            form: Uuid::now_v7(),
            name: who.name,
            email: who.email,
            language: Language::Nn,
            answers: Answers::default(),
        };
        // Who comes first is known by the clock.
        self.host.clock.advance(TimeDelta::seconds(1));
        let work = self.bus.begin().await.expect("an answer");
        let followed = following::follow(&work, &known, &wanted).await.expect("an answer");
        work.commit().await.expect("an answer");
        self.turn().await;
        followed
    }

    async fn turn(&self) {
        following::catch_up(&self.bus, &self.host.db, self.now()).await.expect("an answer");
    }

    async fn leave(&self, name: &str) -> bool {
        let id = self.follower(name).await;
        let work = self.bus.begin().await.expect("an answer");
        let left = following::leave(&work, id).await.expect("an answer");
        work.commit().await.expect("an answer");
        left
    }

    async fn follower(&self, name: &str) -> Uuid {
        let all = follower::Entity::find().all(&self.host.db.read).await.expect("an answer");
        all.iter().find(|row| row.name == name).expect("somebody who follows").id
    }

    async fn knows(&self, event: &Event) -> bool {
        registration::store::event::by_id(&self.host.db.read, event.id).await.expect("an answer").is_some()
    }

    /// Who is signed up for a date, in order of arrival, and how they stand.
    async fn people(&self, event: &Event) -> Vec<(String, row::State)> {
        self.rows(event).await.into_iter().map(|row| (row.name, row.state)).collect()
    }
}

fn stands(people: &[(String, row::State)]) -> Vec<(&str, row::State)> {
    people.iter().map(|(name, state)| (name.as_str(), *state)).collect()
}

use row::State::{Admitted, Waiting, Withdrawn};

on_both! {
    async fn a_new_date_is_for_those_who_came_to_the_series_first(kind) {
        let world = World::of_series(kind).await;
        for name in ["kari", "ola", "mari"] {
            assert!(matches!(world.follow(name).await, Followed::Now(_)));
        }
        let event = date(1, Some(2));
        world.publish(&event).await;
        assert_eq!(stands(&world.people(&event).await), [("kari", Admitted), ("ola", Admitted), ("mari", Waiting)]);
        // Each is told what is true for them.
        assert_eq!(bus::testing::said_of::<RegistrationAdmitted>(&world.host.db).await.len(), 2);
        let waits = bus::testing::said_of::<RegistrationWaitlisted>(&world.host.db).await;
        assert_eq!(waits.iter().map(|one| (one.registration.name.as_str(), one.position)).collect::<Vec<_>>(), [("mari", 1)]);

        // A place that becomes free goes on as everywhere.
        let kari = world.rows(&event).await[0].id();
        world.withdraw(&event, kari).await;
        assert_eq!(stands(&world.people(&event).await), [("kari", Withdrawn), ("ola", Admitted), ("mari", Admitted)]);
        world.check(&event).await;
    }

    async fn what_is_said_twice_is_done_once(kind) {
        let world = World::of_series(kind).await;
        let event = date(1, Some(5));
        world.publish(&event).await;
        // Signed up for the one date before, and for all of them then.
        world.one(&event, "kari").await;
        world.follow("kari").await;
        world.follow("ola").await;
        let told_before = world.said().await.len();
        world.publish(&event).await;
        let moved = Event { revision: 2, ..date(1, Some(6)) };
        world.publish(&moved).await;
        world.tell(SeriesPublished { series: told() }).await;
        world.turn().await;
        assert_eq!(world.follow("ola").await, Followed::Already);
        assert_eq!(stands(&world.people(&event).await), [("kari", Admitted), ("ola", Admitted)]);
        // Only a letter to the address tells of the second try.
        let said = world.said().await;
        assert_eq!(said[told_before..], [SeriesFollowed::NAME]);
        assert_eq!(invited::Entity::find().count(&world.host.db.read).await.expect("an answer"), 2);
        world.check(&event).await;
    }

    async fn not_this_time_is_about_this_time(kind) {
        let world = World::of_series(kind).await;
        world.follow("kari").await;
        let (first, second) = (date(1, None), date(2, None));
        world.publish(&first).await;
        let kari = world.rows(&first).await[0].id();
        world.withdraw(&first, kari).await;
        world.publish(&Event { revision: 2, ..first.clone() }).await;
        world.turn().await;
        assert_eq!(stands(&world.people(&first).await), [("kari", Withdrawn)]);
        world.publish(&second).await;
        assert_eq!(stands(&world.people(&second).await), [("kari", Admitted)]);
    }

    async fn leaving_lets_go_of_what_lies_ahead_and_of_nothing_else(kind) {
        let world = World::of_series(kind).await;
        let (past, own, next) = (date(0, None), date(1, None), date(2, Some(1)));
        for event in [&past, &own, &next] {
            world.publish(event).await;
        }
        world.one(&own, "kari").await;
        world.follow("kari").await;
        world.follow("ola").await;
        world.host.clock.set(past.starts_at + TimeDelta::minutes(5));
        assert!(world.leave("kari").await);
        assert_eq!(stands(&world.people(&past).await)[0], ("kari", Admitted), "she was there");
        assert_eq!(stands(&world.people(&own).await)[0], ("kari", Admitted), "she signed up for it herself");
        assert_eq!(stands(&world.people(&next).await), [("kari", Withdrawn), ("ola", Admitted)], "the place goes on");
        world.publish(&date(3, None)).await;
        assert_eq!(stands(&world.people(&date(3, None)).await), [("ola", Admitted)]);
        assert_eq!(bus::testing::said_of::<SeriesLeft>(&world.host.db).await.len(), 1);
        // Nothing is kept of who she was, and coming back is coming anew.
        let all = follower::Entity::find().all(&world.host.db.read).await.expect("an answer");
        assert!(all.iter().any(|row| row.state == follower::State::Left && row.email.is_empty() && row.address.is_none()));
        assert!(matches!(world.follow("kari").await, Followed::Now(_)));
        assert_eq!(stands(&world.people(&date(3, None)).await), [("ola", Admitted), ("kari", Admitted)]);
        for event in [&past, &own, &next] {
            world.check(event).await;
        }
    }

    async fn whoever_is_deleted_does_not_come_back(kind) {
        let world = World::of_series(kind).await;
        let event = date(1, None);
        world.publish(&event).await;
        world.follow("kari").await;
        world.follow("ola").await;
        let kari = world.follower("kari").await;
        let work = world.bus.begin().await.expect("an answer");
        assert!(following::erase(&work, kari).await.expect("an answer"));
        work.commit().await.expect("an answer");
        let work = world.bus.begin().await.expect("an answer");
        following::forget(&work, event.id, "ola@example.no").await.expect("an answer");
        work.commit().await.expect("an answer");
        world.publish(&Event { revision: 2, ..event.clone() }).await;
        world.publish(&date(2, None)).await;
        world.turn().await;
        assert_eq!(world.rows(&date(2, None)).await, []);
        let rows = world.rows(&event).await;
        assert!(rows[0].erased_at.is_some() && rows[0].email.is_empty());
        assert_eq!((rows[1].name.as_str(), rows[1].state), ("ola", Admitted), "only the dates to come are none of his");
        assert_eq!(rows.len(), 2);
    }

    async fn a_date_that_others_answer_for_signs_nobody_up(kind) {
        let world = World::of_series(kind).await;
        world.follow("kari").await;
        let foreign = Event { organisation: "bylivsenteret".to_owned(), ..date(1, None) };
        world.publish(&foreign).await;
        world.turn().await;
        assert_eq!(world.rows(&foreign).await, []);
    }

    async fn sign_up_that_opens_later_brings_them_then_and_a_cancelled_date_never(kind) {
        let world = World::of_series(kind).await;
        world.follow("kari").await;
        let mut event = date(1, None);
        event.sign_up.opens_at = Some(event.starts_at - TimeDelta::days(7));
        world.publish(&event).await;
        let called_off = date(2, None);
        world.cancel(&called_off).await;
        world.publish(&called_off).await;
        world.turn().await;
        assert_eq!(world.rows(&event).await, []);
        world.host.clock.set(event.starts_at - TimeDelta::days(6));
        world.turn().await;
        assert_eq!(stands(&world.people(&event).await), [("kari", Admitted)]);
        assert_eq!(world.rows(&called_off).await, []);
    }

    async fn a_date_may_be_heard_of_before_its_series(kind) {
        let world = World::new(kind).await;
        let event = date(1, None);
        world.publish(&event).await;
        world.tell(SeriesPublished { series: told() }).await;
        world.follow("kari").await;
        assert_eq!(stands(&world.people(&event).await), [("kari", Admitted)]);
    }

    async fn full_without_a_list_is_full_for_them_too(kind) {
        let world = World::of_series(kind).await;
        world.follow("kari").await;
        world.follow("ola").await;
        let mut event = date(1, Some(1));
        event.sign_up.waiting_list.mode = WaitingMode::None;
        world.publish(&event).await;
        world.turn().await;
        assert_eq!(stands(&world.people(&event).await), [("kari", Admitted)]);
        // Said once, however often the date is told of.
        world.publish(&Event { revision: 2, ..event.clone() }).await;
        let ola = world.follower("ola").await;
        let away = || async {
            let said = bus::testing::said_of::<SeriesTurnedAway>(&world.host.db).await;
            said.into_iter().map(|one| (one.follower_id.0, one.event_id)).collect::<Vec<_>>()
        };
        assert_eq!(away().await, [(ola, event.id)]);
        // What becomes free is for whoever comes first, and whoever comes to the series later comes as anybody does.
        let kari = world.rows(&event).await[0].id();
        world.withdraw(&event, kari).await;
        world.turn().await;
        assert_eq!(stands(&world.people(&event).await), [("kari", Withdrawn)]);
        world.follow("mari").await;
        assert_eq!(stands(&world.people(&event).await), [("kari", Withdrawn), ("mari", Admitted)]);
        assert_eq!(away().await.len(), 1);
        world.check(&event).await;
    }
}

/// Whatever comes in whatever order: nobody twice, nobody who has left, no more than there are places for.
#[tokio::test]
async fn in_any_order_everybody_has_one_sign_up_at_most_for_each_date() {
    for seed in 1_u32..=6 {
        let world = World::of_series(KINDS[0]).await;
        let mut random = seed;
        let mut next = |below: u32| {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (random >> 16) % below
        };
        let (names, mut revision) = (["kari", "ola", "mari", "nils"], 1);
        for _ in 0..40 {
            let (event, name) = (date(next(3), Some(2)), names[usize::try_from(next(4)).expect("an answer")]);
            match next(6) {
                0 | 1 => {
                    revision += 1;
                    world.publish(&Event { revision, ..event }).await;
                }
                2 => {
                    world.follow(name).await;
                }
                3 if world.rows(&event).await.iter().all(|row| row.name != name || row.state == Withdrawn)
                    && world.knows(&event).await =>
                {
                    world.one(&event, name).await;
                }
                4 => {
                    let all = follower::Entity::find().all(&world.host.db.read).await.expect("an answer");
                    if all.iter().any(|row| row.name == name) {
                        world.leave(name).await;
                    }
                }
                5 => {
                    let open =
                        world.rows(&event).await.into_iter().find(|row| row.name == name && row.state != Withdrawn);
                    if let Some(row) = open {
                        world.withdraw(&event, row.id()).await;
                    }
                }
                _ => {}
            }
            let follows: Vec<String> = follower::Entity::find()
                .all(&world.host.db.read)
                .await
                .expect("an answer")
                .into_iter()
                .map(|row| row.name)
                .collect();
            for number in 0..3 {
                let people = world.people(&date(number, Some(2))).await;
                for name in names {
                    let open = people.iter().filter(|(other, state)| other == name && *state != Withdrawn).count();
                    assert!(open <= 1, "seed {seed}: {name} is signed up {open} times");
                }
                assert!(people.iter().filter(|(_, state)| *state == Admitted).count() <= 2, "seed {seed}");
            }
            for name in names {
                assert!(
                    follows.iter().filter(|other| *other == name).count() <= 1,
                    "seed {seed}: {name} follows twice"
                );
            }
        }
        for number in 0..3 {
            if world.knows(&date(number, None)).await {
                world.check(&date(number, Some(2))).await;
            }
        }
    }
}

#[tokio::test]
async fn followers_of_a_series_that_ended_long_ago_are_forgotten() {
    for kind in KINDS {
        let world = World::of_series(kind).await;
        let organisation = proto::organisation::Organisation {
            id: Uuid::from_u128(50),
            revision: 1,
            slug: "distriktssenteret".to_owned(),
            name: Localised::from([(Language::Nn, "Distriktssenteret")]),
            required_languages: vec![Language::Nn],
            sender: "post@example.org".to_owned(),
            accessibility_statement: "https://example.org/uu".to_owned(),
            privacy_notice: "https://example.org/personvern".to_owned(),
            retention_days: 90,
            logo: None,
            theme: proto::organisation::Theme::Blue,
        };
        world.tell(proto::organisation::OrganisationChanged { organisation }).await;
        let event = date(1, None);
        world.publish(&event).await;
        world.follow("kari").await;
        for (days, left) in [(89, 0), (91, 1)] {
            world.host.clock.set(event.ends_at + TimeDelta::days(days));
            following::expire(&world.bus, &world.host.db, world.now()).await.expect("an answer");
            assert_eq!(bus::testing::said_of::<SeriesLeft>(&world.host.db).await.len(), left, "after {days} days");
        }
    }
}

#[tokio::test]
async fn signing_up_everybody_is_one_step_that_can_be_taken_again() {
    for kind in KINDS {
        let world = World::of_series(kind).await;
        world.follow("kari").await;
        let event = date(1, None);
        world.publish(&event).await;
        let work = world.bus.begin().await.expect("an answer");
        assert_eq!(following::enrol(&work, event.id).await.expect("an answer"), Recorded::All);
        work.commit().await.expect("an answer");
        let standing = world.standing(world.rows(&event).await[0].id()).await;
        assert_eq!((standing.registration.state, standing.registration.revision), (State::Admitted, 1));
        assert!(standing.created_at >= at("2026-01-01T00:00:00Z"));
    }
}

on_both! {
    async fn an_address_is_found_exported_and_forgotten_across_events_and_series(kind) {
        let world = World::of_series(kind).await;
        let (first, own) = (date(1, Some(1)), webinar(None));
        world.publish(&first).await;
        world.publish(&own).await;
        world.follow("kari").await;
        let withdrawn = world.one(&own, "kari").await;
        world.withdraw(&own, withdrawn.id).await;
        world.sign_up(&own, SignUp { key: "once more".to_owned(), ..form(&[person("kari")]) }).await;
        let next = world.one(&first, "ola").await;
        let email = person("kari").email.to_uppercase();
        let whats = async |email: &str| -> Vec<What> {
            let found = find(&world.host, email).await.expect("found");
            found.into_iter().map(|held| held.what).collect()
        };
        let mut found = whats(&email).await;
        found.sort_by_key(|what| format!("{what:?}"));
        let sign_up = What::SignUp;
        let (admitted, gone) = (row::State::Admitted, row::State::Withdrawn);
        assert_eq!(found, [What::Following, sign_up(admitted), sign_up(admitted), sign_up(gone)]);
        let file = export(&world.host, &email).await.expect("a file");
        assert_eq!((file["sign_ups"].as_array().map(Vec::len), file["series"].as_array().map(Vec::len)), (Some(3), Some(1)));
        assert!(!file.to_string().contains("ola"));

        assert_eq!(erase(&world.host, &email).await.expect("deleted"), (3, 1));
        assert_eq!(whats(&email).await, []);
        assert_eq!(erase(&world.host, &email).await.expect("nothing is left"), (0, 0));
        assert_eq!(world.state(next.id).await, State::Admitted, "the place went to who waited");
        let people = row::Entity::find().all(&world.host.db.read).await.expect("rows");
        assert!(people.iter().filter(|row| row.id != next.id.0).all(|row| row.email.is_empty() && row.erased_at.is_some()));
        let erased = bus::testing::said_of::<proto::registration::RegistrationErased>(&world.host.db).await;
        assert_eq!(erased.len(), 3);
        assert_eq!(bus::testing::said_of::<SeriesLeft>(&world.host.db).await.len(), 1);
        assert_eq!(whats(&person("ola").email).await, [sign_up(admitted)]);
    }
}
