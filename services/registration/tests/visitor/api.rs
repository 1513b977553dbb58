//! The API's contract.

use crate::world::{DINNER, World, at};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use host::testing::KINDS;
use proto::{EventId, PoolId};
use registration::store::snapshot;
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};
use uuid::Uuid;

const EVENT: &str = "/api/v1/events/levande-sentrum";

fn kari() -> Value {
    json!({
        "name": "Kari Nordmann", "email": "kari@kommune.no", "language": "nn",
        "answers": { "attend": "in_person", "kitchen": "vegetar", "municipality": "1577", "nights": 2 },
        "choices": [DINNER],
    })
}

fn with(changes: &Value) -> Value {
    let mut body = kari();
    for (key, value) in changes.as_object().expect("changes") {
        body[key] = value.clone();
    }
    body
}

#[tokio::test]
async fn events_tell_what_there_is_and_what_is_asked() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let list = world.get("/api/v1/events").await.json();
        let signup = json!({ "open": true, "places_left": 2, "waiting_list": true });
        assert_eq!((list.as_array().unwrap().len(), &list[0]["signup"]), (1, &signup));
        assert_eq!((&list[0]["slug"], &list[0]["kind"]), (&json!("levande-sentrum"), &json!("webinar")));
        assert_eq!((&list[0]["title"]["sv"], &list[0]["timezone"]), (&json!("Levande centrum"), &json!("Europe/Oslo")));
        assert_eq!(
            (&list[0]["starts_at"], &list[0]["ends_at"]),
            (&json!("2027-03-16T09:00:00Z"), &json!("2027-03-16T11:00:00Z"))
        );
        let one = world.get(EVENT).await.json();
        let first = &one["questions"][0];
        assert_eq!(
            (&first["key"], &first["type"], &first["required"]),
            (&json!("attend"), &json!("one_of"), &json!(true))
        );
        assert_eq!(first["options"][1]["value"], "online");
        assert_eq!(one["questions"][1]["only_if"], json!({ "question": "attend", "any_of": ["in_person"] }));
        assert_eq!((&one["choices"][0]["id"], &one["choices"][0]["places_left"]), (&json!(DINNER), &json!(1)));
        let missing = world.get("/api/v1/events/finst-ikkje").await;
        assert_eq!(
            (missing.status, missing.header("content-type")),
            (StatusCode::NOT_FOUND, "application/problem+json")
        );
        let description = world.get("/api/v1/openapi.json").await.json();
        for path in [
            "/api/v1/events",
            "/api/v1/events/{slug}",
            "/api/v1/events/{slug}/registrations",
            "/api/v1/registrations/{token}",
        ] {
            assert!(description["paths"][path].is_object(), "{path}");
        }
    }
}

#[tokio::test]
async fn a_sign_up_is_answered_shown_and_withdrawn() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let answer = world.api(Some("key-1"), &kari()).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        let said = answer.json();
        assert_eq!((&said["state"], &said["position"]), (&json!("admitted"), &Value::Null));
        assert_eq!(said["choices"], json!([{ "id": DINNER, "state": "held" }]));
        let page = said["self_service"].as_str().unwrap();
        let page = &page[page.find("/mi/").unwrap()..];
        world.get(page).await.says("Kari Nordmann");

        let shown = world.get(answer.location()).await.json();
        assert_eq!(shown["answers"]["municipality"]["name"], "Volda");
        assert_eq!(
            (&shown["state"], &shown["name"], &shown["event"]),
            (&json!("admitted"), &json!("Kari Nordmann"), &json!("levande-sentrum"))
        );
        for _twice in 0..2 {
            let request = Request::delete(answer.location()).body(Body::empty()).unwrap();
            let gone = world.send(request).await;
            assert_eq!((gone.status, &gone.json()["state"]), (StatusCode::OK, &json!("withdrawn")));
        }
        assert_eq!(world.get("/api/v1/registrations/tull").await.status, StatusCode::NOT_FOUND);
        world.api(None, &with(&json!({ "email": "a@x.no" }))).await;
        world.api(None, &with(&json!({ "email": "b@x.no" }))).await;
        let waiting = world.api(None, &with(&json!({ "email": "c@x.no", "choices": null }))).await.json();
        assert_eq!((&waiting["state"], &waiting["position"]), (&json!("waiting"), &json!(1)));
    }
}

