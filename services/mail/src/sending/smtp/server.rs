use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use host::Relay;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use tokio_rustls::TlsConnector;
use url::Url;

use crate::sending::tls;

/// Ways to sign in, the first that the server knows.
pub(super) const MECHANISMS: &[Mechanism] = &[Mechanism::Plain, Mechanism::Login];

/// The mail server, from an address such as `smtp://user:password@host:587`.
pub(crate) struct Server {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) hello: ClientId,
    pub(super) credentials: Option<Credentials>,
    pub(super) security: Security,
}

pub(super) enum Security {
    /// STARTTLS or nothing is sent.
    StartTls(TlsParameters),
    FromTheStart(TlsConnector),
    /// To this machine, or because the address says so.
    None,
}

impl Server {
    /// Reads the address. `?tls=none` gives up TLS, `?tls=required` asks for it on this machine too, `?ca=FILE` names an
    /// authority besides those the system trusts. `hello` is the name that we greet with.
    pub(crate) fn read(address: &str, hello: &str) -> anyhow::Result<Self> {
        // The address holds a password, so no error may repeat it.
        let url = Url::parse(address).map_err(|error| anyhow::anyhow!("smtp is not an address: {error}"))?;
        // In addresses that are not of the web, numbers are names to the parser.
        let name = url.host_str().context("smtp names no host")?.trim_matches(['[', ']']).to_owned();
        let loopback = is_here(&name);
        let mut wish = None;
        let mut authority: Option<PathBuf> = None;
        for (key, value) in url.query_pairs() {
            match (key.as_ref(), value.as_ref()) {
                ("tls", "none") => wish = Some(false),
                ("tls", "required") => wish = Some(true),
                ("ca", file) => authority = Some(PathBuf::from(file)),
                (key, _) => {
                    bail!("smtp knows `tls=none`, `tls=required` and `ca=FILE`, but not `{key}` as it stands there")
                }
            }
        }
        let (port, security) = match url.scheme() {
            "smtps" => (465, Security::FromTheStart(tls::connector(authority.as_deref())?)),
            "smtp" if wish.unwrap_or(!loopback) => (587, Security::StartTls(parameters(&name, authority.as_deref())?)),
            "smtp" => (587, Security::None),
            other => bail!("smtp must begin with smtp:// or smtps://, not {other}://"),
        };
        let credentials = match (url.username(), url.password()) {
            ("", _) => None,
            (user, password) => Some(Credentials::new(decoded(user)?, decoded(password.unwrap_or_default())?)),
        };
        let hello = match hello.parse() {
            Ok(ip) => ClientId::Ipv4(ip),
            Err(_) => ClientId::Domain(hello.to_owned()),
        };
        let server = Self { host: name, port: url.port().unwrap_or(port), hello, credentials: None, security };
        server.signing_in(credentials)
    }

    /// An organisation's own server. Its password lies in a file.
    pub(crate) fn of(relay: &Relay, hello: &str) -> anyhow::Result<Self> {
        let server = Self::read(&relay.server, hello)?;
        if server.credentials.is_some() {
            bail!("the address is without user and password: they are `user` and `password_file`");
        }
        let credentials = match (&relay.user, &relay.password_file) {
            (Some(user), Some(file)) => {
                let secret =
                    std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
                let password = secret.lines().next().unwrap_or_default();
                Some(Credentials::new(user.clone(), password.to_owned()))
            }
            _ => None,
        };
        server.signing_in(credentials)
    }

    fn signing_in(self, credentials: Option<Credentials>) -> anyhow::Result<Self> {
        if credentials.is_some() && !is_here(&self.host) && matches!(self.security, Security::None) {
            bail!("smtp would send the password in the clear: leave out `tls=none`");
        }
        Ok(Self { credentials, ..self })
    }
}

fn is_here(name: &str) -> bool {
    name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

fn parameters(host: &str, authority: Option<&Path>) -> anyhow::Result<TlsParameters> {
    let mut builder = TlsParameters::builder(host.to_owned());
    if let Some(file) = authority {
        let pem = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        builder = builder.add_root_certificate(Certificate::from_pem(&pem)?);
    }
    Ok(builder.build_rustls()?)
}

/// User names and passwords may hold characters that mean something in an address.
fn decoded(text: &str) -> anyhow::Result<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'%', [high, low, left @ ..]) => {
                let digits = [*high, *low];
                let digits = std::str::from_utf8(&digits)?;
                bytes.push(u8::from_str_radix(digits, 16).context("a percent sign in smtp stands before no number")?);
                rest = left;
            }
            _ => bytes.push(*first),
        }
    }
    Ok(String::from_utf8(bytes)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> anyhow::Result<Server> {
        Server::read(address, "moteplass.example")
    }

    #[test]
    fn the_address_says_how_to_connect() {
        for (address, port, encrypted) in [
            ("smtp://mail.example", 587, true),
            ("smtp://mail.example:25?tls=none", 25, false),
            ("smtp://127.0.0.1:2525", 2525, false),
            ("smtp://localhost", 587, false),
            ("smtp://[::1]:25", 25, false),
            ("smtp://localhost?tls=required", 587, true),
            ("smtps://mail.example", 465, true),
        ] {
            let server = read(address).unwrap();
            assert_eq!(server.port, port, "{address}");
            assert_eq!(!matches!(server.security, Security::None), encrypted, "{address}");
        }
    }

    #[test]
    fn wrong_addresses_are_refused_without_repeating_the_password() {
        for address in [
            "http://u:hunter2@mail.example",
            "smtp://u:hunter2@mail.example?tls=none",
            "smtp://u:hunter2@mail.example?ca=/nowhere",
            "smtp://u:hunter2@mail.example?tsl=none",
            "smtp:u:hunter2",
        ] {
            let error = format!("{:#}", read(address).err().unwrap_or_else(|| panic!("{address}")));
            assert!(!error.contains("hunter2"), "{error}");
        }
    }

    #[test]
    fn an_organisations_password_lies_in_a_file_and_never_goes_in_the_clear() {
        let file = std::env::temp_dir().join(format!("moteplass-relay-{}", uuid::Uuid::now_v7()));
        std::fs::write(&file, "hunter2\n").unwrap();
        let relay = |server: &str| Relay {
            server: server.to_owned(),
            user: Some("ks".to_owned()),
            password_file: Some(file.clone()),
            connections: 2,
            spf: Vec::new(),
        };
        let server = Server::of(&relay("smtp://mail.ks.example"), "moteplass.example").unwrap();
        assert!(server.credentials == Some(Credentials::new("ks".to_owned(), "hunter2".to_owned())));
        for (address, word) in
            [("smtp://ks:x@mail.ks.example", "password_file"), ("smtp://mail.ks.example?tls=none", "in the clear")]
        {
            let error = format!("{:#}", Server::of(&relay(address), "moteplass.example").err().unwrap());
            assert!(error.contains(word) && !error.contains("hunter2"), "{error}");
        }
        std::fs::remove_file(&file).unwrap();
        let error = format!("{:#}", Server::of(&relay("smtps://mail.ks.example"), "x").err().unwrap());
        assert!(error.contains("cannot read"), "{error}");
    }

    #[test]
    fn passwords_may_hold_anything() {
        assert_eq!(decoded("p%40ss%3A%C3%A5").unwrap(), "p@ss:å");
        assert!(decoded("100%zz").is_err());
        let server = read("smtps://user%40x:p%40ss@mail.example").unwrap();
        assert!(server.credentials == Some(Credentials::new("user@x".to_owned(), "p@ss".to_owned())));
    }
}
