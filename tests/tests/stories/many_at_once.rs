//! Everybody at twelve o'clock.

use futures::StreamExt;
use serde_json::json;
use std::collections::BTreeSet;
use tests::{WAYS, Webinar, World};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_thousand_at_once_for_five_hundred_places() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.webinar(&Webinar { capacity: 500, ..Webinar::default() }).await;
        let answers: Vec<(String, u64)> = futures::stream::iter(0..2_000)
            .map(|n| {
                let mut visitor = world.visitor("nn");
                async move {
                    let body = json!({
                        "name": format!("Person {n}"),
                        "email": format!("p{n}@example.no"),
                        "language": "nn",
                        "answers": { "municipality": "1577" },
                        "choices": [],
                    });
                    let path = "/api/v1/events/torg/registrations";
                    let key = format!("key-{n}");
                    let mut tries = 0;
                    let (status, answer) = loop {
                        let (status, answer) = visitor.json(axum::http::Method::POST, path, Some(&key), &body).await;
                        tries += 1;
                        // Nothing has been promised yet: the same key may come again.
                        if status != 503 || tries == 20 {
                            break (status, answer);
                        }
                    };
                    assert_eq!(status, 201, "{answer}");
                    let state = answer["state"].as_str().expect("a state").to_owned();
                    (state, answer["position"].as_u64().unwrap_or_default())
                }
            })
            .buffer_unordered(256)
            .collect()
            .await;
        let held = answers.iter().filter(|(state, _)| state == "admitted").count();
        assert_eq!(held, 500, "{way:?}");
        let positions: BTreeSet<u64> =
            answers.iter().filter(|(state, _)| state == "waiting").map(|(_, position)| *position).collect();
        assert_eq!(positions, (1..=1_500).collect(), "{way:?}: every place in the queue once");

        // One letter each, and it says what the page said.
        world.settle_within(std::time::Duration::from_secs(240)).await;
        let letters = world.sink.letters();
        assert_eq!(letters.len(), 2_000, "{way:?}");
        let invited = letters.iter().filter(|letter| letter.subject().starts_with("Du er påmeld")).count();
        assert_eq!(invited, 500, "{way:?}");
        let people: BTreeSet<&str> = letters.iter().map(|letter| letter.recipient.as_str()).collect();
        assert_eq!(people.len(), 2_000, "{way:?}");
        world.end().await;
    }
}