#[tokio::test]
async fn the_same_key_is_the_same_sign_up() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let (first, second) = (world.api(Some("k"), &kari()).await, world.api(Some("k"), &kari()).await);
        assert_eq!((first.status, first.json()), (second.status, second.json()));
        let other = world.api(Some("k"), &with(&json!({ "name": "Ein annan" }))).await;
        assert_eq!(
            (other.status, other.header("content-type")),
            (StatusCode::UNPROCESSABLE_ENTITY, "application/problem+json")
        );
        assert_eq!(other.json()["title"], "Nøkkelen er brukt før");
        for bad in ["", " ", "med mellomrom", &"k".repeat(181)] {
            assert_eq!(world.api(Some(bad), &kari()).await.status, StatusCode::BAD_REQUEST, "{bad:?}");
        }
        assert_eq!(world.rows().await.len(), 1);
    }
}

#[tokio::test]
async fn what_has_to_be_put_right_is_said_in_the_persons_language() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let table: Vec<(Value, &str, &str)> = vec![
            (json!({ "name": "" }), "name", "Skriv inn namnet ditt"),
            (json!({ "name": 7 }), "name", "Namn: Svaret har feil form"),
            (json!({ "name": "Kari\nATTENDEE" }), "name", "Namn: Skriv alt på éi linje"),
            (json!({ "email": "kari" }), "email", "E-postadressa må innehalde @"),
            (json!({ "language": "de" }), "language", "Språk i e-postane: Vel nn, nb, sv eller en"),
            (json!({ "choices": ["x"] }), "choices", "Kva vil du vere med på? Noko av det du valde"),
            (json!({ "choices": [uuid::Uuid::nil()] }), "choices", "Kva vil du vere med på? Noko av det du valde"),
            (json!({ "answers": { "attend": "by-boat" } }), "answers.attend", "Korleis vil du delta? Vel mellom svara"),
            (
                json!({ "answers": { "attend": "in_person" } }),
                "answers.kitchen",
                "Kva må kjøkenet vite? Skriv eit svar",
            ),
            (
                json!({ "answers": { "municipality": "Voldda" } }),
                "answers.municipality",
                "Kommune: Vi veit ikkje sikkert",
            ),
            (json!({ "answers": { "nights": 9 } }), "answers.nights", "Netter: Talet kan vere høgst 3"),
            (json!({ "answers": { "nights": "x\u{0}" } }), "answers.nights", "Netter: Skriv talet med siffer"),
            (
                json!({ "answers": { "shoe_size": 43 } }),
                "answers.shoe_size",
                "shoe_size: Skjemaet har ikkje noko slikt",
            ),
            (
                json!({ "answers": { "wishes": "å".repeat(10_000) } }),
                "answers.wishes",
                "Ønske: Svaret er 10\u{a0}000 teikn",
            ),
        ];
        for (changes, field, sentence) in table {
            let mut body = with(&changes);
            if changes["language"].is_string() {
                body["name"] = json!("Kari");
            }
            let answer = world.api(None, &body).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{changes}");
            assert_eq!(answer.header("content-type"), "application/problem+json");
            let problem = answer.json();
            assert_eq!(problem["status"], 422);
            let errors = problem["errors"].as_array().unwrap();
            let detail = errors.iter().find(|error| error["field"] == field).unwrap_or_else(|| panic!("{problem}"));
            let detail = detail["detail"].as_str().unwrap();
            // An unknown language is told in that of the request.
            let expected = if field == "language" { "Språk i mejlen: Välj nn, nb, sv eller en" } else { sentence };
            assert!(detail.starts_with(expected), "{detail} is not {expected}");
        }
        world.is_untouched().await;
    }
}

