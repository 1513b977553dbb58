//! Somebody signs up an address through the API. Whether it was signed up before, they cannot tell by anything they see.

use crate::world::{DINNER, World, event};
use axum::body::Body;
use axum::http::Request;
use host::testing::{KINDS, Kind};
use proto::event::Event;
use registration::store::registration::State;
use registration::store::{decoy, sensitive_answer};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::json;

const VICTIM: &str = "kari@kommune.no";

/// Two events just alike, with the same person in one and somebody else in the other, and a caller who signs that person
/// up in both. What differs by nature is masked: ids, tokens and moments.
struct Pair {
    worlds: [World; 2],
    tokens: [String; 2],
}

impl Pair {
    async fn new(kind: Kind, event: &Event, waits: bool) -> Self {
        let mut worlds = Vec::new();
        let mut tokens = Vec::new();
        for already in [VICTIM, "ein.annan@kommune.no"] {
            let world = World::with(kind, event).await;
            world.signed_up("Ekte Eigar", already).await;
            if waits {
                world.signed_up("B", "b@x.no").await;
                world.signed_up("C", "c@x.no").await;
            }
            let body = json!({
                "name": "Den som ringjer", "email": "KARI@kommune.no", "language": "nb",
                "answers": { "attend": "in_person", "kitchen": "utan nøtter", "municipality": "1577" },
                "choices": [DINNER],
            });
            let answer = world.api(Some("once"), &body).await;
            let again = world.api(Some("once"), &body).await;
            assert_eq!((answer.status, &answer.body), (again.status, &again.body), "the same key, the same answer");
            let said = answer.json();
            let token = said["self_service"].as_str().expect("a link").rsplit('/').next().expect("a token").to_owned();
            assert_eq!(answer.location(), format!("/api/v1/registrations/{token}"));
            tokens.push(token);
            worlds.push(world);
        }
        Self { worlds: worlds.try_into().ok().expect("two"), tokens: tokens.try_into().expect("two") }
    }

    /// Asks the same in both, and fails unless the same comes back.
    async fn alike(&self, what: &str, method: &str, path: &str, fields: &[(&str, &str)]) -> String {
        let mut seen = Vec::new();
        for (world, token) in self.worlds.iter().zip(&self.tokens) {
            let path = path.replace("{token}", token);
            let answer = match method {
                "GET" => world.get(&path).await,
                "DELETE" => world.send(Request::delete(&path).body(Body::empty()).expect("a request")).await,
                _ => world.post(&path, fields).await,
            };
            let headers = format!("{} {:?}", answer.location(), answer.headers.get("content-disposition"));
            seen.push((answer.status, masked(&headers, token), masked(&answer.body, token)));
        }
        assert_eq!(seen[0], seen[1], "{what}");
        let (status, headers, body) = seen.remove(0);
        format!("{status} {headers} {body}")
    }
}

/// Without what is another by nature in every sign-up, and in every answer.
fn masked(text: &str, token: &str) -> String {
    let mut text = text.replace(token, "TOKEN");
    for (start, end) in [
        ("name=\"csrf\" value=\"", "\""),
        ("/delta/", "\""),
        ("&#x2f;delta&#x2f;", "\""),
        ("/kalender/", "."),
        ("&#x2f;kalender&#x2f;", "."),
        ("\"id\":\"", "\""),
        ("\"party\":\"", "\""),
    ] {
        let mut parts = text.split(start);
        let mut rest = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let after = part.split_once(end).map_or("", |(_, after)| after);
            // The id of a choice is the same for everybody.
            let kept = if start.contains("\"id\"") && part.starts_with(&DINNER.to_string()) { part } else { after };
            rest = format!("{rest}{start}{end}{kept}");
        }
        text = rest;
    }
    text
}

