use super::world::{FILE, MEETING, SLUG, World, at, registration, world};
use crate::store::attendance;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use host::Purpose;
use host::testing::KINDS;
use proto::event::EventPublished;
use proto::registration::{
    Change, Registration, RegistrationChanged, RegistrationWaitlisted, RegistrationWithdrawn, State, Withdrawal,
};
use proto::webinar::{WebinarFollowed, WebinarJoined};
use proto::{Language, Message};
use sea_orm::EntityTrait;
use uuid::Uuid;

const DURING: &str = "2027-03-16T09:10:00Z";

async fn joined(world: &World) -> Vec<WebinarJoined> {
    bus::testing::said_of(&world.host.db).await
}

/// Pressing the button leads nowhere and counts nothing; the page says so with this key, also before.
async fn check_kept_out(world: &World, path: &str, status: StatusCode, key: &str) {
    let before = joined(world).await.len();
    for answer in [world.get(path).await, world.press(path).await] {
        assert_eq!(answer.status, status, "{key}");
        let words = world.host.text.word(Language::Nn, key, &[]);
        assert!(answer.text.contains(&words), "the page does not say {words:?}: {}", answer.text);
        assert!(!answer.text.contains("mote.example.org"), "the page tells where the meeting is");
        assert!(!answer.text.contains("<form"), "there is a button");
        assert_eq!(answer.header(header::LOCATION), "");
    }
    assert_eq!(joined(world).await.len(), before);
}

#[tokio::test]
async fn the_doors_open_before_the_start_and_close_after_the_end() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.published().await;
        let person = world.admitted(event.id).await;
        let path = world.join_path(&person);
        let (early, over) = ("webinar-door-early", "webinar-door-over");
        for (now, key) in [
            ("2027-01-11T09:00:00Z", early),
            ("2027-03-16T08:39:59Z", early),
            ("2027-03-16T11:30:00Z", over),
            ("2027-04-01T09:00:00Z", over),
        ] {
            world.host.clock.set(at(now));
            check_kept_out(&world, &path, StatusCode::OK, key).await;
        }
        world.host.clock.set(at("2027-01-11T09:00:00Z"));
        assert!(world.get(&path).await.text.contains("tysdag 16. mars 2027 kl. 09.40"));
        for now in ["2027-03-16T08:40:00Z", DURING, "2027-03-16T11:29:59Z"] {
            world.host.clock.set(at(now));
            let page = world.get(&path).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.text.contains("Bli med på Torget som arbeidsplass") && page.text.contains("<form"));
            assert_eq!(world.press(&path).await.status, StatusCode::SEE_OTHER, "{now}");
        }
    }
}

#[tokio::test]
async fn looking_counts_nothing_and_pressing_leads_on() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.published().await;
        let person = world.admitted(event.id).await;
        let path = world.join_path(&person);
        world.host.clock.set(at(DURING));
        for method in [Method::GET, Method::HEAD] {
            let page = world.ask(Request::builder().method(method).uri(&path).body(Body::empty()).unwrap()).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(!page.text.contains("mote.example.org"));
            assert!(page.headers.iter().all(|(_, value)| !value.to_str().unwrap().contains("mote.example.org")));
            assert_eq!(page.header(header::REFERRER_POLICY), "no-referrer");
            assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
        }
        assert_eq!(joined(&world).await, []);

        let led = world.press(&path).await;
        assert_eq!((led.status, led.header(header::LOCATION)), (StatusCode::SEE_OTHER, MEETING));
        assert_eq!(led.header(header::REFERRER_POLICY), "no-referrer");
        assert_eq!(led.header(header::CACHE_CONTROL), "no-store");
        let said = WebinarJoined { registration_id: person.id, event_id: event.id, at: at(DURING) };
        assert_eq!(joined(&world).await, [said]);
        for envelope in world.said().await {
            assert!(!envelope.data.to_string().contains("mote.example.org"), "{}", envelope.name);
        }
    }
}