#[tokio::test]
async fn what_is_no_sign_up_at_all_is_refused() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let path = format!("{EVENT}/registrations");
        let send = async |content_type: &str, body: &str| {
            let request = Request::post(&path).header("content-type", content_type).header("accept-language", "sv");
            world.send(request.body(Body::from(body.to_owned())).unwrap()).await
        };
        for body in ["", "{", "[]", "\"x\"", "null", "{\"name\":\"\u{0}"] {
            let answer = send("application/json", body).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{body}");
            assert_eq!(answer.json()["title"], "Det här är inte JSON");
        }
        for content_type in ["text/plain", "application/x-www-form-urlencoded", ""] {
            let answer = send(content_type, &kari().to_string()).await;
            assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{content_type}");
            assert_eq!(answer.header("content-type"), "application/problem+json");
        }
        let elsewhere =
            Request::post("/api/v1/events/finst-ikkje/registrations").header("content-type", "application/json");
        let elsewhere = world.send(elsewhere.body(Body::from(kari().to_string())).unwrap()).await;
        assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
        world.host.clock.set(at("2027-03-15T12:00:00Z"));
        let closed = world.api(None, &kari()).await;
        assert_eq!(closed.status, StatusCode::CONFLICT);
        assert_eq!(
            (&closed.json()["title"], &closed.json()["detail"]),
            (&json!("Påmeldinga er stengd"), &json!("Spør arrangøren om det er plass."))
        );
        world.is_untouched().await;
    }
}

#[tokio::test]
async fn answers_of_another_kind_are_named_in_a_whole_sentence() {
    for kind in KINDS {
        let world = World::new(kind).await;
        for answers in [serde_json::json!([]), serde_json::json!("ja"), serde_json::json!(7)] {
            let body = serde_json::json!({"name": "Kari", "email": "kari@x.no", "language": "nn", "answers": answers});
            let answer = world.api(None, &body).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            let error = &answer.json()["errors"][0];
            assert_eq!(error["field"], "answers");
            assert_eq!(error["detail"], "Svara: Send eit JSON-objekt med nøkkelen til kvart spørsmål og svaret på det");
        }
        world.is_untouched().await;
    }
}

/// What is in use stays in memory, where it need not be read again while people sign up.
#[tokio::test]
async fn the_list_of_events_takes_the_room_of_no_event() {
    let world = World::new(KINDS[0]).await;
    let event = crate::world::event();
    assert_eq!(world.get(EVENT).await.status, StatusCode::OK);
    for n in 0..70 {
        let mut other = event.clone();
        other.id = EventId(Uuid::from_u128(1_000 + n));
        other.slug = format!("webinar-{n}");
        for (pool, m) in other.sign_up.pools.iter_mut().zip(0..) {
            pool.id = PoolId(Uuid::from_u128(2_000 + 10 * n + m));
        }
        world.publish(&other).await;
    }
    assert_eq!(world.get("/api/v1/events").await.json().as_array().map(Vec::len), Some(71));
    let gone = snapshot::ActiveModel { snapshot: Set(None), ..Default::default() };
    snapshot::Entity::update_many().set(gone).exec(&world.host.db.write).await.expect("a database");
    assert_eq!(world.get(EVENT).await.status, StatusCode::OK);
    assert_eq!(world.get("/api/v1/events/webinar-0").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_signs_off_several_times_at_once_is_told_so_each_time() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let answer = world.api(Some("k"), &kari()).await.json();
        let token = answer["self_service"].as_str().unwrap().rsplit('/').next().unwrap();
        let path = format!("/api/v1/registrations/{token}");
        let sign_off = || world.send(Request::delete(&path).body(Body::empty()).expect("a request"));
        let answers = tokio::join!(sign_off(), sign_off(), sign_off());
        for answer in [answers.0, answers.1, answers.2] {
            assert_eq!((answer.status, &answer.json()["state"]), (StatusCode::OK, &json!("withdrawn")), "{kind:?}");
        }
    }
}
