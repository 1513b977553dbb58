//! One conversation over LMTP.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use smtp_proto::request::receiver::{DataReceiver, DummyDataReceiver, RequestReceiver};
use smtp_proto::{Error, Request};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::timeout;

use crate::Mail;
use crate::composing::host_name;
use crate::receiving::reading::LARGEST;
use crate::receiving::{Letter, Way, is_ours, keep};

/// How long nothing may be said.
const IDLE: Duration = Duration::from_secs(60);
/// How many receivers a letter may have.
const RECIPIENTS: usize = 10;
/// How many mistakes are put up with.
const MISTAKES: usize = 10;

pub(super) struct Session<S> {
    mail: Arc<Mail>,
    stream: S,
    /// There is a place for this conversation.
    welcome: bool,
    answers: Vec<u8>,
    greeted: bool,
    sender: Option<String>,
    recipients: Vec<String>,
    mistakes: usize,
}

/// What is being read.
enum Reading {
    Commands,
    Letter {
        receiver: DataReceiver,
        raw: Vec<u8>,
    },
    /// A letter that is too large, up to its end.
    Rest(DummyDataReceiver),
}

/// Whether the conversation goes on.
#[derive(PartialEq, Eq)]
enum Then {
    Go,
    Data,
    Quit,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Session<S> {
    pub(super) fn new(mail: Arc<Mail>, stream: S, welcome: bool) -> Self {
        Self {
            mail,
            stream,
            welcome,
            answers: Vec::new(),
            greeted: false,
            sender: None,
            recipients: Vec::new(),
            mistakes: 0,
        }
    }

    /// Talks until the other side has nothing more to say, or one of the two has had enough.
    pub(super) async fn talk(mut self) -> io::Result<()> {
        if !self.welcome {
            self.answer("421 4.3.2 too many connections, come back later");
            return self.flush().await;
        }
        let host = host_name(&self.mail.host.settings);
        self.answer(&format!("220 {host} LMTP"));
        self.flush().await?;
        let mut commands = RequestReceiver::default();
        let mut reading = Reading::Commands;
        let mut buffer = vec![0; 16 * 1024];
        let stop = self.mail.host.stop.clone();
        loop {
            let idle = matches!(reading, Reading::Commands) && self.sender.is_none();
            let count = tokio::select! {
                read = timeout(IDLE, self.stream.read(&mut buffer)) => match read {
                    Ok(count) => count?,
                    Err(_elapsed) => {
                        self.answer("421 4.4.2 nothing was said for too long");
                        return self.flush().await;
                    }
                },
                () = stop.cancelled(), if idle => {
                    self.answer("421 4.3.2 going down");
                    return self.flush().await;
                }
            };
            if count == 0 {
                return Ok(());
            }
            let mut bytes = buffer[..count].iter();
            loop {
                let (next, then) = self.step(reading, &mut commands, &mut bytes).await;
                reading = next;
                match then {
                    Step::More => {}
                    Step::Wait => break,
                    Step::End => return self.flush().await,
                }
            }
            self.flush().await?;
        }
    }

    /// Deals with the next command, or the next piece of a letter.
    async fn step(
        &mut self,
        reading: Reading,
        commands: &mut RequestReceiver,
        bytes: &mut std::slice::Iter<'_, u8>,
    ) -> (Reading, Step) {
        match reading {
            Reading::Commands => {
                let request = commands.ingest(bytes).map(Request::into_owned);
                let then = match request {
                    Ok(request) => self.command(request).await,
                    Err(Error::NeedsMoreData { .. }) => return (Reading::Commands, Step::Wait),
                    Err(error) => self.mistake(&error),
                };
                match then {
                    Then::Go => (Reading::Commands, Step::More),
                    Then::Quit => (Reading::Commands, Step::End),
                    Then::Data => (Reading::Letter { receiver: DataReceiver::new(), raw: Vec::new() }, Step::More),
                }
            }
            Reading::Letter { mut receiver, mut raw } => {
                let complete = receiver.ingest(bytes, &mut raw);
                if raw.len() > LARGEST {
                    raw.clear();
                    if complete {
                        self.too_large();
                        return (Reading::Commands, Step::More);
                    }
                    return (Reading::Rest(DummyDataReceiver::new_data(&receiver)), Step::Wait);
                }
                if !complete {
                    return (Reading::Letter { receiver, raw }, Step::Wait);
                }
                self.keep(raw).await;
                (Reading::Commands, Step::More)
            }
            Reading::Rest(mut rest) => match rest.ingest(bytes) {
                true => {
                    self.too_large();
                    (Reading::Commands, Step::More)
                }
                false => (Reading::Rest(rest), Step::Wait),
            },
        }
    }

    async fn command(&mut self, request: Request<String>) -> Then {
        match request {
            Request::Lhlo { .. } => {
                self.reset();
                self.greeted = true;
                let host = host_name(&self.mail.host.settings);
                self.answer(&format!("250-{host}\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250-8BITMIME"));
                self.answer(&format!("250-SMTPUTF8\r\n250 SIZE {LARGEST}"));
            }
            Request::Ehlo { .. } | Request::Helo { .. } => self.answer("500 5.5.1 this is LMTP: say LHLO"),
            Request::Mail { .. } if !self.greeted => self.answer("503 5.5.1 say LHLO first"),
            Request::Mail { .. } if self.sender.is_some() => self.answer("503 5.5.1 there is a sender already"),
            Request::Mail { from } if from.size > LARGEST => self.answer("552 5.3.4 larger than we take"),
            Request::Mail { from } => {
                self.sender = Some(from.address);
                self.answer("250 2.1.0 fine");
            }
            Request::Rcpt { .. } if self.sender.is_none() => self.answer("503 5.5.1 from whom?"),
            Request::Rcpt { .. } if self.recipients.len() >= RECIPIENTS => {
                self.answer("452 4.5.3 too many receivers, send them in several letters");
            }
            Request::Rcpt { to } => self.recipient(to.address).await,
            Request::Data if self.recipients.is_empty() => self.answer("503 5.5.1 to whom?"),
            Request::Data => {
                self.answer("354 go ahead, and end with a dot");
                return Then::Data;
            }
            Request::Rset => {
                self.reset();
                self.answer("250 2.0.0 forgotten");
            }
            Request::Noop { .. } => self.answer("250 2.0.0 fine"),
            Request::Vrfy { .. } => self.answer("252 2.1.5 try and see"),
            Request::Quit => {
                self.answer("221 2.0.0 bye");
                return Then::Quit;
            }
            _ => self.answer("502 5.5.1 not here"),
        }
        Then::Go
    }

    async fn recipient(&mut self, address: String) {
        let host = &self.mail.host;
        match is_ours(&host.db.read, &host.keys, &host.settings, &address).await {
            Ok(true) => {
                self.recipients.push(address);
                self.answer("250 2.1.5 fine");
            }
            Ok(false) => self.answer("550 5.1.1 nobody here is called so"),
            Err(error) => {
                tracing::warn!(error = %error, "whether an address is ours could not be looked up");
                self.answer("451 4.3.0 cannot look that up now");
            }
        }
    }

    /// Keeps a letter, and only then answers for it: once for each receiver, as LMTP wants it.
    async fn keep(&mut self, raw: Vec<u8>) {
        let (sender, recipients) = self.reset();
        let count = recipients.len();
        let letter = Letter { sender, recipients, raw };
        let host = &self.mail.host;
        let answer = match keep(&host.db, &host.clock, &letter, Way::Lmtp).await {
            Ok(()) => {
                self.mail.arrived.notify_one();
                "250 2.0.0 kept"
            }
            Err(error) => {
                tracing::warn!(error = %error, "a letter could not be kept; the mail server will come back with it");
                "451 4.3.0 cannot keep it now, come back later"
            }
        };
        for _ in 0..count {
            self.answer(answer);
        }
    }

    fn too_large(&mut self) {
        let (_, recipients) = self.reset();
        for _ in recipients {
            self.answer("552 5.3.4 larger than we take");
        }
    }

    fn mistake(&mut self, error: &Error) -> Then {
        self.mistakes += 1;
        if self.mistakes > MISTAKES || matches!(error, Error::ResponseTooLong) {
            self.answer("421 4.7.0 that is enough");
            return Then::Quit;
        }
        self.answer(match error {
            Error::InvalidSenderAddress => "553 5.1.7 that is no address",
            Error::InvalidRecipientAddress => "553 5.1.3 that is no address",
            Error::InvalidParameter { .. } | Error::UnsupportedParameter { .. } => "555 5.5.4 not with this",
            Error::SyntaxError { .. } => "501 5.5.2 not understood",
            _ => "500 5.5.1 not understood",
        });
        Then::Go
    }

    /// Forgets the letter that was begun, and gives what was known of it.
    fn reset(&mut self) -> (String, Vec<String>) {
        (self.sender.take().unwrap_or_default(), std::mem::take(&mut self.recipients))
    }

    fn answer(&mut self, line: &str) {
        self.answers.extend_from_slice(line.as_bytes());
        self.answers.extend_from_slice(b"\r\n");
    }

    async fn flush(&mut self) -> io::Result<()> {
        if self.answers.is_empty() {
            return Ok(());
        }
        let answers = std::mem::take(&mut self.answers);
        timeout(IDLE, self.stream.write_all(&answers)).await.map_err(|_elapsed| io::ErrorKind::TimedOut)??;
        self.stream.flush().await
    }
}

/// What to do after a step.
enum Step {
    /// There may be more in what was read.
    More,
    /// More must be read.
    Wait,
    End,
}