#[tokio::test]
async fn the_page_that_leads_out_is_as_strict_as_the_others_otherwise() {
    let world = world(KINDS[0]).await;
    let event = world.published().await;
    let path = world.join_path(&world.admitted(event.id).await);
    let usual = world.get(&format!("/webinar/{SLUG}")).await;
    world.host.clock.set(at(DURING));
    let leading = world.get(&path).await;
    assert_eq!(
        leading.header(header::CONTENT_SECURITY_POLICY),
        usual.header(header::CONTENT_SECURITY_POLICY).replace("form-action 'self'", "form-action 'self' https:"),
    );
}

#[tokio::test]
async fn who_presses_often_or_at_once_has_come_once() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.published().await;
        let person = world.admitted(event.id).await;
        let path = world.join_path(&person);
        world.host.clock.set(at(DURING));
        let answers = futures::future::join_all((0..5).map(|_| world.press(&path))).await;
        for _ in 0..5 {
            assert_eq!(world.press(&path).await.status, StatusCode::SEE_OTHER);
        }
        assert!(answers.iter().all(|answer| answer.status == StatusCode::SEE_OTHER));
        assert_eq!(joined(&world).await.len(), 1);
        let row = attendance::Entity::find_by_id(person.id.0).one(&world.host.db.read).await.unwrap().unwrap();
        assert_eq!((row.times, row.joined_at), (10, at(DURING)));
        let names: Vec<_> = world.said().await.into_iter().map(|envelope| envelope.name).collect();
        assert_eq!(names, [EventPublished::NAME, WebinarFollowed::NAME, WebinarJoined::NAME]);
    }
}

#[tokio::test]
async fn only_the_newest_join_link_of_this_webinar_opens() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.published().await;
        let person = world.admitted(event.id).await;
        let keys = &world.host.keys;
        world.host.clock.set(at(DURING));
        let stranger = Uuid::now_v7();
        let tokens = [
            keys.token(Purpose::Manage, person.id.0, 1),
            keys.token(Purpose::Feed, person.id.0, 1),
            keys.token(Purpose::Join, person.id.0, 0),
            keys.token(Purpose::Join, person.id.0, 2),
            keys.token(Purpose::Join, stranger, 1),
            "ikkje-ei-lenkje".to_owned(),
            "A".repeat(46),
        ];
        for token in tokens {
            let path = format!("/webinar/{SLUG}/delta/{token}");
            check_kept_out(&world, &path, StatusCode::NOT_FOUND, "webinar-door-unknown").await;
        }
        let raised = Registration { generation: 2, revision: 2, ..person.clone() };
        world.hear(RegistrationChanged { registration: raised.clone(), what: Change::Details }).await;
        check_kept_out(&world, &world.join_path(&person), StatusCode::NOT_FOUND, "webinar-door-unknown").await;
        assert_eq!(world.press(&world.join_path(&raised)).await.status, StatusCode::SEE_OTHER);

        let other = FILE.replace(SLUG, "eit-anna").replace("key = \"verkstad\"", "key = \"anna\"");
        world.import(&other).await;
        let elsewhere = world.join_path(&raised).replace(SLUG, "eit-anna");
        check_kept_out(&world, &elsewhere, StatusCode::NOT_FOUND, "webinar-door-unknown").await;
        assert_eq!(world.get("/webinar/finst-ikkje/delta/x").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn without_a_place_or_a_webinar_the_page_says_why() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.published().await;
        world.host.clock.set(at(DURING));
        let waiting = registration(event.id, 1, State::Waiting);
        world.hear(RegistrationWaitlisted { registration: waiting.clone(), position: 1 }).await;
        let path = world.join_path(&waiting);
        check_kept_out(&world, &path, StatusCode::FORBIDDEN, "webinar-door-waiting").await;

        let gone = Registration { revision: 2, state: State::Withdrawn, ..waiting };
        world.hear(RegistrationWithdrawn { registration: gone, why: Withdrawal::ByPerson, declined: None }).await;
        check_kept_out(&world, &path, StatusCode::FORBIDDEN, "webinar-door-withdrawn").await;

        let person = world.admitted(event.id).await;
        world.import(&format!("cancelled = true\n{FILE}")).await;
        check_kept_out(&world, &world.join_path(&person), StatusCode::OK, "webinar-cancelled").await;
    }
}
