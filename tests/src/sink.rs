//! A mail server that keeps what it is given, in order. It speaks SMTP on a port of its own.

use crate::Received;
use crate::letters::link_to;
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// A running mail server.
pub struct Sink {
    pub address: SocketAddr,
    house: Arc<House>,
    listening: Mutex<Vec<JoinHandle<()>>>,
}

/// What all conversations share.
#[derive(Default)]
struct House {
    kept: Mutex<Vec<Received>>,
    /// One for each letter that was kept.
    arrivals: Mutex<Vec<Arrival>>,
    /// Addresses that nobody has.
    refused: Mutex<BTreeSet<String>>,
    /// The Message-IDs of what was accepted.
    ids: Mutex<BTreeSet<String>>,
    /// The Message-IDs of what was accepted without a word.
    unanswered: Mutex<BTreeSet<String>>,
    mood: watch::Sender<Mood>,
    only_heads: bool,
}

/// How one letter was taken.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    /// By which door it came.
    pub door: usize,
    pub at: Instant,
    /// Whether its sender was told.
    pub answered: bool,
}

/// A step of handing a letter over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Greeting,
    Mail,
    Rcpt,
    Data,
    Dot,
}

/// How the mail server behaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    #[default]
    Well,
    /// Takes its time with every answer.
    Slow,
    /// Asks to come back later.
    PutsOff(Step),
    /// Says nothing more, until its mood changes.
    Stalls(Step),
    /// Closes the connection in the middle of the letter.
    HangsUpAmid,
    /// Takes the letter, and closes the connection before it says so. Never twice with the same letter.
    HangsUpAfterDot,
    /// Takes the letter, and never says so. Never twice with the same letter.
    SilentAfterDot,
}

/// Nobody has an address that begins so.
pub const NOBODY: &str = "nobody-";
/// Whoever has an address that begins so is sent no letters: they are refused after the last dot.
pub const TURNED_AWAY: &str = "turned-away-";

/// How long a slow server takes for an answer.
const SLOWLY: Duration = Duration::from_millis(150);

impl Drop for Sink {
    fn drop(&mut self) {
        self.listening.lock().expect("nobody panicked while holding it").iter().for_each(JoinHandle::abort);
    }
}

impl Sink {
    /// Starts on a free port.
    pub async fn start() -> Self {
        Self::begin(House::default()).await
    }

    /// Starts one that keeps only the heads of letters, for more of them than one wants to have in memory.
    pub async fn start_for_many() -> Self {
        Self::begin(House { only_heads: true, ..House::default() }).await
    }

    async fn begin(house: House) -> Self {
        let house = Arc::new(house);
        let (address, listening) = listen(&house, 0).await;
        Self { address, house, listening: Mutex::new(vec![listening]) }
    }

    /// Opens another port. What comes in there is known by its number.
    pub async fn door(&self, number: usize) -> SocketAddr {
        let (address, listening) = listen(&self.house, number).await;
        self.listening.lock().expect("nobody panicked while holding it").push(listening);
        address
    }

    /// From now on it behaves so.
    pub fn be(&self, mood: Mood) {
        self.house.mood.send_replace(mood);
    }

    /// How every letter was taken, in the same order as the letters.
    pub fn arrivals(&self) -> Vec<Arrival> {
        self.house.arrivals.lock().expect("nobody panicked while holding it").clone()
    }

    /// The setting that has letters sent here.
    pub fn url(&self) -> String {
        format!("smtp://{}?tls=none", self.address)
    }

    /// From now on nobody has this address.
    pub fn refuse(&self, address: &str) {
        self.house.refused.lock().expect("nobody panicked while holding it").insert(address.to_owned());
    }

    /// From now on there is somebody behind every address.
    pub fn refuse_nobody(&self) {
        self.house.refused.lock().expect("nobody panicked while holding it").clear();
    }

    /// Everything that was accepted, in order.
    pub fn letters(&self) -> Vec<Received> {
        self.house.kept.lock().expect("nobody panicked while holding it").clone()
    }

    /// How many were accepted.
    pub fn count(&self) -> usize {
        self.house.kept.lock().expect("nobody panicked while holding it").len()
    }

    /// How many different letters were accepted.
    pub fn different(&self) -> usize {
        self.house.ids.lock().expect("nobody panicked while holding it").len()
    }

    /// The newest address with this in it in the letters to somebody.
    pub fn link(&self, email: &str, part: &str) -> Option<String> {
        link_to(&self.letters(), email, part)
    }

    /// Those to this address, in order.
    pub fn to(&self, address: &str) -> Vec<Received> {
        self.letters().into_iter().filter(|letter| letter.recipient == address).collect()
    }
}

