//! Tokens for programs that sign in by themselves (RFC 6749 4.4), as Microsoft 365 wants them. One question and one answer over
//! HTTP, which is too little to bring a client for it.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, bail};
use host::ClientCredentials;
use serde::Deserialize;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsConnector;
use url::Url;
use url::form_urlencoded::Serializer;

use super::Trouble;
use super::credentials::first_line;
use super::server::{Wire, encrypt, is_here, reach};
use crate::sending::connector;

/// How long the whole answer may take, and how long it may be.
const PATIENCE: Duration = Duration::from_secs(30);
const LONGEST: u64 = 64 * 1024;

/// Who issues tokens for a mailbox.
pub(super) struct Issuer {
    url: Url,
    client_id: String,
    secret_file: PathBuf,
    scope: String,
    tls: Option<TlsConnector>,
}

impl Issuer {
    pub(super) fn read(settings: &ClientCredentials) -> anyhow::Result<Self> {
        let url = Url::parse(&settings.token_url).context("token_url is not an address")?;
        let host = url.host_str().context("token_url names no host")?;
        let tls = match url.scheme() {
            "https" => Some(connector(None)?),
            "http" if is_here(host) => None,
            _ => bail!("token_url must begin with https://"),
        };
        let secret_file = settings.client_secret_file.clone();
        first_line(&secret_file).with_context(|| format!("cannot read {}", secret_file.display()))?;
        Ok(Self { client_id: settings.client_id.clone(), scope: settings.scope.clone(), url, secret_file, tls })
    }

    /// A token that is good from now on.
    pub(super) async fn token(&self) -> Result<String, Trouble> {
        let secret = first_line(&self.secret_file).map_err(|error| Trouble::Credentials(error.kind().to_string()))?;
        let form = Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_id", &self.client_id)
            .append_pair("client_secret", &secret)
            .append_pair("scope", &self.scope)
            .finish();
        let asking = tokio::time::timeout(PATIENCE, self.ask(&form)).await;
        let answer = asking.map_err(|_elapsed| Trouble::Credentials("nobody answered at token_url".to_owned()))??;
        token_in(&answer).map_err(Trouble::Credentials)
    }

    async fn ask(&self, form: &str) -> Result<Vec<u8>, Trouble> {
        let host = self.url.host_str().unwrap_or_default().trim_matches(['[', ']']);
        let port = self.url.port_or_known_default().unwrap_or(443);
        let tcp = reach(host, port).await?;
        let mut wire: Box<dyn Wire> = match &self.tls {
            Some(connector) => encrypt(connector, host, tcp).await?,
            None => Box::new(tcp),
        };
        let authority = &self.url[url::Position::BeforeHost..url::Position::AfterPort];
        let path = &self.url[url::Position::BeforePath..url::Position::AfterQuery];
        let question = format!(
            "POST {path} HTTP/1.1\r\nHost: {authority}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Accept: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{form}",
            form.len()
        );
        let lost = |error: std::io::Error| Trouble::Unreachable(error.kind());
        wire.write_all(question.as_bytes()).await.map_err(lost)?;
        wire.flush().await.map_err(lost)?;
        let mut answer = Vec::new();
        // Some close without saying so inside TLS; whether all is there is seen when it is read.
        let _ = wire.take(LONGEST).read_to_end(&mut answer).await;
        Ok(answer)
    }
}

#[derive(Deserialize)]
struct Issued {
    access_token: String,
}

/// The token in an answer; otherwise what is wrong, without anything that stands in it.
fn token_in(answer: &[u8]) -> Result<String, String> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").ok_or("half an answer from token_url")?;
    let head = String::from_utf8_lossy(&answer[..end]).to_lowercase();
    let status = head.split_whitespace().nth(1).unwrap_or_default();
    if status != "200" {
        let number: String = status.chars().take(3).filter(char::is_ascii_digit).collect();
        return Err(format!("token_url answered {number}"));
    }
    let body = &answer[end + 4..];
    let in_chunks = head.lines().any(|line| line.starts_with("transfer-encoding:") && line.contains("chunked"));
    let body = if in_chunks { joined(body).ok_or("half an answer from token_url")? } else { body.to_vec() };
    let issued: Issued = serde_json::from_slice(&body).map_err(|_unlike| "no token in the answer from token_url")?;
    Ok(issued.access_token)
}

/// What was sent in chunks (RFC 9112 7.1).
fn joined(mut chunks: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = chunks.windows(2).position(|two| two == b"\r\n")?;
        let line = std::str::from_utf8(&chunks[..end]).ok()?;
        let size = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
        chunks = &chunks[end + 2..];
        if size == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(chunks.get(..size)?);
        chunks = chunks.get(size.checked_add(2)?..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::token_in;

    #[test]
    fn a_token_is_found_however_the_answer_is_sent() {
        for answer in [
            "HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{\"access_token\":\"abc\"}",
            "HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{\"acce\r\n10;x=y\r\nss_token\":\"abc\"}\r\n0\r\n\r\n",
        ] {
            assert_eq!(token_in(answer.as_bytes()).as_deref(), Ok("abc"), "{answer}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_without_the_answer() {
        for (answer, why) in [
            ("", "half an answer from token_url"),
            ("HTTP/1.1 401 Unauthorized\r\n\r\n{\"error\":\"hunter2\"}", "token_url answered 401"),
            ("HTTP/1.1 200 OK\r\n\r\nhunter2", "no token in the answer from token_url"),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhunter2", "half an answer from token_url"),
            (
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx",
                "half an answer from token_url",
            ),
        ] {
            assert_eq!(token_in(answer.as_bytes()), Err(why.to_owned()), "{answer}");
        }
    }
}
