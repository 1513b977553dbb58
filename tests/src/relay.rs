//! A link between a process and a server, which can be cut, closed, or held still, and which can lose an answer.
//!
//! The server itself knows nothing of it, so others who use the same one are left in peace.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// A port that stands for a server.
pub struct Relay {
    pub address: SocketAddr,
    link: Arc<Link>,
    listening: JoinHandle<()>,
}

struct Link {
    server: SocketAddr,
    still: watch::Sender<bool>,
    /// Counts up with every cut.
    cuts: watch::Sender<u32>,
    closed: AtomicBool,
    /// How many answers to COMMIT are to be lost yet.
    to_lose: AtomicU32,
    lost: AtomicU32,
    open: AtomicUsize,
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.listening.abort();
        self.cut();
    }
}

impl Relay {
    /// Opens a port that leads to a server.
    pub async fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let link = Arc::new(Link {
            server,
            still: watch::Sender::new(false),
            cuts: watch::Sender::new(0),
            closed: AtomicBool::new(false),
            to_lose: AtomicU32::new(0),
            lost: AtomicU32::new(0),
            open: AtomicUsize::new(0),
        });
        let of_listening = Arc::clone(&link);
        let listening = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                if of_listening.closed.load(Ordering::Acquire) {
                    continue;
                }
                let link = Arc::clone(&of_listening);
                tokio::spawn(async move { link.serve(client).await });
            }
        });
        Self { address, link, listening }
    }

    /// Cuts every connection that there is. New ones are let through.
    pub fn cut(&self) {
        self.link.cuts.send_modify(|cuts| *cuts += 1);
    }

    /// From now on nobody is let through, and whoever was is cut off; or everybody is again.
    pub fn close(&self, closed: bool) {
        self.link.closed.store(closed, Ordering::Release);
        if closed {
            self.cut();
        }
    }

    /// From now on nothing moves in either direction, and nobody is told; or everything goes on.
    pub fn hold(&self, still: bool) {
        self.link.still.send_replace(still);
    }

    /// The next answers to COMMIT are lost, and with each of them its connection.
    pub fn lose_commits(&self, count: u32) {
        self.link.to_lose.store(count, Ordering::Release);
    }

    /// Everything gets through again.
    pub fn heal(&self) {
        self.lose_commits(0);
        self.close(false);
        self.hold(false);
    }

    /// How many answers to COMMIT were lost.
    pub fn lost(&self) -> u32 {
        self.link.lost.load(Ordering::Acquire)
    }

    /// How many connections there are.
    pub fn open(&self) -> usize {
        self.link.open.load(Ordering::Acquire)
    }
}

impl Link {
    async fn serve(&self, client: TcpStream) {
        let mut cuts = self.cuts.subscribe();
        self.open.fetch_add(1, Ordering::AcqRel);
        tokio::select! {
            _ = cuts.changed() => {}
            _ = self.pass(client) => {}
        }
        self.open.fetch_sub(1, Ordering::AcqRel);
    }

    async fn pass(&self, client: TcpStream) -> io::Result<()> {
        self.moves().await;
        let server = TcpStream::connect(self.server).await?;
        client.set_nodelay(true)?;
        server.set_nodelay(true)?;
        let (mut client_says, mut to_client) = client.into_split();
        let (mut server_says, mut to_server) = server.into_split();
        let losing = AtomicBool::new(false);
        let there = async {
            let mut buffer = vec![0; 1 << 16];
            loop {
                let count = client_says.read(&mut buffer).await?;
                self.moves().await;
                if count == 0 {
                    // Whoever has gone reads no answer either.
                    return to_server.shutdown().await;
                }
                if commits(&buffer[..count]) && self.loses_one() {
                    losing.store(true, Ordering::Release);
                }
                to_server.write_all(&buffer[..count]).await?;
            }
        };
        let back = async {
            let mut buffer = vec![0; 1 << 16];
            loop {
                let count = server_says.read(&mut buffer).await?;
                self.moves().await;
                if count > 0 && losing.load(Ordering::Acquire) {
                    self.lost.fetch_add(1, Ordering::AcqRel);
                    return Err(io::ErrorKind::ConnectionReset.into());
                }
                if count == 0 {
                    return to_client.shutdown().await;
                }
                to_client.write_all(&buffer[..count]).await?;
            }
        };
        tokio::try_join!(there, back).map(|((), ())| ())
    }

    async fn moves(&self) {
        // Fails only when the link is gone.
        let _ = self.still.subscribe().wait_for(|still| !still).await;
    }

    fn loses_one(&self) -> bool {
        self.to_lose.fetch_update(Ordering::AcqRel, Ordering::Acquire, |left| left.checked_sub(1)).is_ok()
    }
}

/// Whether somebody asks PostgreSQL to commit.
fn commits(said: &[u8]) -> bool {
    const COMMIT: &[u8] = b"COMMIT\0";
    said.windows(COMMIT.len()).any(|window| window == COMMIT)
}
