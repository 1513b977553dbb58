//! What an owner finds, gives out and deletes of somebody who asks.

use crate::world::{FORM, World, right};
use axum::http::StatusCode;
use bus::testing::said_of;
use host::testing::KINDS;
use proto::account::Role;
use proto::person::{PersonErased, PersonErasureAsked};
use registration::hears::Registrations;
use registration::store::erasure::{self, Why};
use registration::store::person_ask::{self, What};
use sea_orm::EntityTrait;

const PAGE: &str = "/arrangor/personar/distriktssenteret";
const OWN: &str = "distriktssenteret";

#[tokio::test]
async fn an_owner_finds_gives_out_and_deletes_what_their_organisation_holds() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let fields = right(&[("name", "Kari Nordmann"), ("email", "Kari@kommune.no"), ("q-kitchen", "Glutenfri")]);
        assert_eq!(world.post(FORM, &fields).await.status, StatusCode::SEE_OTHER);
        let send = async |more: &[(&str, &str)]| {
            let fields = [&[("email", "kari@KOMMUNE.no "), ("why", "Sak 26/1")], more].concat();
            world.post_as(PAGE, OWN, Role::Owner, &fields).await
        };

        let found = send(&[("do", "find")]).await;
        assert_eq!(found.status, StatusCode::OK);
        found.says("Levande sentrum");
        found.says("Ja, slett alt om denne personen");
        let nobody =
            world.post_as(PAGE, OWN, Role::Owner, &[("email", "x@y.no"), ("why", "Sak 26/1"), ("do", "find")]).await;
        assert_eq!(nobody.status, StatusCode::OK);
        nobody.says("ingen påmeldingar");
        let file = send(&[("do", "take")]).await;
        assert_eq!(file.json()["sign_ups"][0]["sensitive_answers"]["kitchen"]["value"], "Glutenfri");
        assert_eq!(file.header("cache-control"), "no-store");

        let unsure = send(&[("do", "erase")]).await;
        assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
        unsure.says("Kryss av for at alt om personen skal slettast");
        assert_eq!(world.rows().await[0].erased_at, None);
        let done = send(&[("do", "erase"), ("sure", "ja")]).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, &*format!("{PAGE}?sletta=1")));
        assert!(world.rows().await[0].erased_at.is_some());
        send(&[("do", "find")]).await.says("ingen påmeldingar");
        let receipts = erasure::Entity::find().all(&world.host.db.read).await.unwrap();
        assert_eq!(receipts.iter().map(|row| row.why).collect::<Vec<_>>(), [Why::ByOrganiser]);

        // Others hear whom it is about, and what they answer is added up.
        let asked = said_of::<PersonErasureAsked>(&world.host.db).await.pop().expect("a message");
        assert_eq!((asked.organisation.as_str(), asked.email.as_str()), (OWN, "kari@KOMMUNE.no"));
        for amount in [2, 1] {
            let answer = PersonErased { ask_id: asked.ask_id, amount };
            bus::testing::hear(&Registrations, &world.host, answer).await.expect("an answer");
        }
        let log = person_ask::latest(&world.host.db.read, OWN, 10).await.unwrap();
        let log: Vec<_> = log.iter().rev().map(|row| (row.what, row.sign_ups, row.elsewhere)).collect();
        let found = |amount| (What::Found, amount, None);
        assert_eq!(log, [found(1), found(0), (What::Taken, 1, None), (What::Erased, 1, Some(3)), found(0)]);
        world.get_as(PAGE, OWN, Role::Owner).await.says_not("kari");
    }
}

#[tokio::test]
async fn nobody_reaches_what_belongs_to_others_or_looks_up_a_list() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Kari", "kari@kommune.no").await;
        for (organisation, role) in
            [(OWN, Role::Editor), (OWN, Role::Reader), ("byliv", Role::Owner), ("x", Role::Owner)]
        {
            assert_eq!(world.get_as(PAGE, organisation, role).await.status, StatusCode::NOT_FOUND);
            let sent = world.post_as(PAGE, organisation, role, &[("email", "kari@kommune.no"), ("why", "a")]).await;
            assert_eq!(sent.status, StatusCode::NOT_FOUND, "{organisation} {role:?}");
        }
        for (email, why, says) in [
            ("kari", "Sak", "Skriv e-postadressa"),
            ("kari@kommune.no", " ", "Skriv kvifor du spør"),
            ("a b@c.no", "Sak", "Skriv e-post"),
        ] {
            let wrong = world.post_as(PAGE, OWN, Role::Owner, &[("email", email), ("why", why), ("do", "find")]).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
            wrong.says(says);
        }
        let ask = async || {
            let fields = [("email", "kari@kommune.no"), ("why", "Sak"), ("do", "find")];
            world.post_as(PAGE, OWN, Role::Owner, &fields).await.status
        };
        for _ in 0..30 {
            assert_eq!(ask().await, StatusCode::OK);
        }
        assert_eq!(ask().await, StatusCode::UNPROCESSABLE_ENTITY);
        world.host.clock.advance(chrono::TimeDelta::minutes(61));
        assert_eq!(ask().await, StatusCode::OK);
    }
}
