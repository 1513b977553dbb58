//! The program itself, in processes of its own, to be killed and started again.

use host::Settings;
use host::testing::server;
use std::fs::OpenOptions;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};
use tokio::process::{Child, Command};

/// One running process of the program.
pub struct Process {
    services: Vec<&'static str>,
    settings: Settings,
    port: u16,
    /// Where it writes its log; nowhere when absent.
    log: Option<PathBuf>,
    child: Child,
}

/// A port that nobody listens on. None of those that the system gives to whoever connects to somewhere: a process that was
/// killed must find its own free when it comes back.
pub fn free_port() -> u16 {
    loop {
        let port = rand::random_range(15_000..30_000);
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

/// How long a process may take until it answers. Generous: tests share two cores with a broker and a database.
const PATIENCE: Duration = Duration::from_secs(60);

impl Process {
    /// Starts `moteplass serve` with these services (none: all) and waits until it answers.
    pub async fn start(settings: &Settings, services: &[&'static str]) -> Self {
        let process = Self::begin(settings, services, None);
        process.ready().await;
        process
    }

    /// Starts it without waiting, and has its log written into this file.
    pub fn begin(settings: &Settings, services: &[&'static str], log: Option<PathBuf>) -> Self {
        let port = free_port();
        let child = spawn(settings, services, port, log.as_deref());
        Self { services: services.to_vec(), settings: settings.clone(), port, log, child }
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Whether it runs this service.
    pub fn serves(&self, service: &str) -> bool {
        self.services.is_empty() || self.services.contains(&service)
    }

    /// SIGKILL, and a new one on the same port. Does not wait for it.
    pub async fn kill_and_start(&mut self) {
        self.child.kill().await.expect("it was running");
        self.start_anew();
    }

    /// A new one on the same port, in place of one that has ended. Does not wait for it.
    pub fn start_anew(&mut self) {
        self.child = spawn(&self.settings, &self.services, self.port, self.log.as_deref());
    }

    /// Sends a signal by its name. One that has ended hears nothing.
    pub async fn signal(&self, name: &str) {
        let Some(id) = self.child.id() else { return };
        let told = Command::new("kill").args(["-s", name, &id.to_string()]).stderr(Stdio::null()).status().await;
        told.expect("kill");
    }

    /// Whether it has ended, for whatever reason.
    pub fn has_ended(&mut self) -> bool {
        self.child.try_wait().expect("it was ours").is_some()
    }

    /// How many files and connections it has open; none when it has ended.
    pub fn open_files(&self) -> Option<usize> {
        Some(std::fs::read_dir(format!("/proc/{}/fd", self.child.id()?)).ok()?.count())
    }

    /// Waits until it answers.
    pub async fn ready(&self) {
        let (begun, client) = (Instant::now(), reqwest::Client::new());
        while !client.get(self.url("/health/ready")).send().await.is_ok_and(|answer| answer.status().is_success()) {
            assert!(begun.elapsed() < PATIENCE, "{:?} does not answer", self.services);
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// The id of the process.
    pub fn id(&self) -> u32 {
        self.child.id().expect("it is running")
    }

    /// SIGTERM, and the time it took to finish what was in hand.
    pub async fn stop(mut self) -> Duration {
        let begun = Instant::now();
        let told = Command::new("kill").args(["-TERM", &self.id().to_string()]).status().await.expect("kill");
        assert!(told.success());
        let ended = tokio::time::timeout(PATIENCE, self.child.wait()).await.expect("it stops").expect("it was ours");
        assert!(ended.success(), "it stopped with {ended}");
        begun.elapsed()
    }
}

/// Runs one of the program's commands to its end.
pub async fn command(settings: &Settings, arguments: &[&str]) -> std::process::Output {
    program(settings).args(arguments).output().await.expect("the program runs")
}

fn spawn(settings: &Settings, services: &[&'static str], port: u16, log: Option<&Path>) -> Child {
    let log = log.map(|file| OpenOptions::new().create(true).append(true).open(file).expect("a file"));
    program(settings)
        .arg("serve")
        .args(services)
        .env("MOTEPLASS_LISTEN", format!("127.0.0.1:{port}"))
        .stdout(Stdio::null())
        .stderr(log.map_or_else(Stdio::null, Stdio::from))
        .kill_on_drop(true)
        .spawn()
        .expect("the program starts")
}

fn program(settings: &Settings) -> Command {
    let mut command = Command::new(server("MOTEPLASS_TEST_PROGRAM"));
    command.env("MOTEPLASS_DATA", &settings.data).env("MOTEPLASS_RATE_LIMIT", "off").env("MOTEPLASS_LOG", "warn");
    // A letter in doubt is sent once more after this time; nobody waits for ten minutes here.
    command.env("MOTEPLASS_SMTP_PATIENCE", "6");
    for (name, value) in [
        ("MOTEPLASS_DATABASE", &settings.database),
        ("MOTEPLASS_BROKER", &settings.broker),
        ("MOTEPLASS_SMTP", &settings.smtp),
        ("MOTEPLASS_KEY", &settings.key),
        ("MOTEPLASS_ANSWERS_KEY", &settings.answers_key),
        ("MOTEPLASS_NAMESPACE", &settings.namespace),
    ] {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}
