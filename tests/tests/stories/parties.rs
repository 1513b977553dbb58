//! People who sign up together.

use tests::visitor::local;
use tests::{WAYS, Webinar, World};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_one_place_after_another_is_freed_exactly_as_many_move_up() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.webinar(&Webinar { capacity: 3, ..Webinar::default() }).await;
        let people = ["a", "b", "c", "d", "e", "f", "g"];
        for person in people {
            world.sign_up("torg", person, &format!("{person}@example.no")).await;
        }
        world.settle().await;
        for person in &people[..3] {
            let manage = world.sink.to(&format!("{person}@example.no"))[0].link("/mi/").expect("a link");
            let path = format!("{}/meld-av", local(&manage));
            world.visitor("nn").fill_in(&path, &path, &[]).await;
        }
        world.settle().await;
        let subjects = |person: &str| -> Vec<String> {
            world.sink.to(&format!("{person}@example.no")).iter().map(tests::Received::subject).collect()
        };
        for person in &people[3..6] {
            assert_eq!(subjects(person).last().unwrap(), "Du har fått plass: Torget som møteplass", "{way:?} {person}");
        }
        assert_eq!(subjects("g"), ["Du står på venteliste: Torget som møteplass"], "{way:?}");
        world.end().await;
    }
}
