//! Running: requests in hand are finished, and a part that fails takes the program down where it can be seen.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it must be")]

use axum::Router;
use axum::routing::get;
use futures::FutureExt;
use host::testing::{self, Kind, TestHost};
use host::{Front, Service, serve};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::time::timeout;

const LIMIT: Duration = Duration::from_secs(10);

async fn listening() -> (TestHost, TcpListener, SocketAddr) {
    let host = testing::host(Kind::Sqlite, "portal").await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    (host, listener, address)
}

#[tokio::test]
async fn a_request_in_hand_is_answered_before_the_program_stops() {
    let (host, listener, address) = listening().await;
    let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let slow = {
        let (begun, go_on) = (begun.clone(), go_on.clone());
        move || async move {
            begun.notify_one();
            go_on.notified().await;
            "finished"
        }
    };
    let stop = host.stop.clone();
    let waits_for_stop = async move {
        stop.cancelled().await;
        Ok(())
    };
    let service = Service {
        name: "portal",
        routes: Router::new().route("/slow", get(slow)),
        tasks: vec![waits_for_stop.boxed()],
    };
    let front = Front::from(&host.host);
    let running = tokio::spawn(async move { serve(&front, vec![service], Vec::new(), listener).await });

    let mut connection = TcpStream::connect(address).await.unwrap();
    connection.write_all(b"GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await.unwrap();
    timeout(LIMIT, begun.notified()).await.unwrap();
    host.stop.cancel();
    go_on.notify_one();
    let mut answer = String::new();
    timeout(LIMIT, connection.read_to_string(&mut answer)).await.unwrap().unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("finished"), "{answer}");
    timeout(LIMIT, running).await.unwrap().unwrap().unwrap();
    assert!(TcpStream::connect(address).await.is_err(), "nothing new is begun");
}

#[tokio::test]
async fn a_loop_that_fails_stops_the_program_with_its_reason() {
    let (host, listener, _) = listening().await;
    let tasks = vec![async { Err(anyhow::anyhow!("the mailbox is gone")) }.boxed()];
    let service = Service { name: "mail", routes: Router::new(), tasks };
    let outcome = timeout(LIMIT, serve(&Front::from(&host.host), vec![service], Vec::new(), listener)).await.unwrap();
    let reason = format!("{:#}", outcome.unwrap_err());
    assert!(reason.contains("a loop of mail ended") && reason.contains("the mailbox is gone"), "{reason}");
    assert!(host.stop.is_cancelled());
}

#[tokio::test]
async fn numbers_are_kept_by_route_and_never_by_address() {
    let (host, listener, address) = listening().await;
    let service = Service {
        name: "portal",
        routes: Router::new().route("/mi/{token}", get(|| async { "yours" })),
        tasks: Vec::new(),
    };
    let front = Front::from(&host.host);
    let running = tokio::spawn(async move { serve(&front, vec![service], Vec::new(), listener).await });
    let ask = async |path: &str| {
        let mut connection = TcpStream::connect(address).await.unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        connection.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        timeout(LIMIT, connection.read_to_string(&mut answer)).await.unwrap().unwrap();
        answer
    };
    assert!(ask("/mi/very-secret?a=also-secret").await.ends_with("yours"));
    let numbers = ask("/metrics").await;
    assert!(numbers.contains(r#"http_requests_total{method="GET",route="/mi/{token}",status="200"} 1"#), "{numbers}");
    assert!(numbers.contains("http_request_seconds_bucket") && !numbers.contains("secret"), "{numbers}");
    host.stop.cancel();
    timeout(LIMIT, running).await.unwrap().unwrap().unwrap();
}
