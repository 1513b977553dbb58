//! Who was there, as it is noted in the hall, and taken back where it was a mistake.

use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use proto::account::Role;
use tests::visitor::local;
use tests::{CONFERENCE, Visitor, WAYS, World};

const LIST: &str = "/arrangor/pameldingar/bylivkonferansen";

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

/// Searches for somebody in the list, and presses the button beside the name.
async fn note(organiser: &mut Visitor, who: &str, came: &str) {
    let csrf = organiser.get(LIST).await.value("csrf").expect("a form");
    let found = organiser.post(LIST, &[("csrf", &csrf), ("sok", who)]).await;
    let id = found.value("id").expect("somebody with a place");
    let done = organiser.post(&format!("{LIST}/kom"), &[("csrf", &csrf), ("id", &id), ("kom", came)]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.words());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_was_noted_by_mistake_is_not_thanked_for_coming_and_has_no_certificate() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.import("bylivkonferansen.toml", CONFERENCE).await;
        let path = "/pamelding/bylivkonferansen";
        for who in ["kari@example.no", "per@example.no"] {
            let fields = [("name", "Kari Prøve"), ("email", who), ("form", "in_person")];
            let page = world.visitor("nn").fill_in(path, path, &fields).await;
            assert!(page.words().contains("Takk! Du er påmeld."), "{way:?}: {}", page.words());
        }
        world.pass(at("2027-05-11T08:00:00Z") - world.house.clock.now()).await;
        let mut organiser =
            world.organiser("organisator@distriktssenteret.example.no", "distriktssenteret", Role::Editor).await;
        for (who, came) in [("kari@example.no", "ja"), ("per@example.no", "ja"), ("per@example.no", "nei")] {
            note(&mut organiser, who, came).await;
        }
        world.settle().await;
        let file = |who: &str| {
            let link = world.sink.to(who)[0].link("/mi/").expect("the personal link");
            format!("{}/kursbevis.pdf", local(&link))
        };
        let mut visitor = world.visitor("nn");
        assert_eq!(visitor.get(&file("kari@example.no")).await.status, StatusCode::OK, "{way:?}");
        assert_eq!(visitor.get(&file("per@example.no")).await.status, StatusCode::NOT_FOUND, "{way:?}");

        world.pass(at("2027-05-13T13:00:00Z") - world.house.clock.now()).await;
        world.pass(TimeDelta::minutes(1)).await;
        for (who, was_there) in [("kari@example.no", true), ("per@example.no", false)] {
            let letter = world.sink.to(who).pop().expect("a letter");
            assert_eq!(letter.text().contains("Takk for at du var med"), was_there, "{way:?} {who}: {}", letter.text());
            assert_eq!(letter.text().contains("/kursbevis.pdf"), was_there, "{way:?} {who}");
        }
        world.end().await;
    }
}
