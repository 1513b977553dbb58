//! People answer in their calendars, and their places follow.

use axum::http::StatusCode;
use bus::testing::eventually;
use chrono::TimeDelta;
use std::net::SocketAddr;
use tests::post::{AUTHSERV_ID, answer, deliver};
use tests::process::free_port;
use tests::visitor::local;
use tests::{Received, WAYS, Way, Webinar, World};

const SENDER: &str = "arrangement@distriktssenteret.example.no";

/// One place, which Åse has, and Per who waits for it.
async fn full(way: Way) -> (World, SocketAddr, Received) {
    let port = free_port();
    let world = World::begin_with(way, |settings| {
        settings.lmtp = Some(format!("127.0.0.1:{port}"));
        settings.authserv_id = Some(AUTHSERV_ID.to_owned());
    })
    .await;
    world.webinar(&Webinar { capacity: 1, ..Webinar::default() }).await;
    world.sign_up("torg", "Åse Bjørnstad", "ase@kommune.example.no").await;
    world.sign_up("torg", "Per Person", "per@kommune.example.no").await;
    world.settle().await;
    let invitation = world.sink.to("ase@kommune.example.no").remove(0);
    assert_eq!(invitation.method().as_deref(), Some("REQUEST"), "{way:?}");
    assert_eq!(world.sink.to("per@kommune.example.no").len(), 1, "{way:?}: the waiting list");
    (world, SocketAddr::from(([127, 0, 0, 1], port)), invitation)
}

/// What the person's own page says.
async fn page(world: &World, invitation: &Received) -> String {
    let link = invitation.link("/mi/").expect("a link");
    let page = world.visitor("nn").get(&local(&link)).await;
    assert_eq!(page.status, StatusCode::OK);
    page.words()
}

async fn letters_come(world: &World, to: &str, count: usize) {
    eventually(&format!("{count} letters to {to}"), async || world.sink.to(to).len() == count).await;
    world.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_no_in_the_calendar_frees_the_place_after_five_minutes_and_the_next_gets_it() {
    for way in WAYS {
        let (world, door, invitation) = full(way).await;
        deliver(door, "ase@kommune.example.no", SENDER, &answer(&invitation, "DECLINED", "20270111T090001Z")).await;
        world.settle().await;
        let words = page(&world, &invitation).await;
        assert!(words.contains("Du har svart nei i kalenderen din. Vi melder deg av"), "{way:?}: {words}");

        world.pass(TimeDelta::minutes(4)).await;
        assert_eq!(world.sink.to("per@kommune.example.no").len(), 1, "{way:?}: not yet");
        world.pass(TimeDelta::minutes(1)).await;
        letters_come(&world, "ase@kommune.example.no", 2).await;
        letters_come(&world, "per@kommune.example.no", 2).await;
        let receipt = &world.sink.to("ase@kommune.example.no")[1];
        assert_eq!(receipt.method().as_deref(), Some("CANCEL"), "{way:?}");
        assert_eq!(receipt.property("UID"), invitation.property("UID"), "{way:?}");
        let place = &world.sink.to("per@kommune.example.no")[1];
        assert_eq!(place.subject(), "Du har fått plass: Torget som møteplass", "{way:?}");
        assert_eq!(place.method().as_deref(), Some("REQUEST"), "{way:?}");

        // A yes now is too late, and says where to sign up.
        deliver(door, "ase@kommune.example.no", SENDER, &answer(&invitation, "ACCEPTED", "20270111T090600Z")).await;
        letters_come(&world, "ase@kommune.example.no", 3).await;
        let told = &world.sink.to("ase@kommune.example.no")[2];
        assert_eq!(told.subject(), "Du er ikkje påmeld: Torget som møteplass", "{way:?}");
        assert_eq!(told.method(), None, "{way:?}");
        world.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_no_that_is_taken_back_within_five_minutes_changes_nothing() {
    for way in WAYS {
        let (world, door, invitation) = full(way).await;
        deliver(door, "ase@kommune.example.no", SENDER, &answer(&invitation, "DECLINED", "20270111T090001Z")).await;
        world.settle().await;
        world.pass(TimeDelta::minutes(4)).await;
        deliver(door, "ase@kommune.example.no", SENDER, &answer(&invitation, "ACCEPTED", "20270111T090400Z")).await;
        world.settle().await;
        world.pass(TimeDelta::minutes(10)).await;
        assert_eq!(world.sink.to("ase@kommune.example.no").len(), 1, "{way:?}");
        assert_eq!(world.sink.to("per@kommune.example.no").len(), 1, "{way:?}");
        let words = page(&world, &invitation).await;
        assert!(words.contains("Svar frå kalenderen din Ja"), "{way:?}: {words}");
        world.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_no_that_somebody_else_may_have_sent_asks_the_person() {
    for way in WAYS {
        let (world, door, invitation) = full(way).await;
        let forged = answer(&invitation, "DECLINED", "20270111T090001Z").replace(AUTHSERV_ID, "mx.evil.example");
        deliver(door, "evil@evil.example", SENDER, &forged).await;
        letters_come(&world, "ase@kommune.example.no", 2).await;
        world.pass(TimeDelta::minutes(10)).await;
        assert_eq!(world.sink.to("per@kommune.example.no").len(), 1, "{way:?}: the place is taken");
        let asked = &world.sink.to("ase@kommune.example.no")[1];
        assert_eq!(asked.subject(), "Vil du melde deg av? Torget som møteplass", "{way:?}");
        let link = local(&asked.link("/meld-av").expect("a link"));
        world.visitor("nn").fill_in(&link, &link, &[]).await;
        letters_come(&world, "per@kommune.example.no", 2).await;
        world.end().await;
    }
}
