//! An event that is only for those whom organisers invite by name: a letter to each, what they answer, and that it is all deleted.

use axum::http::StatusCode;
use bus::testing::eventually;
use chrono::TimeDelta;
use proto::account::Role;
use sea_orm::{ConnectionTrait, Statement};
use tests::visitor::{Page, Visitor};
use tests::{WAYS, Webinar, World};

const LIST: &str = "/arrangor/pameldingar/torg/invitasjonar";
const PEOPLE: &str = "Kari Nordmann <kari@example.no>, Volda kommune\nOla <ola@example.no>\nper@example.no";

/// Sends what a page asks about: whoever was shown, and nobody else.
async fn confirmed(organiser: &mut Visitor, path: &str) -> Page {
    let sett = organiser.get(path).await.value("sett").expect("what was shown");
    organiser.fill_in(path, path, &[("sett", &sett)]).await
}

/// How many people the invitations of the house tell anything of.
async fn known(world: &World) -> i64 {
    let db = &world.db("registration").write;
    let asked = "SELECT COUNT(*) AS n FROM invitation WHERE email <> '' OR name <> '' OR address IS NOT NULL";
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), asked)).await.expect("an answer");
    row.expect("a row").try_get("", "n").expect("a number")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_are_invited_and_one_comes_one_cannot_and_one_is_reminded() {
    for way in [WAYS[0], WAYS[3]] {
        let world = World::begin(way).await;
        world.webinar(&Webinar { sign_up: "[sign_up.closed]", ..Webinar::default() }).await;
        let mut organiser =
            world.organiser("organisator@distriktssenteret.example.no", "distriktssenteret", Role::Editor).await;
        // Written down, shown, and let go; nobody is written to before that.
        let new = format!("{LIST}/nye");
        let typed = [("people", PEOPLE), ("language", "nn")];
        let shown = organiser.fill_in(&new, &new, &typed).await;
        let sett = shown.value("sett").expect("what was shown");
        let held =
            organiser.fill_in(&new, &new, &[&typed[..], &[("sett", sett.as_str()), ("do", "hold")]].concat()).await;
        assert!(held.words().contains("Send invitasjonar (3)"), "{way:?}: {}", held.words());
        world.settle().await;
        let all = ["kari@example.no", "ola@example.no", "per@example.no"];
        assert_eq!(all.map(|email| world.sink.to(email).len()), [0, 0, 0], "{way:?}");
        confirmed(&mut organiser, &format!("{LIST}/send")).await;
        world.settle().await;
        assert_eq!(all.map(|email| world.sink.to(email).len()), [1, 1, 1], "{way:?}");
        // Kari comes, Ola cannot, Per says nothing, and nobody else comes in.
        let link = |email| world.sink.link(email, "/invitert/").expect("a link");
        let form = link("kari@example.no");
        let token = form.rsplit('/').next().expect("a token").to_owned();
        let (kari, email) = (("name", "Kari Nordmann"), ("email", "kari@example.no"));
        let fields = [kari, email, ("q-municipality", "Volda"), ("invitasjon", token.as_str())];
        let answer = world.visitor("nn").fill_in(&form, "/pamelding/torg", &fields).await;
        assert!(answer.words().contains("Du er påmeld"), "{way:?}: {}", answer.words());
        let no = format!("{}/nei", link("ola@example.no"));
        world.visitor("nn").fill_in(&no, &no, &[("reason", "Bortreist")]).await;
        let others = world.sign_up_refused("torg").await;
        assert!(others.contains("berre for inviterte"), "{way:?}: {others}");
        world.settle().await;
        let kari = world.sink.to("kari@example.no");
        assert_eq!(kari.len(), 2, "{way:?}");
        assert_eq!((kari[0].method(), kari[1].method().as_deref()), (None, Some("REQUEST")), "{way:?}");
        // Only Per is reminded.
        confirmed(&mut organiser, &format!("{LIST}/minn")).await;
        world.settle().await;
        assert_eq!(all.map(|email| world.sink.to(email).len()), [2, 1, 2], "{way:?}");
        assert!(world.sink.to("per@example.no")[1].subject().starts_with("Påminning om invitasjon"), "{way:?}");
        let list = organiser.get(LIST).await;
        for tab in ["Påmelde (1)", "Har takka nei (1)", "Har ikkje svart (1)"] {
            assert!(list.words().contains(tab), "{way:?}, {tab}: {}", list.words());
        }
        // What is taken back opens nothing.
        let silent = organiser.get(&format!("{LIST}?status=silent")).await;
        let id = silent.value("id").expect("Per");
        organiser.fill_in(LIST, LIST, &[("do", "take-back"), ("id", &id)]).await;
        let gone = world.visitor("nn").get(&link("per@example.no")).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND, "{way:?}");
        // A month after the event nothing tells who was invited.
        assert_eq!(known(&world).await, 3, "{way:?}");
        world.pass(TimeDelta::days(100)).await;
        eventually("everybody who was invited is deleted", async || known(&world).await == 0).await;
        world.end().await;
    }
}