#[tokio::test]
async fn an_address_that_is_signed_up_cannot_be_told_from_one_that_is_not() {
    for kind in KINDS {
        for waits in [false, true] {
            let mut open = event();
            open.sign_up.pools[0].capacity = Some(if waits { 3 } else { 4 });
            let pair = Pair::new(kind, &open, waits).await;
            let shown = pair.alike("api", "GET", "/api/v1/registrations/{token}", &[]).await;
            for own in ["Den som ringjer", "KARI@kommune.no", "utan nøtter", "Volda", "\"nb\""] {
                assert!(shown.contains(own), "{own}: {shown}");
            }
            assert!(!shown.contains("Ekte Eigar") && !shown.contains("vegetar"), "{shown}");
            assert!(shown.contains(if waits { "\"waiting\"" } else { "\"admitted\"" }), "{shown}");
            assert!(!waits || shown.contains("\"position\":1"), "{shown}");
            for page in ["", "/endre", "/meld-av", "/gi-vidare", "/ny-lenkje", "/slett", "/tilbod", "/data.json"] {
                let shown = pair.alike(page, "GET", &format!("/mi/{{token}}{page}"), &[]).await;
                assert!(!shown.contains("Ekte Eigar"), "{page}: {shown}");
            }
            // Whoever waits moves up when somebody leaves.
            if waits {
                for world in &pair.worlds {
                    let row = world.rows().await.remove(1);
                    world.post(&format!("{}/meld-av", world.link(&row)), &[]).await;
                }
                let moved = pair.alike("moved up", "GET", "/api/v1/registrations/{token}", &[]).await;
                assert!(moved.contains("\"admitted\""), "{moved}");
            }
            let changed = [
                ("name", "Nytt Namn"),
                ("language", "sv"),
                ("q-attend", "online"),
                ("q-municipality", "Herøy"),
                ("q-municipality-chosen", "no-1515"),
                ("q-municipality-asked", "Herøy"),
            ];
            pair.alike("changed", "POST", "/mi/{token}/endre", &changed).await;
            let now = pair.alike("after the change", "GET", "/mi/{token}", &[]).await;
            assert!(now.contains("Nytt Namn") && !now.contains("utan nøtter"), "{now}");
            for twice in ["once", "twice"] {
                let gone = pair.alike(twice, "DELETE", "/api/v1/registrations/{token}", &[]).await;
                assert!(gone.contains("\"withdrawn\""), "{gone}");
            }
            for page in ["", "/meld-av", "/slett", "/data.json", "/gjort/meld-av"] {
                pair.alike(page, "GET", &format!("/mi/{{token}}{page}"), &[]).await;
            }
            pair.alike("again", "POST", "/mi/{token}/endre", &changed).await;
            pair.alike("erased", "POST", "/mi/{token}/slett", &[]).await;
            pair.alike("after erasing", "GET", "/mi/{token}", &[]).await;
            pair.alike("after erasing", "GET", "/api/v1/registrations/{token}", &[]).await;

            // The one who was signed up already has lost nothing by it.
            let rows = pair.worlds[0].rows().await;
            assert_eq!((rows[0].name.as_str(), rows[0].state), ("Ekte Eigar", State::Admitted));
            let said = pair.worlds[0].said().await;
            assert!(said.contains(&"registration.repeated.v1".to_owned()), "the owner is told: {said:?}");
        }
    }
}

#[tokio::test]
async fn handing_over_and_new_links_tell_nothing_either() {
    for kind in KINDS {
        let mut open = event();
        open.sign_up.pools[0].capacity = Some(9);
        let pair = Pair::new(kind, &open, true).await;
        let to = |email| [("name", "Ny Person"), ("email", email)];
        let stays = pair.alike("to somebody there", "POST", "/mi/{token}/gi-vidare", &to("b@x.no")).await;
        assert!(stays.contains("ikkje-gitt-vidare"), "{stays}");
        pair.alike("still there", "GET", "/mi/{token}", &[]).await;
        let moved = pair.alike("to somebody new", "POST", "/mi/{token}/gi-vidare", &to("ny@x.no")).await;
        assert!(moved.contains("/gjort/gitt-vidare"), "{moved}");
        pair.alike("told", "GET", "/mi/{token}/gjort/gitt-vidare", &[]).await;
        for world in &pair.worlds {
            let rows = world.rows().await;
            assert!(
                rows.iter().any(|row| row.email == "ny@x.no" && row.state == State::Admitted),
                "a letter goes there"
            );
        }
        let pair = Pair::new(kind, &open, false).await;
        pair.alike("new link", "POST", "/mi/{token}/ny-lenkje", &[]).await;
        pair.alike("old link", "GET", "/mi/{token}", &[]).await;
    }
}

#[tokio::test]
async fn what_a_caller_typed_goes_with_the_owners_own() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Ekte Eigar", VICTIM).await;
        let body = json!({ "name": "X", "email": VICTIM, "answers": { "attend": "online", "municipality": "1577" } });
        let answer = world.api(None, &body).await;
        let kept = async || {
            let decoys = decoy::Entity::find().count(&world.host.db.read).await.unwrap();
            let answers = sensitive_answer::Entity::find().count(&world.host.db.read).await.unwrap();
            (decoys, answers)
        };
        // The owner's own answers, and the caller's.
        assert_eq!(kept().await, (1, 2));
        world.post(&format!("{link}/meld-av"), &[]).await;
        world.post(&format!("{link}/slett"), &[]).await;
        assert_eq!(kept().await, (0, 0));
        assert_eq!(world.get(answer.location()).await.status, axum::http::StatusCode::NOT_FOUND);
    }
}
