//! What owners see of who has looked, and of what was deleted.

use crate::world::{World, event};
use axum::http::StatusCode;
use chrono::TimeDelta;
use host::testing::KINDS;
use proto::account::Role;
use registration::store::audit::{self, Action};

const LIST: &str = "/arrangor/pameldingar/levande-sentrum";
const INSIGHT: &str = "/arrangor/pameldingar/levande-sentrum/innsyn";

#[tokio::test]
async fn owners_see_who_has_done_what_and_what_is_gone_and_no_names() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let empty = world.get_as(INSIGHT, "distriktssenteret", Role::Owner).await;
        assert_eq!(empty.status, StatusCode::OK);
        empty.says("Ingen har sett på lista enno.");
        empty.says("Ingenting er sletta enno.");
        let link = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let list = world.get_as(LIST, "distriktssenteret", Role::Owner).await;
        list.says(INSIGHT);
        world.post_as(LIST, "distriktssenteret", Role::Reader, &[("sok", "Kari")]).await.says_not(INSIGHT);
        world.post(&format!("{link}/meld-av"), &[]).await;
        world.post(&format!("{link}/slett"), &[]).await;
        let page = world.get_as(INSIGHT, "distriktssenteret", Role::Owner).await;
        for text in ["Såg lista", "Søkte i lista", "(deg)", "Alt om personen", "Personen ville ha det sletta"] {
            page.says(text);
        }
        page.says("/arrangor/organisasjon/distriktssenteret/tilgang/00000000-0000-0000-0000-000000000063");
        page.says_not("Kari");
    }
}

#[tokio::test]
async fn whoever_is_no_owner_there_is_told_of_no_such_page() {
    for kind in KINDS {
        let world = World::new(kind).await;
        for role in [Role::Editor, Role::Reader, Role::Door, Role::Numbers] {
            assert_eq!(
                world.get_as(INSIGHT, "distriktssenteret", role).await.status,
                StatusCode::NOT_FOUND,
                "{role:?}"
            );
        }
        for organisation in ["byliv", "visit"] {
            assert_eq!(world.get_as(INSIGHT, organisation, Role::Owner).await.status, StatusCode::NOT_FOUND);
        }
        let nowhere = "/arrangor/pameldingar/finst-ikkje/innsyn";
        assert_eq!(world.get_as(nowhere, "distriktssenteret", Role::Owner).await.status, StatusCode::NOT_FOUND);
        assert!(world.get(INSIGHT).await.location().starts_with("/arrangor/logg-inn?til="));
    }
}

#[tokio::test]
async fn long_lists_come_in_pages_and_numbers_beyond_them_do_no_harm() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let now = world.host.clock.now();
        for number in 0..51 {
            let at = now + TimeDelta::seconds(number);
            let action = if number == 0 { Action::Attended } else { Action::List };
            let account = proto::AccountId(uuid::Uuid::from_u128(7));
            audit::note(&world.host.db.write, at, account, event().id, action, 1).await.unwrap();
        }
        let first = world.get_as(INSIGHT, "distriktssenteret", Role::Owner).await;
        first.says("51 oppføringar");
        first.says("Side 1 av 2");
        first.says("?side=2&amp;sletta=1#side");
        first.says_not("Noterte at nokon kom");
        let second = world.get_as(&format!("{INSIGHT}?side=2"), "distriktssenteret", Role::Owner).await;
        second.says("Noterte at nokon kom");
        second.says_not("(deg)");
        for far in ["?side=99999999999999999999", "?side=-1&sletta=0", "?side=10000&sletta=10000"] {
            let page = world.get_as(&format!("{INSIGHT}{far}"), "distriktssenteret", Role::Owner).await;
            assert_eq!(page.status, StatusCode::OK, "{far}");
        }
    }
}
