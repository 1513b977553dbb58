//! A connection that stops just before the last dot, until it is noted that the dot is going to be written.
//!
//! lettre writes the letter and the dot in one call. The gate lies beneath it, below TLS as well, and lets nothing
//! through from the moment the letter itself is out.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll, ready};

use lettre::transport::smtp::client::AsyncTokioStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

const OPEN: u8 = 0;
const SHUT: u8 = 1;
/// Opened, but nothing has passed yet.
const LOOKING: u8 = 2;
/// The other side had gone before anything passed.
const DEAD: u8 = 3;

/// The handle of a gate.
#[derive(Clone, Debug, Default)]
pub(super) struct Gate(Arc<AtomicU8>);

impl Gate {
    /// Lets nothing more through.
    pub(super) fn shut(&self) {
        self.0.store(SHUT, Ordering::Release);
    }

    /// Lets through what waits, unless the other side has gone by then. Whoever waits must be polled again.
    pub(super) fn open(&self) {
        self.0.store(LOOKING, Ordering::Release);
    }

    pub(super) fn is_shut(&self) -> bool {
        self.0.load(Ordering::Acquire) == SHUT
    }

    /// Nothing has passed since it was shut, and nothing will.
    pub(super) fn is_dead(&self) -> bool {
        self.0.load(Ordering::Acquire) == DEAD
    }

    /// Comes back when the gate is shut. Only for a task that is polled when it may have been.
    pub(super) async fn reached(&self) {
        std::future::poll_fn(|_| if self.is_shut() { Poll::Ready(()) } else { Poll::Pending }).await;
    }
}

/// A connection with a gate in it.
#[derive(Debug)]
pub(super) struct Gated {
    tcp: TcpStream,
    gate: Gate,
}

impl Gated {
    pub(super) fn new(tcp: TcpStream) -> (Self, Gate) {
        let gate = Gate::default();
        (Self { tcp, gate: gate.clone() }, gate)
    }

    /// Looks whether the other side is still there.
    fn look(&mut self, cx: &mut Context<'_>) -> io::Result<()> {
        let mut byte = [0; 1];
        match self.tcp.poll_peek(cx, &mut ReadBuf::new(&mut byte)) {
            Poll::Ready(Ok(0)) => Err(io::ErrorKind::ConnectionAborted.into()),
            Poll::Ready(Err(error)) => Err(error),
            Poll::Ready(Ok(_)) | Poll::Pending => Ok(()),
        }
    }
}

impl AsyncRead for Gated {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_read(cx, buf)
    }
}

impl AsyncWrite for Gated {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        match self.gate.0.load(Ordering::Acquire) {
            OPEN => {}
            LOOKING => match self.look(cx) {
                Ok(()) => self.gate.0.store(OPEN, Ordering::Release),
                Err(error) => {
                    self.gate.0.store(DEAD, Ordering::Release);
                    return Poll::Ready(Err(error));
                }
            },
            DEAD => return Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into())),
            // No waker: the task that opens the gate polls again itself.
            _ => return Poll::Pending,
        }
        let written = ready!(Pin::new(&mut self.tcp).poll_write(cx, buf));
        Poll::Ready(written)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_shutdown(cx)
    }
}

impl AsyncTokioStream for Gated {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.tcp.peer_addr()
    }
}
