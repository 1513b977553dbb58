//! Speaking SMTP, command by command, over connections of our own.
//!
//! lettre's transport waits for ever where a server hangs, does not tell whether the dot was written, and gives
//! half-used connections back. Here every step has a limit, and a connection that is not certainly clean is dropped.

mod server;

pub(crate) use server::Server;

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Ehlo, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{Extension, MailParameter};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::gate::{Gate, Gated};
use super::tls;
use host::Settings;

use crate::fate::Attempt;
use crate::made_of::Envelope;
use crate::{domain, pace};
use server::Security;

/// How long a server may take for one step.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) step: Duration,
    /// From the last dot to the answer: the server may have much to do before it answers for the letter.
    pub(crate) dot: Duration,
}

impl Limits {
    pub(crate) fn of(settings: &Settings) -> Self {
        let dot = Duration::from_secs(u64::from(settings.smtp_patience));
        Self { step: dot.min(Duration::from_secs(60)), dot }
    }
}

/// Connections to one server.
pub(crate) struct Pool {
    server: Server,
    limits: Limits,
    most: usize,
    permits: Semaphore,
    /// To each domain, so that a slow one never has them all.
    domains: Mutex<BTreeMap<String, Arc<Semaphore>>>,
    idle: Mutex<Vec<Connection>>,
    /// The server was not to be reached; letters wait until then.
    resting: Mutex<Option<Instant>>,
}

/// A letter and between whom it goes.
#[derive(Clone, Copy)]
struct Letter<'a> {
    from: &'a Address,
    to: &'a Address,
    bytes: &'a [u8],
}

struct Connection {
    smtp: AsyncSmtpConnection,
    gate: Gate,
    /// How large a letter may be, where the server says so (RFC 1870).
    size: Size,
    letters: u32,
    idle_since: Instant,
}

/// Servers close connections that say nothing for long.
const LONGEST_IDLE: Duration = Duration::from_secs(20);
/// Many servers take no more letters than this in one go.
const MOST_LETTERS: u32 = 100;
/// So many receiving domains are known at once, besides those in use.
const MOST_DOMAINS: usize = 1000;
/// How long an unreachable server is left in peace.
const REST: Duration = Duration::from_secs(5);

/// What a server says about the size of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    Unsaid,
    /// It wants to know it beforehand, and takes no larger ones if it says so.
    Said(Option<usize>),
}

impl Size {
    /// From a line of the answer to EHLO.
    fn read(line: &str) -> Option<Self> {
        let mut words = line.split_whitespace();
        words.next().filter(|word| word.eq_ignore_ascii_case("SIZE"))?;
        let most = words.next().and_then(|number| number.parse().ok()).filter(|most| *most > 0);
        Some(Self::Said(most))
    }
}

/// Why a step before the dot failed.
enum Trouble {
    Refused(String),
    /// It will never be taken, and the server was not even asked.
    Hopeless(String),
    PutOff(String),
    PutOffAll(String),
    Broken(String),
}

impl Trouble {
    fn of(error: &Error) -> Self {
        let words = error.to_string();
        // What is wrong with us and not with the letter: not signed in, or out of step.
        let ours = error.status().is_some_and(|code| matches!(u16::from(code), 503 | 530 | 534 | 535 | 538));
        match () {
            () if ours => Self::Broken(words),
            () if error.is_permanent() => Self::Refused(words),
            () if error.is_transient() && asks_for_patience(error) => Self::PutOffAll(words),
            () if error.is_transient() => Self::PutOff(words),
            () => Self::Broken(words),
        }
    }

    fn attempt(self) -> Attempt {
        match self {
            Self::Refused(words) | Self::Hopeless(words) => Attempt::Refused(words),
            Self::PutOff(words) => Attempt::PutOff(words),
            Self::PutOffAll(words) => Attempt::PutOffAll(words),
            Self::Broken(words) => Attempt::LostBefore(words),
        }
    }
}

fn asks_for_patience(error: &Error) -> bool {
    error.status().is_some_and(|code| pace::is_about_everything(u16::from(code), &error.to_string()))
}

impl Pool {
    pub(crate) fn new(server: Server, most: usize, limits: Limits) -> Self {
        let most = most.clamp(1, 64);
        Self {
            server,
            limits,
            most,
            permits: Semaphore::new(most),
            domains: Mutex::default(),
            idle: Mutex::new(Vec::new()),
            resting: Mutex::new(None),
        }
    }

    pub(crate) fn connections(&self) -> usize {
        self.most
    }

    /// True while an unreachable server is left in peace.
    pub(crate) fn is_resting(&self) -> bool {
        let resting = self.resting.lock().unwrap_or_else(PoisonError::into_inner);
        resting.is_some_and(|until| Instant::now() < until)
    }