async fn listen(house: &Arc<House>, door: usize) -> (SocketAddr, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let house = Arc::clone(house);
    let listening = tokio::spawn(async move {
        while let Ok((peer, _)) = listener.accept().await {
            let house = Arc::clone(&house);
            // A peer that hangs up in the middle ends its own conversation only.
            tokio::spawn(async move { house.converse(peer, door).await });
        }
    });
    (address, listening)
}

impl House {
    async fn converse(&self, peer: TcpStream, door: usize) -> std::io::Result<()> {
        peer.set_nodelay(true)?;
        let mut peer = BufReader::new(peer);
        match self.moody(Step::Greeting).await {
            Some(_) => return peer.write_all(b"421 come back later\r\n").await,
            None => peer.write_all(b"220 sink ESMTP\r\n").await?,
        }
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
                    self.moody(Step::Mail).await.unwrap_or("250 ok\r\n")
                }
                "RCPT" => {
                    recipient = address_in(&command);
                    match self.is_nobody(&recipient) {
                        true => "550 5.1.1 nobody has this address\r\n",
                        false => self.moody(Step::Rcpt).await.unwrap_or("250 ok\r\n"),
                    }
                }
                "DATA" => match self.moody(Step::Data).await {
                    Some(later) => later,
                    None => {
                        peer.write_all(b"354 go on\r\n").await?;
                        if *self.mood.borrow() == Mood::HangsUpAmid {
                            peer.read_line(&mut line).await?;
                            return Ok(());
                        }
                        let bytes = read_data(&mut peer).await?;
                        let (from, to) = (std::mem::take(&mut sender), std::mem::take(&mut recipient));
                        match self.take(Received { sender: from, recipient: to, bytes }, door).await {
                            Some(answer) => answer,
                            None => return Ok(()),
                        }
                    }
                },
                "QUIT" => {
                    peer.write_all(b"221 bye\r\n").await?;
                    return Ok(());
                }
                _ => "502 what?\r\n",
            };
            if *self.mood.borrow() == Mood::Slow {
                tokio::time::sleep(SLOWLY).await;
            }
            peer.write_all(answer.as_bytes()).await?;
        }
    }

    /// What is answered to a letter that is there to the last dot; nothing when the connection is closed instead.
    async fn take(&self, mut letter: Received, door: usize) -> Option<&'static str> {
        if letter.recipient.starts_with(TURNED_AWAY) {
            return Some("554 5.7.1 no letters\r\n");
        }
        if let Some(later) = self.moody(Step::Dot).await {
            return Some(later);
        }
        let bytes = &mut letter.bytes;
        let head = bytes.windows(4).position(|four| four == b"\r\n\r\n").map_or(bytes.len(), |end| end + 4);
        let id = message_id(&bytes[..head]);
        if self.only_heads {
            bytes.truncate(head);
            bytes.shrink_to_fit();
        }
        let mood = *self.mood.borrow();
        let says_nothing = matches!(mood, Mood::HangsUpAfterDot | Mood::SilentAfterDot)
            && id
                .as_ref()
                .is_some_and(|id| self.unanswered.lock().expect("nobody panicked while holding it").insert(id.clone()));
        {
            let mut kept = self.kept.lock().expect("nobody panicked while holding it");
            let mut arrivals = self.arrivals.lock().expect("nobody panicked while holding it");
            self.ids.lock().expect("nobody panicked while holding it").extend(id);
            kept.push(letter);
            arrivals.push(Arrival { door, at: Instant::now(), answered: !says_nothing });
        }
        if says_nothing {
            if mood == Mood::SilentAfterDot {
                self.until_not(mood).await;
            }
            return None;
        }
        Some("250 kept\r\n")
    }

    /// What is answered to a step instead of going on, after the time that it takes.
    async fn moody(&self, step: Step) -> Option<&'static str> {
        let mood = *self.mood.borrow();
        match mood {
            Mood::Stalls(at) if at == step => {
                self.until_not(mood).await;
                None
            }
            Mood::PutsOff(at) if at == step => Some("451 4.3.0 come back later\r\n"),
            _ => None,
        }
    }

    async fn until_not(&self, mood: Mood) {
        // Fails only when there is nobody left who could be in another mood.
        let _ = self.mood.subscribe().wait_for(|now| *now != mood).await;
    }

    fn is_nobody(&self, recipient: &str) -> bool {
        recipient.starts_with(NOBODY)
            || self.refused.lock().expect("nobody panicked while holding it").contains(recipient)
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

/// The Message-ID in the head of a letter.
fn message_id(head: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(head);
    let line = head.lines().find_map(|line| line.strip_prefix("Message-ID:"))?;
    Some(line.trim().to_owned())
}

fn address_in(command: &str) -> String {
    let begin = command.find('<').map_or(0, |at| at + 1);
    let end = command.rfind('>').unwrap_or(command.len());
    command.get(begin..end).unwrap_or_default().to_owned()
}
