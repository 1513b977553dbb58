//! Questions to providers over HTTP. Nothing is followed anywhere: what redirects is an answer like others, and a wrong one.

use axum::body::Bytes;
use axum::http::{HeaderValue, Uri, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::client::conn::http1;
use hyper::rt::{Read, Write};
use hyper_util::rt::TokioIo;
use openidconnect::{HttpRequest, HttpResponse};
use rustls::pki_types::ServerName;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

/// How long an answer may take, and how long it may be.
const PATIENCE: Duration = Duration::from_secs(10);
const LONGEST: usize = 512 * 1024;

/// Asks providers.
#[derive(Clone)]
pub(super) struct Http {
    tls: TlsConnector,
}

impl Http {
    /// Trusts whom the system trusts.
    pub(super) fn new() -> anyhow::Result<Self> {
        let mut trusted = rustls::RootCertStore::empty();
        trusted.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        let ring = Arc::new(rustls::crypto::ring::default_provider());
        let config = rustls::ClientConfig::builder_with_provider(ring)
            .with_safe_default_protocol_versions()?
            .with_root_certificates(trusted)
            .with_no_client_auth();
        Ok(Self { tls: TlsConnector::from(Arc::new(config)) })
    }

    /// Asks once.
    pub(super) async fn ask(self, question: HttpRequest) -> io::Result<HttpResponse> {
        let late = |_elapsed| io::Error::from(io::ErrorKind::TimedOut);
        tokio::time::timeout(PATIENCE, self.reach(question)).await.map_err(late)?
    }

    async fn reach(self, question: HttpRequest) -> io::Result<HttpResponse> {
        let address = question.uri().clone();
        let host = address.host().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        match address.scheme_str() {
            Some("https") => {
                let tcp = TcpStream::connect((host.as_str(), address.port_u16().unwrap_or(443))).await?;
                let name = ServerName::try_from(host).map_err(io::Error::other)?;
                send(TokioIo::new(self.tls.connect(name, tcp).await?), question, &address).await
            }
            Some("http") if host::is_this_machine(&host) => {
                let tcp = TcpStream::connect((host.as_str(), address.port_u16().unwrap_or(80))).await?;
                send(TokioIo::new(tcp), question, &address).await
            }
            _ => Err(io::Error::other("an address that does not begin with https://")),
        }
    }
}

async fn send<W>(wire: W, question: HttpRequest, address: &Uri) -> io::Result<HttpResponse>
where
    W: Read + Write + Unpin + Send + 'static,
{
    let authority = address.authority().map(|own| own.as_str()).unwrap_or_default();
    let (mut parts, body) = question.into_parts();
    parts.uri = address.path_and_query().map(|path| Uri::from(path.clone())).unwrap_or_default();
    parts.headers.insert(header::HOST, HeaderValue::from_str(authority).map_err(io::Error::other)?);
    let question = hyper::Request::from_parts(parts, Full::new(Bytes::from(body)));
    let (mut sender, connection) = http1::handshake(wire).await.map_err(io::Error::other)?;
    // It ends when `sender` does.
    tokio::spawn(connection);
    let (parts, body) = sender.send_request(question).await.map_err(io::Error::other)?.into_parts();
    let body = Limited::new(body, LONGEST).collect().await.map_err(io::Error::other)?;
    Ok(HttpResponse::from_parts(parts, body.to_bytes().to_vec()))
}
