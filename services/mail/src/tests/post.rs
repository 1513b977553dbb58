//! Letters that are handed over as a mail server does it, over a real connection.

use std::net::SocketAddr;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use bus::Carrier;
use bus::testing::eventually;
use host::Settings;
use host::testing::Kind;
use sea_orm::{EntityTrait, QueryOrder};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::task::JoinHandle;

use super::sink::Mode;
use super::world::*;
use crate::receiving::{lmtp, taking_in};
use crate::store::{calendar_entry, received};

/// To where everybody's calendar answers.
pub(super) const MAILBOX: &str = "arrangement@distriktssenteret.example";

pub(super) struct Post {
    pub(super) world: World,
    pub(super) door: SocketAddr,
    tasks: Vec<JoinHandle<()>>,
}

impl Drop for Post {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

impl Post {
    pub(super) async fn new(kind: Kind) -> Self {
        Self::with(kind, |_| {}).await
    }

    /// A world that takes letters in, whose mail server is called `mx.etat.example`.
    pub(super) async fn with(kind: Kind, set: impl FnOnce(&mut Settings)) -> Self {
        let world = World::with(kind, Mode::Fine, |settings| {
            settings.authserv_id = Some("mx.etat.example".to_owned());
            set(settings);
        })
        .await;
        let listener = lmtp::Listener::open("127.0.0.1:0").await.unwrap();
        let door = listener.address().unwrap();
        let (bus, _) = crate::listed(&world.mail, &Carrier::in_process()).start();
        let (mail, taking) = (world.mail.clone(), world.mail.clone());
        let tasks = vec![
            tokio::spawn(async move { lmtp::serve(mail, listener).await.unwrap() }),
            tokio::spawn(async move { taking_in::run(taking, bus).await.unwrap() }),
        ];
        Self { world, door, tasks }
    }

    /// A connection that has been greeted.
    pub(super) async fn connect(&self) -> Talk {
        let (read, write) = TcpStream::connect(self.door).await.unwrap().into_split();
        let mut talk = Talk { read: BufReader::new(read), write };
        assert!(talk.answer().await.starts_with("220 "));
        let answers = talk.say("LHLO mx.etat.example").await;
        assert!(answers.contains("250 SIZE 262144"), "{answers}");
        talk
    }

    /// Hands a letter over, and gives the answers to the receivers, or to the dot when there is one.
    pub(super) async fn hand_over(&self, from: &str, to: &[&str], letter: &str) -> Vec<String> {
        let mut talk = self.connect().await;
        talk.hand_over(from, to, letter).await
    }

    /// Hands a letter over that is taken, and waits until everything has come of it.
    pub(super) async fn deliver(&self, from: &str, to: &str, letter: &str) -> String {
        let answers = self.hand_over(from, &[to], letter).await;
        assert_eq!(answers, ["250 2.0.0 kept"]);
        self.dealt().await;
        let last = self.received().await.pop().unwrap();
        last.outcome.unwrap_or_else(|| panic!("tried {} times: {:?}", last.tries, last.trouble))
    }

    pub(super) async fn dealt(&self) {
        let host = &self.world.host;
        eventually("every letter that came in is dealt with", async || {
            crate::incoming(&host.db, host.clock.now()).await.unwrap().0 == 0
        })
        .await;
        self.world.settle().await;
    }

    pub(super) async fn received(&self) -> Vec<received::Model> {
        let all = received::Entity::find().order_by_asc(received::Column::Id);
        all.all(&self.world.host.db.write).await.unwrap()
    }

    /// One of the letters in `replies`, about a person's entry.
    pub(super) async fn sample(&self, name: &str, number: u128) -> String {
        let person = person(number);
        let entry = calendar_entry::find(&self.world.host.db.write, person.id).await.unwrap();
        let uid = entry.map_or_else(|| "none".to_owned(), |entry| entry.uid);
        let letters = self.world.letters().await;
        let of_person = letters.iter().filter(|letter| letter.registration == Some(person.id.0));
        let message_id = of_person.filter_map(|letter| letter.message_id.clone()).next_back().unwrap_or_default();
        let filled = sample(name)
            .replace("{uid}", &uid)
            .replace("{from}", &person.email)
            .replace("{to}", MAILBOX)
            .replace("{message_id}", &message_id);
        encoded(&filled)
    }
}

pub(super) fn sample(name: &str) -> String {
    let file = format!("{}/src/tests/replies/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&file).unwrap_or_else(|_| panic!("no {file}"))
}

/// Puts what stands between the marks into base64, and gives all lines their ends.
pub(super) fn encoded(letter: &str) -> String {
    let mut whole = String::new();
    for (number, piece) in letter.split("<<base64\n").enumerate() {
        let (secret, rest) = if number == 0 { ("", piece) } else { piece.split_once("\n>>").unwrap() };
        let code = BASE64_STANDARD.encode(secret.replace('\n', "\r\n"));
        for line in code.as_bytes().chunks(76) {
            whole.push_str(std::str::from_utf8(line).unwrap());
            whole.push('\n');
        }
        whole.push_str(rest);
    }
    whole.replace('\n', "\r\n")
}

/// One conversation.
pub(super) struct Talk {
    read: BufReader<OwnedReadHalf>,
    write: OwnedWriteHalf,
}

impl Talk {
    /// The next answer, all its lines.
    pub(super) async fn answer(&mut self) -> String {
        let mut answer = String::new();
        loop {
            let mut line = String::new();
            assert!(self.read.read_line(&mut line).await.unwrap() > 0, "the connection ended after {answer}");
            answer.push_str(&line);
            if line.as_bytes().get(3) == Some(&b' ') {
                return answer.trim_end().to_owned();
            }
        }
    }

    pub(super) async fn say(&mut self, line: &str) -> String {
        self.write_raw(&format!("{line}\r\n")).await;
        self.answer().await
    }

    pub(super) async fn write_raw(&mut self, text: &str) {
        self.write.write_all(text.as_bytes()).await.unwrap();
    }

    pub(super) async fn hand_over(&mut self, from: &str, to: &[&str], letter: &str) -> Vec<String> {
        assert_eq!(self.say(&format!("MAIL FROM:<{from}>")).await, "250 2.1.0 fine");
        let mut taken = 0;
        let mut answers = Vec::new();
        for to in to {
            let answer = self.say(&format!("RCPT TO:<{to}>")).await;
            match answer.starts_with("250") {
                true => taken += 1,
                false => answers.push(answer),
            }
        }
        if taken == 0 {
            return answers;
        }
        assert!(self.say("DATA").await.starts_with("354"));
        let stuffed = letter.replace("\r\n.", "\r\n..");
        self.write_raw(&format!("{}\r\n.\r\n", stuffed.trim_end_matches("\r\n"))).await;
        for _ in 0..taken {
            answers.push(self.answer().await);
        }
        answers
    }
}
