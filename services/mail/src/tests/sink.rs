//! A mail server that behaves as badly as it is told to.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use super::world::LIMITS;

/// How the server behaves from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Fine,
    /// 421 instead of a greeting.
    TurnAway,
    NoGreeting,
    RefuseReceiver,
    PutOffReceiver,
    /// 550 to everybody called "gone".
    RefuseGone,
    HangAfterData,
    /// Lets nobody begin with a letter until it behaves otherwise.
    Hold,
    /// Says that the letter may come, and is gone.
    CloseInData,
    /// Answers to a receiver with what is no answer.
    Nonsense,
    /// Takes the letter and answers with what is no answer.
    NonsenseAfterDot,
    /// Takes the letter, and answers when nobody waits any more.
    Late,
    /// Says nothing more to a letter for anybody called "slow".
    HangForSlow,
    /// Closes instead of answering to this.
    CloseAt(&'static str),
    /// Has too much for everybody called "crowded", and closes.
    Crowded,
    /// Takes only letters of a few bytes.
    Small,
    /// Takes addresses with letters beyond ASCII.
    Utf8,
    RefuseContent,
    PutOffContent,
    /// Takes the letter and closes without an answer.
    CloseAfterDot,
    /// Takes the letter and never answers.
    HangAfterDot,
    /// Takes its time before it answers.
    Slow,
    /// Closes the connection after each letter.
    OneEach,
    NeedsSignIn,
    /// Talks only inside TLS: offers STARTTLS and refuses letters before it.
    StartTls,
    /// TLS from the first byte.
    Tls,
}

/// A connection, encrypted or not.
trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<S: AsyncRead + AsyncWrite + Unpin + Send> Stream for S {}
type Wire = BufReader<Box<dyn Stream>>;

/// The certificate is for `localhost`, signed by the authority in `tls/ca.pem`; both are good for a hundred years.
fn acceptor() -> TlsAcceptor {
    let certificate = CertificateDer::from_pem_slice(include_bytes!("tls/server.pem")).unwrap();
    let key = PrivateKeyDer::from_pem_slice(include_bytes!("tls/server.key")).unwrap();
    let ring = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(ring).with_safe_default_protocol_versions().unwrap();
    let config = config.with_no_client_auth().with_single_cert(vec![certificate], key).unwrap();
    TlsAcceptor::from(Arc::new(config))
}

#[derive(Clone, Debug)]
pub(super) struct Received {
    pub(super) from: String,
    /// What stood behind the sender.
    pub(super) parameters: String,
    pub(super) to: String,
    pub(super) data: Vec<u8>,
}

impl Received {
    pub(super) fn text(&self) -> String {
        String::from_utf8(self.data.clone()).unwrap()
    }

    /// The value of a field, unfolded.
    pub(super) fn header(&self, name: &str) -> Option<String> {
        let text = self.text();
        let head = text.split_once("\r\n\r\n").unwrap().0.replace("\r\n ", " ").replace("\r\n\t", " ");
        head.lines().find_map(|line| Some(line.strip_prefix(name)?.strip_prefix(": ")?.to_owned()))
    }
}

#[derive(Clone)]
pub(super) struct Sink(Arc<Inner>);

struct Inner {
    port: u16,
    mode: Mutex<Mode>,
    taken: Mutex<Vec<Received>>,
    connections: Mutex<usize>,
    /// Whom letters were announced for, taken or not.
    asked: Mutex<Vec<String>>,
    held: Mutex<usize>,
}

