use super::world::{FILE, MEETING, SLUG, World, at, organisation, world};
use crate::store::webinar::{self, Model};
use crate::{ImportError, Imported, import};
use host::testing::KINDS;
use proto::event::{EventCancelled, EventPublished};
use proto::organisation::OrganisationChanged;
use proto::webinar::WebinarFollowed;
use proto::{Language, Message};

async fn stored(world: &World) -> Model {
    webinar::by_slug(&world.host.db.read, SLUG).await.unwrap().unwrap()
}

async fn names(world: &World) -> Vec<String> {
    let said = world.said().await.into_iter().map(|envelope| envelope.name);
    // What comes afterwards is told beside it.
    said.filter(|name| name != WebinarFollowed::NAME).collect()
}

#[tokio::test]
async fn a_new_file_is_published_once_and_a_changed_one_again_with_the_same_ids() {
    for kind in KINDS {
        let world = world(kind).await;
        let first = world.published().await;
        assert_eq!((first.revision, first.slug.as_str()), (1, SLUG));
        assert_eq!(first.sign_up.pools.len(), 2);
        assert_ne!(first.sign_up.pools[0].id, first.sign_up.pools[1].id);

        assert_eq!(world.import(FILE).await, Imported::Unchanged { event: first.id, slug: SLUG.to_owned() });
        assert_eq!(names(&world).await, [EventPublished::NAME]);

        let moved = FILE.replace("T10:00:00", "T09:30:00").replace("capacity = 40", "capacity = 41");
        let imported = world.import(&moved).await;
        assert_eq!(imported, Imported::Changed { event: first.id, slug: SLUG.to_owned(), revision: 2 });
        let second = bus::testing::said_of::<EventPublished>(&world.host.db).await.pop().unwrap().event;
        assert_eq!((second.id, second.revision), (first.id, 2));
        assert_eq!(second.starts_at, at("2027-03-16T08:30:00Z"));
        assert_eq!(second.sign_up.pools[0].id, first.sign_up.pools[0].id);
        assert_eq!(second.sign_up.pools[0].capacity, Some(41));
        assert_eq!(second.sign_up.pools[1].id, first.sign_up.pools[1].id);
        assert_eq!(stored(&world).await.starts_at, second.starts_at);
    }
}

#[tokio::test]
async fn a_choice_that_is_taken_out_and_put_back_is_the_same_one() {
    for kind in KINDS {
        let world = world(kind).await;
        let first = world.published().await;
        let heading = FILE.find("[[sign_up.choices]]").unwrap();
        let without = format!("{}{}", &FILE[..heading], &FILE[FILE.find("[[questions]]").unwrap()..]);
        world.import(&without).await;
        assert_eq!(stored(&world).await.event().sign_up.pools.len(), 1);
        world.import(FILE).await;
        assert_eq!(stored(&world).await.event().sign_up.pools[1].id, first.sign_up.pools[1].id);
    }
}

#[tokio::test]
async fn a_new_way_into_the_meeting_is_told_to_nobody() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.published().await;
        let elsewhere = FILE.replace(MEETING, "https://anna.example.org/møte");
        assert_eq!(world.import(&elsewhere).await, Imported::Quiet { event: event.id, slug: SLUG.to_owned() });
        assert_eq!(stored(&world).await.meeting_url, "https://anna.example.org/m%C3%B8te");
        let doors = elsewhere.replace("open_before = \"20m\"", "open_before = \"5m\"");
        assert_eq!(world.import(&doors).await, Imported::Quiet { event: event.id, slug: SLUG.to_owned() });
        assert_eq!(names(&world).await, [EventPublished::NAME]);
        for envelope in world.said().await {
            assert!(!envelope.data.to_string().contains("example.org/"), "the provider's address is said");
        }
    }
}

#[tokio::test]
async fn a_file_that_is_not_changed_does_not_undo_what_an_organiser_did() {
    for kind in KINDS {
        let world = world(kind).await;
        world.published().await;
        let id = stored(&world).await.id;
        assert!(webinar::move_meeting(&world.host.db.write, id, MEETING, "https://ny.example.org/").await.unwrap());
        world.import(&FILE.replace("capacity = 40", "capacity = 50")).await;
        assert_eq!(stored(&world).await.meeting_url, "https://ny.example.org/");
    }
}

#[tokio::test]
async fn a_cancelled_webinar_is_told_once_with_its_reason() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.published().await;
        let reason = "[cancel_reason]\nnn = \"Innleiaren er sjuk.\"\nnb = \"Innlederen er syk.\"\n";
        let text = format!("cancelled = true\n{}{reason}", FILE.replace("capacity = 40", "capacity = 99"));
        assert_eq!(world.import(&text).await, Imported::Cancelled { event: event.id, slug: SLUG.to_owned() });
        assert_eq!(world.import(&text).await, Imported::Unchanged { event: event.id, slug: SLUG.to_owned() });
        let told = bus::testing::said_of::<EventCancelled>(&world.host.db).await;
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].event_id, told[0].revision), (event.id, 2));
        assert_eq!(told[0].reason.as_ref().unwrap().get(Language::Nb), "Innlederen er syk.");
        assert_eq!(names(&world).await, [EventPublished::NAME, EventCancelled::NAME]);
        let problems = refused(&world, FILE).await;
        assert!(problems[0].contains("cannot be taken back"), "{problems:?}");
    }
}

async fn refused(world: &World, text: &str) -> Vec<String> {
    match import(&world.host, text, "torget.toml").await {
        Err(ImportError::Problems(problems)) => problems.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_file_with_problems_changes_nothing() {
    for kind in KINDS {
        let world = world(kind).await;
        world.published().await;
        let before = stored(&world).await;
        let text = FILE.replace("\"distriktssenteret\"", "\"bylivsenteret\"").replace("[\"bylivsenteret\"]", "[]");
        assert!(refused(&world, &text).await[0].starts_with("torget.toml:1:1: the slug belongs to a webinar of"));
        refused(&world, &FILE.replace("capacity = 40", "capacity = 0")).await;
        refused(&world, "").await;
        assert_eq!(stored(&world).await, before);
        assert_eq!(names(&world).await.len(), 1);
    }
}

#[tokio::test]
async fn an_organisation_must_be_known_and_its_newest_word_counts() {
    for kind in KINDS {
        let world = world(kind).await;
        let problems = refused(&world, &FILE.replace("\"distriktssenteret\"", "\"ukjend\"")).await;
        assert_eq!(problems, ["torget.toml:2:1: the organisation `ukjend` is not known: import it first"]);
        let mut newer = organisation("distriktssenteret", 3, "Distriktssenteret");
        newer.required_languages.push(Language::En);
        let mut older = organisation("distriktssenteret", 2, "Distriktssenteret");
        older.accessibility_statement.clear();
        world.hear(OrganisationChanged { organisation: newer }).await;
        world.hear(OrganisationChanged { organisation: older }).await;
        let problems = refused(&world, FILE).await;
        assert!(problems.len() > 5 && problems.iter().all(|problem| problem.contains("English (en)")), "{problems:#?}");
    }
}

#[tokio::test]
async fn two_who_import_the_same_change_at_once_publish_it_once() {
    for kind in KINDS {
        let world = world(kind).await;
        world.published().await;
        let text = FILE.replace("capacity = 40", "capacity = 44");
        let (one, other) = tokio::join!(world.import(&text), world.import(&text));
        let changed = [one, other].into_iter().filter(|imported| matches!(imported, Imported::Changed { .. })).count();
        assert_eq!(changed, 1);
        assert_eq!(names(&world).await, [EventPublished::NAME, EventPublished::NAME]);
    }
}
