//! A network that people can follow, and which of its gatherings bring them a sign-up.

use super::world::{FILE, MEMBERS, NETWORK, World, gathered, world};
use crate::{Facts, ImportError, ImportedNetwork, import_network};
use axum::http::StatusCode;
use host::testing::KINDS;
use proto::event::EventPublished;
use proto::series::SeriesPublished;

const FOLLOW: &str = r#"
[follow]
title = { nn = "Samlingane i nettverket", nb = "Samlingene i nettverket" }
summary = { nn = "To i året.", nb = "To i året." }
timezone = "Europe/Oslo"
contact = { name = "arrangementskontoret", email = "arrangement@distriktssenteret.example" }
"#;
const PAGE: &str = "/nettverk/byregionprogrammet";
const FORM: &str = "/pamelding/rekkje/byregionprogrammet";

impl World {
    async fn network_saying(&self, follow: &str) -> Result<ImportedNetwork, ImportError> {
        let text = format!("{NETWORK}{follow}");
        import_network(&self.host, (&text, "network.toml"), (MEMBERS.as_bytes(), "members.csv")).await
    }

    async fn follow(&self, follow: &str) -> ImportedNetwork {
        self.network_saying(follow).await.unwrap_or_else(|error| panic!("{error}: {error:?}"))
    }

    /// The series that the gathering was said to belong to last, and of how many delegations.
    async fn told(&self) -> (Option<String>, Option<u32>, u32) {
        let event = self.said::<EventPublished>().await.pop().unwrap().event;
        (event.series, event.sign_up.delegations, event.revision)
    }
}

#[tokio::test]
async fn a_gathering_for_the_whole_network_belongs_to_those_who_follow_it() {
    for kind in KINDS {
        let world = world(kind).await;
        world.follow(FOLLOW).await;
        let series = world.said::<SeriesPublished>().await.remove(0).series;
        assert_eq!((series.slug.as_str(), series.page.as_deref()), ("byregionprogrammet", Some(PAGE)));
        assert_eq!(world.get(PAGE).await.status, StatusCode::OK);
        assert!(!world.get(PAGE).await.text.contains(FORM), "there is nothing that one could be asked yet");

        world.import(FILE).await;
        assert_eq!(world.told().await, (Some("byregionprogrammet".to_owned()), Some(3), 1));
        assert_eq!(world.import(FILE).await.facts, Facts::Unchanged);
        let page = world.get(PAGE).await.text;
        for text in [FORM, "Nettverkssamling i Namsos", "Læringsnettverket for byregionar", "Distriktssenteret"] {
            assert!(page.contains(text), "{text} in {page}");
        }
        for member in ["Namdal", "Lofoten", "Kari"] {
            assert!(!page.contains(member), "{member} in {page}");
        }

        // Only for some of the members, and so for nobody else.
        let only = FILE.replace("extra = 2", "extra = 2\nonly = [\"namdal\", \"lofoten\"]");
        world.import(&only).await;
        assert_eq!(world.told().await, (None, None, 2));
        // One of another series stays with that one.
        world.import(&FILE.replace("kind = ", "series = \"anna\"\nkind = ")).await;
        assert_eq!(world.told().await, (Some("anna".to_owned()), Some(3), 3));
        world.follow("").await;
        assert_eq!(world.told().await.2, 3);
    }
}

#[tokio::test]
async fn an_organiser_lets_people_follow_and_takes_it_back() {
    for kind in KINDS {
        let world = gathered(kind).await;
        assert_eq!(world.told().await, (None, None, 1));
        assert!(!world.get(PAGE).await.text.contains(FORM));
        assert!(world.follow(FOLLOW).await.changed);
        assert_eq!(world.told().await, (Some("byregionprogrammet".to_owned()), Some(3), 2));
        assert!(world.get(PAGE).await.text.contains(FORM));
        // Twice is once.
        assert!(!world.follow(FOLLOW).await.changed);
        assert_eq!(world.import(FILE).await.facts, Facts::Unchanged);
        assert_eq!(world.said::<SeriesPublished>().await.len(), 1);

        assert!(world.follow("").await.changed);
        assert_eq!(world.told().await, (None, None, 3));
        assert!(!world.get(PAGE).await.text.contains(FORM));
        world.import(&FILE.replace("capacity = 14", "capacity = 15")).await;
        assert_eq!(world.told().await, (None, None, 4));

        // Another time it is the same series, with what is said now.
        world.follow(&FOLLOW.replace("To i året", "Ei i året")).await;
        let series: Vec<_> = world.said::<SeriesPublished>().await.into_iter().map(|one| one.series).collect();
        assert_eq!((series[0].id, series[1].revision), (series[1].id, 2));
    }
}

#[tokio::test]
async fn what_is_wrong_with_following_is_told_and_nothing_is_taken_in() {
    let world = world(KINDS[0]).await;
    for (wrong, sentence) in [
        (FOLLOW.replace("Europe/Oslo", "Oslo"), "`Oslo` is no time zone"),
        (FOLLOW.replace("summary", "zummary"), "summary"),
        (FOLLOW.replace(", nb = \"To i året.\"", ""), "follow.summary"),
        (FOLLOW.replace("contact = ", "# "), "contact"),
    ] {
        let Err(ImportError::Problems(problems)) = world.network_saying(&wrong).await else { panic!("{wrong}") };
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(told.iter().any(|told| told.contains(sentence)), "{sentence} in {told:?}");
    }
    assert_eq!(world.get(PAGE).await.status, StatusCode::NOT_FOUND);
    assert!(world.said::<SeriesPublished>().await.is_empty());
}

#[tokio::test]
async fn a_gathering_that_stands_in_no_public_list_stands_in_none_of_the_network_either() {
    for kind in KINDS {
        let world = world(kind).await;
        world.follow(FOLLOW).await;
        world.import(&FILE.replace("[sign_up]", "[sign_up.closed]\n\n[sign_up]")).await;
        let page = world.get(PAGE).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.text.contains("Nettverkssamling i Namsos") && !page.text.contains(FORM), "{}", page.text);
        world.import(FILE).await;
        assert!(world.get(PAGE).await.text.contains("Nettverkssamling i Namsos"));
    }
}
