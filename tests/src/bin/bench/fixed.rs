//! The limit for pages: the same bytes lying ready, compressed beforehand, given by the same server. It runs in a process of
//! its own, as the program does.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use host::{Clock, RateLimit, Service, Settings};
use moteplass::House;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tests::process::free_port;
use tokio::process::{Child, Command};

/// The word that makes this program the server.
pub(crate) const WORD: &str = "fixed";

/// A running server of fixed bytes.
pub(crate) struct Fixed {
    port: u16,
    folder: PathBuf,
    _child: Child,
}

impl Drop for Fixed {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Fixed {
    /// Starts one with these bytes, as they are and compressed.
    pub(crate) async fn start(plain: &[u8], gzip: &[u8]) -> Self {
        let port = free_port();
        let folder = std::env::temp_dir().join(format!("moteplass-fixed-{port}"));
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join("plain"), plain).expect("a file");
        std::fs::write(folder.join("gzip"), gzip).expect("a file");
        let child = Command::new(std::env::current_exe().expect("this program"))
            .args([WORD, &port.to_string(), folder.to_str().expect("a name")])
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("this program starts");
        let fixed = Self { port, folder, _child: child };
        while reqwest::get(fixed.url()).await.is_err() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        fixed
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

#[derive(Clone)]
struct Ready {
    plain: Bytes,
    gzip: Bytes,
}

/// Serves until it is ended.
pub(crate) async fn serve(port: u16, folder: &Path) {
    let read = |name| Bytes::from(std::fs::read(folder.join(name)).expect("a file"));
    let ready = Ready { plain: read("plain"), gzip: read("gzip") };
    let mut settings = Settings::defaults().expect("the defaults are whole");
    settings.key = Some("a key for tests, which is long enough".to_owned());
    settings.answers_key = Some("another-key-for-tests-long-enough-too".to_owned());
    settings.rate_limit = RateLimit::Off;
    let house = House::new(settings, Clock::set_at(host::testing::beginning())).expect("a house");
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await.expect("a port");
    let routes = Router::new().route("/", get(give)).with_state(ready);
    let service = Service { name: WORD, routes, tasks: Vec::new() };
    host::serve(&house.front(), vec![service], Vec::new(), listener).await.expect("it serves");
}

async fn give(State(ready): State<Ready>, headers: HeaderMap) -> Response {
    let html = (header::CONTENT_TYPE, "text/html; charset=utf-8");
    match headers.contains_key(header::ACCEPT_ENCODING) {
        true => ([html, (header::CONTENT_ENCODING, "gzip")], ready.gzip).into_response(),
        false => ([html], ready.plain).into_response(),
    }
}
