mod letters;
mod openid;

pub use letters::{ClientCredentials, DkimAlgorithm, DkimKey, ImapMailbox, Receiver, Relay, SpfTerm};
pub use openid::{OpenIdProvider, is_this_machine};

use anyhow::{Context, bail};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use url::Url;

/// Everything that can be set, read once at start. `settings.default.toml` beside this crate explains each key.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Where HTTP is answered.
    pub listen: SocketAddr,
    /// The public address, without a slash at the end.
    pub url: Url,
    /// The folder of the SQLite files, the keys and, without SMTP, the letters.
    pub data: PathBuf,
    /// `postgres://...`; SQLite files in `data` when absent.
    pub database: Option<String>,
    /// Connections of each service to PostgreSQL.
    pub database_connections: u32,
    /// `amqp://` or `amqps://`, several addresses separated by commas; in process when absent.
    pub broker: Option<String>,
    /// PEM file of a certificate authority that the broker's certificate may be signed by, besides the system's.
    pub broker_ca: Option<PathBuf>,
    /// Set before the names of schemas, exchanges and queues, so that installations can share servers.
    pub namespace: Option<String>,
    /// `smtp://user:password@host:port`; `.eml` files in `data/letters` when absent.
    pub smtp: Option<String>,
    /// Connections to the SMTP server at once.
    pub smtp_connections: usize,
    /// How long the SMTP server may take to answer for a letter, in seconds. After that it is in doubt whether it has
    /// it, and after as long again the letter is sent once more.
    pub smtp_patience: u32,
    /// How long edits of an event are gathered before a letter about the change is sent, in seconds.
    pub change_debounce: u32,
    /// Where letters come in over LMTP: `host:port`, or `unix:` and a path; nowhere when absent.
    pub lmtp: Option<String>,
    /// Addresses that letters are taken in for besides the senders of the organisations.
    pub mailboxes: Vec<String>,
    /// The name under which our own receiving mail server says what it has found out about a sender (RFC 8601).
    pub authserv_id: Option<String>,
    /// To where calendars answer, with `{token}` for each sign-up; the organisation's sender when absent.
    pub reply_address: Option<String>,
    /// To where letters come back that cannot be delivered, with `{token}` for each; their sender when absent.
    pub bounce_address: Option<String>,
    /// The address under which rooms for online meetings open, of a Jitsi installation or one like it; no rooms when absent.
    pub rooms_url: Option<Url>,
    /// Who signs the tokens for rooms, as the installation knows us.
    pub rooms_issuer: Option<String>,
    /// For whom the tokens are.
    pub rooms_audience: String,
    /// The domain or tenant of the rooms; the host of their address when absent.
    pub rooms_subject: Option<String>,
    /// What tokens are signed with that the installation knows as well (HS256).
    pub rooms_secret: Option<String>,
    /// The private key, as PEM, whose public half the installation knows (RS256).
    pub rooms_key: Option<String>,
    /// By what name the installation knows the public half.
    pub rooms_key_id: Option<String>,
    /// Mailboxes that are read over IMAP, by a name of their own.
    pub imap: BTreeMap<String, ImapMailbox>,
    /// Letters a minute to each receiving domain; as many as can be when absent.
    pub receiver_rate: Option<NonZeroU32>,
    /// Receiving domains that get another number.
    pub receiver: BTreeMap<String, Receiver>,
    /// Mail servers of their own, by organisation.
    pub relay: BTreeMap<String, Relay>,
    /// Signing keys for letters, by organisation.
    pub dkim: BTreeMap<String, DkimKey>,
    /// What the SPF record of a sender's domain has when it allows the servers that letters leave from.
    pub spf: Vec<SpfTerm>,
    /// The DNS server that is asked about the senders of organisations; the system's when absent.
    pub dns: Option<SocketAddr>,
    /// The installation's secret that links and cookies are signed with; made in `data/key` when absent.
    pub key: Option<String>,
    /// What answers that few may see are sealed with, apart from `key`, so that only those know it who must: one or several,
    /// the first of which seals. Made in `data/answers_key` when absent.
    pub answers_key: Option<String>,
    /// Organisers need a second proof besides the link by e-mail, whatever their organisations say.
    pub second_factor_required: bool,
    /// Where organisers may sign in besides the link by e-mail, by a name of their own.
    pub openid: BTreeMap<String, OpenIdProvider>,
    /// Requests a minute and address, or `off`.
    pub rate_limit: RateLimit,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Folder with templates that replace those in the program.
    pub templates: Option<PathBuf>,
    /// How much is logged, for example `info` or `warn,mail=debug`.
    pub log: String,
    /// `text` or `json`.
    pub log_format: LogFormat,
    /// True in `moteplass demo`: shows `/postkasse` and says on every page that nothing is real.
    pub demo: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    Text,
    Json,
}

