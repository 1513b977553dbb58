//! Mailboxes that are read over IMAP, at a server that behaves as badly as it is told to.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bus::testing::eventually;
use host::ImapMailbox;
use host::testing::{KINDS, Kind};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::post::{MAILBOX, Post};
use super::world::*;
use crate::receiving::imap;
use crate::receiving::reading::LARGEST;
use crate::store::mailbox as mailbox_store;

/// What the server does to a letter that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// Closes the connection in the middle of it.
    Break,
    /// Sends what is no answer.
    Nonsense,
    /// Gives it, and closes once before it is marked.
    CloseAtMark,
    /// Refuses so many times to give it.
    Refuse(u32),
}

struct Inner {
    validity: u32,
    /// By UID: the letter, and whether it was seen.
    letters: BTreeMap<u32, (String, bool)>,
    moved: Vec<u32>,
    faults: BTreeMap<u32, Fault>,
    signed_in: usize,
    asked: Vec<u32>,
    idles: bool,
}

/// A server with one mailbox.
#[derive(Clone)]
struct Server(Arc<Mutex<Inner>>);

impl Server {
    async fn start(letters: &[(u32, &str)]) -> (Self, u16, JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let letters = letters.iter().map(|(uid, letter)| (*uid, ((*letter).to_owned(), false))).collect();
        let server = Self(Arc::new(Mutex::new(Inner {
            validity: 7,
            letters,
            moved: Vec::new(),
            faults: BTreeMap::new(),
            signed_in: 0,
            asked: Vec::new(),
            idles: false,
        })));
        let serving = server.clone();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = serving.clone();
                // A connection that breaks is the point of many a test.
                tokio::spawn(async move { drop(server.talk(stream).await) });
            }
        });
        (server, port, task)
    }

    fn with<T>(&self, look: impl FnOnce(&mut Inner) -> T) -> T {
        look(&mut self.0.lock().unwrap())
    }

    fn put(&self, uid: u32, letter: &str) {
        self.with(|inner| inner.letters.insert(uid, (letter.to_owned(), false)));
    }

    fn seen(&self) -> Vec<u32> {
        self.with(|inner| inner.letters.iter().filter(|(_, (_, seen))| *seen).map(|(uid, _)| *uid).collect())
    }

    async fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut stream = BufReader::new(stream);
        stream.write_all(b"* OK ready\r\n").await?;
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            let line = line.trim_end();
            let (tag, command) = line.split_once(' ').unwrap_or((line, ""));
            let words: Vec<&str> = command.split(' ').collect();
            let (answer, goes_on) = match words.as_slice() {
                ["AUTHENTICATE", "XOAUTH2"] => {
                    stream.write_all(b"+ \r\n").await?;
                    let mut token = String::new();
                    stream.read_line(&mut token).await?;
                    // user=arrangement@distriktssenteret.example^Aauth=Bearer good^A^A
                    let good = token.trim_end()
                        == "dXNlcj1hcnJhbmdlbWVudEBkaXN0cmlrdHNzZW50ZXJldC5leGFtcGxlAWF1dGg9QmVhcmVyIGdvb2QBAQ==";
                    if !good {
                        stream.write_all(b"+ eyJzdGF0dXMiOiI0MDAifQ==\r\n").await?;
                        let mut empty = String::new();
                        stream.read_line(&mut empty).await?;
                        assert_eq!(empty, "\r\n", "what is refused is answered with nothing");
                    }
                    (self.signed_in(good), true)
                }
                ["LOGIN", user, password] => {
                    let good = user.trim_matches('"') == MAILBOX && *password == "\"pass\\\"word\"";
                    (self.signed_in(good), true)
                }
                ["CAPABILITY"] => {
                    let idle = if self.with(|inner| inner.idles) { " IDLE" } else { "" };
                    (format!("* CAPABILITY IMAP4rev1 MOVE{idle}\r\nOK"), true)
                }
                ["SELECT", _] => {
                    let (validity, count) = self.with(|inner| (inner.validity, inner.letters.len()));
                    (format!("* {count} EXISTS\r\n* OK [UIDVALIDITY {validity}] x\r\nOK [READ-WRITE]"), true)
                }
                ["UID", "SEARCH", query @ ..] => (self.search(query), true),
                ["UID", "FETCH", uid, what @ ..] => self.fetch(uid.parse().unwrap(), &what.join(" ")),
                ["UID", "STORE", uid, ..] => {
                    if self.with(|inner| inner.faults.remove(&uid.parse().unwrap())).is_some() {
                        return Ok(());
                    }
                    self.with(|inner| inner.letters.get_mut(&uid.parse().unwrap()).unwrap().1 = true);
                    ("OK".to_owned(), true)
                }
                ["UID", "MOVE", uid, "\"M&APg-teplass\""] => {
                    let uid = uid.parse().unwrap();
                    self.with(|inner| {
                        inner.letters.remove(&uid);
                        inner.moved.push(uid);
                    });
                    ("OK".to_owned(), true)
                }
                ["CREATE", _] => ("NO [ALREADYEXISTS]".to_owned(), true),
                ["IDLE"] => {
                    stream.write_all(b"+ idling\r\n").await?;
                    let before = self.with(|inner| inner.letters.len());
                    eventually("a new letter", async || self.with(|inner| inner.letters.len()) > before).await;
                    stream.write_all(format!("* {} EXISTS\r\n", before + 1).as_bytes()).await?;
                    let mut done = String::new();
                    stream.read_line(&mut done).await?;
                    ("OK".to_owned(), true)
                }
                _ => ("BAD".to_owned(), true),
            };
            match answer.rsplit_once("\r\n") {
                Some((before, last)) if goes_on => {
                    stream.write_all(format!("{before}\r\n{tag} {last} done\r\n").as_bytes()).await?;
                }
                _ if goes_on => stream.write_all(format!("{tag} {answer} done\r\n").as_bytes()).await?,
                _ => return stream.write_all(answer.as_bytes()).await,
            }
        }
    }

    fn signed_in(&self, good: bool) -> String {
        self.with(|inner| inner.signed_in += usize::from(good));
        if good { "OK" } else { "NO [AUTHENTICATIONFAILED]" }.to_owned()
    }

    fn search(&self, query: &[&str]) -> String {
        let found: Vec<String> = self.with(|inner| match query {
            ["UNSEEN", ..] => {
                inner.letters.iter().filter(|(_, (_, seen))| !seen).map(|(uid, _)| uid.to_string()).collect()
            }
            ["UID", range] => {
                let last = inner.letters.keys().max().copied();
                let from: u32 = range.trim_end_matches(":*").parse().unwrap();
                // A range includes the last letter, whichever it is.
                let fits = |uid: &&u32| {
                    if range.ends_with('*') { **uid >= from || Some(**uid) == last } else { **uid == from }
                };
                inner.letters.keys().filter(fits).map(ToString::to_string).collect()
            }
            _ => panic!("{query:?}"),
        });
        format!("* SEARCH {}\r\nOK", found.join(" "))
    }

    fn fetch(&self, uid: u32, what: &str) -> (String, bool) {
        self.with(|inner| {
            let Some((letter, _)) = inner.letters.get(&uid) else { return ("OK".to_owned(), true) };
            if what.contains("SIZE") {
                return (format!("* 1 FETCH (UID {uid} RFC822.SIZE {})\r\nOK", letter.len()), true);
            }
            assert!(what.contains("BODY.PEEK[]"), "{what}");
            inner.asked.push(uid);
            let whole = format!("* 1 FETCH (UID {uid} BODY[] {{{}}}\r\n{letter})\r\n", letter.len());
            match inner.faults.get_mut(&uid) {
                None | Some(Fault::Refuse(0)) => (format!("{whole}OK"), true),
                Some(Fault::Refuse(left)) => {
                    *left -= 1;
                    ("NO [UNAVAILABLE]".to_owned(), true)
                }
                Some(Fault::Break) => (whole[..whole.len() / 2].to_owned(), false),
                Some(Fault::Nonsense) => ("* 1 FETCH (((\r\n".to_owned(), false),
                Some(Fault::CloseAtMark) => (format!("{whole}OK"), true),
            }
        })
    }
}

