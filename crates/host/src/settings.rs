use anyhow::{Context, bail};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
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
    /// The folder of the SQLite files, the key and, without SMTP, the letters.
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
    /// Signing keys for letters, by organisation.
    pub dkim: BTreeMap<String, DkimKey>,
    /// The installation's secret that links and cookies are signed with; made in `data/key` when absent.
    pub key: Option<String>,
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

/// A key that signs an organisation's letters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DkimKey {
    pub domain: String,
    pub selector: String,
    /// PKCS#1 PEM for RSA; 32 bytes in base64 for Ed25519.
    pub key_file: PathBuf,
    #[serde(default)]
    pub algorithm: DkimAlgorithm,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DkimAlgorithm {
    #[default]
    Rsa,
    Ed25519,
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

/// An hour; no mail server is waited for longer after the last dot of a letter.
const LONGEST_SMTP_PATIENCE: u32 = 3600;

/// What stands for the part of an address that is made for each sign-up or letter, and how long that is.
const TOKEN: &str = "{token}";
const TOKEN_LENGTH: usize = 52;
/// Before the `@` (RFC 5321 4.5.3.1.1).
const LONGEST_MAILBOX: usize = 64;

/// Settings that are lists; in a variable their entries are separated by commas.
const LISTS: [&str; 2] = ["trusted_proxies", "mailboxes"];

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
        if !(1..=LONGEST_SMTP_PATIENCE).contains(&self.smtp_patience) {
            bail!("smtp_patience is a number of seconds from 1 to {LONGEST_SMTP_PATIENCE}; mail servers may need 600");
        }
        for (name, address) in [("reply_address", &self.reply_address), ("bounce_address", &self.bounce_address)] {
            if let Some(wrong) = address.as_deref().and_then(wrong_with) {
                bail!("{name} {wrong}, as in svar-{TOKEN}@svar.example.no");
            }
        }
        if self.reply_address.as_deref().is_some_and(|address| address.contains('+')) {
            bail!("reply_address must be without +: Microsoft 365 drops what stands behind it");
        }
        Ok(())
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
        let file = self.data.join("key");
        std::fs::create_dir_all(&self.data)?;
        match make_private(&file, &new_key()) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error).with_context(|| format!("cannot make {}", file.display())),
        }
        std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))
    }
}

/// What is wrong with an address that is to carry a token.
fn wrong_with(address: &str) -> Option<&'static str> {
    let Some((mailbox, domain)) = address.rsplit_once('@') else { return Some("must be an address") };
    match () {
        () if domain.is_empty() || address.contains(char::is_whitespace) => Some("must be an address"),
        () if mailbox.matches(TOKEN).count() != 1 || domain.contains(TOKEN) => Some("must have {token} before the @"),
        () if mailbox.len() - TOKEN.len() + TOKEN_LENGTH > LONGEST_MAILBOX => Some("must be shorter before the @"),
        () => None,
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
        ])
        .unwrap();
        assert_eq!(settings.mailboxes, ["kurs@example.no", "post@example.no"]);
        assert_eq!(settings.lmtp.as_deref(), Some("127.0.0.1:2424"));
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
            ("MOTEPLASS_BOUNCE_ADDRESS", "{token}", "must be an address"),
            ("MOTEPLASS_BOUNCE_ADDRESS", "brev-i-retur-{token}@example.no", "shorter"),
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
