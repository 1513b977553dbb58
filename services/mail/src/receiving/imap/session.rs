//! What is asked of a server that we are signed in to. Every answer is waited for with a limit, and none is repeated in errors.

use std::time::Duration;

use async_imap::error::{Error, Result as Answered};
use async_imap::imap_proto::{AttributeValue, MailboxDatum, Response, Status};

use super::Trouble;
use super::credentials::{Credentials, SignIn, Xoauth2};
use super::server::{Server, Wire};

/// How long one answer may take.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// A conversation with a server that knows us.
pub(super) struct Session {
    talk: async_imap::Session<Box<dyn Wire>>,
    idles: bool,
    moves: bool,
    expunges: bool,
}

/// A folder that is open.
pub(super) struct Folder {
    pub(super) uid_validity: u32,
    pub(super) uid_next: Option<u32>,
}

impl Session {
    pub(super) async fn sign_in(server: &Server, credentials: &Credentials) -> Result<Self, Trouble> {
        // Before the connection: servers give little time between greeting and signing in.
        let sign_in = credentials.get().await?;
        let client = server.connect().await?;
        let signing_in = async {
            let known = match sign_in {
                SignIn::Password { user, password } => client.login(&user, &password).await,
                SignIn::Token { user, token } => client.authenticate("XOAUTH2", Xoauth2::new(&user, &token)).await,
            };
            known.map_err(|(error, _)| error)
        };
        let mut talk = within(PATIENCE, "to let us in", signing_in).await?;
        let can = within(PATIENCE, "to say what it can", talk.capabilities()).await?;
        let (idles, moves, expunges) = (can.has_str("IDLE"), can.has_str("MOVE"), can.has_str("UIDPLUS"));
        Ok(Self { talk, idles, moves, expunges })
    }

    pub(super) async fn select(&mut self, folder: &str) -> Result<Folder, Trouble> {
        let open = within(PATIENCE, "to open the folder", self.talk.select(folder)).await?;
        let uid_validity = open.uid_validity.ok_or(Trouble::NotUnderstood)?;
        Ok(Folder { uid_validity, uid_next: open.uid_next })
    }

    /// Makes a folder if there is none.
    pub(super) async fn make_folder(&mut self, folder: &str) -> Result<(), Trouble> {
        match within(PATIENCE, "to make a folder", self.talk.create(folder)).await {
            // It is there already, or moving letters there will say that it is not.
            Err(Trouble::Refused(_)) => Ok(()),
            done => done,
        }
    }