fn letter(number: u32) -> String {
    format!(
        "From: Ola <ola@x.example>\r\nTo: {MAILBOX}\r\nSubject: Nr. {number}\r\nMessage-ID: <{number}@x.example>\r\n\r\nHei {number}\r\n"
    )
}

/// A file with a secret, in the folder of the tests.
fn secret(content: &str) -> PathBuf {
    let file = std::env::temp_dir().join(format!("moteplass-imap-{}", uuid::Uuid::now_v7()));
    std::fs::write(&file, content).unwrap();
    file
}

fn mailbox(port: u16) -> ImapMailbox {
    ImapMailbox {
        server: format!("imap://127.0.0.1:{port}"),
        user: MAILBOX.to_owned(),
        password_file: Some(secret("pass\"word\n")),
        token_file: None,
        oauth2: None,
        folder: "INBOX".to_owned(),
        move_to: None,
        every: 1,
    }
}

/// A world that reads a mailbox with these letters, and the tasks that do so.
async fn reading(
    kind: Kind,
    server: &[(u32, &str)],
    set: impl FnOnce(&mut ImapMailbox),
) -> (Post, Server, JoinHandle<()>) {
    let (server, port, task) = Server::start(server).await;
    let mut settings = mailbox(port);
    set(&mut settings);
    let post = Post::with(kind, |all| all.imap = BTreeMap::from([("kurs".to_owned(), settings)])).await;
    post.world.publish(&event()).await;
    (post, server, task)
}

