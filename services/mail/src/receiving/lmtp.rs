//! Taking letters over LMTP (RFC 2033) from the mail server of the house. An answer of 250 means that the letter is on the
//! disk. Nobody else is to reach this: it asks nobody who they are.

mod session;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, UnixListener};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::Mail;
use session::Session;

/// How many connections are talked to at once.
const CONNECTIONS: usize = 20;
/// How long connections that are in the middle of something are waited for when the program stops.
const PATIENCE: Duration = Duration::from_secs(5);
/// After an accept that failed: the same would fail again at once.
const PAUSE: Duration = Duration::from_millis(200);

/// An open door.
pub(crate) enum Listener {
    Tcp(TcpListener),
    Unix(UnixListener),
}

trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<S: AsyncRead + AsyncWrite + Unpin + Send> Stream for S {}

impl Listener {
    /// Opens the door that the settings name: `host:port`, or `unix:` and a path.
    pub(crate) async fn open(address: &str) -> anyhow::Result<Self> {
        let listener = match address.strip_prefix("unix:") {
            Some(path) => {
                // One that a program left behind which is gone: whoever is alive still answers there.
                if tokio::net::UnixStream::connect(path).await.is_err() {
                    let _ = std::fs::remove_file(path);
                }
                UnixListener::bind(path).map(Self::Unix)
            }
            None => TcpListener::bind(address).await.map(Self::Tcp),
        };
        listener.with_context(|| format!("cannot take letters on {address} (lmtp)"))
    }

    /// Where it is, when it has an address of the network.
    pub(crate) fn address(&self) -> Option<SocketAddr> {
        match self {
            Self::Tcp(listener) => listener.local_addr().ok(),
            Self::Unix(_) => None,
        }
    }

    async fn accept(&self) -> std::io::Result<Box<dyn Stream>> {
        Ok(match self {
            Self::Tcp(listener) => Box::new(listener.accept().await?.0),
            Self::Unix(listener) => Box::new(listener.accept().await?.0),
        })
    }
}

/// Takes letters until the program stops.
pub(crate) async fn serve(mail: Arc<Mail>, listener: Listener) -> anyhow::Result<()> {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let mut open = JoinSet::new();
    let stop = mail.host.stop.clone();
    tracing::info!(address = ?listener.address(), "taking letters over LMTP");
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => break,
            Some(_) = open.join_next() => continue,
            accepted = listener.accept() => accepted,
        };
        let stream = match accepted {
            Ok(stream) => stream,
            Err(error) => {
                tracing::warn!(error = %error, "a connection over LMTP could not be accepted");
                tokio::time::sleep(PAUSE).await;
                continue;
            }
        };
        let place = places.clone().try_acquire_owned().ok();
        let session = Session::new(mail.clone(), stream, place.is_some());
        open.spawn(async move {
            let _place = place;
            if let Err(error) = session.talk().await {
                tracing::debug!(error = %error, "a connection over LMTP ended early");
            }
        });
    }
    let all = async { while open.join_next().await.is_some() {} };
    if tokio::time::timeout(PATIENCE, all).await.is_err() {
        tracing::warn!("connections over LMTP were cut when the program stopped; nothing was answered for");
    }
    Ok(())
}