/// How many requests an address may make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateLimit {
    /// For load tests, and behind a proxy that limits.
    Off,
    PerMinute(u32),
}

impl<'de> Deserialize<'de> for RateLimit {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(u32),
            Word(String),
        }
        match Written::deserialize(deserializer)? {
            Written::Number(n) if n > 0 => Ok(Self::PerMinute(n)),
            Written::Word(word) if word == "off" => Ok(Self::Off),
            Written::Word(word) => match word.parse() {
                Ok(n) if n > 0 => Ok(Self::PerMinute(n)),
                _ => Err(serde::de::Error::custom("rate_limit is a number of requests a minute, or \"off\"")),
            },
            Written::Number(_) => {
                Err(serde::de::Error::custom("rate_limit 0 would let nobody in; say \"off\" for no limit"))
            }
        }
    }
}

const DEFAULTS: &str = include_str!("../settings.default.toml");
const PREFIX: &str = "MOTEPLASS_";

/// As many bytes as what comes out of HS256 (RFC 7518 3.2).
const SHORTEST_ROOMS_SECRET: usize = 32;

/// Settings that are lists; in a variable their entries are separated by commas.
const LISTS: [&str; 3] = ["trusted_proxies", "mailboxes", "spf"];

/// Variables under the same prefix that tell tests where their servers are, and are no settings.
const OF_TESTS: &str = "test_";

impl Settings {
    /// Reads the defaults, then the file named by `MOTEPLASS_CONFIG`, then variables; later ones win.
    /// An unknown key is an error, so that a misspelt one is not silently without effect.
    pub fn read(environment: impl IntoIterator<Item = (String, String)>) -> anyhow::Result<Self> {
        let mut file = None;
        let mut overrides = Vec::new();
        for (name, value) in environment {
            let Some(key) = name.strip_prefix(PREFIX) else { continue };
            let key = key.to_lowercase();
            if key == "config" {
                file = Some(PathBuf::from(value));
            } else if key.starts_with(OF_TESTS) {
                continue;
            } else if let Some(secret) = key.strip_suffix("_file") {
                overrides.push((secret.to_owned(), secret_in(Path::new(&value), &name)?));
            } else {
                overrides.push((key, value));
            }
        }
        let mut builder =
            config::Config::builder().add_source(config::File::from_str(DEFAULTS, config::FileFormat::Toml));
        if let Some(file) = &file {
            let written = std::fs::read_to_string(file)
                .with_context(|| format!("cannot read the settings in {}", file.display()))?;
            builder = builder.add_source(config::File::from_str(&written, config::FileFormat::Toml));
        }
        for (key, value) in overrides {
            if LISTS.contains(&key.as_str()) {
                let entries: Vec<&str> = value.split(',').map(str::trim).filter(|entry| !entry.is_empty()).collect();
                builder = builder.set_override(key, entries)?;
            } else {
                builder = builder.set_override(key, value)?;
            }
        }
        let settings: Self = builder.build()?.try_deserialize().context("a setting is wrong")?;
        settings.check()?;
        Ok(settings)
    }

    /// The defaults alone.
    pub fn defaults() -> anyhow::Result<Self> {
        Self::read([])
    }

