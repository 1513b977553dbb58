//! People who sign up for the conference through the API, each for five sessions.

use crate::conference::{Running, SIZE};
use crate::table::{Spread, rate};
use reqwest::Client;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tests::Conference;

const CHOSEN: u32 = 5;

pub(crate) struct Crowd {
    client: Client,
    url: String,
    /// The sessions of each slot of each day, by room.
    slots: Vec<Vec<Value>>,
    next: AtomicUsize,
}

/// What those met who signed up for a while.
pub(crate) struct Met {
    pub(crate) rate: f64,
    pub(crate) spread: Spread,
    /// How often somebody was told to come again later.
    pub(crate) turned_away: usize,
}

impl Crowd {
    /// Waits until one can sign up.
    pub(crate) async fn of(running: &Running) -> Self {
        let client = Client::builder().pool_max_idle_per_host(64).build().expect("a client");
        let event = running.url("registration", &format!("/api/v1/events/{}", Conference::SLUG));
        let begun = Instant::now();
        let choices = loop {
            let answer = client.get(&event).send().await.expect("an answer");
            if answer.status().is_success() {
                break answer.json::<Value>().await.expect("JSON")["choices"].clone();
            }
            assert!(begun.elapsed() < Duration::from_secs(60), "sign-up does not open");
            tokio::time::sleep(Duration::from_millis(50)).await;
        };
        let ids: BTreeMap<&str, &Value> = choices
            .as_array()
            .expect("a list")
            .iter()
            .map(|choice| (choice["label"]["nn"].as_str().expect("a title"), &choice["id"]))
            .collect();
        let mut slots: Vec<Vec<Value>> = Vec::new();
        for (day, slot, room) in SIZE.places_and_times() {
            if room == 0 {
                slots.push(Vec::new());
            }
            let id = ids[Conference::title(day, slot, room).as_str()].clone();
            slots.last_mut().expect("one was begun").push(id);
        }
        Self { client, url: format!("{event}/registrations"), slots, next: AtomicUsize::new(0) }
    }

    /// So many people, signed up by so many clients.
    pub(crate) async fn sign_up(&mut self, people: usize, clients: usize) -> (f64, Spread) {
        let (first, begun) = (self.next.load(Ordering::Relaxed), Instant::now());
        let met = self.come(clients, |number| number < first + people).await;
        assert_eq!(met.turned_away, 0, "nobody is turned away");
        (rate(people, begun.elapsed()), met.spread)
    }

    /// So many clients sign people up as long as `more` says so of the number of the next.
    pub(crate) async fn come(&self, clients: usize, more: impl Fn(usize) -> bool) -> Met {
        let (times, away, begun) = (Mutex::new(Vec::new()), AtomicUsize::new(0), Instant::now());
        let workers = (0..clients).map(|_| async {
            loop {
                let number = self.next.fetch_add(1, Ordering::Relaxed);
                if !more(number) {
                    self.next.fetch_sub(1, Ordering::Relaxed);
                    return;
                }
                let (body, asked) = (self.person(number), Instant::now());
                let answer = self.client.post(&self.url).json(&body).send().await.expect("an answer");
                let status = answer.status().as_u16();
                let answer = answer.text().await.expect("a body");
                times.lock().expect("nobody panicked").push(asked.elapsed());
                match status {
                    201 => {}
                    503 => drop(away.fetch_add(1, Ordering::Relaxed)),
                    _ => panic!("{status}: {answer}"),
                }
            }
        });
        futures::future::join_all(workers).await;
        let (times, took) = (times.into_inner().expect("nobody panicked"), begun.elapsed());
        let turned_away = away.into_inner();
        Met { rate: rate(times.len() - turned_away, took), spread: Spread::of(times), turned_away }
    }

    /// Somebody with sessions in five slots. The first room is liked best, and more want to be there than can.
    fn person(&self, number: usize) -> Value {
        let n = u32::try_from(number).expect("not that many");
        let mixed = |nth: u32| n.wrapping_mul(0x9E37_79B9).wrapping_add(nth.wrapping_mul(0x85EB_CA6B)) >> 8;
        let slots = u32::try_from(self.slots.len()).expect("a few");
        // Slots that lie apart, so that nothing clashes.
        let apart = slots / CHOSEN;
        let choices: Vec<&Value> = (0..CHOSEN)
            .map(|nth| {
                let slot = &self.slots[(nth * apart + mixed(nth) % apart) as usize];
                let room = mixed(nth + 50) as usize % (slot.len() + 2);
                slot.get(room).unwrap_or(&slot[0])
            })
            .collect();
        json!({
            "name": format!("Person {n}"), "email": format!("p{n}@example.no"), "language": "nn",
            "answers": {}, "choices": choices,
        })
    }
}