impl Sink {
    pub(super) async fn start(mode: Mode) -> (Self, JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let sink = Self(Arc::new(Inner {
            port,
            mode: Mutex::new(mode),
            taken: Mutex::default(),
            connections: Mutex::default(),
            asked: Mutex::default(),
            held: Mutex::default(),
        }));
        let serving = sink.clone();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                *serving.0.connections.lock().unwrap() += 1;
                let sink = serving.clone();
                // A connection that breaks is the point of many a test.
                tokio::spawn(async move { drop(sink.talk(stream).await) });
            }
        });
        (sink, task)
    }

    pub(super) fn address(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.0.port)
    }

    pub(super) fn behave(&self, mode: Mode) {
        *self.0.mode.lock().unwrap() = mode;
    }

    fn mode(&self) -> Mode {
        *self.0.mode.lock().unwrap()
    }

    pub(super) fn taken(&self) -> Vec<Received> {
        self.0.taken.lock().unwrap().clone()
    }

    pub(super) fn connections(&self) -> usize {
        *self.0.connections.lock().unwrap()
    }

    /// How many times letters were announced for somebody whose address begins like this.
    pub(super) fn asked(&self, beginning: &str) -> usize {
        self.0.asked.lock().unwrap().iter().filter(|to| to.starts_with(beginning)).count()
    }

    /// How many letters were about to begin when they had to wait.
    pub(super) fn held(&self) -> usize {
        *self.0.held.lock().unwrap()
    }

    async fn talk(&self, stream: impl Stream + 'static) -> std::io::Result<()> {
        let mut secure = self.mode() == Mode::Tls;
        let stream: Box<dyn Stream> =
            if secure { Box::new(acceptor().accept(stream).await?) } else { Box::new(stream) };
        let mut stream: Wire = BufReader::new(stream);
        match self.mode() {
            Mode::TurnAway => return say(&mut stream, "421 busy").await,
            Mode::NoGreeting => return hang(&mut stream).await,
            _ => say(&mut stream, "220 sink ready").await?,
        }
        let (mut from, mut to, mut parameters) = (String::new(), String::new(), String::new());
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            let (verb, rest) = line.trim_end().split_at(line.trim_end().len().min(4));
            match verb.to_ascii_uppercase().as_str() {
                verb if self.mode() == Mode::CloseAt(verb_of(verb)) => return Ok(()),
                "EHLO" if self.mode() == Mode::StartTls && !secure => {
                    say(&mut stream, "250-sink\r\n250 STARTTLS").await?;
                }
                "STAR" => {
                    say(&mut stream, "220 go on").await?;
                    stream = BufReader::new(Box::new(acceptor().accept(stream.into_inner()).await?));
                    secure = true;
                }
                "MAIL" if self.mode() == Mode::StartTls && !secure => say(&mut stream, "530 TLS first").await?,
                "EHLO" => {
                    let more = match self.mode() {
                        Mode::Small => "250 SIZE 2000",
                        Mode::Utf8 => "250-SMTPUTF8\r\n250 SIZE",
                        _ => "250 SIZE 10000000",
                    };
                    say(&mut stream, &format!("250-sink\r\n250-8BITMIME\r\n{more}")).await?;
                }
                "MAIL" if self.mode() == Mode::NeedsSignIn => say(&mut stream, "530 5.7.0 sign in first").await?,
                "MAIL" => {
                    from = between(rest);
                    parameters = rest.split_once("> ").map_or("", |(_, after)| after).to_owned();
                    say(&mut stream, "250 ok").await?;
                }
                "RCPT" => {
                    to = between(rest);
                    self.0.asked.lock().unwrap().push(to.clone());
                    match self.mode() {
                        Mode::Crowded if to.starts_with("crowded") => {
                            return say(&mut stream, "421 4.7.0 too much, try again later").await;
                        }
                        Mode::RefuseReceiver => say(&mut stream, &format!("550 5.1.1 <{to}>: unknown user")).await?,
                        Mode::RefuseGone if to.starts_with("gone") => {
                            say(&mut stream, "550 5.1.1 unknown user").await?
                        }
                        Mode::Nonsense => say(&mut stream, "hva for noe?").await?,
                        Mode::HangForSlow if to.starts_with("slow") => return hang(&mut stream).await,
                        Mode::PutOffReceiver => say(&mut stream, "450 4.2.0 greylisted").await?,
                        _ => say(&mut stream, "250 ok").await?,
                    }
                }
                "DATA" => {
                    if self.mode() == Mode::HangAfterData {
                        return hang(&mut stream).await;
                    }
                    *self.0.held.lock().unwrap() += usize::from(self.mode() == Mode::Hold);
                    while self.mode() == Mode::Hold {
                        tokio::time::sleep(Duration::from_millis(5)).await;
                    }
                    say(&mut stream, "354 go on").await?;
                    if self.mode() == Mode::CloseInData {
                        // At once: whoever reads a little first may find the whole letter and its dot there on a busy machine.
                        return Ok(());
                    }
                    let data = content(&mut stream).await?;
                    match self.mode() {
                        Mode::RefuseContent => {
                            say(&mut stream, "554 5.7.1 refused").await?;
                            continue;
                        }
                        Mode::PutOffContent => {
                            say(&mut stream, "452 4.3.1 no room").await?;
                            continue;
                        }
                        _ => {}
                    }
                    let received =
                        Received { from: from.clone(), parameters: parameters.clone(), to: to.clone(), data };
                    self.0.taken.lock().unwrap().push(received);
                    match self.mode() {
                        Mode::CloseAfterDot => return Ok(()),
                        Mode::HangAfterDot => return hang(&mut stream).await,
                        Mode::Slow => tokio::time::sleep(Duration::from_millis(400)).await,
                        Mode::Late => tokio::time::sleep(LIMITS.dot * 2).await,
                        Mode::NonsenseAfterDot => {
                            say(&mut stream, "takk for brevet").await?;
                            continue;
                        }
                        _ => {}
                    }
                    say(&mut stream, "250 2.0.0 taken").await?;
                    if self.mode() == Mode::OneEach {
                        return Ok(());
                    }
                }
                "RSET" | "NOOP" => say(&mut stream, "250 ok").await?,
                "QUIT" => return say(&mut stream, "221 bye").await,
                _ => say(&mut stream, "502 what").await?,
            }
        }
    }
}

/// As a mode has it.
fn verb_of(verb: &str) -> &'static str {
    ["EHLO", "MAIL", "RCPT", "DATA"].into_iter().find(|known| *known == verb).unwrap_or_default()
}

async fn say(stream: &mut Wire, line: &str) -> std::io::Result<()> {
    stream.write_all(format!("{line}\r\n").as_bytes()).await
}

/// Says nothing until the other side goes away.
async fn hang(stream: &mut Wire) -> std::io::Result<()> {
    let mut rest = Vec::new();
    stream.read_to_end(&mut rest).await.map(drop)
}

fn between(rest: &str) -> String {
    let after = rest.split_once('<').map_or(rest, |(_, after)| after);
    after.split_once('>').map_or(after, |(address, _)| address).to_owned()
}

/// Everything up to the dot, with dots undone.
async fn content(stream: &mut Wire) -> std::io::Result<Vec<u8>> {
    let mut data = Vec::new();
    loop {
        let mut line = Vec::new();
        if stream.read_until(b'\n', &mut line).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        match line.as_slice() {
            b".\r\n" => return Ok(data),
            [b'.', rest @ ..] => data.extend_from_slice(rest),
            whole => data.extend_from_slice(whole),
        }
    }
}