fn start(post: &Post) -> JoinHandle<()> {
    let mut mailbox = imap::mailboxes(&post.world.host.settings).unwrap().remove(0);
    mailbox.pause = Duration::from_millis(20);
    let mail = post.world.mail.clone();
    tokio::spawn(async move { imap::run(mail, mailbox).await.unwrap() })
}

/// Waits until it is noted how far the mailbox has been read.
async fn read_up_to(post: &Post, uid: i64) {
    let db = &post.world.host.db.write;
    eventually("how far it was read is noted", async || {
        mailbox_store::find(db, "kurs/INBOX").await.unwrap().is_some_and(|place| place.last_uid == uid)
    })
    .await;
}

/// Waits until so many letters have come in, and gives their ways.
async fn come_in(post: &Post, count: usize) {
    eventually(&format!("{count} letters come in"), async || post.received().await.len() == count).await;
    post.dealt().await;
    let all = post.received().await;
    assert!(all.iter().all(|row| row.way == "imap" && row.outcome.as_deref() == Some("passed_on")), "{all:?}");
}

#[tokio::test]
async fn letters_in_a_mailbox_are_kept_once_and_marked_as_seen() {
    for kind in KINDS {
        let (first, second) = (letter(1), letter(2));
        let (post, server, _serving) = reading(kind, &[(3, &first), (9, &second)], |_| {}).await;
        let running = start(&post);
        come_in(&post, 2).await;
        eventually("both are seen", async || server.seen() == [3, 9]).await;
        server.put(12, &letter(3));
        come_in(&post, 3).await;
        read_up_to(&post, 12).await;
        running.abort();
        // Another process, which knows where to go on: also past what somebody has marked as not seen.
        server.with(|inner| inner.letters.get_mut(&3).unwrap().1 = false);
        server.put(13, &letter(4));
        let running = start(&post);
        come_in(&post, 4).await;
        read_up_to(&post, 13).await;
        assert_eq!(server.with(|inner| inner.asked.clone()), [3, 9, 12, 13], "{kind:?}: each was asked for once");
        running.abort();
        // The server has lost its numbers. What was kept is known again.
        server.with(|inner| {
            inner.validity = 8;
            let letters = std::mem::take(&mut inner.letters).into_values();
            inner.letters = (1..).zip(letters.map(|(letter, _)| (letter, false))).collect();
        });
        server.put(20, &letter(5));
        let _running = start(&post);
        come_in(&post, 5).await;
    }
}

#[tokio::test]
async fn a_letter_that_breaks_the_conversation_does_not_stop_the_rest() {
    for fault in [Fault::Break, Fault::Nonsense] {
        let (first, second, third) = (letter(1), letter(2), letter(3));
        let (post, server, _serving) = reading(Kind::Sqlite, &[(1, &first), (2, &second), (3, &third)], |_| {}).await;
        server.with(|inner| inner.faults.insert(2, fault));
        let _running = start(&post);
        come_in(&post, 2).await;
        read_up_to(&post, 3).await;
        let asked = server.with(|inner| inner.asked.iter().filter(|uid| **uid == 2).count());
        assert_eq!(asked, 3, "{fault:?}");
        assert_eq!(server.seen(), [1, 3], "people find it where it was");
        server.put(4, &letter(4));
        come_in(&post, 3).await;
    }
}

#[tokio::test]
async fn no_letter_is_passed_over_while_a_server_is_unwell() {
    let (first, second) = (letter(1), letter(2));
    let (post, server, _serving) = reading(Kind::Sqlite, &[(1, &first), (2, &second)], |_| {}).await;
    server.with(|inner| inner.faults.extend([(1, Fault::Refuse(4)), (2, Fault::Refuse(1))]));
    let _running = start(&post);
    come_in(&post, 2).await;
    read_up_to(&post, 2).await;
    assert_eq!(server.seen(), [1, 2]);
}

