//! Where people sit, on their own page.

use crate::world::{World, event};
use host::testing::KINDS;
use proto::gathering::{PlanKind, PlanPlaced};
use proto::{Language, Localised, PlanId, RegistrationId};
use registration::hears::Registrations;
use registration::store::placement;
use sea_orm::{EntityTrait, PaginatorTrait};
use uuid::Uuid;

fn placed(registration: RegistrationId, plan: u128, revision: u32, table: Option<u32>) -> PlanPlaced {
    PlanPlaced {
        plan_id: PlanId(Uuid::from_u128(plan)),
        event_id: event().id,
        registration_id: registration,
        revision,
        name: Localised::from([(Language::Nn, "Middag & <mingling>"), (Language::En, "Dinner")]),
        kind: if plan == 1 { PlanKind::Tables } else { PlanKind::Groups },
        table,
        before: None,
    }
}

impl World {
    async fn placed(&self, plan: u128, revision: u32, table: Option<u32>) {
        let told = placed(self.rows().await[0].id(), plan, revision, table);
        bus::testing::hear(&Registrations, &self.host, told).await.expect("it is heard");
    }
}

#[tokio::test]
async fn somebody_sees_where_they_sit_as_it_was_told_last() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        world.placed(1, 1, Some(4)).await;
        world.placed(2, 5, Some(2)).await;
        world.get(&link).await.says("<dt>Middag &amp; &lt;mingling&gt;</dt><dd>Bord 4</dd>");
        // In another order, and twice.
        for (revision, table) in [(3, Some(7)), (2, Some(5)), (3, Some(7))] {
            world.placed(1, revision, table).await;
        }
        let page = world.get(&link).await;
        page.says("<dd>Bord 7</dd>");
        page.says("<dd>Gruppe 2</dd>");
        let file = world.get(&format!("{link}/data.json")).await.json();
        assert_eq!(file["placements"][0]["number"], 7);
        assert_eq!(
            (&file["placements"][1]["kind"], &file["placements"][1]["name"]["en"]),
            (&"groups".into(), &"Dinner".into())
        );
        // No table any more, and what was said before comes late.
        world.placed(1, 5, None).await;
        world.placed(1, 4, Some(9)).await;
        let page = world.get(&link).await;
        page.says_not("Bord");
        page.says("<dd>Gruppe 2</dd>");

        // Who has no place sits nowhere, and who is deleted leaves no trace of it.
        world.done(&format!("{link}/meld-av"), &[]).await;
        world.get(&link).await.says_not("Gruppe 2");
        world.post(&format!("{link}/slett"), &[]).await;
        world.placed(2, 6, Some(3)).await;
        assert_eq!(placement::Entity::find().count(&world.host.db.read).await.expect("an answer"), 0);
    }
}