    fn check(&self) -> anyhow::Result<()> {
        if !matches!(self.url.scheme(), "http" | "https") || self.url.host_str().is_none() {
            bail!("url must be the public address, beginning with https:// or http://");
        }
        if let Some(database) = &self.database
            && !(database.starts_with("postgres://") || database.starts_with("postgresql://"))
        {
            bail!("database must begin with postgres://; leave it out for SQLite files in `data`");
        }
        if let Some(namespace) = &self.namespace
            && (namespace.is_empty()
                || !namespace.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'))
        {
            bail!("namespace may hold lower-case letters, digits and _ only");
        }
        self.check_letters()?;
        self.check_openid()?;
        self.check_rooms()
    }

    fn check_rooms(&self) -> anyhow::Result<()> {
        let Some(url) = &self.rooms_url else { return Ok(()) };
        if url.scheme() != "https" || url.host_str().is_none() || url.query().is_some() || url.fragment().is_some() {
            bail!("rooms_url must be the address under which rooms open, beginning with https://");
        }
        if self.rooms_issuer.is_none() {
            bail!("rooms_issuer must be set where rooms_url is: it says who signs the tokens");
        }
        match (&self.rooms_secret, &self.rooms_key) {
            (Some(secret), None) if secret.len() >= SHORTEST_ROOMS_SECRET => Ok(()),
            (Some(_), None) => bail!("rooms_secret must be at least {SHORTEST_ROOMS_SECRET} characters"),
            (None, Some(_)) => Ok(()),
            _ => bail!("where rooms_url is set, one of rooms_secret and rooms_key must be, and not both"),
        }
    }

    /// The public address of a path of ours.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.url.as_str().trim_end_matches('/'))
    }

    /// The PostgreSQL schema of a service.
    pub fn schema(&self, service: &str) -> String {
        match &self.namespace {
            Some(namespace) => format!("{namespace}_{service}"),
            None => service.to_owned(),
        }
    }

    /// The installation's secret. In a small installation it is made once and kept in `data/key`.
    pub fn secret(&self) -> anyhow::Result<Vec<u8>> {
        if let Some(key) = &self.key {
            if key.len() < 32 {
                bail!("key must be at least 32 characters of chance, for example from `openssl rand -hex 32`");
            }
            return Ok(key.as_bytes().to_vec());
        }
        if self.database.is_some() {
            bail!("key must be set when the database is PostgreSQL: every process must sign with the same one");
        }
        self.made_once("key")
    }

    /// A secret of a small installation, in a file of its folder that is made at the first start.
    pub(crate) fn made_once(&self, name: &str) -> anyhow::Result<Vec<u8>> {
        let file = self.data.join(name);
        std::fs::create_dir_all(&self.data)?;
        match make_private(&file, &new_key()) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error).with_context(|| format!("cannot make {}", file.display())),
        }
        std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))
    }
}