    /// Hands one letter over. `is_ours` is asked when its turn has come, for which it may have waited long, and `before_dot` when
    /// all but the last dot is out; when either says no, the dot is never written and nothing comes back.
    pub(crate) async fn hand_over(
        &self,
        envelope: &Envelope,
        bytes: &[u8],
        is_ours: impl Fn() -> bool,
        before_dot: impl Future<Output = bool>,
    ) -> Option<Attempt> {
        let address = |written: &str| domain::as_sent(written).parse::<Address>();
        let (Ok(from), Ok(to)) = (address(&envelope.from), address(&envelope.to)) else {
            return Some(Attempt::Refused("an address in the envelope is not an e-mail address".to_owned()));
        };
        let of_domain = self.of_domain(to.domain());
        let (Ok(_one_of_domain), Ok(_permit)) = (of_domain.acquire().await, self.permits.acquire().await) else {
            return Some(Attempt::Unreachable("no connections".to_owned()));
        };
        if !is_ours() {
            return None;
        }
        let mut connection = match self.ready(Letter { from: &from, to: &to, bytes }).await {
            Ok(connection) => connection,
            Err(attempt) => return Some(attempt),
        };
        if let Err(trouble) = self.announce(&mut connection, &to).await {
            self.give_back_reset(connection, &trouble).await;
            return Some(trouble.attempt());
        }
        self.content(connection, bytes, before_dot).await
    }

    /// Connects, says who we are, and hangs up; for those who want to know whether it would work.
    pub(crate) async fn greet(&self) -> Result<(), String> {
        let mut connection = self.connect().await?;
        // Whatever it answers, it has talked to us.
        let _ = timeout(self.limits.step, connection.smtp.quit()).await;
        Ok(())
    }

    /// All but one connection, for letters to a domain.
    fn of_domain(&self, domain: &str) -> Arc<Semaphore> {
        let mut domains = self.domains.lock().unwrap_or_else(PoisonError::into_inner);
        if domains.len() >= MOST_DOMAINS {
            domains.retain(|_, used| Arc::strong_count(used) > 1);
        }
        let most = (self.most - 1).max(1);
        domains.entry(domain.to_lowercase()).or_insert_with(|| Arc::new(Semaphore::new(most))).clone()
    }

    /// A connection on which MAIL was accepted. One that lay idle may have been closed, so a fresh one is tried then.
    async fn ready(&self, letter: Letter<'_>) -> Result<Connection, Attempt> {
        while let Some(mut connection) = self.idle() {
            match self.mail(&mut connection, letter).await {
                Ok(()) => return Ok(connection),
                Err(Trouble::Refused(words)) => return Err(Attempt::Refused(words)),
                Err(Trouble::Hopeless(words)) => {
                    self.give_back(connection);
                    return Err(Attempt::Refused(words));
                }
                Err(Trouble::Broken(_) | Trouble::PutOff(_) | Trouble::PutOffAll(_)) => {}
            }
        }
        let mut connection = self.connect().await.map_err(|words| self.unreachable(words))?;
        match self.mail(&mut connection, letter).await {
            Ok(()) => Ok(connection),
            Err(Trouble::Broken(words)) => Err(self.unreachable(words)),
            // The receiver was not named yet.
            Err(Trouble::PutOffAll(words)) => Err(Attempt::PutOff(words)),
            Err(trouble @ Trouble::Hopeless(_)) => {
                self.give_back(connection);
                Err(trouble.attempt())
            }
            Err(trouble) => Err(trouble.attempt()),
        }
    }

    /// Leaves the server in peace for a while.
    fn unreachable(&self, words: String) -> Attempt {
        let mut resting = self.resting.lock().unwrap_or_else(PoisonError::into_inner);
        *resting = Some(Instant::now() + REST);
        Attempt::Unreachable(words)
    }

