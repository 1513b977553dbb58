//! A mail server that keeps what it is given, in order. It speaks SMTP on a port of its own.

use crate::Received;
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A running mail server.
pub struct Sink {
    pub address: SocketAddr,
    kept: Arc<Mutex<Vec<Received>>>,
    /// Addresses that nobody has.
    refused: Arc<Mutex<BTreeSet<String>>>,
    listening: JoinHandle<()>,
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl Sink {
    /// Starts on a free port.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let kept = Arc::new(Mutex::new(Vec::new()));
        let refused = Arc::new(Mutex::new(BTreeSet::new()));
        let (keep, refuse) = (Arc::clone(&kept), Arc::clone(&refused));
        let listening = tokio::spawn(async move {
            while let Ok((peer, _)) = listener.accept().await {
                let (keep, refuse) = (Arc::clone(&keep), Arc::clone(&refuse));
                // A peer that hangs up in the middle ends its own conversation only.
                tokio::spawn(async move { converse(peer, &keep, &refuse).await });
            }
        });
        Self { address, kept, refused, listening }
    }

    /// The setting that has letters sent here.
    pub fn url(&self) -> String {
        format!("smtp://{}?tls=none", self.address)
    }

    /// From now on nobody has this address.
    pub fn refuse(&self, address: &str) {
        self.refused.lock().expect("nobody panicked while holding it").insert(address.to_owned());
    }

    /// From now on there is somebody behind every address.
    pub fn refuse_nobody(&self) {
        self.refused.lock().expect("nobody panicked while holding it").clear();
    }

    /// Everything that was accepted, in order.
    pub fn letters(&self) -> Vec<Received> {
        self.kept.lock().expect("nobody panicked while holding it").clone()
    }

    /// How many were accepted.
    pub fn count(&self) -> usize {
        self.kept.lock().expect("nobody panicked while holding it").len()
    }

    /// Those to this address, in order.
    pub fn to(&self, address: &str) -> Vec<Received> {
        self.letters().into_iter().filter(|letter| letter.recipient == address).collect()
    }
}

async fn converse(
    peer: TcpStream,
    kept: &Mutex<Vec<Received>>,
    refused: &Mutex<BTreeSet<String>>,
) -> std::io::Result<()> {
    peer.set_nodelay(true)?;
    let mut peer = BufReader::new(peer);
    peer.write_all(b"220 sink ESMTP\r\n").await?;
    let (mut sender, mut recipient) = (String::new(), String::new());
    let mut line = String::new();
    loop {
        line.clear();
        if peer.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let command = line.trim_end().to_owned();
        let verb = command.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let answer = match verb.as_str() {
            "EHLO" => "250-sink\r\n250-SIZE 10485760\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
            "HELO" | "RSET" | "NOOP" => "250 ok\r\n",
            "MAIL" => {
                sender = address_in(&command);
                "250 ok\r\n"
            }
            "RCPT" => {
                recipient = address_in(&command);
                match refused.lock().expect("nobody panicked while holding it").contains(&recipient) {
                    true => "550 5.1.1 nobody has this address\r\n",
                    false => "250 ok\r\n",
                }
            }
            "DATA" => {
                peer.write_all(b"354 go on\r\n").await?;
                let bytes = read_data(&mut peer).await?;
                kept.lock().expect("nobody panicked while holding it").push(Received {
                    sender: std::mem::take(&mut sender),
                    recipient: std::mem::take(&mut recipient),
                    bytes,
                });
                "250 kept\r\n"
            }
            "QUIT" => {
                peer.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "502 what?\r\n",
        };
        peer.write_all(answer.as_bytes()).await?;
    }
}

/// Reads to the final dot and takes the doubled dots back.
async fn read_data(peer: &mut BufReader<TcpStream>) -> std::io::Result<Vec<u8>> {
    let (mut data, mut line) = (Vec::new(), Vec::new());
    loop {
        line.clear();
        if (&mut *peer).take(1 << 20).read_until(b'\n', &mut line).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if line == b".\r\n" {
            return Ok(data);
        }
        data.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}

fn address_in(command: &str) -> String {
    let begin = command.find('<').map_or(0, |at| at + 1);
    let end = command.rfind('>').unwrap_or(command.len());
    command.get(begin..end).unwrap_or_default().to_owned()
}
