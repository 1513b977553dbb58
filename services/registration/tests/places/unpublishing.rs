//! An event is taken off the public pages, and comes back.

use crate::world::{World, form, on_both, person, webinar};
use proto::AccountId;
use proto::event::{Event, EventUnpublishingAsked};
use proto::registration::SignupUnpublishingAnswered;
use registration::desk::errand::{Errand, Outcome, Refusal};
use registration::hears::Registrations;
use registration::store::audit::{self, Action};
use registration::store::event;

impl World {
    async fn ask_to_unpublish(&self, event: &Event, revision: u32) {
        let account_id = AccountId(crate::world::id(90));
        let asked = EventUnpublishingAsked { event_id: event.id, revision, account_id, reason: "Feil dag".to_owned() };
        bus::testing::hear(&Registrations, &self.host, asked).await.expect("the question is heard");
    }

    async fn is_public(&self, event: &Event) -> bool {
        event::by_slug(&self.host.db.read, &event.slug).await.expect("a database").is_some()
    }

    async fn answers(&self) -> Vec<(u32, u32)> {
        let said = bus::testing::said_of::<SignupUnpublishingAnswered>(&self.host.db).await;
        said.iter().map(|answer| (answer.revision, answer.signed_up)).collect()
    }
}

on_both! {
    async fn it_is_off_the_pages_when_nobody_is_signed_up_until_it_is_published_again(kind) {
        let mut event = webinar(Some(1));
        let world = World::with(kind, &event).await;
        let kari = world.one(&event, "kari").await;
        world.one(&event, "ola").await;
        world.ask_to_unpublish(&event, event.revision + 1).await;
        assert_eq!(world.answers().await, [(event.revision + 1, 2)], "whoever waits counts too");
        assert!(world.is_public(&event).await);

        world.withdraw(&event, kari.id).await;
        let rows = world.rows(&event).await;
        world.withdraw(&event, rows[1].id()).await;
        world.ask_to_unpublish(&event, event.revision + 2).await;
        assert_eq!(world.answers().await[1], (event.revision + 2, 0));
        assert!(!world.is_public(&event).await);
        let deeds = audit::of_event(&world.host.db.read, event.id).await.expect("a database");
        let why: Vec<_> = deeds.iter().map(|deed| (deed.action, deed.why.as_deref())).collect();
        assert_eq!(why, [(Action::Unpublished, Some("Feil dag"))]);

        let late = world.ask(&event, Errand::SignUp(form(&[person("per")]))).await;
        assert!(matches!(late, Outcome::Refused(Refusal::Closed)), "{late:?}");
        world.publish(&event).await;
        world.ask_to_unpublish(&event, event.revision + 2).await;
        assert!(!world.is_public(&event).await && world.answers().await.len() == 2, "what is older changes nothing");

        // Other places than before: nobody has any.
        event.revision += 3;
        event.sign_up.pools[0].id = proto::PoolId(crate::world::id(300));
        world.publish(&event).await;
        assert!(world.is_public(&event).await);
        world.one(&event, "per").await;
        world.check(&event).await;
    }

    async fn whoever_signs_up_at_the_same_moment_is_counted_or_turned_away(kind) {
        let event = webinar(Some(20));
        let world = World::with(kind, &event).await;
        let come = async |name: &str| world.ask(&event, Errand::SignUp(form(&[person(name)]))).await;
        let (_, first, second) = tokio::join!(world.ask_to_unpublish(&event, 9), come("kari"), come("ola"));
        let signed_up = [first, second].into_iter().filter(|outcome| matches!(outcome, Outcome::SignedUp(_))).count();
        let answered = world.answers().await;
        assert_eq!(world.rows(&event).await.len(), signed_up);
        match world.is_public(&event).await {
            true => assert!(answered.len() == 1 && answered[0].1 > 0, "{answered:?}"),
            false => assert_eq!((answered, signed_up), (vec![(9, 0)], 0)),
        }
    }
}
