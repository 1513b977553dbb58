//! What operators see of messages that were set aside, and what nobody else does.

use axum::http::StatusCode;
use chrono::TimeDelta;
use host::access::{Access, COOKIE, seal};
use proto::account::{Membership, Role, SignInRequested};
use proto::{AccountId, Envelope, Language, MessageId, SignInId};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use tests::world::WAYS;
use tests::{Visitor, World};
use uuid::Uuid;

const MAIL: &str = "/drift/mail";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_operator_sees_what_was_set_aside_and_has_it_tried_once_more() {
    for way in WAYS {
        let world = World::begin(way).await;
        let (good, crooked) = envelopes(&world);
        say(&world, &good, crooked).await;
        bus::testing::eventually("it is set aside", || async {
            !bus::set_aside(world.db("mail")).await.expect("the messages").is_empty()
        })
        .await;

        let mut operator = browser(&world, true);
        let words = operator.get(MAIL).await.words();
        for told in [
            "Drift: brev",
            "sign_in.requested.v1",
            &good.id.to_string(),
            "data does not fit",
            "Alle brev frå dei siste",
        ] {
            assert!(words.contains(told), "{way:?}: {told} in {words}");
        }
        assert!(!words.contains("kari@") && !words.contains("token"), "{words}");
        let parked = if way.broker { "Meldingar som ikkje kunne lagrast Ingen " } else { "utan meldingstenar" };
        assert!(words.contains(parked), "{way:?}: {words}");

        // One: it is tried, and comes back as it is.
        let id = good.id.to_string();
        let page = operator.fill_in(MAIL, MAIL, &[("melding", &id)]).await;
        assert!(page.words().contains("Éi melding blir prøvd på nytt."), "{way:?}: {}", page.words());
        bus::testing::eventually("it is set aside again", || async {
            bus::set_aside(world.db("mail")).await.expect("the messages").first().is_some_and(|found| found.tries == 1)
        })
        .await;
        let missed = operator.fill_in(MAIL, MAIL, &[("melding", &Uuid::now_v7().to_string())]).await;
        assert!(missed.words().contains("ingen slik melding"), "{}", missed.words());

        // All of a kind, when the cause is put right.
        put_right(&world, &good).await;
        let page = operator.fill_in(MAIL, MAIL, &[("slag", "sign_in.requested.v1")]).await;
        assert!(page.words().contains("Éi melding blir prøvd på nytt."), "{way:?}: {}", page.words());
        world.settle().await;
        let page = operator.get(MAIL).await.words();
        assert!(page.contains("Ingen meldingar er lagde til side."), "{way:?}: {page}");
        for service in migrations::SERVICES {
            let page = operator.get(&format!("/drift/{service}")).await;
            assert_eq!(page.status, StatusCode::OK, "{service}");
        }
        world.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn for_everybody_else_there_is_no_such_page() {
    let world = World::begin(WAYS[0]).await;
    let mut owner = browser(&world, false);
    let mut stranger = world.visitor("nn");
    for service in migrations::SERVICES {
        let page = format!("/drift/{service}");
        assert_eq!(owner.get(&page).await.status, StatusCode::NOT_FOUND, "{page}");
        assert_eq!(owner.post(&page, &[("slag", "sign_in.requested.v1")]).await.status, StatusCode::NOT_FOUND);
        let sent = stranger.get(&page).await;
        assert!(sent.location.is_some_and(|to| to.starts_with("/arrangor/logg-inn?til=")), "{page}");
    }
    let mut operator = browser(&world, true);
    assert_eq!(operator.get("/drift/nothing").await.status, StatusCode::NOT_FOUND);
    let forged = operator.post(MAIL, &[("slag", "sign_in.requested.v1")]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN, "a form of somebody else");
    world.end().await;
}

/// A browser of somebody who owns everything in an organisation, and runs the installation or not.
fn browser(world: &World, operator: bool) -> Visitor {
    let access = Access {
        account: AccountId(Uuid::now_v7()),
        email: None,
        session: Uuid::now_v7(),
        roles: vec![Membership { organisation: "distriktssenteret".to_owned(), role: Role::Owner }],
        events: Vec::new(),
        operator,
        expires_at: world.house.clock.now() + TimeDelta::minutes(10),
    };
    let mut browser = world.visitor("nn");
    browser.carry(COOKIE, seal(&world.house.keys, &access));
    browser
}

/// A message as it should be, and as a mistaken release says it.
fn envelopes(world: &World) -> (Envelope, String) {
    let now = world.house.clock.now();
    let asked = SignInRequested {
        sign_in_id: SignInId(Uuid::now_v7()),
        account_id: AccountId(Uuid::now_v7()),
        organisation: "distriktssenteret".to_owned(),
        email: "kari@example.no".to_owned(),
        language: Language::Nn,
        expires_at: now - TimeDelta::minutes(1),
        invited: false,
    };
    let good = Envelope::seal(&asked, "portal", MessageId(Uuid::now_v7()), now).expect("an envelope");
    let mut crooked = serde_json::to_value(&good).expect("JSON");
    crooked["data"].as_object_mut().expect("data").remove("expires_at");
    (good, crooked.to_string())
}

/// The portal has said it, and it is to be carried.
async fn say(world: &World, good: &Envelope, written: String) {
    let now = world.house.clock.now();
    let row = Query::insert()
        .into_table("outbox")
        .columns(["id", "name", "envelope", "said_at", "tries", "due"])
        .values_panic([good.id.0.into(), good.name.clone().into(), written.into(), now.into(), 0.into(), now.into()])
        .to_owned();
    world.db("portal").write.execute(&row).await.expect("it is said");
}

/// As if a newer release understood it.
async fn put_right(world: &World, good: &Envelope) {
    let written = serde_json::to_string(good).expect("JSON");
    let row =
        Query::update().table("inbox").value("envelope", written).and_where(Expr::col("id").eq(good.id.0)).to_owned();
    world.db("mail").write.execute(&row).await.expect("it is put right");
}
