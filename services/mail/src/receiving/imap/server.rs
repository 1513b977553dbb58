//! The server of a mailbox, and the way to it.

use std::fmt::Debug;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, bail};
use async_imap::Client;
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use url::Url;

use super::Trouble;
use super::session::{PATIENCE, within};
use crate::sending::connector;

/// How long a connection may take to come about.
const CONNECTING: Duration = Duration::from_secs(20);

/// A connection, encrypted or not.
pub(super) trait Wire: AsyncRead + AsyncWrite + Unpin + Send + Debug {}
impl<S: AsyncRead + AsyncWrite + Unpin + Send + Debug> Wire for S {}

/// The server, from an address such as `imaps://imap.example.no`.
pub(super) struct Server {
    host: String,
    port: u16,
    security: Security,
}

enum Security {
    FromTheStart(TlsConnector),
    /// STARTTLS, or nobody signs in.
    StartTls(TlsConnector),
    /// To this machine only.
    None,
}

impl Server {
    /// Reads the address. `?tls=required` asks for TLS on this machine too, `?ca=FILE` names an authority besides those the
    /// system trusts.
    pub(super) fn read(address: &str) -> anyhow::Result<Self> {
        // Somebody may have put a password into it, so no error repeats it.
        let url = Url::parse(address).map_err(|error| anyhow::anyhow!("server is not an address: {error}"))?;
        if !url.username().is_empty() || url.password().is_some() {
            bail!("server is an address without a user; say `user` and `password_file`");
        }
        let host = url.host_str().context("server names no host")?.trim_matches(['[', ']']).to_owned();
        let (mut required, mut authority) = (!is_here(&host), None);
        for (key, value) in url.query_pairs() {
            match (key.as_ref(), value.as_ref()) {
                ("tls", "required") => required = true,
                ("ca", file) => authority = Some(PathBuf::from(file)),
                (key, _) => bail!("server knows `tls=required` and `ca=FILE`, but not `{key}` as it stands there"),
            }
        }
        let (port, security) = match url.scheme() {
            "imaps" => (993, Security::FromTheStart(connector(authority.as_deref())?)),
            "imap" if required => (143, Security::StartTls(connector(authority.as_deref())?)),
            "imap" => (143, Security::None),
            other => bail!("server must begin with imaps:// or imap://, not {other}://"),
        };
        Ok(Self { host, port: url.port().unwrap_or(port), security })
    }

    /// Connects, and hears the greeting.
    pub(super) async fn connect(&self) -> Result<Client<Box<dyn Wire>>, Trouble> {
        let tcp = reach(&self.host, self.port).await?;
        match &self.security {
            Security::None => greeted(Box::new(tcp)).await,
            Security::FromTheStart(connector) => greeted(encrypt(connector, &self.host, tcp).await?).await,
            Security::StartTls(connector) => {
                let mut client = greeted(Box::new(tcp)).await?;
                within(PATIENCE, "STARTTLS", client.run_command_and_check_ok("STARTTLS", None)).await?;
                // What was read before TLS is thrown away with the client.
                Ok(Client::new(encrypt(connector, &self.host, client.into_inner()).await?))
            }
        }
    }
}

/// Whether a host is this machine.
pub(super) fn is_here(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

pub(super) async fn reach(host: &str, port: u16) -> Result<TcpStream, Trouble> {
    let connecting = tokio::time::timeout(CONNECTING, TcpStream::connect((host, port))).await;
    connecting.map_err(|_elapsed| Trouble::Silent)?.map_err(|error| Trouble::Unreachable(error.kind()))
}

pub(super) async fn encrypt(
    connector: &TlsConnector,
    host: &str,
    wire: impl Wire + 'static,
) -> Result<Box<dyn Wire>, Trouble> {
    let name = ServerName::try_from(host.to_owned()).map_err(|_invalid| Trouble::Refused("TLS for such a name"))?;
    let connecting = tokio::time::timeout(CONNECTING, connector.connect(name, wire)).await;
    let stream = connecting.map_err(|_elapsed| Trouble::Silent)?.map_err(|_reason| Trouble::Refused("TLS"))?;
    Ok(Box::new(stream))
}

async fn greeted(wire: Box<dyn Wire>) -> Result<Client<Box<dyn Wire>>, Trouble> {
    let mut client = Client::new(wire);
    let greeting = tokio::time::timeout(PATIENCE, client.read_response()).await.map_err(|_elapsed| Trouble::Silent)?;
    match greeting {
        Ok(Some(_)) => Ok(client),
        Ok(None) => Err(Trouble::Lost),
        Err(_) => Err(Trouble::NotUnderstood),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_says_how_to_connect() {
        for (address, port, encrypted) in [
            ("imaps://imap.example", 993, true),
            ("imap://imap.example", 143, true),
            ("imap://imap.example:1143", 1143, true),
            ("imap://127.0.0.1:1143", 1143, false),
            ("imap://localhost?tls=required", 143, true),
        ] {
            let server = Server::read(address).unwrap();
            assert_eq!(server.port, port, "{address}");
            assert_eq!(!matches!(server.security, Security::None), encrypted, "{address}");
        }
    }

    #[test]
    fn wrong_addresses_are_refused_without_repeating_the_password() {
        for address in [
            "http://imap.example",
            "imaps://u:hunter2@imap.example",
            "imap://imap.example?tls=none",
            "imaps://imap.example?ca=/nowhere",
            "imap:u:hunter2",
        ] {
            let error = format!("{:#}", Server::read(address).err().unwrap_or_else(|| panic!("{address}")));
            assert!(!error.contains("hunter2"), "{error}");
        }
    }
}
