//! The processes, the links between them and their servers, and what is done to them.

use super::poison::Poisoned;
use super::schedule::{Fault, Server, Strike};
use super::seat::Seat;
use super::troubles::{Standstills, Why};
use crate::process::Process;
use crate::sink::Mood;
use crate::{Installation, Relay, Sink, Way};
use futures::future::join_all;
use host::testing::server;
use rand::SeedableRng;
use rand::rngs::StdRng;
use std::time::{Duration, Instant};
use tokio::process::Command;

/// Everything that runs.
pub(super) struct Site {
    pub(super) installation: Installation,
    pub(super) seats: Vec<Seat>,
    pub(super) poisoned: Poisoned,
    /// What happened, for those who look into it afterwards.
    pub(super) diary: Vec<String>,
    /// What must not have happened.
    pub(super) broken: Vec<String>,
    standstills: Standstills,
    begun: Instant,
    http: reqwest::Client,
}

/// What is to be put right, and when.
enum Cure {
    Resume(usize),
    Open(usize, Server),
    Move(usize, Server),
    Calm,
}

/// How often it is looked after everything.
const LOOK: Duration = Duration::from_millis(50);
/// How often a process that starts is asked whether it is up.
const ASK: Duration = Duration::from_millis(250);
/// How long a process may take to end when it is told to.
const ENDING: Duration = Duration::from_secs(60);
/// How long everybody may take to be ready.
const STARTING: Duration = Duration::from_secs(120);