#[tokio::test]
async fn a_letter_that_was_refused_once_does_not_wait_for_one_that_is_never_given() {
    let (first, second) = (letter(1), letter(2));
    let (post, server, _serving) = reading(Kind::Sqlite, &[(1, &first), (2, &second)], |_| {}).await;
    server.with(|inner| inner.faults.extend([(1, Fault::Refuse(u32::MAX)), (2, Fault::Refuse(1))]));
    let _running = start(&post);
    come_in(&post, 1).await;
    eventually("the second is seen", async || server.seen() == [2]).await;
}

#[tokio::test]
async fn a_letter_that_is_never_given_holds_up_no_other() {
    let (first, second) = (letter(1), letter(2));
    let (post, server, _serving) = reading(Kind::Sqlite, &[(1, &first), (2, &second)], |_| {}).await;
    server.with(|inner| inner.faults.insert(1, Fault::Refuse(u32::MAX)));
    let _running = start(&post);
    come_in(&post, 1).await;
    for uid in 3..6 {
        server.put(uid, &letter(uid));
        come_in(&post, uid as usize - 1).await;
    }
    read_up_to(&post, 5).await;
    assert_eq!(server.seen(), [2, 3, 4, 5]);
}

#[tokio::test]
async fn what_is_kept_and_not_yet_marked_is_not_kept_again() {
    let first = letter(1);
    let (post, server, _serving) = reading(Kind::Sqlite, &[(1, &first)], |_| {}).await;
    server.with(|inner| inner.faults.insert(1, Fault::CloseAtMark));
    let _running = start(&post);
    eventually("it is seen", async || server.seen() == [1]).await;
    come_in(&post, 1).await;
    assert_eq!(server.with(|inner| inner.asked.len()), 2);
}

#[tokio::test]
async fn one_that_is_too_large_stays_where_it_is() {
    let (large, small) = (letter(1) + &"x".repeat(LARGEST), letter(2));
    let (post, server, _serving) = reading(Kind::Sqlite, &[(1, &large), (2, &small)], |_| {}).await;
    let _running = start(&post);
    come_in(&post, 1).await;
    eventually("the other one is seen", async || server.seen() == [2]).await;
    assert_eq!(server.with(|inner| inner.asked.clone()), [2], "it is not even fetched");
}

#[tokio::test]
async fn letters_are_moved_where_that_is_wished() {
    let first = letter(1);
    let to = |mailbox: &mut ImapMailbox| mailbox.move_to = Some("Møteplass".to_owned());
    let (post, server, _serving) = reading(Kind::Sqlite, &[(4, &first)], to).await;
    let _running = start(&post);
    come_in(&post, 1).await;
    eventually("it is moved", async || server.with(|inner| inner.moved.clone()) == [4]).await;
}

#[tokio::test]
async fn a_server_that_tells_of_new_letters_is_not_asked_in_between() {
    let seldom = |mailbox: &mut ImapMailbox| mailbox.every = 3_600;
    let (post, server, _serving) = reading(Kind::Sqlite, &[], seldom).await;
    server.with(|inner| inner.idles = true);
    let _running = start(&post);
    eventually("we are signed in", async || server.with(|inner| inner.signed_in) == 1).await;
    server.put(1, &letter(1));
    come_in(&post, 1).await;
}

#[tokio::test]
async fn a_token_opens_a_mailbox_and_is_read_anew_when_it_has_become_old() {
    let first = letter(1);
    let file = secret("old");
    let token = |mailbox: &mut ImapMailbox| {
        mailbox.password_file = None;
        mailbox.token_file = Some(file.clone());
    };
    let (post, server, _serving) = reading(Kind::Sqlite, &[(1, &first)], token).await;
    let settings = &post.world.host.settings;
    let error = format!("{:#}", crate::try_mailboxes(settings).await.unwrap_err());
    assert!(error.contains("imap.kurs: it refused to let us in") && !error.contains("old"), "{error}");
    let _running = start(&post);
    std::fs::write(&file, "good\n").unwrap();
    come_in(&post, 1).await;
    assert_eq!(crate::try_mailboxes(settings).await.unwrap(), 1);
    eventually("it is seen", async || server.seen() == [1]).await;
}
