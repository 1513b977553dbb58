use super::planner::{SLUG, world};
use axum::http::{StatusCode, header};
use host::testing::KINDS;
use proto::account::Role;

const PLANNED: [&str; 10] = [
    "/program",
    "/utkast.json",
    "/plassering",
    "/bolk",
    "/stader",
    "/innleiarar",
    "/innleiarar/00000000-0000-0000-0000-000000000009",
    "/deltaking",
    "/utgje",
    "/utgaver",
];

#[tokio::test]
async fn editors_of_every_organisation_behind_it_plan_and_others_do_not_know_of_it() {
    for kind in KINDS {
        let world = world(kind).await;
        for organisation in ["bylivsenteret", "distriktssenteret"] {
            for role in [Role::Editor, Role::Owner] {
                let planner = world.signed_in(organisation, role);
                for page in [""].iter().chain(&PLANNED) {
                    assert_eq!(planner.get(page).await.status, StatusCode::OK, "{page} for {role:?}");
                }
            }
            for role in [Role::Reader, Role::Numbers] {
                let reader = world.signed_in(organisation, role);
                let overview = reader.get("").await;
                assert_eq!(overview.status, StatusCode::OK);
                overview.says("<dd>").silent("/program\"").silent("mote.example.org").silent("<form");
                for page in PLANNED {
                    assert_eq!(reader.get(page).await.status, StatusCode::NOT_FOUND, "{page} for {role:?}");
                }
            }
        }
        let other = world.signed_in("visit-varmland", Role::Owner);
        for page in [""].iter().chain(&PLANNED) {
            assert_eq!(other.get(page).await.status, StatusCode::NOT_FOUND, "{page}");
            let stranger = world.stranger().get(page).await;
            assert!(stranger.location().starts_with("/arrangor/logg-inn?til="), "{page}");
        }
    }
}

#[tokio::test]
async fn nothing_is_done_for_a_form_from_elsewhere_or_from_those_who_may_not() {
    for kind in KINDS {
        let world = world(kind).await;
        let before = world.stored().await;
        let forms: [(&str, &[(&str, &str)]); 9] = [
            ("", &[("meeting_url", "https://ny.example.org/")]),
            ("/program", &[("do", "remove"), ("occurrence", "x")]),
            ("/plassering", &[("note", "Rigging")]),
            ("/bolk", &[("title-nn", "Ny")]),
            ("/stader", &[("thing", "ways"), ("begun", "0")]),
            ("/innleiarar", &[]),
            ("/deltaking", &[("attendance", "online"), ("do", "switch")]),
            ("/utgje", &[("when", "now"), ("seen", "1")]),
            ("/utgaver", &[("version", "1"), ("seen", "1")]),
        ];
        for (path, fields) in forms {
            for csrf in ["", "forfalska"] {
                let answer = world.planner().send_with(csrf, path, fields).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
            }
            for (organisation, role) in [("bylivsenteret", Role::Reader), ("visit-varmland", Role::Owner)] {
                let answer = world.signed_in(organisation, role).send(path, fields).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path} for {role:?}");
            }
        }
        assert_eq!(world.stored().await, before);
        assert!(bus::testing::said(&world.host.db).await.is_empty());
    }
}

#[tokio::test]
async fn no_page_of_the_planners_is_kept_or_found() {
    let world = world(KINDS[0]).await;
    for page in [""].iter().chain(&PLANNED) {
        let answer = world.planner().get(page).await;
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store", "{page}");
        let policy = answer.header(header::CONTENT_SECURITY_POLICY);
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{page}: {policy}");
    }
}

#[tokio::test]
async fn the_meeting_is_moved_by_editors_only_to_a_whole_address() {
    for kind in KINDS {
        let world = world(kind).await;
        let planner = world.planner();
        let wrong = planner.send("", &[("meeting_url", "\"><script>")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Møteadressa må vere ei heil adresse").silent("\"><script>");
        let moved = planner.send("", &[("meeting_url", " https://ny.example.org/rom ")]).await;
        assert_eq!(moved.location(), format!("/arrangor/konferanse/{SLUG}?lagra=1"));
        assert_eq!(world.stored().await.meeting_url, "https://ny.example.org/rom");
    }
}