impl Site {
    /// Starts everything, each process with links of its own.
    pub(super) async fn begin(way: Way, processes: &[Vec<&'static str>]) -> Self {
        let installation = Installation::prepare(way, Sink::start().await).await;
        let http = reqwest::Client::builder().timeout(Duration::from_millis(200)).build().expect("a client");
        let mut site = Self {
            installation,
            seats: Vec::new(),
            poisoned: Poisoned::default(),
            diary: Vec::new(),
            broken: Vec::new(),
            standstills: Standstills::default(),
            begun: Instant::now(),
            http,
        };
        site.standstills.watch();
        for (number, services) in processes.iter().enumerate() {
            let (seat, settings) = Seat::between(&site.installation, number, services).await;
            let log = site.installation.settings().data.join(format!("log-{number}-{}.txt", services.join("-")));
            std::fs::create_dir_all(&site.installation.settings().data).expect("a folder");
            site.installation.running.push(Process::begin(&settings, services, Some(log)));
            site.seats.push(seat);
        }
        join_all(site.installation.running.iter().map(Process::ready)).await;
        site
    }

    /// The addresses at which sign-ups are answered.
    pub(super) fn doors(&self) -> Vec<String> {
        let running = self.installation.running.iter();
        running.filter(|process| process.serves("registration")).map(|process| process.url("")).collect()
    }

    /// Notes what everybody has open while all is well.
    pub(super) fn note_files(&mut self) {
        for (process, seat) in self.installation.running.iter().zip(&mut self.seats) {
            seat.files = process.open_files().map(|files| files.saturating_sub(seat.open()));
        }
    }

    /// Has everything break as the schedule says, and puts each thing right when its time is over.
    pub(super) async fn suffer(&mut self, strikes: &[Strike], seed: u64) {
        let mut chance = StdRng::seed_from_u64(seed);
        let begun = Instant::now();
        let mut strikes = strikes.iter().peekable();
        let mut cures: Vec<(Instant, Cure)> = Vec::new();
        while strikes.peek().is_some() || !cures.is_empty() {
            while let Some(strike) = strikes.next_if(|strike| begun.elapsed() >= strike.at) {
                self.write(&format!("{:?}", strike.fault));
                cures.extend(self.strike(&strike.fault, &mut chance).await);
            }
            let (over, left): (Vec<_>, Vec<_>) = cures.into_iter().partition(|(at, _)| *at <= Instant::now());
            cures = left;
            for (_, cure) in over {
                self.cure(cure).await;
            }
            self.look_after().await;
            tokio::time::sleep(LOOK).await;
        }
        self.heal().await;
    }

    async fn strike(&mut self, fault: &Fault, chance: &mut StdRng) -> Option<(Instant, Cure)> {
        let now = Instant::now();
        match fault {
            Fault::Kill { process } => {
                self.seats[*process].note(Why::Ended, Some(now));
                self.start_anew(*process).await;
                None
            }
            Fault::Restart { process } => {
                let seat = &mut self.seats[*process];
                seat.note(Why::Ended, None);
                seat.ending.get_or_insert(now);
                self.installation.running[*process].signal("TERM").await;
                None
            }
            Fault::Pause { process, lasts } => {
                self.seats[*process].note(Why::Paused, None);
                self.installation.running[*process].signal("STOP").await;
                Some((now + *lasts, Cure::Resume(*process)))
            }
            Fault::Cut { process, server } => {
                let seat = &mut self.seats[*process];
                seat.note(Why::Link(*server), Some(now));
                seat.link(*server).cut();
                None
            }
            Fault::Close { process, server, lasts } => {
                let seat = &mut self.seats[*process];
                seat.note(Why::Link(*server), None);
                seat.link(*server).close(true);
                Some((now + *lasts, Cure::Open(*process, *server)))
            }
            Fault::Hold { process, server, lasts } => {
                let seat = &mut self.seats[*process];
                seat.note(Why::Link(*server), None);
                seat.link(*server).hold(true);
                Some((now + *lasts, Cure::Move(*process, *server)))
            }
            Fault::LoseCommits { process, count } => {
                self.seats[*process].link(Server::Database).lose_commits(*count);
                None
            }
            Fault::Mail { mood, lasts } => {
                self.installation.sink.be(*mood);
                Some((now + *lasts, Cure::Calm))
            }
            Fault::Poison { count } => {
                for _ in 0..*count {
                    // The broker itself is not among what is broken here, unless it is about to start anew.
                    if let Err(error) = self.poisoned.send(self.installation.settings(), chance).await {
                        self.write(&format!("no poison: {error:#}"));
                    }
                }
                None
            }
            Fault::RestartBroker => {
                let script = server("MOTEPLASS_TEST_AMQP_RESTART");
                let done = Command::new("sh").args(["-c", &script]).output().await.expect("a script");
                if !done.status.success() {
                    self.broken.push("the broker does not start".to_owned());
                }
                None
            }
        }
    }

    async fn cure(&mut self, cure: Cure) {
        match cure {
            Cure::Resume(process) => {
                self.installation.running[process].signal("CONT").await;
                self.seats[process].over(|why| why == Why::Paused);
            }
            Cure::Open(process, server) => {
                let seat = &mut self.seats[process];
                seat.link(server).close(false);
                seat.over(|why| why == Why::Link(server));
            }
            Cure::Move(process, server) => {
                let seat = &mut self.seats[process];
                seat.link(server).hold(false);
                seat.over(|why| why == Why::Link(server));
            }
            Cure::Calm => self.installation.sink.be(Mood::Well),
        }
    }

    async fn start_anew(&mut self, process: usize) {
        let seat = &mut self.seats[process];
        (seat.is_up, seat.files, seat.ending) = (false, None, None);
        let running = &mut self.installation.running[process];
        if running.has_ended() {
            running.start_anew();
        } else {
            running.kill_and_start().await;
        }
    }

    /// As whatever keeps a process running: one that has ended is started anew. None that was up may end by itself.
    async fn look_after(&mut self) {
        for process in 0..self.seats.len() {
            let ended = self.installation.running[process].has_ended();
            let seat = &self.seats[process];
            let services = seat.services.join(", ");
            match (ended, seat.ending) {
                (true, None) if seat.is_up => {
                    self.broken.push(format!("{process} ({services}) ended by itself"));
                    self.start_anew(process).await;
                }
                (true, _) => {
                    self.seats[process].over(|why| why == Why::Ended);
                    self.start_anew(process).await;
                }
                (false, Some(since)) if since.elapsed() > ENDING => {
                    self.broken.push(format!("{process} ({services}) did not end when it was told to"));
                    self.start_anew(process).await;
                }
                (false, _) if !seat.is_up && seat.asked.elapsed() > ASK => {
                    let url = self.installation.running[process].url("/health/live");
                    let is_up = self.http.get(url).send().await.is_ok();
                    let seat = &mut self.seats[process];
                    (seat.is_up, seat.asked) = (is_up, Instant::now());
                }
                (false, _) => {}
            }
        }
    }

    /// Everything is well again, and everybody is ready.
    async fn heal(&mut self) {
        self.installation.sink.be(Mood::Well);
        for (process, seat) in self.installation.running.iter().zip(&mut self.seats) {
            process.signal("CONT").await;
            for link in [seat.database.as_ref(), seat.broker.as_ref(), Some(&seat.mail)].into_iter().flatten() {
                link.heal();
            }
        }
        let begun = Instant::now();
        loop {
            self.look_after().await;
            let mut ready = true;
            for (process, seat) in self.installation.running.iter().zip(&self.seats) {
                let asked = self.http.get(process.url("/health/ready")).timeout(Duration::from_secs(3)).send().await;
                ready &= seat.ending.is_none() && asked.is_ok_and(|answer| answer.status().is_success());
            }
            if ready {
                break;
            }
            if begun.elapsed() > STARTING {
                self.broken.push(format!("after {} s not everybody is ready", STARTING.as_secs()));
                break;
            }
            tokio::time::sleep(LOOK).await;
        }
        for seat in &mut self.seats {
            seat.over(|_| true);
        }
        let lost: u32 = self.seats.iter().filter_map(|seat| Some(seat.database.as_ref()?.lost())).sum();
        self.write(&format!("all is well; {lost} answers to COMMIT were lost"));
    }

    /// Whether whoever goes in and out by this door may have forgotten what happened at this moment.
    pub(super) fn may_have_forgotten(&self, door: usize, at: Instant) -> bool {
        let seat = door.checked_sub(1).and_then(|number| self.seats.get(number));
        let had_trouble = seat.is_some_and(|seat| seat.troubles.iter().any(|trouble| trouble.concerns(at)));
        had_trouble || self.standstills.concern(at)
    }

    /// What has become more than it may: files and connections of those who have lived all the time.
    pub(super) fn grown(&self) -> Vec<String> {
        let settings = self.installation.settings();
        let mut grown = Vec::new();
        for (number, (process, seat)) in self.installation.running.iter().zip(&self.seats).enumerate() {
            let count = seat.services_or_all();
            let most = u32::try_from(count).unwrap_or(u32::MAX) * (settings.database_connections.max(10) + LOOKING);
            let links = [
                ("PostgreSQL", seat.database.as_ref(), most as usize),
                // One to say, one to hear, and one that is just being closed.
                ("RabbitMQ", seat.broker.as_ref(), 3 * count),
                ("the mail server", Some(&seat.mail), settings.smtp_connections + 1),
            ];
            for (what, link, most) in links {
                let open = link.map_or(0, Relay::open);
                if open > most {
                    grown.push(format!("{number} has {open} connections to {what}"));
                }
            }
            let now = process.open_files().map(|files| files.saturating_sub(seat.open()));
            if let (Some(before), Some(now)) = (seat.files, now)
                && now > before + FILES_MORE * count
            {
                grown.push(format!("{number} had {before} files open and has {now}"));
            }
        }
        grown
    }

    pub(super) fn write(&mut self, line: &str) {
        self.diary.push(format!("{:7.3} {line}", self.begun.elapsed().as_secs_f64()));
    }
}

/// So many connections of each service to the database may be there besides, to look whether it answers.
const LOOKING: u32 = 5;
/// So many more files may a process have open for each service: more connections to the same SQLite file, with its log
/// and index, and clients that have not hung up yet.
const FILES_MORE: usize = 16;
