//! Letters about where people sit.

use host::testing::KINDS;
use proto::gathering::{PlanKind, PlanPlaced};
use proto::{Language, Localised, PlanId};
use uuid::Uuid;

use super::world::*;
use crate::purpose::{Purpose, Skip, State as Fate};

fn placed(revision: u32, table: Option<u32>, before: Option<u32>) -> PlanPlaced {
    PlanPlaced {
        plan_id: PlanId(Uuid::from_u128(900)),
        event_id: event().id,
        registration_id: person(0).id,
        revision,
        name: Localised::from([(Language::Nn, "Middag")]),
        kind: PlanKind::Tables,
        table,
        before,
    }
}

#[tokio::test]
async fn each_table_is_told_once_and_an_older_one_never() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        let unknown = bus::testing::hear(&world.mail, &world.host, placed(1, Some(4), None)).await;
        assert!(unknown.is_err(), "it is tried again when it is known whom to write to");
        world.admit(&person(0)).await;
        world.settle().await;
        world.hear(placed(1, Some(4), None)).await;
        world.hear(placed(1, Some(4), None)).await;
        world.settle().await;
        world.hear(placed(3, Some(7), Some(4))).await;
        world.hear(placed(2, Some(5), Some(4))).await;
        world.settle().await;
        world.hear(placed(4, None, Some(7))).await;
        let taken = world.taken().await;
        let subjects: Vec<String> =
            taken[1..].iter().map(|one| mail(&one.data).subject().unwrap().to_owned()).collect();
        assert_eq!(subjects, ["Middag: Du sit ved bord 4", "Middag: Du sit ved bord 7", "Middag: Planen er endra"]);
        let letter = mail(&taken[2].data);
        let text = letter.body_text(0).unwrap();
        assert!(text.contains("Før sa vi bord 4.") && text.contains("/mi/"), "{text}");
        assert!(taken[1..].iter().all(|one| ics(one).is_none()), "the calendar has nothing to do with it");
    }
}

#[tokio::test]
async fn whoever_has_signed_off_is_not_told_where_they_sit() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(0)).await;
        world.withdraw(&person(0)).await;
        world.hear(placed(1, Some(4), None)).await;
        world.settle().await;
        let letter = world.letter(Purpose::Placed).await;
        assert_eq!((letter.state, letter.skip), (Fate::Withdrawn, Some(Skip::Withdrawn)));
        world.erase(&person(0)).await;
        world.hear(placed(2, Some(5), None)).await;
        world.settle().await;
        assert!(
            world.letters().await.iter().all(|letter| letter.state != Fate::Sent || letter.purpose != Purpose::Placed)
        );
    }
}
