//! Letters to people who are signed up for a whole series.

use chrono::TimeDelta;
use host::testing::{KINDS, beginning};
use proto::series::{Series, SeriesFollowed, SeriesLeft, SeriesTurnedAway};
use proto::{EventId, FollowerId, Language, Localised, SeriesId};
use uuid::Uuid;

use super::world::{World, edited, event, person};
use crate::store::follower::{self, Follower};

fn followed(email: &str) -> SeriesFollowed {
    let event = event();
    SeriesFollowed {
        follower_id: FollowerId(Uuid::from_u128(77)),
        generation: 0,
        series: Series {
            id: SeriesId(Uuid::from_u128(78)),
            revision: 1,
            slug: "stadutvikling".to_owned(),
            organisation: event.organisation.clone(),
            title: Localised::from([(Language::Nn, "Stadutvikling i distrikta")]),
            summary: Localised::from([(Language::Nn, "Ein time.")]),
            timezone: event.timezone,
            contact: event.contact,
            page: None,
        },
        name: "Kari Nordmann".to_owned(),
        email: email.to_owned(),
        language: Language::Nn,
        repeated_at: None,
    }
}

#[tokio::test]
async fn there_is_one_receipt_and_letters_about_dates_say_how_to_skip_one() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let event = edited(&event(), |event| event.series = Some("stadutvikling".to_owned()));
        let ase = person(1);
        let fact = followed(&ase.email);
        world.hear(fact.clone()).await;
        world.hear(fact.clone()).await;
        world.publish(&event).await;
        world.admit(&ase).await;
        let taken = world.taken().await;
        let subjects = world.subjects().await;
        assert_eq!(subjects, ["Du er påmeld heile rekkja: Stadutvikling i distrikta", "Du er påmeld: Tomme lokale"]);
        assert!(taken[0].text().contains("/mi/rekkje/"));
        let confirmation = taken[1].text();
        for text in ["/mi/rekkje/", "Ikkje denne gongen", "/meld-av", "Stadutvikling i distrikta"] {
            assert!(confirmation.contains(text), "{text}: {confirmation}");
        }

        // Signed up once more, twice in the same hour.
        let at = beginning();
        for minutes in [0, 1, 61] {
            let again = SeriesFollowed { repeated_at: Some(at + TimeDelta::minutes(minutes)), ..fact.clone() };
            world.hear(again).await;
        }
        assert_eq!(world.taken().await.len(), 4);
        assert!(world.subjects().await[3].starts_with("Du er alt påmeld rekkja"));
    }
}

#[tokio::test]
async fn whoever_has_no_place_on_a_date_is_told_once_and_what_they_can_do() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let event = edited(&event(), |event| event.series = Some("stadutvikling".to_owned()));
        let fact = followed("kari@kommune.no");
        let away = SeriesTurnedAway {
            follower_id: fact.follower_id,
            series_id: fact.series.id,
            event_id: event.id,
            language: fact.language,
        };
        // In the wrong order: it waits for what it is about.
        world.hear(away.clone()).await;
        world.hear(away.clone()).await;
        assert_eq!(world.taken().await.len(), 0);
        world.publish(&event).await;
        world.hear(fact.clone()).await;
        world.advance(TimeDelta::seconds(10)).await;
        let taken = world.taken().await;
        let subjects = world.subjects().await;
        assert_eq!(subjects.len(), 2, "the receipt, and one letter about the date: {subjects:?}");
        let about = subjects.iter().position(|subject| subject == "Fullt: Tomme lokale").unwrap();
        let letter = taken[about].text();
        for text in ["Stadutvikling i distrikta", "inga venteliste", "/pamelding/tomme-lokale", "/mi/rekkje/"] {
            assert!(letter.contains(text), "{text}: {letter}");
        }
        assert!(!letter.contains("BEGIN:VCALENDAR"), "there is nothing to put into a calendar");
        world.hear(away.clone()).await;
        assert_eq!(world.taken().await.len(), 2);

        // A date that is called off before the letter goes, and whoever has left, have none of it.
        let other = EventId(Uuid::from_u128(79));
        let off = edited(&event, |event| {
            event.id = other;
            event.slug = "avlyst".to_owned();
        });
        world.publish(&off).await;
        world.cancel(&off).await;
        world.hear(SeriesTurnedAway { event_id: other, ..away.clone() }).await;
        world.hear(SeriesLeft { follower_id: fact.follower_id, series_id: fact.series.id }).await;
        world.hear(SeriesTurnedAway { event_id: EventId(Uuid::from_u128(80)), ..away }).await;
        assert_eq!(world.taken().await.len(), 2);
    }
}

#[tokio::test]
async fn whoever_has_left_is_forgotten_whatever_comes_first() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let fact = followed("kari@kommune.no");
        let left = SeriesLeft { follower_id: fact.follower_id, series_id: fact.series.id };
        world.hear(left).await;
        world.hear(fact.clone()).await;
        assert_eq!(world.taken().await.len(), 0);
        assert_eq!(follower::find(&world.host.db.read, fact.follower_id).await.unwrap(), Follower::Left);
    }
}
