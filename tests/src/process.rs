//! The program itself, in processes of its own, to be killed and started again.

use host::Settings;
use host::testing::server;
use std::net::TcpListener;
use std::process::Stdio;
use std::time::{Duration, Instant};
use tokio::process::{Child, Command};

/// One running process of the program.
pub struct Process {
    services: Vec<&'static str>,
    settings: Settings,
    port: u16,
    child: Child,
}

/// A port that nobody listens on.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

/// How long a process may take until it answers. Generous: tests share two cores with a broker and a database.
const PATIENCE: Duration = Duration::from_secs(60);

impl Process {
    /// Starts `moteplass serve` with these services (none: all) and waits until it answers.
    pub async fn start(settings: &Settings, services: &[&'static str]) -> Self {
        let port = free_port();
        let child = spawn(settings, services, port);
        let process = Self { services: services.to_vec(), settings: settings.clone(), port, child };
        process.ready().await;
        process
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// SIGKILL, and a new one on the same port. Does not wait for it.
    pub async fn kill_and_start(&mut self) {
        self.child.kill().await.expect("it was running");
        self.child = spawn(&self.settings, &self.services, self.port);
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

fn spawn(settings: &Settings, services: &[&'static str], port: u16) -> Child {
    program(settings)
        .arg("serve")
        .args(services)
        .env("MOTEPLASS_LISTEN", format!("127.0.0.1:{port}"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
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
        ("MOTEPLASS_NAMESPACE", &settings.namespace),
    ] {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}
