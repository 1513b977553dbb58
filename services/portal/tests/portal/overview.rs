use crate::browser::Browser;
use crate::world::{event, organisations, publish, signup};
use host::Host;
use host::testing::{KINDS, host};
use portal::invite;
use proto::account::Role;

/// What somebody with this role sees.
async fn overview(host: &Host, organisation: &str, role: Role) -> String {
    let invitation = invite(host, "kari@example.org", organisation, role).await.expect("invited");
    let link = invitation.address.replace(host.address("").trim_end_matches('/'), "");
    let mut browser = Browser::new(host).await;
    browser.post(&link, &link, &[]).await;
    browser.get("/arrangor").await.text
}

#[tokio::test]
async fn organisers_see_their_own_events_how_full_they_are_and_where_to_go_on() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut shared = event(1, "felles", 2);
        shared.co_organisers = vec!["bylivsenteret".to_owned()];
        let (own, over) = (event(2, "eige", 3), event(3, "over", -3));
        for event in [&shared, &own, &over] {
            publish(&host, event).await;
        }
        signup(&host, &shared, 1, Some(0), Some(4)).await;

        let page = overview(&host, "bylivsenteret", Role::Owner).await;
        assert!(page.contains("/webinar/felles") && !page.contains("/webinar/eige"));
        assert!(page.contains("40 av 40") && page.contains(">4<"), "counts are for co-organisers too");
        assert!(page.contains("/arrangor/pameldingar/felles") && !page.contains("/arrangor/webinar/felles"));
        assert!(page.contains("De er medarrangør og ser tal, ikkje namn."));

        let page = overview(&host, "distriktssenteret", Role::Reader).await;
        for path in ["/arrangor/pameldingar/felles", "/arrangor/brev/eige", "/arrangor/webinar/over"] {
            assert!(page.contains(path), "{path}");
        }
        assert!(page.find("/webinar/eige") < page.find("/webinar/over"), "what has been comes last");

        assert!(!page.contains("De er medarrangør"), "a role in the responsible organisation counts most");
    }
}

#[tokio::test]
async fn everybody_behind_a_conference_finds_the_way_to_its_planning() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut shared = event(1, "felles", 2);
        shared.kind = proto::event::EventKind::Conference;
        shared.co_organisers = vec!["bylivsenteret".to_owned()];
        publish(&host, &shared).await;
        for organisation in ["bylivsenteret", "distriktssenteret"] {
            let page = overview(&host, organisation, Role::Editor).await;
            assert!(page.contains("/arrangor/konferanse/felles") && !page.contains("/arrangor/webinar/felles"));
        }
    }
}