    /// The UIDs of what is found, in order.
    pub(super) async fn search(&mut self, query: &str) -> Result<Vec<u32>, Trouble> {
        let mut uids = Vec::new();
        let look = |answer: &Response<'_>| {
            if let Response::MailboxData(MailboxDatum::Search(found)) = answer {
                uids.extend(found);
            }
        };
        self.ask("to search", &format!("UID SEARCH {query}"), look).await?;
        uids.sort_unstable();
        Ok(uids)
    }

    /// How large a letter is, when it is there.
    pub(super) async fn size(&mut self, uid: u32) -> Result<Option<u32>, Trouble> {
        let mut size = None;
        let look = |answer: &Response<'_>| {
            size = size.or(values(answer, uid).find_map(|value| match value {
                AttributeValue::Rfc822Size(size) => Some(*size),
                _ => None,
            }));
        };
        self.ask("to say how large a letter is", &format!("UID FETCH {uid} (UID RFC822.SIZE)"), look).await?;
        Ok(size)
    }

    /// The bytes of a letter, which stays as unseen as it was.
    pub(super) async fn letter(&mut self, uid: u32) -> Result<Option<Vec<u8>>, Trouble> {
        let mut letter = None;
        let look = |answer: &Response<'_>| {
            let whole = values(answer, uid).find_map(|value| match value {
                AttributeValue::BodySection { section: None, data: Some(data), .. } => Some(data.to_vec()),
                _ => None,
            });
            letter = letter.take().or(whole);
        };
        self.ask("to give a letter", &format!("UID FETCH {uid} (UID BODY.PEEK[])"), look).await?;
        Ok(letter)
    }

    /// Gives every answer to look at. Unlike in the functions of the client, half an answer is none.
    async fn ask(
        &mut self,
        what: &'static str,
        command: &str,
        mut look: impl FnMut(&Response<'_>),
    ) -> Result<(), Trouble> {
        let asking = async {
            let id = self.talk.run_command(command).await?;
            loop {
                let answer = self.talk.read_response().await?.ok_or(Error::ConnectionLost)?;
                match answer.parsed() {
                    Response::Done { tag, status: Status::Ok, .. } if *tag == id => return Ok(()),
                    Response::Done { tag, .. } if *tag == id => return Err(Error::No(String::new())),
                    answer => look(answer),
                }
            }
        };
        within(PATIENCE, what, asking).await
    }

    pub(super) async fn mark_as_seen(&mut self, uid: u32) -> Result<(), Trouble> {
        self.store(&format!("UID STORE {uid} +FLAGS.SILENT (\\Seen)"), "to mark it as seen").await
    }

    /// Moves a letter, in one step where the server can.
    pub(super) async fn move_to(&mut self, uid: u32, folder: &str) -> Result<(), Trouble> {
        let uid_set = uid.to_string();
        if self.moves {
            return within(PATIENCE, "to move it", self.talk.uid_mv(uid_set, folder)).await;
        }
        within(PATIENCE, "to copy it", self.talk.uid_copy(uid_set, folder)).await?;
        self.store(&format!("UID STORE {uid} +FLAGS.SILENT (\\Seen \\Deleted)"), "to take it away").await?;
        // Without UIDPLUS everything would go that anybody has marked as deleted.
        match self.expunges {
            true => self.store(&format!("UID EXPUNGE {uid}"), "to take it away").await,
            false => Ok(()),
        }
    }

    async fn store(&mut self, command: &str, what: &'static str) -> Result<(), Trouble> {
        within(PATIENCE, what, self.talk.run_command_and_check_ok(command)).await
    }

    /// Waits for new letters: until the server tells of one, or the time is up.
    pub(super) async fn wait(mut self, every: Duration) -> Result<Self, Trouble> {
        if !self.idles {
            tokio::time::sleep(every).await;
            return Ok(self);
        }
        let mut idle = self.talk.idle();
        within(PATIENCE, "to tell of new letters", idle.init()).await?;
        {
            let (told, _stop) = idle.wait_with_timeout(every);
            // Its own limit begins anew whenever the server says that it is still there.
            if let Ok(Err(error)) = tokio::time::timeout(every, told).await {
                return Err(trouble("to tell of new letters", &error));
            }
        }
        self.talk = within(PATIENCE, "to tell of new letters", idle.done()).await?;
        Ok(self)
    }

    /// Says goodbye, which nothing hangs on.
    pub(super) async fn leave(mut self) {
        let _ = within(PATIENCE, "to say goodbye", self.talk.logout()).await;
    }
}

/// What is said about one letter.
fn values<'a>(answer: &'a Response<'a>, uid: u32) -> impl Iterator<Item = &'a AttributeValue<'a>> {
    let all: &[AttributeValue<'a>] = match answer {
        Response::Fetch(_, values) => values,
        _ => &[],
    };
    let about = all.iter().any(|value| matches!(value, AttributeValue::Uid(known) if *known == uid));
    all.iter().filter(move |_| about)
}

/// An answer, or what went wrong.
pub(super) async fn within<T>(
    patience: Duration,
    what: &'static str,
    answer: impl Future<Output = Answered<T>>,
) -> Result<T, Trouble> {
    let answered = tokio::time::timeout(patience, answer).await.map_err(|_elapsed| Trouble::Silent)?;
    answered.map_err(|error| trouble(what, &error))
}

/// The words of a server, and what could not be read of a letter, are left out.
fn trouble(what: &'static str, error: &Error) -> Trouble {
    match error {
        Error::No(_) | Error::Bad(_) => Trouble::Refused(what),
        Error::ConnectionLost => Trouble::Lost,
        // What cannot be read is an error of this kind as well.
        Error::Io(error) if error.kind() == std::io::ErrorKind::Other => Trouble::NotUnderstood,
        Error::Io(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Trouble::Lost,
        Error::Io(error) => Trouble::Unreachable(error.kind()),
        _ => Trouble::NotUnderstood,
    }
}
