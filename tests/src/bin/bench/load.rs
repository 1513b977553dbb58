//! Clients that ask for a page again and again.

use crate::table::{Spread, rate};
use reqwest::Client;
use reqwest::header::{ACCEPT_ENCODING, COOKIE, HeaderMap, HeaderValue};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How a page is asked for.
#[derive(Clone)]
pub(crate) struct Asking {
    pub(crate) url: String,
    pub(crate) compressed: bool,
    pub(crate) cookie: Option<String>,
}

impl Asking {
    pub(crate) fn plain(url: &str) -> Self {
        Self { url: url.to_owned(), compressed: false, cookie: None }
    }

    fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        if self.compressed {
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
        }
        if let Some(cookie) = &self.cookie {
            headers.insert(COOKIE, HeaderValue::from_str(cookie).expect("a cookie of ours is ASCII"));
        }
        headers
    }

    /// The page once, as it comes over the network.
    pub(crate) async fn once(&self) -> Vec<u8> {
        let answer = reqwest::Client::new().get(&self.url).headers(self.headers()).send().await.expect("an answer");
        assert_eq!(answer.status().as_u16(), 200, "{}", self.url);
        answer.bytes().await.expect("a body").to_vec()
    }

    /// So many clients ask for so long: how many answers a second, and how long each was waited for.
    pub(crate) async fn often(&self, clients: usize, time: Duration) -> (f64, Spread) {
        let client = Client::builder().pool_max_idle_per_host(clients).build().expect("a client");
        let (times, begun) = (Mutex::new(Vec::new()), Instant::now());
        let workers = (0..clients).map(|_| async {
            while begun.elapsed() < time {
                let asked = Instant::now();
                let answer = client.get(&self.url).headers(self.headers()).send().await.expect("an answer");
                assert_eq!(answer.status().as_u16(), 200, "{}", self.url);
                answer.bytes().await.expect("a body");
                times.lock().expect("nobody panicked").push(asked.elapsed());
            }
        });
        futures::future::join_all(workers).await;
        let took = begun.elapsed();
        let times = times.into_inner().expect("nobody panicked");
        (rate(times.len(), took), Spread::of(times))
    }
}