    fn idle(&self) -> Option<Connection> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|connection| connection.idle_since.elapsed() < LONGEST_IDLE);
        idle.pop()
    }

    async fn connect(&self) -> Result<Connection, String> {
        let Server { host, port, hello, .. } = &self.server;
        let tcp = self.limited("connecting", TcpStream::connect((host.as_str(), *port))).await?;
        tcp.set_nodelay(true).map_err(|error| error.to_string())?;
        let (gated, gate) = Gated::new(tcp);
        let mut smtp = match &self.server.security {
            Security::FromTheStart(connector) => {
                let encrypted = self.limited("TLS", tls::encrypt(connector, host, gated)).await?;
                self.limited("greeting", AsyncSmtpConnection::connect_with_transport(Box::new(encrypted), hello))
                    .await?
            }
            Security::StartTls(_) | Security::None => {
                self.limited("greeting", AsyncSmtpConnection::connect_with_transport(Box::new(gated), hello)).await?
            }
        };
        if let Security::StartTls(parameters) = &self.server.security {
            if !smtp.can_starttls() {
                return Err("the mail server offers no STARTTLS".to_owned());
            }
            self.limited("STARTTLS", smtp.starttls(parameters.clone(), hello)).await?;
        }
        if let Some(credentials) = &self.server.credentials {
            self.limited("signing in", smtp.auth(server::MECHANISMS, credentials)).await?;
        }
        // lettre does not tell what it has read about sizes, so the server is greeted once more.
        let greeted = self.limited("greeting", smtp.command(Ehlo::new(hello.clone()))).await?;
        let size = greeted.message().find_map(Size::read).unwrap_or(Size::Unsaid);
        Ok(Connection { smtp, gate, size, letters: 0, idle_since: Instant::now() })
    }

    async fn limited<T, E: std::fmt::Display>(
        &self,
        what: &str,
        step: impl Future<Output = Result<T, E>>,
    ) -> Result<T, String> {
        match timeout(self.limits.step, step).await {
            Ok(Ok(done)) => Ok(done),
            Ok(Err(error)) => Err(format!("{what}: {error}")),
            Err(_) => Err(format!("{what}: no answer within {} s", self.limits.step.as_secs())),
        }
    }

    async fn command(&self, connection: &mut Connection, command: impl std::fmt::Display) -> Result<(), Trouble> {
        match timeout(self.limits.step, connection.smtp.command(command)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(Trouble::of(&error)),
            Err(_) => Err(Trouble::Broken(format!("no answer within {} s", self.limits.step.as_secs()))),
        }
    }

    async fn mail(&self, connection: &mut Connection, letter: Letter<'_>) -> Result<(), Trouble> {
        let Letter { from, to, bytes } = letter;
        let mut options = Vec::new();
        if let Size::Said(most) = connection.size {
            if let Some(most) = most.filter(|most| bytes.len() > *most) {
                let size = bytes.len();
                let words = format!("the mail server takes letters of at most {most} bytes, and this one has {size}");
                return Err(Trouble::Hopeless(words));
            }
            options.push(MailParameter::Size(bytes.len()));
        }
        let knows_utf8 = connection.smtp.server_info().supports_feature(Extension::SmtpUtfEight);
        let in_utf8 = !AsRef::<str>::as_ref(to).is_ascii() || !AsRef::<str>::as_ref(from).is_ascii();
        if in_utf8 && !knows_utf8 {
            let words = "the mail server takes no addresses with letters beyond ASCII";
            return Err(Trouble::Hopeless(words.to_owned()));
        }
        // Also for the contact's address in a letter between two others.
        if knows_utf8 && (in_utf8 || !bytes.is_ascii()) {
            options.push(MailParameter::SmtpUtfEight);
        }
        self.command(connection, Mail::new(Some(from.clone()), options)).await
    }

    async fn announce(&self, connection: &mut Connection, to: &Address) -> Result<(), Trouble> {
        self.command(connection, Rcpt::new(to.clone(), Vec::new())).await?;
        self.command(connection, Data).await
    }

    /// The letter, then what must be done before the dot, then the dot and the answer to it.
    async fn content(
        &self,
        mut connection: Connection,
        bytes: &[u8],
        before_dot: impl Future<Output = bool>,
    ) -> Option<Attempt> {
        let gate = connection.gate.clone();
        let shut = gate.clone();
        let then_shut = std::iter::from_fn(move || {
            shut.shut();
            None
        });
        let answer = {
            let sending = connection.smtp.message_iter(std::iter::once(bytes).chain(then_shut));
            tokio::pin!(sending);
            tokio::select! {
                biased;
                answer = &mut sending => {
                    // The gate was not reached, so there cannot have been a dot.
                    return Some(Attempt::LostBefore(answer.map_or_else(|error| error.to_string(), |_| "answered too early".to_owned())));
                }
                () = gate.reached() => {}
                () = tokio::time::sleep(self.limits.step) => {
                    return Some(Attempt::LostBefore("the server stopped reading".to_owned()));
                }
            }
            if !before_dot.await {
                return None;
            }
            gate.open();
            timeout(self.limits.dot, sending).await
        };
        match answer {
            Ok(Ok(_)) => {
                self.give_back(connection);
                Some(Attempt::Taken)
            }
            Ok(Err(error)) if gate.is_dead() => Some(Attempt::LostBefore(error.to_string())),
            Ok(Err(error)) if error.is_permanent() => Some(Attempt::Refused(error.to_string())),
            Ok(Err(error)) if error.is_transient() && asks_for_patience(&error) => {
                Some(Attempt::PutOffAll(error.to_string()))
            }
            Ok(Err(error)) if error.is_transient() => Some(Attempt::PutOff(error.to_string())),
            Ok(Err(error)) => Some(Attempt::LostAfter(error.to_string())),
            Err(_) => Some(Attempt::LostAfter("no answer after the last dot".to_owned())),
        }
    }

    /// A server that said no to one letter will take the next, after RSET.
    async fn give_back_reset(&self, mut connection: Connection, trouble: &Trouble) {
        if matches!(trouble, Trouble::Refused(_)) && self.command(&mut connection, Rset).await.is_ok() {
            self.give_back(connection);
        }
    }

    fn give_back(&self, mut connection: Connection) {
        connection.letters += 1;
        connection.idle_since = Instant::now();
        if connection.letters < MOST_LETTERS && !connection.smtp.has_broken() {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        }
    }
}
