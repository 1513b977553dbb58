//! Sensitive answers as they lie in the database: sealed, each for its own row and question.

use crate::erasing::{answering, event};
use crate::world::{World, form, on_both};
use host::{Host, Settings, Vault};
use proto::RegistrationId;
use registration::answers::{Answer, Answers};
use registration::clock::seal;
use registration::store::sensitive_answer::{self, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

const FIRST: &str = "another-key-for-tests-long-enough-too";
const NEXT: &str = "the-next-key-for-tests-long-enough-too";

fn vault(keys: &str) -> Vault {
    let settings =
        Settings { answers_key: Some(keys.to_owned()), ..Settings::defaults().expect("the defaults are whole") };
    Vault::of(&settings).expect("keys")
}

async fn row(world: &World, id: RegistrationId) -> Model {
    Entity::find_by_id(id.0).one(&world.host.db.read).await.expect("a database").expect("a row")
}

async fn signed_up(world: &World) -> RegistrationId {
    world.sign_up(&event(), form(&[answering("kari")])).await.remove(0).id
}

async fn answer(world: &World, vault: &Vault, id: RegistrationId) -> Result<Option<Answers>, sea_orm::DbErr> {
    sensitive_answer::of(&world.host.db.read, vault, id.0).await
}

fn gluten_free() -> Answers {
    Answers([("mat".to_owned(), Answer::Text("Glutenfri".to_owned()))].into())
}

on_both! {
    async fn whoever_has_the_database_alone_cannot_read_them(kind) {
        let world = World::with(kind, &event()).await;
        let kari = signed_up(&world).await;
        let kept = row(&world, kari).await;
        assert!(!format!("{kept:?}").contains("Glutenfri"), "{kept:?}");
        assert_eq!(kept.answers, json!({}));
        assert_eq!(kept.sealed_with.as_deref(), vault(FIRST).seals_with());
        assert_eq!(answer(&world, &world.host.vault, kari).await.expect("it opens"), Some(gluten_free()));
        assert!(answer(&world, &vault(NEXT), kari).await.is_err());
    }

    async fn moved_to_another_person_or_question_they_cannot_be_opened(kind) {
        let world = World::with(kind, &event()).await;
        let kari = signed_up(&world).await;
        let ola = world.sign_up(&event(), form(&[answering("ola")])).await.remove(0).id;
        let (karis, olas) = (row(&world, kari).await, row(&world, ola).await);
        let sealed = karis.sealed.expect("sealed");
        for (moved, to) in [(sealed.clone(), ola), (json!({ "tilkomst": sealed["mat"] }), kari)] {
            let there = Entity::update_many().col_expr(Column::Sealed, Expr::value(moved));
            there.filter(Column::RegistrationId.eq(to.0)).exec(&world.host.db.write).await.expect("written");
            assert!(answer(&world, &world.host.vault, to).await.is_err());
        }
        assert_ne!(olas.sealed, Some(sealed));
    }

    async fn what_was_kept_before_is_read_and_then_sealed(kind) {
        let world = World::with(kind, &event()).await;
        let kari = signed_up(&world).await;
        // As a release wrote it that did not seal: what lies beside it is older.
        let before = json!({ "mat": { "type": "text", "value": "Utan nøtter" } });
        let plain = Entity::update_many().col_expr(Column::Answers, Expr::value(before));
        plain.exec(&world.host.db.write).await.expect("written");
        let wanted = Answers([("mat".to_owned(), Answer::Text("Utan nøtter".to_owned()))].into());
        assert_eq!(answer(&world, &world.host.vault, kari).await.expect("it is read"), Some(wanted.clone()));
        let unlike = || sensitive_answer::unlike(&world.host.db.read, &world.host.vault);
        assert_eq!(unlike().await.expect("counted"), (0, 1));
        seal(world.host.host.clone()).await.expect("sealed");
        assert_eq!(unlike().await.expect("counted"), (0, 0));
        assert!(!format!("{:?}", row(&world, kari).await).contains("nøtter"));
        assert_eq!(answer(&world, &world.host.vault, kari).await.expect("it opens"), Some(wanted));
    }

    async fn a_key_is_replaced_by_the_one_before_it(kind) {
        let world = World::with(kind, &event()).await;
        let kari = signed_up(&world).await;
        let both = vault(&format!("{NEXT},{FIRST}"));
        assert_eq!(answer(&world, &both, kari).await.expect("it opens"), Some(gluten_free()));
        let next = vault(NEXT);
        let unlike = || sensitive_answer::unlike(&world.host.db.read, &next);
        assert_eq!(unlike().await.expect("counted"), (1, 0));
        seal(Host { vault: both, ..world.host.host.clone() }).await.expect("sealed");
        assert_eq!(unlike().await.expect("counted"), (0, 0));
        assert_eq!(answer(&world, &next, kari).await.expect("it opens"), Some(gluten_free()));
        assert!(answer(&world, &world.host.vault, kari).await.is_err(), "the old one is of no use any more");
    }
}