fn new_key() -> String {
    let bytes: [u8; 32] = rand::random();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a file that only its owner can read, whole or not at all, and never over one that is there.
fn make_private(file: &Path, content: &str) -> std::io::Result<()> {
    use std::io::Write;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let unfinished = file.with_extension(format!("{}.new", std::process::id()));
    let mut written = options.open(&unfinished)?;
    written.write_all(content.as_bytes())?;
    written.sync_all()?;
    let linked = std::fs::hard_link(&unfinished, file);
    std::fs::remove_file(&unfinished)?;
    linked
}

fn secret_in(file: &Path, variable: &str) -> anyhow::Result<String> {
    let content =
        std::fs::read_to_string(file).with_context(|| format!("cannot read the file that {variable} names"))?;
    Ok(content.trim_end_matches(['\r', '\n']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::{RateLimit, Settings};

    fn read(variables: &[(&str, &str)]) -> anyhow::Result<Settings> {
        Settings::read(variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    #[test]
    fn the_defaults_are_whole() {
        let settings = read(&[]).unwrap();
        assert_eq!(settings.address("/mi/x"), "http://127.0.0.1:8080/mi/x");
        assert!(settings.database.is_none() && settings.broker.is_none() && settings.smtp.is_none());
    }

    #[test]
    fn variables_win_and_a_misspelt_one_is_an_error() {
        let settings =
            read(&[("MOTEPLASS_LISTEN", "127.0.0.1:9"), ("MOTEPLASS_RATE_LIMIT", "off"), ("HOME", "/x")]).unwrap();
        assert_eq!(settings.listen.port(), 9);
        assert_eq!(settings.rate_limit, RateLimit::Off);
        let error = format!("{:#}", read(&[("MOTEPLASS_LISTNE", "x")]).unwrap_err());
        assert!(error.contains("listne"), "{error}");
    }

    #[test]
    fn where_letters_come_in_can_be_said_in_variables() {
        let settings = read(&[
            ("MOTEPLASS_LMTP", "127.0.0.1:2424"),
            ("MOTEPLASS_MAILBOXES", "kurs@example.no, post@example.no"),
            ("MOTEPLASS_BOUNCE_ADDRESS", "retur+{token}@example.no"),
            ("MOTEPLASS_REPLY_ADDRESS", "svar-{token}@svar.example.no"),
            ("MOTEPLASS_SPF", "ip4:192.0.2.25,ip6:2001:db8::25, include:SPF.example.no"),
            ("MOTEPLASS_DNS", "192.0.2.53:53"),
        ])
        .unwrap();
        let spf: Vec<String> = settings.spf.iter().map(ToString::to_string).collect();
        assert_eq!(spf, ["ip4:192.0.2.25", "ip6:2001:db8::25", "include:spf.example.no"]);
        assert_eq!(settings.dns.unwrap().port(), 53);
        assert_eq!(settings.mailboxes, ["kurs@example.no", "post@example.no"]);
        assert_eq!(settings.lmtp.as_deref(), Some("127.0.0.1:2424"));
    }

    #[test]
    fn mailboxes_that_are_read_are_told_in_the_file() {
        let file = std::env::temp_dir().join(format!("moteplass-mailboxes-{}", uuid::Uuid::now_v7()));
        let written = "mailboxes = [\"kurs@example.no\"]\n[imap.post]\nserver = \"imaps://imap.example.no\"\nuser = \"post@example.no\"\n\
                       password_file = \"/etc/moteplass/imap\"\n[imap.gammal]\nserver = \"imaps://imap.example.no\"\nuser = \"gammal\"\n\
                       token_file = \"/run/imap\"\n";
        std::fs::write(&file, written).unwrap();
        let settings = read(&[("MOTEPLASS_CONFIG", file.to_str().unwrap())]).unwrap();
        let post = &settings.imap["post"];
        assert_eq!((post.folder.as_str(), post.every, &post.move_to), ("INBOX", 60, &None));
        assert_eq!(settings.addresses_read().collect::<Vec<_>>(), ["kurs@example.no", "post@example.no"]);
        std::fs::write(&file, written.replace("user = \"gammal\"", "user = \"gammal\"\nevery = 0")).unwrap();
        let error = format!("{:#}", read(&[("MOTEPLASS_CONFIG", file.to_str().unwrap())]).unwrap_err());
        assert!(error.contains("imap.gammal"), "{error}");
        std::fs::write(&file, written.replace("password_file", "password")).unwrap();
        assert!(read(&[("MOTEPLASS_CONFIG", file.to_str().unwrap())]).is_err(), "a misspelt key is an error");
        std::fs::remove_file(&file).unwrap();
    }

    #[test]
    fn relays_and_receivers_are_told_in_the_file() {
        let file = std::env::temp_dir().join(format!("moteplass-relays-{}", uuid::Uuid::now_v7()));
        let written = "receiver_rate = 600\n[receiver.\"gmail.com\"]\nper_minute = 60\n[relay.ks]\nserver = \"smtp://mail.ks.example\"\n\
                       user = \"ks\"\npassword_file = \"/etc/moteplass/ks\"\n";
        let read_as = |written: &str| {
            std::fs::write(&file, written).unwrap();
            read(&[("MOTEPLASS_CONFIG", file.to_str().unwrap())]).map_err(|error| format!("{error:#}"))
        };
        let settings = read_as(written).unwrap();
        assert_eq!(settings.receiver_rate.unwrap().get(), 600);
        assert_eq!(settings.receiver["gmail.com"].per_minute.get(), 60);
        assert_eq!((settings.relay["ks"].user.as_deref(), settings.relay["ks"].connections), (Some("ks"), 2));
        for (from, to, word) in [
            ("user = \"ks\"\n", "", "belong together"),
            ("gmail.com", "Gmail.com", "small letters"),
            ("user =", "connections = 0\nuser =", "1 or more"),
            ("per_minute = 60", "per_minute = 0", "receiver"),
            ("password_file", "password", "password"),
        ] {
            let error = read_as(&written.replace(from, to)).unwrap_err();
            assert!(error.contains(word), "{to}: {error}");
        }
        std::fs::remove_file(&file).unwrap();
    }

    #[test]
    fn a_secret_can_come_from_a_file() {
        let file = std::env::temp_dir().join(format!("moteplass-secret-{}", uuid::Uuid::now_v7()));
        std::fs::write(&file, "amqp://somewhere\n").unwrap();
        let settings = read(&[("MOTEPLASS_BROKER_FILE", file.to_str().unwrap())]).unwrap();
        std::fs::remove_file(&file).unwrap();
        assert_eq!(settings.broker.as_deref(), Some("amqp://somewhere"));
        assert!(read(&[("MOTEPLASS_BROKER_FILE", "/nowhere/at/all")]).is_err());
    }

    #[test]
    fn wrong_values_are_refused_in_words() {
        for (name, value, word) in [
            ("MOTEPLASS_URL", "ftp://x", "https://"),
            ("MOTEPLASS_DATABASE", "mysql://x", "postgres://"),
            ("MOTEPLASS_RATE_LIMIT", "0", "rate_limit"),
            ("MOTEPLASS_RATE_LIMIT", "many", "rate_limit"),
            ("MOTEPLASS_NAMESPACE", "Ab-c", "namespace"),
            ("MOTEPLASS_REPLY_ADDRESS", "svar@example.no", "{token} before the @"),
            ("MOTEPLASS_REPLY_ADDRESS", "svar+{token}@example.no", "without +"),
            ("MOTEPLASS_ROOMS_URL", "http://meet.example.no", "https://"),
            ("MOTEPLASS_ROOMS_URL", "https://meet.example.no", "rooms_issuer"),
            ("MOTEPLASS_BOUNCE_ADDRESS", "{token}", "must be an address"),
            ("MOTEPLASS_BOUNCE_ADDRESS", "brev-i-retur-{token}@example.no", "shorter"),
            ("MOTEPLASS_SPF", "mx", "nor include:"),
            ("MOTEPLASS_SPF", "ip4:2001:db8::25", "nor include:"),
            ("MOTEPLASS_SPF", "include:%{i}.example.no", "nor include:"),
            ("MOTEPLASS_DNS", "dns.example.no", "socket address"),
            ("MOTEPLASS_SMTP_PATIENCE", "0", "smtp_patience is a number of seconds from 1 to 3600"),
            ("MOTEPLASS_SMTP_PATIENCE", "3601", "smtp_patience is a number of seconds from 1 to 3600"),
        ] {
            let error = format!("{:#}", read(&[(name, value)]).unwrap_err());
            assert!(error.contains(word), "{name}={value}: {error}");
        }
    }

    #[test]
    fn the_key_is_made_once_and_kept() {
        let mut settings = read(&[]).unwrap();
        settings.data = std::env::temp_dir().join(format!("moteplass-key-{}", uuid::Uuid::now_v7()));
        let first = settings.secret().unwrap();
        assert_eq!(first.len(), 64);
        assert_eq!(settings.secret().unwrap(), first);
        std::fs::remove_dir_all(&settings.data).unwrap();
    }
}
